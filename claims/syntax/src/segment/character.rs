//! Classes of characters, as tokenisation sees them.
//!
//! Takes the text and a byte offset, gives the [`Class`] of the character there and its length in bytes.

/// What a character does in a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// Separates tokens: white space, and invisible characters without meaning (zero-width space, byte order mark,
    /// marks of writing direction).
    Blank,
    /// A letter of any script, or a digit that is not ASCII.
    Letter,
    /// `0` to `9`.
    Digit,
    /// Belongs to the character before it: combining mark, soft hyphen, joiner, variation selector, skin tone.
    Extend,
    /// Straight or curly single quotation mark.
    Apostrophe,
    /// Any other ASCII or general punctuation, symbol or control character.
    Mark,
}

const ASCII: [Class; 128] = ascii_classes();

const fn ascii_classes() -> [Class; 128] {
    let mut classes = [Class::Mark; 128];
    let mut byte = 0;
    while byte < 128 {
        classes[byte] = match byte as u8 {
            b' ' | 9..=13 => Class::Blank,
            b'a'..=b'z' | b'A'..=b'Z' => Class::Letter,
            b'0'..=b'9' => Class::Digit,
            b'\'' => Class::Apostrophe,
            _ => Class::Mark,
        };
        byte += 1;
    }
    classes
}

/// The end of the run of ASCII letters and digits from byte `at`.
#[inline]
pub(super) fn skip_ascii_word(bytes: &[u8], at: usize) -> usize {
    let mut end = at;
    while let Some(block) = block_at(bytes, end) {
        let others = !(letters(block) | digits(block)) & HIGH;
        if others != 0 {
            return end + others.trailing_zeros() as usize / 8;
        }
        end += 8;
    }
    let run = bytes[end..]
        .iter()
        .take_while(|&&byte| byte.is_ascii_alphanumeric());
    end + run.count()
}

/// Whether some of the eight bytes from `at` may be a digit: `false` only when there are eight and none is.
#[inline]
pub(super) fn may_hold_digit(bytes: &[u8], at: usize) -> bool {
    block_at(bytes, at).is_none_or(|block| digits(block) != 0)
}

/// The eight bytes from `at`, the first lowest: looked at together, they take no branch each.
#[inline]
fn block_at(bytes: &[u8], at: usize) -> Option<u64> {
    let block = bytes.get(at..)?.first_chunk()?;
    Some(u64::from_le_bytes(*block))
}

const ONES: u64 = 0x0101_0101_0101_0101;

/// The high bit of each byte.
const HIGH: u64 = 0x80 * ONES;

/// Marks the high bits of the bytes from `first` to `last`, which are ASCII.
#[inline]
const fn between(block: u64, first: u8, last: u8) -> u64 {
    let seven_bits = block & (0x7f * ONES);
    let from_first = seven_bits + (0x80 - first as u64) * ONES;
    let beyond_last = seven_bits + (0x7f - last as u64) * ONES;
    (from_first ^ beyond_last) & !block & HIGH
}

#[inline]
const fn letters(block: u64) -> u64 {
    between(block | (0x20 * ONES), b'a', b'z')
}

#[inline]
const fn digits(block: u64) -> u64 {
    between(block, b'0', b'9')
}

/// Class and length in bytes of the character at byte `at`, which must be a character boundary before the end.
#[inline]
pub(super) fn class_at(text: &str, at: usize) -> (Class, usize) {
    let byte = text.as_bytes()[at];
    if byte < 128 {
        return (ASCII[byte as usize], 1);
    }
    let character = char_at(text, at);
    (class_of(character), character.len_utf8())
}

/// The character at byte `at`.
pub(super) fn char_at(text: &str, at: usize) -> char {
    text[at..]
        .chars()
        .next()
        .expect("a character starts before the end of the text")
}

/// Whether the character separates tokens.
pub(super) fn is_blank(character: char) -> bool {
    match ASCII.get(character as usize) {
        Some(&class) => class == Class::Blank,
        None => class_of(character) == Class::Blank,
    }
}

fn class_of(character: char) -> Class {
    match character {
        '\u{200B}'
        | '\u{200E}'
        | '\u{200F}'
        | '\u{2060}'
        | '\u{FEFF}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2066}'..='\u{2069}' => Class::Blank,
        '\u{2018}' | '\u{2019}' | '\u{2BC}' => Class::Apostrophe,
        '\u{AD}'
        | '\u{300}'..='\u{36F}'
        | '\u{1AB0}'..='\u{1AFF}'
        | '\u{1DC0}'..='\u{1DFF}'
        | '\u{200C}'
        | '\u{200D}'
        | '\u{20D0}'..='\u{20FF}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{FE20}'..='\u{FE2F}'
        | '\u{1F3FB}'..='\u{1F3FF}'
        | '\u{E0020}'..='\u{E007F}' => Class::Extend,
        _ if character.is_whitespace() => Class::Blank,
        _ if character.is_alphanumeric() => Class::Letter,
        _ => Class::Mark,
    }
}

/// Whether the character is a sign of money, such as `$` or `₴`.
pub(super) fn is_currency(character: char) -> bool {
    matches!(character, '$' | '¢'..='¥' | '֏' | '؋' | '৳' | '฿' | '\u{20A0}'..='\u{20CF}' | '﷼' | '＄' | '￡' | '￥')
}

/// Whether a word or number may follow the character as if after a blank: an opening bracket, a quotation mark,
/// a dash or a sign of money.
pub(super) fn opens(character: char) -> bool {
    is_currency(character)
        || matches!(
            character,
            '(' | '[' | '{' | '<' | '"' | '“' | '„' | '«' | '‘' | '\'' | '–' | '—' | '~' | '≈'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_character_has_a_class_and_a_length() {
        assert_eq!(class_at("é", 0), (Class::Letter, 2));
        assert_eq!(class_at("7", 0), (Class::Digit, 1));
        assert_eq!(class_at("½", 0), (Class::Letter, 2));
        assert_eq!(class_at("\u{a0}", 0), (Class::Blank, 2));
        assert_eq!(class_at("’", 0), (Class::Apostrophe, 3));
        assert_eq!(class_at("🔥", 0), (Class::Mark, 4));
        assert_eq!(class_at("\0", 0), (Class::Mark, 1));
    }

    #[test]
    fn runs_of_letters_and_digits_end_where_they_do_byte_by_byte() {
        for other in 0..=u8::MAX {
            for place in 0..20 {
                let mut bytes = *b"Ab0z9Zq5mN1aA7zZy3Xw2";
                bytes[place] = other;
                let run = bytes.iter().position(|byte| !byte.is_ascii_alphanumeric());
                assert_eq!(
                    skip_ascii_word(&bytes, 0),
                    run.unwrap_or(bytes.len()),
                    "{other} at {place}"
                );
            }
        }
    }

    #[test]
    fn eight_letters_hold_no_digit() {
        assert!(!may_hold_digit(b"abcdefgh1", 0));
        assert!(may_hold_digit(b"abcdefgh1", 1));
        assert!(!may_hold_digit("/:éABCDE".as_bytes(), 0));
        assert!(
            may_hold_digit(b"abc", 0),
            "fewer than eight are not looked at"
        );
    }
}
