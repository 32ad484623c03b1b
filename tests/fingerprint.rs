//! A finding keeps its fingerprint while its file is edited elsewhere, and loses it when its values change.

mod common;

use claimdiff::check::check;
use claimdiff::compare::{Comparison, Report, compare};
use claimdiff::extract::extract;
use claimdiff::input::Article;
use common::article;
use proptest::prelude::*;

fn report(path: &str, text: &str) -> Report {
    extract(vec![article(path, text)]).remove(0)
}

fn fingerprints(comparison: &Comparison) -> Vec<String> {
    let findings = comparison.findings.iter();
    let mut all: Vec<String> = findings.map(|one| one.fingerprint.clone()).collect();
    all.sort();
    all
}

const DRAFT: &str = "The storm hit the coast on Monday, forecasters said.\n\nThe storm killed 12 people, the \
                     police said.\n";
const SOURCE: &str = "The storm killed 17 people, the police said.\n";

fn of_draft(draft: &str, source: &str) -> Vec<String> {
    let drafts = vec![report("draft.md", draft)];
    fingerprints(&check(drafts, vec![report("wire.txt", source)], None))
}

#[test]
fn blank_lines_above_change_no_fingerprint() {
    for story in common::stories() {
        let articles = || common::articles(&story).into_iter();
        let plain = compare(extract(articles().collect()), None);
        let moved = articles().map(|one| {
            let mut document = one.document;
            let start = document.body.start as usize;
            document.text.insert_str(start, "\n\n\n");
            document.body.end += 3;
            Article {
                document,
                markup: None,
                ..one
            }
        });
        let moved = compare(extract(moved.collect()), None);
        assert_eq!(fingerprints(&plain), fingerprints(&moved));
    }
}

#[test]
fn names_of_files_and_order_of_reports_change_no_fingerprint() {
    for story in common::stories() {
        let mut reports = extract(common::articles(&story));
        let expected = fingerprints(&compare(reports.clone(), None));
        for (at, report) in reports.iter_mut().enumerate() {
            report.path = format!("elsewhere/{at}.txt");
        }
        reports.reverse();
        let reversed = fingerprints(&compare(reports, None));
        assert_eq!(expected, reversed, "{}", story.display());
    }
}

#[test]
fn a_draft_edited_elsewhere_keeps_its_findings() {
    let expected = of_draft(DRAFT, SOURCE);
    assert_eq!(expected.len(), 1);
    let above = DRAFT.replace("\n\nThe", "\n\nThe mayor thanked the crews.\n\nThe");
    assert_eq!(of_draft(&above, SOURCE), expected);
    let written_out = SOURCE.replace("17", "Seventeen");
    assert_eq!(of_draft(DRAFT, &written_out), expected);
    assert_ne!(of_draft(&DRAFT.replace("12", "13"), SOURCE), expected);
    assert_ne!(of_draft(DRAFT, &SOURCE.replace("17", "19")), expected);
}

#[test]
fn fingerprints_are_the_same_on_every_machine() {
    assert_eq!(of_draft(DRAFT, SOURCE), ["876c09e66125f3a2"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_values_make_the_fingerprint(a in 2_u32..90, b in 2_u32..90, c in 2_u32..90) {
        let text = |count: u32| format!("The storm killed {count} people, the police said.\n");
        let of = |left: u32, right: u32| {
            let reports = vec![report("a", &text(left)), report("b", &text(right))];
            fingerprints(&compare(reports, None))
        };
        prop_assert_eq!(of(a, b), of(b, a));
        if a != b && a != c && b != c {
            prop_assert_ne!(of(a, b), of(a, c));
        }
    }
}
