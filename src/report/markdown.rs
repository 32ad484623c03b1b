//! Markdown (GitHub's tables): summary, a table of what differs, the sentences behind each finding, tables of what
//! agrees, of what is told in other words, and, where asked for, of what one report alone has.

use super::detail::{Detail, details};
use super::fact::{self, Cell, Fact};
use super::summary::summary;
use super::{Page, Reporter};
use crate::compare::{Comparison, Part, Severity};
use crate::text::clean;

/// Markdown with tables.
pub struct Markdown;

impl Reporter<Comparison> for Markdown {
    fn report(&self, comparison: &Comparison, page: &Page) -> String {
        let outlets = fact::outlets(&comparison.reports);
        let facts = fact::facts(comparison, page.all);
        let story = comparison.story.as_deref().unwrap_or("Comparison");
        let mut text = format!("# {}\n\n{}.\n", escape(story), summary(comparison));
        let of = |part| fact::of_part(&facts, part);
        text += &table("Differences", &of(Part::Differences), &outlets);
        text += &findings(&details(comparison, &outlets));
        text += &table("Agreement", &of(Part::Agreement), &outlets);
        text += &table("In other words", &of(Part::Wording), &outlets);
        text += &table("One report only", &of(Part::Single), &outlets);
        text
    }
}

fn table(title: &str, facts: &[&Fact], outlets: &[String]) -> String {
    if facts.is_empty() {
        return String::new();
    }
    let outlet_names: Vec<String> = outlets.iter().map(|outlet| escape(outlet)).collect();
    let mut text = format!(
        "\n## {title}\n\n| verdict | fact | {} | why |\n|{}\n",
        outlet_names.join(" | "),
        " --- |".repeat(outlets.len() + 3),
    );
    for fact in facts {
        let values: Vec<String> = fact.cells.iter().map(|cell| value(cell.as_ref())).collect();
        let line = [
            fact.verdict.name(),
            &escape(&fact.question),
            &values.join(" | "),
            &escape(fact.reason),
        ];
        text += &format!("| {} |\n", line.join(" | "));
    }
    text
}

fn value(cell: Option<&Cell>) -> String {
    let Some(cell) = cell else {
        return "–".to_owned();
    };
    let mut text = format!("**{}**", escape(&cell.value));
    if !cell.others.is_empty() {
        text += &format!(", also {}", escape(&cell.others.join(", ")));
    }
    if let Some(source) = &cell.source {
        text += &format!(" ({})", escape(source));
    }
    text
}

fn findings(details: &[Detail]) -> String {
    if details.is_empty() {
        return String::new();
    }
    let mut text = "\n## Findings\n".to_owned();
    for detail in details {
        let (severity, message) = (detail.severity.name(), escape(detail.message));
        text += &format!(
            "\n- **{severity}** {message} (`{}` `{}`)",
            detail.rule, detail.name
        );
        if detail.severity != Severity::Note {
            for one in &detail.evidence {
                let (outlet, sentence) = (escape(&one.outlet), escape(&one.sentence));
                text += &format!("\n  - {outlet}, line {}: {sentence}", one.line);
            }
        }
    }
    text + "\n"
}

/// `text` on one line, with the characters that Markdown would read as markup escaped.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in clean(text).chars() {
        if matches!(
            character,
            '\\' | '|' | '*' | '_' | '`' | '<' | '[' | ']' | '#'
        ) {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}
