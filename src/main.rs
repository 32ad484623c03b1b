//! diff for facts.

fn main() {}
