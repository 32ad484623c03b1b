//! diff for facts: aligns the numbers, times and quotations of several reports of one event and shows where
//! they disagree.
//!
//! ```text
//! input -> extract (crate `claims`) -> align -> compare -> report
//! ```

pub mod alias;
pub mod align;
pub mod check;
pub mod cli;
pub mod compare;
pub mod config;
mod error;
pub mod extract;
pub mod filter;
pub mod input;
pub mod original;
mod place;
pub mod report;
pub mod serve;
mod text;
