//! From a text back to its file: where the words that were read stand in what the user gave.
//!
//! "Ukraine's Air Force" of an HTML file that has `Ukraine&#8217;s <b>Air</b> Force` is read without the markup; a
//! finding at "Air" is told at the bytes between `<b>` and `</b>`.

use claims::Span;

/// How a text was taken from its file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Original {
    /// The text is the file; markup may be blanked out in place.
    #[default]
    Same,
    /// The text was put together from pieces of a file.
    Pieces(Pieces),
    /// The text was unpacked from a file that has no lines; the starts of its paragraphs, which count as lines. Spans
    /// stay those of the text.
    Paragraphs(Vec<u32>),
}

/// A file and the pieces of it that make up a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pieces {
    /// The file, UTF-8.
    pub file: String,
    /// The pieces, in the order of the text, which they cover without a gap.
    pieces: Vec<Piece>,
}

/// Bytes of the text and the bytes of the file that they stand for: the same words where both are equally long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    /// Bytes of the text.
    pub(crate) text: Span,
    /// Bytes of the file.
    pub(crate) file: Span,
}

impl Piece {
    /// Whether the two are equally long, so that each byte of the one is a byte of the other.
    const fn is_verbatim(self) -> bool {
        self.text.len() == self.file.len()
    }

    /// Whether `next` is the same words just behind it.
    fn goes_on(self, next: Self) -> bool {
        let behind = self.text.end == next.text.start && self.file.end == next.file.start;
        behind && self.is_verbatim() && next.is_verbatim()
    }
}

/// Adds `piece` to those before it, as one with the last where it goes on there.
pub(crate) fn push(pieces: &mut Vec<Piece>, piece: Piece) {
    match pieces.last_mut() {
        Some(last) if last.goes_on(piece) => {
            last.text.end = piece.text.end;
            last.file.end = piece.file.end;
        }
        _ => pieces.push(piece),
    }
}

impl Original {
    /// The file, where the text is not it.
    #[must_use]
    pub fn file(&self) -> Option<&str> {
        match self {
            Self::Pieces(pieces) => Some(&pieces.file),
            Self::Same | Self::Paragraphs(_) => None,
        }
    }

    /// The bytes of the file that `span` of the text stands for.
    #[must_use]
    pub fn span(&self, span: Span) -> Span {
        match self {
            Self::Pieces(pieces) => pieces.span(span),
            Self::Same | Self::Paragraphs(_) => span,
        }
    }
}

impl Pieces {
    /// A text of `file` without a piece yet.
    pub(crate) fn of(file: String) -> Self {
        Self {
            file,
            pieces: Vec::new(),
        }
    }

    /// Adds the bytes of the text that follow, and what they stand for.
    pub(crate) fn push(&mut self, piece: Piece) {
        push(&mut self.pieces, piece);
    }

    /// The bytes of the file from the first to the last character of `span`.
    fn span(&self, span: Span) -> Span {
        if span.is_empty() {
            let at = self.start(span.start);
            return Span::new(at, at);
        }
        let last = self.piece(span.end - 1);
        let end = last.map_or(0, |piece| {
            if piece.is_verbatim() {
                piece.file.start + (span.end - piece.text.start)
            } else {
                piece.file.end
            }
        });
        let start = self.start(span.start);
        Span::new(start, end.max(start))
    }

    /// Where the character at `offset` of the text starts in the file.
    fn start(&self, offset: u32) -> u32 {
        let Some(piece) = self.piece(offset) else {
            return 0;
        };
        if piece.is_verbatim() {
            piece.file.start + (offset - piece.text.start)
        } else {
            piece.file.start
        }
    }

    fn piece(&self, offset: u32) -> Option<Piece> {
        let after = self
            .pieces
            .partition_point(|piece| piece.text.start <= offset);
        self.pieces.get(after.saturating_sub(1)).copied()
    }

    /// The first byte of the text that stands at byte `offset` of the file or behind it.
    pub(crate) fn text_at(&self, offset: u32) -> Option<u32> {
        let behind = |piece: &&Piece| piece.file.end > offset && !piece.file.is_empty();
        self.pieces
            .iter()
            .find(behind)
            .map(|piece| piece.text.start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// "a’s b" of `a&#8217;s <i>b</i>`.
    fn pieces() -> Pieces {
        let mut pieces = Pieces::of("a&#8217;s <i>b</i>".to_owned());
        for (text, file) in [
            ((0, 1), (0, 1)),
            ((1, 4), (1, 8)),
            ((4, 6), (8, 10)),
            ((6, 7), (13, 14)),
        ] {
            pieces.push(Piece {
                text: Span::new(text.0, text.1),
                file: Span::new(file.0, file.1),
            });
        }
        pieces
    }

    #[test]
    fn spans_of_the_text_are_told_in_the_file() {
        let pieces = pieces();
        let file = |start, end| {
            let span = pieces.span(Span::new(start, end));
            span.slice(&pieces.file).to_owned()
        };
        assert_eq!(file(0, 5), "a&#8217;s");
        assert_eq!(file(1, 4), "&#8217;");
        assert_eq!(file(6, 7), "b");
        assert_eq!(file(4, 7), "s <i>b");
    }

    #[test]
    fn places_of_the_file_are_found_in_the_text() {
        let pieces = pieces();
        assert_eq!(pieces.text_at(0), Some(0));
        assert_eq!(pieces.text_at(10), Some(6));
        assert_eq!(pieces.text_at(14), None);
    }
}
