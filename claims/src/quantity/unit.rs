//! Units: the tokens around a numeral in, the unit they name out; and exact conversion between units.
//!
//! "a 10-kilometre race" has the unit `km`; ten kilometres are 10,000 metres, and 32 °F are exactly 0 °C. Codes are
//! those of UCUM (Schadow and McDonald, *The Unified Code for Units of Measure*) and of ISO 4217.

use std::sync::LazyLock;

use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use crate::lexicon::vocabulary;

/// A unit of measurement or a currency, from `data/en/units.yaml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Unit {
    /// UCUM code, or ISO 4217 code of a currency.
    pub code: &'static str,
    /// Full English name in the singular: "kilometre per hour", "dollar" (that of the United
    /// States).
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

impl Unit {
    /// The unit with this code.
    ///
    /// ```
    /// use claims::quantity::Unit;
    /// assert_eq!(Unit::from_code("km/h").unwrap().name, "kilometre per hour");
    /// assert_eq!(Unit::from_code("parsec"), None);
    /// ```
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        CODES.get(code).map(|entry| entry.unit())
    }

    /// `value`, given in this unit, in `target`; `None` when the two do not measure the same (money converts only
    /// within one currency) or the result does not fit a [`Decimal`]. Exact where the ratio is a decimal; otherwise
    /// rounded at the 28th digit.
    ///
    /// ```
    /// use claims::quantity::Unit;
    /// let mile = Unit::from_code("[mi_i]").unwrap();
    /// let kilometre = Unit::from_code("km").unwrap();
    /// assert_eq!(mile.convert(60.into(), kilometre).unwrap().to_string(), "96.56064");
    /// ```
    #[must_use]
    pub fn convert(self, value: Decimal, target: Self) -> Option<Decimal> {
        let (from, to) = (self.entry()?, target.entry()?);
        if from.base_of(self) != to.base_of(target) {
            return None;
        }
        let numerator = from.factor.numerator.checked_mul(to.factor.denominator)?;
        let denominator = from.factor.denominator.checked_mul(to.factor.numerator)?;
        let shifted = value.checked_add(from.offset.0)?;
        let scaled = shifted.checked_mul(numerator)?.checked_div(denominator)?;
        Some(scaled.checked_sub(to.offset.0)?.normalize())
    }

    /// Whether values in this unit convert to `target`.
    #[must_use]
    pub fn converts_to(self, target: Self) -> bool {
        match (self.entry(), target.entry()) {
            (Some(from), Some(to)) => from.base_of(self) == to.base_of(target),
            _ => false,
        }
    }

    /// `value` in the base unit of its dimension: metres, kilograms, seconds, the currency itself.
    #[must_use]
    pub fn to_base(self, value: Decimal) -> Option<Decimal> {
        let entry = self.entry()?;
        let shifted = value.checked_add(entry.offset.0)?;
        let scaled = shifted
            .checked_mul(entry.factor.numerator)?
            .checked_div(entry.factor.denominator)?;
        Some(scaled.normalize())
    }

    /// How many of it make one of the currency that it divides: 100 for the cent, whatever dollar or euro it is of.
    pub(super) fn minor(self) -> Option<Decimal> {
        self.entry()?.minor.map(Decimal::from)
    }

    /// Whether it is the point of an index, a game or a scale: counted one by one, and no rounding of anything.
    pub(super) fn is_point(self) -> bool {
        self.code == "{point}"
    }

    fn entry(self) -> Option<&'static Entry> {
        CODES.get(self.code).copied()
    }
}

/// An entry of `units.yaml`; the head of that file says what each field means.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    code: String,
    name: String,
    dimension: Dimension,
    base: Option<String>,
    #[serde(default)]
    factor: Ratio,
    #[serde(default)]
    offset: Offset,
    minor: Option<u32>,
    #[serde(default)]
    pub(super) silent: bool,
    #[serde(default)]
    pub(super) forms: Vec<String>,
    #[serde(default)]
    pub(super) shared: Vec<String>,
    #[serde(default)]
    pub(super) context: Vec<String>,
    #[serde(default)]
    pub(super) symbols: Vec<String>,
    #[serde(default)]
    pub(super) glued: Vec<String>,
    #[serde(default)]
    pub(super) prefixes: Vec<String>,
    #[serde(default)]
    pub(super) tight: Vec<String>,
    #[serde(default)]
    pub(super) grades: Vec<String>,
}

/// All entries, in the order of the file.
pub(super) static ENTRIES: LazyLock<Vec<Entry>> = LazyLock::new(|| vocabulary!("units"));

static CODES: LazyLock<FxHashMap<&'static str, &'static Entry>> = LazyLock::new(|| {
    ENTRIES
        .iter()
        .map(|entry| (entry.code.as_str(), entry))
        .collect()
});

impl Entry {
    pub(super) fn unit(&'static self) -> Unit {
        Unit {
            code: &self.code,
            name: &self.name,
            dimension: self.dimension,
        }
    }

    /// What its values convert to: the dimension, or the base unit inside it.
    fn base_of(&self, unit: Unit) -> (Dimension, Option<&str>) {
        let own = (self.dimension == Dimension::Other).then_some(self.code.as_str());
        (unit.dimension, self.base.as_deref().or(own))
    }
}

/// An exact ratio, written "5/18" or "0.3048".
#[derive(Debug, serde::Deserialize)]
#[serde(try_from = "String")]
struct Ratio {
    numerator: Decimal,
    denominator: Decimal,
}

impl Default for Ratio {
    fn default() -> Self {
        Self {
            numerator: Decimal::ONE,
            denominator: Decimal::ONE,
        }
    }
}

impl TryFrom<String> for Ratio {
    type Error = rust_decimal::Error;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let (numerator, denominator) = text.split_once('/').unwrap_or((&text, "1"));
        Ok(Self {
            numerator: numerator.parse()?,
            denominator: denominator.parse()?,
        })
    }
}

/// What is added before the factor, written as a decimal.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(try_from = "String")]
struct Offset(Decimal);

impl TryFrom<String> for Offset {
    type Error = rust_decimal::Error;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse().map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn converted(value: &str, from: &str, to: &str) -> String {
        let [from, to] = [from, to].map(|code| Unit::from_code(code).unwrap());
        let value = from.convert(value.parse().unwrap(), to);
        value.map_or("none".to_owned(), |value| value.to_string())
    }

    #[test]
    fn conversion_is_exact() {
        assert_eq!(converted("60", "[mi_i]", "km"), "96.56064");
        assert_eq!(
            converted("100", "km/h", "m/s"),
            "27.777777777777777777777777778"
        );
        assert_eq!(converted("90", "km/h", "m/s"), "25");
        assert_eq!(
            converted("50", "{basis point}", "{percentage point}"),
            "0.5"
        );
        assert_eq!(converted("28", "USX", "USD"), "0.28");
    }

    #[test]
    fn temperatures_shift_their_zero() {
        assert_eq!(converted("32", "[degF]", "Cel"), "0");
        assert_eq!(converted("-40", "Cel", "[degF]"), "-40");
        assert_eq!(converted("37", "Cel", "[degF]"), "98.6");
    }

    #[test]
    fn what_does_not_measure_the_same_does_not_convert() {
        assert_eq!(converted("5", "USD", "EUR"), "none");
        assert_eq!(converted("5", "%", "{percentage point}"), "none");
        assert_eq!(converted("5", "N.m", "dB"), "none");
        assert_eq!(
            converted("79228162514264337593543950335", "km", "m"),
            "none"
        );
    }

    #[test]
    fn there_and_back_is_the_same_value() {
        for entry in ENTRIES.iter() {
            let unit = entry.unit();
            let value = Decimal::from(12);
            assert_eq!(unit.convert(value, unit), Some(value), "{}", unit.code);
        }
    }

    #[test]
    fn codes_are_unique() {
        assert_eq!(CODES.len(), ENTRIES.len());
    }
}
