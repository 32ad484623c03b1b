//! Quantities: tokens in, values with unit, modifier and precision out.
//!
//! "nearly two hours" becomes the value 2, unit hour, modifier *nearly*: the writer says less than two hours,
//! close to them. What a number counts ("drones"), and what became of it ("launched"), is the business of
//! [`crate::claim`].
//!
//! [`read`] goes through each sentence once. It finds numerals (`numeral`, `digit`) with the units around them
//! (`amount`, `notation`), joins neighbours into ranges, scores and compound measures (`pair`), and says of each how it
//! is qualified (`modifier`), what part it has in a change (`change`), and whether it is a name (`identifier`) or an
//! age (`age`). The words it knows stand in `data/en`; [`Unit`] converts, [`Quantity::open`] and
//! [`Quantity::rounded`] say which values a number leaves open.

mod age;
mod amount;
mod change;
mod cue;
mod digit;
mod grade;
mod halo;
mod identifier;
mod interval;
mod length;
mod line;
mod modifier;
mod notation;
mod numeral;
mod pair;
mod point;
mod read;
mod shared;
mod unit;
mod zero;

#[cfg(test)]
mod property;
#[cfg(test)]
mod tests;

use std::ops::Range;

pub(crate) use cue::opens_collective;
pub use interval::Interval;
pub use modifier::Modifier;
pub(crate) use notation::prepare;
pub use read::{coverage, read};
use rust_decimal::Decimal;
use syntax::Span;
pub use unit::{Dimension, Unit};

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
    /// The numeral's own value (or values, of a range) without regard to the modifier: 40 in "more than 40". Of a
    /// score, the first and the second number, in whatever order they stand.
    pub stated: Interval,
    /// How the writer qualified the number.
    pub modifier: Modifier,
    /// Weight of the last digit that the numeral shows: 1 for "108", 100 for "1,200", 100000 for "3.5 million".
    pub step: Decimal,
    /// The unit; `None` for bare counts.
    pub unit: Option<Unit>,
    /// What a rate is per: "gallon" in "$3.19 a gallon".
    pub per: Option<Per>,
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

/// What a rate is per: "a gallon", "per 100,000 people".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Per {
    /// How many: 100,000 in "per 100,000 people", otherwise 1.
    pub number: Decimal,
    /// The unit ("gallon", "share"); `None` where only a number is given, and the noun behind it says of what.
    pub unit: Option<Unit>,
    /// The last token of unit or number.
    pub token: usize,
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
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

    /// Full English name of the unit with what it is per: "dollar per gallon".
    #[must_use]
    pub fn unit_name(&self) -> Option<String> {
        let unit = self.unit?;
        let per = self.per.and_then(|per| per.unit);
        Some(per.map_or_else(
            || unit.name.to_owned(),
            |per| format!("{} per {}", unit.name, per.name),
        ))
    }

    /// Code of the unit with what it is per: `USD/[gal_us]`.
    #[must_use]
    pub fn unit_code(&self) -> Option<String> {
        let unit = self.unit?;
        let per = self.per.and_then(|per| per.unit);
        Some(per.map_or_else(
            || unit.code.to_owned(),
            |per| format!("{}/{}", unit.code, per.code),
        ))
    }
}
