//! Bytes per second of the stage that reads times, tokens and tags given.

use claims::{Published, time};
use divan::Bencher;
use divan::counter::BytesCount;
use jiff::civil::date;

fn main() {
    divan::main();
}

/// Paragraphs with many times and with none; numbers change from article to article.
const PARAGRAPHS: [&str; 4] = [
    "ALDER, Ohio - Drones hit the port early on Tuesday, the Air Force said, {n} hours after the two leaders had talked at \
     about 10:30 p.m. ET on Monday. The talks, planned since March 2014, will go on next week.",
    "“We heard the blasts,” said Maria Ito, who lives near the harbor with two dogs. “The windows are gone and nobody came to \
     help us, and we do not know who will pay for it all.”",
    "The mayor put the damage at ${n} million, or about a tenth of the budget of the region, which lost its mills from 2008 to \
     2013 and has not found another trade.",
    "It was the worst attack in the town since the summer of 2012, when {n} people died on a Sunday morning. On June 28, 2012, \
     a court found that the guards had slept.",
];

/// An article of about 10 KB.
fn article(number: usize) -> String {
    let text = (0..48).map(|at| {
        let count = (number * 7 + at) % 90 + 2;
        PARAGRAPHS[at % PARAGRAPHS.len()].replace("{n}", &count.to_string())
    });
    text.collect::<Vec<_>>().join("\n\n")
}

#[divan::bench]
fn read(bencher: Bencher) {
    let published = Published {
        at: date(2025, 5, 21).at(0, 0, 0, 0),
        has_hour: false,
    };
    let analyzed: Vec<_> = (0..20)
        .map(|number| {
            let text = article(number);
            let mut analysis = syntax::segment(&text);
            syntax::Analyzer::news().tag(&text, &mut analysis);
            (text, analysis)
        })
        .collect();
    let bytes: usize = analyzed.iter().map(|(text, _)| text.len()).sum();
    bencher.counter(BytesCount::new(bytes)).bench(|| {
        analyzed
            .iter()
            .map(|(text, analysis)| time::read(text, analysis, Some(published)).len())
            .sum::<usize>()
    });
}
