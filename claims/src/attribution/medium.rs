//! Where it was said: the cue in, the medium out.
//!
//! "Ukraine's Air Force said on its Telegram channel" has the medium "its Telegram channel", "she told Reuters" has
//! "Reuters"; neither is part of the source.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;
use serde::Deserialize;
use syntax::{EntityKind, Key, Relation};

use super::scene::Scene;
use crate::lexicon::vocabulary;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    words: Vec<String>,
}

static MEDIA: LazyLock<FxHashSet<Key>> = LazyLock::new(|| {
    let entries: Vec<Entry> = vocabulary!("media");
    let words = entries.iter().flat_map(|entry| &entry.words);
    words.map(|word| Key::of(word)).collect()
});

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

fn is_outlet(scene: &Scene, object: usize) -> bool {
    let entity = scene.token(object).entity;
    entity.is_some_and(|tag| tag.kind == EntityKind::Org)
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

/// The noun with what stands before it and the name of the outlet behind it, without clauses.
fn noun_phrase(scene: &Scene, head: usize) -> Range<usize> {
    let stretch = scene.tree.stretch(head);
    stretch.start.min(head)..head + 1
}

#[cfg(test)]
mod tests {
    use crate::attribution::tests::{analyze, media};

    #[test]
    fn examples_of_the_vocabulary_are_read() {
        crate::lexicon::check_examples("media", |entry, sentence| {
            let words: Vec<String> = serde_yaml::from_value(entry["words"].clone()).unwrap();
            let found = media(sentence, &analyze(sentence));
            found
                .iter()
                .any(|medium| words.iter().any(|word| medium.ends_with(word)))
        });
    }
}
