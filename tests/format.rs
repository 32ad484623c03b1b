//! What programs read: each format is read back by a schema or by a reader that is not ours.

mod common;

use std::sync::LazyLock;

use claimdiff::check::check;
use claimdiff::compare::{Comparison, Finding, Standing, compare};
use claimdiff::extract::extract;
use claimdiff::report::{COMPARE, EXTRACT, Page, RulePage, named};
use common::sample;
use serde::Deserialize;
use serde_json::Value;

/// Every story of the tests, compared, and the sample.
static COMPARISONS: LazyLock<Vec<Comparison>> = LazyLock::new(|| {
    let stories = common::stories();
    let stories = stories
        .iter()
        .map(|story| compare(extract(common::articles(story)), None));
    stories
        .chain([sample::comparison(4), checked_draft()])
        .collect()
});

/// The first report of a story as a draft of which the others are the sources.
fn checked_draft() -> Comparison {
    let story = std::path::Path::new("tests/stories/ferry-crash/story.yaml");
    let mut reports = extract(common::articles(story));
    let sources = reports.split_off(1);
    check(reports, sources, None)
}

fn printed(format: &str, comparison: &Comparison) -> String {
    named(COMPARE, format).report(comparison, &Page::default())
}

fn json(format: &str, comparison: &Comparison) -> Value {
    serde_json::from_str(&printed(format, comparison)).unwrap()
}

/// The sample with one finding as often as asked for.
fn crowded(times: usize) -> Comparison {
    let mut comparison = sample::comparison(3);
    let first = comparison.findings[0].clone();
    comparison.findings = vec![first; times];
    comparison
}

#[test]
fn claims_are_of_the_kinds_that_the_schema_names() {
    const KINDS: [&str; 5] = ["number", "time", "quote", "attribution", "name"];
    for story in common::stories() {
        let reports = extract(common::articles(&story));
        let text = named(EXTRACT, "json").report(&reports, &Page::default());
        let extraction: Value = serde_json::from_str(&text).unwrap();
        for claim in extraction["claims"].as_array().unwrap() {
            let kind = claim["kind"].as_str().unwrap();
            assert!(KINDS.contains(&kind), "{kind}");
        }
    }
}

#[test]
fn sarif_follows_the_schema_of_the_standard() {
    let schema = std::fs::read_to_string("tests/schema/sarif-2.1.0.json").unwrap();
    // The bracket astray in its pattern for languages, which we do not write, is known to its authors.
    let schema = schema.replace("[a-zA-Z]{2}]?$", "[a-zA-Z]{2}$");
    let schema = serde_json::from_str(&schema).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for comparison in &*COMPARISONS {
        let log = json("sarif", comparison);
        let errors: Vec<String> = validator
            .iter_errors(&log)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{errors:#?}");
    }
}

#[test]
fn sarif_names_rules_and_places_that_are_there() {
    for comparison in &*COMPARISONS {
        let log = json("sarif", comparison);
        let run = &log["runs"][0];
        let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
        assert_eq!(rules.len(), RulePage::all().len());
        let results = run["results"].as_array().unwrap();
        assert_eq!(results.len(), comparison.findings.len());
        for (result, finding) in results.iter().zip(&comparison.findings) {
            let index = result["ruleIndex"].as_u64().unwrap() as usize;
            assert_eq!(rules[index]["id"], result["ruleId"]);
            check_region(&result["locations"][0], finding, comparison);
            let fingerprints = &result["partialFingerprints"];
            assert_eq!(fingerprints["claimdiffFinding/v1"], finding.fingerprint);
        }
    }
}

/// The region by lines and columns and the region by bytes are the same words.
fn check_region(location: &Value, finding: &Finding, comparison: &Comparison) {
    let place = &location["physicalLocation"];
    let number = |key: &str| place["region"][key].as_u64().unwrap() as usize;
    let text = &comparison.reports[finding.primary.report].document.text;
    let by_bytes = &text[number("byteOffset")..number("byteOffset") + number("byteLength")];
    assert_eq!(by_bytes.len(), finding.primary.span.len() as usize);
    let at = |line: usize, column: usize| {
        let start: usize = text
            .split_inclusive('\n')
            .take(line - 1)
            .map(str::len)
            .sum();
        let columns = text[start..].chars().take(column - 1);
        start + columns.map(char::len_utf8).sum::<usize>()
    };
    let mark = usize::from(text.starts_with('\u{feff}') && number("startLine") == 1);
    let start = at(number("startLine"), number("startColumn") + mark);
    let end_mark = usize::from(text.starts_with('\u{feff}') && number("endLine") == 1);
    let end = at(number("endLine"), number("endColumn") + end_mark);
    assert_eq!(&text[start..end], by_bytes);
    assert!(place["region"]["snippet"]["text"].is_string());
}

#[test]
fn sarif_stays_below_the_limits_and_says_what_was_cut() {
    let notification = |times| {
        let text = printed("sarif", &crowded(times));
        assert!(text.len() < 10_000_000, "{}", text.len());
        let log: Value = serde_json::from_str(&text).unwrap();
        let run = &log["runs"][0];
        let message = &run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"];
        let kept = run["results"].as_array().unwrap().len();
        (kept, message.as_str().map(str::to_owned))
    };
    assert_eq!(notification(4), (4, None));
    let (kept, said) = notification(26_000);
    assert!(kept < 26_000, "{kept}");
    let said = said.unwrap();
    assert!(said.starts_with(&format!(
        "{} of 26000 findings were left out",
        26_000 - kept
    )));
}

#[test]
fn github_gets_ten_of_a_level_and_a_word_about_the_rest() {
    let text = printed("github", &crowded(13));
    let (commands, rest): (Vec<&str>, Vec<&str>) =
        text.lines().partition(|line| line.starts_with("::"));
    assert_eq!(commands.len(), 10);
    assert_eq!(
        rest,
        ["claimdiff: 3 more errors beyond the 10 that GitHub shows of a step"]
    );
}

#[test]
fn every_line_for_github_is_a_command_or_ours() {
    for comparison in &*COMPARISONS {
        for line in printed("github", comparison).lines() {
            let is_command = ["::error ", "::warning ", "::notice "]
                .iter()
                .any(|command| line.starts_with(command));
            assert!(is_command || line.starts_with("claimdiff: "), "{line}");
        }
    }
}

/// GitLab's documentation of the code quality report: these keys and no others.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CodeQuality {
    description: String,
    check_name: String,
    fingerprint: String,
    severity: String,
    location: CodeLocation,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CodeLocation {
    path: String,
    lines: CodeLines,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CodeLines {
    begin: u32,
    end: u32,
}

#[test]
fn gitlab_reads_its_issues() {
    for comparison in COMPARISONS.iter().chain([&crowded(3)]) {
        let text = printed("gitlab", comparison);
        let issues: Vec<CodeQuality> = serde_json::from_str(&text).unwrap();
        assert_eq!(issues.len(), comparison.findings.len());
        let mut fingerprints: Vec<&str> =
            issues.iter().map(|one| one.fingerprint.as_str()).collect();
        fingerprints.sort_unstable();
        fingerprints.dedup();
        assert_eq!(fingerprints.len(), issues.len());
        for issue in &issues {
            let levels = ["info", "minor", "major", "critical", "blocker"];
            assert!(levels.contains(&issue.severity.as_str()));
            assert!(!issue.description.is_empty() && !issue.check_name.is_empty());
            assert!(!issue.location.path.starts_with("./"));
            assert!(1 <= issue.location.lines.begin);
            assert!(issue.location.lines.begin <= issue.location.lines.end);
        }
    }
}

#[test]
fn junit_is_read_back() {
    for comparison in &*COMPARISONS {
        let text = printed("junit", comparison);
        let report = quick_junit::Report::deserialize_from_str(&text).unwrap();
        assert!(report.test_suites.len() <= comparison.reports.len());
        let cases = || {
            report
                .test_suites
                .iter()
                .flat_map(|suite| &suite.test_cases)
        };
        let failed = cases()
            .filter(|case| matches!(case.status, quick_junit::TestCaseStatus::NonSuccess { .. }));
        let bad = comparison
            .findings
            .iter()
            .filter(|finding| finding.severity.name() != "note");
        assert_eq!(failed.count(), bad.count());
        assert_eq!(report.tests, cases().count());
    }
}

#[test]
fn what_a_source_supports_passes() {
    let comparison = checked_draft();
    let text = printed("junit", &comparison);
    let report = quick_junit::Report::deserialize_from_str(&text).unwrap();
    let [suite] = &report.test_suites[..] else {
        panic!("the draft alone is checked");
    };
    let passed = suite.test_cases.iter().filter(|case| {
        let success = matches!(case.status, quick_junit::TestCaseStatus::Success { .. });
        success && case.name.as_str().starts_with('“')
    });
    let supported = comparison
        .checks
        .iter()
        .filter(|one| one.standing == Standing::Supported);
    let (passed, supported) = (passed.count(), supported.count());
    assert!(
        0 < passed && passed <= supported,
        "{passed} of {supported}: {text}"
    );
}

/// `DiagnosticResult` of reviewdog.proto, whose reader refuses unknown fields.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DiagnosticResult {
    diagnostics: Vec<RdDiagnostic>,
    source: RdSource,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RdSource {
    name: String,
    url: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RdDiagnostic {
    message: String,
    location: RdLocation,
    severity: String,
    code: RdCode,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RdLocation {
    path: String,
    range: RdRange,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RdRange {
    start: RdPosition,
    end: RdPosition,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RdPosition {
    line: usize,
    column: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RdCode {
    value: String,
}

#[test]
fn reviewdog_reads_bytes_of_each_line() {
    for comparison in &*COMPARISONS {
        let text = printed("rdjson", comparison);
        let result: DiagnosticResult = serde_json::from_str(&text).unwrap();
        assert_eq!(result.source.name, "claimdiff");
        assert!(result.source.url.starts_with("https://"));
        for (one, finding) in result.diagnostics.iter().zip(&comparison.findings) {
            let report = &comparison.reports[finding.primary.report];
            let text = &report.document.text;
            let at = |position: &RdPosition| {
                let lines = text.split_inclusive('\n').take(position.line - 1);
                lines.map(str::len).sum::<usize>() + position.column - 1
            };
            let range = at(&one.location.range.start)..at(&one.location.range.end);
            assert_eq!(range, finding.primary.span.range());
            assert_eq!(one.location.path, report.path);
            assert_eq!(one.code.value, finding.rule.id());
            assert!(["ERROR", "WARNING", "INFO"].contains(&one.severity.as_str()));
            assert!(one.message.contains(&finding.message));
        }
    }
}

#[test]
fn a_spreadsheet_gets_a_row_for_each_finding() {
    for comparison in &*COMPARISONS {
        let text = printed("csv", comparison);
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let headings = reader.headers().unwrap().clone();
        let column = |name: &str| headings.iter().position(|heading| heading == name).unwrap();
        let records: Vec<_> = reader.records().map(Result::unwrap).collect();
        assert_eq!(records.len(), comparison.findings.len());
        for (record, finding) in records.iter().zip(&comparison.findings) {
            assert_eq!(&record[column("rule")], finding.rule.id());
            assert_eq!(&record[column("fingerprint")], finding.fingerprint);
            let start: u32 = record[column("start")].parse().unwrap();
            assert_eq!(start, finding.primary.span.start);
        }
    }
}
