//! From clusters to judged groups: the claims of one question in, their verdict out.
//!
//! Each report speaks with its most precise claim (Williams and Power 2009: precision grows from the first
//! mention to the later ones); the worst judgement between two reports is the group's.

use std::cmp::Reverse;

use claims::claim::{Claim, Value};
use claims::quantity::Modifier;
use claims::syntax::SentenceKind;

use super::judgement::{Judgement, Side};
use super::reading::Reading;
use super::{
    ClaimId, Decided, Group, Kind, Report, Verdict, number, question, quote, reason, source, time,
};
use crate::align::Cluster;

/// Judges the claims of one question.
#[must_use]
pub fn judge(reports: &[Report], cluster: Cluster) -> Group {
    let values = values(reports, &cluster.claims);
    let decided = decide(reports, cluster.kind, &values);
    let verdict = decided.map_or(Verdict::Single, |decided| decided.judgement.verdict);
    let mut group = Group {
        kind: cluster.kind,
        question: question::of(reports, values[0]),
        claims: cluster.claims,
        values,
        verdict,
        reason: String::new(),
        decided,
    };
    group.reason = reason::of(reports, &group);
    group
}

/// For each report, the claim that stands for it.
fn values(reports: &[Report], claims: &[ClaimId]) -> Vec<ClaimId> {
    let mut values: Vec<ClaimId> = Vec::new();
    for chunk in claims.chunk_by(|a, b| a.report == b.report) {
        let best = chunk.iter().min_by_key(|&&id| {
            let claim = reports[id.report].claim(id.claim);
            let repeated = chunk
                .iter()
                .filter(|&&other| same_value(reports, id, other))
                .count();
            (
                vagueness(claim),
                Reverse(repeated),
                headline(reports, id),
                id,
            )
        });
        values.extend(best.copied());
    }
    values
}

/// How little a value says: exact before hedged, hedged before bounded, bounded before vague.
fn vagueness(claim: &Claim) -> u32 {
    match &claim.value {
        Value::Number(quantity) => match quantity.modifier {
            Modifier::Exact => 0,
            Modifier::About | Modifier::Nearly | Modifier::JustOver | Modifier::JustUnder => 1,
            Modifier::AtLeast
            | Modifier::MoreThan
            | Modifier::AtMost
            | Modifier::LessThan
            | Modifier::UpTo => 2,
            Modifier::Range => 3,
        },
        Value::Time(timex) => timex.value.map_or(99, |period| period.granularity as u32),
        Value::Quote | Value::Statement(_) | Value::Name(_) => 0,
    }
}

fn same_value(reports: &[Report], a: ClaimId, b: ClaimId) -> bool {
    let reading = |id: ClaimId| number::reading(reports[id.report].claim(id.claim));
    match (reading(a), reading(b)) {
        (Some(a), Some(b)) => Reading::same(&a, &b),
        _ => a == b,
    }
}

fn headline(reports: &[Report], id: ClaimId) -> bool {
    let extraction = &reports[id.report].extraction;
    let sentence = extraction.claims[id.claim].sentence;
    extraction.analysis.sentences[sentence].kind == SentenceKind::Headline
}

/// The worst judgement between the values of two reports.
fn decide(reports: &[Report], kind: Kind, values: &[ClaimId]) -> Option<Decided> {
    let pairs = values
        .iter()
        .enumerate()
        .flat_map(|(at, &left)| values[at + 1..].iter().map(move |&right| (left, right)));
    let judged = pairs.map(|(left, right)| Decided {
        left,
        right,
        judgement: judge_pair(reports, kind, left, right),
    });
    judged.min_by_key(|decided| (decided.judgement.verdict, decided.left, decided.right))
}

/// Judges two claims of one question.
pub(crate) fn judge_pair(
    reports: &[Report],
    kind: Kind,
    left: ClaimId,
    right: ClaimId,
) -> Judgement {
    match kind {
        Kind::Quote => quote::judge(reports, left, right),
        Kind::Time => time::judge(&side(reports, left), &side(reports, right)),
        Kind::Name => source::judge_names(reports, left, right),
        Kind::Number | Kind::Attribution => {
            number::judge(&side(reports, left), &side(reports, right))
        }
    }
}

fn side(reports: &[Report], id: ClaimId) -> Side<'_> {
    let report = &reports[id.report];
    Side {
        claim: report.claim(id.claim),
        published: report.document.published,
        tolerances: &report.tolerances,
    }
}
