//! The vocabulary of cues: a word in, the acts it names and the constructions it takes out.
//!
//! "urged" gives a directive that takes someone and what they are to do ("urged residents to leave"), a directive that
//! takes a clause ("urged that they leave") and one that takes an object ("urged caution").

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use serde::Deserialize;
use syntax::Key;

use super::Act;
use super::inflection::verb_forms;
use crate::lexicon::{KeySet, vocabulary, words};

/// Construction that a cue takes; `data/en/cues.yaml` shows each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Frame {
    /// A clause or a quotation.
    Clause,
    /// The direct object with its complement.
    Object,
    /// What is to be done.
    Infinitive,
    /// Someone and what they are to do.
    Urge,
    /// The subject and what is said of it.
    Raising,
    /// What follows a preposition.
    Preposition,
}

/// Part of speech of a cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Part {
    Verb,
    Noun,
    Adjective,
    Adverb,
}

/// An entry of `data/en/cues.yaml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    act: Act,
    part: Part,
    frame: Frame,
    #[serde(default)]
    prepositions: Vec<String>,
    #[serde(default)]
    other_objects: Vec<String>,
    words: Vec<String>,
}

/// One meaning of a cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sense {
    pub part: Part,
    pub act: Act,
    pub frame: Frame,
    /// Which entry it comes from, and so which prepositions it takes.
    entry: u16,
}

/// The cues by their forms.
#[derive(Debug)]
pub(crate) struct Cues {
    keys: KeySet,
    forms: FxHashMap<(Key, Part), Range<u32>>,
    senses: Vec<Sense>,
    prepositions: Vec<Vec<Key>>,
    other_objects: Vec<Vec<Key>>,
}

/// The cues of `data/en/cues.yaml`.
pub(crate) static CUES: LazyLock<Cues> = LazyLock::new(|| {
    let entries: Vec<Entry> = vocabulary!("cues");
    Cues::new(&entries)
});

/// Whether the form with this key may begin a cue, of the vocabulary or of the constructions that `noun` knows: most
/// tokens begin none, and this says so by one look-up for all readers.
#[inline]
pub(crate) fn may_attribute(key: Key) -> bool {
    CUES.holds(key) || CONSTRUCTIONS.contains(&key)
}

/// "according" to somebody, "in" a poll, made "clear".
const CONSTRUCTIONS: [Key; 3] = [ACCORDING, IN, Key::word("clear")];

pub(super) const ACCORDING: Key = Key::word("according");
pub(super) const IN: Key = Key::word("in");

/// Whether a sentence that has the form may hold a cue: as [`may_attribute`], but for "in", which most sentences have
/// and few of them beside what it takes for a source.
#[inline]
pub(crate) fn suggests(key: Key) -> bool {
    key != IN && may_attribute(key) || is_poll(key) || is_view(key)
}

/// Whether a form of a verb takes a clause that is said: "said", "warned".
pub(crate) fn takes_speech(verb: Key) -> bool {
    let mut senses = CUES.senses(verb, Part::Verb).iter();
    senses.any(|sense| sense.frame == Frame::Clause)
}

/// Whether a word names what asks many people.
pub(crate) fn is_poll(word: Key) -> bool {
    const POLLS: [Key; 4] = [
        Key::word("poll"),
        Key::word("survey"),
        Key::word("polls"),
        Key::word("surveys"),
    ];
    POLLS.contains(&word)
}

/// Whether a word names what somebody thinks.
pub(crate) fn is_view(word: Key) -> bool {
    const VIEWS: [Key; 4] = [
        Key::word("view"),
        Key::word("opinion"),
        Key::word("eyes"),
        Key::word("estimation"),
    ];
    VIEWS.contains(&word)
}

/// Verbs that only say that somebody performs the act which their object names, by their forms.
static LIGHT: LazyLock<KeySet> = LazyLock::new(|| {
    let forms = words(vocabulary!("performing")).flat_map(|word| verb_forms(&word));
    forms.map(|form| Key::of(&form)).collect()
});

/// Whether the form with this key is one of a verb that leaves the act to its object: "made" in "made the claim that".
pub(crate) fn is_light(key: Key) -> bool {
    LIGHT.contains_key(&key)
}

impl Cues {
    fn new(entries: &[Entry]) -> Self {
        let mut by_form: Vec<(Key, Sense)> = Vec::new();
        for (number, entry) in entries.iter().enumerate() {
            let sense = Sense {
                part: entry.part,
                act: entry.act,
                frame: entry.frame,
                entry: number as u16,
            };
            let forms = entry.words.iter().flat_map(|word| forms(entry.part, word));
            by_form.extend(forms.map(|form| (Key::of(&form), sense)));
        }
        by_form.sort_by_key(|&(key, sense)| (key, sense.part, sense.entry));
        by_form.dedup();
        Self::from_sorted(&by_form, entries)
    }

    fn from_sorted(by_form: &[(Key, Sense)], entries: &[Entry]) -> Self {
        let mut forms = FxHashMap::default();
        let mut start = 0;
        for group in by_form.chunk_by(|a, b| a.0 == b.0 && a.1.part == b.1.part) {
            let end = start + group.len() as u32;
            forms.insert((group[0].0, group[0].1.part), start..end);
            start = end;
        }
        let keys = |words: &[String]| words.iter().map(|word| Key::of(word)).collect();
        Self {
            keys: by_form.iter().map(|&(key, _)| key).collect(),
            forms,
            senses: by_form.iter().map(|&(_, sense)| sense).collect(),
            prepositions: entries
                .iter()
                .map(|entry| keys(&entry.prepositions))
                .collect(),
            other_objects: entries
                .iter()
                .map(|entry| keys(&entry.other_objects))
                .collect(),
        }
    }

    /// Whether the form with this key is a cue as any part of speech.
    #[inline]
    pub(crate) fn holds(&self, key: Key) -> bool {
        self.keys.contains_key(&key)
    }

    /// The meanings of the form with this key as this part of speech; none when it is no cue.
    #[inline]
    pub(crate) fn senses(&self, key: Key, part: Part) -> &[Sense] {
        match self.forms.get(&(key, part)) {
            Some(range) => &self.senses[range.start as usize..range.end as usize],
            None => &[],
        }
    }

    /// Whether the word says nothing in this sense of an object with this key: the storm "claimed 24 *lives*".
    pub(crate) fn means_other(&self, sense: Sense, object: Key) -> bool {
        self.other_objects[sense.entry as usize].contains(&object)
    }

    /// Whether `sense` takes the preposition with this key.
    pub(crate) fn takes(&self, sense: Sense, preposition: Key) -> bool {
        self.prepositions[sense.entry as usize].contains(&preposition)
    }
}

/// The forms in which a word of the vocabulary stands in a text.
fn forms(part: Part, word: &str) -> Vec<String> {
    match part {
        Part::Verb => verb_forms(word),
        Part::Noun => vec![word.to_owned(), super::inflection::with_s(word)],
        Part::Adjective | Part::Adverb => vec![word.to_owned()],
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{analyze, attributed};

    #[test]
    fn examples_of_performing_verbs_are_read() {
        crate::lexicon::check_examples("performing", |entry, sentence| {
            let words: Vec<String> = serde_yaml::from_value(entry["words"].clone()).unwrap();
            let forms: Vec<String> = words
                .iter()
                .flat_map(|word| super::verb_forms(word))
                .collect();
            let found = attributed(sentence, &analyze(sentence));
            let cue = |line: &String| line.split(" | ").nth(1).unwrap_or_default().to_owned();
            let performs = |cue: String| forms.iter().any(|form| cue.starts_with(form.as_str()));
            found.iter().map(cue).any(performs)
        });
    }
}
