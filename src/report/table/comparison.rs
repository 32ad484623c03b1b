//! The table of a comparison.

use comfy_table::{Attribute, Cell};

use super::evidence::evidence;
use super::grid::{Rows, grid};
use super::layout::Layout;
use super::paint::{Paint, verdict_color};
use crate::compare::{Comparison, Part};
use crate::report::detail::details;
use crate::report::fact::{self, Fact};
use crate::report::summary::summary;
use crate::report::{Page, Reporter};
use crate::text::clean;

/// What stands where a report gives no value.
const NOTHING: &str = "–";

/// Facts down, outlets across.
pub struct ComparisonTable;

impl Reporter<Comparison> for ComparisonTable {
    fn report(&self, comparison: &Comparison, page: &Page) -> String {
        let outlets = fact::outlets(&comparison.reports);
        let sheet = Sheet {
            outlets: &outlets,
            layout: Layout::choose(page.width, outlets.len()),
            paint: Paint { on: page.color },
        };
        let facts = fact::facts(comparison, page.all);
        let of = |part| fact::of_part(&facts, part);
        let parts = [
            sheet.heading(comparison),
            sheet.differences(&of(Part::Differences)),
            evidence(&details(comparison, &outlets), page.width, sheet.paint),
            sheet.list("they agree on", &of(Part::Agreement)),
            sheet.list("in other words", &of(Part::Wording)),
            sheet.list("one report only", &of(Part::Single)),
        ];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join("\n")
    }
}

/// One page with its layout.
struct Sheet<'a> {
    outlets: &'a [String],
    layout: Layout,
    paint: Paint,
}

impl Sheet<'_> {
    fn heading(&self, comparison: &Comparison) -> String {
        let summary = summary(comparison);
        match &comparison.story {
            Some(story) => format!("{}\n{summary}\n", self.paint.bold(&clean(story))),
            None => format!("{summary}\n"),
        }
    }

    /// The facts that differ: verdict, values with their sources, and why where there is room.
    fn differences(&self, facts: &[&Fact]) -> String {
        let (widths, reason) = match self.layout {
            _ if facts.is_empty() => return String::new(),
            Layout::Stacked { outlet, value } => return self.stacked(facts, &[outlet, value]),
            Layout::Wide { reason, .. } => (self.widths(), Some(reason)),
            Layout::Narrow { .. } => (self.widths(), None),
        };
        let row = |fact: &&Fact| {
            let mut row = vec![question(fact)];
            row.extend(
                fact.cells
                    .iter()
                    .map(|cell| Cell::new(full_value(cell.as_ref()))),
            );
            row.extend(reason.map(|_| Cell::new(clean(fact.reason))));
            row
        };
        let rows = facts.iter().map(row).collect();
        grid(
            self.header("fact", reason.map(|_| "why")),
            rows,
            &widths,
            Rows::Ruled,
            self.paint,
        )
    }

    /// Facts without a difference that matters: a line each.
    fn list(&self, title: &str, facts: &[&Fact]) -> String {
        let (widths, header) = match self.layout {
            _ if facts.is_empty() => return String::new(),
            Layout::Stacked { outlet, value } => {
                (vec![outlet, value], vec![heading(title), heading("value")])
            }
            Layout::Wide { .. } | Layout::Narrow { .. } => {
                (self.widths(), self.header(title, None))
            }
        };
        let row = |fact: &&Fact| {
            let mut row = vec![Cell::new(&fact.question)];
            if matches!(self.layout, Layout::Stacked { .. }) {
                row.push(Cell::new(distinct_values(fact)));
            } else {
                row.extend(
                    fact.cells
                        .iter()
                        .map(|cell| Cell::new(value(cell.as_ref()))),
                );
            }
            row
        };
        grid(
            header,
            facts.iter().map(row).collect(),
            &widths,
            Rows::Close,
            self.paint,
        )
    }

    fn widths(&self) -> Vec<u16> {
        let outlets = self.outlets.len();
        match self.layout {
            Layout::Wide {
                fact,
                outlet,
                reason,
            } => [vec![fact], vec![outlet; outlets], vec![reason]].concat(),
            Layout::Narrow { fact, outlet } => [vec![fact], vec![outlet; outlets]].concat(),
            Layout::Stacked { outlet, value } => vec![outlet, value],
        }
    }

    fn header(&self, first: &str, last: Option<&str>) -> Vec<Cell> {
        let outlets = self.outlets.iter().map(String::as_str);
        let names = std::iter::once(first).chain(outlets).chain(last);
        names.map(heading).collect()
    }

    /// Outlets down, under each fact; those that do not give it are left out.
    fn stacked(&self, facts: &[&Fact], widths: &[u16]) -> String {
        let mut rows = Vec::new();
        for fact in facts {
            rows.extend((!rows.is_empty()).then(|| vec![Cell::new(""), Cell::new("")]));
            let verdict = colored(Cell::new(fact.verdict.name()), fact);
            rows.push(vec![verdict, heading(&fact.question)]);
            for (outlet, cell) in self.outlets.iter().zip(&fact.cells) {
                if cell.is_some() {
                    rows.push(vec![
                        Cell::new(outlet),
                        Cell::new(full_value(cell.as_ref())),
                    ]);
                }
            }
            rows.push(vec![Cell::new("why"), Cell::new(clean(fact.reason))]);
        }
        grid(Vec::new(), rows, widths, Rows::Close, self.paint)
    }
}

fn heading(text: &str) -> Cell {
    Cell::new(text).add_attribute(Attribute::Bold)
}

fn question(fact: &Fact) -> Cell {
    colored(
        Cell::new(format!("{}\n{}", fact.verdict.name(), fact.question)),
        fact,
    )
}

fn colored(cell: Cell, fact: &Fact) -> Cell {
    match verdict_color(fact.verdict) {
        Some(color) => cell.fg(color),
        None => cell,
    }
}

fn value(cell: Option<&fact::Cell>) -> &str {
    cell.map_or(NOTHING, |cell| &cell.value)
}

/// Value, other values, source, each on its line.
fn full_value(cell: Option<&fact::Cell>) -> String {
    let mut text = value(cell).to_owned();
    let others = cell.map_or(&[][..], |cell| &cell.others);
    if !others.is_empty() {
        text += &format!("\nalso {}", others.join(", "));
    }
    if let Some(source) = cell.and_then(|cell| cell.source.as_ref()) {
        text += &format!("\n({source})");
    }
    text
}

/// The wordings of a value that the reports share, each once.
fn distinct_values(fact: &Fact) -> String {
    let mut values: Vec<&str> = Vec::new();
    for cell in fact.cells.iter().flatten() {
        if !values.contains(&cell.value.as_str()) {
            values.push(&cell.value);
        }
    }
    values.join("; ")
}
