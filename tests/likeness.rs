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

/// The questions about names and what their bearers are.
fn about_names(mut questions: Vec<String>) -> Vec<String> {
    questions.retain(|question| question.starts_with("name of ") || question.starts_with("what "));
    questions
}

#[test]
fn a_title_with_the_surname_alone_is_that_of_the_full_name() {
    let asked = |left: &str, right: &str| about_names(compared(left, right).1);
    let left = "Gov. Robert Brandtner flew over the site on Tuesday.";
    let right = "Governor Brandtner took a ride in a boat on Tuesday.";
    assert_eq!(asked(left, right), ["what Robert Brandtner is"]);
    let other = "Chancellor Brandtner took a ride in a boat on Tuesday.";
    assert!(asked(left, other).is_empty());
    let two = "Gov. Robert Brandtner flew over the site. Gov. Lena Brandtner stayed at home.";
    assert!(asked(two, right).is_empty());
}

#[test]
fn a_thing_goes_by_the_first_word_and_what_it_is() {
    let asked = |left: &str, right: &str| {
        let (_, questions) = compared(left, right);
        let mut names = questions.iter();
        names.any(|question| question == "name of Hartley Memorial Bridge")
    };
    let left = "The span of the Hartley Memorial Bridge dropped into the river.";
    assert!(asked(left, "Nobody had money for the Hartley bridge."));
    assert!(!asked(left, "Nobody had money for the Hartley dam."));
    let town = "Nobody had money for the Hartley bridge. People in Hartley were angry.";
    assert!(!asked(left, town));
}

#[test]
fn father_and_son_of_two_reports_are_two() {
    let asked = |left: &str, right: &str| about_names(compared(left, right).1);
    let father = "Tom Brandtner won the race on Monday.";
    let both = "Tom B. Brandtner won the race. Tom Brandtner Jr. announced it on the floor.";
    assert_eq!(asked(father, both), ["name of Tom Brandtner"]);
    let alone = "Tom B. Brandtner Jr. won the race on Monday.";
    assert_eq!(asked(father, alone), ["name of Tom Brandtner"]);
    let son = "Tom Brandtner Jr. won the race on Monday.";
    assert!(asked(son, both).is_empty());
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
