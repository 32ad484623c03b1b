//! The greedy parser: the best transition at each step.

use fearless_simd::dispatch;

use crate::weights::{Net, Section, Weights, product};

use super::role::{Roles, Sums};
use super::state::{Node, State, Transition};
use super::transition::{HIDDEN, NOTHING, SIGHTS, gap_rows, sights};

/// View of the parser in the weights.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Parser<'w> {
    net: Net<'w, HIDDEN>,
    /// How much the weights of *Left* and of *Right* differ from those of *Shift*, which is always possible where
    /// there is a choice.
    contrasts: [[i16; HIDDEN]; 2],
}

impl<'w> Parser<'w> {
    /// Views the parser of a weights file.
    pub(crate) fn new(weights: Weights<'w>) -> Self {
        let net = Net::new(weights.section(Section::ParserNet), 3);
        let contrast = |transition: Transition| {
            let (shift, other) = (
                net.class(Transition::Shift as usize),
                net.class(transition as usize),
            );
            std::array::from_fn(|unit| other[unit].wrapping_sub(shift[unit]))
        };
        let contrasts = [contrast(Transition::Left), contrast(Transition::Right)];
        Self { net, contrasts }
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
        roles.fill(&self.net, nodes, state.none());
        while !state.is_final() {
            let possible = state.possible();
            // No closure: what is not inlined here is not compiled for the wide registers.
            let transition = if let Some(only) = Transition::only(possible) {
                only
            } else {
                let hidden = self.hidden(state, roles, nodes);
                self.choose(&hidden, possible)
            };
            state.apply(transition, nodes);
        }
    }

    /// The hidden layer in a state: what its words add in their roles, and the rows of what else is seen.
    #[inline(always)]
    fn hidden(&self, state: &State, roles: &Roles, nodes: &[Node]) -> Sums {
        let mut sums = roles.sums(state.front(), state.stack(0), state.stack(1));
        let [near, far] = gap_rows(state);
        sums.add_pair(self.net.row(near), self.net.row(far));
        let mut count = 0;
        // One more than there are sights, for the last pair. Behind those that are there stand rows of zeros.
        let mut rows = [NOTHING; SIGHTS + 1];
        for sight in sights(state, nodes) {
            rows[count] = sight.row;
            count += usize::from(sight.there);
        }
        for &[one, other] in rows.as_chunks().0.iter().take(count.div_ceil(2)) {
            sums.add_pair(self.net.row(one), self.net.row(other));
        }
        sums.cut();
        sums
    }

    /// The best transition for a hidden layer; the first on a tie. *Shift* and *Left* are possible.
    #[inline(always)]
    fn choose(&self, hidden: &Sums, [.., right_possible]: [bool; 3]) -> Transition {
        let left = product(&hidden.0, &self.contrasts[0]);
        let right = product(&hidden.0, &self.contrasts[1]);
        if right_possible && right > left.max(0) {
            Transition::Right
        } else if left > 0 {
            Transition::Left
        } else {
            Transition::Shift
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::Analyzer;
    use crate::parse::transition::{ROWS, empty_row, transition_rows};
    use crate::parse::{add_nodes, set_of};
    use crate::tag::vocabulary::{FINES, WORDS};
    use crate::weights;

    /// The hidden layer of a state, row by row.
    fn sums_of(net: &Net<'_, HIDDEN>, rows: &[u32]) -> Sums {
        let mut sums = weights::Sums(net.bias());
        rows.iter().for_each(|&row| sums.add(net.row(row)));
        sums.cut();
        sums
    }

    #[test]
    fn what_is_not_there_adds_nothing() {
        let weights = Analyzer::news_weights().expect("the embedded weights are of this version");
        let parser = Parser::new(weights);
        let empties: Vec<u32> = (0..ROWS)
            .filter(|&row| empty_row(row) == Some(row))
            .collect();
        assert_eq!(empties.len(), SIGHTS);
        assert!(empties.contains(&NOTHING));
        for row in empties {
            assert_eq!(parser.net.row(row), &[0; HIDDEN], "row {row}");
        }
    }

    proptest! {
        #[test]
        fn sums_by_role_are_those_of_all_rows(
            words in prop::collection::vec((1..WORDS, 1..FINES), 2..30),
            steps in prop::collection::vec(0..3_usize, 60),
        ) {
            let weights = Analyzer::news_weights().expect("the embedded weights are of this version");
            let parser = Parser::new(weights);
            let (mut nodes, mut roles) = (Vec::new(), Roles::default());
            add_nodes(&mut nodes, words.iter().map(|&(word, fine)| Node { word, fine }));
            roles.fill(&parser.net, &nodes, words.len() as u32);
            let mut state = State::default();
            state.reset(words.len());
            for step in steps {
                let possible = state.possible();
                if !state.is_final() && possible[step] {
                    if Transition::only(possible).is_none() {
                        let set = set_of(possible);
                        let quick = parser.hidden(&state, &roles, &nodes);
                        let plain = sums_of(&parser.net, &transition_rows(&state, &nodes));
                        prop_assert_eq!(quick.0, plain.0);
                        let best = parser.net.highest_of(&plain, set);
                        prop_assert_eq!(parser.choose(&quick, possible), Transition::ALL[best]);
                    }
                    state.apply(Transition::ALL[step], &nodes);
                }
            }
        }
    }
}
