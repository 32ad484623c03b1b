//! Numbers whose noun is left out: claims in text order in, the same with what they count out.
//!
//! "93 of them" counts what was counted last before it; in "sales rose to 3.9 million headsets from 2.4 million" the
//! second number counts headsets, and in "fell 120 points to 27,000" points.

use syntax::Span;

use super::{Claim, Measure, Term};
use crate::quantity::{Aspect, QuantityKind};

/// How many sentences back the whole of a part may stand.
const BACK: usize = 2;
/// How many bytes may stand between a level and the change that names what both count: "16,369, up 58 points".
const NEAR: u32 = 8;

/// A number with what it counts.
struct Known {
    sentence: usize,
    aspect: Option<Aspect>,
    counted: Term,
}

/// Gives the numbers without a noun what the number before, or right behind them, counts; `points_back` tells of the word
/// that makes a number a part whether it leads to what was counted before: "of them", but not "of the injured";
/// `is_setting` of a counted noun whether it only tells where: in "32 people in 11 *states* fell ill" the people are told of.
pub(super) fn complete(
    claims: &mut [Claim],
    points_back: impl Fn(Span) -> bool,
    is_setting: impl Fn(Span) -> bool,
) {
    let mut known: Option<Known> = None;
    let mut open: Option<usize> = None;
    for index in 0..claims.len() {
        let Some(quantity) = claims[index].value.number() else {
            continue;
        };
        let bare = quantity.kind == QuantityKind::Count && quantity.unit.is_none();
        let claim = &claims[index];
        if claim.measure.counted.is_none() && (bare || claim.measure.scope.subset.is_some()) {
            let named = claim
                .measure
                .scope
                .subset
                .is_some_and(|part| !points_back(part));
            let known = known.as_ref().filter(|_| !named);
            let counted = known.and_then(|known| inherited(known, claim));
            open = counted.is_none().then_some(index);
            give(&mut claims[index].measure, counted);
        }
        if let Some(counted) = claims[index].measure.counted.clone() {
            name_level(claims, open.filter(|&open| open < index), index);
            let sentence = claims[index].sentence;
            let told = known
                .as_ref()
                .is_some_and(|known| known.sentence == sentence);
            if told && is_setting(counted.span) {
                continue;
            }
            known = Some(Known {
                sentence,
                aspect: claims[index].measure.aspect,
                counted,
            });
        }
    }
}

/// What a number without a noun takes from the last one that has it.
fn inherited(known: &Known, claim: &Claim) -> Option<Term> {
    let Measure { aspect, scope, .. } = &claim.measure;
    let distance = claim.sentence - known.sentence;
    let part = scope.subset.is_some() && distance <= BACK;
    let changes = *aspect == Some(Aspect::Origin) || known.aspect == Some(Aspect::Change);
    (part || changes && distance == 0).then(|| known.counted.clone())
}

/// "16,369, up 58 points": the change right behind a level names what both count.
fn name_level(claims: &mut [Claim], level: Option<usize>, change: usize) {
    let Some(level) = level else { return };
    let gap = claims[change]
        .span
        .start
        .saturating_sub(claims[level].span.end);
    let changes = claims[change].measure.aspect == Some(Aspect::Change);
    if changes && gap <= NEAR && claims[level].sentence == claims[change].sentence {
        let counted = claims[change].measure.counted.clone();
        give(&mut claims[level].measure, counted);
    }
}

/// What is counted is not said of itself: in "108 drones, of which 93 were brought down" the subject is the noun.
fn give(measure: &mut Measure, counted: Option<Term>) {
    let same = |subject: &Term| {
        counted
            .as_ref()
            .is_some_and(|term| term.lemma == subject.lemma)
    };
    if measure.subject.as_ref().is_some_and(same) {
        measure.subject = None;
    }
    measure.counted = counted;
}
