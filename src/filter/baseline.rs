//! The baseline: findings that are known and accepted, by fingerprint, in a YAML file kept beside the texts.
//!
//! ```yaml
//! schema: claimdiff-baseline/1
//! findings:
//! - fingerprint: 876c09e66125f3a2
//!   rule: number-conflict
//!   path: draft.md
//!   message: people killed …
//! ```
//! Only the fingerprint counts; rule, path and message tell a reader what it stands for. Paths are relative to the
//! file, from wherever the program is run.

use std::path::{Path, PathBuf, absolute};

use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};

use super::Error;
use super::remark::Remark;
use crate::compare::{Comparison, Finding, Report};

/// The schema's name.
const SCHEMA: &str = "claimdiff-baseline/1";

/// The findings of a baseline file.
#[derive(Debug, Default)]
pub struct Baseline {
    path: PathBuf,
    text: String,
    entries: Vec<Entry>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    schema: String,
    findings: Vec<Entry>,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    path: String,
    rule: String,
    fingerprint: String,
    message: String,
}

impl Baseline {
    /// Reads the file at `path`.
    ///
    /// # Errors
    /// When it cannot be read or is no baseline.
    pub fn read(path: &Path) -> Result<Self, Error> {
        let text = std::fs::read_to_string(path).map_err(|error| unusable(path, &error))?;
        let file: File = serde_yaml::from_str(&text).map_err(|error| Error::yaml(path, &error))?;
        if file.schema != SCHEMA {
            let message = format!("the schema is `{}`, not `{SCHEMA}`", file.schema);
            return Err(Error::new(path, message));
        }
        Ok(Self {
            path: path.to_owned(),
            text,
            entries: file.findings,
        })
    }

    /// Takes the findings that it holds out of `comparison` and gives their number; entries of its files that
    /// no finding has any more become remarks.
    pub(super) fn apply(&self, comparison: &mut Comparison, remarks: &mut Vec<Remark>) -> usize {
        let entries = self.entries.iter();
        let known: FxHashSet<&str> = entries.map(|one| one.fingerprint.as_str()).collect();
        let found: FxHashSet<String> = comparison
            .findings
            .iter()
            .map(|finding| finding.fingerprint.clone())
            .collect();
        let before = comparison.findings.len();
        let is_new = |finding: &Finding| !known.contains(finding.fingerprint.as_str());
        comparison.findings.retain(is_new);
        let read = paths(&self.path, &comparison.reports);
        let stale = self
            .entries
            .iter()
            .filter(|entry| read.contains(&entry.path) && !found.contains(&entry.fingerprint));
        remarks.extend(stale.map(|entry| self.stale(entry)));
        before - comparison.findings.len()
    }

    fn stale(&self, entry: &Entry) -> Remark {
        let Entry { rule, path, .. } = entry;
        Remark {
            path: self.path.display().to_string(),
            place: self.place_of(entry),
            message: format!(
                "this {rule} of {path} is found no more; --write-baseline takes it out"
            ),
        }
    }

    fn place_of(&self, entry: &Entry) -> Option<(u32, u32)> {
        let at = self.text.find(&entry.fingerprint)?;
        let before = &self.text[..at];
        let line = before.matches('\n').count() as u32 + 1;
        let column = before.len() - before.rfind('\n').map_or(0, |at| at + 1);
        Some((line, column as u32 + 1))
    }

    /// Writes the findings of `comparison` to `path`, beside those that the file has of other reports.
    ///
    /// # Errors
    /// When the file there is no baseline, or cannot be written.
    pub fn write(path: &Path, comparison: &Comparison) -> Result<usize, Error> {
        let before = if path.exists() {
            Self::read(path)?.entries
        } else {
            Vec::new()
        };
        let paths = paths(path, &comparison.reports);
        let mut entries: Vec<Entry> = before
            .into_iter()
            .filter(|entry| !paths.contains(&entry.path))
            .collect();
        let findings = comparison.findings.iter();
        entries.extend(findings.map(|one| entry(one, &paths)));
        entries.sort_unstable();
        entries.dedup_by(|a, b| a.fingerprint == b.fingerprint && a.path == b.path);
        let count = entries.len();
        let file = File {
            schema: SCHEMA.to_owned(),
            findings: entries,
        };
        let text = serde_yaml::to_string(&file).map_err(|error| Error::yaml(path, &error))?;
        std::fs::write(path, text).map_err(|error| unusable(path, &error))?;
        Ok(count)
    }
}

fn unusable(path: &Path, error: &std::io::Error) -> Error {
    match error.kind() {
        std::io::ErrorKind::NotFound => {
            Error::new(path, "there is no such file; --write-baseline writes it")
        }
        _ => Error::new(path, error.to_string()),
    }
}

fn entry(finding: &Finding, paths: &[String]) -> Entry {
    Entry {
        path: paths[finding.primary.report].clone(),
        rule: finding.rule.id().to_owned(),
        fingerprint: finding.fingerprint.clone(),
        message: finding.message.clone(),
    }
}

/// The path of each report as seen from the folder of `baseline`; one outside of it stays as it was given.
fn paths(baseline: &Path, reports: &[Report]) -> Vec<String> {
    let folder = absolute(baseline).ok();
    let folder = folder.as_deref().and_then(Path::parent);
    let relative = |path: &str| {
        let path = absolute(path).ok()?;
        let below = path.strip_prefix(folder?).ok()?;
        let parts = below.iter().map(|part| part.to_string_lossy());
        Some(parts.collect::<Vec<_>>().join("/"))
    };
    let named = |report: &Report| relative(&report.path).unwrap_or_else(|| report.path.clone());
    reports.iter().map(named).collect()
}
