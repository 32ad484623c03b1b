//! One side of a comparison: a claim in its report, with what a judgement may ask of it.
//!
//! Most pairs are judged by their values alone, so that what costs a walk over the text is read when it is asked for.

use claims::claim::Claim;
use claims::syntax::{Upos, Xpos};
use claims::time::Timex;
use claims::{Published, Span};

use super::{ClaimId, Report, Role};
use crate::align::tells_history;

/// A claim in its report.
#[derive(Clone, Copy)]
pub struct Side<'a> {
    /// The claim.
    pub claim: &'a Claim,
    /// Its report.
    pub report: &'a Report,
}

impl<'a> Side<'a> {
    /// The side of a claim.
    pub fn of(reports: &'a [Report], id: ClaimId) -> Self {
        let report = &reports[id.report];
        Self {
            claim: report.claim(id.claim),
            report,
        }
    }

    /// When its report was published.
    pub const fn published(&self) -> Option<Published> {
        self.report.document.published
    }

    /// Whether its report is a draft.
    pub fn is_draft(&self) -> bool {
        self.report.role == Role::Draft
    }

    /// Whether its sentence tells of what lies years back.
    pub fn is_history(&self) -> bool {
        tells_history(self.claim, self.report)
    }

    /// The time nearest to its number, with where it stands, "since Friday".
    pub fn period(&self) -> Option<(&'a Timex, Span)> {
        let timex = &self.report.extraction.times[self.claim.measure.scope.period?];
        Some((timex, self.report.hedged(timex)))
    }

    /// Whether the verb that it belongs to stands in the present tense: "the cost climbs", "holders get".
    pub fn is_present(&self) -> bool {
        const CLIMB: usize = 5;
        let analysis = &self.report.extraction.analysis;
        let value = self.report.extraction.token_range(self.claim.span).last();
        let mut heads = std::iter::successors(value, |&token| analysis.head(token)).take(CLIMB);
        let verb = heads.find(|&token| analysis.tokens[token].upos == Upos::Verb);
        verb.is_some_and(|verb| matches!(analysis.tokens[verb].xpos, Xpos::Vbz | Xpos::Vbp))
    }
}
