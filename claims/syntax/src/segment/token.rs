//! Tokens of a stretch of text.
//!
//! Takes a span of the text, gives its tokens in order: `Russia|launched|108|Shahed|drones|,|Ukraine|'s|Air|Force|said`.
//!
//! The conventions are those of spaCy's English tokeniser, on whose tokens the weights are trained: contractions are
//! split (`did|n't`, `they|'ve`, `can|not`), so are the possessive (`Ukraine|'s`) and hyphens between letters
//! (`cease|-|fire`); abbreviations keep their full stop (`Sen.`, `U.S.`, `a.m.`), and `U.S.-led`, `COVID-19`, `AT&T`,
//! e-mail addresses and links stay whole.
//!
//! A number is always read the same, whatever it is written against; here we depart from spaCy where it must be:
//!
//! | text | tokens | why |
//! |---|---|---|
//! | `2,350`, `3.5`, `.22`, `9:20`, `9/11`, `1/2`, `2½` | one | the number as written, separators included |
//! | `2015,2016` | `2015` `,` `2016` | four digits are no group of thousands |
//! | `-5`, `+9.28`, `−3` | one, after a blank, an opening bracket, a quotation mark or a sign of money | the sign belongs to the value |
//! | `3-2`, `10-15`, `737-800`, `10–15` | `10` `-` `15` | range, score or name: for the reader of numbers to say |
//! | `30-day`, `1,000-strong`, `34-year-old` | `30` `-` `day` | |
//! | `6-foot-4`, `1-in-3`, `20-to-30` | every hyphen of a compound that begins with a number is a token | spaCy has `foot-4` |
//! | `18- to 24-year-olds` | `18` `-` `to` `24` `-` … | spaCy has `18-` |
//! | `mid-1990s`, `pre-2016`, `under-17` | `mid` `-` `1990s` | only after the prefixes of `word.yaml`; spaCy keeps it whole |
//! | `COVID-19`, `F-16`, `G-20`, `MH370` | one | a name |
//! | `155K`, `£3bn`, `5ft`, `9pm`, `40C`, `9a.m.` | `155` `K`, `£` `3` `bn` … | letters of `unit.yaml`; spaCy splits some of them |
//! | `21st`, `1990s`, `5G`, `3D`, `4x4`, `H1N1` | one | ordinals, decades, names |
//! | `$1.5T`, `US$5m`, `HK$20`, `$10-$15` | `$` `1.5` `T`, `US$` `5` `m`, `$` `10` `-` `$` `15` | a sign of money is a token, with the letters of its country |
//! | `401(k)`, `501(c)(3)` | one | sections of law |
//! | `40%`, `40°C`, `12+`, `±3`, `#1` | `40` `%`, `40` `°` `C`, `12` `+`, `±` `3`, `#` `1` | |
//! | `'90s`, `1990's` | `'` `90s`, `1990` `'s` | |

use super::character::{
    Class, char_at, class_at, is_currency, may_hold_digit, opens, skip_ascii_word,
};
use super::vocabulary;
use crate::key::Key;
use crate::label::{Upos, Xpos};
use crate::span::Span;
use crate::token::Token;

/// Adds the tokens of `text[span]` to `tokens`; line ends are blanks.
pub(super) fn tokenize(text: &str, span: Span, tokens: &mut Vec<Token>) {
    let mut lexer = Lexer {
        text,
        bytes: &text.as_bytes()[..span.end as usize],
        at: span.start as usize,
        last_end: usize::MAX,
        compound: false,
        tokens,
    };
    lexer.run();
}

/// Longest word of `prefix` in `word.yaml`; keeps the look-up from growing with the word.
const LONGEST_PREFIX: usize = 8;

/// Longest abbreviation of a magnitude, which behind a blank may be another word: "mln".
const LONGEST_ABBREVIATION: usize = 3;
/// Longest letters of money: "pounds".
const LONGEST_MONEY: usize = 6;

/// Longest name of a host (RFC 1035).
const LONGEST_HOST: usize = 253;

/// How a word goes on at a punctuation mark.
enum Join {
    /// The word goes on at this byte.
    Continue(usize),
    /// The word ends before this byte.
    End(usize),
}

struct Lexer<'t> {
    text: &'t str,
    /// The text up to the end of the span.
    bytes: &'t [u8],
    /// Where the next token may begin.
    at: usize,
    /// Where the last token ended.
    last_end: usize,
    /// Whether we are inside a compound that began with a number.
    compound: bool,
    tokens: &'t mut Vec<Token>,
}

impl Lexer<'_> {
    fn run(&mut self) {
        while self.at < self.bytes.len() {
            let (class, length) = class_at(self.text, self.at);
            match class {
                Class::Letter => match self.money_end() {
                    Some(end) => self.push(end),
                    None => self.word(self.at),
                },
                Class::Blank => {
                    self.at += length;
                    self.compound = false;
                }
                Class::Digit => self.number(self.at),
                Class::Apostrophe => self.apostrophe(length),
                Class::Mark | Class::Extend => self.mark(length),
            }
        }
    }

    fn push(&mut self, end: usize) {
        let start = self.at;
        self.tokens.push(Token {
            span: Span::new(start as u32, end as u32),
            key: Key::of(&self.text[start..end]),
            upos: Upos::X,
            xpos: Xpos::Xx,
            entity: None,
        });
        self.at = end;
        self.last_end = end;
    }

    /// The byte at `at`, 0 at the end.
    #[inline]
    fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(0)
    }

    fn class(&self, at: usize) -> Class {
        if at < self.bytes.len() {
            class_at(self.text, at).0
        } else {
            Class::Blank
        }
    }

    fn is_letter(&self, at: usize) -> bool {
        self.class(at) == Class::Letter
    }

    fn is_digit(&self, at: usize) -> bool {
        self.byte(at).is_ascii_digit()
    }

    /// Whether the token at `self.at` touches no word or number before it.
    fn is_free(&self) -> bool {
        self.last_end != self.at || self.text[..self.at].chars().next_back().is_none_or(opens)
    }

    /// The end of the run of letters, digits and what extends them, from `at`.
    #[inline]
    fn skip_word_characters(&self, mut at: usize) -> usize {
        loop {
            at = skip_ascii_word(self.bytes, at);
            if self.byte(at) < 128 {
                return at;
            }
            let (class, length) = class_at(self.text, at);
            if !matches!(class, Class::Letter | Class::Extend) {
                return at;
            }
            at += length;
        }
    }

    /// The end of the letters of money written against a number: "USD|1.2m", "Rs|54,999", "$US|500".
    fn money_end(&self) -> Option<usize> {
        if !may_hold_digit(self.bytes, self.at) {
            return None;
        }
        let rest = &self.bytes[self.at..];
        let letters = rest.iter().take(LONGEST_MONEY + 1);
        let count = letters
            .take_while(|byte| byte.is_ascii_alphabetic())
            .count();
        let end = self.at + count;
        if count > LONGEST_MONEY || !self.is_digit(end) {
            return None;
        }
        let signed = self.last_end == self.at && self.bytes[..self.at].ends_with(b"$");
        let letters = &self.text[self.at..end];
        let of_sum = || vocabulary::is_money_of_sum(letters) && self.is_sum(end);
        (signed || vocabulary::is_glued_money(letters) || of_sum()).then_some(end)
    }

    /// Whether the number at `at` is written as sums of money are: "500,000", "2.5bn", "2.5 million".
    fn is_sum(&self, at: usize) -> bool {
        let end = self.number_end(at);
        let from = end + usize::from(self.byte(end) == b' ');
        let letters = self.bytes[from.min(self.bytes.len())..].iter();
        let count = letters
            .take_while(|byte| byte.is_ascii_alphabetic())
            .count();
        let grouped = self.text[at..end].contains(',');
        let whole = from == end || count > LONGEST_ABBREVIATION;
        grouped || whole && vocabulary::is_magnitude(&self.text[from..from + count])
    }

    /// Takes a word whose first letters, from `self.at` to `from`, are known.
    fn word(&mut self, from: usize) {
        let mut at = self.skip_word_characters(from);
        while at < self.bytes.len() {
            match self.join(at) {
                Join::Continue(next) => at = self.skip_word_characters(next),
                Join::End(end) => {
                    at = end;
                    break;
                }
            }
        }
        self.push_word(at);
    }

    fn push_word(&mut self, end: usize) {
        let start = self.at;
        self.push(end);
        if (5..=6).contains(&(end - start)) {
            self.split_contraction(start, end);
        }
    }

    fn split_contraction(&mut self, start: usize, end: usize) {
        let key = self.tokens[self.tokens.len() - 1].key;
        if let Some(length) = vocabulary::contraction(key) {
            self.tokens.pop();
            self.at = start;
            self.push(start + length);
            self.push(end);
        }
    }

    /// Whether the word from `self.at` goes on beyond the character at byte `at`.
    fn join(&self, at: usize) -> Join {
        match self.bytes[at] {
            b'.' => self.join_period(at),
            b'-' => self.join_hyphen(at),
            b'/' => self.join_slash(at),
            b':' if self.bytes[at..].starts_with(b"://") => Join::Continue(self.link_end(at)),
            b'$' => self.join_dollar(at),
            b'&' | b'@' | b'_' if self.is_letter(at + 1) || self.is_digit(at + 1) => {
                Join::Continue(at + 1)
            }
            b'*' if self.is_letter(at + 1) || self.byte(at + 1) == b'*' => Join::Continue(at + 1),
            b'+' if !self.is_letter(at + 1) && !self.is_digit(at + 1) => Join::End(at + 1),
            b'\'' => self.join_apostrophe(at, 1),
            byte if byte >= 128 => match class_at(self.text, at) {
                (Class::Apostrophe, length) => self.join_apostrophe(at, length),
                _ => Join::End(at),
            },
            _ => Join::End(at),
        }
    }

    /// "Ph.D", "U.S.", "Sen.", "news.example.com"; but "years." and "years.Another".
    fn join_period(&self, at: usize) -> Join {
        let after = at + 1;
        match self.class(after) {
            Class::Letter if self.glues_sentences(at) => Join::End(at),
            Class::Letter => Join::Continue(after),
            Class::Digit if self.is_digit(at - 1) => Join::Continue(after),
            _ if self.byte(after) == b'.' && !self.ends_acronym(at) => Join::End(at),
            _ if self.keeps_period(at) => self.join_after_abbreviation(after),
            _ => Join::End(at),
        }
    }

    /// Whether a full stop between letters ends a sentence: a lower-case word before it, a capital behind it.
    fn glues_sentences(&self, at: usize) -> bool {
        at - self.at > 2
            && self.byte(at - 1).is_ascii_lowercase()
            && self.byte(at + 1).is_ascii_uppercase()
    }

    fn keeps_period(&self, at: usize) -> bool {
        let form = &self.text[self.at..=at];
        self.ends_acronym(at) || vocabulary::abbreviation(form, Key::of(form)).is_some()
    }

    /// Whether the full stop follows a single letter: an initial or the end of an acronym.
    fn ends_acronym(&self, at: usize) -> bool {
        let mut before = self.text[self.at..at].chars().rev();
        let letter = before.next().is_some_and(char::is_alphabetic);
        letter
            && before
                .next()
                .map_or(!self.follows_degree(), |character| character == '.')
    }

    fn follows_degree(&self) -> bool {
        self.text[..self.at].ends_with('°')
    }

    /// "U.S.-led" and "D.C.-based" are one token.
    fn join_after_abbreviation(&self, after: usize) -> Join {
        if self.byte(after) == b'-' && self.is_letter(after + 1) {
            Join::Continue(after + 1)
        } else {
            Join::End(after)
        }
    }

    /// "COVID-19" is a name, "mid-1990s" is a prefix and a number, "cease-fire" is two words.
    fn join_hyphen(&self, at: usize) -> Join {
        let word = &self.text[self.at..at];
        let counts = || word.len() <= LONGEST_PREFIX && vocabulary::is_number_prefix(Key::of(word));
        let is_name = self.is_digit(at + 1) && !self.compound && !counts();
        if is_name {
            Join::Continue(at + 1)
        } else {
            Join::End(at)
        }
    }

    /// "his/her" and "deaths/100,000" are three tokens; the path of a link belongs to it.
    fn join_slash(&self, at: usize) -> Join {
        let host = &self.bytes[self.at.max(at.saturating_sub(LONGEST_HOST))..at];
        let dot = host.iter().rposition(|&byte| byte == b'.');
        let is_link = dot.is_some_and(|dot| {
            host.len() - dot > 2 && host[dot + 1..].iter().all(u8::is_ascii_lowercase)
        });
        if is_link {
            Join::Continue(self.link_end(at))
        } else if self.is_digit(at - 1) && self.is_digit(at + 1) {
            Join::Continue(at + 1)
        } else {
            Join::End(at)
        }
    }

    /// The letters of a country belong to its sign of money: "US$5".
    fn join_dollar(&self, at: usize) -> Join {
        let word = &self.bytes[self.at..at];
        if word.len() <= 3 && word.iter().all(u8::is_ascii_uppercase) && self.is_digit(at + 1) {
            Join::End(at + 1)
        } else {
            Join::End(at)
        }
    }

    /// "O'Brien" is one token; "did|n't", "they|'ve" and "Ukraine|'s" are two.
    fn join_apostrophe(&self, at: usize, length: usize) -> Join {
        let after = at + length;
        if !self.is_letter(after) || self.clitic_end(after).is_some() {
            return Join::End(at);
        }
        let before_n = at - 1;
        let negated = self.byte(before_n) | 32 == b'n' && self.letters_are(after, b"t");
        if negated && before_n > self.at {
            Join::End(before_n)
        } else {
            Join::Continue(after)
        }
    }

    /// The end of the contracted verb or the possessive ending at `at`, behind its apostrophe.
    fn clitic_end(&self, at: usize) -> Option<usize> {
        const CLITICS: [&[u8]; 6] = [b"s", b"re", b"ve", b"ll", b"d", b"m"];
        let clitic = CLITICS
            .into_iter()
            .find(|letters| self.letters_are(at, letters))?;
        Some(at + clitic.len())
    }

    /// Whether exactly these letters, in either case, stand at `at`.
    fn letters_are(&self, at: usize, letters: &[u8]) -> bool {
        let end = at + letters.len();
        let found = self
            .bytes
            .get(at..end)
            .is_some_and(|found| found.eq_ignore_ascii_case(letters));
        found
            && !matches!(
                self.class(end),
                Class::Letter | Class::Digit | Class::Extend
            )
    }

    /// The end of the link that `at` lies in, without the punctuation of the sentence behind it.
    fn link_end(&self, at: usize) -> usize {
        let rest = &self.bytes[at..];
        let stop = rest.iter().position(|byte| {
            byte.is_ascii_whitespace() || b"\"<>|()[]{}".contains(byte) || *byte >= 128
        });
        let link = &rest[..stop.unwrap_or(rest.len())];
        let tail = link
            .iter()
            .rev()
            .take_while(|byte| b".,;:!?'*".contains(byte))
            .count();
        at + link.len() - tail
    }

    /// Takes a number that may begin, from `self.at`, with a sign, and whose digits begin at `from`.
    fn number(&mut self, from: usize) {
        self.compound = true;
        let digits_end = self.number_end(from);
        if self.is_letter(digits_end) {
            self.number_with_letters(digits_end);
        } else {
            self.push(self.skip_subsections(digits_end));
        }
    }

    /// Skips the letters in brackets of a section of law: "401(k)", "501(c)(3)".
    fn skip_subsections(&self, mut at: usize) -> usize {
        while let Some(&[b'(', letter, b')']) = self.bytes.get(at..at + 3) {
            if !letter.is_ascii_alphanumeric() {
                break;
            }
            at += 3;
        }
        at
    }

    /// The end of the digits and the separators between them.
    fn number_end(&self, from: usize) -> usize {
        let mut at = from;
        loop {
            at = self.skip_digits(at);
            if !self.separates_digits(at) {
                return at;
            }
            at += class_at(self.text, at).1;
        }
    }

    /// Skips digits and fractions such as `½`.
    fn skip_digits(&self, mut at: usize) -> usize {
        while at < self.bytes.len() {
            let character = char_at(self.text, at);
            let is_digit =
                character.is_ascii_digit() || character >= '\u{80}' && character.is_numeric();
            if !is_digit {
                break;
            }
            at += character.len_utf8();
        }
        at
    }

    fn separates_digits(&self, at: usize) -> bool {
        match self.byte(at) {
            b'.' | b':' | b'/' => self.is_digit(at + 1),
            b',' => self.is_digit(at + 1) && !(at + 2..at + 5).all(|next| self.is_digit(next)),
            0xE2 => self.bytes[at..].starts_with("⁄".as_bytes()) && self.is_digit(at + 3),
            _ => false,
        }
    }

    /// "155K" is two tokens, "21st" and "3D" are one.
    fn number_with_letters(&mut self, digits_end: usize) {
        let letters = self.bytes[digits_end..]
            .iter()
            .take_while(|byte| byte.is_ascii_alphabetic())
            .count();
        let unit_end = digits_end + letters;
        if let Some(end) = self.clock_half_end(digits_end) {
            self.push(digits_end);
            self.push(end);
        } else if vocabulary::is_glued_unit(&self.text[digits_end..unit_end]) {
            self.push(digits_end);
            self.push(self.skip_exponent(unit_end));
        } else {
            self.word(digits_end);
        }
    }

    /// The `²` of "120m²".
    fn skip_exponent(&self, at: usize) -> usize {
        if at < self.bytes.len() && matches!(char_at(self.text, at), '²' | '³') {
            at + 2
        } else {
            at
        }
    }

    /// The end of "a.m." or "p.m." at `at`.
    fn clock_half_end(&self, at: usize) -> Option<usize> {
        let half = self.bytes.get(at..at + 3)?;
        let found = half.eq_ignore_ascii_case(b"a.m") || half.eq_ignore_ascii_case(b"p.m");
        let end = at + 3 + usize::from(self.byte(at + 3) == b'.');
        (found && !self.is_letter(end)).then_some(end)
    }

    /// A possessive ending behind a quotation mark or number, a word without its first letters, or a quotation mark.
    fn apostrophe(&mut self, length: usize) {
        let after = self.at + length;
        let attached = self.last_end == self.at;
        if let Some(end) = self.clitic_end(after).filter(|_| attached) {
            return self.push(end);
        }
        let word_end = self.skip_word_characters(after);
        if !attached
            && word_end > after
            && word_end - after <= 5
            && vocabulary::is_elision(Key::of(&self.text[after..word_end]))
        {
            return self.push(word_end);
        }
        let doubled = length == 1 && self.byte(after) == b'\'';
        self.push(after + usize::from(doubled));
    }

    /// A punctuation mark or symbol, or a run of one that is written in runs.
    fn mark(&mut self, length: usize) {
        let mark = char_at(self.text, self.at);
        let after = self.at + length;
        match mark {
            '.' | '-' | '+' | '−' if self.begins_number(mark, after) => self.number(after),
            '+' if self.bytes[after..].starts_with(b"/-") => self.push(after + 2),
            '@' if self.is_letter(after) => self.word(after),
            '.' | '-' | '—' | '…' | '=' | '_' | '*' | '#' | '~' | '|' | '+' | '<' | '>' | '`'
            | '\\' | '^' => self.run_of(mark, after),
            _ => self.symbol(after),
        }
        self.compound &= mark == '-' || is_currency(mark);
    }

    /// Whether the mark is the sign or the decimal point of a number behind it.
    fn begins_number(&self, mark: char, after: usize) -> bool {
        let digit = self.is_digit(after)
            || mark != '.' && self.byte(after) == b'.' && self.is_digit(after + 1);
        digit && self.is_free()
    }

    fn run_of(&mut self, mark: char, after: usize) {
        let length = mark.len_utf8();
        let run = self.bytes[after..]
            .chunks_exact(length)
            .take_while(|&chunk| chunk == &self.bytes[self.at..self.at + length]);
        let end = after + run.count() * length;
        self.push(end);
    }

    /// One symbol with what extends it; parts of an emoji that are joined by a zero-width joiner are one symbol.
    fn symbol(&mut self, after: usize) {
        let mut end = after;
        while self.class(end) == Class::Extend {
            let joiner = char_at(self.text, end);
            end += joiner.len_utf8();
            if joiner == '\u{200D}' && self.class(end) == Class::Mark {
                end += class_at(self.text, end).1;
            }
        }
        self.push(end);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tokens of `text`, a bar between two.
    fn tokens(text: &str) -> String {
        let mut tokens = Vec::new();
        tokenize(text, Span::new(0, text.len() as u32), &mut tokens);
        let forms: Vec<&str> = tokens.iter().map(|token| token.span.slice(text)).collect();
        forms.join("|")
    }

    #[test]
    fn contractions_are_two_words() {
        insta::assert_snapshot!(
            tokens("They've said it didn't, and Ukraine’s can't WON'T I’m he'd cannot"),
            @"They|'ve|said|it|did|n't|,|and|Ukraine|’s|ca|n't|WO|N'T|I|’m|he|'d|can|not"
        );
        insta::assert_snapshot!(
            tokens("the 1990's “Trump”’s workers' don’t"),
            @"the|1990|'s|“|Trump|”|’s|workers|'|do|n’t"
        );
    }

    #[test]
    fn names_with_an_apostrophe_are_one() {
        insta::assert_snapshot!(
            tokens("O'Brien ma'am o'clock d'état 'em rock 'n' roll"),
            @"O'Brien|ma'am|o'clock|d'état|'em|rock|'|n|'|roll"
        );
    }

    #[test]
    fn abbreviations_keep_their_full_stop() {
        insta::assert_snapshot!(
            tokens("Sen. J. K. Cole, U.S.-led, a.m. Ph.D. No. 5, No.5 U.S., etc."),
            @"Sen.|J.|K.|Cole|,|U.S.-led|,|a.m.|Ph.D.|No.|5|,|No.|5|U.S.|,|etc."
        );
        insta::assert_snapshot!(
            tokens("he sat. in the U.S. ending.Next HealthCare.gov"),
            @"he|sat|.|in|the|U.S.|ending|.|Next|HealthCare.gov"
        );
    }

    #[test]
    fn numbers_are_one_token_with_their_separators() {
        insta::assert_snapshot!(
            tokens("2,350 3.5 .22 9:20 9/11 1/2 2½ 2015,2016 12,000,000"),
            @"2,350|3.5|.22|9:20|9/11|1/2|2½|2015|,|2016|12,000,000"
        );
        insta::assert_snapshot!(
            tokens("-5 +9.28% (−3) ±4 $-2 5-4 a-1"),
            @"-5|+9.28|%|(|−3|)|±|4|$|-2|5|-|4|a-1"
        );
    }

    #[test]
    fn hyphens_of_numbers_are_tokens() {
        insta::assert_snapshot!(
            tokens("30-day 1,000-strong 6-foot-4 1-in-3 18- to 24-year-olds 10–15 3-2"),
            @"30|-|day|1,000|-|strong|6|-|foot|-|4|1|-|in|-|3|18|-|to|24|-|year|-|olds|10|–|15|3|-|2"
        );
        insta::assert_snapshot!(
            tokens("mid-1990s pre-2016 20s-30s 21st-25th COVID-19 F-16s cease-fire well--known"),
            @"mid|-|1990s|pre|-|2016|20s|-|30s|21st|-|25th|COVID-19|F-16s|cease|-|fire|well|--|known"
        );
    }

    #[test]
    fn units_are_tokens_and_names_with_digits_are_not() {
        insta::assert_snapshot!(
            tokens("155K £3bn 5ft10in 9pm 9a.m. 40C 40°C 120m² 100km/h"),
            @"155|K|£|3|bn|5|ft|10|in|9|pm|9|a.m.|40|C|40|°|C|120|m²|100|km|/|h"
        );
        insta::assert_snapshot!(
            tokens("21st 1990s 5G 3D 4x4 H1N1 MH370 737s 401(k) 501(c)(3)"),
            @"21st|1990s|5G|3D|4x4|H1N1|MH370|737s|401(k)|501(c)(3)"
        );
    }

    #[test]
    fn signs_of_money_are_tokens() {
        insta::assert_snapshot!(
            tokens("$1.5T US$5m HK$20 $10-$15 €4.2bn 12+ #1 40%"),
            @"$|1.5|T|US$|5|m|HK$|20|$|10|-|$|15|€|4.2|bn|12|+|#|1|40|%"
        );
    }

    #[test]
    fn letters_of_money_need_a_sum() {
        insta::assert_snapshot!(
            tokens("R2.5bn R500,000 PS6m N3 million R20 PS5 P1 N95"),
            @"R|2.5|bn|R|500,000|PS|6|m|N|3|million|R20|PS5|P1|N95"
        );
    }

    #[test]
    fn links_and_addresses_are_one() {
        insta::assert_snapshot!(
            tokens("See https://news.example.com/a?b=1, www.example.com/x. Mail a.b@example.com! @desk"),
            @"See|https://news.example.com/a?b=1|,|www.example.com/x|.|Mail|a.b@example.com|!|@desk"
        );
        insta::assert_snapshot!(
            tokens("his/her deaths/100,000 AT&T"),
            @"his|/|her|deaths|/|100,000|AT&T"
        );
    }

    #[test]
    fn marks_stand_alone_and_runs_are_one() {
        insta::assert_snapshot!(
            tokens("Wait... what?! (No—really) [the]m “a” ''b'' ----- 👩‍🚒🔥"),
            @"Wait|...|what|?|!|(|No|—|really|)|[|the|]|m|“|a|”|''|b|''|-----|👩‍🚒|🔥"
        );
    }
}
