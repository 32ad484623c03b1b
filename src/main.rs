//! The program: see [`claimdiff::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    claimdiff::cli::run()
}
