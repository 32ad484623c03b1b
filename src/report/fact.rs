//! Facts down, outlets across: a comparison in, the cells of its table out, for every format that shows one.
//!
//! The group "drones destroyed" becomes a [`Fact`] with one [`Cell`] for each report: "93" and who said so.

use claims::claim::{Claim, Polarity, Value};
use rustc_hash::FxHashSet;

use super::source;
use crate::compare::{ClaimId, Comparison, Group, Part, Report, Verdict};
use crate::text::fold;
use crate::text::{clean, shorten};

/// Longest value shown, in characters; quotations are cut there.
const LONGEST_VALUE: usize = 100;

/// Longest source shown, in characters; descriptions that follow a name are cut there.
const LONGEST_SOURCE: usize = 48;

/// What stands for the source of a statement that has none.
const NO_SOURCE: &str = "nobody named";

/// How many further values of one report are shown.
const MOST_OTHERS: usize = 2;

/// One row of the table.
#[derive(Clone, Debug)]
pub(super) struct Fact<'a> {
    /// What the values are to each other.
    pub(super) verdict: Verdict,
    /// Where it stands.
    pub(super) part: Part,
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
    let told: FxHashSet<usize> = comparison
        .findings
        .iter()
        .filter_map(|one| one.group)
        .collect();
    let groups = comparison.groups.iter().enumerate();
    groups
        .filter(|(_, group)| all || group.verdict != Verdict::Single)
        .map(|(index, group)| fact(group, told.contains(&index), comparison))
        .collect()
}

/// The facts of one part, in their order.
pub(super) fn of_part<'a, 'b>(facts: &'b [Fact<'a>], part: Part) -> Vec<&'b Fact<'a>> {
    facts.iter().filter(|fact| fact.part == part).collect()
}

/// The fact of a group; `told` where there is a finding on it.
fn fact<'a>(group: &'a Group, told: bool, comparison: &Comparison) -> Fact<'a> {
    let reports = comparison.reports.iter().enumerate();
    Fact {
        verdict: group.verdict,
        part: part(group, told),
        question: clean(&group.question),
        cells: reports
            .map(|(index, report)| cell(group, index, report))
            .collect(),
        reason: &group.reason,
    }
}

/// What only words differ in is a difference where there is something to tell of it.
fn part(group: &Group, told: bool) -> Part {
    match group.part() {
        Part::Wording if told => Part::Differences,
        part => part,
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

/// The value in the report's words; of a speaker who is only "she" there, the name.
fn value(claim: &Claim, report: &Report) -> String {
    if is_unsourced(claim, report) {
        return NO_SOURCE.to_owned();
    }
    let words = clean(meant(claim, report).unwrap_or_else(|| report.stated(claim)));
    qualified(&shorten(&words, LONGEST_VALUE), claim)
}

/// Whether a claim is a statement of which the report does not say who made it.
fn is_unsourced(claim: &Claim, report: &Report) -> bool {
    let attribution = |index: usize| &report.extraction.attributions[index];
    let statement = claim.value.statement().map(attribution);
    statement.is_some_and(|statement| statement.source.is_none())
}

/// Whom a pronoun stands for that is given as the source of a statement.
fn meant<'a>(claim: &Claim, report: &'a Report) -> Option<&'a str> {
    let attribution = &report.extraction.attributions[claim.value.statement()?];
    report.pronoun(claim.span)?;
    source::source(attribution, report)
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
