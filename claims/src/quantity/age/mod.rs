//! Ages without a unit: "Maria Lopez, 45, of Leeds", "the boy, who was 10", "in her 30s" in, years of age out.

mod apposition;
mod decade;

use apposition::{is_age_at_death, is_apposition, is_of_person, past_modifier};
use decade::read_decade;
use rust_decimal::Decimal;
use syntax::{EntityKind, Key, Xpos};

use super::Quantity;
use super::amount::{Amount, Shape};
use super::cue::{are_people, is_age_of_person, is_elder, is_person_cue, names_person};
use super::digit::starts_digits;
use super::line::Line;
use super::modifier::{Modifier, modifier_at, modifier_before};
use super::numeral::{Numeral, NumeralForm, counts_as_numeral};
use super::unit::Unit;

const AND: Key = Key::word("and");
const AS: Key = Key::word("as");
const AT: Key = Key::word("at");
const BETWEEN: Key = Key::word("between");
const BUT: Key = Key::word("but");
const COMMA: Key = Key::word(",");
const FROM: Key = Key::word("from");
const LIMIT: Key = Key::word("limit");
const NOW: Key = Key::word("now");
const OF: Key = Key::word("of");
const OLD: Key = Key::word("old");
const THE: Key = Key::word("the");
const WHEN: Key = Key::word("when");
const WITH: Key = Key::word("with");
const YOUNG: Key = Key::word("young");
const AGES: [Key; 2] = [Key::word("age"), Key::word("ages")];
/// Words before the number in what is said of an age: "the average age *is* 40".
const TELLING: [Key; 5] = [
    Key::word("is"),
    Key::word("was"),
    Key::word("as"),
    Key::word("to"),
    Key::word("from"),
];
/// Verbs whose number word is seldom an age: "they *were* three".
const ARE: [Key; 2] = [Key::word("are"), Key::word("were")];
const POSSESSIVES: [Key; 5] = [
    Key::word("his"),
    Key::word("her"),
    Key::word("their"),
    Key::word("my"),
    Key::word("your"),
];
const TURNING: [Key; 4] = [
    Key::word("turn"),
    Key::word("turned"),
    Key::word("turning"),
    Key::word("turns"),
];
/// Words that tell whose of several ages a number is.
const EXTREMES: [Key; 3] = [
    Key::word("youngest"),
    Key::word("oldest"),
    Key::word("eldest"),
];
/// The oldest age that a bare number is taken for.
const OLDEST: u32 = 115;
/// Lengths of time that small children are told to be old, and the ages that they are.
const LENGTHS: [(&str, &str); 4] = [
    ("a", "{year of age}"),
    ("mo", "{month of age}"),
    ("wk", "{week of age}"),
    ("d", "{day of age}"),
];

/// Turns a bare number that is somebody's age into years of age.
pub(super) fn read_age(line: Line<'_>, amount: &mut Amount) {
    if amount.numeral.form == NumeralForm::Decade {
        read_decade(line, amount);
    } else if is_bare_age(line, amount) || is_span_of_ages(line, amount) {
        set_years(amount);
    } else if is_length_of_age(line, amount) {
        let length = amount.unit.map(|unit| unit.code);
        let age = LENGTHS.iter().find(|pair| Some(pair.0) == length);
        amount.unit = age.and_then(|pair| Unit::from_code(pair.1)).or(amount.unit);
    }
}

fn set_years(amount: &mut Amount) {
    amount.unit = Unit::from_code("{year of age}");
}

/// "As young as six months", "her son, 18 months,".
fn is_length_of_age(line: Line<'_>, amount: &Amount) -> bool {
    let (start, end) = (amount.start, amount.end);
    let set_off = || {
        start >= line.start + 2
            && line.is(start - 1, COMMA)
            && line.is(end, COMMA)
            && line.tag(start - 2) == Some(Xpos::Nn)
            && names_person(line, start - 2)
    };
    let plain = amount.numeral.form == NumeralForm::Cardinal && amount.per.is_none();
    plain && (is_as_young(line, start) || set_off())
}

/// "Children *as young as* 6".
fn is_as_young(line: Line<'_>, start: usize) -> bool {
    start >= line.start + 3
        && line.is(start - 1, AS)
        && (line.is(start - 2, YOUNG) || line.is(start - 2, OLD))
        && line.is(start - 3, AS)
}

fn is_bare_age(line: Line<'_>, amount: &Amount) -> bool {
    let numeral = &amount.numeral;
    let (start, end) = (amount.start, amount.end);
    let told = |line, start, end| {
        is_apposition(line, start, end)
            || is_of_person(line, start, end)
            || turns(line, start, end)
            || is_of_youngest(line, start, end)
            || is_as_young(line, start)
            || is_predicate(line, numeral)
    };
    let told_in_digits = |line, start, end| {
        is_age_at_event(line, start, end)
            || is_age_at_death(line, start, end, numeral.low)
            || is_bound_of_people(line, start, end)
            || is_told_of_age(line, start, end)
    };
    is_plain(amount)
        && start > line.start
        && (told(line, start, end) || numeral.bare && told_in_digits(line, start, end))
}

/// Whether the amount is a whole number that somebody may be old, in bare digits or in words.
fn is_plain(amount: &Amount) -> bool {
    let numeral = &amount.numeral;
    let spelled = !numeral.digits
        && numeral.form == NumeralForm::Cardinal
        && numeral.low >= Decimal::TWO
        && numeral.low == numeral.high
        && numeral.low.fract().is_zero();
    let single = amount.unit.is_none() && amount.shape == Shape::Single;
    let possible = numeral.low > Decimal::ZERO && numeral.low <= Decimal::from(OLDEST);
    single && possible && (numeral.bare || spelled)
}

/// "She was 14.", "the captain is about 61 with", "he's eight"; a number word counts in "they were three".
fn is_predicate(line: Line<'_>, numeral: &Numeral) -> bool {
    let (start, end) = (numeral.start, numeral.end);
    let first = past_modifier(line, start);
    let person = is_age_of_person(line, start) || first < start && is_age_of_person(line, first);
    let counts = || ARE.iter().any(|&key| line.is(start - 1, key)) || line.is(end, AND);
    ends_predicate(line, end) && person && (numeral.digits || !counts())
}

/// "Raised the retirement *age* from 65 to 67", "police gave his *age* as 36".
fn is_told_of_age(line: Line<'_>, start: usize, end: usize) -> bool {
    const FARTHEST: usize = 6;
    let told = TELLING.iter().any(|&key| line.is(start - 1, key));
    let first = start.saturating_sub(FARTHEST).max(line.start);
    let clause = (first..start).rev().take_while(|&at| !line.is(at, COMMA));
    let names = |at: usize| {
        let noun = matches!(line.tag(at + 1), Some(Xpos::Nn | Xpos::Nns | Xpos::Hyph));
        AGES.iter().any(|&key| line.is(at, key)) && (!noun || line.is(at + 1, LIMIT))
    };
    let counts = matches!(
        line.tag(end),
        Some(Xpos::Nn | Xpos::Nns | Xpos::Nnp | Xpos::Jj | Xpos::Hyph | Xpos::Cd)
    );
    told && !counts && clause.into_iter().any(names)
}

/// "Residents between 25 and 64", not "voters between 25 and 64 miles away"; "in age from 19 to 64".
fn is_span_of_ages(line: Line<'_>, amount: &Amount) -> bool {
    let span = amount.shape == Shape::Range
        && amount.numeral.form == NumeralForm::Cardinal
        && amount.unit.is_none()
        && amount.start > line.start;
    let before = amount.start.wrapping_sub(1);
    let people = || line.is(amount.start, BETWEEN) && are_people(line, before);
    let ages = || {
        let joined = line.is(amount.start, BETWEEN) || line.is(amount.start, FROM);
        joined && AGES.iter().any(|&key| line.is(before, key))
    };
    span && amount.numeral.high <= Decimal::from(OLDEST)
        && !line.is_plural(amount.end)
        && (people() || ages())
}

/// "She *turned* 60 in April", "he turns 40 next week", but "turned 60 people away".
fn turns(line: Line<'_>, start: usize, end: usize) -> bool {
    let told = TURNING.iter().any(|&key| line.is(start - 1, key));
    let goes_on = matches!(
        line.tag(end),
        Some(Xpos::In | Xpos::Rb | Xpos::Jj | Xpos::Nnp | Xpos::Dt)
    );
    told && (goes_on || ends_predicate(line, end)) && !line.is(end, OF)
}

/// "The *youngest* patient is 7 and the *oldest* 84", "the youngest of them was 4", but "one of the oldest of the 12".
fn is_of_youngest(line: Line<'_>, start: usize, end: usize) -> bool {
    const FARTHEST: usize = 5;
    let words = line.start.max(start.saturating_sub(FARTHEST))..start;
    let told = words
        .clone()
        .any(|at| EXTREMES.iter().any(|&key| line.is(at, key)));
    let is = matches!(line.tag(start - 1), Some(Xpos::Vbz | Xpos::Vbd));
    let parted = words
        .into_iter()
        .any(|at| line.is(at, COMMA) || line.is(at, OF) && !is);
    told && !parted && !line.is(start - 1, THE) && ends_predicate(line, end)
}

/// "She was 14.", "was 14 and", "was 14 when", "was 14 at the time", "was 14 in 2004".
fn ends_predicate(line: Line<'_>, end: usize) -> bool {
    let dated = |at: usize| {
        let year = line.form(at).len() == 4 && starts_digits(line.form(at));
        let entity = line.token(at).and_then(|token| token.entity);
        year || entity.is_some_and(|tag| tag.kind == EntityKind::Date && tag.begins)
    };
    let then = [WHEN, WITH, BUT].iter().any(|&key| line.is(end, key))
        || dated(end)
        || line.tag(end) == Some(Xpos::In) && dated(end + 1)
        || line.is(end, AT) && line.is(end + 1, THE)
        || line.is(end, NOW) && ends_clause(line, end + 1);
    ends_clause(line, end) || line.is(end, AND) || then
}

/// "People over 65", "children under 12", "those 65 and over", "40 percent older than 50": a bound of those whom it
/// stands beside, or one that only ages have.
fn is_bound_of_people(line: Line<'_>, start: usize, end: usize) -> bool {
    let bounds = |(at, modifier): (usize, Modifier)| (modifier.side() != 0).then_some(at);
    let people = |before: usize| before > line.start && are_people(line, before - 1);
    let before = modifier_before(line, start, false).and_then(bounds);
    let behind = modifier_at(line, end).and_then(bounds);
    before.is_some_and(|first| !line.is_plural(end) && (is_elder(line, first) || people(first)))
        || behind.is_some_and(|next| is_elder(line, next - 1) || people(start))
}

/// "At 26, he was elected", "Lopez, at 68, is the eldest".
fn is_age_at_event(line: Line<'_>, start: usize, end: usize) -> bool {
    let set_off = line.is(start - 1, AT) && line.is(end, COMMA);
    let behind = |comma: usize| {
        comma > line.start && line.is(comma, COMMA) && is_person_cue(line, comma - 1)
    };
    set_off && (is_person_cue(line, end + 1) || start >= 2 && behind(start - 2))
}

/// "Said and Ali Kaya, 34 and 32,", "aged five, seven and nine,": whether a number goes on with the ages before it.
pub(super) fn is_age_too(line: Line<'_>, last: &Quantity, amount: &Amount) -> bool {
    let joined = amount.start == last.tokens.end + 1
        && (line.is(last.tokens.end, AND) || line.is(last.tokens.end, COMMA));
    let goes_on = line.is(amount.end, AND) && counts_as_numeral(line, amount.end + 1);
    joined && is_plain(amount) && (ends_clause(line, amount.end) || goes_on)
}

/// Whether the clause ends at token `at`: a comma, a full stop, a bracket, or nothing more.
fn ends_clause(line: Line<'_>, at: usize) -> bool {
    at >= line.end()
        || !line.is_word(at)
            && matches!(
                line.form(at),
                "," | "." | ";" | ")" | "?" | "!" | "\u{201d}" | "\""
            )
}
