//! A value on its way: the tokens read so far in, the same with magnitude or part out.
//!
//! "3.5" becomes 3.5 million at "million"; "two" becomes two and a half at "and a half".

use rust_decimal::Decimal;
use syntax::Key;

use super::super::line::Line;
use super::super::notation::names_money;
use super::word::{Class, word, word_in};

const AND: Key = Key::word("and");
const OF: Key = Key::word("of");

/// A value on its way: the tokens read so far and what they amount to.
#[derive(Clone, Copy)]
pub(super) struct Part {
    pub(super) end: usize,
    pub(super) value: Decimal,
    pub(super) step: Decimal,
    pub(super) scale: Decimal,
}

impl Part {
    pub(super) fn times(self, factor: Decimal, end: usize) -> Option<Self> {
        Some(Self {
            end,
            value: self.value.checked_mul(factor)?,
            step: self.step.checked_mul(factor)?,
            scale: self.scale.checked_mul(factor)?,
        })
    }

    pub(super) fn plus(self, smaller: Self) -> Option<Self> {
        Some(Self {
            end: smaller.end,
            value: self.value.checked_add(smaller.value)?,
            step: smaller.step,
            scale: self.scale,
        })
    }

    pub(super) const fn new(end: usize, value: Decimal, step: Decimal) -> Self {
        Self {
            end,
            value,
            step,
            scale: Decimal::ONE,
        }
    }
}

/// "and a half", "and three quarters", of `scale`.
pub(super) fn and_a_part(line: Line<'_>, whole: Part, scale: Decimal) -> Option<Part> {
    let and = line.past_hyphen(whole.end);
    if !line.is(and, AND) {
        return None;
    }
    let count = line.past_hyphen(and + 1);
    let (number, at) = match word(line, count) {
        Some(word) if word.class == Class::Digit => (word.low, line.past_hyphen(count + 1)),
        _ if line.is_article(count) => (Decimal::ONE, line.past_hyphen(count + 1)),
        _ => return None,
    };
    let over = word_in(line, at, &[Class::Part, Class::Denominator])?.low;
    let share = number
        .checked_div(over)
        .filter(|share| *share < Decimal::ONE)?;
    let step = scale.checked_div(over)?.checked_div(Decimal::TEN)?;
    whole.plus(Part::new(at + 1, share.checked_mul(scale)?, step))
}

/// Magnitudes in words behind any number: "3.5 million", "two dozen", "five hundred thousand".
pub(super) fn scaled(line: Line<'_>, mut part: Part) -> Part {
    while let Some(larger) = scaled_once(line, part) {
        part = larger;
    }
    part
}

fn scaled_once(line: Line<'_>, part: Part) -> Option<Part> {
    let at = line.past_hyphen(part.end);
    let classes = [
        Class::Hundred,
        Class::Magnitude,
        Class::Group,
        Class::VaguePlural,
    ];
    let word = word_in(line, at, &classes)?;
    // "On May 5 thousands marched" and "in 2013 millions" count no thousands and millions; "5 lakhs" does.
    let large = word.low >= Decimal::ONE_HUNDRED * Decimal::ONE_THOUSAND
        && part.scale == Decimal::ONE
        && part.value < Decimal::ONE_THOUSAND;
    let counted = || line.is(at + 1, OF) || names_money(line, at + 1);
    let exact = word.class != Class::VaguePlural || large || counted();
    let grows = exact && part.scale < word.low;
    grows.then(|| part.times(word.low, at + 1)).flatten()
}
