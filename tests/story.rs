//! The stories: what is read from each report, and what the comparison makes of them.

mod common;

use claimdiff::compare::compare;
use claimdiff::extract::extract;
use claimdiff::input::{self, Defaults};
use claimdiff::report::{COMPARE, EXTRACT, Page, named};
use common::{assert_snapshot, slug, stories};

/// Wide enough for the claims of an extraction to stand on a line each.
const WIDE: Page = Page {
    width: 160,
    color: false,
    all: true,
};

#[test]
fn claims_of_every_story() {
    for story in stories() {
        let reports = extract(common::articles(&story));
        let table = named(EXTRACT, "table").report(&reports, &WIDE);
        assert_snapshot("extract", &slug(&story), &table);
    }
}

#[test]
fn comparison_of_every_story() {
    for story in stories() {
        let input = input::read(std::slice::from_ref(&story), &Defaults::default());
        let comparison = compare(extract(input.articles), input.story);
        let table = named(COMPARE, "table").report(&comparison, &Page::default());
        assert_snapshot("compare", &slug(&story), &table);
    }
}
