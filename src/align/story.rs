//! Which reports are of one event: the names of each report in, groups of reports that share enough of them out.
//!
//! "12 people were killed" in a report on a train crash answers no question of a report on an air raid. Two reports
//! of one event name the same people, bodies and places; two reports of different events share a fifth of that at
//! most, and those are the names that all news shares. The measure is the coefficient of Dice (1945) over the
//! numbers of times that each name stands in either report.

use claims::syntax::{Key, Xpos};
use rustc_hash::FxHashMap;

use super::union::Sets;
use crate::compare::Report;

/// Share of names from which two reports count as reports of one event: of a hundred pairs of reports of one event
/// one lies below, of a hundred pairs of unrelated ones some two above.
const ENOUGH: f32 = 0.13;

/// Names that a report must hold to be told apart by them: a draft of two lines proves nothing.
const TELLING: u32 = 12;

/// The reports of a story by event.
#[derive(Clone, Debug)]
pub struct Events(Vec<usize>);

impl Events {
    /// Puts reports of one event together, also where a third report connects them.
    #[must_use]
    pub fn of(reports: &[Report]) -> Self {
        let names: Vec<Names> = reports.iter().map(names).collect();
        let mut sets = Sets::new(reports.len());
        for (at, own) in names.iter().enumerate() {
            for (before, other) in names[..at].iter().enumerate() {
                if sets.root(before) != sets.root(at) && may_be_one_event(own, other) {
                    sets.join(before, at);
                }
            }
        }
        Self((0..reports.len()).map(|report| sets.root(report)).collect())
    }

    /// Whether two reports are of one event as far as their names show.
    #[must_use]
    pub fn is_one(&self, a: usize, b: usize) -> bool {
        self.0[a] == self.0[b]
    }
}

/// How often each name stands in a report, sorted by key, and how many there are in all.
struct Names {
    counts: Vec<(Key, u32)>,
    all: u32,
}

fn names(report: &Report) -> Names {
    let mut counts: FxHashMap<Key, u32> = FxHashMap::default();
    let tokens = &report.extraction.analysis.tokens;
    let is_name = |tag: Xpos| matches!(tag, Xpos::Nnp | Xpos::Nnps);
    for token in tokens.iter().filter(|token| is_name(token.xpos)) {
        *counts.entry(token.key).or_default() += 1;
    }
    let all = counts.values().sum();
    let mut counts: Vec<(Key, u32)> = counts.into_iter().collect();
    counts.sort_unstable();
    Names { counts, all }
}

fn may_be_one_event(a: &Names, b: &Names) -> bool {
    a.all < TELLING || b.all < TELLING || dice(a, b) >= ENOUGH
}

fn dice(a: &Names, b: &Names) -> f32 {
    let mut rest = b.counts.iter().peekable();
    let mut shared = 0;
    for &(name, count) in &a.counts {
        while rest.next_if(|other| other.0 < name).is_some() {}
        if let Some(other) = rest.next_if(|other| other.0 == name) {
            shared += count.min(other.1);
        }
    }
    2.0 * shared as f32 / (a.all + b.all) as f32
}
