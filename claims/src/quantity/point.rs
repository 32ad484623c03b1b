//! Points of a percentage: the points of a sentence in, percentage points out where its words say so.
//!
//! "A margin of error of 3.5 points" and "cut its rate by a quarter point" tell percentage points; "lost 120 points" those
//! of an index or a game.

use rust_decimal::Decimal;

use super::cue::{is_rate, is_sampling_error};
use super::line::Line;
use super::unit::Unit;
use super::{Aspect, Quantity, QuantityKind};

/// How many tokens may stand between points and the level that they changed: ", down", "to".
const NEAR: usize = 2;

/// Gives the points among the quantities of one sentence their unit.
pub(super) fn tell_points(line: Line<'_>, quantities: &mut [Quantity]) {
    let is_point = |quantity: &Quantity| quantity.unit.is_some_and(Unit::is_point);
    if !quantities.iter().any(is_point) {
        return;
    }
    let cued = |cue: fn(Line<'_>, usize) -> bool| (line.start..line.end()).any(|at| cue(line, at));
    let (error, rate) = (cued(is_sampling_error), cued(is_rate));
    for at in 0..quantities.len() {
        let told = error || rate && is_part(&quantities[at]) || is_beside_level(quantities, at);
        if is_point(&quantities[at]) && told {
            quantities[at].unit = Unit::from_code("{percentage point}");
            quantities[at].kind = QuantityKind::Point;
        }
    }
}

/// "Has 9 percent, down 4 points", "rose 4 points to 9 percent": points right beside a level in percent.
fn is_beside_level(quantities: &[Quantity], at: usize) -> bool {
    let level =
        |other: &Quantity| other.kind == QuantityKind::Percent && other.aspect != Aspect::Change;
    let gap =
        |left: &Quantity, right: &Quantity| right.tokens.start.saturating_sub(left.tokens.end);
    let point = &quantities[at];
    let before = at.checked_sub(1).map(|before| &quantities[before]);
    let after = quantities.get(at + 1);
    point.aspect == Aspect::Change
        && (before.is_some_and(|before| level(before) && gap(before, point) <= NEAR)
            || after.is_some_and(|after| level(after) && gap(point, after) <= NEAR))
}

/// Whether it is less than one point: "a quarter point".
fn is_part(quantity: &Quantity) -> bool {
    let value = quantity.stated.point();
    value.is_some_and(|value| value < Decimal::ONE && value > Decimal::ZERO)
}
