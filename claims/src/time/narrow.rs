//! Narrows a period to what the words leave of it: "early", "night", "9:20 p.m. ET".
//!
//! "late" of Tuesday is 17:00 to 24:00; "early" of June are its first twelve days.

use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Weekday};

use super::expression::{ClockTime, Edge, Part, Point, SummerRule, Zone};
use super::period::{add_days, midnight};
use super::{Granularity, Period, TimeModifier};

pub(super) const MINUTES_OF_HOUR: u16 = 60;
pub(super) const MINUTES_OF_DAY: u16 = 24 * MINUTES_OF_HOUR;
pub(super) const NOON: u16 = 12 * MINUTES_OF_HOUR;
/// The hours at which the early part of a day ends, and at which its late part begins.
const EARLY_DAY: u8 = 9;
const LATE_DAY: u8 = 17;
/// Early is the first two fifths of a longer unit, late the last two, and mid lies over both: all three are vague.
const FIFTHS: i64 = 5;

/// The part of `period` that the edge, part and clock of `point` mean; `today` is the day of writing.
pub(super) fn narrow(
    period: Period,
    point: &Point,
    bound: TimeModifier,
    today: Option<Date>,
) -> Option<Period> {
    if let Some(clock) = point.clock {
        return at_clock(period.first_day(), clock, point.part, bound);
    }
    if let Some(part) = point.part {
        return hours(period.first_day(), part, point.edge);
    }
    let Some(edge) = point.edge else {
        return Some(period);
    };
    match edge {
        Edge::Earlier | Edge::Later => Some(beside(period, edge, today)),
        _ if period.granularity == Granularity::Day => {
            hours(period.first_day(), whole_day(), Some(edge))
        }
        _ => fraction(period, edge),
    }
}

/// Minutes after midnight of a clock time, below a whole day.
pub(super) fn minute(clock: ClockTime, part: Option<Part>) -> u16 {
    let later =
        clock.half_open && clock.minute < NOON && part.is_some_and(|part| is_later(clock, part));
    (clock.minute + if later { NOON } else { 0 }) % MINUTES_OF_DAY
}

/// Whether a time of the clock before noon means the one after it in a part of the day: at 9 in the evening, but 2 at
/// night is the hour before morning.
const fn is_later(clock: ClockTime, part: Part) -> bool {
    const SMALL_HOURS: u16 = 5 * MINUTES_OF_HOUR;
    let night = part.to > 24 && clock.minute < SMALL_HOURS;
    part.from >= 12 && !night
}

/// The clock's offset from UTC on `date`, or in winter where no date is known.
pub(super) fn offset(zone: Zone, date: Option<Date>) -> Option<i16> {
    match (zone.summer, date) {
        (Some(summer), Some(date)) if is_summer(date, summer.rule).unwrap_or(false) => {
            Some(summer.offset)
        }
        _ => zone.offset,
    }
}

fn whole_day() -> Part {
    Part {
        from: 0,
        to: 24,
        early: EARLY_DAY,
        late: LATE_DAY,
    }
}

/// The minute of a clock time on `day`. Midnight belongs to the day that it ends (Associated Press), but what happens
/// "just after midnight Tuesday" happens as Tuesday begins.
fn at_clock(
    day: Date,
    clock: ClockTime,
    part: Option<Part>,
    bound: TimeModifier,
) -> Option<Period> {
    let ending = clock.minute == MINUTES_OF_DAY
        && !matches!(bound, TimeModifier::After | TimeModifier::JustAfter);
    let minutes = if ending {
        MINUTES_OF_DAY - 1
    } else {
        minute(clock, part)
    };
    let start = midnight(day)
        .checked_add(i64::from(minutes).minutes())
        .ok()?;
    Some(Period {
        start,
        end: start.checked_add(1.minute()).ok()?,
        granularity: if clock.has_minutes {
            Granularity::Minute
        } else {
            Granularity::Hour
        },
        offset: clock.zone.and_then(|zone| offset(zone, Some(day))),
    })
}

/// The hours of `part` on `day`, or only their early or late ones.
fn hours(day: Date, part: Part, edge: Option<Edge>) -> Option<Period> {
    let third = (part.to - part.from) / 3;
    let (from, to) = match edge {
        Some(Edge::Early) => (part.from, part.early),
        Some(Edge::Mid) => (part.from + third, part.to - third),
        Some(Edge::Late) => (part.late, part.to),
        Some(Edge::Earlier | Edge::Later) | None => (part.from, part.to),
    };
    Some(Period {
        start: hour(day, from)?,
        end: hour(day, to)?,
        granularity: Granularity::PartOfDay,
        offset: None,
    })
}

fn hour(day: Date, hour: u8) -> Option<DateTime> {
    midnight(day).checked_add(i64::from(hour).hours()).ok()
}

/// The beginning, middle or end of a unit longer than a day, in whole days.
fn fraction(period: Period, edge: Edge) -> Option<Period> {
    let days = i64::from((period.end.date() - period.first_day()).get_days());
    let (from, to) = match edge {
        Edge::Early => (0, 2),
        Edge::Mid => (1, 4),
        _ => (3, 5),
    };
    let day = |days: i64| add_days(period.first_day(), days as i32);
    // Days begun count, so that the early part of a weekend is its first day and never nothing.
    Some(Period {
        start: midnight(day(days * from / FIFTHS)?),
        end: midnight(day((days * to + FIFTHS - 1) / FIFTHS)?),
        ..period
    })
}

/// What of the unit lies before, or after, the day of writing, that day included.
fn beside(period: Period, edge: Edge, today: Option<Date>) -> Period {
    let inside = today
        .and_then(Period::day)
        .filter(|day| period.granularity > Granularity::Day && period.contains(day));
    match inside {
        None => period,
        Some(day) if edge == Edge::Earlier => Period {
            end: day.end,
            ..period
        },
        Some(day) => Period {
            start: day.start,
            ..period
        },
    }
}

/// Whether daylight-saving time is kept on `date`.
fn is_summer(date: Date, rule: SummerRule) -> Option<bool> {
    let sunday = |month: i8, nth: i8| {
        let first = Date::new(date.year(), month, 1).ok()?;
        first.nth_weekday_of_month(nth, Weekday::Sunday).ok()
    };
    let (start, end) = match rule {
        SummerRule::America => (sunday(3, 2)?, sunday(11, 1)?),
        SummerRule::Europe => (sunday(3, -1)?, sunday(10, -1)?),
    };
    Some((start..end).contains(&date))
}
