//! The outlets: who published which report, and when. A draft under check stands first.

use claims::Published;

use super::evidence::outlet_id;
use super::words::plain;
use crate::compare::{Comparison, Report, Role};
use crate::report::{fact, time};

/// One report as the page names it.
pub(super) struct OutletView {
    /// Its place among the reports of the comparison.
    pub(super) index: usize,
    /// Where its report stands on the page.
    pub(super) id: String,
    /// Its outlet, with the file where two reports have the same.
    pub(super) name: String,
    /// `report`, `draft` or `source`.
    pub(super) role: &'static str,
    /// Whether the role is worth telling.
    pub(super) has_role: bool,
    /// When it was published.
    pub(super) date: Option<Date>,
    /// Its title.
    pub(super) title: String,
}

/// A publication date for people and for programs.
pub(super) struct Date {
    /// "20 May 2025, 07:30"
    pub(super) words: String,
    /// ISO 8601.
    pub(super) iso: String,
}

/// The outlets in the order of the page.
pub(super) fn outlets(comparison: &Comparison) -> Vec<OutletView> {
    let names = fact::outlets(&comparison.reports);
    let mut outlets: Vec<OutletView> = comparison
        .reports
        .iter()
        .zip(names)
        .enumerate()
        .map(|(index, (report, name))| outlet(index, report, &name))
        .collect();
    outlets.sort_by_key(|outlet| comparison.reports[outlet.index].role != Role::Draft);
    outlets
}

fn outlet(index: usize, report: &Report, name: &str) -> OutletView {
    OutletView {
        index,
        id: outlet_id(index),
        name: plain(name),
        role: report.role.name(),
        has_role: report.role != Role::Report,
        date: report.document.published.as_ref().map(Date::of),
        title: plain(report.title.as_deref().unwrap_or_default()),
    }
}

impl Date {
    /// The date of a report.
    pub(super) fn of(published: &Published) -> Self {
        let format = if published.has_hour {
            "%-d %B %Y, %H:%M"
        } else {
            "%-d %B %Y"
        };
        Self {
            words: published.at.strftime(format).to_string(),
            iso: time::published(published),
        }
    }
}
