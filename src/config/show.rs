//! The settings in force as YAML that may be put into a file, each value with its origin in a comment.

use std::fmt::Write;

use serde::Serialize;

use super::{Settings, Sourced};

/// Columns in front of the comments.
const WIDTH: usize = 36;

impl Settings {
    /// The settings as YAML with comments.
    ///
    /// # Panics
    /// Never: settings are written as they were read.
    #[must_use]
    pub fn show(&self) -> String {
        let mut text = String::new();
        let mut line = |key: &str, value: String, origin: &dyn ToString| {
            let setting = format!("{key}: {value}");
            writeln!(text, "{setting:<WIDTH$} # {}", origin.to_string())
                .expect("a string takes everything");
        };
        let mut plain = |key: &str, one: &dyn ToString, value: String| line(key, value, one);
        plain("fail-on", &self.fail_on.origin, yaml(&self.fail_on.value));
        plain(
            "require-reason",
            &self.require_reason.origin,
            yaml(&self.require_reason.value),
        );
        plain(
            "baseline",
            &self.baseline.origin,
            yaml(&self.baseline.value),
        );
        text += "rules:\n";
        for (rule, level) in &self.rules {
            entry(&mut text, rule.id(), level);
        }
        if !self.tolerances.is_empty() {
            text += "tolerances:\n";
        }
        for (name, tolerance) in &self.tolerances {
            entry(&mut text, name.name(), tolerance);
        }
        self.show_rest(&mut text);
        text
    }

    /// What only a file can set.
    fn show_rest(&self, text: &mut String) {
        block(text, "aliases", &self.aliases);
        block(text, "ignore", &self.ignore);
        block(text, "overrides", &self.overrides);
    }
}

fn entry<T: Serialize>(text: &mut String, key: &str, set: &Sourced<T>) {
    let setting = format!("  {key}: {}", yaml(&set.value));
    writeln!(text, "{setting:<WIDTH$} # {}", set.origin).expect("a string takes everything");
}

/// A setting of several lines, where there is anything in it.
fn block<T: Serialize>(text: &mut String, key: &str, set: &Sourced<T>) {
    let value = yaml(&set.value);
    if matches!(value.as_str(), "{}" | "[]") {
        return;
    }
    let head = format!("{key}:");
    writeln!(text, "{head:<WIDTH$} # {}", set.origin).expect("a string takes everything");
    for line in value.lines() {
        writeln!(text, "  {line}").expect("a string takes everything");
    }
}

fn yaml(value: &impl Serialize) -> String {
    let text = serde_yaml::to_string(value).expect("settings have string keys");
    text.trim_end().to_owned()
}
