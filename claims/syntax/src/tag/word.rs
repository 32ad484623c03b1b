//! What the models look at in a word.
//!
//! Takes the tokens of a sentence, gives a [`Word`] for each: its key with digits made equal, its letter case and
//! shape, its record in the lexicon. "108" and "250" are one word here, "2018" and "1999" another.

use crate::label::Xpos;
use crate::span::Span;
use crate::token::Token;
use crate::weights::{Atom, atom};

use super::lexicon::{Lexicon, Record};
use super::vocabulary::Vocabulary;

/// Letter case of a word, as far as the lexicon tells words apart by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Case {
    /// No capital at the start.
    Lower,
    /// A capital at the start.
    Capital,
    /// Two letters or more, all capitals.
    Upper,
}

/// Bits of [`Word::shape`].
pub(crate) mod shape {
    pub(crate) const CAPITAL: u8 = 1;
    pub(crate) const NO_LOWER: u8 = 2;
    pub(crate) const DIGIT: u8 = 4;
    pub(crate) const HYPHEN: u8 = 8;
    pub(crate) const INNER_CAPITAL: u8 = 16;
    /// First word of the sentence, or of a quotation in it.
    pub(crate) const INITIAL: u8 = 32;
    /// Most words of the sentence are capitalised, as in a headline.
    pub(crate) const LOUD: u8 = 64;
}

/// One word as the models see it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    /// Key of the form, digits made equal.
    pub(crate) key: Atom,
    /// Bits of [`shape`].
    pub(crate) shape: u8,
    /// What the lexicon knows of it.
    pub(crate) record: Record,
    /// Its number in the vocabulary.
    pub(crate) number: u32,
    /// The number of its tag, or of the word with that tag, in the vocabulary; 0 until it is tagged.
    pub(crate) fine: u32,
    /// Where it stands in the text.
    pub(crate) span: Span,
}

/// Stands before the first and after the last word of a sentence.
pub(crate) const EDGE: Word = Word {
    key: atom(1 << 40),
    shape: 0,
    record: Record::EDGE,
    number: 0,
    fine: 0,
    span: Span::new(0, 0),
};

/// The atom of each Penn Treebank tag, and of no tag at the end.
pub(crate) const XPOS_ATOMS: [Atom; 64] = {
    let mut atoms = [0; 64];
    let mut tag = 0;
    while tag < atoms.len() {
        atoms[tag] = atom(1 << 41 | tag as u64);
        tag += 1;
    }
    atoms
};

/// The atom of a Penn Treebank tag.
#[inline]
pub(crate) const fn atom_of_xpos(tag: Xpos) -> Atom {
    XPOS_ATOMS[tag as usize & 63]
}

impl Word {
    /// The atom of the set of tags that the word may have.
    #[inline]
    pub(crate) const fn ambiguity(&self) -> Atom {
        (self.record.tags ^ 0x5851_f42d_4c95_7f2d).wrapping_mul(0xd134_2543_de82_ef95)
    }

    pub(crate) const fn case(&self) -> Case {
        if self.shape & shape::CAPITAL == 0 {
            Case::Lower
        } else if self.shape & shape::NO_LOWER != 0 {
            Case::Upper
        } else {
            Case::Capital
        }
    }
}

/// The words of one sentence, with two [`EDGE`]s before and three after them.
#[derive(Debug, Default)]
pub(crate) struct Sentence {
    words: Vec<Word>,
}

impl Sentence {
    /// Looks at the tokens of a sentence; the former contents are dropped, the memory is kept.
    pub(crate) fn observe(
        &mut self,
        text: &str,
        tokens: &[Token],
        lexicon: &Lexicon<'_>,
        vocabulary: &Vocabulary<'_>,
    ) {
        self.words.clear();
        self.words.reserve(tokens.len() + 5);
        self.words.extend([EDGE; 2]);
        self.words
            .extend(tokens.iter().map(|token| look_at(text, token)));
        let words = &mut self.words[2..];
        mark_initials(text, words);
        mark_loud(words);
        for word in words {
            word.record = lexicon.record(word.key, word.case(), word.shape);
            word.number = vocabulary.word(word, word.span.slice(text));
        }
        self.words.extend([EDGE; 3]);
    }

    /// Notes the tag of the word at `place`, and gives its number.
    #[inline]
    pub(crate) fn note_tag(&mut self, place: usize, tag: Xpos, vocabulary: &Vocabulary<'_>) -> u32 {
        let word = &mut self.words[place + 2];
        word.fine = vocabulary.fine(word, tag);
        word.fine
    }

    /// Notes the tags of all words.
    pub(crate) fn note_tags(
        &mut self,
        tags: impl Iterator<Item = Xpos>,
        vocabulary: &Vocabulary<'_>,
    ) {
        for (place, tag) in tags.enumerate() {
            self.note_tag(place, tag, vocabulary);
        }
    }

    /// Number of words, without the edges.
    pub(crate) fn len(&self) -> usize {
        self.words.len().saturating_sub(5)
    }

    /// The word at `place`; an edge is at -2, -1 and up to three places after the last word.
    #[inline]
    pub(crate) fn at(&self, place: isize) -> &Word {
        &self.words[(place + 2).cast_unsigned()]
    }

    /// The words without the edges.
    pub(crate) fn words(&self) -> &[Word] {
        self.words.get(2..2 + self.len()).unwrap_or_default()
    }
}

/// The word without what depends on its neighbours.
fn look_at(text: &str, token: &Token) -> Word {
    let form = token.span.slice(text);
    let shape = shape_of(form);
    let key = if shape & shape::DIGIT != 0 {
        key_of_number(form)
    } else {
        token.key.0
    };
    Word {
        key,
        shape,
        record: Record::EDGE,
        number: 0,
        fine: 0,
        span: token.span,
    }
}

/// Marks a lower-case letter among the shapes of bytes; a word keeps no such bit.
const LOWER: u8 = 128;

/// What each byte adds to the shape of its word. A table, since no branch would foresee the next letter.
const SHAPES: [u8; 256] = {
    let mut shapes = [0; 256];
    let mut byte = 0;
    while byte < 128 {
        shapes[byte] = match byte as u8 {
            b'a'..=b'z' => LOWER,
            b'A'..=b'Z' => shape::CAPITAL,
            b'0'..=b'9' => shape::DIGIT,
            b'-' | b'/' => shape::HYPHEN,
            _ => 0,
        };
        byte += 1;
    }
    shapes
};

fn shape_of(form: &str) -> u8 {
    let first = form.chars().next().unwrap_or(' ');
    let (mut seen, mut capitals) = (0, 0_usize);
    for byte in form.bytes() {
        let shape = SHAPES[byte as usize];
        seen |= shape;
        capitals += usize::from(shape & shape::CAPITAL);
    }
    let lower = seen & LOWER != 0 || !first.is_ascii() && first.is_lowercase();
    let inner = capitals > usize::from(first.is_ascii_uppercase());
    let mark = |holds: bool, bit: u8| if holds { bit } else { 0 };
    seen & (shape::DIGIT | shape::HYPHEN)
        | mark(first.is_uppercase(), shape::CAPITAL)
        | mark(inner, shape::INNER_CAPITAL)
        | mark(!lower && capitals > 1, shape::NO_LOWER)
}

/// A key for a word with digits: years are one word, other numbers count their digits up to five.
fn key_of_number(form: &str) -> Atom {
    let year = form.len() == 4 && (form.starts_with("19") || form.starts_with("20"));
    if year && form.bytes().all(|byte| byte.is_ascii_digit()) {
        return atom(1 << 43);
    }
    let mut sum = 0xcbf2_9ce4_8422_2325_u64;
    for byte in form.bytes().take(24) {
        let class = if byte.is_ascii_digit() {
            b'0'
        } else {
            byte.to_ascii_lowercase()
        };
        sum = (sum ^ u64::from(class)).wrapping_mul(0x0100_0000_01b3);
    }
    atom(sum)
}

/// Marks the words that are capitalised by their place: the first, and those after a quotation mark or a colon.
fn mark_initials(text: &str, words: &mut [Word]) {
    let mut initial = true;
    for word in words {
        word.shape |= if initial { shape::INITIAL } else { 0 };
        let form = word.span.slice(text);
        initial = form.len() < 4
            && form.starts_with([
                '"', '“', '”', '‘', '\'', '`', ':', '(', '-', '–', '—', '•', '*',
            ]);
    }
}

/// Marks every word of a sentence most of whose longer words are capitalised.
fn mark_loud(words: &mut [Word]) {
    let long = words
        .iter()
        .filter(|word| word.span.len() > 3 && word.shape & shape::DIGIT == 0);
    let (mut capitals, mut all) = (0, 0);
    for word in long {
        capitals += usize::from(word.shape & shape::CAPITAL);
        all += 1;
    }
    if all >= 3 && capitals * 5 >= all * 4 {
        words.iter_mut().for_each(|word| word.shape |= shape::LOUD);
    }
}

/// The atom of the last `LENGTH` bytes, of all where there are fewer.
#[inline]
pub(crate) fn ending<const LENGTH: usize>(form: &[u8]) -> Atom {
    // Of a length that the compiler knows, which takes no loop.
    form.last_chunk::<LENGTH>()
        .map_or_else(|| letters(form), |last| letters(last))
}

/// The atom of the first `LENGTH` bytes, of all where there are fewer.
#[inline]
pub(crate) fn beginning<const LENGTH: usize>(form: &[u8]) -> Atom {
    form.first_chunk::<LENGTH>()
        .map_or_else(|| letters(form), |first| letters(first))
}

/// The atom of some letters, case-folded; only the last eight bytes count.
#[inline]
fn letters(form: &[u8]) -> Atom {
    let fold = |sum: u64, byte: &u8| sum << 8 | u64::from(byte.to_ascii_lowercase());
    atom(form.iter().fold(0, fold))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_the_shape_of_its_letters() {
        use shape::{CAPITAL, DIGIT, HYPHEN, INNER_CAPITAL, NO_LOWER};
        let shapes = [
            ("", 0),
            ("drone", 0),
            ("Drone", CAPITAL),
            ("A", CAPITAL),
            ("NATO", CAPITAL | INNER_CAPITAL | NO_LOWER),
            ("McKay", CAPITAL | INNER_CAPITAL),
            ("iPhone", INNER_CAPITAL),
            ("F-16", CAPITAL | HYPHEN | DIGIT),
            ("1990s", DIGIT),
            ("9/11", DIGIT | HYPHEN),
            ("élan", 0),
            ("Élan", CAPITAL),
            ("éAB", INNER_CAPITAL),
            ("ÉAB", CAPITAL | INNER_CAPITAL | NO_LOWER),
        ];
        for (form, shape) in shapes {
            assert_eq!(shape_of(form), shape, "{form}");
        }
    }

    #[test]
    fn an_ending_is_the_last_letters_in_any_case() {
        assert_eq!(ending::<3>(b"Attacked"), ending::<3>(b"KED"));
        assert_eq!(ending::<3>(b"ed"), ending::<2>(b"ed"));
        assert_ne!(ending::<3>(b"red"), ending::<2>(b"red"));
        assert_eq!(beginning::<3>(b"Attacked"), ending::<3>(b"att"));
    }
}
