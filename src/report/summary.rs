//! The first line of a comparison: how much was compared, with what result, and what could not be read.

use crate::compare::{Comparison, Verdict};
use crate::text::plural;

/// "3 reports, 9 facts in common: 2 conflict, 1 update, 6 agree; 41 of 43 numerals read".
pub(super) fn summary(comparison: &Comparison) -> String {
    let reports = plural(comparison.reports.len(), "report", "reports");
    let coverage = comparison.coverage;
    format!(
        "{reports}, {}; {} of {} read",
        facts(comparison),
        coverage.read,
        plural(coverage.numerals, "numeral", "numerals"),
    )
}

fn facts(comparison: &Comparison) -> String {
    let count = |verdict| {
        let groups = comparison.groups.iter();
        groups.filter(|group| group.verdict == verdict).count()
    };
    let shared: Vec<String> = Verdict::ALL
        .into_iter()
        .filter(|&verdict| verdict != Verdict::Single && count(verdict) > 0)
        .map(|verdict| format!("{} {}", count(verdict), verdict.name()))
        .collect();
    let total = comparison.groups.len() - count(Verdict::Single);
    if total == 0 {
        return "no facts in common".to_owned();
    }
    let total = plural(total, "fact in common", "facts in common");
    format!("{total}: {}", shared.join(", "))
}
