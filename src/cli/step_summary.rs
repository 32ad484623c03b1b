//! The summary page of a GitHub job: what was found, as Markdown, appended to the file that the runner names.

use std::fs::OpenOptions;
use std::io::{self, Write};

use crate::compare::Comparison;
use crate::report::{Format, Page, named};

/// Where the runner says that the summary goes.
const VARIABLE: &str = "GITHUB_STEP_SUMMARY";

/// Bytes of a step's summary; the platform drops a larger one whole (1 MiB).
const MOST_BYTES: usize = 1 << 20;

/// Appends the summary of `comparison` where the format asked for is GitHub's and a job runs.
pub(super) fn append(
    formats: &[Format<Comparison>],
    format: &str,
    comparison: &Comparison,
) -> io::Result<()> {
    let path = std::env::var_os(VARIABLE).filter(|path| !path.is_empty());
    let Some(path) = path.filter(|_| format == "github") else {
        return Ok(());
    };
    let markdown = named(formats, "markdown").report(comparison, &Page::default());
    let text = within(MOST_BYTES, &markdown);
    let file = OpenOptions::new().append(true).create(true).open(&path);
    file.and_then(|mut file| file.write_all(text.as_bytes()))
        .map_err(|error| io::Error::other(format!("{}: {error}", path.display())))
}

/// The lines of `text` that fit into `most` bytes, and a line that says so where some do not.
fn within(most: usize, text: &str) -> String {
    const CUT: &str = "\n**The rest is left out: GitHub shows 1 MiB.**\n";
    if text.len() <= most {
        return text.to_owned();
    }
    let mut kept = 0;
    for line in text.split_inclusive('\n') {
        if kept + line.len() > most.saturating_sub(CUT.len()) {
            break;
        }
        kept += line.len();
    }
    format!("{}{CUT}", &text[..kept])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_summary_ends_at_a_line_and_says_so() {
        let text = "nine people\n".repeat(20);
        let cut = within(100, &text);
        assert!(cut.len() <= 100);
        assert!(cut.starts_with("nine people\n") && cut.ends_with("1 MiB.**\n"));
        assert_eq!(within(240, &text), text);
    }
}
