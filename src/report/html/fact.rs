//! The rows of the table: a group in, its values by outlet, its sentences and its picture out.

use super::evidence::{Evidence, Evidences, claim_id};
use super::label;
use super::outlet::OutletView;
use super::picture::Picture;
use super::words::{capitalized, plain};
use crate::compare::{Comparison, Group, Standing, reason};
use crate::report::fact::{self, Cell};

/// One row.
pub(super) struct FactView {
    /// Its name on the page and in the other formats: `g3`.
    pub(super) id: String,
    /// Verdict, as the formats name it.
    pub(super) verdict: &'static str,
    /// What the verdict means.
    pub(super) meaning: &'static str,
    /// Kind, as the formats name it.
    pub(super) kind: &'static str,
    /// How the claims of a draft stand: "contradicted"; of a group without a draft, nothing.
    pub(super) standing: Option<&'static str>,
    /// The question that the values answer.
    pub(super) question: String,
    /// Why the verdict is as it is.
    pub(super) why: String,
    /// What each outlet says, in the order of the page.
    pub(super) cells: Vec<CellView>,
    /// The sentences.
    pub(super) evidence: Vec<Evidence>,
    /// The values as a picture.
    pub(super) picture: Option<Picture>,
}

/// What one outlet says.
pub(super) struct CellView {
    /// The outlet's name.
    pub(super) outlet: String,
    /// Its report, as an index into the reports of the comparison.
    pub(super) report: usize,
    /// Its value; `None` where it is silent.
    pub(super) value: Option<ValueView>,
}

/// A value with who says so.
pub(super) struct ValueView {
    /// In the words of the report.
    pub(super) words: String,
    /// Other values that the report gives as well.
    pub(super) others: String,
    /// Who says so.
    pub(super) source: Option<String>,
    /// Where it stands in the reports of the page.
    pub(super) target: String,
    /// Where it stands in its report, in bytes: the order of reading.
    pub(super) place: u32,
}

/// The rows of all groups, in their order.
pub(super) fn facts(comparison: &Comparison, outlets: &[OutletView]) -> Vec<FactView> {
    let evidences = Evidences::new(comparison, outlets);
    let standings = standings(comparison);
    let groups = comparison.groups.iter().enumerate();
    groups
        .zip(fact::facts(comparison, true))
        .map(|((index, group), fact)| FactView {
            id: fact_id(index),
            verdict: group.verdict.name(),
            meaning: label::meaning(group.verdict),
            standing: standings[index].map(Standing::name),
            kind: group.kind.name(),
            question: capitalized(&plain(&fact.question)),
            why: why(comparison, group),
            cells: cells(comparison, group, &fact.cells, outlets),
            evidence: evidences.of_group(group),
            picture: Picture::of(comparison, group, outlets),
        })
        .collect()
}

/// How the draft's claims in each group stand: the worst of them.
fn standings(comparison: &Comparison) -> Vec<Option<Standing>> {
    let mut standings = vec![None; comparison.groups.len()];
    for check in &comparison.checks {
        if let Some(group) = check.group {
            let worst: &mut Option<Standing> = &mut standings[group];
            *worst = Some(worst.map_or(check.standing, |worst| worst.min(check.standing)));
        }
    }
    standings
}

/// The name of a group on the page.
pub(super) fn fact_id(group: usize) -> String {
    format!("g{}", group + 1)
}

/// The reason without the values, which stand beside it.
fn why(comparison: &Comparison, group: &Group) -> String {
    plain(&match group.decided {
        Some(decided) => reason::because(&comparison.reports, &decided),
        None => group.reason.clone(),
    })
}

fn cells(
    comparison: &Comparison,
    group: &Group,
    cells: &[Option<Cell>],
    outlets: &[OutletView],
) -> Vec<CellView> {
    let cell = |outlet: &OutletView| CellView {
        outlet: outlet.name.clone(),
        report: outlet.index,
        value: cells[outlet.index]
            .as_ref()
            .and_then(|cell| value(comparison, group, outlet.index, cell)),
    };
    outlets.iter().map(cell).collect()
}

fn value(comparison: &Comparison, group: &Group, report: usize, cell: &Cell) -> Option<ValueView> {
    let id = group.values.iter().find(|id| id.report == report)?;
    let span = comparison.reports[report].claim(id.claim).span;
    Some(ValueView {
        words: plain(&cell.value),
        others: plain(&cell.others.join(", ")),
        source: cell.source.as_deref().map(plain),
        target: claim_id(report, span),
        place: span.start,
    })
}
