//! What is behind the findings, below the table: message and rule, then the sentences.

use comfy_table::Cell;
use unicode_width::UnicodeWidthStr;

use super::grid::plain;
use super::layout::Layout;
use super::paint::{Paint, severity_color};
use crate::compare::Severity;
use crate::report::detail::{Detail, Evidence};
use crate::text::clean;

/// Errors and warnings with their sentences, notes on a line each.
pub(super) fn evidence(details: &[Detail], width: u16, paint: Paint) -> String {
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let mut sentences_before = false;
    for detail in details {
        let with_sentences = detail.severity != Severity::Note;
        let follows_note = !std::mem::replace(&mut sentences_before, with_sentences);
        if !rows.is_empty() && !follows_note {
            rows.push(vec![Cell::new(""), Cell::new("")]);
        }
        rows.push(heading(detail));
        if with_sentences {
            rows.extend(detail.evidence.iter().map(sentence));
        }
    }
    let (label, text) = Layout::beside(width, longest_label(details));
    plain(rows, &[label, text], paint)
}

fn longest_label(details: &[Detail]) -> usize {
    let evidence = details.iter().flat_map(|detail| &detail.evidence);
    let labels = evidence.map(|one| label(one).width());
    labels.max().unwrap_or_default()
}

fn heading(detail: &Detail) -> Vec<Cell> {
    let severity = Cell::new(detail.severity.name()).fg(severity_color(detail.severity));
    let message = format!(
        "{} [{} {}]",
        clean(detail.message),
        detail.rule,
        detail.name
    );
    vec![severity, Cell::new(message)]
}

fn sentence(evidence: &Evidence) -> Vec<Cell> {
    vec![Cell::new(label(evidence)), Cell::new(&evidence.sentence)]
}

fn label(evidence: &Evidence) -> String {
    format!("{}, line {}", evidence.outlet, evidence.line)
}
