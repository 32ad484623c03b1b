//! Verdicts on statements: one statement as two reports give it in, whether their sources fit out.
//!
//! "The mayor said the bridge was safe" and "The mayor denied that the bridge was safe" are a conflict; "police said"
//! and "the hospital said" of one thing can both be true.

use claims::attribution::{Act, Attribution};
use claims::claim::Value;
use claims::syntax::Relation;

use super::judgement::{Cause, Judgement};
use super::{ClaimId, Report, Verdict, source};
use crate::text::{clean, shorten};

/// Longest statement shown as a question, in characters.
const LONGEST: usize = 70;

/// Judges one statement given by two reports.
#[must_use]
pub fn judge(reports: &[Report], left: ClaimId, right: ClaimId) -> Judgement {
    let (Some(a), Some(b)) = (attribution(reports, left), attribution(reports, right)) else {
        return Judgement::new(Verdict::Compatible, Cause::Unread);
    };
    if is_denied(&reports[left.report], a) != is_denied(&reports[right.report], b) {
        return Judgement::new(Verdict::Conflict, Cause::Denied);
    }
    let speaker = |id: ClaimId| {
        let report = &reports[id.report];
        source::speaker_of(report, attribution(reports, id)?)
    };
    match (speaker(left), speaker(right)) {
        (Some(a), Some(b)) if source::same_speaker(a, b) => {
            Judgement::new(Verdict::Agree, Cause::SameSpeaker)
        }
        (Some(_), Some(_)) => Judgement::new(Verdict::Compatible, Cause::OtherSpeaker),
        _ => Judgement::new(Verdict::Compatible, Cause::Unsourced),
    }
}

/// The question of a group of statements: the statement, shortened.
#[must_use]
pub fn question(reports: &[Report], id: ClaimId) -> String {
    let content = attribution(reports, id).and_then(|attribution| attribution.content.first());
    let words = content.map_or("", |&span| reports[id.report].words(span));
    format!("who says: {}", shorten(&clean(words), LONGEST))
}

fn attribution(reports: &[Report], id: ClaimId) -> Option<&Attribution> {
    let report = &reports[id.report];
    match report.claim(id.claim).value {
        Value::Statement(index) => report.extraction.attributions.get(index),
        Value::Number(_) | Value::Time(_) | Value::Quote | Value::Name(_) | Value::Role(_) => None,
    }
}

/// Whether a report has its source deny the statement, by the cue or by a negated content: not both.
fn is_denied(report: &Report, attribution: &Attribution) -> bool {
    (attribution.act == Act::Denial) != is_negated(report, attribution)
}

/// Whether the main verb of the content is negated.
fn is_negated(report: &Report, attribution: &Attribution) -> bool {
    let analysis = &report.extraction.analysis;
    attribution.content.iter().any(|span| {
        let first = analysis
            .tokens
            .partition_point(|token| token.span.start < span.start);
        let end = analysis
            .tokens
            .partition_point(|token| token.span.end <= span.end);
        let is_inside = |token: usize| (first..end).contains(&token);
        let is_root = |token: usize| analysis.head(token).is_none_or(|head| !is_inside(head));
        (first..end).any(|token| {
            analysis.relation(token) == Relation::Neg
                && analysis
                    .head(token)
                    .is_some_and(|head| is_inside(head) && is_root(head))
        })
    })
}
