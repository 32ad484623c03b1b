//! The README shows what the program really prints.

use std::path::Path;

use assert_cmd::Command;
use claimdiff::report::{CHECK, COMPARE, EXTRACT};

/// Opens the block of output; the arguments of the program follow.
const MARK: &str = "<!-- output: ";

#[test]
fn the_output_in_the_readme_is_real() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = root.join("README.md");
    let readme = std::fs::read_to_string(&path).unwrap();
    let (before, rest) = readme.split_once(MARK).expect("the mark of the output");
    let (arguments, rest) = rest.split_once(" -->\n```text\n").unwrap();
    let (shown, after) = rest.split_once("```\n").unwrap();
    let output = Command::cargo_bin("claimdiff")
        .unwrap()
        .current_dir(root)
        .args(arguments.split(' '))
        .output()
        .unwrap();
    let printed = String::from_utf8(output.stdout).unwrap();
    if std::env::var_os("UPDATE_README").is_some() {
        let updated = format!("{before}{MARK}{arguments} -->\n```text\n{printed}```\n{after}");
        std::fs::write(path, updated).unwrap();
    } else {
        assert_eq!(shown, printed, "rewrite it with UPDATE_README=1");
    }
}

/// The first block of `language` in the README that begins with `start`.
fn block(language: &str, start: &str) -> String {
    let readme = std::fs::read_to_string("README.md").unwrap();
    let opening = format!("```{language}\n{start}");
    let at = readme
        .find(&opening)
        .unwrap_or_else(|| panic!("no {opening}"));
    let inside = &readme[at + "```".len() + language.len() + 1..];
    inside[..inside.find("```").unwrap()].to_owned()
}

#[test]
fn the_configuration_in_the_readme_is_taken() {
    let folder = tempfile::TempDir::new().unwrap();
    std::fs::write(
        folder.path().join("claimdiff.yaml"),
        block("yaml", "fail-on"),
    )
    .unwrap();
    let output = Command::cargo_bin("claimdiff")
        .unwrap()
        .current_dir(folder.path())
        .arg("config")
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

#[test]
fn the_readme_names_every_format() {
    let readme = std::fs::read_to_string("README.md").unwrap();
    let (start, end) = (
        readme.find("### Formats").unwrap(),
        readme.find("### Configuration").unwrap(),
    );
    let section = &readme[start..end];
    let names = COMPARE.iter().map(|one| one.name);
    let names = names.chain(CHECK.iter().map(|one| one.name));
    for name in names.chain(EXTRACT.iter().map(|one| one.name)) {
        assert!(section.contains(&format!("`{name}`")), "{name}");
    }
}
