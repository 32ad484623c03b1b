//! `claimdiff config` and `claimdiff init`; and the settings that every command works with.

use std::io;
use std::path::{Path, PathBuf};

use super::args::{ConfigArgs, ConfigFileArgs, FindingArgs, InitArgs};
use super::{Status, output};
use crate::config::{self, Error, FILE_NAME, Flags, Settings, TEMPLATE};

/// Prints the settings in force, or the schema of their file.
pub(super) fn run(args: &ConfigArgs) -> io::Result<Status> {
    if args.schema {
        output::print(&config::schema())?;
        return Ok(Status::Clean);
    }
    let from = args.path.as_deref().unwrap_or(Path::new("."));
    let settings = settings(&args.findings, from).map_err(io::Error::other)?;
    output::print(&settings.show())?;
    Ok(Status::Clean)
}

/// Writes a commented configuration; one that is there stays.
pub(super) fn init(args: &InitArgs) -> io::Result<Status> {
    let path = args.folder.join(FILE_NAME);
    let name = path.display();
    let written = std::fs::File::create_new(&path)
        .and_then(|mut file| io::Write::write_all(&mut file, TEMPLATE.as_bytes()));
    written.map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => {
            io::Error::other(format!("{name}: is there already and was left as it is"))
        }
        _ => io::Error::other(format!("{name}: {error}")),
    })?;
    output::print(&format!(
        "{name} written; take the # away from what you want\n"
    ))?;
    Ok(Status::Clean)
}

/// The settings for the draft at `from`.
///
/// # Errors
/// When the configuration cannot be used.
pub(super) fn settings(args: &FindingArgs, from: &Path) -> Result<Settings, Error> {
    let settings = read(&args.file, args.flags(), from)?;
    if args.verbose {
        match &settings.file {
            Some(path) => eprintln!("{}: configuration", path.display()),
            None => eprintln!("no {FILE_NAME} is used"),
        }
    }
    Ok(settings)
}

/// The settings that the file for `from` and the flags give.
///
/// # Errors
/// When the configuration cannot be used.
pub(super) fn read(args: &ConfigFileArgs, flags: Flags, from: &Path) -> Result<Settings, Error> {
    Settings::read(file_of(args, from).as_deref(), flags)
}

/// The file that the settings for `from` are read from.
fn file_of(args: &ConfigFileArgs, from: &Path) -> Option<PathBuf> {
    match (&args.config, args.no_config) {
        (Some(path), _) => Some(path.clone()),
        (None, true) => None,
        (None, false) => config::find(from),
    }
}

/// The settings of each configuration that drafts at `paths` have, with the drafts, as indices, that it is for.
///
/// # Errors
/// When a configuration cannot be used.
pub(super) fn settings_of_all(
    args: &FindingArgs,
    paths: &[String],
) -> Result<Vec<(Settings, Vec<usize>)>, Error> {
    let mut all: Vec<(Settings, Vec<usize>)> = Vec::new();
    for (index, path) in paths.iter().enumerate() {
        let path = Path::new(path);
        let file = file_of(&args.file, path);
        match all.iter_mut().find(|(settings, _)| settings.file == file) {
            Some((_, drafts)) => drafts.push(index),
            None => all.push((settings(args, path)?, vec![index])),
        }
    }
    Ok(all)
}
