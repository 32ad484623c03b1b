//! The score: two claims that passed the gate in, how likely they answer one question out.
//!
//! A handful of named features with one weight each, all in one table; `claimdiff explain --finding` prints
//! what each gave.

use claims::claim::class::{Kinship, noun_kinship};
use claims::quantity::{Aspect, Dimension};
use claims::syntax::Key;
use claims::time::{Granularity, Period};
use jiff::Unit;
use jiff::civil::Date;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::gate::named_apart;
use super::profile::{Label, Profile, cosine};
use crate::compare::slip::{self, Slip};
use crate::compare::time::roughly;
use crate::compare::{Kind, Reading};

/// The largest distance of two values that is told apart.
const FURTHEST: f32 = 3.0;

/// How many powers of ten two numbers a tenth apart lie apart: nearer, chance has less to do with it.
pub(super) const TENTH: f64 = 0.0414;

/// Values besides the two compared that count as shared by their sentences.
const MOST_OTHERS: f32 = 2.0;

/// What it counts that two ages are those of one person, as many times as a shared name counts elsewhere.
const SAME_PERSON: f32 = 3.0;

/// What it counts that one of two tells of what lies years back, as many times as of what lies months back.
const HISTORY: f32 = 2.25;

/// What two claims may have in common, or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Feature {
    /// Always 1: what speaks against any pair before it is looked at.
    Bias,
    /// One value, by how rarely two statements share it by chance, 0 to 1.
    SameValue,
    /// One value that neither report gives for anything else, 0 to 1.
    OnlyThere,
    /// Values that can both hold.
    Overlap,
    /// How far the values lie apart, 3 at most: powers of ten of their ratio, or of the days between them, counted in
    /// the length of the longer period: two years are as near as two days.
    Apart,
    /// Values that differ as by a slip of the pen: a zero, a digit, a month, a year; more where many digits are the same.
    Slip,
    /// One value is the other, rounded to two digits or more.
    Rounded,
    /// Different values, nearer to each other than chance brings them: by how many powers of ten nearer than a
    /// tenth; 1 for two clock times within a quarter of an hour.
    Close,
    /// Likeness of the words around the values.
    Near,
    /// Likeness of the sentences.
    Sentence,
    /// The smaller of the two: likeness near and far.
    Both,
    /// One outcome or event.
    SameOutcome,
    /// One counted noun.
    SameCounted,
    /// Two counted nouns without a class in common.
    OtherCounted,
    /// One counts a part of what the other counts: children and people.
    Narrower,
    /// Something else is said of each: shares of Tesla and shares of Ford.
    OtherSubject,
    /// A name in the subjects of both, 1; one person whose age both give, 3.
    SameSubject,
    /// One rate: "per 100 people".
    SameRate,
    /// Counted nouns told apart by what stands before them: Shahed drones and Ukrainian drones.
    OtherSort,
    /// Two values, of which only one says what is counted, and no outcome known: 10 polls and "gaining six".
    OneCounted,
    /// Two shares: of every group that is polled there is another, 49 percent of all voters and 59 of the young.
    OtherShare,
    /// Other values that the sentences of both give, two at most.
    SharedOthers,
    /// How far apart they stand in their reports, as a share of all sentences: news puts first what matters most.
    Distance,
    /// Half for each of the two that stands in a headline.
    Headline,
    /// Both stand at the top of their reports.
    Top,
    /// One is a headline, the other stands at the top of its report.
    HeadlineAndTop,
    /// One tells of the news, the other of an event long before, or of two such events; more where years lie between.
    OtherEvent,
    /// A place named by both sentences.
    SamePlace,
    /// Places named by both sentences, none of them by both.
    OtherPlace,
    /// Different values of two places that a report counts in apart.
    CountedElsewhere,
    /// Different values told of two people.
    OtherActor,
}

/// Every feature with its weight for numbers and for times.
///
/// Set by hand to round figures, after regressions on half of a set of annotated stories; the other half
/// decided what stayed.
const WEIGHTS: [(Feature, f32, f32); 31] = [
    (Feature::Bias, -0.6, -3.5),
    (Feature::SameValue, 2.0, 2.25),
    (Feature::OnlyThere, 1.5, 2.25),
    (Feature::Overlap, 0.0, 1.25),
    (Feature::Apart, -2.5, -1.0),
    (Feature::Slip, 2.0, 2.0),
    (Feature::Rounded, 1.25, 0.0),
    (Feature::Close, 0.5, 0.75),
    (Feature::Near, 2.0, 4.0),
    (Feature::Sentence, 1.0, 2.0),
    (Feature::Both, 1.0, 2.0),
    (Feature::SameOutcome, 0.75, 1.5),
    (Feature::SameCounted, 0.5, 0.0),
    (Feature::OtherCounted, -1.5, 0.0),
    (Feature::Narrower, -1.0, 0.0),
    (Feature::OtherSubject, -2.5, 0.0),
    (Feature::SameSubject, 1.0, 0.0),
    (Feature::SameRate, 0.75, 0.0),
    (Feature::OtherSort, -0.5, 0.0),
    (Feature::OneCounted, -1.5, 0.0),
    (Feature::OtherShare, -1.0, 0.0),
    (Feature::SharedOthers, 0.5, 0.25),
    (Feature::Distance, -0.75, 0.0),
    (Feature::Headline, 0.75, 0.0),
    (Feature::Top, 0.5, 1.5),
    (Feature::HeadlineAndTop, 0.5, 0.0),
    (Feature::OtherEvent, -1.0, 0.0),
    (Feature::SamePlace, 0.75, 0.25),
    (Feature::OtherPlace, -0.25, -0.25),
    (Feature::CountedElsewhere, -2.0, 0.0),
    (Feature::OtherActor, -1.5, 0.0),
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
    let values = values(a, b);
    let near = cosine(&a.near, &b.near);
    let sentence = cosine(&a.sentence, &b.sentence);
    let places = common(&a.places, &b.places);
    let features = WEIGHTS.map(|(feature, ..)| match feature {
        Feature::Bias => 1.0,
        Feature::SameValue => values.same,
        Feature::OnlyThere => flag(values.same > 0.0) * a.only * b.only,
        Feature::Overlap => values.overlap,
        Feature::Apart => values.apart,
        Feature::Slip => slip(a, b).unwrap_or_default(),
        Feature::Rounded => {
            let numbers = a.number.as_ref().zip(b.number.as_ref());
            flag(numbers.is_some_and(|(a, b)| is_rounded(a, b) || is_rounded(b, a)))
        }
        Feature::Close => close(a, b),
        Feature::Near => near,
        Feature::Sentence => sentence,
        Feature::Both => near.min(sentence),
        Feature::SameOutcome => flag(a.outcome.same(&b.outcome)),
        Feature::SameCounted => flag(a.counted.same(&b.counted)),
        Feature::OtherCounted => flag(other(&a.counted, &b.counted)),
        Feature::Narrower => flag(narrower(&a.counted, &b.counted)),
        Feature::OtherSubject => flag(other_subject(a, b)),
        Feature::SameSubject => same_subject(a, b),
        Feature::SameRate => flag(a.rate.is_some() && a.rate == b.rate),
        Feature::OtherSort => flag(named_apart(&a.counted, &b.counted)),
        Feature::OneCounted => flag(values.differ() && one_counted(a, b)),
        Feature::OtherShare => flag(values.differ() && is_share(a)),
        Feature::SharedOthers => shared_others(a, b).min(MOST_OTHERS),
        Feature::Distance => (a.depth - b.depth).abs(),
        Feature::Headline => f32::midpoint(flag(a.headline), flag(b.headline)),
        Feature::Top => flag(a.top && b.top),
        Feature::HeadlineAndTop => flag((a.headline && b.top) || (a.top && b.headline)),
        Feature::OtherEvent if a.kind == Kind::Number => other_event(a, b),
        Feature::OtherEvent => 0.0,
        Feature::SamePlace => flag(places == Some(true)),
        Feature::OtherPlace => flag(places == Some(false)),
        Feature::CountedElsewhere => flag(counted_elsewhere(a, b)),
        Feature::OtherActor => flag(values.differ() && other_actor(a, b)),
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

/// What nobody names may be people of any kind: only a noun of a class apart is another.
fn other(a: &Label, b: &Label) -> bool {
    let known = |label: &Label| label.lemma.is_some() || label.class.is_some();
    known(a) && known(b) && !a.same(b) && !is_part(a, b)
}

fn narrower(a: &Label, b: &Label) -> bool {
    a.lemma.is_some() && b.lemma.is_some() && is_part(a, b)
}

fn is_part(a: &Label, b: &Label) -> bool {
    let kinship = a.class.zip(b.class).map(|(a, b)| noun_kinship(a, b));
    matches!(kinship, Some(Kinship::Wider | Kinship::Narrower))
}

/// Whether one of two counts says what it counts and neither what became of that.
fn one_counted(a: &Profile, b: &Profile) -> bool {
    let told = a.outcome.class.is_some() || b.outcome.class.is_some();
    let counts = a.dimension == Some(Dimension::Count);
    counts && !told && a.counted.lemma.is_some() != b.counted.lemma.is_some()
}

/// Whether a value is a share of something, not by how much something rose or fell.
fn is_share(profile: &Profile) -> bool {
    profile.dimension == Some(Dimension::Percent) && profile.aspect == Some(Aspect::Level)
}

/// Whether values without a counted noun of their own are said of different names.
fn other_subject(a: &Profile, b: &Profile) -> bool {
    let owned = a.counted.lemma.is_none() && b.counted.lemma.is_none();
    owned && common(&a.names, &b.names) == Some(false)
}

/// Whether the subjects share a name; the ages of one named person are an answer to one question whatever else is said.
fn same_subject(a: &Profile, b: &Profile) -> f32 {
    let ages = a.dimension == Some(Dimension::Age) && a.named && b.named;
    if ages && a.subject.shares_a_word(&b.subject) {
        return SAME_PERSON;
    }
    flag(common(&a.names, &b.names) == Some(true))
}

/// How many values besides these two the sentences of both give.
fn shared_others(a: &Profile, b: &Profile) -> f32 {
    let own = [a.value_key, b.value_key];
    let others = a
        .beside
        .iter()
        .filter(|&&value| !own.contains(&Some(value)));
    others.filter(|value| b.beside.contains(value)).count() as f32
}

/// How surely a slip of the pen made one value of the other, where that may be.
pub(super) fn slip(a: &Profile, b: &Profile) -> Option<f32> {
    let numbers = a.number.as_ref().zip(b.number.as_ref());
    let points = numbers.and_then(|(a, b)| a.stated.point().zip(b.stated.point()));
    let times = a.time.as_ref().zip(b.time.as_ref());
    let days = times.and_then(|(a, b)| a.value.zip(b.value));
    match (points, days) {
        (Some((x, y)), _) => match slip::between(x, y)? {
            Slip::Digit => Some(1.5),
            Slip::Magnitude(_) => Some(1.0),
            Slip::Transposed if is_long(x) => Some(1.0),
            Slip::Transposed => one_noun(a, b).then_some(0.5),
        },
        (None, Some((a, b))) => (other_month(&a, &b) || other_year(&a, &b)).then_some(1.0),
        (None, None) => None,
    }
}

/// Whether two counts, of which nothing is told to have become, are of one noun: 43 phones, 34 phones.
fn one_noun(a: &Profile, b: &Profile) -> bool {
    let untold = a.outcome.class.is_none() && b.outcome.class.is_none();
    untold && a.counted.lemma.is_some() && a.counted.lemma == b.counted.lemma
}

/// Whether a number has three digits or more that tell something: 12 and 21 are two numbers, 412 and 421 hardly.
pub(super) fn is_long(value: Decimal) -> bool {
    figures(value) >= 100
}

/// The figures of a number up to the last that is not zero.
fn figures(value: Decimal) -> u128 {
    let mut figures = value.normalize().mantissa().unsigned_abs();
    while figures > 9 && figures.is_multiple_of(10) {
        figures /= 10;
    }
    figures
}

/// Two days with one number in two months of one year: "June 27" and "July 27".
fn other_month(a: &Period, b: &Period) -> bool {
    let days = a.granularity == Granularity::Day && b.granularity == Granularity::Day;
    let (a, b) = (a.start.date(), b.start.date());
    days && a.year() == b.year() && a.day() == b.day() && a.month() != b.month()
}

/// One day, month or season in two years: "the summer of 2013" and "last summer".
fn other_year(a: &Period, b: &Period) -> bool {
    let grains = [Granularity::Day, Granularity::Month, Granularity::Season];
    let season = a.granularity == b.granularity && grains.contains(&a.granularity);
    let (a, b) = (a.start.date(), b.start.date());
    season && (a.month(), a.day()) == (b.month(), b.day()) && a.year() != b.year()
}

/// Whether both name a place, and if so whether one of them is named by both.
fn common(a: &[Key], b: &[Key]) -> Option<bool> {
    let named = !a.is_empty() && !b.is_empty();
    named.then(|| a.iter().any(|place| b.contains(place)))
}

/// Whether two values are of two places that a report counts in apart.
fn counted_elsewhere(a: &Profile, b: &Profile) -> bool {
    let there = |place| b.other_places.contains(&place);
    a.value_key != b.value_key && b.place_of.is_some() && a.place_of.is_some_and(there)
}

fn other_actor(a: &Profile, b: &Profile) -> bool {
    a.actor.zip(b.actor).is_some_and(|(a, b)| a != b)
}

/// Whether the sentences tell of different events by their dates: the news and something past, or two things past; what
/// is history counts more, unless the values differ by a slip of the pen alone.
fn other_event(a: &Profile, b: &Profile) -> f32 {
    let history = (a.long_past || b.long_past) && slip(a, b).is_none();
    match (&a.past, &b.past) {
        (None, None) => 0.0,
        (Some(a), Some(b)) => flag(!a.overlaps(b)),
        (Some(_), None) | (None, Some(_)) if history => HISTORY,
        (Some(_), None) | (None, Some(_)) => 1.0,
    }
}

/// How two values lie to each other.
#[derive(Clone, Copy, Debug, Default)]
struct Values {
    same: f32,
    overlap: f32,
    apart: f32,
}

impl Values {
    /// Whether the values cannot both hold.
    fn differ(&self) -> bool {
        self.same == 0.0 && self.overlap == 0.0
    }
}

fn values(a: &Profile, b: &Profile) -> Values {
    let times = a.time.as_ref().zip(b.time.as_ref());
    let periods = times.and_then(|(a, b)| Some((a, b, a.comparable(b)?)));
    match (a.number.as_ref().zip(b.number.as_ref()), periods) {
        (Some((a, b)), _) => numbers(a, b),
        (None, Some((a, b, (first, second)))) => {
            let values = spans_of_time(&first, &second);
            let near = values.differ() && roughly(a, b, &first, &second);
            Values {
                overlap: values.overlap.max(flag(near)),
                ..values
            }
        }
        (None, None) => Values::default(),
    }
}

fn numbers(a: &Reading, b: &Reading) -> Values {
    if a.stated == b.stated {
        let value = a.stated.low().or(a.stated.high()).unwrap_or_default();
        return Values {
            same: surprise(value),
            overlap: 1.0,
            apart: 0.0,
        };
    }
    let middles = a.middle().zip(b.middle());
    Values {
        same: 0.0,
        overlap: flag(a.can_both_hold(b) || a.agrees_rounded(b)),
        apart: middles.map_or(1.0, |(a, b)| apart(a, b)),
    }
}

/// Whether the first is the second, rounded to two digits or more: "$38 million" of $38.4 million.
fn is_rounded(rough: &Reading, fine: &Reading) -> bool {
    let Some((rounded, exact)) = rough.stated.point().zip(fine.stated.point()) else {
        return false;
    };
    let coarser = rough.step > fine.step && rounded.abs() >= rough.step * Decimal::TEN;
    coarser && rounded != exact && (rounded - exact).abs() <= rough.step / Decimal::TWO
}

/// Clock times that lie further apart are as likely those of two things.
pub(super) const QUARTER_OF_AN_HOUR: u32 = 15;

fn close(a: &Profile, b: &Profile) -> f32 {
    let points = a.number.as_ref().zip(b.number.as_ref());
    let points = points.and_then(|(a, b)| a.middle().zip(b.middle()));
    let times = a.time.as_ref().zip(b.time.as_ref());
    let times = times.and_then(|(a, b)| a.value.zip(b.value));
    match (points, times) {
        (Some((x, y)), _) if x != y && !is_share(a) && figures(x.min(y)) >= 10 => {
            (TENTH as f32 / apart(x, y)).log10().clamp(0.0, 2.0)
        }
        (None, Some((a, b))) => flag(
            minutes_apart(&a, &b)
                .is_some_and(|minutes| minutes > 0.0 && minutes <= f64::from(QUARTER_OF_AN_HOUR)),
        ),
        _ => 0.0,
    }
}

/// The minutes between two clock times.
pub(super) fn minutes_apart(a: &Period, b: &Period) -> Option<f64> {
    let minutes = a.granularity == Granularity::Minute && b.granularity == Granularity::Minute;
    let gap = minutes.then(|| a.start - b.start)?;
    gap.total(Unit::Minute).ok().map(f64::abs)
}

fn apart(a: Decimal, b: Decimal) -> f32 {
    match (a.to_f64(), b.to_f64()) {
        (Some(a), Some(b)) if a > 0.0 && b > 0.0 => ((a / b).log10().abs() as f32).min(FURTHEST),
        _ => 1.0,
    }
}

/// How little two statements share a value by chance: small and round numbers are everywhere.
fn surprise(value: Decimal) -> f32 {
    let small = value < Decimal::TEN;
    match figures(value) {
        0..=2 if small => 0.25,
        0..=9 if small => 0.45,
        0..=20 => 0.7,
        21..=99 => 0.85,
        _ => 1.0,
    }
}

fn days_between(a: Date, b: Date) -> f32 {
    (a - b).get_days().unsigned_abs() as f32
}

/// Length of a period in days, at least one.
fn length(period: &Period) -> f32 {
    days_between(period.start.date(), period.end.date()).max(1.0)
}

fn spans_of_time(a: &Period, b: &Period) -> Values {
    if a.start == b.start && a.end == b.end {
        let same = match a.granularity {
            Granularity::Minute => 1.0,
            Granularity::Hour | Granularity::PartOfDay => 0.8,
            _ => 0.6,
        };
        return Values {
            same,
            overlap: 1.0,
            apart: 0.0,
        };
    }
    let overlap = a.overlaps(b);
    let gap = days_between(a.start.date(), b.start.date());
    let grain = length(a).max(length(b));
    let apart = (1.0 + gap / grain).log10().min(FURTHEST);
    Values {
        same: 0.0,
        overlap: flag(overlap),
        apart: if overlap { 0.0 } else { apart },
    }
}
