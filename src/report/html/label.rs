//! Verdicts, kinds and severities in the words of the page.

use crate::compare::{Comparison, Kind, Severity, Verdict};

/// One box to tick in the filter.
pub(super) struct Choice {
    /// Its value in the address of the page.
    pub(super) name: &'static str,
    /// What it is called.
    pub(super) label: &'static str,
    /// What it means, in one line.
    pub(super) meaning: &'static str,
    /// How many facts it has.
    pub(super) count: usize,
    /// Whether it is ticked when the page opens.
    pub(super) on: bool,
}

/// The verdicts that the facts have, worst first. What only one report says is shown when `all` is asked for.
pub(super) fn verdicts(comparison: &Comparison, all: bool) -> Vec<Choice> {
    let count = |verdict| {
        let groups = comparison.groups.iter();
        groups.filter(|group| group.verdict == verdict).count()
    };
    let choices = Verdict::ALL.into_iter().map(|verdict| Choice {
        name: verdict.name(),
        label: verdict.name(),
        meaning: meaning(verdict),
        count: count(verdict),
        on: all || verdict != Verdict::Single,
    });
    choices.filter(|choice| choice.count > 0).collect()
}

/// The kinds that the facts have.
pub(super) fn kinds(comparison: &Comparison) -> Vec<Choice> {
    let count = |kind| {
        let groups = comparison.groups.iter();
        groups.filter(|group| group.kind == kind).count()
    };
    let choices = [
        (Kind::Number, "numbers"),
        (Kind::Time, "times"),
        (Kind::Quote, "quotations"),
        (Kind::Attribution, "who says it"),
        (Kind::Name, "names"),
    ];
    let choices = choices.into_iter().map(|(kind, label)| Choice {
        name: kind.name(),
        label,
        meaning: "",
        count: count(kind),
        on: true,
    });
    choices.filter(|choice| choice.count > 0).collect()
}

/// What a verdict says of the reports.
pub(super) const fn meaning(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Conflict => "the values cannot all be right",
        Verdict::Update => "the count was moving; the reports stand at different moments",
        Verdict::Scope => "the reports count different things, and their words show it",
        Verdict::Compatible => "the values differ, but all can be right",
        Verdict::Agree => "the same, after units, wording and dates",
        Verdict::Single => "only one report says it",
    }
}

/// A severity as a headline names it.
pub(super) const fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "Error",
        Severity::Warning => "Warning",
        Severity::Note => "Note",
    }
}
