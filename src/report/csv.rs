//! Comma-separated values (RFC 4180): a finding on each line, for spreadsheets.
//!
//! A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula, and the texts are not ours:
//! such a cell begins with an apostrophe, which spreadsheets do not show.

use super::diagnostic::{Diagnostic, Place, diagnostics};
use super::{Page, Reporter};
use crate::compare::Comparison;
use crate::text::clean;

/// CSV with a line of headings.
pub struct Csv;

const HEADINGS: [&str; 12] = [
    "severity",
    "rule",
    "outlet",
    "path",
    "line",
    "column",
    "start",
    "end",
    "value",
    "message",
    "others",
    "fingerprint",
];

impl Reporter<Comparison> for Csv {
    fn report(&self, comparison: &Comparison, _: &Page) -> String {
        let mut text = record(HEADINGS.map(str::to_owned));
        for diagnostic in diagnostics(comparison) {
            text += &record(cells(&diagnostic));
        }
        text
    }
}

fn cells(diagnostic: &Diagnostic) -> [String; 12] {
    let place = &diagnostic.place;
    let region = place.region;
    let others: Vec<String> = diagnostic.related.iter().map(other).collect();
    [
        diagnostic.severity.name().to_owned(),
        diagnostic.rule.id().to_owned(),
        place.outlet.clone(),
        place.path.to_owned(),
        region.start.line.to_string(),
        region.start.column.to_string(),
        region.span.start.to_string(),
        region.span.end.to_string(),
        clean(place.surface),
        diagnostic.message.clone(),
        others.join("; "),
        diagnostic.fingerprint.to_owned(),
    ]
}

fn other(place: &Place) -> String {
    let (outlet, line) = (&place.outlet, place.region.start.line);
    format!("{outlet}, line {line}: {}", clean(place.surface))
}

fn record(cells: [String; 12]) -> String {
    cells.map(|cell| field(&cell)).join(",") + "\r\n"
}

fn field(cell: &str) -> String {
    let safe = harmless(cell);
    if safe.contains([',', '"', '\r', '\n']) {
        format!("\"{}\"", safe.replace('"', "\"\""))
    } else {
        safe
    }
}

/// `cell` with an apostrophe in front where a spreadsheet would compute it, or would take its own apostrophe
/// for this one.
fn harmless(cell: &str) -> String {
    let first = cell.trim_start_matches('\'').chars().next();
    if first.is_some_and(opens_formula) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

const fn opens_formula(character: char) -> bool {
    matches!(
        character,
        '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠'
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What stands in the cell once the apostrophe is gone.
    fn meant(cell: &str) -> &str {
        let first = cell.trim_start_matches('\'').chars().next();
        match cell.strip_prefix('\'') {
            Some(rest) if first.is_some_and(opens_formula) => rest,
            _ => cell,
        }
    }

    proptest! {
        #[test]
        fn a_reader_gets_what_was_meant_and_no_formula(cells in prop::collection::vec("[-'=+@a\",\r\n\té]{0,8}", 12)) {
            let cells: [String; 12] = cells.try_into().unwrap();
            let text = record(cells.clone());
            let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
            let records: Vec<_> = reader.records().map(Result::unwrap).collect();
            prop_assert_eq!(records.len(), 1);
            for (read, cell) in records[0].iter().zip(&cells) {
                prop_assert_eq!(meant(read), cell);
                prop_assert!(!read.starts_with(opens_formula), "{:?}", read);
            }
        }
    }
}
