//! The pages of the rules, from `rules.yaml`.

use std::fmt::Write;

use serde::Deserialize;

/// What a rule finds and what to do about it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RulePage {
    /// The rule's id.
    pub rule: String,
    /// Default severity, or `off`.
    pub severity: String,
    /// What it finds, in one line.
    pub finds: String,
    /// When it speaks.
    pub detail: String,
    /// Sentences that it finds something in.
    pub example: Vec<String>,
    /// What it leaves alone.
    pub leaves: String,
    /// What to do about a finding.
    pub action: String,
}

impl RulePage {
    /// The page of every rule, worst first.
    ///
    /// # Panics
    /// Never: a test reads the file that is embedded.
    #[must_use]
    pub fn all() -> Vec<Self> {
        serde_yaml::from_str(include_str!("rules.yaml")).expect("a test reads the embedded file")
    }

    /// The page as text, for a terminal.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = format!("{} (default: {})\n", self.rule, self.severity);
        for (heading, body) in [
            ("What it finds", &self.finds),
            ("When", &self.detail),
            ("For example", &self.example.join("\n")),
            ("What it leaves alone", &self.leaves),
            ("What to do", &self.action),
        ] {
            write!(text, "\n{heading}\n").expect("a string takes everything");
            for line in body.lines().flat_map(|line| fill(line, 76)) {
                writeln!(text, "  {line}").expect("a string takes everything");
            }
        }
        text
    }
}

/// `text` in lines of at most `width` characters.
pub(super) fn fill(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let line = lines.last_mut().expect("there is always a line");
        if line.is_empty() {
            line.push_str(word);
        } else if line.chars().count() + 1 + word.chars().count() <= width {
            line.push(' ');
            line.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::Rule;

    #[test]
    fn each_rule_has_its_page_in_order() {
        let pages = RulePage::all();
        let ids: Vec<&str> = pages.iter().map(|page| page.rule.as_str()).collect();
        let rules: Vec<&str> = Rule::ALL.into_iter().map(Rule::id).collect();
        assert_eq!(ids, rules);
    }

    #[test]
    fn pages_stand_worst_first() {
        let rank = |page: &RulePage| match page.severity.as_str() {
            "error" => 0,
            "warning" => 1,
            "note" => 2,
            "off" => 3,
            other => panic!("{other} is no severity"),
        };
        assert!(RulePage::all().is_sorted_by_key(rank));
    }

    #[test]
    fn lines_are_filled() {
        assert_eq!(
            fill("the toll rose to four", 9),
            ["the toll", "rose to", "four"]
        );
    }
}
