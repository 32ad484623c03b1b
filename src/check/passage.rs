//! Passages: the sentences of a draft and its sources as their content words, and how well one carries another.
//!
//! A draft is derived from its sources, so the words around "$15,475" in "the average annual premium reached $15,475"
//! stand, in one form or another, around "$15,745" in "premiums averaged $15,745". [`Passages::fit`] says how many of
//! them do, words near the value before those far from it, rare words before common ones.

use std::sync::{Arc, Mutex};

use claims::Span;
use claims::claim::Value;
use claims::claim::class::outcome;
use claims::claim::mood::{Mood, moods};
use claims::syntax::{Key, Token, Upos, lemma, lemma_key};
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::overlap::Overlap;
use super::word::Likeness;
use crate::compare::Report;

/// How quickly a word loses weight with distance: at this many bytes it counts half.
const HALF_DISTANCE: f32 = 45.0;

/// How far, in bytes, a comma sets a word and a value apart.
const COMMA: u32 = 12;

/// Passages that are looked at for one claim.
const MOST: usize = 12;

/// Passages that hold a word beyond which it leads nowhere.
const CROWDED: usize = 120;

/// A sentence as its content words.
#[derive(Clone, Debug)]
pub(super) struct Passage {
    /// Its report.
    pub(super) report: usize,
    /// Its number in the report.
    pub(super) sentence: usize,
    /// Its content words.
    pub(super) words: Vec<Word>,
}

/// A content word of a passage.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    /// Hash of its lemma.
    pub(super) lemma: Key,
    /// Number of the lemma in the vocabulary.
    pub(super) id: u32,
    /// Where it stands.
    pub(super) span: Span,
    /// How much it says: the rarer, the more.
    pub(super) weight: f32,
    /// Its part of speech; a number has that of a numeral.
    pub(super) upos: Upos,
    /// Whether the words before it deny it.
    pub(super) mood: Mood,
    /// Where the number or time stands that it is nearest to.
    owner: Option<Span>,
}

impl Word {
    /// Whether it can carry a statement.
    pub(super) const fn states(&self) -> bool {
        matches!(self.upos, Upos::Verb | Upos::Noun | Upos::Adj)
    }
}

/// All passages of a draft and its sources.
#[derive(Debug)]
pub(super) struct Passages {
    all: Vec<Passage>,
    /// For each report, the number of its first passage.
    firsts: Vec<usize>,
    /// The passages of sources that hold a lemma.
    index: FxHashMap<Key, Vec<usize>>,
    likeness: Likeness,
    /// The overlaps that somebody has asked for, by the numbers of their passages.
    overlaps: Mutex<FxHashMap<(usize, usize), Arc<Overlap>>>,
}

impl Passages {
    /// Reads the sentences of the draft and of the sources among `reports`.
    pub(super) fn new(reports: &[Report], draft: usize, sources: &[usize]) -> Self {
        let order: Vec<usize> = std::iter::once(draft)
            .chain(sources.iter().copied())
            .collect();
        let read = |&report: &usize| passages(report, &reports[report]).collect::<Vec<_>>();
        let of_reports: Vec<Vec<Passage>> = order.par_iter().map(read).collect();
        let mut all = Vec::new();
        let mut firsts = vec![usize::MAX; reports.len()];
        for (report, passages) in order.into_iter().zip(of_reports) {
            firsts[report] = all.len();
            all.extend(passages);
        }
        let likeness = weigh(&mut all);
        let index = index(&all, draft);
        Self {
            all,
            firsts,
            index,
            likeness,
            overlaps: Mutex::default(),
        }
    }

    /// The passage of a sentence.
    pub(super) fn of(&self, report: usize, sentence: usize) -> &Passage {
        &self.all[self.firsts[report] + sentence]
    }

    /// The passages of sources that share most with what stands around `at` in a sentence of the draft.
    pub(super) fn near(&self, report: usize, sentence: usize, at: Span) -> Vec<&Passage> {
        let mut shares: FxHashMap<usize, f32> = FxHashMap::default();
        for word in &self.of(report, sentence).words {
            let Some(others) = self.index.get(&word.lemma) else {
                continue;
            };
            for &other in others.iter().filter(|_| others.len() <= CROWDED) {
                *shares.entry(other).or_default() += word.weight * nearness(word.span, at);
            }
        }
        let mut ranked: Vec<(usize, f32)> = shares.into_iter().collect();
        ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        ranked
            .iter()
            .take(MOST)
            .map(|&(at, _)| &self.all[at])
            .collect()
    }

    /// How rare a word is, from 0 to 1 for one that stands in a single sentence.
    pub(super) fn rarity(&self, word: &Word) -> f32 {
        word.weight / (1.0 + self.all.len() as f32).ln()
    }

    /// How alike two words are.
    pub(super) fn alike(&self, a: &Word, b: &Word) -> f32 {
        self.likeness.of(a.id, b.id)
    }

    /// How well what stands around `at` in one passage and around `there` in another says the same, 0 to 1.
    pub(super) fn fit(&self, own: &Passage, at: Span, other: &Passage, there: Span) -> f32 {
        self.overlap(own, other).fit(own, at, other, there)
    }

    /// What two passages have in common, found once.
    fn overlap(&self, own: &Passage, other: &Passage) -> Arc<Overlap> {
        let number = |one: &Passage| self.firsts[one.report] + one.sentence;
        let pair = (number(own), number(other));
        let known = |overlaps: &mut FxHashMap<_, Arc<Overlap>>| overlaps.get(&pair).cloned();
        let whole = "no thread panics with the overlaps in hand";
        if let Some(overlap) = known(&mut self.overlaps.lock().expect(whole)) {
            return overlap;
        }
        let overlap = Arc::new(Overlap::new(&self.likeness, own, other));
        let mut overlaps = self.overlaps.lock().expect(whole);
        overlaps.insert(pair, Arc::clone(&overlap));
        overlap
    }
}

/// What a word that is nearer to another value of its sentence counts.
const OTHERS: f32 = 0.5;

/// How much a word has to do with a value: the nearer, the more; nothing with the words of the value itself.
pub(super) fn near(word: &Word, value: Option<Span>) -> f32 {
    match value {
        None => 1.0,
        Some(value) if word.span.overlaps(value) => 0.0,
        Some(value) if word.owner.is_none_or(|owner| owner.overlaps(value)) => {
            nearness(word.span, value)
        }
        Some(value) => OTHERS * nearness(word.span, value),
    }
}

fn nearness(word: Span, value: Span) -> f32 {
    1.0 / (1.0 + gap(word, value) as f32 / HALF_DISTANCE)
}

/// Bytes between two spans.
fn gap(a: Span, b: Span) -> u32 {
    a.start.max(b.start).saturating_sub(a.end.min(b.end))
}

fn passages(report: usize, from: &Report) -> impl Iterator<Item = Passage> + '_ {
    let values = values(from);
    let sentences = from.extraction.analysis.sentences.iter().enumerate();
    sentences.map(move |(sentence, at)| {
        let first = values.partition_point(|value| value.0.start < at.span.start);
        let after = values.partition_point(|value| value.0.start < at.span.end);
        Passage {
            report,
            sentence,
            words: words(from, sentence, &values[first..after]),
        }
    })
}

/// The numbers and times of a report with a key of their value, in text order.
fn values(report: &Report) -> Vec<(Span, Option<Key>)> {
    let claims = report.extraction.claims.iter();
    let values = claims.filter_map(|claim| match &claim.value {
        Value::Number(quantity) => {
            let stated = quantity.to_base(quantity.stated);
            let key = format!("{:?} {:?}", stated.low(), stated.high());
            Some((claim.span, Some(Key::of(&key))))
        }
        Value::Time(_) => Some((claim.span, None)),
        Value::Quote
        | Value::Statement(_)
        | Value::Medium(_)
        | Value::Name(_)
        | Value::Role(_)
        | Value::Place(_) => None,
    });
    values.collect()
}

/// The content words of a sentence, and its numbers by their value.
fn words(report: &Report, sentence: usize, values: &[(Span, Option<Key>)]) -> Vec<Word> {
    let analysis = &report.extraction.analysis;
    let tokens = &analysis.tokens[analysis.sentences[sentence].tokens.clone()];
    let moods = moods(tokens);
    let content = tokens
        .iter()
        .zip(moods)
        .filter(|(token, _)| is_content(token));
    let words = content.map(|(token, mood)| Word {
        upos: token.upos,
        mood,
        ..word(token.span, sense(report, token))
    });
    let numbers = values
        .iter()
        .filter_map(|&(span, key)| Some(word(span, key?)));
    let mut words: Vec<Word> = words.chain(numbers).collect();
    for word in &mut words {
        word.owner = owner(report, word.span, values);
    }
    words
}

fn word(span: Span, lemma: Key) -> Word {
    Word {
        lemma,
        id: 0,
        span,
        weight: 0.0,
        upos: Upos::Num,
        mood: Mood::Plain,
        owner: None,
    }
}

/// The lemma of a word, or its class: "died" and "dead" are one with "killed".
fn sense(report: &Report, token: &Token) -> Key {
    let form = report.words(token.span);
    let lemma = lemma(form, token.xpos).to_lowercase();
    if let Some(&meant) = report.synonyms.get(&Key::of(&lemma)) {
        return meant;
    }
    match outcome(&lemma) {
        Some(class) => Key::of(class),
        None => lemma_key(form, token.key, token.xpos),
    }
}

/// The value that a word is nearest to; a comma between the two keeps them apart.
fn owner(report: &Report, word: Span, values: &[(Span, Option<Key>)]) -> Option<Span> {
    let far = |value: Span| {
        let (first, second) = if word.start < value.start {
            (word, value)
        } else {
            (value, word)
        };
        let between = Span::new(first.end, second.start.max(first.end));
        let commas = report.words(between).matches([',', ';']).count() as u32;
        gap(word, value) + COMMA * commas
    };
    let spans = values.iter().map(|value| value.0);
    spans.min_by_key(|&value| (far(value), value))
}

fn is_content(token: &Token) -> bool {
    matches!(
        token.upos,
        Upos::Noun | Upos::Propn | Upos::Verb | Upos::Adj | Upos::Adv
    )
}

/// Fills in the weights and numbers of all words.
fn weigh(passages: &mut [Passage]) -> Likeness {
    let mut likeness = Likeness::default();
    let mut counts: FxHashMap<Key, f32> = FxHashMap::default();
    for word in passages.iter().flat_map(|passage| &passage.words) {
        *counts.entry(word.lemma).or_default() += 1.0;
    }
    let total = passages.len() as f32;
    for word in passages.iter_mut().flat_map(|passage| &mut passage.words) {
        word.id = likeness.number(word.lemma);
        word.weight = (1.0 + total / counts[&word.lemma]).ln();
    }
    likeness
}

fn index(all: &[Passage], draft: usize) -> FxHashMap<Key, Vec<usize>> {
    let mut index: FxHashMap<Key, Vec<usize>> = FxHashMap::default();
    for (at, passage) in all
        .iter()
        .enumerate()
        .filter(|(_, one)| one.report != draft)
    {
        for word in &passage.words {
            let entry = index.entry(word.lemma).or_default();
            if entry.last() != Some(&at) {
                entry.push(at);
            }
        }
    }
    index
}
