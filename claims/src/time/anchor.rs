//! Places temporal expressions on the calendar: what their words say in, [`Timex`]es out.
//!
//! "late Tuesday" in a report of Wednesday 21 May 2025 becomes 17:00 to 24:00 on 20 May 2025. It is resolved against the
//! publication date; where none is known against the date in the dateline, if that has its year. "the next day" is resolved
//! against the last day that the text mentioned. What finds no anchor stays unresolved.

use jiff::ToSpan;
use jiff::civil::Date;
use syntax::{Analysis, Sentence, Span};

use super::expression::{Calendar, Count, Expression, Form, Offset, Point, Which, Year};
use super::narrow::{self, narrow};
use super::period::add_days;
use super::place::{Place, Placed, Writing, reaching_back, shifted};
use super::tense::{Tense, tense};
use super::{Anchor, Clock, Granularity, Period, TimeModifier, Timex, TimexKind};
use crate::Published;

/// How many paragraphs after its mention a time still counts as the one last mentioned.
const REMEMBERED: u32 = 5;

/// The hour, counted from the midnight before, after which a part of the day is "overnight".
const REACHES_MORNING: u8 = 28;

/// How many expressions of the same sentence are looked at for the day of a clock time.
const LOOKED_AHEAD: usize = 3;

/// Resolves the expressions of a text, in text order.
pub(super) fn resolve(
    text: &str,
    analysis: &Analysis,
    published: Option<Published>,
    expressions: &[Expression],
) -> Vec<Timex> {
    let writing = published
        .map(Writing::from_published)
        .map(|writing| moved_ahead(analysis, expressions, writing))
        .map(|writing| writing.kept_up(tells_of_today(analysis, expressions, writing)))
        .or_else(|| dateline(text, analysis, expressions));
    let mut resolver = Resolver {
        analysis,
        expressions,
        writing,
        previous: None,
        previous_day: None,
        past_day: None,
        lead_day: None,
        months: Vec::new(),
        sentence: 0,
    };
    (0..expressions.len())
        .map(|index| resolver.timex(index))
        .collect()
}

/// The day of the dateline, where it is written with its year: "PARIS, Jan. 8, 2015 (Reuters)".
fn dateline(text: &str, analysis: &Analysis, expressions: &[Expression]) -> Option<Writing> {
    const LONGEST_PLACE: usize = 8;
    let first = expressions.first()?;
    let line = analysis
        .sentences
        .iter()
        .find(|sentence| sentence.tokens.contains(&first.tokens.start))?;
    let place = &analysis.tokens[line.tokens.start..first.tokens.start];
    let is_capital = |span: Span| !span.slice(text).contains(char::is_lowercase);
    let capitals = !place.is_empty()
        && place.len() <= LONGEST_PLACE
        && place.iter().all(|token| is_capital(token.span));
    let Form::Point(point) = first.form else {
        return None;
    };
    let (period, anchor) = UNPLACED.calendar(&point.calendar?, None)?;
    let dated = capitals && anchor == Anchor::Absolute && period.granularity == Granularity::Day;
    dated.then(|| Writing::from_dateline(period.first_day()))
}

/// The day of writing: the day after the stated one where the text tells of its weekday in the past and names neither the
/// stated day nor the one before. Such a report was written a day later, or east of where it was dated.
fn moved_ahead(analysis: &Analysis, expressions: &[Expression], writing: Writing) -> Writing {
    let weekday = |expression: &Expression| open_weekday(&expression.form);
    let mut told = expressions
        .iter()
        .filter(|expression| weekday(expression).is_some());
    let first = told.next().and_then(|first| Some((first, weekday(first)?)));
    let (Some((first, weekday_of_first)), Some(tomorrow)) = (first, writing.days_later(1)) else {
        return writing;
    };
    let stated = |weekday: i8| {
        [Some(writing), writing.days_later(-1)]
            .iter()
            .flatten()
            .any(|day| day.falls_on(weekday))
    };
    let moved = tomorrow.falls_on(weekday_of_first)
        && !told.filter_map(weekday).any(stated)
        && tense_of(analysis, first) == Tense::Past;
    if moved { tomorrow } else { writing }
}

/// Whether the text tells of the day of writing in the past and by its weekday, where "today" would do.
fn tells_of_today(analysis: &Analysis, expressions: &[Expression], writing: Writing) -> bool {
    expressions.iter().any(|expression| {
        open_weekday(&expression.form).is_some_and(|weekday| writing.falls_on(weekday))
            && tense_of(analysis, expression) == Tense::Past
    })
}

/// The tense of what is said of an expression.
fn tense_of(analysis: &Analysis, expression: &Expression) -> Tense {
    let start = expression.tokens.start;
    let sentence = &analysis.sentences[analysis.sentence_of(start)];
    tense(
        &analysis.tokens,
        &sentence.tokens,
        sentence.kind,
        &expression.tokens,
    )
}

/// The weekday of an expression that says no more of which it is.
fn open_weekday(form: &Form) -> Option<i8> {
    let calendar = match form {
        Form::Point(point) => point.calendar?,
        _ => return None,
    };
    match calendar {
        Calendar::Weekday {
            weekday,
            which: Which::Open,
            ..
        } => Some(weekday),
        _ => None,
    }
}

/// The month that a point names, with its year.
fn month_of(form: &Form) -> Option<(i8, Year)> {
    let Form::Point(point) = form else {
        return None;
    };
    match point.calendar? {
        Calendar::Day {
            year,
            month: Some(month),
            ..
        }
        | Calendar::Month { year, month } => Some((month, year)),
        _ => None,
    }
}

/// Nothing is known.
const UNPLACED: Place = Place {
    writing: None,
    previous: None,
    previous_day: None,
    tense: Tense::Open,
};

struct Resolver<'a> {
    analysis: &'a Analysis,
    expressions: &'a [Expression],
    writing: Option<Writing>,
    /// The time last mentioned, with its paragraph.
    previous: Option<(Period, u32)>,
    /// The last one that is a day or lies within one.
    previous_day: Option<(Date, u32)>,
    /// The last one of these that was not still to come when the text was written.
    past_day: Option<(Date, u32)>,
    /// The first day that the text mentions, if it is past: as a rule that of the event.
    lead_day: Option<Date>,
    /// The year of each month that the text has placed firmly: what it says again without a cue is the same.
    months: Vec<(i8, i16)>,
    /// Index of the sentence that the last expression stood in.
    sentence: usize,
}

impl<'a> Resolver<'a> {
    fn timex(&mut self, index: usize) -> Timex {
        let expression = &self.expressions[index];
        let sentence = self.move_to(expression);
        let place = self.place(expression, sentence);
        let own = has_day(&expression.form);
        let placed = if own {
            let expression = self.dated(expression, place.tense);
            place_form(&place, &expression)
        } else {
            self.day_beside(index, sentence, &place)
                .and_then(|day| on_day(&place, expression, day))
        };
        if let Some((period, _)) = placed.filter(|_| own) {
            self.remember(period, sentence.paragraph);
            self.note(&expression.form, period, &place);
        }
        self.written(expression, placed, own)
    }

    /// The sentence of an expression, no earlier than that of the one before.
    fn move_to(&mut self, expression: &Expression) -> &'a Sentence {
        let sentences = &self.analysis.sentences;
        while sentences[self.sentence].tokens.end <= expression.tokens.start {
            self.sentence += 1;
        }
        &sentences[self.sentence]
    }

    /// What is known where `expression` stands.
    fn place(&mut self, expression: &Expression, sentence: &Sentence) -> Place {
        let tense = tense(
            &self.analysis.tokens,
            &sentence.tokens,
            sentence.kind,
            &expression.tokens,
        );
        let day = if tense == Tense::Past {
            self.past_day
        } else {
            self.previous_day
        };
        let near = |paragraph: u32| sentence.paragraph - paragraph <= REMEMBERED;
        Place {
            writing: self.writing,
            previous: self
                .previous
                .filter(|known| near(known.1))
                .map(|known| known.0),
            previous_day: day.filter(|known| near(known.1)).map(|known| known.0),
            tense,
        }
    }

    fn remember(&mut self, period: Period, paragraph: u32) {
        self.previous = Some((period, paragraph));
        if period.granularity > Granularity::Day {
            return;
        }
        let day = period.first_day();
        let today = self.writing.map(Writing::day);
        self.previous_day = Some((day, paragraph));
        if today.is_none_or(|today| day <= today) {
            self.past_day = self.previous_day;
            self.lead_day = self.lead_day.or(Some(day));
        }
    }

    /// Notes the years of months, on which later mentions may rest.
    fn note(&mut self, form: &Form, period: Period, place: &Place) {
        // A year that is given is said because it is another one.
        let firm = |year: Year| year == Year::Open && place.tense != Tense::Open;
        if let Some((month, _)) = month_of(form).filter(|&(_, year)| firm(year))
            && self.year_of(month).is_none()
        {
            self.months.push((month, period.start.year()));
        }
    }

    /// The year that the text gave to a month before.
    fn year_of(&self, month: i8) -> Option<i16> {
        let known = self.months.iter().find(|known| known.0 == month)?;
        Some(known.1)
    }

    /// The expression with the year that its month had before, where nothing tells its own.
    fn dated(&self, expression: &Expression, tense: Tense) -> Expression {
        let mut dated = expression.clone();
        if let (Tense::Open, Form::Point(point)) = (tense, &mut dated.form)
            && let Some((month, Year::Open)) = month_of(&expression.form)
            && let Some(known) = self.year_of(month)
            && let Some(Calendar::Day { year, .. } | Calendar::Month { year, .. }) =
                &mut point.calendar
        {
            *year = Year::Given(known);
        }
        dated
    }

    /// The day of a time that names none: the last one of its sentence or else the next one there, the last one
    /// mentioned before, or the day of writing.
    /// What is told in the past did not happen on a day still to come.
    fn day_beside(
        &self,
        index: usize,
        sentence: &Sentence,
        place: &Place,
    ) -> Option<(Date, Anchor)> {
        let inside = |expression: &Expression| sentence.tokens.contains(&expression.tokens.start);
        let before = index > 0 && inside(&self.expressions[index - 1]);
        let after = || {
            let next = self.expressions[index + 1..].iter().take(LOOKED_AHEAD);
            next.take_while(|next| inside(next))
                .find_map(|next| named_day(place, next))
        };
        let past = place.tense == Tense::Past;
        let previous = place.previous_day.map(|day| (day, Anchor::Previous));
        let lead = self
            .lead_day
            .filter(|_| past)
            .map(|day| (day, Anchor::Previous));
        let today = place.today().map(|day| (day, place.writing_anchor()));
        match previous {
            Some(previous) if before => Some(previous),
            previous => after().or(previous).or(lead).or(today),
        }
    }

    fn written(&self, expression: &Expression, placed: Option<Placed>, has_day: bool) -> Timex {
        let tokens = &self.analysis.tokens[expression.tokens.clone()];
        let value = placed.map(|(period, _)| period);
        Timex {
            span: tokens[0].span.cover(tokens[tokens.len() - 1].span),
            tokens: expression.tokens.clone(),
            kind: kind(&expression.form),
            value,
            anchor: placed.map_or(Anchor::Unresolved, |(_, anchor)| anchor),
            modifier: modifier(expression),
            clock: clock(&expression.form, value),
            has_day,
            wrong_weekday: wrong_weekday(&expression.form, value),
        }
    }
}

/// Whether the expression names a day or a longer unit.
fn has_day(form: &Form) -> bool {
    match form {
        Form::Point(point) => point.calendar.is_some(),
        Form::Range(first, last) => first.calendar.or(last.calendar).is_some(),
        Form::From(..) | Form::Run { .. } | Form::Set => true,
    }
}

/// The day that an expression names.
fn named_day(place: &Place, expression: &Expression) -> Option<(Date, Anchor)> {
    let Form::Point(Point {
        calendar: Some(calendar),
        ..
    }) = expression.form
    else {
        return None;
    };
    let (period, _) = place.calendar(&calendar, None)?;
    (period.granularity == Granularity::Day).then(|| (period.first_day(), Anchor::Previous))
}

/// The period of an expression that names its day.
fn place_form(place: &Place, expression: &Expression) -> Option<Placed> {
    match &expression.form {
        Form::Point(point) => place_point(place, point, expression.bound),
        Form::Range(first, last) => place_range(place, first, last, expression.bound),
        Form::From(offset, base) => place_from(place, offset, base),
        Form::Run { unit, count, last } => {
            let (last, anchor) = place_point(place, last, expression.bound)?;
            Some((reaching_back(last, *unit, *count)?, anchor))
        }
        Form::Set => None,
    }
}

fn place_point(place: &Place, point: &Point, bound: TimeModifier) -> Option<Placed> {
    let (period, anchor) =
        place.calendar(&point.calendar?, point.weekday.map(|(weekday, _)| weekday))?;
    Some((narrow(period, point, bound, place.today())?, anchor))
}

/// The end is resolved as if it stood alone, the start as the last of its name before it.
fn place_range(place: &Place, first: &Point, last: &Point, bound: TimeModifier) -> Option<Placed> {
    let calendar = last.calendar.or(first.calendar)?;
    let (end, anchor) = place_point(
        place,
        &Point {
            calendar: Some(calendar),
            ..*last
        },
        bound,
    )?;
    let start = match first.calendar {
        Some(calendar) => {
            let before = place.seen_from(end, Tense::Past);
            place_point(
                &before,
                &Point {
                    calendar: Some(calendar),
                    ..*first
                },
                bound,
            )?
            .0
        }
        None => narrow(Period::day(end.first_day())?, first, bound, None)?,
    };
    let period = Period {
        start: start.start,
        end: end.end,
        granularity: start.granularity.min(end.granularity),
        offset: end.offset.or(start.offset),
    };
    (period.start < period.end).then_some((period, anchor))
}

/// "two days after Monday's attack": counted from the Monday.
fn place_from(place: &Place, offset: &Offset, base: &Point) -> Option<Placed> {
    let (base, anchor) = place_point(place, base, TimeModifier::Exact)?;
    Some((shifted(base, *offset)?, anchor))
}

/// The hours of an expression without a day on `day`.
fn on_day(place: &Place, expression: &Expression, (day, anchor): (Date, Anchor)) -> Option<Placed> {
    let day = Period::day(add_days(day, night_before(place, &expression.form))?)?;
    let period = match &expression.form {
        Form::Point(point) => narrow(day, point, expression.bound, place.today())?,
        Form::Range(first, last) => hours_between(day, first, last)?,
        Form::From(..) | Form::Run { .. } | Form::Set => return None,
    };
    Some((period, anchor))
}

/// Days to add for a part of the day that reaches over midnight, or lies ahead: "six drowned overnight" is the night that
/// ended on the day, "will resume at daybreak" the morning after it.
fn night_before(place: &Place, form: &Form) -> i32 {
    let Form::Point(Point {
        part: Some(part),
        clock: None,
        ..
    }) = form
    else {
        return 0;
    };
    match place.tense {
        Tense::Future if part.to < 12 => 1,
        Tense::Past | Tense::Open if part.to > REACHES_MORNING => -1,
        _ => 0,
    }
}

/// "from 10 p.m. to 5 a.m.": the end lies on the next day where it would come before the start.
fn hours_between(day: Period, first: &Point, last: &Point) -> Option<Period> {
    // A range begins with the midnight that begins its day.
    let start = narrow(day, first, TimeModifier::After, None)?;
    let end = narrow(day, last, TimeModifier::Exact, None)?;
    let days = i64::from(end.start < start.start);
    Some(Period {
        start: start.start,
        end: end.end.checked_add(days.days()).ok()?,
        granularity: start.granularity.min(end.granularity),
        offset: end.offset.or(start.offset),
    })
}

fn kind(form: &Form) -> TimexKind {
    match form {
        Form::Set => TimexKind::Set,
        Form::Range(..) | Form::Run { .. } => TimexKind::Span,
        Form::From(..) => TimexKind::Date,
        Form::Point(point) => match point.calendar {
            _ if point.clock.is_some() || point.part.is_some() => TimexKind::Clock,
            Some(Calendar::Stretch { .. } | Calendar::Years(..)) => TimexKind::Span,
            _ => TimexKind::Date,
        },
    }
}

/// A vague number of units makes the whole vague.
fn modifier(expression: &Expression) -> TimeModifier {
    let vague = |count: Count| count.least < count.most;
    let offset = match expression.form {
        Form::From(offset, _) => Some(offset),
        Form::Point(Point {
            calendar: Some(Calendar::Offset(offset)),
            ..
        }) => Some(offset),
        _ => None,
    };
    match expression.bound {
        TimeModifier::Exact if offset.is_some_and(|offset| vague(offset.count)) => {
            TimeModifier::About
        }
        modifier => modifier,
    }
}

/// The time of day that a point gives.
fn clock(form: &Form, value: Option<Period>) -> Option<Clock> {
    let Form::Point(Point {
        clock: Some(clock),
        part,
        ..
    }) = form
    else {
        return None;
    };
    let date = value.map(|period| period.first_day());
    Some(Clock {
        minute: narrow::minute(*clock, *part),
        offset: clock.zone.and_then(|zone| narrow::offset(zone, date)),
    })
}

/// The weekday beside a date, where that date falls on another.
fn wrong_weekday(form: &Form, value: Option<Period>) -> Option<Span> {
    let Form::Point(Point {
        weekday: Some((weekday, tag)),
        ..
    }) = form
    else {
        return None;
    };
    let date = value?.first_day();
    (date.weekday().to_monday_one_offset() != *weekday).then_some(*tag)
}
