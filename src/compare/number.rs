//! Verdicts on numbers: two claims of one question in, what their values are to each other and why out.
//!
//! The order of the questions is the order of NUMBERS: the same? open to both by hedge, bound or rounding?
//! counting different things? moving? Only what none of these explains is a conflict.

use claims::claim::class::{self, Kinship, noun_kinship};
use claims::claim::{Certainty, Claim};
use claims::quantity::{Aspect, Dimension, Modifier, QuantityKind};
use rust_decimal::Decimal;

use super::Verdict;
use super::judgement::{Cause, Judgement, Side};
use super::reading::Reading;
use super::slip::{self, Slip};

/// Judges two number claims of different reports.
#[must_use]
pub fn judge(a: &Side<'_>, b: &Side<'_>) -> Judgement {
    let (left, right) = (reading(a.claim), reading(b.claim));
    let (Some(left), Some(right)) = (left, right) else {
        return Judgement::new(Verdict::Compatible, Cause::Unread);
    };
    if a.claim.polarity != b.claim.polarity && left.same(&right) && one_act(a.claim, b.claim) {
        return Judgement::new(Verdict::Conflict, Cause::Denied);
    }
    same(&left, &right)
        .or_else(|| counted_otherwise(a.claim, b.claim, &left, &right))
        .or_else(|| risen(a, b, &left, &right))
        .or_else(|| open_to_both(&left, &right))
        .or_else(|| one_ton(a.claim, b.claim))
        .or_else(|| cut_down(&left, &right))
        .or_else(|| tolerated(a, b, &left, &right))
        .or_else(|| other_scope(a.claim, b.claim))
        .or_else(|| vague(&left, &right))
        .or_else(|| one_zero(&left, &right))
        .or_else(|| later_count(a, b, &left, &right))
        .unwrap_or_else(|| conflict(&left, &right))
}

/// Whether both claims name one act, so that the one can deny what the other states.
fn one_act(a: &Claim, b: &Claim) -> bool {
    let acts = a.measure.outcome.as_ref().zip(b.measure.outcome.as_ref());
    acts.is_some_and(|(a, b)| a.lemma == b.lemma || (a.class.is_some() && a.class == b.class))
}

/// The reading of a number claim.
#[must_use]
pub fn reading(claim: &Claim) -> Option<Reading> {
    claim.value.number().map(Reading::of)
}

fn same(a: &Reading, b: &Reading) -> Option<Judgement> {
    a.same(b)
        .then(|| Judgement::new(Verdict::Agree, Cause::SameValue))
}

/// The configuration of either report lets values this near agree.
fn tolerated(a: &Side<'_>, b: &Side<'_>, left: &Reading, right: &Reading) -> Option<Judgement> {
    let dimension = a.claim.measure.dimension?;
    let tolerances = [a.tolerances, b.tolerances];
    let mut tolerances = tolerances.into_iter().filter_map(|one| one.get(dimension));
    tolerances
        .any(|one| one.allows(&left.stated, &right.stated))
        .then(|| Judgement::new(Verdict::Compatible, Cause::Tolerated))
}

/// Hedges, bounds, vague plurals and rounding leave room for both; "nearly a decade" and "more than a decade" round to
/// one figure.
fn open_to_both(a: &Reading, b: &Reading) -> Option<Judgement> {
    let cause = if a.can_both_hold(b) || a.stated == b.stated {
        [a, b]
            .into_iter()
            .find_map(hedge)
            .unwrap_or(Cause::Hedge(Modifier::About))
    } else if a.agrees_rounded(b) {
        Cause::Rounding
    } else {
        return None;
    };
    Some(Judgement::new(Verdict::Compatible, cause))
}

/// "43 tons" and "43 tonnes": nobody says which ton is meant, and one figure in both is the same freight.
fn one_ton(a: &Claim, b: &Claim) -> Option<Judgement> {
    const TONS: [&str; 2] = ["[ston_av]", "t"];
    let tons = |claim: &Claim| {
        let quantity = claim.value.number()?;
        let ton = quantity.unit.is_some_and(|unit| TONS.contains(&unit.code));
        ton.then_some(quantity.stated)
    };
    let one_figure = tons(a).is_some() && tons(a) == tons(b);
    one_figure.then(|| Judgement::new(Verdict::Compatible, Cause::OtherTon))
}

/// How much finer an exact figure is told than one that is cut down from it.
const FINER: Decimal = Decimal::ONE_HUNDRED;

/// $43,885,310 given as "$43 million": the digits behind the last one shown are dropped, not rounded.
fn cut_down(a: &Reading, b: &Reading) -> Option<Judgement> {
    let is_cut = |short: &Reading, full: &Reading| {
        let (cut, exact) = (short.stated.point()?, full.stated.point()?);
        let two_digits = cut >= short.step * Decimal::TEN;
        let finer = full.step.checked_mul(FINER)? <= short.step;
        let within = cut < exact && exact < cut + short.step;
        Some(short.is_exact() && two_digits && finer && within)
    };
    let cut = is_cut(a, b) == Some(true) || is_cut(b, a) == Some(true);
    cut.then(|| Judgement::new(Verdict::Compatible, Cause::CutDown))
}

fn hedge(reading: &Reading) -> Option<Cause> {
    (!reading.is_exact()).then_some(Cause::Hedge(reading.modifier))
}

/// How much larger than a vague plural says a number may be and still be meant: "tens of thousands" and 100,000.
const VAGUELY: Decimal = Decimal::from_parts(3, 0, 0, false, 0);

/// How much smaller: 16 are hardly dozens, and 10 are none.
const HARDLY: Decimal = Decimal::from_parts(15, 0, 0, false, 1);

/// "Dozens", "tens of thousands": nobody who writes that means its bounds.
fn vague(a: &Reading, b: &Reading) -> Option<Judgement> {
    let reaches = |vague: &Reading, other: &Reading| {
        let (low, high) = vague.stated.low().zip(vague.stated.high())?;
        let value = other.middle()?;
        let plural = vague.modifier == Modifier::Range && high >= low.checked_mul(VAGUELY)?;
        Some(plural && value <= high.checked_mul(VAGUELY)? && value >= low / HARDLY)
    };
    let near = reaches(a, b) == Some(true) || reaches(b, a) == Some(true);
    near.then(|| Judgement::new(Verdict::Compatible, Cause::Hedge(Modifier::Range)))
}

/// The texts show that the two count different things.
fn other_scope(a: &Claim, b: &Claim) -> Option<Judgement> {
    let (left, right) = (limits(a), limits(b));
    let mut pairs = left.into_iter().zip(right);
    let limit = pairs.find_map(|(left, right)| of_one_side(left, right));
    limit
        .or_else(|| narrower(a, b))
        .or_else(|| of_two_groups(a, b))
        .or_else(|| forecast(a, b))
}

/// "59 percent among voters 45 and older" and "49 percent" of all, or of another group.
fn of_two_groups(a: &Claim, b: &Claim) -> Option<Judgement> {
    let group = |claim: &Claim| {
        let share = matches!(
            claim.measure.dimension,
            Some(Dimension::Percent | Dimension::Point)
        );
        claim.measure.scope.among.clone().filter(|_| share)
    };
    match (group(a), group(b)) {
        (Some(a), Some(b)) if a.key == b.key => None,
        (Some(group), _) => Some(Judgement::scope(0, Cause::Among(group.span))),
        (None, Some(group)) => Some(Judgement::scope(1, Cause::Among(group.span))),
        (None, None) => None,
    }
}

/// "As many as 15 others", "as many as 16 people": two figures of which one counts somebody in or out are told
/// apart by that, whatever their hedges leave open.
fn counted_otherwise(a: &Claim, b: &Claim, left: &Reading, right: &Reading) -> Option<Judgement> {
    let vague = [left, right]
        .iter()
        .any(|reading| reading.modifier == Modifier::Range);
    if vague || left.stated == right.stated {
        return None;
    }
    // "An additional $13.6 million in local taxes" is all that was paid in these, and "about $104 million, including pay
    // for replacements" leaves nothing out of "more than $100 million".
    let told = |claim: &Claim| {
        let [including, excluding, _, besides] = limits(claim);
        let limit = including.or(excluding).or(besides);
        limit.filter(|_| claim.measure.dimension == Some(Dimension::Count))
    };
    of_one_side(told(a), told(b))
}

/// What limits one of two figures alone sets them apart.
fn of_one_side(left: Option<Cause>, right: Option<Cause>) -> Option<Judgement> {
    match (left, right) {
        (Some(cause), None) => Some(Judgement::scope(0, cause)),
        (None, Some(cause)) => Some(Judgement::scope(1, cause)),
        _ => None,
    }
}

/// What limits a figure; "52 percent *of the vote*" says what the share is of, and of what else could the other be?
fn limits(claim: &Claim) -> [Option<Cause>; 4] {
    let scope = &claim.measure.scope;
    let share = claim.measure.dimension == Some(Dimension::Percent);
    [
        scope.including.map(Cause::Including),
        scope.excluding.map(Cause::Excluding),
        scope.subset.filter(|_| !share).map(Cause::Part),
        scope.other.map(Cause::Besides),
    ]
}

fn narrower(a: &Claim, b: &Claim) -> Option<Judgement> {
    let left = a.measure.counted.as_ref()?;
    let right = b.measure.counted.as_ref()?;
    match noun_kinship(left.class?, right.class?) {
        Kinship::Wider => Some(Judgement::scope(1, Cause::Narrower(right.span))),
        Kinship::Narrower => Some(Judgement::scope(0, Cause::Narrower(left.span))),
        Kinship::Same | Kinship::Apart => None,
    }
}

/// What is still to come and what has been are two figures.
fn forecast(a: &Claim, b: &Claim) -> Option<Judgement> {
    match (a.certainty, b.certainty) {
        (Certainty::Future, Certainty::Certain) => Some(Judgement::scope(0, Cause::Forecast)),
        (Certainty::Certain, Certainty::Future) => Some(Judgement::scope(1, Cause::Forecast)),
        _ => None,
    }
}

/// How many times as large one of two counts is when more than rounding lies between them: 12 and 15.
const MOVED: Decimal = Decimal::from_parts(11, 0, 0, false, 1);

/// "At least 12" on one day and 15 on the next: the bound leaves room for both, and yet the count has moved. So has
/// it on one day when the two lie far apart.
fn risen(a: &Side<'_>, b: &Side<'_>, left: &Reading, right: &Reading) -> Option<Judgement> {
    let toll = are_moving(a, b);
    let bounded = is_floor(left) || is_floor(right);
    let vague = [left, right]
        .iter()
        .any(|reading| reading.modifier == Modifier::Range);
    let moved = left.stated != right.stated && left.can_both_hold(right);
    if !(toll && bounded && moved)
        || vague
        || stays_true(left, right)
        || stays_true(right, left)
        || is_rounder(left, right)
        || is_rounder(right, left)
    {
        return None;
    }
    let said = moving(a, b);
    let later = days_differ(a, b).then(|| Judgement::new(Verdict::Update, Cause::Later));
    let far = are_far(left, right).then(|| Judgement::new(Verdict::Update, Cause::Toll));
    said.or(later).or(far)
}

/// "More than 100" beside "at least 172": a round floor is no count that has moved on.
fn stays_true(round: &Reading, fine: &Reading) -> bool {
    let floors = round.modifier == Modifier::MoreThan && is_floor(fine);
    let hundreds = round.step >= Decimal::ONE_HUNDRED && fine.step < round.step;
    floors && hundreds && round.can_both_hold(fine)
}

/// How much of a figure may be lost when it is rounded and still be the same news: 606,200 and 600,000.
const LOST: Decimal = Decimal::from_parts(5, 0, 0, false, 2);

/// Whether one figure is the other with fewer digits; a toll of 50 is told to the man.
fn is_rounder(rough: &Reading, fine: &Reading) -> bool {
    let (Some(a), Some(b)) = (rough.middle(), fine.middle()) else {
        return false;
    };
    let lost = (a - b).abs();
    let round = rough.step > fine.step && rough.step > Decimal::TEN;
    round && lost <= rough.step / Decimal::TWO && lost <= b.abs() * LOST
}

fn are_far(a: &Reading, b: &Reading) -> bool {
    let (Some(a), Some(b)) = (a.middle(), b.middle()) else {
        return false;
    };
    let far = a.min(b).checked_mul(MOVED);
    far.is_some_and(|far| a.max(b) > far)
}

/// Whether a count is given as what is known so far: "at least 12".
const fn is_floor(reading: &Reading) -> bool {
    matches!(
        reading.modifier,
        Modifier::AtLeast | Modifier::MoreThan | Modifier::UpTo
    )
}

fn days_differ(a: &Side<'_>, b: &Side<'_>) -> bool {
    let dates = a.published.zip(b.published);
    dates.is_some_and(|(a, b)| a.at.date() != b.at.date())
}

/// The words by which one of the reports says that the count moves; by how much it moved is no count that does.
fn moving(a: &Side<'_>, b: &Side<'_>) -> Option<Judgement> {
    [(0, a), (1, b)].into_iter().find_map(|(side, report)| {
        let measure = &report.claim.measure;
        let level = measure.aspect != Some(Aspect::Change);
        let span = measure.scope.moving.filter(|_| level)?;
        Some(Judgement::update(side, Cause::Moving(span)))
    })
}

/// 6,200 and 62,000: no count moves so that all its digits stay.
fn one_zero(a: &Reading, b: &Reading) -> Option<Judgement> {
    let (a, b) = a.stated.point().zip(b.stated.point())?;
    let telling = a.normalize().mantissa().unsigned_abs() > 9;
    let slip = slip::between(a, b).filter(|slip| matches!(slip, Slip::Magnitude(_)));
    slip.filter(|_| telling)
        .map(|slip| Judgement::new(Verdict::Conflict, Cause::Slip(slip)))
}

/// A moving count at two moments.
fn later_count(a: &Side<'_>, b: &Side<'_>, left: &Reading, right: &Reading) -> Option<Judgement> {
    moving(a, b).or_else(|| {
        let toll = are_moving(a, b);
        let days = days_differ(a, b);
        let cause = if days { Cause::Later } else { Cause::Toll };
        let moved = toll && (days || is_floor(left) || is_floor(right));
        moved.then(|| Judgement::new(Verdict::Update, cause))
    })
}

/// Whether a count moves that neither side gives as history: the dead of 1934 have been counted.
fn are_moving(a: &Side<'_>, b: &Side<'_>) -> bool {
    may_have_moved(a.claim, b.claim) && !(a.history && b.history)
}

/// Whether a count that two claims give moves as news breaks.
#[must_use]
pub fn may_have_moved(a: &Claim, b: &Claim) -> bool {
    moves(a) || moves(b)
}

/// Whether two claims state one figure, whatever their hedges: "40", "around 40".
#[must_use]
pub fn state_one_figure(a: &Claim, b: &Claim) -> bool {
    let stated = |claim: &Claim| reading(claim).map(|reading| reading.stated);
    stated(a).is_some() && stated(a) == stated(b)
}

/// Whether a count moves as news breaks; what is still to come has not begun to.
fn moves(claim: &Claim) -> bool {
    // Burnt acres rise as the dead do.
    let counts = claim.value.number().is_some_and(|quantity| {
        quantity.kind == QuantityKind::Count || quantity.dimension() == Dimension::Area
    });
    let begun = claim.certainty != Certainty::Future;
    let class = claim
        .measure
        .outcome
        .as_ref()
        .and_then(|outcome| outcome.class);
    counts && begun && class.is_some_and(class::moves)
}

fn conflict(a: &Reading, b: &Reading) -> Judgement {
    let values = a.stated.point().zip(b.stated.point());
    let slip = values.and_then(|(a, b)| slip::between(a, b));
    Judgement::new(Verdict::Conflict, slip.map_or(Cause::Differ, Cause::Slip))
}
