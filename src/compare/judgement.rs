//! A judgement on two claims, with its cause: what every verdict rests on and every reason says.

use claims::Span;
use claims::quantity::Modifier;

use super::Verdict;
use super::slip::Slip;

/// What decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The values are one.
    SameValue,
    /// One of the values could not be read to the end.
    Unread,
    /// A hedge or bound leaves room for both.
    Hedge(Modifier),
    /// The rounder number is the other one, rounded.
    Rounding,
    /// The shorter number is the other one without its last digits.
    CutDown,
    /// One figure in two units of one name: tons and tonnes, miles and nautical miles.
    OneUnitName,
    /// One figure in two units: miles and kilometres.
    Converted,
    /// The desk lets values this near agree.
    Tolerated,
    /// One report counts something in.
    Including(Span),
    /// One report leaves something out.
    Excluding(Span),
    /// One report counts a part.
    Part(Span),
    /// One report counts others besides those counted before.
    Besides(Span),
    /// One report counts a narrower kind of thing.
    Narrower(Span),
    /// One report counts in parts, of which the other's count is the sum.
    Divided(Span),
    /// One report gives the share of one group, the other that of all or of another.
    Among(Span),
    /// One report counts over a wide area: "across the country".
    Area(Span),
    /// One report counts over a longer stretch of time: "in seven years".
    Stretch(Span),
    /// One report speaks of the future.
    Forecast,
    /// One report says that the count was moving.
    Moving(Span),
    /// The count moves and the reports are of different days.
    Later,
    /// The count moves and at least one report gives it as a bound.
    Toll,
    /// The count moves from hour to hour, and nothing in the texts tells which figure is the later one.
    Hourly,
    /// The count moves and one report gives the other's figure, too.
    GivesBoth,
    /// One report denies what the other states.
    Denied,
    /// A slip of the pen explains the difference.
    Slip(Slip),
    /// Nothing in the texts explains the difference.
    Differ,
    /// Two dates or times cannot both hold.
    OtherTime,
    /// One time lies within the other.
    Within,
    /// One time is an end or a beginning, and the other lies on the right side of it.
    Bound,
    /// The times are close and one is given roughly.
    RoughTime,
    /// Quotations of the same words.
    SameWords,
    /// One quotation is a part of the other.
    Shortened,
    /// Two cuts of one utterance.
    OtherPart,
    /// One utterance in other words.
    OtherWords,
    /// One statement, given to one speaker.
    SameSpeaker,
    /// One of the reports names no speaker.
    Unsourced,
    /// One statement, given to different speakers.
    OtherSpeaker,
    /// One statement, given to speakers of whom one at least is not named: "officials".
    UnnamedSpeaker,
    /// One name, spelled otherwise.
    OtherSpelling,
    /// One entity, called otherwise.
    OtherName,
    /// One name leaves out a part of the other.
    ShorterName,
    /// One office and given name, another surname.
    OtherSurname,
    /// One office of one person, given to two.
    OneOffice,
    /// One person or body, titled otherwise.
    OtherRole,
    /// Two things that one may be at once: a senator and a candidate.
    SideRole,
    /// One office, also in other words: "governor" and "Gov."
    SameRole,
    /// One thing, called by two names by one speaker.
    TwoNames,
    /// One place told otherwise, or two.
    OtherPlace,
    /// One statement made in two places, or one place told otherwise.
    OtherMedium,
}

impl Cause {
    /// The words that decided, in the report whose words did.
    #[must_use]
    pub const fn words(self) -> Option<Span> {
        match self {
            Self::Including(span)
            | Self::Excluding(span)
            | Self::Part(span)
            | Self::Besides(span)
            | Self::Narrower(span)
            | Self::Divided(span)
            | Self::Among(span)
            | Self::Area(span)
            | Self::Stretch(span)
            | Self::Moving(span) => Some(span),
            _ => None,
        }
    }
}

/// Verdict and cause, with the side (0 or 1) whose words decided, where one did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// What the two values are to each other.
    pub verdict: Verdict,
    /// What decided.
    pub cause: Cause,
    /// Whose words decided: 0 for the first claim, 1 for the second.
    pub side: Option<u8>,
}

impl Judgement {
    /// A judgement that rests on both sides alike.
    #[must_use]
    pub const fn new(verdict: Verdict, cause: Cause) -> Self {
        Self {
            verdict,
            cause,
            side: None,
        }
    }

    /// Different scopes, by the words of one side.
    #[must_use]
    pub const fn scope(side: u8, cause: Cause) -> Self {
        Self {
            verdict: Verdict::Scope,
            cause,
            side: Some(side),
        }
    }

    /// A moving count, by the words of one side.
    #[must_use]
    pub const fn update(side: u8, cause: Cause) -> Self {
        Self {
            verdict: Verdict::Update,
            cause,
            side: Some(side),
        }
    }
}
