//! Which attribution stands inside the content of which: "Tass" > "Lee" in "Tass cited Lee as saying she would go".

use std::ops::Range;

use syntax::{Relation, Xpos};

use super::Act;
use super::cue::ACCORDING;
use super::draft::Draft;
use super::scene::Scene;

/// Sets statements in their own words apart from those that the parse has put them into: "said it was late, and *added:
/// "We left"*" has two.
pub(crate) fn set_apart(scene: &Scene, drafts: &mut [Draft]) {
    for inner in 0..drafts.len() {
        let Some(quotation) = quoted_behind(scene, &drafts[inner]) else {
            continue;
        };
        let head = drafts[inner].head;
        let ends_with_it = |range: &Range<usize>| {
            let inside = range.start < head && range.contains(&quotation.start);
            inside && range.end <= quotation.end && scene.quotation(range.start).is_none()
        };
        let holds = |outer: &Draft| outer.head < head && outer.content.iter().any(ends_with_it);
        let outer = (0..drafts.len()).filter(|&at| at != inner && holds(&drafts[at]));
        let Some(outer) = outer.max_by_key(|&at| drafts[at].head) else {
            continue;
        };
        if let Some(end) = ends_before(scene, &drafts[inner], &drafts[outer]) {
            divide(drafts, outer, inner, end, quotation);
        }
    }
}

/// Ends contents before the remark of who says them, which the parse has hung on what is said: `Lee said it was "too late,"
/// *referring to the vote*`, "said it was late, *adding that she would go*". The remark is of the same speaker.
pub(crate) fn end_before_remarks(scene: &Scene, drafts: &mut [Draft]) {
    for inner in 0..drafts.len() {
        let (at, ends_clause) = (drafts[inner].head, adds_clause(scene, &drafts[inner]));
        if !ends_clause && !is_behind_quotation(scene, &drafts[inner]) {
            continue;
        }
        let holds = |outer: &Draft| {
            let inside = |range: &Range<usize>| range.start < at && range.contains(&at);
            let says = ends_clause.then(|| says_clause(scene, outer, at));
            let speaks = outer.speech && outer.head < at && says.unwrap_or(true);
            speaks && outer.content.iter().any(inside)
        };
        let outer = (0..drafts.len()).filter(|&other| holds(&drafts[other]));
        let Some(outer) = outer.max_by_key(|&other| drafts[other].head) else {
            continue;
        };
        for range in &mut drafts[outer].content {
            *range = scene.trim(range.start..range.end.min(at.max(range.start)));
        }
        drafts[outer].content.retain(|range| !range.is_empty());
        drafts[inner].speaker = drafts[outer].speaker;
        drafts[inner].source = drafts[outer].source.clone();
    }
}

/// Whether the cue is a participle right behind a quotation that ends with a comma.
fn is_behind_quotation(scene: &Scene, draft: &Draft) -> bool {
    let before = draft.head.checked_sub(1);
    let quotation = before.and_then(|before| scene.quotation(before));
    let words = quotation.map(|number| scene.quotations[number].inner.slice(scene.text));
    let participle =
        scene.token(draft.head).xpos == Xpos::Vbg && scene.key(draft.head) != ACCORDING;
    participle && words.is_some_and(|words| words.ends_with(','))
}

/// Whether the cue is a participle behind a comma with a clause of its own.
fn adds_clause(scene: &Scene, draft: &Draft) -> bool {
    let at = draft.head;
    let comma = at > 0 && scene.token(at - 1).xpos == Xpos::Comma;
    let participle =
        scene.token(at).xpos == Xpos::Vbg && scene.tree.relation(at) == Relation::Advcl;
    let behind = draft.content.iter().any(|range| range.start > at);
    let tells = behind && !draft.weak && is_assertion(draft);
    comma && participle && tells
}

fn is_assertion(draft: &Draft) -> bool {
    matches!(draft.act, Act::Assertion | Act::Denial | Act::Allegation)
}

/// Whether a draft tells a clause that has its verb before token `end`.
fn says_clause(scene: &Scene, draft: &Draft, end: usize) -> bool {
    let finite = |at: usize| scene.has_tense(at) || scene.token(at).xpos == Xpos::Md;
    let mut words = draft.content.iter().flat_map(Clone::clone);
    is_assertion(draft) && !draft.weak && words.any(|at| at < end && finite(at))
}

/// The quotation right behind a cue, but for a comma or colon.
fn quoted_behind(scene: &Scene, draft: &Draft) -> Option<Range<usize>> {
    let next = draft.cue.end;
    let last = scene.analysis.tokens.len() - 1;
    let mark = next < last && scene.quotation(next).is_none() && scene.is_punctuation(next);
    let start = next + usize::from(mark);
    let number = (start <= last).then(|| scene.quotation(start)).flatten()?;
    let tokens = scene.tokens_of(&scene.quotations[number]);
    (draft.speech && tokens.start == start).then_some(tokens)
}

/// Where what is said before a joined statement ends: in front of the "and" or comma before it.
fn ends_before(scene: &Scene, draft: &Draft, outer: &Draft) -> Option<usize> {
    let source = draft.source.as_ref().map(|source| source.start);
    let begins = [source, Some(draft.cue.start)];
    let joined = |at: usize| matches!(scene.token(at).xpos, Xpos::Cc | Xpos::Comma);
    let end = begins
        .into_iter()
        .flatten()
        .filter_map(|start| start.checked_sub(1))
        .find(|&before| before < draft.cue.start && joined(before))?;
    let comma = end > 0 && scene.is_punctuation(end - 1);
    let end = if comma { end - 1 } else { end };
    let says_more = |range: &Range<usize>| range.start < end;
    outer.content.iter().any(says_more).then_some(end)
}

/// Gives the quotation to the inner of two drafts and what is before `end` to the outer one; who says two things that are
/// joined says both.
fn divide(drafts: &mut [Draft], outer: usize, inner: usize, end: usize, quotation: Range<usize>) {
    for range in &mut drafts[outer].content {
        range.end = range.end.min(end);
    }
    drafts[outer].content.retain(|range| !range.is_empty());
    let (speaker, source) = (drafts[outer].speaker, drafts[outer].source.clone());
    let draft = &mut drafts[inner];
    draft.content = vec![quotation];
    if draft.source.as_ref().is_none_or(|source| source.end <= end) {
        (draft.speaker, draft.source) = (speaker, source);
    }
}

/// For each draft the one whose content its cue stands in, the innermost; in the order of `drafts`.
///
/// Contents are visited from left to right with those that are open on a stack, so that the cost grows with the number
/// of drafts alone.
pub(crate) fn parents(drafts: &[Draft]) -> Vec<Option<usize>> {
    let mut contents: Vec<(Range<usize>, usize)> = drafts
        .iter()
        .enumerate()
        .flat_map(|(number, draft)| {
            draft
                .content
                .iter()
                .map(move |range| (range.clone(), number))
        })
        .collect();
    contents.sort_by_key(|(range, number)| (range.start, usize::MAX - range.end, *number));
    let mut order: Vec<usize> = (0..drafts.len()).collect();
    order.sort_by_key(|&number| drafts[number].cue.start);
    let mut parents = vec![None; drafts.len()];
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut next = contents.into_iter().peekable();
    for number in order {
        let at = drafts[number].cue.start;
        while let Some((range, owner)) = next.next_if(|(range, _)| range.start <= at) {
            open.push((range.end, owner));
        }
        while open.last().is_some_and(|&(end, _)| end <= at) {
            open.pop();
        }
        parents[number] = open
            .last()
            .map(|&(_, owner)| owner)
            .filter(|&owner| owner != number);
    }
    parents
}

/// Keeps of the attributions inside others those that make a chain: somebody else's statement, passed on.
///
/// What the source says about wishes, likings and doings of others is part of the content: PolNeAR's annotators leave
/// it there, and so do we.
pub(crate) fn prune(scene: &Scene, drafts: Vec<Draft>) -> (Vec<Draft>, Vec<Option<usize>>) {
    let parents = parents(&drafts);
    let keep: Vec<bool> = (0..drafts.len())
        .map(|at| parents[at].is_none_or(|parent| passes_on(scene, &drafts[at], &drafts[parent])))
        .collect();
    let mut numbers = vec![None; drafts.len()];
    let kept: Vec<usize> = (0..drafts.len()).filter(|&at| keep[at]).collect();
    for (number, &at) in kept.iter().enumerate() {
        numbers[at] = Some(number);
    }
    let new_parents = kept
        .iter()
        .map(|&at| kept_ancestor(&parents, &numbers, at))
        .collect();
    let mut keep = keep.into_iter();
    let mut drafts = drafts;
    drafts.retain(|_| keep.next().unwrap_or(false));
    (drafts, new_parents)
}

/// The new number of the nearest ancestor that was kept; a chain of reports is never long.
fn kept_ancestor(parents: &[Option<usize>], numbers: &[Option<usize>], at: usize) -> Option<usize> {
    const LONGEST_CHAIN: usize = 8;
    let ancestors = std::iter::successors(parents[at], |&parent| parents[parent]);
    ancestors
        .take(LONGEST_CHAIN)
        .find_map(|parent| numbers[parent])
}

/// Whether an attribution tells what somebody by name says, also where "according to" stands behind what it is about.
fn passes_on(scene: &Scene, draft: &Draft, parent: &Draft) -> bool {
    let tells = draft.speech || super::noun::is_according(scene, draft.head);
    let reports = matches!(draft.act, Act::Assertion | Act::Denial | Act::Allegation) && tells;
    let Some(source) = draft.source.as_ref().filter(|_| reports) else {
        return false;
    };
    let is_name = source
        .clone()
        .any(|at| scene.token(at).upos == syntax::Upos::Propn);
    is_name && parent.source.as_ref() != Some(source)
}

#[cfg(test)]
mod tests {
    use crate::attribution::tests::{analyze, attributed};

    fn said(text: &str) -> Vec<String> {
        attributed(text, &analyze(text))
    }

    #[test]
    fn a_joined_statement_in_its_own_words_stands_apart() {
        assert_eq!(
            said("The mayor noted that he taught law, and added: \"I know a little about this.\""),
            [
                "The mayor | noted | that he taught law",
                "The mayor | added | \"I know a little about this.\""
            ]
        );
    }

    #[test]
    fn words_that_the_source_quotes_stay_in_what_it_says() {
        assert_eq!(
            said("The mayor said that Lee had called the plan \"a bad joke\" in May."),
            ["The mayor | said | that Lee had called the plan \"a bad joke\" in May"]
        );
    }

    #[test]
    fn a_remark_of_the_speaker_ends_what_is_said() {
        assert_eq!(
            said("Lee insisted that he has \"grown the party,\" claiming that he brought voters."),
            [
                "Lee | insisted | that he has \"grown the party,\"",
                "Lee | claiming | that he brought voters"
            ]
        );
        assert_eq!(
            said("The firm said it would not be able to pay in time, warning that it could close."),
            [
                "The firm | said | it would not be able to pay in time",
                "The firm | warning | that it could close"
            ]
        );
    }

    #[test]
    fn a_deed_that_is_told_stays_in_what_is_said() {
        assert_eq!(
            said("The firm said the storm hit the pier, sinking two boats."),
            ["The firm | said | the storm hit the pier, sinking two boats"]
        );
    }
}
