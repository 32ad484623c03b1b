//! Many phrases at once: a token in, the longest phrase that begins there out.

use rustc_hash::FxHashMap;
use syntax::{Key, Token};

/// Phrases with a value each, found by their first token.
///
/// A form is written the way the tokeniser cuts it, with a blank between tokens ("10 - year", "sq. km"); case does
/// not matter.
#[derive(Clone, Debug)]
pub(crate) struct Phrases<V> {
    /// Which first tokens there may be: most tokens of a text begin no phrase, and this says so by one bit.
    sieve: Sieve,
    starts: FxHashMap<Key, Vec<Phrase<V>>>,
}

/// A set of keys that may hold a few more than were put in: a Bloom filter with one hash.
#[derive(Clone, Debug)]
struct Sieve([u64; Sieve::WORDS]);

impl Sieve {
    const WORDS: usize = 64;

    fn new<'a>(keys: impl Iterator<Item = &'a Key>) -> Self {
        let mut bits = [0; Self::WORDS];
        for &key in keys {
            let (word, bit) = Self::place(key);
            bits[word] |= bit;
        }
        Self(bits)
    }

    #[inline]
    fn may_hold(&self, key: Key) -> bool {
        let (word, bit) = Self::place(key);
        self.0[word] & bit != 0
    }

    #[inline]
    const fn place(key: Key) -> (usize, u64) {
        (key.0 as usize >> 6 & (Self::WORDS - 1), 1 << (key.0 & 63))
    }
}

#[derive(Clone, Debug)]
struct Phrase<V> {
    rest: Box<[Key]>,
    value: V,
}

impl<V: Copy> Phrases<V> {
    /// Gathers forms and their values; of two equal forms the first counts.
    pub(crate) fn new<'a>(forms: impl IntoIterator<Item = (&'a str, V)>) -> Self {
        let mut starts: FxHashMap<Key, Vec<Phrase<V>>> = FxHashMap::default();
        for (form, value) in forms {
            let mut keys = form.split_whitespace().map(Key::of);
            if let Some(first) = keys.next() {
                let rest = keys.collect();
                starts
                    .entry(first)
                    .or_default()
                    .push(Phrase { rest, value });
            }
        }
        for phrases in starts.values_mut() {
            phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.rest.len()));
        }
        Self {
            sieve: Sieve::new(starts.keys()),
            starts,
        }
    }

    /// The first tokens of all phrases.
    pub(crate) fn first_keys(&self) -> impl Iterator<Item = Key> + '_ {
        self.starts.keys().copied()
    }

    /// Whether a phrase may begin with this token; where not, none does.
    #[inline]
    pub(crate) fn may_begin(&self, token: &Token) -> bool {
        self.sieve.may_hold(token.key)
    }

    /// The longest phrase at the start of `tokens`, with its number of tokens.
    #[inline]
    pub(crate) fn at(&self, tokens: &[Token]) -> Option<(usize, V)> {
        let (first, after) = tokens.split_first()?;
        if !self.may_begin(first) {
            return None;
        }
        let phrases = self.starts.get(&first.key)?;
        let phrase = phrases.iter().find(|phrase| phrase.opens(after))?;
        Some((phrase.rest.len() + 1, phrase.value))
    }

    /// The longest phrase that ends `tokens`, with its number of tokens.
    pub(crate) fn before(&self, tokens: &[Token], longest: usize) -> Option<(usize, V)> {
        (1..=longest.min(tokens.len())).rev().find_map(|count| {
            let found = self.at(&tokens[tokens.len() - count..])?;
            (found.0 == count).then_some(found)
        })
    }
}

impl<V> Phrase<V> {
    fn opens(&self, tokens: &[Token]) -> bool {
        tokens.len() >= self.rest.len()
            && self
                .rest
                .iter()
                .zip(tokens)
                .all(|(&key, token)| key == token.key)
    }
}

#[cfg(test)]
mod tests {
    use syntax::{Span, Upos, Xpos};

    use super::*;

    fn tokens(text: &str) -> Vec<Token> {
        let token = |word| Token {
            span: Span::default(),
            key: Key::of(word),
            upos: Upos::X,
            xpos: Xpos::Xx,
            entity: None,
        };
        text.split(' ').map(token).collect()
    }

    #[test]
    fn the_longest_phrase_wins() {
        let phrases = Phrases::new([("more", 1), ("more than", 2), ("no more than", 3)]);
        assert_eq!(phrases.at(&tokens("More than 40 drones")), Some((2, 2)));
        assert_eq!(phrases.at(&tokens("more drones")), Some((1, 1)));
        assert_eq!(phrases.at(&tokens("than 40")), None);
    }

    #[test]
    fn a_phrase_before_a_numeral_ends_there() {
        let phrases = Phrases::new([("more than", 2), ("no more than", 3)]);
        assert_eq!(phrases.before(&tokens("of no more than"), 4), Some((3, 3)));
        assert_eq!(phrases.before(&tokens("more than that"), 4), None);
    }
}
