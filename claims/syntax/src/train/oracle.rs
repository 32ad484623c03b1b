//! Dynamic oracle of the arc-hybrid system (Goldberg & Nivre 2013).
//!
//! Takes a state, right or wrong so far, and the gold heads; gives for each transition how many gold arcs it puts out
//! of reach. Training may then follow its own mistakes and still learn the best that is left.

use crate::parse::State;

/// Gold tree of a sentence: heads and dependents by word; a root is its own head.
#[derive(Debug, Default)]
pub(crate) struct Gold {
    pub(crate) heads: Vec<u32>,
    dependents: Vec<Vec<u32>>,
}

impl Gold {
    /// Takes the heads of a sentence.
    pub(crate) fn fill(&mut self, heads: impl Iterator<Item = u32>) {
        self.heads.clear();
        self.heads.extend(heads);
        self.dependents.iter_mut().for_each(Vec::clear);
        self.dependents
            .resize(self.heads.len().max(self.dependents.len()), Vec::new());
        for (word, &head) in self.heads.iter().enumerate() {
            if head as usize != word {
                self.dependents[head as usize].push(word as u32);
            }
        }
    }

    /// Gold arcs lost by Shift, Left and Right; what is not possible costs most.
    pub(crate) fn costs(&self, state: &State) -> [u32; 3] {
        let [shift, left, right] = state.possible();
        let cost = |possible, cost: &dyn Fn() -> u32| if possible { cost() } else { u32::MAX };
        [
            cost(shift, &|| self.shift_cost(state)),
            cost(left, &|| {
                self.pop_cost(state, state.front(), Some(state.stack(1)))
            }),
            cost(right, &|| self.pop_cost(state, state.stack(1), None)),
        ]
    }

    /// Shifting loses the front's arcs with the stack, but for the top as its head.
    fn shift_cost(&self, state: &State) -> u32 {
        let front = state.front();
        let (top, below) = state
            .on_stack()
            .split_last()
            .map_or((None, &[][..]), |(t, b)| (Some(t), b));
        let head = self.heads[front as usize];
        let lost_head = u32::from(head != front && below.contains(&head));
        let pending = below
            .iter()
            .chain(top)
            .filter(|&&word| word != front && self.heads[word as usize] == front);
        lost_head + pending.count() as u32
    }

    /// Popping the top under `head` loses its arcs with the buffer, with `other` as head, and its being the root.
    fn pop_cost(&self, state: &State, head: u32, other: Option<u32>) -> u32 {
        let (top, front) = (state.stack(0), state.front());
        let gold = self.heads[top as usize];
        let reachable = gold == top || gold >= front || Some(gold) == other;
        let lost_head = u32::from(gold != head && reachable);
        let dependents = &self.dependents[top as usize];
        lost_head + dependents.iter().filter(|&&word| word >= front).count() as u32
    }
}
