//! The command line: output, messages for trouble, exit statuses.

mod common;

use std::fs;
use std::path::Path;

use common::program::{claimdiff, run_with};
use tempfile::TempDir;

const FERRY: &[u8] =
    b"---\ndate: 2025-05-20\n---\nNine people were hurt on Monday, the harbor police said.\n";

/// The message of one unreadable file; the readable one beside it must still be compared.
fn message_of(name: &str, content: &[u8]) -> String {
    let files = [("ferry.txt", FERRY), (name, content)];
    let (status, stdout, stderr) =
        run_with(&files, &["compare", "ferry.txt", name, "--format", "json"]);
    assert_eq!(status, 2, "{stderr}");
    assert!(stdout.contains("\"outlet\": \"ferry\""), "{stdout}");
    stderr.replace(
        "note: there is one report to read, so it is compared with itself alone\n",
        "",
    )
}

#[test]
fn unreadable_files_are_named_with_the_place_and_what_to_do() {
    let utf16 = b"\xff\xfeN\0i\0n\0e\0";
    let messages = [
        message_of("empty.txt", b" \n"),
        message_of("bare.md", b"---\noutlet: A\n---\n"),
        message_of("utf16.txt", utf16),
        message_of("latin.txt", b"Nine people\nwere hurt in Gen\xe8ve"),
        message_of("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        message_of("nine.pdf", b"PK"),
        message_of("date.md", b"---\noutlet: A\ndate: last week\n---\nNine.\n"),
        message_of("broken.md", b"---\noutlet: [A\n---\nNine.\n"),
        message_of("list.md", b"---\ntitle: [A]\n---\nNine.\n"),
    ];
    common::assert_snapshot("cli", "unreadable-files", &messages.concat());
}

#[test]
fn a_file_too_large_for_an_article_is_refused() {
    let folder = TempDir::new().unwrap();
    let file = fs::File::create(folder.path().join("large.txt")).unwrap();
    file.set_len(claimdiff::input::LARGEST + 1).unwrap();
    let output = claimdiff(folder.path())
        .args(["extract", "large.txt"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(
        stderr,
        "large.txt: the file is larger than 64 MB; give one article per file\n"
    );
}

#[test]
fn a_missing_file_is_named() {
    let (status, _, stderr) = run_with(&[], &["extract", "nine.txt"]);
    assert_eq!(status, 2);
    common::assert_snapshot("cli", "missing-file", &stderr);
}

#[test]
fn faults_of_a_story_are_placed_in_it() {
    let story = |yaml: &str| {
        let files = [("ferry.txt", FERRY), ("s/story.yaml", yaml.as_bytes())];
        let (status, _, stderr) = run_with(&files, &["compare", "s"]);
        assert_eq!(status, 2, "{stderr}");
        stderr
    };
    let messages = [
        story("reports:\n  - path: nine.txt\n  - path: ../ferry.txt\n"),
        story("reports:\n  - path: ../ferry.txt\n    outlte: Harbor\n"),
        story("reports:\n  - path: ../ferry.txt\n    date: May 20\n"),
        story("story: none\nreports: []\n"),
        story("reports:\n  - outlet: Harbor\n"),
        story(""),
    ];
    common::assert_snapshot("cli", "story-faults", &messages.concat());
}

#[test]
fn a_folder_without_reports_is_trouble() {
    let (status, _, stderr) = run_with(&[("s/notes.pdf", b"x")], &["compare", "s"]);
    assert_eq!(status, 2);
    common::assert_snapshot("cli", "folder-without-reports", &stderr);
}

#[test]
fn a_folder_is_read_by_name_without_hidden_and_foreign_files() {
    let files: [(&str, &[u8]); 4] = [
        ("s/b.txt", FERRY),
        ("s/a.md", FERRY),
        ("s/.draft.txt", FERRY),
        ("s/photo.jpg", b"\0"),
    ];
    let (_, stdout, _) = run_with(&files, &["extract", "s", "--format", "json"]);
    let paths: Vec<&str> = stdout
        .lines()
        .filter(|line| line.contains("\"path\""))
        .collect();
    assert_eq!(
        paths,
        ["      \"path\": \"s/a.md\"", "      \"path\": \"s/b.txt\""]
    );
}

#[test]
fn a_missing_date_is_said_and_the_flag_gives_it() {
    let files: [(&str, &[u8]); 1] = [("nine.txt", b"Nine people were hurt on Monday.\n")];
    let (status, _, stderr) = run_with(&files, &["extract", "nine.txt"]);
    assert_eq!(status, 0);
    common::assert_snapshot("cli", "missing-date", &stderr);
    let arguments = [
        "extract",
        "nine.txt",
        "--date",
        "2025-05-20",
        "--outlet",
        "Harbor",
    ];
    let (_, stdout, stderr) = run_with(&files, &arguments);
    assert_eq!(stderr, "");
    assert!(stdout.starts_with("Harbor: "), "{stdout}");
}

#[test]
fn unknown_keys_of_front_matter_are_said() {
    let files: [(&str, &[u8]); 1] = [(
        "nine.md",
        b"---\ndate: 2025-05-20\nauthor: A. B.\n---\nNine.\n",
    )];
    let (status, _, stderr) = run_with(&files, &["extract", "nine.md"]);
    assert_eq!(status, 0);
    common::assert_snapshot("cli", "unread-key", &stderr);
}

#[test]
fn standard_input_is_a_report() {
    let folder = TempDir::new().unwrap();
    let assert = claimdiff(folder.path())
        .args(["extract", "-", "--format", "json"])
        .write_stdin(FERRY)
        .assert()
        .code(0);
    let stdout = String::from_utf8(assert.get_output().stdout.clone()).unwrap();
    assert!(
        stdout.contains("\"outlet\": \"standard input\""),
        "{stdout}"
    );
    assert!(stdout.contains("\"date\": \"2025-05-20\""), "{stdout}");
}

#[test]
fn the_exit_status_is_that_of_diff() {
    let files: [(&str, &[u8]); 3] = [
        (
            "a.md",
            b"---\ndate: 2025-05-20\n---\nThe storm killed 12 people.\n",
        ),
        (
            "b.md",
            b"---\ndate: 2025-05-20\n---\nThe storm killed 17 people.\n",
        ),
        (
            "c.md",
            b"---\ndate: 2025-05-20\n---\nThe storm killed a dozen people.\n",
        ),
    ];
    let status = |arguments: &[&str]| run_with(&files, arguments).0;
    assert_eq!(status(&["compare", "a.md", "c.md", "--fail-on", "note"]), 0);
    assert_eq!(status(&["compare", "a.md", "b.md"]), 1);
    assert_eq!(
        status(&["compare", "a.md", "b.md", "--fail-on", "warning"]),
        1
    );
    assert_eq!(
        status(&["compare", "a.md", "b.md", "--fail-on", "never"]),
        0
    );
    assert_eq!(status(&["compare", "a.md", "b.md", "no.md"]), 2);
    assert_eq!(status(&["extract", "a.md", "b.md"]), 0);
}

#[test]
fn colour_follows_the_flag_and_not_the_pipe() {
    let colored = |arguments: &[&str]| {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let arguments = [&["compare", "examples/drone-strikes"], arguments].concat();
        let output = claimdiff(root).args(arguments).output().unwrap();
        output.stdout.contains(&0x1b)
    };
    assert!(!colored(&[]));
    assert!(!colored(&["--color", "never"]));
    assert!(colored(&["--color", "always"]));
}

#[test]
fn wrong_usage_is_trouble() {
    for arguments in [
        &["compare"][..],
        &["compare", "a.txt", "--format", "pdf"],
        &["compare", "a.txt", "--date", "May 20"],
        &["explain", "number-conflit"],
        &["contrast"],
    ] {
        let (status, stdout, stderr) = run_with(&[], arguments);
        assert_eq!(status, 2, "{arguments:?}");
        assert_eq!(stdout, "");
        assert!(stderr.contains("error: "), "{stderr}");
    }
}

#[test]
fn output_goes_to_the_file_asked_for() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("nine.txt"), FERRY).unwrap();
    claimdiff(folder.path())
        .args([
            "extract",
            "nine.txt",
            "--format",
            "yaml",
            "--output",
            "claims.yaml",
        ])
        .assert()
        .code(0)
        .stdout("");
    let written = fs::read_to_string(folder.path().join("claims.yaml")).unwrap();
    assert!(written.starts_with("schema: claimdiff/1\n"));
    let (status, _, stderr) = run_with(
        &[("nine.txt", FERRY)],
        &["extract", "nine.txt", "--output", "no/such/folder.json"],
    );
    assert_eq!(status, 2);
    assert!(
        stderr.starts_with("claimdiff: no/such/folder.json: "),
        "{stderr}"
    );
}

#[test]
fn every_rule_is_explained() {
    let (status, list, _) = run_with(&[], &["explain"]);
    assert_eq!(status, 0);
    for line in list.lines() {
        let rule = line.split_whitespace().next().unwrap();
        let (status, page, _) = run_with(&[], &["explain", rule]);
        assert_eq!(status, 0);
        assert!(page.starts_with(rule), "{page}");
    }
    common::assert_snapshot("cli", "rules", &list);
}

#[test]
fn the_help_is_for_people() {
    for command in ["compare", "config", "extract", "init"] {
        let (status, help, _) = run_with(&[], &["help", command]);
        assert_eq!(status, 0);
        common::assert_snapshot("cli", &format!("help-{command}"), &help);
    }
}

#[test]
fn completions_and_manual_pages_are_printed() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let (status, script, _) = run_with(&[], &["completions", shell]);
        assert_eq!(status, 0);
        assert!(script.contains("fail-on"), "{shell}");
    }
    let (status, page, _) = run_with(&[], &["man", "compare"]);
    assert_eq!(status, 0);
    assert!(page.contains(".TH claimdiff-compare 1"), "{page}");
}

const WIRE: &[u8] = b"---\noutlet: Harbor Wire\ndate: 2025-05-20\n---\nNine people were hurt when the ferry struck the pier on Monday, the harbor police said.\n";

/// Exit status and findings of `claimdiff check` on a draft of one sentence against [`WIRE`].
fn check(draft: &str) -> (i32, serde_json::Value) {
    let files = [("draft.md", draft.as_bytes()), ("wire.txt", WIRE)];
    let arguments = ["check", "draft.md", "--against", "wire.txt"];
    let options = ["--format", "json", "--date", "2025-05-20"];
    let (status, stdout, stderr) = run_with(&files, &[&arguments[..], &options[..]].concat());
    let output: serde_json::Value = serde_json::from_str(&stdout).expect(&stderr);
    assert_eq!(output["reports"][0]["role"], "draft");
    assert_eq!(output["reports"][1]["role"], "source");
    (status, output)
}

#[test]
fn a_draft_that_its_source_carries_passes() {
    let (status, output) =
        check("Nine people were hurt on Monday as a ferry hit the pier, harbor police said.\n");
    assert_eq!(status, 0);
    assert!(output["findings"].as_array().unwrap().is_empty());
    assert_eq!(output["checks"][0]["verdict"], "supported");
    assert_eq!(output["checks"][0]["supporters"][0]["report"], 1);
}

#[test]
fn a_draft_that_its_source_contradicts_fails() {
    let (status, output) =
        check("Six people were hurt on Monday as a ferry hit the pier, harbor police said.\n");
    assert_eq!(status, 1);
    let finding = &output["findings"][0];
    assert_eq!(finding["report"], 0);
    assert_eq!(finding["severity"], "error");
    assert_eq!(finding["related"][0]["report"], 1);
    assert_eq!(output["checks"][0]["verdict"], "contradicted");
}

#[test]
fn a_job_on_github_gets_a_summary() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("a.md"), "The storm killed 12 people.\n").unwrap();
    fs::write(folder.path().join("b.md"), "The storm killed 17 people.\n").unwrap();
    let summary = folder.path().join("summary.md");
    fs::write(&summary, "before\n").unwrap();
    let run = |format: &str| {
        claimdiff(folder.path())
            .env("GITHUB_STEP_SUMMARY", &summary)
            .args(["compare", "a.md", "b.md", "--format", format])
            .assert()
            .code(1)
    };
    run("json");
    assert_eq!(fs::read_to_string(&summary).unwrap(), "before\n");
    let assert = run("github");
    let stdout = String::from_utf8(assert.get_output().stdout.clone()).unwrap();
    assert!(stdout.starts_with("::error file=a.md,line=1,"), "{stdout}");
    let written = fs::read_to_string(&summary).unwrap();
    assert!(written.starts_with("before\n# Comparison\n"), "{written}");
}
