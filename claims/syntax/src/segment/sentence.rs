//! Sentences of a paragraph.
//!
//! Takes the tokens of one paragraph, gives where its sentences end: in `Gov. Reyes left the U.S. She said: "No. 3 is
//! ours." Nobody laughed.` after `U.S.` and after `ours."`.
//!
//! A sentence may end at a full stop, a question or exclamation mark, an ellipsis, or an abbreviation; quotation marks
//! and brackets that close there belong to it. Whether it does is seen from what follows: a capital, a digit or an
//! opening quotation mark begins the next one. After an abbreviation a capital may as well begin a name, so only a word
//! that is lower-case elsewhere (`opener.yaml`) shows that the sentence has ended.

use super::vocabulary::{self, Abbreviation};
use crate::token::Token;

/// What a sentence may end with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stop {
    /// A full stop.
    Full,
    /// A question or exclamation mark.
    Strong,
    /// An ellipsis; whether it touches the word before it.
    Ellipsis { attached: bool },
    /// An abbreviation, an acronym or an initial.
    Abbreviation(Abbreviation),
}

/// What stands behind a stop, as far as it has to do with the end of the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Start {
    Lower,
    Upper,
    Digit,
    /// A symbol that may begin a sentence, such as `$`.
    Symbol,
    /// A comma or another mark that goes on with the sentence, or nothing at all.
    None,
}

/// Most opening marks looked through for the first word of a sentence.
const MOST_OPENING_MARKS: usize = 4;

/// Longest name that a sentence begins with, in tokens: what follows it is written small, but not in a headline.
const LONGEST_NAME: usize = 6;

/// Longest dateline, in tokens.
const LONGEST_DATELINE: usize = 16;

/// Longest name of a speaker, in tokens, before a verb of speaking.
const LONGEST_SPEAKER: usize = 4;

/// The sentence ends of a paragraph, as indices one past the last token of each sentence.
pub(super) fn ends(text: &str, tokens: &[Token]) -> Vec<usize> {
    let splitter = Splitter {
        text,
        tokens,
        title_case: is_title_case(text, tokens),
    };
    splitter.ends()
}

/// Whether the sentence `tokens` ends with a full stop, a question mark or the like.
pub(super) fn is_finished(text: &str, tokens: &[Token]) -> bool {
    last_word(text, tokens).ends_with(['.', '!', '?', '…', '。'])
}

/// Whether the sentence `tokens` ends with a full stop that belongs to no abbreviation.
pub(super) fn ends_in_full_stop(text: &str, tokens: &[Token]) -> bool {
    last_word(text, tokens) == "."
}

/// The last token that is no closing mark.
fn last_word<'t>(text: &'t str, tokens: &[Token]) -> &'t str {
    let forms = tokens.iter().rev().map(|token| token.span.slice(text));
    forms
        .into_iter()
        .find(|form| !is_closing_mark(form))
        .unwrap_or("")
}

/// Whether nearly all words that could be lower-case are written with a capital, as in headlines.
fn is_title_case(text: &str, tokens: &[Token]) -> bool {
    let words = tokens
        .iter()
        .map(|token| token.span.slice(text))
        .filter(|form| form.len() > 3);
    let (mut upper, mut lower) = (0, 0);
    for form in words {
        let first = form.as_bytes()[0];
        upper += usize::from(first.is_ascii_uppercase());
        lower += usize::from(first.is_ascii_lowercase());
    }
    upper > 3 * lower
}

/// Whether a word is written in capitals.
fn is_capitals(form: &str) -> bool {
    form.len() > 1 && form.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Whether a sentence ends in a dash, as a dateline does: "LEEDS (AP) —".
pub(super) fn ends_in_dash(text: &str, tokens: &[Token]) -> bool {
    tokens
        .last()
        .is_some_and(|token| is_dash(token.span.slice(text)))
}

struct Splitter<'t> {
    text: &'t str,
    tokens: &'t [Token],
    title_case: bool,
}

impl Splitter<'_> {
    fn ends(&self) -> Vec<usize> {
        let mut ends = Vec::new();
        let mut first = self.dateline();
        let mut at = first;
        if first > 0 {
            ends.push(first);
        }
        let mut inside_quote = false;
        while at < self.tokens.len() {
            inside_quote ^= self.last_byte(at) == b'"';
            let Some(stop) = self.stop(at, first) else {
                at += 1;
                continue;
            };
            let end = self.skip_closing(at + 1, &mut inside_quote);
            if end < self.tokens.len() && self.ends_between(stop, at, end) {
                ends.push(end);
                first = end;
            }
            at = end;
        }
        if first < self.tokens.len() {
            ends.push(self.tokens.len());
        }
        ends
    }

    /// One past the dateline that the paragraph begins with: "LEEDS, England (AP) — A fire", "(CNN) A fire". It says
    /// nothing of what follows, and would be taken for its subject.
    fn dateline(&self) -> usize {
        let head = (0..LONGEST_DATELINE)
            .take_while(|&at| self.is_in_dateline(at))
            .count();
        if head == 0 || head == LONGEST_DATELINE {
            return 0;
        }
        let credited = self.form(head - 1) == ")";
        let dash = is_dash(self.form(head)) && (self.form(head) != "-" || !self.is_attached(head));
        let agency = credited && self.form(0) == "(" && is_capitals(self.form(1));
        let end = if dash && (credited || is_capitals(self.form(0))) {
            head + 1
        } else if agency {
            head
        } else {
            return 0;
        };
        let (word, _) = self.skip_opening(end);
        let goes_on =
            (word..word + LONGEST_NAME).any(|at| self.form(at).starts_with(char::is_lowercase));
        if self.start(word) == Start::Upper && goes_on {
            end
        } else {
            0
        }
    }

    /// Whether a dateline may have the token: a name, a date, the credit of an agency.
    fn is_in_dateline(&self, at: usize) -> bool {
        let form = self.form(at);
        matches!(form, "," | "." | "(" | ")" | "/" | "&")
            || form.starts_with(|first: char| first.is_uppercase() || first.is_ascii_digit())
    }

    fn form(&self, at: usize) -> &str {
        self.tokens
            .get(at)
            .map_or("", |token| token.span.slice(self.text))
    }

    fn last_byte(&self, at: usize) -> u8 {
        self.text.as_bytes()[self.tokens[at].span.end as usize - 1]
    }

    /// Whether no blank stands between the token and the one before it.
    fn is_attached(&self, at: usize) -> bool {
        at > 0
            && self
                .tokens
                .get(at)
                .is_some_and(|token| token.span.start == self.tokens[at - 1].span.end)
    }

    /// What the token is when a sentence that began at `first` may end with it.
    fn stop(&self, at: usize, first: usize) -> Option<Stop> {
        let last = self.last_byte(at);
        if !matches!(last, b'.' | b'!' | b'?' | 0xA6 | 0x82) {
            return None;
        }
        let form = self.form(at);
        match form {
            "." => self.full_stop(at, first),
            "!" | "?" | "。" => Some(Stop::Strong),
            _ if form.starts_with('…') || form == "..." => self.ellipsis(at, first),
            _ if form.starts_with("..") => Some(Stop::Full),
            _ if last == b'.' => Some(Stop::Abbreviation(self.abbreviation(at))),
            _ => None,
        }
    }

    /// An ellipsis that a sentence begins with does not end it.
    fn ellipsis(&self, at: usize, first: usize) -> Option<Stop> {
        let begun = (first..at).len() > MOST_OPENING_MARKS
            || (first..at).any(|mark| !is_opening_mark(self.form(mark)));
        begun.then(|| Stop::Ellipsis {
            attached: self.is_attached(at),
        })
    }

    /// A full stop ends no sentence in the number of a list item, nor inside an ellipsis written with spaces.
    fn full_stop(&self, at: usize, first: usize) -> Option<Stop> {
        let numbers_item = at == first + 1
            && self.form(first).len() <= 2
            && self.form(first).bytes().all(|byte| byte.is_ascii_digit());
        if numbers_item || self.form(at + 1) == "." {
            None
        } else if at > 0 && self.form(at - 1) == "." {
            Some(Stop::Ellipsis { attached: false })
        } else {
            Some(Stop::Full)
        }
    }

    fn abbreviation(&self, at: usize) -> Abbreviation {
        let form = self.form(at);
        vocabulary::abbreviation(form, self.tokens[at].key).unwrap_or(Abbreviation::Other)
    }

    /// One past the marks from `at` on that close what ends before them: quotation marks, brackets, further stops.
    fn skip_closing(&self, mut at: usize, inside_quote: &mut bool) -> usize {
        while at < self.tokens.len() && self.closes(at, *inside_quote) {
            *inside_quote ^= self.form(at) == "\"";
            at += 1;
        }
        at
    }

    fn closes(&self, at: usize, inside_quote: bool) -> bool {
        let form = self.form(at);
        let attached = self.is_attached(at);
        match form {
            "”" | "»" => true,
            "\"" if inside_quote => attached || !self.is_attached(at + 1),
            "\"" | "'" | "''" | "‘" => attached && !self.begins_word(at + 1),
            "." | "!" | "?" | "…" | "..." => attached,
            _ => attached && is_closing_mark(form),
        }
    }

    /// Whether a word follows without a blank.
    fn begins_word(&self, at: usize) -> bool {
        self.is_attached(at) && self.form(at).starts_with(char::is_alphanumeric)
    }

    /// Whether a sentence ends with the stop at `at`, its closing marks reaching up to `end`.
    fn ends_between(&self, stop: Stop, at: usize, end: usize) -> bool {
        if !self.is_separated(stop, at, end) {
            return false;
        }
        let quoted = self.tokens[at + 1..end]
            .iter()
            .any(|token| is_quote(token.span.slice(self.text)));
        let (word, opened) = self.skip_opening(end);
        // Inside a dateline, which ends in a dash: "MOSCOW, March 3. — The ruble fell".
        let dashed = is_dash(self.form(end)) && self.form(end) != "-";
        let start = self.start(word);
        let speaks = quoted && start == Start::Upper && self.is_speaker(word);
        match stop {
            Stop::Full => self.follows_full_stop(start, opened) && !dashed,
            Stop::Strong => self.follows_full_stop(start, opened) && !speaks,
            Stop::Ellipsis { attached } => {
                let may_end = start == Start::Upper && !speaks && self.form(word) != "I";
                may_end && (attached || quoted || opened || self.opens_sentence(word))
            }
            Stop::Abbreviation(Abbreviation::Title) => false,
            Stop::Abbreviation(_) => {
                let may_end = start == Start::Upper && !self.title_case && !dashed && !speaks;
                may_end && (quoted || self.opens_sentence(word))
            }
        }
    }

    /// Whether a blank stands behind the stop, or was left out between a lower-case word and a capital.
    fn is_separated(&self, stop: Stop, at: usize, end: usize) -> bool {
        let left_out = || {
            let ends_word = at > 0 && self.form(at - 1).ends_with(char::is_lowercase);
            stop == Stop::Full
                && ends_word
                && matches!(self.start(self.skip_opening(end).0), Start::Upper)
        };
        !self.is_attached(end) || left_out()
    }

    /// The first token from `at` on that is no opening mark, and whether there was a quotation mark or bracket.
    fn skip_opening(&self, at: usize) -> (usize, bool) {
        let marks =
            (at..at + MOST_OPENING_MARKS).take_while(|&mark| is_opening_mark(self.form(mark)));
        let count = marks.count();
        let opened = (at..at + count).any(|mark| !is_dash(self.form(mark)));
        (at + count, opened)
    }

    fn start(&self, at: usize) -> Start {
        let form = self.form(at);
        let mut characters = form.chars();
        match characters.next() {
            None
            | Some(
                ',' | ';' | ':' | '%' | ')' | ']' | '}' | '/' | '&' | '.' | '!' | '?' | '+' | '=',
            ) => Start::None,
            Some(first) if first.is_ascii_digit() => Start::Digit,
            // "iPhone" and "eBay" begin sentences.
            Some(first)
                if first.is_lowercase() && characters.next().is_some_and(char::is_uppercase) =>
            {
                Start::Upper
            }
            Some(first) if first.is_lowercase() => Start::Lower,
            Some(first) if first.is_alphabetic() => Start::Upper,
            Some(_) => Start::Symbol,
        }
    }

    fn follows_full_stop(&self, start: Start, opened: bool) -> bool {
        match start {
            Start::Upper | Start::Digit | Start::Symbol => true,
            Start::Lower => opened,
            Start::None => false,
        }
    }

    fn opens_sentence(&self, at: usize) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|token| vocabulary::opens_sentence(token.key))
    }

    /// Whether a name and a verb of speaking follow: "Ms. Park asked".
    fn is_speaker(&self, at: usize) -> bool {
        let name = (at..at + LONGEST_SPEAKER)
            .take_while(|&word| self.start(word) == Start::Upper)
            .count();
        self.tokens
            .get(at + name)
            .is_some_and(|token| name > 0 && vocabulary::is_speech(token.key))
    }
}

fn is_quote(form: &str) -> bool {
    matches!(form, "\"" | "'" | "''" | "”" | "’" | "»" | "‘" | "“")
}

fn is_dash(form: &str) -> bool {
    matches!(form, "-" | "--" | "–" | "—")
}

fn is_opening_mark(form: &str) -> bool {
    matches!(
        form,
        "\"" | "'" | "''" | "“" | "‘" | "’" | "«" | "„" | "(" | "[" | "``" | "`" | "•" | "*"
    ) || is_dash(form)
}

fn is_closing_mark(form: &str) -> bool {
    matches!(form, ")" | "]" | "}" | "”" | "’" | "»" | "\"" | "'" | "''")
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    /// One class of `abbreviation.yaml`.
    #[derive(Deserialize)]
    struct Abbreviations {
        examples: Vec<String>,
        counterexamples: Vec<String>,
    }

    fn sentences(text: &str) -> Vec<&str> {
        let analysis = crate::segment(text);
        analysis
            .sentences
            .iter()
            .map(|sentence| sentence.span.slice(text))
            .collect()
    }

    #[test]
    fn abbreviations_behave_as_their_examples_say() {
        let text = include_str!("../../data/en/abbreviation.yaml");
        let classes: Vec<Abbreviations> = serde_yaml::from_str(text).unwrap();
        for class in classes {
            for example in class.examples {
                assert_eq!(sentences(&example), [example.as_str()]);
            }
            for marked in class.counterexamples {
                let expected: Vec<&str> = marked.split('|').collect();
                assert_eq!(sentences(&marked.replace('|', " ")), expected);
            }
        }
    }

    #[test]
    fn words_of_names_do_not_open_sentences() {
        assert_eq!(
            sentences("He met U.S. Attorney Ray Cole of Alder Inc. Tuesday.").len(),
            1
        );
        assert_eq!(sentences("It fell at 3 a.m. Thursday.").len(), 1);
    }
}
