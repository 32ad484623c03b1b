//! Times in ISO 8601: the period of "Tuesday night" is written as its first and its last minute.

use claims::Published;
use claims::time::{Granularity, Timex};

/// First and last moment, or one where they are the same day or minute; nothing where the time is not known.
pub(super) fn reading(timex: &Timex) -> Option<String> {
    let (earliest, latest) = (timex.earliest()?, timex.latest()?);
    Some(if earliest == latest {
        earliest
    } else {
        format!("{earliest} to {latest}")
    })
}

/// The calendar unit as the schema names it.
pub(super) const fn granularity(granularity: Granularity) -> &'static str {
    match granularity {
        Granularity::Minute => "minute",
        Granularity::Hour => "hour",
        Granularity::PartOfDay => "part of day",
        Granularity::Day => "day",
        Granularity::Weekend => "weekend",
        Granularity::Week => "week",
        Granularity::Month => "month",
        Granularity::Season => "season",
        Granularity::Quarter => "quarter",
        Granularity::Year => "year",
        Granularity::Decade => "decade",
        Granularity::Century => "century",
    }
}

/// The date of a report, with the hour where that is known.
pub(super) fn published(published: &Published) -> String {
    if published.has_hour {
        published.at.strftime("%Y-%m-%dT%H:%M").to_string()
    } else {
        published.at.date().to_string()
    }
}
