//! Two reports of one sentence or two, compared: their shared questions with the words that name what decided.

use claimdiff::compare::{Group, Kind, compare};
use claimdiff::extract::extract;

use super::article;

/// The groups of one kind that both reports answer.
pub fn shared(kind: Kind, left: &str, right: &str) -> Vec<Group> {
    let articles = vec![article("left.txt", left), article("right.txt", right)];
    let comparison = compare(extract(articles), None);
    let both = |group: &Group| {
        let has = |report: usize| group.claims.iter().any(|claim| claim.report == report);
        group.kind == kind && has(0) && has(1)
    };
    comparison.groups.into_iter().filter(both).collect()
}

/// The first shared question of one kind with its verdict and the reason behind the values.
pub fn judged(kind: Kind, left: &str, right: &str) -> String {
    let groups = shared(kind, left, right);
    let group = groups.first().expect("one question in common");
    let reason = group.reason.rsplit(": ").next().unwrap_or_default();
    format!("{}: {} ({reason})", group.question, group.verdict.name())
}

/// The first shared question on numbers.
pub fn numbers(left: &str, right: &str) -> String {
    judged(Kind::Number, left, right)
}
