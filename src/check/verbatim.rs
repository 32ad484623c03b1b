//! Copied words with another numeral: each token with a digit in, the same words of a source with other digits out.
//!
//! "An Airbus A327 aircraft operated by Germanwings" where the source has "an Airbus A320 aircraft operated by": whatever
//! the numeral is (a model, a page, a time that no calendar has), a copy must not change it.

use claims::Span;
use claims::claim::Value;
use claims::syntax::Token;

use super::answer::Fault;
use super::desk::Desk;
use super::wording::{Hit, words};
use crate::compare::judgement::Cause;
use crate::compare::{ClaimId, Finding, Kind, Location, Rule, Severity, group};

/// The numerals of the draft that stand in words of a source and are others there; those that `told` findings are on
/// are left out.
pub(super) fn faults(desk: &Desk<'_>, told: &[Finding]) -> Vec<Fault> {
    let draft = &desk.reports[desk.draft];
    let tokens = words(draft, draft.document.body);
    let is_told = |token: &Token| told.iter().any(|one| one.primary.span.overlaps(token.span));
    let numerals = (0..tokens.len())
        .filter(|&at| has_digit(draft.words(tokens[at].span)) && !is_told(&tokens[at]));
    numerals.filter_map(|at| fault(desk, &tokens, at)).collect()
}

fn has_digit(word: &str) -> bool {
    word.bytes().any(|byte| byte.is_ascii_digit())
}

fn fault(desk: &Desk<'_>, tokens: &[Token], at: usize) -> Option<Fault> {
    let own = &tokens[at];
    let hits: Vec<Hit> = desk.wording.in_place(tokens, at);
    if hits.iter().any(|hit| hit.word == own.key) {
        return None;
    }
    let numeral = |hit: &&Hit| has_digit(desk.reports[hit.report].words(hit.span));
    let hit = hits.iter().find(numeral)?;
    if is_tolerated(desk, own, hit) {
        return None;
    }
    let (draft, source) = (&desk.reports[desk.draft], &desk.reports[hit.report]);
    let message = format!(
        "the draft has “{}” where {} has “{}” in the same words",
        draft.words(own.span),
        source.outlet,
        source.words(hit.span)
    );
    let place = Location {
        report: hit.report,
        span: hit.span,
    };
    let (rule, severity) = rule(desk, own);
    let mut fault = Fault::new(rule, message, vec![place]);
    fault.severity = severity;
    fault.span = Some(own.span);
    Some(fault)
}

/// Whether the user lets the two numbers be as far apart as they are.
fn is_tolerated(desk: &Desk<'_>, own: &Token, hit: &Hit) -> bool {
    let ids = number_at(desk, desk.draft, own.span).zip(number_at(desk, hit.report, hit.span));
    ids.is_some_and(|(own, other)| {
        let judgement = group::judge_pair(desk.reports, Kind::Number, own, other);
        judgement.cause == Cause::Tolerated
    })
}

fn number_at(desk: &Desk<'_>, report: usize, span: Span) -> Option<ClaimId> {
    let mut claims = desk.reports[report].extraction.claims.iter();
    let claim = claims
        .position(|claim| matches!(claim.value, Value::Number(_)) && claim.span.overlaps(span))?;
    Some(ClaimId { report, claim })
}

/// A number, a time, or else a name with a number in it.
fn rule(desk: &Desk<'_>, token: &Token) -> (Rule, Option<Severity>) {
    let mut claims = desk.reports[desk.draft].extraction.claims.iter();
    let claim = claims.find(|claim| {
        let value = matches!(claim.value, Value::Number(_) | Value::Time(_));
        value && claim.span.overlaps(token.span)
    });
    match claim.map(|claim| &claim.value) {
        Some(Value::Time(_)) => (Rule::TimeConflict, None),
        Some(_) => (Rule::NumberConflict, None),
        None => (Rule::NameVariant, Some(Severity::Warning)),
    }
}
