//! Dates of the calendar.
//!
//! "Sept. 11, 2001", "11 September", "2018-11-07", "11/9/2001", "the 11th", "July 2012", "the summer of 2013", "the third
//! quarter", "fiscal 2014", "2012-13", "the 1990s", "the 19th century" become a [`Calendar`] each.

use syntax::Key;

use super::TimeModifier;
use super::expression::{Base, Calendar, Unit, Year};
use super::reader::{Number, Reader, full_year};
use super::tense::speaks;
use super::word::Word;

const AND: Key = Key::word("and");
const BLOCK: Key = Key::word("block");
const BETWEEN: Key = Key::word("between");
const FOR: Key = Key::word("for");
const FROM: Key = Key::word("from");
const TO: Key = Key::word("to");
const THE: Key = Key::word("the");
const OF: Key = Key::word("of");
const IN: Key = Key::word("in");
const COMMA: Key = Key::word(",");
const POSSESSIVE: Key = Key::word("'s");
const LONGEST_MONTH: i32 = 31;
const YEARS_OF_CENTURY: i16 = 100;
const YEARS_OF_DECADE: i16 = 10;
/// The first hundred years that are named for their first ten: "the 2000s".
const FIRST_SHORT: i16 = 2000;
/// Lower years are counts where a noun follows.
const FIRST_ALONE: i16 = 1000;
/// What a number of four digits without a comma is a multiple of where a plural makes it a count: "2000 people", but
/// "the 1988 results".
const ROUND: i32 = 50;

/// A unit of the calendar with the token after it.
type Found = (usize, Calendar);

impl Reader<'_> {
    /// The date at `at` that begins with a digit or an apostrophe.
    pub(super) fn numeric_date(&self, at: usize) -> Option<Found> {
        let first = *self.form(at).as_bytes().first()?;
        if !first.is_ascii_digit() {
            return self.short_decade(at);
        }
        self.iso_date(at)
            .or_else(|| self.slash_date(at))
            .or_else(|| self.day_month(at))
            .or_else(|| self.years(at))
            .or_else(|| self.year_before_era(at))
            .or_else(|| self.year(at))
            .or_else(|| self.decade(at))
            .or_else(|| self.century(at))
            .or_else(|| self.day_of_month(at))
    }

    /// The date at `at` that begins with the word `word`, which ends before `after`.
    pub(super) fn worded_date(&self, at: usize, after: usize, word: Word) -> Option<Found> {
        match word {
            Word::Month(month) if self.is_month(at, after) => Some(self.month(after, month)),
            Word::Season(season) => {
                let (end, year) = self
                    .year_after(after)
                    .or_else(|| self.bare_season(at, after))?;
                Some((end, Calendar::Season { year, season }))
            }
            Word::Holiday(holiday) if !self.is_nominal(after) && !self.is_hyphened(after) => {
                let (end, year) = self.year_after(after).unwrap_or((after, Year::Open));
                Some((end, Calendar::Holiday { holiday, year }))
            }
            Word::Share { number, parts } => Some(self.share(after, number, parts)),
            Word::Ordinal(number) => self.ordinal(after, number),
            Word::Fiscal => {
                let year = self.four_digits(after).or_else(|| self.two_digits(after))?;
                Some((after + 1, Calendar::Year(year)))
            }
            Word::Era(sign) => {
                let year = self.year_of_era(after, sign)?;
                Some((after + 1, Calendar::Year(year)))
            }
            _ => None,
        }
    }

    /// Whether a hyphen at `at` makes a longer word of the one before it: "Christmas-themed".
    fn is_hyphened(&self, at: usize) -> bool {
        self.is_dash(at) && self.touches(at) && self.touches(at + 1) && !self.is_capital(at + 1)
    }

    /// The year of two digits of "fiscal 16".
    fn two_digits(&self, at: usize) -> Option<i16> {
        let number = self.number(at)?;
        let year = number.digits == 2 && !number.ordinal && !self.is_nominal(at + 1);
        year.then(|| full_year(number.value))
    }

    /// "753 BC", "1260 A.D."
    fn year_before_era(&self, at: usize) -> Option<Found> {
        let (end, word) = self.word(at + 1)?;
        let Word::Era(sign) = word else { return None };
        let year = self.year_of_era(at, sign)?;
        (!self.is_nominal(end)).then_some((end, Calendar::Year(year)))
    }

    /// The year whose number stands at `at`; the year before the first of the era is 0, as in ISO 8601.
    fn year_of_era(&self, at: usize, sign: i8) -> Option<i16> {
        let number = self.number(at)?;
        let plain = !number.ordinal && (1..=4).contains(&number.digits) && number.value > 0;
        let year = i16::try_from(number.value).ok().filter(|_| plain)?;
        let counts = sign > 0 && year < FIRST_ALONE && self.is_nominal(at + 1);
        (!counts).then_some(if sign > 0 { year } else { 1 - year })
    }

    /// What follows a month that ends before `after`: "Sept. 11, 2001", "July 2012", "November".
    fn month(&self, after: usize, month: i8) -> Found {
        match self.day(after) {
            Some(day) => {
                let (end, year) = self.year_of_day(after + 1);
                let month = Some(month);
                (end, Calendar::Day { year, month, day })
            }
            None => {
                let (end, year) = self.year_after(after).unwrap_or((after, Year::Open));
                (end, Calendar::Month { year, month })
            }
        }
    }

    /// Whether the month's name at `at` is no given name, surname or event: "April Jones", "May said", "March for Life".
    fn is_month(&self, at: usize, after: usize) -> bool {
        if self.number(after).is_some() {
            return true;
        }
        let for_name = self.is(after, FOR) && self.is_capital(after + 1);
        if speaks(self.token(after)) || for_name || self.is_surname(at) {
            return self.is_led(at);
        }
        // "the Women's March drew thousands", but "Britain's March figures"
        let owner = self.word_before(at, POSSESSIVE) || at > 0 && self.form(at - 1) == "’s";
        let named = !self.is_nominal(after) || matches!(self.word(after), Some((_, Word::Step(_))));
        if owner && named {
            return false;
        }
        let name_before =
            at > self.sentence().start && self.is_capital(at - 1) && self.is_name(at - 1);
        let name_after = self.is_capital(after)
            && self.is_name(after)
            && !self.is_led(at)
            && !self.word_before(at, THE);
        !name_before && !name_after
    }

    /// Whether a word before `at`, or before its "the", leads one to expect a time: "in", "since", "last".
    fn is_led(&self, at: usize) -> bool {
        let start = if self.word_before(at, THE) {
            at - 1
        } else {
            at
        };
        let left = start.checked_sub(1);
        let relative = |left| matches!(self.word(left), Some((_, Word::Step(_) | Word::Edge(_))));
        self.word_before(start, IN)
            || self.word_before(start, OF)
            || self.bound(start) != TimeModifier::Exact
            || left.is_some_and(relative)
    }

    /// A day of the month at `at`.
    fn day(&self, at: usize) -> Option<i8> {
        let number = self.number(at)?;
        let fits = number.digits <= 2 && (1..=LONGEST_MONTH).contains(&number.value);
        fits.then_some(number.value as i8)
    }

    /// The year after a day and its month: "2001", ", 2001".
    fn year_of_day(&self, at: usize) -> (usize, Year) {
        let start = self.skip(at, COMMA);
        match self.four_digits(start) {
            Some(year) => (start + 1, Year::Given(year)),
            None => (at, Year::Open),
        }
    }

    /// "11 September 2001", "the 11th of September".
    fn day_month(&self, at: usize) -> Option<Found> {
        let day = self.day(at)?;
        let (end, word) = self.word(self.skip(at + 1, OF))?;
        let Word::Month(month) = word else {
            return None;
        };
        // "killed 12 May 6" would be no English; "July 3 May 6" is a list.
        if self.day(end).is_some() && self.four_digits(end).is_none() {
            return None;
        }
        let (end, year) = self.year_of_day(end);
        let month = Some(month);
        Some((end, Calendar::Day { year, month, day }))
    }

    /// "the 11th", where no noun follows that it counts.
    fn day_of_month(&self, at: usize) -> Option<Found> {
        let number = self.number(at).filter(|number| number.ordinal)?;
        let alone = self.word_before(at, THE) && self.is_pause(at + 1) && !self.is_nominal(at + 1);
        if !alone || number.value > LONGEST_MONTH || number.value < 1 {
            return None;
        }
        let day = number.value as i8;
        let (year, month) = (Year::Open, None);
        Some((at + 1, Calendar::Day { year, month, day }))
    }

    /// "2018-11-07" (ISO 8601).
    fn iso_date(&self, at: usize) -> Option<Found> {
        let joined = (at + 1..at + 5).all(|part| self.touches(part));
        let year = self
            .four_digits(at)
            .filter(|_| joined && self.is_dash(at + 1))?;
        let month = self
            .number(at + 2)
            .filter(|month| (1..=12).contains(&month.value))?;
        let day = self.day(at + 4).filter(|_| self.is_dash(at + 3))?;
        let month = Some(month.value as i8);
        let year = Year::Given(year);
        Some((at + 5, Calendar::Day { year, month, day }))
    }

    /// "11/9/2001": month first as in the United States, day first where the first number is no month.
    fn slash_date(&self, at: usize) -> Option<Found> {
        let mut parts = self.form(at).split('/').map(|part| {
            let plain = part.bytes().all(|byte| byte.is_ascii_digit());
            plain.then(|| part.parse::<i16>().ok()).flatten()
        });
        let (first, second, year) = (parts.next()??, parts.next()??, parts.next()??);
        let (month, day) = if first > 12 {
            (second, first)
        } else {
            (first, second)
        };
        let real = (1..=12).contains(&month) && (1..=31).contains(&day) && parts.next().is_none();
        let year = match year {
            0..100 => Some(full_year(year.into())),
            1000..2200 => Some(year),
            _ => None,
        }?;
        let (year, month, day) = (Year::Given(year), Some(month as i8), day as i8);
        real.then_some((at + 1, Calendar::Day { year, month, day }))
    }

    /// "2007-8", "2012-13", "2008-2013".
    fn years(&self, at: usize) -> Option<Found> {
        let first = self.four_digits(at)?;
        let joined = self.is_dash(at + 1) && self.touches(at + 1) && self.touches(at + 2);
        let second = self
            .number(at + 2)
            .filter(|second| joined && !second.ordinal)?;
        let last = match second.digits {
            1 => first - first % YEARS_OF_DECADE + second.value as i16,
            2 => first - first % YEARS_OF_CENTURY + second.value as i16,
            4 => second.value as i16,
            _ => return None,
        };
        let ahead = first < last && last - first < YEARS_OF_CENTURY && is_modern(first);
        ahead.then_some((at + 3, Calendar::Years(first, last)))
    }

    /// A year of four digits; "the 1970's" are ten.
    fn year(&self, at: usize) -> Option<Found> {
        let year = self.four_digits(at)?;
        let owns =
            self.touches(at + 1) && (self.is(at + 1, POSSESSIVE) || self.form(at + 1) == "’s");
        let round = year % YEARS_OF_DECADE == 0 && is_modern(year);
        let definite = self.word_before(at, THE) || self.is_edge(at);
        if owns && round && definite && !self.is_nominal(at + 2) {
            return Some((at + 2, Calendar::Decade(year)));
        }
        let is_year = self.is_year(at, year);
        is_year.then_some((at + 1, Calendar::Year(year)))
    }

    /// Whether the four digits at `at` are a year, and not a count ("2000 people") or part of a name ("Windows 2000").
    fn is_year(&self, at: usize, year: i16) -> bool {
        if self.touches(at) && self.is_joined(at - 1) && !self.is_edge(at)
            || self.touches(at + 1) && self.is_joined(at + 1)
        {
            return false;
        }
        // "the 1200 block of Main Street"
        if self.is(at + 1, BLOCK) {
            return false;
        }
        if self.begins_years(at) || at >= 2 && self.begins_years(at - 2) {
            return true;
        }
        // "between A.D. 1000 and 1260"
        if at >= 4 && self.word_before(at - 3, BETWEEN) && self.is_era(at - 3) {
            return true;
        }
        // "around 1833,"
        let alone = || !self.is_round(at) && self.is_pause(at + 1);
        if self.is_led(at) && (self.bound(at) != TimeModifier::About || alone()) {
            let amounts = self.word_before(at, OF) && !is_modern(year);
            return !amounts && !self.counts_after(at);
        }
        let named = at > self.sentence().start && self.is_capital(at - 1) && !self.is_first(at - 1);
        let named_year = at > self.sentence().start
            && matches!(
                self.word(at - 1),
                Some((_, Word::Unit(Unit::Year) | Word::Units(Unit::Year)))
            );
        let noun = |token: &syntax::Token| token.upos == syntax::Upos::Noun;
        let counted = self.before(at).is_some_and(noun) && !named_year;
        // "a talk about 2019"
        let topic =
            self.bound(at) == TimeModifier::About && !self.is_round(at) && !self.is_nominal(at + 1);
        is_modern(year)
            && !named
            && !counted
            && (self.bound(at) == TimeModifier::Exact || topic)
            && !self.counts_after(at)
    }

    /// "between 1600 and 1900", "from 1215 to 1300": whether the number at `at` begins a pair of years.
    fn begins_years(&self, at: usize) -> bool {
        let joined = self.word_before(at, BETWEEN) && self.is(at + 1, AND)
            || self.word_before(at, FROM) && self.is(at + 1, TO);
        let pair = || Some((self.four_digits(at)?, self.four_digits(at + 2)?));
        // "Between 1600 and 1900 world trade grew" counts no world.
        let counts =
            || self.is_nominal(at + 3) && (self.is_plural(at + 3) || !self.is_first(at - 1));
        joined && pair().is_some_and(|(first, last)| first < last) && !counts()
    }

    /// Whether "mid-", "early" or the like stands right before `at`.
    fn is_edge(&self, at: usize) -> bool {
        let edge = |start: usize| {
            let word = self.word(start);
            word.is_some_and(|(end, word)| end == at && matches!(word, Word::Edge(_)))
        };
        (1..=2).any(|back| at.checked_sub(back).is_some_and(edge))
    }

    fn is_era(&self, at: usize) -> bool {
        matches!(self.word(at), Some((_, Word::Era(_))))
    }

    fn is_plural(&self, at: usize) -> bool {
        let plural = |token: &syntax::Token| token.xpos == syntax::Xpos::Nns;
        self.token(at).is_some_and(plural)
    }

    /// Whether the token at `at` joins what stands around it to one number or name.
    fn is_joined(&self, at: usize) -> bool {
        let form = self.form(at);
        matches!(form, "$" | "£" | "€" | "#" | "/" | "%" | "°")
            || self.is_dash(at) && !self.is_pause(at + 1) && self.number(at + 1).is_some()
    }

    /// Whether what follows the number at `at` is counted by it: "2000 people", "1950 meters".
    fn counts_after(&self, at: usize) -> bool {
        let plural = self.is_plural(at + 1);
        let led = self.word_before(at, THE) || self.word_before(at, IN);
        plural && self.is_round(at) && !led && !self.is_capital(at + 1)
    }

    fn is_round(&self, at: usize) -> bool {
        let number = self.number(at);
        number.is_some_and(|number| number.value % ROUND == 0)
    }

    /// "the 1990s".
    fn decade(&self, at: usize) -> Option<Found> {
        let year = self
            .form(at)
            .strip_suffix('s')
            .filter(|year| year.len() == 4)?;
        let year: i16 = year.parse().ok().filter(|year| year % 10 == 0)?;
        // "The 1800s" are a century, "the 2000s" as a rule a decade.
        let hundred = year % YEARS_OF_CENTURY == 0 && year < FIRST_SHORT;
        let calendar = if hundred {
            Calendar::Years(year, year + YEARS_OF_CENTURY - 1)
        } else {
            Calendar::Decade(year)
        };
        (year >= 1000).then_some((at + 1, calendar))
    }

    /// "the '90s".
    fn short_decade(&self, at: usize) -> Option<Found> {
        if !self.is_apostrophe(at) || !self.touches(at + 1) {
            return None;
        }
        if let Some(year) = self.short_year(at) {
            // "a '99 Honda"
            let named = self.is_name(at + 2) && self.is_capital(at + 2);
            return (named || self.is_led(at)).then_some((at + 2, Calendar::Year(year)));
        }
        let digits = self
            .form(at + 1)
            .strip_suffix('s')
            .filter(|digits| digits.len() == 2)?;
        let decade: i32 = digits.parse().ok().filter(|decade| decade % 10 == 0)?;
        Some((at + 2, Calendar::Decade(full_year(decade))))
    }

    /// "the 19th century".
    fn century(&self, at: usize) -> Option<Found> {
        let Number { value, ordinal, .. } = self.number(at)?;
        let number = i8::try_from(value)
            .ok()
            .filter(|number| ordinal && (1..=22).contains(number))?;
        self.ordinal(at + 1, number)
    }

    /// What an ordinal that ends before `after` counts: "third quarter", "first half of 2013", "19th century".
    fn ordinal(&self, after: usize, number: i8) -> Option<Found> {
        match self.word(self.skip_hyphen(after))? {
            (end, Word::Unit(Unit::Quarter)) if (1..=4).contains(&number) => {
                Some(self.share(end, number, 4))
            }
            (end, Word::Half) if (1..=2).contains(&number) => {
                let found = self.share(end, number, 2);
                (found.0 > end).then_some(found)
            }
            // "Twenty-First Century Holdings" is a name.
            (_, Word::Unit(Unit::Century)) if self.is_named_century(after) => None,
            (end, Word::Unit(Unit::Century)) if !self.is_name(end) || !self.is_capital(after) => {
                Some((end, Calendar::Century(number.into())))
            }
            _ => None,
        }
    }

    /// "American Bridge 21st *Century*": whether a name goes before the capital at `at`.
    fn is_named_century(&self, at: usize) -> bool {
        let name = at.checked_sub(2);
        self.is_capital(at) && name.is_some_and(|name| self.is_name(name) && self.is_capital(name))
    }

    /// A part of a year that ends before `after`, with its year.
    fn share(&self, after: usize, number: i8, parts: i8) -> Found {
        let (end, year) = self
            .year_after(after)
            .or_else(|| self.relative_year(after))
            .unwrap_or((after, Year::Open));
        (
            end,
            Calendar::Share {
                year,
                number,
                parts,
            },
        )
    }

    /// "of last year", "of the year", "last year" at `at`.
    pub(super) fn relative_year(&self, at: usize) -> Option<(usize, Year)> {
        let start = self.skip(at, OF);
        let (steps_end, steps) = match self.word(start) {
            Some((end, Word::Step(steps))) => (end, steps),
            _ => return self.the_year(start).filter(|_| start > at),
        };
        let (end, unit) = self.word(steps_end)?;
        (unit == Word::Unit(Unit::Year)).then_some((end, Year::Step(steps, Base::Writing)))
    }

    /// "the year" at `at`.
    fn the_year(&self, at: usize) -> Option<(usize, Year)> {
        let (end, unit) = self.word(at + 1).filter(|_| self.is(at, THE))?;
        (unit == Word::Unit(Unit::Year)).then_some((end, Year::Step(0, Base::Writing)))
    }

    /// A season without a year counts after "in" or "the" where it is no part of a name or a longer noun.
    fn bare_season(&self, at: usize, after: usize) -> Option<(usize, Year)> {
        let relative = self.relative_year(after);
        let bare = self.is_led(at) && !self.is_nominal(after) && !self.is_capital(after);
        relative.or_else(|| bare.then_some((after, Year::Open)))
    }
}

/// Whether a bare number is likely to be a year.
fn is_modern(year: i16) -> bool {
    (1900..2100).contains(&year)
}
