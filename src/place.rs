//! Byte offsets of a report in, lines and columns of its file out, both from 1.
//!
//! In a Word document the third paragraph is line 3.

use claims::{LineIndex, Span};

use crate::compare::Report;
use crate::original::Original;

/// The byte order mark that may open a file; editors do not show it, so it takes no column.
const MARK: char = '\u{feff}';

/// The lines of one report.
pub(crate) struct Lines<'a> {
    original: &'a Original,
    text: &'a str,
    index: LineIndex,
}

impl<'a> Lines<'a> {
    /// Notes where each line of `report` starts.
    pub(crate) fn new(report: &'a Report) -> Self {
        let text = report.file();
        Self {
            original: &report.original,
            text,
            index: LineIndex::new(text),
        }
    }

    /// The lines of each report.
    pub(crate) fn of_all(reports: &'a [Report]) -> Vec<Self> {
        reports.iter().map(Self::new).collect()
    }

    /// Line and column of byte `offset` of the report's text.
    pub(crate) fn at(&self, offset: u32) -> (u32, u32) {
        let position = self.position(self.original.span(Span::new(offset, offset)).start);
        (position.line, position.column)
    }

    /// Line of byte `offset`.
    pub(crate) fn line(&self, offset: u32) -> u32 {
        self.at(offset).0
    }

    /// Where `span` of the report's text starts and ends.
    pub(crate) fn region(&self, span: Span) -> Region {
        let span = self.original.span(span);
        Region {
            span,
            start: self.position(span.start),
            end: self.position(span.end),
        }
    }

    /// The place of byte `offset` of the file.
    fn position(&self, offset: u32) -> Position {
        if let Original::Paragraphs(starts) = self.original {
            return self.in_paragraph(starts, offset);
        }
        let (line, column) = self.index.line_column(self.text, offset);
        let marked = line == 1 && column > 1 && self.text.starts_with(MARK);
        Position {
            line,
            column: column - u32::from(marked),
            byte_column: offset - self.index.line_start(offset) + 1,
        }
    }

    /// The place of byte `offset` in a document whose paragraphs count as lines.
    fn in_paragraph(&self, starts: &[u32], offset: u32) -> Position {
        let line = starts.partition_point(|&start| start <= offset).max(1);
        let start = starts.get(line - 1).copied().unwrap_or_default();
        let before = Span::new(start.min(offset), offset).slice(self.text);
        Position {
            line: line as u32,
            column: before.chars().count() as u32 + 1,
            byte_column: before.len() as u32 + 1,
        }
    }
}

/// A span with the lines and columns of both its ends; the end is the place just behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Region {
    /// Bytes of the file.
    pub(crate) span: Span,
    /// Where it starts.
    pub(crate) start: Position,
    /// The place just behind it.
    pub(crate) end: Position,
}

/// A place in a file, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Position {
    /// The line.
    pub(crate) line: u32,
    /// The column in characters.
    pub(crate) column: u32,
    /// The column in bytes of UTF-8.
    pub(crate) byte_column: u32,
}

#[cfg(test)]
mod tests {
    use claims::Document;

    use super::*;

    #[test]
    fn a_byte_order_mark_takes_no_column() {
        let report = Report {
            document: Document::new("\u{feff}93 of\r\n108"),
            ..Report::default()
        };
        let lines = Lines::new(&report);
        assert_eq!(lines.at(3), (1, 1));
        assert_eq!(lines.at(6), (1, 4));
        assert_eq!(lines.at(10), (2, 1));
    }

    #[test]
    fn a_region_has_columns_in_characters_and_in_bytes() {
        let report = Report {
            document: Document::new("one\nÜber 90\nof"),
            ..Report::default()
        };
        let region = Lines::new(&report).region(Span::new(4, 14));
        let position = |line, column, byte_column| Position {
            line,
            column,
            byte_column,
        };
        assert_eq!(region.start, position(2, 1, 1));
        assert_eq!(region.end, position(3, 2, 2));
    }
}
