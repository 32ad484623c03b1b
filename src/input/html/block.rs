//! Blocks: the text between two tags that begin a paragraph, as a reader sees it.
//!
//! `Ukraine&#8217;s <b>Air</b>\n  Force` is read as "Ukraine’s Air Force": references are resolved, runs of blanks are one
//! blank, and what no reader sees (soft hyphens, spaces without width) goes away.

use claims::Span;
use html5gum::{Token, Tokenizer};

use crate::original::{Piece, push};

/// A block of text.
#[derive(Clone, Debug, Default)]
pub(super) struct Block {
    /// The innermost element that its first word stands in, as an index.
    pub(super) element: usize,
    /// Its words.
    pub(super) text: String,
    /// The pieces of the file that make up `text`.
    pub(super) pieces: Vec<Piece>,
    /// Bytes of it that are links.
    linked: usize,
    /// Whether a line break has come and no word since.
    broken: bool,
}

impl Block {
    /// Whether it has no words.
    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Takes note of a line break, and says whether it is the second one in a row, which ends a paragraph.
    pub(super) fn breaks(&mut self) -> bool {
        let second = self.broken;
        self.broken = true;
        let at = self.end();
        self.blank(Span::new(at, at));
        second
    }

    /// Sets what follows apart: it is another cell of a row.
    pub(super) fn part(&mut self) {
        if !self.is_blank() {
            let at = self.end();
            self.put("  ", Span::new(at, at));
        }
    }

    /// Adds the words of `span` in `file`.
    pub(super) fn add(&mut self, file: &str, span: Span, linked: bool) {
        let before = self.text.len();
        let mut at = span.start as usize;
        let end = span.end as usize;
        while at < end {
            let one = file[at..end].chars().next().expect("at < end");
            let next = at + one.len_utf8();
            match one {
                '&' => at = self.reference(file, at, end),
                _ if one.is_ascii_whitespace() => {
                    self.blank(Span::new(at as u32, next as u32));
                    at = next;
                }
                _ => {
                    self.put(&file[at..next], Span::new(at as u32, next as u32));
                    at = next;
                }
            }
        }
        if linked {
            self.linked += self.text.len() - before;
        }
        self.broken &= self.text[before..].trim().is_empty();
    }

    /// Adds what the character reference at `at` stands for; gives the byte behind it.
    fn reference(&mut self, file: &str, at: usize, end: usize) -> usize {
        let name = file[at + 1..end]
            .bytes()
            .take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#');
        let mut behind = at + 1 + name.count();
        behind += usize::from(file[behind..end].starts_with(';'));
        let written = &file[at..behind];
        let span = Span::new(at as u32, behind as u32);
        match resolve(written) {
            Some(blank) if blank.trim_ascii().is_empty() => self.blank(span),
            Some(words) => self.put(&words, span),
            None => self.put(written, span),
        }
        behind
    }

    /// Adds a blank for `file`, unless one is there.
    fn blank(&mut self, file: Span) {
        if !self.text.is_empty() && !self.text.ends_with(' ') {
            self.put(" ", file);
        }
    }

    fn put(&mut self, words: &str, file: Span) {
        if matches!(words, "\u{ad}" | "\u{200b}" | "\u{feff}") {
            return;
        }
        let start = self.text.len() as u32;
        self.text.push_str(words);
        let text = Span::new(start, self.text.len() as u32);
        push(&mut self.pieces, Piece { text, file });
    }

    /// Where in the file it ends so far.
    fn end(&self) -> u32 {
        self.pieces.last().map_or(0, |piece| piece.file.end)
    }

    /// The same without blanks at its end.
    pub(super) fn trimmed(mut self) -> Self {
        while self.text.ends_with(' ') {
            let piece = self
                .pieces
                .last_mut()
                .expect("a blank is a piece or part of one");
            self.text.pop();
            if piece.text.len() == 1 {
                self.pieces.pop();
            } else {
                piece.text.end -= 1;
                piece.file.end -= 1;
            }
        }
        self
    }

    /// Whether most of it is links.
    pub(super) fn is_linked(&self) -> bool {
        self.linked * 2 > self.text.len()
    }

    /// Whether it reads as a sentence and not as a label.
    pub(super) fn is_prose(&self) -> bool {
        /// Words from which a block without a full stop is prose.
        const MANY: usize = 10;
        let ends = self
            .text
            .trim_end_matches(['"', '”', '\'', '’', ')'])
            .ends_with(['.', '?', '!', '…', ':', ';', ',']);
        let words = self.text.split(' ').count();
        !self.is_linked() && (ends && words > 2 || words >= MANY)
    }
}

/// What a character reference stands for, if anything.
fn resolve(written: &str) -> Option<String> {
    let token = Tokenizer::new(written).next()?;
    let Ok(token) = token;
    match token {
        Token::String(text) => {
            let words = String::from_utf8_lossy(&text.value).into_owned();
            (words != written).then_some(words)
        }
        _ => None,
    }
}
