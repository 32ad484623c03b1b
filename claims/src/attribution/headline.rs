//! Headlines that give a statement to the one before the colon: `Lee: Bridge will open in May`.
//!
//! Read off the tags, for a headline has seldom the grammar of a sentence. "The Latest: Two ferries collide" and "Storm in
//! Alder: What we know" name nobody who says so.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;
use syntax::{EntityKind, Key, SentenceKind, Xpos};

use super::Act;
use super::cue::is_poll;
use super::draft::Draft;
use super::medium::is_medium;
use super::scene::Scene;
use crate::lexicon::{keys, vocabulary};

/// What stands before the colon of a headline and names a sort of article, nobody.
static LABELS: LazyLock<FxHashSet<Key>> = LazyLock::new(|| keys(vocabulary!("labels")));

/// How many tokens may stand before the colon.
const LONGEST: usize = 10;

/// The attribution that the colon of a headline makes, if it makes one.
pub(super) fn read(scene: &Scene, number: usize) -> Option<Draft> {
    let sentence = &scene.analysis.sentences[number];
    let first = sentence.tokens.start;
    let colon = colon(scene, number)?;
    let content = scene.trim(colon + 1..sentence.tokens.end);
    let source = first..preposition(scene, first..colon).unwrap_or(colon);
    let speaker = source.end.checked_sub(1).filter(|&last| last >= first)?;
    let says = !content.is_empty() && is_statement(scene, &content);
    let whole = source.end == colon;
    (says && is_speaker(scene, &source, whole)).then(|| Draft {
        head: colon,
        cue: colon..colon + 1,
        speaker: Some(speaker),
        source: Some(source),
        content: vec![content],
        act: Act::Assertion,
        sentence: number,
        speech: true,
        weak: false,
    })
}

/// The first colon of a headline, outside quotations; the first sentence counts as one, with a full stop or without.
fn colon(scene: &Scene, number: usize) -> Option<usize> {
    let sentence = &scene.analysis.sentences[number];
    if number > 0 && sentence.kind != SentenceKind::Headline {
        return None;
    }
    let near = sentence.tokens.clone().take(LONGEST + 1);
    let is_colon = |&at: &usize| scene.token(at).span.slice(scene.text) == ":";
    near.into_iter()
        .find(is_colon)
        .filter(|&at| scene.quotation(at).is_none())
}

/// Where "to Reuters", "on the budget" begins behind a speaker.
fn preposition(scene: &Scene, words: Range<usize>) -> Option<usize> {
    let mut behind = words.skip(1);
    behind.find(|&at| matches!(scene.token(at).xpos, Xpos::In | Xpos::To))
}

/// Whether the words end in the name of a person or body, or in a noun for one or for what reports: "Poll", "Officials". A
/// name alone is often not known to be one; with `whole` it stands right before the colon.
fn is_speaker(scene: &Scene, words: &Range<usize>, whole: bool) -> bool {
    let noun = |at: usize| {
        matches!(
            scene.token(at).xpos,
            Xpos::Nn | Xpos::Nns | Xpos::Nnp | Xpos::Nnps
        )
    };
    let last = words.end - 1;
    let named = scene
        .token(last)
        .entity
        .is_some_and(|tag| matches!(tag.kind, EntityKind::Person | EntityKind::Org));
    let key = scene.key(last);
    let alone = whole && words.len() == 1 && scene.token(last).xpos == Xpos::Nnp;
    let known = alone || crate::name::is_title(key) || is_medium(key) || is_poll(key);
    let plain = |at: usize| scene.quotation(at).is_none() && !LABELS.contains(&scene.key(at));
    let opens = !matches!(scene.token(words.start).xpos, Xpos::In | Xpos::Rb);
    opens && noun(last) && (named || known) && words.clone().all(plain)
}

/// Whether the words say something: a verb with a tense or a quotation is among them, or they begin with a command.
fn is_statement(scene: &Scene, words: &Range<usize>) -> bool {
    let says = |at: usize| {
        scene.has_tense(at) || scene.token(at).xpos == Xpos::Md || scene.quotation(at).is_some()
    };
    let asks = |at: usize| matches!(scene.token(at).xpos, Xpos::Wp | Xpos::Wrb | Xpos::Wdt);
    let command = scene.token(words.start).xpos == Xpos::Vb;
    !asks(words.start) && (command || words.clone().any(says))
}

#[cfg(test)]
mod tests {
    use crate::attribution::tests::{analyze, attributed};

    #[test]
    fn a_name_before_the_colon_says_what_is_behind_it() {
        let said = |text: &str| attributed(text, &analyze(text));
        assert_eq!(
            said("Brandt: Bridge Will Open in May\n\nThe bridge is new."),
            ["Brandt | : | Bridge Will Open in May"]
        );
        assert_eq!(
            said("Police: Driver was asleep\n\nThe bus hit a wall."),
            ["Police | : | Driver was asleep"]
        );
        assert_eq!(
            said("Helen Brandt to Reuters: ‘We will not pay’\n\nThe bridge is new."),
            ["Helen Brandt | : | ‘We will not pay’"]
        );
    }

    #[test]
    fn a_label_or_a_subject_before_the_colon_says_nothing() {
        let silent = |text: &str| {
            let found = attributed(text, &analyze(text));
            !found.iter().any(|line| line.contains("| : |"))
        };
        assert!(silent(
            "The Latest: Two ferries collide\n\nThe bay is closed."
        ));
        assert!(silent("Analysis: The bridge stands\n\nThe bay is closed."));
        assert!(silent("Storm in Alder: What we know\n\nThe bay is closed."));
        assert!(silent(
            "Brandt and Keller: A long quarrel\n\nThe bay is closed."
        ));
    }

    #[test]
    fn examples_of_the_vocabulary_are_read() {
        crate::lexicon::check_examples("labels", |entry, sentence| {
            let words: Vec<String> = serde_yaml::from_value(entry["words"].clone()).unwrap();
            let label = sentence
                .split(':')
                .next()
                .unwrap_or_default()
                .to_lowercase();
            let found = attributed(sentence, &analyze(sentence));
            let names = words
                .iter()
                .any(|word| label.ends_with(&word.to_lowercase()));
            names && found.is_empty()
        });
    }
}
