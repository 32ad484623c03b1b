//! The rules of the run with their help, from `rules.yaml`.

use super::log::{Configuration, Descriptor, Help, Message, Properties};
use crate::report::RulePage;

/// Every rule, in the order of [`crate::compare::Rule::ALL`].
pub(super) fn descriptors() -> Vec<Descriptor> {
    RulePage::all().into_iter().map(descriptor).collect()
}

fn descriptor(page: RulePage) -> Descriptor {
    let (level, severity) = level(&page.severity);
    Descriptor {
        help: Help {
            text: page.text(),
            markdown: markdown(&page),
        },
        short_description: Message { text: page.finds },
        full_description: Message { text: page.detail },
        default_configuration: Configuration {
            enabled: level != "none",
            level,
        },
        properties: Properties {
            tags: ["accuracy", "news"],
            problem_severity: severity,
            precision: "high",
        },
        id: page.rule,
    }
}

/// SARIF's level, and what GitHub calls it.
fn level(severity: &str) -> (&'static str, &'static str) {
    match severity {
        "error" => ("error", "error"),
        "warning" => ("warning", "warning"),
        "note" => ("note", "recommendation"),
        _ => ("none", "recommendation"),
    }
}

fn markdown(page: &RulePage) -> String {
    let examples: Vec<String> = page.example.iter().map(|one| format!("> {one}")).collect();
    format!(
        "{}\n\n{}\n\n**Left alone:** {}\n\n**What to do:** {}\n",
        page.detail,
        examples.join("\n>\n"),
        page.leaves,
        page.action
    )
}
