//! One sentence as the grammar of numbers sees it.
//!
//! Takes the tokens of an article up to the end of a sentence, gives look-ups by token index that never leave that
//! sentence: in "a 30-day truce", the token after "30" is a hyphen inside a compound, and "day" follows it.

use syntax::{Key, Span, Token, Xpos};

const A: Key = Key::word("a");
const AN: Key = Key::word("an");
const HYPHEN: Key = Key::word("-");

/// Tokens of the article up to the end of one sentence.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    pub(super) text: &'a str,
    /// All tokens before the end of the sentence, so that indices are those of the article.
    tokens: &'a [Token],
    /// First token of the sentence.
    pub(super) start: usize,
}

impl<'a> Line<'a> {
    pub(super) const fn new(text: &'a str, tokens: &'a [Token], start: usize) -> Self {
        Self {
            text,
            tokens,
            start,
        }
    }

    /// One past the last token.
    pub(super) const fn end(&self) -> usize {
        self.tokens.len()
    }

    pub(super) fn token(&self, at: usize) -> Option<&'a Token> {
        self.tokens.get(at).filter(|_| at >= self.start)
    }

    /// The tokens from `at` to the end of the sentence.
    pub(super) fn after(&self, at: usize) -> &'a [Token] {
        &self.tokens[at.min(self.tokens.len())..]
    }

    /// The tokens of the sentence before `at`.
    pub(super) fn before(&self, at: usize) -> &'a [Token] {
        &self.tokens[self.start..at.max(self.start)]
    }

    pub(super) fn form(&self, at: usize) -> &'a str {
        self.token(at)
            .map_or("", |token| token.span.slice(self.text))
    }

    pub(super) fn is(&self, at: usize, key: Key) -> bool {
        self.token(at).is_some_and(|token| token.key == key)
    }

    /// The part of speech; `None` outside the sentence and where nothing was tagged.
    pub(super) fn tag(&self, at: usize) -> Option<Xpos> {
        self.token(at)
            .map(|token| token.xpos)
            .filter(|&tag| tag != Xpos::Xx)
    }

    /// The text from the first to the last token of a range.
    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        self.tokens[start].span.cover(self.tokens[end - 1].span)
    }

    /// The first token of a span of the sentence.
    pub(super) fn first_of(&self, span: Span) -> usize {
        self.tokens
            .partition_point(|token| token.span.end <= span.start)
    }

    /// Whether no blank stands before the token.
    pub(super) fn touches(&self, at: usize) -> bool {
        at > self.start
            && self
                .token(at)
                .is_some_and(|token| self.tokens[at - 1].span.end == token.span.start)
    }

    /// Whether the token is a hyphen inside a compound: "30-day", or "30 - day" as tokenised text has it.
    pub(super) fn is_hyphen(&self, at: usize) -> bool {
        if self.touches(at) {
            return self.touches(at + 1) && is_dash(self.form(at));
        }
        self.is(at, HYPHEN) && self.one_blank(at) && self.one_blank(at + 1)
    }

    /// Whether a single blank stands before the token.
    pub(super) fn one_blank(&self, at: usize) -> bool {
        let pair = self.token(at).zip(self.token(at.wrapping_sub(1)));
        pair.is_some_and(|(here, before)| {
            let gap = &self.text[before.span.end as usize..here.span.start as usize];
            matches!(gap, " " | "\u{A0}" | "\u{202F}" | "\u{2009}")
        })
    }

    /// The token after an optional hyphen.
    pub(super) fn past_hyphen(&self, at: usize) -> usize {
        at + usize::from(self.is_hyphen(at))
    }

    /// Whether the token begins with a capital, or has one inside as "iPhone" has.
    pub(super) fn is_capitalized(&self, at: usize) -> bool {
        self.form(at).chars().take(2).any(char::is_uppercase)
    }

    /// Whether the token is "a" or "an".
    pub(super) fn is_article(&self, at: usize) -> bool {
        self.is(at, A) || self.is(at, AN)
    }

    /// Whether the token looks like a plural noun, by its tag or, untagged, by its ending.
    pub(super) fn is_plural(&self, at: usize) -> bool {
        match self.tag(at) {
            Some(tag) => matches!(tag, Xpos::Nns | Xpos::Nnps),
            None => ends_as_plural(self.form(at)),
        }
    }

    /// Whether the token begins with a letter.
    pub(super) fn is_word(&self, at: usize) -> bool {
        self.form(at)
            .chars()
            .next()
            .is_some_and(char::is_alphabetic)
    }
}

/// Whether a token is a hyphen, a non-breaking hyphen or a dash.
pub(super) fn is_dash(form: &str) -> bool {
    let mut characters = form.chars();
    let first = characters.next();
    characters.next().is_none()
        && first.is_some_and(|first| first == '-' || ('\u{2010}'..='\u{2015}').contains(&first))
}

fn ends_as_plural(form: &str) -> bool {
    form.len() > 3 && form.ends_with('s') && !form.ends_with("ss")
        || form == "people"
        || form == "men"
}
