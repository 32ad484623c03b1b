//! Where a unit of the calendar lies, given the day of writing and the time last mentioned.
//!
//! On Wednesday 21 May 2025 "Tuesday" is 20 May 2025, "last October" October 2024, "two weeks ago" the week of 5 May 2025.

use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Weekday};

use super::expression::{Base, Calendar, Count, Offset, Unit, Which, Year};
use super::named::{of_holiday, of_season, of_share};
use super::period::{add_days, add_months, midnight};
use super::tense::Tense;
use super::{Anchor, Granularity, Period};
use crate::Published;

const DAYS_OF_WEEK: i32 = 7;
const MONTHS_OF_QUARTER: i32 = 3;
const YEARS_OF_DECADE: i32 = 10;
const YEARS_OF_CENTURY: i32 = 100;
/// Leap days are at most eight years apart.
const YEARS_SEARCHED: i16 = 8;
/// A month that lies so many days ahead is meant rather than one more than twice as long past, where no word tells.
const NEAR: i32 = 92;
/// How many days ago a day has just been, and how many ahead it is a long way off.
const JUST_OVER: i32 = 45;
const LONG_AHEAD: i32 = 300;

/// A period with what it was resolved against.
pub(super) type Placed = (Period, Anchor);

/// The moment of writing.
#[derive(Clone, Copy, Debug)]
pub(super) struct Writing {
    at: DateTime,
    has_hour: bool,
    anchor: Anchor,
    /// Whether the text tells of the day of writing by its weekday, as if it were past: what is then told of the next
    /// weekday happened on the day after, when the report was still being written.
    kept_up: bool,
}

impl Writing {
    /// From the publication date.
    pub(super) fn from_published(published: Published) -> Self {
        Self {
            at: published.at,
            has_hour: published.has_hour,
            anchor: Anchor::Publication,
            kept_up: false,
        }
    }

    /// From the date of the dateline.
    pub(super) fn from_dateline(date: Date) -> Self {
        Self {
            at: midnight(date),
            has_hour: false,
            anchor: Anchor::Dateline,
            kept_up: false,
        }
    }

    /// The day of writing.
    pub(super) fn day(self) -> Date {
        self.at.date()
    }

    /// The same `days` later.
    pub(super) fn days_later(self, days: i64) -> Option<Self> {
        let at = self.at.checked_add(days.days()).ok()?;
        Some(Self { at, ..self })
    }

    /// The same for a report that `kept_up` says was still written on the day after; never where the hour is known.
    pub(super) fn kept_up(self, kept_up: bool) -> Self {
        let kept_up = kept_up && !self.has_hour;
        Self { kept_up, ..self }
    }

    /// Whether it is a `weekday`, Monday being 1.
    pub(super) fn falls_on(self, weekday: i8) -> bool {
        self.at.weekday().to_monday_one_offset() == weekday
    }

    /// The moment of writing, a whole day where the hour is not known.
    fn period(self) -> Option<Period> {
        let end = self.at.checked_add(1.minute()).ok()?;
        let minute = Period {
            start: self.at,
            end,
            granularity: Granularity::Minute,
            offset: None,
        };
        if self.has_hour {
            Some(minute)
        } else {
            Period::day(self.at.date())
        }
    }
}

/// What one expression is resolved against.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// The moment of writing.
    pub writing: Option<Writing>,
    /// The time last mentioned.
    pub previous: Option<Period>,
    /// The last one that is a day or lies within one.
    pub previous_day: Option<Date>,
    /// Where the time lies as seen from the moment of writing.
    pub tense: Tense,
}

impl Place {
    /// The day of writing.
    pub(super) fn today(&self) -> Option<Date> {
        Some(self.writing?.day())
    }

    /// What times counted from the day of writing are anchored at.
    pub(super) fn writing_anchor(&self) -> Anchor {
        self.writing
            .map_or(Anchor::Unresolved, |writing| writing.anchor)
    }

    /// The period of a unit of the calendar; `weekday` is the one given besides a date.
    pub(super) fn calendar(&self, calendar: &Calendar, weekday: Option<i8>) -> Option<Placed> {
        match *calendar {
            Calendar::Day {
                year,
                month: Some(month),
                day,
            } => self.in_year(year, weekday, |year| Period::date(year, month, day)),
            Calendar::Day {
                month: None, day, ..
            } => self.day_of_month(day),
            Calendar::Month { year, month } => {
                self.in_year(year, None, |year| Period::month(year, month))
            }
            Calendar::Season { year, season } => {
                self.in_year(year, None, |year| of_season(year, season))
            }
            Calendar::Share {
                year,
                number,
                parts,
            } => self.in_year(year, None, |year| of_share(year, number, parts)),
            Calendar::Holiday { holiday, year } => {
                self.in_year(year, weekday, |year| of_holiday(year, holiday))
            }
            Calendar::Year(year) => absolute(Period::years(year, 1, Granularity::Year)),
            Calendar::Years(first, last) => absolute(Period::years(
                first,
                i32::from(last - first) + 1,
                Granularity::Year,
            )),
            Calendar::Decade(year) => {
                absolute(Period::years(year, YEARS_OF_DECADE, Granularity::Decade))
            }
            Calendar::Century(number) => {
                let first = (number - 1) * YEARS_OF_CENTURY as i16 + 1;
                absolute(Period::years(first, YEARS_OF_CENTURY, Granularity::Century))
            }
            Calendar::Weekday { weekday, which, .. } => self.weekday(weekday, which),
            Calendar::Weekend => self.weekend(),
            Calendar::Step { unit, steps, base } => self.step(unit, steps.into(), base),
            Calendar::Offset(offset) => {
                let (base, anchor) = self.base(offset.base, offset.unit)?;
                let period = shifted(base, offset)?;
                // "three days later", told in the past, was not counted from yesterday.
                let counted = offset.base != Base::Previous || !self.is_still_to_come(&period);
                counted.then_some((period, anchor))
            }
            Calendar::Stretch {
                unit,
                count,
                sign,
                base,
            } => self.stretch(unit, count, sign, base),
        }
    }

    /// The same with the time last mentioned, or the one named, as the moment of writing.
    pub(super) fn seen_from(&self, period: Period, tense: Tense) -> Self {
        let writing = Writing {
            at: period.start,
            has_hour: false,
            anchor: self.writing_anchor(),
            kept_up: false,
        };
        Self {
            writing: Some(writing),
            tense,
            ..*self
        }
    }

    /// What counting starts from.
    fn base(&self, base: Base, unit: Unit) -> Option<Placed> {
        match base {
            Base::Writing => Some((self.writing?.period()?, self.writing_anchor())),
            Base::Previous if unit < Unit::Week => {
                let day = Period::day(self.previous_day?)?;
                let clock = self
                    .previous
                    .filter(|previous| unit < Unit::Day && day.contains(previous));
                Some((clock.unwrap_or(day), Anchor::Previous))
            }
            Base::Previous => Some((self.previous?, Anchor::Previous)),
            Base::Either => self
                .base(Base::Previous, unit)
                .or_else(|| self.base(Base::Writing, unit)),
            Base::Named => None,
        }
    }

    /// A unit of the calendar in the year that is meant.
    fn in_year(
        &self,
        year: Year,
        weekday: Option<i8>,
        of: impl Fn(i16) -> Option<Period>,
    ) -> Option<Placed> {
        match year {
            Year::Given(year) => absolute(of(year)),
            Year::Step(steps, base) => {
                let (base, anchor) = self.base(base, Unit::Year)?;
                let period = of(base.start.year().checked_add(steps.into())?)?;
                if steps == 0 && self.is_still_to_come(&period) {
                    return Some((of(base.start.year() - 1)?, anchor));
                }
                Some((period, anchor))
            }
            Year::Nearest(side) => {
                let today = self.today()?;
                let months = Period::month(today.year(), today.month())?;
                let fits = |period: &Period| match side {
                    ..0 => period.end <= months.start,
                    _ => period.start >= months.end,
                };
                let found = nearest(today.year(), side, |year| of(year).filter(fits))?;
                Some((found, self.writing_anchor()))
            }
            Year::Open => self.in_open_year(weekday, of),
        }
    }

    /// Whether a period that is told in the past lies ahead, as "this summer" does in January.
    fn is_still_to_come(&self, period: &Period) -> bool {
        let today = self.today().and_then(Period::day);
        self.tense == Tense::Past && today.is_some_and(|today| period.start > today.end)
    }

    /// The latest that began before the day of writing was over, or the first that ends after it began.
    fn in_open_year(
        &self,
        weekday: Option<i8>,
        of: impl Fn(i16) -> Option<Period>,
    ) -> Option<Placed> {
        let today = Period::day(self.today()?)?;
        let year = self.today()?.year();
        let past = nearest(year, -1, |year| {
            of(year).filter(|period| period.start < today.end)
        });
        let future = nearest(year, 1, |year| {
            of(year).filter(|period| period.end > today.start)
        });
        let agrees = |period: &Period| weekday.is_none_or(|weekday| falls_on(period, weekday));
        let ahead = match (past, future) {
            (Some(past), Some(future)) if is_just_over(&past, &future, &today) => false,
            _ if self.tense == Tense::Future => true,
            (Some(past), Some(future)) if self.tense == Tense::Open => {
                !agrees(&past) && agrees(&future) || is_nearer(&future, &past, &today)
            }
            _ => false,
        };
        let (chosen, other) = if ahead {
            (future, past)
        } else {
            (past, future)
        };
        // The weekday of "Monday, June 3" tells its year where the one that is nearer has it.
        let closer = |chosen: &Period, other: &Period| {
            !agrees(chosen)
                && agrees(other)
                && days_apart(other, &today) < days_apart(chosen, &today)
        };
        let told = chosen
            .zip(other)
            .filter(|(chosen, other)| closer(chosen, other));
        let found = told.map(|(_, other)| other).or(chosen).or(other)?;
        Some((found, self.writing_anchor()))
    }

    /// "the 11th": of the month last mentioned, else of the month that tense shows.
    fn day_of_month(&self, day: i8) -> Option<Placed> {
        if let Some(previous) = self
            .previous
            .filter(|previous| previous.granularity <= Granularity::Month)
        {
            let start = previous.start;
            return Some((
                Period::date(start.year(), start.month(), day)?,
                Anchor::Previous,
            ));
        }
        let today = self.today()?;
        let ahead = self.tense == Tense::Future;
        let fits = |date: &Date| {
            if ahead {
                *date >= today
            } else {
                *date <= today
            }
        };
        let sign = if ahead { 1 } else { -1 };
        let found = (0..MONTHS_OF_QUARTER).find_map(|months| {
            let month = add_months(today, sign * months)?;
            Date::new(month.year(), month.month(), day)
                .ok()
                .filter(fits)
        })?;
        Some((Period::day(found)?, self.writing_anchor()))
    }

    fn weekday(&self, weekday: i8, which: Which) -> Option<Placed> {
        let today = self.today();
        let date = match which {
            Which::Open => self.open_weekday(weekday)?,
            Which::Step(0) if self.tense == Tense::Past => latest(today?, weekday)?,
            Which::Step(0) => coming(today?, weekday)?,
            Which::Step(..0) => latest(today?.yesterday().ok()?, weekday)?,
            Which::Step(_) => in_week(add_days(today?, DAYS_OF_WEEK)?, weekday)?,
            Which::Week(weeks) => {
                in_week(add_days(today?, i32::from(weeks) * DAYS_OF_WEEK)?, weekday)?
            }
            Which::Other(side) => return self.other_weekday(weekday, side),
        };
        Some((Period::day(date)?, self.writing_anchor()))
    }

    /// The most recent one, the day of writing included, or the coming one. Tomorrow's is meant rather than that of six
    /// days ago without a cue, and in the past too where the report was kept up on the day after its date.
    fn open_weekday(&self, weekday: i8) -> Option<Date> {
        let today = self.today()?;
        let next = coming(today, weekday)?;
        let tomorrow = Some(next) == today.tomorrow().ok();
        match self.tense {
            Tense::Future => Some(next),
            Tense::Open if tomorrow => Some(next),
            Tense::Past if tomorrow && self.writing?.kept_up => Some(next),
            Tense::Past | Tense::Open => latest(today, weekday),
        }
    }

    /// "the following Tuesday", "that Tuesday".
    fn other_weekday(&self, weekday: i8, side: i8) -> Option<Placed> {
        let base = self.previous_day?;
        let date = match side {
            ..0 => latest(base.yesterday().ok()?, weekday)?,
            0 => in_week(base, weekday)?,
            _ => coming(base.tomorrow().ok()?, weekday)?,
        };
        Some((Period::day(date)?, Anchor::Previous))
    }

    /// "the weekend": the one before Wednesday and in the past, the coming one later in the week or ahead.
    fn weekend(&self) -> Option<Placed> {
        let today = self.today()?;
        let week = match (self.tense, today.weekday()) {
            (_, Weekday::Saturday | Weekday::Sunday) | (Tense::Future, _) => today,
            _ => add_days(today, -DAYS_OF_WEEK)?,
        };
        Some((Period::weekend(week)?, self.writing_anchor()))
    }

    /// The unit `steps` after the one that holds the base.
    fn step(&self, unit: Unit, steps: i32, base: Base) -> Option<Placed> {
        if unit == Unit::Weekend && steps == 0 && base == Base::Writing && self.tense == Tense::Past
        {
            return self.weekend();
        }
        let (base, anchor) = self.base(base, unit)?;
        Some((stepped(base.first_day(), unit, steps)?, anchor))
    }

    /// The units just before or after the base, the base's own day included.
    fn stretch(&self, unit: Unit, count: Count, sign: i8, base: Base) -> Option<Placed> {
        let (base, anchor) = self.base(base, unit)?;
        let far = moved(base.start, unit, i32::from(sign).checked_mul(count.most)?)?;
        let (start, end) = if sign < 0 {
            (far, base.end)
        } else {
            (base.start, far)
        };
        let granularity = granularity(unit).max(Granularity::Day);
        let period = Period {
            start,
            end,
            granularity,
            offset: None,
        };
        (start < end).then_some((period, anchor))
    }
}

fn absolute(period: Option<Period>) -> Option<Placed> {
    Some((period?, Anchor::Absolute))
}

/// The first that `of` gives, going from `year` and the year beyond it to one side.
fn nearest(year: i16, side: i8, of: impl Fn(i16) -> Option<Period>) -> Option<Period> {
    let side = i16::from(side.signum());
    (-1..=YEARS_SEARCHED).find_map(|step| of(year.checked_add(side * step)?))
}

fn is_nearer(future: &Period, past: &Period, today: &Period) -> bool {
    let days = |from: DateTime, to: DateTime| (to.date() - from.date()).get_days();
    let ahead = days(today.start, future.start);
    (1..=NEAR).contains(&ahead) && days(past.end, today.start) > 2 * NEAR.max(ahead)
}

/// Whether a day has just been and comes back so late that its year would be given: "after the March 8 vote" in the week
/// after it, whatever the tense.
fn is_just_over(past: &Period, future: &Period, today: &Period) -> bool {
    let day = past.granularity == Granularity::Day && past.start < today.start;
    day && days_apart(past, today) < JUST_OVER && days_apart(future, today) > LONG_AHEAD
}

fn days_apart(period: &Period, today: &Period) -> i32 {
    (period.first_day() - today.first_day()).get_days().abs()
}

fn falls_on(period: &Period, weekday: i8) -> bool {
    period.first_day().weekday().to_monday_one_offset() == weekday
}

/// The last `weekday` up to and including `date`.
fn latest(date: Date, weekday: i8) -> Option<Date> {
    add_days(
        date,
        -i32::from((date.weekday().to_monday_one_offset() - weekday).rem_euclid(7)),
    )
}

/// The first `weekday` from `date` on.
fn coming(date: Date, weekday: i8) -> Option<Date> {
    add_days(
        date,
        i32::from((weekday - date.weekday().to_monday_one_offset()).rem_euclid(7)),
    )
}

/// The `weekday` of the ISO week that holds `date`.
fn in_week(date: Date, weekday: i8) -> Option<Date> {
    add_days(super::period::monday(date)?, i32::from(weekday) - 1)
}

/// The unit `steps` after the one that holds `date`.
fn stepped(date: Date, unit: Unit, steps: i32) -> Option<Period> {
    let years = |count: i32, granularity| {
        let year = (i32::from(date.year()) + steps * count).div_euclid(count) * count;
        Period::years(i16::try_from(year).ok()?, count, granularity)
    };
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour => None,
        Unit::Day => Period::day(add_days(date, steps)?),
        Unit::Weekend => Period::weekend(add_days(date, steps * DAYS_OF_WEEK)?),
        Unit::Week => Period::week(add_days(date, steps * DAYS_OF_WEEK)?),
        Unit::Month => Period::months(
            date.year(),
            i32::from(date.month()) + steps,
            1,
            Granularity::Month,
        ),
        Unit::Quarter => {
            let first = (i32::from(date.month()) - 1) / MONTHS_OF_QUARTER * MONTHS_OF_QUARTER + 1;
            let month = first + steps * MONTHS_OF_QUARTER;
            Period::months(date.year(), month, MONTHS_OF_QUARTER, Granularity::Quarter)
        }
        Unit::Year => years(1, Granularity::Year),
        Unit::Decade => years(YEARS_OF_DECADE, Granularity::Decade),
        Unit::Century => years(YEARS_OF_CENTURY, Granularity::Century),
    }
}

/// The base moved by so many units: the calendar unit in which it then lies, or several where the count is vague.
pub(super) fn shifted(base: Period, offset: Offset) -> Option<Period> {
    let Offset {
        unit, count, sign, ..
    } = offset;
    let by = |count: i32| i32::from(sign).checked_mul(count);
    let (one, other) = (by(count.least)?, by(count.most)?);
    let (least, most) = (one.min(other), one.max(other));
    if unit < Unit::Day {
        return shifted_hours(base, unit, least, most);
    }
    // "a decade ago" and larger are round numbers: a fifth of a unit to either side.
    let rough = match unit {
        Unit::Decade => YEARS_OF_DECADE / 5,
        Unit::Century => YEARS_OF_CENTURY / 5,
        _ => 0,
    };
    let start = unit_around(moved(base.start, unit, least)?.date(), unit, -rough)?.start;
    let end = unit_around(moved(base.start, unit, most)?.date(), unit, rough)?.end;
    Some(Period {
        start,
        end,
        granularity: granularity(unit).min(Granularity::Year),
        offset: None,
    })
}

/// So many units up to the end of a period: "the three months to June".
pub(super) fn reaching_back(last: Period, unit: Unit, count: Count) -> Option<Period> {
    let start = moved(last.end, unit, count.most.checked_neg()?)?;
    Some(Period { start, ..last })
}

/// The calendar unit in which a date counted in `unit`s lies, moved by `years`.
fn unit_around(date: Date, unit: Unit, years: i32) -> Option<Period> {
    match unit {
        Unit::Decade | Unit::Century => stepped(date, Unit::Year, years),
        unit => stepped(date, unit, 0),
    }
}

/// Hours and minutes from a time of the clock; from a whole day the days on which they may end.
fn shifted_hours(base: Period, unit: Unit, least: i32, most: i32) -> Option<Period> {
    let start = moved(base.start, unit, least)?;
    let end = moved(base.end, unit, most)?;
    if base.granularity > Granularity::Hour {
        let last = end.checked_sub(1.minute()).ok()?;
        return Period::of_days(start.date(), last.date().tomorrow().ok()?, Granularity::Day);
    }
    Some(Period {
        start,
        end,
        granularity: granularity(unit),
        offset: base.offset,
    })
}

/// `at` moved by `count` units.
fn moved(at: DateTime, unit: Unit, count: i32) -> Option<DateTime> {
    let count = i64::from(count);
    let span = match unit {
        Unit::Second => jiff::Span::new().try_seconds(count),
        Unit::Minute => jiff::Span::new().try_minutes(count),
        Unit::Hour => jiff::Span::new().try_hours(count),
        Unit::Day => jiff::Span::new().try_days(count),
        Unit::Weekend | Unit::Week => jiff::Span::new().try_weeks(count),
        Unit::Month => jiff::Span::new().try_months(count),
        Unit::Quarter => jiff::Span::new().try_months(count * i64::from(MONTHS_OF_QUARTER)),
        Unit::Year => jiff::Span::new().try_years(count),
        Unit::Decade => jiff::Span::new().try_years(count * i64::from(YEARS_OF_DECADE)),
        Unit::Century => jiff::Span::new().try_years(count * i64::from(YEARS_OF_CENTURY)),
    };
    at.checked_add(span.ok()?).ok()
}

fn granularity(unit: Unit) -> Granularity {
    match unit {
        Unit::Second | Unit::Minute => Granularity::Minute,
        Unit::Hour => Granularity::Hour,
        Unit::Day => Granularity::Day,
        Unit::Weekend => Granularity::Weekend,
        Unit::Week => Granularity::Week,
        Unit::Month => Granularity::Month,
        Unit::Quarter => Granularity::Quarter,
        Unit::Year => Granularity::Year,
        Unit::Decade => Granularity::Decade,
        Unit::Century => Granularity::Century,
    }
}
