//! Denials: a verb of the draft in, whether the sources say the opposite out.
//!
//! "The increase did not outpace inflation" rests on a sentence with *outpaced*; there it is affirmed. What the draft
//! denies and the best fitting sources affirm, or the other way round, is told, unless a source says it the draft's way.
//! What a sentence denies is read off its parse ([`Stance`]), and the text that states the thing must speak of what the
//! other denies it of.

use claims::claim::class;
use claims::claim::mood::Mood;
use claims::syntax::{Key, Upos};
use rayon::prelude::*;

use super::answer::Fault;
use super::desk::Desk;
use super::passage::{Passage, Word};
use super::stance::Stance;
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

/// How much of a denied clause the text must have that states it, by weight.
const COVERED: f32 = 0.45;

/// A word of a source that says what one of the draft does, in whatever mood.
struct Echo {
    fit: f32,
    mood: Mood,
    /// Whether the source turns round what the draft says.
    opposed: bool,
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
    let (word, echo, mood) =
        turned.max_by(|a, b| a.1.fit.total_cmp(&b.1.fit).then(b.0.span.cmp(&a.0.span)))?;
    let draft = &desk.reports[desk.draft];
    let source = &desk.reports[echo.place.report];
    let mut fault = Fault::new(
        Rule::StatementConflict,
        format!(
            "the draft {} “{}”, {} {} it",
            does(mood),
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
    let form = desk.reports[desk.draft].words(word.span);
    let plain = |lemma: &String| class::is_plain(Key::of(lemma));
    word.upos == Upos::Verb && lemmas(form).iter().any(plain)
}

/// The source's word that turns a word of the draft round, if the best fitting ones do and none agrees.
fn turned<'a>(
    desk: &Desk<'_>,
    passage: &Passage,
    word: &'a Word,
) -> Option<(&'a Word, Echo, Mood)> {
    let happened = desk.is_deed(passage, word);
    let own = desk.stance(passage, word)?;
    let near = desk
        .passages
        .near(passage.report, passage.sentence, word.span);
    let echoes: Vec<Echo> = near
        .iter()
        .flat_map(|other| echoes(desk, (passage, word, &own), other))
        .collect();
    let best = |opposed: bool| {
        let chosen = echoes
            .iter()
            .filter(|echo| echo.opposed == opposed && (opposed || echo.mood == own.mood));
        chosen.map(|echo| echo.fit).fold(0.0, f32::max)
    };
    let (against, with) = (best(true), best(false));
    let least = if with == 0.0 && happened { ALONE } else { FITS };
    if against < least || with >= against - SLACK {
        return None;
    }
    let echo = echoes
        .into_iter()
        .find(|echo| echo.opposed && echo.fit == against)?;
    Some((word, echo, own.mood))
}

/// The words of a source that say what one of the draft says, with what the source makes of them.
fn echoes(
    desk: &Desk<'_>,
    (passage, word, own): (&Passage, &Word, &Stance),
    other: &Passage,
) -> Vec<Echo> {
    let one = |candidate: &&Word| {
        desk.passages.alike(word, candidate) >= ONE
            && candidate.states()
            && (same_class(word, candidate) || desk.is_deed(other, candidate))
    };
    let echo = |echo: &Word| {
        let there = desk.stance(other, echo);
        let opposed = there.as_ref().is_some_and(|there| {
            own.is_opposed_by(there) && covered(desk, (passage, word, own), (other, echo, there))
        });
        Echo {
            fit: desk.passages.fit(passage, word.span, other, echo.span)
                + desk.passages.rarity(word) * RARE,
            mood: there.map_or(echo.mood, |there| there.mood),
            opposed,
            place: Location {
                report: other.report,
                span: echo.span,
            },
        }
    };
    other.words.iter().filter(one).map(echo).collect()
}

/// Two verbs, or two words that are none.
fn same_class(a: &Word, b: &Word) -> bool {
    (a.upos == Upos::Verb) == (b.upos == Upos::Verb)
}

/// A word of a passage, and what that makes of it.
type Said<'a> = (&'a Passage, &'a Word, &'a Stance);

/// Whether the text that states a thing speaks of all that the other denies: who says that nobody was hurt in the second
/// blast does not deny that somebody was hurt.
fn covered(desk: &Desk<'_>, own: Said<'_>, other: Said<'_>) -> bool {
    let ((passage, word, denied), stated) = match (own.2.mood, other.2.mood) {
        (Mood::Denied, _) => (own, other.0),
        (_, Mood::Denied) => (other, own.0),
        _ => return true,
    };
    let (mut found, mut all) = (0.0, 0.0);
    let said = |one: &&Word| denied.terms.contains(&one.span) && one.span != word.span;
    for one in passage.words.iter().filter(said) {
        let likeness = stated
            .words
            .iter()
            .map(|there| desk.passages.alike(one, there));
        all += one.weight;
        found += one.weight * likeness.fold(0.0, f32::max);
    }
    found >= COVERED * all
}

/// What a text does to a statement in this mood.
fn does(mood: Mood) -> &'static str {
    match mood {
        Mood::Plain => "states",
        Mood::Denied => "denies",
        Mood::Open => "leaves open",
    }
}
