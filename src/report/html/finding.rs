//! The findings in plain words: what differs, what each outlet says, why it cannot all hold.

use std::borrow::Cow;

use super::evidence::{Evidence, Evidences};
use super::fact::{CellView, FactView};
use super::label;
use super::outlet::OutletView;
use super::picture::Picture;
use super::reading::{Places, places};
use super::words::{capitalized, plain};
use crate::compare::{Comparison, Finding, Location, Severity};
use crate::report::RulePage;

/// One finding.
pub(super) struct FindingView<'a> {
    /// How bad it is.
    pub(super) severity: Severity,
    /// The severity as a headline names it.
    pub(super) label: &'static str,
    /// The severity as the formats name it.
    pub(super) class: &'static str,
    /// The rule's id.
    pub(super) rule: &'static str,
    /// What the rule finds.
    pub(super) finds: String,
    /// What to do.
    pub(super) action: String,
    /// What differs.
    pub(super) heading: String,
    /// Why it cannot all hold.
    pub(super) why: String,
    /// The row of the table that it rests on.
    pub(super) fact: Option<&'a str>,
    /// What each outlet says, without the silent ones.
    pub(super) cells: Vec<&'a CellView>,
    /// The sentences.
    pub(super) evidence: Cow<'a, [Evidence]>,
    /// The values as a picture.
    pub(super) picture: Option<&'a Picture>,
}

/// The findings, worst first.
pub(super) fn findings<'a>(
    comparison: &'a Comparison,
    facts: &'a [FactView],
    outlets: &[OutletView],
) -> Vec<FindingView<'a>> {
    let evidences = Evidences::new(comparison, outlets);
    let rules = RulePage::all();
    let places = places(comparison);
    let findings = comparison.findings.iter();
    findings
        .map(|finding| {
            let rule = rules.iter().find(|page| page.rule == finding.rule.id());
            let view = bare(finding, rule);
            match (finding.group, group_of(finding, &places)) {
                (Some(group), _) => on_fact(view, &facts[group]),
                (None, Some(group)) => of_pair(view, finding, &facts[group]),
                (None, None) => alone(view, finding, &evidences),
            }
        })
        .collect()
}

fn bare<'a>(finding: &Finding, rule: Option<&RulePage>) -> FindingView<'a> {
    FindingView {
        severity: finding.severity,
        label: label::severity(finding.severity),
        class: finding.severity.name(),
        rule: finding.rule.id(),
        finds: rule.map_or_else(String::new, |page| page.finds.clone()),
        action: rule.map_or_else(String::new, |page| page.action.clone()),
        heading: String::new(),
        why: String::new(),
        fact: None,
        cells: Vec::new(),
        evidence: Cow::default(),
        picture: None,
    }
}

/// A finding on one row of the table.
fn on_fact<'a>(view: FindingView<'a>, fact: &'a FactView) -> FindingView<'a> {
    let cells = fact.cells.iter();
    FindingView {
        heading: fact.question.clone(),
        why: fact.why.clone(),
        fact: Some(&fact.id),
        cells: cells.filter(|cell| cell.value.is_some()).collect(),
        evidence: Cow::Borrowed(&fact.evidence),
        picture: fact.picture.as_ref(),
        ..view
    }
}

/// A finding on one pair of a row, as a draft has it: its reason is not that of the row.
fn of_pair<'a>(view: FindingView<'a>, finding: &Finding, fact: &'a FactView) -> FindingView<'a> {
    let message = plain(&finding.message);
    let reason = message
        .split_once(": ")
        .map_or(&*message, |(_, reason)| reason);
    FindingView {
        why: reason.to_owned(),
        ..on_fact(view, fact)
    }
}

/// The group that holds what a finding between reports points at.
fn group_of(finding: &Finding, places: &[Places]) -> Option<usize> {
    let groups = |place: &Location| places[place.report].get(&place.span);
    let reports = |place: &&Location| place.report != finding.primary.report;
    let other = groups(finding.related.iter().find(reports)?)?;
    let mut own = groups(&finding.primary)?.iter();
    own.find(|group| other.contains(group)).copied()
}

/// A finding about one report alone.
fn alone<'a>(
    view: FindingView<'a>,
    finding: &Finding,
    evidences: &Evidences<'_>,
) -> FindingView<'a> {
    let mut places = vec![finding.primary];
    places.extend(&finding.related);
    FindingView {
        heading: capitalized(&view.finds),
        why: plain(&finding.message),
        evidence: Cow::Owned(evidences.of_places(&places)),
        ..view
    }
}
