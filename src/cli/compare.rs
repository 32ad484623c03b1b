//! `claimdiff compare`.

use std::io;

use super::args::CompareArgs;
use super::{Status, output, shared, step_summary};
use crate::compare::compare;
use crate::report::{COMPARE, named};

/// Compares what the arguments name and prints the result.
pub(super) fn run(args: &CompareArgs) -> io::Result<Status> {
    let input = shared::read(&args.input.paths, &shared::defaults(&args.input));
    let trouble = !input.troubles.is_empty();
    if input.articles.len() == 1 {
        eprintln!("note: only one report could be read, so it is compared with itself alone");
    }
    let reports = shared::extract(input.articles, args.input.threads)?;
    let comparison = compare(reports, input.story);
    let reporter = named(COMPARE, &args.format);
    let page = output::page(&args.output, args.all);
    output::write(&args.output, &reporter.report(&comparison, &page))?;
    step_summary::append(&args.format, &comparison)?;
    Ok(shared::status(trouble, &comparison.findings, args.fail_on))
}
