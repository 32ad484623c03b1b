//! Alignment: the claims of all reports in, groups of claims that answer one question out.
//!
//! The measure gates: "12 killed" never meets "12 injured". Among what the gate lets through, likeness ranks:
//! "108 drones launched" and "Moscow fired 108 unmanned aircraft" share outcome, counted noun and value. Pairs
//! come from an index, so that their number grows with the text and not with its square.

mod candidate;
mod cluster;
mod gate;
mod medium;
mod name;
mod naming;
mod place;
mod profile;
mod quote;
mod score;
mod shortened;
mod statement;
mod story;
mod union;

pub use cluster::Cluster;
pub(crate) use cluster::{JOIN, pair_score};
pub(crate) use gate::{Shut, shut};
pub(crate) use name::{
    hold_one_office, is_slip_of_given_name, is_slip_of_name, likeness as name_likeness, role,
};
pub(crate) use naming::thing as thing_named;
pub(crate) use place::same as same_place;
pub use profile::{Label, Profile};
pub(crate) use profile::{person, profiles, tells_history};
pub(crate) use quote::{
    alike_claims as quotations_alike, nearly_holds as quotation_nearly_holds, words as quoted_words,
};
pub(crate) use score::score;
pub use score::{Feature, Score};
pub(crate) use statement::{is_phrase, shared_words as words_in_both_statements};

use crate::compare::Report;
use story::Events;

/// The clusters of a story, singles included, and how many pairs of claims were compared.
#[must_use]
pub fn align(reports: &[Report]) -> (Vec<Cluster>, usize) {
    let events = Events::of(reports);
    let (mut clusters, mut pairs) = cluster::align(reports, &events);
    clusters.extend(quote::align(reports, &mut pairs));
    clusters.extend(name::align(reports, &mut pairs));
    clusters.extend(place::align(reports, &events, &mut pairs));
    clusters.extend(statement::align(reports, &events, &mut pairs));
    clusters.extend(naming::align(reports));
    (clusters, pairs)
}
