//! GitLab's code quality report: an array of issues, shown in merge requests.

use rustc_hash::FxHashMap;
use serde::Serialize;

use super::diagnostic::{Diagnostic, diagnostics};
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
        let mut seen = FxHashMap::default();
        let issues: Vec<Issue> = diagnostics
            .iter()
            .map(|one| issue(one, &mut seen))
            .collect();
        let mut text = serde_json::to_string_pretty(&issues).expect("issues have string keys");
        text.push('\n');
        text
    }
}

/// The platform drops issues whose fingerprint it has seen, so that the second of a kind gets a number.
fn issue<'a>(diagnostic: &'a Diagnostic, seen: &mut FxHashMap<&'a str, usize>) -> Issue<'a> {
    let count = seen.entry(diagnostic.fingerprint).or_default();
    *count += 1;
    let region = diagnostic.place.region;
    Issue {
        description: diagnostic.message.clone(),
        check_name: diagnostic.rule.id(),
        fingerprint: match count {
            1 => diagnostic.fingerprint.to_owned(),
            _ => format!("{}-{count}", diagnostic.fingerprint),
        },
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
