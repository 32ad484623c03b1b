//! `claimdiff compare`.

use std::io;
use std::path::Path;

use super::args::CompareArgs;
use super::tell::{Telling, Told};
use super::{Status, config, shared};
use crate::compare::compare;
use crate::config::prepare;
use crate::report::COMPARE;

/// Compares what the arguments name and prints the result.
pub(super) fn run(args: &CompareArgs) -> io::Result<Status> {
    let settings = config::settings(&args.findings, Path::new(".")).map_err(io::Error::other)?;
    let input = shared::read(
        &args.input.paths,
        &shared::defaults(&args.input),
        args.findings.quiet,
    );
    let trouble = !input.troubles.is_empty();
    if input.articles.len() == 1 {
        eprintln!("note: there is one report to read, so it is compared with itself alone");
    }
    let mut reports = shared::extract(input.articles, args.input.threads)?;
    prepare(&settings, &mut reports);
    let comparison = compare(reports, input.story);
    let telling = Telling {
        findings: &args.findings,
        output: &args.output,
        format: &args.format,
        formats: COMPARE,
        all: args.all,
    };
    let told = Told {
        comparison,
        settings,
    };
    telling.tell(vec![told], trouble)
}
