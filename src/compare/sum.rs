//! Parts that make up a whole: a count of one report and one of another in, what the other counts besides out.
//!
//! "10 crew" here and "seven crew members and three security staff" there are one count, divided otherwise; so are "four
//! officers shot" and "one officer killed, three hurt".

use claims::claim::class::{Kinship, noun_kinship, outcome_kinship};
use claims::claim::{Claim, Term};
use claims::quantity::{Modifier, QuantityKind};
use claims::syntax::{Relation, Upos};
use claims::{Extraction, Span};
use rust_decimal::Decimal;

use super::judgement::{Cause, Judgement};
use super::{ClaimId, Report};

/// The smallest whole whose parts are looked for: one and one make two in any text.
const SMALLEST: Decimal = Decimal::from_parts(3, 0, 0, false, 0);

/// How many tokens may stand between two parts.
const BETWEEN: usize = 8;

/// How many parts a whole is looked for in.
const PARTS: usize = 4;

/// Different scopes, where what one report counts in one has its parts in the other.
pub fn judge(reports: &[Report], left: ClaimId, right: ClaimId) -> Option<Judgement> {
    let makes = |part: ClaimId, whole: ClaimId| {
        let (of, other) = (&reports[part.report], &reports[whole.report]);
        parts(&of.extraction, part.claim, other.claim(whole.claim))
    };
    let divided = |side, span| Judgement::scope(side, Cause::Divided(span));
    makes(left, right)
        .map(|span| divided(0, span))
        .or_else(|| makes(right, left).map(|span| divided(1, span)))
}

/// A count that may be a part, with where it stands.
struct Part {
    value: Decimal,
    span: Span,
}

/// The parts, `part` among them, that make up the whole of another report, from the first to the last.
fn parts(extraction: &Extraction, part: usize, whole: &Claim) -> Option<Span> {
    let sum = count(whole).filter(|&sum| sum >= SMALLEST)?;
    let own = &extraction.claims[part];
    count(own).filter(|&value| value < sum)?;
    let parts = beside(extraction, own, whole);
    let holds_own = |part: &Part| part.span.contains(own.span);
    let windows = (2..=PARTS).flat_map(|length| parts.windows(length));
    windows
        .filter(|window| window.iter().any(holds_own))
        .filter(|window| are_joined(extraction, window))
        .find(|window| window.iter().map(|part| part.value).sum::<Decimal>() == sum)
        .map(|window| window[0].span.cover(window[window.len() - 1].span))
}

/// What the sentence of a claim counts of a kind with a whole, in text order.
fn beside(extraction: &Extraction, own: &Claim, whole: &Claim) -> Vec<Part> {
    let claims = &extraction.claims;
    let first = claims.partition_point(|claim| claim.sentence < own.sentence);
    let here = claims[first..].iter();
    let here = here.take_while(|claim| claim.sentence == own.sentence);
    let told = here.filter(|claim| may_be_part(claim, whole) && is_known_as(claim, own));
    let mut parts: Vec<Part> = told
        .filter_map(|claim| {
            let counted = claim.measure.counted.as_ref();
            let span = counted.map_or(claim.span, |term| claim.span.cover(term.span));
            count(claim).map(|value| Part { value, span })
        })
        .collect();
    let single = own.measure.counted.as_ref();
    parts.extend(single.and_then(|term| joined_single(extraction, term)));
    parts.sort_by_key(|part| part.span.start);
    parts
}

/// "*A shotgun* and two handguns": one thing that a count is joined to.
fn joined_single(extraction: &Extraction, counted: &Term) -> Option<Part> {
    let analysis = &extraction.analysis;
    let counted = extraction.token_range(counted.span).last()?;
    let joined = Some(counted).filter(|&noun| analysis.relation(noun) == Relation::Conj);
    let noun = joined.and_then(|noun| analysis.head(noun))?;
    let is_article = |&child: &usize| {
        let form = analysis.tokens[child].span;
        analysis.relation(child) == Relation::Det && form.len() <= 2
    };
    let article = analysis.children(noun).find(is_article)?;
    Some(Part {
        value: Decimal::ONE,
        span: analysis.tokens[article]
            .span
            .cover(analysis.tokens[noun].span),
    })
}

/// Whether what a claim counts may be counted in a whole: the dead are in no count of the hurt, women in none of men.
fn may_be_part(claim: &Claim, whole: &Claim) -> bool {
    let apart = |a: Option<&Term>, b: Option<&Term>, kinship: fn(&str, &str) -> Kinship| {
        let classes = a
            .and_then(|term| term.class)
            .zip(b.and_then(|term| term.class));
        classes.is_some_and(|(a, b)| kinship(a, b) == Kinship::Apart)
    };
    let (part, whole) = (&claim.measure, &whole.measure);
    let other_fate = apart(
        part.outcome.as_ref(),
        whole.outcome.as_ref(),
        outcome_kinship,
    );
    let other_thing = apart(part.counted.as_ref(), whole.counted.as_ref(), noun_kinship);
    !other_fate && !other_thing
}

/// Whether what a claim counts is of a kind where that of the other is: a box is none of the bodies.
fn is_known_as(claim: &Claim, own: &Claim) -> bool {
    let class = |claim: &Claim| claim.measure.counted.as_ref().map(|term| term.class);
    class(own).flatten().is_none() || class(claim) != Some(None)
}

/// Whether only a few words, and no other clause, stand between each two: "seven crew *and* three guards".
fn are_joined(extraction: &Extraction, parts: &[Part]) -> bool {
    parts.windows(2).all(|pair| {
        let (end, start) = (pair[0].span.end, pair[1].span.start);
        if start < end {
            return false;
        }
        let between = extraction.tokens_in(Span {
            start: end,
            end: start,
        });
        let joins = |upos: Upos| upos == Upos::Cconj || upos == Upos::Punct;
        between.len() <= BETWEEN && between.iter().any(|token| joins(token.upos))
    })
}

/// The number of a plain count.
fn count(claim: &Claim) -> Option<Decimal> {
    let quantity = claim.value.number()?;
    let plain = quantity.kind == QuantityKind::Count && quantity.modifier == Modifier::Exact;
    let whole = claim.measure.scope.subset.is_none();
    quantity.value.point().filter(|_| plain && whole)
}
