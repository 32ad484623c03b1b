//! What the integration tests share: where snapshots go, and a comparison with one of everything.

#![allow(dead_code, reason = "each test binary uses a part of it")]

pub mod pair;
pub mod program;
pub mod sample;

use std::path::Path;

use claimdiff::check::check;
use claimdiff::compare::Rule;
use claimdiff::extract::extract;
use claimdiff::input::{self, Article, Defaults, parse_date};
use claims::Document;

/// Compares `content` with `snapshots/<folder>/<name>.snap`.
pub fn assert_snapshot(folder: &str, name: &str, content: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("snapshots")
            .join(folder),
    );
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.remove_snapshot_suffix();
    settings.bind(|| insta::assert_snapshot!(name, content));
}

/// A page without its style and its script, which stand in files of their own; the hashes in its policy still
/// pin every byte of them.
pub fn without_assets(page: &str) -> String {
    let mut text = page.to_owned();
    for tag in ["style", "script"] {
        let (open, close) = (format!("<{tag}>"), format!("</{tag}>"));
        if let Some((before, rest)) = text.split_once(&open) {
            let (_, after) = rest.split_once(&close).expect("the tag is closed");
            text = format!("{before}{open}…{close}{after}");
        }
    }
    text
}

/// The story files of the tests and the examples, relative to the package, which is where tests run: a
/// snapshot holds no path of one machine.
pub fn stories() -> Vec<std::path::PathBuf> {
    let mut stories = Vec::new();
    for folder in ["tests/stories", "examples"] {
        for entry in std::fs::read_dir(folder).unwrap() {
            stories.push(entry.unwrap().path().join("story.yaml"));
        }
    }
    stories.sort();
    assert!(stories.iter().all(|story| story.is_file()));
    stories
}

/// The articles of a story.
pub fn articles(story: &Path) -> Vec<Article> {
    let input = input::read(&[story.to_owned()], &Defaults::default());
    assert!(input.troubles.is_empty(), "{:?}", input.troubles);
    input.articles
}

/// An article of this text, of one day.
pub fn article(path: &str, text: impl Into<String>) -> Article {
    let mut document = Document::new(text);
    document.published = parse_date("2025-05-20").ok();
    Article {
        path: path.to_owned(),
        document,
        ..Article::default()
    }
}

/// The name of a story's folder.
pub fn slug(story: &Path) -> String {
    let folder = story.parent().unwrap().file_name().unwrap();
    folder.to_str().unwrap().to_owned()
}

/// What `check` tells of statements in a draft that its source contradicts.
pub fn contradictions(draft: &str, source: &str) -> Vec<String> {
    let read = |name: &str, text: &str| extract(vec![article(name, text)]);
    let comparison = check(read("draft.txt", draft), read("source.txt", source), None);
    let findings = comparison.findings.into_iter();
    findings
        .filter(|finding| finding.rule == Rule::StatementConflict)
        .map(|finding| finding.message)
        .collect()
}
