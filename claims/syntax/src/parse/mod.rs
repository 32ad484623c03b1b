//! Dependencies: who did what to how many of what.
//!
//! Takes the tagged words of a sentence, gives each its head and its relation to it. In "Russia launched 108 drones"
//! *launched* becomes the root, *Russia* its `nsubj`, *drones* its `dobj` and *108* the `nummod` of *drones*.
//!
//! Heads are found by greedy arc-hybrid transitions (Kuhlmann et al. 2011) trained with a dynamic oracle (Goldberg &
//! Nivre 2013); relations are chosen afterwards, for the finished tree and only where they are asked for.
//!
//! - `state` - stack, buffer and the arcs so far
//! - `transition` - what is looked at in a state
//! - `role` - what a word adds in each role, summed once
//! - `parser` - heads
//! - `label` - relations
//! - `tree` - finding one's way in the finished tree

pub(crate) mod label;
pub(crate) mod parser;
pub(crate) mod role;
pub(crate) mod state;
pub(crate) mod transition;
mod tree;

pub(crate) use label::Labeller;
pub(crate) use parser::Parser;
pub(crate) use role::Roles;
pub(crate) use state::{Node, State, Transition, add_nodes, nodes_of, set_of};

/// Sizes that weights must have been trained with.
pub(crate) const SIZES: [u32; 4] = [
    transition::ACTIVE as u32,
    transition::HIDDEN as u32,
    label::ACTIVE as u32,
    label::HIDDEN as u32,
];
