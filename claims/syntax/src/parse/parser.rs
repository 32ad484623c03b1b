//! The greedy parser: the best transition at each step.

use crate::weights::{Net, Section, Weights};

use super::state::{Node, State, Transition};
use super::transition::{HIDDEN, transition_rows};

/// View of the parser in the weights.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Parser<'w> {
    net: Net<'w, HIDDEN>,
}

impl<'w> Parser<'w> {
    /// Views the parser of a weights file.
    pub(crate) fn new(weights: Weights<'w>) -> Self {
        Self {
            net: Net::new(weights.section(Section::ParserNet), 3),
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

    /// Scores of Shift, Left and Right.
    #[inline]
    fn scores(&self, state: &State, nodes: &[Node]) -> [i32; 3] {
        let hidden = self.net.hidden(transition_rows(state, nodes).as_array());
        [0, 1, 2].map(|class| self.net.score(&hidden, class))
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
