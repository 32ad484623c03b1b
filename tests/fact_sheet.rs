//! The fact sheet's way round: extracted, edited by a desk, and checked against.

use std::fs;

use assert_cmd::Command;
use tempfile::TempDir;

const REPORT: &str = "Storm floods Alder\n\nALDER - The storm flooded 340 homes in Alder on Monday, the fire \
service said. Crews rescued 27 people from their roofs.\n";

fn claimdiff() -> Command {
    Command::cargo_bin("claimdiff").unwrap()
}

/// A folder with a report and the fact sheet that was extracted from it, after `edit`.
fn desk(edit: impl Fn(String) -> String) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("wire.txt"), REPORT).unwrap();
    let sheet = claimdiff()
        .current_dir(&folder)
        .args([
            "extract",
            "wire.txt",
            "--outlet",
            "Alder Wire",
            "--date",
            "2025-03-04",
        ])
        .args(["--format", "yaml"])
        .output()
        .unwrap();
    let sheet = edit(String::from_utf8(sheet.stdout).unwrap());
    fs::write(folder.path().join("facts.yaml"), sheet).unwrap();
    folder
}

/// What `check` says of the draft against the sheet, and its exit status.
fn check(folder: &TempDir, draft: &str) -> (String, i32) {
    fs::write(folder.path().join("draft.txt"), draft).unwrap();
    let output = claimdiff()
        .current_dir(folder)
        .args([
            "check",
            "draft.txt",
            "--date",
            "2025-03-04",
            "--against",
            "facts.yaml",
        ])
        .output()
        .unwrap();
    let told =
        String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
    (told, output.status.code().unwrap())
}

#[test]
fn a_report_agrees_with_its_own_sheet() {
    let (told, status) = check(&desk(|sheet| sheet), REPORT);
    assert!(told.contains("0 errors, 0 warnings, 0 notes"), "{told}");
    assert_eq!(status, 0);
}

#[test]
fn a_changed_number_is_told_with_its_place_in_the_sheet() {
    let folder = desk(|sheet| sheet);
    let (told, status) = check(&folder, &REPORT.replace("340", "350"));
    assert!(
        told.contains("facts.yaml:") && told.contains("350"),
        "{told}"
    );
    assert_eq!(status, 1);
}

#[test]
fn what_the_desk_changes_or_withdraws_counts() {
    let corrected = desk(|sheet| sheet.replace("flooded 340 homes", "flooded 350 homes"));
    let (told, status) = check(&corrected, &REPORT.replace("340", "350"));
    assert_eq!(status, 0, "{told}");

    let withdrawn = desk(|sheet| {
        sheet.replace(
            "  surface: '27'\n",
            "  surface: '27'\n  verdict: withdrawn\n  owner: metro\n",
        )
    });
    let (told, _) = check(&withdrawn, REPORT);
    assert!(told.contains("no source has the draft’s “27”"), "{told}");
}

#[test]
fn mistakes_in_the_sheet_are_told_with_line_and_column() {
    let folder = desk(|sheet| sheet.replacen("  surface:", "  verdikt: confirmed\n  surface:", 1));
    let (told, status) = check(&folder, REPORT);
    assert!(
        told.contains("facts.yaml:") && told.contains("verdikt"),
        "{told}"
    );
    assert_eq!(status, 2);
    let folder = desk(|sheet| sheet.replacen("  surface:", "  as_of: yesterday\n  surface:", 1));
    let (told, status) = check(&folder, REPORT);
    assert!(told.contains("`yesterday` is not a date"), "{told}");
    assert_eq!(status, 2);
}
