//! The lines that somebody has touched: what the flags or git say in, whether a finding stands there out.

use std::ops::RangeInclusive;
use std::path::Path;

use claims::Span;

use super::Error;
use super::git;
use crate::compare::{Comparison, Finding, Location, Report, Role};
use crate::original::Original;
use crate::place;

/// Which lines count.
#[derive(Clone, Debug)]
pub enum Touched {
    /// These lines of every draft or report, from 1.
    Lines(Vec<RangeInclusive<u32>>),
    /// Those that git says have changed since a revision.
    Since(String),
}

/// The lines of one file that count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Lines {
    /// Every one.
    All,
    /// Those in one of the ranges.
    Ranges(Vec<RangeInclusive<u32>>),
}

impl Lines {
    fn meet(&self, first: u32, last: u32) -> bool {
        match self {
            Self::All => true,
            Self::Ranges(ranges) => ranges
                .iter()
                .any(|range| *range.start() <= last && first <= *range.end()),
        }
    }
}

impl Touched {
    /// Takes the findings that stand on no such line out of `comparison` and gives their number.
    ///
    /// # Errors
    /// When git cannot tell.
    pub(super) fn apply(&self, comparison: &mut Comparison) -> Result<usize, Error> {
        let lines: Vec<Lines> = comparison
            .reports
            .iter()
            .map(|report| self.lines(report))
            .collect::<Result<_, _>>()?;
        let reports = &comparison.reports;
        let before = comparison.findings.len();
        comparison.findings.retain(|finding| {
            own_places(finding, reports).any(|place| {
                let report = &reports[place.report];
                let (first, last) = sentence_lines(place.span, report);
                lines[place.report].meet(first, last)
            })
        });
        Ok(before - comparison.findings.len())
    }

    fn lines(&self, report: &Report) -> Result<Lines, Error> {
        match self {
            // What a draft is checked against is not asked for.
            _ if report.role == Role::Source => Ok(Lines::Ranges(Vec::new())),
            Self::Lines(ranges) => Ok(Lines::Ranges(ranges.clone())),
            // Git has no lines of a file that is no text.
            Self::Since(_) if matches!(report.original, Original::Paragraphs(_)) => Ok(Lines::All),
            Self::Since(revision) => git::changed_lines(Path::new(&report.path), revision),
        }
    }
}

/// The places of a finding in drafts, or in the reports of a comparison; those in sources are evidence only.
pub(super) fn own_places<'a>(
    finding: &'a Finding,
    reports: &'a [Report],
) -> impl Iterator<Item = Location> + 'a {
    let related = finding.related.iter().copied();
    let others = related.filter(|place| reports[place.report].role != Role::Source);
    [finding.primary].into_iter().chain(others)
}

/// First and last line of the sentence around `span`: another word in it may be what makes the finding.
fn sentence_lines(span: Span, report: &Report) -> (u32, u32) {
    let sentences = report.extraction.analysis.sentences.iter();
    let sentence = sentences
        .map(|sentence| sentence.span)
        .filter(|sentence| sentence.overlaps(span))
        .fold(span, Span::cover);
    let region = place::Lines::new(report).region(sentence);
    (region.start.line, region.end.line)
}

/// Reads "12-20" or "12".
///
/// # Errors
/// When it is not that, or the range runs backwards.
pub fn parse_lines(written: &str) -> Result<RangeInclusive<u32>, String> {
    let help = || "write it as 12-20 or 12; the first line is 1".to_owned();
    let (first, last) = written.split_once('-').unwrap_or((written, written));
    let number = |text: &str| text.trim().parse::<u32>().map_err(|_| help());
    let (first, last) = (number(first)?, number(last)?);
    (1 <= first && first <= last)
        .then_some(first..=last)
        .ok_or_else(help)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_of_lines_are_read() {
        assert_eq!(parse_lines("12-20"), Ok(12..=20));
        assert_eq!(parse_lines("12"), Ok(12..=12));
        for wrong in ["", "0", "20-12", "a-b", "1-2-3", "-3"] {
            assert!(parse_lines(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_sentence_meets_the_lines_it_shares() {
        let lines = Lines::Ranges(vec![3..=4, 9..=9]);
        assert!(lines.meet(1, 3) && lines.meet(4, 8) && lines.meet(9, 9));
        assert!(!lines.meet(1, 2) && !lines.meet(5, 8) && Lines::All.meet(1, 1));
    }
}
