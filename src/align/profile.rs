//! What alignment looks at in a claim: a claim in its report in, a profile that compares quickly out.

use claims::Span;
use claims::claim::class::{self, is_publishing};
use claims::claim::{Claim, Measure, Term, Value, Word};
use claims::name::{Entity, NameKind, last_name};
use claims::quantity::{Aspect, Dimension, QuantityKind};
use claims::syntax::{Key, SentenceKind, Token, Upos, lemma};
use claims::time::{Period, Timex, TimexKind};
use rayon::prelude::*;
use rust_decimal::Decimal;
use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::compare::{ClaimId, Kind, Reading, Report};
use crate::text::fold;

/// One claim, ready to be compared with others.
#[derive(Clone, Debug)]
pub struct Profile {
    /// Which claim it is.
    pub id: ClaimId,
    /// Where it stands.
    pub span: Span,
    /// Its kind.
    pub kind: Kind,
    /// Number of its sentence in the report.
    pub place: usize,
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
    /// Whether what is counted is told by its name, as nationalities are: "two Canadians".
    pub counts_named: bool,
    /// The event that a stretch of time is counted from.
    pub anchor: Label,
    /// Lemma of the subject.
    pub subject: Label,
    /// Whether the subject is a proper name.
    pub named: bool,
    /// The proper names in the phrase of the subject: "shares *of Tesla*".
    pub names: Vec<Key>,
    /// The last name of the person whom its clause is about.
    pub actor: Option<Key>,
    /// Code of the unit.
    pub unit: Option<&'static str>,
    /// What a rate is per, by its unit: a week, a gallon; "per 100,000 people" has a number alone.
    pub rate: Option<Rate>,
    /// Whether the number is a rank.
    pub rank: bool,
    /// Multiple or score, where the number is one: "doubled", "6-3".
    pub form: Option<QuantityKind>,
    /// Whether the time is one that repeats.
    pub repeated: bool,
    /// The number in base units.
    pub number: Option<Reading>,
    /// The time.
    pub time: Option<Timex>,
    /// Whether the event is the writing of the report itself: "Updated at 5:55 p.m."
    pub publishing: bool,
    /// Words around the value, sorted by key: weight by rarity in the story and nearness to the value.
    pub near: Words,
    /// Words of the whole sentence, sorted by key, weighted by rarity alone.
    pub sentence: Words,
    /// Whether it stands in the headline.
    pub headline: bool,
    /// Whether it stands at the top of its report.
    pub top: bool,
    /// The share of the report's sentences that stand before it, 0 to 1.
    pub depth: f32,
    /// The keys of all values that its sentence gives, its own among them.
    pub beside: Vec<u64>,
    /// A hash of dimension and value; two claims of one kind with one key give one value.
    pub value_key: Option<u64>,
    /// One over the number of claims of its report that give the same value.
    pub only: f32,
    /// The time that its sentence names, when that lies long before the report.
    pub past: Option<Period>,
    /// Whether that lies years before it.
    pub long_past: bool,
    /// The place that it counts in.
    pub place_of: Option<Key>,
    /// The places that a report counts in apart from this one.
    pub other_places: Vec<Key>,
    /// The places its sentence names.
    pub places: Vec<Key>,
}

/// Counts with a place that are compared in one report: a longer list would cost more than it tells.
const MANY_PLACES: usize = 32;

/// Sentences at the top of a report, the headline among them.
const TOP: usize = 4;

/// Tokens before and after the head of a subject among which its names are looked for.
const REACH: usize = 8;

/// Days before publication from which an event is no longer the news.
const PAST: i32 = 45;

/// Days before publication from which an event is history: three years.
const LONG_PAST: i32 = 3 * 365;

/// A word of the measure: what it is and what class it has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Label {
    /// Its lemma.
    pub lemma: Option<Key>,
    /// Its class.
    pub class: Option<&'static str>,
    /// Its class among events, which keeps nothing apart: *rise*.
    pub event: Option<&'static str>,
    /// The stem of its lemma: one for "inspection" and "inspect".
    pub stem: Option<Key>,
    /// Lemmas of its modifiers.
    pub modifiers: Vec<Key>,
}

impl Label {
    /// Whether both say the same: one lemma, stem or class.
    #[must_use]
    pub fn same(&self, other: &Self) -> bool {
        let both = |a: Option<&str>, b: Option<&str>| a.is_some() && a == b;
        self.same_word(other) || both(self.class, other.class) || both(self.event, other.event)
    }

    /// Whether both say it in the same word: one lemma or stem.
    #[must_use]
    pub fn same_word(&self, other: &Self) -> bool {
        let both = |a: Option<Key>, b: Option<Key>| a.is_some() && a == b;
        both(self.lemma, other.lemma) || both(self.stem, other.stem)
    }

    /// Whether lemma and modifiers of the two have a word in common.
    #[must_use]
    pub fn shares_a_word(&self, other: &Self) -> bool {
        let words = |label: &Self| {
            label
                .lemma
                .iter()
                .chain(&label.modifiers)
                .copied()
                .collect::<Vec<_>>()
        };
        let others = words(other);
        words(self).iter().any(|word| others.contains(word))
    }
}

/// What a rate is per: how many, and the code of the unit.
pub type Rate = (Decimal, Option<&'static str>);

/// Words with weights, sorted by key.
pub type Words = Vec<(Key, f32)>;

/// How quickly a word loses weight with distance: at this many bytes it counts half.
const HALF_DISTANCE: f32 = 45.0;

/// Rarity of words in the sentences of one story.
pub struct Rarity {
    sentences: f32,
    counts: FxHashMap<Key, f32>,
    /// What each word of the story counts as: its class, or its stem.
    concepts: FxHashMap<Key, Key>,
    stems: Stems,
}

/// What words count as when sentences are compared.
pub(super) struct Stems(Stemmer);

impl Stems {
    /// Stems of English words (Porter 2001).
    pub(super) fn new() -> Self {
        Self(Stemmer::create(Algorithm::English))
    }

    /// The class of a lemma, or its stem: "soared" and "rallied" are one, as are "inspected" and "inspection".
    pub(super) fn concept(&self, lemma: &str) -> Key {
        let class = class::outcome(lemma).or_else(|| class::predicate(lemma));
        class.map_or_else(
            || Key::of(&self.0.stem(lemma)),
            |class| Key::word("class").then(Key::of(class)),
        )
    }

    /// What a word of a report counts as, by its lemma.
    pub(super) fn concept_of(&self, report: &Report, token: &Token) -> Key {
        self.concept(&lemma(report.words(token.span), token.xpos).to_lowercase())
    }
}

impl Rarity {
    /// Counts in how many claims' surroundings each word stands.
    #[must_use]
    pub fn of(reports: &[Report]) -> Self {
        let stems = Stems::new();
        let mut concepts: FxHashMap<Key, Key> = FxHashMap::default();
        let mut counts: FxHashMap<Key, f32> = FxHashMap::default();
        let mut sentences = 1.0;
        for report in reports {
            let mut seen: FxHashSet<(usize, Key)> = FxHashSet::default();
            for claim in &report.extraction.claims {
                for word in &claim.measure.about {
                    let concept = *concepts
                        .entry(word.key)
                        .or_insert_with(|| stems.concept(&word.lemma));
                    if seen.insert((claim.sentence, concept)) {
                        *counts.entry(concept).or_default() += 1.0;
                    }
                }
            }
            sentences += report.extraction.analysis.sentences.len() as f32;
        }
        Self {
            sentences,
            counts,
            concepts,
            stems,
        }
    }

    /// The stem of a lemma.
    fn stem(&self, lemma: &str) -> Key {
        Key::of(&self.stems.0.stem(lemma))
    }

    /// What a word counts as, and its weight.
    fn weigh(&self, word: &Word) -> (Key, f32) {
        let concept = self.concepts.get(&word.key).copied().unwrap_or(word.key);
        let count = self.counts.get(&concept).copied().unwrap_or(1.0);
        (concept, (1.0 + self.sentences / count).ln())
    }
}

/// The profiles of all numbers and times, in order of report and place.
#[must_use]
pub fn profiles(reports: &[Report]) -> Vec<Profile> {
    let rarity = Rarity::of(reports);
    let of_reports: Vec<Vec<Profile>> = (0..reports.len())
        .into_par_iter()
        .map(|report| of_report(report, &reports[report], &rarity))
        .collect();
    let mut profiles: Vec<Profile> = of_reports.into_iter().flatten().collect();
    tell_places_apart(&mut profiles);
    profiles
}

/// Notes for each number the places that some report counts in apart from its own: "eight in Mill County, five in Dell
/// County" are two counts in all reports of the story.
fn tell_places_apart(profiles: &mut [Profile]) {
    let mut apart: FxHashMap<Key, Vec<Key>> = FxHashMap::default();
    let mut told: FxHashMap<_, Vec<(Key, u64)>> = FxHashMap::default();
    for profile in profiles.iter() {
        let counted = (profile.place_of, profile.value_key, profile.outcome.class);
        if let (Some(place), Some(value), Some(class)) = counted {
            let others = told.entry((profile.id.report, class)).or_default();
            for &(other, count) in others.iter() {
                if other != place && count != value {
                    apart.entry(place).or_default().push(other);
                    apart.entry(other).or_default().push(place);
                }
            }
            if others.len() < MANY_PLACES && !others.contains(&(place, value)) {
                others.push((place, value));
            }
        }
    }
    for places in apart.values_mut() {
        places.sort_unstable();
        places.dedup();
    }
    for profile in profiles.iter_mut() {
        let others = profile.place_of.and_then(|place| apart.get(&place));
        profile.other_places = others.cloned().unwrap_or_default();
    }
}

fn of_report(report: usize, from: &Report, rarity: &Rarity) -> Vec<Profile> {
    let claims = from.extraction.claims.iter().enumerate();
    let mut profiles: Vec<Profile> = claims
        .filter_map(|(claim, value)| profile(ClaimId { report, claim }, value, from, rarity))
        .collect();
    count_values(&mut profiles);
    gather_beside(&mut profiles);
    profiles
}

/// Fills in how often each value stands in its report.
fn count_values(profiles: &mut [Profile]) {
    let mut counts: FxHashMap<u64, f32> = FxHashMap::default();
    for value in profiles.iter().filter_map(|profile| profile.value_key) {
        *counts.entry(value).or_default() += 1.0;
    }
    for profile in profiles {
        let count = profile.value_key.map(|value| counts[&value]);
        profile.only = count.map_or(0.0, |count| 1.0 / count);
    }
}

/// Fills in the values that stand in one sentence.
fn gather_beside(profiles: &mut [Profile]) {
    for sentence in profiles.chunk_by_mut(|a, b| a.place == b.place) {
        let values: Vec<u64> = sentence
            .iter()
            .filter_map(|profile| profile.value_key)
            .collect();
        for profile in sentence {
            profile.beside.clone_from(&values);
        }
    }
}

fn value_key(
    dimension: Option<Dimension>,
    number: Option<&Reading>,
    time: Option<&Timex>,
) -> Option<u64> {
    let value = match (number, time) {
        (Some(number), _) => {
            let stated = number.stated;
            format!("{dimension:?} {:?} {:?}", stated.low(), stated.high())
        }
        (None, Some(time)) => match (time.clock.filter(|_| !time.has_day), time.value) {
            (Some(clock), _) => format!("{} minutes", clock.minute),
            (None, Some(period)) => period.start.date().to_string(),
            (None, None) => return None,
        },
        (None, None) => return None,
    };
    Some(Key::of(&value).0)
}

fn profile(id: ClaimId, claim: &Claim, report: &Report, rarity: &Rarity) -> Option<Profile> {
    let (kind, number, time, currency) = match &claim.value {
        Value::Number(quantity) => {
            let money = quantity.kind == QuantityKind::Money;
            let currency = quantity.unit.filter(|_| money).map(|unit| unit.code);
            (Kind::Number, Some(Reading::of(quantity)), None, currency)
        }
        Value::Time(timex) => (Kind::Time, None, Some(Timex::clone(timex)), None),
        Value::Quote
        | Value::Statement(_)
        | Value::Medium(_)
        | Value::Name(_)
        | Value::Role(_)
        | Value::Place(_) => {
            return None;
        }
    };
    let measure = &claim.measure;
    let words = measure.about.iter().map(|word| rarity.weigh(word));
    let sentences = &report.extraction.analysis.sentences;
    let toll = is_ordinal(claim) && counts_a_toll(claim);
    let dimension = if toll {
        Some(Dimension::Count)
    } else {
        measure.dimension
    };
    let value_key = value_key(dimension, number.as_ref(), time.as_ref());
    let person = measure
        .subject
        .as_ref()
        .filter(|_| measure.dimension == Some(Dimension::Age))
        .and_then(|subject| person(report, subject))
        .map(full_name);
    Some(Profile {
        id,
        span: claim.span,
        kind,
        place: claim.sentence,
        dimension,
        currency,
        aspect: measure.aspect,
        outcome: label(measure.outcome.as_ref(), rarity),
        counted: counted(measure, rarity),
        counts_named: measure
            .counted
            .as_ref()
            .is_some_and(|counted| is_capitalised(report, counted)),
        anchor: label(measure.anchor.as_ref(), rarity),
        named: person.is_some()
            || measure
                .subject
                .as_ref()
                .is_some_and(|subject| is_name(report, subject)),
        subject: person.unwrap_or_else(|| label(measure.subject.as_ref(), rarity)),
        names: measure
            .subject
            .as_ref()
            .map_or_else(Vec::new, |subject| names_in(report, subject)),
        actor: measure.actor.map(|entity| {
            let name = &report.extraction.entities[entity].name;
            Key::of(&fold(last_name(name)))
        }),
        unit: unit(claim),
        rate: rate(claim),
        form: form(claim),
        rank: is_ordinal(claim) && !toll,
        repeated: matches!(&claim.value, Value::Time(timex) if timex.kind == TimexKind::Set),
        publishing: measure
            .outcome
            .as_ref()
            .is_some_and(|event| is_publishing(&event.lemma)),
        number,
        time,
        near: near(claim, rarity),
        sentence: weigh(words),
        headline: sentences[claim.sentence].kind == SentenceKind::Headline,
        top: claim.sentence < TOP,
        depth: claim.sentence as f32 / sentences.len() as f32,
        beside: Vec::new(),
        value_key,
        only: 0.0,
        past: past(claim, report, PAST),
        long_past: tells_history(claim, report),
        place_of: measure.scope.place.as_ref().map(|place| place.key),
        other_places: Vec::new(),
        places: measure
            .scope
            .places
            .iter()
            .map(|&place| Key::of(report.words(place)))
            .collect(),
    })
}

fn unit(claim: &Claim) -> Option<&'static str> {
    claim.value.number()?.unit.map(|unit| unit.code)
}

fn rate(claim: &Claim) -> Option<Rate> {
    let per = claim.value.number()?.per?;
    Some((per.number, per.unit.map(|unit| unit.code)))
}

/// What no plain count is: how many times as much, or how many to how many.
fn form(claim: &Claim) -> Option<QuantityKind> {
    let kind = claim.value.number().map(|quantity| quantity.kind);
    kind.filter(|kind| matches!(kind, QuantityKind::Multiple | QuantityKind::Score))
}

fn is_ordinal(claim: &Claim) -> bool {
    let number = claim.value.number();
    number.is_some_and(|quantity| quantity.kind == QuantityKind::Ordinal)
}

/// Whether a claim tells of people by what befell them one after another: the sixth to die makes six dead.
fn counts_a_toll(claim: &Claim) -> bool {
    let class_of = |term: Option<&Term>| term.and_then(|term| term.class);
    let person = class_of(claim.measure.counted.as_ref()) == Some("person");
    person && class_of(claim.measure.outcome.as_ref()).is_some_and(class::moves)
}

/// The name of a person as a label, whose lemma is the last word.
fn full_name(person: &Entity) -> Label {
    let mut words: Vec<Key> = person.name.split_whitespace().map(Key::of).collect();
    Label {
        lemma: words.pop(),
        modifiers: words,
        ..Label::default()
    }
}

/// The person whom the subject of an age stands for: "he" and "Reed" for Owen Reed.
pub(crate) fn person<'a>(report: &'a Report, subject: &Term) -> Option<&'a Entity> {
    let extraction = &report.extraction;
    let mention = extraction.mention_from(subject.span.start)?;
    let entity = &extraction.entities[mention.entity];
    // In "her son Owen Reed" the name stands right behind the subject.
    let near = mention.span.start <= subject.span.end + 1;
    let known = entity.kind == NameKind::Person && near;
    known.then_some(entity)
}

/// Whether a term ends in a proper name.
fn is_name(report: &Report, term: &Term) -> bool {
    let tokens = report.extraction.tokens_in(term.span);
    tokens.last().is_some_and(|token| token.upos == Upos::Propn)
}

/// Whether the head of a term is written as a name.
fn is_capitalised(report: &Report, term: &Term) -> bool {
    let head = report.extraction.tokens_in(term.span).last();
    let first = head.and_then(|head| report.words(head.span).chars().next());
    first.is_some_and(char::is_uppercase)
}

/// The proper names of the phrase that a term heads, what a comma sets off left out, and the initials of those of
/// several words.
fn names_in(report: &Report, term: &Term) -> Vec<Key> {
    let analysis = &report.extraction.analysis;
    let end = term.span.end;
    let head = analysis
        .tokens
        .partition_point(|token| token.span.end < end);
    let phrase = analysis.subtree(head);
    let close = phrase.start.max(head.saturating_sub(REACH))..phrase.end.min(head + REACH);
    let behind = head + 1..close.end.max(head + 1);
    let aside = behind
        .clone()
        .find(|&at| report.words(analysis.tokens[at].span) == ",");
    let tokens = &analysis.tokens[close.start..aside.unwrap_or(close.end)];
    let names = tokens.iter().filter(|token| token.upos == Upos::Propn);
    names
        .map(|token| token.key)
        .chain(initials(report, tokens))
        .collect()
}

/// The initials of each run of names: "S&P" for "Standard & Poor's 500 Index".
fn initials(report: &Report, phrase: &[Token]) -> impl Iterator<Item = Key> {
    let joins = |token: &Token| {
        matches!(token.upos, Upos::Propn | Upos::Part) || report.words(token.span) == "&"
    };
    let letter = |token: &Token| report.words(token.span).chars().next();
    let is_initial = |letter: &char| letter.is_uppercase() || *letter == '&';
    let runs = phrase.split(move |token| !joins(token));
    let initials = runs.map(move |run| {
        let letters = run.iter().filter_map(letter);
        letters.filter(is_initial).collect::<String>()
    });
    initials
        .filter(|initials| initials.chars().count() > 1)
        .map(|initials| Key::of(&initials))
}

/// Whether the sentence of a claim tells of what lies years back: "In 1934 a quake killed 8,500 people".
pub(crate) fn tells_history(claim: &Claim, report: &Report) -> bool {
    past(claim, report, LONG_PAST).is_some()
}

/// The time that a claim's sentence names, if that lies more than so many days back.
fn past(claim: &Claim, report: &Report, days: i32) -> Option<Period> {
    let period = report.extraction.times[claim.measure.scope.period?].value?;
    let published = report.document.published?.at.date();
    let age = (published - period.end.date()).get_days();
    (age > days).then_some(period)
}

fn label(term: Option<&Term>, rarity: &Rarity) -> Label {
    term.map_or_else(Label::default, |term| Label {
        lemma: Some(Key::of(&term.lemma)),
        class: term.class,
        event: class::predicate(&term.lemma),
        stem: Some(rarity.stem(&term.lemma)),
        modifiers: term.modifiers.iter().map(|lemma| Key::of(lemma)).collect(),
    })
}

/// What a count counts; where it names nothing, what its outcome befalls: "12 dead" counts people.
fn counted(measure: &Measure, rarity: &Rarity) -> Label {
    let named = label(measure.counted.as_ref(), rarity);
    let outcome = measure.outcome.as_ref().and_then(|outcome| outcome.class);
    if named.lemma.is_some() || measure.dimension != Some(Dimension::Count) {
        return named;
    }
    Label {
        class: outcome.and_then(class::counted_by),
        ..named
    }
}

fn near(claim: &Claim, rarity: &Rarity) -> Words {
    weigh(claim.measure.about.iter().map(|word| {
        let gap = if word.span.start >= claim.span.end {
            word.span.start - claim.span.end
        } else {
            claim.span.start.saturating_sub(word.span.end)
        };
        let nearness = 1.0 / (1.0 + gap as f32 / HALF_DISTANCE);
        let (concept, weight) = rarity.weigh(word);
        (concept, weight * nearness)
    }))
}

/// Sorts words by key; of a repeated word the heaviest counts.
pub(super) fn weigh(words: impl Iterator<Item = (Key, f32)>) -> Words {
    let mut words: Words = words.collect();
    words.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
    words.dedup_by_key(|word| word.0);
    words
}

/// The heaviest `count` words, heaviest first; of two alike the one with the smaller key.
pub(super) fn heaviest(words: &Words, count: usize) -> impl Iterator<Item = (Key, f32)> + use<> {
    let mut words = words.clone();
    words.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    words.into_iter().take(count)
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
