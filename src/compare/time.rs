//! Verdicts on times: two claims about one event in, whether they can both hold out.
//!
//! "Wednesday" and "Wednesday night" agree; "around 10:50 p.m." and "10:52 p.m." are compatible; "Saturday" and
//! "Sunday" of one event are a conflict.

use claims::claim::Value;
use claims::time::{Granularity, Period, TimeModifier, Timex};
use jiff::ToSpan;

use super::Verdict;
use super::judgement::{Cause, Judgement};
use super::side::Side;

/// How far, in minutes, a rough clock time may lie from another.
const ROUGHLY: i64 = 20;

/// Judges two time claims of different reports.
#[must_use]
pub fn judge(a: &Side<'_>, b: &Side<'_>) -> Judgement {
    let (Value::Time(left), Value::Time(right)) = (&a.claim.value, &b.claim.value) else {
        return Judgement::new(Verdict::Compatible, Cause::Unread);
    };
    let Some((first, second)) = left.comparable(right) else {
        return Judgement::new(Verdict::Compatible, Cause::Unread);
    };
    if first.overlaps(&second) {
        overlapping(left, right, &first, &second)
    } else if bounded(left, &first, &second) || bounded(right, &second, &first) {
        Judgement::new(Verdict::Compatible, Cause::Bound)
    } else if roughly(left, right, &first, &second) {
        Judgement::new(Verdict::Compatible, Cause::RoughTime)
    } else {
        Judgement::new(Verdict::Conflict, Cause::OtherTime)
    }
}

fn overlapping(a: &Timex, b: &Timex, first: &Period, second: &Period) -> Judgement {
    let same = first.start == second.start && first.end == second.end;
    let rough = [a, b].iter().any(|timex| is_rough(timex.modifier));
    let hedged = rough && a.modifier != b.modifier;
    let clocks = first.granularity <= Granularity::Hour && second.granularity <= Granularity::Hour;
    match (same, hedged && clocks) {
        (_, true) => Judgement::new(Verdict::Compatible, Cause::RoughTime),
        (true, false) => Judgement::new(Verdict::Agree, Cause::SameValue),
        (false, false) => Judgement::new(Verdict::Agree, Cause::Within),
    }
}

const fn is_rough(modifier: TimeModifier) -> bool {
    matches!(
        modifier,
        TimeModifier::About | TimeModifier::JustBefore | TimeModifier::JustAfter
    )
}

/// Whether a time that only bounds ("through Monday evening", "since June") leaves room for the other.
fn bounded(bound: &Timex, end: &Period, other: &Period) -> bool {
    match bound.modifier {
        TimeModifier::Before => other.end <= end.start,
        TimeModifier::After => other.start >= end.end,
        _ => false,
    }
}

/// Clock times that a hedge brings together.
#[must_use]
pub fn roughly(a: &Timex, b: &Timex, first: &Period, second: &Period) -> bool {
    let hedged = [a, b]
        .iter()
        .any(|timex| timex.modifier != TimeModifier::Exact);
    let reach = ROUGHLY.minutes();
    let near = |first: &Period, second: &Period| {
        first
            .end
            .checked_add(reach)
            .is_ok_and(|end| second.start < end)
            && first.start < second.end
    };
    let clocks = [first, second]
        .iter()
        .all(|period| matches!(period.granularity, Granularity::Minute | Granularity::Hour));
    hedged && clocks && (near(first, second) || near(second, first))
}
