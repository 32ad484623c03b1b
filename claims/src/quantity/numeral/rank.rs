//! Ranks: "third", "twenty-first" in, the number of the rank out.

use rust_decimal::Decimal;
use syntax::{Key, Xpos};

use super::super::line::Line;
use super::part::Part;
use super::share::share;
use super::word::{Class, Word, word_in};
use super::{Numeral, NumeralForm, numeral};

const A: Key = Key::word("a");
const OF: Key = Key::word("of");
const PER: Key = Key::word("per");

/// "twenty-first", "hundred and first".
pub(super) fn ordinal_after(line: Line<'_>, start: usize, whole: Part) -> Option<Numeral> {
    let tens = word_in(
        line,
        whole.end - 1,
        &[Class::Ten, Class::Hundred, Class::Magnitude],
    )?;
    let at = line.past_hyphen(whole.end);
    let last = word_in(line, at, &[Class::Ordinal])
        .filter(|last| last.low < tens.low && line.is_hyphen(whole.end))?;
    let sum = whole.plus(Part::new(at + 1, last.low, Decimal::ONE))?;
    Some(numeral(start, sum, NumeralForm::Ordinal))
}

/// "third", "the 12th"; not "a third of".
pub(super) fn ordinal(line: Line<'_>, at: usize, word: Word) -> Option<Numeral> {
    let article = at > line.start && line.is(at - 1, A);
    if article && line.is(at + 1, OF) && word.low > Decimal::TWO {
        return share(line, at - 1, at + 1, Decimal::ONE, word.low);
    }
    let unit = at > line.start && line.is(at - 1, PER);
    let rank = !unit && !matches!(line.tag(at), Some(Xpos::Nn | Xpos::Rb));
    rank.then(|| {
        numeral(
            at,
            Part::new(at + 1, word.low, Decimal::ONE),
            NumeralForm::Ordinal,
        )
    })
}
