//! Throughput of the whole way: extraction in bytes per second on one core, comparison of the example.
//!
//! `cargo bench`; `cargo test --benches` runs each once, unoptimised.

use std::path::Path;

use claimdiff::check::check;
use claimdiff::compare::{Report, compare};
use claimdiff::extract::extract;
use claimdiff::input::{self, Article, Defaults};
use claimdiff::report::{COMPARE, EXTRACT, Page, named};
use claims::Document;
use divan::counter::BytesCount;
use divan::{Bencher, black_box};

#[path = "../../claims/syntax/benches/variety/mod.rs"]
mod variety;

/// How often the example's text is repeated to make a long article.
const REPEATS: usize = 40;

/// Articles of other words each, of some 4 KB.
const ARTICLES: usize = 120;

fn main() {
    divan::main();
}

fn example() -> Vec<Article> {
    let story = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/drone-strikes");
    input::read(&[story], &Defaults::default()).articles
}

fn reports() -> Vec<Report> {
    extract(example())
}

/// One article, some 50 KB long.
fn long_article() -> Document {
    let articles = example();
    let texts = articles
        .iter()
        .map(|article| article.document.body.slice(&article.document.text));
    Document {
        published: articles[0].document.published,
        ..Document::new(texts.collect::<Vec<_>>().join("\n\n").repeat(REPEATS))
    }
}

fn varied_articles() -> Vec<Article> {
    let texts = variety::articles(ARTICLES).into_iter();
    let article = |text| Article {
        document: Document::new(text),
        ..Article::default()
    };
    texts.map(article).collect()
}

#[divan::bench(sample_count = 20)]
fn extraction(bencher: Bencher) {
    let articles = varied_articles();
    let bytes: usize = articles.iter().map(|one| one.document.text.len()).sum();
    bencher.counter(BytesCount::new(bytes)).bench_local(|| {
        for article in &articles {
            black_box(claims::extract(&article.document));
        }
    });
}

/// What `claimdiff extract --format jsonl` does with many short articles, on one thread.
#[divan::bench(sample_count = 20)]
fn extraction_to_json_lines(bencher: Bencher) {
    let articles = varied_articles();
    let bytes: usize = articles.iter().map(|one| one.document.text.len()).sum();
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build();
    let pool = pool.expect("a thread can be started");
    bencher
        .counter(BytesCount::new(bytes))
        .with_inputs(|| articles.clone())
        .bench_local_values(|articles| {
            let reports = pool.install(|| extract(articles));
            named(EXTRACT, "jsonl").report(black_box(&reports[..]), &Page::default())
        });
}

#[divan::bench]
fn comparison(bencher: Bencher) {
    bencher
        .with_inputs(reports)
        .bench_local_values(|reports| compare(reports, None));
}

/// Many reports of one event: what the index of candidates is for.
#[divan::bench(args = [3, 12, 48])]
fn comparison_of_many(bencher: Bencher, count: usize) {
    let reports: Vec<Report> = reports().into_iter().cycle().take(count).collect();
    bencher
        .with_inputs(|| reports.clone())
        .bench_local_values(|reports| compare(reports, None));
}

/// A draft of some 1,000 words against ten reports, extraction included: what `claimdiff check` does.
#[divan::bench]
fn check_of_a_draft(bencher: Bencher) {
    let articles = || {
        let texts = example().into_iter().cycle().take(10);
        let mut draft = long_article();
        let end = draft
            .text
            .char_indices()
            .nth(6_000)
            .map_or(draft.text.len(), |(at, _)| at);
        draft.text.truncate(end);
        draft.body = Document::new(draft.text.clone()).body;
        let draft = Article {
            document: draft,
            ..Article::default()
        };
        (draft, texts.collect::<Vec<_>>())
    };
    bencher
        .with_inputs(articles)
        .bench_local_values(|(draft, sources)| check(extract(vec![draft]), extract(sources), None));
}

#[divan::bench]
fn table(bencher: Bencher) {
    let comparison = compare(reports(), None);
    bencher
        .bench_local(|| named(COMPARE, "table").report(black_box(&comparison), &Page::default()));
}
