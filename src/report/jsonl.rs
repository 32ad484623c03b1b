//! JSON lines, for `grep` and streaming readers: one claim of `extract`, or one finding of `check`, on each line.

use serde::Serialize;

use super::{Page, Reporter, view};
use crate::compare::{Comparison, Report};
use crate::place::Lines;

/// One JSON object a line.
pub struct JsonLines;

impl Reporter<[Report]> for JsonLines {
    fn report(&self, reports: &[Report], _: &Page) -> String {
        lines(view::claims(reports, &Lines::of_all(reports)))
    }
}

impl Reporter<Comparison> for JsonLines {
    fn report(&self, comparison: &Comparison, _: &Page) -> String {
        lines(view::comparison(comparison).findings.into_iter())
    }
}

/// One line for each value, written as it comes: the views of a large archive would fill the memory.
fn lines(values: impl Iterator<Item = impl Serialize>) -> String {
    let mut text = Vec::new();
    for value in values {
        serde_json::to_writer(&mut text, &value).expect("a view has string keys only");
        text.push(b'\n');
    }
    String::from_utf8(text).expect("JSON is UTF-8")
}
