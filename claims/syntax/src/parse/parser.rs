//! The greedy parser: the best transition at each step.

use crate::weights::{Section, Table, Weights};

use super::state::{Node, State, Transition};
use super::transition::transition_features;

/// View of the parser in the weights.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Parser<'w> {
    transitions: Table<'w, 16>,
}

impl<'w> Parser<'w> {
    /// Views the parser of a weights file.
    pub(crate) fn new(weights: Weights<'w>) -> Self {
        Self {
            transitions: Table::new(weights.section(Section::Transitions)),
        }
    }

    /// Finds the heads of a sentence; they are left in `state`.
    pub(crate) fn parse(&self, state: &mut State, nodes: &[Node], length: usize) {
        state.reset(length);
        while !state.is_final() {
            let transition = match state.possible() {
                [true, false, false] => Transition::Shift,
                [false, false, true] => Transition::Right,
                possible => best(self.scores(state, nodes), possible),
            };
            state.apply(transition);
        }
    }

    /// Scores of Shift, Left and Right; Shift is the measure of the others and has 0.
    #[inline]
    fn scores(&self, state: &State, nodes: &[Node]) -> [i32; 3] {
        let (mut left, mut right) = (0, 0);
        for hash in transition_features(state, nodes) {
            let payload = self.transitions.get(hash);
            left += i32::from((payload >> 8) as i8);
            right += i32::from(payload as i8);
        }
        [0, left, right]
    }
}

/// The possible transition with the highest score; the first on a tie.
#[inline]
pub(crate) fn best(scores: [i32; 3], possible: [bool; 3]) -> Transition {
    let all = [Transition::Shift, Transition::Left, Transition::Right];
    let mut best = None;
    for transition in all {
        let score = scores[transition as usize];
        if possible[transition as usize] && best.is_none_or(|(most, _)| score > most) {
            best = Some((score, transition));
        }
    }
    best.map_or(Transition::Shift, |(_, transition)| transition)
}
