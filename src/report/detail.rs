//! What is behind a finding: the sentences it rests on, with their place and who says them.

use claims::Span;

use crate::compare::{Comparison, Finding, Report, Severity};
use crate::place::Lines;
use crate::text::clean;

/// Characters shown on each side of a value in a long sentence.
const CONTEXT: usize = 130;

/// A finding with its evidence.
pub(super) struct Detail<'a> {
    /// How bad it is.
    pub(super) severity: Severity,
    /// The rule's id.
    pub(super) rule: &'static str,
    /// The short name of the finding.
    pub(super) name: &'a str,
    /// What was found.
    pub(super) message: &'a str,
    /// Where, each report's sentence.
    pub(super) evidence: Vec<Evidence>,
}

/// One sentence of a report, cut around the value when it is long.
#[derive(PartialEq, Eq)]
pub(super) struct Evidence {
    /// Who published it.
    pub(super) outlet: String,
    /// Line of the value in its file, from 1.
    pub(super) line: u32,
    /// The sentence.
    pub(super) sentence: String,
}

/// The findings of a comparison with their evidence, worst first.
pub(super) fn details<'a>(comparison: &'a Comparison, outlets: &[String]) -> Vec<Detail<'a>> {
    let lines = Lines::of_all(&comparison.reports);
    let findings = comparison.findings.iter();
    findings
        .map(|finding| Detail {
            severity: finding.severity,
            rule: finding.rule.id(),
            name: finding.short_name(),
            message: &finding.message,
            evidence: all_evidence(finding, comparison, &lines, outlets),
        })
        .collect()
}

/// The sentences of a finding, each once.
fn all_evidence(
    finding: &Finding,
    comparison: &Comparison,
    lines: &[Lines],
    outlets: &[String],
) -> Vec<Evidence> {
    let locations = std::iter::once(&finding.primary).chain(&finding.related);
    let mut all = Vec::new();
    for location in locations {
        let report = &comparison.reports[location.report];
        let evidence = Evidence {
            outlet: outlets[location.report].clone(),
            line: lines[location.report].line(location.span.start),
            sentence: sentence(location.span, report),
        };
        if !all.contains(&evidence) {
            all.push(evidence);
        }
    }
    all
}

/// The sentence of `value` on one line, cut around the value when it is long.
pub(super) fn sentence(value: Span, report: &Report) -> String {
    excerpt(value, sentence_around(value, report), &report.document.text)
}

/// The sentences that `span` touches.
fn sentence_around(span: Span, report: &Report) -> Span {
    let sentences = report.extraction.analysis.sentences.iter();
    sentences
        .map(|sentence| sentence.span)
        .filter(|sentence| sentence.overlaps(span))
        .fold(span, Span::cover)
}

/// `sentence` on one line, with at most [`CONTEXT`] characters on each side of `value`.
fn excerpt(value: Span, sentence: Span, text: &str) -> String {
    let start = text[sentence.start as usize..value.start as usize]
        .char_indices()
        .rev()
        .nth(CONTEXT)
        .map_or(sentence.start as usize, |(at, _)| {
            sentence.start as usize + at
        });
    let end = text[value.end as usize..sentence.end as usize]
        .char_indices()
        .nth(CONTEXT)
        .map_or(sentence.end as usize, |(at, _)| value.end as usize + at);
    let mut words = text[start..end].split_whitespace();
    let mut line = String::new();
    if start > sentence.start as usize {
        words.next();
        line += "… ";
    }
    let cut = end < sentence.end as usize;
    if cut {
        words.next_back();
    }
    line += &clean(&words.collect::<Vec<_>>().join(" "));
    if cut {
        line += " …";
    }
    line
}
