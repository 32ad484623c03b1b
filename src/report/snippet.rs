//! The annotated draft: each finding with the line of the draft and of every source that shows it, the deciding words
//! marked; then a line that counts how the draft's claims stand.
//!
//! Drawn by annotate-snippets, as rustc draws its errors.

use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use claims::Span;

use super::{Page, Reporter};
use crate::compare::{Check, Comparison, Finding, Location, Report, Severity, Standing};
use crate::place::Lines;
use crate::text::{clean, plural};

/// Sources shown with one finding.
const MOST: usize = 3;

/// Characters of a paragraph shown on each side of the marked words.
const CONTEXT: usize = 70;

/// The draft with its findings.
pub struct AnnotatedDraft;

impl Reporter<Comparison> for AnnotatedDraft {
    fn report(&self, comparison: &Comparison, page: &Page) -> String {
        let lines = Lines::of_all(&comparison.reports);
        let renderer = if page.color {
            Renderer::styled()
        } else {
            Renderer::plain()
        };
        let renderer = renderer
            .decor_style(DecorStyle::Unicode)
            .term_width(page.width.into());
        let mut text = String::new();
        let (notes, findings): (Vec<&Finding>, Vec<&Finding>) = comparison
            .findings
            .iter()
            .partition(|finding| finding.severity == Severity::Note);
        for finding in findings {
            text += &drawn(finding, comparison, &lines, &renderer);
            text += "\n\n";
        }
        for note in &notes {
            text += &line(note, comparison, &lines);
        }
        if !notes.is_empty() {
            text.push('\n');
        }
        text + &summary(comparison)
    }
}

/// A finding with its snippets.
fn drawn(
    finding: &Finding,
    comparison: &Comparison,
    lines: &[Lines],
    renderer: &Renderer,
) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = clean(&finding.message);
    let places: Vec<Shown> = std::iter::once(&finding.primary)
        .chain(finding.related.iter().take(MOST))
        .map(|place| Shown::of(place, comparison, lines))
        .collect();
    let mut group = Group::with_title(level.primary_title(title).id(finding.rule.id()));
    for (at, place) in places.iter().enumerate() {
        group = group.element(place.snippet(at == 0));
    }
    renderer.render(&[group]).to_string()
}

/// A line of a report, cut around the words it is shown for.
struct Shown<'a> {
    report: &'a Report,
    text: String,
    marked: Range<usize>,
    line: u32,
}

impl<'a> Shown<'a> {
    fn of(place: &Location, comparison: &'a Comparison, lines: &[Lines]) -> Self {
        let report = &comparison.reports[place.report];
        let (text, marked) = excerpt(report.as_given(), place.span);
        Self {
            report,
            text,
            marked,
            line: lines[place.report].line(place.span.start),
        }
    }

    fn snippet(&self, primary: bool) -> Snippet<'_, annotate_snippets::Annotation<'_>> {
        let kind = if primary {
            AnnotationKind::Primary
        } else {
            AnnotationKind::Context
        };
        let annotation = kind.span(self.marked.clone());
        let annotation = if primary {
            annotation
        } else {
            annotation.label(clean(&self.report.outlet))
        };
        Snippet::source(self.text.as_str())
            .path(self.report.path.as_str())
            .line_start(self.line as usize)
            .annotation(annotation)
    }
}

/// The paragraph around `span` on one line, cut where it is long, and where the words of `span` stand in it.
fn excerpt(text: &str, span: Span) -> (String, Range<usize>) {
    let (start, end) = (span.start as usize, span.end as usize);
    let before = text[..start].rsplit('\n').next().unwrap_or_default();
    let after = text[end..].split('\n').next().unwrap_or_default();
    let head = tail(before, CONTEXT);
    let marked = one_line(&text[start..end]);
    let foot = head_of(after, CONTEXT);
    let from = head.len();
    let to = from + marked.len();
    (format!("{head}{marked}{foot}"), from..to)
}

/// Characters that would break the line or steer the terminal become blanks, one for one.
fn one_line(text: &str) -> String {
    text.chars()
        .map(|one| if one.is_control() { ' ' } else { one })
        .collect()
}

/// The last `most` characters, from a word on.
fn tail(text: &str, most: usize) -> String {
    let text = one_line(text.trim_start());
    match text.char_indices().rev().nth(most) {
        None => text,
        Some((at, _)) => {
            let rest = &text[at..];
            format!(
                "… {}",
                rest.split_once(' ').map_or(rest, |(_, words)| words)
            )
        }
    }
}

/// The first `most` characters, up to a word.
fn head_of(text: &str, most: usize) -> String {
    let text = one_line(text.trim_end());
    match text.char_indices().nth(most) {
        None => text,
        Some((at, _)) => {
            let start = &text[..at];
            format!(
                "{} …",
                start.rsplit_once(' ').map_or(start, |(words, _)| words)
            )
        }
    }
}

/// A note on one line.
fn line(finding: &Finding, comparison: &Comparison, lines: &[Lines]) -> String {
    let place = finding.primary;
    let (line, column) = lines[place.report].at(place.span.start);
    let path = &comparison.reports[place.report].path;
    format!(
        "note[{}]: {path}:{line}:{column}: {}\n",
        finding.rule.id(),
        clean(&finding.message)
    )
}

/// "12 claims: 2 contradicted, 1 unsupported, 9 supported; 2 errors, 1 warning, 1 note"
fn summary(comparison: &Comparison) -> String {
    let severity = |severity| {
        let findings = comparison.findings.iter();
        findings
            .filter(|finding| finding.severity == severity)
            .count()
    };
    format!(
        "{}; {}, {}, {}\n",
        standings(comparison.checks.iter()),
        plural(severity(Severity::Error), "error", "errors"),
        plural(severity(Severity::Warning), "warning", "warnings"),
        plural(severity(Severity::Note), "note", "notes"),
    )
}

/// "12 claims: 2 contradicted, 1 unsupported, 9 supported"
pub(super) fn standings<'a>(checks: impl Iterator<Item = &'a Check> + Clone) -> String {
    let counts = Standing::ALL.into_iter().map(|standing| {
        let checks = checks.clone();
        (
            checks.filter(|one| one.standing == standing).count(),
            standing.name(),
        )
    });
    let shown: Vec<String> = counts
        .filter(|(count, _)| *count > 0)
        .map(|(count, name)| format!("{count} {name}"))
        .collect();
    let between = if shown.is_empty() { "" } else { ": " };
    let claims = plural(checks.count(), "claim", "claims");
    format!("{claims}{between}{}", shown.join(", "))
}
