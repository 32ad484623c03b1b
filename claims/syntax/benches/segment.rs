//! Bytes per second of segmentation, article by article.

use divan::Bencher;
use divan::counter::BytesCount;

fn main() {
    divan::main();
}

/// One paragraph of each kind; numbers and names are changed from article to article.
const PARAGRAPHS: [&str; 8] = [
    "Drones hit Alder port, killing {n}",
    "By Ann Lee and Tom Abara",
    "ALDER, Ohio (Harbor News) — Russia launched {n} drones at the port overnight, Ukraine's Air Force said on Tuesday, adding that \
     air defenses had destroyed {m} of them. Nobody was hurt, it said.",
    "“We heard at least {m} blasts,” said Maria Ito, 34, who lives near the harbor. “It didn’t stop until 4 a.m. The windows are gone.”",
    "Gov. T. J. Reyes put the damage at ${m}.5 million, or about {n} percent of the region's budget. The U.S. has pledged £3bn; the \
     E.U. hasn't said what it will pay.",
    "The 1,000-strong brigade, which lost {n} men in the mid-1990s, is led by Lt. Col. Dana Whit, a 51-year-old engineer. She did not \
     reply to e-mails sent to press@example.com.",
    "What we know",
    "• {n} dead\n• {m} hurt, 12 of them children\n• two ships lost (a third is missing)",
];

/// An article of about 6 KB.
fn article(number: usize) -> String {
    let text = (0..48).map(|at| {
        let (n, m) = (number * 7 + at, number * 31 + at * at);
        PARAGRAPHS[at % PARAGRAPHS.len()]
            .replace("{n}", &n.to_string())
            .replace("{m}", &m.to_string())
    });
    text.collect::<Vec<_>>().join("\n\n")
}

#[divan::bench]
fn segment(bencher: Bencher) {
    let articles: Vec<String> = (0..50).map(article).collect();
    let bytes: usize = articles.iter().map(String::len).sum();
    bencher.counter(BytesCount::new(bytes)).bench(|| {
        articles
            .iter()
            .map(|text| syntax::segment(text).tokens.len())
            .sum::<usize>()
    });
}

#[divan::bench]
fn lemma_key(bencher: Bencher) {
    let text = article(1);
    let analysis = syntax::segment(&text);
    bencher.counter(BytesCount::new(text.len())).bench(|| {
        let keys = analysis
            .tokens
            .iter()
            .map(|token| syntax::lemma_key(token.span.slice(&text), token.key, syntax::Xpos::Nns));
        keys.fold(0, |sum: u64, key| sum.wrapping_add(key.0))
    });
}
