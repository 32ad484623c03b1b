//! Reviewdog's diagnostic format: one object with all diagnostics, for review comments on many platforms.
//!
//! Columns count bytes of UTF-8, and the end is the place behind the last byte (`reviewdog.proto`).

use serde::Serialize;

use super::diagnostic::{Diagnostic, diagnostics};
use super::{Page, Reporter};
use crate::compare::{Comparison, Severity};
use crate::place::{Position, Region};

/// The message `DiagnosticResult` as JSON.
pub struct ReviewdogJson;

#[derive(Serialize)]
struct Outcome<'a> {
    source: Source,
    diagnostics: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Source {
    name: &'static str,
    url: &'static str,
}

#[derive(Serialize)]
struct Item<'a> {
    message: String,
    location: ItemLocation<'a>,
    severity: &'static str,
    code: Code,
}

#[derive(Serialize)]
struct ItemLocation<'a> {
    path: &'a str,
    range: LineRange,
}

#[derive(Serialize)]
struct LineRange {
    start: LinePosition,
    end: LinePosition,
}

#[derive(Serialize)]
struct LinePosition {
    line: u32,
    column: u32,
}

#[derive(Serialize)]
struct Code {
    value: &'static str,
}

impl Reporter<Comparison> for ReviewdogJson {
    fn report(&self, comparison: &Comparison, _: &Page) -> String {
        let outcome = Outcome {
            source: Source {
                name: "claimdiff",
                url: env!("CARGO_PKG_REPOSITORY"),
            },
            diagnostics: diagnostics(comparison).iter().map(item).collect(),
        };
        let mut text = serde_json::to_string_pretty(&outcome).expect("the keys are strings");
        text.push('\n');
        text
    }
}

fn item<'a>(diagnostic: &Diagnostic<'a>) -> Item<'a> {
    Item {
        message: diagnostic.text(),
        location: ItemLocation {
            path: diagnostic.place.path,
            range: range(diagnostic.place.region),
        },
        severity: severity(diagnostic.severity),
        code: Code {
            value: diagnostic.rule.id(),
        },
    }
}

const fn range(region: Region) -> LineRange {
    LineRange {
        start: position(region.start),
        end: position(region.end),
    }
}

const fn position(position: Position) -> LinePosition {
    LinePosition {
        line: position.line,
        column: position.byte_column,
    }
}

const fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "ERROR",
        Severity::Warning => "WARNING",
        Severity::Note => "INFO",
    }
}
