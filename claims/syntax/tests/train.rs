//! Training on a small sample: the weights fit it, and are the same each time.

use syntax::Analyzer;
use syntax::conllu::{Treebank, Word, read_sentences};
use syntax::train::{Part, Recipe, Schedule, train};
use syntax::weights::{Section, Weights};

const SAMPLE: &str = include_str!("data/sample.conllu");

fn sample() -> Vec<Vec<Word>> {
    read_sentences(SAMPLE.as_bytes()).unwrap()
}

/// A recipe for a few sentences.
fn short(epochs: usize) -> Recipe {
    let schedule = Schedule { epochs, share: 1.0 };
    Recipe {
        tagger: schedule,
        upos: schedule,
        parser: schedule,
        labeller: schedule,
        entities: schedule,
    }
}

#[test]
fn the_sample_holds_enough_sentences() {
    assert!(sample().len() >= 60);
}

#[test]
fn a_trained_model_fits_its_sample() {
    let words = train(&sample(), short(6), &Part::ALL, None);
    let analyzer = Analyzer::new(Weights::from_words(&words).unwrap());
    let gold = Treebank::read(SAMPLE.as_bytes()).unwrap();
    let mut found = gold.analysis.clone();
    found.arcs.clear();
    analyzer.tag(&gold.text, &mut found);
    analyzer.parse(&gold.text, &mut found, &|_, _| true);
    analyzer.entities(&gold.text, &mut found);
    let all = gold.analysis.tokens.len();
    let tokens = || gold.analysis.tokens.iter().zip(&found.tokens);
    let arcs = || gold.analysis.arcs.iter().zip(&found.arcs);
    let tags = tokens()
        .filter(|(gold, found)| gold.xpos == found.xpos)
        .count();
    let heads = arcs()
        .filter(|(gold, found)| gold.head == found.head)
        .count();
    let entities = tokens()
        .filter(|(gold, found)| gold.entity == found.entity)
        .count();
    assert!(tags * 100 > all * 95, "{tags} of {all} tags");
    assert!(heads * 100 > all * 70, "{heads} of {all} heads");
    assert!(entities * 100 > all * 95, "{entities} of {all} entity tags");
}

#[test]
fn training_is_repeatable_and_keeps_the_other_parts() {
    let sentences = &sample()[..10];
    let first = train(sentences, short(1), &Part::ALL, None);
    assert_eq!(first, train(sentences, short(1), &Part::ALL, None));
    let first = Weights::from_words(&first).unwrap();
    let second = train(sentences, short(2), &[Part::Labeller], Some(first));
    let second = Weights::from_words(&second).unwrap();
    assert_eq!(
        first.section(Section::ParserNet),
        second.section(Section::ParserNet)
    );
    assert_ne!(
        first.section(Section::LabelNet),
        second.section(Section::LabelNet)
    );
}
