//! Many phrases at once: a token in, the longest phrase that begins there out.

use rustc_hash::FxHashMap;
use syntax::{Key, Token};

use super::key::Sieve;

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

#[derive(Clone, Debug)]
struct Phrase<V> {
    /// The first of `rest`.
    second: Option<Key>,
    /// The words behind the first.
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
                let rest: Box<[Key]> = keys.collect();
                starts.entry(first).or_default().push(Phrase {
                    second: rest.first().copied(),
                    rest,
                    value,
                });
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
    /// Whether `tokens` begin with the rest of the phrase; the second word tells most phrases apart.
    #[inline]
    fn opens(&self, tokens: &[Token]) -> bool {
        let Some(second) = self.second else {
            return true;
        };
        tokens.first().is_some_and(|token| token.key == second) && self.goes_on(tokens)
    }

    fn goes_on(&self, tokens: &[Token]) -> bool {
        let keys = tokens.iter().map(|token| token.key);
        tokens.len() >= self.rest.len() && self.rest.iter().copied().eq(keys.take(self.rest.len()))
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
