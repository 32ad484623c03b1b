//! Attributions: who said what, and by which cue (PARC 3, PolNeAR).
//!
//! Takes the sentences of a document and its mentions, gives [`Attribution`]s. "Russia launched 108 drones, Ukraine's
//! Air Force said on Telegram": source "Ukraine's Air Force", cue "said", content "Russia launched 108 drones", medium
//! "Telegram".
//!
//! The words that attribute are data (`data/en/cues.yaml`) with the constructions they take; the constructions are
//! read from the parse (`verb`, `noun`), quotations are paired by their marks (`quote`) and joined to the cues (`link`),
//! or to a verb of no list beside them (`beside`). A headline may have a colon for its cue (`headline`).

mod beside;
mod cue;
mod draft;
mod extent;
mod follow;
mod headline;
mod inflection;
mod link;
mod medium;
mod nest;
mod noun;
mod object;
mod quote;
mod scene;
mod source;
mod speaker;
mod surface;
mod verb;

#[cfg(test)]
pub(crate) mod tests;

pub(crate) use cue::takes_speech;
pub(crate) use inflection::{verb_forms, with_s};

use std::ops::Range;
use std::sync::LazyLock;

use syntax::{Analysis, Span, Token, Xpos};

use crate::name::Mention;
use crate::tree::Tree;
use draft::Draft;
pub(crate) use quote::{Quotation, find as find_quotations};
use scene::Scene;

/// One attribution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// Whom the content is given to, with title and role; `None` when the text names nobody.
    pub source: Option<Span>,
    /// The entity behind the source, as an index into the list of entities.
    pub entity: Option<usize>,
    /// The words that attribute: "said", "according to"; `None` for a bare quotation.
    pub cue: Option<Span>,
    /// What is attributed: one span, or several where the source interrupts it. In text order.
    pub content: Vec<Span>,
    /// Direct, indirect or mixed speech.
    pub style: Style,
    /// What the cue says about the act: speech, belief, denial …
    pub act: Act,
    /// Where it was said: "Telegram", "CNN", "a statement".
    pub medium: Option<Span>,
    /// The attribution inside whose content this one stands, as an index into the list of attributions:
    /// in "TASS cited Peskov as telling reporters that …", Peskov's stands inside that of TASS.
    pub parent: Option<usize>,
}

/// How the words are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Style {
    /// All content stands in quotation marks.
    Direct,
    /// Some of it does.
    Mixed,
    /// None does.
    Indirect,
}

/// What sort of act a cue names (FactBank's source-introducing predicates).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Act {
    /// said, told, wrote, according to.
    Assertion,
    /// denied, rejected: the content is held false.
    Denial,
    /// thinks, believes, expects, estimates, fears.
    Belief,
    /// alleged, accused, claimed: the writer keeps distance.
    Allegation,
    /// plans, hopes, wants, vowed.
    Intention,
    /// asked, wondered.
    Question,
    /// ordered, urged, called for.
    Directive,
    /// praised, criticised, supports: an attitude towards the content.
    Evaluation,
    /// discussed, called, cited: the content is spoken of, not stated.
    Mention,
}

/// Builds the vocabulary of cues.
pub(crate) fn prepare() {
    LazyLock::force(&cue::CUES);
}

/// Whether any of the tokens may take part in an attribution: a cue or a quotation mark.
pub(crate) fn may_attribute(tokens: &[Token]) -> bool {
    let opens = |token: &Token| matches!(token.xpos, Xpos::OpenQuote | Xpos::CloseQuote);
    tokens
        .iter()
        .any(|token| opens(token) || cue::suggests(token.key))
}

/// The attributions of a document, in order of their cues; bare quotations stand where they begin.
#[must_use]
pub fn read(text: &str, analysis: &Analysis, mentions: &[Mention]) -> Vec<Attribution> {
    let tree = Tree::new(&analysis.arcs);
    let quotations = find_quotations(text, analysis);
    read_with(text, analysis, &tree, &quotations, mentions)
}

/// The attributions of a document whose tree and quotations are known.
pub(crate) fn read_with(
    text: &str,
    analysis: &Analysis,
    tree: &Tree<'_>,
    quotations: &[Quotation],
    mentions: &[Mention],
) -> Vec<Attribution> {
    let scene = Scene::new(text, analysis, tree, quotations);
    let mut drafts = drafts(&scene);
    noun::end_before_citing(&scene, &mut drafts);
    nest::set_apart(&scene, &mut drafts);
    nest::end_before_remarks(&scene, &mut drafts);
    link::join(&scene, &mut drafts);
    drafts.retain(|draft| !draft.content.is_empty());
    drafts.sort_by_key(|draft| draft.cue.start);
    let (drafts, parents) = nest::prune(&scene, drafts);
    let finished = drafts
        .iter()
        .zip(parents)
        .map(|(draft, parent)| Attribution {
            parent,
            ..finish(&scene, draft, mentions)
        });
    finished.collect()
}

/// What the cues of all parsed sentences give, each by itself.
fn drafts(scene: &Scene) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for (number, sentence) in scene.analysis.sentences.iter().enumerate() {
        drafts.extend(headline::read(scene, number));
        if !sentence.parsed {
            continue;
        }
        let tokens = sentence.tokens.clone();
        let cues = tokens.filter(|&token| cue::may_attribute(scene.key(token)));
        let own = cues.filter(|&token| scene.quotation(token).is_none());
        drafts.extend(own.filter_map(|token| draft_at(scene, token, number)));
    }
    drafts
}

fn draft_at(scene: &Scene, token: usize, sentence: usize) -> Option<Draft> {
    noun::read_citing(scene, token, sentence)
        .or_else(|| verb::read(scene, token, sentence))
        .or_else(|| noun::read_noun(scene, token, sentence))
        .or_else(|| noun::read_adjective(scene, token, sentence))
        .or_else(|| noun::read_adverb(scene, token, sentence))
        .or_else(|| noun::read_according(scene, token, sentence))
        .or_else(|| noun::read_evidence(scene, token, sentence))
}

fn finish(scene: &Scene, draft: &Draft, mentions: &[Mention]) -> Attribution {
    Attribution {
        source: draft.source.as_ref().map(|range| scene.span(range)),
        entity: draft
            .speaker
            .and_then(|head| source::entity(scene, head, mentions)),
        cue: Some(scene.span(&draft.cue)),
        content: draft
            .content
            .iter()
            .map(|range| scene.span(range))
            .collect(),
        style: style(scene, &draft.content),
        act: draft.act,
        medium: medium::of(scene, draft.head).map(|range| scene.span(&range)),
        parent: None,
    }
}

fn style(scene: &Scene, content: &[Range<usize>]) -> Style {
    let words = content
        .iter()
        .flat_map(Clone::clone)
        .filter(|&at| !scene.is_punctuation(at));
    let (mut inside, mut outside) = (0, 0);
    for word in words {
        match scene.quotation(word) {
            Some(_) => inside += 1,
            None => outside += 1,
        }
    }
    match (inside, outside) {
        (0, _) => Style::Indirect,
        (_, 0) => Style::Direct,
        _ => Style::Mixed,
    }
}
