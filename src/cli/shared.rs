//! What every command does first: read what was named, say what could not be, extract the claims.

use std::io;

use super::args::InputArgs;
use crate::compare::Report;
use crate::input::{self, Article, Defaults, Input};

/// Reads the input and says on standard error what went wrong with it.
pub(super) fn read(args: &InputArgs) -> Input {
    let defaults = Defaults {
        outlets: args.outlet.clone(),
        date: args.date,
    };
    let input = input::read(&args.paths, &defaults);
    for trouble in &input.troubles {
        eprintln!("{trouble}");
    }
    for note in &input.notes {
        eprintln!("note: {note}");
    }
    input
}

/// Extracts the claims on as many threads as asked for.
pub(super) fn extract(articles: Vec<Article>, args: &InputArgs) -> io::Result<Vec<Report>> {
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(args.threads.unwrap_or(0))
        .build()
        .map_err(io::Error::other)?;
    Ok(pool.install(|| crate::extract::extract(articles)))
}
