//! The tagger: from left to right, the dictionary first, the network where it leaves a choice.

use crate::label::Xpos;
use crate::weights::{Net, Section, Weights};

use super::feature::{HIDDEN, tag_rows};
use super::vocabulary::Vocabulary;
use super::word::Sentence;

/// View of the tagger in the weights.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tagger<'w> {
    vocabulary: Vocabulary<'w>,
    net: Net<'w, HIDDEN>,
}

impl<'w> Tagger<'w> {
    /// Views the tagger of a weights file.
    pub(crate) fn new(weights: Weights<'w>) -> Self {
        Self::of_section(weights.section(Section::TagNet), Vocabulary::new(weights))
    }

    /// Views the section of a tagger.
    pub(crate) fn of_section(section: &'w [u32], vocabulary: Vocabulary<'w>) -> Self {
        Self {
            vocabulary,
            net: Net::new(section, Xpos::ALL.len()),
        }
    }

    /// Calls `assign` with the tag of each word of the sentence, which notes them.
    pub(crate) fn tag(
        &self,
        text: &str,
        sentence: &mut Sentence,
        mut assign: impl FnMut(usize, Xpos),
    ) {
        let mut history = [0; 2];
        for place in 0..sentence.len() {
            let candidates = sentence.words()[place].record.tags();
            let class = if candidates.is_power_of_two() {
                candidates.trailing_zeros() as usize
            } else {
                let rows = tag_rows(text, sentence, place, history);
                self.net.best(rows.as_array(), candidates)
            };
            let tag = Xpos::ALL.get(class).copied().unwrap_or(Xpos::Nn);
            history = [history[1], sentence.note_tag(place, tag, &self.vocabulary)];
            assign(place, tag);
        }
    }
}
