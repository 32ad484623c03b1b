//! What keeps findings from being filtered as asked.

use std::path::{Path, PathBuf};

/// A file that cannot be used, with the place in it where one is known.
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
    pub(super) fn new(path: &Path, message: impl Into<String>) -> Self {
        Self {
            path: path.to_owned(),
            place: None,
            message: message.into(),
        }
    }

    pub(super) fn file(path: &Path, error: &std::io::Error) -> Self {
        let message = match error.kind() {
            std::io::ErrorKind::NotFound => {
                "there is no such file; --write-baseline writes it".to_owned()
            }
            _ => error.to_string(),
        };
        Self::new(path, message)
    }

    pub(super) fn yaml(path: &Path, error: &serde_yaml::Error) -> Self {
        let message = error.to_string();
        let end = message.find(" at line ").unwrap_or(message.len());
        Self {
            place: error.location().map(|at| (at.line(), at.column())),
            ..Self::new(path, &message[..end])
        }
    }
}
