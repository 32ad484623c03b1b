//! The reports side by side: their texts in, paragraphs out with every claim marked by its verdict.

use std::collections::BTreeMap;

use claims::Span;
use claims::syntax::SentenceKind;

use super::evidence::{claim_id, outlet_id};
use super::fact::fact_id;
use super::mark::{Mark, Run, runs};
use super::outlet::OutletView;
use super::words::plain;
use crate::compare::{Comparison, Report};

/// One report.
pub(super) struct ReadingView {
    /// Its place among the reports of the comparison.
    pub(super) report: usize,
    /// Its name on the page.
    pub(super) id: String,
    /// Its outlet.
    pub(super) outlet: String,
    /// When it was published, for people.
    pub(super) date: String,
    /// `report`, `draft` or `source`.
    pub(super) role: &'static str,
    /// Whether the role is worth telling.
    pub(super) has_role: bool,
    /// Its text.
    pub(super) paragraphs: Vec<Paragraph>,
}

/// A paragraph.
pub(super) struct Paragraph {
    /// Whether it is a headline.
    pub(super) headline: bool,
    /// Its words.
    pub(super) pieces: Vec<Piece>,
}

/// A stretch of a paragraph.
pub(super) struct Piece {
    /// The words.
    pub(super) text: String,
    /// What they are.
    pub(super) role: PieceRole,
}

/// What a stretch of a paragraph is.
pub(super) enum PieceRole {
    /// Prose.
    Prose,
    /// A numeral that no rule could read.
    Unread,
    /// A claim.
    Claim(ClaimView),
}

/// A claim in its report.
pub(super) struct ClaimView {
    /// Its name on the page, where it begins.
    pub(super) id: Option<String>,
    /// The rows of the table it belongs to, the worst first.
    pub(super) facts: String,
    /// The first of these.
    pub(super) fact: String,
    /// Its verdict there.
    pub(super) verdict: &'static str,
    /// What it answers there.
    pub(super) question: String,
}

/// The groups of the claims at each place of a report, worst first; none where a numeral could not be read.
pub(super) type Places = BTreeMap<Span, Vec<usize>>;

/// A place with its groups.
type Spot<'a> = Mark<(Span, &'a [usize])>;

/// The reports in the order of the page.
pub(super) fn readings(comparison: &Comparison, outlets: &[OutletView]) -> Vec<ReadingView> {
    let places = places(comparison);
    let date = |outlet: &OutletView| outlet.date.as_ref().map(|date| date.words.clone());
    let outlets = outlets.iter();
    outlets
        .map(|outlet| ReadingView {
            report: outlet.index,
            id: outlet_id(outlet.index),
            outlet: outlet.name.clone(),
            date: date(outlet).unwrap_or_default(),
            role: outlet.role,
            has_role: outlet.has_role,
            paragraphs: paragraphs(comparison, outlet.index, &places[outlet.index]),
        })
        .collect()
}

/// The places of every report.
pub(super) fn places(comparison: &Comparison) -> Vec<Places> {
    let mut places = vec![Places::default(); comparison.reports.len()];
    for (index, group) in comparison.groups.iter().enumerate() {
        for id in &group.claims {
            let span = comparison.reports[id.report].claim(id.claim).span;
            places[id.report].entry(span).or_default().push(index);
        }
    }
    for (report, places) in comparison.reports.iter().zip(&mut places) {
        for &span in &report.extraction.coverage.unread {
            places.entry(span).or_default();
        }
    }
    places
}

fn paragraphs(comparison: &Comparison, index: usize, places: &Places) -> Vec<Paragraph> {
    let report = &comparison.reports[index];
    let spots: Vec<Spot<'_>> = places
        .iter()
        .map(|(&span, groups)| Mark {
            span,
            label: (span, groups.as_slice()),
        })
        .collect();
    let mut reach: &[Spot<'_>] = &spots;
    let mut paragraphs = Vec::new();
    for span in blocks(&report.document.text, report.document.body) {
        let before = reach.iter().take_while(|spot| spot.span.end <= span.start);
        reach = &reach[before.count()..];
        let inside = &reach[..reach.partition_point(|spot| spot.span.start < span.end)];
        let pieces = runs(span, inside).into_iter();
        paragraphs.push(Paragraph {
            headline: is_headline(report, span),
            pieces: pieces
                .map(|run| piece(comparison, index, span, &run))
                .collect(),
        });
    }
    paragraphs
}

/// The stretches of `body` between blank lines, without the blanks around them.
fn blocks(text: &str, body: Span) -> Vec<Span> {
    let mut blocks = Vec::new();
    let mut open: Option<Span> = None;
    let mut at = body.start;
    for line in body.slice(text).split_inclusive('\n') {
        let start = at + (line.len() - line.trim_start().len()) as u32;
        let words = Span::new(start, start + line.trim().len() as u32);
        if line.trim().is_empty() {
            blocks.extend(open.take());
        } else {
            open = Some(open.map_or(words, |open| open.cover(words)));
        }
        at += line.len() as u32;
    }
    blocks.extend(open);
    blocks
}

fn is_headline(report: &Report, block: Span) -> bool {
    let sentences = &report.extraction.analysis.sentences;
    let first = sentences.partition_point(|sentence| sentence.span.end <= block.start);
    let first = sentences.get(first);
    first.is_some_and(|sentence| sentence.kind == SentenceKind::Headline)
}

fn piece(
    comparison: &Comparison,
    report: usize,
    block: Span,
    run: &Run<'_, (Span, &[usize])>,
) -> Piece {
    let text = &comparison.reports[report].document.text;
    let role = match run.mark {
        None => PieceRole::Prose,
        Some((_, [])) => PieceRole::Unread,
        Some((span, groups @ [worst, ..])) => {
            let names: Vec<String> = groups.iter().map(|&group| fact_id(group)).collect();
            let begins = run.first && block.start <= span.start;
            PieceRole::Claim(ClaimView {
                id: begins.then(|| claim_id(report, *span)),
                fact: fact_id(*worst),
                facts: names.join(" "),
                verdict: comparison.groups[*worst].verdict.name(),
                question: plain(&comparison.groups[*worst].question),
            })
        }
    };
    Piece {
        text: plain(run.span.slice(text)),
        role,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_end_at_blank_lines() {
        let text = "Head\r\n \r\n  one\ntwo \n\n\nthree";
        let whole = Span::new(0, text.len() as u32);
        let blocks = blocks(text, whole);
        let words: Vec<&str> = blocks.iter().map(|span| span.slice(text)).collect();
        assert_eq!(words, ["Head", "one\ntwo", "three"]);
    }
}
