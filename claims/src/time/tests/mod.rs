//! Times read from whole sentences: the examples of the vocabularies, what they resolve to, what always holds.

use jiff::civil::{Date, date};

use super::*;
use crate::lexicon::check_examples;

mod clock;
mod counted;
mod news;

/// The times of a text in a report of `published`.
fn times(text: &str, published: Option<Date>) -> Vec<Timex> {
    let mut analysis = syntax::segment(text);
    syntax::Analyzer::news().tag(text, &mut analysis);
    let published = published.map(|date| Published {
        at: date.at(0, 0, 0, 0),
        has_hour: false,
    });
    read(text, &analysis, published)
}

/// Whether exactly the times that stand in brackets are read.
fn reads(marked: &str) -> bool {
    let text = marked.replace(['[', ']'], "");
    let mut read = text.clone();
    for time in times(&text, Some(date(2025, 5, 21))).iter().rev() {
        read.insert(time.span.end as usize, ']');
        read.insert(time.span.start as usize, '[');
    }
    if read != marked && marked.contains('[') {
        eprintln!("{read}");
    }
    if marked.contains('[') {
        read == marked
    } else {
        read != marked
    }
}

#[test]
fn the_vocabularies_keep_their_promises() {
    for name in ["calendar", "clock", "relative", "direction", "bound"] {
        check_examples(name, |_, sentence| reads(sentence));
    }
}

#[test]
fn the_words_of_tense_tell_past_from_future() {
    check_examples("tense", |entry, sentence| {
        let text = sentence.replace(['[', ']'], "");
        let read = times(&text, Some(date(2025, 5, 21)));
        let ahead = read[0].value.unwrap().start > date(2025, 5, 22).at(0, 0, 0, 0);
        let past = matches!(
            entry["means"].as_str(),
            Some("past" | "speech" | "perfect" | "neutral" | "foretold")
        );
        ahead != past
    });
}

/// Each time of `text` as "surface: earliest/latest", in a report of Wednesday 21 May 2025.
fn read_on_wednesday(text: &str) -> Vec<String> {
    written(text, Some(date(2025, 5, 21)))
}

fn written(text: &str, published: Option<Date>) -> Vec<String> {
    let line = |time: &Timex| {
        let surface = time.span.slice(text);
        match (time.earliest(), time.latest()) {
            (Some(earliest), Some(latest)) if earliest == latest => {
                format!("{surface}: {earliest}")
            }
            (Some(earliest), Some(latest)) => format!("{surface}: {earliest}/{latest}"),
            _ => format!("{surface}: unresolved"),
        }
    };
    times(text, published).iter().map(line).collect()
}

/// One sentence a line with what must be read in it.
fn check(cases: &[(&str, &[&str])]) {
    for (text, expected) in cases {
        assert_eq!(read_on_wednesday(text), *expected, "{text}");
    }
}

#[test]
fn dates_are_read_in_every_form() {
    check(&[
        (
            "The towers fell on Sept. 11, 2001.",
            &["Sept. 11, 2001: 2001-09-11"],
        ),
        (
            "It was signed on 11 September 2001 in Rome.",
            &["11 September 2001: 2001-09-11"],
        ),
        (
            "It was signed on the 3rd of March.",
            &["3rd of March: 2025-03-03"],
        ),
        ("He died on the 11th.", &["11th: 2025-05-11"]),
        (
            "It opened in July 2012 and shut in 2014.",
            &["July 2012: 2012-07", "2014: 2014"],
        ),
        (
            "Filed 2018-11-07 or 11/9/2001 or 25/9/2001.",
            &[
                "2018-11-07: 2018-11-07",
                "11/9/2001: 2001-11-09",
                "25/9/2001: 2001-09-25",
            ],
        ),
        (
            "It shut in the summer of 2013.",
            &["summer of 2013: 2013-06/2013-08"],
        ),
        (
            "The river froze in the winter of 2013.",
            &["winter of 2013: 2012-12/2013-02"],
        ),
        (
            "Profit rose in the third quarter of 2012.",
            &["third quarter of 2012: 2012-07/2012-09"],
        ),
        (
            "Profit rose in the fourth quarter.",
            &["fourth quarter: 2024-10/2024-12"],
        ),
        ("Spending rose in fiscal 2014.", &["fiscal 2014: 2014"]),
        (
            "He sang in the 1990s and the '80s.",
            &["1990s: 1990/1999", "'80s: 1980/1989"],
        ),
        (
            "The church is of the 19th century.",
            &["19th century: 1801/1900"],
        ),
        ("It ran in the 2012-13 season.", &["2012-13: 2012/2013"]),
        ("The 2012 Olympics were held in London.", &["2012: 2012"]),
        (
            "It was cold on Feb. 29, 2024, and on Feb. 29.",
            &["Feb. 29, 2024: 2024-02-29", "Feb. 29: 2024-02-29"],
        ),
    ]);
}

#[test]
fn weekdays_take_the_side_that_tense_shows() {
    check(&[
        ("The jury met on Wednesday.", &["Wednesday: 2025-05-21"]),
        (
            "The jury met late Monday.",
            &["late Monday: 2025-05-19T17:00/2025-05-19T23:59"],
        ),
        (
            "The jury met on Tuesday night.",
            &["Tuesday night: 2025-05-20T18:00/2025-05-21T03:59"],
        ),
        (
            "The jury met early Sunday morning.",
            &["early Sunday morning: 2025-05-18T00:00/2025-05-18T08:59"],
        ),
        ("The jury will meet on Monday.", &["Monday: 2025-05-26"]),
        (
            "The jury, which on Friday will hear her, met in May.",
            &["Friday: 2025-05-23", "May: 2025-05"],
        ),
        ("He plans to testify on Tuesday.", &["Tuesday: 2025-05-27"]),
        ("He was held last Friday.", &["last Friday: 2025-05-16"]),
        (
            "The paper appears next Wednesday.",
            &["next Wednesday: 2025-05-28"],
        ),
        (
            "He was shot on Tuesday last week.",
            &["Tuesday last week: 2025-05-13"],
        ),
        (
            "Sentencing has been set for June 28.",
            &["June 28: 2025-06-28"],
        ),
        ("He was sentenced on June 28.", &["June 28: 2024-06-28"]),
    ]);
}

#[test]
fn clock_times_take_their_day_from_the_text() {
    check(&[
        (
            "He fled at about 10:30 p.m. on Tuesday.",
            &["10:30 p.m. on Tuesday: 2025-05-20T22:30"],
        ),
        (
            "On Tuesday he fled at 9.20pm.",
            &["Tuesday: 2025-05-20", "9.20pm: T21:20"],
        ),
        ("The quake struck at 0630 GMT.", &["0630 GMT: T06:30+00:00"]),
        (
            "It began around 9:20 p.m. ET Monday.",
            &["9:20 p.m. ET Monday: 2025-05-19T21:20-04:00"],
        ),
        (
            "He met her on Monday from 10 p.m. to 5 a.m.",
            &[
                "Monday: 2025-05-19",
                "10 p.m. to 5 a.m.: 2025-05-19T22:00/2025-05-20T05:00",
            ],
        ),
        (
            "They danced on Sunday from 11 to 1 a.m.",
            &[
                "Sunday: 2025-05-18",
                "11 to 1 a.m.: 2025-05-18T23:00/2025-05-19T01:00",
            ],
        ),
        (
            "Shops opened from 8 to 9 p.m. on Monday.",
            &["8 to 9 p.m. on Monday: 2025-05-19T20:00/2025-05-19T21:00"],
        ),
        (
            "He fled just after midnight Tuesday.",
            &["midnight Tuesday: 2025-05-20T00:00"],
        ),
        (
            "He fled around midnight on May 6.",
            &["midnight on May 6: 2025-05-06T23:59"],
        ),
        (
            "He met her at 9 o'clock in the evening.",
            &["9 o'clock in the evening: T21:00"],
        ),
        (
            "Six people drowned overnight.",
            &["overnight: 2025-05-20T18:00/2025-05-21T08:59"],
        ),
    ]);
}

#[test]
fn relative_times_count_from_their_base() {
    check(&[
        ("He left last month.", &["last month: 2025-04"]),
        ("He left a year ago.", &["a year ago: 2024"]),
        ("He left nine months ago.", &["nine months ago: 2024-08"]),
        ("He left a decade ago.", &["a decade ago: 2013/2017"]),
        (
            "He was married in 2009 and divorced two years later.",
            &["2009: 2009", "two years later: 2011"],
        ),
        (
            "He fled on May 6. He was held that evening.",
            &[
                "May 6: 2025-05-06",
                "that evening: 2025-05-06T17:00/2025-05-06T23:59",
            ],
        ),
        (
            "He fled on May 6. He was held the next day.",
            &["May 6: 2025-05-06", "next day: 2025-05-07"],
        ),
        (
            "He fled on May 6 and called the previous Friday.",
            &["May 6: 2025-05-06", "previous Friday: 2025-05-02"],
        ),
        (
            "The army shelled it in the past 24 hours.",
            &["past 24 hours: 2025-05-20/2025-05-21"],
        ),
        (
            "Prices rose in recent weeks.",
            &["recent weeks: 2025-03-26/2025-05-21"],
        ),
        (
            "He left two days after Monday's vote.",
            &["two days after Monday: 2025-05-21"],
        ),
        (
            "He left two days after the vote.",
            &["two days after: unresolved"],
        ),
        (
            "Prices rose from 2008 to 2013.",
            &["2008 to 2013: 2008/2013"],
        ),
        (
            "Prices rose between March and May.",
            &["March and May: 2025-03/2025-05"],
        ),
        (
            "Shops shut from Friday to Monday.",
            &["Friday to Monday: 2025-05-16/2025-05-19"],
        ),
        (
            "He slept from July 3-5, 2012.",
            &["July 3-5, 2012: 2012-07-03/2012-07-05"],
        ),
        ("They meet every Tuesday.", &["every Tuesday: unresolved"]),
    ]);
}

#[test]
fn lengths_and_numbers_are_no_times() {
    check(&[
        ("The call lasted nearly two hours.", &[]),
        ("They walked for three days.", &[]),
        ("A 30-day ceasefire ended a 10-hour standoff.", &[]),
        ("About 2,001 people bought Windows 2000.", &[]),
        ("Some 2000 people marched 1950 meters.", &[]),
        ("The attacks of 9/11 changed it.", &[]),
        ("Flight 1549 left Room 1408 on Route 1910.", &[]),
        ("In his 60s, he may march on.", &[]),
        ("It ended 3-1 on the 12th floor.", &[]),
    ]);
}

#[test]
fn a_weekday_that_is_not_that_of_its_date_is_marked() {
    let wrong = |text: &str| {
        let time = &times(text, Some(date(2019, 6, 17)))[0];
        time.wrong_weekday.map(|span| span.slice(text).to_owned())
    };
    assert_eq!(
        wrong("It will pass the limit on Thursday, July 27.").as_deref(),
        Some("Thursday")
    );
    assert_eq!(wrong("It will pass the limit on Thursday, June 27."), None);
    assert_eq!(wrong("It was signed on Tuesday, July 3, 2012."), None);
}

#[test]
fn without_a_publication_date_the_dateline_serves() {
    let text = "PARIS, Jan. 8, 2015 (News) - Two men fled on Wednesday.";
    assert_eq!(
        written(text, None),
        ["Jan. 8, 2015: 2015-01-08", "Wednesday: 2015-01-07"]
    );
    assert_eq!(times(text, None)[1].anchor, Anchor::Dateline);
    let undated = times("Two men fled on Wednesday, in 2014 at 9 p.m.", None);
    assert_eq!(undated[0].value, None);
    assert_eq!(undated[0].anchor, Anchor::Unresolved);
    assert_eq!(undated[1].anchor, Anchor::Absolute);
    assert_eq!(undated[2].earliest().as_deref(), Some("T21:00"));
}

#[test]
fn a_report_dated_a_day_early_is_read_from_the_day_it_tells_of() {
    let text = "A quake killed 73 people Wednesday. It struck at 3:36 a.m., and rescuers came later in the day.";
    let moved = times(text, Some(date(2016, 8, 23)));
    assert_eq!(moved[0].earliest().as_deref(), Some("2016-08-24"));
    // The day of the date is named by its weekday: a report that was kept up on the day after.
    let plain = "A quake killed 73 people Wednesday. On Tuesday all was calm.";
    let wednesday = |read: Vec<Timex>| read[0].earliest().unwrap();
    assert_eq!(
        wednesday(times(plain, Some(date(2016, 8, 23)))),
        "2016-08-24"
    );
    let known = Published {
        at: date(2016, 8, 23).at(18, 30, 0, 0),
        has_hour: true,
    };
    let mut analysis = syntax::segment(plain);
    syntax::Analyzer::news().tag(plain, &mut analysis);
    let exact = read(plain, &analysis, Some(known));
    assert_eq!(wednesday(exact), "2016-08-17");
    let week = "He was held on Wednesday. He will appear in court on Tuesday.";
    assert_eq!(
        wednesday(times(week, Some(date(2016, 8, 23)))),
        "2016-08-17"
    );
}

#[test]
fn what_follows_a_time_tells_only_of_that_time() {
    assert_eq!(
        read_on_wednesday("Despite reports Tuesday that a truce may hold, shells fell."),
        ["Tuesday: 2025-05-20"]
    );
    assert_eq!(
        read_on_wednesday("They can have 300 doses by August."),
        ["August: 2025-08"]
    );
    assert_eq!(
        read_on_wednesday("They could have lost a seat in August."),
        ["August: 2024-08"]
    );
}

#[test]
fn what_is_told_in_the_past_does_not_lie_ahead() {
    assert_eq!(
        read_on_wednesday("Both men came back this autumn."),
        ["this autumn: 2024-09/2024-11"]
    );
    let read = times(
        "Police held a man on Tuesday. They had found his car three days later.",
        Some(date(2025, 5, 21)),
    );
    assert_eq!(read[1].anchor, Anchor::Unresolved);
}

#[test]
fn years_pair_up_behind_their_name_and_before_1900() {
    assert_eq!(
        read_on_wednesday("He paid no tax for the years 2006 through 2011."),
        ["2006 through 2011: 2006/2011"]
    );
    assert_eq!(
        read_on_wednesday("He served from April 2004 through 2010."),
        ["April 2004 through 2010: 2004-04/2010-12"]
    );
    assert_eq!(
        read_on_wednesday("The town was built between 1215 and 1260."),
        ["1215 and 1260: 1215/1260"]
    );
    assert!(read_on_wednesday("It took between 1200 and 1500 men.").is_empty());
}

#[test]
fn clock_times_without_a_day_are_compared_by_the_hour() {
    let on = |day| times("He died at 9:20 p.m. local time.", Some(day)).remove(0);
    let (first, second) = on(date(2013, 9, 4))
        .comparable(&on(date(2013, 9, 5)))
        .unwrap();
    assert!(first.overlaps(&second));
    assert!(first.same_day(&second));
}

proptest::proptest! {
    #[test]
    fn no_text_panics_and_periods_have_a_length(
        words in proptest::collection::vec(proptest::sample::select(PIECES), 0..24),
        day in -2_000_000i32..2_900_000,
    ) {
        let text = words.join(" ");
        let day = Date::new(1970, 1, 1).unwrap().checked_add(jiff::Span::new().days(day)).ok();
        for published in [day, None, Some(Date::MAX), Some(Date::MIN), Some(date(2024, 2, 29))] {
            for time in times(&text, published) {
                assert!(text.get(time.span.range()).is_some());
                assert!(time.value.is_none_or(|period| period.start < period.end), "{text}");
                assert_eq!(time.value.is_none(), time.anchor == Anchor::Unresolved, "{text}");
            }
        }
    }

    #[test]
    fn no_garbage_panics(text in "\\PC{0,80}") {
        let _ = times(&text, Some(date(2025, 5, 21)));
    }

    #[test]
    fn a_full_date_is_read_back(year in 1000i16..2200, month in 1i8..=12, day in 1i8..=31) {
        if let Ok(date) = Date::new(year, month, day) {
            let text = date.strftime("It was signed on %B %-d, %Y, in Rome.").to_string();
            assert_eq!(times(&text, None)[0].value, Period::day(date));
        }
    }
}

/// Words that the grammar puts together, and some that it must not trip over.
const PIECES: &[&str] = &[
    "early",
    "late",
    "Monday",
    "Tuesday",
    "morning",
    "night",
    "overnight",
    "midnight",
    "noon",
    "at",
    "on",
    "in",
    "of",
    "the",
    "from",
    "to",
    "between",
    "and",
    "until",
    "July",
    "May",
    "Feb. 29",
    "3",
    "31",
    "2012",
    "9999",
    "1000",
    "2012-13",
    "'90s",
    "11th",
    "9:20",
    "p.m.",
    "ET",
    "last",
    "next",
    "this",
    "previous",
    "following",
    "that",
    "week",
    "year",
    "days",
    "hours",
    "centuries",
    "two",
    "999999999",
    "a few",
    "ago",
    "later",
    "after",
    "before",
    "past",
    "coming",
    "every",
    "third",
    "quarter",
    "half",
    "century",
    "winter",
    "Christmas",
    ",",
    "(",
    ")",
    "-",
    "–",
    "’s",
    "will",
    "was",
    "mid",
    "-",
    "the end of",
    "fiscal",
    "2018-11-07",
    "11/9/2001",
    "o'clock",
    "weekend",
    ".",
    "\n\n",
];

#[test]
fn times_counted_in_digits_halves_and_months() {
    assert_eq!(
        read_on_wednesday("In the last 48 hours shells fell."),
        ["last 48 hours: 2025-05-19/2025-05-21"]
    );
    assert_eq!(
        read_on_wednesday("Sales rose in the first nine months of 2012."),
        ["first nine months of 2012: 2012-01/2012-09"]
    );
    assert_eq!(
        read_on_wednesday("Ten years ago this week, he quit."),
        ["Ten years ago this week: 2015"]
    );
    assert_eq!(
        read_on_wednesday("He quit a week ago Tuesday."),
        ["a week ago Tuesday: 2025-05-13"]
    );
    assert_eq!(
        read_on_wednesday("He fled in the small hours of Tuesday."),
        ["small hours of Tuesday: 2025-05-20T00:00/2025-05-20T04:59"]
    );
    assert!(read_on_wednesday("Half a century ago he quit.").is_empty());
}
