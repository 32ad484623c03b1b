//! Names that reports give one person or house otherwise.

mod common;

use claimdiff::compare::{Rule, compare};
use claimdiff::extract::extract;
use common::article;

/// The findings on names of two reports, and the questions on which both have something.
fn compared(left: &str, right: &str) -> (usize, Vec<String>) {
    let articles = vec![article("left.txt", left), article("right.txt", right)];
    let comparison = compare(extract(articles), None);
    let findings = comparison.findings.iter();
    let names = findings.filter(|finding| finding.rule == Rule::NameVariant);
    let shared = comparison.groups.iter().filter(|group| {
        let reports = |index: usize| group.claims.iter().any(|claim| claim.report == index);
        reports(0) && reports(1)
    });
    let questions = shared.map(|group| group.question.clone()).collect();
    (names.count(), questions)
}

#[test]
fn a_given_name_with_a_slip_is_told_of_one_office() {
    let (names, _) = compared(
        "German Chancellor Angel Brandtner spoke in the harbor on Monday.",
        "He met German Chancellor Angela Brandtner in the harbor on Monday.",
    );
    assert_eq!(names, 1);
    let (names, _) = compared(
        "Paul Brandtner spoke in the harbor on Monday.",
        "He met Paula Brandtner in the harbor on Monday.",
    );
    assert_eq!(names, 0);
}

#[test]
fn a_surname_with_a_slip_is_told_where_the_report_has_the_full_name() {
    let (names, _) = compared(
        "Mayor Sigrid Baskoro opened the pier. Baskoro said the view was good.",
        "Mayor Sigrid Baskoro opened the pier. Baskor said the view was good.",
    );
    assert!(names > 0);
    let (names, _) = compared(
        "Mayor Sigrid Baskoro opened the pier. Baskoro said the view was good.",
        "Mayor Sigrid Baskoro opened the pier. Peskov said the view was good.",
    );
    assert_eq!(names, 0);
}

#[test]
fn one_house_goes_by_two_names() {
    let house = |right: &str| {
        let left = "The driver left a Hartley Grand Express Inn in College Park.";
        let (_, questions) = compared(left, right);
        questions
            .iter()
            .any(|question| question.starts_with("where"))
    };
    assert!(house(
        "Two suspects were seen at a Hartley Grand hotel by the river."
    ));
    assert!(!house(
        "Two suspects were seen at a Lindley Grand hotel by the river."
    ));
}

#[test]
fn one_office_is_not_given_to_two_people() {
    let told = |left: &str, right: &str| compared(left, right).0 > 0;
    let first = "Chicago Fire Chief Tom Hale said on Monday that the roof fell.";
    let second = "The roof fell, Ann Keller, Chicago fire chief, said on Monday.";
    assert!(told(first, second));
    let former = "The roof fell, Ann Keller, a former Chicago fire chief, said on Monday.";
    assert!(!told(first, former));
    let elsewhere = "The roof fell, Ann Keller, Boston fire chief, said on Monday.";
    assert!(!told(first, elsewhere));
    let many = "The roof fell, Ann Keller, a Chicago firefighter, said on Monday.";
    assert!(!told(
        "Chicago firefighter Tom Hale said on Monday that the roof fell.",
        many
    ));
}

#[test]
fn where_somebody_comes_from_is_one_question() {
    let places = |left: &str, right: &str| {
        let articles = vec![article("left.txt", left), article("right.txt", right)];
        let comparison = compare(extract(articles), None);
        let mut questions = comparison.groups.iter().map(|group| &group.question);
        questions.any(|question| question.starts_with("where"))
    };
    let left = "Owen Keller, who was born in Boston, flew the kite on Monday.";
    assert!(places(
        left,
        "Born in Chicago, Owen Keller sold boats for ten years."
    ));
    assert!(!places(
        left,
        "Born in Chicago, Lena Brandt sold boats for ten years."
    ));
    assert!(!places(
        left,
        "Owen Keller sold boats in Chicago for ten years."
    ));
}

#[test]
fn what_somebody_was_is_no_other_title() {
    let told = |role: &str| {
        let right = format!("Ann Keller, {role}, opened the pier on Monday.");
        compared("Gov. Ann Keller opened the pier on Monday.", &right).0
    };
    assert_eq!(told("the chief engineer of the port"), 1);
    assert_eq!(told("a former nurse"), 0);
    assert_eq!(told("the boss of the port"), 0);
}
