//! Points of a percentage: the points of a sentence in, percentage points out where its words say so.
//!
//! "A margin of error of 3.5 points" and "cut its rate by a quarter point" tell percentage points; "lost 120 points" those
//! of an index or a game.

use rust_decimal::Decimal;

use super::cue::{is_rate, is_sampling_error};
use super::line::Line;
use super::unit::Unit;
use super::{Quantity, QuantityKind};

/// Gives the points among the quantities of one sentence their unit.
pub(super) fn tell_points(line: Line<'_>, quantities: &mut [Quantity]) {
    let is_point = |quantity: &Quantity| quantity.unit.is_some_and(Unit::is_point);
    if !quantities.iter().any(is_point) {
        return;
    }
    let cued = |cue: fn(Line<'_>, usize) -> bool| (line.start..line.end()).any(|at| cue(line, at));
    let (error, rate) = (cued(is_sampling_error), cued(is_rate));
    let told = |quantity: &Quantity| is_point(quantity) && (error || rate && is_part(quantity));
    for quantity in quantities.iter_mut().filter(|quantity| told(quantity)) {
        quantity.unit = Unit::from_code("{percentage point}");
        quantity.kind = QuantityKind::Point;
    }
}

/// Whether it is less than one point: "a quarter point".
fn is_part(quantity: &Quantity) -> bool {
    let value = quantity.stated.point();
    value.is_some_and(|value| value < Decimal::ONE && value > Decimal::ZERO)
}
