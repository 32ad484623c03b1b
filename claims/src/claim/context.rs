//! What the builders of claims look at: the text, its analysis, and short ways to walk the dependency tree.

use syntax::{Analysis, Relation, Sentence, Span, Token, Upos};

use crate::attribution::Attribution;
use crate::name::Mention;
use crate::quantity::Quantity;
use crate::time::Timex;

/// Everything read from a document before its claims.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Context<'a> {
    pub(crate) text: &'a str,
    pub(crate) analysis: &'a Analysis,
    pub(crate) times: &'a [Timex],
    pub(crate) quantities: &'a [Quantity],
    pub(crate) mentions: &'a [Mention],
    pub(crate) quotations: &'a [Span],
    pub(crate) attributions: &'a [Attribution],
}

impl<'a> Context<'a> {
    pub(crate) fn token(&self, index: usize) -> &'a Token {
        &self.analysis.tokens[index]
    }

    pub(crate) fn form(&self, index: usize) -> &'a str {
        self.token(index).span.slice(self.text)
    }

    /// The lemma of a token, in lower case also for names.
    pub(crate) fn lemma(&self, index: usize) -> String {
        syntax::lemma(self.form(index), self.token(index).xpos).to_lowercase()
    }

    pub(crate) fn sentence(&self, token: usize) -> &'a Sentence {
        &self.analysis.sentences[self.analysis.sentence_of(token)]
    }

    pub(crate) fn relation(&self, token: usize) -> Relation {
        self.analysis.relation(token)
    }

    pub(crate) fn head(&self, token: usize) -> Option<usize> {
        self.analysis.head(token)
    }

    pub(crate) fn children(&self, token: usize) -> impl Iterator<Item = usize> + 'a {
        self.analysis.children(token)
    }

    /// The first child with one of the relations.
    pub(crate) fn child(&self, token: usize, relations: &[Relation]) -> Option<usize> {
        self.children(token)
            .find(|&child| relations.contains(&self.relation(child)))
    }

    pub(crate) fn is_noun(&self, token: usize) -> bool {
        matches!(self.token(token).upos, Upos::Noun | Upos::Propn)
    }

    pub(crate) fn is_verb(&self, token: usize) -> bool {
        matches!(self.token(token).upos, Upos::Verb | Upos::Aux)
    }

    /// Whether a word carries meaning of its own: a noun, name, verb or adjective.
    pub(crate) fn is_content(&self, token: usize) -> bool {
        matches!(
            self.token(token).upos,
            Upos::Noun | Upos::Propn | Upos::Verb | Upos::Adj
        )
    }

    /// The span from the first to the last of the tokens.
    pub(crate) fn span(&self, tokens: impl IntoIterator<Item = usize>) -> Option<Span> {
        tokens
            .into_iter()
            .map(|token| self.token(token).span)
            .reduce(Span::cover)
    }
}
