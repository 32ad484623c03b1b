//! Times of the clock whose half of the day is told elsewhere, and times of the clock in words.

use super::check;

#[test]
fn a_bare_time_is_in_the_part_of_the_day_beside_it() {
    check(&[
        (
            "At 5:12 on Monday afternoon it fell.",
            &["5:12 on Monday afternoon: 2025-05-19T17:12"],
        ),
        (
            "He called at 6:47 Friday night.",
            &["6:47 Friday night: 2025-05-16T18:47"],
        ),
        (
            "At 6:15 in the evening it burned.",
            &["6:15 in the evening: T18:15"],
        ),
        (
            "At 10:03 on Monday morning it shook.",
            &["10:03 on Monday morning: 2025-05-19T10:03"],
        ),
        (
            "At 12:30 on Monday afternoon it shook.",
            &["12:30 on Monday afternoon: 2025-05-19T12:30"],
        ),
        ("They beat us 5:12 on Monday.", &["Monday: 2025-05-19"]),
    ]);
}

#[test]
fn a_bare_time_is_near_the_times_before_it() {
    check(&[
        (
            "It began at 5:45 p.m. and was over by 5:53.",
            &["5:45 p.m.: T17:45", "5:53: T17:53"],
        ),
        (
            "It began at 11:50 p.m. and was over by 12:10.",
            &["11:50 p.m.: T23:50", "12:10: T00:10"],
        ),
        (
            "It began at 7 p.m. and lasted until 9:30 the next morning.",
            &["7 p.m.: T19:00", "9:30: T09:30", "next morning: unresolved"],
        ),
        ("The bus left at 9:30.", &["9:30: T09:30"]),
        (
            "One bus left at 18:05, one at 9:30.",
            &["18:05: T18:05", "9:30: T09:30"],
        ),
        (
            "One bus left at 6 p.m., one at 08:30.",
            &["6 p.m.: T18:00", "08:30: T08:30"],
        ),
    ]);
}

#[test]
fn the_hour_is_told_in_words() {
    check(&[
        (
            "He came shortly before six o'clock on Friday evening.",
            &["six o'clock on Friday evening: 2025-05-16T18:00"],
        ),
        (
            "At nine on Monday night it burned.",
            &["nine on Monday night: 2025-05-19T21:00"],
        ),
        (
            "By 11 that night they had left.",
            &["11 that night: T23:00"],
        ),
        (
            "It was twenty to 11 on Monday night.",
            &["twenty to 11 on Monday night: 2025-05-19T22:40"],
        ),
        (
            "It was ten past six when she left.",
            &["ten past six: T06:10"],
        ),
        (
            "It came at five minutes past midnight.",
            &["five minutes past midnight: T00:05"],
        ),
        (
            "They left at ten minutes to nine.",
            &["ten minutes to nine: T08:50"],
        ),
        ("It took five minutes to 10 hours.", &[]),
        ("They voted twenty to 11.", &[]),
        ("It took them five minutes to nine.", &[]),
        ("Nine men and six women came at last.", &[]),
    ]);
}
