//! Zero in words: "no casualties" and "none were hurt" in, the value 0 out.
//!
//! Only nouns and participles of `data/en/zeros.yaml` count: "no idea" and "nobody knows" say nothing in numbers.

use std::sync::LazyLock;

use rust_decimal::Decimal;
use syntax::{Key, Xpos};

use super::amount::Amount;
use super::line::Line;
use super::modifier::opens_modifier;
use super::numeral::{Numeral, NumeralForm, counts_as_numeral};
use crate::lexicon::{Phrases, vocabulary};

const NO: Key = Key::word("no");
/// How many words may stand between "no" and the noun: "no serious injuries".
const ADJECTIVES: usize = 3;
/// How many tokens may stand between "none" and the participle: "none of the passengers had been hurt".
const REACH: usize = 6;

#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Class {
    Noun,
    Pronoun,
    Participle,
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    class: Class,
    words: Vec<String>,
}

static ZEROS: LazyLock<[Phrases<()>; 3]> = LazyLock::new(|| {
    let entries: Vec<Entry> = vocabulary!("zeros");
    [Class::Noun, Class::Pronoun, Class::Participle].map(|class| {
        let members = entries.iter().filter(|entry| entry.class == class);
        Phrases::new(
            members
                .flat_map(|entry| &entry.words)
                .map(|form| (form.as_str(), ())),
        )
    })
});

/// The words with which a zero begins.
pub(super) fn zeros() -> impl Iterator<Item = Key> {
    let [_, pronouns, _] = &*ZEROS;
    pronouns.first_keys().chain([NO])
}

/// The zero that begins at token `at`.
pub(super) fn read_zero(line: Line<'_>, at: usize) -> Option<Amount> {
    let [nouns, pronouns, participles] = &*ZEROS;
    // "37 no votes" are votes against.
    let counted = at > line.start && counts_as_numeral(line, at - 1);
    if line.is(at, NO)
        && !counted
        && !opens_modifier(line, at)
        && counts_nothing(line, at + 1, nouns)
    {
        return Some(zero(at, at + 1));
    }
    let (count, ()) = pronouns.at(line.after(at))?;
    let end = at + count;
    let befell = (end..end + REACH)
        .take_while(|&next| line.is_word(next))
        .any(|next| participles.at(line.after(next)).is_some());
    befell.then(|| zero(at, end))
}

/// Whether a noun of the list follows, behind adjectives or nouns that go with it.
fn counts_nothing(line: Line<'_>, from: usize, nouns: &Phrases<()>) -> bool {
    (from..=from + ADJECTIVES)
        .take_while(|&next| next == from || is_attribute(line, next - 1))
        .any(|next| nouns.at(line.after(next)).is_some())
}

fn is_attribute(line: Line<'_>, at: usize) -> bool {
    match line.tag(at) {
        Some(tag) => matches!(
            tag,
            Xpos::Jj | Xpos::Jjr | Xpos::Nn | Xpos::Nnp | Xpos::Vbn | Xpos::Vbg | Xpos::Hyph
        ),
        None => line.is_word(at),
    }
}

fn zero(start: usize, end: usize) -> Amount {
    let value = (Decimal::ZERO, Decimal::ZERO);
    Amount::bare(Numeral::new(start, end, value, NumeralForm::Cardinal))
}
