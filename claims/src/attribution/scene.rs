//! What the rules of attribution look at: the text, its analysis, its tree and its quotations.
//!
//! A token inside a quotation knows which; "said" inside one is the speaker's word and no cue of the writer's.

use std::ops::Range;

use syntax::{Analysis, Key, Relation, Sentence, Span, Token, Upos, Xpos};

use super::quote::Quotation;
use crate::tree::Tree;

/// One document as the rules of attribution see it.
#[derive(Debug)]
pub(crate) struct Scene<'a> {
    pub text: &'a str,
    pub analysis: &'a Analysis,
    pub tree: &'a Tree<'a>,
    pub quotations: &'a [Quotation],
    /// For each token the number of its quotation plus one, or 0 outside.
    quoted: Vec<u32>,
}

impl<'a> Scene<'a> {
    pub(crate) fn new(
        text: &'a str,
        analysis: &'a Analysis,
        tree: &'a Tree<'a>,
        quotations: &'a [Quotation],
    ) -> Self {
        Self {
            text,
            analysis,
            tree,
            quotations,
            quoted: number_quoted(&analysis.tokens, quotations),
        }
    }

    /// The token at index `at`.
    #[inline]
    pub(crate) fn token(&self, at: usize) -> &'a Token {
        &self.analysis.tokens[at]
    }

    /// Case-folded form of the token at index `at`.
    #[inline]
    pub(crate) fn key(&self, at: usize) -> Key {
        self.analysis.tokens[at].key
    }

    /// Number of the quotation that token `at` stands in.
    #[inline]
    pub(crate) fn quotation(&self, at: usize) -> Option<usize> {
        (self.quoted[at] as usize).checked_sub(1)
    }

    /// Whether token `at` is a verb or auxiliary form.
    #[inline]
    pub(crate) fn is_verb(&self, at: usize) -> bool {
        matches!(
            self.token(at).xpos,
            Xpos::Vb | Xpos::Vbd | Xpos::Vbg | Xpos::Vbn | Xpos::Vbp | Xpos::Vbz
        )
    }

    /// Whether token `at` is a verb form that has a tense by itself: "said", "says".
    #[inline]
    pub(crate) fn has_tense(&self, at: usize) -> bool {
        matches!(self.token(at).xpos, Xpos::Vbd | Xpos::Vbz | Xpos::Vbp)
    }

    /// The sentence that token `at` belongs to.
    pub(crate) fn sentence(&self, at: usize) -> &'a Sentence {
        &self.analysis.sentences[self.analysis.sentence_of(at)]
    }

    /// Whether token `at` is a punctuation mark.
    #[inline]
    pub(crate) fn is_punctuation(&self, at: usize) -> bool {
        self.token(at).upos == Upos::Punct
    }

    /// Whether token `at` has a child in one of `relations`.
    pub(crate) fn has(&self, at: usize, relations: &[Relation]) -> bool {
        self.tree.child(at, relations).is_some()
    }

    /// The tokens that the quotation covers, marks included.
    pub(crate) fn tokens_of(&self, quotation: &Quotation) -> Range<usize> {
        self.tokens_in(quotation.span)
    }

    /// The tokens that begin inside `span`.
    pub(crate) fn tokens_in(&self, span: Span) -> Range<usize> {
        let tokens = &self.analysis.tokens;
        let start = tokens.partition_point(|token| token.span.end <= span.start);
        let end = tokens.partition_point(|token| token.span.start < span.end);
        start..end.max(start)
    }

    /// The bytes from the first to the last of `tokens`.
    pub(crate) fn span(&self, tokens: &Range<usize>) -> Span {
        let (first, last) = (self.token(tokens.start), self.token(tokens.end - 1));
        first.span.cover(last.span)
    }

    /// `tokens` without the commas, colons and dashes at their ends; quotation marks and brackets stay.
    pub(crate) fn trim(&self, tokens: Range<usize>) -> Range<usize> {
        let loose = |at: usize| self.is_punctuation(at) && self.quotation(at).is_none();
        let mut range = tokens;
        while !range.is_empty() && loose(range.end - 1) {
            range.end -= 1;
        }
        while !range.is_empty() && loose(range.start) {
            range.start += 1;
        }
        range
    }
}

fn number_quoted(tokens: &[Token], quotations: &[Quotation]) -> Vec<u32> {
    let mut quoted = vec![0; tokens.len()];
    let mut at = 0;
    for (number, quotation) in quotations.iter().enumerate() {
        while at < tokens.len() && tokens[at].span.end <= quotation.span.start {
            at += 1;
        }
        while at < tokens.len() && tokens[at].span.start < quotation.span.end {
            quoted[at] = number as u32 + 1;
            at += 1;
        }
    }
    quoted
}
