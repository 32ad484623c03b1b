//! Feature templates of the tagger.
//!
//! Takes a word, its neighbours and the two tags before it, gives feature hashes. Words after the current one are
//! seen with the set of tags they may have (their ambiguity class; Giménez & Màrquez 2004).

use crate::weights::{Atom, atom, feature};

use super::word::{Sentence, Word, shape};

/// A list of feature hashes that needs no heap.
#[derive(Debug)]
pub(crate) struct FeatureList {
    hashes: [u64; 64],
    length: usize,
}

impl Default for FeatureList {
    fn default() -> Self {
        Self {
            hashes: [0; 64],
            length: 0,
        }
    }
}

impl FeatureList {
    /// Adds the feature of `template`, a number that no other template of the model has.
    #[inline]
    pub(crate) fn push(&mut self, template: u64, a: Atom, b: Atom, c: Atom) {
        self.hashes[self.length & 63] = feature(template, a, b, c);
        self.length += 1;
    }

    /// The features so far.
    #[inline]
    pub(crate) fn as_slice(&self) -> &[u64] {
        &self.hashes[..self.length.min(64)]
    }

    /// Forgets the features.
    #[inline]
    pub(crate) fn clear(&mut self) {
        self.length = 0;
    }
}

/// Adds the features of the word at `place`, after the tags `before` (one back) and `second` (two back).
pub(crate) fn tag_features(
    text: &str,
    sentence: &Sentence,
    place: usize,
    [second, before]: [Atom; 2],
    list: &mut FeatureList,
) {
    let at = |offset: isize| sentence.at(place.cast_signed() + offset);
    let (word, next, next2) = (at(0), at(1), at(2));
    let (previous, previous2) = (at(-1), at(-2));
    let cased = word.cased();
    let ambiguity = word.ambiguity();
    let ahead = next.ambiguity();
    list.push(1, cased, 0, 0);
    list.push(2, before, 0, 0);
    list.push(3, before, second, 0);
    list.push(4, before, second, ambiguity);
    list.push(5, previous.key, 0, 0);
    list.push(6, previous2.key, 0, 0);
    list.push(7, next.key, 0, 0);
    list.push(8, next2.key, 0, 0);
    list.push(9, before, cased, 0);
    list.push(10, previous.key, word.key, 0);
    list.push(11, word.key, next.key, 0);
    list.push(12, before, ambiguity, ahead);
    list.push(13, ambiguity, ahead, 0);
    list.push(14, ahead, next2.ambiguity(), ambiguity);
    list.push(15, before, next.key, ambiguity);
    list.push(16, before, cased, ahead);
    list.push(17, before, second, word.key);
    list.push(18, previous.key, next.key, ambiguity);
    list.push(19, word.key, next.shape_atom(), 0);
    list.push(20, before, word.shape_atom(), 0);
    list.push(21, word.key, ahead, next2.ambiguity());
    list.push(22, previous.key, before, ambiguity);
    list.push(23, next.key, next2.key, ambiguity);
    list.push(24, previous2.key, previous.key, ambiguity);
    if word.record.is_unknown() {
        form_features(word.span.slice(text), word, before, ahead, list);
    }
}

/// Adds what the letters of an unlisted word tell.
fn form_features(form: &str, word: &Word, before: Atom, ahead: Atom, list: &mut FeatureList) {
    let bytes = form.as_bytes();
    for length in 1..=4.min(bytes.len()) {
        list.push(30 + length as u64, ending(bytes, length), 0, 0);
    }
    let three = ending(bytes, 3);
    list.push(35, three, before, 0);
    list.push(36, ending(bytes, 2), before, ahead);
    list.push(37, three, word.shape_atom(), 0);
    for length in 1..=3.min(bytes.len()) {
        list.push(37 + length as u64, letters(&bytes[..length]), 0, 0);
    }
    list.push(41, word.shape_atom(), 0, 0);
    list.push(42, word.shape_atom(), before, ahead);
    if word.shape & shape::HYPHEN != 0 {
        let last = bytes
            .rsplit(|byte| *byte == b'-')
            .next()
            .unwrap_or_default();
        list.push(43, letters(last), 0, 0);
    }
}

/// The atom of the last `length` bytes.
pub(crate) fn ending(form: &[u8], length: usize) -> Atom {
    letters(&form[form.len().saturating_sub(length)..])
}

/// The atom of some letters, case-folded; only the last eight bytes count.
pub(crate) fn letters(form: &[u8]) -> Atom {
    let fold = |sum: u64, byte: &u8| sum << 8 | u64::from(byte.to_ascii_lowercase());
    atom(form.iter().fold(0, fold))
}
