//! Periods of the calendar: how they are made, compared and written.
//!
//! The month of July 2012 reaches from midnight of 1 July to midnight of 1 August and is written `2012-07`.

use jiff::ToSpan;
use jiff::civil::{Date, DateTime};

use super::{Clock, Granularity, Period, Timex};

const MONTHS_OF_YEAR: i32 = 12;

impl Period {
    /// From the midnight that begins `first` to the midnight that begins `after`; nothing if that is no time at all.
    pub(super) fn of_days(first: Date, after: Date, granularity: Granularity) -> Option<Self> {
        (first < after).then(|| Self {
            start: midnight(first),
            end: midnight(after),
            granularity,
            offset: None,
        })
    }

    /// One day.
    pub(super) fn day(date: Date) -> Option<Self> {
        Self::of_days(date, date.tomorrow().ok()?, Granularity::Day)
    }

    /// The day of `year`, `month` and `day`, if there is one.
    pub(super) fn date(year: i16, month: i8, day: i8) -> Option<Self> {
        Self::day(Date::new(year, month, day).ok()?)
    }

    /// Monday to Sunday around `date` (ISO 8601).
    pub(super) fn week(date: Date) -> Option<Self> {
        let first = monday(date)?;
        Self::of_days(first, add_days(first, 7)?, Granularity::Week)
    }

    /// Saturday and Sunday of the ISO week that holds `date`.
    pub(super) fn weekend(date: Date) -> Option<Self> {
        let first = monday(date)?;
        Self::of_days(
            add_days(first, 5)?,
            add_days(first, 7)?,
            Granularity::Weekend,
        )
    }

    /// `count` months from `month` of `year` on, where `month` may lie outside 1 to 12.
    pub(super) fn months(
        year: i16,
        month: i32,
        count: i32,
        granularity: Granularity,
    ) -> Option<Self> {
        Self::of_days(
            first_of_month(year, month)?,
            first_of_month(year, month + count)?,
            granularity,
        )
    }

    /// One month.
    pub(super) fn month(year: i16, month: i8) -> Option<Self> {
        Self::months(year, month.into(), 1, Granularity::Month)
    }

    /// `count` years from 1 January of `year` on.
    pub(super) fn years(year: i16, count: i32, granularity: Granularity) -> Option<Self> {
        Self::months(year, 1, count * MONTHS_OF_YEAR, granularity)
    }

    /// The day on which it begins.
    #[must_use]
    pub fn first_day(&self) -> Date {
        self.start.date()
    }

    /// Whether both name one and the same day.
    #[must_use]
    pub fn same_day(&self, other: &Self) -> bool {
        let days = self.granularity <= Granularity::Day && other.granularity <= Granularity::Day;
        days && self.first_day() == other.first_day()
    }

    /// Whether the two share a moment. Time zones count when both are known.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        let other = other.seen_from(self);
        self.start < other.end && other.start < self.end
    }

    /// Whether every moment of `other` lies in it. Time zones count when both are known.
    #[must_use]
    pub fn contains(&self, other: &Self) -> bool {
        let other = other.seen_from(self);
        self.start <= other.start && other.end <= self.end
    }

    /// The first moment in ISO 8601, down to the unit that the writer gave: `2018-11-07`, `2018-11-07T23:20`, `2012`; with
    /// the offset from UTC of a time of day whose zone the text names.
    #[must_use]
    pub fn earliest(&self) -> String {
        self.written(self.start)
    }

    /// The last unit that belongs to it, in ISO 8601: of "the 1990s" `1999`.
    #[must_use]
    pub fn latest(&self) -> String {
        // A period ends after it starts, so there is a moment before its end.
        let last = self.end.checked_sub(1.minute()).unwrap_or(self.start);
        self.written(last)
    }

    fn written(&self, at: DateTime) -> String {
        let offset = self.offset.map_or_else(String::new, offset);
        match self.granularity {
            Granularity::Minute | Granularity::Hour | Granularity::PartOfDay => {
                format!("{}{offset}", at.strftime("%Y-%m-%dT%H:%M"))
            }
            Granularity::Day | Granularity::Weekend | Granularity::Week => {
                at.strftime("%Y-%m-%d").to_string()
            }
            Granularity::Month | Granularity::Season | Granularity::Quarter => {
                at.strftime("%Y-%m").to_string()
            }
            Granularity::Year | Granularity::Decade | Granularity::Century => year(at.year()),
        }
    }

    /// The period in the local time of `viewer`, where both name their time zone.
    fn seen_from(&self, viewer: &Self) -> Self {
        match (self.offset, viewer.offset) {
            (Some(own), Some(theirs)) if own != theirs => {
                let shift = i64::from(theirs - own).minutes();
                Self {
                    start: self.start.saturating_add(shift),
                    end: self.end.saturating_add(shift),
                    ..*self
                }
            }
            _ => *self,
        }
    }
}

impl Clock {
    /// "T21:20", with the offset from UTC where that is known.
    fn written(self) -> String {
        let offset = self.offset.map_or_else(String::new, offset);
        format!("T{:02}:{:02}{offset}", self.minute / 60, self.minute % 60)
    }

    /// That minute of `day`.
    fn on(self, day: Date) -> Option<Period> {
        let start = midnight(day)
            .checked_add(i64::from(self.minute).minutes())
            .ok()?;
        Some(Period {
            start,
            end: start.checked_add(1.minute()).ok()?,
            granularity: Granularity::Minute,
            offset: self.offset,
        })
    }
}

impl Timex {
    /// The first moment in ISO 8601, as [`Period::earliest`] writes it; `T23:20` where the text does not name the day.
    /// `None` where nothing is known.
    #[must_use]
    pub fn earliest(&self) -> Option<String> {
        self.written(Period::earliest)
    }

    /// The last unit that belongs to it, in ISO 8601, like [`Timex::earliest`].
    #[must_use]
    pub fn latest(&self) -> Option<String> {
        self.written(Period::latest)
    }

    /// The periods of both, such that they can be compared: where one takes its day from the text only and both give a
    /// time of day, that is laid on the same day, as it is on the day next to it that the other gives: "late Wednesday",
    /// "11 p.m." Nothing where one is not known.
    #[must_use]
    pub fn comparable(&self, other: &Self) -> Option<(Period, Period)> {
        let (Some(first), Some(second)) = (self.clock, other.clock) else {
            let (own, theirs) = self.value.zip(other.value)?;
            let laid = |timex: &Self, own: Period, theirs: &Period| {
                let clock = timex.clock.filter(|_| !timex.has_day)?;
                let day = theirs.first_day();
                let part = theirs.granularity <= Granularity::PartOfDay;
                let near = part && (own.first_day() - day).get_days().abs() <= 1;
                clock.on(day).filter(|_| near)
            };
            return Some((
                laid(self, own, &theirs).unwrap_or(own),
                laid(other, theirs, &own).unwrap_or(theirs),
            ));
        };
        if self.has_day && other.has_day {
            return self.value.zip(other.value);
        }
        let day = self
            .value
            .or(other.value)
            .map_or(Date::ZERO, |period| period.first_day());
        first.on(day).zip(second.on(day))
    }

    fn written(&self, of_period: impl Fn(&Period) -> String) -> Option<String> {
        match (self.clock, self.value) {
            (Some(clock), value) if !self.has_day || value.is_none() => Some(clock.written()),
            (_, value) => value.as_ref().map(of_period),
        }
    }
}

/// "+02:00" for 120 minutes.
fn offset(minutes: i16) -> String {
    let sign = if minutes < 0 { '-' } else { '+' };
    let minutes = minutes.unsigned_abs();
    format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}

/// A year in four digits; those before the year 1 count from 0 down.
fn year(year: i16) -> String {
    let sign = if year < 0 { "-" } else { "" };
    format!("{sign}{:04}", year.unsigned_abs())
}

/// The midnight that begins `date`.
pub(super) fn midnight(date: Date) -> DateTime {
    date.at(0, 0, 0, 0)
}

/// The day `days` after `date`.
pub(super) fn add_days(date: Date, days: i32) -> Option<Date> {
    date.checked_add(i64::from(days).days()).ok()
}

/// The day `months` after `date`, or the last of its month.
pub(super) fn add_months(date: Date, months: i32) -> Option<Date> {
    date.checked_add(i64::from(months).months()).ok()
}

/// The Monday of the ISO week that holds `date`.
pub(super) fn monday(date: Date) -> Option<Date> {
    add_days(date, -i32::from(date.weekday().to_monday_zero_offset()))
}

/// The first day of `month` counted from January of `year`; 0 is December of the year before.
fn first_of_month(year: i16, month: i32) -> Option<Date> {
    let since = i32::from(year) * MONTHS_OF_YEAR + month - 1;
    let year = i16::try_from(since.div_euclid(MONTHS_OF_YEAR)).ok()?;
    let month = i8::try_from(since.rem_euclid(MONTHS_OF_YEAR)).ok()? + 1;
    Date::new(year, month, 1).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_leap_day_ends_its_month() {
        let february = Period::month(2024, 2).unwrap();
        assert_eq!(february.end, midnight(date(2024, 3, 1)));
        assert!(february.contains(&Period::date(2024, 2, 29).unwrap()));
        assert_eq!(Period::date(2023, 2, 29), None);
    }

    #[test]
    fn months_carry_over_the_year() {
        let winter = Period::months(2013, 0, 3, Granularity::Season).unwrap();
        assert_eq!(
            (winter.earliest(), winter.latest()),
            ("2012-12".into(), "2013-02".into())
        );
    }

    #[test]
    fn named_zones_are_taken_into_account_when_both_are_known() {
        let minute = |hour, offset| Period {
            start: date(2018, 11, 7).at(hour, 20, 0, 0),
            end: date(2018, 11, 7).at(hour, 21, 0, 0),
            granularity: Granularity::Minute,
            offset,
        };
        assert!(minute(9, Some(-300)).overlaps(&minute(14, Some(0))));
        assert!(!minute(9, Some(-300)).overlaps(&minute(9, Some(0))));
        assert!(minute(9, None).overlaps(&minute(9, Some(0))));
    }

    #[test]
    fn the_last_years_of_the_calendar_have_no_next() {
        assert_eq!(Period::years(9999, 1, Granularity::Year), None);
        assert_eq!(Period::day(Date::MAX), None);
    }
}
