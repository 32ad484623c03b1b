//! The page that an editor opens: a comparison in, one HTML file out that needs nothing else.
//!
//! The page has three parts: the findings, worst first; the table of facts; the reports side by side. All of it
//! is written here and can be read without a script; the script only filters, sorts, copies and scrolls. Text of
//! the reports reaches the page through the templates alone, which escape it.

mod evidence;
mod fact;
mod finding;
mod label;
mod mark;
mod outlet;
mod picture;
mod policy;
mod reading;
mod words;

use askama::Template;
pub(crate) use policy::policy;

use self::fact::FactView;
use self::finding::FindingView;
use self::label::Choice;
use self::outlet::OutletView;
use self::reading::{PieceRole, ReadingView};
use super::summary::summary;
use super::{Page, Reporter};
use crate::compare::{Comparison, Severity};
use words::{capitalized, plain};

/// The style of every page.
pub(crate) const STYLE: &str = include_str!("page.css");

/// The script of the page; without it everything can still be read.
const SCRIPT: &str = include_str!("page.js");

/// Bytes of text that a browser lays out without delay.
const LONG: usize = 300_000;

/// One self-contained HTML page.
pub struct Html;

impl Reporter<Comparison> for Html {
    fn report(&self, comparison: &Comparison, page: &Page) -> String {
        let outlets = outlet::outlets(comparison);
        let facts = fact::facts(comparison, &outlets);
        let findings = finding::findings(comparison, &facts, &outlets);
        let is_note = |finding: &FindingView<'_>| finding.severity == Severity::Note;
        let (notes, problems) = findings.into_iter().partition(is_note);
        let view = PageView {
            policy: policy(STYLE, SCRIPT, "form-action 'none'"),
            style: STYLE,
            script: SCRIPT,
            title: title(comparison),
            summary: summary(comparison),
            problems,
            notes,
            verdicts: label::verdicts(comparison, page.all || !comparison.checks.is_empty()),
            kinds: label::kinds(comparison),
            readings: reading::readings(comparison, &outlets),
            long: length(comparison) > LONG,
            rows: rows(comparison, &facts),
            outlets: &outlets,
        };
        view.render().expect("a string takes everything") + "\n"
    }
}

#[derive(Template)]
#[template(path = "page.html", config = "src/report/html/askama.toml")]
struct PageView<'a> {
    policy: String,
    style: &'static str,
    script: &'static str,
    title: String,
    summary: String,
    outlets: &'a [OutletView],
    problems: Vec<FindingView<'a>>,
    notes: Vec<FindingView<'a>>,
    verdicts: Vec<Choice>,
    kinds: Vec<Choice>,
    rows: Vec<&'a FactView>,
    readings: Vec<ReadingView>,
    /// Whether the reports are too long for a browser to lay out all at once.
    long: bool,
}

/// The rows of the table, worst first; those of several drafts stand draft by draft until then.
fn rows<'a>(comparison: &Comparison, facts: &'a [FactView]) -> Vec<&'a FactView> {
    let verdicts = comparison.groups.iter().map(|group| group.verdict);
    let mut rows: Vec<_> = verdicts.zip(facts).collect();
    rows.sort_by_key(|(verdict, _)| *verdict);
    rows.into_iter().map(|(_, fact)| fact).collect()
}

fn length(comparison: &Comparison) -> usize {
    let texts = comparison.reports.iter();
    texts.map(|report| report.document.text.len()).sum()
}

/// The story's name, or else the title of the first report that has one.
fn title(comparison: &Comparison) -> String {
    let reports = comparison.reports.iter();
    let named = comparison.story.as_ref();
    let title = named.or_else(|| reports.filter_map(|report| report.title.as_ref()).next());
    capitalized(&plain(title.map_or("Comparison", String::as_str)))
}
