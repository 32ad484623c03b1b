//! The comment on a pull request: for each draft a line that sums up how its claims stand, and a table of what is wrong
//! or cannot be told.
//!
//! | verdict | line | the draft | the sources | why |
//! | --- | --- | --- | --- | --- |
//! | **contradicted** | 12 | … were killed and **31** were wounded … | Harbor Ledger, line 7: **13** | no source … |

use super::detail::sentence;
use super::fact::outlets;
use super::markdown::escape;
use super::snippet::standings;
use super::{Page, Reporter};
use crate::compare::{Check, Comparison, Finding, Location, Role, Rule, Severity, Standing};
use crate::place::Lines;
use crate::text::{clean, plural, shorten};

/// Rows of one draft; beyond them the comment only counts. GitHub takes comments of 65,536 characters.
const MOST_ROWS: usize = 60;

/// Places of sources in one row.
const MOST_SOURCES: usize = 3;

/// Longest words of a source shown, in characters.
const LONGEST: usize = 80;

/// Characters of the draft's sentence shown on each side of the words in question.
const CONTEXT: usize = 45;

/// Findings of drafts as tables.
pub struct Comment;

/// What the rows need of the comparison.
struct Scene<'a> {
    comparison: &'a Comparison,
    lines: Vec<Lines<'a>>,
    outlets: Vec<String>,
}

impl Reporter<Comparison> for Comment {
    fn report(&self, comparison: &Comparison, _: &Page) -> String {
        let scene = Scene {
            comparison,
            lines: Lines::of_all(&comparison.reports),
            outlets: outlets(&comparison.reports),
        };
        let drafts = (0..comparison.reports.len())
            .filter(|&one| comparison.reports[one].role == Role::Draft);
        let parts: Vec<String> = drafts.map(|draft| scene.draft(draft)).collect();
        parts.join("\n")
    }
}

impl Scene<'_> {
    /// Heading, sum and table of one draft.
    fn draft(&self, draft: usize) -> String {
        let findings = self.comparison.findings.iter();
        let own: Vec<&Finding> = findings
            .filter(|finding| finding.primary.report == draft)
            .collect();
        let path = escape(&self.comparison.reports[draft].path);
        let mut text = format!("### {path}\n\n{}\n", self.sum(draft, &own));
        if own.is_empty() {
            return text;
        }
        text += "\n| verdict | line | the draft | the sources | why |\n| --- | --- | --- | --- | --- |\n";
        for finding in own.iter().take(MOST_ROWS) {
            text += &self.row(finding);
        }
        if own.len() > MOST_ROWS {
            let left = plural(own.len() - MOST_ROWS, "finding", "findings");
            text += &format!("\n{left} more, none worse than these.\n");
        }
        text
    }

    /// "**2 errors**, 1 warning. 12 claims: 2 contradicted, 1 unsupported, 9 supported."
    fn sum(&self, draft: usize, own: &[&Finding]) -> String {
        let count = |severity| own.iter().filter(|one| one.severity == severity).count();
        let errors = plural(count(Severity::Error), "error", "errors");
        let warnings = plural(count(Severity::Warning), "warning", "warnings");
        let checks = self.comparison.checks.iter();
        let checks = checks.filter(|check| check.claim.report == draft);
        format!("**{errors}**, {warnings}. {}.", standings(checks))
    }

    fn row(&self, finding: &Finding) -> String {
        let place = finding.primary;
        let line = self.lines[place.report].line(place.span.start);
        let sources: Vec<String> = finding
            .related
            .iter()
            .take(MOST_SOURCES)
            .map(|place| self.source(*place))
            .collect();
        let sources = match &sources[..] {
            [] => "–".to_owned(),
            all => all.join("<br>"),
        };
        format!(
            "| {} | {line} | {} | {sources} | {} (`{}` `{}`) |\n",
            self.verdict(finding),
            self.words(place),
            escape(&finding.message),
            finding.rule.id(),
            finding.short_name(),
        )
    }

    /// How the claim of a finding stands; what is no claim (a name, a sentence turned round) is contradicted.
    fn verdict(&self, finding: &Finding) -> String {
        let checks = self.comparison.checks.iter();
        let standing = checks
            .filter(|check| self.is_at(check, finding.primary))
            .map(|check| check.standing)
            .min();
        let name = match (finding.rule, standing) {
            (Rule::Unsupported, _) => Standing::Unsupported.name(),
            (_, Some(Standing::Disputed)) => "sources disagree",
            (_, Some(Standing::Stale)) => Standing::Stale.name(),
            (Rule::InternalConflict | Rule::NumberSum, _) => "disagrees with itself",
            _ => Standing::Contradicted.name(),
        };
        match finding.severity {
            Severity::Error => format!("**{name}**"),
            Severity::Warning | Severity::Note => name.to_owned(),
        }
    }

    fn is_at(&self, check: &Check, place: Location) -> bool {
        let claim = self.comparison.reports[check.claim.report].claim(check.claim.claim);
        check.claim.report == place.report && claim.span.overlaps(place.span)
    }

    /// The words in question, bold, with what stands around them in their sentence.
    fn words(&self, place: Location) -> String {
        let report = &self.comparison.reports[place.report];
        let sentences = report.extraction.analysis.sentences.iter();
        let sentence = sentences
            .map(|sentence| sentence.span)
            .filter(|span| span.overlaps(place.span))
            .reduce(claims::Span::cover)
            .map_or(place.span, |span| span.cover(place.span));
        let text = &report.document.text;
        let before = clean(&text[sentence.start as usize..place.span.start as usize]);
        let after = clean(&text[place.span.end as usize..sentence.end as usize]);
        let words = escape(report.words(place.span));
        let (before, after) = (escape(&last(&before)), escape(&shorten(&after, CONTEXT)));
        let blank = |at: u32| text[at as usize..].starts_with(char::is_whitespace);
        let (left, right) = (
            place.span.start > sentence.start && blank(place.span.start - 1),
            blank(place.span.end),
        );
        let gap = |is: bool| if is { " " } else { "" };
        format!("{before}{}**{words}**{}{after}", gap(left), gap(right))
    }

    /// "Harbor Ledger, line 7: **13**"; without words in question the whole sentence.
    fn source(&self, place: Location) -> String {
        let report = &self.comparison.reports[place.report];
        let line = self.lines[place.report].line(place.span.start);
        let words = match report.words(place.span) {
            "" => sentence(place.span, report),
            words => words.to_owned(),
        };
        let words = escape(&shorten(&clean(&words), LONGEST));
        format!(
            "{}, line {line}: **{words}**",
            escape(&self.outlets[place.report])
        )
    }
}

/// The last characters of `text`, from a word on.
fn last(text: &str) -> String {
    match text.char_indices().rev().nth(CONTEXT) {
        None => text.to_owned(),
        Some((at, _)) => {
            let rest = &text[at..];
            let words = rest.split_once(' ').map_or(rest, |(_, words)| words);
            format!("… {words}")
        }
    }
}
