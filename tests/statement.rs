//! Statements that several reports give: who says so, whom they speak of, where they were made.

mod common;

use claimdiff::compare::{Comparison, Kind, compare};
use claimdiff::extract::extract;
use common::article;

fn compared(left: &str, right: &str) -> Comparison {
    let articles = vec![article("left.txt", left), article("right.txt", right)];
    compare(extract(articles), None)
}

/// The groups of statements that both reports have: the question, and for each report the words of its claims.
fn statements(left: &str, right: &str) -> Vec<String> {
    let comparison = compared(left, right);
    let groups = comparison.groups.iter();
    let groups = groups.filter(|group| group.kind == Kind::Attribution);
    let words = |group: &claimdiff::compare::Group| {
        let words = group.claims.iter().map(|id| {
            let report = &comparison.reports[id.report];
            report.words(report.claim(id.claim).span)
        });
        words.collect::<Vec<&str>>().join(" / ")
    };
    groups
        .map(|group| format!("{}: {}", group.question, words(group)))
        .collect()
}

#[test]
fn whom_a_pronoun_means_counts_as_said() {
    let left = "Police searched for Owen Keller on Monday. He acted alone, the sheriff said.";
    let right = "Officers say that Keller acted alone in the barn. Owen Keller is 31.";
    assert_eq!(
        statements(left, right),
        ["who says: He acted alone: the sheriff / Officers"]
    );
}

#[test]
fn each_count_is_a_statement_of_its_own() {
    let left = "At least 17 people in Norland died in the flood, Ann Lee told reporters. \
                At least 65 people in Sudland died in the flood, officials said.";
    let right = "At least 65 people died in the flood in Sudland, officials said.";
    let found = statements(left, right);
    assert_eq!(
        found,
        ["who says: At least 65 people in Sudland died in the flood: officials / officials"]
    );
}

#[test]
fn what_one_speaker_tells_in_other_words_is_one_statement() {
    let left = "The Red Cross said 1,700 people slept in its shelters and thanked the drivers who had brought soup.";
    let right = "The halls of two schools were being opened for others, with blankets, stoves and \
                 doctors sent from the coast, as 1,700 people slept in shelters, the Red Cross tweeted.";
    assert_eq!(
        statements(left, right),
        [
            "who says: 1,700 people slept in its shelters and thanked the drivers who had …: The Red Cross / the Red Cross"
        ]
    );
}

#[test]
fn a_speaker_who_spoke_in_two_places_is_told_with_both() {
    let left = "Harbor spokesman Barry Lund told Reuters on Monday that the pier was unsafe.";
    let right =
        "Barry Lund, a spokesman for the harbor, said in a statement that two guards had left.";
    assert_eq!(
        statements(left, right),
        ["where Barry Lund spoke: Reuters / a statement"]
    );
    let same = "Barry Lund, a spokesman for the harbor, told Reuters that two guards had left.";
    assert!(statements(left, same).is_empty());
    let other =
        "Ann Lund, a spokeswoman for the mayor, said in a statement that two guards had left.";
    assert!(statements(left, other).is_empty());
}

#[test]
fn what_one_speaker_calls_one_thing_is_shown_in_both_wordings() {
    let right =
        "Gov. Rick Lund called the fire \"a senseless crime\" on Friday. The school is gone.";
    let said = "A fire destroyed the school. The fire, Gov. Rick Lund said, was a \"hateful act.\"";
    assert_eq!(
        statements(said, right),
        ["what Rick Lund called the fire: \"hateful act.\" / \"a senseless crime\""]
    );
    let called = "Gov. Rick Lund said the school is gone. He called the fire \"a sad loss.\"";
    let found = statements(called, right);
    let shown = "what Rick Lund called the fire: \"a sad loss.\" / \"a senseless crime\"";
    assert!(found.iter().any(|question| question == shown), "{found:?}");
}

#[test]
fn names_for_two_things_and_parts_of_one_name_are_left_alone() {
    let left = "A fire destroyed the school. Gov. Rick Lund called the fire \"a hateful act.\"";
    for right in [
        "Gov. Rick Lund called the flood \"a senseless crime\" on Friday.",
        "Mayor Ann Lee called the fire \"a senseless crime\" on Friday.",
        "Gov. Rick Lund called the fire \"a hateful and senseless act\" on Friday.",
        "Gov. Rick Lund said of the fire that \"nobody knows who did it\" on Friday.",
    ] {
        let found = statements(left, right);
        let called = found.iter().any(|question| question.starts_with("what "));
        assert!(!called, "{found:?}");
    }
}
