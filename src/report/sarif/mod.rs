//! SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format), as code scanning platforms read it.
//!
//! A finding becomes a result with its rule, its region in lines, columns (characters) and bytes, the places in
//! the other reports, and its fingerprint. What goes beyond the limits of the platform is left out, worst kept,
//! and said in a notification of the run.

mod log;
mod rule;

use std::fmt::Write;

use log::{
    Artifact, ArtifactLocation, AutomationDetails, Driver, Invocation, Location, Log, Message,
    Notification, PartialFingerprints, PhysicalLocation, Region, Run, SarifResult, Tool,
};

use super::diagnostic::{Diagnostic, Place, diagnostics, numbered};
use super::{Page, Reporter};
use crate::compare::{Comparison, Rule};

/// Most results of a run that GitHub's code scanning accepts.
const MOST_RESULTS: usize = 25_000;

/// How many of them it shows, the worst first.
const MOST_SHOWN: usize = 5_000;

/// Most places of a result that it shows.
const MOST_PLACES: usize = 100;

/// Most bytes of results: below the 10 MB that it accepts, even where nothing is compressed.
const MOST_BYTES: usize = 9_000_000;

/// SARIF 2.1.0.
pub struct Sarif;

impl Reporter<Comparison> for Sarif {
    fn report(&self, comparison: &Comparison, _: &Page) -> String {
        let log = Log::of(run(comparison));
        let mut text = serde_json::to_string_pretty(&log).expect("a log has string keys only");
        text.push('\n');
        text
    }
}

fn run(comparison: &Comparison) -> Run {
    let diagnostics = diagnostics(comparison);
    let names = numbered(diagnostics.iter().map(|one| one.fingerprint), ":");
    let all: Vec<SarifResult> = diagnostics.iter().zip(names).map(result).collect();
    let (results, notifications) = within_limits(all);
    Run {
        tool: Tool {
            driver: Driver {
                name: "claimdiff",
                semantic_version: env!("CARGO_PKG_VERSION"),
                information_uri: env!("CARGO_PKG_REPOSITORY"),
                rules: rule::descriptors(),
            },
        },
        artifacts: artifacts(comparison),
        results,
        invocations: vec![Invocation {
            execution_successful: true,
            tool_execution_notifications: notifications,
        }],
        column_kind: "unicodeCodePoints",
        automation_details: AutomationDetails { id: "claimdiff/" },
    }
}

fn artifacts(comparison: &Comparison) -> Vec<Artifact> {
    let reports = comparison.reports.iter();
    reports
        .map(|report| Artifact {
            location: ArtifactLocation::of(&report.path, None),
        })
        .collect()
}

fn result((diagnostic, numbered): (&Diagnostic, String)) -> SarifResult {
    SarifResult {
        rule_id: diagnostic.rule.id(),
        rule_index: rule_index(diagnostic.rule),
        level: diagnostic.severity.name(),
        message: Message::plain(&diagnostic.message),
        locations: vec![location(&diagnostic.place, None)],
        related_locations: diagnostic
            .related
            .iter()
            .take(MOST_PLACES)
            .enumerate()
            .map(|(id, place)| location(place, Some(id + 1)))
            .collect(),
        partial_fingerprints: PartialFingerprints {
            numbered,
            finding: diagnostic.fingerprint.to_owned(),
        },
    }
}

fn rule_index(rule: Rule) -> usize {
    let position = Rule::ALL.into_iter().position(|one| one == rule);
    position.expect("every rule is among them")
}

/// A place; the related ones are numbered and say what stands there.
fn location(place: &Place, id: Option<usize>) -> Location {
    Location {
        message: id.map(|_| Message::plain(&format!("{}: {}", place.outlet, place.sentence))),
        id,
        physical_location: PhysicalLocation {
            artifact_location: ArtifactLocation::of(place.path, Some(place.report)),
            region: region(place),
        },
    }
}

fn region(place: &Place) -> Region {
    let at = place.region;
    Region {
        start_line: at.start.line,
        start_column: at.start.column,
        end_line: at.end.line,
        end_column: at.end.column,
        byte_offset: at.span.start,
        byte_length: at.span.len(),
        snippet: Message {
            text: place.surface.to_owned(),
        },
    }
}

/// The results that the platform accepts, and what was left out, in words.
fn within_limits(mut results: Vec<SarifResult>) -> (Vec<SarifResult>, Vec<Notification>) {
    let total = results.len();
    results.truncate(MOST_RESULTS.min(fitting(&results)));
    let mut said = String::new();
    if results.len() < total {
        let kept = results.len();
        write!(said, "{} of {total} findings were left out: GitHub accepts {MOST_RESULTS} results and 10 MB; the worst {kept} are here", total - kept)
            .expect("a string takes everything");
    } else if total > MOST_SHOWN {
        write!(
            said,
            "GitHub shows the worst {MOST_SHOWN} of these {total} findings"
        )
        .expect("a string takes everything");
    }
    let notifications = (!said.is_empty()).then(|| Notification {
        level: "warning",
        message: Message::plain(&said),
    });
    (results, notifications.into_iter().collect())
}

/// How many of the first results fit into the file.
fn fitting(results: &[SarifResult]) -> usize {
    let mut bytes = 0;
    let fits = |result: &&SarifResult| {
        // Indented as in the file.
        bytes += serde_json::to_string_pretty(result).map_or(0, |text| text.len() * 2);
        bytes <= MOST_BYTES
    };
    results.iter().take_while(fits).count()
}
