//! What a sentence is in the layout of the article: headline, running text, or a line that is no sentence.
//!
//! Takes the paragraphs and the sentences of one, gives the [`SentenceKind`] of each: in `"Drones hit port\n\nBy Ann
//! Lee\n\nRussia launched 108 drones."` the headline, a fragment, and prose.

use super::layout::Block;
use super::sentence::is_finished;
use super::vocabulary::{LineOpener, line_opener};
use crate::token::{SentenceKind, Token};

/// A line without a full stop that has more tokens is taken for running text that lost it.
const LONGEST_FRAGMENT: usize = 24;

/// Headlines are no longer than this, in bytes.
const LONGEST_HEADLINE: u32 = 250;

/// Tells the kinds of sentences, asked for them in text order.
pub(super) struct Kinds<'t> {
    text: &'t str,
    blocks: &'t [Block],
    /// The paragraph that is the headline, once it is known which.
    headline: Option<usize>,
    /// Whether the article's running text, or what would be its headline, has come.
    begun: bool,
}

impl<'t> Kinds<'t> {
    pub(super) fn new(text: &'t str, blocks: &'t [Block]) -> Self {
        Self {
            text,
            blocks,
            headline: None,
            begun: false,
        }
    }

    /// The kind of a sentence with these tokens, one of `count` in its paragraph.
    pub(super) fn kind(
        &mut self,
        paragraph: usize,
        tokens: &[Token],
        count: usize,
    ) -> SentenceKind {
        let finished = is_finished(self.text, tokens);
        let opener = line_opener(tokens[0].key);
        let is_line =
            count == 1 && (opener == Some(LineOpener::Always) || opener.is_some() && !finished);
        if self.headline == Some(paragraph) {
            return SentenceKind::Headline;
        }
        if is_line {
            return SentenceKind::Fragment;
        }
        if !self.begun {
            self.begun = true;
            if self.is_title(paragraph) {
                self.headline = Some(paragraph);
                return SentenceKind::Headline;
            }
        }
        if finished || count > 1 || tokens.len() > LONGEST_FRAGMENT {
            SentenceKind::Prose
        } else {
            SentenceKind::Fragment
        }
    }

    /// Whether the paragraph is a line by itself, with text after it, that does not end in a full stop.
    fn is_title(&self, paragraph: usize) -> bool {
        let block = self.blocks[paragraph];
        let line = block
            .span
            .slice(self.text)
            .trim_end_matches(['"', '”', '\'', '’']);
        let has_text_behind = paragraph + 1 < self.blocks.len();
        let ends_sentence = line.ends_with('.') && !line.ends_with("..") && !line.ends_with("U.S.");
        block.stands_alone
            && has_text_behind
            && !ends_sentence
            && block.span.len() <= LONGEST_HEADLINE
    }
}
