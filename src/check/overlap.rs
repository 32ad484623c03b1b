//! Overlap: two passages in, which words of the one are like words of the other out.
//!
//! Of "premiums averaged $15,745" and "the average annual premium reached $15,475" *premium* is one word, *averaged* and
//! *average* are two of one family. Most words are like none of another sentence, so that a fit, which is asked for around
//! many values of the same two sentences, looks at the few pairs that count and at nothing else.

use claims::Span;

use super::passage::{Passage, near};
use super::word::Likeness;

/// A word of one passage and one of another that is like it, by their places.
#[derive(Clone, Copy, Debug)]
struct Match {
    own: usize,
    other: usize,
    likeness: f32,
}

/// The words of a passage that are like words of another.
#[derive(Debug)]
pub(super) struct Overlap {
    matches: Vec<Match>,
    /// The share of the words of the first passage that stand in the second.
    whole: f32,
}

/// A passage, and a value in it.
type Place<'a> = (&'a Passage, Option<Span>);

impl Overlap {
    /// Sets every word of `own` beside every word of `other`.
    pub(super) fn new(likeness: &Likeness, own: &Passage, other: &Passage) -> Self {
        let mut matches = Vec::new();
        for (at, word) in own.words.iter().enumerate() {
            let alike = other.words.iter().map(|one| likeness.of(word.id, one.id));
            let found = alike.enumerate().filter(|&(_, likeness)| likeness > 0.0);
            matches.extend(found.map(|(other, likeness)| Match {
                own: at,
                other,
                likeness,
            }));
        }
        let whole = coverage((own, None), (other, None), matches.iter().copied());
        Self { matches, whole }
    }

    /// How well what stands around `at` in one passage and around `there` in the other says the same, 0 to 1.
    pub(super) fn fit(&self, own: &Passage, at: Span, other: &Passage, there: Span) -> f32 {
        let (here, there) = ((own, Some(at)), (other, Some(there)));
        let turned = self.matches.iter().map(|one| Match {
            own: one.other,
            other: one.own,
            ..*one
        });
        let forth = coverage(here, there, self.matches.iter().copied());
        let back = coverage(there, here, turned);
        0.45 * forth + 0.3 * back + 0.25 * self.whole
    }
}

/// The share of what stands around a value that stands around another as well; without values, of the words of
/// one sentence that stand in the other.
fn coverage(
    (from, at): Place<'_>,
    (to, there): Place<'_>,
    matches: impl Iterator<Item = Match>,
) -> f32 {
    let mut best = vec![0.0_f32; from.words.len()];
    for one in matches {
        let most = 0.4 + 0.6 * near(&to.words[one.other], there);
        best[one.own] = best[one.own].max(most * one.likeness);
    }
    let (mut found, mut all) = (0.0, 0.0);
    for (word, best) in from.words.iter().zip(best) {
        let weight = word.weight * near(word, at);
        all += weight;
        found += weight * best;
    }
    if all > 0.0 { found / all } else { 0.0 }
}
