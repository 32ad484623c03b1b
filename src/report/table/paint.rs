//! Colours of the terminal (ECMA-48 SGR), on lines outside tables; comfy-table colours its own cells.

use comfy_table::Color;

use crate::compare::{Severity, Verdict};

/// Colours text or leaves it alone.
#[derive(Clone, Copy)]
pub(super) struct Paint {
    /// Whether to colour.
    pub(super) on: bool,
}

impl Paint {
    /// `text` in bold.
    pub(super) fn bold(self, text: &str) -> String {
        self.wrap(text, "1")
    }

    fn wrap(self, text: &str, code: &str) -> String {
        if self.on {
            format!("\u{1b}[{code}m{text}\u{1b}[0m")
        } else {
            text.to_owned()
        }
    }
}

/// The colour of a verdict in a table.
pub(super) const fn verdict_color(verdict: Verdict) -> Option<Color> {
    match verdict {
        Verdict::Conflict => Some(Color::Red),
        Verdict::Update => Some(Color::Yellow),
        Verdict::Scope => Some(Color::Cyan),
        Verdict::Compatible => Some(Color::Blue),
        Verdict::Agree => Some(Color::Green),
        Verdict::Single => None,
    }
}

/// The colour of a severity in a table.
pub(super) const fn severity_color(severity: Severity) -> Color {
    match severity {
        Severity::Error => Color::Red,
        Severity::Warning => Color::Yellow,
        Severity::Note => Color::Cyan,
    }
}
