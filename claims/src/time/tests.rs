//! Times read from whole sentences: the examples of the vocabularies, what they resolve to, what always holds.

use jiff::civil::{Date, date};

use super::*;
use crate::lexicon::check_examples;

/// The times of a text in a report of `published`.
fn times(text: &str, published: Option<Date>) -> Vec<Timex> {
    let mut analysis = syntax::segment(text);
    syntax::Analyzer::news().tag(text, &mut analysis);
    let published = published.map(|date| Published {
        at: date.at(0, 0, 0, 0),
        has_hour: false,
    });
    read(text, &analysis, published)
}

/// Whether exactly the times that stand in brackets are read.
fn reads(marked: &str) -> bool {
    let text = marked.replace(['[', ']'], "");
    let mut read = text.clone();
    for time in times(&text, Some(date(2025, 5, 21))).iter().rev() {
        read.insert(time.span.end as usize, ']');
        read.insert(time.span.start as usize, '[');
    }
    if read != marked && marked.contains('[') {
        eprintln!("{read}");
    }
    if marked.contains('[') {
        read == marked
    } else {
        read != marked
    }
}

#[test]
fn the_vocabularies_keep_their_promises() {
    for name in ["calendar", "clock", "relative", "direction", "bound"] {
        check_examples(name, |_, sentence| reads(sentence));
    }
}

#[test]
fn the_words_of_tense_tell_past_from_future() {
    check_examples("tense", |entry, sentence| {
        let text = sentence.replace(['[', ']'], "");
        let read = times(&text, Some(date(2025, 5, 21)));
        let ahead = read[0].value.unwrap().start > date(2025, 5, 22).at(0, 0, 0, 0);
        let past = matches!(
            entry["means"].as_str(),
            Some("past" | "speech" | "perfect" | "neutral")
        );
        ahead != past
    });
}
