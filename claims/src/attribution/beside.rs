//! Quotations beside verbs of no list: a quotation and the clause next to it in, who says it out.
//!
//! `"No," she snapped` gives the cue "snapped" and the source "she"; `He smiled: "Never."` the cue "smiled"; a name alone
//! before a colon, `Ann Lee: "Never."`, is a source, too.

use std::ops::Range;

use syntax::{Relation, Upos, Xpos};

use super::Act;
use super::cue::{CUES, Frame, Part};
use super::draft::Draft;
use super::scene::Scene;
use super::source::{phrase, subject};
use super::speaker::{behind_quotation, right_before};
use super::verb::{cue_start, particle_end};

/// The attribution that a verb outside the vocabulary makes by introducing a quotation behind a colon or comma: `He
/// smiled: "Never."` A name alone before a colon is a speaker: `Lee: "Never."`
pub(crate) fn introduce(scene: &Scene, mark: usize, quotation: Range<usize>) -> Option<Draft> {
    if let Some(label) = label(scene, mark, &quotation) {
        return Some(label);
    }
    let verb = governor(scene, mark)?;
    let inverted = || {
        let noun = scene.tree.child(verb, &[Relation::Dobj])?;
        (verb == scene.sentence(verb).tokens.start).then_some(noun)
    };
    let outside = |subject: &usize| scene.quotation(*subject).is_none();
    let speaker = scene.tree.child(verb, &[Relation::Nsubj]).or_else(inverted);
    let speaker = speaker.or_else(|| subject(scene, verb)).filter(outside)?;
    Some(introducing(scene, verb, speaker, quotation))
}

/// The attribution of a quotation to the name that a colon sets before it, at the start of a sentence or behind a dash.
fn label(scene: &Scene, colon: usize, quotation: &Range<usize>) -> Option<Draft> {
    const LONGEST: usize = 6;
    let number = scene.analysis.sentence_of(colon);
    let first = scene.analysis.sentences[number].tokens.start;
    let from = first.max(colon.saturating_sub(LONGEST));
    let belongs = |&at: &usize| {
        matches!(scene.token(at).xpos, Xpos::Nnp | Xpos::Nn | Xpos::Cc)
            && scene.quotation(at).is_none()
    };
    let start = (from..colon).rev().take_while(belongs).last()?;
    let opens = start == first
        || matches!(
            scene.token(start - 1).span.slice(scene.text),
            "-" | "–" | "—"
        );
    let named = scene.token(colon - 1).xpos == Xpos::Nnp;
    (opens && named && scene.token(colon).span.slice(scene.text) == ":").then(|| Draft {
        head: colon,
        cue: colon..colon + 1,
        speaker: Some(colon - 1),
        source: Some(start..colon),
        content: vec![quotation.clone()],
        act: Act::Assertion,
        sentence: number,
        speech: true,
        weak: false,
    })
}

/// The finite verb whose clause goes on at token `at`, behind a quotation, and its subject: in `"No," she *snapped*` that
/// of the subject there, in `"No," *snapped* Lee` itself.
pub(crate) fn behind(scene: &Scene, at: usize) -> Option<(usize, usize)> {
    const FARTHEST: usize = 24;
    if at >= scene.analysis.tokens.len() {
        return None;
    }
    let sentence = Some(scene.sentence(at)).filter(|sentence| sentence.parsed)?;
    let end = sentence.tokens.end.min(at + FARTHEST);
    let start = (at..end).find(|&at| !scene.is_punctuation(at))?;
    let finite = |&at: &usize| {
        scene.has_tense(at) && scene.token(at).upos == Upos::Verb && scene.quotation(at).is_none()
    };
    let taken_for_noun = |&at: &usize| at > start && is_verb_by_place(scene, at);
    let verb = (start..end).find(|at| finite(at) || taken_for_noun(at))?;
    Some((verb, teller(scene, start, verb)?))
}

/// Whether a word that the tagger takes for a noun can only be the verb that a name has before the sentence ends: `"No,"
/// Lee *answers*.`
fn is_verb_by_place(scene: &Scene, at: usize) -> bool {
    let named = matches!(scene.token(at - 1).xpos, Xpos::Nnp | Xpos::Prp);
    let speaks = || {
        let senses = CUES.senses(scene.key(at), Part::Verb);
        senses.iter().any(|sense| sense.frame == Frame::Clause)
    };
    let next = at + 1;
    let ends = next >= scene.sentence(at).tokens.end || scene.is_punctuation(next);
    scene.token(at).xpos == Xpos::Nns && named && ends && speaks()
}

/// The noun that the verb behind a quotation has for its subject; the words behind the quotation begin at `start`.
fn teller(scene: &Scene, start: usize, verb: usize) -> Option<usize> {
    const CLOSEST: usize = 4;
    if verb == start {
        return behind_quotation(scene, verb).or_else(|| {
            let objects = [Relation::Nsubj, Relation::Dobj];
            scene.tree.child(verb, &objects).filter(|&noun| noun > verb)
        });
    }
    let begins =
        |&noun: &usize| (start..verb).contains(&noun) && scene.tree.stretch(noun).start <= start;
    let subject = scene.tree.child(verb, &[Relation::Nsubj]).filter(begins);
    subject.or_else(|| right_before(scene, verb).filter(|_| verb - start <= CLOSEST))
}

/// The attribution of a quotation to the subject of a verb.
pub(crate) fn introducing(
    scene: &Scene,
    verb: usize,
    speaker: usize,
    quotation: Range<usize>,
) -> Draft {
    Draft {
        head: verb,
        cue: cue_start(scene, verb)..particle_end(scene, verb),
        speaker: Some(speaker),
        source: Some(phrase(scene, speaker, verb)),
        content: vec![quotation],
        act: Act::Assertion,
        sentence: scene.analysis.sentence_of(verb),
        speech: true,
        weak: false,
    }
}

/// The verb of the clause that a colon ends; where the parse has hung the colon on what follows, the nearest before it.
fn governor(scene: &Scene, colon: usize) -> Option<usize> {
    const CLOSEST: usize = 12;
    let above = std::iter::successors(scene.tree.head(colon), |&at| scene.tree.head(at));
    let near = (colon.saturating_sub(CLOSEST)..colon).rev();
    let finite = |&at: &usize| scene.has_tense(at) && scene.quotation(at).is_none();
    above
        .take(CLOSEST)
        .find(|&at| scene.is_verb(at) && at < colon)
        .or_else(|| near.into_iter().find(finite))
}
