//! Ranks: "third", "twenty-first" in, the number of the rank out.

use rust_decimal::Decimal;
use syntax::{Key, Xpos};

use super::super::change::follows_change;
use super::super::line::Line;
use super::super::modifier::modifier_before;
use super::part::Part;
use super::share::share;
use super::word::{Class, Word, word_in};
use super::{Numeral, NumeralForm, numeral};

const A: Key = Key::word("a");
const BY: Key = Key::word("by");
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

/// Whether words before the article at `at` show a share: "by a fifth", "more than a third", "rose a quarter".
fn measures(line: Line<'_>, at: usize) -> bool {
    let by = at > line.start && line.is(at - 1, BY);
    by || modifier_before(line, at, false).is_some() || follows_change(line, at)
}

/// "third", "the 12th"; not "a third of" nor "up by a third".
pub(super) fn ordinal(line: Line<'_>, at: usize, word: Word) -> Option<Numeral> {
    let article = at > line.start && line.is(at - 1, A);
    let measures = || line.is(at + 1, OF) || measures(line, at - 1);
    if article && word.low > Decimal::TWO && measures() {
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
