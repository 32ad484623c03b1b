//! What alignment looks at in a claim: a claim in its report in, a profile that compares quickly out.

use claims::Extraction;
use claims::claim::{Claim, Value};
use claims::quantity::{Aspect, Dimension, Interval, QuantityKind};
use claims::syntax::{Key, SentenceKind};
use claims::time::Period;
use rustc_hash::FxHashMap;

use crate::compare::{ClaimId, Kind, Report};

/// One claim, ready to be compared with others.
#[derive(Clone, Debug)]
pub struct Profile {
    /// Which claim it is.
    pub id: ClaimId,
    /// Its kind.
    pub kind: Kind,
    /// What the value's unit measures; numbers of two dimensions never meet.
    pub dimension: Option<Dimension>,
    /// ISO 4217 code of money.
    pub currency: Option<&'static str>,
    /// Level, change or origin of a change.
    pub aspect: Option<Aspect>,
    /// Class of the outcome, and its lemma.
    pub outcome: Label,
    /// Class of the counted noun, and its lemma.
    pub counted: Label,
    /// Lemma of the subject.
    pub subject: Label,
    /// The number in base units.
    pub number: Option<Interval>,
    /// The time.
    pub period: Option<Period>,
    /// Words around the value, sorted by key: weight by rarity in the story and nearness to the value.
    pub near: Words,
    /// Words of the whole sentence, sorted by key, weighted by rarity alone.
    pub sentence: Words,
    /// Whether it stands in the headline.
    pub headline: bool,
}

/// A word of the measure: what it is and what class it has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Label {
    /// Its lemma.
    pub lemma: Option<Key>,
    /// Its class.
    pub class: Option<&'static str>,
    /// Lemmas of its modifiers.
    pub modifiers: Vec<Key>,
}

/// Words with weights, sorted by key.
pub type Words = Vec<(Key, f32)>;

/// How quickly a word loses weight with distance: at this many bytes it counts half.
const HALF_DISTANCE: f32 = 45.0;

/// Rarity of words in the sentences of one story.
#[derive(Clone, Debug)]
pub struct Rarity {
    sentences: f32,
    counts: FxHashMap<Key, f32>,
}

impl Rarity {
    /// Counts in how many claims' surroundings each word stands.
    #[must_use]
    pub fn of(reports: &[Report]) -> Self {
        let mut counts: FxHashMap<Key, f32> = FxHashMap::default();
        let mut sentences = 1.0;
        for report in reports {
            let mut seen: FxHashMap<(usize, Key), ()> = FxHashMap::default();
            for claim in &report.extraction.claims {
                for word in &claim.measure.about {
                    if seen.insert((claim.sentence, word.key), ()).is_none() {
                        *counts.entry(word.key).or_default() += 1.0;
                    }
                }
            }
            sentences += report.extraction.analysis.sentences.len() as f32;
        }
        Self { sentences, counts }
    }

    fn weight(&self, word: Key) -> f32 {
        let count = self.counts.get(&word).copied().unwrap_or(1.0);
        (1.0 + self.sentences / count).ln()
    }
}

/// The profiles of all numbers and times, in order of report and place.
#[must_use]
pub fn profiles(reports: &[Report]) -> Vec<Profile> {
    let rarity = Rarity::of(reports);
    let mut profiles = Vec::new();
    for (report, Report { extraction, .. }) in reports.iter().enumerate() {
        for (index, claim) in extraction.claims.iter().enumerate() {
            let id = ClaimId {
                report,
                claim: index,
            };
            profiles.extend(profile(id, claim, extraction, &rarity));
        }
    }
    profiles
}

fn profile(
    id: ClaimId,
    claim: &Claim,
    extraction: &Extraction,
    rarity: &Rarity,
) -> Option<Profile> {
    let (kind, number, period, currency) = match &claim.value {
        Value::Number(quantity) => {
            let money = quantity.kind == QuantityKind::Money;
            let currency = quantity.unit.filter(|_| money).map(|unit| unit.code);
            (
                Kind::Number,
                Some(quantity.to_base(quantity.open())),
                None,
                currency,
            )
        }
        Value::Time(timex) => (Kind::Time, None, timex.value, None),
        Value::Quote | Value::Statement(_) | Value::Name(_) => return None,
    };
    let measure = &claim.measure;
    Some(Profile {
        id,
        kind,
        dimension: measure.dimension,
        currency,
        aspect: measure.aspect,
        outcome: label(measure.outcome.as_ref()),
        counted: label(measure.counted.as_ref()),
        subject: label(measure.subject.as_ref()),
        number,
        period,
        near: near(claim, rarity),
        sentence: weigh(
            claim
                .measure
                .about
                .iter()
                .map(|word| (word.key, rarity.weight(word.key))),
        ),
        headline: extraction.analysis.sentences[claim.sentence].kind == SentenceKind::Headline,
    })
}

fn label(term: Option<&claims::claim::Term>) -> Label {
    term.map_or_else(Label::default, |term| Label {
        lemma: Some(Key::of(&term.lemma)),
        class: term.class,
        modifiers: term.modifiers.iter().map(|lemma| Key::of(lemma)).collect(),
    })
}

fn near(claim: &Claim, rarity: &Rarity) -> Words {
    weigh(claim.measure.about.iter().map(|word| {
        let gap = if word.span.start >= claim.span.end {
            word.span.start - claim.span.end
        } else {
            claim.span.start.saturating_sub(word.span.end)
        };
        let nearness = 1.0 / (1.0 + gap as f32 / HALF_DISTANCE);
        (word.key, rarity.weight(word.key) * nearness)
    }))
}

/// Sorts words by key; of a repeated word the heaviest counts.
fn weigh(words: impl Iterator<Item = (Key, f32)>) -> Words {
    let mut words: Words = words.collect();
    words.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
    words.dedup_by_key(|word| word.0);
    words
}

/// Cosine of two weighted word lists, 0 to 1.
#[must_use]
pub fn cosine(a: &Words, b: &Words) -> f32 {
    let norm = |words: &Words| {
        words
            .iter()
            .map(|(_, weight)| weight * weight)
            .sum::<f32>()
            .sqrt()
    };
    let lengths = norm(a) * norm(b);
    if lengths == 0.0 {
        return 0.0;
    }
    shared(a, b).map(|(left, right)| left * right).sum::<f32>() / lengths
}

/// The weights of the words that both lists hold.
fn shared<'a>(a: &'a Words, b: &'a Words) -> impl Iterator<Item = (f32, f32)> + 'a {
    let mut rest = b.iter().peekable();
    a.iter().filter_map(move |&(key, weight)| {
        while rest.next_if(|other| other.0 < key).is_some() {}
        rest.next_if(|other| other.0 == key)
            .map(|&(_, other)| (weight, other))
    })
}
