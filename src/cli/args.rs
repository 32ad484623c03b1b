//! What may be typed.

use std::path::PathBuf;

use claims::Published;
use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::input::parse_date;
use crate::report::{COMPARE, EXTRACT, Format};

/// Finds where reports of one event disagree: in numbers, times, quotations and who said what
#[derive(Parser)]
#[command(name = "claimdiff", version, max_term_width = 100)]
pub struct Cli {
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Subcommand)]
pub(super) enum Command {
    /// Compare several reports of one event and show where they disagree
    Compare(CompareArgs),
    /// Show the numbers, times, quotations and attributed statements of each report
    Extract(ExtractArgs),
}

#[derive(Args)]
pub(super) struct CompareArgs {
    #[command(flatten)]
    pub(super) input: InputArgs,
    /// How to show the result
    #[arg(long, value_name = "FORMAT", value_parser = format_names(COMPARE), default_value = "table")]
    pub(super) format: String,
    #[command(flatten)]
    pub(super) output: OutputArgs,
    /// Also show what only one report says
    #[arg(long)]
    pub(super) all: bool,
    /// Exit with status 1 when there is a finding this bad or worse
    #[arg(long, value_name = "SEVERITY", value_enum, default_value_t = FailOn::Error)]
    pub(super) fail_on: FailOn,
}

#[derive(Args)]
pub(super) struct ExtractArgs {
    #[command(flatten)]
    pub(super) input: InputArgs,
    /// How to show the claims
    #[arg(long, value_name = "FORMAT", value_parser = format_names(EXTRACT), default_value = "table")]
    pub(super) format: String,
    #[command(flatten)]
    pub(super) output: OutputArgs,
}

/// What to read.
#[derive(Args)]
pub(super) struct InputArgs {
    /// Articles (.txt, .md, or - for standard input), a story.yaml that lists them, or a folder of them
    #[arg(value_name = "REPORT", required = true)]
    pub(super) paths: Vec<PathBuf>,
    /// Publication date of the reports that give none, such as 2025-05-20 or 2025-05-20T14:30
    #[arg(long, value_name = "DATE", value_parser = published)]
    pub(super) date: Option<Published>,
    /// Outlet of a report that gives none; repeat it for the next one
    #[arg(long, value_name = "NAME")]
    pub(super) outlet: Vec<String>,
    /// Threads to read with [default: one for each core]
    #[arg(long, value_name = "N")]
    pub(super) threads: Option<usize>,
}

/// Where to write and how it looks.
#[derive(Args)]
pub(super) struct OutputArgs {
    /// Write to FILE instead of the terminal
    #[arg(long, short, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    /// Whether to use colour; NO_COLOR in the environment turns it off as well
    #[arg(long, value_name = "WHEN", value_enum, default_value_t = Color::Auto)]
    pub(super) color: Color,
    /// Columns of the page [default: those of the terminal, or 100]
    #[arg(long, value_name = "COLUMNS")]
    pub(super) width: Option<u16>,
}

/// When to use colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    /// On a terminal
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// The least severity that makes the exit status 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum FailOn {
    /// Values that cannot all be right
    Error,
    /// What an editor should look at
    Warning,
    /// Anything found
    Note,
    /// Nothing: always 0, unless there is trouble
    Never,
}

fn format_names<T: ?Sized>(formats: &'static [Format<T>]) -> PossibleValuesParser {
    let names = formats.iter();
    PossibleValuesParser::new(
        names.map(|format| clap::builder::PossibleValue::new(format.name).help(format.help)),
    )
}

fn published(written: &str) -> Result<Published, String> {
    parse_date(written).map_err(|_| "write it as 2025-05-20 or 2025-05-20T14:30".to_owned())
}
