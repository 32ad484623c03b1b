//! Shares: "two-thirds", "half of them", "a quarter of a million" in, a fraction or a cardinal out.

use rust_decimal::Decimal;
use syntax::{Key, Xpos};

use super::super::digit::{fraction, step_of};
use super::super::line::Line;
use super::super::notation::unit_named;
use super::part::{Part, scaled};
use super::word::{Class, Word, word_in};
use super::{Numeral, NumeralForm, numeral};

const OF: Key = Key::word("of");
const THE: Key = Key::word("the");

/// "two-thirds", "three quarters", "one-third", "3 fifths", "one half".
pub(super) fn fraction_of(line: Line<'_>, start: usize, number: Part) -> Option<Numeral> {
    let at = line.past_hyphen(number.end);
    let over = word_in(line, at, &[Class::Denominator, Class::Part, Class::Ordinal])?;
    let one = number.value == Decimal::ONE;
    let joined = line.is_hyphen(number.end) || line.is(at + 1, OF);
    let allowed = match over.class {
        Class::Ordinal => one && joined && over.low > Decimal::TWO,
        Class::Part => joined,
        _ => !one,
    };
    (allowed && number.value < over.low && number.scale == Decimal::ONE).then_some(())?;
    share(line, start, at + 1, number.value, over.low)
}

/// `number` parts of `over`, and of what: "two-thirds of a million".
pub(super) fn share(
    line: Line<'_>,
    start: usize,
    end: usize,
    number: Decimal,
    over: Decimal,
) -> Option<Numeral> {
    let (number, over) = (u32::try_from(number).ok()?, u32::try_from(over).ok()?);
    let digits = fraction(number, over);
    let part = Part::new(end, digits.value, digits.step);
    if let Some(whole) = share_of_magnitude(line, part) {
        let step = step_of(whole.value);
        return Some(numeral(
            start,
            Part { step, ..whole },
            NumeralForm::Cardinal,
        ));
    }
    Some(numeral(start, part, NumeralForm::Fraction))
}

/// "half a million", "a quarter of a million", "half-dozen".
fn share_of_magnitude(line: Line<'_>, share: Part) -> Option<Part> {
    let of = share.end + usize::from(line.is(share.end, OF));
    let article = usize::from(line.is_article(of));
    let end = if article == 0 {
        line.past_hyphen(share.end)
    } else {
        of + article
    };
    let scaled = scaled(line, Part { end, ..share });
    (scaled.end > end).then_some(scaled)
}

/// "half a mile", "half of them", "a quarter of the seats"; not "the second half", "the first quarter".
pub(super) fn part(line: Line<'_>, at: usize, word: Word) -> Option<Numeral> {
    let half = word.low == Decimal::TWO;
    let before = at.checked_sub(1).filter(|&before| before >= line.start);
    let article = before.filter(|&before| line.is_article(before));
    let found = share(line, article.unwrap_or(at), at + 1, Decimal::ONE, word.low)?;
    let of = line.is(at + 1, OF);
    let joined = line.is_hyphen(at + 1);
    // "a quarter-mile", "a quarter percentage point"
    let apart = article.is_some() && unit_named(line, at + 1).is_some();
    let measures = joined && unit_named(line, at + 2).is_some() || apart;
    let named = before.is_some_and(|before| is_half_of_a_game(line, before));
    let counts = found.form == NumeralForm::Cardinal
        || of
        || measures
        || half && !joined && !line.form(at).ends_with('s');
    // "events that are only half understood"
    let degree = half
        && !of
        && matches!(line.tag(at + 1), Some(Xpos::Vbn | Xpos::Jj))
        && line
            .tag(at + 2)
            .is_none_or(|tag| matches!(tag, Xpos::Period | Xpos::Comma));
    (counts && !named && !degree).then_some(found)
}

/// "second half", "the first quarter", "other half".
fn is_half_of_a_game(line: Line<'_>, before: usize) -> bool {
    let ordinal = word_in(line, before, &[Class::Ordinal]).is_some();
    ordinal || line.is(before, THE) || line.tag(before) == Some(Xpos::Jj)
}
