//! JUnit XML: a suite for each report that is checked, a failed test case for each error and warning, a passed
//! one for a note and for a report that takes part in no finding.

use super::diagnostic::{Diagnostic, diagnostics};
use super::{Page, Reporter};
use crate::compare::{Comparison, Report, Role, Severity};

/// JUnit XML.
pub struct JUnit;

impl Reporter<Comparison> for JUnit {
    fn report(&self, comparison: &Comparison, _: &Page) -> String {
        let diagnostics = diagnostics(comparison);
        let suites: Vec<Suite> = comparison
            .reports
            .iter()
            .enumerate()
            .filter(|(_, report)| report.role != Role::Source)
            .filter_map(|(index, report)| Suite::of(index, report, &diagnostics))
            .collect();
        let sum = |count: fn(&Suite) -> usize| suites.iter().map(count).sum::<usize>();
        let (tests, failures) = (sum(|one| one.tests), sum(|one| one.failures));
        let suites: String = suites.into_iter().map(|one| one.xml).collect();
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <testsuites name=\"claimdiff\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\">\n\
             {suites}</testsuites>\n"
        )
    }
}

struct Suite {
    xml: String,
    tests: usize,
    failures: usize,
}

impl Suite {
    /// The suite of a report; none for one that is only named beside findings of another.
    fn of(index: usize, report: &Report, diagnostics: &[Diagnostic]) -> Option<Self> {
        let own = diagnostics.iter().filter(|one| one.place.report == index);
        let own: Vec<&Diagnostic> = own.collect();
        let failures = own.iter().filter(|one| fails(one)).count();
        let tests = own.len().max(1);
        let path = escape(&report.path);
        let mut cases: String = own.iter().map(|one| case(one)).collect();
        if own.is_empty() {
            let mut related = diagnostics.iter().flat_map(|one| &one.related);
            if related.any(|place| place.report == index) {
                return None;
            }
            cases = format!("    <testcase name=\"nothing found\" classname=\"{path}\"/>\n");
        }
        let xml = format!(
            "  <testsuite name=\"{path}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\" \
             disabled=\"0\">\n{cases}  </testsuite>\n"
        );
        Some(Self {
            xml,
            tests,
            failures,
        })
    }
}

fn fails(diagnostic: &Diagnostic) -> bool {
    diagnostic.severity != Severity::Note
}

fn case(diagnostic: &Diagnostic) -> String {
    let (path, start) = (escape(diagnostic.place.path), diagnostic.place.region.start);
    let rule = diagnostic.rule.id();
    let (line, column) = (start.line, start.column);
    let evidence = escape(&diagnostic.evidence().join("\n"));
    let message = escape(&diagnostic.message);
    let outcome = if fails(diagnostic) {
        let kind = diagnostic.severity.name();
        format!("<failure message=\"{message}\" type=\"{kind}\">{evidence}</failure>")
    } else {
        format!("<system-out>{message}\n{evidence}</system-out>")
    };
    format!(
        "    <testcase name=\"{rule} at {line}:{column}\" classname=\"{path}\" file=\"{path}\" line=\"{line}\">\n      \
         {outcome}\n    </testcase>\n"
    )
}

/// `text` for XML 1.0: markup escaped, characters that XML cannot hold left out.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\n' => escaped.push('\n'),
            _ if character.is_control() || matches!(character, '\u{fffe}' | '\u{ffff}') => {}
            _ => escaped.push(character),
        }
    }
    escaped
}
