//! A claim's value as the comparison reads it: a quantity in, the set of values that the words leave open out.
//!
//! All numbers stand in base units (metres, seconds, dollars), so that "60 miles" and "100 kilometers" meet.

use claims::quantity::{Interval, Modifier, Quantity};
use rust_decimal::Decimal;

/// A number as a statement about the world.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    /// The numeral's own value.
    pub stated: Interval,
    /// Every value that the words leave open.
    pub open: Interval,
    /// The same, had the writer rounded to the last digit shown.
    pub rounded: Interval,
    /// How the writer qualified it.
    pub modifier: Modifier,
    /// Weight of the last digit shown.
    pub step: Decimal,
}

impl Reading {
    /// Reads a quantity.
    #[must_use]
    pub fn of(quantity: &Quantity) -> Self {
        Self {
            stated: quantity.to_base(quantity.stated),
            open: quantity.to_base(quantity.open()),
            rounded: quantity.to_base(quantity.rounded()),
            modifier: quantity.modifier,
            step: quantity.step,
        }
    }

    /// Whether both say the same number in the same way.
    #[must_use]
    pub fn same(&self, other: &Self) -> bool {
        self.stated == other.stated && self.modifier.side() == other.modifier.side()
    }

    /// Whether some value makes both literally true.
    #[must_use]
    pub fn can_both_hold(&self, other: &Self) -> bool {
        self.open.overlaps(&other.open)
    }

    /// Whether some value makes both true once the rounder of the two is taken as rounded; "about 50" leaves room enough
    /// by itself, and 40 is not within it.
    #[must_use]
    pub fn agrees_rounded(&self, other: &Self) -> bool {
        let rounds = |one: &Self, other: &Self| {
            let open = if other.is_rough() {
                &other.stated
            } else {
                &other.open
            };
            one.rounded.overlaps(open)
        };
        rounds(self, other) || rounds(other, self)
    }

    /// Whether the words say that the number is near the true one.
    const fn is_rough(&self) -> bool {
        matches!(
            self.modifier,
            Modifier::About | Modifier::Nearly | Modifier::JustOver | Modifier::JustUnder
        )
    }

    /// Whether the number is given without hedge or bound.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.modifier == Modifier::Exact
    }

    /// The middle of what is stated.
    #[must_use]
    pub fn middle(&self) -> Option<Decimal> {
        let low = self.stated.low().or(self.stated.high())?;
        let high = self.stated.high().unwrap_or(low);
        low.checked_add(high).map(|sum| sum / Decimal::TWO)
    }
}
