//! JSON lines, for `grep` and streaming readers: one claim of `extract`, or one finding of `check`, on each line.

use std::io::{Result, Write};

use serde::Serialize;

use super::{Page, Reporter, view};
use crate::compare::{Comparison, Report};
use crate::place::Lines;

/// One JSON object a line.
pub struct JsonLines;

impl Reporter<[Report]> for JsonLines {
    fn report(&self, reports: &[Report], _: &Page) -> String {
        let claims = reports.iter().enumerate();
        claims.map(|(id, report)| claims_of(id, report)).collect()
    }
}

impl Reporter<Comparison> for JsonLines {
    fn report(&self, comparison: &Comparison, _: &Page) -> String {
        lines(view::comparison(comparison).findings.into_iter())
    }
}

/// One line for each claim of the report with this number.
pub(crate) fn claims_of(id: usize, report: &Report) -> String {
    lines(view::claims_of(id, report, &Lines::new(report)))
}

/// One line for each value, written as it comes: the views of a large archive would fill the memory. There is room at
/// once for lines of the usual length.
fn lines(values: impl Iterator<Item = impl Serialize>) -> String {
    const USUAL: usize = 400;
    let mut text = Text(Vec::with_capacity(values.size_hint().0 * USUAL));
    for value in values {
        serde_json::to_writer(&mut text, &value).expect("views have keys that are strings");
        text.0.push(b'\n');
    }
    String::from_utf8(text.0).expect("JSON is UTF-8")
}

/// The bytes of a text that is being written. Most pieces of JSON are a single mark (quotation mark, comma, colon), which
/// is put down at once: calling for a copy of memory takes longer.
struct Text(Vec<u8>);

impl Write for Text {
    #[inline]
    fn write_all(&mut self, bytes: &[u8]) -> Result<()> {
        match bytes {
            &[mark] => self.0.push(mark),
            _ => self.0.extend_from_slice(bytes),
        }
        Ok(())
    }

    #[inline]
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        self.write_all(bytes)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}
