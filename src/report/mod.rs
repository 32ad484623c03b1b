//! Reporters: what was compared or extracted in, text for a reader or a program out.
//!
//! A [`Reporter`] only formats: order, wording and verdicts are settled before. A new format is one file here
//! and one line in [`COMPARE`], [`CHECK`] or [`EXTRACT`].

mod claim;
mod comment;
mod csv;
mod detail;
mod diagnostic;
mod explanation;
mod fact;
mod github;
mod gitlab;
pub(crate) mod html;
mod json;
mod jsonl;
mod junit;
mod markdown;
mod number;
mod rdjson;
mod rule;
mod sarif;
mod snippet;
mod source;
mod summary;
mod table;
mod time;
mod view;
mod yaml;

pub(crate) use explanation::explain;
pub(crate) use jsonl::claims_of;
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
    HTML,
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
    CSV,
    SARIF,
    GITHUB,
    GITLAB,
    JUNIT,
    RDJSON,
];

/// The formats of `claimdiff check`.
pub const CHECK: &[Format<Comparison>] = &[
    Format {
        name: "text",
        help: "for reading: each finding with the lines of draft and sources",
        reporter: &snippet::AnnotatedDraft,
    },
    Format {
        name: "table",
        help: "for reading: facts down, draft and sources across, worst first",
        reporter: &table::ComparisonTable,
    },
    Format {
        name: "markdown",
        help: "a comment on a pull request: a table of what is wrong in each draft",
        reporter: &comment::Comment,
    },
    HTML,
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
    CSV,
    SARIF,
    GITHUB,
    GITLAB,
    JUNIT,
    RDJSON,
];

const HTML: Format<Comparison> = Format {
    name: "html",
    help: "one page to open, mail and archive",
    reporter: &html::Html,
};

const CSV: Format<Comparison> = Format {
    name: "csv",
    help: "findings for a spreadsheet",
    reporter: &csv::Csv,
};

const SARIF: Format<Comparison> = Format {
    name: "sarif",
    help: "findings for code scanning and editors (SARIF 2.1.0)",
    reporter: &sarif::Sarif,
};

const GITHUB: Format<Comparison> = Format {
    name: "github",
    help: "findings as annotations of a GitHub workflow",
    reporter: &github::GitHub,
};

const GITLAB: Format<Comparison> = Format {
    name: "gitlab",
    help: "findings as a GitLab code quality report",
    reporter: &gitlab::GitLab,
};

const JUNIT: Format<Comparison> = Format {
    name: "junit",
    help: "findings as test results (JUnit XML)",
    reporter: &junit::JUnit,
};

const RDJSON: Format<Comparison> = Format {
    name: "rdjson",
    help: "findings for reviewdog",
    reporter: &rdjson::ReviewdogJson,
};

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
