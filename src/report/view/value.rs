//! The value of a claim: numbers as decimal strings, times in ISO 8601, words as they stand.

use claims::Span;
use claims::claim::{Claim, Value};
use claims::quantity::{Quantity, QuantityKind};
use claims::time::Timex;
use serde::Serialize;

use crate::compare::Report;
use crate::report::number::{decimal, direction, modifier};
use crate::report::time::granularity;

/// A value as `extract` gives it, or as `compare` does: they differ in the unit of a number.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum ValueView<'a, U> {
    Number {
        lower: Option<String>,
        upper: Option<String>,
        modifier: &'static str,
        #[serde(flatten)]
        unit: U,
    },
    /// A place in a row ("third"), which measures nothing.
    Rank {
        rank: String,
    },
    /// What each of two parties has: "3-1".
    Score {
        score: [String; 2],
    },
    Time {
        earliest: Option<String>,
        latest: Option<String>,
        granularity: Option<&'static str>,
    },
    Words {
        text: Vec<&'a str>,
    },
    Name {
        name: &'a str,
    },
    Role {
        role: &'a str,
        of: &'a str,
    },
    Place {
        place: &'a str,
        of: &'a str,
    },
}

/// Direction and unit of a number in `extract`.
#[derive(Serialize)]
pub(super) struct DirectedUnit {
    direction: Option<&'static str>,
    unit: Option<UnitView>,
}

#[derive(Serialize)]
struct UnitView {
    code: String,
    name: String,
}

/// Unit of a number in `compare`: the unit of measurement by name, or of a count the thing counted.
#[derive(Serialize)]
pub(super) struct UnitName<'a> {
    unit: Option<&'a str>,
}

/// A claim's value for `extract`.
pub(super) fn extracted<'a>(claim: &Claim, report: &'a Report) -> ValueView<'a, DirectedUnit> {
    value(claim, report, |quantity| DirectedUnit {
        direction: quantity.direction.map(direction),
        unit: unit(quantity).or_else(|| rate(claim, quantity)),
    })
}

/// A claim's value for `compare`.
pub(super) fn grouped<'a>(claim: &'a Claim, report: &'a Report) -> ValueView<'a, UnitName<'a>> {
    let counted = claim.measure.counted.as_ref();
    let counted = counted.map(|term| &*term.lemma);
    value(claim, report, |quantity| UnitName {
        unit: quantity.unit.map_or(counted, |unit| Some(unit.name)),
    })
}

fn value<'a, U>(
    claim: &Claim,
    report: &'a Report,
    unit: impl Fn(&Quantity) -> U,
) -> ValueView<'a, U> {
    let extraction = &report.extraction;
    match &claim.value {
        Value::Number(quantity) => number(quantity, unit),
        Value::Time(timex) => time(timex),
        Value::Quote => ValueView::Words {
            text: words(&[claim.span], report),
        },
        Value::Statement(attribution) | Value::Medium(attribution) => ValueView::Words {
            text: words(&extraction.attributions[*attribution].content, report),
        },
        Value::Role(role) => ValueView::Role {
            role: extraction.roles[*role].span.slice(&report.document.text),
            of: &extraction.entities[extraction.mentions[extraction.roles[*role].mention].entity]
                .name,
        },
        Value::Place(event) => ValueView::Place {
            place: report.words(claim.span),
            of: report.words(extraction.analysis.tokens[*event].span),
        },
        Value::Name(mention) => ValueView::Name {
            name: &extraction.entities[extraction.mentions[*mention].entity].name,
        },
    }
}

/// Ranks and scores are numbers that measure nothing, and have no bounds.
fn number<'a, U>(quantity: &Quantity, unit: impl Fn(&Quantity) -> U) -> ValueView<'a, U> {
    let (first, second) = (quantity.stated.low(), quantity.stated.high());
    match (quantity.kind, first, second) {
        (QuantityKind::Ordinal, Some(rank), _) => ValueView::Rank {
            rank: decimal(rank),
        },
        (QuantityKind::Score, Some(first), Some(second)) => ValueView::Score {
            score: [first, second].map(decimal),
        },
        _ => ValueView::Number {
            lower: quantity.value.low().map(decimal),
            upper: quantity.value.high().map(decimal),
            modifier: modifier(quantity.modifier),
            unit: unit(quantity),
        },
    }
}

fn words<'a>(spans: &[Span], report: &'a Report) -> Vec<&'a str> {
    let slice = |span: &Span| span.slice(&report.document.text);
    spans.iter().map(slice).collect()
}

fn unit(quantity: &Quantity) -> Option<UnitView> {
    Some(UnitView {
        code: quantity.unit_code()?,
        name: quantity.unit_name()?,
    })
}

/// The unit of a rate of things: "15 messages a day" are messages per day, in UCUM `{message}/d`.
fn rate(claim: &Claim, quantity: &Quantity) -> Option<UnitView> {
    let per = quantity.per?.unit?;
    let counted = &claim.measure.counted.as_ref()?.lemma;
    Some(UnitView {
        code: format!("{{{counted}}}/{}", per.code),
        name: format!("{counted} per {}", per.name),
    })
}

fn time<U>(timex: &Timex) -> ValueView<'static, U> {
    ValueView::Time {
        earliest: timex.earliest(),
        latest: timex.latest(),
        granularity: timex.value.map(|period| granularity(period.granularity)),
    }
}
