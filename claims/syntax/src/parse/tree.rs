//! Finding one's way in a parsed text: heads, dependents, subtrees.
//!
//! Takes token numbers, gives token numbers. In "Russia launched 108 drones" the subtree of *drones* is tokens 2..4,
//! "108 drones". Dependents stand in the same sentence, so nothing here looks further than that.

use std::iter::successors;
use std::ops::Range;

use crate::label::Relation;
use crate::span::Span;
use crate::token::Analysis;

impl Analysis {
    /// Number of the sentence that `token` belongs to.
    ///
    /// # Panics
    /// When there is no such token.
    #[must_use]
    pub fn sentence_of(&self, token: usize) -> usize {
        assert!(token < self.tokens.len(), "there is no token {token}");
        self.sentences
            .partition_point(|sentence| sentence.tokens.end <= token)
    }

    /// The head of `token`; none for a root, and in a sentence that was not parsed.
    #[must_use]
    pub fn head(&self, token: usize) -> Option<usize> {
        self.arcs
            .get(token)
            .map(|arc| arc.head)
            .filter(|&head| head != token)
    }

    /// The relation of `token` to its head; [`Relation::Dep`] where no relation was asked for.
    #[must_use]
    pub fn relation(&self, token: usize) -> Relation {
        self.arcs
            .get(token)
            .map_or(Relation::Dep, |arc| arc.relation)
    }

    /// The dependents of `token`, in text order.
    ///
    /// # Panics
    /// When there is no such token.
    pub fn children(&self, token: usize) -> impl DoubleEndedIterator<Item = usize> + '_ {
        let sentence = self.sentences[self.sentence_of(token)].tokens.clone();
        let arcs = self.arcs.get(sentence.clone()).unwrap_or_default();
        let below = arcs
            .iter()
            .enumerate()
            .filter(move |(_, arc)| arc.head == token);
        below
            .map(move |(place, _)| sentence.start + place)
            .filter(move |&child| child != token)
    }

    /// The heads above `token`, the nearest first.
    pub fn ancestors(&self, token: usize) -> impl Iterator<Item = usize> + '_ {
        successors(self.head(token), |&above| self.head(above))
    }

    /// Whether `above` is `token` itself or one of its ancestors.
    #[must_use]
    pub fn is_ancestor(&self, above: usize, token: usize) -> bool {
        above == token || self.ancestors(token).any(|ancestor| ancestor == above)
    }

    /// The tokens from the first to the last of those below `token`, itself included.
    ///
    /// The parser draws no crossing arcs, so every token in between belongs to the subtree.
    ///
    /// # Panics
    /// When there is no such token.
    #[must_use]
    pub fn subtree(&self, token: usize) -> Range<usize> {
        let first = successors(Some(token), |&at| {
            self.children(at).next().filter(|&c| c < at)
        });
        let last = successors(Some(token), |&at| {
            self.children(at).next_back().filter(|&c| c > at)
        });
        first.last().unwrap_or(token)..last.last().unwrap_or(token) + 1
    }

    /// The bytes from the first to the last token below `token`, itself included.
    ///
    /// # Panics
    /// When there is no such token.
    #[must_use]
    pub fn subtree_span(&self, token: usize) -> Span {
        let tokens = self.subtree(token);
        self.tokens[tokens.start]
            .span
            .cover(self.tokens[tokens.end - 1].span)
    }
}
