//! The set of values that a statement leaves open.

use std::ops::Bound;

use rust_decimal::Decimal;

/// A set of numbers between two bounds, each of which may be included, excluded or missing.
///
/// ```
/// use claims::Interval;
/// assert!(Interval::at_least(40.into()).contains(41.into()));
/// assert!(!Interval::more_than(40.into()).contains(40.into()));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// Smallest value.
    pub lower: Bound<Decimal>,
    /// Largest value.
    pub upper: Bound<Decimal>,
}

impl Interval {
    /// Exactly one value.
    #[must_use]
    pub const fn exact(value: Decimal) -> Self {
        Self::between(value, value)
    }

    /// From `lower` to `upper`, both included.
    #[must_use]
    pub const fn between(lower: Decimal, upper: Decimal) -> Self {
        Self {
            lower: Bound::Included(lower),
            upper: Bound::Included(upper),
        }
    }

    /// `value` or anything above.
    #[must_use]
    pub const fn at_least(value: Decimal) -> Self {
        Self {
            lower: Bound::Included(value),
            upper: Bound::Unbounded,
        }
    }

    /// Anything above `value`.
    #[must_use]
    pub const fn more_than(value: Decimal) -> Self {
        Self {
            lower: Bound::Excluded(value),
            upper: Bound::Unbounded,
        }
    }

    /// `value` or anything below.
    #[must_use]
    pub const fn at_most(value: Decimal) -> Self {
        Self {
            lower: Bound::Unbounded,
            upper: Bound::Included(value),
        }
    }

    /// Anything below `value`.
    #[must_use]
    pub const fn less_than(value: Decimal) -> Self {
        Self {
            lower: Bound::Unbounded,
            upper: Bound::Excluded(value),
        }
    }

    /// Whether `value` lies inside.
    #[must_use]
    pub fn contains(&self, value: Decimal) -> bool {
        above(self.lower, value) && below(self.upper, value)
    }

    /// Whether some value lies in both.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        ordered(self.lower, other.upper) && ordered(other.lower, self.upper)
    }

    /// The only value inside, if there is just one.
    #[must_use]
    pub fn point(&self) -> Option<Decimal> {
        match (self.lower, self.upper) {
            (Bound::Included(lower), Bound::Included(upper)) if lower == upper => Some(lower),
            _ => None,
        }
    }

    /// The number at the lower bound, whether included or not.
    #[must_use]
    pub const fn low(&self) -> Option<Decimal> {
        number(self.lower)
    }

    /// The number at the upper bound, whether included or not.
    #[must_use]
    pub const fn high(&self) -> Option<Decimal> {
        number(self.upper)
    }

    /// Both bounds sent through an increasing function, such as a change of unit.
    #[must_use]
    pub fn map(&self, increasing: impl Fn(Decimal) -> Decimal) -> Self {
        Self {
            lower: self.lower.map(&increasing),
            upper: self.upper.map(&increasing),
        }
    }
}

const fn number(bound: Bound<Decimal>) -> Option<Decimal> {
    match bound {
        Bound::Included(value) | Bound::Excluded(value) => Some(value),
        Bound::Unbounded => None,
    }
}

fn above(lower: Bound<Decimal>, value: Decimal) -> bool {
    ordered(lower, Bound::Included(value))
}

fn below(upper: Bound<Decimal>, value: Decimal) -> bool {
    ordered(Bound::Included(value), upper)
}

/// Whether a value can lie between the two bounds.
fn ordered(lower: Bound<Decimal>, upper: Bound<Decimal>) -> bool {
    match (lower, upper) {
        (Bound::Unbounded, _) | (_, Bound::Unbounded) => true,
        (Bound::Included(low), Bound::Included(high)) => low <= high,
        (
            Bound::Included(low) | Bound::Excluded(low),
            Bound::Included(high) | Bound::Excluded(high),
        ) => low < high,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn excluded_bounds_do_not_meet() {
        let below = Interval::less_than(12.into());
        assert!(!below.overlaps(&Interval::at_least(12.into())));
        assert!(below.overlaps(&Interval::at_least(11.into())));
        assert!(!Interval::more_than(12.into()).overlaps(&below));
    }

    #[test]
    fn a_point_is_its_only_value() {
        assert_eq!(Interval::exact(93.into()).point(), Some(93.into()));
        assert_eq!(Interval::between(10.into(), 15.into()).point(), None);
    }
}
