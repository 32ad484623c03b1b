//! Phrases compared per second, and what looking up a relation costs.

use divan::Bencher;
use divan::counter::ItemsCount;
use syntax::{Key, Meaning};

fn main() {
    divan::main();
}

const PHRASES: [&str; 6] = [
    "Russia launched 108 drones at the port",
    "Moscow fired unmanned aircraft overnight",
    "air defenses destroyed 93 of them",
    "employers added 155,000 jobs in march",
    "the death toll rose to 14",
    "rescuers pulled nine people from the rubble",
];

fn phrases() -> Vec<Vec<Key>> {
    PHRASES
        .iter()
        .map(|phrase| phrase.split(' ').map(Key::of).collect())
        .collect()
}

#[divan::bench]
fn similarity(bencher: Bencher) {
    let (meaning, phrases) = (Meaning::news(), phrases());
    bencher
        .counter(ItemsCount::new(phrases.len() * phrases.len()))
        .bench(|| {
            let pairs = phrases
                .iter()
                .flat_map(|a| phrases.iter().map(move |b| (a, b)));
            pairs.map(|(a, b)| meaning.similarity(a, b)).sum::<f32>()
        });
}

#[divan::bench]
fn related(bencher: Bencher) {
    let words: Vec<Key> = phrases().concat();
    bencher
        .counter(ItemsCount::new(words.len() * words.len()))
        .bench(|| {
            let pairs = words
                .iter()
                .flat_map(|&a| words.iter().map(move |&b| (a, b)));
            pairs
                .filter(|&(a, b)| syntax::related(a, b).is_some())
                .count()
        });
}
