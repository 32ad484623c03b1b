//! JSON lines: one claim of `extract` on each line, for `grep` and streaming readers.

use super::{Page, Reporter, view};
use crate::compare::Report;

/// One JSON object a line.
pub struct JsonLines;

impl Reporter<[Report]> for JsonLines {
    fn report(&self, reports: &[Report], _: &Page) -> String {
        let mut text = String::new();
        for claim in view::extraction(reports).claims {
            text += &serde_json::to_string(&claim).expect("a view has string keys only");
            text.push('\n');
        }
        text
    }
}
