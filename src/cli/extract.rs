//! `claimdiff extract`.

use std::io;

use super::args::ExtractArgs;
use super::{Status, config, output, shared};
use crate::config::Flags;
use crate::config::prepare;
use crate::report::{EXTRACT, named};

/// Extracts what the arguments name and prints the claims.
pub(super) fn run(args: &ExtractArgs) -> io::Result<Status> {
    let settings = config::read(&args.file, Flags::default(), &args.input.paths[0]);
    let settings = settings.map_err(io::Error::other)?;
    let input = shared::read(&args.input.paths, &shared::defaults(&args.input), false);
    let trouble = !input.troubles.is_empty();
    let mut reports = shared::extract(input.articles, args.input.threads)?;
    prepare(&settings, &mut reports);
    let reporter = named(EXTRACT, &args.format);
    let page = output::page(&args.output, true);
    output::write(&args.output, &reporter.report(&reports, &page))?;
    Ok(if trouble {
        Status::Trouble
    } else {
        Status::Clean
    })
}
