//! Tolerances: what values measure in, how far two of them may lie apart and still agree out.

use claims::Interval;
use claims::quantity::Dimension;
use rust_decimal::Decimal;

/// How far two values may lie apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tolerance {
    /// A share of the larger: 0.01 for one percent.
    Share(Decimal),
    /// An amount in the base unit of the dimension.
    Amount(Decimal),
}

impl Tolerance {
    /// Whether it allows nothing at all.
    #[must_use]
    pub fn is_negative(self) -> bool {
        let (Self::Share(value) | Self::Amount(value)) = self;
        value < Decimal::ZERO
    }

    /// Whether two stated values, in base units, lie near enough.
    #[must_use]
    pub fn allows(self, a: &Interval, b: &Interval) -> bool {
        let bounds = |one: &Interval| Some((one.low().or(one.high())?, one.high().or(one.low())?));
        let Some(((a_low, a_high), (b_low, b_high))) = bounds(a).zip(bounds(b)) else {
            return false;
        };
        let gap = (a_low - b_high).max(b_low - a_high).max(Decimal::ZERO);
        let larger = a_high.abs().max(b_high.abs());
        match self {
            Self::Share(share) => share.checked_mul(larger).is_some_and(|most| gap <= most),
            Self::Amount(most) => gap <= most,
        }
    }
}

/// The tolerances of a report, by dimension; few enough to be searched.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tolerances(Vec<(Dimension, Tolerance)>);

impl Tolerances {
    /// Sets that of a dimension.
    pub fn set(&mut self, dimension: Dimension, tolerance: Tolerance) {
        self.0.retain(|(one, _)| *one != dimension);
        self.0.push((dimension, tolerance));
    }

    /// That of a dimension.
    #[must_use]
    pub fn get(&self, dimension: Dimension) -> Option<Tolerance> {
        let mut all = self.0.iter();
        all.find(|(one, _)| *one == dimension)
            .map(|(_, tolerance)| *tolerance)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_of_the_larger_and_amounts_are_absolute() {
        let allows = |tolerance: Tolerance, a: i64, b: i64| {
            tolerance.allows(&Interval::exact(a.into()), &Interval::exact(b.into()))
        };
        let percent = Tolerance::Share(Decimal::new(1, 2));
        assert!(allows(percent, 99, 100) && allows(percent, 100, 99));
        assert!(!allows(percent, 98, 100));
        assert!(allows(Tolerance::Amount(2.into()), 98, 100));
        assert!(!allows(Tolerance::Amount(2.into()), 97, 100));
        assert!(allows(Tolerance::Amount(0.into()), 7, 7));
    }
}
