//! How alike two words are: their lemmas in, 0 to 1 out.
//!
//! "begin" and "start" are synonyms (WordNet), "premium" and "cost" are near (word vectors). Likeness only finds the
//! passage that a draft's sentence rests on; it never decides that two statements agree.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use claims::syntax::{Key, Kinship, Meaning, related};
use rustc_hash::FxHashMap;

/// What a synonym counts.
const SYNONYM: f32 = 0.9;

/// What a wider or narrower word counts.
const KIN: f32 = 0.7;

/// Cosine of two word vectors from which words are near.
const NEAR: f32 = 0.5;

/// What a cosine counts for.
const VECTOR: f32 = 0.8;

/// The lemmas of a draft and its sources, numbered, with their vectors.
#[derive(Debug, Default)]
pub(super) struct Likeness {
    numbers: FxHashMap<Key, u32>,
    lemmas: Vec<Key>,
    vectors: Vec<Option<Vector>>,
    /// For each lemma its likeness to those numbered behind it, as bits, as far as somebody has asked. The draft's lemmas
    /// are numbered first and stand in nearly every pair, so few rows are filled. Two threads that ask at once both
    /// find the same.
    known: Vec<OnceLock<Box<[AtomicU32]>>>,
}

type Vector = Vec<f32>;

/// Bits of a likeness that nobody has asked for: those of no number.
const UNKNOWN: u32 = u32::MAX;

impl Likeness {
    /// The number of a lemma.
    pub(super) fn number(&mut self, lemma: Key) -> u32 {
        let next = u32::try_from(self.lemmas.len()).expect("a text has fewer words than bytes");
        *self.numbers.entry(lemma).or_insert_with(|| {
            self.lemmas.push(lemma);
            self.vectors.push(vector(lemma));
            self.known.push(OnceLock::new());
            next
        })
    }

    /// How alike two lemmas are.
    pub(super) fn of(&self, a: u32, b: u32) -> f32 {
        if a == b {
            return 1.0;
        }
        let (first, second) = (a.min(b) as usize, a.max(b) as usize);
        let row = self.known[first].get_or_init(|| {
            let unknown = || AtomicU32::new(UNKNOWN);
            std::iter::repeat_with(unknown)
                .take(self.lemmas.len())
                .collect()
        });
        let known = row[second].load(Ordering::Relaxed);
        if known != UNKNOWN {
            return f32::from_bits(known);
        }
        let likeness = self.judge(first, second);
        row[second].store(likeness.to_bits(), Ordering::Relaxed);
        likeness
    }

    fn judge(&self, a: usize, b: usize) -> f32 {
        match related(self.lemmas[a], self.lemmas[b]) {
            Some(Kinship::Synonym) => SYNONYM,
            Some(Kinship::Hypernym | Kinship::Hyponym) => KIN,
            None => {
                let vectors = self.vectors[a].as_ref().zip(self.vectors[b].as_ref());
                let cosine = vectors.map_or(0.0, |(a, b)| dot(a, b));
                if cosine > NEAR { VECTOR * cosine } else { 0.0 }
            }
        }
    }
}

fn vector(lemma: Key) -> Option<Vector> {
    let vector = Meaning::news().vector(lemma)?;
    let vector: Vector = vector
        .iter()
        .map(|&component| f32::from(component))
        .collect();
    let length = dot(&vector, &vector).sqrt();
    (length > 0.0).then(|| vector.iter().map(|component| component / length).collect())
}

fn dot(a: &[f32], b: &[f32]) -> f32 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}
