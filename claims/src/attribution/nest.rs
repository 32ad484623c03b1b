//! Which attribution stands inside the content of which: "Tass" > "Lee" in "Tass cited Lee as saying she would go".

use std::ops::Range;

use super::Act;
use super::draft::Draft;
use super::scene::Scene;

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
