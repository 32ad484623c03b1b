//! How fast each stage is, on one core.

use std::fs;
use std::time::Instant;

use syntax::conllu::Treebank;
use syntax::{Analysis, Analyzer, Sentence, segment};

/// Times that a stage is timed; the fastest counts.
const SAMPLES: usize = 5;

/// Seconds that one timing takes at least.
const LONG_ENOUGH: f64 = 0.4;

/// Prints bytes and words per second of each stage, and of all with every second sentence parsed.
pub(crate) fn print(analyzer: &Analyzer<'_>, treebank: &Treebank) {
    let text = treebank.text.as_str();
    let mut analysis = segment(text);
    println!("{:<34}{:>8}{:>14}", "stage", "MB/s", "1000 words/s");
    let mut timed = |name: &str, stage: &mut dyn FnMut(&mut Analysis)| {
        let seconds = fastest(|| stage(&mut analysis));
        let (bytes, words) = (text.len() as f64, analysis.tokens.len() as f64);
        println!(
            "{name:<34}{:>8.1}{:>14.0}",
            bytes / seconds / 1e6,
            words / seconds / 1e3
        );
    };
    let all = |_: &Analysis, _: &Sentence| true;
    timed("sentences and tokens", &mut |found| *found = segment(text));
    timed("tags", &mut |found| analyzer.tag(text, found));
    timed("heads of all sentences", &mut |found| {
        analyzer.parse_heads(text, found, &all)
    });
    timed("heads and relations", &mut |found| {
        analyzer.parse(text, found, &all)
    });
    timed("entities", &mut |found| analyzer.entities(text, found));
    let half = |_: &Analysis, sentence: &Sentence| sentence.tokens.start.is_multiple_of(2);
    timed("tags, half of the sentences parsed", &mut |found| {
        analyzer.tag(text, found);
        analyzer.parse(text, found, &half);
    });
    timed("everything, half parsed", &mut |found| {
        *found = segment(text);
        analyzer.tag(text, found);
        analyzer.parse(text, found, &half);
        analyzer.entities(text, found);
    });
}

/// Seconds that a stage takes at its fastest; so many runs are timed together that the system's clock, which may count in
/// hundredths of a second, tells them apart.
fn fastest(mut stage: impl FnMut()) -> f64 {
    let clock = Instant::now();
    let mut timed = |runs: u32| {
        let start = processor_seconds(clock);
        (0..runs).for_each(|_| stage());
        processor_seconds(clock) - start
    };
    let mut runs = 1;
    while timed(runs) < LONG_ENOUGH {
        runs *= 2;
    }
    let samples = (0..SAMPLES).map(|_| timed(runs) / f64::from(runs));
    samples.fold(f64::MAX, f64::min)
}

/// Processor time of this thread where the system tells it, so that other work does not show.
fn processor_seconds(clock: Instant) -> f64 {
    let spent = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = spent.and_then(|line| line.split(' ').next()?.parse::<f64>().ok());
    nanoseconds.map_or_else(|| clock.elapsed().as_secs_f64(), |spent| spent / 1e9)
}
