//! Claims of one news report: numbers, times, quotations and attributed statements, with who said them.
//!
//! Takes the text of one article ([`Document`]) and knows nothing of other articles, files or terminals.

pub mod attribution;
pub mod claim;
mod document;
#[allow(
    dead_code,
    unused_imports,
    unused_macros,
    reason = "its readers are the next stages"
)]
mod lexicon;
pub mod name;
pub mod quantity;
pub mod time;

use attribution::Attribution;
pub use claim::Claim;
pub use document::{Document, Published};
use name::{Entity, Mention};
pub use quantity::Interval;
use quantity::Quantity;
pub use syntax::{self, Analysis, LineIndex, Span};
use time::Timex;

/// Everything read from one document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extraction {
    /// Sentences, tokens and their analysis.
    pub analysis: Analysis,
    /// Times, in text order.
    pub times: Vec<Timex>,
    /// Quantities, in text order.
    pub quantities: Vec<Quantity>,
    /// Mentions of people, bodies and places, in text order.
    pub mentions: Vec<Mention>,
    /// The entities behind the mentions.
    pub entities: Vec<Entity>,
    /// Attributions, in order of their cues.
    pub attributions: Vec<Attribution>,
    /// The claims, in text order.
    pub claims: Vec<Claim>,
    /// How many of the text's numerals were read.
    pub coverage: Coverage,
}

/// How much of a text's numerals were read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Numerals of the text: digits and number words.
    pub numerals: usize,
    /// Those that some rule could not read.
    pub unread: Vec<Span>,
}

/// Reads the claims of one document.
#[must_use]
pub fn extract(document: &Document) -> Extraction {
    let _ = document;
    Extraction::default()
}
