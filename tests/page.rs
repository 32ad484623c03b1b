//! The page without a browser: the same bytes each time, and article text that stays text.

mod common;

use std::path::Path;

use claimdiff::check::check;
use claimdiff::compare::{Comparison, Report, compare};
use claimdiff::extract::extract;
use claimdiff::input::{self, Article, Defaults};
use claimdiff::report::{COMPARE, Page, named};
use claims::Document;
use common::{assert_snapshot, without_assets};
use proptest::prelude::*;

#[test]
fn the_page_of_the_example() {
    let page = page(&example());
    assert_eq!(page, self::page(&example()));
    assert_snapshot("page", "drone-strikes", &without_assets(&page));
}

#[test]
fn a_draft_stands_first_and_each_row_says_how_it_stands() {
    let draft = reports(&["Police said 31 people were injured. The bridge cost $4 million."]);
    let sources = reports(&["Police said 13 people were injured."]);
    let page = page(&check(draft, sources, None));
    let roles: Vec<&str> = page
        .split("<span class=\"role\">")
        .filter_map(|rest| rest.split_once("</span>"))
        .map(|(role, _)| role)
        .filter(|role| !role.contains('<'))
        .collect();
    assert_eq!(
        roles,
        ["draft", "source", "draft", "source"],
        "outlets, then reports"
    );
    for standing in ["draft contradicted", "draft unsupported"] {
        assert!(page.contains(standing), "{standing}");
    }
    let finding = page.split_once("class=\"finding error\"").unwrap().1;
    let finding = finding.split_once("</li>").unwrap().0;
    assert!(
        finding.contains("People injured") && finding.contains("two digits have changed places")
    );
}

#[test]
fn text_of_the_articles_never_becomes_markup() {
    let hostile = "<script>alert(1)</script> killed 12 people</q></td>, \"said <img src=x onerror=alert(2)>\" \
                   'police' &amp; said.\n\n</script><style>*{display:none}</style> 14 people died --> {{ 7 }}.";
    let page = page(&compare(
        reports(&[hostile, hostile]),
        Some(hostile.to_owned()),
    ));
    for tag in ["<script>alert", "<img", "</script><style>*", "<style>*"] {
        assert!(!page.contains(tag), "{tag}");
    }
    assert_eq!(page.matches("<script").count(), 1);
    assert_eq!(page.matches("<style").count(), 1);
}

#[test]
fn overrides_of_direction_do_not_act() {
    let text = "Police said \u{202e}12\u{202c} people were \u{2066}killed\u{2069}.";
    let page = page(&compare(reports(&[text, text]), None));
    assert!(!page.contains(['\u{202e}', '\u{202c}', '\u{2066}', '\u{2069}']));
}

#[test]
fn nothing_in_the_page_is_loaded() {
    let page = page(&example());
    for word in [
        "http:", "https:", "src=", "url(", "@import", "<link", "fetch(", "style=", "onclick",
    ] {
        let allowed = usize::from(word == "http:"); // the name of SVG's elements
        assert!(page.matches(word).count() <= allowed, "{word}");
    }
}

#[test]
fn every_link_of_the_example_leads_somewhere() {
    let page = page(&example());
    let targets: Vec<&str> = page.split("href=\"#").skip(1).collect();
    assert!(targets.len() > 100);
    for target in targets {
        let id = target.split('"').next().unwrap();
        assert!(page.contains(&format!("id=\"{id}\"")), "{id}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    /// Whatever the articles hold, the page has the elements it would have without them, and their names once.
    #[test]
    fn any_text_gives_a_page(texts in prop::collection::vec("(\\PC|[<>&\"'\n]|12 killed|said ){0,60}", 1..4)) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let page = page(&compare(reports(&texts), None));
        prop_assert_eq!(page.matches("<script").count(), 1);
        prop_assert_eq!(page.matches("<article").count(), texts.len());
        let mut names: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        prop_assert_eq!(names.len(), all);
    }
}

fn example() -> Comparison {
    let input = input::read(
        &[Path::new("examples/drone-strikes").to_owned()],
        &Defaults::default(),
    );
    assert!(input.troubles.is_empty());
    compare(extract(input.articles), input.story)
}

fn reports(texts: &[&str]) -> Vec<Report> {
    let articles = texts.iter().enumerate().map(|(index, text)| Article {
        path: format!("report-{index}.txt"),
        outlet: Some((*text).to_owned()),
        document: Document::new(*text),
        ..Article::default()
    });
    extract(articles.collect())
}

fn page(comparison: &Comparison) -> String {
    named(COMPARE, "html").report(comparison, &Page::default())
}
