//! The score: two claims that passed the gate in, how likely they answer one question out.
//!
//! A handful of named features with one weight each, all in one table; `claimdiff explain --finding` prints
//! what each gave.

use claims::claim::class::{Kinship, noun_kinship};
use claims::quantity::Interval;
use claims::time::{Granularity, Period};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::profile::{Label, Profile, cosine};
use crate::compare::Kind;

/// What two claims may have in common, or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Feature {
    /// Always 1: what speaks against any pair before it is looked at.
    Bias,
    /// One value, by how rarely two statements share it by chance, 0 to 1.
    SameValue,
    /// Values that can both hold.
    Overlap,
    /// How many powers of ten the values lie apart, 3 at most.
    Apart,
    /// Likeness of the words around the values.
    Near,
    /// Likeness of the sentences.
    Sentence,
    /// One outcome.
    SameOutcome,
    /// Two outcomes without a class.
    OtherOutcome,
    /// One counted noun.
    SameCounted,
    /// Two counted nouns without a class in common.
    OtherCounted,
    /// One counts a part of what the other counts: children and people.
    Narrower,
    /// One subject.
    SameSubject,
    /// Two subjects.
    OtherSubject,
    /// Both stand in headlines.
    Headlines,
}

/// Every feature with its weight for numbers and for times.
const WEIGHTS: [(Feature, f32, f32); 14] = [
    (Feature::Bias, -3.0, -3.0),
    (Feature::SameValue, 2.6, 1.6),
    (Feature::Overlap, 0.6, 0.6),
    (Feature::Apart, -0.8, 0.0),
    (Feature::Near, 3.5, 4.5),
    (Feature::Sentence, 2.0, 2.0),
    (Feature::SameOutcome, 0.8, 1.0),
    (Feature::OtherOutcome, -0.5, -0.3),
    (Feature::SameCounted, 0.9, 0.0),
    (Feature::OtherCounted, -1.0, 0.0),
    (Feature::Narrower, -0.6, 0.0),
    (Feature::SameSubject, 0.7, 0.5),
    (Feature::OtherSubject, -0.3, -0.2),
    (Feature::Headlines, 0.5, 0.3),
];

/// The score of one pair: log-odds that the two claims answer one question.
#[derive(Clone, Debug)]
pub struct Score {
    /// The values of the features, in the order of the weights.
    pub features: [f32; WEIGHTS.len()],
    /// Sum of features times weights.
    pub total: f32,
}

impl Score {
    /// What each feature gave, those that gave nothing left out.
    pub fn parts(&self, kind: Kind) -> impl Iterator<Item = (Feature, f32)> + '_ {
        let given = WEIGHTS.iter().zip(self.features);
        given
            .map(move |((feature, number, time), value)| {
                (*feature, weight(kind, *number, *time) * value)
            })
            .filter(|(_, part)| *part != 0.0)
    }
}

const fn weight(kind: Kind, number: f32, time: f32) -> f32 {
    match kind {
        Kind::Time => time,
        Kind::Number | Kind::Quote | Kind::Attribution | Kind::Name => number,
    }
}

/// Scores two claims of one kind.
#[must_use]
pub fn score(a: &Profile, b: &Profile) -> Score {
    let (same_value, overlap, apart) = values(a, b);
    let features = WEIGHTS.map(|(feature, ..)| match feature {
        Feature::Bias => 1.0,
        Feature::SameValue => same_value,
        Feature::Overlap => overlap,
        Feature::Apart => apart,
        Feature::Near => cosine(&a.near, &b.near),
        Feature::Sentence => cosine(&a.sentence, &b.sentence),
        Feature::SameOutcome => flag(same(&a.outcome, &b.outcome)),
        Feature::OtherOutcome => flag(other(&a.outcome, &b.outcome)),
        Feature::SameCounted => flag(same(&a.counted, &b.counted)),
        Feature::OtherCounted => flag(other(&a.counted, &b.counted)),
        Feature::Narrower => flag(narrower(&a.counted, &b.counted)),
        Feature::SameSubject => flag(same(&a.subject, &b.subject)),
        Feature::OtherSubject => flag(other(&a.subject, &b.subject)),
        Feature::Headlines => flag(a.headline && b.headline),
    });
    let parts = WEIGHTS.iter().zip(features);
    let total = parts
        .map(|((_, number, time), value)| weight(a.kind, *number, *time) * value)
        .sum();
    Score { features, total }
}

const fn flag(holds: bool) -> f32 {
    if holds { 1.0 } else { 0.0 }
}

fn same(a: &Label, b: &Label) -> bool {
    let lemmas = a.lemma.is_some() && a.lemma == b.lemma;
    lemmas || (a.class.is_some() && a.class == b.class)
}

fn other(a: &Label, b: &Label) -> bool {
    a.lemma.is_some() && b.lemma.is_some() && !same(a, b) && !narrower(a, b)
}

fn narrower(a: &Label, b: &Label) -> bool {
    let kinship = a.class.zip(b.class).map(|(a, b)| noun_kinship(a, b));
    matches!(kinship, Some(Kinship::Wider | Kinship::Narrower))
}

/// Sameness by rarity, overlap, and distance of two values.
fn values(a: &Profile, b: &Profile) -> (f32, f32, f32) {
    match (a.number.zip(b.number), a.period.zip(b.period)) {
        (Some((a, b)), _) => numbers(&a, &b),
        (None, Some((a, b))) => periods(&a, &b),
        (None, None) => (0.0, 0.0, 0.0),
    }
}

fn numbers(a: &Interval, b: &Interval) -> (f32, f32, f32) {
    if a == b {
        let value = a.low().or(a.high()).unwrap_or_default();
        return (surprise(value), 1.0, 0.0);
    }
    let overlap = flag(a.overlaps(b));
    let apart = middle(a).zip(middle(b)).map_or(0.0, |(a, b)| apart(a, b));
    (
        0.0,
        overlap,
        if overlap > 0.0 { apart * 0.5 } else { apart },
    )
}

fn middle(interval: &Interval) -> Option<f64> {
    let low = interval.low().or(interval.high())?;
    let high = interval.high().unwrap_or(low);
    ((low + high) / Decimal::TWO).to_f64()
}

fn apart(a: f64, b: f64) -> f32 {
    if a <= 0.0 || b <= 0.0 {
        return 1.0;
    }
    ((a / b).log10().abs() as f32).min(3.0)
}

/// How little two statements share a value by chance: small and round numbers are everywhere.
fn surprise(value: Decimal) -> f32 {
    let digits = value.normalize().mantissa().unsigned_abs();
    match digits {
        0..=2 => 0.25,
        3..=9 => 0.45,
        10..=20 => 0.7,
        21..=99 => 0.85,
        _ => 1.0,
    }
}

fn periods(a: &Period, b: &Period) -> (f32, f32, f32) {
    let overlap = a.start < b.end && b.start < a.end;
    let coarser = a.granularity.max(b.granularity);
    let same = overlap && (a.granularity == b.granularity || coarser <= Granularity::Day);
    let surprise = match coarser {
        Granularity::Minute => 1.0,
        Granularity::Hour | Granularity::PartOfDay => 0.7,
        Granularity::Day | Granularity::Month => 0.6,
        _ => 0.5,
    };
    let days = (a.start.date() - b.start.date()).get_days().unsigned_abs() as f32;
    (
        flag(same) * surprise,
        flag(overlap),
        if overlap {
            0.0
        } else {
            (1.0 + days).log10().min(3.0)
        },
    )
}
