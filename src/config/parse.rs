//! The values of the file that are more than words: rules, dimensions, tolerances, units. Each is read while the
//! YAML is, so that a fault has its line and column.

use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use claims::quantity::{Dimension, Modifier, Unit};
use claims::{Document, extract};
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::{Serialize, Serializer};

use crate::compare::{Reading, Rule, Tolerance};

/// Reads whatever stands there, a number or words, as a `T`.
fn scalar<'de, D: Deserializer<'de>, T: FromStr<Err = String>>(
    deserializer: D,
) -> Result<T, D::Error> {
    struct Scalar<T>(PhantomData<T>);

    impl<T: FromStr<Err = String>> Visitor<'_> for Scalar<T> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a word or a number")
        }

        fn visit_str<E: Error>(self, written: &str) -> Result<T, E> {
            written.parse().map_err(E::custom)
        }

        fn visit_u64<E: Error>(self, written: u64) -> Result<T, E> {
            self.visit_str(&written.to_string())
        }

        fn visit_i64<E: Error>(self, written: i64) -> Result<T, E> {
            self.visit_str(&written.to_string())
        }

        fn visit_f64<E: Error>(self, written: f64) -> Result<T, E> {
            self.visit_str(&written.to_string())
        }
    }

    deserializer.deserialize_any(Scalar(PhantomData))
}

/// A rule, by its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct RuleId(pub(super) Rule);

impl FromStr for RuleId {
    type Err = String;

    fn from_str(id: &str) -> Result<Self, String> {
        Rule::from_id(id).map(Self).ok_or_else(|| Rule::unknown(id))
    }
}

impl<'de> Deserialize<'de> for RuleId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        scalar(deserializer)
    }
}

impl Serialize for RuleId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.id())
    }
}

/// What values measure, by the name of the dimension.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct DimensionName(pub(super) Dimension);

/// The dimensions that a tolerance may be given for.
pub(super) const DIMENSIONS: [(&str, Dimension); 19] = [
    ("count", Dimension::Count),
    ("money", Dimension::Money),
    ("percent", Dimension::Percent),
    ("point", Dimension::Point),
    ("length", Dimension::Length),
    ("area", Dimension::Area),
    ("volume", Dimension::Volume),
    ("mass", Dimension::Mass),
    ("speed", Dimension::Speed),
    ("energy", Dimension::Energy),
    ("power", Dimension::Power),
    ("pressure", Dimension::Pressure),
    ("temperature", Dimension::Temperature),
    ("data", Dimension::Data),
    ("frequency", Dimension::Frequency),
    ("duration", Dimension::Duration),
    ("age", Dimension::Age),
    ("angle", Dimension::Angle),
    ("magnitude", Dimension::Magnitude),
];

impl DimensionName {
    /// The name.
    pub(super) fn name(self) -> &'static str {
        let mut all = DIMENSIONS.iter();
        all.find(|(_, dimension)| *dimension == self.0)
            .map_or("other", |(name, _)| name)
    }
}

impl FromStr for DimensionName {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let known = DIMENSIONS.iter().find(|(known, _)| *known == name);
        known.map(|&(_, dimension)| Self(dimension)).ok_or_else(|| {
            let names = DIMENSIONS.map(|(name, _)| name).join(", ");
            format!("nothing is measured as `{name}`; there are {names}")
        })
    }
}

impl<'de> Deserialize<'de> for DimensionName {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        scalar(deserializer)
    }
}

impl Serialize for DimensionName {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

/// A tolerance as written and as meant.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema)]
#[schemars(with = "serde_json::Value")]
pub(super) struct ToleranceText {
    /// As written: "1%".
    pub(super) written: String,
    /// As meant.
    pub(super) tolerance: Tolerance,
    /// What an amount with a unit measures.
    pub(super) dimension: Option<Dimension>,
}

impl FromStr for ToleranceText {
    type Err = String;

    fn from_str(written: &str) -> Result<Self, String> {
        let help = || {
            format!(
                "`{written}` is no tolerance; write a share such as 1%, or an amount such as 5 km"
            )
        };
        let text = written.trim();
        let (tolerance, dimension) = if let Some(share) = text.strip_suffix('%') {
            let share: Decimal = share.trim().parse().map_err(|_| help())?;
            (Tolerance::Share(share / Decimal::ONE_HUNDRED), None)
        } else if let Ok(amount) = text.parse() {
            (Tolerance::Amount(amount), None)
        } else {
            let (amount, unit) = quantity(text).ok_or_else(help)?;
            (Tolerance::Amount(amount), Some(unit.dimension))
        };
        if tolerance.is_negative() {
            return Err(help());
        }
        Ok(Self {
            written: text.to_owned(),
            tolerance,
            dimension,
        })
    }
}

impl<'de> Deserialize<'de> for ToleranceText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        scalar(deserializer)
    }
}

impl Serialize for ToleranceText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.written)
    }
}

/// A unit as written and as known: "km", "kilometers".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitName {
    written: String,
    /// The unit.
    pub unit: Unit,
}

impl FromStr for UnitName {
    type Err = String;

    fn from_str(written: &str) -> Result<Self, String> {
        let named = || quantity(&format!("2 {written}")).map(|(_, unit)| unit);
        let unit = Unit::from_code(written).or_else(named);
        unit.map(|unit| Self {
            written: written.to_owned(),
            unit,
        })
        .ok_or_else(|| {
            format!("the unit `{written}` is not known; write one such as km or kilometers")
        })
    }
}

impl<'de> Deserialize<'de> for UnitName {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        scalar(deserializer)
    }
}

impl Serialize for UnitName {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.written)
    }
}

/// How many of a unit one of another is: a positive number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Factor(pub Decimal);

impl FromStr for Factor {
    type Err = String;

    fn from_str(written: &str) -> Result<Self, String> {
        let factor = written
            .parse()
            .ok()
            .filter(|factor| *factor > Decimal::ZERO);
        factor
            .map(Self)
            .ok_or_else(|| format!("the factor `{written}` is no positive number"))
    }
}

impl<'de> Deserialize<'de> for Factor {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        scalar(deserializer)
    }
}

impl Serialize for Factor {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

/// Reads "5 km" as claims do: the amount in base units, and the unit.
fn quantity(text: &str) -> Option<(Decimal, Unit)> {
    let sentence = format!("It was {text} long.");
    let extraction = extract(&Document::new(sentence));
    let numbers = extraction
        .claims
        .iter()
        .filter_map(|claim| claim.value.number());
    let quantities: Vec<_> = numbers.collect();
    let [quantity] = quantities[..] else {
        return None;
    };
    let whole = quantity.span.len() as usize == text.len();
    let unit = quantity
        .unit
        .filter(|_| whole && quantity.modifier == Modifier::Exact)?;
    Some((Reading::of(quantity).stated.point()?, unit))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tolerance(written: &str) -> Result<Tolerance, String> {
        written.parse::<ToleranceText>().map(|one| one.tolerance)
    }

    #[test]
    fn tolerances_are_shares_or_amounts() {
        assert_eq!(tolerance("1.5%"), Ok(Tolerance::Share(Decimal::new(15, 3))));
        assert_eq!(tolerance("3"), Ok(Tolerance::Amount(3.into())));
        assert_eq!(tolerance("5 km"), Ok(Tolerance::Amount(5000.into())));
        assert_eq!(tolerance("10 minutes"), Ok(Tolerance::Amount(600.into())));
        for wrong in ["", "much", "-1", "-2%", "5 km or so", "5 parsnips"] {
            assert!(tolerance(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn units_are_known_by_code_and_by_name() {
        for written in ["km", "kilometers", "kilometre"] {
            assert_eq!(written.parse::<UnitName>().unwrap().unit.code, "km");
        }
        assert!("parsnip".parse::<UnitName>().is_err());
    }
}
