//! Byte ranges of a text, and the line and column they stand at.

use std::ops::Range;

/// A half-open range of bytes, `start..end`, of the text as it was given.
///
/// Both ends lie on character boundaries of that text.
///
/// ```
/// use syntax::Span;
/// let text = "Russia launched 108 drones";
/// let span = Span::new(16, 19);
/// assert_eq!(span.slice(text), "108");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span from byte `start` up to, not including, byte `end`.
    #[must_use]
    #[inline]
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// Number of bytes covered.
    #[must_use]
    #[inline]
    pub const fn len(self) -> u32 {
        self.end - self.start
    }

    /// Whether no byte is covered.
    #[must_use]
    #[inline]
    pub const fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// The covered part of `text`.
    ///
    /// # Panics
    /// When the span does not lie inside `text` or cuts a character.
    #[must_use]
    #[inline]
    pub fn slice(self, text: &str) -> &str {
        &text[self.range()]
    }

    /// The span as a range of `usize`, for slicing.
    #[must_use]
    #[inline]
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Whether the two spans share a byte.
    #[must_use]
    #[inline]
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether every byte of `other` is covered.
    #[must_use]
    #[inline]
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest span that covers both.
    #[must_use]
    #[inline]
    pub fn cover(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }
}

/// Finds line and column of a byte offset; built once for a text.
///
/// ```
/// use syntax::LineIndex;
/// let text = "first\nsécond line";
/// let lines = LineIndex::new(text);
/// assert_eq!(lines.line_column(text, 14), (2, 8));
/// ```
#[derive(Clone, Debug)]
pub struct LineIndex {
    starts: Vec<u32>,
}

impl LineIndex {
    /// Notes where each line of `text` starts.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let newlines = text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n');
        let starts = std::iter::once(0)
            .chain(newlines.map(|(at, _)| at as u32 + 1))
            .collect();
        Self { starts }
    }

    /// The byte at which the line of byte `offset` begins.
    #[must_use]
    pub fn line_start(&self, offset: u32) -> u32 {
        self.starts[self.line(offset) - 1]
    }

    /// The line of byte `offset`, counted from 1.
    fn line(&self, offset: u32) -> usize {
        self.starts.partition_point(|&start| start <= offset)
    }

    /// Line and column of byte `offset`, both counted from 1, the column in characters.
    ///
    /// # Panics
    /// When `offset` lies outside `text` or inside a character.
    #[must_use]
    pub fn line_column(&self, text: &str, offset: u32) -> (u32, u32) {
        let line = self.line(offset);
        let start = self.starts[line - 1] as usize;
        let column = text[start..offset as usize].chars().count() as u32 + 1;
        (line as u32, column)
    }
}
