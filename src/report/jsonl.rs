//! JSON lines, for `grep` and streaming readers: one claim of `extract`, or one finding of `check`, on each line.

use serde::Serialize;

use super::{Page, Reporter, view};
use crate::compare::{Comparison, Report};

/// One JSON object a line.
pub struct JsonLines;

impl Reporter<[Report]> for JsonLines {
    fn report(&self, reports: &[Report], _: &Page) -> String {
        lines(view::extraction(reports).claims)
    }
}

impl Reporter<Comparison> for JsonLines {
    fn report(&self, comparison: &Comparison, _: &Page) -> String {
        lines(view::comparison(comparison).findings)
    }
}

fn lines(values: Vec<impl Serialize>) -> String {
    let mut text = String::new();
    for value in values {
        text += &serde_json::to_string(&value).expect("a view has string keys only");
        text.push('\n');
    }
    text
}
