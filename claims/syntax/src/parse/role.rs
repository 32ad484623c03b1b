//! What a word adds to the hidden layer in each role that it can play in a state.
//!
//! Takes the words of a sentence, gives for each the sum of its rows at the front of the buffer, on top of the stack and
//! second on it. Every state looks at three words in these roles, so the rows are summed once for a word and not once
//! for a state; and as no decision is waited for, the rows of rare words come from memory side by side.

use crate::weights::{self, Net};

use super::state::Node;
use super::transition::{HIDDEN, front_rows, second_rows, top_rows};

/// What the hidden units have in a state.
pub(crate) type Sums = weights::Sums<HIDDEN>;

/// Sums of at most four rows, whose weights are small enough for their sums to be bytes as well.
#[derive(Clone, Copy, Debug)]
#[repr(align(64))]
struct Bytes([i8; HIDDEN]);

impl Bytes {
    /// The sum of at most four rows.
    #[inline(always)]
    fn of<const N: usize>(net: &Net<'_, HIDDEN>, rows: [u32; N]) -> Self {
        const { assert!(N <= 4, "the sum of five weights may be no byte") };
        let mut sums = [0_i8; HIDDEN];
        for row in rows {
            let weights = net.row(row);
            for unit in 0..HIDDEN {
                sums[unit] = sums[unit].wrapping_add(weights[unit]);
            }
        }
        Self(sums)
    }
}

/// The sums of the words of a sentence in their roles.
#[derive(Debug, Default)]
pub(crate) struct Roles {
    front: Vec<Sums>,
    top: Vec<Bytes>,
    /// One more than there are words: the stack may hold no second.
    second: Vec<Bytes>,
}

impl Roles {
    /// Sums the rows of the `length` words of a sentence; what units have before any row is on goes with the front.
    #[inline(always)]
    pub(crate) fn fill(&mut self, net: &Net<'_, HIDDEN>, nodes: &[Node], length: u32) {
        self.front.clear();
        self.top.clear();
        self.second.clear();
        for word in 0..length {
            let [a, b, c, d, rest @ ..] = front_rows(nodes, word);
            let mut sums = weights::Sums(net.bias());
            sums.add(&Bytes::of(net, [a, b, c, d]).0);
            sums.add(&Bytes::of(net, rest).0);
            self.front.push(sums);
            self.top.push(Bytes::of(net, top_rows(nodes, word)));
        }
        for word in 0..=length {
            self.second.push(Bytes::of(net, second_rows(nodes, word)));
        }
    }

    /// What three words add in their roles; the second may be none.
    #[inline(always)]
    pub(crate) fn sums(&self, front: u32, top: u32, second: u32) -> Sums {
        let mut sums = self.front[front as usize];
        sums.add(&self.top[top as usize].0);
        sums.add(&self.second[second as usize].0);
        sums
    }
}
