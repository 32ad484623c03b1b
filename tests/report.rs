//! One comparison with one of everything, in every format and at several widths.

mod common;

use claimdiff::compare::compare;
use claimdiff::extract::extract;
use claimdiff::report::{COMPARE, EXTRACT, Page, named};
use common::{article, assert_snapshot, sample, without_assets};

#[test]
fn every_format_of_a_comparison() {
    let comparison = sample::comparison(3);
    for format in COMPARE {
        let text = format.reporter.report(&comparison, &Page::default());
        let text = without_assets(&text);
        assert_snapshot("report", &format!("compare-{}", format.name), &text);
    }
}

#[test]
fn every_format_of_an_extraction() {
    let comparison = sample::comparison(3);
    for format in EXTRACT {
        let text = format
            .reporter
            .report(&comparison.reports, &Page::default());
        assert_snapshot("report", &format!("extract-{}", format.name), &text);
    }
}

#[test]
fn the_table_at_several_widths() {
    for (reports, width) in [(2, 80), (3, 80), (4, 80), (4, 200)] {
        let page = Page {
            width,
            all: reports == 4,
            ..Page::default()
        };
        let text = named(COMPARE, "table").report(&sample::comparison(reports), &page);
        assert_snapshot(
            "report",
            &format!("table-{reports}-reports-{width}-columns"),
            &text,
        );
    }
}

#[test]
fn colour_is_only_there_when_asked_for() {
    let comparison = sample::comparison(3);
    let table = |color| {
        let page = Page {
            color,
            ..Page::default()
        };
        named(COMPARE, "table").report(&comparison, &page)
    };
    assert!(!table(false).contains('\u{1b}'));
    assert!(table(true).contains('\u{1b}'));
}

#[test]
fn a_rough_time_is_shown_with_its_hedge() {
    let reason = |left: &str| {
        let right = "The officer was shot at 8 p.m. on Monday.";
        let articles = vec![article("left.txt", left), article("right.txt", right)];
        let groups = compare(extract(articles), None).groups;
        let mut reasons = groups.into_iter().map(|group| group.reason);
        reasons.find(|reason| reason.contains("8 p.m.")).unwrap()
    };
    let before = reason("The officer was shot shortly before 8 p.m. on Monday.");
    assert!(
        before.contains("“shortly before 8 p.m. on Monday”"),
        "{before}"
    );
    let about = reason("The officer was shot at about 8 p.m. on Monday.");
    assert!(about.contains("“about 8 p.m. on Monday”"), "{about}");
    let exact = reason("The officer was shot at 8 p.m. on Monday.");
    assert!(exact.contains("“8 p.m. on Monday”"), "{exact}");
}
