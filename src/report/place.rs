//! Byte offsets of a report in, lines and columns out, both from 1.

use claims::LineIndex;

use crate::compare::Report;

/// The byte order mark that may open a file; editors do not show it, so it takes no column.
const MARK: char = '\u{feff}';

/// The text of a report as its file has it, with its markup.
pub(super) fn as_given(report: &Report) -> &str {
    report.markup.as_deref().unwrap_or(&report.document.text)
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
}
