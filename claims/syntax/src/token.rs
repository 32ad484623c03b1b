//! What the analysis of a text is made of: tokens, sentences, arcs.

use std::ops::Range;

use crate::key::Key;
use crate::label::{EntityKind, Relation, Upos, Xpos};
use crate::span::Span;

/// One token: a word, number, symbol or punctuation mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands in the text.
    pub span: Span,
    /// Its case-folded form.
    pub key: Key,
    /// Universal part of speech.
    pub upos: Upos,
    /// Penn Treebank part of speech.
    pub xpos: Xpos,
    /// The named entity it is part of.
    pub entity: Option<EntityTag>,
}

/// A token's place in a named entity (IOB2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EntityTag {
    /// Kind of the entity.
    pub kind: EntityKind,
    /// Whether the entity begins at this token.
    pub begins: bool,
}

/// What a sentence is in the layout of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SentenceKind {
    /// The article's title.
    Headline,
    /// Running text.
    Prose,
    /// A line that is no sentence: byline, caption, list item, subheading, copyright notice.
    Fragment,
}

/// One sentence of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands in the text, without surrounding blanks.
    pub span: Span,
    /// Its tokens, as indices into [`Analysis::tokens`].
    pub tokens: Range<usize>,
    /// Number of the paragraph it stands in, counted from 0.
    pub paragraph: u32,
    /// Its part in the layout.
    pub kind: SentenceKind,
    /// Whether [`Analysis::arcs`] holds its parse.
    pub parsed: bool,
}

/// A token's link to its head in the dependency tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arc {
    /// The head, as an index into [`Analysis::tokens`]; the token itself when it is a root or its sentence
    /// was not parsed.
    pub head: usize,
    /// Relation to the head; [`Relation::Dep`] where no label was asked for.
    pub relation: Relation,
}

/// The analysis of one text: flat lists in text order, spans into the text as given, no copy of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Analysis {
    /// All tokens.
    pub tokens: Vec<Token>,
    /// All sentences; every token belongs to exactly one.
    pub sentences: Vec<Sentence>,
    /// One arc for each token.
    pub arcs: Vec<Arc>,
}
