//! `claimdiff completions` and `claimdiff man`: what a package installs beside the program.

use std::io;

use clap::CommandFactory;
use clap_complete::Shell;

use super::args::Cli;
use super::{Status, output};

/// Prints the completions for `shell`.
pub(super) fn completions(shell: Shell) -> io::Result<Status> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "claimdiff", &mut script);
    print(&script)
}

/// Prints the manual page of `claimdiff`, or that of one of its commands, `claimdiff-compare(1)`.
pub(super) fn man(subcommand: Option<&str>) -> io::Result<Status> {
    let command = Cli::command();
    let subcommand = subcommand.and_then(|name| command.find_subcommand(name));
    let page = match subcommand {
        None => clap_mangen::Man::new(command.disable_help_subcommand(true)),
        Some(one) => {
            let name = format!("claimdiff-{}", one.get_name());
            clap_mangen::Man::new(one.clone().name(name))
        }
    };
    let mut text = Vec::new();
    page.render(&mut text)?;
    print(&text)
}

fn print(bytes: &[u8]) -> io::Result<Status> {
    output::print(&String::from_utf8_lossy(bytes))?;
    Ok(Status::Clean)
}
