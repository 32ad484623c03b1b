//! Grades: a token of letters and a number in, the number with its scale out.
//!
//! "an EF-4 tornado" is 4 on the enhanced Fujita scale, "a magnitude-6.1 quake" a magnitude of 6.1; "an AR-15" is on no
//! scale, and stays a name.

use super::amount::Amount;
use super::digit::read_digits;
use super::line::Line;
use super::notation::unit_of_grade;
use super::numeral::{Numeral, NumeralForm};

/// Whether the token begins with letters and ends with a digit.
pub(super) fn ends_in_digit(form: &str) -> bool {
    let bytes = form.as_bytes();
    let digit = bytes.last().is_some_and(u8::is_ascii_digit);
    digit && bytes[0].is_ascii_alphabetic()
}

/// The grade that the token at `at` is.
pub(super) fn read_grade(line: Line<'_>, at: usize) -> Option<Amount> {
    let form = line.form(at);
    let first = form.find(|character: char| character.is_ascii_digit())?;
    let (letters, number) = form.split_at(first);
    let unit = unit_of_grade(letters.trim_end_matches('-'))?;
    let digits = read_digits(number)?;
    let numeral = Numeral {
        step: digits.step,
        digits: true,
        ..Numeral::new(
            at,
            at + 1,
            (digits.value, digits.value),
            NumeralForm::Cardinal,
        )
    };
    Some(Amount {
        unit: Some(unit),
        prefixed: true,
        ..Amount::bare(numeral)
    })
}
