//! Synonyms and hypernyms of news words.
//!
//! Takes the keys of two lemmas, gives what one is to the other: `quake` is a synonym of `earthquake`, `hurricane` has the
//! hypernym `cyclone`. From WordNet 3.0 by `tools/kinship.py`: among the first four senses of each lemma, the same synset, or
//! the direct hypernym. Two lemmas with a common hypernym are not related: they may as well exclude each other.

use std::sync::LazyLock;

use super::file::{Aligned, File, TableError};
use crate::key::Key;

const MAGIC: &str = "CDKIN001";

/// Marks a relation to a hypernym.
const HYPERNYM: u16 = 1 << 15;

static WORDNET: &Aligned<[u8]> = &Aligned(*include_bytes!("../../data/kinship.bin"));

/// What one lemma is to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kinship {
    /// It may mean the same.
    Synonym,
    /// It is the wider word: `weapon` of `missile`.
    Hypernym,
    /// It is the narrower word: `missile` of `weapon`.
    Hyponym,
}

/// What the lemma `b` is to the lemma `a`; nothing when WordNet does not relate them, or when they are one.
///
/// ```
/// use syntax::{Key, Kinship, related};
/// assert_eq!(related(Key::of("earthquake"), Key::of("quake")), Some(Kinship::Synonym));
/// assert_eq!(related(Key::of("truck"), Key::of("quake")), None);
/// ```
#[must_use]
pub fn related(a: Key, b: Key) -> Option<Kinship> {
    Headword::find(a)?.related(Headword::find(b)?)
}

static TABLE: LazyLock<Table<'static>> =
    LazyLock::new(|| Table::from_bytes(&WORDNET.0).expect("the embedded table is whole"));

/// A lemma that WordNet has, found once so that it may be compared with many.
///
/// ```
/// use syntax::{Headword, Key, Kinship};
/// let quake = Headword::find(Key::of("quake")).unwrap();
/// let earthquake = Headword::find(Key::of("earthquake")).unwrap();
/// assert_eq!(earthquake.related(quake), Some(Kinship::Synonym));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Headword(usize);

impl Headword {
    /// The headword of a lemma; nothing when WordNet does not have it.
    #[must_use]
    pub fn find(lemma: Key) -> Option<Self> {
        TABLE.find(lemma).map(Self)
    }

    /// What `other` is to this one; nothing when WordNet does not relate them, or when they are one.
    #[must_use]
    pub fn related(self, other: Self) -> Option<Kinship> {
        TABLE.related(self.0, other.0)
    }
}

struct Table<'b> {
    keys: &'b [u64],
    starts: &'b [u32],
    others: &'b [u16],
}

impl<'b> Table<'b> {
    fn from_bytes(bytes: &'b [u8]) -> Result<Self, TableError> {
        let mut file = File::open(bytes, MAGIC)?;
        let [lemmas, relations] = file.counts;
        let table = Self {
            keys: file.column(lemmas as usize)?,
            starts: file.column(lemmas as usize + 1)?,
            others: file.column(relations as usize)?,
        };
        file.close()?;
        let is_sorted = table.starts.is_sorted() && table.starts[lemmas as usize] == relations;
        if is_sorted {
            Ok(table)
        } else {
            Err(TableError::Counts(lemmas, relations))
        }
    }

    fn related(&self, a: usize, b: usize) -> Option<Kinship> {
        let is_synonym = self.has(a.min(b), a.max(b), 0);
        match (
            is_synonym,
            self.has(a, b, HYPERNYM),
            self.has(b, a, HYPERNYM),
        ) {
            (true, _, _) => Some(Kinship::Synonym),
            (_, true, _) => Some(Kinship::Hypernym),
            (_, _, true) => Some(Kinship::Hyponym),
            (false, false, false) => None,
        }
    }

    fn find(&self, lemma: Key) -> Option<usize> {
        self.keys.binary_search(&lemma.0).ok()
    }

    /// Whether the list of `lemma` holds `other` with this mark.
    fn has(&self, lemma: usize, other: usize, mark: u16) -> bool {
        let list = &self.others[self.starts[lemma] as usize..self.starts[lemma + 1] as usize];
        list.binary_search(&(other as u16 | mark)).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinship(a: &str, b: &str) -> Option<Kinship> {
        related(Key::of(a), Key::of(b))
    }

    #[test]
    fn the_embedded_table_is_whole() {
        assert!(super::super::file::is_intact(&WORDNET.0));
        let table = Table::from_bytes(&WORDNET.0).unwrap();
        assert!(table.keys.is_sorted());
        assert!(table.keys.len() < usize::from(HYPERNYM));
        let cut = &WORDNET.0[..WORDNET.0.len() - 2];
        assert_eq!(Table::from_bytes(cut).err(), Some(TableError::Length(2)));
    }

    #[test]
    fn words_of_one_synset_are_synonyms() {
        for (a, b) in [
            ("earthquake", "quake"),
            ("injure", "wound"),
            ("die", "perish"),
            ("attorney", "lawyer"),
            ("buy", "purchase"),
        ] {
            assert_eq!(kinship(a, b), Some(Kinship::Synonym), "{a} {b}");
            assert_eq!(kinship(b, a), Some(Kinship::Synonym), "{b} {a}");
        }
    }

    #[test]
    fn a_wider_word_is_a_hypernym() {
        assert_eq!(kinship("missile", "weapon"), Some(Kinship::Hypernym));
        assert_eq!(kinship("weapon", "missile"), Some(Kinship::Hyponym));
    }

    #[test]
    fn opposites_and_siblings_are_not_related() {
        for (a, b) in [
            ("kill", "injure"),
            ("rise", "fall"),
            ("profit", "loss"),
            ("buy", "sell"),
            ("win", "lose"),
            ("city", "city"),
            ("qzxv", "kill"),
        ] {
            assert_eq!(kinship(a, b), None, "{a} {b}");
        }
    }
}
