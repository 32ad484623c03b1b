//! Times placed by another time.
//!
//! "last month", "this morning", "the previous Friday", "the past 24 hours" count from the day of writing or from the time
//! last mentioned; "two days ago" and "a year later" count units. "two days" alone is a length and no time.

use std::ops::Range;

use syntax::Key;

use super::TimeModifier;
use super::expression::{Base, Calendar, Count, Edge, Offset, Part, Point, Unit, Which, Year};
use super::reader::Reader;
use super::word::Word;

const THE: Key = Key::word("the");
const OF: Key = Key::word("of");
const THAN: Key = Key::word("than");
const AND: Key = Key::word("and");
const A: Key = Key::word("a");
const HALF: Key = Key::word("half");
const FOR: Key = Key::word("for");
const OR: Key = Key::word("or");
const TO: Key = Key::word("to");
const BEFORE: Key = Key::word("before");
const AFTER: Key = Key::word("after");
const LAST: Key = Key::word("last");
const NEXT: Key = Key::word("next");
const END: Key = Key::word("end");
const POSSESSIVE: Key = Key::word("'s");
const YEARS_OF_DECADE: i32 = 10;
/// How many years to either side "a decade and a half" may mean.
const ROUGH: i32 = 2;
const STRETCHING: [Key; 6] = [
    Key::word("over"),
    Key::word("in"),
    Key::word("within"),
    Key::word("during"),
    Key::word("for"),
    Key::word("throughout"),
];

/// A point with the token after it.
type Found = (usize, Point);

/// An offset with the token after it; what follows may name its base.
pub(super) type FoundOffset = (usize, Offset, Option<Part>);

impl Point {
    /// Only a unit of the calendar.
    pub(super) fn of(calendar: Calendar) -> Self {
        Self {
            calendar: Some(calendar),
            ..Self::default()
        }
    }

    /// So many units from the one that holds the base.
    fn step(unit: Unit, steps: i8, base: Base) -> Self {
        Self::of(Calendar::Step { unit, steps, base })
    }

    /// The units just before or after the base.
    fn stretch(unit: Unit, count: Count, sign: i8, base: Base) -> Self {
        Self::of(Calendar::Stretch {
            unit,
            count,
            sign,
            base,
        })
    }

    /// A part of the day `steps` days from the base.
    fn part(part: Part, steps: i8, base: Base) -> Self {
        Self {
            part: Some(part),
            ..Self::step(Unit::Day, steps, base)
        }
    }
}

impl Reader<'_> {
    /// What "last", "this" and "next" at `at` say of the words from `after` on.
    pub(super) fn stepped(&self, at: usize, after: usize, steps: i8) -> Option<Found> {
        let definite = self.word_before(at, THE) && steps != 0;
        if self.is_programme(at, after) {
            return None;
        }
        if steps != 0 && self.number(after).is_some() {
            return self.stretched(after, steps, Base::Writing);
        }
        let (end, word) = self.word(self.fiscal(after))?;
        match word {
            Word::Unit(unit) if unit >= Unit::Day => {
                self.stepped_unit(at, end, unit, steps, definite)
            }
            Word::Weekday(weekday) => {
                let which = if definite && steps > 0 {
                    Which::Other(1)
                } else {
                    Which::Step(steps)
                };
                Some((end, self.which_weekday(after..end, weekday, which)))
            }
            Word::Month(_) | Word::Season(_) | Word::Holiday(_) => {
                let (end, calendar) = self.named_unit(after, end, word, nearest(steps))?;
                Some((end, Point::of(calendar)))
            }
            Word::Part(part) if steps > 0 => Some((end, Point::part(part, 1, Base::Previous))),
            Word::Part(part) => Some((end, Point::part(part, steps, Base::Writing))),
            _ if steps != 0 => self.stretched(after, steps, Base::Writing),
            _ => None,
        }
    }

    /// The weekday named at the tokens `name`.
    fn which_weekday(&self, name: Range<usize>, weekday: i8, which: Which) -> Point {
        let tag = self.span(name);
        Point::of(Calendar::Weekday {
            weekday,
            which,
            tag,
        })
    }

    /// The month, season or holiday of `year` that a word names: "October" of "last October". A date stays as it is.
    fn named_unit(
        &self,
        at: usize,
        end: usize,
        word: Word,
        year: Year,
    ) -> Option<(usize, Calendar)> {
        match word {
            Word::Month(month) => Some(match self.worded_date(at, end, word)? {
                (
                    end,
                    Calendar::Month {
                        year: Year::Open, ..
                    },
                ) => (end, Calendar::Month { year, month }),
                dated => dated,
            }),
            Word::Season(season) => Some((end, Calendar::Season { year, season })),
            Word::Holiday(holiday) => Some((end, Calendar::Holiday { holiday, year })),
            _ => None,
        }
    }

    /// "last week", "next year"; "the last week" is a stretch, "the next day" counts from the time last mentioned.
    /// Whether the two words are the name of a programme: "ABC's “This Week”".
    fn is_programme(&self, at: usize, after: usize) -> bool {
        let quoted = at > self.sentence().start && matches!(self.form(at - 1), "\"" | "“" | "‘");
        quoted && !self.is_first(at) && self.is_capital(at) && self.is_capital(after)
    }

    fn stepped_unit(
        &self,
        at: usize,
        end: usize,
        unit: Unit,
        steps: i8,
        definite: bool,
    ) -> Option<Found> {
        let calendar = unit != Unit::Day && unit != Unit::Weekend;
        // "the next month and a half" is a length.
        if self.is(end, AND) && self.is(end + 1, A) && self.is(end + 2, HALF) {
            return None;
        }
        if steps > 0 && (unit == Unit::Day || definite && !self.stretches(at)) {
            return Some((end, Point::step(unit, 1, Base::Previous)));
        }
        if definite && calendar && !self.is(end, OF) {
            let stretch = Point::stretch(unit, Count::exactly(1), steps, Base::Writing);
            return Some((end, stretch));
        }
        let known = unit != Unit::Day && !(definite && self.is(end, OF));
        known.then(|| (end, Point::step(unit, steps, Base::Writing)))
    }

    /// Whether a word before "the" at `at - 1` speaks of a stretch: "over the next year".
    fn stretches(&self, at: usize) -> bool {
        let left = at.checked_sub(2).and_then(|left| self.token(left));
        left.is_some_and(|token| STRETCHING.contains(&token.key))
    }

    /// What "previous", "that", "same" and "following" at `at` say of the words from `after` on.
    pub(super) fn other(&self, at: usize, after: usize, steps: i8) -> Option<Found> {
        let definite = self.word_before(at, THE);
        if steps > 0 && !definite {
            return None;
        }
        let (end, word) = self.word(after)?;
        match word {
            Word::Unit(unit) if unit >= Unit::Day => {
                Some((end, Point::step(unit, steps, Base::Previous)))
            }
            Word::Part(part) => Some((end, Point::part(part, steps, Base::Previous))),
            Word::Weekday(weekday) if definite || steps != 0 => {
                let which = Which::Other(steps);
                Some((end, self.which_weekday(after..end, weekday, which)))
            }
            // "In previous years" counts from today, "the previous two years" from what the text told.
            Word::Units(_) if steps != 0 && !definite => {
                self.stretched(after, steps, Base::Writing)
            }
            _ if steps != 0 => self.stretched(after, steps, Base::Previous),
            _ => None,
        }
    }

    /// "week before last", "night before last", "year after next" with the word `word` that ends before `after`.
    pub(super) fn before_last(&self, at: usize, after: usize, word: Word) -> Option<Found> {
        let steps = match (self.is(after, BEFORE), self.is(after, AFTER)) {
            (true, _) if self.is(after + 1, LAST) => -2,
            (_, true) if self.is(after + 1, NEXT) => 2,
            _ => return None,
        };
        let point = match word {
            Word::Unit(unit) if unit >= Unit::Weekend => Point::step(unit, steps, Base::Writing),
            Word::Part(part) => Point::part(part, steps, Base::Writing),
            _ => return None,
        };
        let definite = self.word_before(at, THE) && !self.is_nominal(after + 2);
        definite.then_some((after + 2, point))
    }

    /// "year's end", "by month's end", "by year-end" with the unit that ends before `after`.
    pub(super) fn end_of_unit(&self, at: usize, after: usize, unit: Unit) -> Option<Found> {
        let owned = self.is(after, POSSESSIVE) || self.form(after) == "’s";
        let hyphened =
            self.is_dash(after) && self.touches(after) && self.bound(at) != TimeModifier::Exact;
        let ends = (owned || hyphened) && self.is(after + 1, END) && !self.is_nominal(after + 2);
        let point = Point {
            edge: Some(Edge::Late),
            ..Point::step(unit, 0, Base::Writing)
        };
        (ends && unit >= Unit::Week).then_some((after + 2, point))
    }

    /// The units of a stretch at `at`: "24 hours" of "the past 24 hours", "weeks" of "recent weeks".
    pub(super) fn stretched(&self, at: usize, sign: i8, base: Base) -> Option<Found> {
        let (unit_at, count) = self
            .count(at)
            .map_or((at, None), |(end, count)| (end, Some(count)));
        let (end, unit, count) = match (self.word(unit_at)?, count) {
            ((end, Word::Units(unit)), count) => (end, unit, count.unwrap_or(vague(unit))),
            ((end, Word::Unit(unit)), None) => (end, unit, Count::exactly(1)),
            _ => return None,
        };
        let measured = unit >= Unit::Hour && !self.is(end, OF);
        measured.then(|| (end, Point::stretch(unit, count, sign, base)))
    }

    /// "two days ago", "hours later", "a year-ago", "18 years after" at `at`.
    pub(super) fn offset(&self, at: usize) -> Option<FoundOffset> {
        if self.word_before(at, HALF) {
            return None;
        }
        let (unit_at, count) = match self.count(at) {
            Some((end, count)) => (self.skip_hyphen(end), Some(count)),
            None => (at, None),
        };
        let (end, unit, part, count) = self.counted(at, unit_at, count)?;
        let (end, unit, count) = self.and_a_half(end, unit, count);
        let (after, direction) = self.direction(end)?;
        // "worked there *for two weeks* before leaving"
        let counted = count.least > 1 && self.word_before(at, FOR);
        if direction.base == Base::Named && (counted || self.is_counted(at)) {
            return None;
        }
        let far = direction.base != Base::Writing || direction.sign < 0 || unit >= Unit::Day;
        let offset = Offset {
            unit,
            count,
            sign: direction.sign,
            base: direction.base,
        };
        (far && !self.is(after, THAN)).then_some((after, offset, part))
    }

    /// Whether a number of the units at `at` stands before them.
    fn is_counted(&self, at: usize) -> bool {
        let number = at.checked_sub(1).and_then(|number| self.count(number));
        number.is_some_and(|(end, _)| end == at)
    }

    /// The unit at `unit_at` with how many of it there are; "the day", "the night" and "year-ago" are one.
    fn counted(
        &self,
        at: usize,
        unit_at: usize,
        count: Option<Count>,
    ) -> Option<(usize, Unit, Option<Part>, Count)> {
        let (end, word) = self.word(unit_at)?;
        let definite = count.is_none() && self.word_before(at, THE);
        match (word, count) {
            (Word::Units(unit), None) => Some((end, unit, None, vague(unit))),
            (Word::Units(unit) | Word::Unit(unit), Some(count)) => Some((end, unit, None, count)),
            (Word::Unit(unit), None) if definite || unit == Unit::Year => {
                Some((end, unit, None, Count::exactly(1)))
            }
            (Word::Part(part), None) if definite => {
                Some((end, Unit::Day, Some(part), Count::exactly(1)))
            }
            _ => None,
        }
    }

    /// "year and a half", "decade and a half" with the words behind the unit, which ends before `end`.
    fn and_a_half(&self, end: usize, unit: Unit, count: Count) -> (usize, Unit, Count) {
        let half = self.is(end, AND)
            && self.is(end + 1, A)
            && matches!(self.word(end + 2), Some((_, Word::Half)));
        match unit {
            _ if !half => (end, unit, count),
            Unit::Decade => {
                let years = |decades: i32| decades * YEARS_OF_DECADE + YEARS_OF_DECADE / 2;
                let (least, most) = (years(count.least) - ROUGH, years(count.most) + ROUGH);
                (end + 3, Unit::Year, Count { least, most })
            }
            _ => {
                let most = count.most + 1;
                (end + 3, unit, Count { most, ..count })
            }
        }
    }

    /// One number of units at `at`.
    fn one_count(&self, at: usize) -> Option<(usize, Count)> {
        match self.number(at).filter(|number| !number.ordinal) {
            Some(number) => Some((at + 1, Count::exactly(number.value))),
            None => match self.word(at)? {
                (end, Word::Count(count)) => Some((end, count)),
                _ => None,
            },
        }
    }

    /// The larger number of "five or six weeks", "two to three years", behind the first, which ends before `end`.
    fn or_more(&self, end: usize, first: Count) -> Option<(usize, Count)> {
        let joined = self.is(end, OR) || self.is(end, TO) || self.is_dash(end);
        let (after, second) = self.one_count(end + 1).filter(|_| joined)?;
        let exact = first.least == first.most && second.least == second.most;
        (exact && first.most < second.least).then_some((
            after,
            Count {
                least: first.least,
                ..second
            },
        ))
    }

    /// The number of units at `at`: digits, a number word, "a few", "five or six", "two and a half".
    pub(super) fn count(&self, at: usize) -> Option<(usize, Count)> {
        let (end, count) = self.one_count(at)?;
        let (end, count) = self.or_more(end, count).unwrap_or((end, count));
        // "a few dozen years ago", "some 20 years ago": the last number counts.
        match self.word(end) {
            // "up from eight a day earlier": the article begins the time.
            Some((_, Word::Count(_))) if !self.is(end, A) => return self.count(end),
            Some((_, Word::Count(_))) => return None,
            None if self.number(end).is_some() => return self.count(end),
            _ => {}
        }
        let half = self.is(end, AND)
            && self.is(end + 1, A)
            && matches!(self.word(end + 2), Some((_, Word::Half)));
        if !half {
            return Some((end, count));
        }
        let (least, most) = (count.least, count.most + 1);
        Some((end + 3, Count { least, most }))
    }

    /// Skips "fiscal" at `at`: "last fiscal year".
    fn fiscal(&self, at: usize) -> usize {
        match self.word(at) {
            Some((end, Word::Fiscal)) if matches!(self.word(end), Some((_, Word::Unit(_)))) => end,
            _ => at,
        }
    }
}

/// The year that "last", "this" or "next" before a month or season means.
fn nearest(steps: i8) -> Year {
    match steps {
        0 => Year::Step(0, Base::Writing),
        steps => Year::Nearest(steps),
    }
}

/// What a bare plural may mean: more than one, and fewer than make the next larger unit.
fn vague(unit: Unit) -> Count {
    let most = match unit {
        Unit::Second | Unit::Minute => 59,
        Unit::Hour => 23,
        Unit::Day => 13,
        Unit::Weekend | Unit::Week => 8,
        Unit::Month => 11,
        Unit::Quarter => 3,
        Unit::Year | Unit::Decade | Unit::Century => 9,
    };
    Count { least: 2, most }
}
