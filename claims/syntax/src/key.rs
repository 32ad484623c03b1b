//! The case-folded form of a word as a number.
//!
//! Takes the letters of a word, gives a [`Key`]: `"Launched"` and `"launched"` have one key, as have `"don’t"`
//! and `"don't"`. The numbers are fixed: they do not depend on the machine, the run or the compiler, so tables of
//! keys may be written at build time or shipped in a file.
//!
//! The hash is the folded multiplication of wyhash (Wang Yi, 2019) over blocks of eight case-folded bytes. With
//! 64 bits, the chance that two words among a million share a key is below one in thirty million.

/// Case-folded form of a token as a 64-bit hash: what vocabularies are looked up by.
///
/// Two tokens with the same letters in another case, or with a curly instead of a straight apostrophe,
/// have one key. [`Key::of`] gives the key of a word in a vocabulary.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(pub u64);

const SEED: u64 = 0xa076_1d64_78bd_642f;
const STEP: u64 = 0xe703_7ed1_a0b4_28db;
const LAST: u64 = 0x8ebc_6af0_9c88_c6e3;
const BLOCK: usize = 8;

/// The bits of a block that no ASCII letter has.
const NOT_ASCII: u64 = 0x8080_8080_8080_8080;

impl Key {
    /// The key of a word, a number or any other text.
    ///
    /// ```
    /// use syntax::Key;
    /// assert_eq!(Key::of("Évian’s"), Key::of("évian's"));
    /// assert_ne!(Key::of("killed"), Key::of("kill"));
    /// ```
    #[must_use]
    #[inline]
    pub fn of(form: &str) -> Self {
        let (key, seen) = Self::fold(form.as_bytes());
        if seen & NOT_ASCII == 0 {
            key
        } else {
            Self::of_unicode(form)
        }
    }

    /// The key of a word of ASCII letters, for constants: `const SAID: Key = Key::word("said")`.
    ///
    /// # Panics
    /// When `form` holds anything but ASCII; in a constant that is an error of compilation.
    #[must_use]
    pub const fn word(form: &str) -> Self {
        assert!(form.is_ascii(), "a constant key is made of ASCII letters");
        Self::of_ascii(form.as_bytes())
    }

    /// The key of a pair; the order matters.
    #[must_use]
    pub const fn then(self, next: Self) -> Self {
        Self(mix(self.0.rotate_left(32) ^ next.0 ^ SEED, LAST))
    }

    const fn of_ascii(form: &[u8]) -> Self {
        Self::fold(form).0
    }

    /// The key of ASCII letters, and the bits that are set in any block.
    #[inline]
    const fn fold(form: &[u8]) -> (Self, u64) {
        let mut hash = SEED ^ (form.len() as u64).wrapping_mul(STEP);
        let mut seen = 0;
        let mut rest = form;
        while let Some((block, after)) = rest.split_first_chunk::<BLOCK>() {
            let block = u64::from_le_bytes(*block);
            seen |= block;
            hash = mix(hash ^ lower(block), STEP);
            rest = after;
        }
        let block = tail(rest);
        (Self(mix(hash ^ lower(block), LAST)), seen | block)
    }

    /// Folds by the simple rule: each character lower-cased on its own, apostrophes made straight.
    #[cold]
    fn of_unicode(form: &str) -> Self {
        let folded: String = form
            .chars()
            .map(straight)
            .flat_map(char::to_lowercase)
            .collect();
        Self::of_ascii(folded.as_bytes())
    }
}

const fn straight(character: char) -> char {
    match character {
        '\u{2018}' | '\u{2019}' | '\u{2BC}' => '\'',
        other => other,
    }
}

/// The high and the low half of the product, joined, so that every bit of the input moves every bit of the result.
#[inline]
const fn mix(a: u64, b: u64) -> u64 {
    let product = (a as u128).wrapping_mul(b as u128);
    (product >> 64) as u64 ^ product as u64
}

/// Eight bytes with the ASCII capitals among them lower-cased at once.
#[inline]
const fn lower(block: u64) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let seven_bits = block & (0x7f * ONES);
    let from_a = seven_bits + (0x80 - b'A' as u64) * ONES;
    let beyond_z = seven_bits + (0x7f - b'Z' as u64) * ONES;
    let capitals = (from_a ^ beyond_z) & !block & (0x80 * ONES);
    block | (capitals >> 2)
}

/// Up to seven bytes as a little-endian number.
#[inline]
const fn tail(bytes: &[u8]) -> u64 {
    // By its two ends, which may overlap: byte by byte, the processor seldom foresaw where it ends.
    if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        let shift = 8 * (bytes.len() - 4);
        return u32::from_le_bytes(*first) as u64 | (u32::from_le_bytes(*last) as u64) << shift;
    }
    match bytes {
        [] => 0,
        [first, .., last] => {
            let middle = bytes.len() / 2;
            let (inner, last) = ((bytes[middle] as u64) << (8 * middle), *last as u64);
            *first as u64 | inner | last << (8 * (bytes.len() - 1))
        }
        [only] => *only as u64,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_the_shape_of_the_apostrophe_do_not_matter() {
        assert_eq!(Key::of("LAUNCHED drones"), Key::of("launched DRONES"));
        assert_eq!(Key::of("Don’t"), Key::of("don't"));
        assert_eq!(Key::of("ÉVIAN"), Key::of("évian"));
        assert_eq!(Key::of("@[`{"), Key::word("@[`{"));
    }

    #[test]
    fn other_letters_have_another_key() {
        let words = [
            "",
            "a",
            "b",
            "ab",
            "ba",
            "a\0",
            "@",
            "`",
            "[",
            "{",
            "12345678",
            "123456789",
            "kill",
            "kills",
        ];
        let keys: std::collections::BTreeSet<Key> = words.into_iter().map(Key::of).collect();
        assert_eq!(keys.len(), words.len());
    }

    #[test]
    fn a_pair_has_an_order() {
        let (one, other) = (Key::of("VBD"), Key::of("ied"));
        assert_ne!(one.then(other), other.then(one));
        assert_ne!(one.then(other), one);
    }

    #[test]
    fn keys_stay_what_they_are_in_shipped_tables() {
        assert_eq!(Key::of("said"), Key(12_488_330_373_860_227_607));
    }

    #[test]
    fn the_last_bytes_of_a_word_are_read_in_order() {
        for length in 0..BLOCK {
            let bytes = &b"abcdefg"[..length];
            let number = bytes
                .iter()
                .rev()
                .fold(0, |sum, &byte| sum << 8 | u64::from(byte));
            assert_eq!(tail(bytes), number, "{length}");
        }
    }
}
