//! What a sentence is in the layout of the article: headline, running text, or a line that is no sentence.
//!
//! Takes the paragraphs and the sentences of one, gives the [`SentenceKind`] of each: in `"Drones hit port\n\nBy Ann
//! Lee\n\nRussia launched 108 drones."` the headline, a fragment, and prose.

use super::layout::Block;
use super::sentence::{ends_in_dash, ends_in_full_stop, is_finished};
use super::vocabulary::{LineOpener, line_opener};
use crate::token::{SentenceKind, Token};

/// A line without a full stop that has more tokens is taken for running text that lost it.
const LONGEST_FRAGMENT: usize = 24;

/// A line that ends in a colon is a sentence when it has this many tokens: "In a note to staff, she said:" but not
/// "Key dates:".
const SHORTEST_INTRODUCTION: usize = 5;

/// Headlines are no longer than this, in bytes.
const LONGEST_HEADLINE: u32 = 250;

/// Without an empty line behind it, a headline has at least this many tokens.
const SHORTEST_HEADLINE: usize = 4;

/// What a paragraph is in the layout of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Headline,
    /// A line that is no sentence by its first word: byline, credit, copyright notice.
    Line,
    Body,
}

impl Place {
    /// The kind of a sentence with these tokens, one of `count` in a paragraph at this place.
    pub(super) fn kind(self, text: &str, tokens: &[Token], count: usize) -> SentenceKind {
        match self {
            Self::Headline => SentenceKind::Headline,
            Self::Line => SentenceKind::Fragment,
            // A dateline stands before the sentence that it leads to.
            Self::Body if count > 1 && ends_in_dash(text, tokens) => SentenceKind::Fragment,
            Self::Body if count > 1 || is_sentence(text, tokens) => SentenceKind::Prose,
            Self::Body => SentenceKind::Fragment,
        }
    }
}

/// Whether the only sentence of a paragraph is one: it ends like one, introduces what follows, or is too long for a line.
fn is_sentence(text: &str, tokens: &[Token]) -> bool {
    let introduces = || {
        let last = tokens[tokens.len() - 1].span.slice(text);
        tokens.len() >= SHORTEST_INTRODUCTION && last == ":"
    };
    tokens.len() > LONGEST_FRAGMENT || is_finished(text, tokens) || introduces()
}

/// Tells the place of paragraphs, asked for them in text order.
pub(super) struct Places<'t> {
    text: &'t str,
    blocks: &'t [Block],
    /// Whether a paragraph has come that was the headline or running text.
    begun: bool,
}

impl<'t> Places<'t> {
    pub(super) fn new(text: &'t str, blocks: &'t [Block]) -> Self {
        Self {
            text,
            blocks,
            begun: false,
        }
    }

    /// The place of the paragraph with these tokens.
    pub(super) fn place(&mut self, paragraph: usize, tokens: &[Token]) -> Place {
        if self.is_line(tokens) {
            return Place::Line;
        }
        let is_first = !std::mem::replace(&mut self.begun, true);
        if is_first && self.is_title(paragraph, tokens) {
            Place::Headline
        } else {
            Place::Body
        }
    }

    fn is_line(&self, tokens: &[Token]) -> bool {
        match line_opener(tokens[0].key) {
            Some(LineOpener::Always) => true,
            Some(LineOpener::Unfinished) => !is_finished(self.text, tokens),
            None => false,
        }
    }

    /// Whether the paragraph is one line, with text after it, that does not end in a full stop.
    fn is_title(&self, paragraph: usize, tokens: &[Token]) -> bool {
        let block = self.blocks[paragraph];
        let has_text_behind = paragraph + 1 < self.blocks.len();
        let is_apart = block.before_empty || tokens.len() >= SHORTEST_HEADLINE;
        let is_short = block.is_line && block.span.len() <= LONGEST_HEADLINE;
        is_short && is_apart && has_text_behind && !ends_in_full_stop(self.text, tokens)
    }
}
