//! What `compare` prints.

use serde::Serialize;

use super::claim::{self, AttributionName};
use super::value::{self, UnitName, ValueView};
use super::{Range, ReportView, SCHEMA};
use crate::compare::{Check, ClaimId, Comparison, Coverage, Finding, Group, Location, Report};
use crate::place::Lines;
use crate::report::claim::kind;

/// A comparison as the schema has it.
#[derive(Serialize)]
pub(in crate::report) struct ComparisonView<'a> {
    schema: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    story: Option<&'a str>,
    reports: Vec<ReportView<'a>>,
    groups: Vec<GroupView<'a>>,
    /// The findings, worst first.
    pub(in crate::report) findings: Vec<FindingView<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    checks: Vec<CheckView<'a>>,
    coverage: CoverageView,
}

#[derive(Serialize)]
struct GroupView<'a> {
    id: String,
    kind: &'static str,
    question: &'a str,
    verdict: &'static str,
    reason: &'a str,
    claims: Vec<GroupedClaim<'a>>,
}

#[derive(Serialize)]
struct GroupedClaim<'a> {
    report: usize,
    span: Range,
    line: u32,
    column: u32,
    surface: &'a str,
    value: ValueView<'a, UnitName<'a>>,
    sentence: Range,
    attribution: Option<AttributionName<'a>>,
}

/// One finding.
#[derive(Serialize)]
pub(in crate::report) struct FindingView<'a> {
    rule: &'static str,
    severity: &'static str,
    message: &'a str,
    report: usize,
    span: Range,
    related: Vec<LocationView>,
    group: Option<String>,
    fingerprint: &'a str,
}

/// A claim of a draft and who carries it.
#[derive(Serialize)]
struct CheckView<'a> {
    report: usize,
    span: Range,
    line: u32,
    column: u32,
    surface: &'a str,
    kind: &'static str,
    verdict: &'static str,
    supporters: Vec<LocationView>,
    group: Option<String>,
}

#[derive(Serialize)]
struct LocationView {
    report: usize,
    span: Range,
}

#[derive(Serialize)]
struct CoverageView {
    numerals: usize,
    read: usize,
    aligned: usize,
}

/// Puts `comparison` into the schema.
pub(in crate::report) fn comparison(comparison: &Comparison) -> ComparisonView<'_> {
    let lines = Lines::of_all(&comparison.reports);
    let groups = comparison.groups.iter().enumerate();
    ComparisonView {
        schema: SCHEMA,
        story: comparison.story.as_deref(),
        reports: super::reports(&comparison.reports),
        groups: groups
            .map(|(index, one)| group(index, one, comparison, &lines))
            .collect(),
        findings: comparison
            .findings
            .iter()
            .map(|one| finding(one, &comparison.reports))
            .collect(),
        checks: comparison
            .checks
            .iter()
            .map(|one| check(one, comparison, &lines))
            .collect(),
        coverage: coverage(comparison.coverage),
    }
}

fn group<'a>(
    index: usize,
    group: &'a Group,
    comparison: &'a Comparison,
    lines: &[Lines],
) -> GroupView<'a> {
    GroupView {
        id: group_id(index),
        kind: group.kind.name(),
        question: &group.question,
        verdict: group.verdict.name(),
        reason: &group.reason,
        claims: group
            .claims
            .iter()
            .map(|&id| grouped_claim(id, comparison, lines))
            .collect(),
    }
}

fn group_id(index: usize) -> String {
    format!("g{}", index + 1)
}

fn grouped_claim<'a>(id: ClaimId, comparison: &'a Comparison, lines: &[Lines]) -> GroupedClaim<'a> {
    let report = &comparison.reports[id.report];
    let claim = &report.extraction.claims[id.claim];
    let text = report.as_given();
    let (line, column) = lines[id.report].at(claim.span.start);
    GroupedClaim {
        report: id.report,
        span: Range::of(report, claim.span),
        line,
        column,
        surface: claim.span.slice(text),
        value: value::grouped(claim, report),
        sentence: claim::sentence(claim, report),
        attribution: claim::attribution_name(claim, report),
    }
}

fn finding<'a>(finding: &'a Finding, reports: &[Report]) -> FindingView<'a> {
    let place = |one: &Location| location(one, reports);
    FindingView {
        rule: finding.rule.id(),
        severity: finding.severity.name(),
        message: &finding.message,
        report: finding.primary.report,
        span: place(&finding.primary).span,
        related: finding.related.iter().map(place).collect(),
        group: finding.group.map(group_id),
        fingerprint: &finding.fingerprint,
    }
}

fn check<'a>(check: &Check, comparison: &'a Comparison, lines: &[Lines]) -> CheckView<'a> {
    let report = &comparison.reports[check.claim.report];
    let claim = report.claim(check.claim.claim);
    let (line, column) = lines[check.claim.report].at(claim.span.start);
    let place = |id: &ClaimId| {
        let report = &comparison.reports[id.report];
        LocationView {
            report: id.report,
            span: Range::of(report, report.claim(id.claim).span),
        }
    };
    CheckView {
        report: check.claim.report,
        span: Range::of(report, claim.span),
        line,
        column,
        surface: claim.span.slice(report.as_given()),
        kind: kind(&claim.value),
        verdict: check.standing.name(),
        supporters: check.supporters.iter().map(place).collect(),
        group: check.group.map(group_id),
    }
}

fn location(location: &Location, reports: &[Report]) -> LocationView {
    LocationView {
        report: location.report,
        span: Range::of(&reports[location.report], location.span),
    }
}

const fn coverage(coverage: Coverage) -> CoverageView {
    CoverageView {
        numerals: coverage.numerals,
        read: coverage.read,
        aligned: coverage.aligned,
    }
}
