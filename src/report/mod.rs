//! Reporters: what was compared or extracted in, text for a reader or a program out.
//!
//! A [`Reporter`] only formats: order, wording and verdicts are settled before. A new format is one file here
//! and one line in [`COMPARE`], [`CHECK`] or [`EXTRACT`].

mod claim;
mod detail;
mod fact;
mod json;
mod jsonl;
mod markdown;
mod number;
mod place;
mod rule;
mod source;
mod summary;
mod table;
mod time;
mod view;
mod yaml;

pub use rule::RulePage;

use crate::compare::{Comparison, Report};

/// How the page is to look.
#[derive(Clone, Copy, Debug)]
pub struct Page {
    /// Columns of the terminal or the page.
    pub width: u16,
    /// Whether to colour.
    pub color: bool,
    /// Whether to show what only one report gives.
    pub all: bool,
}

impl Default for Page {
    fn default() -> Self {
        Self {
            width: 100,
            color: false,
            all: false,
        }
    }
}

/// Writes a `T` in one format.
pub trait Reporter<T: ?Sized>: Sync {
    /// The whole text, ending in a line feed.
    fn report(&self, subject: &T, page: &Page) -> String;
}

/// A named reporter.
pub struct Format<T: ?Sized + 'static> {
    /// What the user types.
    pub name: &'static str,
    /// What it is for, in a few words.
    pub help: &'static str,
    /// The reporter.
    pub reporter: &'static dyn Reporter<T>,
}

/// The formats of `claimdiff compare`.
pub const COMPARE: &[Format<Comparison>] = &[
    Format {
        name: "table",
        help: "for reading: facts down, outlets across, worst first",
        reporter: &table::ComparisonTable,
    },
    Format {
        name: "markdown",
        help: "the same for a wiki, a chat or a pull request",
        reporter: &markdown::Markdown,
    },
    Format {
        name: "json",
        help: "for programs (schema claimdiff/1)",
        reporter: &json::Json,
    },
    Format {
        name: "yaml",
        help: "the same as json, easier to read",
        reporter: &yaml::Yaml,
    },
];

/// The formats of `claimdiff check`.
pub const CHECK: &[Format<Comparison>] = &[
    Format {
        name: "table",
        help: "for reading: facts down, draft and sources across, worst first",
        reporter: &table::ComparisonTable,
    },
    Format {
        name: "markdown",
        help: "the same for a wiki, a chat or a pull request",
        reporter: &markdown::Markdown,
    },
    Format {
        name: "json",
        help: "for programs (schema claimdiff/1)",
        reporter: &json::Json,
    },
    Format {
        name: "jsonl",
        help: "one finding on each line",
        reporter: &jsonl::JsonLines,
    },
    Format {
        name: "yaml",
        help: "the same as json, easier to read",
        reporter: &yaml::Yaml,
    },
];

/// The formats of `claimdiff extract`.
pub const EXTRACT: &[Format<[Report]>] = &[
    Format {
        name: "table",
        help: "for reading: one claim on each line",
        reporter: &table::ExtractionTable,
    },
    Format {
        name: "json",
        help: "for programs (schema claimdiff/1)",
        reporter: &json::Json,
    },
    Format {
        name: "jsonl",
        help: "one claim on each line",
        reporter: &jsonl::JsonLines,
    },
    Format {
        name: "yaml",
        help: "the same as json, easier to read",
        reporter: &yaml::Yaml,
    },
];

/// The reporter of `formats` called `name`.
///
/// # Panics
/// When there is none; the command line accepts the names of `formats` only.
#[must_use]
pub fn named<T: ?Sized>(formats: &[Format<T>], name: &str) -> &'static dyn Reporter<T> {
    let mut formats = formats.iter();
    let format = formats.find(|format| format.name == name);
    format.expect("the command line checks the name").reporter
}
