//! A sentence as the grammar of times looks at it: words of the vocabulary, numbers, function words.
//!
//! At "Sept." it gives the month 9, at "11th" the number 11, an ordinal.

use std::cell::OnceCell;
use std::ops::Range;

use syntax::{Key, Span, Token, Upos, Xpos};

use super::TimeModifier;
use super::expression::Year;
use super::word::{Direction, LEXICON, LONGEST_BOUND, Lexicon, Meaning, Word};

const OF: Key = Key::word("of");
const COMMA: Key = Key::word(",");
const HYPHEN: Key = Key::word("-");
const APOSTROPHE: Key = Key::word("'");
const EN_DASH: &str = "–";

/// The tokens of one sentence with its text; indices are those of the whole analysis.
pub(super) struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
    lexicon: &'static Lexicon,
    sentence: Range<usize>,
    surnames: &'a Surnames,
}

/// Names of months that are surnames in a text, "Theresa May"; looked for when first asked for.
#[derive(Debug, Default)]
pub(super) struct Surnames(OnceCell<Vec<Key>>);

impl Surnames {
    /// Whether the word is one, among all the tokens of a text.
    fn has(&self, tokens: &[Token], text: &str, word: Key) -> bool {
        let found = self.0.get_or_init(|| surnames(tokens, text));
        found.contains(&word)
    }
}

/// The months that stand behind another name and before no number: "Theresa May said", but "Monday, May 5".
fn surnames(tokens: &[Token], text: &str) -> Vec<Key> {
    let is_month = |token: &Token| {
        let word = LEXICON.words.at(std::slice::from_ref(token));
        word.is_some_and(|(_, meaning)| matches!(meaning.word, Word::Month(_)))
    };
    let is_name = |token: &Token| {
        let capital = token.span.slice(text).starts_with(char::is_uppercase);
        capital && token.xpos == Xpos::Nnp
    };
    let of_calendar = |token: &Token| LEXICON.words.at(std::slice::from_ref(token)).is_some();
    let is_surname = |&three: &&[Token]| {
        let [before, month, after] = three else {
            return false;
        };
        is_name(before)
            && is_name(month)
            && after.xpos != Xpos::Cd
            && is_month(month)
            && !of_calendar(before)
    };
    let found = tokens.windows(3).filter(is_surname);
    found.map(|three| three[1].key).collect()
}

/// A whole number in digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    pub value: i32,
    pub digits: usize,
    /// Written as "11th".
    pub ordinal: bool,
}

impl<'a> Reader<'a> {
    /// Looks at the tokens `sentence` of `tokens`.
    pub(super) fn new(
        text: &'a str,
        tokens: &'a [Token],
        sentence: Range<usize>,
        surnames: &'a Surnames,
    ) -> Self {
        Self {
            text,
            tokens,
            lexicon: &LEXICON,
            sentence,
            surnames,
        }
    }

    /// Whether the word at `at` is somebody's surname in this text.
    pub(super) fn is_surname(&self, at: usize) -> bool {
        self.token(at)
            .is_some_and(|token| self.surnames.has(self.tokens, self.text, token.key))
    }

    /// The tokens that may be looked at.
    pub(super) fn sentence(&self) -> Range<usize> {
        self.sentence.clone()
    }

    /// The token at `at`, if the sentence reaches so far.
    #[inline]
    pub(super) fn token(&self, at: usize) -> Option<&'a Token> {
        self.sentence.contains(&at).then(|| &self.tokens[at])
    }

    /// The token before `at`.
    pub(super) fn before(&self, at: usize) -> Option<&'a Token> {
        self.token(at.checked_sub(1)?)
    }

    /// What is written at `at`; nothing beyond the sentence.
    pub(super) fn form(&self, at: usize) -> &'a str {
        self.token(at)
            .map_or("", |token| token.span.slice(self.text))
    }

    /// The bytes that the tokens `range` cover.
    pub(super) fn span(&self, range: Range<usize>) -> Span {
        self.tokens[range.start]
            .span
            .cover(self.tokens[range.end - 1].span)
    }

    /// Whether the word at `at` is `key`.
    #[inline]
    pub(super) fn is(&self, at: usize, key: Key) -> bool {
        self.token(at).is_some_and(|token| token.key == key)
    }

    /// Whether the word before `at` is `key`.
    pub(super) fn word_before(&self, at: usize, key: Key) -> bool {
        self.before(at).is_some_and(|token| token.key == key)
    }

    /// `at + 1` where the word at `at` is `key`, else `at`.
    pub(super) fn skip(&self, at: usize, key: Key) -> usize {
        at + usize::from(self.is(at, key))
    }

    /// Whether a hyphen or dash stands at `at`.
    pub(super) fn is_dash(&self, at: usize) -> bool {
        self.is(at, HYPHEN) || self.form(at) == EN_DASH
    }

    /// `at + 1` where a hyphen stands at `at`, else `at`.
    pub(super) fn skip_hyphen(&self, at: usize) -> usize {
        self.skip(at, HYPHEN)
    }

    /// Whether the token at `at` follows the one before without a blank.
    pub(super) fn touches(&self, at: usize) -> bool {
        match (self.before(at), self.token(at)) {
            (Some(left), Some(right)) => left.span.end == right.span.start,
            _ => false,
        }
    }

    /// Whether the token at `at` begins with a capital letter.
    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.form(at).starts_with(char::is_uppercase)
    }

    /// Whether `at` begins the sentence, perhaps after a quotation mark.
    pub(super) fn is_first(&self, at: usize) -> bool {
        at == self.sentence.start
            || (at == self.sentence.start + 1
                && !self.form(at - 1).starts_with(char::is_alphanumeric))
    }

    /// Whether the token at `at` is a noun, adjective or name, or, untagged, a capitalised word.
    pub(super) fn is_nominal(&self, at: usize) -> bool {
        self.token(at)
            .is_some_and(|token| matches!(token.upos, Upos::Noun | Upos::Propn | Upos::Adj))
    }

    /// Whether the token at `at` is tagged as part of a name.
    pub(super) fn is_name(&self, at: usize) -> bool {
        self.token(at)
            .is_some_and(|token| matches!(token.xpos, Xpos::Nnp | Xpos::Nnps))
    }

    /// Whether the token at `at` is tagged as a verb or modal.
    pub(super) fn is_verb(&self, at: usize) -> bool {
        self.token(at)
            .is_some_and(|token| matches!(token.upos, Upos::Verb | Upos::Aux))
    }

    /// Whether nothing more of the clause follows at `at`: the sentence ends there, or at a mark of punctuation.
    pub(super) fn is_pause(&self, at: usize) -> bool {
        let form = self.form(at);
        !form
            .starts_with(|c: char| c.is_alphanumeric() || matches!(c, '$' | '\'' | '’' | '-' | '('))
    }

    /// Whether a word of the vocabulary may begin at `at`.
    #[inline]
    pub(super) fn may_begin_word(&self, at: usize) -> bool {
        self.token(at)
            .is_some_and(|token| self.lexicon.words.may_begin(token))
    }

    /// The word of the vocabulary at `at` with its number of tokens.
    #[inline]
    pub(super) fn word(&self, at: usize) -> Option<(usize, Word)> {
        if !self.sentence.contains(&at) {
            return None;
        }
        let (length, meaning) = self.lexicon.words.at(&self.tokens[at..self.sentence.end])?;
        self.fits(at, length, meaning)
            .then_some((at + length, meaning.word))
    }

    /// Whether the first word of the sentence has a capital, so that names in it have one too.
    fn is_cased(&self) -> bool {
        let mut words = self.sentence.clone().map(|at| self.form(at));
        let first = words.find(|form| form.starts_with(char::is_alphabetic));
        first.is_none_or(|form| form.starts_with(char::is_uppercase))
    }

    /// Whether the word at `at` looks as its meaning asks.
    fn fits(&self, at: usize, length: usize, meaning: Meaning) -> bool {
        let verb = self.is_verb(at) && !self.is_dated(at, length);
        if meaning.capital && (!self.is_capital(at) && self.is_cased() || verb) {
            return false;
        }
        !meaning.short
            || self.number(at + length).is_some()
            || at
                .checked_sub(1)
                .is_some_and(|left| self.number(left).is_some())
            || self.is(at + length, COMMA)
                && matches!(self.word(at + length + 1), Some((_, Word::Month(_))))
    }

    /// Whether a day of the month or a year makes a month of the word, behind a preposition also of one without a
    /// capital: "on may 19", "on 1 may", "May 13 (Reuters)", "May 2014 was cold".
    fn is_dated(&self, at: usize, length: usize) -> bool {
        let day = |at: usize| {
            let number = self.number(at);
            number.is_some_and(|number| number.digits <= 2 && (1..=31).contains(&number.value))
        };
        let led = |at: usize| self.before(at).is_some_and(|token| token.xpos == Xpos::In);
        let year = |at: usize| self.four_digits(at).is_some();
        let capital = self.is_capital(at) && self.is_cased();
        capital && (day(at + length) || year(at + length))
            || led(at) && day(at + length)
            || at > 0 && day(at - 1) && led(at - 1)
    }

    /// What the tokens at `at` say after a number of units, with the token after them.
    pub(super) fn direction(&self, at: usize) -> Option<(usize, Direction)> {
        self.token(at)?;
        let (length, direction) = self
            .lexicon
            .directions
            .at(&self.tokens[at..self.sentence.end])?;
        Some((at + length, direction))
    }

    /// How the words before `at` qualify the time that begins there.
    pub(super) fn bound(&self, at: usize) -> TimeModifier {
        let left = &self.tokens[self.sentence.start..at.min(self.sentence.end)];
        let found = self.lexicon.bounds.before(left, LONGEST_BOUND);
        found.map_or(TimeModifier::Exact, |(_, modifier)| modifier)
    }

    /// The number in digits at `at`, perhaps an ordinal.
    #[inline]
    pub(super) fn number(&self, at: usize) -> Option<Number> {
        let form = self.form(at);
        if !form.as_bytes().first()?.is_ascii_digit() {
            return None;
        }
        let digits = form.bytes().take_while(u8::is_ascii_digit).count();
        let ordinal = matches!(&form[digits..], "st" | "nd" | "rd" | "th");
        let whole = ordinal || digits == form.len();
        let value = form[..digits].parse().ok()?;
        whole.then_some(Number {
            value,
            digits,
            ordinal,
        })
    }

    /// The year in four digits at `at`, whatever stands around it.
    pub(super) fn four_digits(&self, at: usize) -> Option<i16> {
        let number = self.number(at)?;
        let year = number.digits == 4 && !number.ordinal && (1000..2200).contains(&number.value);
        year.then_some(number.value as i16)
    }

    /// The year at `at` after a month or another word that asks for one: "2012", ", 2012", "of 2012", "'12".
    pub(super) fn year_after(&self, at: usize) -> Option<(usize, Year)> {
        let start = if self.is(at, COMMA) || self.is(at, OF) {
            at + 1
        } else {
            at
        };
        if let Some(year) = self.four_digits(start) {
            return Some((start + 1, Year::Given(year)));
        }
        let year = self.short_year(start)?;
        Some((start + 2, Year::Given(year)))
    }

    /// Whether an apostrophe stands at `at`, or the opening quotation mark that is often written for it.
    pub(super) fn is_apostrophe(&self, at: usize) -> bool {
        self.is(at, APOSTROPHE) || self.form(at) == "‘"
    }

    /// The year of an apostrophe and two digits at `at`, in the hundred years that end with 2029.
    pub(super) fn short_year(&self, at: usize) -> Option<i16> {
        let number = self.number(at + 1)?;
        let short =
            self.is_apostrophe(at) && self.touches(at + 1) && number.digits == 2 && !number.ordinal;
        short.then(|| full_year(number.value))
    }
}

/// The year that two digits mean, in the hundred years that end with 2029.
pub(super) fn full_year(digits: i32) -> i16 {
    let century = if digits < 30 { 2000 } else { 1900 };
    (century + digits) as i16
}
