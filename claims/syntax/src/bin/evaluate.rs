//! Measures the weights on annotated text: `evaluate SENTENCES.conllu [--weights FILE]`.
//!
//! Prints accuracy on gold tokens (tags, heads and relations without punctuation, entities by kind) and the speed of
//! each stage on one core.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs::{self, File};
use std::io::BufReader;
use std::time::Instant;

use syntax::conllu::Treebank;
use syntax::weights::Weights;
use syntax::{Analysis, Analyzer, EntityKind, Upos};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let mut path = None;
    let mut file = None;
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--weights" => {
                file = Some(fs::read(arguments.next().ok_or("--weights needs a file")?)?)
            }
            _ => path = Some(argument),
        }
    }
    let path = path.ok_or("usage: evaluate SENTENCES.conllu [--weights FILE]")?;
    let gold = Treebank::read(BufReader::new(File::open(path)?))?;
    let words: Option<Vec<u32>> = file.map(|bytes| aligned(&bytes));
    let weights = match &words {
        Some(words) => Weights::from_words(words)?,
        None => Analyzer::news_weights()?,
    };
    weights.verify()?;
    let analyzer = Analyzer::new(weights);
    let found = analyse(&analyzer, &gold);
    print_accuracy(&gold.analysis, &found);
    print_entities(&gold.analysis, &found);
    Ok(())
}

/// Counts the processor time of this thread where the system tells it, so that other work does not show.
struct Clock {
    start: Instant,
}

impl Clock {
    fn seconds(&self) -> f64 {
        let spent = fs::read_to_string("/proc/thread-self/schedstat").ok();
        let nanoseconds = spent.and_then(|line| line.split(' ').next()?.parse::<f64>().ok());
        nanoseconds.map_or_else(|| self.start.elapsed().as_secs_f64(), |spent| spent / 1e9)
    }
}

fn aligned(bytes: &[u8]) -> Vec<u32> {
    bytes
        .as_chunks()
        .0
        .iter()
        .map(|&word| u32::from_le_bytes(word))
        .collect()
}

/// Runs every stage on the gold tokens and prints how fast each was.
fn analyse(analyzer: &Analyzer<'_>, gold: &Treebank) -> Analysis {
    let mut found = gold.analysis.clone();
    found
        .tokens
        .iter_mut()
        .for_each(|token| token.entity = None);
    found.arcs.clear();
    let text = &gold.text;
    let clock = Clock {
        start: Instant::now(),
    };
    println!("{:<28}{:>8}{:>14}", "stage", "MB/s", "1000 words/s");
    let mut timed = |name: &str, stage: &mut dyn FnMut(&mut Analysis)| {
        let mut best = f64::MAX;
        for _ in 0..3 {
            let start = clock.seconds();
            stage(&mut found);
            best = best.min(clock.seconds() - start);
        }
        let (bytes, words) = (text.len() as f64, found.tokens.len() as f64);
        println!(
            "{name:<28}{:>8.2}{:>14.0}",
            bytes / best / 1e6,
            words / best / 1e3
        );
    };
    timed("tag", &mut |found| analyzer.tag(text, found));
    timed("heads of every sentence", &mut |found| {
        analyzer.parse_heads(text, found, &|_, _| true)
    });
    timed("heads and relations", &mut |found| {
        analyzer.parse(text, found, &|_, _| true)
    });
    timed("entities", &mut |found| analyzer.entities(text, found));
    found
}

fn percent(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}

fn print_accuracy(gold: &Analysis, found: &Analysis) {
    let tokens: Vec<_> = gold.tokens.iter().zip(&found.tokens).collect();
    let xpos = tokens
        .iter()
        .filter(|(gold, found)| gold.xpos == found.xpos)
        .count();
    let upos = tokens
        .iter()
        .filter(|(gold, found)| gold.upos == found.upos)
        .count();
    let arcs = gold.arcs.iter().zip(&found.arcs).zip(&gold.tokens);
    let words: Vec<_> = arcs
        .filter(|(_, token)| token.upos != Upos::Punct)
        .map(|(arcs, _)| arcs)
        .collect();
    let heads = words
        .iter()
        .filter(|(gold, found)| gold.head == found.head)
        .count();
    let labelled = words.iter().filter(|(gold, found)| gold == found).count();
    println!(
        "\nXPOS {:.2}  UPOS {:.2}",
        percent(xpos, tokens.len()),
        percent(upos, tokens.len())
    );
    println!(
        "UAS {:.2}  LAS {:.2}",
        percent(heads, words.len()),
        percent(labelled, words.len())
    );
}

/// An entity: kind, first token, one past the last.
type Entity = (EntityKind, usize, usize);

fn entities(analysis: &Analysis) -> Vec<Entity> {
    let mut entities: Vec<Entity> = Vec::new();
    for (at, token) in analysis.tokens.iter().enumerate() {
        match (token.entity, entities.last_mut()) {
            (Some(tag), Some(last)) if !tag.begins && last.2 == at && last.0 == tag.kind => {
                last.2 += 1
            }
            (Some(tag), _) => entities.push((tag.kind, at, at + 1)),
            (None, _) => {}
        }
    }
    entities
}

fn print_entities(gold: &Analysis, found: &Analysis) {
    let (gold, found) = (entities(gold), entities(found));
    let mut counts: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    let mut count = |entity: &Entity, column: usize| {
        counts.entry(entity.0.name()).or_default()[column] += 1;
        counts.entry("all").or_default()[column] += 1;
    };
    for entity in &gold {
        count(entity, 0);
    }
    for entity in &found {
        count(entity, 1);
        if gold
            .binary_search_by_key(&entity.1, |gold| gold.1)
            .is_ok_and(|at| gold[at] == *entity)
        {
            count(entity, 2);
        }
    }
    println!(
        "\n{:<14}{:>8}{:>8}{:>8}{:>8}",
        "entities", "gold", "P", "R", "F1"
    );
    for (kind, [gold, found, both]) in counts {
        let (precision, recall) = (percent(both, found), percent(both, gold));
        let f1 = percent(2 * both, gold + found);
        println!("{kind:<14}{gold:>8}{precision:>8.1}{recall:>8.1}{f1:>8.1}");
    }
}
