//! Verdicts on numbers: two claims of one question in, what their values are to each other and why out.
//!
//! The order of the questions is the order of NUMBERS: the same? open to both by hedge, bound or rounding?
//! counting different things? moving? Only what none of these explains is a conflict.

use claims::claim::class::{self, Pace};
use claims::claim::{Certainty, Claim};
use claims::quantity::{Aspect, Dimension, Modifier, QuantityKind};
use rust_decimal::Decimal;

use super::Verdict;
use super::judgement::{Cause, Judgement};
use super::reading::Reading;
use super::scope;
use super::side::Side;
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
        .or_else(|| converted(a.claim, b.claim, &left, &right))
        .or_else(|| scope::counted_otherwise(a.claim, b.claim, &left, &right))
        .or_else(|| scope::wider(a, b, &left, &right))
        .or_else(|| risen(a, b, &left, &right))
        .or_else(|| open_to_both(&left, &right))
        .or_else(|| one_unit_name(a.claim, b.claim))
        .or_else(|| cut_down(&left, &right))
        .or_else(|| tolerated(a, b, &left, &right))
        .or_else(|| scope::other(a, b, &left, &right))
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

/// How much of a figure may be lost when it is rounded in another unit and still be the same: 984 feet and 300 metres,
/// 150 miles and 250 kilometres.
const LOST_IN_CONVERSION: Decimal = Decimal::from_parts(5, 0, 0, false, 2);

/// "Some 150 miles", "some 250 kilometers": one figure in two units, hedged alike.
fn converted(a: &Claim, b: &Claim, left: &Reading, right: &Reading) -> Option<Judgement> {
    let unit = |claim: &Claim| Some(claim.value.number()?.unit?.code);
    let two_units = unit(a)? != unit(b)?;
    let (x, y) = (left.stated.point()?, right.stated.point()?);
    let near = (x - y).abs() <= x.abs().max(y.abs()).checked_mul(LOST_IN_CONVERSION)?;
    let alike = left.modifier.side() == right.modifier.side() && left.agrees_rounded(right);
    (two_units && near && alike).then(|| Judgement::new(Verdict::Agree, Cause::Converted))
}

/// The configuration of either report lets values this near agree.
fn tolerated(a: &Side<'_>, b: &Side<'_>, left: &Reading, right: &Reading) -> Option<Judgement> {
    let dimension = a.claim.measure.dimension?;
    let tolerances = [a.report, b.report].map(|report| &report.tolerances);
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

/// Units that one name may stand for: "tons" may be metric, "miles" nautical.
const NAMESAKES: [[&str; 2]; 2] = [["[ston_av]", "t"], ["[mi_i]", "[nmi_i]"]];

/// "43 tons" and "43 tonnes": nobody says which ton is meant, and one figure in both is the same freight.
fn one_unit_name(a: &Claim, b: &Claim) -> Option<Judgement> {
    let (a, b) = (a.value.number()?, b.value.number()?);
    let units = [a.unit?.code, b.unit?.code];
    let mut namesakes = NAMESAKES.iter();
    let may_be_one = namesakes.any(|names| units.iter().all(|code| names.contains(code)));
    (may_be_one && a.stated == b.stated)
        .then(|| Judgement::new(Verdict::Compatible, Cause::OneUnitName))
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
    let dates = a.published().zip(b.published());
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
        let bounded = is_floor(left) || is_floor(right);
        let cause = match days_differ(a, b) {
            true => Cause::Later,
            false if bounded => Cause::Toll,
            false if moves_within_day(a, b, left, right) => Cause::Hourly,
            false => return None,
        };
        are_moving(a, b).then(|| Judgement::new(Verdict::Update, cause))
    })
}

/// Whether two figures of one day may be those of two hours, where no slip of the pen explains them and neither is
/// history; a draft has to give what its sources give.
fn moves_within_day(a: &Side<'_>, b: &Side<'_>, left: &Reading, right: &Reading) -> bool {
    let values = left.stated.point().zip(right.stated.point());
    let slip = values.and_then(|(left, right)| slip::between(left, right));
    let hourly = |side: &Side<'_>| pace(side.claim) == Some(Pace::Hourly);
    let news = [a, b]
        .iter()
        .all(|side| !side.is_draft() && !side.is_history());
    slip.is_none() && news && (hourly(a) || hourly(b))
}

/// Whether a count moves that neither side gives as history: the dead of 1934 have been counted.
fn are_moving(a: &Side<'_>, b: &Side<'_>) -> bool {
    may_have_moved(a.claim, b.claim) && !(a.is_history() && b.is_history())
}

/// Whether a count that two claims give moves as news breaks.
#[must_use]
pub fn may_have_moved(a: &Claim, b: &Claim) -> bool {
    pace(a).is_some() || pace(b).is_some()
}

/// Whether two claims state one figure, whatever their hedges: "40", "around 40".
#[must_use]
pub fn state_one_figure(a: &Claim, b: &Claim) -> bool {
    let stated = |claim: &Claim| reading(claim).map(|reading| reading.stated);
    stated(a).is_some() && stated(a) == stated(b)
}

/// How fast a count moves as news breaks; what is still to come has not begun to.
fn pace(claim: &Claim) -> Option<Pace> {
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
    class::pace(class.filter(|_| counts && begun)?)
}

fn conflict(a: &Reading, b: &Reading) -> Judgement {
    let values = a.stated.point().zip(b.stated.point());
    let slip = values.and_then(|(a, b)| slip::between(a, b));
    Judgement::new(Verdict::Conflict, slip.map_or(Cause::Differ, Cause::Slip))
}
