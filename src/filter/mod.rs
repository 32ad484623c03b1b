//! Which findings are told: a comparison in, the same without what is suppressed, known or not asked for out.
//!
//! "12 people died" below `<!-- claimdiff-ignore-next-line number-conflict -- AP confirmed 12 -->` gives no finding;
//! once the sources agree with it, the comment is remarked as one that suppresses nothing.

mod baseline;
mod directive;
mod git;
mod level;
mod remark;
mod suppression;
mod touched;

pub use crate::error::Error;
pub use baseline::Baseline;
pub use remark::Remark;
use suppression::Suppressions;
use touched::own_places;
pub use touched::{Touched, parse_lines};

use crate::compare::{Comparison, Role};
use crate::config::Settings;

/// What decides which findings are told.
#[derive(Debug)]
pub struct Filter<'a> {
    /// The settings in force.
    pub settings: &'a Settings,
    /// Findings that are known.
    pub baseline: Option<Baseline>,
    /// The lines that count.
    pub touched: Option<Touched>,
}

/// What was taken out.
#[derive(Debug, Default)]
pub struct Filtered {
    /// Findings that a comment suppresses.
    pub suppressed: usize,
    /// Findings that the baseline holds.
    pub known: usize,
    /// Findings on lines that nobody touched.
    pub untouched: usize,
    /// Unused suppressions, stale entries and what else is to be said.
    pub remarks: Vec<Remark>,
}

impl Filter<'_> {
    /// Takes the findings that are not to be told out of `comparison`.
    ///
    /// # Errors
    /// When the lines touched cannot be known.
    pub fn apply(&self, comparison: &mut Comparison) -> Result<Filtered, Error> {
        let mut filtered = Filtered::default();
        level::apply(self.settings, comparison);
        filtered.suppressed = suppress(
            comparison,
            self.settings.require_reason.value,
            &mut filtered.remarks,
        );
        if let Some(baseline) = &self.baseline {
            filtered.known = baseline.apply(comparison, &mut filtered.remarks);
        }
        if let Some(touched) = &self.touched {
            filtered.untouched = touched.apply(comparison)?;
        }
        Ok(filtered)
    }
}

/// Takes out what comments of the texts suppress; those of sources are not obeyed.
fn suppress(comparison: &mut Comparison, require_reason: bool, remarks: &mut Vec<Remark>) -> usize {
    let reports = &comparison.reports;
    let mut suppressions: Vec<Suppressions> = reports
        .iter()
        .map(|report| match report.role {
            Role::Source => Suppressions::default(),
            Role::Draft | Role::Report => Suppressions::read(report, require_reason, remarks),
        })
        .collect();
    let before = comparison.findings.len();
    comparison.findings.retain(|finding| {
        let places: Vec<_> = own_places(finding, reports).collect();
        // Every place is asked, so that each comment that applies counts as used.
        let silenced = places.iter().filter(|place| {
            let span = reports[place.report].in_file(place.span);
            suppressions[place.report].silence(finding.rule, span.start)
        });
        silenced.count() == 0
    });
    for (report, suppressions) in reports.iter().zip(&suppressions) {
        remarks.extend(suppressions.unused(report));
    }
    before - comparison.findings.len()
}
