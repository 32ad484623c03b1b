//! The findings in plain words: what differs, what each outlet says, why it cannot all hold.

use std::borrow::Cow;

use super::evidence::{Evidence, Evidences};
use super::fact::{CellView, FactView};
use super::label;
use super::outlet::OutletView;
use super::picture::Picture;
use super::words::{capitalized, plain};
use crate::compare::{Comparison, Finding, Severity};
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
    let findings = comparison.findings.iter();
    findings
        .map(|finding| {
            let rule = rules.iter().find(|page| page.rule == finding.rule.id());
            let view = bare(finding, rule);
            match finding.group.and_then(|group| facts.get(group)) {
                Some(fact) => on_fact(view, fact),
                None => alone(view, finding, &evidences),
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
