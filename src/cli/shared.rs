//! What every command does first: read what was named, say what could not be, extract the claims.

use std::io;
use std::path::PathBuf;

use super::args::InputArgs;
use crate::compare::Report;
use crate::input::{self, Article, Defaults, Input};

/// Reads the input and says on standard error what went wrong with it; `quiet` holds back the notes.
pub(super) fn read(paths: &[PathBuf], defaults: &Defaults, quiet: bool) -> Input {
    let input = input::read(paths, defaults);
    for trouble in &input.troubles {
        eprintln!("{trouble}");
    }
    for note in input.notes.iter().filter(|_| !quiet) {
        eprintln!("note: {note}");
    }
    input
}

/// Extracts the claims on as many threads as asked for, which serve what comes after it as well: a command calls it
/// once.
pub(super) fn extract(articles: Vec<Article>, threads: Option<usize>) -> io::Result<Vec<Report>> {
    start_threads(threads)?;
    Ok(crate::extract::extract(articles))
}

/// Starts as many threads as asked for; a command calls it once.
pub(super) fn start_threads(threads: Option<usize>) -> io::Result<()> {
    rayon::ThreadPoolBuilder::new()
        .num_threads(threads.unwrap_or(0))
        .build_global()
        .map_err(io::Error::other)
}

/// What the user says of reports that do not say it themselves.
pub(super) fn defaults(args: &InputArgs) -> Defaults {
    Defaults {
        outlets: args.outlet.clone(),
        date: args.date,
    }
}
