//! Training a small network: cross-entropy, online AdaGrad with one learning rate per row (Duchi et al. 2011).
//!
//! Takes the rows that a decision switches on and the classes that are right, gives a trained [`crate::weights::Net`].
//! Sums are made in a fixed order, so the same data gives the same weights on every machine.

use crate::weights::{Candidates, ROW_LIMIT, pack_net};

use super::random::Random;

/// Lanes in which sums are made.
const LANES: usize = 16;

/// A network in training.
pub(crate) struct NetTrainer<const H: usize> {
    rows: Vec<[f32; H]>,
    row_sums: Vec<f32>,
    bias: [f32; H],
    bias_sum: f32,
    classes: Vec<[f32; H]>,
    class_sums: Vec<f32>,
    rate: f32,
}

/// Learning rate at the start, and the share of it that is gone at the end.
const RATE: f32 = 0.05;
const DECAY: f32 = 0.95;

/// Probability of being wrong below which nothing is learned.
const SURE: f32 = 0.003;

impl<const H: usize> NetTrainer<H> {
    /// A network of small random weights.
    pub(crate) fn new(rows: usize, classes: usize, seed: u64) -> Self {
        let mut random = Random::new(seed);
        let mut small = |limit: f32| {
            let unit = (random.bits() >> 40) as f32 / (1 << 24) as f32;
            (2.0 * unit - 1.0) * limit
        };
        Self {
            rows: (0..rows)
                .map(|_| std::array::from_fn(|_| small(0.05)))
                .collect(),
            row_sums: vec![0.01; rows],
            bias: [0.05; H],
            bias_sum: 0.01,
            classes: (0..classes)
                .map(|_| std::array::from_fn(|_| small(0.2)))
                .collect(),
            class_sums: vec![0.01; classes],
            rate: RATE,
        }
    }

    /// Sets the learning rate for the share of the training that is done.
    pub(crate) fn set_progress(&mut self, progress: f32) {
        self.rate = RATE * (1.0 - DECAY * progress);
    }

    /// The best of `candidates` before learning that one of `right` should have won; nothing is learned when no
    /// candidate is right.
    pub(crate) fn choose_and_learn(
        &mut self,
        rows: &[u32],
        candidates: Candidates,
        right: Candidates,
    ) -> usize {
        let hidden = self.hidden(rows);
        let scores = self.scores(&hidden, candidates);
        if candidates & right != 0 {
            self.learn(rows, &hidden, &scores, candidates & right);
        }
        best_of(&scores)
    }

    /// The hidden layer of a decision.
    pub(crate) fn hidden(&self, rows: &[u32]) -> [f32; H] {
        let mut hidden = self.bias;
        for &row in rows {
            for (unit, weight) in hidden.iter_mut().zip(&self.rows[row as usize]) {
                *unit += weight;
            }
        }
        hidden.map(|unit| unit.max(0.0))
    }

    /// The score of each class.
    pub(crate) fn scores(&self, hidden: &[f32; H], candidates: Candidates) -> [f32; 64] {
        let mut scores = [f32::NEG_INFINITY; 64];
        for (class, weights) in self.classes.iter().enumerate() {
            if candidates & 1 << class != 0 {
                scores[class] = dot(hidden, weights);
            }
        }
        scores
    }

    /// Learns that one of the classes in `right`, which is within `candidates`, should win.
    pub(crate) fn learn(
        &mut self,
        rows: &[u32],
        hidden: &[f32; H],
        scores: &[f32; 64],
        right: Candidates,
    ) {
        let wanted = softmax(scores, right);
        let given = softmax(scores, u64::MAX);
        let mut below = [0.0; H];
        let wrong: f32 = (0..64)
            .filter(|&class| right & 1 << class == 0)
            .map(|class| given[class])
            .sum();
        if wrong < SURE {
            return;
        }
        for class in 0..self.classes.len() {
            let slope = given[class] - wanted[class];
            if slope.abs() < 1e-5 {
                continue;
            }
            let weights = &mut self.classes[class];
            for (below, weight) in below.iter_mut().zip(&*weights) {
                *below += slope * weight;
            }
            let size: f32 = slope * slope * dot(hidden, hidden) / H as f32;
            self.class_sums[class] += size;
            let rate = self.rate * slope / self.class_sums[class].sqrt();
            for (weight, unit) in weights.iter_mut().zip(hidden) {
                *weight -= rate * unit;
            }
        }
        for (slope, unit) in below.iter_mut().zip(hidden) {
            *slope = if *unit > 0.0 { *slope } else { 0.0 };
        }
        self.descend(rows, &below);
    }

    fn descend(&mut self, rows: &[u32], slopes: &[f32; H]) {
        let size = dot(slopes, slopes) / H as f32;
        self.bias_sum += size;
        let rate = self.rate / self.bias_sum.sqrt();
        for (weight, slope) in self.bias.iter_mut().zip(slopes) {
            *weight -= rate * slope;
        }
        for &row in rows {
            let sum = &mut self.row_sums[row as usize];
            *sum += size;
            let rate = self.rate / sum.sqrt();
            for (weight, slope) in self.rows[row as usize].iter_mut().zip(slopes) {
                *weight = (*weight - rate * slope).clamp(-ROW_LIMIT, ROW_LIMIT);
            }
        }
    }

    /// The network as a section of weights.
    pub(crate) fn pack(&self) -> Vec<u32> {
        self.pack_against(|_| None)
    }

    /// The network as a section of weights, with rows that hold what they change against those that `base` names.
    pub(crate) fn pack_against(&self, base: impl Fn(u32) -> Option<u32>) -> Vec<u32> {
        pack_net(&self.rows, &self.bias, &self.classes, base)
    }
}

/// The class with the highest score; the lowest on a tie.
pub(crate) fn best_of(scores: &[f32; 64]) -> usize {
    (1..64).fold(0, |best, class| {
        if scores[class] > scores[best] {
            class
        } else {
            best
        }
    })
}

fn dot<const H: usize>(a: &[f32; H], b: &[f32; H]) -> f32 {
    let mut sums = [0.0; LANES];
    for (a, b) in a
        .as_chunks::<LANES>()
        .0
        .iter()
        .zip(b.as_chunks::<LANES>().0)
    {
        for lane in 0..LANES {
            sums[lane] += a[lane] * b[lane];
        }
    }
    sums.iter().sum()
}

/// Probabilities of the classes in `among`.
fn softmax(scores: &[f32; 64], among: Candidates) -> [f32; 64] {
    let within = |class: usize| among & 1 << class != 0 && scores[class] > f32::NEG_INFINITY;
    let most = (0..64)
        .filter(|&class| within(class))
        .map(|class| scores[class])
        .fold(f32::MIN, f32::max);
    let mut shares: [f32; 64] = std::array::from_fn(|class| {
        if within(class) {
            exponential(scores[class] - most)
        } else {
            0.0
        }
    });
    let all: f32 = shares.iter().sum();
    shares
        .iter_mut()
        .for_each(|share| *share /= all.max(f32::MIN_POSITIVE));
    shares
}

/// e to the power of `x`, which is at most 0, within 1e-6 of its value.
///
/// The standard library's may differ in the last bit from machine to machine, and with it the weights.
fn exponential(x: f32) -> f32 {
    let part = f64::from(x.max(-80.0)) / 256.0;
    let series = 1.0 + part * (1.0 + part / 2.0 * (1.0 + part / 3.0 * (1.0 + part / 4.0)));
    (0..8).fold(series, |power, _| power * power) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_exponential_is_close() {
        for step in 0..200 {
            let x = -(step as f32) / 10.0;
            assert!((exponential(x) - x.exp()).abs() < 1e-6, "{x}");
        }
    }

    #[test]
    fn exclusive_or_is_learned() {
        let mut model = NetTrainer::<64>::new(4, 2, 7);
        for round in 0..4000 {
            let (a, b) = (round & 1, round >> 1 & 1);
            model.choose_and_learn(&[a, 2 + b], 0b11, 1 << (a ^ b));
        }
        for (a, b) in [(0, 0), (0, 1), (1, 0), (1, 1)] {
            let scores = model.scores(&model.hidden(&[a, 2 + b]), 0b11);
            assert_eq!(best_of(&scores), (a ^ b) as usize);
        }
    }
}
