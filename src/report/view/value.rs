//! The value of a claim: numbers as decimal strings, times in ISO 8601, words as they stand.

use claims::claim::{Claim, Value};
use claims::quantity::{Direction, Modifier, Quantity, Unit};
use claims::time::{Granularity, Period, Timex};
use claims::{Published, Span};
use jiff::ToSpan;
use jiff::civil::DateTime;
use rust_decimal::Decimal;
use serde::Serialize;

use crate::compare::Report;

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
}

/// Direction and unit of a number in `extract`.
#[derive(Serialize)]
pub(super) struct DirectedUnit {
    direction: Option<&'static str>,
    unit: Option<UnitView>,
}

#[derive(Serialize)]
struct UnitView {
    code: &'static str,
    name: &'static str,
}

/// Unit of a number in `compare`: the unit of measurement by name, or of a count the thing counted.
#[derive(Serialize)]
pub(super) struct UnitName<'a> {
    unit: Option<&'a str>,
}

/// A claim's value for `extract`.
pub(super) fn extracted<'a>(claim: &Claim, report: &'a Report) -> ValueView<'a, DirectedUnit> {
    value(&claim.value, report, |quantity| DirectedUnit {
        direction: quantity.direction.map(direction),
        unit: quantity.unit.map(unit),
    })
}

/// A claim's value for `compare`.
pub(super) fn grouped<'a>(claim: &'a Claim, report: &'a Report) -> ValueView<'a, UnitName<'a>> {
    let counted = claim.measure.counted.as_ref();
    let counted = counted.map(|term| term.lemma.as_str());
    value(&claim.value, report, |quantity| UnitName {
        unit: quantity.unit.map_or(counted, |unit| Some(unit.name)),
    })
}

fn value<'a, U>(
    value: &Value,
    report: &'a Report,
    unit: impl Fn(&Quantity) -> U,
) -> ValueView<'a, U> {
    let extraction = &report.extraction;
    match value {
        Value::Number(quantity) => ValueView::Number {
            lower: quantity.value.low().map(decimal),
            upper: quantity.value.high().map(decimal),
            modifier: modifier(quantity.modifier),
            unit: unit(quantity),
        },
        Value::Time(timex) => time(timex),
        Value::Quote(attribution) | Value::Statement(attribution) => ValueView::Words {
            text: words(&extraction.attributions[*attribution].content, report),
        },
        Value::Name(mention) => ValueView::Name {
            name: &extraction.entities[extraction.mentions[*mention].entity].name,
        },
    }
}

fn words<'a>(spans: &[Span], report: &'a Report) -> Vec<&'a str> {
    let slice = |span: &Span| span.slice(&report.document.text);
    spans.iter().map(slice).collect()
}

fn decimal(value: Decimal) -> String {
    value.normalize().to_string()
}

const fn unit(unit: Unit) -> UnitView {
    UnitView {
        code: unit.code,
        name: unit.name,
    }
}

const fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::Up => "up",
        Direction::Down => "down",
    }
}

const fn modifier(modifier: Modifier) -> &'static str {
    match modifier {
        Modifier::Exact => "exact",
        Modifier::About => "about",
        Modifier::Nearly => "nearly",
        Modifier::JustOver => "just over",
        Modifier::JustUnder => "just under",
        Modifier::AtLeast => "at least",
        Modifier::MoreThan => "more than",
        Modifier::AtMost => "at most",
        Modifier::LessThan => "less than",
        Modifier::UpTo => "up to",
        Modifier::Range => "range",
    }
}

fn time<U>(timex: &Timex) -> ValueView<'static, U> {
    ValueView::Time {
        earliest: timex.value.map(|period| moment(period.start, &period)),
        latest: timex.value.map(|period| moment(last(&period), &period)),
        granularity: timex.value.map(|period| granularity(period.granularity)),
    }
}

const fn granularity(granularity: Granularity) -> &'static str {
    match granularity {
        Granularity::Minute => "minute",
        Granularity::Hour => "hour",
        Granularity::PartOfDay => "part of day",
        Granularity::Day => "day",
        Granularity::Week => "week",
        Granularity::Month => "month",
        Granularity::Season => "season",
        Granularity::Quarter => "quarter",
        Granularity::Year => "year",
        Granularity::Decade => "decade",
        Granularity::Century => "century",
    }
}

/// The last minute inside a period, which ends before its `end`.
fn last(period: &Period) -> DateTime {
    let before = period.end.checked_sub(1.minute());
    before.unwrap_or(period.end).max(period.start)
}

/// A date where the writer gave days or more, else date, hour and minute, with the offset from UTC where the
/// text names a time zone.
fn moment(at: DateTime, period: &Period) -> String {
    if period.granularity >= Granularity::Day {
        return at.date().to_string();
    }
    let offset = period.offset.map_or_else(String::new, offset);
    format!("{}{offset}", at.strftime("%Y-%m-%dT%H:%M"))
}

fn offset(minutes: i16) -> String {
    let sign = if minutes < 0 { '-' } else { '+' };
    let minutes = minutes.unsigned_abs();
    format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}

/// The date of a report, with the hour where that is known.
pub(super) fn published(published: &Published) -> String {
    if published.has_hour {
        published.at.strftime("%Y-%m-%dT%H:%M").to_string()
    } else {
        published.at.date().to_string()
    }
}
