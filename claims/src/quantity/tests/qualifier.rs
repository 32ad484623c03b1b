//! What qualifies the numbers of whole sentences, and which way they go.

use super::*;

/// Each quantity with what qualifies it and which way it goes: "half Exact down".
fn qualified(text: &str) -> String {
    let line = |quantity: &Quantity| {
        let direction = match quantity.direction {
            Some(Direction::Up) => " up",
            Some(Direction::Down) => " down",
            None => "",
        };
        let words = quantity.core.slice(text);
        format!("{words} {:?}{direction}", quantity.modifier)
    };
    let lines: Vec<String> = quantities(text).iter().map(line).collect();
    lines.join("; ")
}

#[test]
fn the_way_up_to_a_level_is_no_bound() {
    assert_eq!(
        qualified("The town is back up to about 4,000 people."),
        "4,000 About"
    );
    assert_eq!(qualified("Pay is back up to 40 euros."), "40 euros Exact");
    assert_eq!(
        qualified("Growth was revised up to 0.3 percent."),
        "0.3 percent Exact"
    );
    assert_eq!(
        qualified("The fund raised up to 40 euros."),
        "40 euros UpTo"
    );
    assert_eq!(qualified("It pays up to 40 euros."), "40 euros UpTo");
}

#[test]
fn what_a_count_is_compared_with_is_no_count_of_now() {
    let aspect = |text: &str| quantities(text).last().map(|quantity| quantity.aspect);
    let cars = "Thieves took 460 cars, compared with 63 last year.";
    assert_eq!(aspect(cars), Some(Aspect::Origin));
    let vans = "Thieves took 460 cars, compared with 63 vans.";
    assert_eq!(aspect(vans), Some(Aspect::Level));
    let tests = "Visits were up 1.9 percent from 95,200.";
    assert_eq!(aspect(tests), Some(Aspect::Origin));
    let share = "It was 12 percent of men, compared to 14 percent of women.";
    assert_eq!(aspect(share), Some(Aspect::Level));
}

#[test]
fn what_stands_in_brackets_is_told_again_in_another_unit_alone() {
    let text = "It cut the risk by 35% (95% CI 22-46).";
    assert_eq!(qualified(text), "35% Exact down; 95% Exact; 22-46 Range");
}

#[test]
fn a_noun_of_change_has_the_number_right_before_it() {
    assert_eq!(
        qualified("She is tied, 48 to 50 percent—a 4-point increase."),
        "48 to 50 percent Range; 4-point Exact up"
    );
}

#[test]
fn an_age_is_bounded_before_its_name() {
    assert_eq!(
        qualified("It helps children under the age of 5 years."),
        "age of 5 years LessThan"
    );
    assert_eq!(qualified("He died at the age of 71."), "age of 71 Exact");
}

#[test]
fn and_up_to_begins_another_bound() {
    assert_eq!(
        qualified("It grows past age 66 and up to 70 days."),
        "age 66 Exact; 70 days UpTo"
    );
    assert_eq!(qualified("It is for 66 and up."), "66 AtLeast");
}

#[test]
fn an_article_may_stand_behind_a_modifier() {
    assert_eq!(
        qualified("It means more than a $30,000 loss."),
        "$30,000 MoreThan down"
    );
    assert_eq!(
        qualified("He faces as much as a $24 million fine."),
        "$24 million UpTo"
    );
    assert_eq!(qualified("He gave more than a $5 bill."), "$5 MoreThan");
    assert_eq!(
        qualified("It was paid over a 10-year period."),
        "10-year Exact"
    );
}

#[test]
fn words_that_only_look_like_modifiers_qualify_nothing() {
    for text in [
        "The aide testified about 11 cases.",
        "She wrote about the 11 cases.",
        "He served under 11 mayors.",
        "They want an 11 euro minimum wage.",
    ] {
        assert!(qualified(text).ends_with(" Exact"), "{text}");
    }
    assert_eq!(
        qualified("It is phased in over 11 years."),
        "11 years Exact"
    );
    assert_eq!(qualified("The plot is only half understood."), "");
    assert_eq!(qualified("They lost half."), "half Exact");
    assert_eq!(qualified("Crews put out about 11 fires."), "11 About");
    assert_eq!(
        qualified("It takes under 11 minutes."),
        "11 minutes LessThan"
    );
    assert_eq!(qualified("The ban fell short of 60 votes."), "60 LessThan");
    assert_eq!(
        qualified("The fee is 11 euros minimum."),
        "11 euros AtLeast"
    );
}

#[test]
fn shares_and_counts_change_too() {
    assert_eq!(
        qualified("It would cut clean energy by two-thirds, and coal by half."),
        "two-thirds Exact down; half Exact down"
    );
    assert_eq!(
        qualified("Payrolls grew by 1,600 positions, or 2 percent."),
        "1,600 Exact up; 2 percent Exact up"
    );
    assert_eq!(
        qualified("The port saw an increase of 600 jobs."),
        "600 Exact up"
    );
    assert_eq!(qualified("The party won 12 fewer seats."), "12 Exact down");
    assert_eq!(
        qualified("The film tells the fall of three cities."),
        "three Exact"
    );
    assert_eq!(
        qualified("The tax is levied by half the towns."),
        "half Exact"
    );
}

#[test]
fn a_sign_tells_which_way_a_share_goes() {
    assert_eq!(
        qualified("Harbor Steel, +7.8%, led and Lake Foods -1.3% fell behind."),
        "+7.8% Exact up; -1.3% Exact down"
    );
    assert_eq!(
        qualified("Her net rating is -11 points, down from a rating of -9 points."),
        "-11 points Exact; -9 points Exact"
    );
    assert_eq!(
        qualified("The pole had a low of -30 degrees."),
        "-30 degrees Exact"
    );
}

#[test]
fn what_goes_with_a_word_of_change_may_be_no_change() {
    assert_eq!(qualified("Women made up 6 percent."), "6 percent Exact");
    assert_eq!(qualified("It cut its staff by 60 jobs."), "60 Exact down");
    assert_eq!(qualified("It saw a rise in thefts by 60 men."), "60 Exact");
    assert_eq!(
        qualified("Fewer than half (44 percent) came."),
        "half LessThan; 44 percent Exact"
    );
    assert_eq!(
        qualified("He ran more than 6 miles (9.7 km)."),
        "6 miles MoreThan; 9.7 km MoreThan"
    );
}

#[test]
fn raising_money_is_no_rise() {
    assert_eq!(qualified("The firm raised $6 million."), "$6 million Exact");
    assert_eq!(
        qualified("The firm raised pay 6 percent."),
        "6 percent Exact"
    );
    assert_eq!(qualified("The firm raised its fee by $6."), "$6 Exact up");
}

#[test]
fn one_verb_tells_several_changes() {
    let changes = |text: &str| {
        let quantities = quantities(text);
        let told = quantities
            .iter()
            .filter(|quantity| quantity.direction.is_some());
        let words: Vec<&str> = told.map(|quantity| quantity.core.slice(text)).collect();
        words.join("; ")
    };
    assert_eq!(
        changes("The index rose 24 points, 0.3 percent, to 7,245."),
        "24 points; 0.3 percent"
    );
    assert_eq!(
        changes("Prices rose 0.3 percent in June and 2 percent in July."),
        "0.3 percent; 2 percent"
    );
    assert_eq!(
        changes("Sales rose 5 percent and 20 percent of buyers left."),
        "5 percent"
    );
    assert_eq!(
        changes("Sales rose 5 percent and costs were 20 percent."),
        "5 percent"
    );
}

#[test]
fn parts_of_one_percent_are_percents() {
    let read = quantities("Prices rose three-tenths of 1 percent in May");
    assert_eq!(read.len(), 1);
    assert_eq!(
        read[0].value.point(),
        rust_decimal::Decimal::new(3, 1).into()
    );
    assert_eq!(quantities("Half of one party left").len(), 2);
}

#[test]
fn an_age_may_be_a_bound_before_a_verb() {
    let read = quantities("The law allows adults 18 or older to buy rifles");
    assert_eq!(read[0].kind, QuantityKind::Age);
    assert_eq!(read[0].modifier, Modifier::AtLeast);
}

#[test]
fn points_beside_a_level_in_percent_are_points_of_it() {
    let kinds = |text: &str| -> Vec<QuantityKind> {
        quantities(text).iter().map(|read| read.kind).collect()
    };
    let (percent, point) = (QuantityKind::Percent, QuantityKind::Point);
    assert_eq!(kinds("Ruiz has 9 percent, down 4 points"), [percent, point]);
    assert_eq!(
        kinds("Support rose 4 points to 9 percent"),
        [point, percent]
    );
    let index = kinds("The Dow fell 120 points, or 0.7 percent");
    assert_eq!(index, [QuantityKind::Count, percent]);
}

#[test]
fn sums_raised_may_be_a_range() {
    assert_eq!(
        quantities("It would raise $400 to $500 a year")[0].modifier,
        Modifier::Range
    );
    assert_eq!(quantities("He raised $2 million to $3 million").len(), 1);
    assert_eq!(quantities("Sales rose 3 percent to 5 percent").len(), 2);
}

#[test]
fn an_age_may_lie_in_two_parts_of_a_decade() {
    let read = quantities("A man in his mid-to-late 30s was held");
    assert_eq!(read[0].kind, QuantityKind::Age);
    let ages = (read[0].stated.lower, read[0].stated.upper);
    let year = |year: i64| std::ops::Bound::Included(rust_decimal::Decimal::from(year));
    assert_eq!(ages, (year(34), year(39)));
}

#[test]
fn what_only_counts_what_is_said_counts_nothing() {
    let count = |text: &str| quantities(text).len();
    assert_eq!(count("One, I think that is wrong"), 0);
    assert_eq!(count("Two, disrupt their plans"), 0);
    assert_eq!(count("One, a boy, died"), 1);
    assert_eq!(count("It was an insult, and one he hurled at her"), 0);
    assert_eq!(count("One of them fled"), 1);
    let marker = quantities("2. Hiding the truth: she hid it");
    assert_eq!(marker[0].kind, QuantityKind::Identifier);
}

#[test]
fn a_change_may_begin_at_about_a_number() {
    assert_eq!(quantities("It grew from around 33,000 to 40,000").len(), 2);
    assert_eq!(quantities("Prices range from about $20 to $40").len(), 1);
}

#[test]
fn what_is_ones_own_is_not_counted() {
    assert_eq!(quantities("It is used in one's work").len(), 0);
    assert_eq!(quantities("One firm's work is used").len(), 1);
}

#[test]
fn numbers_in_a_list_are_no_ages() {
    let read = quantities("They can clear 7, 8, 10 percent of it");
    assert!(read.iter().all(|read| read.kind != QuantityKind::Age));
}
