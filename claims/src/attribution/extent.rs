//! Contents that the parse gives only in part: a cue and what the parse has for its content in, the whole out.
//!
//! "The mayor said at noon *that the pier was safe and that it would open*": the parse hangs the first clause on "noon"
//! and the second on "said"; both are content. "She rejected an offer *he made*": what he made is "an offer".

use std::ops::Range;

use syntax::{Key, Relation, Xpos};

use super::noun::that_clause;
use super::scene::Scene;

/// How many tokens may stand before the "that" of a clause.
const FARTHEST: usize = 10;

/// A clause that a verb reports, from `clause` on: with what the parse has left of it before it and behind it.
pub(super) fn whole_clause(scene: &Scene, verb: usize, clause: usize) -> Range<usize> {
    let range = scene.tree.stretch(clause);
    if clause < verb {
        return range;
    }
    let start = subject_apart(scene, verb, clause).unwrap_or(range.start);
    let end =
        further_clause(scene, verb, range.end).or_else(|| further_part(scene, verb, range.end));
    start..end.unwrap_or(range.end)
}

/// Where the clause begins whose subject the parse has taken for the verb's object: "said *the price of the pier* was
/// too high".
fn subject_apart(scene: &Scene, verb: usize, clause: usize) -> Option<usize> {
    const SUBJECTS: &[Relation] = &[
        Relation::Nsubj,
        Relation::Nsubjpass,
        Relation::Csubj,
        Relation::Expl,
        Relation::Mark,
    ];
    let object = scene.tree.child(verb, &[Relation::Dobj])?;
    let apart = object > verb
        && object < clause
        && scene.quotation(object) == scene.quotation(clause)
        && scene.has_tense(clause)
        && !scene.has(clause, SUBJECTS)
        && scene.token(object).xpos != Xpos::Prp;
    apart.then(|| scene.tree.stretch(object).start)
}

/// The verb and the clause that a "participle" tells which the parse has hung on its subject: in "two papers *reported* on
/// Monday the firm had closed" the verb "had closed" has two subjects, and the first is who reported it.
pub(super) fn behind_second_subject(scene: &Scene, participle: usize) -> Option<Range<usize>> {
    if scene.tree.relation(participle) != Relation::Acl || scene.is_punctuation(participle + 1) {
        return None;
    }
    let teller = scene.tree.head(participle)?;
    let verb = scene.tree.head(teller).filter(|&verb| verb > participle)?;
    let mut subjects = scene
        .tree
        .related(verb, &[Relation::Nsubj, Relation::Nsubjpass]);
    let own = subjects.next() == Some(teller);
    let second = subjects
        .next()
        .filter(|&second| own && second > participle && second < verb)?;
    let start = scene.tree.stretch(second).start;
    (start > participle).then(|| start..scene.tree.stretch(verb).end)
}

/// Where a second clause with "that" ends which the parse has hung on the verb: "that it was safe *and that it would
/// open*".
fn further_clause(scene: &Scene, verb: usize, end: usize) -> Option<usize> {
    const THAT: Key = Key::word("that");
    let begins_so = |&clause: &usize| {
        clause > end
            && scene
                .tree
                .child(clause, &[Relation::Mark])
                .is_some_and(|mark| scene.key(mark) == THAT && mark < clause)
    };
    let clauses = scene.tree.related(verb, &[Relation::Conj, Relation::Ccomp]);
    let last = clauses.rev().find(begins_so)?;
    Some(scene.tree.stretch(last).end)
}

/// Where a part without a verb ends which the parse has joined to the verb behind a quotation in the clause: "said they were
/// "right to be angry," *but also hungry*".
fn further_part(scene: &Scene, verb: usize, end: usize) -> Option<usize> {
    let sentence_end = scene.sentence(verb).tokens.end;
    let next = (end..sentence_end).find(|&at| !scene.is_punctuation(at))?;
    let behind_quotation = next > end && scene.quotation(next - 1).is_some();
    let mut parts = scene.tree.related(verb, &[Relation::Conj, Relation::Prep]);
    let is_prep = |part: usize| scene.tree.relation(part) == Relation::Prep;
    let part = parts.find(|&part| part >= next && (is_prep(part) || !scene.is_verb(part)))?;
    let compared = is_prep(part) && scene.tree.stretch(part).start == next;
    let joined = scene.token(next).xpos == Xpos::Cc && scene.tree.relation(part) == Relation::Conj;
    (behind_quotation && (compared || joined)).then(|| scene.tree.stretch(part).end)
}

/// The clause with "that" which the parse has hung on a time or place behind the verb: "said at noon [that …]".
pub(super) fn behind_adjunct(scene: &Scene, verb: usize) -> Option<Range<usize>> {
    let prepositions = scene.tree.related(verb, &[Relation::Prep]);
    let mut objects = prepositions
        .filter(|&preposition| preposition > verb)
        .filter_map(|preposition| scene.tree.child(preposition, &[Relation::Pobj]));
    objects.find_map(|object| that_clause(scene, object))
}

/// The clause from `start` on to the end of the sentence, by its words alone: what the parse has not made out as one. It
/// begins with "that", also behind a time or place ("said in a letter late Friday *that it would close*"), or right at
/// `start`, and has a verb with a tense.
pub(super) fn rest_of_sentence(scene: &Scene, start: usize) -> Option<Range<usize>> {
    let sentence = scene.sentence(start.checked_sub(1)?).tokens.clone();
    let range = Some(start..sentence.end).filter(|range| !range.is_empty())?;
    let near = range.clone().take(FARTHEST);
    let plain = near.take_while(|&at| !scene.is_punctuation(at) && !is_finite_form(scene, at));
    let that = plain.clone().find(|&at| is_that(scene, at));
    let begins = that.or_else(|| Some(range.start).filter(|&at| opens(scene, at)))?;
    let clause = begins..range.end;
    // The tagger takes many a past tense that it does not expect for a participle.
    let has_verb = |at: usize| {
        let participle = that.is_some() && scene.token(at).xpos == Xpos::Vbn;
        is_finite_form(scene, at) || participle
    };
    let whole = clause.clone().skip(1).any(has_verb)
        && (that.is_some() || !clause.clone().any(|at| scene.quotation(at).is_some()));
    whole.then_some(clause)
}

/// Whether a word is the "that" of a clause.
pub(super) fn is_that(scene: &Scene, at: usize) -> bool {
    const THAT: Key = Key::word("that");
    let own = scene.tree.relation(at) != Relation::Det;
    scene.key(at) == THAT && scene.token(at).xpos == Xpos::In && own
}

/// Whether a word may be the first of a clause.
fn opens(scene: &Scene, at: usize) -> bool {
    matches!(
        scene.token(at).xpos,
        Xpos::Dt | Xpos::Prp | Xpos::PrpPoss | Xpos::Nnp | Xpos::Nns | Xpos::Ex
    )
}

/// The clause from `start` on that a quotation is a part of, by its words alone: "insisting *he had a "great bond" with
/// sailors*", "added *that after taxes, "they were not rich"*".
pub(super) fn clause_with_quotation(
    scene: &Scene,
    start: usize,
    quotation: &Range<usize>,
) -> Option<Range<usize>> {
    let sentence = scene.sentence(start).tokens.clone();
    let between = start..quotation.start.min(sentence.end);
    let first = between.clone().find(|&at| !scene.is_punctuation(at))?;
    let that = between
        .clone()
        .take(FARTHEST)
        .find(|&at| is_that(scene, at));
    let whole = || {
        let mut words = first..between.end;
        words.clone().any(|at| is_finite_form(scene, at))
            && !words.any(|at| scene.is_punctuation(at))
    };
    let begins = that.or_else(|| Some(first).filter(|&first| opens(scene, first) && whole()))?;
    let end = quotation.end.max(sentence.end);
    Some(scene.trim(begins..end))
}

/// Whether a form shows by itself that a clause has a verb: one with a tense, "will", "could".
fn is_finite_form(scene: &Scene, at: usize) -> bool {
    scene.has_tense(at) || scene.token(at).xpos == Xpos::Md
}

/// What a relative clause says of the noun before it without a pronoun: "[an offer] the union rejected".
pub(super) fn missing_object(scene: &Scene, verb: usize) -> Option<Range<usize>> {
    if scene.tree.relation(verb) != Relation::Relcl {
        return None;
    }
    let subject = scene.tree.child(verb, &[Relation::Nsubj])?;
    let is_relative = |at: usize| matches!(scene.token(at).xpos, Xpos::Wdt | Xpos::Wp);
    let of_time = scene
        .tree
        .children(verb)
        .any(|child| scene.token(child).xpos == Xpos::Wrb);
    let whole = !is_relative(subject) && !of_time && subject < verb;
    let noun = scene.tree.head(verb).filter(|_| whole)?;
    let start = scene.tree.stretch(noun).start;
    (start <= noun).then_some(start..noun + 1)
}

/// What follows someone or something and completes it: "called on the board *to resign*", "referred to him *as a
/// friend*"; where it ends.
pub(super) fn completed(scene: &Scene, verb: usize, content: &Range<usize>) -> usize {
    const AS: Key = Key::word("as");
    let completes = |&child: &usize| {
        let behind = scene.tree.stretch(child).start == content.end;
        behind
            && match scene.tree.relation(child) {
                Relation::Prep => scene.key(child) == AS,
                Relation::Xcomp | Relation::Advcl | Relation::Ccomp => with_to(scene, child),
                _ => false,
            }
    };
    let part = scene.tree.children(verb).find(completes);
    part.map_or(content.end, |part| scene.tree.stretch(part).end)
}

/// Whether the verb is an infinitive with "to".
pub(super) fn with_to(scene: &Scene, verb: usize) -> bool {
    let mut auxiliaries = scene.tree.related(verb, &[Relation::Aux]);
    auxiliaries.any(|aux| scene.token(aux).xpos == Xpos::To)
}

/// The deed behind "for": "called *for the board to resign*", where it stands right behind the verb.
pub(super) fn deed_for(scene: &Scene, verb: usize) -> Option<(usize, Range<usize>)> {
    const FOR: Key = Key::word("for");
    let deeds = [Relation::Xcomp, Relation::Advcl, Relation::Ccomp];
    let mut clauses = scene.tree.related(verb, &deeds);
    clauses.find_map(|clause| {
        let mark = scene.tree.child(clause, &[Relation::Mark])?;
        let stands = mark == verb + 1 && scene.key(mark) == FOR && with_to(scene, clause);
        stands.then(|| (mark, mark + 1..scene.tree.stretch(clause).end))
    })
}

#[cfg(test)]
mod tests {
    use crate::attribution::tests::{analyze, attributed};

    fn said(text: &str) -> Vec<String> {
        attributed(text, &analyze(text))
    }

    #[test]
    fn a_clause_keeps_what_is_before_and_behind_its_quotation() {
        assert_eq!(
            said("She added that after taxes, as a couple with one income, \"They weren't rich.\""),
            ["She | added | that after taxes, as a couple with one income, \"They weren't rich.\""]
        );
        assert_eq!(
            said("Lee tells reporters that \"if there's a large turnout we will do fine.\""),
            ["Lee | tells | that \"if there's a large turnout we will do fine.\""]
        );
    }

    #[test]
    fn a_clause_of_another_verb_is_not_what_is_told() {
        assert_eq!(
            said(
                "Alder's news agency quoted harbor spokesman Tom Noll as saying that no date had been set."
            )[0],
            "Alder's news agency | quoted | harbor spokesman Tom Noll as saying that no date had been set"
        );
    }

    #[test]
    fn a_noun_that_names_what_is_said_keeps_its_clause() {
        assert_eq!(
            said("The club repeated its claim that the pier was safe."),
            ["The club | repeated | its claim that the pier was safe"]
        );
        assert_eq!(
            said("She said on the radio, \"We are leaving the pier tonight.\""),
            ["She | said | \"We are leaving the pier tonight.\""]
        );
    }

    #[test]
    fn a_subject_with_a_participle_may_be_who_tells() {
        assert_eq!(
            said(
                "The pier was closed on Monday. Several outlets reported on Wednesday the agency had “more than one talk” with Lee or his staff about the text."
            ),
            [
                "Several outlets | reported | the agency had “more than one talk” with Lee or his staff about the text"
            ]
        );
        assert_eq!(
            said("The boats reported on Wednesday had left the harbor."),
            [] as [&str; 0]
        );
    }

    #[test]
    fn a_part_joined_behind_a_quotation_belongs_to_what_is_said() {
        assert_eq!(
            said("Lee says people are \"right to be angry,\" but also hungry for answers."),
            ["Lee | says | people are \"right to be angry,\" but also hungry for answers"]
        );
    }
}
