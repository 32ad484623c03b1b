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
    let run = bytes[at..]
        .iter()
        .take_while(|&&byte| byte.is_ascii_alphanumeric());
    at + run.count()
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
}
