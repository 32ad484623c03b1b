//! The sentences behind a fact: claims in, sentences out with the deciding words marked.
//!
//! "Two people were killed and 13 were wounded there, regional governor Serhiy Koval said": "13" is marked as the
//! value, "regional governor Serhiy Koval" as who says so.

use claims::Span;

use super::mark::{Mark, runs};
use super::outlet::OutletView;
use super::words::plain;
use crate::compare::{Comparison, Group, Location, Report};
use crate::place::Lines;

/// Bytes shown on each side of the marked words of a long sentence.
const CONTEXT: u32 = 300;

/// Bytes of the marked words shown at most.
const LONGEST: u32 = 900;

/// Sentences shown of one report.
const MOST: usize = 4;

/// One sentence of a report.
#[derive(Clone, Debug)]
pub(super) struct Evidence {
    /// Who published it.
    pub(super) outlet: String,
    /// Its report, as an index into the reports of the comparison.
    pub(super) report: usize,
    /// Line of the value in its file, from 1.
    pub(super) line: u32,
    /// Place of the value in the reports of the page.
    pub(super) target: String,
    /// The words.
    pub(super) pieces: Vec<Piece>,
}

/// A stretch of a sentence.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    /// The words.
    pub(super) text: String,
    /// Why they are marked.
    pub(super) mark: Option<Label>,
}

/// Why words are marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    /// They are the value.
    Value,
    /// They say who says so.
    Source,
    /// They decided.
    Cause,
}

impl Label {
    /// The class of the element that marks them.
    pub(super) const fn class(self) -> &'static str {
        match self {
            Self::Value => "value",
            Self::Source => "who",
            Self::Cause => "why",
        }
    }
}

/// What turns places of the reports into sentences.
pub(super) struct Evidences<'a> {
    comparison: &'a Comparison,
    outlets: &'a [OutletView],
    lines: Vec<Lines<'a>>,
}

/// A sentence of a report with what is marked in it.
struct Found {
    sentence: Span,
    value: Span,
    target: String,
    marks: Vec<Mark<Label>>,
}

impl<'a> Evidences<'a> {
    /// Notes where the lines of every report start.
    pub(super) fn new(comparison: &'a Comparison, outlets: &'a [OutletView]) -> Self {
        Self {
            comparison,
            outlets,
            lines: Lines::of_all(&comparison.reports),
        }
    }

    /// The sentences of a group, by outlet and place, each once.
    pub(super) fn of_group(&self, group: &Group) -> Vec<Evidence> {
        let outlets = self.outlets.iter();
        outlets
            .flat_map(|outlet| self.of_group_in(group, outlet))
            .collect()
    }

    fn of_group_in(&self, group: &Group, outlet: &OutletView) -> Vec<Evidence> {
        let report = &self.comparison.reports[outlet.index];
        let mut found: Vec<Found> = Vec::new();
        let claims = group.claims.iter().filter(|id| id.report == outlet.index);
        for id in claims {
            let claim = report.claim(id.claim);
            let sentence = report.extraction.analysis.sentences[claim.sentence].span;
            let sentence = sentence.cover(claim.span);
            if found
                .last()
                .is_none_or(|last| !last.sentence.overlaps(sentence))
            {
                found.push(Found {
                    sentence,
                    value: claim.span,
                    target: claim_id(outlet.index, claim.span),
                    marks: cause(group, outlet.index).into_iter().collect(),
                });
            }
            let last = found
                .last_mut()
                .expect("one was pushed where there was none");
            last.marks.extend(marks(claim, report));
        }
        found.truncate(MOST);
        let evidence = |found| self.evidence(outlet, found);
        found.into_iter().map(evidence).collect()
    }

    /// The sentences around the places of a finding that rests on no group, each once.
    pub(super) fn of_places(&self, places: &[Location]) -> Vec<Evidence> {
        let mut found: Vec<(usize, Found)> = Vec::new();
        for place in places {
            let sentence = sentence_around(place.span, &self.comparison.reports[place.report]);
            let mark = Mark {
                span: place.span,
                label: Label::Value,
            };
            let known = found
                .iter_mut()
                .find(|(report, one)| *report == place.report && one.sentence.overlaps(sentence));
            match known {
                Some((_, one)) => one.marks.push(mark),
                None => found.push((
                    place.report,
                    Found {
                        sentence,
                        value: place.span,
                        target: outlet_id(place.report),
                        marks: vec![mark],
                    },
                )),
            }
        }
        let outlet = |report| {
            self.outlets
                .iter()
                .find(move |outlet| outlet.index == report)
        };
        let found = found.into_iter();
        found
            .filter_map(|(report, found)| Some(self.evidence(outlet(report)?, found)))
            .collect()
    }

    fn evidence(&self, outlet: &OutletView, found: Found) -> Evidence {
        let report = &self.comparison.reports[outlet.index];
        Evidence {
            outlet: outlet.name.clone(),
            report: outlet.index,
            line: self.lines[outlet.index].line(found.value.start),
            pieces: pieces(report, &found),
            target: found.target,
        }
    }
}

/// Where a claim stands in the reports of the page.
pub(super) fn claim_id(report: usize, claim: Span) -> String {
    format!("c{report}-{}-{}", claim.start, claim.end)
}

/// Where a report stands on the page.
pub(super) fn outlet_id(report: usize) -> String {
    format!("r{report}")
}

/// The value of a claim and who says so.
fn marks(claim: &claims::Claim, report: &Report) -> Vec<Mark<Label>> {
    let source = claim
        .attribution
        .and_then(|attribution| report.extraction.attributions[attribution].source);
    let value = Mark {
        span: claim.span,
        label: Label::Value,
    };
    let source = source.map(|span| Mark {
        span,
        label: Label::Source,
    });
    [Some(value), source].into_iter().flatten().collect()
}

/// The words that decided, where they stand in this report.
fn cause(group: &Group, report: usize) -> Option<Mark<Label>> {
    let decided = group.decided?;
    let side = decided.judgement.side?;
    let claim = if side == 0 {
        decided.left
    } else {
        decided.right
    };
    let span = decided.judgement.cause.words()?;
    (claim.report == report).then_some(Mark {
        span,
        label: Label::Cause,
    })
}

/// The sentences that `span` touches.
fn sentence_around(span: Span, report: &Report) -> Span {
    let sentences = &report.extraction.analysis.sentences;
    let first = sentences.partition_point(|sentence| sentence.span.end <= span.start);
    let touched = sentences[first..].iter().map(|sentence| sentence.span);
    touched
        .take_while(|sentence| sentence.start < span.end)
        .fold(span, Span::cover)
}

/// The sentence in pieces, cut around its value when it is long.
fn pieces(report: &Report, found: &Found) -> Vec<Piece> {
    let text = &report.document.text;
    let shown = window(text, found);
    let mut pieces: Vec<Piece> = runs(shown, &found.marks)
        .into_iter()
        .map(|run| Piece {
            text: plain(run.span.slice(text)),
            mark: run.mark.copied(),
        })
        .collect();
    let dots = |cut: bool| {
        cut.then(|| Piece {
            text: "…".to_owned(),
            mark: None,
        })
    };
    pieces.extend(dots(shown.end < found.sentence.end));
    pieces.splice(0..0, dots(shown.start > found.sentence.start));
    pieces
}

/// The part of the sentence that is shown, at whole characters.
fn window(text: &str, found: &Found) -> Span {
    let end = found
        .value
        .end
        .min(found.value.start.saturating_add(LONGEST));
    let start = found
        .value
        .start
        .saturating_sub(CONTEXT)
        .max(found.sentence.start);
    let end = end.saturating_add(CONTEXT).min(found.sentence.end);
    let start = (start..).find(|&at| text.is_char_boundary(at as usize));
    let end = (0..=end)
        .rev()
        .find(|&at| text.is_char_boundary(at as usize));
    Span::new(
        start.expect("the end of the text is a boundary"),
        end.expect("its start is one"),
    )
}
