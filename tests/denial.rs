//! What one report states and another denies.

mod common;

use claimdiff::compare::{Rule, compare};
use claimdiff::extract::extract;
use common::{article, contradictions};

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
        "Mayor Lena Brandt said that the harbor plan did not represent the will of the council.",
        "Mayor Lena Brandt said that the harbor plan represents a gain for the council."
    ));
    assert!(!conflict(
        "Mayor Lena Brandt said that the council sacrificed nothing for the harbor.",
        "Mayor Lena Brandt said that the council had not sacrificed for the harbor."
    ));
    assert!(!conflict(
        "Mayor Lena Brandt said that the old harbor bridge was not safe for trucks.",
        "Brandt knows what is meant when you say the old harbor bridge is safe for trucks."
    ));
    assert!(!conflict(
        "Mayor Lena Brandt said that the bridge closure would not be in the interest of the harbor.",
        "Mayor Lena Brandt said that the bridge closure is \"not in the interest of the harbor.\""
    ));
}

#[test]
fn a_draft_that_turns_its_source_round_is_contradictions() {
    for (draft, source) in [
        (
            "The harbor bridge was not closed to trucks after the flood.",
            "The harbor bridge was closed to trucks after the flood.",
        ),
        (
            "The ferry Alder was in the harbor when the storm hit.",
            "The ferry Alder was not in the harbor when the storm hit.",
        ),
        (
            "Several sailors were injured, though most were ashore.",
            "Most sailors were ashore, and no injuries or other losses were reported.",
        ),
        (
            "The council has approved the tunnel plan.",
            "The tunnel plan must still be approved by the council.",
        ),
        (
            "The captain was under investigation before the wreck.",
            "The captain was not under investigation before the wreck, a fact that helped him find work in a dozen ports.",
        ),
    ] {
        assert_eq!(contradictions(draft, source).len(), 1, "{draft} / {source}");
    }
}

#[test]
fn what_another_clause_denies_is_left_alone() {
    for (draft, source) in [
        (
            "The captain needed help after the wreck off Alder.",
            "The captain did not get the help that he needed after the wreck off Alder.",
        ),
        (
            "The alarms do not mean that a fire broke out aboard the ferry.",
            "A fire broke out aboard the ferry, and the alarms rang.",
        ),
        (
            "Divers pulled the ferry crew ashore, the captain said.",
            "The ferry drifted until divers pulled the crew ashore.",
        ),
    ] {
        assert_eq!(contradictions(draft, source), [""; 0], "{draft} / {source}");
        assert_eq!(contradictions(source, draft), [""; 0], "{source} / {draft}");
    }
}

#[test]
fn what_is_to_come_or_imagined_or_another_occasion_is_left_alone() {
    for (draft, source) in [
        (
            "The harbor office will release the names of the sailors later.",
            "The harbor office did not release the names of the sailors.",
        ),
        (
            "If the storm turns, the ferry would not leave the harbor.",
            "The ferry left the harbor as the storm turned.",
        ),
        (
            "Was the ferry not inspected before the wreck?",
            "The ferry was inspected before the wreck.",
        ),
        (
            "Nobody was injured in the second collision off the northern breakwater of Alder.",
            "A sailor was injured in the first wreck.",
        ),
        (
            "They have not tied the captain to the wreck of the ferry.",
            "The captain saw the wreck of the ferry.",
        ),
        (
            "The ferry sank without a distress call.",
            "The ferry sank with no distress call.",
        ),
    ] {
        assert_eq!(contradictions(draft, source), [""; 0], "{draft} / {source}");
        assert_eq!(contradictions(source, draft), [""; 0], "{source} / {draft}");
    }
}
