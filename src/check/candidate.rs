//! Candidates: a value of the draft and one of a source in, how likely the one is what the other rests on out.
//!
//! "A town of about 7,000" and "a town of about 700 residents": the words around the values fit, the values differ by
//! a zero. How well they fit is one thing, how close the values are another; what the draft may do to a value
//! (convert it, round it, write it out) is a third: it may round, but not sharpen.

use claims::claim::class::makes_rate;
use claims::claim::{Claim, Value};
use claims::quantity::{Dimension, Modifier, Quantity};
use claims::syntax::{Key, Token, Upos};
use claims::time::{Anchor, Granularity, TimeModifier, Timex};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::desk::Desk;
use crate::align::{Profile, Shut, shut};
use crate::compare::judgement::Cause;
use crate::compare::slip::Slip;
use crate::compare::{ClaimId, Judgement, Reading, Verdict, group, slip};

/// What each word beside the value adds that both texts have there.
const NEIGHBOUR: f32 = 0.06;

/// A source's value beside one of the draft.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    /// The source's claim.
    pub(super) id: ClaimId,
    /// How well the words around the values fit, about 0 to 1.
    pub(super) fit: f32,
    /// What keeps the two from being one question.
    pub(super) shut: Option<Shut>,
    /// What the values are to each other.
    pub(super) judgement: Judgement,
    /// How much speaks for it being the value that the draft meant.
    pub(super) evidence: f32,
    /// How little of a coincidence it is that it carries the draft's; `None` where it does not.
    closeness: Option<f32>,
}

/// Fit from which an equal value carries a claim.
const CARRIES: f32 = 0.1;

/// Strength from which an equal value of another outcome is the draft's, swapped.
const SWAPPED: f32 = 0.6;

/// Evidence from which another value speaks against a claim.
const CONTRADICTS: f32 = 0.5;

impl Candidate {
    /// Sets `other` of a source beside `own` of the draft.
    pub(super) fn new(desk: &Desk<'_>, own: &Profile, other: &Profile) -> Self {
        let (here, there) = (desk.claim(own.id), desk.claim(other.id));
        let beside = NEIGHBOUR * neighbours(desk, own.id, other.id) as f32;
        let fit = desk.fit(own.id, other.id) + beside;
        let judgement = judge(desk, own, other);
        let unit = other_unit(desk, own.id, other.id);
        Self {
            id: other.id,
            fit,
            shut: shut(own, other).filter(|shut| !(unit && *shut == Shut::Dimension)),
            judgement,
            evidence: fit + bonus(own, other, &judgement, unit),
            closeness: closeness(own, other, &judgement)
                .filter(|_| here.polarity == there.polarity),
        }
    }

    /// How much it carries the draft's value.
    pub(super) fn strength(&self) -> f32 {
        self.fit + self.closeness.unwrap_or_default()
    }

    /// Whether it is what the draft has.
    pub(super) fn carries(&self) -> bool {
        let open = !matches!(
            self.shut,
            Some(
                Shut::Dimension
                    | Shut::Currency
                    | Shut::Rank
                    | Shut::Multiple
                    | Shut::Subject
                    | Shut::Outcome
            )
        );
        open && self.fit >= CARRIES && self.closeness.is_some()
    }

    /// Whether it is another value where the draft has this one.
    pub(super) fn speaks_against(&self) -> bool {
        let open = matches!(self.shut, None | Some(Shut::Event));
        let other = matches!(self.judgement.verdict, Verdict::Conflict | Verdict::Update);
        open && other && self.evidence >= CONTRADICTS
    }

    /// Whether it is the draft's value of another outcome: 14 killed, where the draft has 14 injured.
    pub(super) fn has_other_outcome(&self) -> bool {
        let same = self.judgement.cause == Cause::SameValue;
        same && self.shut == Some(Shut::Outcome) && self.strength() >= SWAPPED
    }
}

/// Judges two values as a draft's editor does: "at least nine" is not what "at least four" says, though both can hold.
fn judge(desk: &Desk<'_>, own: &Profile, other: &Profile) -> Judgement {
    let judgement = group::judge_pair(desk.reports, own.kind, own.id, other.id);
    if other_unit(desk, own.id, other.id) {
        return Judgement::new(Verdict::Conflict, Cause::Differ);
    }
    let apart = judgement.verdict == Verdict::Conflict || judgement.cause == Cause::Unread;
    if apart && same_relative(desk, own, other) {
        return Judgement::new(Verdict::Agree, Cause::SameValue);
    }
    if judgement.verdict == Verdict::Conflict && is_bare(own) {
        return Judgement::new(Verdict::Compatible, Cause::Unread);
    }
    if let (Cause::Forecast, Some(slip)) = (judgement.cause, magnitude(own, other)) {
        return Judgement::new(Verdict::Conflict, Cause::Slip(slip));
    }
    if judgement.verdict != Verdict::Compatible || judgement.cause == Cause::Tolerated {
        return judgement;
    }
    if other_moment(own, other) {
        return Judgement::new(Verdict::Conflict, Cause::OtherTime);
    }
    match own.number.as_ref().zip(other.number.as_ref()) {
        Some((a, b)) if sharpened(a, b) => {
            let points = a.middle().zip(b.middle());
            let slip = points.and_then(|(a, b)| slip::between(a, b));
            Judgement::new(Verdict::Conflict, slip.map_or(Cause::Differ, Cause::Slip))
        }
        _ => judgement,
    }
}

/// A number that is off by a power of ten, which no plan explains: a penalty of $100 billion that is to be $100 million.
fn magnitude(own: &Profile, other: &Profile) -> Option<Slip> {
    let (own, other) = own.number.as_ref().zip(other.number.as_ref())?;
    let (own, other) = own.middle().zip(other.middle())?;
    slip::between(own, other).filter(|slip| matches!(slip, Slip::Magnitude(_)))
}

/// A part of the day without its day: "that night". Which one is meant is too uncertain to hold against a draft.
fn is_bare(own: &Profile) -> bool {
    own.time.as_ref().is_some_and(|time| {
        let part = time
            .value
            .is_some_and(|period| period.granularity == Granularity::PartOfDay);
        part && time.clock.is_none() && !time.has_day
    })
}

/// Two times that are told from another one in the same words: "two years later" is right though the year before it
/// may be wrong.
fn same_relative(desk: &Desk<'_>, own: &Profile, other: &Profile) -> bool {
    let relative = |profile: &Profile| {
        let time = profile.time.as_ref();
        time.is_some_and(|time| matches!(time.anchor, Anchor::Previous | Anchor::Unresolved))
    };
    let words = |profile: &Profile| desk.words(profile.id).to_lowercase();
    relative(own) && relative(other) && words(own) == words(other)
}

/// Whether the draft says another number in the same way, and no rounder one.
fn sharpened(own: &Reading, other: &Reading) -> bool {
    own.modifier == other.modifier
        && own.modifier != Modifier::Range
        && own.stated != other.stated
        && own.step <= other.step
}

/// Two moments that both texts give in the same way: "around 9:20", "around 9:25"; or rough times of other days.
fn other_moment(own: &Profile, other: &Profile) -> bool {
    let Some((a, b)) = own.time.as_ref().zip(other.time.as_ref()) else {
        return false;
    };
    let Some((first, second)) = a.comparable(b) else {
        return false;
    };
    let alike = a.modifier == b.modifier && a.modifier != TimeModifier::Exact;
    let clock = first.granularity.max(second.granularity) <= Granularity::Hour;
    !first.overlaps(&second) && (alike || !clock)
}

/// How little of a coincidence it is that the draft's value and the source's are one; nothing where they are not.
fn closeness(own: &Profile, other: &Profile, judgement: &Judgement) -> Option<f32> {
    if judgement.verdict < Verdict::Compatible {
        return None;
    }
    if let Some((a, b)) = own.time.as_ref().zip(other.time.as_ref()) {
        let same = judgement.cause == Cause::SameValue;
        return if same { Some(0.3) } else { close_times(a, b) };
    }
    let (a, b) = own.number.as_ref().zip(other.number.as_ref())?;
    let point = b.stated.point();
    let vague =
        a.modifier == Modifier::Range && point.is_some_and(|value| a.stated.contains(value));
    match ratio(a, b).unwrap_or(1.0) {
        _ if a.stated == b.stated => Some(0.15 + 0.25 * rarity(a)),
        ratio if ratio < 1.06 || judgement.cause == Cause::Tolerated => Some(0.25),
        ratio if ratio < 1.3 || vague => Some(0.1),
        _ => None,
    }
}

/// A time carries one that it lies in; of one that it only surrounds it says less.
fn close_times(own: &Timex, other: &Timex) -> Option<f32> {
    let (own, other) = own.comparable(other)?;
    match (own.overlaps(&other), own.contains(&other)) {
        (false, _) => Some(0.2),
        (true, true) => Some(0.3),
        (true, false) => Some(0.0),
    }
}

/// The larger value by the smaller.
fn ratio(a: &Reading, b: &Reading) -> Option<f64> {
    let (a, b) = (a.middle()?.to_f64()?, b.middle()?.to_f64()?);
    (a > 0.0 && b > 0.0).then(|| (a / b).max(b / a))
}

/// How rarely two statements share a number by chance: small and round ones often do.
fn rarity(reading: &Reading) -> f32 {
    let value = reading.middle().unwrap_or_default();
    let mut digits = value.normalize().mantissa().unsigned_abs();
    while digits > 9 && digits.is_multiple_of(10) {
        digits /= 10;
    }
    match digits {
        0..=9 if value < Decimal::ONE_HUNDRED => 0.0,
        0..=99 => 0.6,
        _ => 1.0,
    }
}

/// What speaks for a question in common besides the words around the values.
fn bonus(own: &Profile, other: &Profile, judgement: &Judgement, unit: bool) -> f32 {
    let age = own.dimension == Some(Dimension::Age) && own.subject.shares_a_word(&other.subject);
    let slip = matches!(judgement.cause, Cause::Slip(_));
    let marks = [
        (slip, 0.2),
        (unit, 0.25),
        (own.counted.same(&other.counted), 0.1),
        (own.outcome.same(&other.outcome), 0.1),
        (same_granularity(own, other), 0.1),
        (age, 0.35),
    ];
    marks.iter().filter(|mark| mark.0).map(|mark| mark.1).sum()
}

/// Two days, two months, two years.
fn same_granularity(own: &Profile, other: &Profile) -> bool {
    let unit = |profile: &Profile| {
        profile
            .time
            .as_ref()?
            .value
            .map(|period| period.granularity)
    };
    unit(own).is_some() && unit(own) == unit(other)
}

/// One numeral with two units: "85 kilometers" and "85 miles", "15 messages a week" and "15 messages a day".
pub(super) fn other_unit(desk: &Desk<'_>, own: ClaimId, other: ClaimId) -> bool {
    let (Value::Number(a), Value::Number(b)) = (&desk.claim(own).value, &desk.claim(other).value)
    else {
        return false;
    };
    let per = |one: &Quantity| one.per.and_then(|per| per.unit).map(|unit| unit.code);
    let differ = |pair: Option<(&str, &str)>| pair.is_some_and(|(a, b)| a != b);
    let units = differ(
        a.unit
            .map(|unit| unit.code)
            .zip(b.unit.map(|unit| unit.code)),
    );
    let rates = rate(desk, own).zip(rate(desk, other));
    let differ = units || differ(per(a).zip(per(b))) || rates.is_some_and(|(a, b)| a != b);
    a.stated == b.stated && differ && may_be_mistaken(a, b)
}

/// Whether one could write the unit of the one for that of the other: another of the same dimension, percent for points,
/// or any at all where the number is too rare to stand there by chance.
fn may_be_mistaken(a: &Quantity, b: &Quantity) -> bool {
    let dimensions = [a.dimension(), b.dimension()];
    let points = dimensions.contains(&Dimension::Point) && dimensions.contains(&Dimension::Percent);
    let age = dimensions.contains(&Dimension::Age);
    a.dimension() == b.dimension() || points || !age && rarity(&Reading::of(a)) >= 0.6
}

/// What a count is per: "day" in "13 to 15 phone messages a day".
fn rate(desk: &Desk<'_>, id: ClaimId) -> Option<Key> {
    const REACH: usize = 5;
    let claim = desk.claim(id);
    let tokens = desk.tokens_of(id);
    let after = tokens.partition_point(|token| token.span.start < claim.span.end);
    let near = &tokens[after..tokens.len().min(after + REACH)];
    let article = near.iter().position(|token| makes_rate(token.key))?;
    let between = near[..article].iter().all(is_nominal);
    near.get(article + 1)
        .filter(|token| between && token.upos == Upos::Noun)
        .map(|token| token.key)
}

fn is_nominal(token: &Token) -> bool {
    matches!(token.upos, Upos::Noun | Upos::Propn | Upos::Adj)
}

/// How many of the two words before and the two words behind a value both texts have there.
fn neighbours(desk: &Desk<'_>, own: ClaimId, other: ClaimId) -> usize {
    let (here, there) = (sides(desk, own), sides(desk, other));
    let same = |a: &[Key], b: &[Key]| a.iter().zip(b).take_while(|(a, b)| a == b).count();
    same(&here.0, &there.0) + same(&here.1, &there.1)
}

/// The two words before a value, nearest first, and the two behind it.
fn sides(desk: &Desk<'_>, id: ClaimId) -> (Vec<Key>, Vec<Key>) {
    const EACH: usize = 2;
    let span = desk.claim(id).span;
    let tokens = desk.tokens_of(id);
    let before = tokens.partition_point(|token| token.span.end <= span.start);
    let after = tokens.partition_point(|token| token.span.start < span.end);
    let word = |token: &&Token| token.upos != Upos::Punct;
    let keys = |tokens: &mut dyn Iterator<Item = &Token>| {
        tokens
            .filter(word)
            .take(EACH)
            .map(|token| token.key)
            .collect()
    };
    (
        keys(&mut tokens[..before].iter().rev()),
        keys(&mut tokens[after..].iter()),
    )
}

/// Whether a claim's number is one that no reader would look for: a rank, "one", "several".
pub(super) fn is_slight(claim: &Claim) -> bool {
    use claims::quantity::QuantityKind;
    let Value::Number(quantity) = &claim.value else {
        return false;
    };
    let small = quantity
        .stated
        .high()
        .is_some_and(|value| value <= Decimal::ONE);
    let rank = matches!(
        quantity.kind,
        QuantityKind::Ordinal | QuantityKind::Multiple
    );
    small || rank || quantity.modifier == Modifier::Range
}
