//! One claim with its measure and its attribution.

use claims::Span;
use claims::claim::{Certainty, Claim, Polarity, Scope, Term};
use serde::Serialize;

use super::Range;
use super::value::{self, DirectedUnit, ValueView};
use crate::compare::Report;
use crate::place::Lines;
use crate::report::claim::kind;
use crate::report::source::{chain, cue, medium, source};

/// A claim as `extract` gives it.
#[derive(Serialize)]
pub(in crate::report) struct ClaimView<'a> {
    report: usize,
    kind: &'static str,
    /// Its sentence, in the fact sheet alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) text: Option<String>,
    span: Range,
    line: u32,
    column: u32,
    surface: &'a str,
    sentence: Range,
    value: ValueView<'a, DirectedUnit>,
    counted: Option<Counted<'a>>,
    outcome: Option<&'a str>,
    scope: Option<ScopeView<'a>>,
    about: Vec<&'a str>,
    attribution: Option<AttributionView<'a>>,
    polarity: &'static str,
    certainty: &'static str,
}

/// What a number counts; `lemma` is the phrase in the form of a dictionary: "fighter jet" for "fighter jets".
#[derive(Serialize)]
struct Counted<'a> {
    surface: &'a str,
    lemma: String,
}

/// The limits of what a number counts, in the words of the report.
#[derive(Serialize)]
struct ScopeView<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    among: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    places: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    subset: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    including: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    excluding: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    moving: Option<&'a str>,
}

/// Who says it, in `extract`.
#[derive(Serialize)]
struct AttributionView<'a> {
    source: Option<&'a str>,
    cue: Option<&'a str>,
    medium: Option<&'a str>,
    chain: Vec<&'a str>,
}

/// Who says it, in `compare`.
#[derive(Serialize)]
pub(super) struct AttributionName<'a> {
    source: Option<&'a str>,
    cue: Option<&'a str>,
    chain: Vec<&'a str>,
}

impl<'a> ClaimView<'a> {
    pub(super) fn new(id: usize, claim: &'a Claim, report: &'a Report, lines: &Lines) -> Self {
        let text = &report.document.text;
        let (line, column) = lines.at(claim.span.start);
        let measure = &claim.measure;
        Self {
            report: id,
            kind: kind(&claim.value),
            text: None,
            span: Range::of(report, claim.span),
            line,
            column,
            surface: claim.span.slice(report.as_given()),
            sentence: sentence(claim, report),
            value: value::extracted(claim, report),
            counted: measure.counted.as_ref().map(|term| counted(term, text)),
            outcome: measure.outcome.as_ref().map(name),
            scope: scope(&measure.scope, report),
            about: about(claim, text),
            attribution: attribution_view(claim, report),
            polarity: polarity(claim.polarity),
            certainty: certainty(claim.certainty),
        }
    }
}

const fn polarity(polarity: Polarity) -> &'static str {
    match polarity {
        Polarity::Positive => "positive",
        Polarity::Negative => "negative",
    }
}

const fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Certain => "certain",
        Certainty::Possible => "possible",
        Certainty::Future => "future",
    }
}

pub(super) fn sentence(claim: &Claim, report: &Report) -> Range {
    let sentence = &report.extraction.analysis.sentences[claim.sentence];
    Range::of(report, sentence.span)
}

fn counted<'a>(term: &'a Term, text: &'a str) -> Counted<'a> {
    Counted {
        surface: term.span.slice(text),
        lemma: lemma(term),
    }
}

fn lemma(term: &Term) -> String {
    let mut words = term.modifiers.clone();
    words.push(term.lemma.clone());
    words.join(" ")
}

/// The content words around a value, as the report writes them; none where it is a number that the sentence says of
/// nobody and nothing by name.
fn about<'a>(claim: &Claim, text: &'a str) -> Vec<&'a str> {
    let measure = &claim.measure;
    if claim.value.number().is_some() && measure.named.is_empty() {
        return Vec::new();
    }
    let around = measure.about.iter().map(|word| word.span);
    let mut words: Vec<Span> = around.chain(measure.named.iter().copied()).collect();
    words.sort_unstable();
    words.dedup();
    words.into_iter().map(|word| word.slice(text)).collect()
}

/// The class of a term, which all its synonyms share, or else its own lemma.
fn name(term: &Term) -> &str {
    term.class.unwrap_or(&term.lemma)
}

fn scope<'a>(scope: &Scope, report: &'a Report) -> Option<ScopeView<'a>> {
    let words = |span: Span| span.slice(&report.document.text);
    let period = |time: usize| words(report.extraction.times[time].span);
    (*scope != Scope::default()).then(|| ScopeView {
        place: scope.place.as_ref().map(|place| words(place.span)),
        among: scope.among.as_ref().map(|group| words(group.span)),
        places: scope.places.iter().copied().map(words).collect(),
        period: scope.period.map(period),
        subset: scope.subset.map(words),
        including: scope.including.map(words),
        excluding: scope.excluding.map(words),
        moving: scope.moving.map(words),
    })
}

fn attribution_view<'a>(claim: &Claim, report: &'a Report) -> Option<AttributionView<'a>> {
    let attribution = &report.extraction.attributions[claim.attribution?];
    Some(AttributionView {
        source: source(attribution, report),
        cue: cue(attribution, report),
        medium: medium(attribution, report),
        chain: chain(attribution, report),
    })
}

pub(super) fn attribution_name<'a>(
    claim: &Claim,
    report: &'a Report,
) -> Option<AttributionName<'a>> {
    let attribution = &report.extraction.attributions[claim.attribution?];
    Some(AttributionName {
        source: source(attribution, report),
        cue: cue(attribution, report),
        chain: chain(attribution, report),
    })
}
