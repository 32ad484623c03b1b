//! Findings: judged groups in, what to tell the user out.

use super::internal::{self, Fault};
use super::judgement::Cause;
use super::{
    ClaimId, Decided, Finding, Group, Kind, Location, Report, Rule, Severity, Verdict, source,
};

/// The findings of all groups, worst first; [`super::fingerprint::assign`] names them.
#[must_use]
pub fn collect(reports: &[Report], groups: &[Group]) -> Vec<Finding> {
    let mut findings: Vec<Finding> = groups
        .iter()
        .enumerate()
        .filter_map(|(index, group)| disagreement(reports, index, group))
        .collect();
    findings.extend(internal::faults(reports, groups).into_iter().map(alone));
    findings.sort_by(|a, b| {
        let order = |finding: &Finding| (finding.severity, finding.rule, finding.primary);
        order(a).cmp(&order(b))
    });
    findings
}

/// What one report gets wrong on its own, whatever the others say.
#[must_use]
pub(crate) fn of_report(reports: &[Report], index: usize) -> Vec<Finding> {
    let faults = internal::faults(reports, &[]).into_iter();
    let own = faults.filter(|fault| fault.primary.report == index);
    own.map(alone).collect()
}

/// A finding about one report alone.
fn alone(fault: Fault) -> Finding {
    Finding {
        rule: fault.rule,
        severity: severity(fault.rule),
        fingerprint: String::new(),
        message: fault.message,
        primary: fault.primary,
        related: fault.related,
        group: None,
    }
}

fn disagreement(reports: &[Report], index: usize, group: &Group) -> Option<Finding> {
    let decided = group.decided?;
    let rule = rule(reports, group.kind, &decided)?;
    let primary = location(reports, decided.left);
    let related = group.values.iter().filter(|&&id| id != decided.left);
    Some(Finding {
        rule,
        severity: severity(rule),
        message: format!("{}: {}", group.question, group.reason),
        primary,
        related: related.map(|&id| location(reports, id)).collect(),
        group: Some(index),
        fingerprint: String::new(),
    })
}

/// The rule that a judgement falls under; `None` for what needs no telling.
pub(crate) fn rule(reports: &[Report], kind: Kind, decided: &Decided) -> Option<Rule> {
    match (decided.judgement.verdict, kind) {
        (Verdict::Conflict, Kind::Time) => Some(Rule::TimeConflict),
        (Verdict::Conflict, Kind::Quote) => Some(Rule::QuoteAltered),
        (Verdict::Conflict, Kind::Attribution) if decided.judgement.cause == Cause::Denied => {
            Some(Rule::StatementConflict)
        }
        (Verdict::Conflict, Kind::Attribution) => Some(Rule::AttributionConflict),
        (Verdict::Conflict, Kind::Name) => Some(Rule::NameVariant),
        (Verdict::Conflict, _) => Some(conflict_rule(reports, decided)),
        // Where nothing in the texts tells that the count has moved, somebody has to look which figure stands.
        (Verdict::Update, _) if decided.judgement.cause == Cause::Hourly => {
            Some(conflict_rule(reports, decided))
        }
        (Verdict::Update, _) => Some(Rule::NumberUpdate),
        (Verdict::Scope, _) => Some(Rule::NumberScope),
        (Verdict::Compatible, Kind::Name) => is_variant(decided).then_some(Rule::NameVariant),
        (Verdict::Compatible, Kind::Number) => {
            far_apart(reports, decided).then_some(Rule::NumberFar)
        }
        (Verdict::Compatible | Verdict::Agree | Verdict::Single, _) => None,
    }
}

/// Another spelling, name or title; a name without its middle part is nothing to tell.
fn is_variant(decided: &Decided) -> bool {
    matches!(
        decided.judgement.cause,
        Cause::OtherSpelling | Cause::OtherName | Cause::OtherRole
    )
}

/// Who is said to say it decides between a slip, a misreport and sources that differ.
fn conflict_rule(reports: &[Report], decided: &Decided) -> Rule {
    let speaker = |id: ClaimId| {
        let report = &reports[id.report];
        source::speaker(report, report.claim(id.claim))
    };
    let speakers = speaker(decided.left).zip(speaker(decided.right));
    match (decided.judgement.cause, speakers) {
        (Cause::Slip(_), _) => Rule::NumberSlip,
        (_, Some((left, right))) if source::same_speaker(left, right) => Rule::NumberMisreported,
        (_, Some(_)) => Rule::NumberSourcesDiffer,
        (_, None) => Rule::NumberConflict,
    }
}

/// Compatible by the letter, and yet one is at least twice the other.
fn far_apart(reports: &[Report], decided: &Decided) -> bool {
    let middle = |id: ClaimId| {
        let claim = reports[id.report].claim(id.claim);
        super::number::reading(claim).and_then(|reading| reading.middle())
    };
    let values = middle(decided.left).zip(middle(decided.right));
    values.is_some_and(|(a, b)| {
        let (small, large) = (a.min(b), a.max(b));
        small
            .checked_mul(2.into())
            .is_some_and(|double| double <= large)
    })
}

/// How bad a finding of a rule is unless the user says otherwise.
pub(crate) const fn severity(rule: Rule) -> Severity {
    match rule {
        Rule::NumberConflict
        | Rule::NumberMisreported
        | Rule::NumberSlip
        | Rule::InternalConflict
        | Rule::TimeConflict => Severity::Error,
        Rule::NumberSourcesDiffer
        | Rule::NumberUpdate
        | Rule::NumberSum
        | Rule::QuoteAltered
        | Rule::AttributionConflict
        | Rule::StatementConflict => Severity::Warning,
        Rule::NumberScope
        | Rule::NumberFar
        | Rule::NameVariant
        | Rule::Unsupported
        | Rule::Unread => Severity::Note,
    }
}

fn location(reports: &[Report], id: ClaimId) -> Location {
    Location {
        report: id.report,
        span: reports[id.report].claim(id.claim).span,
    }
}
