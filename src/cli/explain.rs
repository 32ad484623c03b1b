//! `claimdiff explain`: the page of a rule, or the list of rules.

use std::fmt::Write;
use std::io;

use super::args::ExplainArgs;
use super::{Status, output};
use crate::report::RulePage;

/// Prints the page asked for.
pub(super) fn run(args: &ExplainArgs) -> io::Result<Status> {
    let pages = RulePage::all();
    let text = match &args.rule {
        None => list(&pages),
        Some(id) => pages
            .iter()
            .find(|page| page.rule == *id)
            .map_or_else(String::new, RulePage::text),
    };
    output::print(&text)?;
    Ok(Status::Clean)
}

fn list(pages: &[RulePage]) -> String {
    let mut text = String::new();
    for page in pages {
        let RulePage {
            rule,
            severity,
            finds,
            ..
        } = page;
        writeln!(text, "{rule:<22} {severity:<8} {finds}").expect("a string takes everything");
    }
    text
}
