//! `claimdiff explain --finding` shows why one finding was made, and says clearly when none is meant.

mod common;

use std::path::Path;

use common::program::{claimdiff, run_with};

const STORY: &str = "examples/drone-strikes/story.yaml";

/// Exit status, standard output and standard error, run in the folder of the package.
fn explain(arguments: &[&str]) -> (i32, String, String) {
    let mut command = claimdiff(Path::new(env!("CARGO_MANIFEST_DIR")));
    let output = command.args(["explain", "--finding"]).args(arguments);
    let output = output.output().unwrap();
    (
        output.status.code().unwrap(),
        String::from_utf8(output.stdout).unwrap(),
        String::from_utf8(output.stderr).unwrap(),
    )
}

/// Rule and fingerprint of every finding of the example.
fn fingerprints() -> Vec<(String, String)> {
    let mut command = claimdiff(Path::new(env!("CARGO_MANIFEST_DIR")));
    let output = command.args(["compare", STORY, "--format", "json"]);
    let json: serde_json::Value = serde_json::from_slice(&output.output().unwrap().stdout).unwrap();
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    let findings = json["findings"].as_array().unwrap().iter();
    findings
        .map(|finding| (text(&finding["rule"]), text(&finding["fingerprint"])))
        .collect()
}

#[test]
fn each_finding_of_the_example_is_explained() {
    let mut pages = Vec::new();
    for (rule, fingerprint) in fingerprints() {
        let (status, page, errors) = explain(&[&fingerprint[..8], STORY]);
        assert_eq!((status, errors.as_str()), (0, ""));
        assert!(
            page.starts_with(&format!("{rule} {fingerprint}\n")),
            "{page}"
        );
        pages.push(page);
    }
    assert!(pages.len() > 3);
    common::assert_snapshot("cli", "explain-finding", &pages.join("\n-----\n\n"));
}

#[test]
fn what_one_report_gets_wrong_alone_is_explained() {
    let text = "The ferry struck the pier on Monday, July 5, 2022, the harbor office said.\n";
    let files = [("ferry.txt", text.as_bytes())];
    let compare = [
        "compare",
        "ferry.txt",
        "--date",
        "2025-05-20",
        "--format",
        "json",
    ];
    let (_, json, _) = run_with(&files, &compare);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let fingerprint = json["findings"][0]["fingerprint"].as_str().unwrap();
    let arguments = [
        "explain",
        "--finding",
        fingerprint,
        "ferry.txt",
        "--date",
        "2025-05-20",
    ];
    let (status, page, _) = run_with(&files, &arguments);
    assert_eq!(status, 0);
    assert!(page.contains("The report was read by itself"), "{page}");
}

#[test]
fn a_fingerprint_that_means_nothing_is_an_error() {
    let (_, known) = fingerprints().remove(0);
    let unknown = format!("{}zz", &known[..5]);
    let (status, page, errors) = explain(&[&unknown, STORY]);
    assert_eq!((status, page.as_str()), (2, ""));
    let nearest = errors.lines().nth(1).unwrap().trim_start();
    assert!(nearest.starts_with(&known), "{errors}");
    let (status, _, errors) = explain(&[&known[..5], STORY]);
    assert_eq!(status, 2);
    assert!(errors.contains("give 6 characters"), "{errors}");
}

#[test]
fn a_finding_needs_reports_and_takes_no_rule() {
    for arguments in [&["abcdef"][..], &["abcdef", STORY, "--date", "May 20"]] {
        let (status, page, errors) = explain(arguments);
        assert_eq!((status, page.as_str()), (2, ""), "{arguments:?}");
        assert!(errors.contains("error: "), "{errors}");
    }
    let (status, _, errors) = explain(&["abcdef", "no-such-report.txt"]);
    assert_eq!(status, 2);
    assert!(errors.contains("no-such-report.txt"), "{errors}");
}

#[test]
fn a_finding_of_check_is_explained_with_its_sources() {
    let draft = "examples/drone-strikes/draft.md";
    let folder = "examples/drone-strikes";
    let against = ["--against", folder];
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let checked = claimdiff(root)
        .args(["check", draft, "--format", "markdown"])
        .args(against)
        .output()
        .unwrap();
    let table = String::from_utf8(checked.stdout).unwrap();
    let (_, after) = table.split_once("(`number-misreported` `").unwrap();
    let (fingerprint, _) = after.split_once('`').unwrap();
    let explained = claimdiff(root)
        .args(["explain", "--finding", fingerprint, draft])
        .args(against)
        .output()
        .unwrap();
    let page = String::from_utf8(explained.stdout).unwrap();
    assert!(
        page.starts_with(&format!("number-misreported {fingerprint}")),
        "{page}"
    );
    assert!(page.contains("Night desk, line 12: “31”"), "{page}");
}
