//! Bytes per second of each stage, on one core: `cargo bench -p claimdiff-syntax`.

use divan::Bencher;
use divan::counter::BytesCount;
use syntax::{Analysis, Analyzer, Sentence, segment};

mod variety;

/// Articles of the text, for some hundred kilobytes.
const ARTICLES: usize = 60;

fn main() {
    divan::main();
}

fn bench(bencher: Bencher<'_, '_>, mut stage: impl FnMut(&Analyzer<'_>, &str, &mut Analysis)) {
    let text = variety::articles(ARTICLES).join("\n\n");
    let analyzer = Analyzer::news();
    let mut tagged = segment(&text);
    analyzer.tag(&text, &mut tagged);
    bencher
        .counter(BytesCount::of_str(&text))
        .with_inputs(|| tagged.clone())
        .bench_local_refs(|analysis| stage(analyzer, &text, analysis));
}

/// The sentences that claimdiff would ask for: about half.
fn has_number(analysis: &Analysis, sentence: &Sentence) -> bool {
    let mut tokens = analysis.tokens[sentence.tokens.clone()].iter();
    tokens.any(|token| matches!(token.xpos, syntax::Xpos::Cd | syntax::Xpos::OpenQuote))
}

#[divan::bench]
fn tag(bencher: Bencher<'_, '_>) {
    bench(bencher, |analyzer, text, analysis| {
        analyzer.tag(text, analysis)
    });
}

#[divan::bench]
fn heads_of_all_sentences(bencher: Bencher<'_, '_>) {
    bench(bencher, |analyzer, text, analysis| {
        analyzer.parse_heads(text, analysis, &|_, _| true)
    });
}

#[divan::bench]
fn heads_and_relations_of_all_sentences(bencher: Bencher<'_, '_>) {
    bench(bencher, |analyzer, text, analysis| {
        analyzer.parse(text, analysis, &|_, _| true)
    });
}

#[divan::bench]
fn tag_and_parse_sentences_with_numbers_or_quotations(bencher: Bencher<'_, '_>) {
    bench(bencher, |analyzer, text, analysis| {
        analyzer.tag(text, analysis);
        analyzer.parse(text, analysis, &has_number);
    });
}

#[divan::bench]
fn entities(bencher: Bencher<'_, '_>) {
    bench(bencher, |analyzer, text, analysis| {
        analyzer.entities(text, analysis)
    });
}
