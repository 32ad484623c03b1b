//! What the words of a time say, before anything is known about the day they were written on.
//!
//! "late Tuesday" is the weekday Tuesday with the edge *late*; which Tuesday, [`super::anchor`] decides.

use std::ops::Range;

use serde::Deserialize;
use syntax::Span;

use super::TimeModifier;

/// A time as the words give it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Expression {
    /// Its tokens, without the words that qualify it.
    pub tokens: Range<usize>,
    /// How the words before it qualify it.
    pub bound: TimeModifier,
    /// What it says.
    pub form: Form,
}

/// The shapes of times.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Form {
    /// One point or unit: "late Tuesday".
    Point(Point),
    /// From the start of one to the end of the other: "from 2008 to 2013".
    Range(Point, Point),
    /// A time placed by another one: "two days after Monday's attack".
    From(Offset, Point),
    /// The units up to the end of a time: "the three months to June".
    Run {
        unit: Unit,
        count: Count,
        last: Point,
    },
    /// A repeated time: "every Tuesday".
    Set,
}

/// Day, part of the day and clock time of one point; each may be missing.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Point {
    /// The day, month, year or other unit.
    pub calendar: Option<Calendar>,
    /// A weekday given besides a date.
    pub weekday: Option<(i8, Span)>,
    /// Which part of the unit.
    pub edge: Option<Edge>,
    /// Hours of the day.
    pub part: Option<Part>,
    /// Time of the clock.
    pub clock: Option<ClockTime>,
    /// Set when a word inside qualifies it: "Tuesday at about 9 p.m."
    pub about: bool,
}

/// A unit of the calendar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Calendar {
    /// "July 3", "11 September 2001", "the 11th".
    Day {
        year: Year,
        month: Option<i8>,
        day: i8,
    },
    /// "July 2012", "last October".
    Month { year: Year, month: i8 },
    /// "the summer of 2013", "last winter".
    Season { year: Year, season: Season },
    /// "the third quarter": one of `parts` equal parts of a year.
    Share { year: Year, number: i8, parts: i8 },
    /// "fiscal 2014", "2012".
    Year(i16),
    /// "2012-13" and other runs of years: the first and the last.
    Years(i16, i16),
    /// "the 1990s": its first year.
    Decade(i16),
    /// "the 19th century": its number.
    Century(i16),
    /// "Tuesday", "next Tuesday", "the following Tuesday", "Tuesday last week".
    Weekday {
        weekday: i8,
        which: Which,
        tag: Span,
    },
    /// "the weekend" without a word that says which.
    Weekend,
    /// "Christmas Day".
    Holiday { holiday: Holiday, year: Year },
    /// So many units from the one that holds the base: "last month", "yesterday", "that day".
    Step { unit: Unit, steps: i8, base: Base },
    /// So many units away from the base: "three days ago".
    Offset(Offset),
    /// The units just before or after the base: "the past 24 hours".
    Stretch {
        unit: Unit,
        count: Count,
        sign: i8,
        base: Base,
    },
}

/// Which year a date without a full one means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Year {
    /// Given in the text.
    Given(i16),
    /// So many years from that of the base: "last October", "June of last year".
    Step(i8, Base),
    /// The latest that lies before ("last October"), or the first after, the day of writing.
    Nearest(i8),
    /// Open: tense and context decide.
    Open,
}

/// Which of the weekdays of one name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    /// Open: tense decides.
    Open,
    /// "last", "this", "next" as -1, 0, 1.
    Step(i8),
    /// Before (-1), on (0) or after (1) the time last mentioned: "the following Tuesday".
    Other(i8),
    /// In the week so many weeks from that of writing: "Tuesday last week".
    Week(i8),
}

/// So many units in one direction.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Offset {
    pub unit: Unit,
    pub count: Count,
    pub sign: i8,
    pub base: Base,
}

/// Where counting starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Base {
    /// The day of writing.
    Writing,
    /// The time last mentioned.
    Previous,
    /// The time last mentioned, or else the day of writing: "later in the day".
    Either,
    /// What the text names next: "after the quake".
    Named,
}

/// How many units; vague words give the least and the most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Count {
    pub least: i32,
    pub most: i32,
}

impl Count {
    /// Just `number`.
    pub(super) const fn exactly(number: i32) -> Self {
        Self {
            least: number,
            most: number,
        }
    }
}

/// Units that are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

/// Part of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Edge {
    /// "early June", "the start of the year".
    Early,
    /// "mid-June".
    Mid,
    /// "late June", "the end of the year".
    Late,
    /// "earlier this week": what lies before the moment of writing.
    Earlier,
    /// "later this week": what lies after it.
    Later,
}

/// Hours of a day, counted from its midnight; above 24 they belong to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Part {
    pub from: u8,
    pub to: u8,
    /// The hour at which the early part ends.
    pub early: u8,
    /// The hour at which the late part begins.
    pub late: u8,
}

/// A time of the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ClockTime {
    /// Minutes after midnight; 1440 is the midnight that ends the day.
    pub minute: u16,
    /// Whether the minutes are given.
    pub has_minutes: bool,
    /// Whether "a.m." or "p.m." is missing where it is needed: "9 o'clock".
    pub half_open: bool,
    /// Whether it says its half of the day: "9 p.m.", but not "21:00" nor "noon".
    pub told: bool,
    /// The time zone, if named.
    pub zone: Option<Zone>,
}

/// A time zone, in minutes from UTC; no offset for "local time".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Zone {
    pub offset: Option<i16>,
    pub summer: Option<Summer>,
}

/// Daylight-saving time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Summer {
    pub offset: i16,
    pub rule: SummerRule,
}

/// When daylight-saving time is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum SummerRule {
    /// Second Sunday of March to first Sunday of November.
    America,
    /// Last Sunday of March to last Sunday of October.
    Europe,
}

/// Meteorological seasons of the northern half of the globe, three whole months each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Season {
    /// March to May.
    Spring,
    /// June to August.
    Summer,
    /// September to November.
    Autumn,
    /// December of the year before to February.
    Winter,
}

/// A day with a name: a date, or the `nth` of a weekday in its month (-1 is the last).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub(super) enum Holiday {
    /// "Christmas Day".
    Fixed { month: i8, day: i8 },
    /// "Thanksgiving".
    Floating { month: i8, weekday: i8, nth: i8 },
    /// "Good Friday": so many days from Easter Sunday.
    Easter { easter: i32 },
}
