//! Where the output goes and how it looks there.

use std::io::{self, IsTerminal, Write};

use super::args::{Color, OutputArgs};
use crate::report::Page;

/// The page that the arguments, the terminal and the environment ask for.
pub(super) fn page(args: &OutputArgs, all: bool) -> Page {
    Page {
        width: args.width.unwrap_or_else(|| terminal_width(args)),
        color: is_colored(args),
        all,
    }
}

/// Columns of the terminal that the output goes to; elsewhere always the same, so that the same input gives
/// the same bytes.
fn terminal_width(args: &OutputArgs) -> u16 {
    let terminal = args.output.is_none() && io::stdout().is_terminal();
    let size = terminal.then(terminal_size::terminal_size).flatten();
    size.map_or(Page::default().width, |(width, _)| width.0)
}

/// Colour only on a terminal, unless asked for; NO_COLOR (no-color.org) turns the automatic choice off.
fn is_colored(args: &OutputArgs) -> bool {
    match args.color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => {
            let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
            args.output.is_none() && !refused && io::stdout().is_terminal()
        }
    }
}

/// Writes `text` to the file asked for, or to standard output.
pub(super) fn write(args: &OutputArgs, text: &str) -> io::Result<()> {
    if let Some(path) = &args.output {
        return std::fs::write(path, text)
            .map_err(|error| io::Error::other(format!("{}: {error}", path.display())));
    }
    print(text)
}

/// Writes `text` to standard output. A reader that stops early (`| head`) is no trouble.
pub(super) fn print(text: &str) -> io::Result<()> {
    match io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}
