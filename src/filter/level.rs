//! How bad findings are: the configuration in, the findings with its severities and without the rules it turns off
//! out. Numerals that no rule could read become findings where it asks for them.

use crate::compare::{Comparison, Finding, Location, Report, Role, Rule, Severity, fingerprint};
use crate::config::{Level, Settings};

/// Gives the findings of `comparison` the severities of `settings`.
pub(super) fn apply(settings: &Settings, comparison: &mut Comparison) {
    let unread = unread(&comparison.reports, settings);
    comparison.findings.extend(unread);
    let reports = &comparison.reports;
    comparison.findings.retain_mut(|finding| {
        let path = &reports[finding.primary.report].path;
        match settings.level(finding.rule, path).map(severity) {
            Some(Some(severity)) => finding.severity = severity,
            Some(None) => return false,
            None => {}
        }
        true
    });
    let order = |one: &Finding| (one.severity, one.rule, one.primary);
    comparison.findings.sort_by_key(order);
}

const fn severity(level: Level) -> Option<Severity> {
    match level {
        Level::Error => Some(Severity::Error),
        Level::Warning => Some(Severity::Warning),
        Level::Note => Some(Severity::Note),
        Level::Off => None,
    }
}

/// The numerals that could not be read, of the files for which the rule is on.
fn unread(reports: &[Report], settings: &Settings) -> Vec<Finding> {
    let asked = reports.iter().enumerate().filter(|(_, report)| {
        let level = settings.level(Rule::Unread, &report.path);
        report.role != Role::Source && level.is_some_and(|level| level != Level::Off)
    });
    let of_report = |(index, report): (usize, &Report)| {
        let spans = report.extraction.coverage.unread.clone();
        spans.into_iter().map(move |span| Location {
            report: index,
            span,
        })
    };
    asked
        .flat_map(of_report)
        .map(|place| unread_at(reports, place))
        .collect()
}

fn unread_at(reports: &[Report], place: Location) -> Finding {
    let words = reports[place.report].words(place.span);
    let mut finding = Finding {
        rule: Rule::Unread,
        severity: Severity::Note,
        message: format!("“{words}” could not be read and is compared with nothing"),
        primary: place,
        related: Vec::new(),
        group: None,
        fingerprint: String::new(),
    };
    finding.fingerprint = fingerprint::of(reports, &finding);
    finding
}
