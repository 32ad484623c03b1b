//! A file of the user's, other than a text, that cannot be used: the configuration, a baseline.

use std::path::{Path, PathBuf};

/// Which file, where in it as far as that is known, and what is wrong.
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
    /// What is wrong with a whole file.
    pub(crate) fn new(path: &Path, message: impl Into<String>) -> Self {
        Self {
            path: path.to_owned(),
            place: None,
            message: message.into(),
        }
    }

    /// What is wrong in a line, counted from 1.
    pub(crate) fn at(path: &Path, line: Option<usize>, message: impl Into<String>) -> Self {
        Self {
            place: line.map(|line| (line, 1)),
            ..Self::new(path, message)
        }
    }

    /// YAML that cannot be read.
    pub(crate) fn yaml(path: &Path, error: &serde_yaml::Error) -> Self {
        let message = error.to_string();
        let end = message.find(" at line ").unwrap_or(message.len());
        Self {
            place: error.location().map(|at| (at.line(), at.column())),
            ..Self::new(path, &message[..end])
        }
    }
}
