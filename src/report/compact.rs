//! JSON on one line: any serialisable value in, its text out, byte for byte what `serde_json` gives.
//!
//! Archives are written claim by claim, a dozen short strings each, and there the general serialiser takes as long as
//! the tagger: it writes quotation marks, commas and escapes one by one. This one appends whole pieces to a string and
//! looks for what must be escaped eight bytes at a time. It knows the values that views are made of; a number with a
//! fraction, bytes, or a key that is no string is an error.

use std::fmt::{self, Display, Write};

use serde::ser::{self, Serialize};

/// Appends `value` to `text`.
///
/// # Errors
/// When the value holds what views do not: fractions, bytes, keys that are no strings.
pub(super) fn append(text: &mut String, value: &impl Serialize) -> Result<(), Unknown> {
    value.serialize(Compact { text })
}

/// A value of a kind that this serialiser does not know.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no JSON for {0}")]
pub(super) struct Unknown(String);

impl ser::Error for Unknown {
    fn custom<T: Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

fn unknown<T>(what: &str) -> Result<T, Unknown> {
    Err(Unknown(what.to_owned()))
}

/// Writes one value.
struct Compact<'t> {
    text: &'t mut String,
}

/// Writes the parts of a list or of an object, one after another.
struct Parts<'t> {
    text: &'t mut String,
    /// What stands before the next part: nothing before the first.
    comma: &'static str,
    close: &'static str,
}

impl<'t> Compact<'t> {
    fn open(self, open: char, close: &'static str) -> Parts<'t> {
        self.text.push(open);
        Parts {
            text: self.text,
            comma: "",
            close,
        }
    }

    /// An object of one key, as an enumeration's variant with contents becomes.
    fn variant(self, variant: &str) -> Self {
        self.text.push('{');
        quote(self.text, variant);
        self.text.push(':');
        self
    }

    fn put(self, value: impl Display) -> Result<(), Unknown> {
        write!(self.text, "{value}").map_err(|_: fmt::Error| Unknown("a value".to_owned()))
    }

    /// Writes a number by its digits.
    fn natural(self, mut number: u64) {
        let mut digits = [b'0'; 20];
        let mut first = digits.len() - 1;
        loop {
            digits[first] = b'0' + (number % 10) as u8;
            number /= 10;
            if number == 0 {
                break;
            }
            first -= 1;
        }
        for &digit in &digits[first..] {
            self.text.push(char::from(digit));
        }
    }
}

/// Writes a string between quotation marks.
fn quote(text: &mut String, string: &str) {
    text.reserve(string.len() + 2);
    text.push('"');
    if is_plain(string.as_bytes()) {
        text.push_str(string);
    } else {
        escape(text, string);
    }
    text.push('"');
}

/// Whether a byte of a string stands for itself in JSON.
#[inline]
const fn stands(byte: u8) -> bool {
    byte >= b' ' && byte != b'"' && byte != b'\\'
}

/// Whether every byte stands for itself: eight at a time, the last eight perhaps twice.
#[inline]
fn is_plain(bytes: &[u8]) -> bool {
    match bytes.last_chunk() {
        Some(&last) => bytes.as_chunks().0.iter().all(|&block| stand(block)) && stand(last),
        None => bytes.iter().all(|&byte| stands(byte)),
    }
}

/// Whether each of eight bytes stands for itself. The highest bit of a byte of the sum is set where it is below a blank
/// or one of the two marks; where one of them is, a neighbour's may be set too.
#[inline]
const fn stand(block: [u8; 8]) -> bool {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x80 * ONES;
    let block = u64::from_le_bytes(block);
    let low = block.wrapping_sub(b' ' as u64 * ONES);
    let quotation = (block ^ (b'"' as u64 * ONES)).wrapping_sub(ONES);
    let backslash = (block ^ (b'\\' as u64 * ONES)).wrapping_sub(ONES);
    // Bytes above 127 stand for themselves, and only they have the bit to begin with.
    (low | quotation | backslash) & !block & HIGH == 0
}

fn escape(text: &mut String, string: &str) {
    for character in string.chars() {
        match character {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\n' => text.push_str("\\n"),
            '\r' => text.push_str("\\r"),
            '\t' => text.push_str("\\t"),
            '\u{8}' => text.push_str("\\b"),
            '\u{c}' => text.push_str("\\f"),
            '\0'..' ' => {
                const HEX: [char; 16] = [
                    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f',
                ];
                text.push_str("\\u00");
                text.push(HEX[character as usize >> 4]);
                text.push(HEX[character as usize & 15]);
            }
            other => text.push(other),
        }
    }
}

impl<'t> ser::Serializer for Compact<'t> {
    type Ok = ();
    type Error = Unknown;
    type SerializeSeq = Parts<'t>;
    type SerializeTuple = Parts<'t>;
    type SerializeTupleStruct = Parts<'t>;
    type SerializeTupleVariant = Parts<'t>;
    type SerializeMap = Parts<'t>;
    type SerializeStruct = Parts<'t>;
    type SerializeStructVariant = Parts<'t>;

    fn serialize_bool(self, value: bool) -> Result<(), Unknown> {
        self.put(value)
    }

    fn serialize_i8(self, value: i8) -> Result<(), Unknown> {
        self.put(value)
    }

    fn serialize_i16(self, value: i16) -> Result<(), Unknown> {
        self.put(value)
    }

    fn serialize_i32(self, value: i32) -> Result<(), Unknown> {
        self.put(value)
    }

    fn serialize_i64(self, value: i64) -> Result<(), Unknown> {
        self.put(value)
    }

    fn serialize_u8(self, value: u8) -> Result<(), Unknown> {
        self.serialize_u64(value.into())
    }

    fn serialize_u16(self, value: u16) -> Result<(), Unknown> {
        self.serialize_u64(value.into())
    }

    fn serialize_u32(self, value: u32) -> Result<(), Unknown> {
        self.serialize_u64(value.into())
    }

    fn serialize_u64(self, value: u64) -> Result<(), Unknown> {
        self.natural(value);
        Ok(())
    }

    fn serialize_f32(self, _: f32) -> Result<(), Unknown> {
        unknown("a fraction")
    }

    fn serialize_f64(self, _: f64) -> Result<(), Unknown> {
        unknown("a fraction")
    }

    fn serialize_char(self, value: char) -> Result<(), Unknown> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    #[inline]
    fn serialize_str(self, value: &str) -> Result<(), Unknown> {
        quote(self.text, value);
        Ok(())
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), Unknown> {
        unknown("bytes")
    }

    #[inline]
    fn serialize_none(self) -> Result<(), Unknown> {
        self.serialize_unit()
    }

    #[inline]
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Unknown> {
        value.serialize(self)
    }

    #[inline]
    fn serialize_unit(self) -> Result<(), Unknown> {
        self.text.push_str("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Unknown> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<(), Unknown> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Unknown> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Unknown> {
        let Self { text } = self.variant(variant);
        value.serialize(Compact { text })?;
        text.push('}');
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Parts<'t>, Unknown> {
        Ok(self.open('[', "]"))
    }

    fn serialize_tuple(self, _: usize) -> Result<Parts<'t>, Unknown> {
        Ok(self.open('[', "]"))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Parts<'t>, Unknown> {
        Ok(self.open('[', "]"))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Parts<'t>, Unknown> {
        Ok(self.variant(variant).open('[', "]}"))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Parts<'t>, Unknown> {
        Ok(self.open('{', "}"))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Parts<'t>, Unknown> {
        Ok(self.open('{', "}"))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Parts<'t>, Unknown> {
        Ok(self.variant(variant).open('{', "}}"))
    }
}

impl Parts<'_> {
    #[inline]
    fn part<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unknown> {
        self.text.push_str(self.comma);
        self.comma = ",";
        value.serialize(Compact { text: self.text })
    }

    /// A key of a structure is a name of the program and needs no escapes.
    #[inline]
    fn field<T: Serialize + ?Sized>(&mut self, key: &str, value: &T) -> Result<(), Unknown> {
        self.text.reserve(key.len() + 4);
        if !self.comma.is_empty() {
            self.text.push(',');
        }
        self.comma = ",";
        self.text.push('"');
        self.text.push_str(key);
        self.text.push('"');
        self.text.push(':');
        value.serialize(Compact { text: self.text })
    }

    fn close(self) -> Result<(), Unknown> {
        self.text.push_str(self.close);
        Ok(())
    }
}

/// Lists and their like, whose parts have no keys.
macro_rules! impl_list {
    ($($kind:ident::$add:ident),*) => {$(
        impl ser::$kind for Parts<'_> {
            type Ok = ();
            type Error = Unknown;

            fn $add<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unknown> {
                self.part(value)
            }

            fn end(self) -> Result<(), Unknown> {
                self.close()
            }
        }
    )*};
}

impl_list!(
    SerializeSeq::serialize_element,
    SerializeTuple::serialize_element,
    SerializeTupleStruct::serialize_field,
    SerializeTupleVariant::serialize_field
);

/// Structures, whose parts have names.
macro_rules! impl_structure {
    ($($kind:ident),*) => {$(
        impl ser::$kind for Parts<'_> {
            type Ok = ();
            type Error = Unknown;

            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                key: &'static str,
                value: &T,
            ) -> Result<(), Unknown> {
                self.field(key, value)
            }

            fn end(self) -> Result<(), Unknown> {
                self.close()
            }
        }
    )*};
}

impl_structure!(SerializeStruct, SerializeStructVariant);

impl ser::SerializeMap for Parts<'_> {
    type Ok = ();
    type Error = Unknown;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Unknown> {
        self.text.push_str(self.comma);
        self.comma = ",";
        let before = self.text.len();
        key.serialize(Compact { text: self.text })?;
        if self.text.as_bytes().get(before) == Some(&b'"') {
            Ok(())
        } else {
            unknown("a key that is no string")
        }
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unknown> {
        self.text.push(':');
        value.serialize(Compact { text: self.text })
    }

    fn end(self) -> Result<(), Unknown> {
        self.close()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::*;

    fn compact(value: &impl Serialize) -> String {
        let mut text = String::new();
        append(&mut text, value).expect("the value is of a known kind");
        text
    }

    /// Values with strings of any characters, those that are escaped among them more often than by chance.
    fn values() -> impl Strategy<Value = Value> {
        let string = "[ -~\"\\\\\\x00-\\x1f\u{7f}éœ—\u{2028}😀]{0,40}";
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<u64>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            string.prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 40, 6, move |inner| {
            let pairs = prop::collection::vec((string, inner.clone()), 0..6);
            prop_oneof![
                prop::collection::vec(inner, 0..6).prop_map(Value::from),
                pairs.prop_map(|pairs| Value::Object(pairs.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn it_is_what_serde_json_gives(value in values()) {
            prop_assert_eq!(compact(&value), serde_json::to_string(&value)?);
        }
    }

    #[test]
    fn every_shape_of_a_type_has_the_same_json() -> Result<(), serde_json::Error> {
        #[derive(serde::Serialize)]
        struct Unit;
        #[derive(serde::Serialize)]
        struct Pair(u8, char);
        #[derive(serde::Serialize)]
        enum Shape {
            Point,
            Circle(u16),
            Line(i8, i16),
            Box { width: i32 },
        }
        let shapes = [
            Shape::Point,
            Shape::Circle(3),
            Shape::Line(-1, 2),
            Shape::Box { width: -7 },
        ];
        let value = (Unit, Pair(1, '"'), shapes, Some(0_u64), None::<u32>);
        assert_eq!(compact(&value), serde_json::to_string(&value)?);
        Ok(())
    }

    #[test]
    fn what_it_does_not_know_is_an_error() {
        let mut text = String::new();
        assert!(append(&mut text, &json!([0.5])).is_err());
        assert!(append(&mut text, &BTreeMap::from([(1, 2)])).is_err());
    }
}
