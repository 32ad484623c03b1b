//! Forms that times have in running news, each with what looks like it and is none.

use super::*;

#[test]
fn days_of_one_month_may_be_listed() {
    check(&[
        (
            "On March 12 and 13, crowds took the square.",
            &["March 12: 2025-03-12", "13: 2025-03-13"],
        ),
        (
            "It opens June 3, 5 and 9.",
            &["June 3: 2025-06-03", "5: 2025-06-05", "9: 2025-06-09"],
        ),
        (
            "They met on March 2 and 9, 2013.",
            &["March 2: 2013-03-02", "9, 2013: 2013-03-09"],
        ),
        (
            "They met on May 20 and 21, but will meet again.",
            &["May 20: 2025-05-20", "21: 2025-05-21"],
        ),
        ("On March 12 and 13 people died.", &["March 12: 2025-03-12"]),
        (
            "It won on March 12 and 9 against us.",
            &["March 12: 2025-03-12"],
        ),
        ("It lost on March 12, 15 to 3.", &["March 12: 2025-03-12"]),
    ]);
}

#[test]
fn a_month_that_is_a_verb_too_needs_its_day() {
    check(&[
        ("on may 19, the agency began it.", &["may 19: 2025-05-19"]),
        ("he said that he may 19 times.", &[]),
        (
            "May 13 (Reuters) - Three people died.",
            &["May 13: 2025-05-13"],
        ),
        ("May 2014 was cold.", &["May 2014: 2014-05"]),
        ("May I come?", &[]),
    ]);
}

#[test]
fn a_weekday_tells_the_year_of_its_date() {
    check(&[
        (
            "It was shown on Tuesday, June 3.",
            &["Tuesday, June 3: 2025-06-03"],
        ),
        (
            "It was shown on Monday, June 3.",
            &["Monday, June 3: 2024-06-03"],
        ),
        (
            "It was shown on Wednesday, May 7.",
            &["Wednesday, May 7: 2025-05-07"],
        ),
        (
            "It was shown on Friday, May 8.",
            &["Friday, May 8: 2025-05-08"],
        ),
    ]);
}

#[test]
fn names_of_months_may_be_names_of_others() {
    check(&[
        ("It is due to leave, May said.", &[]),
        ("He met the March for Life marchers.", &[]),
        ("It ran on Fox News Sunday with them.", &[]),
        ("Ann May spoke. May's aides left, and May did say so.", &[]),
        ("Ann May spoke in May. May will be warm.", &["May: 2025-05"]),
        ("Ann Lee spoke. June's heat did harm.", &["June: 2024-06"]),
        (
            "On Monday, April 7, she spoke. April was warm.",
            &["Monday, April 7: 2025-04-07", "April: 2025-04"],
        ),
        ("It rained in May for Ohio.", &["May: 2025-05"]),
        ("It was the wettest March for years.", &["March: 2025-03"]),
    ]);
}

#[test]
fn hours_are_told_with_their_part_of_the_day() {
    check(&[
        (
            "Trams run until 5 in the morning.",
            &["5 in the morning: T05:00"],
        ),
        ("It began at 10 at night.", &["10 at night: T22:00"]),
        ("The gang shot 5 in the morning rush.", &[]),
        ("He won in ‘08.", &["‘08: 2008"]),
        ("He told ABC's “This Week” so.", &[]),
    ]);
}

#[test]
fn a_month_and_a_half_is_a_length() {
    check(&[
        ("It will grow over the next month and a half.", &[]),
        (
            "It will grow next month and a bit later.",
            &["next month: 2025-06"],
        ),
    ]);
}

#[test]
fn a_month_is_no_modal() {
    check(&[(
        "Pay grew in May, following a gain in April.",
        &["May: 2025-05", "April: 2025-04"],
    )]);
}

#[test]
fn what_was_foretold_is_past() {
    check(&[
        (
            "Analysts had predicted that sales would fall in March.",
            &["March: 2025-03"],
        ),
        (
            "Analysts predict that sales would fall in March.",
            &["March: 2026-03"],
        ),
        ("Sales fell in the 2007-8 season.", &["2007-8: 2007/2008"]),
    ]);
}

#[test]
fn a_year_may_be_a_topic() {
    check(&[
        ("He spoke about 2020.", &["2020: 2020"]),
        ("It came around 1833, they say.", &["1833: 1833"]),
        ("It came to around 1833 boats.", &[]),
        ("He saw about 2020 boats.", &[]),
    ]);
}
