//! Factors: "tripled", "twice as many", "10-fold", "four times the number" in, the factor out.

use rust_decimal::Decimal;
use syntax::{Key, Xpos};

use super::super::cue::is_comparison;
use super::super::digit::{Shape, read_digits};
use super::super::line::Line;
use super::super::notation::unit_named;
use super::part::Part;
use super::word::{Class, Word, word};
use super::{Numeral, NumeralForm, numeral};

const OF: Key = Key::word("of");
const THAT: Key = Key::word("that");

/// "tripled", "twice as many", "double its size"; "voted twice" is a count of times.
pub(super) fn multiple(line: Line<'_>, at: usize, word: Word) -> Option<Numeral> {
    let compares = is_comparison(line, at + 1);
    let factor = compares || word.class == Class::Multiple;
    let form = if factor {
        NumeralForm::Multiple
    } else {
        NumeralForm::Cardinal
    };
    let counts = compares || word.class != Class::Double;
    counts.then(|| numeral(at, Part::new(at + 1, word.low, Decimal::ONE), form))
}

/// "10x as many", "a 2.5x gain": digits with the sign of a factor.
pub(super) fn factor(line: Line<'_>, at: usize) -> Option<Numeral> {
    let number = line.form(at).strip_suffix(['x', 'X', '\u{d7}'])?;
    let digits = read_digits(number)
        .filter(|digits| matches!(digits.shape, Shape::Plain | Shape::Marked))?;
    let part = Part::new(at + 1, digits.value, digits.step);
    Some(Numeral {
        digits: true,
        ..numeral(at, part, NumeralForm::Multiple)
    })
}

/// "Three times *that* of Ohio", but "told him three times that he was safe" and "called three times that day".
fn compares(line: Line<'_>, at: usize) -> bool {
    let measured = || {
        let noun = matches!(line.tag(at + 1), Some(Xpos::Nn));
        line.is(at + 1, OF) || noun && unit_named(line, at + 1).is_none() || !line.is_word(at + 1)
    };
    is_comparison(line, at) && (!line.is(at, THAT) || measured())
}

/// "10-fold", "four times the number" are multiples; the word belongs to the numeral.
pub(super) fn counted_or_times(line: Line<'_>, start: usize, whole: Part) -> Numeral {
    let at = line.past_hyphen(whole.end);
    let multiple = match word(line, at) {
        Some(word) if word.class == Class::Fold => at > whole.end,
        // "6.5 times": nothing happens half a time.
        Some(word) if word.class == Class::Times => {
            compares(line, at + 1) || !whole.value.fract().is_zero()
        }
        _ => false,
    };
    if multiple {
        return numeral(
            start,
            Part {
                end: at + 1,
                ..whole
            },
            NumeralForm::Multiple,
        );
    }
    numeral(start, whole, NumeralForm::Cardinal)
}
