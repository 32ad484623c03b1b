//! Small pictures where looking beats reading: a group of numbers in, marks on an axis out.
//!
//! All places are percentages with one decimal, computed in decimals: the same bytes on every machine. The
//! template draws them; the words beside them say the same, so that the picture can be left unseen.

mod axis;
mod course;

use claims::claim::Value;
use claims::quantity::Quantity;
use rust_decimal::Decimal;

pub(super) use axis::Axis;
pub(super) use course::Course;

use super::outlet::OutletView;
use crate::compare::{Comparison, Group, Kind, Reading, Report, Verdict};

/// The pictures of one fact.
#[derive(Debug)]
pub(super) struct Picture {
    /// The values on an axis.
    pub(super) axis: Option<Axis>,
    /// The values over the time of publication, where the count was moving.
    pub(super) course: Option<Course>,
}

/// What one outlet says, as a number.
struct Said<'a> {
    outlet: &'a OutletView,
    report: &'a Report,
    words: &'a str,
    reading: Reading,
}

impl Picture {
    /// The pictures of `group`; none where it has no numbers or they are all the same.
    pub(super) fn of(
        comparison: &Comparison,
        group: &Group,
        outlets: &[OutletView],
    ) -> Option<Self> {
        if group.kind != Kind::Number || group.verdict == Verdict::Agree {
            return None;
        }
        let said = said(comparison, group, outlets);
        let moving = group.verdict == Verdict::Update;
        let picture = Self {
            axis: Axis::of(&said),
            course: moving.then(|| Course::of(&said)).flatten(),
        };
        (picture.axis.is_some() || picture.course.is_some()).then_some(picture)
    }
}

/// What each outlet says, where all say it in one unit.
fn said<'a>(comparison: &'a Comparison, group: &Group, outlets: &'a [OutletView]) -> Vec<Said<'a>> {
    let one = |outlet: &'a OutletView| {
        let id = group.values.iter().find(|id| id.report == outlet.index)?;
        let report = &comparison.reports[id.report];
        let claim = report.claim(id.claim);
        let quantity = number(&claim.value)?;
        Some(Said {
            outlet,
            report,
            words: report.words(claim.span),
            reading: Reading::of(quantity),
        })
    };
    outlets.iter().filter_map(one).collect()
}

fn number(value: &Value) -> Option<&Quantity> {
    match value {
        Value::Number(quantity) => Some(quantity),
        Value::Time(_) | Value::Quote | Value::Statement(_) | Value::Name(_) => None,
    }
}

/// A stretch of numbers laid over the width of a picture, with a margin at both ends.
#[derive(Clone, Copy)]
struct Scale {
    low: Decimal,
    high: Decimal,
}

impl Scale {
    /// From the smallest to the largest of `values`; nothing where they are one.
    fn over(values: impl Iterator<Item = Decimal> + Clone) -> Option<Self> {
        let scale = Self {
            low: values.clone().min()?,
            high: values.max()?,
        };
        (scale.low < scale.high).then_some(scale)
    }

    /// Where `value` stands, in percent of the width.
    fn place(&self, value: Decimal) -> Option<Decimal> {
        let margin = Decimal::from(MARGIN);
        let width = self.high.checked_sub(self.low)?;
        let share = value.checked_sub(self.low)?.checked_div(width)?;
        let place = share.checked_mul(Decimal::from(100 - 2 * MARGIN))?;
        Some(place.checked_add(margin)?.round_dp(1).normalize())
    }
}

/// Room at each end of an axis, in percent: a bound without end runs into it.
const MARGIN: i64 = 10;
