//! Units in text: the tokens around a numeral in, the unit that they write out.
//!
//! In "winds of 90 miles per hour" the words after "90" are one unit; in "US$58" the sign stands in front; in
//! "40 million pounds" the word is both a mass and a currency, and the millions decide.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use syntax::{Key, Xpos};

use super::digit::starts_digits;
use super::line::Line;
use super::numeral::counts_as_numeral;
use super::unit::{Dimension, ENTRIES, Entry, Unit};
use crate::lexicon::Phrases;

/// How many tokens a sign may have: "km", "/", "h".
const LONGEST_SYMBOL: usize = 4;
/// How many tokens a prefix may have: "magnitude", "of".
const LONGEST_PREFIX: usize = 2;
/// How many words of a currency's name may stand before its sum: "Hong Kong dollars".
const LONGEST_NAME: usize = 3;
/// How far before a numeral a word may show which unit is meant: "fined him a total of 500 pounds".
const CONTEXT: usize = 6;
const OF: Key = Key::word("of");
const SLASH: Key = Key::word("/");

/// What a form stands for.
#[derive(Clone, Copy)]
struct Meaning {
    /// `None` for a word that is a unit only in context: "won".
    unit: Option<Unit>,
    /// What it stands for in the context of that unit: "pounds" are money after "cost".
    rival: Option<Unit>,
}

struct Notation {
    forms: Phrases<Meaning>,
    contexts: Phrases<()>,
    /// The unit of a sign, and whether the sign must touch the numeral.
    symbols: FxHashMap<String, (Unit, bool)>,
    /// The unit of what stands before a numeral, in any case.
    prefixes: FxHashMap<Key, Unit>,
    /// The unit of letters that touch the numeral behind them.
    tight: FxHashMap<&'static str, Unit>,
    /// The unit of what makes one token with its number.
    grades: FxHashMap<Key, Unit>,
    /// Codes of currencies, which stand on either side.
    currencies: FxHashMap<&'static str, Unit>,
}

static NOTATION: LazyLock<Notation> = LazyLock::new(Notation::new);

/// Builds the vocabulary of units.
pub(crate) fn prepare() {
    LazyLock::force(&NOTATION);
}

impl Notation {
    fn new() -> Self {
        let forms = spellings();
        let contexts = ENTRIES.iter().flat_map(|entry| &entry.context);
        let prefixes = ENTRIES.iter().flat_map(|entry| {
            let unit = entry.unit();
            entry.prefixes.iter().map(move |form| (Key::of(form), unit))
        });
        let tight = ENTRIES.iter().flat_map(|entry| {
            let unit = entry.unit();
            entry.tight.iter().map(move |form| (form.as_str(), unit))
        });
        let grades = ENTRIES.iter().flat_map(|entry| {
            let unit = entry.unit();
            entry.grades.iter().map(move |form| (Key::of(form), unit))
        });
        let money = ENTRIES
            .iter()
            .filter(|entry| !entry.silent)
            .map(Entry::unit)
            .filter(|unit| unit.dimension == Dimension::Money);
        Self {
            forms: Phrases::new(
                forms
                    .iter()
                    .map(|(form, meaning)| (form.as_str(), *meaning)),
            ),
            contexts: Phrases::new(contexts.map(|form| (form.as_str(), ()))),
            symbols: small_codes().chain(symbols()).collect(),
            prefixes: prefixes.collect(),
            tight: tight.collect(),
            grades: grades.collect(),
            currencies: money.map(|unit| (unit.code, unit)).collect(),
        }
    }
}

/// Every form, with blanks and with hyphens between its words: "square foot", "square-foot".
fn spellings() -> Vec<(String, Meaning)> {
    let mut spellings: Vec<(String, Meaning)> = meanings()
        .map(|(form, meaning)| (form.to_owned(), meaning))
        .collect();
    let hyphenated = spellings
        .iter()
        .filter(|(form, _)| form.contains(' '))
        .map(|(form, meaning)| (form.replace(' ', " - "), *meaning));
    let hyphenated: Vec<_> = hyphenated.collect();
    spellings.extend(hyphenated);
    spellings
}

/// The forms of all units, and behind them those that are shared: of two equal forms the first counts.
fn meanings() -> impl Iterator<Item = (&'static str, Meaning)> {
    let rivals: FxHashMap<&str, Unit> = shared().collect();
    let own = ENTRIES.iter().flat_map(move |entry| {
        let meaning = |form: &'static String| {
            let rival = rivals.get(form.as_str()).copied();
            let unit = Some(entry.unit());
            (form.as_str(), Meaning { unit, rival })
        };
        entry.forms.iter().map(meaning).collect::<Vec<_>>()
    });
    let shared = shared().map(|(form, unit)| {
        let (unit, rival) = (None, Some(unit));
        (form, Meaning { unit, rival })
    });
    own.chain(shared)
}

fn shared() -> impl Iterator<Item = (&'static str, Unit)> {
    ENTRIES.iter().flat_map(|entry| {
        entry
            .shared
            .iter()
            .map(|form| (form.as_str(), entry.unit()))
    })
}

fn symbols() -> impl Iterator<Item = (String, (Unit, bool))> {
    ENTRIES.iter().flat_map(|entry| {
        let unit = entry.unit();
        let free = entry
            .symbols
            .iter()
            .map(move |form| (form.clone(), (unit, false)));
        let glued = entry
            .glued
            .iter()
            .map(move |form| (form.clone(), (unit, true)));
        free.chain(glued)
    })
}

/// The codes of currencies in small letters, as in "100 sek"; a sign of another unit that is the same wins.
fn small_codes() -> impl Iterator<Item = (String, (Unit, bool))> {
    let spoken = ENTRIES.iter().filter(|entry| !entry.silent);
    spoken
        .map(Entry::unit)
        .filter(|unit| unit.dimension == Dimension::Money)
        .map(|unit| (unit.code.to_lowercase(), (unit, false)))
}

/// The unit in front of the token `at`, with the first token of its notation: "$", "US$", "magnitude".
pub(super) fn unit_before(line: Line<'_>, at: usize) -> Option<(usize, Unit)> {
    (1..=LONGEST_PREFIX).rev().find_map(|count| {
        let first = at.checked_sub(count).filter(|&first| first >= line.start)?;
        let start = line.token(first)?.span.start as usize;
        let end = line.token(at)?.span.start as usize;
        let form = line.text[start..end].trim_end();
        let prefix = NOTATION.prefixes.get(&Key::of(form));
        let tight = || NOTATION.tight.get(form).filter(|_| line.touches(at));
        let unit = prefix
            .or_else(|| NOTATION.currencies.get(form))
            .or_else(tight)?;
        (!is_behind_number(line, first)).then_some((first, *unit))
    })
}

/// The unit of the letters that make one token with a number: "EF" in "EF4".
pub(super) fn unit_of_grade(letters: &str) -> Option<Unit> {
    NOTATION.grades.get(&Key::of(letters)).copied()
}

/// The currency whose name stands in front of the token `at`, with its first token: "rupees 500 crore".
pub(super) fn money_before(line: Line<'_>, at: usize) -> Option<(usize, Unit)> {
    let (count, meaning) = NOTATION.forms.before(line.before(at), LONGEST_NAME)?;
    let first = at - count;
    let unit = meaning
        .unit
        .filter(|unit| unit.dimension == Dimension::Money && unit.minor().is_none())?;
    (!is_behind_number(line, first)).then_some((first, unit))
}

/// Whether the word belongs to a number before it: "lost 50 pounds 2 months ago".
fn is_behind_number(line: Line<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).filter(|&before| before >= line.start);
    line.is_word(at) && before.is_some_and(|before| counts_as_numeral(line, before))
}

/// The unit that begins at token `at`, with the token after it. `numeral` is where the numeral began; `signs` allows
/// signs such as "km", which only follow digits; `millions` says that the numeral counts in millions.
pub(super) fn unit_after(
    line: Line<'_>,
    at: usize,
    numeral: usize,
    signs: bool,
    millions: bool,
) -> Option<(usize, Unit)> {
    let first = line.past_hyphen(at);
    let sign = signs.then(|| symbol(line, first)).flatten();
    let word = NOTATION
        .forms
        .at(line.after(first))
        .and_then(|(count, meaning)| {
            let end = first + count;
            let money = || millions && !line.is(end, OF) || shows_context(line, numeral);
            let rival = meaning.rival.filter(|_| money());
            Some((end, rival.or(meaning.unit)?))
        });
    match (sign, word) {
        (Some(sign), Some(word)) if word.0 > sign.0 => Some(word),
        (sign, word) => sign.or(word),
    }
}

/// The unit that a word names without regard to any numeral: "barrel" in "$58 a barrel".
pub(super) fn unit_named(line: Line<'_>, at: usize) -> Option<(usize, Unit)> {
    let (count, meaning) = NOTATION.forms.at(line.after(at))?;
    let unit = meaning
        .unit
        .filter(|unit| unit.dimension != Dimension::Money)?;
    Some((at + count, unit))
}

/// The currency that a rate of exchange is per: "euro" in "88 pence per euro".
pub(super) fn currency_named(line: Line<'_>, at: usize) -> Option<(usize, Unit)> {
    let (count, meaning) = NOTATION.forms.at(line.after(at))?;
    let unit = meaning.unit?;
    let whole = unit.dimension == Dimension::Money && unit.minor().is_none();
    whole.then_some((at + count, unit))
}

/// The unit behind a word that describes it: "three more days", "517 rushing yards". Only lengths and times are told
/// this way; of other units the word makes a thing ("two gold bars").
pub(super) fn unit_behind_attribute(line: Line<'_>, at: usize) -> Option<(usize, Unit)> {
    let describes = matches!(
        line.tag(at),
        Some(Xpos::Jj | Xpos::Jjr | Xpos::Vbg | Xpos::Nn)
    );
    let measures = |unit: &Unit| matches!(unit.dimension, Dimension::Length | Dimension::Duration);
    let plural = describes && line.is_plural(at + 1);
    plural
        .then(|| unit_named(line, at + 1))
        .flatten()
        .filter(|(_, unit)| measures(unit))
}

/// The currency that the word at token `at` names besides what else it stands for: "2 pounds and 50 pence".
pub(super) fn money_named(line: Line<'_>, at: usize) -> Option<Unit> {
    let (_, meaning) = NOTATION.forms.at(line.after(at))?;
    let money = |unit: &Unit| unit.dimension == Dimension::Money;
    meaning.unit.filter(money).or(meaning.rival.filter(money))
}

/// Whether the name of a currency stands at token `at`.
pub(super) fn names_money(line: Line<'_>, at: usize) -> bool {
    let found = NOTATION.forms.at(line.after(at));
    let unit = found.and_then(|(_, meaning)| meaning.unit);
    unit.is_some_and(|unit| unit.dimension == Dimension::Money)
}

/// The mark of feet in "5'10\"": an apostrophe between two numbers.
pub(super) fn foot_mark(line: Line<'_>, at: usize) -> Option<(usize, Unit)> {
    let mark = matches!(line.form(at), "'" | "\u{2019}") && line.touches(at);
    let inches = starts_digits(line.form(at + 1)) && line.touches(at + 1);
    let foot = Unit::from_code("[ft_i]").filter(|_| mark && inches)?;
    Some((at + 1, foot))
}

/// Whether the mark of inches at `at` closes "5'10\"".
pub(super) fn is_inch_mark(line: Line<'_>, at: usize) -> bool {
    line.touches(at) && matches!(line.form(at), "\"" | "\u{201d}" | "''")
}

/// The sign of a unit that begins at token `at`, with the token after it.
pub(super) fn symbol(line: Line<'_>, at: usize) -> Option<(usize, Unit)> {
    let start = line.token(at)?.span.start as usize;
    let joined = 1
        + (1..LONGEST_SYMBOL)
            .take_while(|&next| line.touches(at + next))
            .count();
    (1..=joined).rev().find_map(|count| {
        let end = line.token(at + count - 1)?.span.end as usize;
        let form = without_stop(line, at + count, &line.text[start..end]);
        let currency = || NOTATION.currencies.get(form).map(|&unit| (unit, false));
        let (unit, glued) = NOTATION.symbols.get(form).copied().or_else(currency)?;
        let next = at + count;
        let opens_next = unit.dimension == Dimension::Money && starts_digits(line.form(next));
        let divided = || line.is(next, SLASH) && line.touches(next);
        // "Form 1095-A" measures no current.
        let hyphened = form.len() == 1 && line.is_hyphen(at.saturating_sub(1));
        let tight = line.touches(at) && !hyphened && !goes_on(line, next);
        let fits = !glued || tight || divided();
        (!opens_next && fits).then_some((next, unit))
    })
}

/// The sign without the full stop in its last token, which ends the sentence before token `end`: "at 125.8 p."
fn without_stop<'a>(line: Line<'_>, end: usize, form: &'a str) -> &'a str {
    match form.strip_suffix('.') {
        Some(sign) if end == line.end() && line.form(end - 1) != "." => sign,
        _ => form,
    }
}

/// Whether letters that end before token `at` are the middle of a ratio: "1-in-3".
fn goes_on(line: Line<'_>, at: usize) -> bool {
    let next = line.past_hyphen(at);
    line.touches(next) && starts_digits(line.form(next))
}

fn shows_context(line: Line<'_>, numeral: usize) -> bool {
    let first = numeral.saturating_sub(CONTEXT).max(line.start);
    (first..numeral).any(|at| NOTATION.contexts.at(line.after(at)).is_some())
}
