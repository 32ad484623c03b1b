//! Trains a weights file: `train SENTENCES.conllu WEIGHTS [--keep OLD] [--parts parser,labeller] [--share 0.3]`.

use std::error::Error;
use std::fs::{self, File};
use std::io::BufReader;

use syntax::conllu::read_sentences;
use syntax::train::{Part, Recipe, train};
use syntax::weights::Weights;

const USAGE: &str = "usage: train SENTENCES.conllu WEIGHTS [--keep OLD] [--parts tagger,parser,labeller,entities] \
[--share S] [--epochs N]";

fn main() -> Result<(), Box<dyn Error>> {
    let mut paths = Vec::new();
    let mut recipe = Recipe::default();
    let (mut keep, mut parts) = (None, Part::ALL.to_vec());
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().ok_or(USAGE);
        match argument.as_str() {
            "--keep" => keep = Some(fs::read(value()?)?),
            "--parts" => parts = value()?.split(',').map(part).collect::<Result<_, _>>()?,
            "--share" => set_share(&mut recipe, value()?.parse()?),
            "--epochs" => recipe.parser.epochs = value()?.parse()?,
            _ => paths.push(argument),
        }
    }
    let [sentences, weights] = &paths[..] else {
        return Err(USAGE.into());
    };
    let sentences = read_sentences(BufReader::new(File::open(sentences)?))?;
    let keep: Option<Vec<u32>> = keep.map(|bytes| words(&bytes));
    let former = keep.as_deref().map(Weights::from_words).transpose()?;
    let trained = train(&sentences, recipe, &parts, former);
    let bytes: Vec<u8> = trained.iter().flat_map(|word| word.to_le_bytes()).collect();
    fs::write(weights, bytes)?;
    Ok(())
}

fn part(name: &str) -> Result<Part, String> {
    match name {
        "tagger" => Ok(Part::Tagger),
        "parser" => Ok(Part::Parser),
        "labeller" => Ok(Part::Labeller),
        "entities" => Ok(Part::Entities),
        _ => Err(format!("there is no part {name:?}; {USAGE}")),
    }
}

fn set_share(recipe: &mut Recipe, share: f64) {
    let Recipe {
        tagger,
        upos,
        parser,
        labeller,
        entities,
    } = recipe;
    for schedule in [tagger, upos, parser, labeller, entities] {
        schedule.share = share;
    }
}

/// The bytes as little-endian words.
fn words(bytes: &[u8]) -> Vec<u32> {
    bytes
        .as_chunks()
        .0
        .iter()
        .map(|&word| u32::from_le_bytes(word))
        .collect()
}
