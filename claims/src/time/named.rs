//! Parts and days of a year that have names: seasons, quarters, holidays.

use jiff::civil::{Date, Weekday};

use super::expression::{Holiday, Season};
use super::period::add_days;
use super::{Granularity, Period};

const MONTHS_OF_QUARTER: i32 = 3;
const MONTHS_OF_YEAR: i32 = 12;

/// Three months; winter begins in December of the year before.
pub(super) fn of_season(year: i16, season: Season) -> Option<Period> {
    let first = match season {
        Season::Winter => 0,
        Season::Spring => 3,
        Season::Summer => 6,
        Season::Autumn => 9,
    };
    Period::months(year, first, MONTHS_OF_QUARTER, Granularity::Season)
}

pub(super) fn of_share(year: i16, number: i8, parts: i8) -> Option<Period> {
    let length = MONTHS_OF_YEAR / i32::from(parts);
    Period::months(
        year,
        i32::from(number - 1) * length + 1,
        length,
        Granularity::Quarter,
    )
}

pub(super) fn of_holiday(year: i16, holiday: Holiday) -> Option<Period> {
    match holiday {
        Holiday::Fixed { month, day } => Period::date(year, month, day),
        Holiday::Easter { easter: days } => Period::day(add_days(easter(year)?, days)?),
        Holiday::Floating {
            month,
            weekday,
            nth,
        } => {
            let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
            Period::day(
                Date::new(year, month, 1)
                    .ok()?
                    .nth_weekday_of_month(nth, weekday)
                    .ok()?,
            )
        }
    }
}

/// Easter Sunday of the Gregorian calendar, by the rule of Meeus, Jones and Butcher.
fn easter(year: i16) -> Option<Date> {
    let year = i32::from(year);
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let correction = century - century / 4 - (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + correction + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    let shift = (golden + 11 * epact + 22 * weekday) / 451;
    let days = epact + weekday - 7 * shift + 114;
    let (month, day) = (
        i8::try_from(days / 31).ok()?,
        i8::try_from(days % 31 + 1).ok()?,
    );
    Date::new(i16::try_from(year).ok()?, month, day).ok()
}
