//! Who says it: the cue's head in, the noun phrase of its source out.
//!
//! In "Ann Lee, the mayor, said" the source is "Ann Lee, the mayor"; in "she left, saying", it is "she", the subject of
//! the clause that "saying" hangs on; in "Tass cited Lee as saying", it is "Lee".

use std::ops::Range;

use syntax::{Relation, Xpos};

use super::scene::Scene;
use crate::name::{Mention, MentionForm, mention_at};

/// How far up the tree a subject may be borrowed from.
const REACH: usize = 8;

const SUBJECTS: &[Relation] = &[Relation::Nsubj, Relation::Csubj];
const ANY_SUBJECTS: &[Relation] = &[Relation::Nsubj, Relation::Nsubjpass, Relation::Csubj];

/// Head of the noun phrase that is the subject of `verb`, its own or borrowed from the clause it hangs on.
pub(crate) fn subject(scene: &Scene, verb: usize) -> Option<usize> {
    scene
        .tree
        .child(verb, SUBJECTS)
        .or_else(|| borrowed(scene, verb, REACH))
}

fn borrowed(scene: &Scene, verb: usize, reach: usize) -> Option<usize> {
    let head = scene.tree.head(verb)?;
    let reach = reach.checked_sub(1)?;
    match scene.tree.relation(verb) {
        Relation::Acl if scene.token(verb).xpos == Xpos::Vb => None,
        Relation::Acl | Relation::Relcl => Some(head),
        Relation::Acomp
        | Relation::Conj
        | Relation::Xcomp
        | Relation::Parataxis
        | Relation::Dep => of_clause(scene, head, reach),
        Relation::Advcl if !is_finite(scene, verb) => of_clause(scene, head, reach),
        Relation::Ccomp if !is_finite(scene, verb) => of_clause(scene, head, reach),
        Relation::Pcomp => of_preposition(scene, head, reach),
        _ => None,
    }
}

/// Subject of the clause whose verb is `verb`, whatever its voice; one in a quotation only where there is no other.
fn of_clause(scene: &Scene, verb: usize, reach: usize) -> Option<usize> {
    let mut subjects = scene.tree.related(verb, ANY_SUBJECTS);
    let quoted = scene.quotation(verb);
    subjects
        .find(|&subject| scene.quotation(subject) == quoted)
        .or_else(|| scene.tree.child(verb, ANY_SUBJECTS))
        .or_else(|| borrowed(scene, verb, reach))
}

/// Who does what follows a preposition: "by saying", "cited Lee as saying".
fn of_preposition(scene: &Scene, preposition: usize, reach: usize) -> Option<usize> {
    const AS: syntax::Key = syntax::Key::word("as");
    const OF: syntax::Key = syntax::Key::word("of");
    let verb = scene.tree.head(preposition)?;
    let key = scene.key(preposition);
    let object = scene
        .tree
        .child(verb, &[Relation::Dobj, Relation::Nsubjpass]);
    match object {
        Some(object) if key == AS || key == OF => Some(object),
        _ => of_clause(scene, verb, reach),
    }
}

/// Whether the verb has a tense, by its form or that of an auxiliary.
pub(crate) fn is_finite(scene: &Scene, verb: usize) -> bool {
    match scene.token(verb).xpos {
        Xpos::Vbd | Xpos::Vbp | Xpos::Vbz => true,
        Xpos::Vbg | Xpos::Vb | Xpos::Vbn => scene
            .tree
            .related(verb, &[Relation::Aux, Relation::Auxpass])
            .any(|aux| {
                matches!(
                    scene.token(aux).xpos,
                    Xpos::Md | Xpos::Vbd | Xpos::Vbp | Xpos::Vbz
                )
            }),
        _ => true,
    }
}

/// The noun phrase of `head` as a source of the cue at `cue`: with its appositions, without the clause of the cue.
pub(crate) fn phrase(scene: &Scene, head: usize, cue: usize) -> Range<usize> {
    let mut range = scene.tree.stretch(head);
    if range.contains(&cue) {
        let clause = scene
            .tree
            .children(head)
            .find(|&child| scene.tree.stretch(child).contains(&cue));
        match clause.map(|child| scene.tree.stretch(child)) {
            Some(clause) if clause.start > head => range.end = clause.start,
            Some(clause) if clause.end <= head => range.start = clause.end,
            _ => range = head..head + 1,
        }
    }
    range.start = behind_quotation(scene, &range, head);
    range.end = before_quotation(scene, &range, head).unwrap_or(range.end);
    range.start = title_before(scene, range.start, head).unwrap_or(range.start);
    let range = with_title(scene, with_article(scene, scene.trim(range)));
    if range.contains(&head) {
        range
    } else {
        head..head + 1
    }
}

/// Where a source starts that the parse has begun at the end of what it says: "We left *," Ann Lee* said.
fn behind_quotation(scene: &Scene, range: &Range<usize>, head: usize) -> usize {
    let open = range
        .start
        .checked_sub(1)
        .map(|before| scene.quotation(before));
    let inside = |&at: &usize| scene.quotation(at).is_some() && Some(scene.quotation(at)) == open;
    let last = (range.start..head).take_while(inside).last();
    last.map_or(range.start, |last| last + 1)
}

/// Where a source ends that the parse has given more of what it says: `"We left," said Ann Lee*, "and won"*`.
fn before_quotation(scene: &Scene, range: &Range<usize>, head: usize) -> Option<usize> {
    let goes_on = |number: usize| {
        let words = scene.quotations[number].inner.slice(scene.text);
        words.starts_with(char::is_lowercase)
    };
    let opens = |&at: &usize| {
        let comma = scene.token(at).xpos == Xpos::Comma && scene.quotation(at).is_none();
        comma && scene.quotation(at + 1).is_some_and(goes_on)
    };
    (head + 1..range.end.checked_sub(1)?).find(opens)
}

/// Whether two nouns are one phrase that the parse has cut behind a preposition: "Secretary of | the Treasury Ann Lee".
pub(crate) fn is_cut(scene: &Scene, first: usize, second: usize) -> bool {
    let title = scene.tree.stretch(first);
    let last = title.end - 1;
    title.end == scene.tree.stretch(second).start
        && scene.token(last).xpos == Xpos::In
        && !scene.has(last, &[Relation::Pobj, Relation::Pcomp])
}

/// Where the title starts that the parse has cut off from a name at `start`.
fn title_before(scene: &Scene, start: usize, head: usize) -> Option<usize> {
    let verb = scene.tree.head(head)?;
    let mut subjects = scene.tree.related(verb, &[Relation::Nsubj]);
    let title = subjects.find(|&title| title < start && is_cut(scene, title, head))?;
    Some(scene.tree.stretch(title).start)
}

/// The phrase with the article before it, where the parse has hung it elsewhere.
fn with_article(scene: &Scene, range: Range<usize>) -> Range<usize> {
    let before = range.start.saturating_sub(1);
    let is_article = matches!(scene.token(before).xpos, Xpos::Dt | Xpos::PrpPoss);
    if is_article && scene.quotation(before).is_none() {
        before..range.end
    } else {
        range
    }
}

/// The phrase with the whole of the quotation that begins inside it: the author of *"The Old Pier"*.
fn with_title(scene: &Scene, range: Range<usize>) -> Range<usize> {
    let last = range
        .end
        .checked_sub(1)
        .and_then(|last| scene.quotation(last));
    let title = last.map(|last| scene.tokens_of(&scene.quotations[last]));
    let begun = title.filter(|title| title.start > range.start);
    range.start..begun.map_or(range.end, |title| title.end.max(range.end))
}

/// Head of the source of a passive: "was praised by the mayor", but not "was rejected by two to one".
pub(crate) fn agent(scene: &Scene, verb: usize) -> Option<usize> {
    let by = scene.tree.child(verb, &[Relation::Agent]);
    let by = by.or_else(|| behind_complement(scene, verb))?;
    let is_amount = |&object: &usize| scene.token(object).xpos == Xpos::Cd;
    let object = scene.tree.child(by, &[Relation::Pobj]);
    object.filter(|object| !is_amount(object))
}

/// The "by" of a passive that the parse has hung on what completes it: "was identified as the driver *by* police".
pub(crate) fn behind_complement(scene: &Scene, verb: usize) -> Option<usize> {
    const AS: syntax::Key = syntax::Key::word("as");
    const BY: syntax::Key = syntax::Key::word("by");
    let mut prepositions = scene.tree.related(verb, &[Relation::Prep]);
    let complement = prepositions.find(|&prep| prep > verb && scene.key(prep) == AS)?;
    let noun = scene.tree.child(complement, &[Relation::Pobj])?;
    let mut behind = scene.tree.related(noun, &[Relation::Prep]);
    behind.find(|&prep| prep > noun && scene.key(prep) == BY)
}

/// The entity of the noun phrase whose head is `head`: of its own mention, or of the one it stands beside ("the mayor,
/// Ann Lee"); a relative pronoun means the noun before it.
pub(crate) fn entity(scene: &Scene, head: usize, mentions: &[Mention]) -> Option<usize> {
    let head = match scene.token(head).xpos {
        Xpos::Wp | Xpos::Wdt => antecedent(scene, head)?,
        _ => head,
    };
    let mut beside = scene.tree.related(head, &[Relation::Appos]);
    let named = |&at: &usize| {
        mention_at(mentions, at).is_some_and(|mention| mention.form == MentionForm::Name)
    };
    let place = Some(head)
        .filter(named)
        .or_else(|| beside.find(named))
        .unwrap_or(head);
    mention_at(mentions, place).map(|mention| mention.entity)
}

fn antecedent(scene: &Scene, pronoun: usize) -> Option<usize> {
    let verb = scene.tree.head(pronoun)?;
    let noun = scene.tree.head(verb)?;
    (scene.tree.relation(verb) == Relation::Relcl).then_some(noun)
}
