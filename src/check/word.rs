//! How alike two words are: their lemmas in, 0 to 1 out.
//!
//! "begin" and "start" are synonyms (WordNet), "premium" and "cost" are near (word vectors). Likeness only finds the
//! passage that a draft's sentence rests on; it never decides that two statements agree.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use claims::syntax::{Headword, Key, Kinship, Meaning, Xpos, lemma};
use rustc_hash::FxHashMap;

/// What a synonym counts.
const SYNONYM: f32 = 0.9;

/// What a wider or narrower word counts.
const KIN: f32 = 0.7;

/// Cosine of two word vectors from which words are near.
const NEAR: f32 = 0.5;

/// What a cosine counts for.
const VECTOR: f32 = 0.8;

/// What a word may be a form of, whichever its tag: a copy may have another.
pub(super) fn lemmas(word: &str) -> [String; 4] {
    let form = word.to_lowercase();
    [Xpos::Vbn, Xpos::Vbd, Xpos::Nns, Xpos::Vbg].map(|tag| lemma(&form, tag).to_lowercase())
}

/// The lemmas of a draft and its sources, numbered, with their vectors.
#[derive(Debug, Default)]
pub(super) struct Likeness {
    numbers: FxHashMap<Key, u32>,
    headwords: Vec<Option<Headword>>,
    vectors: Vec<Option<Vector>>,
    /// For each lemma its likeness to those numbered behind it, as bits, as far as somebody has asked. The draft's lemmas
    /// are numbered first and stand in nearly every pair, so few rows are filled. Two threads that ask at once both
    /// find the same.
    known: Vec<OnceLock<Box<[AtomicU32]>>>,
}

/// How many components of a vector are looked at before the others.
const HEAD: usize = 32;

/// More than the rounding of sums of so many products can come to.
const ROUNDING: f32 = 0.001;

/// Bits of a likeness that nobody has asked for: those of no number.
const UNKNOWN: u32 = u32::MAX;

impl Likeness {
    /// The number of a lemma.
    pub(super) fn number(&mut self, lemma: Key) -> u32 {
        let next = u32::try_from(self.headwords.len()).expect("a text has fewer words than bytes");
        *self.numbers.entry(lemma).or_insert_with(|| {
            self.headwords.push(Headword::find(lemma));
            self.vectors.push(Vector::of(lemma));
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
                .take(self.headwords.len())
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
        let headwords = self.headwords[a].zip(self.headwords[b]);
        match headwords.and_then(|(a, b)| a.related(b)) {
            Some(Kinship::Synonym) => SYNONYM,
            Some(Kinship::Hypernym | Kinship::Hyponym) => KIN,
            None => {
                let vectors = self.vectors[a].as_ref().zip(self.vectors[b].as_ref());
                let cosine = vectors.and_then(|(a, b)| a.cosine(b));
                cosine.map_or(0.0, |cosine| VECTOR * cosine)
            }
        }
    }
}

/// The vector of a word, of length 1.
#[derive(Debug)]
struct Vector {
    components: Vec<f32>,
    /// Length of what stands behind the first [`HEAD`] components.
    tail: f32,
}

impl Vector {
    fn of(lemma: Key) -> Option<Self> {
        let vector = Meaning::news().vector(lemma)?;
        let vector: Vec<f32> = vector.iter().map(|&one| f32::from(one)).collect();
        let length = dot(&vector, &vector).sqrt();
        (length > 0.0).then(|| {
            let components: Vec<f32> = vector.iter().map(|one| one / length).collect();
            let tail = &components[HEAD..];
            Self {
                tail: dot(tail, tail).sqrt(),
                components,
            }
        })
    }

    /// The cosine with another vector, where the two are near. The first components, the largest, mostly tell that
    /// they are not: the others can add no more than the product of their lengths.
    fn cosine(&self, other: &Self) -> Option<f32> {
        let (head, tail) = self.components.split_at(HEAD);
        let (other_head, other_tail) = other.components.split_at(HEAD);
        let sum = dot(head, other_head);
        if sum + self.tail * other.tail < NEAR - ROUNDING {
            return None;
        }
        let cosine = sum + dot(tail, other_tail);
        (cosine > NEAR).then_some(cosine)
    }
}

/// Sums that are kept side by side: one after the other they would have to wait for each other.
const LANES: usize = 8;

fn dot(a: &[f32], b: &[f32]) -> f32 {
    let (left, right) = (a.chunks_exact(LANES), b.chunks_exact(LANES));
    let rest = left.remainder().iter().zip(right.remainder());
    let mut sums = [0.0; LANES];
    for (a, b) in left.zip(right) {
        for ((sum, a), b) in sums.iter_mut().zip(a).zip(b) {
            *sum += a * b;
        }
    }
    sums.iter().sum::<f32>() + rest.map(|(a, b)| a * b).sum::<f32>()
}
