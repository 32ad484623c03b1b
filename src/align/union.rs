//! Sets that grow together: pairs that belong together in, the sets they make out, whatever their order.

use claims::syntax::Key;
use rustc_hash::FxHashMap;

/// For one claim, the likest of each other report, by report: its likeness and its number.
pub(super) type Matches = FxHashMap<usize, (f32, usize)>;

/// The claims that an index of words lists under one of `words`, each once; entries longer than `crowded` are not
/// followed.
pub(super) fn listed(
    index: &FxHashMap<Key, Vec<usize>>,
    words: impl Iterator<Item = Key>,
    crowded: usize,
) -> Vec<usize> {
    let lists = words.filter_map(|word| index.get(&word));
    let mut found: Vec<usize> = lists
        .filter(|list| list.len() <= crowded)
        .flatten()
        .copied()
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// Keeps `at` as the likest of its report if none before it was as like.
pub(super) fn keep_likest(best: &mut Matches, report: usize, likeness: f32, at: usize) {
    let entry = best.entry(report).or_insert((likeness, at));
    if likeness > entry.0 {
        *entry = (likeness, at);
    }
}

/// A forest of sets over the numbers `0..count`.
#[derive(Clone, Debug)]
pub(super) struct Sets {
    parents: Vec<usize>,
}

impl Sets {
    /// Every number in a set of its own.
    pub(super) fn new(count: usize) -> Self {
        Self {
            parents: (0..count).collect(),
        }
    }

    /// The sets of those that are each the likest that the other's report has; `report` tells whose a number is.
    pub(super) fn of_mutual(matches: &[Matches], report: impl Fn(usize) -> usize) -> Self {
        let mut sets = Self::new(matches.len());
        for (at, likest) in matches.iter().enumerate() {
            for &(_, other) in likest.values() {
                let back = matches[other].get(&report(at));
                if back.is_some_and(|&(_, mine)| mine == at) {
                    sets.join(at, other);
                }
            }
        }
        sets
    }

    /// Makes one set of the two that hold `a` and `b`; its smallest number stands for it.
    pub(super) fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.parents[a.max(b)] = a.min(b);
    }

    /// The smallest number of the set that holds `at`.
    pub(super) fn root(&self, mut at: usize) -> usize {
        while self.parents[at] != at {
            at = self.parents[at];
        }
        at
    }

    /// The sets, each sorted, by their smallest number.
    pub(super) fn gather(&self) -> Vec<Vec<usize>> {
        let mut sets: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
        for at in 0..self.parents.len() {
            sets.entry(self.root(at)).or_default().push(at);
        }
        let mut sets: Vec<Vec<usize>> = sets.into_values().collect();
        sets.sort_unstable();
        sets
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_joining_does_not_matter() {
        let joined = |pairs: &[(usize, usize)]| {
            let mut sets = Sets::new(5);
            pairs.iter().for_each(|&(a, b)| sets.join(a, b));
            sets.gather()
        };
        let sets = joined(&[(0, 3), (3, 4)]);
        assert_eq!(sets, [vec![0, 3, 4], vec![1], vec![2]]);
        assert_eq!(sets, joined(&[(4, 3), (3, 0)]));
    }
}
