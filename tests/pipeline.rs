//! What pipelines run: the hook of pre-commit and the action's script.

mod common;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use common::program::claimdiff;
use serde::Deserialize;
use tempfile::TempDir;

const DRAFT: &str = "---\ndate: 2025-05-20\n---\nThe storm killed 12 people, the police said.\n";
const WIRE: &str = "---\ndate: 2025-05-20\n---\nThe storm killed 17 people, the police said.\n";

/// A folder with a draft and the wires; names with blanks, as desks give them.
fn desk() -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::create_dir(folder.path().join("late wires")).unwrap();
    fs::write(folder.path().join("my draft.md"), DRAFT).unwrap();
    fs::write(folder.path().join("late wires/a.txt"), WIRE).unwrap();
    folder
}

#[derive(Deserialize)]
struct Hook {
    id: String,
    entry: String,
    language: String,
}

#[test]
fn the_hook_checks_the_files_that_it_is_given() {
    let hooks = fs::read_to_string(".pre-commit-hooks.yaml").unwrap();
    let hooks: Vec<Hook> = serde_yaml::from_str(&hooks).unwrap();
    let [hook] = &hooks[..] else {
        panic!("there is one hook");
    };
    assert_eq!(
        (hook.id.as_str(), hook.language.as_str()),
        ("claimdiff", "rust")
    );
    let mut words = hook.entry.split(' ');
    assert_eq!(words.next(), Some("claimdiff"));
    let folder = desk();
    let output = claimdiff(folder.path())
        .args(words)
        .args(["--against=late wires/", "my draft.md"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
}

/// Runs the script of the action in `folder` as the runner does, with `inputs` in its environment.
#[cfg(unix)]
fn action(folder: &Path, inputs: &[(&str, &str)]) -> Output {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let program = assert_cmd::cargo::cargo_bin("claimdiff");
    let path = format!(
        "{}:{}",
        program.parent().unwrap().display(),
        std::env::var("PATH").unwrap()
    );
    Command::new(root.join(".github/actions/claimdiff/check.sh"))
        .current_dir(folder)
        .env("PATH", path)
        .env("GITHUB_OUTPUT", folder.join("outputs"))
        .env("GITHUB_STEP_SUMMARY", folder.join("summary.md"))
        .envs(inputs.iter().copied())
        .output()
        .unwrap()
}

#[test]
#[cfg(unix)]
fn the_action_annotates_and_gives_the_status() {
    let folder = desk();
    let folder = folder.path();
    let inputs = [
        ("DRAFTS", "\n  my draft.md\n"),
        ("AGAINST", "late wires"),
        ("SARIF", "found.sarif"),
    ];
    let output = action(folder, &inputs);
    let stdout = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1), "{stdout}");
    assert!(
        stdout.starts_with("::error file=my draft.md,line=4,"),
        "{stdout}"
    );
    let outputs = fs::read_to_string(folder.join("outputs")).unwrap();
    assert_eq!(outputs, "status=1\n");
    let summary = fs::read_to_string(folder.join("summary.md")).unwrap();
    assert!(summary.contains("number-misreported"), "{summary}");
    let sarif = fs::read_to_string(folder.join("found.sarif")).unwrap();
    assert!(sarif.contains("\"my%20draft.md\""), "{sarif}");
}

#[test]
#[cfg(unix)]
fn the_action_passes_its_options_on() {
    let folder = desk();
    let inputs = [
        ("DRAFTS", "my draft.md"),
        ("AGAINST", "late wires"),
        ("FAIL_ON", "never"),
        ("ARGUMENTS", "--lines\n1-2"),
    ];
    let output = action(folder.path(), &inputs);
    let stdout = String::from_utf8(output.stdout).unwrap();
    assert_eq!(
        (output.status.code(), stdout.as_str()),
        (Some(0), "claimdiff: nothing found\n")
    );
    let missing = [("DRAFTS", "none.md"), ("AGAINST", "late wires")];
    assert_eq!(action(folder.path(), &missing).status.code(), Some(2));
}

#[test]
fn every_input_of_the_action_reaches_its_script() {
    let folder = Path::new(".github/actions/claimdiff");
    let action = fs::read_to_string(folder.join("action.yml")).unwrap();
    let script = fs::read_to_string(folder.join("check.sh")).unwrap();
    let action: serde_json::Value = serde_yaml::from_str(&action).unwrap();
    let steps = action["runs"]["steps"].as_array().unwrap();
    let environment = steps
        .iter()
        .find_map(|step| step["env"].as_object())
        .unwrap();
    let mut handed = Vec::new();
    for (variable, value) in environment {
        assert!(
            script.contains(&format!("${variable}")) || script.contains(&format!("${{{variable}"))
        );
        let value = value.as_str().unwrap();
        let input = value
            .strip_prefix("${{ inputs.")
            .and_then(|rest| rest.strip_suffix(" }}"));
        handed.push(input.unwrap().to_owned());
    }
    let inputs = action["inputs"].as_object().unwrap().keys();
    let mut inputs: Vec<String> = inputs.cloned().collect();
    inputs.sort();
    handed.sort();
    assert_eq!(inputs, handed);
}
