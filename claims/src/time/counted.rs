//! Times that a number of units leads to: from another time, or back from its end.
//!
//! "two days after Monday's attack" and "a week from Tuesday" count from a time; "the three months to June" and "the year
//! ended March 31" are the units that end with one.

use syntax::Key;

use super::expression::{Base, Calendar, ClockTime, Count, Form, Offset, Part, Point, Unit};
use super::narrow::{MINUTES_OF_DAY, MINUTES_OF_HOUR};
use super::reader::Reader;
use super::word::Word;

const THE: Key = Key::word("the");
const FROM: Key = Key::word("from");
const THAT: Key = Key::word("that");
const TO: Key = Key::word("to");
const THROUGH: Key = Key::word("through");
const IN: Key = Key::word("in");
const ON: Key = Key::word("on");
/// What leads to the end of a run of units, wherever it stands.
const ENDING: [Key; 2] = [Key::word("ended"), Key::word("ending")];

impl Reader<'_> {
    /// "two days after Monday's attack": units counted from a time, or from what is no time.
    pub(super) fn counted_from(&self, at: usize) -> Option<(usize, Form)> {
        let Some((end, offset, part)) = self.offset(at) else {
            return self.ahead_of(at);
        };
        if offset.base != Base::Named {
            let (end, point) = self.extend(end, away(offset, part));
            return Some((end, Form::Point(point)));
        }
        let start = self.skip(end, THE);
        match self.point(start) {
            Some((after, base)) if base.clock.is_some() => {
                return Some((after, Form::Point(moved(base, offset)?)));
            }
            Some((after, base)) if base.calendar.is_some() => {
                return Some((after, Form::From(offset, base)));
            }
            _ => {}
        }
        let base = if self.is_pause(end) {
            Base::Previous
        } else {
            Base::Named
        };
        Some((end, Form::Point(away(Offset { base, ..offset }, part))))
    }

    /// "a week from Tuesday", "three days from today"; "the 12 months from March" are no day, nor is "two days from Monday
    /// to Tuesday".
    fn ahead_of(&self, at: usize) -> Option<(usize, Form)> {
        let (unit_at, count) = self.count(at)?;
        let (end, unit) = self.unit(unit_at)?;
        let counts = self.is(end, FROM) && !self.word_before(at, THE);
        let (after, base) = self.point(end + 1).filter(|_| counts)?;
        let alone = base.is_day() && self.connector(end + 1, after).is_none();
        let offset = Offset {
            unit: Unit::Day,
            count: days(unit, count)?,
            sign: 1,
            base: Base::Named,
        };
        alone.then_some((after, Form::From(offset, base)))
    }

    /// "three months to June", "12 months ended in April", "year ended March 31": units up to the end of a day or month.
    pub(super) fn run(&self, at: usize) -> Option<(usize, Form)> {
        let (unit_at, count) = self.count(at).unwrap_or((at, Count::exactly(1)));
        let (end, unit) = self.unit(unit_at)?;
        // "the week that ended July 13"
        let end = self.skip(end, THAT);
        let joint = self.token(end)?.key;
        let definite = self.word_before(at, THE);
        let start = match joint {
            TO | THROUGH if definite => end + 1,
            _ if ENDING.contains(&joint) => end + 1 + usize::from(self.leads(end + 1)),
            _ => return None,
        };
        let (after, last) = self.point(self.skip(start, THE))?;
        let dated = matches!(
            last.calendar,
            Some(Calendar::Day { .. } | Calendar::Month { .. } | Calendar::Weekday { .. })
        );
        let plain = last.clock.is_none() && last.part.is_none() && unit >= Unit::Week;
        (dated && plain).then_some((after, Form::Run { unit, count, last }))
    }

    /// Whether "in" or "on" stands at `at`.
    fn leads(&self, at: usize) -> bool {
        self.is(at, IN) || self.is(at, ON)
    }

    /// The unit named at `at`.
    fn unit(&self, at: usize) -> Option<(usize, Unit)> {
        match self.word(at)? {
            (end, Word::Unit(unit) | Word::Units(unit)) => Some((end, unit)),
            _ => None,
        }
    }
}

/// "12 minutes before 6 p.m." is a time of the clock, too, where it lies on the same day; "a few minutes after 6 p.m."
/// only says how the hour is meant.
fn moved(base: Point, offset: Offset) -> Option<Point> {
    let length = match offset.unit {
        Unit::Minute => 1,
        Unit::Hour => i32::from(MINUTES_OF_HOUR),
        _ => return None,
    };
    let exact = offset.count.least == offset.count.most;
    let by = offset.count.least.checked_mul(length).filter(|_| exact)?;
    let clock = base.clock?;
    let minute = i32::from(clock.minute).checked_add(by.checked_mul(i32::from(offset.sign))?)?;
    let minute = u16::try_from(minute).ok()?;
    let clock = ClockTime {
        minute,
        has_minutes: clock.has_minutes || offset.unit == Unit::Minute,
        ..clock
    };
    (minute < MINUTES_OF_DAY).then_some(Point {
        clock: Some(clock),
        ..base
    })
}

/// A count of days or weeks in days.
fn days(unit: Unit, count: Count) -> Option<Count> {
    let length = match unit {
        Unit::Day => 1,
        Unit::Week => 7,
        _ => return None,
    };
    Some(Count {
        least: count.least.checked_mul(length)?,
        most: count.most.checked_mul(length)?,
    })
}

fn away(offset: Offset, part: Option<Part>) -> Point {
    let point = Point::of(Calendar::Offset(offset));
    Point { part, ..point }
}
