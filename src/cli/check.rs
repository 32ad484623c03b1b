//! `claimdiff check`.

use std::io;

use super::args::CheckArgs;
use super::{Status, output, shared, step_summary};
use crate::check::check;
use crate::input::Defaults;
use crate::report::{CHECK, named};

/// Checks the drafts that the arguments name against their sources and prints the result.
pub(super) fn run(args: &CheckArgs) -> io::Result<Status> {
    let defaults = Defaults {
        date: args.date,
        ..Defaults::default()
    };
    let drafts = shared::read(&args.drafts, &defaults);
    let sources = shared::read(&args.against, &defaults);
    let trouble = !(drafts.troubles.is_empty() && sources.troubles.is_empty());
    let story = drafts.story.or(sources.story);
    let count = drafts.articles.len();
    let articles = drafts.articles.into_iter().chain(sources.articles);
    let mut reports = shared::extract(articles.collect(), args.threads)?;
    let sources = reports.split_off(count);
    let comparison = check(reports, sources, story);
    let reporter = named(CHECK, &args.format);
    let page = output::page(&args.output, args.all);
    output::write(&args.output, &reporter.report(&comparison, &page))?;
    step_summary::append(&args.format, &comparison)?;
    Ok(shared::status(trouble, &comparison.findings, args.fail_on))
}
