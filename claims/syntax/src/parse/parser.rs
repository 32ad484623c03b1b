//! The greedy parser: the best transition at each step.

use crate::weights::{Net, Section, Weights};

use super::state::{Node, State, Transition, set_of};
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
            let possible = state.possible();
            let transition = Transition::only(possible).unwrap_or_else(|| {
                let rows = transition_rows(state, nodes);
                Transition::ALL[self.net.best(rows.as_array(), set_of(possible))]
            });
            state.apply(transition);
        }
    }
}
