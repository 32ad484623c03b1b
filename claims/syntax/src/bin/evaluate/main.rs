//! Measures weights on annotated text: `evaluate SENTENCES.conllu [--weights FILE]`.
//!
//! Prints how right the analysis is (on gold tokens as written, in headline case and in capitals; on raw text, where
//! tokens and sentences are found first), entities by kind, and the speed of each stage on one core.

mod score;
mod speed;

use std::error::Error;
use std::fs::{self, File};
use std::io::BufReader;

use syntax::conllu::{Treebank, Word, read_sentences};
use syntax::train::{Dress, dressed};
use syntax::weights::Weights;
use syntax::{Analysis, Analyzer, segment};

use score::Scores;

/// Sentences that are joined to one paragraph of raw text.
const PARAGRAPH: usize = 5;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (mut path, mut file) = (None, None);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--weights" => {
                file = Some(fs::read(arguments.next().ok_or("--weights needs a file")?)?);
            }
            _ => path = Some(argument),
        }
    }
    let path = path.ok_or("usage: evaluate SENTENCES.conllu [--weights FILE]")?;
    let sentences = read_sentences(BufReader::new(File::open(path)?))?;
    let words: Option<Vec<u32>> = file.map(|bytes| aligned(&bytes));
    let weights = match &words {
        Some(words) => Weights::from_words(words)?,
        None => Analyzer::news_weights()?,
    };
    weights.verify()?;
    print_tables(&Analyzer::new(weights), &sentences);
    Ok(())
}

/// The bytes as little-endian words.
fn aligned(bytes: &[u8]) -> Vec<u32> {
    bytes
        .as_chunks()
        .0
        .iter()
        .map(|&word| u32::from_le_bytes(word))
        .collect()
}

fn print_tables(analyzer: &Analyzer<'_>, sentences: &[Vec<Word>]) {
    let dress = |dress| {
        sentences
            .iter()
            .map(|words| dressed(words, dress))
            .collect::<Vec<_>>()
    };
    let plain = treebank(sentences);
    let on_tokens = |gold: &Treebank| {
        let mut found = gold.analysis.clone();
        analyse(analyzer, &gold.text, &mut found);
        Scores::of(&gold.analysis, &found)
    };
    let as_written = on_tokens(&plain);
    println!("{}", Scores::HEADER);
    println!("{}", as_written.line("gold tokens"));
    println!(
        "{}",
        on_tokens(&treebank(&dress(Dress::Headline))).line("headline case")
    );
    println!(
        "{}",
        on_tokens(&treebank(&dress(Dress::Capitals))).line("capitals")
    );
    let mut found = segment(&plain.text);
    analyse(analyzer, &plain.text, &mut found);
    println!("{}", Scores::of(&plain.analysis, &found).line("raw text"));
    println!("\n{}", as_written.entity_table());
    speed::print(analyzer, &plain);
}

/// The sentences as a text of paragraphs.
fn treebank(sentences: &[Vec<Word>]) -> Treebank {
    let mut treebank = Treebank::default();
    for (number, words) in sentences.iter().enumerate() {
        if number % PARAGRAPH == 0 {
            treebank.push_paragraph(words);
        } else {
            treebank.push(words);
        }
    }
    treebank
}

fn analyse(analyzer: &Analyzer<'_>, text: &str, analysis: &mut Analysis) {
    analysis.arcs.clear();
    analyzer.tag(text, analysis);
    analyzer.parse(text, analysis, &|_, _| true);
    analyzer.entities(text, analysis);
}
