//! Feature templates of the parser.
//!
//! Takes a state, gives the hashes of its features: the words and tags on top of the stack (`s0`, `s1`, `s2`) and at
//! the front of the buffer (`n0` ..), their outermost dependents, their distance (Zhang & Nivre 2011, without labels).

use crate::weights::{atom, feature};

use super::state::{Node, State};

/// Number of templates.
pub(crate) const TEMPLATES: usize = 60;

/// The features of `state`; `nodes` are those of its sentence.
#[inline]
pub(crate) fn transition_features(state: &State, nodes: &[Node]) -> [u64; TEMPLATES] {
    let node = |word: u32| nodes[word as usize];
    let [i0, i1, i2] = [state.stack(0), state.stack(1), state.stack(2)];
    let front = state.front();
    let (s0, s1, s2) = (node(i0), node(i1), node(i2));
    let [n0, n1, n2, n3] = [0, 1, 2, 3].map(|ahead| node(front + ahead));
    let (f0, f1, fn0) = (state.family(i0), state.family(i1), state.family(front));
    let (s0l, s0r, s0r2) = (node(f0.left), node(f0.right), node(f0.right2));
    let (s1l, s1r, s1r2) = (node(f1.left), node(f1.right), node(f1.right2));
    let (n0l, n0l2) = (node(fn0.left), node(fn0.left2));
    let s0rr = node(state.family(f0.right).right);
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
    let gap = distance(i0, front);
    let gap1 = distance(i1, i0);
    let rights0 = atom(100 + u64::from(f0.rights.min(6)));
    let lefts0 = atom(200 + u64::from(f0.lefts.min(6)));
    let rights1 = atom(300 + u64::from(f1.rights.min(6)));
    let lefts_n0 = atom(400 + u64::from(fn0.lefts.min(6)));
    let n12 = n1.tag.wrapping_add(n2.tag.rotate_left(13));
    [
        feature(1, s0.word, s0.tag, 0),
        feature(2, s0.word, gap, 0),
        feature(3, n0.word, n0.tag, 0),
        feature(4, n0.word, gap, 0),
        feature(5, n1.word, n1.tag, 0),
        feature(6, n2.word, 0, 0),
        feature(7, s1.word, s1.tag, 0),
        feature(8, s2.fine, s0.fine, n0.fine),
        feature(9, s0.tag, n0.tag, 0),
        feature(10, s0.word, n0.word, 0),
        feature(11, s0.word, n0.fine, 0),
        feature(12, s0.fine, n0.word, 0),
        feature(13, s0.fine, n0.fine, n1.fine),
        feature(14, s0.tag, n0.tag, n12),
        feature(15, s1.fine, s0.fine, n0.fine),
        feature(16, s1.word, s0.word, 0),
        feature(17, s1.word, s0.fine, 0),
        feature(18, s1.fine, s0.word, 0),
        feature(19, s1.tag, s0.tag, n0.tag),
        feature(20, s1.tag ^ s0.tag.rotate_left(9), n0.tag, n1.tag),
        feature(21, s2.fine, s1.fine, s0.fine),
        feature(22, s0.fine, s0l.fine, n0.fine),
        feature(23, s0.fine, s0r.fine, n0.fine),
        feature(24, s0.fine, n0.fine, n0l.fine),
        feature(25, s1.fine, s0.fine, s1r.fine),
        feature(26, s1.fine, s0.fine, s0l.fine),
        feature(27, s1.fine, s0.fine, s1l.fine),
        feature(28, s1.fine, s0.fine, s0r.fine),
        feature(29, s0.fine, n0.fine, gap),
        feature(30, s1.fine, s0.fine, gap1),
        feature(31, s0.word, rights0, n0.tag),
        feature(32, s0.fine, rights0, n0.fine),
        feature(33, s0.word, lefts0, 0),
        feature(34, n0.word, lefts_n0, 0),
        feature(35, n0.fine, lefts_n0, s0.fine),
        feature(36, s1.word, rights1, s0.tag),
        feature(37, s1.fine, rights1, s0.fine),
        feature(38, s0r.word, s0.fine, 0),
        feature(39, s0l.word, s0.fine, 0),
        feature(40, n0l.word, n0.fine, 0),
        feature(41, s0.fine, s0r.fine, s0r2.fine),
        feature(42, s1r.word, s1.fine, 0),
        feature(43, s1.fine, s1r.fine, s1r2.fine),
        feature(44, n0.word, n1.word, 0),
        feature(45, n0.fine, n1.fine, n2.fine),
        feature(46, s0.word, n0.fine, n1.fine),
        feature(47, s0.fine, n0.word, n1.fine),
        feature(48, before(i0).tag, s0.fine, after(i0).tag),
        feature(49, before(front).fine, s0.fine, n0.fine),
        feature(50, s1.fine, after(i1).fine, s0.fine),
        feature(51, s1.word, s0.fine, n0.fine),
        feature(52, s1.fine, s0.word, n0.fine),
        feature(53, s1.fine, s0.fine, n0.word),
        feature(54, s0.fine, s0r.fine, s0rr.fine),
        feature(55, n0.fine, n0l.fine, n0l2.fine),
        feature(56, s2.word, s1.fine, s0.fine),
        feature(
            57,
            n1.tag,
            n2.tag,
            n3.tag.wrapping_add(n0.fine.rotate_left(13)),
        ),
        feature(58, s0.word, s1.word, n0.fine),
        feature(59, s1.fine, s0r.word, s0.fine),
        feature(60, s0.fine, n1.word, n0.fine),
    ]
}

/// The atom of the distance from one word to a later one, up to ten.
#[inline]
fn distance(from: u32, to: u32) -> u64 {
    atom(500 + u64::from(to.saturating_sub(from).min(10)))
}
