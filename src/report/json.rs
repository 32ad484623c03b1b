//! JSON, schema `claimdiff/1`: the contract that other programs rely on.

use serde::Serialize;

use super::{Page, Reporter, view};
use crate::compare::{Comparison, Report};

/// Pretty-printed JSON.
pub struct Json;

impl Reporter<Comparison> for Json {
    fn report(&self, comparison: &Comparison, _: &Page) -> String {
        pretty(&view::comparison(comparison))
    }
}

impl Reporter<[Report]> for Json {
    fn report(&self, reports: &[Report], _: &Page) -> String {
        pretty(&view::extraction(reports))
    }
}

fn pretty(value: &impl Serialize) -> String {
    let mut text = serde_json::to_string_pretty(value).expect("a view has string keys only");
    text.push('\n');
    text
}
