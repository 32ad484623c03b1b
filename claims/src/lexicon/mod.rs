//! Vocabularies: what `build.rs` made of `data/en/*.yaml` in, typed entries and matchers over tokens out.
//!
//! A vocabulary is a list of entries. Its reader declares a struct for them with `deny_unknown_fields`, loads them
//! with [`vocabulary!`](crate::lexicon::vocabulary) inside a `LazyLock`, and builds a [`Phrases`] from their forms:
//! "more than" in "more than 40 drones" is found at its first token, in one look-up.
//!
//! `examples` and `counterexamples` of an entry are not part of the struct: the build drops them, and one test for
//! each vocabulary runs them with `check_examples`.

mod datum;
mod key;
mod phrase;

#[cfg(test)]
mod example;

pub(crate) use datum::Datum;
#[cfg(test)]
pub(crate) use example::check_examples;
pub(crate) use key::{KeyMap, KeySet};
pub(crate) use phrase::Phrases;
use rustc_hash::FxHashSet;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use syntax::Key;

/// The entries of `data/en/NAME.yaml`: `vocabulary!("units")` in a `LazyLock<Vec<Entry>>`.
macro_rules! vocabulary {
    ($name:literal) => {{
        use $crate::lexicon::Datum;
        static DATUM: Datum = include!(concat!(env!("OUT_DIR"), "/", $name, ".rs"));
        $crate::lexicon::load($name, &DATUM)
    }};
}
pub(crate) use vocabulary;

/// The entries that `datum` holds, the built form of vocabulary `name`.
///
/// # Panics
/// When an entry does not have the fields of `T`: the vocabulary is part of the program, and its test reads it.
pub(crate) fn load<T: DeserializeOwned>(name: &str, datum: &'static Datum) -> T {
    T::deserialize(datum).unwrap_or_else(|error| panic!("vocabulary {name}: {error}"))
}

/// An entry of a vocabulary that is nothing but words: `data/en/media.yaml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WordList {
    words: Vec<String>,
}

/// The words of such a vocabulary with the number of their list, for lists of words that mean one thing.
pub(crate) fn numbered(lists: Vec<WordList>) -> impl Iterator<Item = (String, usize)> {
    let lists = lists.into_iter().enumerate();
    lists.flat_map(|(number, list)| list.words.into_iter().map(move |word| (word, number)))
}

/// All words of such a vocabulary: `words(vocabulary!("origins"))`.
pub(crate) fn words(lists: Vec<WordList>) -> impl Iterator<Item = String> {
    lists.into_iter().flat_map(|list| list.words)
}

/// Their keys: `keys(vocabulary!("media"))`.
pub(crate) fn keys(lists: Vec<WordList>) -> FxHashSet<Key> {
    words(lists).map(|word| Key::of(&word)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Entry {
        #[expect(dead_code, reason = "only its presence counts")]
        forms: Vec<String>,
    }

    #[test]
    #[should_panic(expected = "vocabulary cues: unknown field `form`")]
    fn a_misspelt_field_is_refused() {
        static MISSPELT: Datum = Datum::List(&[Datum::Fields(&[(
            "form",
            Datum::List(&[Datum::Text("said")]),
        )])]);
        load::<Vec<Entry>>("cues", &MISSPELT);
    }
}
