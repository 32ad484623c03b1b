//! Training the dictionary, the vocabulary, the tagger and the part-of-speech choice.
//!
//! Takes a treebank, gives sections of weights.

use std::collections::BTreeMap;

use crate::conllu::Treebank;
use crate::label::{Upos, Xpos};
use crate::tag::feature::{self, tag_rows};
use crate::tag::lexicon::{RECORD_BITS, lexicon_hash};
use crate::tag::upos::{self, Choices, SETTLED, upos_hash, upos_rows};
use crate::tag::vocabulary::{FINES, FIRST_FINE, FIRST_WORD, WORDS, fine_hash, word_hash};
use crate::tag::word::{Case, shape};
use crate::tag::{Lexicon, Record, Sentence, Vocabulary};
use crate::weights::pack_table;

use super::net::NetTrainer;
use super::{Material, Order, Schedule, TAG_SEED};

/// Times that a word must be seen to be listed.
const LISTED: u32 = 10;

/// Share of a word's occurrences that a tag needs to be listed for it.
const SHARE: f64 = 0.002;

/// What a word was seen as.
#[derive(Clone, Debug, Default)]
struct Counts {
    all: u32,
    tags: BTreeMap<usize, u32>,
    entities: BTreeMap<usize, u32>,
}

/// The dictionary's two sections.
pub(crate) fn build_lexicon(treebank: &Treebank) -> [Vec<u32>; 2] {
    let counts = count_words(treebank);
    let mut numbers: BTreeMap<Record, u32> = BTreeMap::new();
    let mut listed = Vec::new();
    for (&(key, case), counts) in counts.iter().filter(|(_, counts)| counts.all >= LISTED) {
        let record = record_of(counts);
        let next = numbers.len() as u32 + 1;
        let number = *numbers.entry(record).or_insert(next);
        if number < 1 << RECORD_BITS {
            listed.push((lexicon_hash(key, case_of(case)), number, counts.all as f32));
        }
    }
    let mut records = vec![0; numbers.len() * 4];
    for (record, number) in numbers {
        let halves = [record.tags, record.entities].map(|set| [set as u32, (set >> 32) as u32]);
        records[(number as usize - 1) * 4..][..4].copy_from_slice(halves.as_flattened());
    }
    [pack_table::<RECORD_BITS>(listed.into_iter()), records]
}

const fn case_of(number: u8) -> Case {
    match number {
        0 => Case::Lower,
        1 => Case::Capital,
        _ => Case::Upper,
    }
}

/// Counts tags and entity tags by key and case, leaving capitals that come from the place of the word out.
fn count_words(treebank: &Treebank) -> BTreeMap<(u64, u8), Counts> {
    let mut counts: BTreeMap<(u64, u8), Counts> = BTreeMap::new();
    let mut sentence = Sentence::default();
    let empty = Lexicon::default();
    for place in &treebank.analysis.sentences {
        let tokens = &treebank.analysis.tokens[place.tokens.clone()];
        sentence.observe(&treebank.text, tokens, &empty, &Vocabulary::default());
        for (word, token) in sentence.words().iter().zip(tokens) {
            let placed = word.shape & (shape::INITIAL | shape::LOUD) != 0;
            if placed && word.case() != Case::Lower {
                continue;
            }
            let counts = counts.entry((word.key, word.case() as u8)).or_default();
            counts.all += 1;
            *counts.tags.entry(token.xpos as usize).or_default() += 1;
            *counts
                .entities
                .entry(crate::entity::number(token.entity))
                .or_default() += 1;
        }
    }
    counts
}

/// The tags that make up enough of what a word was seen as; a rare verb form may be its twin as well.
fn record_of(counts: &Counts) -> Record {
    let least = (f64::from(counts.all) * SHARE).max(1.0);
    let set = |seen: &BTreeMap<usize, u32>| {
        let enough = seen.iter().filter(|&(_, &times)| f64::from(times) >= least);
        enough.fold(0_u64, |set, (&class, _)| set | 1 << class)
    };
    let mut tags = set(&counts.tags);
    if counts.all < 100 {
        for twins in [[Xpos::Vbd, Xpos::Vbn], [Xpos::Vb, Xpos::Vbp]] {
            let both = twins.iter().fold(0, |set, &tag| set | 1 << tag as u64);
            tags |= if tags & both != 0 { both } else { 0 };
        }
    }
    let entities = set(&counts.entities);
    let begun = entities >> 1 & 0x5555_5555_5555_5555;
    let inside = entities >> 2 & 0x5555_5555_5555_5555;
    let entities = if counts.all < 100 {
        entities | inside << 1 | begun << 2
    } else {
        entities
    };
    Record { tags, entities }
}

/// Trains the tagger on the sentences that `used` admits; tags in `material` are not looked at.
pub(crate) fn train_tagger(
    material: Material<'_>,
    schedule: Schedule,
    used: impl Fn(usize) -> bool,
) -> Vec<u32> {
    let mut model: Option<NetTrainer<{ feature::HIDDEN }>> = None;
    let mut sentence = Sentence::default();
    let mut order = Order::new(material.treebank, schedule, TAG_SEED);
    for epoch in 0..schedule.epochs {
        let mut mistakes = 0;
        for (number, progress) in order.with_progress(epoch, schedule.epochs) {
            if !used(number) {
                continue;
            }
            let (tokens, _) = material.observe(number, &mut sentence);
            let mut history = [0; 2];
            for (place, word) in sentence.words().iter().enumerate() {
                let allowed = word.record.tags();
                let gold = tokens[place].xpos;
                let mut chosen = allowed.trailing_zeros() as usize;
                if !allowed.is_power_of_two() {
                    let rows = tag_rows(&material.treebank.text, &sentence, place, history);
                    let new = || NetTrainer::new(rows.total(), Xpos::ALL.len(), TAG_SEED);
                    let model = model.get_or_insert_with(new);
                    model.set_progress(progress);
                    chosen = model.choose_and_learn(rows.as_array(), allowed, 1 << gold as u64);
                }
                mistakes += u64::from(chosen != gold as usize);
                history = [
                    history[1],
                    material.vocabulary.fine(word, Xpos::ALL[chosen]),
                ];
            }
        }
        eprintln!("tagger, round {}: {mistakes} mistakes", epoch + 1);
    }
    model.map(|model| model.pack()).unwrap_or_default()
}

/// The sections that give the parts of speech allowed to a tag, and to a tag and word.
pub(crate) fn build_upos_words(treebank: &Treebank) -> [Vec<u32>; 2] {
    let mut by_tag: Vec<BTreeMap<usize, u32>> = vec![BTreeMap::new(); Xpos::ALL.len()];
    let mut by_word: BTreeMap<(Xpos, u64), BTreeMap<usize, u32>> = BTreeMap::new();
    for token in &treebank.analysis.tokens {
        *by_tag[token.xpos as usize]
            .entry(token.upos as usize)
            .or_default() += 1;
        let word = by_word.entry((token.xpos, token.key.0)).or_default();
        *word.entry(token.upos as usize).or_default() += 1;
    }
    let defaults: Vec<u32> = by_tag.iter().map(default_upos).collect();
    let listed = by_word.iter().filter_map(|(&(tag, key), counts)| {
        let all: u32 = counts.values().sum();
        let set = set_of(counts, 0.01);
        let default = defaults[tag as usize];
        let needed = all >= 5 && default & SETTLED == 0 && set != default;
        needed.then_some((upos_hash(tag, key), set, all as f32))
    });
    let listed: Vec<_> = listed.collect();
    [defaults, pack_table::<20>(listed.into_iter())]
}

/// The commonest part of speech of a tag, marked as settled when there is hardly another.
fn default_upos(counts: &BTreeMap<usize, u32>) -> u32 {
    let commonest = counts.iter().max_by_key(|&(_, times)| *times);
    let Some((&class, &times)) = commonest else {
        return 1 << Upos::X as u32 | SETTLED;
    };
    let all: u32 = counts.values().sum();
    let settled = f64::from(times) >= f64::from(all) * 0.9999;
    1 << class | if settled { SETTLED } else { 0 }
}

fn set_of(counts: &BTreeMap<usize, u32>, share: f64) -> u32 {
    let all: u32 = counts.values().sum();
    let enough = counts
        .iter()
        .filter(|&(_, &times)| f64::from(times) >= f64::from(all) * share);
    enough.fold(0, |set, (&class, _)| set | 1 << class)
}

/// Trains the choice between parts of speech where tag and word leave one.
pub(crate) fn train_upos(
    material: Material<'_>,
    [defaults, words]: [&[u32]; 2],
    schedule: Schedule,
) -> Vec<u32> {
    let choices = Choices::of_sections(defaults, words);
    let mut model: Option<NetTrainer<{ upos::HIDDEN }>> = None;
    let mut sentence = Sentence::default();
    let mut order = Order::new(material.treebank, schedule, TAG_SEED);
    for epoch in 0..schedule.epochs {
        for (number, progress) in order.with_progress(epoch, schedule.epochs) {
            let (tokens, tags) = material.observe(number, &mut sentence);
            for (place, word) in sentence.words().iter().enumerate() {
                let allowed = choices.of(tags[place], word.key);
                if allowed.count_ones() < 2 {
                    continue;
                }
                let rows = upos_rows(&sentence, place);
                let new = || NetTrainer::new(rows.total(), Upos::ALL.len(), TAG_SEED);
                let model = model.get_or_insert_with(new);
                model.set_progress(progress);
                model.choose_and_learn(rows.as_array(), allowed, 1 << tokens[place].upos as u64);
            }
        }
    }
    model.map(|model| model.pack()).unwrap_or_default()
}

/// Words with a row of their own: the most frequent, and the most frequent pairs of word and tag.
pub(crate) fn build_vocabulary(
    treebank: &Treebank,
    tags: &[Xpos],
    lexicon: &Lexicon<'_>,
) -> Vec<u32> {
    let mut words: BTreeMap<u64, u32> = BTreeMap::new();
    let mut pairs: BTreeMap<(u64, Xpos), u32> = BTreeMap::new();
    let mut sentence = Sentence::default();
    for place in &treebank.analysis.sentences {
        let range = place.tokens.clone();
        let tokens = &treebank.analysis.tokens[range.clone()];
        sentence.observe(&treebank.text, tokens, lexicon, &Vocabulary::default());
        for (word, &tag) in sentence.words().iter().zip(&tags[range]) {
            *words.entry(word.key).or_default() += 1;
            *pairs.entry((word.key, tag)).or_default() += 1;
        }
    }
    let words = ranked(words)
        .take((WORDS - FIRST_WORD) as usize)
        .map(word_hash);
    let pairs = ranked(pairs)
        .take((FINES - FIRST_FINE) as usize)
        .map(|(word, tag)| fine_hash(word, tag));
    let numbered = (FIRST_WORD..).zip(words).chain((FIRST_FINE..).zip(pairs));
    let entries: Vec<_> = numbered
        .map(|(number, hash)| (hash, number, -(number as f32)))
        .collect();
    pack_table::<13>(entries.into_iter())
}

/// The items by falling count.
fn ranked<T: Ord>(counts: BTreeMap<T, u32>) -> impl Iterator<Item = T> {
    let mut ranked: Vec<(u32, T)> = counts
        .into_iter()
        .map(|(item, count)| (count, item))
        .collect();
    ranked.sort_by(|a, b| b.cmp(a));
    ranked.into_iter().map(|(_, item)| item)
}
