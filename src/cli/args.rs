//! What may be typed.

use std::ops::RangeInclusive;
use std::path::PathBuf;

use claims::Published;
use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::compare::Rule;
use crate::config::{FailOn, Flags};
use crate::filter::parse_lines;
use crate::input::parse_date;
use crate::report::{CHECK, COMPARE, EXTRACT, Format};

/// Finds where reports of one event disagree: in numbers, times, quotations and who said what.
#[derive(Parser)]
#[command(name = "claimdiff", version, max_term_width = 100, after_help = EXAMPLES)]
pub(super) struct Cli {
    #[command(subcommand)]
    pub(super) command: Command,
}

const EXAMPLES: &str = "\
Examples:
  claimdiff compare harbor.txt northline.txt   show where two articles disagree
  claimdiff compare my-story/                  compare all articles of a folder
  claimdiff check draft.md --against wires/    check a draft against what it is based on
  claimdiff explain number-conflict            what a rule means and what to do
  claimdiff help compare                       all options of a command";

const COMPARE_EXAMPLES: &str = "\
Examples:
  claimdiff compare harbor.txt northline.txt --date 2025-05-20
  claimdiff compare story.yaml --all
  claimdiff compare my-story/ --format markdown --output differences.md

An article is plain text or Markdown, saved as UTF-8. Its outlet and date may stand on top of it:

  ---
  outlet: Harbor Ledger
  date: 2025-05-20
  ---

or in a story.yaml beside the articles:

  story: a night of drone strikes
  reports:
    - outlet: Harbor Ledger
      date: 2025-05-20
      path: harbor.txt

The date tells which day \"Tuesday\" and \"yesterday\" are.

Exit status: 0 nothing found, 1 findings at or above --fail-on, 2 trouble (an article that cannot be read, a \
wrong option).";

const CHECK_EXAMPLES: &str = "\
Examples:
  claimdiff check draft.md --against wires/
  claimdiff check draft.md sidebar.md --against story.yaml late-wire.txt
  claimdiff check draft.md --against wires/ --fail-on warning --format markdown

A draft is read like an article; what it says is looked for in the articles behind --against. A claim that no \
article carries and one speaks against is an error; a name or a quotation that differs is a warning; what no \
article has is a note.

Exit status: 0 nothing found, 1 findings at or above --fail-on, 2 trouble (a file that cannot be read, a \
wrong option).";

const EXTRACT_EXAMPLES: &str = "\
Examples:
  claimdiff extract harbor.txt
  claimdiff extract my-story/ --format json --output claims.json
  cat harbor.txt | claimdiff extract - --date 2025-05-20

Exit status: 0, or 2 when an article cannot be read.";

const EXPLAIN_EXAMPLES: &str = "\
Examples:
  claimdiff explain number-conflict
  claimdiff explain --finding 5922c1 my-story/

The fingerprint of a finding stands in the formats json, yaml, csv and sarif. Its reports are compared anew, and \
what is shown is why its claims stand side by side and why they were judged as they were.";

const CONFIG_EXAMPLES: &str = "\
Examples:
  claimdiff config drafts/harbor.md
  claimdiff config --schema > claimdiff.schema.json";

#[derive(Subcommand)]
pub(super) enum Command {
    /// Compare several reports of one event and show where they disagree.
    #[command(after_help = COMPARE_EXAMPLES)]
    Compare(CompareArgs),
    /// Check drafts against the reports that they are based on.
    #[command(after_help = CHECK_EXAMPLES)]
    Check(CheckArgs),
    /// Show the numbers, times, quotations and attributed statements of each report.
    #[command(after_help = EXTRACT_EXAMPLES)]
    Extract(ExtractArgs),
    /// Explain what a rule finds, with examples and what to do; without a rule, list them. Or explain one finding.
    #[command(after_help = EXPLAIN_EXAMPLES)]
    Explain(ExplainArgs),
    /// Print the settings in force and where each comes from.
    #[command(after_help = CONFIG_EXAMPLES)]
    Config(ConfigArgs),
    /// Write a commented claimdiff.yaml.
    Init(InitArgs),
    /// Open a page in your browser where reports are pasted or dropped and compared; nothing leaves this machine.
    Serve(ServeArgs),
    /// Print the completions for a shell.
    Completions {
        /// The shell.
        shell: Shell,
    },
    /// Print the manual page, or that of one command.
    Man {
        /// The command.
        #[arg(value_parser = ["compare", "check", "extract", "explain", "config", "init", "serve", "completions"])]
        command: Option<String>,
    },
}

#[derive(Args)]
pub(super) struct ConfigArgs {
    /// The draft or folder whose settings are asked for [default: this folder].
    #[arg(value_name = "PATH")]
    pub(super) path: Option<PathBuf>,
    /// Print the JSON schema of the file instead, for editors.
    #[arg(long)]
    pub(super) schema: bool,
    #[command(flatten)]
    pub(super) findings: FindingArgs,
}

#[derive(Args)]
pub(super) struct InitArgs {
    /// Where to write it.
    #[arg(value_name = "FOLDER", default_value = ".")]
    pub(super) folder: PathBuf,
}

#[derive(Args)]
pub(super) struct ExplainArgs {
    /// The rule, as it stands in brackets behind a finding.
    #[arg(value_parser = rule_ids(), conflicts_with = "finding")]
    pub(super) rule: Option<String>,
    /// Explain one finding of the comparison of these reports instead: the first 6 characters or more of its
    /// fingerprint, then what was compared.
    #[arg(long, num_args = 2.., value_names = ["FINGERPRINT", "PATH"])]
    pub(super) finding: Vec<String>,
    /// Of a finding of check: what the drafts were checked against.
    #[arg(long, value_name = "SOURCE", num_args = 1.., requires = "finding")]
    pub(super) against: Vec<PathBuf>,
    /// Publication date of the reports that give none, such as 2025-05-20 or 2025-05-20T14:30.
    #[arg(long, value_name = "DATE", value_parser = published, requires = "finding")]
    pub(super) date: Option<Published>,
    /// Outlet of a report that gives none; repeat it for the next one.
    #[arg(long, value_name = "NAME", requires = "finding")]
    pub(super) outlet: Vec<String>,
    #[command(flatten)]
    pub(super) file: ConfigFileArgs,
}

#[derive(Args)]
pub(super) struct ServeArgs {
    /// Where the stories are kept, one folder each.
    #[arg(value_name = "FOLDER", default_value = "stories")]
    pub(super) folder: PathBuf,
    /// Port of this machine to listen at; 0 for any free one.
    #[arg(long, value_name = "PORT", default_value_t = 7373)]
    pub(super) port: u16,
}

#[derive(Args)]
pub(super) struct CompareArgs {
    #[command(flatten)]
    pub(super) input: InputArgs,
    /// How to show the result.
    #[arg(long, value_name = "FORMAT", value_parser = format_names(COMPARE), default_value = "table")]
    pub(super) format: String,
    #[command(flatten)]
    pub(super) output: OutputArgs,
    /// Also show what only one report says.
    #[arg(long)]
    pub(super) all: bool,
    #[command(flatten)]
    pub(super) findings: FindingArgs,
}

#[derive(Args)]
pub(super) struct CheckArgs {
    /// Drafts to check (.txt, .md, .html, .docx, or - for standard input), or a folder of them.
    #[arg(value_name = "DRAFT", required = true)]
    pub(super) drafts: Vec<PathBuf>,
    /// What the drafts are checked against: articles, a story.yaml that lists them, or a folder of them.
    #[arg(long, value_name = "SOURCE", required = true, num_args = 1..)]
    pub(super) against: Vec<PathBuf>,
    /// Publication date of the drafts and sources that give none, such as 2025-05-20 or 2025-05-20T14:30.
    #[arg(long, value_name = "DATE", value_parser = published)]
    pub(super) date: Option<Published>,
    /// Threads to read with [default: one for each core].
    #[arg(long, value_name = "N")]
    pub(super) threads: Option<usize>,
    /// How to show the result.
    #[arg(long, value_name = "FORMAT", value_parser = format_names(CHECK), default_value = "text")]
    pub(super) format: String,
    #[command(flatten)]
    pub(super) output: OutputArgs,
    /// Also show what no source carries and what all is well with.
    #[arg(long)]
    pub(super) all: bool,
    #[command(flatten)]
    pub(super) findings: FindingArgs,
}

#[derive(Args)]
pub(super) struct ExtractArgs {
    #[command(flatten)]
    pub(super) input: InputArgs,
    /// How to show the claims.
    #[arg(long, value_name = "FORMAT", value_parser = format_names(EXTRACT), default_value = "table")]
    pub(super) format: String,
    /// The configuration, whose aliases are applied.
    #[command(flatten)]
    pub(super) file: ConfigFileArgs,
    #[command(flatten)]
    pub(super) output: OutputArgs,
}

/// What to read.
#[derive(Args)]
pub(super) struct InputArgs {
    /// Articles (.txt, .md, .html, .docx, or - for standard input), a story.yaml that lists them, or a folder of them.
    #[arg(value_name = "REPORT", required = true)]
    pub(super) paths: Vec<PathBuf>,
    /// Publication date of the reports that give none, such as 2025-05-20 or 2025-05-20T14:30.
    #[arg(long, value_name = "DATE", value_parser = published)]
    pub(super) date: Option<Published>,
    /// Outlet of a report that gives none; repeat it for the next one.
    #[arg(long, value_name = "NAME")]
    pub(super) outlet: Vec<String>,
    /// Threads to read with [default: one for each core].
    #[arg(long, value_name = "N")]
    pub(super) threads: Option<usize>,
}

/// Where to write and how it looks.
#[derive(Args)]
pub(super) struct OutputArgs {
    /// Write to FILE instead of the terminal.
    #[arg(long, short, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    /// Whether to use colour; NO_COLOR in the environment turns it off as well.
    #[arg(long, value_name = "WHEN", value_enum, default_value_t = Color::Auto)]
    pub(super) color: Color,
    /// Columns of the page [default: those of the terminal, or 100].
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(20..))]
    pub(super) width: Option<u16>,
}

/// Which findings are told, and what they do to the exit status.
#[derive(Args)]
#[command(next_help_heading = "Findings")]
pub(super) struct FindingArgs {
    /// Exit with status 1 when there is a finding this bad or worse [default: error].
    #[arg(
        long,
        value_name = "SEVERITY",
        value_enum,
        conflicts_with = "exit_zero"
    )]
    fail_on: Option<FailOn>,
    /// Exit with status 0 whatever is found; trouble still gives 2.
    #[arg(long)]
    exit_zero: bool,
    /// Leave out the findings that this file holds.
    #[arg(long, value_name = "FILE")]
    pub(super) baseline: Option<PathBuf>,
    /// Write what is found now into the baseline.
    #[arg(long)]
    pub(super) write_baseline: bool,
    /// Tell only of lines that have changed since this git revision, such as HEAD or origin/main.
    #[arg(long, value_name = "REV", conflicts_with = "lines")]
    pub(super) changed_since: Option<String>,
    /// Tell only of these lines, such as 12-20; repeat it for more.
    #[arg(long, value_name = "A-B", value_parser = parse_lines)]
    pub(super) lines: Vec<RangeInclusive<u32>>,
    /// Do not obey a suppression that gives no reason.
    #[arg(long)]
    pub(super) require_reason: bool,
    #[command(flatten)]
    pub(super) file: ConfigFileArgs,
    /// Print no notes, only findings and trouble.
    #[arg(long, short, conflicts_with = "verbose")]
    pub(super) quiet: bool,
    /// Say on standard error what was read.
    #[arg(long, short)]
    pub(super) verbose: bool,
}

impl FindingArgs {
    /// What they say of settings that the configuration has too.
    pub(super) fn flags(&self) -> Flags {
        let exit_zero = self.exit_zero.then_some((FailOn::Never, "--exit-zero"));
        Flags {
            fail_on: exit_zero.or(self.fail_on.map(|fail_on| (fail_on, "--fail-on"))),
            require_reason: self.require_reason,
            baseline: self.baseline.clone(),
        }
    }
}

/// Which configuration applies.
#[derive(Args)]
pub(super) struct ConfigFileArgs {
    /// Use this configuration [default: the claimdiff.yaml in the folder of the draft or above].
    #[arg(long, value_name = "FILE", conflicts_with = "no_config")]
    pub(super) config: Option<PathBuf>,
    /// Use no configuration.
    #[arg(long)]
    pub(super) no_config: bool,
}

/// When to use colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    /// On a terminal.
    Auto,
    /// Always.
    Always,
    /// Never.
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

fn rule_ids() -> PossibleValuesParser {
    PossibleValuesParser::new(Rule::ALL.map(Rule::id))
}
