//! The README shows what the program really prints.

use std::path::Path;

use assert_cmd::Command;

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
