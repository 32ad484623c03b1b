//! Word vectors: how near the words of two phrases are.
//!
//! Takes the keys of the words of two phrases, gives the cosine between their weighted means: "launched 108 drones" and
//! "fired unmanned aircraft" are near. The vectors are those of a sentence encoder (all-MiniLM-L6-v2), each word passed
//! through it alone, reduced to 128 dimensions (`tools/distill.py`, where the method is described; the idea is
//! model2vec's). Frequent words weigh little (SIF: Arora, Liang and Ma 2017).

use std::sync::LazyLock;

use super::file::{Aligned, File, TableError};
use crate::key::Key;

/// Components of a vector.
pub const DIMENSIONS: usize = 128;

const MAGIC: &str = "CDMEAN01";

static NEWS: &Aligned<[u8]> = &Aligned(*include_bytes!("../../data/meaning.bin"));

/// Vectors of word forms, by key.
#[derive(Clone, Copy, Debug)]
pub struct Meaning<'b> {
    keys: &'b [u64],
    /// Weight of the word times the scale of its components.
    factors: &'b [f32],
    vectors: &'b [[i8; DIMENSIONS]],
}

/// The weighted mean of the vectors of several words, of length 1; all zeros when none of them is known.
#[derive(Clone, Debug, PartialEq)]
pub struct Centroid([f32; DIMENSIONS]);

impl Meaning<'static> {
    /// The embedded vectors of the 20,000 most frequent words of news.
    #[must_use]
    pub fn news() -> Self {
        static TABLE: LazyLock<Meaning<'static>> =
            LazyLock::new(|| Meaning::from_bytes(&NEWS.0).expect("the embedded table is whole"));
        *TABLE
    }
}

impl<'b> Meaning<'b> {
    /// Vectors in the format that `tools/distill.py` writes.
    ///
    /// # Errors
    /// When the bytes are no such table, are cut short, or do not start on a multiple of eight.
    pub fn from_bytes(bytes: &'b [u8]) -> Result<Self, TableError> {
        let mut file = File::open(bytes, MAGIC)?;
        let [words, dimensions] = file.counts;
        if dimensions as usize != DIMENSIONS {
            return Err(TableError::Counts(words, dimensions));
        }
        let table = Self {
            keys: file.column(words as usize)?,
            factors: file.column(words as usize)?,
            vectors: file.column(words as usize)?,
        };
        file.close()?;
        Ok(table)
    }

    /// The vector of a word, when it is known.
    #[must_use]
    pub fn vector(&self, word: Key) -> Option<&'b [i8; DIMENSIONS]> {
        self.find(word).map(|at| &self.vectors[at])
    }

    /// The weighted mean of the words' vectors; unknown words are left out.
    #[must_use]
    pub fn centroid(&self, words: &[Key]) -> Centroid {
        let mut sum = [0.0; DIMENSIONS];
        for at in words.iter().filter_map(|&word| self.find(word)) {
            let factor = self.factors[at];
            for (total, &component) in sum.iter_mut().zip(&self.vectors[at]) {
                *total += factor * f32::from(component);
            }
        }
        Centroid(sum).normalized()
    }

    /// Cosine between the weighted means of the words of two phrases: 1 for the same words, 0 when nothing is known of
    /// one of the phrases, rarely below 0.
    ///
    /// ```
    /// use syntax::{Key, Meaning};
    /// let keys = |phrase: &str| phrase.split(' ').map(Key::of).collect::<Vec<_>>();
    /// let meaning = Meaning::news();
    /// let near = meaning.similarity(&keys("troops fired rockets"), &keys("the army launched missiles"));
    /// let far = meaning.similarity(&keys("troops fired rockets"), &keys("wages rose in march"));
    /// assert!(near > far);
    /// ```
    #[must_use]
    pub fn similarity(&self, a: &[Key], b: &[Key]) -> f32 {
        self.centroid(a).cosine(&self.centroid(b))
    }

    fn find(&self, word: Key) -> Option<usize> {
        self.keys.binary_search(&word.0).ok()
    }
}

impl Centroid {
    /// Cosine between the two means.
    #[must_use]
    pub fn cosine(&self, other: &Self) -> f32 {
        self.0.iter().zip(&other.0).map(|(a, b)| a * b).sum()
    }

    fn normalized(mut self) -> Self {
        let length = self.cosine(&self).sqrt();
        if length > 0.0 {
            self.0.iter_mut().for_each(|component| *component /= length);
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(phrase: &str) -> Vec<Key> {
        phrase.split(' ').map(Key::of).collect()
    }

    #[test]
    fn the_embedded_table_is_whole_and_sorted() {
        assert!(super::super::file::is_intact(&NEWS.0));
        let table = Meaning::from_bytes(&NEWS.0).unwrap();
        assert!(table.keys.is_sorted());
        assert!(NEWS.0.len() <= 3_000_000);
        assert!(
            table
                .factors
                .iter()
                .all(|&factor| factor > 0.0 && factor < 1.0)
        );
    }

    #[test]
    fn a_damaged_table_is_refused() {
        let cut = &NEWS.0[..NEWS.0.len() - 1];
        assert_eq!(Meaning::from_bytes(cut).err(), Some(TableError::Length(1)));
    }

    #[test]
    fn words_of_one_meaning_are_near() {
        let meaning = Meaning::news();
        let nearer = |phrase: &str, near: &str, far: &str| {
            let phrase = keys(phrase);
            assert!(
                meaning.similarity(&phrase, &keys(near)) > meaning.similarity(&phrase, &keys(far)),
                "{near} / {far}"
            );
        };
        nearer("drones launched", "missiles fired", "jobs added");
        nearer("people killed", "victims died", "shares fell");
        nearer("the unemployment rate", "jobless figures", "the death toll");
        nearer(
            "earthquake of magnitude",
            "quake tremor",
            "verdict of guilty",
        );
    }

    #[test]
    fn the_same_words_are_nearest_and_unknown_ones_nowhere() {
        let meaning = Meaning::news();
        assert!(
            (meaning.similarity(&keys("drones launched"), &keys("launched drones")) - 1.0).abs()
                < 1e-5
        );
        assert_eq!(meaning.similarity(&keys("qzxv"), &keys("drones")), 0.0);
        assert_eq!(meaning.similarity(&[], &[]), 0.0);
        assert_eq!(meaning.vector(Key::of("qzxv")), None);
        assert!(meaning.vector(Key::of("Killed")).is_some());
    }

    #[test]
    fn frequent_words_weigh_little() {
        let meaning = Meaning::news();
        let bare = meaning.similarity(&keys("missiles destroyed"), &keys("rockets downed"));
        let padded = meaning.similarity(
            &keys("the missiles were destroyed"),
            &keys("of rockets that it downed"),
        );
        assert!(padded > 0.8 * bare, "{padded} {bare}");
    }
}
