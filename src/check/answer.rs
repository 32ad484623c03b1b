//! What the sources answer to one claim of a draft: an answer in, its group, standing and finding out.

use claims::Span;

use super::Part;
use super::desk::Desk;
use crate::align::Cluster;
use crate::compare::finding::severity;
use crate::compare::{
    Check, ClaimId, Finding, Kind, Location, Rule, Severity, Standing, Verdict, group,
};

/// What the sources say to one claim.
#[derive(Debug)]
pub(super) struct Answer {
    /// The draft's claim.
    pub(super) claim: ClaimId,
    /// Its kind.
    pub(super) kind: Kind,
    /// How it stands.
    pub(super) standing: Standing,
    /// The sources' claims that carry it, best first.
    pub(super) supporters: Vec<ClaimId>,
    /// The sources' claims that speak against it, best first.
    pub(super) against: Vec<ClaimId>,
    /// What to tell the user.
    pub(super) fault: Option<Fault>,
}

/// What is wrong with a claim.
#[derive(Debug)]
pub(super) struct Fault {
    /// The rule it breaks.
    pub(super) rule: Rule,
    /// How bad it is, where that is not the rule's own.
    pub(super) severity: Option<Severity>,
    /// One plain sentence.
    pub(super) message: String,
    /// The words of the draft, where they are not those of the claim.
    pub(super) span: Option<Span>,
    /// The sources' words that show it, best first.
    pub(super) evidence: Vec<Location>,
}

impl Fault {
    /// A fault of a claim, as bad as its rule says.
    pub(super) fn new(rule: Rule, message: String, evidence: Vec<Location>) -> Self {
        Self {
            rule,
            severity: None,
            message,
            span: None,
            evidence,
        }
    }
}

/// Adds an answer to the part of its draft.
pub(super) fn add(desk: &Desk<'_>, answer: Answer, part: &mut Part) {
    let group = has_group(&answer).then(|| {
        part.groups
            .push(group::judge(desk.reports, cluster(desk, &answer)));
        part.groups.len() - 1
    });
    let own = desk.reports[desk.draft].claim(answer.claim.claim).span;
    part.checks.push(Check {
        claim: answer.claim,
        standing: answer.standing,
        supporters: answer.supporters,
        group,
    });
    part.findings
        .extend(answer.fault.map(|fault| finding(desk, fault, own, group)));
}

/// Names that all agree are no group: there are too many of them.
fn has_group(answer: &Answer) -> bool {
    answer.kind != Kind::Name || !answer.against.is_empty()
}

/// The claims of an answer: of those that carry the draft's, only such as do not contradict each other.
fn cluster(desk: &Desk<'_>, answer: &Answer) -> Cluster {
    let mut claims = vec![answer.claim];
    for &id in &answer.supporters {
        let agrees = |&other: &ClaimId| {
            let judgement = group::judge_pair(desk.reports, answer.kind, other, id);
            judgement.verdict >= Verdict::Compatible
        };
        if claims.iter().all(agrees) {
            claims.push(id);
        }
    }
    claims.extend(&answer.against);
    claims.sort_unstable();
    claims.dedup();
    Cluster {
        kind: answer.kind,
        claims,
    }
}

/// The finding that a fault of the words at `own` gives.
pub(super) fn finding(desk: &Desk<'_>, fault: Fault, own: Span, group: Option<usize>) -> Finding {
    Finding {
        rule: fault.rule,
        severity: fault.severity.unwrap_or(severity(fault.rule)),
        fingerprint: String::new(),
        message: fault.message,
        primary: Location {
            report: desk.draft,
            span: fault.span.unwrap_or(own),
        },
        related: fault.evidence,
        group,
    }
}
