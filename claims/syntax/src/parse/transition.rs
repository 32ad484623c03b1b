//! What the parser looks at in a state.
//!
//! Takes a state, gives the rows of the network that it switches on: words and tags on top of the stack (`s0`, `s1`,
//! `s2`) and at the front of the buffer (`n0` ..), tags of their outermost dependents and of their neighbours in the
//! sentence, distances, numbers of dependents (the positions of Zhang & Nivre 2011, without labels).

use crate::tag::vocabulary::{FINES, WORDS};
use crate::weights::Rows;

use super::state::{Node, State};

/// Values of a distance or number of dependents.
const NUMBERS: u32 = 12;

/// Rows that are on in a state.
pub(crate) const ACTIVE: usize = 5 + 22 + 6;

/// Hidden units of the parser's network.
pub(crate) const HIDDEN: usize = 128;

/// The rows that `state` switches on; `nodes` are those of its sentence.
#[inline]
pub(crate) fn transition_rows(state: &State, nodes: &[Node]) -> Rows<ACTIVE> {
    let node = |word: u32| nodes[word as usize];
    let (i0, i1, i2, front) = (
        state.stack(0),
        state.stack(1),
        state.stack(2),
        state.front(),
    );
    let (f0, f1, fn0) = (state.family(i0), state.family(i1), state.family(front));
    let mut rows = Rows::default();
    let words = [i0, i1, front, front + 1, f0.right];
    rows.add(WORDS, words, |word| node(word).word);
    let on_stack_and_buffer = [i0, i1, i2, front, front + 1, front + 2, front + 3];
    let dependents_of_top = [f0.left, f0.right, f0.left2, f0.right2];
    let dependents_below = [f1.left, f1.right, f1.right2];
    let dependents_of_front = [fn0.left, fn0.left2];
    let fine = |word: u32| node(word).fine;
    rows.add(FINES, on_stack_and_buffer, fine);
    rows.add(FINES, dependents_of_top, fine);
    rows.add(FINES, dependents_below, fine);
    rows.add(FINES, dependents_of_front, fine);
    rows.add(FINES, [state.family(f0.right).right], fine);
    rows.add(FINES, neighbours(state, nodes), |node| node.fine);
    rows.add(FINES, [state.family(i2).right], fine);
    let gaps = [front.wrapping_sub(i0), i0.wrapping_sub(i1)];
    let counts = [f0.lefts, f0.rights, f1.rights, fn0.lefts];
    let capped = |number: u32| number.min(NUMBERS - 1);
    rows.add(NUMBERS, gaps, capped);
    rows.add(NUMBERS, counts, capped);
    rows
}

/// What stands beside the stack's words and before the front in the sentence.
#[inline]
fn neighbours(state: &State, nodes: &[Node]) -> [Node; 4] {
    let none = state.none();
    let node = |word: u32| nodes[word as usize];
    let after = |word: u32| {
        if word == none {
            Node::NONE
        } else {
            node(word + 1)
        }
    };
    let before = |word: u32| {
        if word == 0 {
            Node::NONE
        } else {
            node(word - 1)
        }
    };
    let (s0, s1) = (state.stack(0), state.stack(1));
    [before(s0), after(s0), before(state.front()), after(s1)]
}
