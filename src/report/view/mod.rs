//! The contract `claimdiff/1`: comparisons and extractions in, plain structs for serde out.
//!
//! json, jsonl and yaml print these; their fields and the order of the fields are the schema. Spans are byte
//! offsets into the file as given, numbers decimal strings, times ISO 8601.
//!
//! "108" in "Russia launched 108 drones, Ukraine's Air Force said" becomes `{"span": {"start": 16, "end": 19},
//! "surface": "108", "value": {"lower": "108", "upper": "108", "modifier": "exact", "unit": "drone"}, …}`.

mod claim;
mod comparison;
mod extraction;
mod value;

use claims::Span;
pub(super) use comparison::comparison;
pub(super) use extraction::{claims_of, extraction, fact_sheet};
use serde::Serialize;

use super::time;
use crate::compare::Report;

/// The schema's name.
const SCHEMA: &str = "claimdiff/1";

#[derive(Serialize)]
struct ReportView<'a> {
    id: usize,
    role: &'static str,
    outlet: &'a str,
    date: Option<String>,
    title: Option<&'a str>,
    path: &'a str,
}

/// A half-open range of bytes.
#[derive(Clone, Copy, Serialize)]
struct Range {
    start: u32,
    end: u32,
}

impl Range {
    /// Where `span` of a report stands in its file.
    fn of(report: &Report, span: Span) -> Self {
        let span = report.in_file(span);
        Self {
            start: span.start,
            end: span.end,
        }
    }
}

fn reports(reports: &[Report]) -> Vec<ReportView<'_>> {
    reports.iter().enumerate().map(report).collect()
}

fn report((id, report): (usize, &Report)) -> ReportView<'_> {
    ReportView {
        id,
        role: report.role.name(),
        outlet: &report.outlet,
        date: report.document.published.as_ref().map(time::published),
        title: report.title.as_deref(),
        path: &report.path,
    }
}
