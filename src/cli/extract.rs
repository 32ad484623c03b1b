//! `claimdiff extract`.

use std::io;

use super::args::ExtractArgs;
use super::{Status, config, output, shared};
use crate::config::{Flags, Settings, prepare};
use crate::extract::{extract, extract_each};
use crate::input::Article;
use crate::report::{EXTRACT, claims_of, named};

/// Extracts what the arguments name and prints the claims.
pub(super) fn run(args: &ExtractArgs) -> io::Result<Status> {
    let settings = config::read(&args.file, Flags::default(), &args.input.paths[0]);
    let settings = settings.map_err(io::Error::other)?;
    let input = shared::read(&args.input.paths, &shared::defaults(&args.input), false);
    let trouble = !input.troubles.is_empty();
    shared::start_threads(args.input.threads)?;
    if args.format == JSON_LINES && args.output.output.is_none() {
        stream(input.articles, &settings)?;
    } else {
        let mut reports = extract(input.articles);
        prepare(&settings, &mut reports);
        let reporter = named(EXTRACT, &args.format);
        let page = output::page(&args.output, true);
        output::write(&args.output, &reporter.report(&reports, &page))?;
    }
    Ok(if trouble {
        Status::Trouble
    } else {
        Status::Clean
    })
}

/// The format that has nothing to say of all reports together, so that each can be written when it has been read.
const JSON_LINES: &str = "jsonl";

/// Articles that are read before their lines are written: enough for any number of threads.
const BATCH: usize = 128;

/// Prints the claims of every article as JSON lines, batch by batch: an archive does not fill the memory.
fn stream(mut articles: Vec<Article>, settings: &Settings) -> io::Result<()> {
    let mut first = 0;
    while !articles.is_empty() {
        let rest = articles.split_off(articles.len().min(BATCH));
        let count = articles.len();
        let texts = extract_each(articles, |number, mut report| {
            prepare(settings, std::slice::from_mut(&mut report));
            claims_of(first + number, &report)
        });
        for text in texts {
            output::print(&text)?;
        }
        (first, articles) = (first + count, rest);
    }
    Ok(())
}
