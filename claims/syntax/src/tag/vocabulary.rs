//! The words that the models know by number.
//!
//! Takes a word, and its tag when it has one; gives row numbers. A frequent word has a number of its own, the others
//! share one of 255 with words of like endings; a tag has a number, told apart by word for the most frequent pairs
//! (prepositions, auxiliaries, "said").

use crate::label::Xpos;
use crate::weights::{Section, Table, Weights, feature};

use super::word::{Word, atom_of_xpos, ending, shape};

/// Number of words; 0 is no word, up to 255 the endings of unlisted words.
pub(crate) const WORDS: u32 = 3072;

/// Number of the first listed word.
pub(crate) const FIRST_WORD: u32 = 256;

/// Number of tags told apart by word; 0 is no word, up to 63 the tags of unlisted pairs.
pub(crate) const FINES: u32 = 512;

/// Number of the first listed pair.
pub(crate) const FIRST_FINE: u32 = 64;

/// What the table finds a word by.
pub(crate) const fn word_hash(key: u64) -> u64 {
    feature(1, key, 0, 0)
}

/// What the table finds a word with its tag by.
pub(crate) const fn fine_hash(key: u64, tag: Xpos) -> u64 {
    feature(2, key, atom_of_xpos(tag), 0)
}

/// View of the vocabulary in the weights.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Vocabulary<'w> {
    table: Table<'w, 13>,
}

impl<'w> Vocabulary<'w> {
    /// Views the vocabulary of a weights file.
    pub(crate) fn new(weights: Weights<'w>) -> Self {
        Self::of_section(weights.section(Section::Vocabulary))
    }

    /// Views the section of a vocabulary.
    pub(crate) fn of_section(section: &'w [u32]) -> Self {
        Self {
            table: Table::new(section),
        }
    }

    /// Number of a word.
    #[inline]
    pub(crate) fn word(&self, word: &Word, form: &str) -> u32 {
        match self.table.get(word_hash(word.key)) {
            0 => unlisted(word, form),
            number => number,
        }
    }

    /// Number of a tag, or of the word with that tag.
    #[inline]
    pub(crate) fn fine(&self, word: &Word, tag: Xpos) -> u32 {
        match self.table.get(fine_hash(word.key, tag)) {
            0 => tag as u32 + 1,
            number => number,
        }
    }
}

/// The number that an unlisted word shares with others of its ending and case.
fn unlisted(word: &Word, form: &str) -> u32 {
    let case = (word.shape & (shape::CAPITAL | shape::DIGIT | shape::HYPHEN)) as u64;
    let hash = feature(3, ending::<2>(form.as_bytes()), case + 1, 0);
    1 + (((hash >> 32) * 255) >> 32) as u32
}
