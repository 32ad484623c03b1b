//! Decades of life: "in her 30s", "in his mid-fifties", "in their teens" in, the years that they cover out.

use rust_decimal::Decimal;
use syntax::Key;

use super::super::amount::{Amount, Shape, read_amount};
use super::super::line::Line;
use super::super::modifier::modifier_before;
use super::super::numeral::NumeralForm;
use super::{AND, OLDEST, POSSESSIVES, set_years};

const NINE: Decimal = Decimal::from_parts(9, 0, 0, false, 0);
const OR: Key = Key::word("or");
const TO: Key = Key::word("to");
/// Parts of a decade of life and the years they cover: "late 20s" are 27 to 29.
const PARTS: [(Key, u32, u32); 3] = [
    (Key::word("early"), 0, 3),
    (Key::word("mid"), 4, 6),
    (Key::word("late"), 7, 9),
];

/// "in her 30s", "in his mid-50s".
pub(super) fn read_decade(line: Line<'_>, amount: &mut Amount) {
    let before = amount
        .start
        .checked_sub(1)
        .filter(|&before| before >= line.start);
    let Some(before) = before else { return };
    let bounded = modifier_before(line, amount.start, false).is_some();
    if bounded && amount.numeral.digits && amount.numeral.low <= Decimal::from(OLDEST) {
        // "the over-65s"
        amount.numeral.form = NumeralForm::Cardinal;
        set_years(amount);
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
    let owner = if part.is_some() {
        word.wrapping_sub(1)
    } else {
        before
    };
    if POSSESSIVES.iter().any(|&key| line.is(owner, key)) {
        let (low, high) = (amount.numeral.low, amount.numeral.high);
        let decade = low - low % Decimal::TEN;
        let full = if amount.numeral.digits {
            decade + NINE
        } else {
            high
        };
        amount.numeral.low = from.map_or(low, |part| low.max(decade + Decimal::from(part.1)));
        amount.numeral.high = part.map_or(full, |part| decade + Decimal::from(part.2));
        amount.start = if part.is_some() { word } else { amount.start };
        if let Some((end, last)) = goes_on(line, amount) {
            (amount.end, amount.numeral.high) = (end, last);
        }
        amount.shape = Shape::Range;
        set_years(amount);
    }
}

/// "their teens *or early 20s*", "their 20s *and 30s*": the last year of the decade that the first goes on to, and the
/// token after it.
fn goes_on(line: Line<'_>, amount: &Amount) -> Option<(usize, Decimal)> {
    let joint = amount.end;
    let joined = [AND, OR, TO].iter().any(|&key| line.is(joint, key));
    let part = PARTS.iter().find(|part| line.is(joint + 1, part.0));
    let at = line.past_hyphen(joint + 1 + usize::from(part.is_some()));
    let next = read_amount(line, at).filter(|_| joined)?;
    let low = next.numeral.low;
    let later = next.numeral.form == NumeralForm::Decade && low > amount.numeral.low;
    let years = part.map_or(NINE, |part| Decimal::from(part.2));
    (later && low < Decimal::ONE_HUNDRED).then(|| (next.end, low + years))
}
