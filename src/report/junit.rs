//! JUnit XML: a suite for each report that is checked; in it a failed test case for each error and warning, a passed
//! one for each note and each claim of a draft that a source supports.

use claims::Span;

use super::diagnostic::{Diagnostic, diagnostics};
use super::{Page, Reporter};
use crate::compare::{Comparison, Report, Role, Severity, Standing};
use crate::place::Lines;
use crate::text::{clean, shorten};

/// Longest words of a claim in the name of its test case, in characters.
const LONGEST_NAME: usize = 60;

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
            .filter_map(|(index, _)| Suite::of(index, comparison, &diagnostics))
            .collect();
        let sum = |count: fn(&Suite) -> usize| suites.iter().map(count).sum::<usize>();
        let (tests, failures) = (sum(|one| one.cases.len()), sum(|one| one.failures));
        let suites: String = suites.iter().map(Suite::xml).collect();
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <testsuites name=\"claimdiff\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\">\n\
             {suites}</testsuites>\n"
        )
    }
}

struct Suite {
    path: String,
    cases: Vec<String>,
    failures: usize,
}

impl Suite {
    /// The suite of a report; none for one that is only named beside findings of another.
    fn of(index: usize, comparison: &Comparison, diagnostics: &[Diagnostic]) -> Option<Self> {
        let report = &comparison.reports[index];
        let path = escape(&report.path);
        let own = diagnostics.iter().filter(|one| one.place.report == index);
        let own: Vec<&Diagnostic> = own.collect();
        let mut cases: Vec<String> = own.iter().map(|one| case(one)).collect();
        let lines = Lines::new(report);
        let supported = supported(index, comparison, &own).into_iter();
        cases.extend(supported.map(|span| passed(span, report, &lines)));
        if cases.is_empty() {
            let mut related = diagnostics.iter().flat_map(|one| &one.related);
            if related.any(|place| place.report == index) {
                return None;
            }
            cases.push(format!(
                "    <testcase name=\"nothing found\" classname=\"{path}\"/>\n"
            ));
        }
        Some(Self {
            path,
            cases,
            failures: own.iter().filter(|one| fails(one)).count(),
        })
    }

    fn xml(&self) -> String {
        let Self {
            path,
            cases,
            failures,
        } = self;
        format!(
            "  <testsuite name=\"{path}\" tests=\"{}\" failures=\"{failures}\" errors=\"0\" disabled=\"0\">\n\
             {}  </testsuite>\n",
            cases.len(),
            cases.concat()
        )
    }
}

/// The claims of a draft that a source supports and nothing is found at, each place once.
fn supported(index: usize, comparison: &Comparison, own: &[&Diagnostic]) -> Vec<Span> {
    let checks = comparison
        .checks
        .iter()
        .filter(|one| one.claim.report == index && one.standing == Standing::Supported);
    let report = &comparison.reports[index];
    let mut spans: Vec<Span> = checks
        .map(|one| report.claim(one.claim.claim).span)
        .filter(|&span| {
            own.iter()
                .all(|one| one.place.region.span != report.in_file(span))
        })
        .collect();
    spans.sort_unstable();
    spans.dedup();
    spans
}

fn passed(span: Span, report: &Report, lines: &Lines) -> String {
    let (line, column) = lines.at(span.start);
    let words = shorten(&clean(span.slice(report.as_given())), LONGEST_NAME);
    let (words, path) = (escape(&words), escape(&report.path));
    format!(
        "    <testcase name=\"“{words}” at {line}:{column}\" classname=\"{path}\" file=\"{path}\" line=\"{line}\"/>\n"
    )
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
