//! Findings with their places: a comparison in, what the formats for machines print out.
//!
//! "93" in line 3 of harbor-ledger.txt against "97" in northline-news.txt becomes a [`Diagnostic`] at
//! harbor-ledger.txt:3:83 with one related place.

use rustc_hash::FxHashMap;

use super::detail::sentence;
use super::fact::outlets;
use crate::compare::{Comparison, Location, Rule, Severity};
use crate::place::{Lines, Region};
use crate::text::clean;

/// One finding with its places, its words fit for one line.
pub(super) struct Diagnostic<'a> {
    /// The rule.
    pub(super) rule: Rule,
    /// How bad it is.
    pub(super) severity: Severity,
    /// What was found, in one sentence.
    pub(super) message: String,
    /// Where.
    pub(super) place: Place<'a>,
    /// The other places that take part.
    pub(super) related: Vec<Place<'a>>,
    /// Its stable name.
    pub(super) fingerprint: &'a str,
}

/// A place in one of the reports.
pub(super) struct Place<'a> {
    /// The report, as an index.
    pub(super) report: usize,
    /// Path of its file as given, without `./`.
    pub(super) path: &'a str,
    /// Who published it.
    pub(super) outlet: String,
    /// Where in the file.
    pub(super) region: Region,
    /// The words there, as the file has them.
    pub(super) surface: &'a str,
    /// Their sentence on one line.
    pub(super) sentence: String,
}

impl Diagnostic<'_> {
    /// What was found, and below it what each place says.
    pub(super) fn text(&self) -> String {
        let mut lines = vec![self.message.clone()];
        lines.extend(self.evidence());
        lines.join("\n")
    }

    /// What each place says, a line each: "Harbor Ledger, line 3: Nine people were hurt."
    pub(super) fn evidence(&self) -> Vec<String> {
        let places = std::iter::once(&self.place).chain(&self.related);
        let mut lines: Vec<String> = Vec::new();
        for place in places {
            let line = place.evidence();
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
        lines
    }
}

impl Place<'_> {
    /// What the report says there: "Harbor Ledger, line 3: Nine people were hurt."
    pub(super) fn evidence(&self) -> String {
        let line = self.region.start.line;
        format!("{}, line {line}: {}", self.outlet, self.sentence)
    }
}

/// The findings of `comparison`, worst first.
pub(super) fn diagnostics(comparison: &Comparison) -> Vec<Diagnostic<'_>> {
    let lines = Lines::of_all(&comparison.reports);
    let outlets = outlets(&comparison.reports);
    let place = |location: &Location| place(*location, comparison, &lines, &outlets);
    let findings = comparison.findings.iter();
    findings
        .map(|finding| Diagnostic {
            rule: finding.rule,
            severity: finding.severity,
            message: clean(&finding.message),
            place: place(&finding.primary),
            related: finding.related.iter().map(place).collect(),
            fingerprint: &finding.fingerprint,
        })
        .collect()
}

/// Each fingerprint with its number among those that are the same, from 1; some platforms drop repeated ones.
pub(super) fn numbered<'a>(
    fingerprints: impl Iterator<Item = &'a str>,
    between: &str,
) -> Vec<String> {
    let mut seen: FxHashMap<&str, usize> = FxHashMap::default();
    let number = |fingerprint| {
        let count = seen.entry(fingerprint).or_default();
        *count += 1;
        format!("{fingerprint}{between}{count}")
    };
    fingerprints.map(number).collect()
}

fn place<'a>(
    location: Location,
    comparison: &'a Comparison,
    lines: &[Lines],
    outlets: &[String],
) -> Place<'a> {
    let report = &comparison.reports[location.report];
    Place {
        report: location.report,
        path: plain_path(&report.path),
        outlet: outlets[location.report].clone(),
        region: lines[location.report].region(location.span),
        surface: location.span.slice(report.as_given()),
        sentence: sentence(location.span, report),
    }
}

/// `path` without a leading `./`: the platforms compare it with the paths of the repository.
fn plain_path(path: &str) -> &str {
    path.strip_prefix("./").map_or(path, plain_path)
}
