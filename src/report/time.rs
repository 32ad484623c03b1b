//! Times in ISO 8601: the period of "Tuesday night" is written as its first and its last minute.

use claims::Published;
use claims::time::{Granularity, Period};
use jiff::ToSpan;
use jiff::civil::DateTime;

/// The first moment of a period.
pub(super) fn earliest(period: &Period) -> String {
    moment(period.start, period)
}

/// The last moment of a period.
pub(super) fn latest(period: &Period) -> String {
    moment(last(period), period)
}

/// Both, or one where they are the same day or minute.
pub(super) fn reading(period: &Period) -> String {
    let (earliest, latest) = (earliest(period), latest(period));
    if earliest == latest {
        earliest
    } else {
        format!("{earliest} to {latest}")
    }
}

/// The calendar unit as the schema names it.
pub(super) const fn granularity(granularity: Granularity) -> &'static str {
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
