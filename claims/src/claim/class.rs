//! Classes of outcomes and of things counted: lemmas in, classes and how they relate out.
//!
//! "fatality" and "die" are of the class *kill*; "soldier" is of the class *soldier*, which is a part of *person*.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;
use syntax::Key;

use crate::lexicon::{keys, vocabulary, words};

/// An outcome class of `data/en/outcomes.yaml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct OutcomeEntry {
    class: String,
    participle: String,
    #[serde(default)]
    participles: FxHashMap<String, String>,
    words: Vec<String>,
    #[serde(default)]
    verbs: Vec<String>,
    counts: Option<String>,
    #[serde(default)]
    suffered: Vec<String>,
    #[serde(default)]
    pools: bool,
    moves: Option<Pace>,
    #[serde(default)]
    includes: Vec<String>,
}

/// How fast a count changes while news breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Pace {
    /// Within the day: the dead, the injured, the missing.
    Hourly,
    /// From day to day: arrests.
    Daily,
}

/// A class of things counted, of `data/en/nouns.yaml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct NounEntry {
    class: String,
    words: Vec<String>,
    is: Option<String>,
}

/// A class of events of `data/en/predicates.yaml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PredicateEntry {
    class: String,
    words: Vec<String>,
    opposite: Option<String>,
}

static PREDICATES: LazyLock<Vec<PredicateEntry>> = LazyLock::new(|| vocabulary!("predicates"));
static PREDICATE_WORDS: LazyLock<FxHashMap<&'static str, usize>> =
    LazyLock::new(|| index(PREDICATES.iter().map(|entry| &entry.words)));

/// The class of events that a lemma names: *rise* for "surge".
///
/// Unlike an outcome it brings sentences together and keeps none apart, its opposite excepted.
#[must_use]
pub fn predicate(lemma: &str) -> Option<&'static str> {
    let entry = *PREDICATE_WORDS.get(lemma)?;
    Some(PREDICATES[entry].class.as_str())
}

/// Whether two classes of events are opposites: *rise* and *fall*.
#[must_use]
pub fn are_opposites(a: &str, b: &str) -> bool {
    let names = |one: &str, other: &str| {
        let mut entries = PREDICATES.iter().filter(|entry| entry.class == one);
        entries.any(|entry| entry.opposite.as_deref() == Some(other))
    };
    names(a, b) || names(b, a)
}

static OUTCOMES: LazyLock<Vec<OutcomeEntry>> = LazyLock::new(|| vocabulary!("outcomes"));
static NOUNS: LazyLock<Vec<NounEntry>> = LazyLock::new(|| vocabulary!("nouns"));
static OUTCOME_WORDS: LazyLock<FxHashMap<&'static str, usize>> =
    LazyLock::new(|| index(OUTCOMES.iter().map(|entry| &entry.words)));
static NOUN_WORDS: LazyLock<FxHashMap<&'static str, usize>> =
    LazyLock::new(|| index(NOUNS.iter().map(|entry| &entry.words)));

fn index<'a>(words: impl Iterator<Item = &'a Vec<String>>) -> FxHashMap<&'a str, usize> {
    words
        .enumerate()
        .flat_map(|(entry, words)| words.iter().map(move |word| (word.as_str(), entry)))
        .collect()
}

static LIGHT: LazyLock<FxHashSet<Key>> = LazyLock::new(|| keys(vocabulary!("light-verbs")));

/// Whether a verb says nothing of its own about a number: "the toll *rose* to 12".
pub(crate) fn is_light(lemma: Key) -> bool {
    LIGHT.contains(&lemma)
}

static LEADING: LazyLock<FxHashSet<Key>> = LazyLock::new(|| keys(vocabulary!("leading-verbs")));

/// Whether a verb only leads to another: "are *expected* to vote".
pub(crate) fn is_leading(lemma: Key) -> bool {
    LEADING.contains(&lemma)
}

static PLAIN: LazyLock<FxHashSet<Key>> = LazyLock::new(|| keys(vocabulary!("plain_verbs")));

/// Whether a verb is of so general a meaning that to deny it says little: "he did not *say* why".
#[must_use]
pub fn is_plain(lemma: Key) -> bool {
    PLAIN.contains(&lemma)
}

static SETTINGS: LazyLock<FxHashSet<Key>> = LazyLock::new(|| keys(vocabulary!("settings")));

/// Whether a preposition tells where or in what something happened: "33 dead *across* six states".
pub(crate) fn is_setting(preposition: Key) -> bool {
    SETTINGS.contains(&preposition)
}

/// Where a word stands that leads to the event of a value, and of what sort the value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Anchoring {
    /// Behind a stretch of time: "an hour *after* takeoff".
    Stretch,
    /// Before an age: "*at* age 14".
    AgeBefore,
    /// Behind an age: "14 *when* she vanished".
    AgeBehind,
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct AnchorEntry {
    class: Anchoring,
    words: Vec<String>,
}

static ANCHORS: LazyLock<FxHashMap<Key, Anchoring>> = LazyLock::new(|| {
    let entries: Vec<AnchorEntry> = vocabulary!("anchors");
    let words = entries.iter().flat_map(|entry| {
        let word = |word: &String| (Key::of(word), entry.class);
        entry.words.iter().map(word)
    });
    words.collect()
});

/// Where a word leads to the event of a value, if anywhere.
pub(crate) fn anchoring(word: Key) -> Option<Anchoring> {
    ANCHORS.get(&word).copied()
}

static PUBLISHING: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| words(vocabulary!("publishing")).collect());

/// Whether a word names the making of the report itself: "*Updated* at 5:55 p.m."
#[must_use]
pub fn is_publishing(lemma: &str) -> bool {
    PUBLISHING.contains(lemma)
}

static TURNS: LazyLock<FxHashSet<Key>> = LazyLock::new(|| keys(vocabulary!("turns")));

/// Whether a word tells which of several events is meant: "the *next* hearing".
pub(crate) fn is_turn(word: Key) -> bool {
    TURNS.contains(&word)
}

static RATES: LazyLock<FxHashSet<Key>> = LazyLock::new(|| keys(vocabulary!("rates")));

/// Whether a word makes a rate of the number before it: "15 messages *a* day".
#[must_use]
pub fn makes_rate(word: Key) -> bool {
    RATES.contains(&word)
}

/// How two classes relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kinship {
    /// One and the same.
    Same,
    /// The first takes in the second: person and child.
    Wider,
    /// The second takes in the first: child and person.
    Narrower,
    /// Neither: child and soldier.
    Apart,
}

/// The outcome class of a lemma: *kill* for "fatality".
#[must_use]
pub fn outcome(lemma: &str) -> Option<&'static str> {
    let entry = *OUTCOME_WORDS.get(lemma)?;
    Some(OUTCOMES[entry].class.as_str())
}

static OUTCOME_VERBS: LazyLock<FxHashMap<&'static str, usize>> =
    LazyLock::new(|| index(OUTCOMES.iter().map(|entry| &entry.verbs)));

/// The outcome class of a lemma that names one as a verb alone: *launch* for "fire".
pub(crate) fn outcome_of_verb(lemma: &str) -> Option<&'static str> {
    let entry = *OUTCOME_VERBS.get(lemma)?;
    Some(OUTCOMES[entry].class.as_str())
}

/// An outcome that takes two words: "blow up", "lose life".
#[derive(Clone, Copy)]
struct Pair {
    entry: usize,
    /// Whether it befalls the subject of its verb.
    suffered: bool,
}

/// Outcomes that take two words, by the keys of both.
static OUTCOME_PAIRS: LazyLock<FxHashMap<Key, Pair>> = LazyLock::new(|| {
    let words = OUTCOMES.iter().enumerate().flat_map(|(entry, outcome)| {
        let done = outcome.words.iter().map(|words| (words, false));
        let suffered = outcome.suffered.iter().map(|words| (words, true));
        let pair = move |suffered| Pair { entry, suffered };
        done.chain(suffered)
            .map(move |(words, suffered)| (words, pair(suffered)))
    });
    words
        .filter_map(|(words, pair)| {
            let (verb, with) = words.split_once(' ')?;
            Some((Key::of(verb).then(Key::of(with)), pair))
        })
        .collect()
});

/// The outcome class of a verb with its particle or object, of a preposition with its noun, or of an adjective with its
/// noun, both as keys of lemmas.
pub(crate) fn outcome_of_pair(verb: Key, with: Key) -> Option<&'static str> {
    let pair = OUTCOME_PAIRS.get(&verb.then(with))?;
    Some(OUTCOMES[pair.entry].class.as_str())
}

/// Whether a verb with its object befalls its subject: "homes lost power".
pub(crate) fn suffers(verb: Key, object: Key) -> bool {
    let pair = OUTCOME_PAIRS.get(&verb.then(object));
    pair.is_some_and(|pair| pair.suffered)
}

fn outcome_entry(class: &str) -> Option<&'static OutcomeEntry> {
    OUTCOMES.iter().find(|entry| entry.class == class)
}

/// The class of things that an outcome counts where the text names none: *person* for *kill*.
#[must_use]
pub fn counted_by(outcome: &str) -> Option<&'static str> {
    let entry = outcome_entry(outcome)?;
    entry.counts.as_deref()
}

/// The class of things that an outcome counts whatever the text calls them: *customer* for homes, people and
/// customers without power.
pub(crate) fn pooled_by(outcome: &str) -> Option<&'static str> {
    let entry = outcome_entry(outcome)?;
    entry.counts.as_deref().filter(|_| entry.pools)
}

/// Whether an outcome befalls what it counts, so that what it happens in suffers nothing: killed, arrested.
pub(crate) fn befalls(outcome: &str) -> bool {
    counted_by(outcome).is_some() && pooled_by(outcome).is_none()
}

/// How fast the counts of an outcome move while news breaks, if they do.
#[must_use]
pub fn pace(outcome: &str) -> Option<Pace> {
    outcome_entry(outcome)?.moves
}

/// Whether the counts of an outcome move while news breaks: the dead, the injured, the missing.
#[must_use]
pub fn moves(outcome: &str) -> bool {
    pace(outcome).is_some()
}

/// The participle that names an outcome class, or the word of it that the text has: "killed", "destroyed".
#[must_use]
pub fn participle(class: &str, lemma: &str) -> Option<&'static str> {
    let entry = outcome_entry(class)?;
    let own = entry.participles.get(lemma);
    Some(own.unwrap_or(&entry.participle).as_str())
}

/// The class of a counted noun: *baby* for "infant".
#[must_use]
pub fn noun(lemma: &str) -> Option<&'static str> {
    let entry = *NOUN_WORDS.get(lemma)?;
    Some(NOUNS[entry].class.as_str())
}

/// How two outcome classes relate.
#[must_use]
pub fn outcome_kinship(a: &str, b: &str) -> Kinship {
    let includes = |whole: &str, part: &str| {
        let entry = outcome_entry(whole);
        entry.is_some_and(|entry| entry.includes.iter().any(|class| class == part))
    };
    kinship(a, b, includes)
}

/// How two classes of counted nouns relate.
#[must_use]
pub fn noun_kinship(a: &str, b: &str) -> Kinship {
    kinship(a, b, |whole, part| {
        wider_nouns(part).any(|class| class == whole)
    })
}

fn kinship(a: &str, b: &str, takes_in: impl Fn(&str, &str) -> bool) -> Kinship {
    if a == b {
        Kinship::Same
    } else if takes_in(a, b) {
        Kinship::Wider
    } else if takes_in(b, a) {
        Kinship::Narrower
    } else {
        Kinship::Apart
    }
}

/// The classes that a class of nouns is a part of, nearest first.
fn wider_nouns(class: &str) -> impl Iterator<Item = &'static str> {
    let parent = |class: &str| {
        let entry = NOUNS.iter().find(|entry| entry.class == class)?;
        entry.is.as_deref()
    };
    std::iter::successors(parent(class), move |class| parent(class))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::check_examples;

    #[test]
    fn words_of_one_class_are_one_outcome() {
        assert_eq!(outcome("fatality"), outcome("die"));
        assert_ne!(outcome("wound"), outcome("die"));
        assert_eq!(outcome("walk"), None);
    }

    #[test]
    fn parts_are_narrower_than_wholes() {
        assert_eq!(noun_kinship("person", "baby"), Kinship::Wider);
        assert_eq!(noun_kinship("baby", "person"), Kinship::Narrower);
        assert_eq!(noun_kinship("soldier", "child"), Kinship::Apart);
        assert_eq!(outcome_kinship("casualty", "kill"), Kinship::Wider);
        assert_eq!(outcome_kinship("kill", "injure"), Kinship::Apart);
    }

    #[test]
    fn classes_name_classes() {
        for entry in OUTCOMES.iter() {
            let includes = entry.includes.iter();
            assert!(
                includes
                    .into_iter()
                    .all(|class| OUTCOMES.iter().any(|other| &other.class == class))
            );
            assert!(
                entry
                    .counts
                    .iter()
                    .all(|class| NOUNS.iter().any(|other| &other.class == class))
            );
        }
        for entry in NOUNS.iter() {
            assert!(
                entry
                    .is
                    .iter()
                    .all(|class| NOUNS.iter().any(|other| &other.class == class))
            );
        }
    }

    #[test]
    fn examples_of_predicates_hold_a_word_of_their_class() {
        check_examples("predicates", |entry, sentence| {
            let mut analysis = syntax::segment(sentence);
            syntax::Analyzer::news().tag(sentence, &mut analysis);
            let class = entry["class"].as_str();
            analysis.tokens.iter().any(|token| {
                let form = token.span.slice(sentence);
                let lemma = syntax::lemma(form, token.xpos).to_lowercase();
                predicate(&lemma) == class
            })
        });
    }

    #[test]
    fn rising_is_the_opposite_of_falling_and_of_nothing_else() {
        assert!(are_opposites("rise", "fall") && are_opposites("fall", "rise"));
        assert!(!are_opposites("rise", "rise") && !are_opposites("rise", "cost"));
        let opposites = PREDICATES
            .iter()
            .filter_map(|entry| entry.opposite.as_deref());
        for opposite in opposites {
            assert!(PREDICATES.iter().any(|entry| entry.class == opposite));
        }
    }

    #[test]
    fn no_word_has_two_classes() {
        let words = PREDICATES.iter().flat_map(|entry| &entry.words).count();
        assert_eq!(PREDICATE_WORDS.len(), words);
        let words = OUTCOMES.iter().flat_map(|entry| &entry.words).count();
        assert_eq!(OUTCOME_WORDS.len(), words);
        let words = NOUNS.iter().flat_map(|entry| &entry.words).count();
        assert_eq!(NOUN_WORDS.len(), words);
    }
}
