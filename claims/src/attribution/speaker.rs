//! Who speaks by a verb: the verb in, the head of its source out, also where the parse has given it no subject.
//!
//! In `"We left," said Ann Lee` it is "Lee", in "Ann Lee, a clerk, said" it is "Lee" and not "clerk".

use syntax::{Relation, Xpos};

use super::scene::Scene;
use super::source::{is_cut, subject};
use super::verb::cue_start;

/// Head of the source of an active verb; in "…", said the mayor, the parse may take the mayor for an object of a verb
/// that takes a clause.
pub(super) fn speaker(scene: &Scene, verb: usize, takes_clause: bool) -> Option<usize> {
    let inverted = || {
        let object = scene
            .tree
            .child(verb, &[Relation::Dobj])
            .filter(|&object| object > verb)?;
        let said_before = scene
            .tree
            .child(verb, &[Relation::Ccomp])
            .is_some_and(|clause| clause < verb);
        (said_before && takes_clause).then_some(object)
    };
    let outside = |subject: &usize| scene.quotation(*subject).is_none();
    own_subject(scene, verb)
        .filter(outside)
        .or_else(inverted)
        .or_else(|| before_apposition(scene, verb))
        .or_else(|| subject(scene, verb).filter(outside))
        .or_else(|| behind_quotation(scene, verb))
        .or_else(|| right_before(scene, verb))
        .or_else(|| leading(scene, verb))
        .or_else(|| before_relative(scene, verb))
}

/// The subject of the verb; the second where the first belongs to what is said, as the pronoun of a relative clause does
/// and what a comma ends: "a delay *which* the mayor said was short", "killing five, *two of them at once*, police said". A
/// quotation without a verb may be taken for another: `"Bad news," Lee said`.
fn own_subject(scene: &Scene, verb: usize) -> Option<usize> {
    let outside = |subject: &usize| scene.quotation(*subject).is_none();
    let mut subjects = scene.tree.related(verb, &[Relation::Nsubj]).filter(outside);
    let first = subjects.next()?;
    let second = subjects.next().filter(|&second| second < verb);
    let is_relative = matches!(scene.token(first).xpos, Xpos::Wdt | Xpos::Wp);
    let before_comma = |second: usize| {
        let start = scene.tree.stretch(second).start;
        start > first && scene.token(start - 1).xpos == Xpos::Comma
    };
    let is_one =
        |&second: &usize| is_relative || is_cut(scene, first, second) || before_comma(second);
    second.filter(is_one).or(Some(first))
}

/// The first of two subjects of a clause before the verb: "*Ann Lee*, whose boat *it* was, said".
fn before_relative(scene: &Scene, verb: usize) -> Option<usize> {
    let clause = scene
        .tree
        .child(verb, &[Relation::Ccomp, Relation::Advcl])?;
    let mut subjects = scene
        .tree
        .related(clause, &[Relation::Nsubj, Relation::Nsubjpass]);
    let (first, second) = (subjects.next()?, subjects.next()?);
    let is_relative =
        |at: usize| matches!(scene.token(at).xpos, Xpos::WpPoss | Xpos::Wp | Xpos::Wdt);
    let related = (first + 1..second + 1).any(is_relative);
    (clause < verb && related && scene.quotation(first).is_none()).then_some(first)
}

/// The name behind a verb that begins its sentence: `Said Ann Lee, "We left."`
fn leading(scene: &Scene, verb: usize) -> Option<usize> {
    let sentence = &scene.sentence(verb).tokens;
    let quotes = || (verb + 1..sentence.end).any(|at| scene.quotation(at).is_some());
    let leads = sentence.start == verb && scene.token(verb).xpos == Xpos::Vbd && quotes();
    let name = (verb + 1..sentence.end).take_while(|&at| scene.token(at).xpos == Xpos::Nnp);
    name.last().filter(|_| leads)
}

/// The name whose apposition ends right before a verb that the parse has given no subject: "…, Ann Lee, a clerk, said".
pub(super) fn before_apposition(scene: &Scene, verb: usize) -> Option<usize> {
    let comma = cue_start(scene, verb).checked_sub(1)?;
    let last = comma.checked_sub(1)?;
    let apposed = scene.token(comma).xpos == Xpos::Comma
        && scene.tree.relation(last) == Relation::Appos
        && scene.quotation(last).is_none();
    scene.tree.head(last).filter(|_| apposed)
}

/// The noun right before a verb, where the parse has found no subject outside a quotation: `"…," Lee said`.
pub(super) fn right_before(scene: &Scene, verb: usize) -> Option<usize> {
    let before = cue_start(scene, verb).checked_sub(1)?;
    let nominal = matches!(
        scene.token(before).xpos,
        Xpos::Nnp | Xpos::Nn | Xpos::Nns | Xpos::Prp
    );
    (nominal && scene.quotation(before).is_none()).then_some(before)
}

/// The noun behind a verb that comes right after a quotation: `"…," wrote Lee`.
pub(super) fn behind_quotation(scene: &Scene, verb: usize) -> Option<usize> {
    const FARTHEST: usize = 8;
    let after_quotation = scene.quotation(verb.checked_sub(1)?).is_some();
    let next = Some(verb + 1).filter(|&next| next < scene.analysis.tokens.len())?;
    let nominal = matches!(
        scene.token(next).xpos,
        Xpos::Nnp | Xpos::Nn | Xpos::Nns | Xpos::Dt | Xpos::Prp
    );
    let heads = std::iter::successors(Some(next), |&at| {
        scene.tree.head(at).filter(|&head| head > verb)
    });
    heads
        .take(FARTHEST)
        .last()
        .filter(|_| after_quotation && nominal)
}

#[cfg(test)]
mod tests {
    use crate::attribution::tests::{analyze, attributed};

    fn said(text: &str) -> Vec<String> {
        attributed(text, &analyze(text))
    }

    #[test]
    fn a_quotation_without_a_verb_is_no_subject() {
        assert_eq!(
            said(
                "\"Very good sailor, very good sailor this guy,\" Keller, the captain, said on Monday."
            ),
            ["Keller, the captain | said | \"Very good sailor, very good sailor this guy,\""]
        );
    }
}
