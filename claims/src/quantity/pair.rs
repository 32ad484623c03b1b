//! Pairs: two neighbouring amounts in, one range, score, ratio or compound measure out.
//!
//! "between 10 and 15 drones" is a range, "3-1" a score, "one in five" a share, "1 hour 55 minutes" one duration.
//! "from 38 to 56" is none of these: it is a change, and its two numbers stay two quantities.

use rust_decimal::Decimal;
use syntax::{Key, Xpos};

use super::amount::{Amount, Shape};
use super::change::{changes_before, is_changed_by};
use super::cue::{is_range_cue, is_score_cue};
use super::digit::starts_digits;
use super::line::{Line, is_dash};
use super::modifier::{Modifier, modifier_before};
use super::notation::{is_inch_mark, money_named};
use super::numeral::NumeralForm;
use super::unit::{Dimension, Unit};

const AMPERSAND: Key = Key::word("&");
const AND: Key = Key::word("and");
const BETWEEN: Key = Key::word("between");
const BY: Key = Key::word("by");
const EVEN: Key = Key::word("even");
const EVERY: Key = Key::word("every");
const COMMA: Key = Key::word(",");
const FROM: Key = Key::word("from");
const IN: Key = Key::word("in");
const OF: Key = Key::word("of");
const OR: Key = Key::word("or");
const OUT: Key = Key::word("out");
const THE: Key = Key::word("the");
const PIXEL: &str = "{pixel}";
const TO: Key = Key::word("to");
const WAS: Key = Key::word("was");

/// Of how many the shares of people are told.
const WHOLES: [u32; 9] = [3, 4, 5, 6, 8, 10, 20, 100, 1000];

/// The lowest of the codes behind "1" that the caller does not pay for (800, 833 to 888).
const TOLL_FREE: u32 = 800;
/// How far before a pair the word may stand that tells a score.
const SCORE_CUE: usize = 5;

/// How many tokens may stand between "from" and the "of" before a level: "from a 50-year low of".
const LEVEL: usize = 6;

/// How many times the size of a change the level after "to" must be, where "by 5 to 10 dollars" could be a range; no
/// range is as wide as "by 700 to 9,000".
const FAR: u32 = 3;

/// What stands between two amounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Joint {
    Nothing,
    Hyphen,
    SpacedDash,
    To,
    And,
    Or,
    InOf,
    /// A noun and "in".
    NounIn,
    Comma,
}

/// Joins each amount with the next where they make one quantity.
pub(super) fn join_pairs(line: Line<'_>, amounts: &mut Vec<Amount>) {
    let mut kept = 0;
    for next in 1..amounts.len() {
        match join(line, &amounts[kept], &amounts[next]) {
            Some(whole) => amounts[kept] = whole,
            None => {
                share_unit(line, amounts, kept, next);
                share_with_list(line, &mut amounts[..=kept]);
                kept += 1;
                amounts[kept] = amounts[next];
            }
        }
    }
    amounts.truncate(kept + 1);
    share_with_list(line, amounts);
}

fn join(line: Line<'_>, first: &Amount, second: &Amount) -> Option<Amount> {
    let joint = joint(line, first.end, second.start)?;
    compound(line, joint, first, second)
        .or_else(|| identifier(line, joint, first, second))
        .or_else(|| ratio(joint, first, second))
        .or_else(|| score(line, joint, first, second))
        .or_else(|| range(line, joint, first, second))
}

fn joint(line: Line<'_>, from: usize, to: usize) -> Option<Joint> {
    let single = |key, joint| line.is(from, key).then_some(joint);
    match to.checked_sub(from)? {
        0 => Some(Joint::Nothing),
        1 if line.is_hyphen(from) => Some(Joint::Hyphen),
        1 if is_dash(line.form(from)) => Some(Joint::SpacedDash),
        1 => single(TO, Joint::To)
            .or_else(|| single(AND, Joint::And))
            .or_else(|| single(AMPERSAND, Joint::And))
            .or_else(|| single(OR, Joint::Or))
            .or_else(|| single(IN, Joint::InOf))
            .or_else(|| single(COMMA, Joint::Comma)),
        2 if line.is(from, OUT) && line.is(from + 1, OF) => Some(Joint::InOf),
        // "1 of every 20"
        2 if (line.is(from, IN) || line.is(from, OF)) && line.is(from + 1, EVERY) => {
            Some(Joint::InOf)
        }
        3 if line.is(from, OUT) && line.is(from + 1, OF) && line.is(from + 2, EVERY) => {
            Some(Joint::InOf)
        }
        2 if line.is(from + 1, IN) && is_share_of_people(line, from, to) => Some(Joint::NounIn),
        2 if line.is(from, COMMA) && line.is(from + 1, AND) => Some(Joint::Comma),
        2 if is_dash(line.form(from)) && line.is(from + 1, TO) => Some(Joint::To),
        2 if line.is(from, TO) && is_dash(line.form(from + 1)) => Some(Joint::To),
        2 if is_dash(line.form(from)) && line.is(from + 1, OR) => Some(Joint::Or),
        3 if line.is_hyphen(from) && line.is_hyphen(from + 2) => hyphenated(line, from + 1),
        // "18- to-24-year-olds"
        3 if is_suspended(line, from) && line.is_hyphen(from + 2) => single_to(line, from + 1),
        _ => None,
    }
}

/// "Eight *voters* in 10 agree", "one child in five": a noun between the numbers of a share, and none behind that the second
/// counts, as in "killed 3 people in 12 raids".
fn is_share_of_people(line: Line<'_>, noun: usize, second: usize) -> bool {
    let counts = matches!(
        line.tag(second + 1),
        Some(Xpos::Nn | Xpos::Nns | Xpos::Nnp | Xpos::Nnps | Xpos::Jj | Xpos::Cd | Xpos::Hyph)
    );
    let named = matches!(
        line.tag(noun),
        Some(Xpos::Nn | Xpos::Nns | Xpos::Nnp | Xpos::Nnps)
    );
    named && !counts
}

fn single_to(line: Line<'_>, at: usize) -> Option<Joint> {
    line.is(at, TO).then_some(Joint::To)
}

/// "20-to-30", "1-in-3".
fn hyphenated(line: Line<'_>, at: usize) -> Option<Joint> {
    if line.is(at, TO) {
        Some(Joint::To)
    } else {
        line.is(at, IN).then_some(Joint::InOf)
    }
}

/// "1 hour 55 minutes", "6 feet 2 inches", "two years and three months", "6-foot-2", told in the smaller unit.
fn compound(line: Line<'_>, joint: Joint, first: &Amount, second: &Amount) -> Option<Amount> {
    let large = first.unit.filter(|unit| splits(unit.dimension))?;
    if let Some(parts) = parts_of_money(line, joint, first, second)
        && let Some(whole) = with_minor(line, joint, first, second, parts)
    {
        return Some(whole);
    }
    if large.dimension == Dimension::Money {
        return None;
    }
    let small = second.unit.or_else(|| inches(first, second, joint))?;
    let fits = matches!(
        joint,
        Joint::Nothing | Joint::And | Joint::Comma | Joint::Hyphen
    );
    let between = first.start > line.start && line.is(first.start - 1, BETWEEN);
    let limit = large.convert(Decimal::ONE, small)?;
    let whole = first.numeral.low.fract().is_zero() && limit.fract().is_zero();
    let parts = fits && !between && whole && is_exact(first) && is_exact(second);
    (parts && second.numeral.low < limit).then_some(())?;
    let value = large
        .convert(first.numeral.low, small)?
        .checked_add(second.numeral.low)?;
    let mut whole = *second;
    whole.start = first.start;
    whole.end += usize::from(second.unit.is_none() && is_inch_mark(line, second.end));
    whole.unit = Some(small);
    whole.numeral.start = first.numeral.start;
    (whole.numeral.low, whole.numeral.high) = (value, value);
    Some(whole)
}

/// How many of the second make one of the first: of cents behind a sum of money 100, also where the cents are
/// not named, as in "it cost two pounds fifty".
fn parts_of_money(
    line: Line<'_>,
    joint: Joint,
    first: &Amount,
    second: &Amount,
) -> Option<Decimal> {
    if let Some(unit) = second.unit {
        return unit.minor();
    }
    let two_digits = second.numeral.low >= Decimal::TEN && second.numeral.low.fract().is_zero();
    let last = !line.is_word(second.end) && line.tag(second.end) != Some(Xpos::Cd)
        || matches!(line.tag(second.end), Some(Xpos::In | Xpos::Cc));
    let unnamed = joint == Joint::Nothing && !first.prefixed && two_digits && last;
    unnamed.then_some(Decimal::ONE_HUNDRED)
}

/// "22 dollars and 19 cents" are 22.19 dollars, "2 pounds and 50 pence" money and no mass; `parts` of the smaller
/// unit make one of the larger.
fn with_minor(
    line: Line<'_>,
    joint: Joint,
    first: &Amount,
    second: &Amount,
    parts: Decimal,
) -> Option<Amount> {
    let named = || money_named(line, first.numeral.end);
    let money = first.unit.filter(|unit| unit.dimension == Dimension::Money);
    let unit = money.or_else(named).filter(|unit| unit.minor().is_none())?;
    let listed = joint == Joint::Comma && !first.prefixed;
    let fits = listed || matches!(joint, Joint::Nothing | Joint::And);
    let between = first.start > line.start && line.is(first.start - 1, BETWEEN);
    let whole = is_exact(first) && is_exact(second) && first.numeral.low.fract().is_zero();
    (fits && !between && whole && second.numeral.low < parts).then_some(())?;
    let rest = second.numeral.low.checked_div(parts)?;
    let value = first.numeral.low.checked_add(rest)?;
    let mut whole = Amount {
        end: second.end,
        unit: Some(unit),
        ..*first
    };
    (whole.numeral.low, whole.numeral.high) = (value, value);
    whole.numeral.step = Decimal::new(1, 2);
    Some(whole)
}

fn is_exact(amount: &Amount) -> bool {
    amount.numeral.form == NumeralForm::Cardinal && amount.per.is_none()
}

/// Dimensions whose values are given in two units at once.
const fn splits(dimension: Dimension) -> bool {
    matches!(
        dimension,
        Dimension::Length | Dimension::Mass | Dimension::Duration | Dimension::Money
    )
}

/// "6-foot-2": what follows feet without a unit are inches.
fn inches(first: &Amount, second: &Amount, joint: Joint) -> Option<Unit> {
    let feet = first.unit.filter(|unit| unit.code == "[ft_i]")?;
    let small =
        second.numeral.low < Decimal::from(12) && matches!(joint, Joint::Hyphen | Joint::Nothing);
    small
        .then(|| Unit::from_code("[in_i]"))
        .flatten()
        .filter(|inch| inch.converts_to(feet))
}

/// "555-0143", "1-800", "2012-13": digits that go on are a number to dial or a season.
fn identifier(line: Line<'_>, joint: Joint, first: &Amount, second: &Amount) -> Option<Amount> {
    let bare = joint == Joint::Hyphen
        && first.numeral.bare
        && second.numeral.bare
        && first.unit.is_none()
        && second.unit.is_none();
    let digits = |amount: &Amount| line.form(amount.numeral.start).len();
    let goes_on = line.is_hyphen(second.end)
        && line
            .form(second.end + 1)
            .bytes()
            .all(|byte| byte.is_ascii_digit());
    let dialled = digits(first) == 3 && digits(second) >= 4
        || line.form(second.start).starts_with('0') && digits(second) > 1;
    let free = first.numeral.low == Decimal::ONE
        && digits(second) == 3
        && second.numeral.low >= Decimal::from(TOLL_FREE);
    let dialled = dialled || free;
    let season = digits(first) == 4 && digits(second) == 2;
    let named = bare && (goes_on || dialled || season || first.shape == Shape::Identifier);
    named.then(|| spanning(first, second, Shape::Identifier))
}

fn spanning(first: &Amount, second: &Amount, shape: Shape) -> Amount {
    Amount {
        end: second.end,
        shape,
        ..*first
    }
}

/// "one in five", "nine out of 10", "1-in-3".
fn ratio(joint: Joint, first: &Amount, second: &Amount) -> Option<Amount> {
    let whole = |amount: &Amount| {
        amount.unit.is_none()
            && amount.numeral.form == NumeralForm::Cardinal
            && amount.numeral.low.fract().is_zero()
    };
    let (part, all) = (first.numeral.low, second.numeral.low);
    let year = second.numeral.bare && all >= Decimal::from(1900) && all <= Decimal::from(2100);
    let round = || WHOLES.iter().any(|&whole| all == Decimal::from(whole));
    let fits = (joint == Joint::InOf || joint == Joint::NounIn && round())
        && whole(first)
        && whole(second)
        && part < all
        && !year
        && part > Decimal::ZERO;
    fits.then_some(())?;
    let mut share = spanning(first, second, Shape::Ratio);
    let value = part.checked_div(all)?;
    (share.numeral.low, share.numeral.high) = (value, value);
    share.numeral.step = Decimal::ONE.checked_div(all)?.checked_div(Decimal::TEN)?;
    share.numeral.form = NumeralForm::Fraction;
    Some(share)
}

/// "3-1", "52-48", "won 4 to 2".
fn score(line: Line<'_>, joint: Joint, first: &Amount, second: &Amount) -> Option<Amount> {
    let whole = |amount: &Amount| {
        amount.unit.is_none()
            && amount.numeral.form == NumeralForm::Cardinal
            && amount.numeral.low.fract().is_zero()
    };
    let plain = whole(first)
        && whole(second)
        && first.shape == Shape::Single
        && first.numeral.scale == second.numeral.scale;
    let falls = first.numeral.low >= second.numeral.low;
    // "lost 16 to 24 seats"
    let counts = !falls && line.is_plural(second.end);
    let cued = !counts && cued(line, first.start);
    let fits = match joint {
        Joint::Hyphen => falls || cued || is_score_cue(line, second.end),
        Joint::To => {
            let from = line.is(first.start.wrapping_sub(1), FROM);
            !from && (cued || falls && stands_as_score(line, first, second))
        }
        _ => false,
    };
    (plain && fits).then(|| {
        let mut score = spanning(first, second, Shape::Score);
        score.numeral.high = second.numeral.low;
        score
    })
}

/// "Was 24 to 16 along party lines", "sent it on, 24 to 16.", "and the Senate 51 to 49", "a 24 to 16 vote": what falls is no range, and what counts
/// nothing no change.
fn stands_as_score(line: Line<'_>, first: &Amount, second: &Amount) -> bool {
    let before = first.start.checked_sub(1).filter(|&at| at >= line.start);
    let named = |at: usize| line.tag(at) == Some(Xpos::Nnp);
    let set_off = before.is_some_and(|at| line.is(at, COMMA) || line.is(at, WAS) || named(at));
    let last = !line.is_word(second.end) || line.tag(second.end) == Some(Xpos::In);
    let bare = first.numeral.bare && second.numeral.bare;
    bare && (set_off && last && !starts_digits(line.form(second.end))
        || is_score_cue(line, second.end))
}

fn cued(line: Line<'_>, at: usize) -> bool {
    let first = at.saturating_sub(SCORE_CUE).max(line.start);
    (first..at).any(|at| is_score_cue(line, at))
}

/// "10-15", "10 to 15 percent", "between $1 and $2 million", "two or three".
fn range(line: Line<'_>, joint: Joint, first: &Amount, second: &Amount) -> Option<Amount> {
    let before = first
        .numeral
        .start
        .checked_sub(1)
        .filter(|&before| before >= line.start);
    // "from around 33,000 to 40,000"
    let bound = modifier_before(line, first.start, false)
        .filter(|(_, modifier)| *modifier == Modifier::About);
    let start = bound.map_or(first.start, |(start, _)| start);
    let outside = start.checked_sub(1).filter(|&at| at >= line.start);
    let after = |key| {
        [before, outside]
            .iter()
            .flatten()
            .any(|&at| line.is(at, key))
    };
    let fits = match joint {
        Joint::Hyphen => true,
        Joint::SpacedDash => {
            second.unit.is_some() && (first.unit.is_none() || first.unit == second.unit)
        }
        Joint::And => after(BETWEEN) || is_between_ages(line, first),
        Joint::Or => true,
        Joint::To => {
            !is_change(line, first, second, after(FROM), after(BY)) && !falls_from(line, first)
        }
        Joint::Nothing | Joint::InOf | Joint::NounIn | Joint::Comma => false,
    };
    let single =
        first.shape == Shape::Single && second.shape == Shape::Single && first.per.is_none();
    let same = forms_match(first, second);
    (fits && single && same).then_some(())?;
    let unit = common_unit(first, second)?;
    let low = scaled_low(first, second)?;
    let rises = low < second.numeral.high;
    let near = joint != Joint::Or || second.numeral.high <= low.saturating_mul(Decimal::from(3));
    let from = outside
        .filter(|_| after(BETWEEN) && joint == Joint::And || after(FROM) && joint == Joint::To);
    (rises && near).then(|| Amount {
        start: from.unwrap_or(first.start),
        end: second.end,
        numeral: super::numeral::Numeral {
            low,
            high: second.numeral.high,
            bare: false,
            step: second.numeral.step,
            scale: second.numeral.scale,
            form: second.numeral.form,
            ..first.numeral
        },
        unit,
        shape: Shape::Range,
        ..*second
    })
}

/// "between the ages of 65 and 84".
fn is_between_ages(line: Line<'_>, first: &Amount) -> bool {
    let prefixed = first.prefixed && first.start >= line.start + 2;
    prefixed && line.is(first.start - 1, THE) && line.is(first.start - 2, BETWEEN)
}

fn forms_match(first: &Amount, second: &Amount) -> bool {
    let form = first.numeral.form;
    // "200 to 300 times as many"
    let factor = form == NumeralForm::Cardinal && second.numeral.form == NumeralForm::Multiple;
    form == second.numeral.form && matches!(form, NumeralForm::Cardinal | NumeralForm::Fraction)
        || factor && first.unit.is_none()
}

/// "Jumped from a 50-year low of 3.5% to 4.4%": the word for a level stands between "from" and the first number.
fn falls_from(line: Line<'_>, first: &Amount) -> bool {
    let Some(of) = first.start.checked_sub(1).filter(|&at| line.is(at, OF)) else {
        return false;
    };
    let near = of.saturating_sub(LEVEL).max(line.start);
    let from = (near..of).rev().find(|&at| line.is(at, FROM));
    from.is_some_and(|from| changes_before(line, from + 1))
}

/// "rose from 38 to 56", "rose 3 to 7", "rose by 700 to 9,000": two quantities; "ranging from 38 to 56" and "boats from 38 to 56 feet long"
/// are one.
fn is_change(line: Line<'_>, first: &Amount, second: &Amount, from: bool, by: bool) -> bool {
    if from {
        return changes_before(line, first.start)
            && !(2..=3).any(|back| {
                first.start >= line.start + back && is_range_cue(line, first.start - back)
            });
    }
    let united = first.unit.is_some() && second.unit.is_some();
    if by {
        let alike = first.unit.is_some() == second.unit.is_some();
        let shares = scaled_low(first, second) != Some(first.numeral.low);
        let far = second.numeral.low > first.numeral.high.saturating_mul(Decimal::from(FAR));
        return alike && !shares && far;
    }
    (united || second.unit.is_none()) && is_changed_by(line, first)
}

/// "from 13.5 to 14 mm", "10 and 15 percent", "58 to 40 percent", "several hundred or even 1,000 tons": the unit of the
/// second stands for the first too.
fn share_unit(line: Line<'_>, amounts: &mut [Amount], first: usize, second: usize) {
    let (origin, level) = (amounts[first], amounts[second]);
    if !is_shared(line, &origin, &level) || level.shape != Shape::Single {
        return;
    }
    let vague = origin.numeral.form == NumeralForm::Vague;
    let bare = origin.unit.is_none()
        && origin.shape == Shape::Single
        && (vague || forms_match(&origin, &level));
    if bare && !level.prefixed {
        amounts[first].unit = level.unit;
    }
    // "from $2.9 to $3.1 million": so does its magnitude.
    if amounts[first].unit == level.unit
        && !vague
        && let Some(value) = scaled_low(&origin, &level)
    {
        let numeral = &mut amounts[first].numeral;
        numeral.step = numeral.step.saturating_mul(scale_between(&origin, &level));
        (numeral.low, numeral.high) = (value, value);
    }
}

/// Whether what stands between two numbers, neither of which is the end of a range, lets them share a unit.
fn is_shared(line: Line<'_>, first: &Amount, second: &Amount) -> bool {
    let joins = line.is(first.end, OR) || line.is(first.end, AND);
    let even = joins && line.is(first.end + 1, EVEN);
    // "2- and 3-year-olds"
    let suspended = usize::from(is_suspended(line, first.end));
    let first = &Amount {
        end: first.end + suspended,
        ..*first
    };
    if second.start != first.end + 1 + usize::from(even) {
        return false;
    }
    let from = first.start > line.start && line.is(first.start - 1, FROM);
    let to = line.is(first.end, TO);
    let falls = first.numeral.low > second.numeral.high && (to || is_dash(line.form(first.end)));
    let shares = |unit: Unit| unit.dimension == Dimension::Percent;
    // "8 x 10 feet", "60 by 120 feet"
    let sides = matches!(line.form(first.end), "x" | "X" | "\u{d7}") || line.is(first.end, BY);
    let length = |unit: Unit| unit.dimension == Dimension::Length || unit.code == PIXEL;
    sides && second.unit.is_some_and(length)
        || to && from
        || line.is(first.end, AND)
        || line.is(first.end, OR)
        || falls && second.unit.is_some_and(shares)
}

/// Whether a hyphen at `at` hangs on the number before it: "2- and 3-year-olds".
fn is_suspended(line: Line<'_>, at: usize) -> bool {
    line.touches(at) && !line.touches(at + 1) && is_dash(line.form(at))
}

/// The unit of both; the outer one stands for both ("$5-10", "5-10 miles").
fn common_unit(first: &Amount, second: &Amount) -> Option<Option<Unit>> {
    match (first.unit, second.unit) {
        (None, unit) => Some(unit),
        (unit, None) if first.prefixed => Some(unit),
        (unit, other) => (unit == other).then_some(unit),
    }
}

/// "16 or 20 years": a pair that ends a list.
fn is_either(line: Line<'_>, pair: &Amount) -> bool {
    pair.shape == Shape::Range && line.is(pair.numeral.end, OR)
}

/// "14, 16 and 20 years old", "6, 12 or 18 months": what the last two share goes to those before them.
fn share_with_list(line: Line<'_>, amounts: &mut [Amount]) {
    for first in (1..amounts.len()).rev() {
        let (before, after) = (amounts[first - 1], amounts[first]);
        let comma = before.end + usize::from(is_suspended(line, before.end));
        let listed = after.start == comma + 1 && line.is(comma, COMMA);
        let shares = listed
            && !after.prefixed
            && before.unit.is_none()
            && (after.end == after.numeral.end || is_either(line, &after))
            && before.shape == Shape::Single
            && forms_match(&before, &after);
        if !shares || after.unit.is_none() {
            return;
        }
        amounts[first - 1].unit = after.unit;
    }
}

/// How many times larger the shared magnitude makes the first value.
fn scale_between(first: &Amount, second: &Amount) -> Decimal {
    let scaled = scaled_low(first, second).and_then(|value| value.checked_div(first.numeral.low));
    scaled.unwrap_or(Decimal::ONE)
}

/// "2 to 3 million": the magnitude stands for both.
fn scaled_low(first: &Amount, second: &Amount) -> Option<Decimal> {
    let (low, scale) = (first.numeral.low, second.numeral.scale);
    let shares = first.numeral.scale == Decimal::ONE
        && scale > Decimal::ONE
        && low < second.numeral.high.checked_div(scale)?;
    if shares {
        low.checked_mul(scale)
    } else {
        Some(low)
    }
}
