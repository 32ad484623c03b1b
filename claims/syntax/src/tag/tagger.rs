//! The tagger: from left to right, the dictionary first, the model where it leaves a choice.

use crate::label::Xpos;
use crate::weights::{Atom, Section, SparseModel, Weights};

use super::feature::{FeatureList, tag_features};
use super::word::{EDGE, Sentence, atom_of_xpos};

/// View of the tagger in the weights.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tagger<'w> {
    model: SparseModel<'w>,
}

impl<'w> Tagger<'w> {
    /// Views the tagger of a weights file.
    pub(crate) fn new(weights: Weights<'w>) -> Self {
        Self::of_sections(
            weights.section(Section::TagIndex),
            weights.section(Section::TagPool),
        )
    }

    /// Views the two sections of a tagger.
    pub(crate) fn of_sections(index: &'w [u32], pool: &'w [u32]) -> Self {
        Self {
            model: SparseModel::new(index, pool),
        }
    }

    /// Calls `assign` with the tag of each word of the sentence.
    pub(crate) fn tag(&self, text: &str, sentence: &Sentence, mut assign: impl FnMut(usize, Xpos)) {
        let mut list = FeatureList::default();
        let mut history: [Atom; 2] = [EDGE.key; 2];
        for (place, word) in sentence.words().iter().enumerate() {
            let candidates = word.record.tags();
            let tag = if candidates.is_power_of_two() {
                candidates.trailing_zeros() as usize
            } else {
                list.clear();
                tag_features(text, sentence, place, history, &mut list);
                self.model.best(list.as_slice(), candidates)
            };
            let tag = Xpos::ALL.get(tag).copied().unwrap_or(Xpos::Nn);
            history = [history[1], atom_of_xpos(tag)];
            assign(place, tag);
        }
    }
}
