//! `claimdiff check`.

use std::io;

use super::args::CheckArgs;
use super::tell::Telling;
use super::{Status, config, shared};
use crate::check::check;
use crate::input::Defaults;
use crate::report::CHECK;

/// Checks the drafts that the arguments name against their sources and prints the result.
pub(super) fn run(args: &CheckArgs) -> io::Result<Status> {
    let defaults = Defaults {
        date: args.date,
        ..Defaults::default()
    };
    let settings =
        config::settings_of_all(&args.findings, &args.drafts).map_err(io::Error::other)?;
    let drafts = shared::read(&args.drafts, &defaults, args.findings.quiet);
    let sources = shared::read(&args.against, &defaults, args.findings.quiet);
    let trouble = !(drafts.troubles.is_empty() && sources.troubles.is_empty());
    let story = drafts.story.or(sources.story);
    let count = drafts.articles.len();
    let articles = drafts.articles.into_iter().chain(sources.articles);
    let mut reports = shared::extract(articles.collect(), args.threads)?;
    config::prepare(&settings, &mut reports);
    let sources = reports.split_off(count);
    let comparison = check(reports, sources, story);
    let telling = Telling {
        findings: &args.findings,
        settings: &settings,
        output: &args.output,
        format: &args.format,
        formats: CHECK,
        all: args.all,
    };
    telling.tell(comparison, trouble)
}
