//! `claimdiff check`.

use std::io;

use super::args::CheckArgs;
use super::tell::{Telling, Told};
use super::{Status, config, shared};
use crate::check::check;
use crate::compare::Report;
use crate::config::{Settings, prepare};
use crate::input::Defaults;
use crate::report::CHECK;

/// Checks the drafts that the arguments name against their sources and prints the result.
pub(super) fn run(args: &CheckArgs) -> io::Result<Status> {
    let defaults = Defaults {
        date: args.date,
        ..Defaults::default()
    };
    let drafts = shared::read(&args.drafts, &defaults, args.findings.quiet);
    let sources = shared::read(&args.against, &defaults, args.findings.quiet);
    let trouble = !(drafts.troubles.is_empty() && sources.troubles.is_empty());
    let paths: Vec<String> = drafts.articles.iter().map(|one| one.path.clone()).collect();
    let settings = config::settings_of_all(&args.findings, &paths).map_err(io::Error::other)?;
    let story = drafts.story.or(sources.story);
    let articles = drafts.articles.into_iter().chain(sources.articles);
    let mut reports = shared::extract(articles.collect(), args.threads)?;
    let sources = reports.split_off(paths.len());
    let told = parts(settings, reports, sources)
        .map(|(settings, drafts, sources)| Told {
            comparison: check(drafts, sources, story.clone()),
            settings,
        })
        .collect();
    let telling = Telling {
        findings: &args.findings,
        output: &args.output,
        format: &args.format,
        formats: CHECK,
        all: args.all,
    };
    telling.tell(told, trouble)
}

/// For each of `settings` the drafts that it is for and all sources, both prepared as it says.
fn parts(
    settings: Vec<(Settings, Vec<usize>)>,
    drafts: Vec<Report>,
    sources: Vec<Report>,
) -> impl Iterator<Item = (Settings, Vec<Report>, Vec<Report>)> {
    let mut drafts: Vec<Option<Report>> = drafts.into_iter().map(Some).collect();
    let sources = std::iter::repeat_n(sources, settings.len());
    let parts = settings.into_iter().zip(sources);
    parts.map(move |((settings, own), mut sources)| {
        let own = own.into_iter().filter_map(|index| drafts[index].take());
        let mut own: Vec<Report> = own.collect();
        prepare(&settings, &mut own);
        prepare(&settings, &mut sources);
        (settings, own, sources)
    })
}
