//! GitHub's workflow commands: a finding becomes an annotation of its line.
//!
//! ```text
//! ::error file=draft.md,line=3,endLine=3,col=83,endColumn=85,title=number-conflict::drones destroyed: …
//! ```
//! The platform keeps ten annotations of each level of a step and drops the others silently, so the worst ten
//! are written and a line says what was left out.

use super::diagnostic::{Diagnostic, diagnostics};
use super::{Page, Reporter};
use crate::compare::{Comparison, Severity};
use crate::text::plural;

/// Annotations of one level that the platform keeps of a step.
const MOST: usize = 10;

/// Workflow commands.
pub struct GitHub;

impl Reporter<Comparison> for GitHub {
    fn report(&self, comparison: &Comparison, _: &Page) -> String {
        let diagnostics = diagnostics(comparison);
        let levels = [Severity::Error, Severity::Warning, Severity::Note];
        let of_level = |level| {
            let chosen = diagnostics.iter().filter(move |one| one.severity == level);
            annotations(level, &chosen.collect::<Vec<_>>())
        };
        let text: String = levels.into_iter().map(of_level).collect();
        if text.is_empty() {
            return "claimdiff: nothing found\n".to_owned();
        }
        text
    }
}

fn annotations(level: Severity, diagnostics: &[&Diagnostic]) -> String {
    let mut text: String = diagnostics
        .iter()
        .take(MOST)
        .map(|one| command(one))
        .collect();
    if let Some(cut) = diagnostics.len().checked_sub(MOST).filter(|&cut| cut > 0) {
        let (one, many) = (
            format!("more {}", level.name()),
            format!("more {}s", level.name()),
        );
        text += &format!(
            "claimdiff: {} beyond the {MOST} that GitHub shows of a step\n",
            plural(cut, &one, &many)
        );
    }
    text
}

fn command(diagnostic: &Diagnostic) -> String {
    let at = diagnostic.place.region;
    let columns = if at.start.line == at.end.line {
        // The columns of a finding that spans lines are refused; the last column is inclusive.
        let last = at.end.column.saturating_sub(1).max(at.start.column);
        format!(",col={},endColumn={last}", at.start.column)
    } else {
        String::new()
    };
    format!(
        "::{} file={},line={},endLine={}{columns},title={}::{}\n",
        command_name(diagnostic.severity),
        property(diagnostic.place.path),
        at.start.line,
        at.end.line,
        property(diagnostic.rule.id()),
        data(&diagnostic.text())
    )
}

const fn command_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    }
}

/// A message: what the runner undoes is percent, carriage return and line feed.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// The value of a property, which colon and comma would end.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What the runner makes of a value (`unescapeProperty` of actions/runner): the percent sign last.
    fn runner_reads(text: &str) -> String {
        text.replace("%0D", "\r")
            .replace("%0A", "\n")
            .replace("%3A", ":")
            .replace("%2C", ",")
            .replace("%25", "%")
    }

    proptest! {
        #[test]
        fn the_runner_reads_what_was_meant(text in "[%0-9A-F:,\r\n a-zé“]{0,40}") {
            prop_assert_eq!(runner_reads(&property(&text)), text.clone());
            prop_assert!(!property(&text).contains([':', ',', '\n', '\r']));
            prop_assert!(!data(&text).contains(['\n', '\r']));
        }
    }
}
