//! Who says it, in words.
//!
//! In "TASS cited Peskov as telling reporters that talks would follow" the source of the talks is Peskov, and
//! the chain that leads to him is TASS.

use claims::Span;
use claims::attribution::Attribution;

use crate::compare::Report;

/// The source: the fullest name that the report gives it, or its own words there.
pub(super) fn source<'a>(attribution: &Attribution, report: &'a Report) -> Option<&'a str> {
    let entity = attribution
        .entity
        .map(|entity| &report.extraction.entities[entity]);
    match entity {
        Some(entity) => Some(&entity.name),
        None => words(attribution.source, report),
    }
}

/// The words that attribute.
pub(super) fn cue<'a>(attribution: &Attribution, report: &'a Report) -> Option<&'a str> {
    words(attribution.cue, report)
}

/// Where it was said.
pub(super) fn medium<'a>(attribution: &Attribution, report: &'a Report) -> Option<&'a str> {
    words(attribution.medium, report)
}

/// The sources that give `attribution`'s source, the nearest first.
pub(super) fn chain<'a>(attribution: &Attribution, report: &'a Report) -> Vec<&'a str> {
    let all = &report.extraction.attributions;
    let parent = |one: &&'a Attribution| one.parent.map(|parent| &all[parent]);
    let first = attribution.parent.map(|parent| &all[parent]);
    std::iter::successors(first, parent)
        .take(all.len())
        .filter_map(|one| source(one, report))
        .collect()
}

fn words(span: Option<Span>, report: &Report) -> Option<&str> {
    span.map(|span| span.slice(&report.document.text))
}
