//! diff for facts: aligns the numbers, times and quotations of several reports of one event and shows where
//! they disagree.

pub mod compare;
