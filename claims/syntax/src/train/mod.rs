//! Training: from annotated sentences to a weights file.
//!
//! Takes CoNLL-U sentences and a [`Recipe`], gives the words of a weights file; the same input gives the same file.
//! The steps follow one another: dictionary, tagger, tags for the training sentences by taggers that have not seen
//! them (jack-knifing), and on those tags the parser, the labeller and the entity tagger.
//!
//! - `perceptron` - what learns
//! - `tag`, `parse`, `entity`: what is learned
//! - `oracle` - what the parser should have done
//! - `augment` - sentences in other dress

mod augment;
mod entity;
mod map;
mod oracle;
mod parse;
mod perceptron;
mod random;
mod tag;

pub use perceptron::Schedule;

use crate::conllu::{Treebank, Word};
use crate::label::Xpos;
use crate::tag::{Lexicon, Sentence, Tagger};
use crate::weights::{Section, Weights, pack_sparse, pack_transitions, write_weights};

use random::Random;

const AUGMENT_SEED: u64 = 1;
const TAG_SEED: u64 = 2;
const PARSE_SEED: u64 = 3;
const ENTITY_SEED: u64 = 4;

/// Parts into which the data is cut for jack-knifing.
const FOLDS: usize = 4;

/// Number of sections of a weights file.
const SECTIONS: usize = Section::ALL.len();

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
        let schedule = |epochs, threshold, smallest| Schedule {
            epochs,
            threshold,
            smallest,
            share: 1.0,
        };
        Self {
            tagger: schedule(5, 4, 0.2),
            upos: schedule(3, 3, 0.2),
            parser: schedule(8, 10, 1.0),
            labeller: schedule(4, 4, 0.3),
            entities: schedule(5, 5, 0.3),
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
}

/// Trains the given parts on the sentences; the others are taken over from `former`, or left empty.
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
    let mut sections: [Vec<u32>; SECTIONS] = Section::ALL.map(|section| {
        former
            .map(|old| old.section(section).to_vec())
            .unwrap_or_default()
    });
    let mut set = |section: Section, words: Vec<u32>| sections[section as usize] = words;
    let lexicon = tag::build_lexicon(&treebank);
    let view = Lexicon::of_sections(&lexicon[0], &lexicon[1]);
    eprintln!("jack-knifing tags");
    let tags = jackknifed(&treebank, &view, recipe.tagger);
    if parts.contains(&Part::Tagger) {
        eprintln!("training the tagger");
        let model = tag::train_tagger(&treebank, &view, recipe.tagger, |_| true);
        let (index, pool) = pack_sparse(&model.average());
        set(Section::TagIndex, index);
        set(Section::TagPool, pool);
        eprintln!("training the choice of parts of speech");
        let [defaults, words] = tag::build_upos_words(&treebank);
        let model = tag::train_upos(&treebank, &tags, &view, [&defaults, &words], recipe.upos);
        let (index, pool) = pack_sparse(&model.average());
        set(Section::UposDefault, defaults);
        set(Section::UposWords, words);
        set(Section::UposIndex, index);
        set(Section::UposPool, pool);
    }
    if parts.contains(&Part::Parser) {
        eprintln!("training the parser");
        let model = parse::train_parser(&treebank, &tags, &view, recipe.parser);
        set(Section::Transitions, pack_transitions(&model.average()));
    }
    if parts.contains(&Part::Labeller) {
        eprintln!("training the labeller");
        let grid = parse::build_label_grid(&treebank, &tags);
        let model = parse::train_labeller(&treebank, &tags, &view, &grid, recipe.labeller);
        let (index, pool) = pack_sparse(&model.average());
        set(Section::LabelGrid, grid);
        set(Section::LabelIndex, index);
        set(Section::LabelPool, pool);
    }
    if parts.contains(&Part::Entities) {
        eprintln!("training the entity tagger");
        let model = entity::train_entities(&treebank, &tags, &view, recipe.entities);
        let (index, pool) = pack_sparse(&model.average());
        set(Section::EntityIndex, index);
        set(Section::EntityPool, pool);
    }
    let [table, records] = lexicon;
    sections[Section::Lexicon as usize] = table;
    sections[Section::Records as usize] = records;
    write_weights(&sections)
}

/// The sentences and, after some of them, a copy in other dress.
fn augmented(sentences: &[Vec<Word>]) -> Treebank {
    let mut treebank = Treebank::default();
    let mut random = Random::new(AUGMENT_SEED);
    for words in sentences {
        treebank.push(words);
        if let Some(copy) = augment::varied(words, &mut random) {
            treebank.push(&copy);
        }
    }
    treebank
}

/// Tags for every token, by taggers trained on the other sentences.
fn jackknifed(treebank: &Treebank, lexicon: &Lexicon<'_>, schedule: Schedule) -> Vec<Xpos> {
    let schedule = Schedule {
        epochs: schedule.epochs.min(3),
        ..schedule
    };
    let mut tags: Vec<Xpos> = treebank
        .analysis
        .tokens
        .iter()
        .map(|token| token.xpos)
        .collect();
    for fold in 0..FOLDS {
        let model = tag::train_tagger(treebank, lexicon, schedule, |number| number % FOLDS != fold);
        let (index, pool) = pack_sparse(&model.average());
        let tagger = Tagger::of_sections(&index, &pool);
        let mut words = Sentence::default();
        for sentence in treebank.analysis.sentences.iter().skip(fold).step_by(FOLDS) {
            let range = sentence.tokens.clone();
            words.observe(
                &treebank.text,
                &treebank.analysis.tokens[range.clone()],
                lexicon,
            );
            tagger.tag(&treebank.text, &words, |place, tag| {
                tags[range.start + place] = tag
            });
        }
    }
    tags
}
