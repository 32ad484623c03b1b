//! Language analysis of English news: sentences, tokens, parts of speech, lemmas, dependencies, entities.
//!
//! Takes a text, gives an [`Analysis`]: flat lists of tokens and sentences with byte spans into that text.

mod analyzer;
pub mod conllu;
mod entity;
mod key;
mod label;
mod lemma;
mod meaning;
mod parse;
mod segment;
mod span;
mod tag;
mod token;
pub mod train;
pub mod weights;

pub use analyzer::{Analyzer, Known};
pub use key::Key;
pub use label::{EntityKind, Relation, UnknownLabel, Upos, Xpos};
pub use lemma::{lemma, lemma_key, stem_and_ending};
pub use meaning::{Centroid, Headword, Kinship, Meaning, TableError, related};
pub use segment::{segment, segment_range};
pub use span::{LineIndex, Span};
pub use token::{Analysis, Arc, EntityTag, Sentence, SentenceKind, Token};

/// Runs the example of the README as a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
