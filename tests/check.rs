//! What must hold for `check`: a copy of a report passes, a copy with one digit changed fails on that digit.

mod common;

use std::path::Path;

use claimdiff::check::check;
use claimdiff::compare::{Comparison, Report, Role, Rule, Standing};
use claimdiff::extract::extract;
use claimdiff::input::{self, Article, Defaults, parse_date};
use claimdiff::report::{CHECK, Page, named};
use proptest::prelude::*;

/// All reports of the stories, each with the rest of its story.
fn articles() -> Vec<Article> {
    let stories = common::stories();
    stories
        .iter()
        .flat_map(|story| common::articles(story))
        .collect()
}

fn read(article: Article) -> Report {
    extract(vec![article]).remove(0)
}

fn against(draft: Article, source: &Report) -> Comparison {
    check(vec![read(draft)], vec![source.clone()], None)
}

fn told(comparison: &Comparison) -> Vec<(Rule, &str)> {
    let findings = comparison.findings.iter();
    findings
        .map(|finding| (finding.rule, finding.message.as_str()))
        .collect()
}

/// The example draft against the reports it rests on.
fn example() -> Comparison {
    let folder = Path::new("examples/drone-strikes");
    let read = |path: &Path| {
        let input = input::read(&[path.to_owned()], &Defaults::default());
        assert!(input.troubles.is_empty(), "{:?}", input.troubles);
        extract(input.articles)
    };
    check(read(&folder.join("draft.md")), read(folder), None)
}

#[test]
fn the_example_draft_as_people_read_it() {
    let checked = example();
    for format in ["text", "markdown"] {
        let text = named(CHECK, format).report(&checked, &Page::default());
        common::assert_snapshot("check", &format!("example-{format}"), &text);
    }
}

#[test]
fn colour_marks_the_words_only_when_asked_for() {
    let drawn = |color| {
        let page = Page {
            color,
            ..Page::default()
        };
        named(CHECK, "text").report(&example(), &page)
    };
    assert!(!drawn(false).contains('\u{1b}'));
    assert!(drawn(true).contains('\u{1b}'));
}

/// Standing of the value that begins a draft of one sentence against sources of one sentence each.
fn standing(draft: &str, sources: &[(&str, &str)]) -> (Standing, Vec<Rule>) {
    let checked = checked(draft, sources);
    (checked.checks[0].standing, rules(&checked))
}

fn rules(checked: &Comparison) -> Vec<Rule> {
    checked
        .findings
        .iter()
        .map(|finding| finding.rule)
        .collect()
}

/// A draft of one sentence against sources, each with its date.
fn checked(draft: &str, sources: &[(&str, &str)]) -> Comparison {
    let report = |date: &str, text: &str| {
        let mut one = common::article(date, text.to_owned());
        one.document.published = parse_date(date).ok();
        read(one)
    };
    let sources = sources.iter().map(|(date, text)| report(date, text));
    check(vec![report("2025-05-22", draft)], sources.collect(), None)
}

#[test]
fn an_older_count_is_stale_and_a_newer_one_is_not() {
    let old = (
        "2025-05-20",
        "Twelve people were killed in the depot fire, police said.",
    );
    let new = (
        "2025-05-21",
        "Fifteen people were killed in the depot fire, police said.",
    );
    let draft = |count: &str| format!("{count} people were killed in the depot fire, police said.");
    assert_eq!(
        standing(&draft("Twelve"), &[old, new]),
        (Standing::Stale, vec![Rule::NumberUpdate])
    );
    assert_eq!(
        standing(&draft("Fifteen"), &[old, new]),
        (Standing::Supported, vec![])
    );
}

#[test]
fn what_an_editor_may_do_is_left_alone() {
    let source = [(
        "2025-05-20",
        "The premium rose to $15,745 on Monday. The fire burned 8,374 acres, 85 miles (137 kilometers) from \
         town. \"We will rebuild every wall of the old depot,\" Mayor Ann Koval said. Some 145.5 million records \
         were taken. A total of 2.9 million were insured, up from 2.3 million a year earlier.",
    )];
    for draft in [
        "About $15,700 is the premium now.",
        "The fire burned nearly 8,400 acres.",
        "The fire burned some 137 kilometers from town.",
        "\"We will rebuild every wall,\" Koval said.",
        "Upward of 145 million records were taken.",
        "600,000 more were insured than a year earlier.",
        "The premium rose on May 19.",
    ] {
        let (standing, rules) = standing(draft, &source);
        assert!(rules.is_empty(), "{draft}: {rules:?}");
        assert_ne!(standing, Standing::Contradicted, "{draft}");
    }
}

#[test]
fn a_number_with_the_words_of_another_is_told() {
    let source = [(
        "2025-05-20",
        "Eleven divers were sent into the ferry, and one diver was injured. The deal sets aside $300 million for \
         refunds to ticket buyers, $175 million for the harbor towns and $40 million for a new pier. The yard added \
         310 welders in March. The mill added 270 weavers in March.",
    )];
    for draft in [
        "Eleven divers were injured in the ferry.",
        "About $175 million is meant for refunds to ticket buyers.",
        "$40 million goes to the harbor towns.",
    ] {
        let (standing, rules) = standing(draft, &source);
        assert_eq!(rules, [Rule::NumberSlip], "{draft}");
        assert_eq!(standing, Standing::Contradicted, "{draft}");
    }
    for draft in [
        "Eleven divers searched the ferry.",
        "Eleven divers went down, and one of them was injured.",
        "$175 million is meant for towns at the harbor.",
        "$300 million of the deal will go back to buyers of tickets.",
        "$40 million of the deal pays for the pier.",
        "310 welders found work at the yard.",
    ] {
        let (_, rules) = standing(draft, &source);
        assert!(rules.is_empty(), "{draft}: {rules:?}");
    }
}

#[test]
fn a_plan_excuses_no_power_of_ten() {
    let source = [(
        "2025-05-20",
        "The settlement would bring the harbor a civil penalty of $100 million.",
    )];
    let penalty =
        |sum: &str| format!("The settlement has a civil penalty of {sum} for the harbor.");
    let rules = |sum| rules(&checked(&penalty(sum), &source));
    assert_eq!(rules("$100 billion"), [Rule::NumberSlip]);
    assert_eq!(rules("$100 million"), []);
}

#[test]
fn a_statement_turned_round_is_told() {
    let source = [(
        "2025-05-20",
        "Most families had left the island, and no injuries were reported. The skipper was not under investigation \
         when the ferry left. Two earlier investigations of the yard were closed.",
    )];
    for draft in [
        "Several families were injured on the island.",
        "The skipper was under investigation when the ferry left.",
    ] {
        let rules = rules(&checked(draft, &source));
        assert!(
            rules.contains(&Rule::StatementConflict),
            "{draft}: {rules:?}"
        );
    }
    for draft in [
        "Nobody was injured on the island, which most families had left.",
        "Nobody had opened an investigation of the skipper when the ferry left.",
        "The yard saw two investigations, both closed.",
    ] {
        let rules = rules(&checked(draft, &source));
        assert!(
            !rules.contains(&Rule::StatementConflict),
            "{draft}: {rules:?}"
        );
    }
}

#[test]
fn a_title_that_no_source_has_is_told_and_a_shorter_one_is_not() {
    let source = [(
        "2025-05-20",
        "Norwegian Prime Minister Ann Koval opened the bridge. The former mayor, Tom Hale, stayed away.",
    )];
    let names = |draft: &str| {
        let rules = rules(&checked(draft, &source));
        rules.contains(&Rule::NameVariant)
    };
    assert!(names("Defense Minister Ann Koval opened the bridge."));
    assert!(!names("Prime Minister Ann Koval opened the bridge."));
    assert!(!names("Minister Ann Koval opened the bridge."));
    assert!(!names("Former Mayor Tom Hale stayed away."));
}

#[test]
fn a_place_that_the_sources_tell_otherwise_is_told() {
    let sources = [
        (
            "harbor.txt",
            "Overnight drones struck a power station in Sumy and left 6,000 homes without light, officials said. \
             Rescue teams worked in Kharkiv after a fire at a market.",
        ),
        (
            "northline.txt",
            "A power station in Sumy was struck by drones overnight. Some 6,000 homes were left without light.",
        ),
    ];
    let message = |draft: &str| {
        let checked = checked(draft, &sources);
        let told = checked.findings.iter();
        let told = told.filter(|finding| finding.rule == Rule::NameVariant);
        told.map(|finding| finding.message.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        message(
            "Drones struck a power station in Odesa overnight and left 6,000 homes without light."
        ),
        ["no source has “Odesa” here; harbor has “Sumy”"]
    );
    for right in [
        "Drones struck a power station in Sumy overnight and left 6,000 homes without light.",
        "Rescue teams worked in Kharkiv after a market had burned.",
        "In Sumy, 6,000 homes were left without light.",
    ] {
        assert_eq!(message(right), [""; 0], "{right}");
    }
}

#[test]
fn indirect_speech_given_to_somebody_else_is_told() {
    let source = [(
        "2025-05-20",
        "The old harbor bridge will stay closed until the repairs are finished, Mayor Ann Koval said. It rained. \
         Shops opened. Trams ran. Schools closed early. Police Chief Tom Hale spoke of other things.",
    )];
    let told = |draft: &str| {
        let rules = rules(&checked(draft, &source));
        rules.contains(&Rule::AttributionConflict)
    };
    assert!(told(
        "Police Chief Tom Hale said the old harbor bridge will stay closed until the repairs are finished."
    ));
    assert!(!told(
        "Koval said the old harbor bridge will stay closed until the repairs are finished."
    ));
    assert!(!told(
        "The mayor said the old harbor bridge will stay closed until the repairs are finished."
    ));
}

#[test]
fn another_unit_is_told_and_another_writing_is_not() {
    let source = [(
        "2025-05-20",
        "A survey found that 34 percent of pupils ride the ferry, up from 31 percent a year ago. The fire burned \
         8,374 acres of reed. A pilot of 26 years steered. Turnout fell 4 percentage points.",
    )];
    for draft in [
        "The share of pupils on the ferry is up 3 percent from 31 percent a year ago.",
        "The fire burned 8,374 feet of reed.",
        "Turnout fell 4 percent.",
    ] {
        let (_, rules) = standing(draft, &source);
        assert_eq!(rules, [Rule::NumberSlip], "{draft}");
    }
    for draft in [
        "The share of pupils on the ferry is up 3 percentage points from 31 percent a year ago.",
        "The fire burned 8,374 acres.",
        "The pilot, who is 26, steered.",
        "Turnout fell 4 points.",
    ] {
        let (_, rules) = standing(draft, &source);
        assert!(!rules.contains(&Rule::NumberSlip), "{draft}: {rules:?}");
    }
}

#[test]
fn a_copy_of_a_report_passes_without_a_note() {
    for article in articles() {
        let source = read(article.clone());
        let checked = against(article, &source);
        assert!(
            checked.findings.is_empty(),
            "{}: {:?}",
            source.path,
            told(&checked)
        );
        let wrong = checked
            .checks
            .iter()
            .find(|one| one.standing != Standing::Supported);
        let words = wrong
            .map(|one| checked.reports[0].words(checked.reports[0].claim(one.claim.claim).span));
        assert_eq!(words, None, "{}", source.path);
    }
}

#[test]
fn a_source_is_no_evidence_against_its_own_sentence() {
    let told = "Repair crews under Carl Marsh closed the bridge in May.";
    let said = "Inspector Dana Holt declined to say what, if anything, Marsh has revealed about the repair that \
                left the bridge closed and two river towns badly cut off.";
    let copy = format!("{told} {said}");
    let rules = |draft: &str, source: &str| rules(&checked(draft, &[("2024-05-21", source)]));
    assert_eq!(rules(&copy, &copy), []);
    let other = copy.replace("Inspector Dana Holt", "Mayor Ana Reyes");
    assert_eq!(rules(&copy, &other), [Rule::AttributionConflict]);
}

/// The article with the digit at byte `at` replaced by the next one; never by a zero, which would be a rounding.
fn with_other_digit(article: &Article, at: usize) -> Article {
    let mut changed = article.clone();
    let digit = article.document.text.as_bytes()[at];
    let other = char::from(b'1' + (digit - b'0') % 9).to_string();
    changed.document.text.replace_range(at..=at, &other);
    changed
}

#[test]
fn a_copy_with_one_digit_changed_fails_once_and_there() {
    let mut changes = 0;
    for article in articles() {
        let source = read(article.clone());
        let text = article.document.text.as_bytes();
        for at in article
            .document
            .body
            .range()
            .filter(|&at| text[at].is_ascii_digit())
        {
            let checked = against(with_other_digit(&article, at), &source);
            let draft = &checked.reports[0];
            let line = draft.document.text[..at]
                .rsplit('\n')
                .next()
                .unwrap_or_default();
            assert_eq!(
                checked.findings.len(),
                1,
                "{}: {line}…: {:?}",
                source.path,
                told(&checked)
            );
            let primary = checked.findings[0].primary;
            assert_eq!(primary.report, 0);
            assert!(
                primary.span.range().contains(&at),
                "{}: {line}…",
                source.path
            );
            changes += 1;
        }
    }
    assert!(changes > 100, "{changes} digits");
}

#[test]
fn the_order_of_sources_changes_no_finding() {
    for story in common::stories() {
        let mut reports = extract(common::articles(&story));
        let draft = reports.remove(0);
        let places = |sources: Vec<Report>| {
            let checked = check(vec![draft.clone()], sources, None);
            let findings = checked.findings.iter();
            let mut places: Vec<_> = findings.map(|one| (one.rule, one.primary.span)).collect();
            places.sort_unstable();
            places
        };
        let expected = places(reports.clone());
        reports.reverse();
        assert_eq!(places(reports), expected, "{}", story.display());
    }
}

#[test]
fn drafts_are_checked_apart() {
    let mut articles = articles();
    let source = read(articles.remove(0));
    let drafts: Vec<Report> = articles.into_iter().take(2).map(read).collect();
    let together = check(drafts.clone(), vec![source.clone()], None);
    let alone = drafts
        .into_iter()
        .map(|draft| check(vec![draft], vec![source.clone()], None));
    let findings: usize = alone.map(|one| one.findings.len()).sum();
    assert_eq!(together.findings.len(), findings);
    let roles: Vec<Role> = together.reports.iter().map(|report| report.role).collect();
    assert_eq!(roles, [Role::Draft, Role::Draft, Role::Source]);
}

/// Sentences with numbers, names, times and quotations, to be put together at random.
const SENTENCES: &[&str] = &[
    "Nine people were hurt on Monday.",
    "“The water rose too fast,” said Mayor Ann Koval.",
    "“The water rose so fast,” said Koval.",
    "The bridge is 85 miles north of Route 1.",
    "The bridge is 85 kilometers north of Route 2.",
    "Prices rose 3 percent, from 31 percent in 2011.",
    "The council did not approve the plan.",
    "The council approved the plan at 9:20 p.m. on May 19.",
    "No one was killed, and 14 were injured.",
    "Fourteen people were killed…",
    "日本 12 é\u{301} 7–9 “",
    "$1.2 million, or 1,200,000 dollars\r\n\r\n- item 4",
];

fn text() -> impl Strategy<Value = String> {
    let sentence = prop::sample::select(SENTENCES);
    prop::collection::vec(sentence, 1..8).prop_map(|sentences| sentences.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_draft_is_checked_and_printed(draft in text(), sources in prop::collection::vec(text(), 1..3)) {
        let sources = sources.into_iter().map(|text| read(common::article("source.txt", text))).collect();
        let checked = check(vec![read(common::article("draft.txt", draft))], sources, None);
        for finding in &checked.findings {
            prop_assert_eq!(finding.primary.report, 0);
            prop_assert!(finding.related.iter().all(|place| place.report > 0));
        }
        for one in &checked.checks {
            prop_assert_eq!(one.claim.report, 0);
            prop_assert!(one.supporters.iter().all(|id| id.report > 0));
        }
        for format in CHECK {
            format.reporter.report(&checked, &Page::default());
        }
    }
}
