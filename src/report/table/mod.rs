//! The table: facts down, outlets across, worst first; then what is behind each finding.
//!
//! A line on top sums up. What differs stands in a table of its own before what agrees, and both before what only words
//! differ in. The width decides the layout: reasons stand beside the values where there is room, else below the table;
//! with many outlets on a narrow page the outlets go down as well ([`layout`]).

mod comparison;
mod evidence;
mod extraction;
mod grid;
mod layout;
mod paint;

pub(super) use comparison::ComparisonTable;
pub(super) use extraction::ExtractionTable;
