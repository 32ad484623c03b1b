//! Why one finding was made: a comparison and one of its findings in, plain words for an editor out.
//!
//! "93" and "97" stand side by side because both count drones that were destroyed and their sentences are alike;
//! they are a conflict because nothing in the texts explains the difference.

mod alignment;
mod feature;
mod measure;

use super::detail;
use super::fact::outlets;
use super::rule::fill;
use crate::compare::{ClaimId, Comparison, Finding, Group, Location, Report, Verdict, reason};
use crate::place::Lines;
use crate::text::{clean, shorten};
use claims::Span;

/// Columns of the text.
const WIDTH: usize = 92;

/// Longest value named, in characters.
const VALUE: usize = 60;

/// The finding with the claims it rests on, why they were aligned and why they were judged so.
pub(crate) fn explain(comparison: &Comparison, finding: &Finding) -> String {
    let naming = Naming::new(&comparison.reports);
    let mut text = format!("{} {}\n", finding.rule.id(), finding.fingerprint);
    section(&mut text, "What was found", &[clean(&finding.message)]);
    match finding.group.map(|index| &comparison.groups[index]) {
        Some(group) => {
            let spans = group.claims.iter().map(|&id| naming.place(id));
            section(&mut text, "What the reports say", &naming.sentences(spans));
            let heading = "Why these stand side by side";
            section(&mut text, heading, &alignment::why(group, &naming));
            let heading = format!("Why this is {}", verdict(group.verdict));
            section(&mut text, &heading, &judgement(comparison, group));
        }
        None => alone(&mut text, finding, &naming),
    }
    let rule = finding.rule.id();
    text + &format!("\nWhat to do: claimdiff explain {rule}\n")
}

/// A finding that rests on no group: about one report alone, or about words of a draft that are no value.
fn alone(text: &mut String, finding: &Finding, naming: &Naming<'_>) {
    let places = std::iter::once(&finding.primary).chain(&finding.related);
    let spans = places.map(|place| (place.report, place.span));
    let others = |place: &Location| place.report != finding.primary.report;
    let compared = finding.related.iter().any(others);
    let (heading, why) = if compared {
        (
            "What the reports say",
            "These are the words of the sources that come nearest to the draft's.",
        )
    } else {
        (
            "What the report says",
            "The report was read by itself; no other report takes part in this finding.",
        )
    };
    section(text, heading, &naming.sentences(spans));
    section(text, "Why these stand side by side", &[why.to_owned()]);
}

fn judgement(comparison: &Comparison, group: &Group) -> Vec<String> {
    let because = group
        .decided
        .map(|decided| reason::because(&comparison.reports, &decided));
    let mut lines = vec![meaning(group.verdict).to_owned()];
    lines.extend(because.map(|cause| format!("What decided: {}.", clean(&cause))));
    lines
}

const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Conflict => "a conflict",
        Verdict::Update => "an update",
        Verdict::Scope => "a difference of scope",
        Verdict::Compatible => "compatible",
        Verdict::Agree => "an agreement",
        Verdict::Single => "told by one report alone",
    }
}

const fn meaning(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Conflict => "As far as the texts show, the reports cannot all be right.",
        Verdict::Update => "The count was moving, and the reports stand at different moments.",
        Verdict::Scope => "The values count different things, and the text shows it.",
        Verdict::Compatible => "They are not equal, but all of them can be true.",
        Verdict::Agree => "They are the same value with the same meaning.",
        Verdict::Single => "Only one report gives it.",
    }
}

/// Adds a heading with its lines, filled and indented; a line keeps its own indent.
fn section(text: &mut String, heading: &str, lines: &[String]) {
    *text += &format!("\n{heading}\n");
    for line in lines {
        let words = line.trim_start_matches(' ');
        let indent = " ".repeat(2 + line.len() - words.len());
        for row in fill_hanging(words, WIDTH - indent.len()) {
            *text += format!("{indent}{row}").trim_end();
            text.push('\n');
        }
    }
}

/// Lines of a table are short and keep their columns; everything else is filled.
fn fill_hanging(words: &str, width: usize) -> Vec<String> {
    if words.chars().count() <= width {
        vec![words.to_owned()]
    } else {
        fill(words, width)
    }
}

/// How claims are called in an explanation.
struct Naming<'a> {
    reports: &'a [Report],
    outlets: Vec<String>,
    lines: Vec<Lines<'a>>,
}

impl<'a> Naming<'a> {
    fn new(reports: &'a [Report]) -> Self {
        Self {
            reports,
            outlets: outlets(reports),
            lines: Lines::of_all(reports),
        }
    }

    /// Report and bytes of a claim.
    fn place(&self, id: ClaimId) -> (usize, Span) {
        (id.report, self.reports[id.report].claim(id.claim).span)
    }

    /// The value of a claim in its own words.
    fn value(&self, id: ClaimId) -> String {
        let (report, span) = self.place(id);
        let words = clean(self.reports[report].words(span));
        shorten(words.trim_matches(MARKS), VALUE)
    }

    /// “93” (Harbor Ledger, line 3)
    fn claim(&self, id: ClaimId) -> String {
        let (report, span) = self.place(id);
        let line = self.lines[report].line(span.start);
        format!(
            "“{}” ({}, line {line})",
            self.value(id),
            self.outlets[report]
        )
    }

    /// Outlet and line of each place, its sentence below; places of one sentence once.
    fn sentences(&self, places: impl Iterator<Item = (usize, Span)>) -> Vec<String> {
        let mut all = Vec::new();
        for (report, span) in places {
            let line = self.lines[report].line(span.start);
            let words = clean(self.reports[report].words(span));
            let value = shorten(words.trim_matches(MARKS), VALUE);
            all.push(format!("{}, line {line}: “{value}”", self.outlets[report]));
            all.push(format!(
                "  {}",
                detail::sentence(span, &self.reports[report])
            ));
        }
        all
    }
}

/// Quotation marks, and the comma that stands inside of them.
const MARKS: [char; 7] = ['"', '“', '”', '\'', '‘', '’', ','];
