//! Contrary words: a word of the draft in, whether the sources say the opposite in its place out.
//!
//! "Authorities charged three brothers" rests on a sentence with *arrested*, "shares fell nearly 9 percent" on one with
//! *rose*. Where the best fitting sources have a word of another outcome, or of the opposite event, and none has the
//! draft's own, that is told.

use claims::claim::class::{self, Kinship, are_opposites, outcome_kinship};
use claims::syntax::Key;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::answer::Fault;
use super::desk::Desk;
use super::passage::{Passage, Word};
use super::word::lemmas;
use crate::compare::{Location, Rule};

/// Fit from which two passages say the same, but for the word.
const FITS: f32 = 0.5;

/// How much worse than the contrary word a source with the draft's word must fit.
const SLACK: f32 = 0.15;

/// Likeness of two words that say the same.
const ONE: f32 = 0.9;

/// What a word says became of somebody or something, or what kind of event it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Deed {
    outcome: Option<&'static str>,
    event: Option<&'static str>,
}

impl Deed {
    /// That of a word as it stands in a text.
    fn of(word: &str) -> Option<Self> {
        let lemmas = lemmas(word);
        let deed = Self {
            outcome: lemmas.iter().find_map(|lemma| class::outcome(lemma)),
            event: lemmas.iter().find_map(|lemma| class::predicate(lemma)),
        };
        (deed.outcome.is_some() || deed.event.is_some()).then_some(deed)
    }

    /// Whether it and another cannot be said of one thing at once.
    fn is_contrary(&self, other: &Self) -> bool {
        let outcomes = self.outcome.zip(other.outcome);
        let events = self.event.zip(other.event);
        outcomes.is_some_and(|(a, b)| outcome_kinship(a, b) == Kinship::Apart)
            || events.is_some_and(|(a, b)| are_opposites(a, b))
    }

    /// Whether both name one outcome or event.
    fn is_like(&self, other: &Self) -> bool {
        let same = |a: Option<&str>, b: Option<&str>| a.is_some() && a == b;
        same(self.outcome, other.outcome) || same(self.event, other.event)
    }
}

/// What the words of the draft and its sources say, by lemma.
type Deeds = FxHashMap<Key, Option<Deed>>;

/// The sentences of the draft that have a contrary word where the sources have another, one fault each.
pub(super) fn faults(desk: &Desk<'_>) -> Vec<Fault> {
    let deeds = deeds(desk);
    let sentences = 0..sentences(desk, desk.draft);
    sentences
        .into_par_iter()
        .filter_map(|sentence| fault(desk, &deeds, desk.passages.of(desk.draft, sentence)))
        .collect()
}

fn sentences(desk: &Desk<'_>, report: usize) -> usize {
    desk.reports[report].extraction.analysis.sentences.len()
}

fn deeds(desk: &Desk<'_>) -> Deeds {
    let mut deeds = Deeds::default();
    for report in desk.sources.iter().copied().chain([desk.draft]) {
        for sentence in 0..sentences(desk, report) {
            for word in &desk.passages.of(report, sentence).words {
                let form = desk.reports[report].words(word.span);
                deeds.entry(word.lemma).or_insert_with(|| Deed::of(form));
            }
        }
    }
    deeds
}

fn fault(desk: &Desk<'_>, deeds: &Deeds, passage: &Passage) -> Option<Fault> {
    let turned = passage
        .words
        .iter()
        .filter_map(|word| turned(desk, deeds, passage, word));
    let (word, echo, _) = turned.max_by(|a, b| a.2.total_cmp(&b.2))?;
    let draft = &desk.reports[desk.draft];
    let source = &desk.reports[echo.report];
    let mut fault = Fault::new(
        Rule::StatementConflict,
        format!(
            "the draft has “{}” where {} has “{}”",
            draft.words(word.span),
            source.outlet,
            source.words(echo.span)
        ),
        vec![echo],
    );
    fault.span = Some(word.span);
    Some(fault)
}

/// The contrary word of the best fitting source, if no source has the draft's, with its fit.
fn turned<'a>(
    desk: &Desk<'_>,
    deeds: &Deeds,
    passage: &Passage,
    word: &'a Word,
) -> Option<(&'a Word, Location, f32)> {
    let deed = |word: &Word| deeds.get(&word.lemma).copied().flatten();
    let own = deed(word).filter(|_| word.states())?;
    let near = desk
        .passages
        .near(passage.report, passage.sentence, word.span);
    let echoes = || {
        let words = near
            .iter()
            .flat_map(|&other| other.words.iter().map(move |echo| (other, echo)));
        words.filter(|(_, echo)| echo.states())
    };
    let fit =
        |(other, echo): (&Passage, &Word)| desk.passages.fit(passage, word.span, other, echo.span);
    let contrary = |echo: &Word| {
        word.upos == echo.upos && deed(echo).is_some_and(|deed| own.is_contrary(&deed))
    };
    let (place, against) = echoes()
        .filter(|&(other, echo)| contrary(echo) && same_use(desk, (passage, word), (other, echo)))
        .map(|(other, echo)| {
            (
                Location {
                    report: other.report,
                    span: echo.span,
                },
                fit((other, echo)),
            )
        })
        .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))
        .filter(|&(_, against)| against >= FITS)?;
    let same = |echo: &Word| {
        deed(echo).is_some_and(|deed| own.is_like(&deed)) || desk.passages.alike(word, echo) >= ONE
    };
    let with = echoes()
        .filter(|(_, echo)| same(echo))
        .map(fit)
        .fold(0.0, f32::max);
    (with < against - SLACK).then_some((word, place, against))
}

/// Whether two words are both said of something, or both only tell which thing is meant: in "murdered officer" nobody
/// says that an officer was murdered.
fn same_use(desk: &Desk<'_>, own: (&Passage, &Word), other: (&Passage, &Word)) -> bool {
    let is_said = |(passage, word): (&Passage, &Word)| desk.stance(passage, word).is_some();
    is_said(own) == is_said(other)
}
