//! A linear classifier with few weights per feature: tags, relations and entities are chosen by it.
//!
//! Takes the feature hashes of one decision and the classes that are possible, gives the class with the highest
//! score. A feature's weights are a run of (class, weight) pairs in a pool; the table gives where the run starts.

use bytemuck::cast_slice;

use super::table::Table;

/// Set in the class byte of the last pair of a run.
pub(crate) const LAST: u8 = 0x80;

/// Set of classes as bits.
pub(crate) type Candidates = u64;

/// View of a classifier of at most 64 classes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SparseModel<'w> {
    index: Table<'w, 20>,
    pool: &'w [[u8; 2]],
}

impl<'w> SparseModel<'w> {
    /// Views the two sections of a classifier.
    pub(crate) fn new(index: &'w [u32], pool: &'w [u32]) -> Self {
        Self {
            index: Table::new(index),
            pool: cast_slice(pool),
        }
    }

    /// The best of `candidates` for a decision with these features; the lowest class on a tie.
    #[inline]
    pub(crate) fn best(&self, features: &[u64], candidates: Candidates) -> usize {
        let mut scores = [0; 64];
        for &hash in features {
            self.add(self.index.get(hash), &mut scores);
        }
        best_of(&scores, candidates)
    }

    /// Adds the weights of the run at `start` of the pool to `scores`.
    #[inline]
    fn add(&self, start: u32, scores: &mut [i32; 64]) {
        let run = self.pool.get(start as usize..).unwrap_or_default();
        for &[class, weight] in run {
            scores[(class & 63) as usize] += i32::from(weight.cast_signed());
            if class & LAST != 0 {
                break;
            }
        }
    }
}

/// The highest-scoring of `candidates`; the lowest class on a tie.
#[inline]
pub(crate) fn best_of(scores: &[i32; 64], candidates: Candidates) -> usize {
    let mut rest = candidates;
    let mut best = rest.trailing_zeros() as usize & 63;
    while rest != 0 {
        let class = rest.trailing_zeros() as usize;
        if scores[class] > scores[best] {
            best = class;
        }
        rest &= rest - 1;
    }
    best
}
