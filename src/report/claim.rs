//! One claim in words: its kind, how its value was read, what it measures.

use claims::claim::{Claim, Term, Value};

use super::{number, time};
use crate::compare::Report;

/// The kind as the schema names it.
pub(super) const fn kind(value: &Value) -> &'static str {
    match value {
        Value::Number(_) => "number",
        Value::Time(_) => "time",
        Value::Quote => "quote",
        Value::Statement(_) | Value::Medium(_) => "attribution",
        Value::Name(_) | Value::Role(_) | Value::Place(_) => "name",
    }
}

/// The kind as a reader sees it, who is told media and places apart.
pub(super) const fn sort(value: &Value) -> &'static str {
    match value {
        Value::Medium(_) => "medium",
        Value::Place(_) => "place",
        _ => kind(value),
    }
}

/// How the value was read; words and names stand for themselves.
pub(super) fn reading(claim: &Claim) -> String {
    match &claim.value {
        Value::Number(quantity) => number::reading(quantity),
        Value::Time(timex) => time::reading(timex).unwrap_or_else(|| "not resolved".to_owned()),
        Value::Quote
        | Value::Statement(_)
        | Value::Medium(_)
        | Value::Name(_)
        | Value::Role(_)
        | Value::Place(_) => String::new(),
    }
}

/// What a number measures: "Shahed drones launched"; of other claims, nothing.
pub(super) fn measure(claim: &Claim, report: &Report) -> String {
    let words = |term: &Term| term.span.slice(&report.document.text).to_owned();
    let measure = &claim.measure;
    let terms = [&measure.subject, &measure.counted, &measure.outcome];
    let terms = terms.into_iter().flatten().map(words);
    terms.collect::<Vec<_>>().join(" ")
}
