//! Training the dictionary, the tagger and the part-of-speech choice.
//!
//! Takes a treebank, gives sections of weights.

use std::collections::BTreeMap;

use crate::conllu::Treebank;
use crate::label::{Upos, Xpos};
use crate::tag::feature::tag_features;
use crate::tag::lexicon::{FREQUENT, RECORD_BITS, lexicon_hash};
use crate::tag::upos::{SETTLED, upos_features, upos_hash};
use crate::tag::word::{Case, shape};
use crate::tag::{EDGE, FeatureList, Lexicon, Record, Sentence, atom_of_xpos};
use crate::weights::{Table, pack_table};

use super::perceptron::{Perceptron, Schedule};
use super::{Order, TAG_SEED};

/// Times that a word must be seen to be listed.
const LISTED: u32 = 10;

/// Share of a word's occurrences that a tag needs to be listed for it.
const SHARE: f64 = 0.002;

/// Number of words that the parser tells apart besides their tags.
const FREQUENT_WORDS: usize = 400;

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
    let frequent = frequent_words(&counts);
    let mut numbers: BTreeMap<Record, u32> = BTreeMap::new();
    let mut listed = Vec::new();
    for (&(key, case), counts) in counts.iter().filter(|(_, counts)| counts.all >= LISTED) {
        let mut record = record_of(counts);
        record.tags |= if frequent.contains(&key) { FREQUENT } else { 0 };
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
        sentence.observe(&treebank.text, tokens, &empty);
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

/// The keys of the most frequent words written in lower case, but no numbers.
fn frequent_words(counts: &BTreeMap<(u64, u8), Counts>) -> Vec<u64> {
    let words = counts.iter().filter(|((_, case), counts)| {
        *case == Case::Lower as u8 && !counts.tags.contains_key(&(Xpos::Cd as usize))
    });
    let mut ranked: Vec<(u32, u64)> = words.map(|(&(key, _), counts)| (counts.all, key)).collect();
    ranked.sort_by(|a, b| b.cmp(a));
    ranked
        .into_iter()
        .take(FREQUENT_WORDS)
        .map(|(_, key)| key)
        .collect()
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

/// Trains the tagger on the sentences that `used` admits.
pub(crate) fn train_tagger(
    treebank: &Treebank,
    lexicon: &Lexicon<'_>,
    schedule: Schedule,
    used: impl Fn(usize) -> bool,
) -> Perceptron {
    let mut model = Perceptron::new(schedule);
    let mut sentence = Sentence::default();
    let mut order = Order::new(treebank, schedule, TAG_SEED);
    for _ in 0..schedule.epochs {
        for number in order.shuffled().filter(|&number| used(number)) {
            let place = &treebank.analysis.sentences[number];
            let tokens = &treebank.analysis.tokens[place.tokens.clone()];
            sentence.observe(&treebank.text, tokens, lexicon);
            learn_tags(&mut model, &treebank.text, &sentence, |place| {
                tokens[place].xpos
            });
        }
    }
    model
}

fn learn_tags(
    model: &mut Perceptron,
    text: &str,
    sentence: &Sentence,
    gold: impl Fn(usize) -> Xpos,
) {
    let mut list = FeatureList::default();
    let mut history = [EDGE.key; 2];
    for (place, word) in sentence.words().iter().enumerate() {
        let candidates = word.record.tags();
        let mut chosen = candidates.trailing_zeros() as usize;
        if !candidates.is_power_of_two() {
            list.clear();
            tag_features(text, sentence, place, history, &mut list);
            chosen = model.best(list.as_slice(), candidates);
            if candidates & 1 << gold(place) as u64 != 0 {
                model.learn(list.as_slice(), gold(place) as usize, chosen);
            }
        }
        history = [history[1], atom_of_xpos(Xpos::ALL[chosen])];
    }
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

/// Trains the choice between parts of speech where tag and word leave one, given the tags in `tags`.
pub(crate) fn train_upos(
    treebank: &Treebank,
    tags: &[Xpos],
    lexicon: &Lexicon<'_>,
    [defaults, words]: [&[u32]; 2],
    schedule: Schedule,
) -> Perceptron {
    let words = Table::<20>::new(words);
    let mut model = Perceptron::new(schedule);
    let mut sentence = Sentence::default();
    let mut list = FeatureList::default();
    let mut order = Order::new(treebank, schedule, TAG_SEED);
    for _ in 0..schedule.epochs {
        for number in order.shuffled() {
            let range = treebank.analysis.sentences[number].tokens.clone();
            let (tokens, tags) = (&treebank.analysis.tokens[range.clone()], &tags[range]);
            sentence.observe(&treebank.text, tokens, lexicon);
            for (place, word) in sentence.words().iter().enumerate() {
                let settled = defaults[tags[place] as usize] & SETTLED != 0;
                let candidates = u64::from(words.get(upos_hash(tags[place], word.key)));
                let gold = tokens[place].upos as usize;
                if settled || candidates.count_ones() < 2 || candidates & 1 << gold == 0 {
                    continue;
                }
                list.clear();
                upos_features(&sentence, place, |at| tags.get(at).copied(), &mut list);
                let chosen = model.best(list.as_slice(), candidates);
                model.learn(list.as_slice(), gold, chosen);
            }
        }
    }
    model
}
