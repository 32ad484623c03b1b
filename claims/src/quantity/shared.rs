//! Units told once: a quantity and the bare number beside it in, the unit that stands for both out.
//!
//! In "fell to 8.3 percent from 10.2" and "wheat gained 16 percent and corn lost 3.6" the percent stands for both numbers.

use rust_decimal::Decimal;
use syntax::{Key, Xpos};

use super::amount::{Amount, Shape};
use super::digit::starts_digits;
use super::line::Line;
use super::numeral::NumeralForm;
use super::unit::Dimension;
use super::{Aspect, Quantity, QuantityKind};

const AND: Key = Key::word("and");
const BY: Key = Key::word("by");
const COMMA: Key = Key::word(",");
const FROM: Key = Key::word("from");
const OF: Key = Key::word("of");
const TO: Key = Key::word("to");
/// Words between a share and the one that it is set against: "51.2 percent, *against* 48.8".
const AGAINST: [Key; 5] = [
    Key::word("against"),
    Key::word("versus"),
    Key::word("vs"),
    Key::word("vs."),
    Key::word("with"),
];
/// How many tokens may stand between a share and the number that goes on from it.
const NEAR: usize = 6;

/// Gives a bare number the percent of the quantity before it.
pub(super) fn share_percent(line: Line<'_>, before: &[Quantity], amount: &mut Amount) {
    let named = |quantity: &&Quantity| quantity.kind == QuantityKind::Identifier;
    let Some(last) = before.iter().rev().find(|quantity| !named(quantity)) else {
        return;
    };
    let percent = last
        .unit
        .filter(|unit| unit.dimension == Dimension::Percent && last.per.is_none());
    if percent.is_some() && is_bare(line, amount) && goes_on(line, last, amount) {
        amount.unit = percent;
    }
}

/// Whether a number in digits has neither a unit nor anything that it counts.
fn is_bare(line: Line<'_>, amount: &Amount) -> bool {
    let numeral = &amount.numeral;
    let single = amount.shape == Shape::Single && numeral.form == NumeralForm::Cardinal;
    single
        && amount.unit.is_none()
        && amount.per.is_none()
        && starts_digits(line.form(numeral.start))
        && numeral.scale == Decimal::ONE
        && numeral.low.abs() <= Decimal::ONE_HUNDRED
        && !names_counted(line, amount.end)
}

/// Whether the number is what a share came from, what it is set against, or the same change of something else.
fn goes_on(line: Line<'_>, last: &Quantity, amount: &Amount) -> bool {
    let (from, to) = (last.tokens.end, amount.start);
    if to <= from || to - from > NEAR {
        return false;
    }
    let decimal = amount.numeral.step < Decimal::ONE;
    // "52 percent to her 45"
    let owned = usize::from(line.tag(to - 1) == Some(Xpos::PrpPoss) && to > from + 1);
    let joint = to - 1 - owned;
    let came = line.is(joint, FROM) && last.aspect != Aspect::Change && joint <= from + 2;
    let falls = last.stated.high() >= Some(amount.numeral.low);
    let beaten = line.is(joint, TO) && joint == from && last.aspect == Aspect::Level && falls;
    let against = AGAINST.iter().any(|&key| line.is(joint, key));
    came || beaten
        || decimal && against
        || decimal && last.aspect == Aspect::Change && changes_too(line, last, amount)
}

/// "Wheat gained 16 percent and corn *lost* 3.6", "the Dow rose 1.2 percent and the Nasdaq 0.8"; not "and stood at 3.6".
fn changes_too(line: Line<'_>, last: &Quantity, amount: &Amount) -> bool {
    let (from, to) = (last.tokens.end, amount.start);
    let joined = line.is(from, AND) || line.is(from, COMMA);
    let named = |at: usize| {
        matches!(
            line.tag(at),
            Some(Xpos::Vbd | Xpos::Nn | Xpos::Nns | Xpos::Nnp | Xpos::Nnps | Xpos::Cd)
        )
    };
    joined && to > from + 1 && (named(to - 1) || line.is(to - 1, BY))
}

/// "rose 64 points to 4,577", "fell from 21 mpg combined to 19": the level has the unit of the change, or of the origin,
/// before it. Of changes only those of an index are told in the unit of its level.
pub(super) fn take_unit(line: Line<'_>, last: &Quantity, level: &mut Quantity) {
    let begins = line.first_of(level.span);
    let to = begins.saturating_sub(1);
    let behind = to.checked_sub(last.tokens.end);
    let beside = behind.is_some_and(|words| words <= 1) && line.is(to, TO);
    let bare = level.kind == QuantityKind::Count
        && level.unit.is_none()
        && !names_counted(line, level.tokens.end);
    let Some(unit) = last.unit.filter(|_| beside && bare) else {
        return;
    };
    let told = match last.aspect {
        Aspect::Origin => true,
        Aspect::Change => unit.is_point(),
        Aspect::Level => false,
    };
    if told {
        level.unit = Some(unit);
        level.kind = last.kind;
    }
}

/// "16,369 up 58 points", "16,369, down 58 points": the level right before a change of an index is told in its unit.
pub(super) fn give_unit(line: Line<'_>, level: &mut Quantity, change: &Quantity) {
    let comma = usize::from(line.is(level.tokens.end, COMMA));
    let beside = change.tokens.start == level.tokens.end + comma + 1;
    let bare = level.kind == QuantityKind::Count && level.unit.is_none();
    let point = change.unit.filter(|unit| unit.is_point());
    if beside && bare && level.aspect == Aspect::Level && change.aspect == Aspect::Change {
        level.unit = point;
    }
}

/// Whether a noun stands at the token that a number before it counts.
fn names_counted(line: Line<'_>, at: usize) -> bool {
    matches!(
        line.tag(at),
        Some(
            Xpos::Nn
                | Xpos::Nns
                | Xpos::Nnp
                | Xpos::Nnps
                | Xpos::Jj
                | Xpos::Jjr
                | Xpos::Cd
                | Xpos::Hyph
        )
    ) || line.is(at, OF)
}
