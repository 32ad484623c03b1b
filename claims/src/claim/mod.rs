//! Claims: everything read so far in, checkable statements with their measure out.
//!
//! "air defenses had destroyed 93 of them, Ukraine's Air Force said" becomes a number claim: 93, outcome
//! *destroyed*, counted noun *drones*, attributed to Ukraine's Air Force.

mod anaphor;
mod build;
mod certainty;
pub mod class;
mod context;
mod counted;
mod ellipsis;
mod event;
mod extent;
pub mod mood;
mod named;
mod predicate;
mod scope;
#[cfg(test)]
mod tests;

pub(crate) use anaphor::IT;
pub(crate) use build::build;
pub use extent::Length;

pub(crate) use context::{Context, Lemmas};
use smol_str::SmolStr;
use syntax::Span;

use crate::quantity::{Aspect, Dimension, Quantity};
use crate::time::Timex;

/// One checkable statement of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The text that carries the value: "93", "nearly two hours", the quoted words.
    pub span: Span,
    /// Its sentence, as an index into [`syntax::Analysis::sentences`].
    pub sentence: usize,
    /// What is claimed.
    pub value: Value,
    /// What the value is the value of.
    pub measure: Measure,
    /// Who says so, as an index into the list of attributions; the innermost one.
    pub attribution: Option<usize>,
    /// Whether the statement is affirmed or denied.
    pub polarity: Polarity,
    /// How sure the text is of it.
    pub certainty: Certainty,
}

/// The value of a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A number.
    Number(Box<Quantity>),
    /// A time.
    Time(Box<Timex>),
    /// Words quoted: those of the claim's span, without the marks.
    Quote,
    /// A statement reported without quotation marks, as an index into the list of attributions.
    Statement(usize),
    /// Where a statement was made, as an index into the list of attributions: "Telegram", "CNN".
    Medium(usize),
    /// A name, as an index into the list of mentions.
    Name(usize),
    /// What somebody is, as an index into the list of roles.
    Role(usize),
    /// Where something happened, with the token of what did, as an index into [`syntax::Analysis::tokens`].
    Place(usize),
}

impl Value {
    /// The number, if it is one.
    #[must_use]
    pub fn number(&self) -> Option<&Quantity> {
        match self {
            Self::Number(quantity) => Some(quantity),
            _ => None,
        }
    }

    /// The index of the attribution, if it is a reported statement.
    #[must_use]
    pub const fn statement(&self) -> Option<usize> {
        match self {
            Self::Statement(attribution) => Some(*attribution),
            _ => None,
        }
    }

    /// Order among claims of one span: what carries a value before what frames it.
    const fn rank(&self) -> u8 {
        match self {
            Self::Number(_) => 0,
            Self::Time(_) => 1,
            Self::Name(_) => 2,
            Self::Role(_) => 3,
            Self::Place(_) => 4,
            Self::Quote => 5,
            Self::Statement(_) => 6,
            Self::Medium(_) => 7,
        }
    }
}

/// What a value measures: outcome x counted noun x dimension x scope. Only values of one measure compare.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Measure {
    /// What the unit measures; `None` for claims without a number.
    pub dimension: Option<Dimension>,
    /// Level, change or origin of a change.
    pub aspect: Option<Aspect>,
    /// What is counted: "Shahed drones".
    pub counted: Option<Term>,
    /// What became of it: "launched", "killed".
    pub outcome: Option<Term>,
    /// Whose value it is, where that is neither of the two: the owner of an age, the payer of a sum.
    pub subject: Option<Term>,
    /// The person whom the clause is about, as an index into the list of entities: who raised, won or drew so many.
    pub actor: Option<usize>,
    /// The event that a stretch of time is counted from ("42 minutes after takeoff"), or an age told at ("14 when she
    /// vanished"); deaths, at which somebody's last age is told, are left out.
    pub anchor: Option<Term>,
    /// Limits of what is counted.
    pub scope: Scope,
    /// Content words around the value, as lemmas in text order.
    pub about: Vec<Word>,
    /// Where the content words stand of what the sentence says a number of, in text order; none where it names nobody
    /// and nothing: "they have two cranes".
    pub named: Vec<Span>,
}

/// A word or phrase with its class in the vocabulary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Where it stands: "Shahed drones".
    pub span: Span,
    /// Lemma of its head: "drone".
    pub lemma: SmolStr,
    /// Its class in the vocabulary of measures: all words of one class mean one thing here.
    pub class: Option<&'static str>,
    /// Lemmas of its modifiers: "shahed".
    pub modifiers: Vec<SmolStr>,
}

/// A content word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Where it stands.
    pub span: Span,
    /// Its lemma.
    pub lemma: SmolStr,
    /// Hash of the lemma, for fast comparison.
    pub key: syntax::Key,
}

/// Limits of what a number counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// The named place that the count is of: "India" in "17 people in India".
    pub place: Option<Word>,
    /// The group of which a share is one: "voters 45 and older" in "59 percent among voters 45 and older".
    pub among: Option<Word>,
    /// Places that the sentence names, nearest first, three at most.
    pub places: Vec<Span>,
    /// When or since when, as an index into the list of times.
    pub period: Option<usize>,
    /// The wide area that is counted over: "across the state", "in four states".
    pub area: Option<Span>,
    /// The stretch of time that is counted over: "in seven years".
    pub length: Option<Length>,
    /// The number counts a part of a larger one: "93 of them", "of which".
    pub subset: Option<Span>,
    /// What is counted in besides: "including the gunman".
    pub including: Option<Span>,
    /// What is left out: "not counting the gunman", "other than".
    pub excluding: Option<Span>,
    /// The count is said to be still moving: "so far", "rose to", "and counting".
    pub moving: Option<Span>,
    /// The number counts some besides others already counted: "53 others", "12 more".
    pub other: Option<Span>,
}

/// Whether a statement is affirmed or denied (FactBank).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Polarity {
    /// Affirmed.
    #[default]
    Positive,
    /// Denied: "did not destroy 93".
    Negative,
}

impl Polarity {
    /// The opposite: what a denial makes of a statement.
    #[must_use]
    pub const fn flipped(self) -> Self {
        match self {
            Self::Positive => Self::Negative,
            Self::Negative => Self::Positive,
        }
    }
}

/// How sure the text is of a statement (FactBank).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    /// Given as a fact.
    #[default]
    Certain,
    /// Probable or possible: "feared", "may have", "estimated".
    Possible,
    /// Still to come: "will", "could reach", "expected to".
    Future,
}
