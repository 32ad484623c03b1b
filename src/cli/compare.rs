//! `claimdiff compare`.

use std::io;

use super::args::{CompareArgs, FailOn};
use super::{Status, output, shared};
use crate::compare::{Comparison, Severity, compare};
use crate::report::{COMPARE, named};

/// Compares what the arguments name and prints the result.
pub(super) fn run(args: &CompareArgs) -> io::Result<Status> {
    let input = shared::read(&args.input);
    let trouble = !input.troubles.is_empty();
    if input.articles.len() == 1 {
        eprintln!("note: only one report could be read, so it is compared with itself alone");
    }
    let reports = shared::extract(input.articles, &args.input)?;
    let comparison = compare(reports, input.story);
    let reporter = named(COMPARE, &args.format);
    let page = output::page(&args.output, args.all);
    output::write(&args.output, &reporter.report(&comparison, &page))?;
    Ok(if trouble {
        Status::Trouble
    } else {
        status(&comparison, args.fail_on)
    })
}

fn status(comparison: &Comparison, fail_on: FailOn) -> Status {
    let least = match fail_on {
        FailOn::Error => Severity::Error,
        FailOn::Warning => Severity::Warning,
        FailOn::Note => Severity::Note,
        FailOn::Never => return Status::Clean,
    };
    let mut findings = comparison.findings.iter();
    if findings.any(|finding| finding.severity <= least) {
        Status::Found
    } else {
        Status::Clean
    }
}
