//! Universal parts of speech, from the Penn Treebank tag and the word.
//!
//! Takes tagged words, gives each its universal part of speech. Most tags have one; `IN` is `ADP` or `SCONJ`, the
//! verb tags are `VERB` or `AUX`: there the word decides, and where the word leaves a choice ("after", "have") a
//! small model looks at the words and tags around it.

use crate::label::{Upos, Xpos};
use crate::weights::{Candidates, Section, SparseModel, Table, Weights, feature};

use super::feature::FeatureList;
use super::word::{EDGE, Sentence, atom_of_xpos};

/// Every universal part of speech, as bits.
const ALL: Candidates = (1 << Upos::ALL.len()) - 1;

/// What the table finds a tag and word by.
pub(crate) const fn upos_hash(tag: Xpos, key: u64) -> u64 {
    feature(1, atom_of_xpos(tag), key, 0)
}

/// View of the part-of-speech choice in the weights.
#[derive(Clone, Copy, Debug)]
pub(crate) struct UposModel<'w> {
    /// For each Penn Treebank tag the parts of speech of its words that are not listed.
    defaults: &'w [u32],
    words: Table<'w, 20>,
    model: SparseModel<'w>,
}

impl<'w> UposModel<'w> {
    /// Views the part-of-speech choice of a weights file.
    pub(crate) fn new(weights: Weights<'w>) -> Self {
        let index = weights.section(Section::UposIndex);
        Self {
            defaults: weights.section(Section::UposDefault),
            words: Table::new(weights.section(Section::UposWords)),
            model: SparseModel::new(index, weights.section(Section::UposPool)),
        }
    }

    /// The part of speech of the word at `place`, given the tags of all words.
    pub(crate) fn choose(
        &self,
        sentence: &Sentence,
        place: usize,
        tag_at: impl Fn(usize) -> Option<Xpos>,
        list: &mut FeatureList,
    ) -> Upos {
        let candidates = self.candidates(sentence, place, tag_at(place).unwrap_or(Xpos::Nn));
        let class = if candidates.is_power_of_two() {
            candidates.trailing_zeros() as usize
        } else {
            list.clear();
            upos_features(sentence, place, tag_at, list);
            self.model.best(list.as_slice(), candidates)
        };
        Upos::ALL.get(class).copied().unwrap_or(Upos::X)
    }

    #[inline]
    fn candidates(&self, sentence: &Sentence, place: usize, tag: Xpos) -> Candidates {
        let default = self.defaults.get(tag as usize).copied().unwrap_or(0);
        let unlisted = default & !SETTLED;
        if default & SETTLED != 0 {
            return u64::from(unlisted) & ALL;
        }
        let key = sentence.at(place.cast_signed()).key;
        match self.words.get(upos_hash(tag, key)) {
            0 => u64::from(unlisted) & ALL,
            listed => u64::from(listed) & ALL,
        }
    }
}

/// Marks a tag none of whose words is listed.
pub(crate) const SETTLED: u32 = 1 << 31;

/// Adds the features of the choice at `place`.
pub(crate) fn upos_features(
    sentence: &Sentence,
    place: usize,
    tag_at: impl Fn(usize) -> Option<Xpos>,
    list: &mut FeatureList,
) {
    let at = |offset: isize| sentence.at(place.cast_signed() + offset).key;
    let tag = |offset: isize| {
        place
            .checked_add_signed(offset)
            .and_then(&tag_at)
            .map_or(EDGE.key, atom_of_xpos)
    };
    let (word, own) = (at(0), tag(0));
    list.push(1, word, own, 0);
    list.push(2, word, tag(1), 0);
    list.push(3, word, tag(1), tag(2));
    list.push(4, word, tag(-1), 0);
    list.push(5, word, tag(-1), tag(1));
    list.push(6, word, at(1), 0);
    list.push(7, word, at(-1), 0);
    list.push(8, own, tag(1), tag(2));
    list.push(9, own, tag(-1), tag(1));
    list.push(10, own, at(1), 0);
    list.push(11, word, tag(2), tag(3));
    list.push(12, word, at(2), 0);
    list.push(13, tag(1), tag(2), tag(3));
    list.push(14, word, tag(-2), tag(-1));
}
