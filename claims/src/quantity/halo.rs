//! Halo: a quantity in, the values that its words leave open out.
//!
//! "108" leaves 108; "about 100" leaves what lies near; "nearly two hours" leaves 110 minutes and not 125. How near
//! is near follows from how round the number is, and not from a fixed share:
//!
//! - A hedged number stands for a stretch of the scale that its roundness shows (Krifka, *Be brief and vague!*, 2002;
//!   *Approximate interpretations of number words*, 2009): half a step of that scale to each side.
//! - The scale is the coarsest of 1 and 5 times a power of ten that the number lies on (Jansen and Pollmann, *On round
//!   numbers*, 2001), the steps that writers count in: 150 lies on the fifties, 1,200 on the hundreds.
//! - Readers allow no more than some eighth of the number (Solt, *Vagueness and imprecision*, 2015, reviews the
//!   experiments), or "about 100" would reach from 50 to 150.
//! - "nearly" and "almost" open only the side below, "just over" only that above (Power and Williams, *Generating
//!   numerical approximations*, 2012).
//! - A bare round number is a pragmatic halo (Lasersohn, *Pragmatic halos*, 1999): [`Quantity::rounded`], to be named
//!   when it decides, since readers do take round numbers as sharp (Katzir and Ariel).

use std::ops::Bound;

use rust_decimal::Decimal;

use super::{Interval, Modifier, Quantity, QuantityKind, Unit};

/// The largest share of a number that a hedge opens: an eighth.
const EIGHTH: Decimal = Decimal::from_parts(125, 0, 0, false, 3);

impl Quantity {
    /// An interval of the quantity's unit in the base unit of its dimension: metres, seconds, percent. Values that
    /// have no such unit, or do not fit, stay as they are.
    #[must_use]
    pub fn to_base(&self, interval: Interval) -> Interval {
        let hundred = |value: Decimal| value.checked_mul(Decimal::ONE_HUNDRED);
        let share = self.kind == QuantityKind::Fraction && self.unit.is_none();
        let base = |value: Decimal| match self.unit {
            Some(unit) => Unit::to_base(unit, value),
            None if share => hundred(value),
            None => None,
        };
        interval.map(|value| base(value).unwrap_or(value))
    }

    /// Every value that the words leave open, hedges by the roundness of the number.
    ///
    /// The bounds of "at least" and "more than" reach without end, those of "nearly" stop short of the number.
    #[must_use]
    pub fn open(&self) -> Interval {
        let (Some(low), Some(high)) = (self.stated.low(), self.stated.high()) else {
            return self.value;
        };
        match self.modifier {
            Modifier::About => {
                Interval::between(down(low, self.width(low)), up(high, self.width(high)))
            }
            Modifier::Nearly | Modifier::JustUnder => Interval {
                lower: Bound::Included(down(low, self.width(low))),
                upper: Bound::Excluded(high),
            },
            Modifier::JustOver => Interval {
                lower: Bound::Excluded(low),
                upper: Bound::Included(up(high, self.width(high))),
            },
            _ => self.value,
        }
    }

    /// Every value that the words leave open, had the writer rounded to the last digit shown: from 1,150 to below 1,250
    /// for "1,200", as a half is rounded up. Of a number of one digit that digit is no rounding, but a hundred is: 100 may be 95.
    #[must_use]
    pub fn rounded(&self) -> Interval {
        match (self.modifier, self.stated.point()) {
            (Modifier::Exact, Some(value)) if self.is_round() => {
                let width = (self.step / Decimal::TWO).min(eighth(value));
                Interval {
                    lower: Bound::Included(down(value, width)),
                    upper: Bound::Excluded(up(value, width)),
                }
            }
            _ => self.open(),
        }
    }

    /// Whether the number shows fewer digits than it has, or decimals, or is no count at all. Nobody of 32 is called 30,
    /// and 32 dead are not 30.
    fn is_round(&self) -> bool {
        let counts = matches!(
            self.kind,
            QuantityKind::Count
                | QuantityKind::Ordinal
                | QuantityKind::Score
                | QuantityKind::Age
                | QuantityKind::Identifier
        );
        !counts || (self.step > Decimal::TEN && self.kind != QuantityKind::Age)
    }

    /// Half a step of the scale that a number lies on, an eighth of it at most; a count has one more or less.
    fn width(&self, value: Decimal) -> Decimal {
        let half = scale_of(value, self.step) / Decimal::TWO;
        let width = half.min(eighth(value));
        if self.kind == QuantityKind::Count && self.per.is_none() {
            width.max(Decimal::ONE)
        } else {
            width
        }
    }
}

fn eighth(value: Decimal) -> Decimal {
    value.abs() * EIGHTH
}

fn down(value: Decimal, width: Decimal) -> Decimal {
    value.saturating_sub(width)
}

fn up(value: Decimal, width: Decimal) -> Decimal {
    value.saturating_add(width)
}

/// The coarsest of 1 and 5 times a power of ten that `value` lies on, given the weight of its last digit.
fn scale_of(value: Decimal, step: Decimal) -> Decimal {
    let five = step.saturating_mul(Decimal::from(5));
    let lies_on_fives = !five.is_zero() && (value % five).is_zero();
    if lies_on_fives { five } else { step }
}
