//! What one report states and another denies.

mod common;

use claimdiff::compare::{Rule, compare};
use claimdiff::extract::extract;
use common::article;

/// Whether two reports of one statement each are told to contradict each other.
fn conflict(left: &str, right: &str) -> bool {
    let articles = vec![article("left.txt", left), article("right.txt", right)];
    let comparison = compare(extract(articles), None);
    let mut findings = comparison.findings.iter();
    findings.any(|finding| finding.rule == Rule::StatementConflict)
}

#[test]
fn a_statement_and_its_denial_conflict() {
    assert!(conflict(
        "Mayor Lena Brandt said that the old harbor bridge was safe for trucks.",
        "Mayor Lena Brandt said that the old harbor bridge was not safe for trucks."
    ));
    assert!(conflict(
        "Mayor Lena Brandt said that the council had approved the harbor tunnel plan.",
        "Mayor Lena Brandt denied that the council had approved the harbor tunnel plan."
    ));
}

#[test]
fn other_things_said_of_one_subject_deny_nothing() {
    assert!(!conflict(
        "Mayor Lena Brandt said that the old harbor bridge was safe for trucks.",
        "Mayor Lena Brandt said that the old harbor bridge was not pretty, but trucks were safe."
    ));
    assert!(!conflict(
        "The warden said that the prisoner was not on suicide watch in Alder County jail.",
        "The warden said that suicide watch in Alder County jail entails a guard for the prisoner."
    ));
    assert!(!conflict(
        "Mayor Lena Brandt said that the bridge closure would not be in the interest of the harbor.",
        "Mayor Lena Brandt said that the bridge closure is \"not in the interest of the harbor.\""
    ));
}
