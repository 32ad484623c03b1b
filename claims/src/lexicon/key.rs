//! Words by their keys: most tokens of a text are in none of the small vocabularies, and one bit says so.

use rustc_hash::FxHashMap;
use syntax::Key;

/// A set of keys that may hold a few more than were put in: a Bloom filter with one hash.
#[derive(Clone, Debug)]
pub(crate) struct Sieve([u64; Sieve::WORDS]);

impl Sieve {
    const WORDS: usize = 64;

    pub(crate) fn new<'a>(keys: impl Iterator<Item = &'a Key>) -> Self {
        let mut bits = [0; Self::WORDS];
        for &key in keys {
            let (word, bit) = Self::place(key);
            bits[word] |= bit;
        }
        Self(bits)
    }

    #[inline]
    pub(crate) fn may_hold(&self, key: Key) -> bool {
        let (word, bit) = Self::place(key);
        self.0[word] & bit != 0
    }

    #[inline]
    const fn place(key: Key) -> (usize, u64) {
        (key.0 as usize >> 6 & (Self::WORDS - 1), 1 << (key.0 & 63))
    }
}

/// A map from the keys of some hundred words, for texts most of whose words are not in it.
#[derive(Clone, Debug)]
pub(crate) struct KeyMap<V> {
    sieve: Sieve,
    values: FxHashMap<Key, V>,
}

/// A set of such keys.
pub(crate) type KeySet = KeyMap<()>;

impl<V> KeyMap<V> {
    /// The value of `key`.
    #[inline]
    pub(crate) fn get(&self, key: &Key) -> Option<&V> {
        if self.sieve.may_hold(*key) {
            self.values.get(key)
        } else {
            None
        }
    }

    /// Whether `key` has a value.
    #[inline]
    pub(crate) fn contains_key(&self, key: &Key) -> bool {
        self.get(key).is_some()
    }

    /// All keys, in no order.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &Key> {
        self.values.keys()
    }
}

impl<V> From<FxHashMap<Key, V>> for KeyMap<V> {
    fn from(values: FxHashMap<Key, V>) -> Self {
        Self {
            sieve: Sieve::new(values.keys()),
            values,
        }
    }
}

impl FromIterator<Key> for KeySet {
    fn from_iter<T: IntoIterator<Item = Key>>(keys: T) -> Self {
        let values: FxHashMap<Key, ()> = keys.into_iter().map(|key| (key, ())).collect();
        values.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_holds_what_was_put_in_and_nothing_else() {
        let key = |number: usize| Key::of(&number.to_string());
        let set: KeySet = (0..1000).step_by(3).map(key).collect();
        for number in 0..1000 {
            assert_eq!(set.contains_key(&key(number)), number % 3 == 0, "{number}");
        }
        assert_eq!(set.keys().count(), 334);
    }
}
