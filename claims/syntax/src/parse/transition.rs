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
    let [i0, i1, i2] = [state.stack(0), state.stack(1), state.stack(2)];
    let front = state.front();
    let (s0, s1, s2) = (node(i0), node(i1), node(i2));
    let [n0, n1, n2, n3] = [0, 1, 2, 3].map(|ahead| node(front + ahead));
    let (f0, f1, f2) = (state.family(i0), state.family(i1), state.family(i2));
    let fn0 = state.family(front);
    let none = state.none();
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
    let s0r = node(f0.right);
    let mut rows = Rows::default();
    for node in [s0, s1, n0, n1, s0r] {
        rows.add(node.word, WORDS);
    }
    let fines = [
        s0,
        s1,
        s2,
        n0,
        n1,
        n2,
        n3,
        node(f0.left),
        s0r,
        node(f0.left2),
        node(f0.right2),
        node(f1.left),
        node(f1.right),
        node(f1.right2),
        node(fn0.left),
        node(fn0.left2),
        node(state.family(f0.right).right),
        before(i0),
        after(i0),
        before(front),
        after(i1),
        node(f2.right),
    ];
    for node in fines {
        rows.add(node.fine, FINES);
    }
    let numbers = [
        front.wrapping_sub(i0),
        i0.wrapping_sub(i1),
        f0.lefts,
        f0.rights,
        f1.rights,
        fn0.lefts,
    ];
    for number in numbers {
        rows.add(number.min(NUMBERS - 1), NUMBERS);
    }
    rows
}
