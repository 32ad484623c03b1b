//! Number words: a token in, its class and value out.
//!
//! "dozen" is of the class *group* and worth 12; "several" leaves open 3 to 9. The words are `numerals.yaml`.

use std::sync::LazyLock;

use rust_decimal::Decimal;
use rustc_hash::FxHashMap;
use syntax::Key;

use super::super::line::Line;
use crate::lexicon::vocabulary;

/// Classes of `numerals.yaml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Class {
    Digit,
    Zero,
    Teen,
    Ten,
    Hundred,
    Magnitude,
    Group,
    Abbreviation,
    Letter,
    MoneyLetter,
    Vague,
    VagueArticle,
    VaguePlural,
    VagueOf,
    Ordinal,
    Denominator,
    Part,
    Multiple,
    Twice,
    Double,
    Decade,
    Fold,
    Times,
    Sign,
    SignAfter,
    Point,
}

/// A number word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub(super) class: Class,
    pub(super) low: Decimal,
    pub(super) high: Decimal,
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    class: Class,
    words: FxHashMap<String, String>,
}

/// The words of any case, and the letters that mean a magnitude only in the case given.
struct Words {
    words: FxHashMap<Key, Word>,
    letters: FxHashMap<String, Word>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let entries: Vec<Entry> = vocabulary!("numerals");
    let mut tables = Words {
        words: FxHashMap::default(),
        letters: FxHashMap::default(),
    };
    for entry in entries {
        for (form, value) in entry.words {
            let word = word_of(entry.class, &value);
            if matches!(entry.class, Class::Letter | Class::MoneyLetter) {
                tables.letters.insert(form, word);
            } else {
                tables.words.insert(Key::of(&form), word);
            }
        }
    }
    tables
});

fn word_of(class: Class, value: &str) -> Word {
    let (low, high) = interval(value);
    Word { class, low, high }
}

/// A value of a vocabulary: "12", "1/2", or both ends of an interval, "3..9".
pub(in crate::quantity) fn interval(value: &str) -> (Decimal, Decimal) {
    let number = |text: &str| match text.split_once('/') {
        Some((number, over)) => decimal(number) / decimal(over),
        None => decimal(text),
    };
    let (low, high) = value.split_once("..").unwrap_or((value, value));
    (number(low), number(high))
}

fn decimal(text: &str) -> Decimal {
    text.parse()
        .expect("a vocabulary gives decimal numbers, as its test checks")
}

/// The words with which a numeral in words begins.
pub(in crate::quantity) fn number_words() -> impl Iterator<Item = Key> {
    WORDS.words.keys().copied()
}

pub(super) fn word(line: Line<'_>, at: usize) -> Option<Word> {
    WORDS.words.get(&line.token(at)?.key).copied()
}

pub(super) fn word_in(line: Line<'_>, at: usize, classes: &[Class]) -> Option<Word> {
    word(line, at).filter(|word| classes.contains(&word.class))
}

/// The letters that stand for a magnitude in the case given: "K", "m".
pub(super) fn letter(form: &str) -> Option<Word> {
    WORDS.letters.get(form).copied()
}
