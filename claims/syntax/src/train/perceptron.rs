//! Averaged perceptrons (Collins 2002) that learn only from features seen often enough in mistakes.
//!
//! Takes the features of a decision, the right class and the one chosen, gives averaged weights. A feature counts only
//! after `threshold` updates (Goldberg & Elhadad 2011), which keeps the model small at no loss.

use crate::weights::Candidates;

use super::map::FeatureMap;

/// How a model is trained.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Schedule {
    /// Times that the data is gone through.
    pub epochs: usize,
    /// Updates after which a feature counts.
    pub threshold: u32,
    /// Smallest averaged weight that is kept.
    pub smallest: f32,
    /// Share of the sentences that are used, from the front of the data.
    pub share: f64,
}

/// Weight of one class in a row: its value, and its sum over all steps before.
#[derive(Clone, Copy, Debug)]
struct Cell {
    class: u8,
    weight: i32,
    total: i64,
}

#[derive(Debug, Default)]
struct Row {
    updates: u32,
    cells: Vec<Cell>,
}

impl Row {
    fn change(&mut self, class: usize, by: i32, step: i64) {
        let class = class as u8;
        let found = self.cells.iter().position(|cell| cell.class == class);
        let at = found.unwrap_or_else(|| {
            self.cells.push(Cell {
                class,
                weight: 0,
                total: 0,
            });
            self.cells.len() - 1
        });
        self.cells[at].weight += by;
        self.cells[at].total += i64::from(by) * step;
    }
}

/// A perceptron of at most 64 classes.
#[derive(Debug)]
pub(crate) struct Perceptron {
    rows: FeatureMap<Row>,
    step: i64,
    schedule: Schedule,
}

impl Perceptron {
    /// An untrained perceptron.
    pub(crate) fn new(schedule: Schedule) -> Self {
        Self {
            rows: FeatureMap::with_bits(16),
            step: 1,
            schedule,
        }
    }

    /// The best of `candidates`, the lowest class on a tie.
    pub(crate) fn best(&self, features: &[u64], candidates: Candidates) -> usize {
        let mut scores = [0; 64];
        for &hash in features {
            let row = self
                .rows
                .get(hash)
                .filter(|row| row.updates >= self.schedule.threshold);
            for cell in row.map(|row| &row.cells[..]).unwrap_or_default() {
                scores[cell.class as usize & 63] += cell.weight;
            }
        }
        crate::weights::best_of(&scores, candidates)
    }

    /// Learns from one decision: `right` should have been chosen, `chosen` was.
    pub(crate) fn learn(&mut self, features: &[u64], right: usize, chosen: usize) {
        self.step += 1;
        if right == chosen {
            return;
        }
        for &hash in features {
            let row = self.rows.entry(hash);
            row.updates += 1;
            row.change(right, 1, self.step);
            row.change(chosen, -1, self.step);
        }
    }

    /// The averaged weights of the features that count.
    pub(crate) fn average(self) -> Vec<(u64, Vec<(u8, f32)>)> {
        let Self {
            rows,
            step,
            schedule,
        } = self;
        let counted = rows
            .into_sorted()
            .into_iter()
            .filter(|(_, row)| row.updates >= schedule.threshold);
        let averaged = counted.map(|(hash, mut row)| {
            row.cells.sort_by_key(|cell| cell.class);
            let weights = row
                .cells
                .iter()
                .map(|cell| (cell.class, mean(cell.weight, cell.total, step)));
            (
                hash,
                weights
                    .filter(|(_, weight)| weight.abs() >= schedule.smallest)
                    .collect(),
            )
        });
        averaged
            .filter(|(_, run): &(u64, Vec<_>)| !run.is_empty())
            .collect()
    }
}

/// The mean of a weight over all steps.
fn mean(weight: i32, total: i64, steps: i64) -> f32 {
    (f64::from(weight) - total as f64 / steps as f64) as f32
}

#[derive(Debug, Default)]
struct TransitionRow {
    updates: u32,
    weights: [i32; 2],
    totals: [i64; 2],
}

/// The parser's perceptron: scores of Left and Right, Shift being the measure.
#[derive(Debug)]
pub(crate) struct TransitionPerceptron {
    rows: FeatureMap<TransitionRow>,
    step: i64,
    schedule: Schedule,
}

impl TransitionPerceptron {
    /// An untrained perceptron.
    pub(crate) fn new(schedule: Schedule) -> Self {
        Self {
            rows: FeatureMap::with_bits(20),
            step: 1,
            schedule,
        }
    }

    /// Scores of Shift, Left and Right.
    pub(crate) fn scores(&self, features: &[u64]) -> [i32; 3] {
        let mut scores = [0; 3];
        for &hash in features {
            if let Some(row) = self
                .rows
                .get(hash)
                .filter(|row| row.updates >= self.schedule.threshold)
            {
                scores[1] += row.weights[0];
                scores[2] += row.weights[1];
            }
        }
        scores
    }

    /// Learns from one decision: transition `right` should have been chosen, `chosen` was.
    pub(crate) fn learn(&mut self, features: &[u64], right: usize, chosen: usize) {
        self.step += 1;
        if right == chosen {
            return;
        }
        let change = [1, 2].map(|class| {
            let towards = i32::from(right == class) - i32::from(right == 0);
            let away = i32::from(chosen == class) - i32::from(chosen == 0);
            towards - away
        });
        for &hash in features {
            let row = self.rows.entry(hash);
            row.updates += 1;
            for (side, by) in change.into_iter().enumerate() {
                row.weights[side] += by;
                row.totals[side] += i64::from(by) * self.step;
            }
        }
    }

    /// The averaged weights of the features that count.
    pub(crate) fn average(self) -> Vec<(u64, [f32; 2])> {
        let Self {
            rows,
            step,
            schedule,
        } = self;
        let counted = rows
            .into_sorted()
            .into_iter()
            .filter(|(_, row)| row.updates >= schedule.threshold);
        let averaged = counted.map(|(hash, row)| {
            (
                hash,
                [0, 1].map(|side| mean(row.weights[side], row.totals[side], step)),
            )
        });
        averaged
            .filter(|(_, weights)| {
                weights
                    .iter()
                    .any(|weight| weight.abs() >= schedule.smallest)
            })
            .collect()
    }
}
