//! Numbers whose noun is left out: claims in text order in, the same with what they count out.
//!
//! "93 of them" counts what was counted last before it; in "sales rose to 3.9 million headsets from 2.4 million" the
//! second number counts headsets, and in "fell 120 points to 27,000" points.

use rust_decimal::Decimal;
use syntax::{Key, Relation, Span, Upos, Xpos};

use super::context::Context;
use super::{Claim, Measure, Term, predicate};
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
    value: Option<Decimal>,
    /// Whether the sentence is told of what is counted.
    subject: bool,
}

/// Gives the numbers without a noun what the number before, or right behind them, counts.
pub(super) fn complete(context: &Context<'_>, claims: &mut [Claim]) {
    // What the last sentence with counts counted, and what the one before did.
    let mut known: Vec<Known> = Vec::new();
    let mut open: Option<usize> = None;
    for index in 0..claims.len() {
        let Some(quantity) = claims[index].value.number() else {
            continue;
        };
        let bare = quantity.kind == QuantityKind::Count && quantity.unit.is_none();
        let claim = &claims[index];
        let subset = claim.measure.scope.subset;
        if claim.measure.counted.is_none() && (bare || subset.is_some()) {
            let named = subset.is_some_and(|part| !points_back(context, part));
            let whole = whole_of(&known, claim).filter(|_| !named);
            let counted = whole.and_then(|known| inherited(known, claim));
            open = counted.is_none().then_some(index);
            give(&mut claims[index].measure, counted);
        }
        if let Some(counted) = claims[index].measure.counted.clone() {
            name_level(claims, open.filter(|&open| open < index), index);
            let claim = &claims[index];
            let told = known
                .last()
                .is_some_and(|last| last.sentence == claim.sentence);
            if told && tells_where(context, counted.span) {
                continue;
            }
            known.retain(|known| known.sentence == claim.sentence);
            known.push(Known {
                sentence: claim.sentence,
                aspect: claim.measure.aspect,
                subject: is_subject(context, counted.span),
                value: claim
                    .value
                    .number()
                    .and_then(|quantity| quantity.stated.point()),
                counted,
            });
        }
    }
}

/// Whether the word that makes a number a part leads to what was counted before: "of *them*", "of the *three*", but not
/// "of the *injured*".
pub(super) fn points_back(context: &Context<'_>, part: Span) -> bool {
    const THOSE: Key = Key::word("those");
    let Some(of) = context
        .token_at(part.start)
        .filter(|&of| context.form(of) == "of")
    else {
        // "among the top ten"
        return !part.slice(context.text).eq_ignore_ascii_case("top");
    };
    let end = context.sentence(of).tokens.end;
    let tag = |token: usize| context.token(token).upos;
    let object = (of + 1..end).find(|&token| tag(token) != Upos::Det);
    // "one of those *being* sought", "two of those *in* the bus"
    let those = of + 1 < end && context.token(of + 1).key == THOSE;
    let next = Some(of + 2).filter(|&next| those && next < end);
    let described = next.is_some_and(|next| {
        let participle = matches!(context.token(next).xpos, Xpos::Vbg | Xpos::Vbn);
        participle || matches!(tag(next), Upos::Adj | Upos::Adp | Upos::Pron)
    });
    !described && !object.is_some_and(|object| matches!(tag(object), Upos::Adj | Upos::Verb))
}

/// Whether a counted noun tells where something was counted: "in 11 *states*".
fn tells_where(context: &Context<'_>, noun: Span) -> bool {
    context
        .token_at(noun.end - 1)
        .is_some_and(|noun| predicate::is_setting(context, noun))
}

/// Whether the last word of a counted noun is a subject.
fn is_subject(context: &Context<'_>, noun: Span) -> bool {
    let last = context.token_at(noun.end - 1);
    last.is_some_and(|noun| {
        matches!(
            context.relation(noun),
            Relation::Nsubj | Relation::Nsubjpass
        )
    })
}

/// The count that a number may be a part of: the last in its own sentence; of another sentence what that is told of, if
/// it is not too few, else the last.
fn whole_of<'a>(known: &'a [Known], claim: &Claim) -> Option<&'a Known> {
    let last = known.last()?;
    if last.sentence == claim.sentence {
        return Some(last);
    }
    let part = claim
        .value
        .number()
        .and_then(|quantity| quantity.stated.point());
    let holds = |known: &&Known| {
        known
            .value
            .zip(part)
            .is_none_or(|(whole, part)| part <= whole)
    };
    let mut subjects = known.iter().filter(|known| known.subject);
    subjects
        .find(holds)
        .or_else(|| known.iter().rev().find(holds))
        .or(Some(last))
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
