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
        if form.is_ascii() {
            Self::of_ascii(form.as_bytes())
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

    #[inline]
    const fn of_ascii(form: &[u8]) -> Self {
        let mut hash = SEED ^ (form.len() as u64).wrapping_mul(STEP);
        let mut rest = form;
        while let Some((block, after)) = rest.split_first_chunk::<BLOCK>() {
            hash = mix(hash ^ lower(u64::from_le_bytes(*block)), STEP);
            rest = after;
        }
        Self(mix(hash ^ lower(tail(rest)), LAST))
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
    let mut block = 0;
    let mut at = bytes.len();
    while at > 0 {
        at -= 1;
        block = block << 8 | bytes[at] as u64;
    }
    block
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
}
