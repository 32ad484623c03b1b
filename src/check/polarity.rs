//! Denials: a verb of the draft in, whether the sources say the opposite out.
//!
//! "The increase did not outpace inflation" rests on a sentence with *outpaced*; there it is affirmed. What the draft
//! denies and the best fitting sources affirm, or the other way round, is told, unless a source says it the draft's way.

use claims::claim::class::{self, outcome};
use claims::claim::mood::Mood;
use claims::syntax::{Key, Upos, Xpos, lemma};
use rayon::prelude::*;

use super::answer::Fault;
use super::desk::Desk;
use super::passage::{Passage, Word};
use super::word::lemmas;
use crate::compare::{Location, Rule};

/// Fit from which two passages say the same, but for the mood.
const FITS: f32 = 0.4;

/// The same where no source says it the draft's way.
const ALONE: f32 = 0.25;

/// What a word that stands nowhere else adds to the fit.
const RARE: f32 = 0.12;

/// Likeness of two words that are one verb.
const ONE: f32 = 0.9;

/// How much worse than the best a source that agrees may fit.
const SLACK: f32 = 0.08;

/// A word of a source that says what one of the draft does, in whatever mood.
struct Echo {
    fit: f32,
    mood: Mood,
    place: Location,
}

/// The sentences of the draft whose statement the sources turn round, one fault each.
pub(super) fn faults(desk: &Desk<'_>) -> Vec<Fault> {
    let sentences = 0..desk.reports[desk.draft].extraction.analysis.sentences.len();
    sentences
        .into_par_iter()
        .filter_map(|sentence| fault(desk, desk.passages.of(desk.draft, sentence)))
        .collect()
}

fn fault(desk: &Desk<'_>, passage: &Passage) -> Option<Fault> {
    let turned = passage
        .words
        .iter()
        .filter(|word| word.states() && !is_plain(desk, word))
        .filter_map(|word| turned(desk, passage, word));
    let (word, echo) =
        turned.max_by(|a, b| a.1.fit.total_cmp(&b.1.fit).then(b.0.span.cmp(&a.0.span)))?;
    let draft = &desk.reports[desk.draft];
    let source = &desk.reports[echo.place.report];
    let mut fault = Fault::new(
        Rule::StatementConflict,
        format!(
            "the draft {} “{}”, {} {} it",
            does(word.mood),
            draft.words(word.span),
            source.outlet,
            does(echo.mood)
        ),
        vec![echo.place],
    );
    fault.span = Some(word.span);
    Some(fault)
}

/// Whether a word says so little that a sentence denies nothing with it: "he did not *say* why".
fn is_plain(desk: &Desk<'_>, word: &Word) -> bool {
    let form = desk.reports[desk.draft].words(word.span).to_lowercase();
    word.upos == Upos::Verb && class::is_plain(Key::of(&lemma(&form, Xpos::Vbd).to_lowercase()))
}

/// The source's word that turns a word of the draft round, if the best fitting ones do and none agrees.
fn turned<'a>(desk: &Desk<'_>, passage: &Passage, word: &'a Word) -> Option<(&'a Word, Echo)> {
    let near = desk
        .passages
        .near(passage.report, passage.sentence, word.span);
    let echoes: Vec<Echo> = near
        .iter()
        .flat_map(|other| echoes(desk, (passage, word), other))
        .collect();
    let best = |agrees: bool| {
        let chosen = echoes
            .iter()
            .filter(|echo| (opposes(word.mood, echo.mood)) != agrees);
        chosen.map(|echo| echo.fit).fold(0.0, f32::max)
    };
    let (against, with) = (best(false), best(true));
    let happened = is_deed(desk, word);
    let least = if with == 0.0 && happened { ALONE } else { FITS };
    if against < least || with >= against - SLACK {
        return None;
    }
    let echo = echoes
        .into_iter()
        .find(|echo| opposes(word.mood, echo.mood) && echo.fit == against)?;
    Some((word, echo))
}

/// Whether a word says what became of somebody or something: "injured", "arrest".
fn is_deed(desk: &Desk<'_>, word: &Word) -> bool {
    let lemmas = lemmas(desk.reports[desk.draft].words(word.span));
    lemmas.iter().any(|lemma| outcome(lemma).is_some())
}

fn echoes(desk: &Desk<'_>, (passage, word): (&Passage, &Word), other: &Passage) -> Vec<Echo> {
    let both_deny = passage.denies() && other.denies();
    let one = |candidate: &&Word| desk.passages.alike(word, candidate) >= ONE && candidate.states();
    let told = |echo: &&Word| !(both_deny && opposes(word.mood, echo.mood));
    let echoes = other
        .words
        .iter()
        .filter(one)
        .filter(told)
        .map(|echo| Echo {
            fit: desk.passages.fit(passage, word.span, other, echo.span)
                + desk.passages.rarity(word) * RARE,
            mood: echo.mood,
            place: Location {
                report: other.report,
                span: echo.span,
            },
        });
    echoes.collect()
}

/// What one denies and the other states; what the draft has done and its source still to do.
fn opposes(own: Mood, other: Mood) -> bool {
    matches!(
        (own, other),
        (Mood::Plain, Mood::Denied | Mood::Open) | (Mood::Denied, Mood::Plain)
    )
}

/// What a text does to a statement in this mood.
fn does(mood: Mood) -> &'static str {
    match mood {
        Mood::Plain => "states",
        Mood::Denied => "denies",
        Mood::Open => "leaves open",
    }
}
