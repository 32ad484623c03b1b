//! What the parser looks at in a state.
//!
//! Takes a state, gives the rows of the network that it switches on: words and tags on top of the stack (`s0`, `s1`,
//! `s2`) and at the front of the buffer (`n0` ..), tags of their outermost dependents and of their neighbours in the
//! sentence, distances, numbers of dependents (the positions of Zhang & Nivre 2011, without labels).
//!
//! A word in one role (front of the buffer, top of the stack, second on it) always switches the same rows on for itself
//! and its neighbours, so these are told apart from what changes from state to state, which [`super::role`] makes use of.

use crate::tag::vocabulary::{FINES, WORDS};

use super::state::{Node, State};

/// Values of a distance or number of dependents.
const NUMBERS: u32 = 12;

/// Places at which words, tags, and numbers are looked at.
const WORD_PLACES: u32 = 5;
const FINE_PLACES: u32 = 22;
const NUMBER_PLACES: u32 = 6;

/// Rows that are on in a state.
pub(crate) const ACTIVE: usize = (WORD_PLACES + FINE_PLACES + NUMBER_PLACES) as usize;

/// Rows of the network.
pub(crate) const ROWS: u32 = number_row(0, NUMBERS);

/// Hidden units of the parser's network.
pub(crate) const HIDDEN: usize = 128;

/// The row of a word at a place. Those of one word lie side by side, as it is looked at from several places one after
/// another: that way the cache fetches them together.
const fn word_row(place: u32, word: u32) -> u32 {
    word * WORD_PLACES + place
}

/// The row of a tag at a place.
const fn fine_row(place: u32, fine: u32) -> u32 {
    word_row(0, WORDS) + fine * FINE_PLACES + place
}

/// The row of a distance or number of dependents at a place.
const fn number_row(place: u32, number: u32) -> u32 {
    fine_row(0, FINES) + number * NUMBER_PLACES + place
}

/// What is seen at one place that is often empty.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sight {
    /// The row that is on. Where nothing is there, the first of the place, which holds zeros.
    pub(crate) row: u32,
    /// Whether something is there.
    pub(crate) there: bool,
}

impl Sight {
    const fn new(row: u32, number: u32) -> Self {
        Self {
            row,
            there: number > 0,
        }
    }
}

/// The row that stands for "nothing there" at the place of `row`, where that is one of the [`sights`]. Rows of these
/// places hold what they change against it, so that nothing is added for what is not there.
pub(crate) fn empty_row(row: u32) -> Option<u32> {
    let first = match row {
        _ if row < fine_row(0, 0) => row % WORD_PLACES,
        _ if row < number_row(0, 0) => fine_row((row - fine_row(0, 0)) % FINE_PLACES, 0),
        _ => number_row((row - number_row(0, 0)) % NUMBER_PLACES, 0),
    };
    let mut state = State::default();
    state.reset(0);
    let sights = sights(&state, &[Node::NONE]);
    sights
        .map(|sight| sight.row)
        .contains(&first)
        .then_some(first)
}

/// The rows of a word at the front of the buffer and of those beside it.
#[inline(always)]
pub(crate) fn front_rows(nodes: &[Node], front: u32) -> [u32; 7] {
    let node = |word: u32| nodes[word as usize];
    let (first, second) = (node(front), node(front + 1));
    [
        word_row(2, first.word),
        word_row(3, second.word),
        fine_row(3, first.fine),
        fine_row(4, second.fine),
        fine_row(5, node(front + 2).fine),
        fine_row(6, node(front + 3).fine),
        fine_row(19, before(nodes, front).fine),
    ]
}

/// The rows of a word on top of the stack and of those beside it.
#[inline(always)]
pub(crate) fn top_rows(nodes: &[Node], top: u32) -> [u32; 4] {
    let node = nodes[top as usize];
    [
        word_row(0, node.word),
        fine_row(0, node.fine),
        fine_row(17, before(nodes, top).fine),
        fine_row(18, nodes[top as usize + 1].fine),
    ]
}

/// The rows of the second word of the stack and of the one after it.
#[inline(always)]
pub(crate) fn second_rows(nodes: &[Node], second: u32) -> [u32; 3] {
    let node = nodes[second as usize];
    [
        word_row(1, node.word),
        fine_row(1, node.fine),
        fine_row(20, nodes[second as usize + 1].fine),
    ]
}

/// The word before another in the sentence.
#[inline(always)]
fn before(nodes: &[Node], word: u32) -> Node {
    match word.checked_sub(1) {
        Some(before) => nodes[before as usize],
        None => Node::NONE,
    }
}

/// The rows of the distances between the front of the buffer and the first two words of the stack.
#[inline(always)]
pub(crate) fn gap_rows(state: &State) -> [u32; 2] {
    let (top, second) = (state.stack(0), state.stack(1));
    let capped = |gap: u32| gap.min(NUMBERS - 1);
    [
        number_row(0, capped(state.front().wrapping_sub(top))),
        number_row(1, capped(top.wrapping_sub(second))),
    ]
}

/// A row of zeros, the first of a place of [`sights`].
pub(crate) const NOTHING: u32 = fine_row(2, 0);

/// How many sights [`sights`] gives.
pub(crate) const SIGHTS: usize = ACTIVE - 7 - 4 - 3 - 2;

/// What is often not there: the third word of the stack, dependents.
#[inline(always)]
pub(crate) fn sights(state: &State, nodes: &[Node]) -> [Sight; SIGHTS] {
    let third = state.stack(2);
    let (top, second) = (state.family(state.stack(0)), state.family(state.stack(1)));
    let front = state.family(state.front());
    let fine = |place, number: u32| Sight::new(fine_row(place, number), number);
    let count = |place, number: u32| {
        let number = number.min(NUMBERS - 1);
        Sight::new(number_row(place, number), number)
    };
    [
        fine(2, nodes[third as usize].fine),
        fine(21, state.family(third).right),
        Sight::new(word_row(4, top.right_word), top.right_word),
        fine(7, top.left),
        fine(8, top.right),
        fine(9, top.left2),
        fine(10, top.right2),
        fine(16, top.right_of_right),
        fine(11, second.left),
        fine(12, second.right),
        fine(13, second.right2),
        fine(14, front.left),
        fine(15, front.left2),
        count(2, top.lefts),
        count(3, top.rights),
        count(4, second.rights),
        count(5, front.lefts),
    ]
}

/// All rows that `state` switches on; `nodes` are those of its sentence.
pub(crate) fn transition_rows(state: &State, nodes: &[Node]) -> [u32; ACTIVE] {
    let front = front_rows(nodes, state.front());
    let top = top_rows(nodes, state.stack(0));
    let second = second_rows(nodes, state.stack(1));
    let rows = front.into_iter().chain(top).chain(second);
    let mut rows = rows
        .chain(gap_rows(state))
        .chain(sights(state, nodes).map(|sight| sight.row));
    std::array::from_fn(|_| rows.next().unwrap_or_default())
}
