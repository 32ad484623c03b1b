//! JSON lines, for `grep` and streaming readers: one claim of `extract`, or one finding of `check`, on each line.

use serde::Serialize;

use super::{Page, Reporter, view};
use crate::compare::{Comparison, Report};
use crate::place::Lines;

/// One JSON object a line.
pub struct JsonLines;

impl Reporter<[Report]> for JsonLines {
    fn report(&self, reports: &[Report], _: &Page) -> String {
        let claims = reports.iter().enumerate();
        claims.map(|(id, report)| claims_of(id, report)).collect()
    }
}

impl Reporter<Comparison> for JsonLines {
    fn report(&self, comparison: &Comparison, _: &Page) -> String {
        lines(view::comparison(comparison).findings.into_iter())
    }
}

/// One line for each claim of the report with this number.
pub(crate) fn claims_of(id: usize, report: &Report) -> String {
    lines(view::claims_of(id, report, &Lines::new(report)))
}

/// One line for each value, written as it comes: the views of a large archive would fill the memory. There is room at
/// once for lines of the usual length.
fn lines(values: impl Iterator<Item = impl Serialize>) -> String {
    const USUAL: usize = 400;
    let mut text = Vec::with_capacity(values.size_hint().0 * USUAL);
    for value in values {
        serde_json::to_writer(&mut text, &value).expect("views have keys that are strings");
        text.push(b'\n');
    }
    String::from_utf8(text).expect("JSON is UTF-8")
}
