//! The entity tagger: from left to right, the dictionary first, the model where it leaves a choice.

use crate::label::Xpos;
use crate::tag::{FeatureList, Sentence};
use crate::token::EntityTag;
use crate::weights::{Section, SparseModel, Weights};

use super::feature::{Context, Runs, entity_features};
use super::{from_number, may_follow};

/// View of the entity tagger in the weights.
#[derive(Clone, Copy, Debug)]
pub(crate) struct EntityTagger<'w> {
    model: SparseModel<'w>,
}

impl<'w> EntityTagger<'w> {
    /// Views the entity tagger of a weights file.
    pub(crate) fn new(weights: Weights<'w>) -> Self {
        let index = weights.section(Section::EntityIndex);
        Self {
            model: SparseModel::new(index, weights.section(Section::EntityPool)),
        }
    }

    /// Calls `assign` with the entity tag of each word; `runs` is memory to be used again.
    pub(crate) fn tag(
        &self,
        text: &str,
        sentence: &Sentence,
        tag_at: impl Fn(usize) -> Option<Xpos> + Copy,
        runs: &mut Runs,
        mut assign: impl FnMut(usize, Option<EntityTag>),
    ) {
        runs.fill(sentence, |place| tag_at(place).unwrap_or(Xpos::Nn));
        let context = Context {
            text,
            sentence,
            runs,
        };
        let mut list = FeatureList::default();
        let mut history = [0; 2];
        for (place, word) in sentence.words().iter().enumerate() {
            let candidates = word.record.entities & may_follow(history[1]);
            let number = if candidates <= 1 {
                0
            } else {
                list.clear();
                entity_features(&context, place, tag_at, history, &mut list);
                self.model.best(list.as_slice(), candidates)
            };
            history = [history[1], number];
            assign(place, from_number(number));
        }
    }
}
