//! The words that segmentation knows, as the build wrote them from `data/en`.
//!
//! Takes a key, gives what the vocabulary says of the word: `"sen."` is a title, `"the"` opens sentences.

use crate::key::Key;

mod generated {
    include!(concat!(env!("OUT_DIR"), "/vocabulary.rs"));
}

/// What the full stop of an abbreviation says about the end of the sentence (`abbreviation.yaml`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// Stands before a name and ends no sentence: "Sen."
    Title,
    /// Stands before a number: "No."
    Number,
    /// A month: "Sept."
    Month,
    /// Ends a sentence when a word follows that opens sentences: "Inc."
    Other,
}

/// Marks forms that are abbreviations only with a capital.
const CAPITAL: u8 = 1 << 7;

/// The class of `form`, which ends in its full stop, when it is an abbreviation.
pub(super) fn abbreviation(form: &str, key: Key) -> Option<Abbreviation> {
    let value = find(&generated::ABBREVIATIONS, key)?;
    let capital = form.as_bytes()[0].is_ascii_uppercase();
    let class = match value & !CAPITAL {
        0 => Abbreviation::Title,
        1 => Abbreviation::Number,
        2 => Abbreviation::Month,
        _ => Abbreviation::Other,
    };
    (capital || value & CAPITAL == 0).then_some(class)
}

/// Where the second word begins in two words written as one: "can|not".
pub(super) fn contraction(key: Key) -> Option<usize> {
    find(&generated::CONTRACTIONS, key).map(usize::from)
}

/// Whether the word without its apostrophe is one whose first letters are left out: "'em".
pub(super) fn is_elision(key: Key) -> bool {
    find(&generated::ELISIONS, key).is_some()
}

/// Whether the word makes a compound with a number that counts or dates: "mid-1990s".
pub(super) fn is_number_prefix(key: Key) -> bool {
    find(&generated::PREFIXES, key).is_some()
}

/// Whether a capital on the word shows that a sentence begins with it.
pub(super) fn opens_sentence(key: Key) -> bool {
    find(&generated::OPENERS, key).is_some()
}

/// Whether the verb names a way of speaking: "asked".
pub(super) fn is_speech(key: Key) -> bool {
    find(&generated::SPEECH, key).is_some()
}

/// What the first word of a line says about it (`line.yaml`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LineOpener {
    /// No sentence unless it ends like one: "By Ann Lee".
    Unfinished,
    /// Never a sentence: "Copyright 2019 Harbor News."
    Always,
}

/// Whether lines that begin with the word are no sentences.
pub(super) fn line_opener(key: Key) -> Option<LineOpener> {
    let value = find(&generated::LINE_OPENERS, key)?;
    Some(if value == 1 {
        LineOpener::Always
    } else {
        LineOpener::Unfinished
    })
}

/// Whether the letters are a magnitude or a unit that may be written against a number: "bn", "ft".
pub(super) fn is_glued_unit(letters: &str) -> bool {
    generated::GLUED_UNITS.binary_search(&letters).is_ok()
}

/// Whether the letters name a currency and may be written against its number: "USD", "Rs".
pub(super) fn is_glued_money(letters: &str) -> bool {
    generated::GLUED_MONEY.binary_search(&letters).is_ok()
}

/// Whether the letters name a currency before a number that is written as a sum of money: "R" in "R2.5bn".
pub(super) fn is_money_of_sum(letters: &str) -> bool {
    generated::MONEY_OF_SUMS.binary_search(&letters).is_ok()
}

/// Whether the letters are a magnitude: "bn", "million".
pub(super) fn is_magnitude(letters: &str) -> bool {
    generated::MAGNITUDES.binary_search(&letters).is_ok()
}

fn find(table: &[(u64, u8)], key: Key) -> Option<u8> {
    let at = table.binary_search_by_key(&key.0, |entry| entry.0).ok()?;
    Some(table[at].1)
}
