//! Objects of verbs with what is said of them: "called *the plan a mistake*", "blamed *him for the loss*".

use std::ops::Range;

use syntax::{Key, Relation};

use super::cue::{CUES, Sense};
use super::scene::Scene;

const AS: Key = Key::word("as");

/// The direct object with what is said of it: "called [the plan a mistake]", "blamed [him for the loss]", "what she called
/// [a mistake]", "whom she described [as a friend]".
pub(super) fn object(scene: &Scene, verb: usize, sense: Sense) -> Option<Range<usize>> {
    let object = scene.tree.child(verb, &[Relation::Dobj])?;
    if object < verb {
        let name = scene.tree.child(verb, &[Relation::Oprd]);
        let name = name.or_else(|| as_phrase(scene, verb));
        return Some(scene.tree.stretch(name.unwrap_or(object)));
    }
    let mut range = scene.tree.stretch(object);
    for child in scene.tree.children(verb).filter(|&child| child > object) {
        let part = scene.tree.stretch(child);
        let follows =
            part.start <= range.end || is_gap(scene, object, child, range.end..part.start);
        if follows && belongs(scene, child, sense) {
            range.end = range.end.max(part.end);
        }
    }
    Some(range)
}

/// What something is called, where the parse has taken it and the thing for one: "called [the men "thieves"]".
pub(super) fn name_given(scene: &Scene, verb: usize) -> Option<Range<usize>> {
    let told = scene.has_tense(verb) && scene.tree.relation(verb) != Relation::Acl;
    let name = scene.tree.child(verb, &[Relation::Oprd]).filter(|_| told)?;
    let range = scene.tree.stretch(name);
    (range.start > verb).then_some(range)
}

fn as_phrase(scene: &Scene, verb: usize) -> Option<usize> {
    let mut phrases = scene.tree.related(verb, &[Relation::Prep]);
    phrases.find(|&phrase| phrase > verb && scene.key(phrase) == AS)
}

/// Whether a part of the sentence completes the object of a verb.
fn belongs(scene: &Scene, child: usize, sense: Sense) -> bool {
    const WORDS: [Key; 4] = [AS, Key::word("of"), Key::word("for"), Key::word("on")];
    match scene.tree.relation(child) {
        Relation::Oprd | Relation::Xcomp => true,
        Relation::Prep => WORDS.contains(&scene.key(child)) || CUES.takes(sense, scene.key(child)),
        _ => false,
    }
}

/// Whether what stands between an object and what completes it leaves them together: "described her *informally* as a
/// friend", "accused the firm, which had closed*,* of fraud".
fn is_gap(scene: &Scene, object: usize, child: usize, gap: Range<usize>) -> bool {
    let inserted = || scene.has(object, &[Relation::Relcl, Relation::Appos]);
    let comma = gap.len() == 1 && scene.is_punctuation(gap.start);
    let words = || {
        gap.clone()
            .all(|at| !scene.is_punctuation(at) && !scene.is_verb(at))
    };
    comma && inserted() || scene.key(child) == AS && words()
}

#[cfg(test)]
mod tests {
    use crate::attribution::tests::{analyze, attributed};

    fn said(text: &str) -> Vec<String> {
        attributed(text, &analyze(text))
    }

    #[test]
    fn an_object_keeps_what_it_is_called() {
        assert_eq!(
            said("Lee described her informally as \"Annie.\""),
            ["Lee | described | her informally as \"Annie.\""]
        );
        assert_eq!(
            said("He called the protestors \"pirates\" and \"thugs\" without proof."),
            ["He | called | the protestors \"pirates\" and \"thugs\""]
        );
        assert_eq!(
            said("Even the members sounded unsure: Lee called it \"the least bad way.\""),
            ["Lee | called | it \"the least bad way.\""]
        );
    }

    #[test]
    fn what_does_not_complete_an_object_stays_outside() {
        assert_eq!(
            said("Lee described the pier in a letter on Monday."),
            ["Lee | described | the pier"]
        );
    }
}
