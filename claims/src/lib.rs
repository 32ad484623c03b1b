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
mod tree;

use std::ops::Range;

use attribution::Attribution;
pub use claim::Claim;
pub use document::{Document, Published};
use name::{Entity, Mention, Role};
pub use quantity::Interval;
use quantity::Quantity;
pub use syntax::{self, Analysis, LineIndex, Span};
use syntax::{Analyzer, Known};
use time::Timex;
use tree::Tree;

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
    /// What the text says its people and bodies are, in order of their names.
    pub roles: Vec<Role>,
    /// Attributions, in order of their cues.
    pub attributions: Vec<Attribution>,
    /// The claims, in text order.
    pub claims: Vec<Claim>,
    /// How many of the text's numerals were read.
    pub coverage: Coverage,
}

impl Extraction {
    /// The tokens that lie wholly inside `span`.
    #[must_use]
    pub fn tokens_in(&self, span: Span) -> &[syntax::Token] {
        &self.analysis.tokens[self.token_range(span)]
    }

    /// The first mention that ends behind byte `offset`: the one that has it, or else the next.
    #[must_use]
    pub fn mention_from(&self, offset: u32) -> Option<&name::Mention> {
        let before = |mention: &name::Mention| mention.span.end <= offset;
        self.mentions.get(self.mentions.partition_point(before))
    }

    /// The numbers of the tokens that lie wholly inside `span`.
    #[must_use]
    pub fn token_range(&self, span: Span) -> Range<usize> {
        let tokens = &self.analysis.tokens;
        let first = tokens.partition_point(|token| token.span.start < span.start);
        let inside = tokens[first..].partition_point(|token| token.span.end <= span.end);
        first..first + inside
    }
}

/// How much of a text's numerals were read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Numerals of the text: digits and number words.
    pub numerals: usize,
    /// Those that some rule could not read.
    pub unread: Vec<Span>,
}

/// Builds the larger vocabularies, which otherwise the first document builds when it comes to each: what a program may
/// do on one thread while another begins to read.
pub fn prepare() {
    quantity::prepare();
    attribution::prepare();
    name::prepare();
}

/// Reads the claims of one document.
#[must_use]
pub fn extract(document: &Document) -> Extraction {
    let text = document.text.as_str();
    let (mut analysis, known) = analyze(document);
    let times = time::read(text, &analysis, document.published);
    let quantities = quantity::read(text, &analysis, &times);
    let coverage = quantity::coverage(text, &analysis, &times, &quantities);
    parse(&known, &mut analysis, &times, &quantities);
    let (mentions, entities, roles) = name::read(text, &analysis);
    let tree = Tree::new(&analysis.arcs);
    let quotations = attribution::find_quotations(text, &analysis);
    let attributions = attribution::read_with(text, &analysis, &tree, &quotations, &mentions);
    let claims = claim::build(&claim::Context {
        text,
        analysis: &analysis,
        tree: &tree,
        lemmas: claim::Lemmas::new(analysis.tokens.len()),
        times: &times,
        quantities: &quantities,
        mentions: &mentions,
        entities: &entities,
        roles: &roles,
        quotations: &quotations,
        attributions: &attributions,
    });
    Extraction {
        analysis,
        times,
        quantities,
        mentions,
        entities,
        roles,
        attributions,
        claims,
        coverage,
    }
}

/// Sentences, tokens, tags and entities.
fn analyze(document: &Document) -> (Analysis, Known) {
    let text = document.text.as_str();
    let mut analysis = syntax::segment_range(text, document.body);
    let known = Analyzer::news().annotate(text, &mut analysis);
    (analysis, known)
}

/// How many tokens behind an "it" that begins a sentence a value is told of it.
const REACH_OF_IT: usize = 24;

/// Parses the sentences in which the tree decides something: those with a number or a time, whose measure is
/// read off it, those that may attribute, and those before an "it" of which a number or a time is told.
fn parse(known: &Known, analysis: &mut Analysis, times: &[Timex], quantities: &[Quantity]) {
    let mut values: Vec<usize> = times.iter().map(|time| time.tokens.start).collect();
    values.extend(quantities.iter().map(|quantity| quantity.tokens.start));
    values.sort_unstable();
    Analyzer::news().parse_known(known, analysis, &|analysis, sentence| {
        let have_value = |tokens: Range<usize>| {
            let first = values.partition_point(|&value| value < tokens.start);
            values.get(first).is_some_and(|&value| value < tokens.end)
        };
        let end = sentence.tokens.end;
        let next = analysis.tokens.get(end);
        have_value(sentence.tokens.clone())
            || attribution::may_attribute(&analysis.tokens[sentence.tokens.clone()])
            || next.is_some_and(|next| next.key == claim::IT) && have_value(end..end + REACH_OF_IT)
    });
}
