//! What must hold for any reports: here for those of the stories, and for texts made up at random.

mod common;

use std::path::Path;

use claimdiff::compare::{Comparison, Kind, Report, Verdict, compare};
use claimdiff::extract::extract;
use claimdiff::report::{COMPARE, EXTRACT, Page, named};
use claims::Document;
use proptest::prelude::*;
use serde_json::Value;

/// A group without regard to order: its kind and verdict, and where its claims stand.
type Outline = (Kind, Verdict, Vec<(String, u32, u32)>);

fn outline(comparison: &Comparison) -> Vec<Outline> {
    let groups = comparison.groups.iter().map(|group| {
        let claims = group.claims.iter().map(|id| {
            let report = &comparison.reports[id.report];
            let span = report.extraction.claims[id.claim].span;
            (report.path.clone(), span.start, span.end)
        });
        let mut claims: Vec<_> = claims.collect();
        claims.sort();
        (group.kind, group.verdict, claims)
    });
    let mut groups: Vec<_> = groups.collect();
    groups.sort();
    groups
}

fn reports(story: &Path) -> Vec<Report> {
    extract(common::articles(story))
}

#[test]
fn a_report_does_not_disagree_with_itself() {
    for story in common::stories() {
        for report in reports(&story) {
            let twice = compare(vec![report.clone(), report.clone()], None);
            let between: Vec<_> = twice
                .groups
                .iter()
                .filter(|group| group.verdict < Verdict::Compatible)
                .collect();
            assert!(between.is_empty(), "{}: {between:?}", report.path);
            assert!(!twice.groups.is_empty(), "{}", report.path);
        }
    }
}

#[test]
fn the_order_of_reports_changes_no_verdict() {
    for story in common::stories() {
        let mut reports = reports(&story);
        let expected = outline(&compare(reports.clone(), None));
        for _ in 0..reports.len() {
            reports.rotate_left(1);
            assert_eq!(outline(&compare(reports.clone(), None)), expected);
            let reversed = reports.iter().rev().cloned().collect();
            assert_eq!(outline(&compare(reversed, None)), expected);
        }
    }
}

/// How many pairs are compared for two reports of so many sentences.
fn pairs(sentences: usize) -> usize {
    let sentence = |at: usize| {
        format!(
            "Storm {at} left {} homes in town {} without power.\n\n",
            at * 7 + 3,
            at % 90
        )
    };
    let text: String = (0..sentences).map(sentence).collect();
    let document = Document::new(text);
    let report = Report {
        extraction: claims::extract(&document),
        document,
        ..Report::default()
    };
    compare(vec![report.clone(), report], None).coverage.pairs
}

#[test]
fn compared_pairs_grow_with_the_claims_and_not_with_their_square() {
    let (few, many) = (pairs(100), pairs(800));
    assert!(few > 100, "{few}");
    assert!(
        many < 16 * few,
        "{few} pairs for 100 sentences, {many} for 800"
    );
}

#[test]
fn threads_do_not_change_a_byte() {
    for story in common::stories() {
        let output = |threads| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads);
            let pool = pool.build().unwrap();
            let comparison = pool.install(|| compare(reports(&story), None));
            named(COMPARE, "json").report(&comparison, &Page::default())
        };
        let expected = output(1);
        assert!((2..6).all(|threads| output(threads) == expected));
    }
}

#[test]
fn spans_slice_to_their_surface() {
    for story in common::stories() {
        let reports = reports(&story);
        let extracted = named(EXTRACT, "json").report(&reports, &Page::default());
        let extracted: Value = serde_json::from_str(&extracted).unwrap();
        check_places(
            extracted["claims"].as_array().unwrap(),
            &extracted["reports"],
        );
        let compared = compare(reports, None);
        let compared = named(COMPARE, "json").report(&compared, &Page::default());
        let compared: Value = serde_json::from_str(&compared).unwrap();
        for group in compared["groups"].as_array().unwrap() {
            check_places(group["claims"].as_array().unwrap(), &compared["reports"]);
        }
    }
}

/// Span, surface, line and column of each claim against the bytes of its file.
fn check_places(claims: &[Value], reports: &Value) {
    for claim in claims {
        let number = |value: &Value| value.as_u64().unwrap() as usize;
        let report = &reports[number(&claim["report"])];
        let bytes = std::fs::read(report["path"].as_str().unwrap()).unwrap();
        let (start, end) = (
            number(&claim["span"]["start"]),
            number(&claim["span"]["end"]),
        );
        let surface = claim["surface"].as_str().unwrap();
        assert_eq!(&bytes[start..end], surface.as_bytes());
        let sentence = &claim["sentence"];
        assert!(
            number(&sentence["start"]) <= start && end <= number(&sentence["end"]),
            "{claim}"
        );
        let before = std::str::from_utf8(&bytes[..start]).unwrap();
        let line = before.rsplit('\n').next().unwrap();
        assert_eq!(number(&claim["line"]), before.matches('\n').count() + 1);
        let mark = usize::from(line.starts_with('\u{feff}'));
        assert_eq!(number(&claim["column"]), line.chars().count() + 1 - mark);
    }
}

/// Words and marks that the grammars know.
const WORDS: &[&str] = &[
    "Russia",
    "launched",
    "108",
    "drones",
    ",",
    ".",
    "\n\n",
    "nearly",
    "two",
    "hours",
    "on",
    "Tuesday",
    "said",
    "the",
    "police",
    "\"",
    "“",
    "”",
    "at",
    "least",
    "12",
    "people",
    "were",
    "killed",
    "not",
    "$",
    "1.2",
    "million",
    "percent",
    "—",
    "(",
    ")",
    "of",
    "them",
    "May",
    "19",
    "2025",
    "from",
    "to",
    "10-15",
    "é",
    "日本",
    "\u{301}",
    "\r\n",
    "he",
    "told",
    "TASS",
    "that",
    "a",
    "dozen",
    "½",
    "-",
    "'",
    "9:20",
    "p.m.",
    "Mr.",
    "Koval",
    "including",
    "so",
    "far",
];

/// Words that the grammars know, in any order: more likely to reach odd corners than letters at random.
fn newsy_text() -> impl Strategy<Value = String> {
    let word = prop::sample::select(WORDS);
    prop::collection::vec((word, prop::bool::weighted(0.8)), 0..60).prop_map(|words| {
        let spaced = words.into_iter();
        spaced
            .map(|(word, blank)| format!("{word}{}", if blank { " " } else { "" }))
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_text_is_read_and_printed(texts in prop::collection::vec(newsy_text(), 1..4)) {
        let articles = texts.into_iter().enumerate();
        let reports = extract(articles.map(|(index, text)| common::article(&index.to_string(), text)).collect());
        for report in &reports {
            for claim in &report.extraction.claims {
                prop_assert!(report.document.text.get(claim.span.range()).is_some());
            }
        }
        for format in EXTRACT {
            prop_assert!(format.name == "jsonl" || !format.reporter.report(&reports, &Page::default()).is_empty());
        }
        let comparison = compare(reports, None);
        for format in COMPARE {
            prop_assert!(!format.reporter.report(&comparison, &Page::default()).is_empty());
        }
    }
}
