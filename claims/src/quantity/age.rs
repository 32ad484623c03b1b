//! Ages without a unit: "Maria Lopez, 45, of Leeds", "the boy, who was 10", "in her 30s" in, years of age out.

use rust_decimal::Decimal;
use syntax::{EntityKind, Key, Xpos};

use super::Quantity;
use super::amount::{Amount, Shape};
use super::cue::{are_people, is_age_of_person, is_elder, is_person_cue};
use super::digit::starts_digits;
use super::line::Line;
use super::modifier::{Modifier, modifier_at, modifier_before};
use super::numeral::NumeralForm;
use super::unit::Unit;

const AND: Key = Key::word("and");
const AT: Key = Key::word("at");
const THE: Key = Key::word("the");
const WHEN: Key = Key::word("when");
const BETWEEN: Key = Key::word("between");
const COMMA: Key = Key::word(",");
const NOW: Key = Key::word("now");
const OPEN: Key = Key::word("(");
const THEN: Key = Key::word("then");
const CLOSE: Key = Key::word(")");
const POSSESSIVES: [Key; 5] = [
    Key::word("his"),
    Key::word("her"),
    Key::word("their"),
    Key::word("my"),
    Key::word("your"),
];
const TO: Key = Key::word("to");
const OF: Key = Key::word("of");
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
/// Parts of a decade of life and the years they cover: "late 20s" are 27 to 29.
const PARTS: [(Key, u32, u32); 3] = [
    (Key::word("early"), 0, 3),
    (Key::word("mid"), 4, 6),
    (Key::word("late"), 7, 9),
];

/// Turns a bare number that is somebody's age into years of age.
pub(super) fn read_age(line: Line<'_>, amount: &mut Amount) {
    if amount.numeral.form == NumeralForm::Decade {
        read_decade(line, amount);
    } else if is_bare_age(line, amount) || is_span_of_ages(line, amount) {
        amount.unit = Unit::from_code("{year of age}");
    }
}

fn is_bare_age(line: Line<'_>, amount: &Amount) -> bool {
    let numeral = &amount.numeral;
    let plausible = amount.unit.is_none()
        && numeral.bare
        && amount.shape == Shape::Single
        && numeral.low > Decimal::ZERO
        && numeral.low <= Decimal::from(OLDEST);
    let (start, end) = (amount.start, amount.end);
    plausible
        && start > line.start
        && (is_apposition(line, start, end)
            || is_age_at_event(line, start, end)
            || is_bound_of_people(line, start, end)
            || turns(line, start, end)
            || is_of_youngest(line, start, end)
            || ends_predicate(line, end) && is_age_of_person(line, start))
}

/// "Residents between 25 and 64", not "voters between 25 and 64 miles away".
fn is_span_of_ages(line: Line<'_>, amount: &Amount) -> bool {
    let between = amount.shape == Shape::Range
        && amount.numeral.form == NumeralForm::Cardinal
        && amount.unit.is_none()
        && line.is(amount.start, BETWEEN);
    between
        && amount.numeral.high <= Decimal::from(OLDEST)
        && amount.start > line.start
        && are_people(line, amount.start - 1)
        && !line.is_plural(amount.end)
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

/// "The *youngest* patient is 7 and the *oldest* 84", but "one of the oldest of the 12".
fn is_of_youngest(line: Line<'_>, start: usize, end: usize) -> bool {
    const FARTHEST: usize = 4;
    let words = line.start.max(start.saturating_sub(FARTHEST))..start;
    let told = words
        .clone()
        .any(|at| EXTREMES.iter().any(|&key| line.is(at, key)));
    let parted = words
        .into_iter()
        .any(|at| line.is(at, COMMA) || line.is(at, OF));
    told && !parted && !line.is(start - 1, THE) && ends_predicate(line, end)
}

/// "She was 14.", "was 14 and", "was 14 when", "was 14 at the time".
fn ends_predicate(line: Line<'_>, end: usize) -> bool {
    let then = line.is(end, WHEN)
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

/// "Said and Ali Kaya, 34 and 32,": whether a bare number goes on with the ages before it.
pub(super) fn is_age_too(line: Line<'_>, last: &Quantity, amount: &Amount) -> bool {
    let joined = amount.start == last.tokens.end + 1
        && (line.is(last.tokens.end, AND) || line.is(last.tokens.end, COMMA));
    let plain = amount.numeral.bare && amount.unit.is_none() && amount.shape == Shape::Single;
    joined && plain && ends_clause(line, amount.end) && amount.numeral.low <= Decimal::from(OLDEST)
}

/// ", 45,", ", now 45," or "(45)" behind a person.
fn is_apposition(line: Line<'_>, number: usize, end: usize) -> bool {
    let dated = line.is(number - 1, NOW) || line.is(number - 1, THEN);
    let start = number - usize::from(dated && number > line.start + 1);
    let named = start >= line.start + 2;
    let person = named && (is_person(line, start - 2) || acts(line, start - 2, end));
    let paired = line.is(end, AND) && starts_digits(line.form(end + 1)) && line.is(end + 2, COMMA);
    let commas = line.is(start - 1, COMMA) && (ends_clause(line, end) || paired);
    let brackets = line.is(start - 1, OPEN) && line.is(end, CLOSE);
    person && (commas || brackets)
}

/// Whether the name at token `at` does something behind "29," at `end`, so that it is no place: "Marten, 29, lived".
fn acts(line: Line<'_>, at: usize, end: usize) -> bool {
    let verb = matches!(
        line.tag(end + 1),
        Some(Xpos::Vbd | Xpos::Vbz | Xpos::Vbg | Xpos::Md | Xpos::Wp)
    );
    matches!(line.tag(at), Some(Xpos::Nnp)) && line.is(end, COMMA) && verb
}

fn is_person(line: Line<'_>, at: usize) -> bool {
    let token = line.token(at);
    match token.and_then(|token| token.entity) {
        Some(tag) => !matches!(
            tag.kind,
            EntityKind::Gpe
                | EntityKind::Loc
                | EntityKind::Date
                | EntityKind::Time
                | EntityKind::Fac
                | EntityKind::Cardinal
                | EntityKind::Percent
                | EntityKind::Money
                | EntityKind::Quantity
        ),
        None => {
            matches!(line.tag(at), Some(Xpos::Nnp))
                || line.tag(at).is_none() && line.is_capitalized(at)
        }
    }
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

/// "in her 30s", "in his mid-50s".
fn read_decade(line: Line<'_>, amount: &mut Amount) {
    let before = amount
        .start
        .checked_sub(1)
        .filter(|&before| before >= line.start);
    let Some(before) = before else { return };
    let bounded = modifier_before(line, amount.start, false).is_some();
    if bounded && amount.numeral.low <= Decimal::from(OLDEST) {
        // "the over-65s"
        amount.numeral.form = NumeralForm::Cardinal;
        amount.unit = Unit::from_code("{year of age}");
        return;
    }
    let word = before - usize::from(line.is_hyphen(before) && before > line.start);
    let named = |at: usize| PARTS.iter().find(|part| line.is(at, part.0));
    let part = named(word);
    // "his mid-to-late 30s"
    let earlier = word.checked_sub(4).filter(|_| line.is(word - 2, TO));
    let (word, from) = match earlier.and_then(|at| Some((at, named(at)?))) {
        Some((at, from)) if part.is_some() => (at, Some(from)),
        _ => (word, part),
    };
    let first = from.map_or(0, |part| part.1);
    let last = part.map_or(9, |part| part.2);
    let owner = if part.is_some() {
        word.wrapping_sub(1)
    } else {
        before
    };
    if POSSESSIVES.iter().any(|&key| line.is(owner, key)) {
        let decade = amount.numeral.low;
        amount.numeral.low = decade + Decimal::from(first);
        amount.numeral.high = decade + Decimal::from(last);
        amount.start = if part.is_some() { word } else { amount.start };
        amount.shape = Shape::Range;
        amount.unit = Unit::from_code("{year of age}");
    }
}
