//! Names that look like numbers: an amount in, whether it is a name out.
//!
//! "Flight 370", "Section 427" and "the iPhone 11" are names. A bare number behind a word of
//! `data/en/identifiers.yaml`, or inside a name that the tagger found, is one; "370 people" never is.

use std::sync::LazyLock;

use rust_decimal::Decimal;
use rustc_hash::FxHashSet;
use syntax::{EntityKind, Key, Xpos};

use super::amount::{Amount, Shape};
use super::cue::is_collective;
use super::digit::starts_digits;
use super::grade::ends_in_digit;
use super::line::Line;
use super::numeral::{Numeral, NumeralForm};
use super::unit::{Dimension, Unit};
use super::{Quantity, QuantityKind};
use crate::lexicon::{Phrases, vocabulary};

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    #[serde(rename = "class")]
    _class: String,
    #[serde(default)]
    titled: Vec<String>,
    #[serde(default)]
    before: Vec<String>,
    #[serde(default)]
    whole: Vec<String>,
    #[serde(default)]
    opens: Vec<String>,
    #[serde(default)]
    closes: Vec<String>,
    #[serde(default)]
    leads: Vec<String>,
    #[serde(default)]
    behind: Vec<String>,
}

/// Whether the words before a name's number need a capital.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Before,
    Titled,
}

struct Names {
    heads: Phrases<Place>,
    opens: Phrases<()>,
    closes: Phrases<()>,
    leads: Phrases<()>,
    behind: Phrases<()>,
    whole: FxHashSet<String>,
}

static NAMES: LazyLock<Names> = LazyLock::new(|| {
    let entries: Vec<Entry> = vocabulary!("identifiers");
    let heads = entries.iter().flat_map(|entry| {
        let before = entry
            .before
            .iter()
            .map(|form| (form.as_str(), Place::Before));
        let titled = entry
            .titled
            .iter()
            .map(|form| (form.as_str(), Place::Titled));
        before.chain(titled)
    });
    let opens = entries.iter().flat_map(|entry| &entry.opens);
    let closes = entries.iter().flat_map(|entry| &entry.closes);
    let leads = entries.iter().flat_map(|entry| &entry.leads);
    let behind = entries.iter().flat_map(|entry| &entry.behind);
    Names {
        heads: Phrases::new(heads),
        opens: Phrases::new(opens.map(|form| (form.as_str(), ()))),
        closes: Phrases::new(closes.map(|form| (form.as_str(), ()))),
        leads: Phrases::new(leads.map(|form| (form.as_str(), ()))),
        behind: Phrases::new(behind.map(|form| (form.as_str(), ()))),
        whole: entries
            .iter()
            .flat_map(|entry| entry.whole.clone())
            .collect(),
    }
});

const AND: Key = Key::word("and");
const COMMA: Key = Key::word(",");
const ON: Key = Key::word("on");
const OR: Key = Key::word("or");
const OPEN: Key = Key::word("(");
const PER: Key = Key::word("per");
/// How many tokens may stand between two names of a list, the rest of the first name included.
const LISTED: usize = 4;
const PERIOD: Key = Key::word(".");
const CLOSE: Key = Key::word(")");
/// How far before a closing bracket its opening one is looked for, in tokens.
const BRACKET: usize = 20;

/// The most digits that a number inside a name of a product, work or place has.
const LONGEST_IN_NAME: usize = 4;

/// How many tokens the name of a street may have.
const STREET: usize = 6;

/// The longest head, in tokens.
const LONGEST: usize = 2;

/// Whether an amount is part of a name.
pub(super) fn is_identifier(line: Line<'_>, amount: &Amount) -> bool {
    if amount.shape == Shape::Identifier
        || is_whole_name(line, amount)
        || is_list_marker(line, amount)
        || is_inside_code(line, amount)
        || is_zip_code(line, amount)
        || is_programme(line, amount)
        || amount.unit.is_none() && NAMES.opens.at(line.after(amount.start)).is_some()
        || amount.numeral.form == NumeralForm::Ordinal
            && (ends_street(line, amount.end) || is_ordinal_of_name(line, amount))
    {
        return true;
    }
    let nameable = amount.numeral.form == NumeralForm::Cardinal
        && amount.unit.is_none()
        && amount.per.is_none();
    nameable
        && (follows_per(line, amount)
            || NAMES.behind.at(line.after(amount.end)).is_some()
            || follows_head(line, amount)
            || is_address(line, amount)
            || opens_titled(line, amount)
            || closes_titled(line, amount)
            || amount.numeral.bare
                && (starts_with_zero(line, amount)
                    || stands_in_name(line, amount)
                    || follows_name(line, amount)
                    || opens_name(line, amount)
                    || opens_lettered(line, amount.end)
                    || ends_code(line, amount))
            || is_coded(line, amount))
}

/// "The *Second* Amendment", "the *First* Baptist Church": the ordinal belongs to the name of a law, a body or a place.
fn is_ordinal_of_name(line: Line<'_>, amount: &Amount) -> bool {
    use syntax::EntityKind::{Event, Fac, Law, Loc, Org};
    let named = |at: usize| {
        let entity = line.token(at).and_then(|token| token.entity);
        entity.is_some_and(|tag| matches!(tag.kind, Event | Fac | Law | Loc | Org))
    };
    let whole = named(amount.start) && named(amount.end);
    whole && line.is_capitalized(amount.start) && line.is_capitalized(amount.end)
}

/// "Deaths per 100,000 people": of how many a rate is told, which counts none.
fn follows_per(line: Line<'_>, amount: &Amount) -> bool {
    amount.start > line.start && line.is(amount.start - 1, PER)
}

/// "1600 Pennsylvania Avenue", "9 E. 71st St.": the number of a house. In "12 Wall Street bankers" people are counted.
fn is_address(line: Line<'_>, amount: &Amount) -> bool {
    if leads_street(line, amount.end) && amount.numeral.digits {
        return true;
    }
    let named =
        |&at: &usize| line.is_capitalized(at) || line.form(at) == "." || is_rank(line.form(at));
    let name = (amount.end..line.end().min(amount.end + STREET)).take_while(named);
    let street = name.skip(1).find(|&at| ends_street(line, at));
    street.is_some_and(|street| {
        let behind =
            street + 1 + usize::from(line.form(street + 1) == "." && line.touches(street + 1));
        !line.is_plural(behind) && line.is_capitalized(amount.end)
    })
}

/// "22 *Rue* Lepic": whether the word begins the name of a street.
fn leads_street(line: Line<'_>, at: usize) -> bool {
    let named = line.tag(at + 1) == Some(Xpos::Nnp) && line.is_capitalized(at + 1);
    line.is_capitalized(at) && named && NAMES.leads.at(line.after(at)).is_some()
}

/// Whether the word ends the name of a street: "71st *Street*".
fn ends_street(line: Line<'_>, at: usize) -> bool {
    line.is_capitalized(at) && NAMES.closes.at(line.after(at)).is_some()
}

/// "71st" in the name of a street.
fn is_rank(form: &str) -> bool {
    starts_digits(form) && form.ends_with(|last: char| last.is_ascii_lowercase())
}

/// "24703L202": letters and more digits touch the number, which is no measure for the letters it ends in.
fn is_inside_code(line: Line<'_>, amount: &Amount) -> bool {
    let (first, end) = (amount.numeral.start, amount.end);
    let begins = amount.unit.is_some()
        && (amount.numeral.end..=end).all(|at| line.touches(at))
        && starts_digits(line.form(end));
    let ends = first >= line.start + 2
        && line.is_word(first - 1)
        && line.touches(first)
        && line.touches(first - 1)
        && starts_digits(line.form(first - 2));
    amount.shape == Shape::Single && (begins || ends)
}

/// "0700", "007", "‘08": no number of things is written with a zero in front.
fn starts_with_zero(line: Line<'_>, amount: &Amount) -> bool {
    let form = line.form(amount.start);
    form.len() > 1 && form.starts_with('0')
}

/// "Talked with 60 Minutes", "CBS's “48 Hours”": a unit of time with a capital that is no headline's; "in 75
/// SECONDS" is told loudly.
fn is_programme(line: Line<'_>, amount: &Amount) -> bool {
    let duration = |unit: Unit| unit.dimension == Dimension::Duration;
    let unit = amount.numeral.end;
    let titled = amount.unit.is_some_and(duration)
        && amount.numeral.digits
        && amount.end == unit + 1
        && line.is_capitalized(unit)
        && line.form(unit).len() > 2
        && line.form(unit).contains(char::is_lowercase);
    let before = amount.start.checked_sub(1).filter(|&at| at >= line.start);
    let led = |at: usize| {
        line.is(at, ON) || line.tag(at) == Some(Xpos::Pos) || matches!(line.form(at), "\"" | "“")
    };
    titled
        && before.is_some_and(|before| {
            led(before) || runs(line, before) || follows_small_letters(line, before)
        })
}

/// "A city near Thousand Oaks", "at the Four Seasons": a number word with a capital before a name, in running text.
fn opens_titled(line: Line<'_>, amount: &Amount) -> bool {
    let (first, next) = (amount.start, amount.end);
    let word = !amount.numeral.digits && next == first + 1 && line.is_capitalized(first);
    let named = matches!(line.tag(next), Some(Xpos::Nnp | Xpos::Nnps)) && line.is_capitalized(next);
    word && named && follows_small_letters(line, first)
}

/// "The Birmingham Six were freed", "her Kick Six call": a number word with a capital behind a name, in running text,
/// and before nothing that has a capital too.
fn closes_titled(line: Line<'_>, amount: &Amount) -> bool {
    let first = amount.start;
    let word = !amount.numeral.digits && amount.end == first + 1 && line.is_capitalized(first);
    let named = |at: usize| line.tag(at) == Some(Xpos::Nnp) && line.is_capitalized(at);
    word && first > line.start && named(first - 1) && follows_small_letters(line, first - 1)
}

/// Whether the last word before token `at` that has a capital in a title has none, as in running text.
fn follows_small_letters(line: Line<'_>, at: usize) -> bool {
    let content = |at: &usize| {
        let open = line.tag(*at).is_some_and(is_open);
        open && line.is_word(*at)
    };
    let last = (line.start..at).rev().find(content);
    last.is_some_and(|last| !line.is_capitalized(last))
}

/// Whether words of a tag have a capital in a title.
const fn is_open(tag: Xpos) -> bool {
    matches!(
        tag,
        Xpos::Nn | Xpos::Nns | Xpos::Jj | Xpos::Vb | Xpos::Vbd | Xpos::Vbn | Xpos::Vbz | Xpos::Vbp
    )
}

/// Whether the last longer word up to `at` has no capital, as in running text and in no headline.
fn runs(line: Line<'_>, at: usize) -> bool {
    const SHORT: usize = 4;
    let longer = (line.start..=at)
        .rev()
        .find(|&at| line.is_word(at) && line.form(at).len() > SHORT);
    longer.is_some_and(|word| !line.is_capitalized(word))
}

/// "Springfield, IL 62704": five digits behind the two letters of a state.
fn is_zip_code(line: Line<'_>, amount: &Amount) -> bool {
    const DIGITS: usize = 5;
    let first = amount.numeral.start;
    let state = |at: usize| {
        let form = line.form(at);
        form.len() == 2 && form.bytes().all(|byte| byte.is_ascii_uppercase())
    };
    amount.numeral.bare
        && line.form(first).len() == DIGITS
        && first >= line.start + 2
        && state(first - 1)
        && line.is(first - 2, COMMA)
}

/// "1095-A", "10-K": a hyphen ties a single capital letter to the number; "116 GC7", "350.org": letters end
/// the name.
fn opens_lettered(line: Line<'_>, end: usize) -> bool {
    let mixed = |form: &str| {
        let known = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit();
        let lettered = form.starts_with(|letter: char| letter.is_ascii_uppercase());
        lettered && form.bytes().all(known) && ends_in_digit(form)
    };
    if mixed(line.form(end)) && !line.is_plural(end + 1) && !names_one(line, end + 1) {
        return true;
    }
    // "350.org"
    let dotted = line.form(end) == "." && line.touches(end) && line.touches(end + 1);
    let letter = line.form(end + 1);
    if dotted && letter.starts_with(|letter: char| letter.is_ascii_lowercase()) {
        return true;
    }
    let capital =
        letter.len() == 1 && letter.starts_with(|letter: char| letter.is_ascii_uppercase());
    capital && line.is_hyphen(end) && line.touches(end) && !line.touches(end + 2)
}

fn names_one(line: Line<'_>, at: usize) -> bool {
    matches!(line.tag(at), Some(Xpos::Nn | Xpos::Nnp | Xpos::Jj))
}

/// "ID.3": letters and a full stop touch the number.
fn ends_code(line: Line<'_>, amount: &Amount) -> bool {
    let start = amount.start;
    let dotted = start >= line.start + 2 && line.form(start - 1) == "." && line.touches(start);
    dotted && line.touches(start - 1) && line.is_word(start - 2)
}

/// "COVID -19": a hyphen that touches only the number behind a name.
fn is_coded(line: Line<'_>, amount: &Amount) -> bool {
    let start = amount.start;
    let signed = line.form(start).starts_with('-') && start > line.start && line.one_blank(start);
    let name = signed && line.is_word(start - 1);
    name && line
        .form(start - 1)
        .chars()
        .all(|letter| letter.is_uppercase())
}

/// "Flights 11 and 175", "the iPhone 11 Pro and 11 Pro Max": whether a bare number goes on with a list of names, and
/// counts nothing.
pub(super) fn lists_on(line: Line<'_>, last: &Quantity, amount: &Amount) -> bool {
    let between = last.tokens.end..amount.start;
    let joins = |at: usize| [COMMA, AND, OR].iter().any(|&key| line.is(at, key));
    let named = |at: usize| line.tag(at) == Some(Xpos::Nnp) && line.is_capitalized(at);
    let listed = between.clone().any(joins)
        && between.len() <= LISTED
        && between.clone().all(|at| joins(at) || named(at));
    let counts = matches!(
        line.tag(amount.end),
        Some(Xpos::Nns | Xpos::Nn | Xpos::Jj | Xpos::Cd | Xpos::Vbn)
    );
    listed && amount.numeral.bare && amount.unit.is_none() && amount.per.is_none() && !counts
}

/// "two new 737 jets": whether a bare number stands among the words that describe what the number before it counts.
pub(super) fn is_inside_counted(line: Line<'_>, last: &Quantity, amount: &Amount) -> bool {
    let between = last.tokens.end..amount.start;
    let describes = |at: usize| matches!(line.tag(at), Some(Xpos::Jj | Xpos::Nnp));
    let bare = amount.numeral.bare && amount.unit.is_none() && amount.per.is_none();
    last.kind == QuantityKind::Count
        && last.unit.is_none()
        && bare
        && !between.is_empty()
        && between.len() <= LISTED
        && between.clone().all(describes)
        && matches!(
            line.tag(amount.end),
            Some(Xpos::Nns | Xpos::Nn | Xpos::Nnp | Xpos::Nnps)
        )
}

/// The name at token `at` that begins with a digit and is no number: "4U", "3D", "9/11".
pub(super) fn read_name(line: Line<'_>, at: usize) -> Option<Amount> {
    let form = line.form(at);
    let digit = form.as_bytes().first().is_some_and(u8::is_ascii_digit);
    let named = digit && (form.chars().any(char::is_alphabetic) || NAMES.whole.contains(form));
    let value = (Decimal::ZERO, Decimal::ZERO);
    let numeral = || Numeral::new(at, at + 1, value, NumeralForm::Cardinal);
    named.then(|| Amount {
        shape: Shape::Identifier,
        ..Amount::bare(numeral())
    })
}

/// "1)" and "2)" before the items of a list, "(3)" and "2." at the start of a sentence; not the end of a bracket.
fn is_list_marker(line: Line<'_>, amount: &Amount) -> bool {
    let opens = amount.start == line.start && amount.numeral.bare && amount.numeral.digits;
    let point = line.is(amount.end, PERIOD) && line.touches(amount.end);
    if opens && point && amount.end + 1 < line.end() {
        return true;
    }
    let closes = amount.numeral.bare && amount.unit.is_none() && line.is(amount.end, CLOSE);
    if closes && amount.start == line.start + 1 && line.is(line.start, OPEN) {
        return true;
    }
    let first = amount.start.saturating_sub(BRACKET).max(line.start);
    closes && !(first..amount.start).any(|at| line.is(at, OPEN))
}

/// "1080p".
fn is_whole_name(line: Line<'_>, amount: &Amount) -> bool {
    let short = amount.unit.is_some() && amount.numeral.digits;
    short
        && NAMES
            .whole
            .contains(line.span(amount.start, amount.end).slice(line.text))
}

fn follows_head(line: Line<'_>, amount: &Amount) -> bool {
    let start = amount.start;
    let Some((count, place)) = NAMES.heads.before(line.before(start), LONGEST) else {
        return false;
    };
    let head = start - count;
    let named = line.is_capitalized(head) && (head > line.start || !line.is_plural(amount.end));
    let counts =
        matches!(line.tag(amount.end), Some(Xpos::Nns | Xpos::Nnps)) && is_verb(line, head);
    named || place == Place::Before && amount.numeral.bare && !counts
}

fn is_verb(line: Line<'_>, at: usize) -> bool {
    matches!(
        line.tag(at),
        Some(Xpos::Vb | Xpos::Vbd | Xpos::Vbg | Xpos::Vbn | Xpos::Vbp | Xpos::Vbz)
    )
}

/// Whether the entity tagger took the number for part of a product, a work, a law or another name.
fn stands_in_name(line: Line<'_>, amount: &Amount) -> bool {
    if line.form(amount.start).len() > LONGEST_IN_NAME {
        return false;
    }
    let kind = line
        .token(amount.start)
        .and_then(|token| token.entity)
        .map(|tag| tag.kind);
    kind.is_some_and(|kind| {
        matches!(
            kind,
            EntityKind::Product
                | EntityKind::WorkOfArt
                | EntityKind::Law
                | EntityKind::Fac
                | EntityKind::Event
                | EntityKind::Org
        )
    })
}

/// "Planet 9", "Euro 2020", "the Apollo 11 crew": a bare number between a proper noun and what is no noun to count. Of
/// more than one thing only a plural is counted.
fn follows_name(line: Line<'_>, amount: &Amount) -> bool {
    let before = amount
        .start
        .checked_sub(1)
        .filter(|&before| before > line.start);
    let proper = before.is_some_and(|before| {
        line.tag(before) == Some(Xpos::Nnp)
            && line.is_capitalized(before)
            && !line.form(before).ends_with('.')
    });
    let described = |&at: &usize| {
        matches!(
            line.tag(at),
            Some(Xpos::Nn | Xpos::Nnp | Xpos::Jj | Xpos::Vbn | Xpos::Vbg)
        )
    };
    let run = (amount.end..line.end()).take_while(described).count();
    let counts = run > 0 && !is_singular(line, amount, run) && !names_on(line, amount, run)
        || matches!(
            line.tag(amount.end),
            Some(Xpos::Nns | Xpos::Nnps | Xpos::Cd)
        );
    proper && !counts && amount.end < line.end()
}

/// "Planet 9 Chile": whether the `run` of words behind a number are only names.
fn names_on(line: Line<'_>, amount: &Amount, run: usize) -> bool {
    let end = amount.end + run;
    let named = (amount.end..end).all(|at| line.tag(at) == Some(Xpos::Nnp));
    named && !line.is_plural(end)
}

/// "737 jet", not "40 rebel fighters", "40 percent" or "40 police": whether the `run` of words behind a number of more
/// than one ends in a noun that means one thing.
fn is_singular(line: Line<'_>, amount: &Amount, run: usize) -> bool {
    let last = amount.end + run - 1;
    run == 1
        && amount.numeral.low > Decimal::ONE
        && line.tag(last) == Some(Xpos::Nn)
        && !line.is_plural(last + 1)
        && !is_collective(line, last)
}

/// "a 787 Dreamliner", "its 488 Pista": a model between a determiner and a name in the singular, not "the 120 Boeing
/// jets".
fn opens_name(line: Line<'_>, amount: &Amount) -> bool {
    let before = amount
        .start
        .checked_sub(1)
        .filter(|&before| before >= line.start);
    let determined = before
        .and_then(|before| line.tag(before))
        .is_some_and(|tag| matches!(tag, Xpos::Dt | Xpos::PrpPoss | Xpos::Pos | Xpos::Jj));
    let named = |at: usize| line.tag(at) == Some(Xpos::Nnp) && line.is_capitalized(at);
    let model = amount.numeral.low >= Decimal::ONE_HUNDRED && named(amount.end);
    let after = (amount.end..line.end()).find(|&at| !named(at));
    let counts = after.and_then(|after| line.tag(after)).is_some_and(|tag| {
        matches!(
            tag,
            Xpos::Nns | Xpos::Nnps | Xpos::Nn | Xpos::Jj | Xpos::Vbn
        )
    });
    determined && model && !counts
}
