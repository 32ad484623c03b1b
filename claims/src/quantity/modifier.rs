//! Modifiers: the words around an amount in, how they qualify it out.
//!
//! "nearly two hours" is below two hours and near them, "40 or more tents" is 40 or above. The longest phrase wins,
//! so that "no more than 40" is an upper bound.

use std::sync::LazyLock;

use syntax::{Key, Xpos};

use super::cue::{is_lasting_cue, is_regime, is_service_cue, is_spell, is_stature, is_topic_cue};
use super::digit::starts_digits;
use super::line::Line;
use crate::lexicon::{Phrases, vocabulary};

/// How the writer qualified a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Modifier {
    /// No qualification, or "exactly".
    Exact,
    /// "about", "around", "some", "roughly".
    About,
    /// "nearly", "almost", "close to": below the number and near it.
    Nearly,
    /// "just over", "a little more than".
    JustOver,
    /// "just under".
    JustUnder,
    /// "at least", "no fewer than", "12-plus".
    AtLeast,
    /// "more than", "over".
    MoreThan,
    /// "at most", "no more than".
    AtMost,
    /// "less than", "fewer than", "under".
    LessThan,
    /// "up to", "as many as": an upper bound that later text may cancel.
    UpTo,
    /// "between 10 and 15", "10-15", "dozens".
    Range,
}

impl Modifier {
    /// The side that a modifier opens: 0 for none, -1 for below, 1 for above, 2 for both.
    #[must_use]
    pub const fn side(self) -> i8 {
        match self {
            Self::Exact | Self::Range => 0,
            Self::Nearly | Self::JustUnder | Self::AtMost | Self::LessThan | Self::UpTo => -1,
            Self::JustOver | Self::AtLeast | Self::MoreThan => 1,
            Self::About => 2,
        }
    }
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    modifier: Modifier,
    before: Vec<String>,
    #[serde(default)]
    after: Vec<String>,
    #[serde(default)]
    last: Vec<String>,
}

struct Modifiers {
    before: Phrases<Modifier>,
    after: Phrases<Modifier>,
    last: Phrases<Modifier>,
}

static MODIFIERS: LazyLock<Modifiers> = LazyLock::new(|| {
    let entries: Vec<Entry> = vocabulary!("modifiers");
    let before = entries
        .iter()
        .flat_map(|entry| forms(&entry.before, entry.modifier));
    let after = entries
        .iter()
        .flat_map(|entry| forms(&entry.after, entry.modifier));
    let last = entries
        .iter()
        .flat_map(|entry| forms(&entry.last, entry.modifier));
    Modifiers {
        before: Phrases::new(before),
        after: Phrases::new(after),
        last: Phrases::new(last),
    }
});

fn forms(forms: &[String], modifier: Modifier) -> impl Iterator<Item = (&str, Modifier)> {
    forms.iter().map(move |form| (form.as_str(), modifier))
}

/// The longest modifier, in tokens.
const LONGEST: usize = 5;
/// How many nouns may stand between a numeral and a modifier behind it: "40 people or more".
const NOUNS: usize = 2;
/// How many words may describe the noun behind "under" or "over" and a number.
const DESCRIBED: usize = 3;
const ABOUT: Key = Key::word("about");
const BACK: Key = Key::word("back");
/// Verbs whose "up" is the way that a figure went.
const REVISING: [Key; 6] = [
    Key::word("revised"),
    Key::word("edged"),
    Key::word("ticked"),
    Key::word("inched"),
    Key::word("nudged"),
    Key::word("bumped"),
];
const UP: Key = Key::word("up");
const OVER: Key = Key::word("over");
const TO: Key = Key::word("to");
const UNDER: Key = Key::word("under");

/// The modifier that ends before token `start`, with its first token.
pub(super) fn modifier_before(
    line: Line<'_>,
    start: usize,
    duration: bool,
) -> Option<(usize, Modifier)> {
    let end = start - usize::from(start > line.start && line.is_hyphen(start - 1));
    let (count, modifier) = bound_before(line, end)?;
    let first = end - count;
    let over = count == 1 && line.is(first, OVER);
    let lasts = || duration || counts(line, first + 1, is_spell);
    let during = over && lasts() && first > line.start && !is_lasting_cue(line, first - 1);
    let stature = duration && (first..end).any(|at| is_stature(line, at));
    (!during && !stature && !is_preposition(line, first, count)).then_some((first, modifier))
}

/// The longest modifier that ends before `end`, with its number of tokens. In "climbed back up to about 40" and "was
/// revised up to 0.3 percent" the way up bounds nothing.
fn bound_before(line: Line<'_>, end: usize) -> Option<(usize, Modifier)> {
    let (count, modifier) = MODIFIERS.before.before(line.before(end), LONGEST)?;
    let first = end - count;
    let leads_up = |at: usize| line.is(at, BACK) || REVISING.iter().any(|&key| line.is(at, key));
    let goes_up = line.is(first, UP) && first > line.start && leads_up(first - 1);
    if goes_up {
        return MODIFIERS.before.before(line.before(end), count - 1);
    }
    Some((count, modifier))
}

/// "asked *about* 11 cases", "served *under* three presidents": whether the word before a number qualifies it not.
fn is_preposition(line: Line<'_>, at: usize, count: usize) -> bool {
    let cue = match line.token(at).map(|token| token.key) {
        Some(ABOUT) => is_topic_cue,
        Some(UNDER) if count == 1 && counts(line, at + 1, is_regime) => return true,
        Some(UNDER) => is_service_cue,
        _ => return false,
    };
    count == 1 && at > line.start && cue(line, at - 1)
}

/// "Under *two federal laws*", "over *five terms*": whether the first plural behind the word is such a one.
fn counts(line: Line<'_>, number: usize, such: fn(Line<'_>, usize) -> bool) -> bool {
    let noun = (number..=number + DESCRIBED).find(|&at| line.is_plural(at));
    noun.is_some_and(|at| such(line, at))
}

/// Whether a modifier begins at token `at`: "no more than".
pub(super) fn opens_modifier(line: Line<'_>, at: usize) -> bool {
    MODIFIERS.before.at(line.after(at)).is_some()
}

/// Whether another number follows: "$1,000 plus $500" adds two.
fn opens_amount(line: Line<'_>, at: usize) -> bool {
    let signed = !line.is_word(at) && starts_digits(line.form(at + 1)) && line.touches(at + 1);
    signed || starts_digits(line.form(at))
}

/// The modifier that stands directly at token `at`, with the token after it.
pub(super) fn modifier_at(line: Line<'_>, at: usize) -> Option<(usize, Modifier)> {
    let tokens = line.after(at);
    let (count, modifier) = MODIFIERS
        .after
        .at(tokens)
        // "age 66 and up to 70"
        .filter(|&(count, _)| !line.is(at + count - 1, UP) || !line.is(at + count, TO))
        .or_else(|| MODIFIERS.last.at(tokens).filter(|_| !describes(line, at)))?;
    Some((at + count, modifier))
}

/// "A $15 *minimum* wage": whether a noun follows that the word describes.
fn describes(line: Line<'_>, at: usize) -> bool {
    matches!(
        line.tag(at + 1),
        Some(Xpos::Nn | Xpos::Nns | Xpos::Nnp | Xpos::Jj)
    )
}

/// The modifier behind token `end`, directly or behind the noun counted, with the token after it.
pub(super) fn modifier_after(line: Line<'_>, end: usize) -> Option<(usize, Modifier)> {
    let nouns = (0..=NOUNS).take_while(|&skipped| skipped == 0 || line.is_word(end + skipped - 1));
    nouns.map(|skipped| end + skipped).find_map(|at| {
        let (next, modifier) = modifier_at(line, at)?;
        let direct = (at == end || next > at + 1) && !opens_amount(line, next);
        // "737 Max" is a name.
        let named = next == at + 1 && line.is_word(at) && line.is_capitalized(at);
        (direct && !named).then_some((next, modifier))
    })
}
