//! Whatever stands in a text or a path, the reader of each format gets what was meant and nothing else.

mod common;

use claimdiff::compare::Comparison;
use claimdiff::report::{COMPARE, Page, named};
use common::sample;
use proptest::prelude::*;
use serde_json::Value;

/// What some format or other takes for markup.
const NASTY: &str = "[<>&'\"%:,;=+@#|*_`~!(){}\\[\\]\\\\/\n\r\t\u{1}\u{1b}\u{85}\u{2028}\u{feff}\u{fffe}aé日 0-]{0,24}";

/// The sample with these words in one finding.
fn with(message: &str, path: &str, outlet: &str) -> Comparison {
    let mut comparison = sample::comparison(3);
    comparison.findings.truncate(1);
    comparison.findings[0].message = message.to_owned();
    comparison.reports[0].path = path.to_owned();
    comparison.reports[0].outlet = outlet.to_owned();
    comparison
}

fn printed(format: &str, comparison: &Comparison) -> String {
    named(COMPARE, format).report(comparison, &Page::default())
}

/// A message on one line without control characters, as every format gives it.
fn on_one_line(text: &str) -> String {
    let words = text.split_whitespace();
    let words = words.map(|word| word.chars().filter(|one| !one.is_control()).collect());
    let words = words.filter(|word: &String| !word.is_empty());
    words.collect::<Vec<String>>().join(" ")
}

/// The path without the `./` that no platform matches.
fn plain(path: &str) -> &str {
    path.strip_prefix("./").map_or(path, plain)
}

/// A SARIF message as its reader shows it (§3.11).
fn sarif_text(message: &str) -> String {
    let mut shown = String::new();
    let mut characters = message.chars();
    while let Some(character) = characters.next() {
        shown.push(character);
        match character {
            '\\' => {
                shown.pop();
                shown.extend(characters.next());
            }
            '{' | '}' => assert_eq!(characters.next(), Some(character), "{message}"),
            _ => {}
        }
    }
    shown
}

fn percent_decoded(uri: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = uri.bytes();
    while let Some(byte) = rest.next() {
        let digits: Vec<u8> = if byte == b'%' {
            rest.by_ref().take(2).collect()
        } else {
            Vec::new()
        };
        bytes.push(match std::str::from_utf8(&digits).unwrap() {
            "" => byte,
            digits => u8::from_str_radix(digits, 16).unwrap(),
        });
    }
    String::from_utf8(bytes).unwrap()
}

/// File and message of a workflow command, as the runner reads them.
fn github_command(line: &str) -> (String, String) {
    let (head, message) = line
        .strip_prefix("::error ")
        .unwrap()
        .split_once("::")
        .unwrap();
    let file = head
        .split(',')
        .next()
        .unwrap()
        .strip_prefix("file=")
        .unwrap();
    let read = |text: &str| {
        let text = text.replace("%0D", "\r").replace("%0A", "\n");
        text.replace("%3A", ":")
            .replace("%2C", ",")
            .replace("%25", "%")
    };
    (read(file), read(message))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn messages_and_paths_come_back(message in NASTY, path in "[%:,<>&'\" \n\\[{#a-zé./]{1,12}", outlet in NASTY) {
        let comparison = with(&message, &path, &outlet);
        let (meant, file) = (on_one_line(&message), plain(&path));

        let sarif: Value = serde_json::from_str(&printed("sarif", &comparison)).unwrap();
        let result = &sarif["runs"][0]["results"][0];
        prop_assert_eq!(sarif_text(result["message"]["text"].as_str().unwrap()), meant.clone());
        let place = &result["locations"][0]["physicalLocation"]["artifactLocation"];
        let uri = percent_decoded(place["uri"].as_str().unwrap());
        prop_assert_eq!(uri.strip_prefix("file://").unwrap_or(&uri), file);

        let github = printed("github", &comparison);
        let lines: Vec<&str> = github.lines().collect();
        prop_assert_eq!(lines.len(), 1);
        let (name, said) = github_command(lines[0]);
        prop_assert_eq!(name, file);
        prop_assert_eq!(said.split('\n').next().unwrap(), &meant);

        let gitlab: Value = serde_json::from_str(&printed("gitlab", &comparison)).unwrap();
        prop_assert_eq!(gitlab[0]["description"].as_str().unwrap(), &meant);
        prop_assert_eq!(gitlab[0]["location"]["path"].as_str().unwrap(), file);

        let rdjson: Value = serde_json::from_str(&printed("rdjson", &comparison)).unwrap();
        let said = rdjson["diagnostics"][0]["message"].as_str().unwrap();
        prop_assert_eq!(said.split('\n').next().unwrap(), &meant);

        let csv = printed("csv", &comparison);
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        let record = reader.records().next().unwrap().unwrap();
        prop_assert!(record[9] == meant || record[9] == format!("'{meant}"), "{:?}", &record[9]);
        for cell in &record {
            prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{cell:?}");
        }
    }

    #[test]
    fn xml_holds_all_that_it_can(message in NASTY, path in NASTY, outlet in NASTY) {
        let comparison = with(&message, &path, &outlet);
        let report = quick_junit::Report::deserialize_from_str(&printed("junit", &comparison)).unwrap();
        let case = &report.test_suites[0].test_cases[0];
        let quick_junit::TestCaseStatus::NonSuccess { message: said, .. } = &case.status else {
            panic!("an error fails");
        };
        let meant = on_one_line(&message).replace(['\u{fffe}', '\u{ffff}'], "");
        prop_assert_eq!(said.as_ref().map_or("", |said| said.as_str()), meant);
    }
}
