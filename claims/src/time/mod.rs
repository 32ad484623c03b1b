//! Times: tokens in, points and periods on the calendar out.
//!
//! "Tuesday" in a report of Wednesday 21 May 2025 becomes the whole of 20 May 2025, anchored at the
//! publication date. Lengths of time ("nearly two hours") are quantities, not times.
//!
//! Two steps: `timex` finds the expressions and what their words say, `anchor` places them on the calendar.
//! "around 9:20 p.m. Tuesday" is first *the Tuesday, at 21:20, about*; then 21:20 on 20 May 2025.

mod anchor;
mod clock;
mod counted;
mod date;
mod expression;
mod half;
mod join;
mod named;
mod narrow;
mod nth;
mod period;
mod place;
mod reader;
mod relative;
mod tense;
mod timex;
mod word;

use std::ops::Range;

use jiff::civil::DateTime;
use syntax::{Analysis, Span};

use crate::Published;

/// One temporal expression (TimeML's TIMEX3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timex {
    /// The whole expression with its preposition left out: "late Monday", "Sept. 11, 2001".
    pub span: Span,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What sort of time it is.
    pub kind: TimexKind,
    /// When it was; `None` when it could not be resolved.
    pub value: Option<Period>,
    /// What it was resolved against.
    pub anchor: Anchor,
    /// How the writer qualified it: "around 9:20 p.m.", "mid-June", "since Friday".
    pub modifier: TimeModifier,
    /// The time of day where one is given: 21:20 is known even where the day is not.
    pub clock: Option<Clock>,
    /// Whether the expression names its day itself; `false` for a time of day that takes its day from the text.
    pub has_day: bool,
    /// Set when the text gives a weekday and a date that is not one; holds the weekday's own span.
    pub wrong_weekday: Option<Span>,
}

/// How many tokens at the end of `before` say how the time behind them is meant: two for "shot *shortly before*
/// 8 p.m.", none for "shot at 8 p.m.".
#[must_use]
pub fn hedge(before: &[syntax::Token]) -> usize {
    const THE: syntax::Key = syntax::Key::word("the");
    let the = usize::from(before.last().is_some_and(|token| token.key == THE));
    let rest = &before[..before.len() - the];
    let bound = word::LEXICON.bounds.before(rest, word::LONGEST_BOUND);
    bound.map_or(0, |(count, _)| count + the)
}

/// Sorts of temporal expressions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimexKind {
    /// A day, month, year or another calendar unit.
    Date,
    /// A time of day: "around 9:20 p.m. ET", "Tuesday night".
    Clock,
    /// A stretch with a start and an end: "from 2008 to 2013", "the past 24 hours".
    Span,
    /// A repeated time: "every Tuesday".
    Set,
}

/// A stretch of local time, half-open: a day reaches from its midnight to the next.
///
/// A time of the clock lasts one minute, also when only the hour is given: "9 p.m." is 21:00 to 21:01 with
/// granularity hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// First moment.
    pub start: DateTime,
    /// The moment after the last.
    pub end: DateTime,
    /// The smallest calendar unit that the writer gave.
    pub granularity: Granularity,
    /// Offset from UTC in minutes where the text names a time zone ("ET", "GMT").
    pub offset: Option<i16>,
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Clock {
    /// Minutes after midnight, below 1440.
    pub minute: u16,
    /// Offset from UTC in minutes where the text names a time zone.
    pub offset: Option<i16>,
}

/// Calendar units, finest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "each is named by the standard word for it")]
pub enum Granularity {
    Minute,
    Hour,
    PartOfDay,
    Day,
    Weekend,
    Week,
    Month,
    Season,
    Quarter,
    Year,
    Decade,
    Century,
}

/// What a time was resolved against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Anchor {
    /// Nothing: the text gives the full date.
    Absolute,
    /// The publication date.
    Publication,
    /// The date in the dateline ("PARIS, Jan. 8, 2015"), where no publication date is known.
    Dateline,
    /// Another time of the text, as a rule the last one before it.
    Previous,
    /// Nothing could be found: the time stays relative.
    Unresolved,
}

/// How the writer qualified a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TimeModifier {
    /// As it stands.
    Exact,
    /// "around", "about".
    About,
    /// "shortly before", "just before": near it.
    JustBefore,
    /// "shortly after", "a little past": near it, and on the other side of midnight.
    JustAfter,
    /// "before", "by", "until".
    Before,
    /// "after", "since".
    After,
}

/// Reads the times of a text whose tokens are known, in text order.
///
/// ```
/// use claims::{Published, time};
/// use jiff::civil::date;
///
/// let text = "Ukraine's Air Force spoke on Tuesday.";
/// let analysis = syntax::segment(text);
/// let published = Published { at: date(2025, 5, 21).at(0, 0, 0, 0), has_hour: false };
/// let times = time::read(text, &analysis, Some(published));
/// assert_eq!(times[0].span.slice(text), "Tuesday");
/// assert_eq!(times[0].earliest().as_deref(), Some("2025-05-20"));
/// ```
#[must_use]
pub fn read(text: &str, analysis: &Analysis, published: Option<Published>) -> Vec<Timex> {
    let mut expressions = timex::recognise(text, analysis);
    half::tell_halves(&mut expressions);
    anchor::resolve(text, analysis, published, &expressions)
}

#[cfg(test)]
mod tests;
