//! The program as its user runs it: in a folder, with arguments.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use tempfile::TempDir;

/// The program, run in `folder`.
pub fn claimdiff(folder: &Path) -> Command {
    let mut command = Command::cargo_bin("claimdiff").unwrap();
    command.current_dir(folder);
    for variable in ["NO_COLOR", "GITHUB_STEP_SUMMARY"] {
        command.env_remove(variable);
    }
    command
}

/// Exit status, standard output and standard error of `claimdiff ARGUMENTS` in a folder with `files`.
pub fn run_with(files: &[(&str, &[u8])], arguments: &[&str]) -> (i32, String, String) {
    let folder = TempDir::new().unwrap();
    for (name, content) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
    let output = claimdiff(folder.path()).args(arguments).output().unwrap();
    (
        output.status.code().unwrap(),
        String::from_utf8(output.stdout).unwrap(),
        String::from_utf8(output.stderr).unwrap(),
    )
}
