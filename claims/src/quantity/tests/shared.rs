//! Numbers whose percent is told with a number beside them.

use super::*;

/// The numbers of a text that are in percent.
fn percents(text: &str) -> String {
    let quantities = quantities(text);
    let percent = |quantity: &&Quantity| quantity.kind == QuantityKind::Percent;
    let words = quantities.iter().filter(percent);
    let words: Vec<&str> = words.map(|percent| percent.core.slice(text)).collect();
    words.join("; ")
}

#[test]
fn a_share_and_what_it_came_from_share_the_percent() {
    assert_eq!(
        percents("Unemployment fell to 8.3 percent from 10.2."),
        "8.3 percent; 10.2"
    );
    assert_eq!(
        percents("It slowed to 1.9 percent, from 2.3 in the spring."),
        "1.9 percent; 2.3"
    );
    assert_eq!(
        percents("It was 6 percent, up from 5 in May."),
        "6 percent; 5"
    );
    assert_eq!(percents("Sales rose 6 percent from 10 a day."), "6 percent");
    assert_eq!(
        percents("It fell to 6 percent from 10 schools."),
        "6 percent"
    );
    assert_eq!(percents("It took 6 percent from 12 of them."), "6 percent");
}

#[test]
fn two_shares_set_against_each_other_share_the_percent() {
    assert_eq!(percents("He won 43 percent to 38."), "43 percent; 38");
    assert_eq!(
        percents("She took 52 percent to his 45 in May."),
        "52 percent; 45"
    );
    assert_eq!(
        percents("She won 51.2% of the vote, against 48.8."),
        "51.2%; 48.8"
    );
    assert_eq!(percents("It gave 43 percent to 38 schools."), "43 percent");
    assert_eq!(percents("It rose 1.2 percent to 4.5."), "1.2 percent");
    assert_eq!(percents("It won 6 percent against 4."), "6 percent");
}

#[test]
fn two_changes_share_the_percent() {
    assert_eq!(
        percents("Wheat gained 16 per cent and corn lost 3.6."),
        "16 per cent; 3.6"
    );
    assert_eq!(
        percents("The Dow rose 1.2 percent and the Nasdaq 0.8."),
        "1.2 percent; 0.8"
    );
    assert_eq!(
        percents("Shares fell 3.2 percent, bonds 1.1."),
        "3.2 percent; 1.1"
    );
    assert_eq!(
        percents("It rose 0.3 percent and stood at 91.4."),
        "0.3 percent"
    );
    assert_eq!(percents("It rose 16 percent and killed 3."), "16 percent");
    assert_eq!(percents("It rose 1.2 percent, to 91.4."), "1.2 percent");
}
