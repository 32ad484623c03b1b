//! What `extract` prints.

use claims::Span;
use claims::attribution::Attribution;
use serde::Serialize;

use super::claim::ClaimView;
use super::{Range, ReportView, SCHEMA};
use crate::compare::Report;
use crate::place::Lines;
use crate::report::source::{chain, medium};

/// An extraction as the schema has it.
#[derive(Serialize)]
pub(in crate::report) struct ExtractionView<'a> {
    schema: &'static str,
    reports: Vec<ReportView<'a>>,
    /// The claims, by report and place.
    claims: Vec<ClaimView<'a>>,
    attributions: Vec<AttributionView<'a>>,
    coverage: CoverageView<'a>,
}

#[derive(Serialize)]
struct AttributionView<'a> {
    report: usize,
    source: Option<Range>,
    cue: Option<Range>,
    content: Vec<Range>,
    entity: Option<&'a str>,
    medium: Option<&'a str>,
    chain: Vec<&'a str>,
}

#[derive(Serialize)]
struct CoverageView<'a> {
    numerals: usize,
    read: usize,
    unread: Vec<UnreadView<'a>>,
}

/// A numeral that no rule could read.
#[derive(Serialize)]
struct UnreadView<'a> {
    report: usize,
    span: Range,
    line: u32,
    column: u32,
    surface: &'a str,
}

/// Puts the claims of `reports` into the schema.
pub(in crate::report) fn extraction(reports: &[Report]) -> ExtractionView<'_> {
    let lines = Lines::of_all(reports);
    ExtractionView {
        schema: SCHEMA,
        reports: super::reports(reports),
        claims: claims(reports, &lines),
        attributions: attributions(reports),
        coverage: coverage(reports, &lines),
    }
}

/// The same with the sentence of each claim: a fact sheet, which stands without the reports.
pub(in crate::report) fn fact_sheet(reports: &[Report]) -> ExtractionView<'_> {
    let mut view = extraction(reports);
    let sentences = reports.iter().flat_map(|report| {
        let claims = report.extraction.claims.iter();
        claims.map(|claim| {
            let sentence = &report.extraction.analysis.sentences[claim.sentence];
            // A line end makes YAML set the text as a block, in which nothing is escaped.
            format!("{}\n", report.words(sentence.span).trim())
        })
    });
    for (claim, sentence) in view.claims.iter_mut().zip(sentences) {
        claim.text = Some(sentence);
    }
    view
}

/// The claims of all `reports`, of which `lines` knows the lines.
fn claims<'a>(reports: &'a [Report], lines: &[Lines<'_>]) -> Vec<ClaimView<'a>> {
    let reports = reports.iter().enumerate().zip(lines);
    reports
        .flat_map(|((id, report), lines)| claims_of(id, report, lines))
        .collect()
}

/// The claims of the report with this number.
pub(in crate::report) fn claims_of<'a>(
    id: usize,
    report: &'a Report,
    lines: &Lines<'_>,
) -> impl Iterator<Item = ClaimView<'a>> {
    let claims = report.extraction.claims.iter();
    claims.map(move |claim| ClaimView::new(id, claim, report, lines))
}

fn attributions(reports: &[Report]) -> Vec<AttributionView<'_>> {
    let mut views = Vec::new();
    for (id, report) in reports.iter().enumerate() {
        let attributions = report.extraction.attributions.iter();
        views.extend(attributions.map(|one| attribution(id, one, report)));
    }
    views
}

fn attribution<'a>(
    id: usize,
    attribution: &Attribution,
    report: &'a Report,
) -> AttributionView<'a> {
    let extraction = &report.extraction;
    let range = |span: Span| Range::of(report, span);
    AttributionView {
        report: id,
        source: attribution.source.map(range),
        cue: attribution.cue.map(range),
        content: attribution
            .content
            .iter()
            .map(|&span| range(span))
            .collect(),
        entity: attribution
            .entity
            .map(|entity| extraction.entities[entity].name.as_str()),
        medium: medium(attribution, report),
        chain: chain(attribution, report),
    }
}

fn coverage<'a>(reports: &'a [Report], lines: &[Lines]) -> CoverageView<'a> {
    let mut view = CoverageView {
        numerals: 0,
        read: 0,
        unread: Vec::new(),
    };
    for (id, report) in reports.iter().enumerate() {
        let coverage = &report.extraction.coverage;
        view.numerals += coverage.numerals;
        view.read += coverage.numerals - coverage.unread.len();
        let unread = coverage.unread.iter();
        view.unread
            .extend(unread.map(|&span| unread_numeral(id, span, report, &lines[id])));
    }
    view
}

fn unread_numeral<'a>(id: usize, span: Span, report: &'a Report, lines: &Lines) -> UnreadView<'a> {
    let text = report.as_given();
    let (line, column) = lines.at(span.start);
    UnreadView {
        report: id,
        span: Range::of(report, span),
        line,
        column,
        surface: span.slice(text),
    }
}
