//! Scores and factors: what two numbers, or a number and "times", make together.

use super::*;

#[test]
fn two_numbers_that_fall_are_a_score_where_they_stand_alone() {
    let scores = |text: &str| {
        let quantities = quantities(text);
        let score = |quantity: &&Quantity| quantity.kind == QuantityKind::Score;
        quantities.iter().filter(score).count()
    };
    assert_eq!(
        scores("The vote to hold him there was 24 to 16 along party lines."),
        1
    );
    assert_eq!(scores("The panel sent the bill on, 24 to 16."), 1);
    assert_eq!(scores("A 24 to 16 vote ended it."), 1);
    assert_eq!(scores("The bill failed 16 to 24."), 1);
    assert_eq!(scores("It failed 16 to 24 times."), 0);
    assert_eq!(scores("The party lost 16 to 24 seats."), 0);
    assert_eq!(
        scores("The bill went on, and so did the Senate 51 to 49."),
        1
    );
    assert_eq!(
        scores("It cut the number of trucks, 24 to 16 tons each."),
        0
    );
    assert_eq!(scores("The wait was 16 to 24 days."), 0);
    assert_eq!(scores("It fell from 24 to 16."), 0);
}

#[test]
fn a_factor_may_be_written_with_its_sign() {
    let multiples = |text: &str| {
        let quantities = quantities(text);
        let multiple = |quantity: &&Quantity| quantity.kind == QuantityKind::Multiple;
        quantities.iter().filter(multiple).count()
    };
    assert_eq!(multiples("There are 10x as many users, a 2.5x gain."), 2);
    assert_eq!(multiples("He drove a 4x4 and a 2X4 of oak."), 0);
}

#[test]
fn times_that_are_counted_are_no_factor() {
    let factors = |text: &str| {
        let quantities = quantities(text);
        let multiple = |quantity: &&Quantity| quantity.kind == QuantityKind::Multiple;
        quantities.iter().filter(multiple).count()
    };
    assert_eq!(factors("The rate is three times that of Ohio."), 1);
    assert_eq!(factors("It cost three times that sum, or 6.5 times."), 2);
    assert_eq!(factors("It is 200 to 300 times more deadly."), 1);
    assert_eq!(factors("He told her three times that he was safe."), 0);
    assert_eq!(factors("She called three times that day."), 0);
}
