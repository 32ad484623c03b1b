//! Times: tokens in, points and periods on the calendar out.
//!
//! "Tuesday" in a report of Wednesday 21 May 2025 becomes the whole of 20 May 2025, anchored at the
//! publication date. Lengths of time ("nearly two hours") are quantities, not times.

use std::ops::Range;

use jiff::civil::DateTime;
use syntax::Span;

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
    /// Set when the text gives a weekday and a date that is not one; holds the weekday's own span.
    pub wrong_weekday: Option<Span>,
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

/// Calendar units, finest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "each is named by the standard word for it")]
pub enum Granularity {
    Minute,
    Hour,
    PartOfDay,
    Day,
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
    /// The last time mentioned before it.
    Previous,
    /// Nothing could be found: the time stays relative.
    Unresolved,
}

/// How the writer qualified a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimeModifier {
    /// As it stands.
    Exact,
    /// "around", "about", "shortly before or after".
    About,
    /// "before", "by", "until".
    Before,
    /// "after", "since".
    After,
}
