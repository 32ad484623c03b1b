//! The entity tagger: from left to right, the dictionary first, the network where it leaves a choice.

use crate::label::Xpos;
use crate::tag::Sentence;
use crate::token::EntityTag;
use crate::weights::{Net, Section, Weights};

use super::feature::{HIDDEN, Runs, entity_rows};
use super::{TAGS, from_number, may_follow};

/// View of the entity tagger in the weights.
#[derive(Clone, Copy, Debug)]
pub(crate) struct EntityTagger<'w> {
    net: Net<'w, HIDDEN>,
}

impl<'w> EntityTagger<'w> {
    /// Views the entity tagger of a weights file.
    pub(crate) fn new(weights: Weights<'w>) -> Self {
        let net = Net::new(weights.section(Section::EntityNet), TAGS);
        Self { net }
    }

    /// Calls `assign` with the entity tag of each word of a tagged sentence; `runs` is memory to be used again.
    pub(crate) fn tag(
        &self,
        text: &str,
        sentence: &Sentence,
        tag_at: impl Fn(usize) -> Xpos,
        runs: &mut Runs,
        mut assign: impl FnMut(usize, Option<EntityTag>),
    ) {
        runs.fill(sentence, tag_at);
        let mut history = [0; 2];
        for (place, word) in sentence.words().iter().enumerate() {
            let candidates = word.record.entities & may_follow(history[1]);
            let number = if candidates <= 1 {
                0
            } else {
                let rows = entity_rows(text, sentence, runs, place, history);
                self.net.best(rows.as_array(), candidates)
            };
            history = [history[1], number];
            assign(place, from_number(number));
        }
    }
}
