//! Cardinals in words: "a hundred and eight", "two million three hundred thousand" in, one value out.
//!
//! A phrase is a product of a smaller numeral and a magnitude; a cardinal is a sum of phrases of falling magnitude.

use rust_decimal::Decimal;
use syntax::Key;

use super::super::digit::step_of;
use super::super::line::Line;
use super::Numeral;
use super::multiple::counted_or_times;
use super::part::{Part, and_a_part, scaled};
use super::rank::ordinal_after;
use super::share::fraction_of;
use super::word::{Class, word, word_in};

const A: Key = Key::word("a");
const AND: Key = Key::word("and");
const COMMA: Key = Key::word(",");

pub(super) fn in_words(line: Line<'_>, at: usize) -> Option<Numeral> {
    let whole = cardinal(line, at)?;
    if let Some(found) = ordinal_after(line, at, whole).or_else(|| fraction_of(line, at, whole)) {
        return Some(found);
    }
    Some(counted_or_times(line, at, whole))
}

/// A cardinal in words: phrases of falling magnitude.
fn cardinal(line: Line<'_>, at: usize) -> Option<Part> {
    let first = phrase(line, at)?;
    let mut sum = and_a_part(line, first, first.scale).unwrap_or(first);
    let mut smallest = sum.scale;
    while smallest >= Decimal::ONE_HUNDRED {
        let Some(next) = lower_phrase(line, sum.end, smallest) else {
            break;
        };
        smallest = next.scale;
        sum = sum.plus(next)?;
    }
    let scaled = scaled(line, sum);
    Some(if sum.scale == Decimal::ONE {
        scaled
    } else {
        sum
    })
}

/// A phrase smaller than `limit`: "and eight", "three hundred thousand".
fn lower_phrase(line: Line<'_>, at: usize, limit: Decimal) -> Option<Part> {
    let comma = line.is(at, COMMA);
    let joined = at + usize::from(comma) + usize::from(line.is(at + usize::from(comma), AND));
    let start = if joined == at {
        line.past_hyphen(at)
    } else {
        joined
    };
    let next = phrase(line, start).filter(|next| next.value < limit)?;
    let continues = !comma || next.scale > Decimal::ONE;
    continues.then_some(next)
}

/// One number below a hundred with its magnitudes: "two", "twenty-five", "two hundred", "three hundred thousand".
fn phrase(line: Line<'_>, at: usize) -> Option<Part> {
    let small = below_hundred(line, at)?;
    if let Some(decimal) = decimals(line, small) {
        return Some(scaled(line, decimal));
    }
    let hundred = line.past_hyphen(small.end);
    let Some(word) = word_in(line, hundred, &[Class::Hundred]) else {
        return Some(scaled(line, small));
    };
    let hundreds = small.times(word.low, hundred + 1)?;
    Some(scaled(line, with_rest(line, hundreds)))
}

/// "two hundred" and the rest below a hundred: "and eight", "twenty-five".
fn with_rest(line: Line<'_>, hundreds: Part) -> Part {
    let and = usize::from(line.is(hundreds.end, AND));
    let rest = below_hundred(line, line.past_hyphen(hundreds.end + and));
    let whole = rest
        .filter(|rest| {
            word_in(
                line,
                line.past_hyphen(rest.end),
                &[Class::Hundred, Class::Group],
            )
            .is_none()
        })
        .and_then(|rest| hundreds.plus(rest));
    whole.map_or(hundreds, |whole| Part {
        scale: Decimal::ONE,
        ..whole
    })
}

/// "two point five", "nine point seven five".
fn decimals(line: Line<'_>, whole: Part) -> Option<Part> {
    word_in(line, whole.end, &[Class::Point])?;
    let mut sum = whole;
    let mut at = whole.end + 1;
    let mut step = Decimal::ONE;
    while let Some(digit) = word_in(line, at, &[Class::Digit, Class::Zero]) {
        step = step.checked_div(Decimal::TEN)?;
        at += 1;
        sum = sum.plus(Part::new(at, digit.low.checked_mul(step)?, step))?;
    }
    (step < Decimal::ONE).then_some(sum)
}

fn below_hundred(line: Line<'_>, at: usize) -> Option<Part> {
    let first = word_in(
        line,
        at,
        &[Class::Digit, Class::Zero, Class::Teen, Class::Ten],
    )?;
    let tens = Part::new(at + 1, first.low, step_of(first.low));
    let unit = line.past_hyphen(at + 1);
    let digit = word_in(line, unit, &[Class::Digit]).filter(|_| first.class == Class::Ten);
    digit.map_or(Some(tens), |digit| {
        tens.plus(Part::new(unit + 1, digit.low, Decimal::ONE))
    })
}

/// "a hundred and eight", "a dozen", "million": the article is one.
pub(super) fn from_magnitude(line: Line<'_>, at: usize) -> Option<Numeral> {
    let word = word(line, at)?;
    let article = at > line.start && line.is(at - 1, A);
    let one = Part::new(at, Decimal::ONE, Decimal::ONE).times(word.low, at + 1)?;
    let first = if word.class == Class::Hundred {
        scaled(line, with_rest(line, one))
    } else {
        scaled(line, one)
    };
    let whole = and_a_part(line, first, first.scale)
        .or_else(|| {
            lower_phrase(line, first.end, first.scale)
                .filter(|_| article && first.scale > Decimal::ONE)
                .and_then(|rest| first.plus(rest))
        })
        .unwrap_or(first);
    let begin = at - usize::from(article);
    let found =
        ordinal_after(line, begin, whole).unwrap_or_else(|| counted_or_times(line, begin, whole));
    Some(found)
}
