//! What went wrong with an input, where, and what to do about it.

use std::fmt;

use super::LARGEST;
use crate::text::clean;

/// An input that could not be used.
#[derive(Debug)]
pub struct Trouble {
    /// The file, as the user gave it.
    pub path: String,
    /// Where in it, if the fault has a place.
    pub position: Option<Position>,
    /// What is wrong.
    pub fault: Fault,
}

/// Line and column, both counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column, in characters.
    pub column: usize,
}

/// What can be wrong with an input.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Fault {
    /// The file does not exist.
    #[error("there is no such file")]
    Missing,
    /// A story names a file that does not exist or cannot be used.
    #[error("names {path}: {fault}")]
    Named {
        /// The file named.
        path: String,
        /// What is wrong with it.
        fault: Box<Fault>,
    },
    /// The operating system refused.
    #[error("cannot be read: {0}")]
    Io(std::io::Error),
    /// Nothing to read.
    #[error("the text is empty")]
    Empty,
    /// Larger than [`LARGEST`].
    #[error("the file is larger than {} MB", LARGEST >> 20)]
    TooLarge,
    /// Another encoding, by its mark.
    #[error("the text is encoded as {0}, not as UTF-8")]
    Encoding(&'static str),
    /// A byte that UTF-8 does not have there.
    #[error("the text is not UTF-8: byte 0x{byte:02X} at offset {offset}")]
    NotUtf8 {
        /// The byte.
        byte: u8,
        /// Bytes before it.
        offset: usize,
    },
    /// No text.
    #[error("the file is not text")]
    Binary,
    /// An extension that no reader claims.
    #[error("files of type .{0} are not read")]
    Format(String),
    /// A page without running text.
    #[error("there is no article on this page")]
    NoArticle,
    /// A Word document that cannot be used.
    #[error("the Word document cannot be read: {0}")]
    Docx(String),
    /// A folder or a story without reports.
    #[error("there are no reports in it")]
    NoReports,
    /// A date that is not ISO 8601.
    #[error("`{0}` is not a date")]
    Date(String),
    /// YAML that cannot be read, or has other keys than it should.
    #[error("{0}")]
    Yaml(String),
}

/// Something the user should know about an input that was read.
#[derive(Debug)]
pub enum Note {
    /// A key of the front matter that is not read.
    UnreadKey {
        /// The file.
        path: String,
        /// Where.
        position: Option<Position>,
        /// The key.
        key: String,
    },
    /// A publication date in the metadata that cannot be read.
    UnreadDate {
        /// The file.
        path: String,
        /// Where.
        position: Option<Position>,
        /// The date as written.
        written: String,
    },
    /// Reports whose relative times stay unresolved.
    NoDate {
        /// The files.
        paths: Vec<String>,
    },
}

impl Trouble {
    /// Trouble with a whole file.
    pub(super) fn of(path: &str, fault: Fault) -> Self {
        Self {
            path: path.to_owned(),
            position: None,
            fault,
        }
    }

    /// The same trouble seen from the story that names the file: a missing file is the story's fault.
    pub(super) fn named_in(self, story: &str, position: Option<Position>) -> Self {
        match self.fault {
            Fault::Missing | Fault::Format(_) => Self {
                path: story.to_owned(),
                position,
                fault: Fault::Named {
                    path: self.path,
                    fault: Box::new(self.fault),
                },
            },
            _ => self,
        }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_place(f, &self.path, self.position)?;
        write!(f, "{}", self.fault)?;
        match self.fault.help() {
            Some(help) => write!(f, "; {help}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Trouble {}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnreadKey {
                path,
                position,
                key,
            } => {
                write_place(f, path, *position)?;
                write!(
                    f,
                    "the key `{key}` is not read; outlet, date, title and claimdiff are"
                )
            }
            Self::UnreadDate {
                path,
                position,
                written,
            } => {
                write_place(f, path, *position)?;
                write!(
                    f,
                    "the date `{}` is not read; --date gives one",
                    clean(written)
                )
            }
            Self::NoDate { paths } => {
                write_paths(f, paths)?;
                write!(
                    f,
                    ": no date is given, so words like \"Tuesday\" stay unresolved; \
                     put `date:` on top of the text or into the story, or use --date"
                )
            }
        }
    }
}

/// The first paths, and how many others there are.
fn write_paths(f: &mut fmt::Formatter<'_>, paths: &[String]) -> fmt::Result {
    let named = paths.len().min(3);
    write!(f, "{}", paths[..named].join(", "))?;
    match paths.len() - named {
        0 => Ok(()),
        others => write!(f, " and {others} more"),
    }
}

fn write_place(f: &mut fmt::Formatter<'_>, path: &str, at: Option<Position>) -> fmt::Result {
    match at {
        Some(Position { line, column }) => write!(f, "{path}:{line}:{column}: "),
        None => write!(f, "{path}: "),
    }
}

impl Fault {
    /// A YAML error without the place, which [`Position::of_yaml`] gives.
    pub(super) fn yaml(error: &serde_yaml::Error) -> Self {
        let message = error.to_string();
        let end = message.find(" at line ").unwrap_or(message.len());
        Self::Yaml(message[..end].to_owned())
    }

    /// What to do about it.
    fn help(&self) -> Option<&'static str> {
        match self {
            Self::Missing => Some("check the spelling of the path"),
            Self::Named { .. } => Some("paths in a story are relative to its folder"),
            Self::Empty => Some("save the article into it, or leave it out"),
            Self::TooLarge => Some("give one article per file"),
            Self::Encoding(_) => Some("save it as UTF-8"),
            Self::NotUtf8 { .. } => Some("it may be Windows-1252 or Latin-1: save it as UTF-8"),
            Self::Binary | Self::Format(_) => Some("save the article as .txt, .md, .html or .docx"),
            Self::NoArticle => Some("save the page once its text shows, or save the text as .txt"),
            Self::Docx(_) => Some("save it as .docx anew, or as .txt"),
            Self::NoReports => {
                Some("put .txt, .md, .html or .docx files there, or a story.yaml that lists them")
            }
            Self::Date(_) => Some("write it as 2025-05-20 or 2025-05-20T14:30"),
            Self::Io(_) | Self::Yaml(_) => None,
        }
    }
}

impl From<std::io::Error> for Fault {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::NotFound => Self::Missing,
            _ => Self::Io(error),
        }
    }
}

impl Position {
    /// The place just after `text`.
    pub(super) fn end_of(text: &str) -> Self {
        let line_start = text.rfind('\n').map_or(0, |at| at + 1);
        Self {
            line: text.matches('\n').count() + 1,
            column: text[line_start..].chars().count() + 1,
        }
    }

    /// Where a YAML error stands.
    pub(super) fn of_yaml(error: &serde_yaml::Error) -> Option<Self> {
        error.location().map(|at| Self {
            line: at.line(),
            column: at.column(),
        })
    }

    /// The same column, `lines` further down.
    pub(super) fn down(self, lines: usize) -> Self {
        Self {
            line: self.line + lines,
            ..self
        }
    }
}

/// Where `value` first stands in a YAML text.
pub(super) fn position_of(text: &str, value: &str) -> Option<Position> {
    text.find(value).map(|at| Position::end_of(&text[..at]))
}

/// Where the line of `key` starts in a YAML text.
pub(super) fn position_of_key(text: &str, key: &str) -> Option<Position> {
    let is_key = |line: &str| {
        line.strip_prefix(key)
            .is_some_and(|rest| rest.trim_start().starts_with(':'))
    };
    let line = text.lines().position(is_key)? + 1;
    Some(Position { line, column: 1 })
}
