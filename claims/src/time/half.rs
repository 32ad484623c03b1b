//! Halves of the day: times of the clock without "a.m." or "p.m." in, each in the half of the times told before it out.
//!
//! After "at 5:45 p.m." a bare "by 5:53" is the one eight minutes later. A text with "18:05" counts to 24 hours and is left
//! alone.

use super::expression::{ClockTime, Expression, Form, Part};
use super::narrow::{self, MINUTES_OF_DAY, MINUTES_OF_HOUR, NOON};

/// Gives each bare time of the clock the half of the day in which it lies nearest to the last one told.
pub(super) fn tell_halves(expressions: &mut [Expression]) {
    if clocks(expressions).any(|clock| counts_to_24(*clock)) {
        return;
    }
    let mut last = None;
    for at in 0..expressions.len() {
        let beside = part_beside(expressions, at);
        let points = match &mut expressions[at].form {
            Form::Point(point) => [Some(point), None],
            Form::Range(first, end) => [Some(first), Some(end)],
            _ => continue,
        };
        for point in points.into_iter().flatten() {
            if let Some(clock) = &mut point.clock {
                last = tell(clock, point.part, beside, last).or(last);
            }
        }
    }
}

/// The part of the day behind an expression that it does not take in: "9:30 *the next morning*".
fn part_beside(expressions: &[Expression], at: usize) -> Option<Part> {
    /// "the"
    const BETWEEN: usize = 1;
    let next = expressions.get(at + 1)?;
    let beside = next.tokens.start <= expressions[at].tokens.end + BETWEEN;
    match &next.form {
        Form::Point(point) if beside => point.part.filter(|_| point.clock.is_none()),
        _ => None,
    }
}

fn clocks(expressions: &[Expression]) -> impl Iterator<Item = &ClockTime> {
    expressions
        .iter()
        .filter_map(|expression| match &expression.form {
            Form::Point(point) => point.clock.as_ref(),
            _ => None,
        })
}

/// Whether a time has an hour that no clock of twelve hours has: "18:05", not "6:05 p.m." nor "midnight".
const fn counts_to_24(clock: ClockTime) -> bool {
    !clock.told
        && !clock.half_open
        && clock.minute >= NOON + MINUTES_OF_HOUR
        && clock.minute < MINUTES_OF_DAY
}

/// The minute of the day that a time of the clock tells, by the part of the day inside it or `beside` it or by the half
/// that it takes from the `last` one.
fn tell(
    clock: &mut ClockTime,
    part: Option<Part>,
    beside: Option<Part>,
    last: Option<u16>,
) -> Option<u16> {
    if clock.told || clock.half_open && part.is_some() {
        return Some(narrow::minute(*clock, part));
    }
    let bare = clock.half_open;
    let minute = match (beside, last) {
        (Some(_), _) if bare => narrow::minute(*clock, beside),
        (None, Some(last)) if bare => nearest(*clock, last),
        _ => return None,
    };
    (clock.minute, clock.half_open, clock.told) = (minute, false, true);
    Some(minute)
}

/// The minute of the day, in either half, that lies nearest to the `last` one.
fn nearest(clock: ClockTime, last: u16) -> u16 {
    let distance = |minute: u16| {
        let apart = minute.abs_diff(last);
        apart.min(MINUTES_OF_DAY - apart)
    };
    let early = clock.minute % NOON;
    if distance(early) <= distance(early + NOON) {
        early
    } else {
        early + NOON
    }
}
