//! The command line: arguments in, output and exit status out.

mod args;
mod check;
mod compare;
mod config;
mod explain;
mod extract;
mod generate;
mod output;
mod serve;
mod shared;
mod step_summary;
mod tell;

use std::process::ExitCode;

use clap::Parser;

use args::{Cli, Command};

/// Parses the arguments of this process, does what they say, and gives the exit status as diff(1) does: 0 when
/// nothing was found, 1 when something was, 2 in trouble.
#[must_use]
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    let outcome = match &cli.command {
        Command::Check(args) => check::run(args),
        Command::Compare(args) => compare::run(args),
        Command::Extract(args) => extract::run(args),
        Command::Explain(args) => explain::run(args),
        Command::Config(args) => config::run(args),
        Command::Init(args) => config::init(args),
        Command::Serve(args) => serve::run(args),
        Command::Completions { shell } => generate::completions(*shell),
        Command::Man { command } => generate::man(command.as_deref()),
    };
    match outcome {
        Ok(status) => status.into(),
        Err(error) => {
            eprintln!("claimdiff: {error}");
            Status::Trouble.into()
        }
    }
}

/// Exit statuses, those of diff(1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Status {
    Clean,
    Found,
    Trouble,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        match status {
            Status::Clean => Self::SUCCESS,
            Status::Found => Self::from(1),
            Status::Trouble => Self::from(2),
        }
    }
}
