//! Figures that differ because they count over other areas, stretches of time or moments, and those that do not.

mod common;

use claimdiff::compare::{Kind, compare};
use claimdiff::extract::extract;
use common::article;
use common::pair::{judged, numbers, shared};

#[test]
fn a_count_over_a_wide_area_is_not_that_of_a_place() {
    let ohio = "In Ohio, 12 people died of the flu.";
    assert_eq!(
        numbers(ohio, "Across the United States 61 people died of the flu."),
        "people killed: scope (right counts over more (“Across the United States”))"
    );
    assert_eq!(
        numbers(
            "The storm killed 14 people in Georgia.",
            "The storm killed 22 people in four states."
        ),
        "people killed: scope (right counts over more (“in four states”))"
    );
    let fewer = numbers(ohio, "Across the United States 11 people died of the flu.");
    assert!(!fewer.contains("scope"), "{fewer}");
    let square = numbers(
        "The march drew 400 people in Ohio.",
        "The march drew 900 people across the square.",
    );
    assert!(!square.contains("counts over more"), "{square}");
}

#[test]
fn what_adds_up_over_a_longer_time_is_more() {
    let earned = |sum: &str, length: &str| {
        let told = format!("The couple earned {sum} {length}, their tax returns show.");
        let left = "The couple earned $139 million in seven years, their tax returns show.";
        let groups = shared(Kind::Number, left, &told);
        let money = groups
            .into_iter()
            .find(|group| group.reason.contains("million"));
        money.expect("both give the sum").reason
    };
    let longer = earned("$144.5 million", "over eight years");
    let words = "right counts over a longer time (“over eight years”)";
    assert!(longer.ends_with(words), "{longer}");
    let one_time = earned("$144.5 million", "over seven years");
    assert!(!one_time.contains("longer time"), "{one_time}");
    assert_eq!(
        numbers(
            "Revenue was $3.2 billion in the quarter.",
            "Revenue was $11.9 billion for the full year.",
        ),
        "Revenue: scope (right counts over a longer time (“for the full year”))"
    );
    let when = numbers(
        "The blast on Monday wrecked 40 shops in the old town.",
        "The blast last week wrecked 55 shops in the old town.",
    );
    assert!(!when.contains("longer time"), "{when}");
}

#[test]
fn whoever_is_counted_in_makes_the_figure_larger() {
    let saved = "Sixty-seven people were saved by the coast guard, including a Cameroonian woman.";
    let fewer = numbers("Sixty-eight people were saved by the coast guard.", saved);
    assert!(!fewer.contains("counts more in"), "{fewer}");
    let more = numbers("Sixty-six people were saved by the coast guard.", saved);
    assert!(more.contains("counts more in"), "{more}");
}

#[test]
fn a_plan_told_in_the_present_is_still_to_come() {
    let offer = "Holders will get 0.52 shares for each share of the rival.";
    let same = numbers(
        offer,
        "Holders get 0.55 shares for each share of the rival.",
    );
    assert!(same.contains("conflict"), "{same}");
    let past = numbers(
        offer,
        "Holders got 0.55 shares for each share of the rival.",
    );
    assert!(past.contains("still to come"), "{past}");
}

#[test]
fn one_figure_in_two_units_is_one() {
    let fell = |far: &str| format!("The missile came down {far} west of the coast.");
    assert_eq!(
        numbers(&fell("some 250 kilometers"), &fell("some 150 miles")),
        "missile: agree (the same value in another unit)"
    );
    let far = numbers(&fell("150 kilometers"), &fell("100 miles"));
    assert!(!far.contains("agree"), "{far}");
    let sea = numbers(&fell("16 nautical miles"), &fell("16 miles"));
    assert!(sea.contains("compatible"), "{sea}");
}

#[test]
fn a_bound_of_the_clock_is_no_hedge() {
    let shut = |time: &str| format!("The mayor kept the polls open {time} on Tuesday night.");
    let both = judged(Kind::Time, &shut("until 9 p.m."), &shut("to 9 p.m."));
    assert!(both.contains("agree"), "{both}");
}

/// The verdict on one question of several reports with their dates.
fn verdict(reports: &[(&str, &str)]) -> String {
    let names = ["a.md", "b.md", "c.md"];
    let articles = names.iter().zip(reports).map(|(name, (date, text))| {
        let mut one = article(name, *text);
        one.document.published = claimdiff::input::parse_date(date).ok();
        one
    });
    let comparison = compare(extract(articles.collect()), None);
    let mut groups = comparison.groups.iter();
    let group = groups
        .find(|group| group.kind == Kind::Number)
        .expect("a number");
    group.verdict.name().to_owned()
}

#[test]
fn a_toll_moves_within_the_day_unless_a_later_report_comes_back_to_it() {
    let hurt = |count: &str| format!("The blast at the market injured {count} people.");
    let (few, many) = (hurt("13"), hurt("24"));
    let day = "2025-05-20";
    assert_eq!(verdict(&[(day, &few), (day, &many)]), "update");
    let morning = ("2025-05-20T07:30", few.as_str());
    let noon = ("2025-05-20T12:10", many.as_str());
    assert_eq!(verdict(&[morning, noon]), "update");
    assert_eq!(verdict(&[morning, noon, ("2025-05-21", &few)]), "conflict");
    assert_eq!(verdict(&[morning, noon, ("2025-05-21", &many)]), "update");
    let slip = hurt("31");
    assert_eq!(verdict(&[(day, &few), (day, &slip)]), "conflict");
    let history =
        |count: &str| format!("The bombing of the airport in January 2011 killed {count} people.");
    let (one, other) = (history("35"), history("39"));
    assert_eq!(verdict(&[(day, &one), (day, &other)]), "conflict");
    let seats = |count: &str| format!("The hall at the market has {count} seats.");
    let (a, b) = (seats("130"), seats("240"));
    assert_eq!(verdict(&[(day, &a), (day, &b)]), "conflict");
}
