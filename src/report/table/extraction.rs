//! The table of an extraction: one line for each claim, under its report.

use claims::Claim;
use comfy_table::{Attribute, Cell};

use super::grid::{GAP, Rows, grid};
use super::paint::Paint;
use crate::compare::Report;
use crate::place::Lines;
use crate::report::{Page, Reporter, claim, fact, source};
use crate::text::{clean, plural, shorten};

/// One claim on each line.
pub struct ExtractionTable;

/// Widths of the columns for line and kind.
const FIXED: [u16; 2] = [4, 11];

/// Parts of a hundred of the rest that the other columns get: text, reading, measure, source.
const SHARES: [u16; 4] = [34, 20, 23, 23];

/// Longest text of a claim shown, in characters.
const LONGEST: usize = 120;

impl Reporter<[Report]> for ExtractionTable {
    fn report(&self, reports: &[Report], page: &Page) -> String {
        let parts: Vec<String> = reports.iter().map(|report| section(report, page)).collect();
        parts.join("\n")
    }
}

fn section(report: &Report, page: &Page) -> String {
    let paint = Paint { on: page.color };
    let lines = Lines::new(report);
    let claims = &report.extraction.claims;
    let heading = format!(
        "{}\n{}\n",
        paint.bold(&title(report)),
        summary(report, &lines)
    );
    if claims.is_empty() {
        return heading;
    }
    let header = ["line", "kind", "text", "read as", "of", "said by"];
    let header = header
        .map(|name| Cell::new(name).add_attribute(Attribute::Bold))
        .to_vec();
    let rows = claims
        .iter()
        .map(|claim| row(claim, report, &lines))
        .collect();
    heading + &grid(header, rows, &widths(page.width), Rows::Close, paint)
}

fn widths(page: u16) -> Vec<u16> {
    let columns = (FIXED.len() + SHARES.len()) as u16;
    let taken = FIXED.iter().sum::<u16>() + GAP * columns;
    let room = page.saturating_sub(taken).max(40);
    let share = |share: u16| (u32::from(room) * u32::from(share) / 100) as u16;
    FIXED.into_iter().chain(SHARES.map(share)).collect()
}

fn title(report: &Report) -> String {
    let title = report.title.as_deref().unwrap_or(&report.path);
    clean(&format!("{}: {title}", report.outlet))
}

/// "12 claims; 31 of 32 numerals read, not line 4 `3-1`".
fn summary(report: &Report, lines: &Lines) -> String {
    let coverage = &report.extraction.coverage;
    let text = &report.document.text;
    let unread = coverage.unread.iter().map(|span| {
        let line = lines.line(span.start);
        format!("`{}` in line {line}", clean(span.slice(text)))
    });
    let unread: Vec<String> = unread.collect();
    let mut summary = format!(
        "{}; {} of {} read",
        plural(report.extraction.claims.len(), "claim", "claims"),
        coverage.numerals - unread.len(),
        plural(coverage.numerals, "numeral", "numerals"),
    );
    if !unread.is_empty() {
        summary += &format!(", not {}", unread.join(", "));
    }
    summary
}

fn row(claim: &Claim, report: &Report, lines: &Lines) -> Vec<Cell> {
    let text = &report.document.text;
    let words = shorten(&clean(claim.span.slice(text)), LONGEST);
    vec![
        Cell::new(lines.line(claim.span.start)),
        Cell::new(claim::sort(&claim.value)),
        Cell::new(words),
        Cell::new(claim::reading(claim)),
        Cell::new(clean(&claim::measure(claim, report))),
        Cell::new(said_by(claim, report)),
    ]
}

/// Who says it, through whom, and where: "Ukraine's Air Force (Telegram)".
fn said_by(claim: &Claim, report: &Report) -> String {
    let source = fact::said_by(claim, report).unwrap_or_default();
    let attribution = claim
        .attribution
        .map(|at| &report.extraction.attributions[at]);
    match attribution.and_then(|attribution| source::medium(attribution, report)) {
        Some(medium) => format!("{source} ({})", clean(medium)),
        None => source,
    }
}
