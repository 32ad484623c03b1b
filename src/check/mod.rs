//! Check: drafts and their sources in, how each claim of a draft stands and what to correct out.
//!
//! "Just over 50 homes burned" in a draft of three reports, two of which say 57 and one "more than 50", is
//! supported by the third and disputed by none. Each draft is checked on its own against all sources.

mod answer;
mod candidate;
mod contrary;
mod desk;
mod draft;
mod exchange;
mod follow;
mod identifier;
mod message;
mod name;
mod overlap;
mod passage;
mod place;
mod polarity;
mod quote;
mod speaker;
mod stance;
mod title;
mod tree;
mod value;
mod verbatim;
mod word;
mod wording;

use rayon::prelude::*;

use crate::align::profiles;
use crate::compare::{Check, Comparison, Coverage, Finding, Group, Report, Role, fingerprint};

/// Checks each of `drafts` against all of `sources`.
#[must_use]
pub fn check(drafts: Vec<Report>, sources: Vec<Report>, story: Option<String>) -> Comparison {
    let count = drafts.len();
    let mut reports: Vec<Report> = drafts
        .into_iter()
        .map(|one| with(one, Role::Draft))
        .collect();
    reports.extend(sources.into_iter().map(|one| with(one, Role::Source)));
    let mut whole = Comparison {
        story,
        reports,
        ..Comparison::default()
    };
    let profiles = profiles(&whole.reports);
    let drafts = (0..count).into_par_iter();
    let parts: Vec<Part> = drafts
        .map(|draft| draft::check(&whole.reports, &profiles, draft))
        .collect();
    for part in parts {
        add(&mut whole, part);
    }
    whole.coverage = coverage(&whole, count);
    whole
        .findings
        .sort_by_key(|one| (one.severity, one.rule, one.primary));
    fingerprint::assign(&mut whole);
    whole
}

/// What the check of one draft gives.
#[derive(Debug, Default)]
struct Part {
    groups: Vec<Group>,
    findings: Vec<Finding>,
    checks: Vec<Check>,
    pairs: usize,
}

fn with(mut report: Report, role: Role) -> Report {
    report.role = role;
    report
}

/// Adds the part of one draft; its groups come behind those that are there.
fn add(whole: &mut Comparison, part: Part) {
    let shift = whole.groups.len();
    let moved = |group: Option<usize>| group.map(|index| index + shift);
    whole.groups.extend(part.groups);
    whole.coverage.pairs += part.pairs;
    whole
        .findings
        .extend(part.findings.into_iter().map(|one| Finding {
            group: moved(one.group),
            ..one
        }));
    whole
        .checks
        .extend(part.checks.into_iter().map(|one| Check {
            group: moved(one.group),
            ..one
        }));
}

/// How much of the drafts was read and found in the sources.
fn coverage(whole: &Comparison, drafts: usize) -> Coverage {
    let read = whole.reports[..drafts]
        .iter()
        .map(|draft| &draft.extraction.coverage);
    let numerals = read.clone().map(|one| one.numerals).sum();
    let unread: usize = read.map(|one| one.unread.len()).sum();
    Coverage {
        numerals,
        read: numerals - unread,
        aligned: whole
            .checks
            .iter()
            .filter(|one| one.group.is_some())
            .count(),
        pairs: whole.coverage.pairs,
    }
}
