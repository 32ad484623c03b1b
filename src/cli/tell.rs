//! What `compare` and `check` do with a comparison: leave out what is not to be told, print the rest, give the status.

use std::io;
use std::path::Path;

use super::args::{FindingArgs, OutputArgs};
use super::{Status, output, step_summary};
use crate::compare::{Comparison, Severity};
use crate::config::{FailOn, Origin, Settings};
use crate::filter::{Baseline, Error, Filter, Filtered, Touched};
use crate::report::{Format, named};
use crate::text::plural;

/// How a comparison is told.
pub(super) struct Telling<'a> {
    /// Which findings.
    pub(super) findings: &'a FindingArgs,
    /// The settings in force.
    pub(super) settings: &'a Settings,
    /// Where to.
    pub(super) output: &'a OutputArgs,
    /// In which format.
    pub(super) format: &'a str,
    /// Of which.
    pub(super) formats: &'static [Format<Comparison>],
    /// Whether to show what no other report says.
    pub(super) all: bool,
}

impl Telling<'_> {
    /// Tells it; `trouble` is whether something could not be read.
    pub(super) fn tell(&self, mut comparison: Comparison, trouble: bool) -> io::Result<Status> {
        if self.findings.verbose {
            say_read(&comparison);
        }
        if self.findings.write_baseline && self.settings.baseline.value.is_none() {
            let message = "--write-baseline needs a file: give --baseline FILE, or set baseline in claimdiff.yaml";
            return Err(io::Error::other(message));
        }
        let filtered = self.filter(&mut comparison).map_err(io::Error::other)?;
        if !self.findings.quiet {
            say_filtered(&filtered);
        }
        let page = output::page(self.output, self.all);
        let reporter = named(self.formats, self.format);
        output::write(self.output, &reporter.report(&comparison, &page))?;
        step_summary::append(self.formats, self.format, &comparison)?;
        Ok(match (trouble, self.settings.fail_on.value) {
            (true, _) => Status::Trouble,
            (false, fail_on) => status(&comparison, fail_on),
        })
    }

    fn filter(&self, comparison: &mut Comparison) -> Result<Filtered, Error> {
        match &self.settings.baseline.value {
            Some(path) if self.findings.write_baseline => self.write_baseline(path, comparison),
            Some(path) => {
                let baseline = self.baseline(path)?;
                self.filter_with(baseline).apply(comparison)
            }
            None => self.filter_with(None).apply(comparison),
        }
    }

    /// Writes what is found on any line, and leaves nothing to tell.
    fn write_baseline(&self, path: &Path, comparison: &mut Comparison) -> Result<Filtered, Error> {
        let all = Filter {
            touched: None,
            ..self.filter_with(None)
        };
        let filtered = all.apply(comparison)?;
        let count = Baseline::write(path, comparison)?;
        if !self.findings.quiet {
            let findings = plural(count, "finding", "findings");
            eprintln!("note: {}: {findings} written", path.display());
        }
        let known = comparison.findings.len();
        comparison.findings.clear();
        Ok(Filtered { known, ..filtered })
    }

    /// The baseline at `path`. One that the configuration names may have yet to be written.
    fn baseline(&self, path: &Path) -> Result<Option<Baseline>, Error> {
        let named_by_file = matches!(self.settings.baseline.origin, Origin::File(..));
        if named_by_file && !path.exists() {
            if !self.findings.quiet {
                let path = path.display();
                eprintln!("note: {path}: there is no baseline yet; --write-baseline writes it");
            }
            return Ok(None);
        }
        Baseline::read(path).map(Some)
    }

    fn filter_with(&self, baseline: Option<Baseline>) -> Filter<'_> {
        let lines = Some(self.findings.lines.clone()).filter(|lines| !lines.is_empty());
        let since = self.findings.changed_since.clone().map(Touched::Since);
        Filter {
            settings: self.settings,
            baseline,
            touched: since.or(lines.map(Touched::Lines)),
        }
    }
}

fn say_read(comparison: &Comparison) {
    for report in &comparison.reports {
        let claims = plural(report.extraction.claims.len(), "claim", "claims");
        eprintln!(
            "{}: {} by {}, {claims}",
            report.path,
            report.role.name(),
            report.outlet
        );
    }
}

/// Says what was left out, and what is wrong with the comments and entries that leave it out.
fn say_filtered(filtered: &Filtered) {
    for remark in &filtered.remarks {
        eprintln!("note: {remark}");
    }
    let parts = [
        (filtered.suppressed, "suppressed by a comment"),
        (filtered.known, "in the baseline"),
        (filtered.untouched, "on lines not touched"),
    ];
    let parts = parts.iter().filter(|(count, _)| *count > 0);
    let parts: Vec<String> = parts.map(|(count, why)| format!("{count} {why}")).collect();
    if !parts.is_empty() {
        eprintln!("note: findings left out: {}", parts.join(", "));
    }
}

/// The exit status that the findings ask for.
fn status(comparison: &Comparison, fail_on: FailOn) -> Status {
    let least = match fail_on {
        FailOn::Error => Severity::Error,
        FailOn::Warning => Severity::Warning,
        FailOn::Note => Severity::Note,
        FailOn::Never => return Status::Clean,
    };
    let mut findings = comparison.findings.iter();
    if findings.any(|finding| finding.severity <= least) {
        Status::Found
    } else {
        Status::Clean
    }
}
