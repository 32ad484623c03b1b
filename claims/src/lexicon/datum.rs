//! The entries of a vocabulary as a constant of the program: what `build.rs` read of a YAML file in, values for serde out.
//!
//! Nothing is parsed at start: `words: [said, told]` is `Fields(&[("words", List(&[Text("said"), Text("told")]))])`.

use serde::de::value::{Error, MapAccessDeserializer, MapDeserializer, SeqDeserializer};
use serde::de::{Deserializer, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;

/// A value of a vocabulary.
#[derive(Debug)]
pub(crate) enum Datum {
    Null,
    Bool(bool),
    Whole(i64),
    Fraction(f64),
    Text(&'static str),
    List(&'static [Datum]),
    Fields(&'static [(&'static str, Datum)]),
}

impl IntoDeserializer<'static, Error> for &'static Datum {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl Deserializer<'static> for &'static Datum {
    type Error = Error;

    fn deserialize_any<V: Visitor<'static>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Datum::Null => visitor.visit_unit(),
            Datum::Bool(value) => visitor.visit_bool(*value),
            Datum::Whole(value) => match u64::try_from(*value) {
                Ok(natural) => visitor.visit_u64(natural),
                Err(_) => visitor.visit_i64(*value),
            },
            Datum::Fraction(value) => visitor.visit_f64(*value),
            Datum::Text(text) => visitor.visit_borrowed_str(text),
            Datum::List(items) => {
                let mut items = SeqDeserializer::new(items.iter());
                let value = visitor.visit_seq(&mut items)?;
                items.end().map(|()| value)
            }
            Datum::Fields(fields) => visitor.visit_map(entries(fields)),
        }
    }

    fn deserialize_option<V: Visitor<'static>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Datum::Null => visitor.visit_none(),
            some => visitor.visit_some(some),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'static>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'static>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self {
            Datum::Text(variant) => IntoDeserializer::<Error>::into_deserializer(*variant)
                .deserialize_enum(name, variants, visitor),
            Datum::Fields(fields) => {
                visitor.visit_enum(MapAccessDeserializer::new(entries(fields)))
            }
            other => other.deserialize_any(visitor),
        }
    }

    forward_to_deserialize_any! {
        <V: Visitor<'static>>
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map struct identifier ignored_any
    }
}

type Entries<I> = MapDeserializer<'static, I, Error>;

fn entries(
    fields: &'static [(&'static str, Datum)],
) -> Entries<impl Iterator<Item = (&'static str, &'static Datum)>> {
    MapDeserializer::new(fields.iter().map(|(name, value)| (*name, value)))
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    enum Shape {
        Point,
        Circle(u32),
        Box { width: i8 },
    }

    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Entry {
        words: Vec<String>,
        #[serde(default)]
        shapes: Vec<Shape>,
        pair: Option<(f64, bool)>,
        rest: Option<String>,
    }

    #[test]
    fn every_kind_of_value_is_read() {
        static ENTRY: Datum = Datum::Fields(&[
            ("words", Datum::List(&[Datum::Text("said")])),
            (
                "shapes",
                Datum::List(&[
                    Datum::Text("point"),
                    Datum::Fields(&[("circle", Datum::Whole(3))]),
                    Datum::Fields(&[("box", Datum::Fields(&[("width", Datum::Whole(-7))]))]),
                ]),
            ),
            (
                "pair",
                Datum::List(&[Datum::Fraction(0.5), Datum::Bool(true)]),
            ),
            ("rest", Datum::Null),
        ]);
        let expected = Entry {
            words: vec!["said".to_owned()],
            shapes: vec![Shape::Point, Shape::Circle(3), Shape::Box { width: -7 }],
            pair: Some((0.5, true)),
            rest: None,
        };
        assert_eq!(Entry::deserialize(&ENTRY), Ok(expected));
    }

    #[test]
    fn a_list_that_is_too_long_is_refused() {
        static LIST: Datum = Datum::List(&[Datum::Whole(1), Datum::Whole(2), Datum::Whole(3)]);
        assert!(<(u8, u8)>::deserialize(&LIST).is_err());
    }
}
