//! The greedy parser: the best transition at each step.

use fearless_simd::dispatch;

use crate::weights::{Net, Section, Weights};

use super::role::{Roles, Sums};
use super::state::{Node, State, Transition, set_of};
use super::transition::{HIDDEN, SIGHTS, Sight, gap_rows, sights};

/// View of the parser in the weights.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Parser<'w> {
    net: Net<'w, HIDDEN>,
    /// The bias, and what a state adds in which nothing is seen at any of the [`sights`].
    empty: Sums,
}

impl<'w> Parser<'w> {
    /// Views the parser of a weights file.
    pub(crate) fn new(weights: Weights<'w>) -> Self {
        let net = Net::new(weights.section(Section::ParserNet), 3);
        let mut state = State::default();
        state.reset(0);
        let mut empty = Sums(net.bias());
        for sight in sights(&state, &[Node::NONE]) {
            empty.add(net.row(sight.empty));
        }
        Self { net, empty }
    }

    /// Finds the heads of a sentence; they are left in `state`.
    pub(crate) fn parse(
        &self,
        state: &mut State,
        roles: &mut Roles,
        nodes: &[Node],
        length: usize,
    ) {
        state.reset(length);
        dispatch!(self.net.level(), _ => self.find_heads(state, roles, nodes));
    }

    #[inline(always)]
    fn find_heads(&self, state: &mut State, roles: &mut Roles, nodes: &[Node]) {
        roles.fill(&self.net, &self.empty, nodes, state.none());
        while !state.is_final() {
            let possible = state.possible();
            // No closure: what is not inlined here is not compiled for the wide registers.
            let transition = if let Some(only) = Transition::only(possible) {
                only
            } else {
                let hidden = self.hidden(state, roles, nodes);
                Transition::ALL[self.net.highest_of(&hidden.0, set_of(possible))]
            };
            state.apply(transition);
        }
    }

    /// The hidden layer in a state: what its words add in their roles, and the rows of what else is seen.
    #[inline(always)]
    fn hidden(&self, state: &State, roles: &Roles, nodes: &[Node]) -> Sums {
        let mut sums = roles.sums(state.front(), state.stack(0), state.stack(1));
        let [near, far] = gap_rows(state);
        sums.add_pair(self.net.row(near), self.net.row(far));
        let mut count = 0;
        let mut seen = [Sight::default(); SIGHTS];
        for sight in sights(state, nodes) {
            seen[count] = sight;
            count += usize::from(sight.number > 0);
        }
        for sight in &seen[..count] {
            sums.add_instead(self.net.row(sight.row()), self.net.row(sight.empty));
        }
        sums.cut();
        sums
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::Analyzer;
    use crate::parse::fill_nodes;
    use crate::parse::transition::transition_rows;
    use crate::tag::vocabulary::{FINES, WORDS};

    proptest! {
        #[test]
        fn sums_by_role_are_those_of_all_rows(
            words in prop::collection::vec((1..WORDS, 1..FINES), 2..30),
            steps in prop::collection::vec(0..3_usize, 60),
        ) {
            let weights = Analyzer::news_weights().expect("the embedded weights are of this version");
            let parser = Parser::new(weights);
            let (mut nodes, mut roles) = (Vec::new(), Roles::default());
            fill_nodes(&mut nodes, words.iter().map(|&(word, fine)| Node { word, fine }));
            roles.fill(&parser.net, &parser.empty, &nodes, words.len() as u32);
            let mut state = State::default();
            state.reset(words.len());
            for step in steps {
                let possible = state.possible();
                if !state.is_final() && possible[step] {
                    if Transition::only(possible).is_none() {
                        let set = set_of(possible);
                        let quick = parser.hidden(&state, &roles, &nodes);
                        let plain = parser.net.best(&transition_rows(&state, &nodes), set);
                        prop_assert_eq!(parser.net.highest_of(&quick.0, set), plain);
                    }
                    state.apply(Transition::ALL[step]);
                }
            }
        }
    }
}
