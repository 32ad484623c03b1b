//! Training: from annotated sentences to a weights file.
//!
//! Takes CoNLL-U sentences and a [`Recipe`], gives the words of a weights file; the same input gives the same file.
//! The steps follow one another: dictionary, tagger, tags for the training sentences by taggers that have not seen
//! them (jack-knifing), and on those tags the parser, the labeller and the entity tagger.
//!
//! - `net` - what learns
//! - `tag`, `parse`, `entity`: what is learned
//! - `oracle` - what the parser should have done
//! - `augment` - sentences in other dress

mod augment;
mod entity;
mod net;
mod oracle;
mod parse;
mod random;
mod tag;

use crate::conllu::{Treebank, Word};
use crate::label::Xpos;
use crate::tag::{Lexicon, Sentence, Tagger, Vocabulary};
use crate::token::Token;
use crate::weights::{Section, Weights, write_weights};

pub use augment::{Dress, dressed};
use random::Random;

const AUGMENT_SEED: u64 = 1;
const TAG_SEED: u64 = 2;
const PARSE_SEED: u64 = 3;
const ENTITY_SEED: u64 = 4;

/// Parts into which the data is cut for jack-knifing.
const FOLDS: usize = 2;

/// How a model is trained.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Schedule {
    /// Times that the data is gone through.
    pub epochs: usize,
    /// Share of the sentences that are used, from the front of the data.
    pub share: f64,
}

/// Schedules of the models.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Recipe {
    /// Tagger.
    pub tagger: Schedule,
    /// Choice of the universal part of speech.
    pub upos: Schedule,
    /// Parser.
    pub parser: Schedule,
    /// Labeller.
    pub labeller: Schedule,
    /// Entity tagger.
    pub entities: Schedule,
}

impl Default for Recipe {
    fn default() -> Self {
        let schedule = |epochs| Schedule { epochs, share: 1.0 };
        Self {
            tagger: schedule(3),
            upos: schedule(2),
            parser: schedule(6),
            labeller: schedule(3),
            entities: schedule(4),
        }
    }
}

/// The parts of a weights file that can be trained one by one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Dictionary, tagger, parts of speech; everything else depends on it.
    Tagger,
    /// Heads.
    Parser,
    /// Relations.
    Labeller,
    /// Named entities.
    Entities,
}

impl Part {
    /// Every part, in the order of training.
    pub const ALL: [Self; 4] = [Self::Tagger, Self::Parser, Self::Labeller, Self::Entities];
}

/// The order in which the sentences are gone through.
pub(crate) struct Order {
    numbers: Vec<usize>,
    random: Random,
}

impl Order {
    pub(crate) fn new(treebank: &Treebank, schedule: Schedule, seed: u64) -> Self {
        let all = treebank.analysis.sentences.len();
        let used = ((all as f64 * schedule.share) as usize).clamp(all.min(1), all);
        Self {
            numbers: (0..used).collect(),
            random: Random::new(seed),
        }
    }

    pub(crate) fn shuffled(&mut self) -> std::vec::IntoIter<usize> {
        self.random.shuffle(&mut self.numbers);
        self.numbers.clone().into_iter()
    }

    /// As [`Order::shuffled`], each with the share of the training that is done.
    pub(crate) fn with_progress(
        &mut self,
        epoch: usize,
        epochs: usize,
    ) -> impl Iterator<Item = (usize, f32)> + use<> {
        let numbers = self.shuffled();
        let all = (numbers.len() * epochs) as f32;
        let before = numbers.len() * epoch;
        numbers
            .enumerate()
            .map(move |(done, number)| (number, (before + done) as f32 / all))
    }
}

/// What the models are trained on.
#[derive(Clone, Copy)]
pub(crate) struct Material<'a> {
    pub(crate) treebank: &'a Treebank,
    /// For each token the tag that a tagger gave it.
    pub(crate) tags: &'a [Xpos],
    pub(crate) lexicon: &'a Lexicon<'a>,
    pub(crate) vocabulary: &'a Vocabulary<'a>,
}

impl<'a> Material<'a> {
    /// Makes a sentence ready, its tags noted; gives its tokens and their tags.
    pub(crate) fn observe(
        &self,
        number: usize,
        sentence: &mut Sentence,
    ) -> (&'a [Token], &'a [Xpos]) {
        let range = self.treebank.analysis.sentences[number].tokens.clone();
        let tokens = &self.treebank.analysis.tokens[range.clone()];
        sentence.observe(&self.treebank.text, tokens, self.lexicon, self.vocabulary);
        let tags = &self.tags[range];
        sentence.note_tags(tags.iter().copied(), self.vocabulary);
        (tokens, tags)
    }
}

/// Trains the given parts on the sentences; the others, with dictionary and vocabulary, are taken over from
/// `former`, or left empty.
///
/// Progress goes to standard error.
#[must_use]
pub fn train(
    sentences: &[Vec<Word>],
    recipe: Recipe,
    parts: &[Part],
    former: Option<Weights<'_>>,
) -> Vec<u32> {
    let treebank = augmented(sentences);
    let keep = |section| former.map(|old| old.section(section).to_vec());
    let mut sections = Section::ALL.map(|section| keep(section).unwrap_or_default());
    let gold: Vec<Xpos> = treebank
        .analysis
        .tokens
        .iter()
        .map(|token| token.xpos)
        .collect();
    if former.is_none() {
        let [table, records] = tag::build_lexicon(&treebank);
        let lexicon = Lexicon::of_sections(&table, &records);
        sections[Section::Vocabulary as usize] = tag::build_vocabulary(&treebank, &gold, &lexicon);
        sections[Section::Lexicon as usize] = table;
        sections[Section::Records as usize] = records;
    }
    let [table, records, words] = [Section::Lexicon, Section::Records, Section::Vocabulary]
        .map(|section| sections[section as usize].clone());
    let material = Material {
        treebank: &treebank,
        tags: &gold,
        lexicon: &Lexicon::of_sections(&table, &records),
        vocabulary: &Vocabulary::of_section(&words),
    };
    let tags = jackknifed(material, recipe.tagger);
    let material = Material {
        tags: &tags,
        ..material
    };
    for part in parts {
        for (section, words) in train_part(*part, material, recipe) {
            sections[section as usize] = words;
        }
    }
    write_weights(&sections)
}

/// The sections of one part.
fn train_part(part: Part, material: Material<'_>, recipe: Recipe) -> Vec<(Section, Vec<u32>)> {
    match part {
        Part::Tagger => {
            let net = tag::train_tagger(material, recipe.tagger, |_| true);
            let [defaults, words] = tag::build_upos_words(material.treebank);
            let upos = tag::train_upos(material, [&defaults, &words], recipe.upos);
            let sections = [
                Section::TagNet,
                Section::UposDefault,
                Section::UposWords,
                Section::UposNet,
            ];
            sections
                .into_iter()
                .zip([net, defaults, words, upos])
                .collect()
        }
        Part::Parser => vec![(
            Section::ParserNet,
            parse::train_parser(material, recipe.parser),
        )],
        Part::Labeller => {
            let grid = parse::build_label_grid(material.treebank, material.tags);
            let net = parse::train_labeller(material, &grid, recipe.labeller);
            vec![(Section::LabelGrid, grid), (Section::LabelNet, net)]
        }
        Part::Entities => {
            vec![(
                Section::EntityNet,
                entity::train_entities(material, recipe.entities),
            )]
        }
    }
}

/// The sentences and, after some of them, a copy in other dress.
fn augmented(sentences: &[Vec<Word>]) -> Treebank {
    let mut treebank = Treebank::default();
    let mut random = Random::new(AUGMENT_SEED);
    for words in sentences {
        treebank.push_paragraph(words);
        if let Some(copy) = augment::varied(words, &mut random) {
            treebank.push_paragraph(&copy);
        }
    }
    treebank
}

/// Tags for every token, by taggers trained on the other sentences.
fn jackknifed(material: Material<'_>, schedule: Schedule) -> Vec<Xpos> {
    let schedule = Schedule {
        epochs: schedule.epochs.min(2),
        ..schedule
    };
    let mut tags = material.tags.to_vec();
    for fold in 0..FOLDS {
        let section = tag::train_tagger(material, schedule, |number| number % FOLDS != fold);
        let tagger = Tagger::of_section(&section, *material.vocabulary);
        let mut words = Sentence::default();
        let sentences = &material.treebank.analysis.sentences;
        for (number, sentence) in sentences.iter().enumerate().skip(fold).step_by(FOLDS) {
            material.observe(number, &mut words);
            let start = sentence.tokens.start;
            tagger.tag(&material.treebank.text, &mut words, |place, tag| {
                tags[start + place] = tag
            });
        }
    }
    tags
}
