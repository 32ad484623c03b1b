//! Quantities: tokens in, values with unit, modifier and precision out.
//!
//! "nearly two hours" becomes the value 2, unit hour, modifier *nearly*: the writer says less than two hours,
//! close to them. What a number counts ("drones"), and what became of it ("launched"), is the business of
//! [`crate::claim`].

mod interval;

use std::ops::Range;

pub use interval::Interval;
use rust_decimal::Decimal;
use syntax::Span;

/// One quantity of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// Modifier, numeral and unit: "nearly two hours".
    pub span: Span,
    /// Numeral and unit without the modifier: "two hours".
    pub core: Span,
    /// The tokens of `core`.
    pub tokens: Range<usize>,
    /// What sort of quantity it is.
    pub kind: QuantityKind,
    /// The value as the writer bounded it, in `unit`: "more than 40" is everything above 40.
    pub value: Interval,
    /// The numeral's own value (or values, of a range) without regard to the modifier: 40 in "more than 40".
    pub stated: Interval,
    /// How the writer qualified the number.
    pub modifier: Modifier,
    /// Weight of the last digit that the numeral shows: 1 for "108", 100 for "1,200", 100000 for "3.5 million".
    pub step: Decimal,
    /// The unit; `None` for bare counts.
    pub unit: Option<Unit>,
    /// What a rate is per: "gallon" in "$3.19 a gallon".
    pub per: Option<Unit>,
    /// Level, change or origin of a change.
    pub aspect: Aspect,
    /// Direction of a change: "fell 3 percent" is down.
    pub direction: Option<Direction>,
}

/// Sorts of quantities.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum QuantityKind {
    /// A number of things: "108 drones", "a dozen", "hundreds".
    Count,
    /// A sum of money.
    Money,
    /// A share of a hundred, in percent.
    Percent,
    /// A difference of two percentages, in percentage points or basis points.
    Point,
    /// A length, mass, speed, temperature or another measure with a unit.
    Measure,
    /// A length of time: "nearly two hours".
    Duration,
    /// How old somebody is: "45-year-old", "Smith, 45,".
    Age,
    /// A rank: "third", "12th".
    Ordinal,
    /// A share: "two-thirds", "one in five".
    Fraction,
    /// A factor: "tripled", "twofold", "three times".
    Multiple,
    /// A score, vote or odds of two parties: "3-1", "52-48".
    Score,
    /// Looks like a number and is a name: Flight 370, AR-15, Section 427, a phone number.
    Identifier,
}

/// How the writer qualified a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Modifier {
    /// No qualification, or "exactly".
    Exact,
    /// "about", "around", "some", "roughly"; also vague plurals read as an interval.
    About,
    /// "nearly", "almost", "close to": below the number and near it.
    Nearly,
    /// "just over", "a little more than".
    JustOver,
    /// "just under".
    JustUnder,
    /// "at least", "no fewer than", "12-plus".
    AtLeast,
    /// "more than", "over".
    MoreThan,
    /// "at most", "no more than".
    AtMost,
    /// "less than", "fewer than", "under".
    LessThan,
    /// "up to", "as many as": an upper bound that later text may cancel.
    UpTo,
    /// "between 10 and 15", "10-15", "dozens".
    Range,
}

/// A unit of measurement or a currency, from `data/en/units.yaml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Unit {
    /// UCUM code, or ISO 4217 code of a currency.
    pub code: &'static str,
    /// Full English name in the singular: "kilometer per hour", "United States dollar".
    pub name: &'static str,
    /// What it measures; units convert within a dimension only.
    pub dimension: Dimension,
}

/// What a unit measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(
    missing_docs,
    reason = "each dimension is named by the standard word for it"
)]
pub enum Dimension {
    Count,
    Money,
    Percent,
    Point,
    Length,
    Area,
    Volume,
    Mass,
    Speed,
    Energy,
    Power,
    Pressure,
    Temperature,
    Data,
    Frequency,
    Duration,
    Age,
    Angle,
    Voltage,
    Current,
    Magnitude,
    Other,
}

/// Whether a number is a level or takes part in a change of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Aspect {
    /// A state or result: "rose to 7 percent", "108 drones".
    Level,
    /// The size of a change: "rose 3 percent".
    Change,
    /// The level before a change: "from 4 percent".
    Origin,
}

/// Direction of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// Rising.
    Up,
    /// Falling.
    Down,
}

impl Quantity {
    /// What the quantity measures: its unit's dimension, or what its kind stands for.
    #[must_use]
    pub fn dimension(&self) -> Dimension {
        match (self.kind, self.unit) {
            (_, Some(unit)) => unit.dimension,
            (QuantityKind::Percent | QuantityKind::Fraction, None) => Dimension::Percent,
            (QuantityKind::Age, None) => Dimension::Age,
            (QuantityKind::Count | QuantityKind::Score | QuantityKind::Identifier, None) => {
                Dimension::Count
            }
            _ => Dimension::Other,
        }
    }

    /// An interval of the quantity's unit in the base unit of its dimension.
    #[must_use]
    pub fn to_base(&self, interval: Interval) -> Interval {
        interval
    }

    /// Every value that the words leave open.
    #[must_use]
    pub fn open(&self) -> Interval {
        self.value
    }

    /// Every value that the words leave open, had the writer rounded to the last digit shown.
    #[must_use]
    pub fn rounded(&self) -> Interval {
        self.value
    }
}

impl Modifier {
    /// The side that a modifier opens: 0 for none, -1 for below, 1 for above, 2 for both.
    #[must_use]
    pub const fn side(self) -> i8 {
        match self {
            Self::Exact | Self::Range => 0,
            Self::Nearly | Self::JustUnder | Self::AtMost | Self::LessThan | Self::UpTo => -1,
            Self::JustOver | Self::AtLeast | Self::MoreThan => 1,
            Self::About => 2,
        }
    }
}
