//! Finds the temporal expressions of a text: tokens in, what their words say out.
//!
//! "The man fled at about 10:30 p.m. on Tuesday" gives one expression, the Tuesday with the clock time 22:30; its bounds
//! are "10:30 p.m. on Tuesday" and it is qualified by *about*.
//!
//! An expression is put together from atoms: a clock time, a day, a part of the day, each read by one of `clock`, `date` and
//! `relative`. Atoms that stand side by side, or joined by a word that fits, become one point; two points of a
//! sort become a range ("from 2008 to 2013"). Each token is looked at a bounded number of times.

use syntax::{Analysis, Key};

use super::TimeModifier;
use super::expression::{
    Base, Calendar, ClockTime, Edge, Expression, Form, Part, Point, Unit, Which, Year,
};
use super::join::{Joint, are_ends};
use super::reader::{Reader, Surnames};
use super::word::Word;

const THE: Key = Key::word("the");
const OF: Key = Key::word("of");
const ON: Key = Key::word("on");
const AT: Key = Key::word("at");
const IN: Key = Key::word("in");
const TO: Key = Key::word("to");
const AND: Key = Key::word("and");
const COMMA: Key = Key::word(",");
const OTHER: Key = Key::word("other");
const BETWEEN: Key = Key::word("between");
const POSSESSIVE: Key = Key::word("'s");

/// A point with the token after it.
type Found = (usize, Point);

/// The temporal expressions of a text, in text order; none overlaps another.
pub(super) fn recognise(text: &str, analysis: &Analysis) -> Vec<Expression> {
    let mut found = Vec::new();
    let surnames = Surnames::default();
    for sentence in &analysis.sentences {
        let reader = Reader::new(text, &analysis.tokens, sentence.tokens.clone(), &surnames);
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            if !reader.may_begin(at) {
                at += 1;
                continue;
            }
            match reader.expression(at) {
                Some(expression) => {
                    at = expression.tokens.end;
                    found.push(expression);
                    at = reader.listed_days(at, &mut found);
                }
                None => at = reader.next(at),
            }
        }
    }
    found
}

impl Reader<'_> {
    /// Whether an expression or a word of the vocabulary may begin at `at`: most tokens of a text begin none.
    #[inline]
    fn may_begin(&self, at: usize) -> bool {
        self.may_begin_word(at) || self.begins_number(at)
    }

    /// Whether a digit or the apostrophe of a short year stands first at `at`.
    #[inline]
    fn begins_number(&self, at: usize) -> bool {
        let first = self.form(at).as_bytes().first();
        matches!(first, Some(b'0'..=b'9' | b'\'')) || first == Some(&0xE2) && self.form(at) == "‘"
    }

    /// The token to go on with when no expression begins at `at`.
    fn next(&self, at: usize) -> usize {
        match self.word(at) {
            // "the Good Friday Agreement"
            Some((end, Word::Nothing | Word::Holiday(_))) => end,
            _ => at + 1,
        }
    }

    /// The expression that begins at `at`.
    fn expression(&self, at: usize) -> Option<Expression> {
        let (end, form) = self.form_at(at)?;
        let bound = self.bound_around(at, end, &form);
        Some(Expression {
            tokens: at..end,
            bound,
            form,
        })
    }

    /// The days of "August 12, 13 and 15" behind the first, which names the month; the token after the last.
    fn listed_days(&self, mut end: usize, found: &mut Vec<Expression>) -> usize {
        let named = found.last().and_then(|first| match first.form {
            Form::Point(point @ Point { clock: None, .. }) => Some((point, first.bound)),
            _ => None,
        });
        let Some((mut last, bound)) = named else {
            return end;
        };
        while let Some((after, start, next)) = self.listed_day(end, &last) {
            if let Some(before) = found.last_mut() {
                before.date(year_of(&next));
            }
            found.push(Expression {
                tokens: start..after,
                bound,
                form: Form::Point(of_month_before(next)),
            });
            (end, last) = (after, next);
        }
        end
    }

    /// The day that a comma or "and" at `end` adds to the one before: a later one of its month, and no number of
    /// anything. Gives the token after it, its first token, and the day.
    fn listed_day(&self, end: usize, last: &Point) -> Option<(usize, usize, Point)> {
        let at = self.skip(self.skip(end, COMMA), AND);
        let (after, point) = self.later_day(at, last).filter(|_| at > end)?;
        let listed = self.is(after, AND) || self.is(after, COMMA);
        let alone = self.is_pause(after) || self.is_verb(after) || after > at + 1 || listed;
        let month = matches!(last.calendar, Some(Calendar::Day { month: Some(_), .. }));
        (month && alone).then_some((after, at, point))
    }

    /// How the words around qualify the time `at..end`. In "since the 2008 crisis" the crisis is meant, not its year.
    fn bound_around(&self, at: usize, end: usize, form: &Form) -> TimeModifier {
        let inner = matches!(form, Form::Point(Point { about: true, .. }));
        let owner = self.is(end, POSSESSIVE) || self.form(end) == "’s";
        let definite = self.word_before(at, THE);
        let start = if definite && !self.is_nominal(end) {
            at - 1
        } else {
            at
        };
        match self.bound(start) {
            _ if owner => TimeModifier::Exact,
            TimeModifier::Exact if inner => TimeModifier::About,
            bound => bound,
        }
    }

    fn form_at(&self, at: usize) -> Option<(usize, Form)> {
        let word = self.word(at);
        if word.is_none() && !self.begins_number(at) {
            return None;
        }
        if let Some((end, Word::Every(_))) = word {
            return Some((self.repeated(end)?, Form::Set));
        }
        if let Some((end, Word::Weekdays(_))) = word {
            return Some((end, Form::Set));
        }
        let whole = self.hours(at).or_else(|| self.first_months(at));
        if let Some(form) = whole
            .or_else(|| self.nth_weekday(at))
            .or_else(|| self.run(at))
        {
            return Some(form);
        }
        match self
            .point(at)
            .filter(|(end, point)| self.stands_alone(at, *end, point))
        {
            Some((end, point)) => Some(self.range(at, end, point)),
            None => self.counted_from(at),
        }
    }

    /// What "every" that ends before `at` repeats: "Tuesday", "other week", "two years", "morning".
    fn repeated(&self, at: usize) -> Option<usize> {
        let at = match self.word(at) {
            Some((end, Word::Ordinal(_))) => end,
            _ => self.skip(at, OTHER),
        };
        let at = self.count(at).map_or(at, |(end, _)| end);
        match self.word(at)? {
            (
                end,
                Word::Weekday(_)
                | Word::Month(_)
                | Word::Holiday(_)
                | Word::Unit(_)
                | Word::Units(_)
                | Word::Part(_)
                | Word::Season(_),
            ) => Some(end),
            _ => None,
        }
    }

    /// "8 to 9 p.m.", where the first hour takes its half of the day from the second.
    fn hours(&self, at: usize) -> Option<(usize, Form)> {
        let hour = self
            .number(at)
            .filter(|hour| (1..=12).contains(&hour.value) && !hour.ordinal)?;
        let (end, second) = self.clock(self.connector(at, at + 1)?)?;
        let noon = second.minute / (12 * 60) * 12;
        let minute = (hour.value as u16 % 12 + noon) * 60;
        // "11 to 1 p.m." begins in the morning, "11 to 1 a.m." in the evening before.
        let minute = if minute > second.minute {
            (minute + 12 * 60) % (24 * 60)
        } else {
            minute
        };
        let first = ClockTime {
            minute,
            has_minutes: false,
            ..second
        };
        let point = |clock| Point {
            clock: Some(clock),
            ..Point::default()
        };
        let (end, last) = self.extend(end, point(second));
        let first = Point {
            calendar: last.calendar,
            ..point(first)
        };
        (!second.half_open || second.has_minutes).then_some((end, Form::Range(first, last)))
    }

    /// "first nine months of 2012" at `at`: from January on.
    fn first_months(&self, at: usize) -> Option<(usize, Form)> {
        let (after, _) = self
            .word(at)
            .filter(|(_, word)| *word == Word::Ordinal(1))?;
        let (end, count) = self.count(after)?;
        let (end, _) = self
            .word(end)
            .filter(|(_, word)| *word == Word::Units(Unit::Month))?;
        let (end, year) = self.year_after(end).or_else(|| self.relative_year(end))?;
        let month = i8::try_from(count.least)
            .ok()
            .filter(|months| (2..=12).contains(months))?;
        let point = |month| Point::of(Calendar::Month { year, month });
        Some((end, Form::Range(point(1), point(month))))
    }

    /// The range that begins with the point `at..end`, or the point itself.
    fn range(&self, at: usize, end: usize, first: Point) -> (usize, Form) {
        let point = (end, Form::Point(first));
        let Some(start) = self.connector(at, end) else {
            return point;
        };
        if let Some((end, last)) = self.later_day(start, &first) {
            return (end, Form::Range(first, last));
        }
        match self.point(self.skip(start, THE)) {
            Some((end, last)) if are_ends(&first, &last) => (end, Form::Range(first, last)),
            _ => point,
        }
    }

    /// The token after the word at `end` that joins two ends of a range whose first begins at `at`.
    pub(super) fn connector(&self, at: usize, end: usize) -> Option<usize> {
        let start = if self.word_before(at, THE) {
            at - 1
        } else {
            at
        };
        let between = self.word_before(start, BETWEEN);
        let until =
            || self.is(end, TO) || self.is_dash(end) || self.reaches(end) && !self.is_pause(end);
        let joined = if between { self.is(end, AND) } else { until() };
        joined.then_some(end + 1)
    }

    /// "until", "through" and the like at `at`.
    fn reaches(&self, at: usize) -> bool {
        self.bound(at + 1) == TimeModifier::Before && at + 1 < self.sentence().end
    }

    /// "5" of "July 3-5" at `at`.
    fn later_day(&self, at: usize, first: &Point) -> Option<Found> {
        let Some(Calendar::Day { year, month, day }) = first.calendar else {
            return None;
        };
        let number = self.number(at).filter(|number| number.digits <= 2)?;
        let later = (i32::from(day) + 1..=31).contains(&number.value) && self.clock(at).is_none();
        let (end, year) = self.year_after(at + 1).unwrap_or((at + 1, year));
        let day = number.value as i8;
        later.then(|| (end, Point::of(Calendar::Day { year, month, day })))
    }

    /// The point that begins at `at`: an atom and all that follow and fit.
    pub(super) fn point(&self, at: usize) -> Option<Found> {
        let (end, point) = self.atom(at)?;
        Some(self.extend(end, point))
    }

    /// The point that ends before `end` with all atoms that follow and fit.
    pub(super) fn extend(&self, mut end: usize, mut point: Point) -> Found {
        while let Some((after, more)) = self.next_atom(end, &point) {
            (end, point) = (after, more);
        }
        (end, point)
    }

    /// `point` with the atom that follows at `end`, perhaps after a word that joins them.
    fn next_atom(&self, end: usize, point: &Point) -> Option<Found> {
        if let Some((after, atom)) = self.atom(self.past_day_hyphen(end, point)) {
            return Some((after, point.with(&atom, Joint::None)?));
        }
        let comma = self.is(end, COMMA);
        let start = self.skip(end, COMMA);
        let (start, joint) = match self.token(start)?.key {
            OF if !comma => (start + 1, Joint::Of),
            ON => (start + 1, Joint::On),
            AT => (start + 1, Joint::At),
            IN => (start + 1, Joint::In),
            _ if comma => (start, Joint::Comma),
            _ => return None,
        };
        let about = joint == Joint::At && self.bound(start + 1) == TimeModifier::About;
        let start = self.skip(start + usize::from(about), THE);
        let (after, atom) = self.atom(start)?;
        let joined = point.with(&atom, joint)?;
        Some((
            after,
            Point {
                about: joined.about || about,
                ..joined
            },
        ))
    }

    /// `end`, or the token behind a hyphen there that ties a part of the day to its day: "a Sunday-night message".
    fn past_day_hyphen(&self, end: usize, point: &Point) -> usize {
        let part = matches!(self.word(end + 1), Some((_, Word::Part(_))));
        let tied = self.is_dash(end) && self.touches(end) && self.touches(end + 1);
        end + usize::from(tied && part && point.is_day())
    }

    /// One part of a point at `at`.
    fn atom(&self, at: usize) -> Option<Found> {
        if let Some((end, clock)) = self.clock(at) {
            let clock = Some(clock);
            return Some((
                end,
                Point {
                    clock,
                    ..Point::default()
                },
            ));
        }
        match self.word(at) {
            Some((after, word)) => self.worded(at, after, word),
            None => self
                .numeric_date(at)
                .map(|(end, date)| (end, Point::of(date))),
        }
    }

    fn worded(&self, at: usize, after: usize, word: Word) -> Option<Found> {
        let placed = match word {
            Word::Unit(unit) => self.end_of_unit(at, after, unit),
            _ => None,
        };
        if let Some(found) = placed.or_else(|| self.before_last(at, after, word)) {
            return Some(found);
        }
        match word {
            Word::Weekday(weekday) => {
                let tag = self.span(at..after);
                let which = Which::Open;
                Some((
                    after,
                    Point::of(Calendar::Weekday {
                        weekday,
                        which,
                        tag,
                    }),
                ))
            }
            Word::Part(part) => Some((
                after,
                Point {
                    part: Some(part),
                    ..Point::default()
                },
            )),
            Word::Hours { from, to } if self.is_plain_hour(at, after) => {
                let part = Part {
                    from,
                    to,
                    early: to,
                    late: from,
                };
                Some((
                    after,
                    Point {
                        part: Some(part),
                        ..Point::default()
                    },
                ))
            }
            Word::Day { steps, part } if !self.is_title(at) => {
                let (unit, base) = (Unit::Day, Base::Writing);
                let calendar = Some(Calendar::Step { unit, steps, base });
                Some((
                    after,
                    Point {
                        calendar,
                        part,
                        ..Point::default()
                    },
                ))
            }
            Word::Step(steps) => self.stepped(at, after, steps),
            Word::Other(steps) => self.other(at, after, steps),
            Word::Stretch(sign) => self.stretched(after, sign, Base::Writing),
            Word::Edge(edge) => self.edged(after, edge),
            Word::Unit(Unit::Weekend) if self.word_before(at, THE) && !self.is_nominal(after) => {
                Some((after, Point::of(Calendar::Weekend)))
            }
            _ => self
                .worded_date(at, after, word)
                .map(|(end, date)| (end, Point::of(date))),
        }
    }

    /// "early Sunday", "the end of June", "later in the day": an edge that ends before `at` with what it belongs to.
    fn edged(&self, at: usize, edge: Edge) -> Option<Found> {
        let start = self.skip(at, THE);
        let (end, point) = match self.word(start) {
            Some((end, Word::Unit(unit))) if start > at && unit >= Unit::Day => {
                let base = if unit == Unit::Day {
                    Base::Either
                } else {
                    Base::Writing
                };
                let steps = 0;
                (end, Point::of(Calendar::Step { unit, steps, base }))
            }
            Some((_, Word::Edge(_))) => return None,
            _ => self.atom(start)?,
        };
        let bare = point.edge.is_none() && point.clock.is_none();
        bare.then_some({
            (
                end,
                Point {
                    edge: Some(edge),
                    ..point
                },
            )
        })
    }

    /// Whether "Today" at `at` is part of a name: "USA Today".
    fn is_title(&self, at: usize) -> bool {
        self.is_capital(at) && !self.is_first(at)
    }

    /// Whether "dawn" is the hour: not "Dawn Smith", not "the dawn of a new age".
    fn is_plain_hour(&self, at: usize, after: usize) -> bool {
        let figurative = self.is(after, OF) && self.atom(self.skip(after + 1, THE)).is_none();
        (!self.is_capital(at) || self.is_first(at) && !self.is_capital(after)) && !figurative
    }

    /// Whether the point `at..end` is a time by itself: "morning" and "night" need more.
    fn stands_alone(&self, at: usize, end: usize, point: &Point) -> bool {
        if point.calendar.is_some() || point.clock.is_some_and(|clock| !clock.half_open) {
            return true;
        }
        let Some(part) = point.part else {
            return point.clock.is_some();
        };
        let named = !matches!(self.word(at), Some((_, Word::Part(_) | Word::Edge(_))));
        let adverb = part.to > 28 && !self.is_nominal(end);
        let edged = point.edge.is_some() && !self.is_nominal(end);
        let definite =
            self.word_before(at, THE) && at >= 2 && (self.is(at - 2, IN) || self.is(at - 2, ON));
        named || adverb || edged || definite && !self.is_nominal(end)
    }
}

/// The year of a day.
fn year_of(point: &Point) -> Year {
    match point.calendar {
        Some(Calendar::Day { year, .. }) => year,
        _ => Year::Open,
    }
}

/// A listed day without a year as one of the month last mentioned: that of the day before it.
fn of_month_before(mut point: Point) -> Point {
    if let Some(Calendar::Day {
        year: Year::Open,
        month,
        ..
    }) = &mut point.calendar
    {
        *month = None;
    }
    point
}

impl Expression {
    /// Gives a day without a year that of the day listed behind it: "March 2 and 9, 2013".
    fn date(&mut self, given: Year) {
        if let Form::Point(Point {
            calendar: Some(Calendar::Day { year, .. }),
            ..
        }) = &mut self.form
            && *year == Year::Open
        {
            *year = given;
        }
    }
}
