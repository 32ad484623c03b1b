//! Quotation marks in, quotations out: `"No," she said, "not yet."` holds two.
//!
//! Reads straight, curly, low, angled and doubled single marks ("", “”, „“, «», ''…'', ``…'', ‘‘…’’), and single ones where
//! they are no apostrophes. A quotation ends with its paragraph at the latest; when the next paragraph opens with a
//! mark again, it goes on there, as newspapers set long quotations.

use syntax::{Analysis, Span};

/// Words between quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Quotation {
    /// The words with their marks.
    pub span: Span,
    /// The words alone.
    pub inner: Span,
    /// Paragraph it stands in.
    pub paragraph: u32,
    /// Whether its closing mark was found in its paragraph.
    pub closed: bool,
    /// Whether it goes on from the paragraph before, which its writer left open.
    pub continues: bool,
}

/// The longest stretch between single marks, in bytes: two stray apostrophes are often further apart.
const LONGEST_SINGLE: usize = 600;

/// All quotations of a text, in text order; they do not overlap.
pub(crate) fn find(text: &str, analysis: &Analysis) -> Vec<Quotation> {
    let mut found = Vec::new();
    for sentences in analysis
        .sentences
        .chunk_by(|a, b| a.paragraph == b.paragraph)
    {
        let (first, last) = (&sentences[0], &sentences[sentences.len() - 1]);
        let span = first.span.cover(last.span);
        Paragraph {
            text,
            span,
            number: first.paragraph,
        }
        .read(&mut found);
    }
    found
}

/// One paragraph while its marks are read.
struct Paragraph<'a> {
    text: &'a str,
    span: Span,
    number: u32,
}

/// A quotation mark.
#[derive(Clone, Copy)]
struct Mark {
    start: usize,
    end: usize,
    shape: Shape,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// Opens or closes, as its surroundings tell.
    Straight,
    Opening,
    Closing,
    /// A single mark or an apostrophe.
    Single,
}

impl Paragraph<'_> {
    fn read(&self, found: &mut Vec<Quotation>) {
        let mut open: Option<Mark> = None;
        let mut at = self.span.start as usize;
        while let Some(mark) = self.next_mark(at) {
            at = mark.end;
            match (open, mark.shape) {
                (None, Shape::Single) => at = self.single(mark, found),
                (Some(_), Shape::Single) => {}
                (None, _) => open = self.opens(mark).then_some(mark),
                (Some(start), _) if self.closes(mark) => {
                    self.push(start, mark.start, mark.end, found);
                    open = None;
                }
                (Some(_), _) => {}
            }
        }
        if let Some(start) = open {
            let end = self.span.end as usize;
            self.push(start, end, end, found);
        }
    }

    /// The next mark at or after byte `at`.
    fn next_mark(&self, mut at: usize) -> Option<Mark> {
        let bytes = &self.text.as_bytes()[..self.span.end as usize];
        // Every byte of a text is looked at here, and few begin a mark.
        while let Some(next) = bytes.get(at..)?.iter().position(|&byte| may_begin(byte)) {
            at += next;
            if let Some((length, shape)) = mark_at(&bytes[at..]) {
                return Some(Mark {
                    start: at,
                    end: at + length,
                    shape,
                });
            }
            at += 1;
        }
        None
    }

    /// Whether a mark may open a quotation: words follow it, and none runs into it.
    fn opens(&self, mark: Mark) -> bool {
        let (before, after) = self.around(mark);
        after.is_some_and(|c| !c.is_whitespace())
            && (mark.shape != Shape::Closing)
            && (mark.shape == Shape::Opening || before.is_none_or(|c| !c.is_alphanumeric()))
    }

    /// Whether a mark closes the quotation that is open: curly marks set the wrong way are common enough that where
    /// they stand counts for more than their shape.
    fn closes(&self, mark: Mark) -> bool {
        let (before, after) = self.around(mark);
        let opening_place = before.is_none_or(|c| c.is_whitespace() || "([—–".contains(c))
            && after.is_some_and(char::is_alphanumeric);
        match mark.shape {
            Shape::Closing => true,
            Shape::Opening => {
                after.is_none_or(|c| !c.is_alphanumeric())
                    && before.is_some_and(|c| !c.is_whitespace())
            }
            Shape::Straight => !opening_place,
            Shape::Single => false,
        }
    }

    /// Reads a quotation between single marks and gives the byte to go on at.
    fn single(&self, mark: Mark, found: &mut Vec<Quotation>) -> usize {
        let (before, after) = self.around(mark);
        let may_open = before.is_none_or(|c| c.is_whitespace() || "([—–-".contains(c))
            && after.is_some_and(char::is_alphabetic)
            && !self.text[mark.start..].starts_with('’');
        match self.closing_single(mark).filter(|_| may_open) {
            Some(close) => {
                self.push(mark, close.start, close.end, found);
                close.end
            }
            None => mark.end,
        }
    }

    /// The mark that closes a single quotation: the first one after punctuation, or else the first after a word, which
    /// may be a possessive ("the rebels' ") and so counts only when nothing better follows.
    fn closing_single(&self, open: Mark) -> Option<Mark> {
        let mut fallback = None;
        let mut at = open.end;
        while let Some(mark) = self
            .next_mark(at)
            .filter(|mark| mark.end - open.end < LONGEST_SINGLE)
        {
            at = mark.end;
            let (before, after) = self.around(mark);
            let ends_word = after.is_none_or(|c| !c.is_alphanumeric())
                && before.is_some_and(|c| !c.is_whitespace());
            if mark.shape != Shape::Single || self.text[mark.start..].starts_with('‘') {
                break;
            }
            if ends_word && before.is_some_and(|c| !matches!(c, 's' | 'S')) {
                return Some(mark);
            }
            if ends_word {
                fallback = fallback.or(Some(mark));
            }
        }
        fallback
    }

    fn around(&self, mark: Mark) -> (Option<char>, Option<char>) {
        let before = &self.text[self.span.start as usize..mark.start];
        let after = &self.text[mark.end..self.span.end as usize];
        (before.chars().next_back(), after.chars().next())
    }

    fn push(&self, open: Mark, inner_end: usize, end: usize, found: &mut Vec<Quotation>) {
        let inner = Span::new(open.end as u32, inner_end as u32);
        if inner.slice(self.text).trim().is_empty() {
            return;
        }
        let at_start = self.text[self.span.start as usize..open.start]
            .trim()
            .is_empty();
        let left_open = |last: &Quotation| !last.closed && last.paragraph + 1 == self.number;
        found.push(Quotation {
            continues: at_start && found.last().is_some_and(left_open),
            span: Span::new(open.start as u32, end as u32),
            inner,
            paragraph: self.number,
            closed: inner_end < end,
        });
    }
}

/// Whether a byte may be the first of a quotation mark.
#[inline]
const fn may_begin(byte: u8) -> bool {
    matches!(byte, b'"' | b'\'' | b'`' | 0xC2 | 0xE2)
}

/// The quotation mark that `bytes` begin with: its length and shape.
#[inline]
fn mark_at(bytes: &[u8]) -> Option<(usize, Shape)> {
    match bytes {
        [b'"', ..] => Some((1, Shape::Straight)),
        [b'\'', b'\'', ..] => Some((2, Shape::Straight)),
        [b'\'', ..] => Some((1, Shape::Single)),
        [b'`', b'`', ..] => Some((2, Shape::Opening)),
        [0xE2, 0x80, 0x9C | 0x9E, ..] => Some((3, Shape::Opening)),
        [0xE2, 0x80, 0x9D, ..] => Some((3, Shape::Closing)),
        [0xE2, 0x80, 0x98, 0xE2, 0x80, 0x98, ..] => Some((6, Shape::Opening)),
        [0xE2, 0x80, 0x99, 0xE2, 0x80, 0x99, ..] => Some((6, Shape::Closing)),
        [0xE2, 0x80, 0x98 | 0x99, ..] => Some((3, Shape::Single)),
        [0xC2, 0xAB, ..] => Some((2, Shape::Opening)),
        [0xC2, 0xBB, ..] => Some((2, Shape::Closing)),
        _ => None,
    }
}
