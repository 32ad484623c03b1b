//! One comparison with one of everything, in every format and at several widths.

mod common;

use claimdiff::report::{COMPARE, EXTRACT, Page, named};
use common::{assert_snapshot, sample, without_assets};

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
