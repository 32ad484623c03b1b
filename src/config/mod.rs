//! Configuration: `claimdiff.yaml` and flags in, the settings in force with the origin of each out.
//!
//! ```yaml
//! fail-on: warning
//! rules:
//!   number-far: off
//! tolerances:
//!   money: 1%
//! ```
//! in the folder of a draft or above it makes warnings fail, drops the notes of far values, and lets 100 and 101
//! million dollars agree. An unknown key is an error with its line and column.

mod file;
mod find;
mod glob;
mod locate;
mod parse;
mod schema;
mod settings;
mod show;

use std::path::{Path, PathBuf};

pub use file::{Aliases, FailOn, Level, UnitAlias};
pub use find::find;
pub use schema::schema;
pub use settings::{Flags, Origin, Settings, Sourced};

/// The name of the file.
pub const FILE_NAME: &str = "claimdiff.yaml";

/// A commented file to begin with.
pub const TEMPLATE: &str = include_str!("template.yaml");

/// A configuration that cannot be used, with the place in its file.
#[derive(Debug, thiserror::Error)]
#[error("{}{}: {message}", path.display(), written(*place))]
pub struct Error {
    path: PathBuf,
    place: Option<(usize, usize)>,
    message: String,
}

fn written(place: Option<(usize, usize)>) -> String {
    place.map_or_else(String::new, |(line, column)| format!(":{line}:{column}"))
}

impl Error {
    fn of(path: &Path, message: impl Into<String>) -> Self {
        Self {
            path: path.to_owned(),
            place: None,
            message: message.into(),
        }
    }

    fn yaml(path: &Path, error: &serde_yaml::Error) -> Self {
        let message = error.to_string();
        let end = message.find(" at line ").unwrap_or(message.len());
        Self {
            place: error.location().map(|at| (at.line(), at.column())),
            ..Self::of(path, &message[..end])
        }
    }
}
