//! Bytes per second of the stages that read names and attributions, on an article that is analyzed.

use claims::{Document, attribution, name};
use divan::Bencher;
use divan::counter::BytesCount;

fn main() {
    divan::main();
}

const PARAGRAPHS: [&str; 3] = [
    "Two schools in Alder will close in June, the mayor, Ann Lee, told the council on Monday, adding that nobody had asked for it.",
    "“We counted every child,” said Tom Ito, a council spokesman. “The numbers do not lie. We would rather build than close.”",
    "Parents say the council ignored a report that found both roofs safe. Ms. Lee called the report “a draft” and declined to share it.",
];

fn article() -> Document {
    Document::new(PARAGRAPHS.join("\n\n").repeat(40))
}

#[divan::bench]
fn names(bencher: Bencher) {
    let document = article();
    let analysis = claims::extract(&document).analysis;
    bencher
        .counter(BytesCount::new(document.text.len()))
        .bench(|| name::read(&document.text, &analysis).0.len());
}

#[divan::bench]
fn attributions(bencher: Bencher) {
    let document = article();
    let extraction = claims::extract(&document);
    let (analysis, mentions) = (&extraction.analysis, &extraction.mentions);
    bencher
        .counter(BytesCount::new(document.text.len()))
        .bench(|| attribution::read(&document.text, analysis, mentions).len());
}
