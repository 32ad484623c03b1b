//! Times that are counted: runs of units, weekdays within a month, units before the last.

use super::check;

#[test]
fn units_that_end_with_a_time_are_one_time() {
    check(&[
        (
            "Profit fell in the three months to June.",
            &["three months to June: 2024-04/2024-06"],
        ),
        (
            "Profit fell in the quarter ended June 30.",
            &["quarter ended June 30: 2024-04-01/2024-06-30"],
        ),
        (
            "Sales rose in the 12 months through April.",
            &["12 months through April: 2024-05/2025-04"],
        ),
        (
            "The accounts are for the year ended in March.",
            &["year ended in March: 2024-04/2025-03"],
        ),
        ("He had two days to Friday.", &["Friday: 2025-05-16"]),
        ("The year ended badly.", &[]),
        (
            "The talks in March to April failed.",
            &["March to April: 2025-03/2025-04"],
        ),
    ]);
}

#[test]
fn days_are_counted_ahead_of_a_day() {
    check(&[
        (
            "The court will sit a week from Tuesday.",
            &["a week from Tuesday: 2025-06-03"],
        ),
        (
            "The fair opens two weeks from today.",
            &["two weeks from today: 2025-06-04"],
        ),
        (
            "The plan runs five years from Jan. 1 to Dec. 31.",
            &["Jan. 1 to Dec. 31: 2025-01-01/2025-12-31"],
        ),
    ]);
}

#[test]
fn minutes_are_counted_from_a_time_of_the_clock() {
    check(&[
        (
            "The bus left 12 minutes before 6 p.m. on Monday.",
            &["12 minutes before 6 p.m. on Monday: 2025-05-19T17:48"],
        ),
        (
            "The siren went two hours after 11:30 a.m.",
            &["two hours after 11:30 a.m.: T13:30"],
        ),
        (
            "The siren went a few minutes after 2 p.m.",
            &["2 p.m.: T14:00"],
        ),
    ]);
}

#[test]
fn weekdays_are_counted_within_their_month() {
    check(&[
        (
            "The parade was held on the last Monday in April.",
            &["last Monday in April: 2025-04-28"],
        ),
        (
            "It was the fourth Thursday of November 2013.",
            &["fourth Thursday of November 2013: 2013-11-28"],
        ),
        (
            "They meet on the first Tuesday of every month.",
            &["first Tuesday of every month: unresolved"],
        ),
        (
            "They met last Monday in Rome.",
            &["last Monday: 2025-05-19"],
        ),
        (
            "The shop shuts every other Wednesday.",
            &["every other Wednesday: unresolved"],
        ),
    ]);
}

#[test]
fn units_are_counted_past_the_last() {
    check(&[
        (
            "They met the week before last.",
            &["week before last: 2025-05-05/2025-05-11"],
        ),
        (
            "They met the night before last.",
            &["night before last: 2025-05-19T18:00/2025-05-20T03:59"],
        ),
        (
            "They will meet the year after next.",
            &["year after next: 2027"],
        ),
        (
            "They met the week before last Sunday.",
            &["week before last Sunday: 2025-05-05/2025-05-11"],
        ),
    ]);
}

#[test]
fn a_unit_has_an_end() {
    check(&[
        ("The bridge will open by year's end.", &["year's end: 2025"]),
        (
            "The fund had grown by year-end to its old size.",
            &["year-end: 2025"],
        ),
        ("A year-end bonus is paid.", &[]),
        ("It is the year's best film.", &[]),
    ]);
}

#[test]
fn counts_of_units_may_be_two() {
    check(&[
        (
            "It happened five or six weeks ago.",
            &["five or six weeks ago: 2025-04-07/2025-04-20"],
        ),
        (
            "It happened two to three years ago.",
            &["two to three years ago: 2022/2023"],
        ),
        (
            "The plant opened a year and a half ago.",
            &["a year and a half ago: 2023/2024"],
        ),
        (
            "The plant opened a decade and a half ago.",
            &["a decade and a half ago: 2008/2012"],
        ),
        ("He paid for six or eight weeks.", &[]),
        (
            "A year ago Tuesday, the dam burst.",
            &["A year ago Tuesday: 2024"],
        ),
    ]);
}

#[test]
fn the_middle_of_a_year_is_read() {
    check(&[
        ("The plan was dropped in mid-2013.", &["mid-2013: 2013"]),
        ("It will end by mid-2027.", &["mid-2027: 2027"]),
        ("It is a mid-2000 count.", &["mid-2000: 2000"]),
        ("The AR-2013 is a rifle.", &[]),
    ]);
}

#[test]
fn an_hour_may_stand_before_its_day() {
    check(&[
        (
            "He was freed at 10 on Monday night.",
            &["10 on Monday night: 2025-05-19T22:00"],
        ),
        (
            "The raid began around 9 Tuesday morning.",
            &["9 Tuesday morning: 2025-05-20T09:00"],
        ),
        (
            "The raid killed about 9 Tuesday morning.",
            &["Tuesday morning: 2025-05-20T00:00/2025-05-20T11:59"],
        ),
    ]);
}

#[test]
fn names_are_no_months_and_no_holidays() {
    check(&[
        (
            "The Women's March last Saturday drew thousands.",
            &["last Saturday: 2025-05-17"],
        ),
        ("Britain's March figures were weak.", &["March: 2025-03"]),
        ("They saw a Christmas-themed show.", &[]),
        ("They met at Christmas.", &["Christmas: 2024-12-25"]),
    ]);
}

#[test]
fn a_length_before_an_event_is_no_point() {
    check(&[
        ("She worked there for two weeks before leaving.", &[]),
        ("He waited for hours before the vote.", &[]),
        (
            "He died two weeks before the vote.",
            &["two weeks before: unresolved"],
        ),
        (
            "For a day after the quake nobody slept.",
            &["a day after: unresolved"],
        ),
    ]);
}

#[test]
fn a_hyphen_may_tie_a_part_of_the_day_to_its_day() {
    check(&[
        (
            "He spoke in his Sunday-night message.",
            &["Sunday-night: 2025-05-18T18:00/2025-05-19T03:59"],
        ),
        ("He spoke in his Sunday-long talk.", &["Sunday: 2025-05-18"]),
    ]);
}

#[test]
fn a_date_may_be_one_of_a_year_named_by_its_place() {
    check(&[
        (
            "He takes charge from January 20 next year.",
            &["January 20 next year: 2026-01-20"],
        ),
        (
            "The vote of May 3 last year was void.",
            &["May 3 last year: 2024-05-03"],
        ),
        (
            "On May 3, last year's winner fled.",
            &["May 3: 2025-05-03", "last year: 2024"],
        ),
    ]);
}

#[test]
fn previous_years_are_those_before_today() {
    check(&[
        (
            "The war of 1970 ended. He said so in previous years.",
            &["1970: 1970", "previous years: 2016/2025"],
        ),
        (
            "It began in May 1970. The previous two years were calm.",
            &["May 1970: 1970-05", "previous two years: 1968/1970"],
        ),
    ]);
}

#[test]
fn the_clock_is_told_in_halves_and_quarters() {
    check(&[
        (
            "They came at half past nine on Friday night.",
            &["half past nine on Friday night: 2025-05-16T21:30"],
        ),
        (
            "A shot was heard at a quarter to six on Monday morning.",
            &["a quarter to six on Monday morning: 2025-05-19T05:45"],
        ),
        ("Profit fell by a quarter to 6 million.", &[]),
        ("They sold a quarter to six firms.", &[]),
        ("Half past that point they stopped.", &[]),
    ]);
}

#[test]
fn easter_moves() {
    check(&[
        ("They met on Easter Sunday.", &["Easter Sunday: 2025-04-20"]),
        (
            "They met on Good Friday 2016.",
            &["Good Friday 2016: 2016-03-25"],
        ),
        (
            "They met on Ash Wednesday 2024.",
            &["Ash Wednesday 2024: 2024-02-14"],
        ),
        ("The Good Friday Agreement held.", &[]),
    ]);
}

#[test]
fn hundreds_of_years_are_told_by_their_first() {
    check(&[
        ("The rule dates to the 1800s.", &["1800s: 1800/1899"]),
        (
            "It was built in the early 1900s.",
            &["early 1900s: 1900/1940"],
        ),
        ("It was built in the 2000s.", &["2000s: 2000/2009"]),
    ]);
}

#[test]
fn parts_of_the_year_are_counted_from_its_beginning() {
    check(&[
        (
            "Sales fell in the first three months of the year.",
            &["first three months of the year: 2025-01/2025-03"],
        ),
        (
            "The strike began three weeks ago today.",
            &["three weeks ago today: 2025-04-30"],
        ),
        (
            "They meet every first Monday.",
            &["every first Monday: unresolved"],
        ),
    ]);
}

#[test]
fn ten_years_may_have_an_apostrophe() {
    check(&[
        (
            "They sold it in the 1970's and left.",
            &["1970's: 1970/1979"],
        ),
        (
            "They sold it in the early 1970's.",
            &["early 1970's: 1970/1973"],
        ),
        ("The 1970's crisis was long.", &["1970: 1970"]),
        ("It was 1973's best film.", &["1973: 1973"]),
    ]);
}

#[test]
fn a_century_may_be_part_of_a_name() {
    check(&[
        ("Their group, American Bridge 21st Century, spent it.", &[]),
        (
            "The art of the 21st Century is odd.",
            &["21st Century: 2001/2100"],
        ),
    ]);
}

#[test]
fn that_opens_a_clause_with_a_tense_of_its_own() {
    check(&[
        (
            "The board said that on Friday the jury will meet.",
            &["Friday: 2025-05-23"],
        ),
        (
            "The board said that on Friday the jury met.",
            &["Friday: 2025-05-16"],
        ),
        (
            "It said that starting Sept. 11 its staff will grow.",
            &["Sept. 11: 2025-09-11"],
        ),
    ]);
}

#[test]
fn a_day_that_has_just_been_is_not_that_of_next_year() {
    check(&[
        (
            "As they continue to say, after the May 8 vote all fled.",
            &["May 8: 2025-05-08"],
        ),
        ("He will speak on Feb. 8.", &["Feb. 8: 2026-02-08"]),
    ]);
}

#[test]
fn a_run_may_be_a_clause() {
    check(&[
        (
            "Claims fell in the week that ended July 13.",
            &["week that ended July 13: 2024-07-07/2024-07-13"],
        ),
        ("The week that ended badly was long.", &[]),
        (
            "Starting on October 1st, goods now being taxed will be taxed more.",
            &["October 1st: 2025-10-01"],
        ),
    ]);
}

#[test]
fn what_is_supposed_is_not_past() {
    check(&[
        (
            "It would fall if he won the vote on Nov. 8.",
            &["Nov. 8: 2025-11-08"],
        ),
        (
            "It fell when he won the vote on Nov. 8.",
            &["Nov. 8: 2024-11-08"],
        ),
    ]);
}
