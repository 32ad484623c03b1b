//! Quotations that go on with one that has a speaker: `"No," she said. "We will stay."`
//!
//! In go the quotations and who has each, out the speaker of those that nobody has: `"No," she said, "not yet"`, the second
//! sentence behind the cue, the next paragraph.

use std::ops::Range;

use super::Act;
use super::draft::Draft;
use syntax::Xpos;

use super::link::{GAP, ends_with, is_sentence, is_stop, is_whole, merge};
use super::quote::Quotation;
use super::scene::Scene;

/// How many tokens the rest of a sentence may have before what the speaker goes on with.
const REST: usize = 60;

/// Gives quotations that stand alone behind an attributed one, or go on behind its cue, to its speaker.
pub(super) fn follow(scene: &Scene, drafts: &mut [Draft], owners: &mut [Option<usize>]) {
    for quotation in 1..scene.quotations.len() {
        if owners[quotation].is_some() {
            continue;
        }
        let Some(previous) = last_attributed(scene, quotation, owners) else {
            continue;
        };
        let Some(owner) = owners[previous] else {
            continue;
        };
        let (owner, previous) =
            leading(scene, drafts, owners, previous).unwrap_or((owner, previous));
        let draft = &mut drafts[owner];
        let names = |source: &Range<usize>| {
            source.contains(&scene.tokens_of(&scene.quotations[quotation]).start)
        };
        if !draft.source.as_ref().is_some_and(names) && goes_on(scene, quotation, previous, draft) {
            owners[quotation] = Some(owner);
            draft
                .content
                .push(scene.tokens_of(&scene.quotations[quotation]));
            merge(&mut draft.content);
        }
    }
}

/// Gives quotations that stand alone behind a statement to whoever made it: "Lee said the pier was old. *"I would not
/// walk on it."*"
pub(super) fn follow_statements(scene: &Scene, drafts: &mut [Draft], owners: &mut [Option<usize>]) {
    for (quotation, owner) in scene.quotations.iter().zip(owners) {
        let tokens = scene.tokens_of(quotation);
        let alone = owner.is_none()
            && quotation.closed
            && is_sentence(scene, quotation, &tokens)
            && stands_alone(scene, &tokens);
        if !alone {
            continue;
        }
        *owner = statement_before(scene, drafts, tokens.start);
        if let Some(owner) = *owner {
            drafts[owner].content.push(tokens);
        }
    }
}

/// Whether nothing but the quotation stands in its sentences.
fn stands_alone(scene: &Scene, tokens: &Range<usize>) -> bool {
    let last = scene.sentence(tokens.end - 1).tokens.end;
    let begins = scene.sentence(tokens.start).tokens.start == tokens.start;
    begins && (tokens.end..last).all(|at| scene.is_punctuation(at))
}

/// The statement in the sentence before token `start` that all of its end belongs to.
fn statement_before(scene: &Scene, drafts: &[Draft], start: usize) -> Option<usize> {
    let before = scene.analysis.sentence_of(start).checked_sub(1)?;
    let end = scene.analysis.sentences[before].tokens.end;
    let ends = |draft: &Draft| {
        let last = draft.content.last().map_or(0, |last| last.end);
        draft.sentence == before && last <= end && (last..end).all(|at| scene.is_punctuation(at))
    };
    let says = |&at: &usize| {
        let draft = &drafts[at];
        draft.speech && draft.act == Act::Assertion && draft.source.is_some() && ends(draft)
    };
    (0..drafts.len())
        .filter(says)
        .min_by_key(|&at| drafts[at].head)
}

/// The speaker of the quotation that begins the sentence of quotation `last`, and that quotation, where `last` is a part of
/// what is told of the speaker: `"No," said Lee, who called it *"a shame"*. "Never."`
fn leading(
    scene: &Scene,
    drafts: &[Draft],
    owners: &[Option<usize>],
    last: usize,
) -> Option<(usize, usize)> {
    let own = &drafts[owners[last]?];
    let paragraph = scene.quotations[last].paragraph;
    let leads = |&at: &usize| {
        let owner = owners[at].filter(|&owner| drafts[owner].sentence == own.sentence);
        let tokens = scene.tokens_of(&scene.quotations[at]);
        let begins = || tokens.end <= drafts[owner.unwrap_or(0)].cue.start;
        owner.is_some_and(|owner| drafts[owner].head < own.head)
            && begins()
            && ends_with(scene, &scene.quotations[at], &[',', '?', '!'])
    };
    let here = |&at: &usize| scene.quotations[at].paragraph == paragraph;
    let first = (0..last).rev().take_while(here).find(leads)?;
    Some((owners[first]?, first))
}

/// The attributed quotation before another, past titles and words in quotation marks: `"No," she said on "The Hour."
/// "Never."`
pub(super) fn last_attributed(
    scene: &Scene,
    quotation: usize,
    owners: &[Option<usize>],
) -> Option<usize> {
    const TITLE: usize = 8;
    let is_title =
        |&at: &usize| owners[at].is_none() && scene.tokens_of(&scene.quotations[at]).len() <= TITLE;
    let titles = (0..quotation).rev().take_while(is_title).take(2).count();
    let last = quotation.checked_sub(titles + 1)?;
    owners[last].is_some().then_some(last)
}

/// Whether the quotation goes on with what the draft has: `"No," she said, "not yet. Never."`, `"No," she said. "Never."`,
/// or in the next paragraph.
fn goes_on(scene: &Scene, quotation: usize, previous: usize, draft: &Draft) -> bool {
    let this = &scene.quotations[quotation];
    let previous = &scene.quotations[previous];
    let tokens = scene.tokens_of(this);
    let ended = [&draft.cue]
        .into_iter()
        .chain(&draft.content)
        .chain(&draft.source)
        .map(|range| range.end)
        .max();
    let between = ended.unwrap_or(0)..tokens.start;
    let limit = if this.paragraph == previous.paragraph {
        REST
    } else {
        GAP
    };
    if between.len() > limit {
        return false;
    }
    let stops = between.clone().filter(|&at| is_stop(scene, at)).count();
    let bare = between.clone().all(|at| scene.is_punctuation(at));
    let mut words = between.clone().rev();
    let begins = words
        .find(|&at| scene.token(at).xpos != Xpos::CloseQuote)
        .is_none_or(|at| is_stop(scene, at));
    match this.paragraph - previous.paragraph {
        0 if bare => stops > 0 || draft.cue.start > scene.tokens_of(previous).start,
        0 if stops == 0 => resumes(scene, this, previous),
        0 => stops == 1 && begins && is_whole(scene, this, &tokens),
        1 if this.continues => true,
        1 => {
            let alone = bare || stops == 1 && begins && is_paragraph(scene, this, &tokens);
            alone && is_whole(scene, this, &tokens)
        }
        _ => false,
    }
}

/// Whether a quotation ends the sentence that the one before has left open, with a comma on both sides of what interrupts
/// them: `"We left," she told the court in May, "and never came back."`
fn resumes(scene: &Scene, this: &Quotation, previous: &Quotation) -> bool {
    let tokens = scene.tokens_of(this);
    let goes_on = this.inner.slice(scene.text).starts_with(char::is_lowercase);
    let comma = tokens.start > 0 && scene.token(tokens.start - 1).xpos == Xpos::Comma;
    goes_on && comma && ends_with(scene, previous, &[',']) && is_whole(scene, this, &tokens)
}

/// Whether nothing but the quotation stands in its paragraph.
fn is_paragraph(scene: &Scene, quotation: &Quotation, tokens: &Range<usize>) -> bool {
    let sentences = &scene.analysis.sentences;
    let number = |at: usize| scene.analysis.sentence_of(at);
    let (first, last) = (number(tokens.start), number(tokens.end - 1));
    let other = |number: usize| {
        sentences
            .get(number)
            .is_none_or(|sentence| sentence.paragraph != quotation.paragraph)
    };
    let begins = sentences[first].tokens.start == tokens.start;
    let ends = (tokens.end..sentences[last].tokens.end).all(|at| scene.is_punctuation(at));
    begins && ends && first.checked_sub(1).is_none_or(other) && other(last + 1)
}

#[cfg(test)]
mod tests {
    use crate::attribution::tests::{analyze, attributed};

    fn said(text: &str) -> Vec<String> {
        attributed(text, &analyze(text))
    }

    #[test]
    fn a_quotation_goes_on_behind_what_interrupts_it() {
        assert_eq!(
            said(
                "\"The rules went far beyond the law,\" he said in a statement, \"and yet the harbor kept to them.\""
            ),
            [
                "he | said | \"The rules went far beyond the law,\" / \"and yet the harbor kept to them.\""
            ]
        );
    }

    #[test]
    fn what_follows_is_of_the_speaker_and_not_of_what_is_told_of_him() {
        assert_eq!(
            said(
                "\"Sales are up a little bit, and so are rents,\" said Mr. Lee, who noted that in May the price had \"cratered\" to half. \"Things are moving, but slowly.\""
            ),
            [
                "Mr. Lee, who noted that in May the price had \"cratered\" to half | said | \"Sales are up a little bit, and so are rents,\" / \"Things are moving, but slowly.\"",
                "who | noted | that in May the price had \"cratered\" to half"
            ]
        );
    }

    #[test]
    fn a_title_behind_the_name_of_its_writer_is_not_what_he_says() {
        assert_eq!(
            said("\"We waited too long,\" said Ann Lee, the author of \"The Old Pier.\""),
            ["Ann Lee, the author of \"The Old Pier.\" | said | \"We waited too long,\""]
        );
    }

    #[test]
    fn a_quotation_alone_behind_a_statement_is_of_whoever_made_it() {
        assert_eq!(
            said("Lee said the pier was old. \"I would not walk on it with a dog.\""),
            ["Lee | said | the pier was old / \"I would not walk on it with a dog.\""]
        );
        assert_eq!(
            said("The pier was old. \"I would not walk on it with a dog.\""),
            [] as [&str; 0]
        );
    }
}
