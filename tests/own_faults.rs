//! What a report gets wrong on its own.

mod common;

use claimdiff::compare::{Rule, compare};
use claimdiff::extract::extract;
use common::article;

/// The findings of one report alone, as rule and message.
fn faults(text: &str) -> Vec<(Rule, String)> {
    let comparison = compare(extract(vec![article("wire.txt", text)]), None);
    let findings = comparison.findings.into_iter();
    findings
        .map(|finding| (finding.rule, finding.message))
        .collect()
}

fn names(text: &str) -> Vec<String> {
    let faults = faults(text).into_iter();
    faults
        .filter(|fault| fault.0 == Rule::NameVariant)
        .map(|fault| fault.1)
        .collect()
}

#[test]
fn one_person_in_two_spellings_is_told() {
    assert_eq!(
        names(
            "Ariel Santos was held on Monday. Police said Ariel Santos drove the bus. \
             Aerial Santos had lived there for years."
        ),
        ["wire has “Aerial Santos” and “Ariel Santos”: one name, spelled otherwise, or two people"]
    );
    assert_eq!(
        names(
            "Mayor Helen Sweeney opened the bridge on Monday. Sweeny said it was late. \
             Sweeney cut the ribbon."
        ),
        ["wire has “Sweeny” and “Helen Sweeney”: one name, spelled otherwise, or two people"]
    );
}

#[test]
fn families_and_namesakes_are_left_alone() {
    assert!(names("Eric Hale spoke on Monday. His daughter Erica Hale sang.").is_empty());
    assert!(names("Helen Sweeney moved out on Monday. The Sweeneys had a farm.").is_empty());
    assert!(names("Sergei Koval spoke on Monday. Koval said it was late.").is_empty());
    assert!(names("Mark Lee spoke on Monday. Mary Lee sang.").is_empty());
}

#[test]
fn a_weekday_that_is_not_that_of_its_date_is_told() {
    let found = faults("The bridge fell on Monday, July 6, 2021, the county said.");
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].0, Rule::TimeConflict);
    assert!(faults("The bridge fell on Tuesday, July 6, 2021, the county said.").is_empty());
}

#[test]
fn a_share_that_its_numbers_do_not_give_is_told() {
    let found = faults("The guns destroyed 93 of 108 drones, or 96 percent, on Monday.");
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].0, Rule::NumberSum);
    assert!(faults("The guns destroyed 93 of 108 drones, or 86 percent, on Monday.").is_empty());
}
