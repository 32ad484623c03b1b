//! One draft: its claims and those of all sources in, groups, findings and standings out.

use super::Part;
use crate::align::{self, Cluster};
use crate::compare::{
    Check, ClaimId, Finding, Group, Judgement, Kind, Report, Standing, Verdict, finding, group,
};

/// Checks the report `draft` of `reports` against all reports whose role is source.
pub(super) fn check(reports: &[Report], draft: usize) -> Part {
    let (clusters, pairs) = align::align(reports);
    let mut part = Part {
        pairs,
        ..Part::default()
    };
    for cluster in clusters {
        if let Some(cluster) = touching(reports, draft, cluster) {
            add(reports, draft, cluster, &mut part);
        }
    }
    part.checks.sort_by_key(|check| check.claim);
    part
}

/// The claims of the draft and of sources, where the draft has one.
fn touching(reports: &[Report], draft: usize, mut cluster: Cluster) -> Option<Cluster> {
    let taken = |id: &ClaimId| {
        id.report == draft || reports[id.report].role == crate::compare::Role::Source
    };
    cluster.claims.retain(taken);
    cluster
        .claims
        .iter()
        .any(|id| id.report == draft)
        .then_some(cluster)
}

fn add(reports: &[Report], draft: usize, cluster: Cluster, part: &mut Part) {
    let (own, sources): (Vec<ClaimId>, Vec<ClaimId>) =
        cluster.claims.iter().partition(|id| id.report == draft);
    let kind = cluster.kind;
    let judged = group::judge(reports, cluster);
    let index = part.groups.len();
    for claim in own {
        let judgements: Vec<(ClaimId, Judgement)> = sources
            .iter()
            .map(|&source| (source, group::judge_pair(reports, kind, claim, source)))
            .collect();
        let check = stand(claim, &judgements, index);
        part.findings
            .extend(tell(reports, kind, &judged, &check, &judgements));
        part.checks.push(check);
    }
    part.groups.push(judged);
}

fn stand(claim: ClaimId, judgements: &[(ClaimId, Judgement)], group: usize) -> Check {
    let with = |holds: fn(Verdict) -> bool| {
        let judgements = judgements.iter();
        let chosen = judgements.filter(move |(_, one)| holds(one.verdict));
        chosen.map(|(id, _)| *id).collect::<Vec<_>>()
    };
    let supporters = with(|verdict| verdict >= Verdict::Scope);
    let against = with(|verdict| verdict == Verdict::Conflict);
    let later = with(|verdict| verdict == Verdict::Update);
    let standing = match (supporters.is_empty(), against.is_empty(), later.is_empty()) {
        (false, true, _) => Standing::Supported,
        (false, false, _) => Standing::Disputed,
        (true, false, _) => Standing::Contradicted,
        (true, true, false) => Standing::Stale,
        (true, true, true) => Standing::Unsupported,
    };
    Check {
        claim,
        standing,
        supporters,
        group: Some(group),
    }
}

/// The finding that a standing gives.
fn tell(
    reports: &[Report],
    kind: Kind,
    group: &Group,
    check: &Check,
    judgements: &[(ClaimId, Judgement)],
) -> Option<Finding> {
    if !matches!(check.standing, Standing::Contradicted | Standing::Stale) {
        return None;
    }
    let worst = judgements
        .iter()
        .min_by_key(|(id, one)| (one.verdict, *id))?;
    let rest = judgements.iter().map(|(id, _)| *id);
    finding::of_pair(
        reports,
        kind,
        &group.question,
        (check.claim, worst.0, worst.1),
        rest,
    )
}
