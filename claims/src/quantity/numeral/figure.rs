//! Numerals that begin in digits: "3.5 million", "1 500", "10 1/2", "155K" and "5 million 500,000" in, one value out.

use rust_decimal::Decimal;
use syntax::{Key, Xpos};

use super::super::cue::is_extent;
use super::super::digit::{Digits, Shape, read_decimal_comma, read_digits, step_of};
use super::super::line::{Line, is_dash};
use super::super::notation::{names_money, symbol};
use super::super::unit::Dimension;
use super::multiple::counted_or_times;
use super::part::{Part, and_a_part, scaled};
use super::share::fraction_of;
use super::word::{Class, letter, word_in};
use super::{Numeral, NumeralForm, numeral};

const AND: Key = Key::word("and");
const BETWEEN: Key = Key::word("between");
const COMMA: Key = Key::word(",");
const OF: Key = Key::word("of");
const THEM: Key = Key::word("them");
const US: Key = Key::word("us");
const WHOM: Key = Key::word("whom");
const POINT: Key = Key::word(".");
/// How many words may describe what is counted in millions.
const DESCRIPTION: usize = 5;

pub(super) fn in_digits(line: Line<'_>, at: usize, money: bool) -> Option<Numeral> {
    let digits = read_digits(line.form(at)).or_else(|| with_comma(line, at, money))?;
    let form = match digits.shape {
        Shape::Ordinal => NumeralForm::Ordinal,
        Shape::Decade => NumeralForm::Decade,
        Shape::Fraction => NumeralForm::Fraction,
        Shape::Plain | Shape::Marked => NumeralForm::Cardinal,
    };
    let first = Part::new(at + 1, digits.value, digits.step);
    if form != NumeralForm::Cardinal {
        let whole = if form == NumeralForm::Fraction {
            scaled(line, first)
        } else {
            first
        };
        let form = if whole.end > first.end {
            NumeralForm::Cardinal
        } else {
            form
        };
        return Some(Numeral {
            digits: true,
            ..numeral(at, whole, form)
        });
    }
    let grouped = times_power(line, first)
        .or_else(|| spaced_groups(line, at, &digits, money))
        .unwrap_or(first);
    let whole = mixed(line, grouped).unwrap_or(grouped);
    let scaled = with_smaller(line, at, scaled_digits(line, whole, money));
    if let Some(fraction) = fraction_of(line, at, scaled) {
        return Some(Numeral {
            digits: true,
            ..fraction
        });
    }
    Some(Numeral {
        bare: digits.shape == Shape::Plain && scaled.end == at + 1,
        digits: true,
        ..counted_or_times(line, at, scaled)
    })
}

/// "€19,99", "10,5 million": where a sum of money or a magnitude shows that the comma begins the decimals.
fn with_comma(line: Line<'_>, at: usize, money: bool) -> Option<Digits> {
    let shown = money
        || names_money(line, at + 1)
        || word_in(line, at + 1, &[Class::Magnitude, Class::Abbreviation]).is_some();
    shown.then(|| read_decimal_comma(line.form(at))).flatten()
}

/// "1 500", "80, 000": groups of three digits behind a blank. Behind comma and blank the numbers could be two, unless
/// the group begins with 0, or a sign of money or a noun shows that they are one.
fn spaced_groups(line: Line<'_>, at: usize, digits: &Digits, money: bool) -> Option<Part> {
    let follows = at > line.start && line.is_hyphen(at - 1);
    if digits.shape != Shape::Plain || follows || line.form(at).len() > 3 || digits.value.is_zero()
    {
        return None;
    }
    let mut value = digits.value;
    let mut end = at + 1;
    while let Some((group, next)) = group_at(line, end, money) {
        value = value
            .checked_mul(Decimal::ONE_THOUSAND)?
            .checked_add(group)?;
        end = next;
    }
    (end > at + 1).then(|| Part::new(end, value, step_of(value)))
}

fn group_at(line: Line<'_>, at: usize, money: bool) -> Option<(Decimal, usize)> {
    let comma = line.is(at, COMMA);
    let group = at + usize::from(comma);
    let form = line.form(group);
    let three = form.len() == 3 && form.bytes().all(|byte| byte.is_ascii_digit());
    let joined =
        line.one_blank(group) && (!comma || line.touches(at) && is_one_number(line, group, money));
    (three && joined).then_some(())?;
    Some((form.parse().ok()?, group + 1))
}

/// Whether the three digits at `group`, behind comma and blank, belong to the number before them.
fn is_one_number(line: Line<'_>, group: usize, money: bool) -> bool {
    line.form(group).starts_with('0')
        || money
        || line.is_plural(group + 1) && !line.is(group - 3, COMMA)
}

/// "1.5 x 10^6", "2.1×10−5", "6 × 10⁻⁴".
fn times_power(line: Line<'_>, part: Part) -> Option<Part> {
    if !matches!(line.form(part.end), "x" | "X" | "\u{d7}" | "*") {
        return None;
    }
    let base = part.end + 1;
    let (end, exponent) = match line.form(base).strip_prefix("10")? {
        "" => exponent_at(line, base + 1)?,
        raised => (base + 1, superscript(raised)?),
    };
    part.times(power_of_ten(exponent)?, end)
}

fn power_of_ten(exponent: i64) -> Option<Decimal> {
    let zeros = u32::try_from(exponent.unsigned_abs()).ok()?;
    if exponent < 0 {
        return Decimal::try_new(1, zeros).ok();
    }
    let power = 10i128.checked_pow(zeros)?;
    Decimal::try_from_i128_with_scale(power, 0).ok()
}

/// The exponent behind "10" at token `at`, with the token after it: "^6", "−5", "^-3".
fn exponent_at(line: Line<'_>, at: usize) -> Option<(usize, i64)> {
    let caret = usize::from(line.form(at) == "^");
    let sign = line.form(at + caret);
    let minus = is_dash(sign) || matches!(sign, "\u{2212}" | "⁻");
    let number = at + caret + usize::from(minus);
    let joined = number > at && (at..=number).all(|at| line.touches(at));
    let digits = line.form(number).replace('\u{2212}', "-");
    let exponent = digits.parse().ok().or_else(|| superscript(&digits));
    let exponent = exponent.filter(|_| joined)?;
    Some((number + 1, if minus { -exponent } else { exponent }))
}

/// The value of digits raised above the line: "⁶".
fn superscript(raised: &str) -> Option<i64> {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let mut digits = raised.chars().peekable();
    digits.peek()?;
    digits.try_fold(0i64, |value, digit| {
        let digit = DIGITS.iter().position(|&known| known == digit)?;
        value.checked_mul(10)?.checked_add(digit as i64)
    })
}

/// "10 1/2", "2 and a half", "3 ½".
fn mixed(line: Line<'_>, whole: Part) -> Option<Part> {
    let next = line.past_hyphen(whole.end);
    let digits = read_digits(line.form(next))
        .filter(|digits| digits.shape == Shape::Fraction && digits.value < Decimal::ONE);
    match digits {
        Some(digits) => whole.plus(Part::new(next + 1, digits.value, digits.step)),
        None => and_a_part(line, whole, Decimal::ONE),
    }
}

/// "5 million 500,000", "3 million and 200 thousand": a smaller number with marks of its own goes on.
fn with_smaller(line: Line<'_>, start: usize, large: Part) -> Part {
    let and = line.is(large.end, AND);
    let between = start > line.start && line.is(start - 1, BETWEEN);
    let at = large.end + usize::from(and && !between);
    let digits = read_digits(line.form(at))
        .filter(|_| large.scale >= Decimal::ONE_THOUSAND && line.one_blank(at));
    let smaller = digits.map(|digits| {
        (
            digits.shape,
            scaled(line, Part::new(at + 1, digits.value, digits.step)),
        )
    });
    let rest = smaller.filter(|&(shape, rest)| {
        let marked = shape == Shape::Marked && rest.value >= Decimal::ONE_THOUSAND && !and;
        (marked || rest.scale > Decimal::ONE) && rest.value < large.scale
    });
    rest.and_then(|(_, rest)| large.plus(rest)).unwrap_or(large)
}

/// Magnitudes behind digits: "3.5 million", "155K", "£40m".
fn scaled_digits(line: Line<'_>, part: Part, money: bool) -> Part {
    abbreviated(line, part, money).unwrap_or_else(|| scaled(line, part))
}

fn abbreviated(line: Line<'_>, part: Part, money: bool) -> Option<Part> {
    let at = part.end;
    let end = past_point(line, at + 1);
    let of_money = names_money(line, end) || opens_with_money(line, end);
    if let Some(word) = word_in(line, at, &[Class::Abbreviation]) {
        return part.times(word.low, if of_money { end } else { at + 1 });
    }
    let apart = || of_money || money && !line.is_hyphen(at + 1);
    let letter = letter(line.form(at)).filter(|_| line.touches(at) || apart())?;
    if of_money {
        return part.times(letter.low, end);
    }
    let counts = || line.form(at) == "m" && counts_millions(line, part.end - 1, at + 1);
    let known = letter.class == Class::Letter || money || counts();
    known.then(|| part.times(letter.low, at + 1)).flatten()
}

/// "2.7m digital and physical sales": whether a phrase behind "m" ends in what is counted. "The 400m hurdles" and
/// "30m high walls" are metres.
fn counts_millions(line: Line<'_>, number: usize, from: usize) -> bool {
    let determined = number > line.start
        && line.tag(number - 1) == Some(Xpos::Dt)
        && !line.form(number).contains('.');
    let describes = |&at: &usize| {
        matches!(
            line.tag(at),
            Some(Xpos::Jj | Xpos::Nn | Xpos::Nnp | Xpos::Vbn | Xpos::Vbg | Xpos::Cc)
        )
    };
    // "13m of them on Twitter": no length is of people.
    if line.is(from, OF) && [THEM, WHOM, US].iter().any(|&key| line.is(from + 1, key)) {
        return true;
    }
    let run = (from..from + DESCRIPTION).take_while(describes).count();
    line.is_plural(from + run) && !determined && !is_extent(line, from)
}

/// Whether a sign of money stands at token `at`: "5m€".
fn opens_with_money(line: Line<'_>, at: usize) -> bool {
    symbol(line, at).is_some_and(|(_, unit)| unit.dimension == Dimension::Money)
}

/// Behind the full stop of an abbreviation: "40 mln. euros".
fn past_point(line: Line<'_>, at: usize) -> usize {
    at + usize::from(line.is(at, POINT) && line.touches(at))
}
