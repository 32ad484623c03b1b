//! Where it was said: the cue in, the medium out.
//!
//! "Ukraine's Air Force said on its Telegram channel" has the medium "its Telegram channel", "she told Reuters" has
//! "Reuters"; neither is part of the source.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;
use syntax::{EntityKind, Key, Relation, Xpos};

use super::scene::Scene;
use crate::lexicon::{keys, vocabulary};

static MEDIA: LazyLock<FxHashSet<Key>> = LazyLock::new(|| keys(vocabulary!("media")));

static HOUSES: LazyLock<FxHashSet<Key>> = LazyLock::new(|| keys(vocabulary!("outlets")));

/// Tokens of the medium that hangs on the verb of the cue.
pub(crate) fn of(scene: &Scene, cue: usize) -> Option<Range<usize>> {
    const TOLD: &[Relation] = &[Relation::Dobj, Relation::Dative];
    let outlet = scene
        .tree
        .related(cue, TOLD)
        .find(|&object| is_outlet(scene, object));
    outlet
        .or_else(|| behind_preposition(scene, cue))
        .map(|head| scene.trim(noun_phrase(scene, head)))
        .filter(|range| !range.is_empty())
}

/// An outlet by what it is called ("the station") or its entity, or a name that the tagger does not know, in capitals as
/// channels and agencies are: "BFMTV".
fn is_outlet(scene: &Scene, object: usize) -> bool {
    if is_house(scene, object) {
        return true;
    }
    let token = scene.token(object);
    let capitals = || {
        let word = token.span.slice(scene.text);
        word.len() > 2 && word.chars().all(char::is_uppercase)
    };
    match token.entity {
        Some(tag) => tag.kind == EntityKind::Org,
        None => token.xpos == Xpos::Nnp && capitals(),
    }
}

/// Whether the word names a medium.
pub(crate) fn is_medium(word: Key) -> bool {
    MEDIA.contains(&word)
}

/// Head of the medium behind a preposition that hangs on the cue: "in [a statement]".
pub(crate) fn behind_preposition(scene: &Scene, cue: usize) -> Option<usize> {
    const WORDS: [Key; 7] = [
        Key::word("in"),
        Key::word("on"),
        Key::word("to"),
        Key::word("via"),
        Key::word("through"),
        Key::word("during"),
        Key::word("at"),
    ];
    let prepositions = scene.tree.related(cue, &[Relation::Prep]);
    let objects = prepositions
        .filter(|&preposition| WORDS.contains(&scene.key(preposition)))
        .filter_map(|preposition| scene.tree.child(preposition, &[Relation::Pobj]));
    let mut media = objects.filter(|&object| MEDIA.contains(&scene.key(object)));
    media.next()
}

/// The noun with what stands before it and the outlet behind it, without clauses: "a statement on Telegram", "Reuters
/// affiliate KRTV".
fn noun_phrase(scene: &Scene, head: usize) -> Range<usize> {
    let stretch = scene.tree.stretch(head);
    let end = outlet_behind(scene, head).map_or(head + 1, |outlet| outlet + 1);
    let last = scene.sentence(head).tokens.end;
    let named =
        (end..last).take_while(|&at| scene.token(at).xpos == Xpos::Nnp || is_house(scene, at));
    stretch.start.min(head)..end + named.count()
}

/// Whether the word says what sort of outlet a name is.
fn is_house(scene: &Scene, at: usize) -> bool {
    HOUSES.contains(&scene.key(at)) && scene.token(at).xpos == Xpos::Nn
}

/// The outlet that a preposition right behind the noun leads to: "a statement to *CNN*".
fn outlet_behind(scene: &Scene, head: usize) -> Option<usize> {
    const LEADS: [Key; 2] = [Key::word("on"), Key::word("to")];
    let mut prepositions = scene.tree.related(head, &[Relation::Prep]);
    let preposition = prepositions.find(|&at| at == head + 1)?;
    let object = scene.tree.child(preposition, &[Relation::Pobj])?;
    let leads = LEADS.contains(&scene.key(preposition));
    (leads && (is_medium(scene.key(object)) || is_outlet(scene, object))).then_some(object)
}

#[cfg(test)]
mod tests {
    use crate::attribution::tests::{analyze, media};

    #[test]
    fn the_outlet_behind_a_statement_belongs_to_it() {
        let to_outlet = "The mayor said in a statement to Reuters that the pier was safe.";
        assert_eq!(
            media(to_outlet, &analyze(to_outlet)),
            ["a statement to Reuters"]
        );
        let to_all = "The mayor said in a statement that the pier was safe.";
        assert_eq!(media(to_all, &analyze(to_all)), ["a statement"]);
    }

    #[test]
    fn examples_of_the_vocabularies_are_read() {
        for vocabulary in ["media", "outlets"] {
            crate::lexicon::check_examples(vocabulary, |entry, sentence| {
                let words: Vec<String> = serde_yaml::from_value(entry["words"].clone()).unwrap();
                let found = media(sentence, &analyze(sentence));
                found
                    .iter()
                    .any(|medium| words.iter().any(|word| medium.ends_with(word)))
            });
        }
    }

    #[test]
    fn an_outlet_is_told_with_its_sort_and_name() {
        let told = "The mayor told Reuters affiliate KRTV on Monday that the pier was safe.";
        assert_eq!(media(told, &analyze(told)), ["Reuters affiliate KRTV"]);
        let somebody = "The mayor told Ann Lee that the pier was safe.";
        assert!(media(somebody, &analyze(somebody)).is_empty());
    }
}
