//! Scope: two claims of one question with different values in, what the texts say each of them counts out.
//!
//! "13 dead including the gunman" and 12; "of them"; "59 percent among voters 45 and older"; "61 across the country" and
//! "12 in Ohio"; "$3.2 billion in the quarter" and "$11.9 billion for the full year".

use claims::Span;
use claims::claim::class::{Kinship, noun_kinship};
use claims::claim::{Certainty, Claim, Length};
use claims::quantity::{Dimension, Modifier};
use claims::time::{Granularity, Period, TimeModifier, Timex, TimexKind};
use jiff::Unit;
use jiff::civil::DateTime;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::judgement::{Cause, Judgement};
use super::reading::Reading;
use super::side::Side;

/// The texts show that the two count different things.
pub(super) fn other(
    a: &Side<'_>,
    b: &Side<'_>,
    left: &Reading,
    right: &Reading,
) -> Option<Judgement> {
    let limits = limits(a.claim).into_iter().zip(limits(b.claim));
    let mut limits = limits.filter_map(|(one, other)| of_one_side(one, other));
    limits
        .find(|judgement| explains(judgement, left, right))
        .or_else(|| narrower(a.claim, b.claim))
        .or_else(|| of_two_groups(a.claim, b.claim))
        .or_else(|| forecast(a, b))
}

/// Figures of two areas or of two stretches of time, whatever their bounds leave open; but not where one is the other,
/// rounded.
pub(super) fn wider(
    a: &Side<'_>,
    b: &Side<'_>,
    left: &Reading,
    right: &Reading,
) -> Option<Judgement> {
    if left.stated == right.stated || left.agrees_rounded(right) {
        return None;
    }
    of_two_areas(a.claim, b.claim)
        .or_else(|| of_two_stretches(a, b))
        .filter(|judgement| explains(judgement, left, right))
}

/// Whether the one whose words count more in has the larger figure, and the one that leaves some out the smaller.
fn explains(judgement: &Judgement, left: &Reading, right: &Reading) -> bool {
    let middles = left.middle().zip(right.middle());
    let Some((own, other)) = middles.map(|(left, right)| match judgement.side {
        Some(1) => (right, left),
        _ => (left, right),
    }) else {
        return true;
    };
    match judgement.cause {
        Cause::Including(_) | Cause::Area(_) | Cause::Stretch(_) => own > other,
        Cause::Excluding(_) => own < other,
        _ => true,
    }
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
pub(super) fn counted_otherwise(
    a: &Claim,
    b: &Claim,
    left: &Reading,
    right: &Reading,
) -> Option<Judgement> {
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
    of_one_side(told(a), told(b)).filter(|judgement| explains(judgement, left, right))
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

/// What is still to come and what has been are two figures; "holders get 0.55 shares" tells of what is to come, too.
fn forecast(a: &Side<'_>, b: &Side<'_>) -> Option<Judgement> {
    match (a.claim.certainty, b.claim.certainty) {
        (Certainty::Future, Certainty::Certain) if !b.is_present() => {
            Some(Judgement::scope(0, Cause::Forecast))
        }
        (Certainty::Certain, Certainty::Future) if !a.is_present() => {
            Some(Judgement::scope(1, Cause::Forecast))
        }
        _ => None,
    }
}

/// A count over a wide area and one of a place: "22 in four states", "14 in Georgia".
fn of_two_areas(a: &Claim, b: &Claim) -> Option<Judgement> {
    let (left, right) = (&a.measure.scope, &b.measure.scope);
    match (left.area, right.area) {
        (Some(area), None) if right.place.is_some() => Some(Judgement::scope(0, Cause::Area(area))),
        (None, Some(area)) if left.place.is_some() => Some(Judgement::scope(1, Cause::Area(area))),
        _ => None,
    }
}

/// How many times as long the longer of two stretches of time is that are told in other ways: a quarter and a year.
const LONGER: f64 = 1.5;

/// How much two lengths may differ and still be one: 365 days and a year.
const ABOUT: f64 = 1.05;

/// A time over which something adds up.
struct Stretch {
    span: Span,
    /// How long it is, in seconds.
    length: f64,
    /// Where it lies, if the text tells.
    period: Option<(DateTime, DateTime)>,
    /// Whether the words say that it adds up: "since Friday", "in seven years"; "on Monday" may only say when.
    gathers: bool,
}

/// Figures that add up over two stretches of time, of which the longer may hold the other.
fn of_two_stretches(a: &Side<'_>, b: &Side<'_>) -> Option<Judgement> {
    let (left, right) = (stretch(a)?, stretch(b)?);
    let (longer, shorter) = (left.length.max(right.length), left.length.min(right.length));
    let lengths = left.period.is_none() && right.period.is_none();
    let least = if lengths { ABOUT } else { LONGER };
    let gathers = left.gathers || right.gathers;
    let side = u8::from(right.length > left.length);
    let span = if side == 0 { left.span } else { right.span };
    (gathers && shorter > 0.0 && longer / shorter >= least && nested(&left, &right))
        .then(|| Judgement::scope(side, Cause::Stretch(span)))
}

/// Whether one of two stretches may lie within the other.
fn nested(a: &Stretch, b: &Stretch) -> bool {
    let Some((first, second)) = a.period.zip(b.period) else {
        return true;
    };
    let holds = |one: (DateTime, DateTime), other: (DateTime, DateTime)| {
        one.0 <= other.0 && other.1 <= one.1
    };
    holds(first, second) || holds(second, first)
}

fn stretch(side: &Side<'_>) -> Option<Stretch> {
    let duration = side.claim.measure.dimension == Some(Dimension::Duration);
    let length = side.claim.measure.scope.length.as_ref();
    match length.filter(|_| !duration) {
        Some(length) => of_length(length),
        None => of_time(side, side.period()?),
    }
}

fn of_length(length: &Length) -> Option<Stretch> {
    let seconds = length.least.checked_add(length.most)? / Decimal::TWO;
    Some(Stretch {
        span: length.span,
        length: seconds.to_f64()?,
        period: None,
        gathers: true,
    })
}

fn of_time(side: &Side<'_>, (time, span): (&Timex, Span)) -> Option<Stretch> {
    let period = time.value?;
    let since = time.modifier == TimeModifier::After;
    let end = if since {
        side.published()?.at.max(period.end)
    } else {
        period.end
    };
    let length = (end - period.start)
        .total((Unit::Second, period.start))
        .ok()?;
    Some(Stretch {
        span,
        length,
        period: Some((period.start, end)),
        gathers: since || is_run(time, &period),
    })
}

/// Whether a time is a run of units, over which one counts: "the three months to June", "the second quarter".
fn is_run(time: &Timex, period: &Period) -> bool {
    time.kind == TimexKind::Span || period.granularity == Granularity::Quarter
}
