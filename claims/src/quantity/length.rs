//! Lengths of time without a numeral: "nearly a day", "for years" in, one or several units of time out.
//!
//! A bare "a day" is left alone: it is part of a rate or of a time far more often than a length that is told. Only a
//! modifier ("nearly a day"), a word before it ("for a day"), what fills it ("a week of fighting"), a part ("a year and a
//! half"), a smaller length ("an hour and 20 minutes") or "long" ("a week-long strike") makes it one; the plural needs
//! "for", "within" or "after" before it or "of" behind it.

use std::sync::LazyLock;

use rust_decimal::Decimal;
use rustc_hash::FxHashMap;
use syntax::{Key, Xpos};

use super::amount::{Amount, read_amount};
use super::line::Line;
use super::modifier::modifier_before;
use super::notation::unit_named;
use super::numeral::{Numeral, NumeralForm, counts_as_numeral, interval, with_a_part};
use super::unit::{Dimension, Unit};
use crate::lexicon::vocabulary;

const AFTER: Key = Key::word("after");
const AND: Key = Key::word("and");
const FOR: Key = Key::word("for");
const LONG: Key = Key::word("long");
const OF: Key = Key::word("of");
const OR: Key = Key::word("or");
const WITHIN: Key = Key::word("within");
/// Lengths that are seldom meant by the letter: "for a second".
const BRIEF: [Key; 2] = [Key::word("second"), Key::word("minute")];

#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Class {
    Single,
    Several,
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    class: Class,
    words: FxHashMap<String, String>,
}

#[derive(Clone, Copy)]
struct Length {
    class: Class,
    low: Decimal,
    high: Decimal,
}

static LENGTHS: LazyLock<FxHashMap<Key, Length>> = LazyLock::new(|| {
    let entries: Vec<Entry> = vocabulary!("lengths");
    let lengths = entries.iter().flat_map(|entry| {
        let length = |value| {
            let (low, high) = interval(value);
            Length {
                class: entry.class,
                low,
                high,
            }
        };
        entry
            .words
            .iter()
            .map(move |(form, value)| (Key::of(form), length(value)))
    });
    lengths.collect()
});

/// The nouns at which a length of time is read.
pub(super) fn lengths() -> impl Iterator<Item = Key> {
    LENGTHS.keys().copied()
}

/// The length of time whose noun stands at token `at`.
pub(super) fn read_length(line: Line<'_>, at: usize) -> Option<Amount> {
    let length = LENGTHS.get(&line.token(at)?.key)?;
    let before = at.wrapping_sub(1);
    if length.class == Class::Single
        && let Some(longer) = with_part(line, before, at)
    {
        return Some(longer);
    }
    let long = length.class == Class::Single && is_long(line, at);
    let told = match length.class {
        Class::Single => {
            long || line.is_article(before)
                && (is_modified(line, before)
                    || is_filled(line, at)
                    || lasts(line, before, at)
                    || adds(line, at))
        }
        Class::Several => is_told(line, before, at),
    };
    let (end, unit) = told.then(|| unit_named(line, at)).flatten()?;
    let start = if length.class == Class::Single && !long {
        before
    } else {
        at
    };
    let form = if length.class == Class::Single {
        NumeralForm::Cardinal
    } else {
        NumeralForm::Vague
    };
    let numeral = Numeral::new(start, at, (length.low, length.high), form);
    Some(Amount {
        end,
        unit: Some(unit),
        ..Amount::bare(numeral)
    })
}

/// "a year and a half".
fn with_part(line: Line<'_>, article: usize, at: usize) -> Option<Amount> {
    // "the next year and a half"
    let start = match line.tag(article)? {
        _ if line.is_article(article) => article,
        Xpos::Jj => at,
        _ => return None,
    };
    let (_, unit) = unit_named(line, at)?;
    let (value, step, end) = with_a_part(line, at + 1)?;
    let numeral = Numeral {
        step,
        ..Numeral::new(start, at, (value, value), NumeralForm::Cardinal)
    };
    Some(Amount {
        end,
        unit: Some(unit),
        ..Amount::bare(numeral)
    })
}

/// "nearly a day", "more than a century".
fn is_modified(line: Line<'_>, article: usize) -> bool {
    modifier_before(line, article, true).is_some()
}

/// "a week of fighting"; not "at times of day" nor "the week of the vote".
fn is_filled(line: Line<'_>, at: usize) -> bool {
    let noun = matches!(line.tag(at + 2), Some(Xpos::Nn | Xpos::Nns | Xpos::Vbg));
    line.is(at + 1, OF) && noun
}

/// "for an hour", "within a week"; not "for a day trip", "for a second".
fn lasts(line: Line<'_>, article: usize, at: usize) -> bool {
    let told = article > line.start && [FOR, WITHIN].iter().any(|&key| line.is(article - 1, key));
    let brief = BRIEF.iter().any(|&key| line.is(at, key));
    let describes = matches!(
        line.tag(at + 1),
        Some(Xpos::Nn | Xpos::Nns | Xpos::Nnp | Xpos::Jj | Xpos::Hyph | Xpos::Pos)
    );
    let several = line.is(at + 1, OR) && counts_as_numeral(line, at + 2);
    told && !brief && !describes && !several && !line.is(at + 1, OF)
}

/// "an hour and 20 minutes": a smaller length follows.
fn adds(line: Line<'_>, at: usize) -> bool {
    let smaller = || read_amount(line, at + 2)?.unit;
    let length = |unit: Unit| unit.dimension == Dimension::Duration;
    line.is(at + 1, AND) && smaller().is_some_and(length)
}

/// "a week-long strike".
fn is_long(line: Line<'_>, at: usize) -> bool {
    line.is_hyphen(at + 1) && line.is(at + 2, LONG)
}

/// "for years", "months of fighting"; not "recent years of".
fn is_told(line: Line<'_>, before: usize, at: usize) -> bool {
    let preposition = [FOR, WITHIN, AFTER].iter().any(|&key| line.is(before, key));
    let described = matches!(
        line.tag(before),
        Some(Xpos::Jj | Xpos::Dt | Xpos::PrpPoss | Xpos::Cd | Xpos::Nn | Xpos::Jjs | Xpos::Pos)
    );
    preposition || line.is(at + 1, OF) && !described
}
