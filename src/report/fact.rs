//! Facts down, outlets across: a comparison in, the cells of its table out, for every format that shows one.
//!
//! The group "drones destroyed" becomes a [`Fact`] with one [`Cell`] for each report: "93" and who said so.

use claims::claim::{Claim, Polarity, Value};

use super::source;
use crate::compare::{ClaimId, Comparison, Group, Report, Verdict};
use crate::text::fold;
use crate::text::{clean, shorten};

/// Longest value shown, in characters; quotations are cut there.
const LONGEST_VALUE: usize = 100;

/// Longest source shown, in characters; descriptions that follow a name are cut there.
const LONGEST_SOURCE: usize = 48;

/// How many further values of one report are shown.
const MOST_OTHERS: usize = 2;

/// One row of the table.
#[derive(Clone, Debug)]
pub(super) struct Fact<'a> {
    /// What the values are to each other.
    pub(super) verdict: Verdict,
    /// The question they answer.
    pub(super) question: String,
    /// What each report answers, in the order of the reports; `None` where it does not.
    pub(super) cells: Vec<Option<Cell>>,
    /// Why the verdict is as it is.
    pub(super) reason: &'a str,
}

/// What one report says.
#[derive(Clone, Debug)]
pub(super) struct Cell {
    /// The value in its own words.
    pub(super) value: String,
    /// Other values that it gives as well.
    pub(super) others: Vec<String>,
    /// Who says so, and through whom: "Dmitry Peskov via TASS".
    pub(super) source: Option<String>,
}

/// The facts of a comparison, in its order; those of one report only where `all` asks for them.
pub(super) fn facts(comparison: &Comparison, all: bool) -> Vec<Fact<'_>> {
    let groups = comparison.groups.iter();
    groups
        .filter(|group| all || group.verdict != Verdict::Single)
        .map(|group| fact(group, comparison))
        .collect()
}

fn fact<'a>(group: &'a Group, comparison: &Comparison) -> Fact<'a> {
    let reports = comparison.reports.iter().enumerate();
    Fact {
        verdict: group.verdict,
        question: clean(&group.question),
        cells: reports
            .map(|(index, report)| cell(group, index, report))
            .collect(),
        reason: &group.reason,
    }
}

fn cell(group: &Group, index: usize, report: &Report) -> Option<Cell> {
    let chosen = group.values.iter().find(|id| id.report == index)?;
    let claim = claim_of(*chosen, report);
    let value = value(claim, report);
    Some(Cell {
        others: others(group, index, report, &value),
        source: said_by(claim, report),
        value,
    })
}

fn claim_of(id: ClaimId, report: &Report) -> &Claim {
    &report.extraction.claims[id.claim]
}

fn value(claim: &Claim, report: &Report) -> String {
    let words = clean(report.stated(claim));
    qualified(&shorten(&words, LONGEST_VALUE), claim)
}

/// A number or time that the report denies says so; without that, two equal values would seem to conflict.
fn qualified(words: &str, claim: &Claim) -> String {
    let denied = claim.polarity == Polarity::Negative;
    match claim.value {
        Value::Number(_) | Value::Time(_) if denied => format!("not {words}"),
        _ => words.to_owned(),
    }
}

/// The other values that the report gives for the same question, each once.
fn others(group: &Group, index: usize, report: &Report, chosen: &str) -> Vec<String> {
    let mut seen = vec![fold(chosen)];
    let mut others = Vec::new();
    for id in group.claims.iter().filter(|id| id.report == index) {
        let value = value(claim_of(*id, report), report);
        let folded = fold(&value);
        if !seen.contains(&folded) {
            seen.push(folded);
            others.push(value);
        }
    }
    others.truncate(MOST_OTHERS);
    others
}

/// Who says a claim, and through whom.
pub(super) fn said_by(claim: &Claim, report: &Report) -> Option<String> {
    let attribution = &report.extraction.attributions[claim.attribution?];
    let chain = source::chain(attribution, report);
    let names = source::source(attribution, report).into_iter().chain(chain);
    let mut names: Vec<String> = names
        .map(|name| shorten(&clean(name), LONGEST_SOURCE))
        .collect();
    names.dedup();
    (!names.is_empty()).then(|| names.join(" via "))
}

/// The column headings: outlets, with the file where two reports have the same outlet.
pub(super) fn outlets(reports: &[Report]) -> Vec<String> {
    let is_shared = |outlet: &str| reports.iter().filter(|one| one.outlet == outlet).count() > 1;
    let heading = |report: &Report| {
        let outlet = clean(&report.outlet);
        if is_shared(&report.outlet) {
            format!("{outlet} ({})", clean(file_name(&report.path)))
        } else {
            outlet
        }
    };
    reports.iter().map(heading).collect()
}

fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}
