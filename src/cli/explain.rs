//! `claimdiff explain`: the page of a rule, the list of rules, or why one finding was made.

use std::cmp::Reverse;
use std::fmt::Write;
use std::io;
use std::path::{Path, PathBuf};

use super::args::ExplainArgs;
use super::{Status, config, output, shared};
use crate::check::check;
use crate::compare::{Finding, SHORT_NAME, compare};
use crate::config::Flags;
use crate::config::prepare;
use crate::input::Defaults;
use crate::report::{RulePage, explain};
use crate::text::{clean, shorten};

/// Findings named when none was meant.
const NEAREST: usize = 5;

/// Characters of a message shown where findings are listed.
const MESSAGE: usize = 70;

/// Prints the page asked for, or explains the finding asked for.
pub(super) fn run(args: &ExplainArgs) -> io::Result<Status> {
    if let [fingerprint, paths @ ..] = &args.finding[..] {
        return finding(args, fingerprint, paths);
    }
    let pages = RulePage::all();
    let text = match &args.rule {
        None => list(&pages),
        Some(id) => pages
            .iter()
            .find(|page| page.rule == *id)
            .map_or_else(String::new, RulePage::text),
    };
    output::print(&text)?;
    Ok(Status::Clean)
}

fn list(pages: &[RulePage]) -> String {
    let mut text = String::new();
    for page in pages {
        let RulePage {
            rule,
            severity,
            finds,
            ..
        } = page;
        writeln!(text, "{rule:<22} {severity:<8} {finds}").expect("a string takes everything");
    }
    text
}

/// Compares the reports anew, or checks the drafts, and explains the finding whose fingerprint begins with `wanted`.
fn finding(args: &ExplainArgs, wanted: &str, paths: &[String]) -> io::Result<Status> {
    let paths: Vec<PathBuf> = paths.iter().map(PathBuf::from).collect();
    let of_draft = paths.first().filter(|_| !args.against.is_empty());
    let from = of_draft.map_or(Path::new("."), PathBuf::as_path);
    let settings = config::read(&args.file, Flags::default(), from).map_err(io::Error::other)?;
    let defaults = Defaults {
        outlets: args.outlet.clone(),
        date: args.date,
    };
    let input = shared::read(&paths, &defaults, false);
    let sources = shared::read(&args.against, &defaults, false);
    let trouble = !(input.troubles.is_empty() && sources.troubles.is_empty());
    let count = input.articles.len();
    let articles = input.articles.into_iter().chain(sources.articles);
    let mut reports = shared::extract(articles.collect(), None)?;
    prepare(&settings, &mut reports);
    let comparison = if args.against.is_empty() {
        compare(reports, input.story)
    } else {
        let sources = reports.split_off(count);
        check(reports, sources, input.story)
    };
    let chosen = choose(&comparison.findings, wanted).map_err(io::Error::other)?;
    let texts: Vec<String> = chosen
        .into_iter()
        .map(|finding| explain(&comparison, finding))
        .collect();
    output::print(&texts.join("\n"))?;
    Ok(if trouble {
        Status::Trouble
    } else {
        Status::Clean
    })
}

/// The findings of the one fingerprint that begins with `wanted`.
///
/// # Errors
/// When no fingerprint or several begin so, with those that come nearest.
fn choose<'a>(findings: &'a [Finding], wanted: &str) -> Result<Vec<&'a Finding>, String> {
    let wanted = wanted.to_ascii_lowercase();
    let shown = clean(&wanted);
    if wanted.chars().count() < SHORT_NAME {
        return Err(format!(
            "“{shown}” is too short: give {SHORT_NAME} characters of the fingerprint or more"
        ));
    }
    if findings.is_empty() {
        return Err(
            "nothing was found in these reports, so there is nothing to explain".to_owned(),
        );
    }
    let matches = |finding: &&Finding| finding.fingerprint.starts_with(&wanted);
    let matching: Vec<&Finding> = findings.iter().filter(matches).collect();
    match &matching[..] {
        [] => Err(format!(
            "no finding has a fingerprint that begins with “{shown}”; the nearest:\n{}",
            listed(&nearest(findings, &wanted))
        )),
        [first, rest @ ..] if rest.iter().any(|one| one.fingerprint != first.fingerprint) => {
            Err(format!(
                "several fingerprints begin with “{shown}”; give more of the one you mean:\n{}",
                listed(&matching)
            ))
        }
        _ => Ok(matching),
    }
}

/// The findings whose fingerprints share most of their beginning with `wanted`.
fn nearest<'a>(findings: &'a [Finding], wanted: &str) -> Vec<&'a Finding> {
    let shared = |finding: &Finding| {
        let pairs = finding.fingerprint.chars().zip(wanted.chars());
        pairs.take_while(|(a, b)| a == b).count()
    };
    let mut nearest: Vec<&Finding> = findings.iter().collect();
    nearest.sort_by_key(|finding| Reverse(shared(finding)));
    nearest.truncate(NEAREST);
    nearest
}

fn listed(findings: &[&Finding]) -> String {
    let lines = findings.iter().map(|finding| {
        let message = shorten(&clean(&finding.message), MESSAGE);
        format!(
            "  {}  {}  {message}",
            finding.fingerprint,
            finding.rule.id()
        )
    });
    lines.collect::<Vec<String>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::{Location, Rule, Severity};
    use claims::Span;

    fn found(fingerprint: &str) -> Finding {
        Finding {
            rule: Rule::NumberConflict,
            severity: Severity::Error,
            message: "the toll".to_owned(),
            primary: Location {
                report: 0,
                span: Span::new(0, 1),
            },
            related: Vec::new(),
            group: None,
            fingerprint: fingerprint.to_owned(),
        }
    }

    #[test]
    fn a_beginning_chooses_one_fingerprint() {
        let findings = ["abcdef01", "abcdef12", "1234567", "1234567"].map(found);
        assert_eq!(choose(&findings, "ABCDEF1").unwrap(), [&findings[1]]);
        assert_eq!(choose(&findings, "123456").unwrap().len(), 2);
        let several = choose(&findings, "abcdef").unwrap_err();
        assert!(several.contains("abcdef01") && several.contains("abcdef12"));
        assert!(!several.contains("1234567"), "{several}");
    }

    #[test]
    fn the_nearest_stand_first() {
        let findings = ["ffffff", "abcdff", "abffff"].map(found);
        let none = choose(&findings, "abcdee").unwrap_err();
        let at = |fingerprint: &str| none.find(fingerprint).unwrap();
        assert!(at("abcdff") < at("abffff") && at("abffff") < at("ffffff"));
        assert!(choose(&findings, "abcdf").is_err());
        assert!(choose(&[], "abcdff").is_err());
    }
}
