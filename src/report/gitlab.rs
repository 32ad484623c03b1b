//! GitLab's code quality report: an array of issues, shown in merge requests.

use serde::Serialize;

use super::diagnostic::{Diagnostic, diagnostics, numbered};
use super::{Page, Reporter};
use crate::compare::{Comparison, Severity};

/// Code quality JSON.
pub struct GitLab;

#[derive(Serialize)]
struct Issue<'a> {
    description: String,
    check_name: &'static str,
    fingerprint: String,
    severity: &'static str,
    location: IssueLocation<'a>,
}

#[derive(Serialize)]
struct IssueLocation<'a> {
    path: &'a str,
    lines: LineRange,
}

#[derive(Serialize)]
struct LineRange {
    begin: u32,
    end: u32,
}

impl Reporter<Comparison> for GitLab {
    fn report(&self, comparison: &Comparison, _: &Page) -> String {
        let diagnostics = diagnostics(comparison);
        let fingerprints = numbered(diagnostics.iter().map(|one| one.fingerprint), "-");
        let issues: Vec<Issue> = diagnostics.iter().zip(fingerprints).map(issue).collect();
        let mut text = serde_json::to_string_pretty(&issues).expect("issues have string keys");
        text.push('\n');
        text
    }
}

fn issue<'a>((diagnostic, fingerprint): (&'a Diagnostic, String)) -> Issue<'a> {
    let region = diagnostic.place.region;
    Issue {
        description: diagnostic.message.clone(),
        check_name: diagnostic.rule.id(),
        fingerprint,
        severity: severity(diagnostic.severity),
        location: IssueLocation {
            path: diagnostic.place.path,
            lines: LineRange {
                begin: region.start.line,
                end: region.end.line,
            },
        },
    }
}

const fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "major",
        Severity::Warning => "minor",
        Severity::Note => "info",
    }
}
