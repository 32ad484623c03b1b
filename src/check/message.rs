//! What to tell the user, in words: no table, no percentages, the draft's words first.

use super::candidate::{Candidate, other_unit};
use super::desk::Desk;
use super::exchange::Exchange;
use crate::compare::judgement::Cause;
use crate::compare::{ClaimId, question, reason};
use crate::text::{clean, plural, shorten};

/// Longest value shown, in characters.
const LONGEST: usize = 60;

/// “$15,475” should be “$15,745” by NPR and the Washington Times: two digits have changed places
pub(super) fn contradicted(desk: &Desk<'_>, own: ClaimId, best: &Candidate) -> String {
    let values = format!("{} has “{}”", outlet(desk, best.id), value(desk, best.id));
    let why = match best.judgement.cause {
        _ if other_unit(desk, own, best.id) => "the same number with another unit".to_owned(),
        Cause::Slip(slip) => reason::describe(slip),
        Cause::Denied => "one denies what the other states".to_owned(),
        _ => "no source carries the draft’s".to_owned(),
    };
    format!(
        "{}the draft has “{}”, {values}: {why}",
        question_of(desk, own),
        value(desk, own)
    )
}

/// The draft's number predates later ones.
pub(super) fn stale(desk: &Desk<'_>, own: ClaimId, later: &[ClaimId]) -> String {
    let reports = plural(outlets(desk, later).len(), "later report", "later reports");
    format!(
        "{}the draft’s “{}” predates {reports} of “{}” ({})",
        question_of(desk, own),
        value(desk, own),
        value(desk, later[0]),
        outlets(desk, later).join(", ")
    )
}

/// The sources disagree, and which side the draft takes.
pub(super) fn disputed(
    desk: &Desk<'_>,
    own: ClaimId,
    with: &[ClaimId],
    against: &[ClaimId],
) -> String {
    format!(
        "{}the sources disagree; the draft takes “{}” from {}, but {} has “{}”",
        question_of(desk, own),
        value(desk, own),
        outlets(desk, with).join(", "),
        outlets(desk, against).join(", "),
        value(desk, against[0])
    )
}

/// The number is right and what became of those counted is not.
pub(super) fn swapped(desk: &Desk<'_>, own: ClaimId, other: ClaimId) -> String {
    let outcome = |id: ClaimId| {
        let outcome = desk.claim(id).measure.outcome.as_ref();
        outcome.map_or("something else", |term| {
            desk.reports[id.report].words(term.span)
        })
    };
    format!(
        "the draft has “{}” for “{}”, {} has it for “{}”: the outcome is another",
        value(desk, own),
        outcome(own),
        outlet(desk, other),
        outcome(other)
    )
}

/// The number is right and what it is said of is not.
pub(super) fn exchanged(desk: &Desk<'_>, own: ClaimId, exchange: &Exchange) -> String {
    format!(
        "the draft has “{}” with “{}”, {} has “{}” with it: a number of something else",
        value(desk, own),
        clean(desk.reports[own.report].words(exchange.words)),
        outlet(desk, exchange.sibling),
        value(desk, exchange.sibling)
    )
}

/// A difference of two shares that the draft has as a share.
pub(super) fn points(desk: &Desk<'_>, own: ClaimId, shares: &[ClaimId]) -> String {
    let values: Vec<&str> = shares.iter().map(|&id| desk.words(id)).collect();
    format!(
        "the draft has “{}” for what lies between {} of {}: percentage points, not percent",
        value(desk, own),
        clean(&values.join(" and ")),
        outlet(desk, shares[0])
    )
}

/// No source has it.
pub(super) fn unsupported(desk: &Desk<'_>, own: ClaimId) -> String {
    format!(
        "{}no source has the draft’s “{}”",
        question_of(desk, own),
        value(desk, own)
    )
}

/// What a claim answers, with a colon behind it; nothing where no word of the text says it.
fn question_of(desk: &Desk<'_>, claim: ClaimId) -> String {
    match clean(&question::of(desk.reports, claim)) {
        question if question.is_empty() => question,
        question => format!("{question}: "),
    }
}

fn value(desk: &Desk<'_>, id: ClaimId) -> String {
    shorten(&clean(desk.words(id)), LONGEST)
}

fn outlet<'a>(desk: &'a Desk<'_>, id: ClaimId) -> &'a str {
    &desk.reports[id.report].outlet
}

/// The outlets of claims, each once, in order.
fn outlets<'a>(desk: &'a Desk<'_>, claims: &[ClaimId]) -> Vec<&'a str> {
    let mut outlets: Vec<&str> = Vec::new();
    for &id in claims {
        if !outlets.contains(&outlet(desk, id)) {
            outlets.push(outlet(desk, id));
        }
    }
    outlets
}
