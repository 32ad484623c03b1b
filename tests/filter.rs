//! Which findings are told: suppressions, baseline, touched lines, exit status.

mod common;

use std::fs;
use std::path::Path;
use std::process::Command;

use common::program::{claimdiff, run_with};
use tempfile::TempDir;

const DRAFT: &str = "---\ndate: 2025-05-20\n---\nA quiet day\n\nThe storm killed 12 people, the police said.\n\nThe \
                     storm injured 30 people, the police said.\n";
const WIRE: &[u8] = b"---\ndate: 2025-05-20\n---\nStorm\n\nThe storm killed 17 people, the police said.\n\nThe storm \
                      injured 41 people, the police said.\n";

const CHECK: [&str; 6] = [
    "check",
    "draft.md",
    "--against",
    "wire.txt",
    "--format",
    "csv",
];

/// Exit status, rules found and standard error of a check of `draft`, which is called `name`.
fn check_as(name: &str, draft: &str, arguments: &[&str]) -> (i32, Vec<String>, String) {
    let files = [(name, draft.as_bytes()), ("wire.txt", WIRE)];
    let mut all = vec!["check", name, "--against", "wire.txt", "--format", "csv"];
    all.extend(arguments);
    let (status, stdout, stderr) = run_with(&files, &all);
    (status, values(&stdout), stderr)
}

fn check(draft: &str, arguments: &[&str]) -> (i32, Vec<String>, String) {
    check_as("draft.md", draft, arguments)
}

/// The values that a CSV has findings of.
fn values(csv: &str) -> Vec<String> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let records = reader.records().map(Result::unwrap);
    let mut values: Vec<String> = records.map(|record| record[8].to_owned()).collect();
    values.sort();
    values
}

/// The draft with a comment above the line that begins with `line`.
fn commented(line: &str, comment: &str) -> String {
    DRAFT.replace(line, &format!("{comment}\n{line}"))
}

#[test]
fn without_anything_both_values_are_found() {
    assert_eq!(
        check(DRAFT, &[]),
        (1, vec!["12".to_owned(), "30".to_owned()], String::new())
    );
}

#[test]
fn a_comment_suppresses_the_next_line_in_every_kind_of_text() {
    for name in ["draft.md", "draft.txt"] {
        let draft = commented(
            "The storm killed",
            "<!-- claimdiff-ignore-next-line -- AP has 12, and 99 elsewhere -->",
        );
        let (status, values, stderr) = check_as(name, &draft, &[]);
        assert_eq!((status, values), (1, vec!["30".to_owned()]), "{name}");
        assert_eq!(
            stderr,
            "note: findings left out: 1 suppressed by a comment\n"
        );
    }
}

#[test]
fn a_region_suppresses_what_stands_in_it() {
    let draft = commented(
        "A quiet",
        "<!-- claimdiff-ignore-begin -- checked by the desk -->",
    );
    let draft = draft + "<!-- claimdiff-ignore-end -->\n";
    let (status, values, _) = check(&draft, &[]);
    assert_eq!((status, values), (0, vec![]));
}

#[test]
fn front_matter_exempts_a_text() {
    let draft = DRAFT.replace("date:", "claimdiff: false\ndate:");
    let (status, values, stderr) = check(&draft, &[]);
    assert_eq!((status, values), (0, vec![]), "{stderr}");
    let (status, _, stderr) = check(&DRAFT.replace("date:", "claimdiff: no thanks\ndate:"), &[]);
    assert_eq!(status, 2);
    assert!(
        stderr.starts_with("draft.md:2:1: `claimdiff` is false"),
        "{stderr}"
    );
}

#[test]
fn comments_that_do_nothing_are_said() {
    let unused = commented(
        "A quiet",
        "<!-- claimdiff-ignore-next-line number-slip -- x -->",
    );
    let unknown = commented(
        "A quiet",
        "<!-- claimdiff-ignore-next-line number-slop -- x -->",
    );
    let bare = commented("The storm killed", "<!-- claimdiff-ignore-next-line -->");
    let mut said = String::new();
    for (draft, arguments) in [
        (unused, &[][..]),
        (unknown, &[]),
        (bare, &["--require-reason"]),
    ] {
        let (status, values, stderr) = check(&draft, arguments);
        assert_eq!((status, values.len()), (1, 2), "{stderr}");
        said += &stderr;
    }
    common::assert_snapshot("cli", "suppression-faults", &said);
    let (_, _, stderr) = check(
        &commented("A quiet", "<!-- claimdiff-ignore-end -->"),
        &["--quiet"],
    );
    assert_eq!(stderr, "");
}

/// A folder with the draft and the wire.
fn desk() -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("draft.md"), DRAFT).unwrap();
    fs::write(folder.path().join("wire.txt"), WIRE).unwrap();
    folder
}

/// Exit status, values found and standard error in `folder`.
fn run(folder: &Path, arguments: &[&str]) -> (i32, Vec<String>, String) {
    let output = claimdiff(folder)
        .args(CHECK)
        .args(arguments)
        .output()
        .unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    let values = if output.stdout.is_empty() {
        Vec::new()
    } else {
        values(std::str::from_utf8(&output.stdout).unwrap())
    };
    (output.status.code().unwrap(), values, stderr)
}

#[test]
fn a_baseline_holds_what_is_known_and_says_what_is_stale() {
    let folder = desk();
    let folder = folder.path();
    let baseline = ["--baseline", "known.yaml"];
    let (status, _, stderr) = run(folder, &baseline);
    assert_eq!(status, 2);
    assert_eq!(
        stderr,
        "claimdiff: known.yaml: there is no such file; --write-baseline writes it\n"
    );
    let written = run(folder, &[&baseline[..], &["--write-baseline"]].concat());
    assert_eq!((written.0, written.1), (0, vec![]));
    let file = fs::read_to_string(folder.join("known.yaml")).unwrap();
    common::assert_snapshot("cli", "baseline", &file);
    let edited = DRAFT.replace(
        "A quiet day\n",
        "A quiet day\n\nThe mayor thanked the crews.\n",
    );
    fs::write(folder.join("draft.md"), edited.replace("12", "13")).unwrap();
    let (status, values, stderr) = run(folder, &baseline);
    assert_eq!((status, values), (1, vec!["13".to_owned()]));
    common::assert_snapshot("cli", "baseline-stale", &stderr);
    fs::write(
        folder.join("known.yaml"),
        "schema: claimdiff-baseline/1\nfindings:\n- rule: x\n",
    )
    .unwrap();
    let (status, _, stderr) = run(folder, &baseline);
    assert_eq!(status, 2);
    assert!(
        stderr.starts_with("claimdiff: known.yaml:3:3: "),
        "{stderr}"
    );
}

#[test]
fn only_the_lines_asked_for_are_told() {
    let folder = desk();
    let (status, values, stderr) = run(folder.path(), &["--lines", "8-9"]);
    assert_eq!((status, values), (1, vec!["30".to_owned()]));
    assert_eq!(stderr, "note: findings left out: 1 on lines not touched\n");
    assert_eq!(run(folder.path(), &["--lines", "1-5"]).0, 0);
    let both = run(folder.path(), &["--lines", "6", "--lines", "8"]);
    assert_eq!(both.1.len(), 2);
    assert_eq!(run(folder.path(), &["--lines", "9-8"]).0, 2);
}

/// Runs git with settings of its own.
fn git(folder: &Path, arguments: &[&str]) {
    let output = Command::new("git")
        .current_dir(folder)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .args(["-c", "user.name=Desk", "-c", "user.email=desk@example.org"])
        .args(arguments)
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
}

#[test]
fn only_changed_lines_are_told() {
    let folder = desk();
    let folder = folder.path();
    let since = |revision: &'static str| run(folder, &["--changed-since", revision]);
    let (status, _, stderr) = since("HEAD");
    assert_eq!(status, 2);
    assert!(
        stderr.contains("draft.md: is in no git repository"),
        "{stderr}"
    );
    git(folder, &["init", "--quiet"]);
    git(folder, &["add", "wire.txt"]);
    git(folder, &["commit", "--quiet", "-m", "wire"]);
    assert_eq!(since("HEAD").1.len(), 2, "a new file is all changed");
    git(folder, &["add", "draft.md"]);
    git(folder, &["commit", "--quiet", "-m", "draft"]);
    assert_eq!(since("HEAD").1.len(), 0);
    fs::write(folder.join("draft.md"), DRAFT.replace("30", "31")).unwrap();
    assert_eq!(since("HEAD").1, ["31"]);
    assert_eq!(since("HEAD~1").1.len(), 2);
    let (status, _, stderr) = run(folder, &["--changed-since=--output=x"]);
    assert_eq!(status, 2);
    assert!(
        stderr.contains("there is no revision `--output=x`"),
        "{stderr}"
    );
    assert!(!folder.join("x").exists());
    let without = claimdiff(folder)
        .args(CHECK)
        .args(["--changed-since", "HEAD"])
        .env("PATH", "")
        .output()
        .unwrap();
    assert_eq!(without.status.code(), Some(2));
    let stderr = String::from_utf8(without.stderr).unwrap();
    assert!(stderr.contains("git is not installed"), "{stderr}");
}

#[test]
fn the_status_can_be_zero_whatever_is_found_but_not_in_trouble() {
    assert_eq!(check(DRAFT, &["--exit-zero"]).0, 0);
    assert_eq!(check(DRAFT, &["--fail-on", "never"]).0, 0);
    let folder = desk();
    assert_eq!(run(folder.path(), &["--exit-zero", "--lines", "0"]).0, 2);
    fs::remove_file(folder.path().join("wire.txt")).unwrap();
    assert_eq!(run(folder.path(), &["--exit-zero"]).0, 2);
}

#[test]
fn verbose_says_what_was_read() {
    let (_, _, stderr) = check(DRAFT, &["--verbose"]);
    assert!(stderr.contains("draft.md: draft by draft, "), "{stderr}");
    assert!(stderr.contains("wire.txt: source by wire, "), "{stderr}");
}

#[test]
fn a_comparison_obeys_the_comments_of_every_report() {
    let draft = commented(
        "The storm killed",
        "<!-- claimdiff-ignore-next-line -- x -->",
    );
    for order in [["draft.md", "wire.txt"], ["wire.txt", "draft.md"]] {
        let files = [("draft.md", draft.as_bytes()), ("wire.txt", WIRE)];
        let arguments = [&["compare", "--format", "csv"], &order[..]].concat();
        let (_, stdout, stderr) = run_with(&files, &arguments);
        assert_eq!(values(&stdout).len(), 1, "{stderr}");
    }
}

#[test]
fn a_baseline_is_the_same_from_wherever_it_is_used() {
    let folder = desk();
    let folder = folder.path();
    let written = run(folder, &["--baseline", "known.yaml", "--write-baseline"]);
    assert_eq!(written.0, 0);
    let before = fs::read_to_string(folder.join("known.yaml")).unwrap();
    fs::create_dir(folder.join("elsewhere")).unwrap();
    let from_elsewhere = |arguments: &[&str]| {
        let files = ["check", "../draft.md", "--against", "../wire.txt"];
        let output = claimdiff(&folder.join("elsewhere"))
            .args(files)
            .args(["--baseline", "../known.yaml"])
            .args(arguments)
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(0), "{output:?}");
    };
    from_elsewhere(&["--write-baseline"]);
    from_elsewhere(&[]);
    assert_eq!(
        fs::read_to_string(folder.join("known.yaml")).unwrap(),
        before
    );
}
