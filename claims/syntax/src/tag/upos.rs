//! Universal parts of speech, from the Penn Treebank tag and the word.
//!
//! Takes tagged words, gives each its universal part of speech. Most tags have one; `IN` is `ADP` or `SCONJ`, the
//! verb tags are `VERB` or `AUX`: there the word decides, and where the word leaves a choice ("after", "have") a
//! small network looks at the tags around it.

use crate::label::{Upos, Xpos};
use crate::weights::{Candidates, Net, Rows, Section, Table, Weights, feature};

use super::vocabulary::FINES;
use super::word::{Sentence, atom_of_xpos};

/// Rows that are on for a word.
pub(crate) const ACTIVE: usize = 6;

/// Hidden units of the network.
pub(crate) const HIDDEN: usize = 64;

/// Marks a tag none of whose words is listed.
pub(crate) const SETTLED: u32 = 1 << 31;

/// Every universal part of speech, as bits.
const ALL: u32 = (1 << Upos::ALL.len()) - 1;

/// What the table finds a tag and word by.
pub(crate) const fn upos_hash(tag: Xpos, key: u64) -> u64 {
    feature(1, atom_of_xpos(tag), key, 0)
}

/// View of the part-of-speech choice in the weights.
#[derive(Clone, Copy, Debug)]
pub(crate) struct UposModel<'w> {
    choices: Choices<'w>,
    net: Net<'w, HIDDEN>,
}

/// The parts of speech that a tag and word may have.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Choices<'w> {
    /// For each Penn Treebank tag those of its words that are not listed.
    defaults: &'w [u32],
    words: Table<'w, 20>,
}

impl<'w> Choices<'w> {
    /// Views the two sections.
    pub(crate) fn of_sections(defaults: &'w [u32], words: &'w [u32]) -> Self {
        Self {
            defaults,
            words: Table::new(words),
        }
    }

    /// The parts of speech that a word may have under a tag.
    #[inline]
    pub(crate) fn of(&self, tag: Xpos, key: u64) -> Candidates {
        let default = self.defaults.get(tag as usize).copied().unwrap_or(0);
        let listed = if default & SETTLED == 0 {
            self.words.get(upos_hash(tag, key))
        } else {
            0
        };
        u64::from(ALL & if listed == 0 { default } else { listed })
    }
}

impl<'w> UposModel<'w> {
    /// Views the part-of-speech choice of a weights file.
    pub(crate) fn new(weights: Weights<'w>) -> Self {
        let defaults = weights.section(Section::UposDefault);
        Self {
            choices: Choices::of_sections(defaults, weights.section(Section::UposWords)),
            net: Net::new(weights.section(Section::UposNet), Upos::ALL.len()),
        }
    }

    /// The part of speech of the word at `place`, which has this tag, in a tagged sentence.
    #[inline]
    pub(crate) fn choose(&self, sentence: &Sentence, place: usize, tag: Xpos) -> Upos {
        let word = sentence.at(place.cast_signed());
        let candidates = self.choices.of(tag, word.key);
        let class = if candidates.is_power_of_two() {
            candidates.trailing_zeros() as usize
        } else {
            let rows = upos_rows(sentence, place);
            self.net.best(rows.as_array(), candidates)
        };
        Upos::ALL.get(class).copied().unwrap_or(Upos::X)
    }
}

/// The rows of the choice at `place` in a tagged sentence.
#[inline]
pub(crate) fn upos_rows(sentence: &Sentence, place: usize) -> Rows<ACTIVE> {
    let mut rows = Rows::default();
    let fine = |offset| sentence.at(place.cast_signed() + offset).fine;
    rows.add(FINES, [0, -2, -1, 1, 2, 3], fine);
    rows
}
