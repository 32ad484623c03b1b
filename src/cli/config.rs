//! `claimdiff config` and `claimdiff init`; and the settings that every command works with.

use std::io;
use std::path::{Path, PathBuf};

use super::args::{ConfigArgs, ConfigFileArgs, FindingArgs, InitArgs};
use super::{Status, output};
use crate::alias;
use crate::compare::Report;
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
    let found = match (&args.config, args.no_config) {
        (Some(path), _) => Some(path.clone()),
        (None, true) => None,
        (None, false) => config::find(from),
    };
    Settings::read(found.as_deref(), flags)
}

/// The settings for several drafts: those of the first, which is said where another has its own.
///
/// # Errors
/// When the configuration cannot be used.
pub(super) fn settings_of_all(args: &FindingArgs, drafts: &[PathBuf]) -> Result<Settings, Error> {
    let first = drafts.first().map_or(Path::new("."), PathBuf::as_path);
    let settings = settings(args, first)?;
    let found = args.file.config.is_none() && !args.file.no_config && !args.quiet;
    for draft in drafts.iter().filter(|_| found) {
        if let Some(other) =
            config::find(draft).filter(|other| settings.file.as_ref() != Some(other))
        {
            let (draft, other) = (draft.display(), other.display());
            eprintln!(
                "note: {draft}: {other} is not used; the configuration of the first draft is"
            );
        }
    }
    Ok(settings)
}

/// Reads the reports as the settings say.
pub(super) fn prepare(settings: &Settings, reports: &mut [Report]) {
    for report in reports {
        report.tolerances = settings.tolerances(&report.path);
        report.exempt |= settings.ignores(&report.path);
        alias::apply(&settings.aliases.value, report);
    }
}
