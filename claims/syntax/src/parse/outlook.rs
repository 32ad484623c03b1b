//! What the words that a state looks at add to the hidden layer, kept from state to state.
//!
//! Takes the transitions of a sentence as they are done, gives the sums of each state. A word's part in the sums depends
//! on its role (front of the buffer; first, second and third on the stack) and on its dependents in that role, and a
//! transition changes these for one or two words only: *Left* gives the front a dependent, *Right* the new top, *Shift*
//! covers the top with a word. So parts are kept with the words on the stack and summed again where they change.

use crate::weights::Net;

use super::role::{Roles, Sums};
use super::state::{Node, State, Transition};
use super::transition::{
    HIDDEN, Sight, front_sights, gap_rows, second_sights, third_sights, top_sights,
};

/// The parts of the words that a state looks at.
#[derive(Debug, Default)]
pub(crate) struct Outlook {
    roles: Roles,
    front: Sums,
    /// What each word, or none, adds in its role on the stack, as it last had it.
    top: Vec<Sums>,
    second: Vec<Sums>,
    third: Vec<Sums>,
}

impl Outlook {
    /// Looks at a sentence of `length` words before its first transition; `empty` is what every state adds.
    #[inline(always)]
    pub(crate) fn reset(
        &mut self,
        net: &Net<'_, HIDDEN>,
        empty: &Sums,
        nodes: &[Node],
        length: u32,
    ) {
        self.roles.fill(net, empty, nodes, length);
        let none = length as usize;
        for parts in [&mut self.top, &mut self.second, &mut self.third] {
            if parts.len() <= none {
                parts.resize(none + 1, Sums::default());
            }
        }
        self.second[none] = *self.roles.second(length);
        self.third[none] = Sums::default();
        self.front = *self.roles.front(0);
    }

    /// The sums in a state in which something is to be decided.
    #[inline(always)]
    pub(crate) fn sums(&self, net: &Net<'_, HIDDEN>, state: &State) -> Sums {
        let mut sums = self.front;
        sums.add_sums(&self.top[state.stack(0) as usize]);
        sums.add_sums(&self.second[state.stack(1) as usize]);
        sums.add_sums(&self.third[state.stack(2) as usize]);
        let [near, far] = gap_rows(state);
        sums.add_pair(net.row(near), net.row(far));
        sums
    }

    /// Sums again what a transition has changed, now that `state` has done it.
    #[inline(always)]
    pub(crate) fn follow(
        &mut self,
        done: Transition,
        net: &Net<'_, HIDDEN>,
        state: &State,
        nodes: &[Node],
    ) {
        match done {
            Transition::Shift => {
                self.front = *self.roles.front(state.front());
                self.cover(net, state, nodes);
                self.see_top(net, state, nodes);
            }
            Transition::Left => {
                self.front = *self.roles.front(state.front());
                add_sights(&mut self.front, net, front_sights(state, nodes));
            }
            Transition::Right => self.see_top(net, state, nodes),
        }
    }

    /// Looks at a word that has become the second of the stack, and will be the third if another is put on it.
    #[inline(always)]
    fn cover(&mut self, net: &Net<'_, HIDDEN>, state: &State, nodes: &[Node]) {
        let word = state.stack(1);
        let (second, third) = (
            &mut self.second[word as usize],
            &mut self.third[word as usize],
        );
        *second = *self.roles.second(word);
        add_sights(second, net, second_sights(state, nodes));
        *third = Sums::default();
        add_sights(third, net, third_sights(state, word, nodes));
    }

    /// Looks at the top of the stack.
    #[inline(always)]
    fn see_top(&mut self, net: &Net<'_, HIDDEN>, state: &State, nodes: &[Node]) {
        let word = state.stack(0);
        let top = &mut self.top[word as usize];
        *top = *self.roles.top(word);
        add_sights(top, net, top_sights(state, nodes));
    }
}

/// Adds what is seen where something is, in place of the empty places.
#[inline(always)]
fn add_sights<const N: usize>(sums: &mut Sums, net: &Net<'_, HIDDEN>, sights: [Sight; N]) {
    let mut seen = [Sight::default(); N];
    let mut count = 0;
    for sight in sights {
        seen[count] = sight;
        count += usize::from(sight.number > 0);
    }
    for sight in &seen[..count] {
        sums.add_instead(net.row(sight.row()), net.row(sight.empty));
    }
}
