//! Quotations whose speaker the parse has not found: the words before them in, who says them out.
//!
//! In `Article 9 affirms: "Nobody shall be turned away"` the tagger takes "affirms" for a noun; `From the report: "The pier is
//! old"` has no verb at all. Only quotations that no other reader has taken come here.

use std::ops::Range;

use syntax::{Key, Xpos};

use super::Act;
use super::beside::introducing;
use super::cue::{CUES, Frame, Part};
use super::draft::Draft;
use super::scene::Scene;
use super::speaker::speaker;
use super::verb::cue_start;

/// How many tokens before the mark a cue may stand.
const REACH: usize = 14;

/// The attribution of a quotation behind the colon or comma at `mark`; a colon introduces one without a cue, too.
pub(super) fn introduced(scene: &Scene, mark: usize, quotation: Range<usize>) -> Option<Draft> {
    if let Some(verb) = speech_before(scene, mark) {
        return Some(by_verb(scene, verb, mark, quotation));
    }
    let colon = scene.token(mark).span.slice(scene.text) == ":";
    colon.then(|| by_mark(scene, mark, quotation))
}

/// The tokens of the sentence before `mark`, the nearest first, up to another quotation.
fn before(scene: &Scene, mark: usize) -> impl Iterator<Item = usize> {
    let first = scene.sentence(mark).tokens.start;
    let near = (first.max(mark.saturating_sub(REACH))..mark).rev();
    near.take_while(|&at| scene.quotation(at).is_none())
}

/// The nearest word before `mark` that takes a clause as a cue.
fn speech_before(scene: &Scene, mark: usize) -> Option<usize> {
    let speaks = |&at: &usize| {
        let senses = CUES.senses(scene.key(at), Part::Verb);
        let is_cue = senses.iter().any(|sense| sense.frame == Frame::Clause);
        let by_place = || at + 1 == mark && is_verb_by_place(scene, at) || leads(scene, at, mark);
        is_cue && (scene.is_verb(at) || by_place()) || puts_it(scene, at)
    };
    before(scene, mark).find(speaks)
}

/// Whether a word that the tagger takes for a plural stands where only a verb can, behind a noun in the singular.
fn is_verb_by_place(scene: &Scene, at: usize) -> bool {
    let named = |before: usize| {
        matches!(
            scene.token(before).xpos,
            Xpos::Nnp | Xpos::Prp | Xpos::Nn | Xpos::Cd
        )
    };
    scene.token(at).xpos == Xpos::Nns && at.checked_sub(1).is_some_and(named)
}

/// Whether a word begins a sentence that has nothing but a name behind it: `Continued Lee:`.
fn leads(scene: &Scene, at: usize, mark: usize) -> bool {
    let name = |at: usize| scene.token(at).xpos == Xpos::Nnp;
    at == scene.sentence(mark).tokens.start && at + 1 < mark && (at + 1..mark).all(name)
}

/// Whether a word is "put" in "as Lee put it".
fn puts_it(scene: &Scene, at: usize) -> bool {
    const FORMS: [Key; 2] = [Key::word("put"), Key::word("puts")];
    const IT: Key = Key::word("it");
    let next = scene.analysis.tokens.get(at + 1);
    FORMS.contains(&scene.key(at)) && next.is_some_and(|next| next.key == IT)
}

fn by_verb(scene: &Scene, verb: usize, mark: usize, quotation: Range<usize>) -> Draft {
    let puts = puts_it(scene, verb);
    let outside = |&head: &usize| {
        let own = head == verb || puts && head == verb + 1;
        !own && scene.quotation(head).is_none()
    };
    let known = scene.is_verb(verb).then(|| speaker(scene, verb, true));
    let mut made = match known.flatten().filter(outside) {
        Some(head) => introducing(scene, verb, head, quotation),
        None if leads(scene, verb, mark) => draft(scene, verb, Some(verb + 1..mark), quotation),
        None => draft(scene, verb, nouns_before(scene, verb), quotation),
    };
    if puts {
        made.cue.end = verb + 2;
    }
    made
}

/// The noun phrase that ends right before a verb, by its tags, or before what stands between commas there: "*Ann Lee*, who
/// had left, said".
fn nouns_before(scene: &Scene, verb: usize) -> Option<Range<usize>> {
    let belongs = |&before: &usize| {
        matches!(
            scene.token(before).xpos,
            Xpos::Nnp | Xpos::Nn | Xpos::Nns | Xpos::Cd | Xpos::Jj | Xpos::Dt | Xpos::Prp
        )
    };
    let comma = |&at: &usize| scene.token(at).xpos == Xpos::Comma;
    let mut end = cue_start(scene, verb);
    if end.checked_sub(1).is_some_and(|last| comma(&last)) {
        end = before(scene, end - 1).find(comma)?;
    }
    let start = before(scene, end).take_while(belongs).last()?;
    Some(start..end)
}

/// The attribution that a colon alone makes: `From *the report*: "…"`, `Here's *Lee* in May: "…"`, `Then, the line: "…"`.
fn by_mark(scene: &Scene, colon: usize, quotation: Range<usize>) -> Draft {
    const WORDS: [Key; 2] = [Key::word("from"), Key::word("by")];
    let from = before(scene, colon).find(|&at| WORDS.contains(&scene.key(at)));
    let source = from
        .map(|from| from + 1..colon)
        .or_else(|| shown(scene, colon))
        .or_else(|| headed(scene, colon));
    let source = source.map(|source| before_comma(scene, source));
    let source = source.filter(|source| !source.is_empty());
    draft(scene, colon, source, quotation)
}

fn before_comma(scene: &Scene, range: Range<usize>) -> Range<usize> {
    let comma = range
        .clone()
        .find(|&at| scene.token(at).xpos == Xpos::Comma);
    range.start..comma.unwrap_or(range.end)
}

/// The name that a sentence begins with, where a colon or preposition follows it: "*Ann Lee* on the pier:".
fn headed(scene: &Scene, colon: usize) -> Option<Range<usize>> {
    let first = scene.sentence(colon).tokens.start;
    let noun = |&at: &usize| matches!(scene.token(at).xpos, Xpos::Nnp | Xpos::Nn);
    let end = (first..colon).take_while(noun).last()? + 1;
    let ends = end == colon || matches!(scene.token(end).xpos, Xpos::In | Xpos::To);
    (ends && scene.token(first).xpos == Xpos::Nnp).then_some(first..end)
}

/// Gives the attribution of a participle that has no subject the speaker before it: `Lee said no, *adding*, "Never."`
pub(super) fn share_speaker(scene: &Scene, draft: &mut Draft, drafts: &[Draft]) {
    const FARTHEST: usize = 60;
    if scene.token(draft.head).xpos != Xpos::Vbg {
        return;
    }
    let near = draft.head.saturating_sub(FARTHEST)..draft.head;
    let speaks =
        |other: &&Draft| other.speech && other.source.is_some() && near.contains(&other.head);
    let last = drafts.iter().filter(speaks).max_by_key(|other| other.head);
    if let Some(last) = last {
        draft.speaker = last.speaker;
        draft.source.clone_from(&last.source);
    }
}

/// Whom a sentence with "here" shows: "Here's *Lee* in May:".
fn shown(scene: &Scene, colon: usize) -> Option<Range<usize>> {
    const HERE: Key = Key::word("here");
    let first = scene.sentence(colon).tokens.start;
    let name = |&at: &usize| scene.token(at).xpos == Xpos::Nnp;
    let start = first + 2;
    let named = (start..colon).take_while(name).last()?;
    (scene.key(first) == HERE).then_some(start..named + 1)
}

fn draft(
    scene: &Scene,
    head: usize,
    source: Option<Range<usize>>,
    quotation: Range<usize>,
) -> Draft {
    Draft {
        head,
        cue: head..head + 1,
        speaker: source.as_ref().map(|source| source.end - 1),
        source,
        content: vec![quotation],
        act: Act::Assertion,
        sentence: scene.analysis.sentence_of(head),
        speech: true,
        weak: false,
    }
}

#[cfg(test)]
mod tests {
    use crate::attribution::tests::{analyze, attributed};

    fn said(text: &str) -> Vec<String> {
        attributed(text, &analyze(text))
    }

    #[test]
    fn the_words_before_a_quotation_say_whose_it_is() {
        assert_eq!(
            said("Article 9 affirms: \"No ship shall be turned away from a safe harbor.\""),
            ["Article 9 | affirms | \"No ship shall be turned away from a safe harbor.\""]
        );
        assert_eq!(
            said("From the report: \"In general, boats with new sails were faster.\""),
            ["the report | : | \"In general, boats with new sails were faster.\""]
        );
        assert_eq!(
            said("Here's Brandt in May 1992: \"Our course must rest on trust.\""),
            ["Brandt | : | \"Our course must rest on trust.\""]
        );
        assert_eq!(
            said("Then, the laugh line: \"It is unwise to call up the harbor.\""),
            ["- | : | \"It is unwise to call up the harbor.\""]
        );
    }

    #[test]
    fn a_participle_shares_the_speaker_before_it() {
        assert_eq!(
            said(
                "Brandt said the report was late. Adding, \"Now, what they do is never that bad.\""
            ),
            [
                "Brandt | said | the report was late",
                "Brandt | Adding | \"Now, what they do is never that bad.\""
            ]
        );
    }

    #[test]
    fn a_comma_before_words_in_quotation_marks_introduces_nobody() {
        let silent = |text: &str| assert!(said(text).is_empty(), "{text}");
        silent("She lived in a small house near the old pier, \"The Gull's Nest.\"");
        silent("By the harbor stood three boats, \"Anna\" and two more.");
    }
}
