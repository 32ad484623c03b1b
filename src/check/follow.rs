//! What follows: a number of the draft in, the two numbers of one source's sentence that give it out.
//!
//! "600,000 more than a year earlier" follows from "2.9 million … up from 2.3 million", "19 of 20" from one survivor.

use claims::claim::Value;
use claims::quantity::{Dimension, Modifier, Quantity};
use rust_decimal::Decimal;

use super::desk::Desk;
use crate::compare::ClaimId;

/// How far two numbers may stand apart, in sentences, to be reckoned with each other.
const APART: usize = 1;

/// Two numbers of one source whose sum or difference the draft's number is.
pub(super) fn parts(desk: &Desk<'_>, id: ClaimId) -> Option<Vec<ClaimId>> {
    let Value::Number(own) = &desk.claim(id).value else {
        return None;
    };
    let claim = desk.claim(id);
    let near = desk.passages.near(desk.draft, claim.sentence, claim.span);
    near.iter().find_map(|passage| {
        let numbers = numbers(desk, passage.report, passage.sentence, own);
        pairs(&numbers).find_map(|(a, b)| follows(own, a.1, b.1).then(|| vec![a.0, b.0]))
    })
}

/// The two shares of a source between which the draft's number of percent lies, where it should be percentage points:
/// "a rise of 3 percent from 31 percent" of a source that has 34 and 31 percent.
pub(super) fn points(desk: &Desk<'_>, id: ClaimId) -> Option<Vec<ClaimId>> {
    let Value::Number(own) = &desk.claim(id).value else {
        return None;
    };
    let difference = own.to_base(own.stated).point()?;
    if own.dimension() != Dimension::Percent {
        return None;
    }
    let claim = desk.claim(id);
    let beside = numbers(desk, id.report, claim.sentence, own);
    let is_beside = |value: Decimal| beside.iter().any(|one| one.0 != id && one.1 == value);
    let near = desk.passages.near(desk.draft, claim.sentence, claim.span);
    near.iter().find_map(|passage| {
        let numbers = numbers(desk, passage.report, passage.sentence, own);
        let said = numbers.iter().any(|one| one.1 == difference);
        let mut pairs = pairs(&numbers).filter(|_| !said);
        pairs
            .find(|(a, b)| {
                let beside = is_beside(a.1) || is_beside(b.1);
                beside && is_difference_only(difference, a.1, b.1)
            })
            .map(|(a, b)| vec![a.0, b.0])
    })
}

/// Whether a number is what lies between two shares, and not also that as a share of either.
fn is_difference_only(number: Decimal, a: Decimal, b: Decimal) -> bool {
    let between = a.checked_sub(b).map(|one| one.abs());
    let is_share_of = |whole: Decimal| {
        let share = number
            .checked_mul(whole)
            .map(|one| one / Decimal::ONE_HUNDRED);
        share.is_some_and(|share| (share - number).abs() <= HALF)
    };
    between == Some(number) && !is_share_of(a) && !is_share_of(b)
}

/// How far a share may lie from the one reckoned and be it, rounded.
const HALF: Decimal = Decimal::from_parts(5, 0, 0, false, 1);

type Number = (ClaimId, Decimal);

/// The exact numbers of a sentence and those beside it that measure what the draft's does.
fn numbers(desk: &Desk<'_>, report: usize, sentence: usize, own: &Quantity) -> Vec<Number> {
    let claims = desk.reports[report].extraction.claims.iter().enumerate();
    let near = claims.filter(|(_, claim)| claim.sentence.abs_diff(sentence) <= APART);
    let numbers = near.filter_map(|(claim, from)| match &from.value {
        Value::Number(quantity) if quantity.dimension() == own.dimension() => {
            let value = quantity.to_base(quantity.stated).point()?;
            Some((ClaimId { report, claim }, value))
        }
        _ => None,
    });
    numbers.collect()
}

fn pairs(numbers: &[Number]) -> impl Iterator<Item = (Number, Number)> + '_ {
    let each = numbers.iter().enumerate();
    each.flat_map(|(at, &a)| numbers[at + 1..].iter().map(move |&b| (a, b)))
}

/// Whether the draft's number is the sum or the difference of two, as rounded as it is written.
fn follows(own: &Quantity, a: Decimal, b: Decimal) -> bool {
    let open = match own.modifier {
        Modifier::Exact => own.to_base(own.rounded()),
        _ => own.to_base(own.open()),
    };
    let results = [a.checked_add(b), a.checked_sub(b).map(|one| one.abs())];
    results
        .into_iter()
        .flatten()
        .any(|value| !value.is_zero() && open.contains(value))
}
