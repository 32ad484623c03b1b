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
    /// Where to.
    pub(super) output: &'a OutputArgs,
    /// In which format.
    pub(super) format: &'a str,
    /// Of which.
    pub(super) formats: &'static [Format<Comparison>],
    /// Whether to show what no other report says.
    pub(super) all: bool,
}

/// What is told, and by which settings.
pub(super) struct Told {
    /// What was compared or checked.
    pub(super) comparison: Comparison,
    /// The settings in force for it.
    pub(super) settings: Settings,
}

impl Telling<'_> {
    /// Tells all of it as one; `trouble` is whether something could not be read.
    pub(super) fn tell(&self, told: Vec<Told>, trouble: bool) -> io::Result<Status> {
        let mut found = false;
        let mut comparisons = Vec::new();
        for mut one in told {
            self.leave_out(&mut one)?;
            found |= fails(&one.comparison, one.settings.fail_on.value);
            comparisons.push(one.comparison);
        }
        let comparison = Comparison::merged(comparisons);
        let page = output::page(self.output, self.all);
        let reporter = named(self.formats, self.format);
        output::write(self.output, &reporter.report(&comparison, &page))?;
        step_summary::append(self.formats, self.format, &comparison)?;
        Ok(match (trouble, found) {
            (true, _) => Status::Trouble,
            (false, true) => Status::Found,
            (false, false) => Status::Clean,
        })
    }

    /// Leaves out what is not to be told, and says so.
    fn leave_out(&self, told: &mut Told) -> io::Result<()> {
        let Told {
            comparison,
            settings,
        } = told;
        if self.findings.verbose {
            say_read(comparison);
        }
        if self.findings.write_baseline && settings.baseline.value.is_none() {
            let message = "--write-baseline needs a file: give --baseline FILE, or set baseline in claimdiff.yaml";
            return Err(io::Error::other(message));
        }
        let filtered = self
            .filter(comparison, settings)
            .map_err(io::Error::other)?;
        if !self.findings.quiet {
            say_filtered(&filtered);
        }
        Ok(())
    }

    fn filter(&self, comparison: &mut Comparison, settings: &Settings) -> Result<Filtered, Error> {
        match &settings.baseline.value {
            Some(path) if self.findings.write_baseline => {
                self.write_baseline(path, comparison, settings)
            }
            Some(path) => {
                let baseline = self.baseline(path, settings)?;
                self.filter_with(baseline, settings).apply(comparison)
            }
            None => self.filter_with(None, settings).apply(comparison),
        }
    }

    /// Writes what is found on any line, and leaves nothing to tell.
    fn write_baseline(
        &self,
        path: &Path,
        comparison: &mut Comparison,
        settings: &Settings,
    ) -> Result<Filtered, Error> {
        let all = Filter {
            touched: None,
            ..self.filter_with(None, settings)
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
    fn baseline(&self, path: &Path, settings: &Settings) -> Result<Option<Baseline>, Error> {
        let named_by_file = matches!(settings.baseline.origin, Origin::File(..));
        if named_by_file && !path.exists() {
            if !self.findings.quiet {
                let path = path.display();
                eprintln!("note: {path}: there is no baseline yet; --write-baseline writes it");
            }
            return Ok(None);
        }
        Baseline::read(path).map(Some)
    }

    fn filter_with<'a>(&self, baseline: Option<Baseline>, settings: &'a Settings) -> Filter<'a> {
        let lines = Some(self.findings.lines.clone()).filter(|lines| !lines.is_empty());
        let since = self.findings.changed_since.clone().map(Touched::Since);
        Filter {
            settings,
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

/// Whether there is a finding that makes the command fail.
fn fails(comparison: &Comparison, fail_on: FailOn) -> bool {
    let least = match fail_on {
        FailOn::Error => Severity::Error,
        FailOn::Warning => Severity::Warning,
        FailOn::Note => Severity::Note,
        FailOn::Never => return false,
    };
    let mut findings = comparison.findings.iter();
    findings.any(|finding| finding.severity <= least)
}
