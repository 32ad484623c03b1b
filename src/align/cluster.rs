//! Clusters: scored pairs in, groups of claims that answer one question out.
//!
//! The surest pairs join first. Two groups join only when, on the whole, their members are alike and no two of
//! them shut the gate, so that one vague mention cannot bridge two questions.

use rustc_hash::{FxHashMap, FxHashSet};

use super::candidate::pairs;
use super::gate::{is_restated, shut};
use super::profile::{Profile, profiles};
use super::score::score;
use super::story::Events;
use crate::compare::{ClaimId, Kind, Report};

/// Score from which a pair may join two groups.
pub(crate) const JOIN: f32 = 0.0;

/// Mean score of all pairs from which two groups join.
const LINK: f32 = -1.0;

/// What an unscored pair counts when the likeness of two groups is averaged.
const UNSCORED: f32 = -2.5;

/// How much surer two claims of one report with different values must be to stand in one group.
const SAME_REPORT: f32 = 3.0;

/// Score of a value and the same in another unit right behind it: nothing else is as sure.
const RESTATED: f32 = 20.0;

/// Claims that one group holds at most: no question is answered more often, and joining stays cheap.
const LARGEST: usize = 64;

/// Claims that answer one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cluster {
    /// Kind of the claims.
    pub kind: Kind,
    /// The claims, by report and place.
    pub claims: Vec<ClaimId>,
}

/// The clusters of a story's numbers and times, singles included, and how many pairs were scored.
#[must_use]
pub fn align(reports: &[Report], events: &Events) -> (Vec<Cluster>, usize) {
    let profiles = profiles(reports);
    let pairs = pairs(&profiles);
    let report = |at: usize| profiles[at].id.report;
    let scores: FxHashMap<(usize, usize), f32> = pairs
        .iter()
        .filter(|&&(a, b)| events.is_one(report(a), report(b)))
        .filter(|&&(a, b)| shut(&profiles[a], &profiles[b]).is_none())
        .map(|&(a, b)| ((a, b), pair_score(&profiles[a], &profiles[b])))
        .collect();
    let clusters = join(&profiles, &scores);
    let clusters = clusters.into_iter().map(|members| Cluster {
        kind: profiles[members[0]].kind,
        claims: members.iter().map(|&member| profiles[member].id).collect(),
    });
    (clusters.collect(), pairs.len())
}

/// Two values in one report are two questions unless everything else is the same, or one restates the other.
pub(crate) fn pair_score(a: &Profile, b: &Profile) -> f32 {
    if is_restated(a, b) {
        return RESTATED;
    }
    let total = score(a, b).total;
    let differ = a.value_key != b.value_key;
    if a.id.report == b.id.report && differ {
        total - SAME_REPORT
    } else {
        total
    }
}

fn join(profiles: &[Profile], scores: &FxHashMap<(usize, usize), f32>) -> Vec<Vec<usize>> {
    let mut order: Vec<((usize, usize), f32)> = scores
        .iter()
        .map(|(&pair, &score)| (pair, score))
        .filter(|&(_, score)| score >= JOIN)
        .collect();
    order.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let mut home: Vec<usize> = (0..profiles.len()).collect();
    let mut members: Vec<Vec<usize>> = home.iter().map(|&at| vec![at]).collect();
    // Two groups that may not join meet again in every pair of their members; as long as neither has grown, the answer
    // is the same.
    let mut refused: FxHashSet<[(usize, usize); 2]> = FxHashSet::default();
    for ((a, b), _) in order {
        let (left, right) = (home[a], home[b]);
        let meeting = [left, right].map(|group| (group, members[group].len()));
        if left == right || refused.contains(&meeting) {
            continue;
        }
        if !may_join(profiles, &members[left], &members[right], scores) {
            refused.insert(meeting);
            continue;
        }
        let moved = std::mem::take(&mut members[right]);
        for &member in &moved {
            home[member] = left;
        }
        members[left].extend(moved);
    }
    let mut clusters: Vec<Vec<usize>> = members
        .into_iter()
        .filter(|group| !group.is_empty())
        .collect();
    for group in &mut clusters {
        group.sort_unstable();
    }
    clusters.sort_unstable();
    clusters
}

/// Whether two groups are, on the whole, about one question.
fn may_join(
    profiles: &[Profile],
    left: &[usize],
    right: &[usize],
    scores: &FxHashMap<(usize, usize), f32>,
) -> bool {
    if left.len() + right.len() > LARGEST {
        return false;
    }
    let mut sum = 0.0;
    for &a in left {
        for &b in right {
            let known = scores.get(&(a.min(b), a.max(b)));
            sum += match known {
                Some(score) => *score,
                None if shut(&profiles[a], &profiles[b]).is_some() => return false,
                None => UNSCORED,
            };
        }
    }
    sum >= LINK * (left.len() * right.len()) as f32
}
