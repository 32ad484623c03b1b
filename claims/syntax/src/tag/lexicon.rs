//! The dictionary: which tags and which entity tags a word may have.
//!
//! Takes the key and the letter case of a word, gives its [`Record`]. "said" may be `VBD` or `VBN` and no entity;
//! "May" may be `NNP` or `MD` and begin a date. Built from training data: a word is listed when it is frequent
//! enough that tags it was never seen with can be ruled out; the others may have any tag.

use crate::label::Xpos;
use crate::weights::{Atom, Candidates, Section, Table, Weights, feature};

use super::word::{Case, shape};

/// Bits of a record number in the table.
pub(crate) const RECORD_BITS: u32 = 14;

/// Every Penn Treebank tag.
pub(crate) const ALL_TAGS: Candidates = (1 << Xpos::ALL.len()) - 1;

/// Every entity tag: outside, and begin and inside of each kind.
pub(crate) const ALL_ENTITIES: Candidates = (1 << crate::entity::TAGS) - 1;

/// Entity tag set of a word that is no entity.
pub(crate) const NO_ENTITY: Candidates = 1;

/// What the dictionary knows of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct Record {
    /// Possible tags, by number in [`Xpos::ALL`].
    pub(crate) tags: Candidates,
    /// Possible entity tags, by [`crate::entity::number`].
    pub(crate) entities: Candidates,
}

impl Record {
    /// Record of a place outside the sentence.
    pub(crate) const EDGE: Self = Self {
        tags: 1 << 62,
        entities: NO_ENTITY,
    };

    /// Record of a word that is not listed.
    pub(crate) const UNKNOWN: Self = Self {
        tags: ALL_TAGS,
        entities: ALL_ENTITIES,
    };

    /// What a capitalised word that is not listed may be besides its lower-case form.
    const NAME: Self = Self {
        tags: 1 << Xpos::Nnp as u64 | 1 << Xpos::Nnps as u64,
        entities: ALL_ENTITIES,
    };

    /// The possible tags.
    #[inline]
    pub(crate) const fn tags(self) -> Candidates {
        self.tags & ALL_TAGS
    }

    const fn or(self, other: Self) -> Self {
        Self {
            tags: self.tags | other.tags,
            entities: self.entities | other.entities,
        }
    }
}

/// What the table finds a word by.
#[inline]
pub(crate) const fn lexicon_hash(key: Atom, case: Case) -> u64 {
    feature(1 + case as u64, key, 0, 0)
}

/// View of the dictionary in the weights.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Lexicon<'w> {
    table: Table<'w, RECORD_BITS>,
    records: &'w [[u32; 4]],
}

impl<'w> Lexicon<'w> {
    /// Views the dictionary of a weights file.
    pub(crate) fn new(weights: Weights<'w>) -> Self {
        Self::of_sections(
            weights.section(Section::Lexicon),
            weights.section(Section::Records),
        )
    }

    /// Views the two sections of a dictionary.
    pub(crate) fn of_sections(table: &'w [u32], records: &'w [u32]) -> Self {
        Self {
            table: Table::new(table),
            records: records.as_chunks().0,
        }
    }

    /// What is known of a word: where its capital says nothing, of its lower-case form as well.
    #[inline]
    pub(crate) fn record(&self, key: Atom, case: Case, shape: u8) -> Record {
        let plain = shape & (shape::INITIAL | shape::LOUD) == 0 || case == Case::Lower;
        if plain {
            return self.listed(key, case).unwrap_or(Record::UNKNOWN);
        }
        let name = self.listed(key, Case::Capital).unwrap_or(Record::NAME);
        self.listed(key, Case::Lower)
            .map_or(Record::UNKNOWN, |lower| lower.or(name))
    }

    #[inline]
    fn listed(&self, key: Atom, case: Case) -> Option<Record> {
        let number = self.table.get(lexicon_hash(key, case));
        let &[a, b, c, d] = self.records.get((number as usize).checked_sub(1)?)?;
        let join = |low, high| u64::from(low) | u64::from(high) << 32;
        Some(Record {
            tags: join(a, b),
            entities: join(c, d),
        })
    }
}
