//! The vocabulary of time: `data/en/{calendar,clock,relative,direction,bound}.yaml` in, words by their tokens out.
//!
//! "Sept." becomes the month 9, "ago" the direction *before the day of writing*.

use std::sync::LazyLock;

use serde::Deserialize;

use super::TimeModifier;
use super::expression::{Base, Count, Edge, Holiday, Part, Season, Unit, Zone};
use crate::lexicon::{Phrases, vocabulary};

/// The vocabulary of time.
pub(super) struct Lexicon {
    /// Words that times are made of.
    pub words: Phrases<Meaning>,
    /// What may follow a number of units: "ago".
    pub directions: Phrases<Direction>,
    /// Words before a time that qualify it: "around".
    pub bounds: Phrases<TimeModifier>,
}

/// The one vocabulary, built at first use.
pub(super) static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::new);

/// The most tokens that a phrase before a time has: "a few minutes before".
pub(super) const LONGEST_BOUND: usize = 4;

/// What a form means, and what it must look like.
#[derive(Clone, Copy, Debug)]
pub(super) struct Meaning {
    pub word: Word,
    /// The text must begin it with a capital.
    pub capital: bool,
    /// A number must stand beside it.
    pub short: bool,
}

/// Words that times are made of.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) enum Word {
    /// "July", as 1 to 12.
    Month(i8),
    /// "Tuesday", Monday being 1.
    Weekday(i8),
    /// "Tuesdays".
    Weekdays(i8),
    /// "summer".
    Season(Season),
    /// "Christmas Day".
    Holiday(Holiday),
    /// "week".
    Unit(Unit),
    /// "weeks".
    Units(Unit),
    /// "Q3".
    Share { number: i8, parts: i8 },
    /// "half".
    Half,
    /// "fiscal year".
    Fiscal,
    /// "A.D." (1), "B.C." (-1).
    Era(i8),
    /// "third".
    Ordinal(i8),
    /// "morning": a part of the day that says little alone.
    Part(Part),
    /// "dawn": hours that stand alone.
    Hours { from: u8, to: u8 },
    /// "noon": an hour of 1 to 24.
    Moment(u8),
    /// "p.m.": the hours to add.
    Meridiem(u8),
    /// "GMT".
    Zone(Zone),
    /// "yesterday", "tonight": days from the day of writing.
    Day { steps: i8, part: Option<Part> },
    /// "last", "this", "next".
    Step(i8),
    /// "previous", "that", "following".
    Other(i8),
    /// "past", "coming".
    Stretch(i8),
    /// "early", "the end of".
    Edge(Edge),
    /// "a", "several".
    Count(Count),
    /// "every".
    Every(i8),
    /// A phrase with time words that is no time: "the last minute".
    Nothing,
}

/// What may follow a number of units and make a time of it.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Direction {
    /// Before (-1) or after (1).
    pub sign: i8,
    /// What.
    pub base: Base,
}

/// One entry of a vocabulary of this folder.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry<M> {
    means: M,
    forms: Vec<String>,
    #[serde(default)]
    short: Vec<String>,
    #[serde(default)]
    capital: bool,
}

impl<M: Copy> Entry<M> {
    fn values(&self) -> impl Iterator<Item = (&str, M)> {
        self.forms.iter().map(|form| (form.as_str(), self.means))
    }
}

impl Entry<Word> {
    fn meanings(&self) -> impl Iterator<Item = (&str, Meaning)> {
        let full = self.forms.iter().map(|form| (form, false));
        let short = self.short.iter().map(|form| (form, true));
        full.chain(short).map(|(form, short)| {
            let meaning = Meaning {
                word: self.means,
                capital: self.capital || short,
                short,
            };
            (form.as_str(), meaning)
        })
    }
}

impl Lexicon {
    fn new() -> Self {
        let calendar: Vec<Entry<Word>> = vocabulary!("calendar");
        let clock: Vec<Entry<Word>> = vocabulary!("clock");
        let relative: Vec<Entry<Word>> = vocabulary!("relative");
        let directions: Vec<Entry<Direction>> = vocabulary!("direction");
        let bounds: Vec<Entry<TimeModifier>> = vocabulary!("bound");
        let words = calendar.iter().chain(&clock).chain(&relative);
        Self {
            words: Phrases::new(words.flat_map(Entry::meanings)),
            directions: Phrases::new(directions.iter().flat_map(Entry::values)),
            bounds: Phrases::new(bounds.iter().flat_map(Entry::values)),
        }
    }
}
