//! Byte offsets of a report in, lines and columns out, both from 1.

use claims::{LineIndex, Span};

use crate::compare::Report;

/// The byte order mark that may open a file; editors do not show it, so it takes no column.
const MARK: char = '\u{feff}';

/// The text of a report as its file has it, with its markup.
pub(super) fn as_given(report: &Report) -> &str {
    report.as_given()
}

/// The lines of one report.
pub(super) struct Lines<'a> {
    text: &'a str,
    index: LineIndex,
}

impl<'a> Lines<'a> {
    /// Notes where each line of `report` starts.
    pub(super) fn new(report: &'a Report) -> Self {
        let text = as_given(report);
        Self {
            text,
            index: LineIndex::new(text),
        }
    }

    /// The lines of each report.
    pub(super) fn of_all(reports: &'a [Report]) -> Vec<Self> {
        reports.iter().map(Self::new).collect()
    }

    /// Line and column of byte `offset`.
    pub(super) fn at(&self, offset: u32) -> (u32, u32) {
        let (line, column) = self.index.line_column(self.text, offset);
        let marked = line == 1 && column > 1 && self.text.starts_with(MARK);
        (line, column - u32::from(marked))
    }

    /// Line of byte `offset`.
    pub(super) fn line(&self, offset: u32) -> u32 {
        self.at(offset).0
    }

    /// Where `span` starts and ends.
    pub(super) fn region(&self, span: Span) -> Region {
        Region {
            span,
            start: self.position(span.start),
            end: self.position(span.end),
        }
    }

    fn position(&self, offset: u32) -> Position {
        let (line, column) = self.at(offset);
        let before = &self.text[..offset as usize];
        let line_start = before.rfind('\n').map_or(0, |at| at as u32 + 1);
        Position {
            line,
            column,
            byte_column: offset - line_start + 1,
        }
    }
}

/// A span with the lines and columns of both its ends; the end is the place just behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Region {
    /// Bytes of the file.
    pub(super) span: Span,
    /// Where it starts.
    pub(super) start: Position,
    /// The place just behind it.
    pub(super) end: Position,
}

/// A place in a file, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Position {
    /// The line.
    pub(super) line: u32,
    /// The column in characters.
    pub(super) column: u32,
    /// The column in bytes of UTF-8.
    pub(super) byte_column: u32,
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
