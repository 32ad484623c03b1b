//! Numbers in digits: one token in, its exact value out.
//!
//! "2,350" is 2350 with its last digit shown at the tens, "3.50" is 3.5 shown to the hundredth, "2½" is 2.5, "21st" a
//! rank and "1990s" a decade.

use rust_decimal::Decimal;

/// A number written in digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Digits {
    pub(super) value: Decimal,
    /// Weight of the last digit that counts: 10 in "2,350", 0.01 in "3.50".
    pub(super) step: Decimal,
    pub(super) shape: Shape,
}

/// What is written besides the digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// "108".
    Plain,
    /// "2,350", "3.5", "-5": signs and separators that no name has.
    Marked,
    /// "1/2", "2½".
    Fraction,
    /// "21st".
    Ordinal,
    /// "1990s", "30s".
    Decade,
}

/// Whether a token may be a number in digits.
#[inline]
pub(super) fn starts_digits(form: &str) -> bool {
    let mut bytes = form.bytes();
    match bytes.next() {
        Some(b'0'..=b'9') => true,
        Some(b'.') => bytes.next().is_some_and(|next| next.is_ascii_digit()),
        Some(b'-' | b'+') => bytes
            .next()
            .is_some_and(|next| next.is_ascii_digit() || next == b'.'),
        Some(0xC2 | 0xE2) => {
            form.starts_with('\u{2212}')
                || form
                    .chars()
                    .next()
                    .is_some_and(|first| vulgar(first).is_some())
        }
        _ => false,
    }
}

/// Reads a token; `None` for clock times, dates, names and whatever else is not one number.
pub(super) fn read_digits(form: &str) -> Option<Digits> {
    let (negative, unsigned) = split_sign(form);
    let number = split_number(unsigned)?;
    let mut digits = number.digits()?;
    if negative {
        digits.value.set_sign_negative(true);
    }
    if unsigned.len() < form.len() && digits.shape == Shape::Plain {
        digits.shape = Shape::Marked;
    }
    Some(digits)
}

/// Reads a number with a decimal comma, as money is written on the Continent: "19,99".
pub(super) fn read_decimal_comma(form: &str) -> Option<Digits> {
    let (whole, decimals) = form.split_once(',')?;
    let plain = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let short = plain(whole) && plain(decimals) && decimals.len() <= 2;
    short
        .then(|| read_digits(&format!("{whole}.{decimals}")))
        .flatten()
}

/// The weight of the last digit that counts of a number without written decimals: 100 for 1200.
pub(super) fn step_of(value: Decimal) -> Decimal {
    let ten = Decimal::TEN;
    let (mut rest, mut step) = (value.normalize(), Decimal::ONE);
    if rest.scale() > 0 {
        return Decimal::new(1, rest.scale());
    }
    while !rest.is_zero() && (rest % ten).is_zero() {
        rest /= ten;
        step *= ten;
    }
    step
}

fn split_sign(form: &str) -> (bool, &str) {
    if let Some(rest) = form.strip_prefix(['-', '\u{2212}']) {
        (true, rest)
    } else {
        (false, form.strip_prefix('+').unwrap_or(form))
    }
}

/// The parts of a written number.
struct Written<'a> {
    whole: &'a str,
    decimals: Option<&'a str>,
    rest: &'a str,
}

fn split_number(form: &str) -> Option<Written<'_>> {
    let whole_end = form
        .bytes()
        .position(|byte| !byte.is_ascii_digit() && byte != b',')
        .unwrap_or(form.len());
    let (whole, after) = form.split_at(whole_end);
    let decimals_end = after
        .strip_prefix('.')
        .map(|tail| tail.bytes().take_while(u8::is_ascii_digit).count())
        .filter(|&count| count > 0);
    let (decimals, rest) = match decimals_end {
        Some(count) => (Some(&after[1..=count]), &after[count + 1..]),
        None => (None, after),
    };
    let grouped = are_groups(whole);
    (grouped && !(whole.is_empty() && decimals.is_none() && rest.is_empty())).then_some(Written {
        whole,
        decimals,
        rest,
    })
}

/// Whether commas stand between groups of three digits, or as in India of two and a last of three.
fn are_groups(whole: &str) -> bool {
    let mut groups = whole.rsplit(',');
    let last = groups.next().unwrap_or_default();
    let Some(first) = whole.split(',').next().filter(|_| whole.contains(',')) else {
        return true;
    };
    let inner = || {
        whole
            .split(',')
            .skip(1)
            .take(whole.matches(',').count() - 1)
    };
    let even = inner().all(|group| group.len() == 3) || inner().all(|group| group.len() == 2);
    last.len() == 3 && even && (1..=3).contains(&first.len())
}

impl Written<'_> {
    fn digits(&self) -> Option<Digits> {
        if let Some(denominator) = self.rest.strip_prefix(['/', '\u{2044}']) {
            return self.simple_fraction(denominator);
        }
        let (value, step) = self.value()?;
        let mut characters = self.rest.chars();
        let shape = match (characters.next(), characters.as_str()) {
            (None, _) if self.whole.contains(',') || self.decimals.is_some() => Shape::Marked,
            (None, _) => Shape::Plain,
            (Some('s'), "") => Shape::Decade,
            (Some('s' | 'n' | 'r' | 't' | 'S' | 'N' | 'R' | 'T'), _)
                if is_ordinal_ending(self.rest) =>
            {
                Shape::Ordinal
            }
            (Some(sign), "") => return mixed(value, vulgar(sign)?),
            _ => return None,
        };
        Some(Digits { value, step, shape })
    }

    fn value(&self) -> Option<(Decimal, Decimal)> {
        let decimals = self.decimals.unwrap_or_default();
        let mut digits = self
            .whole
            .bytes()
            .chain(decimals.bytes())
            .filter(|&byte| byte != b',');
        let mantissa = digits.try_fold(0i128, |sum, byte| {
            sum.checked_mul(10)?.checked_add(i128::from(byte - b'0'))
        })?;
        let scale = u32::try_from(decimals.len()).ok()?;
        let value = Decimal::try_from_i128_with_scale(mantissa, scale).ok()?;
        let step = if scale > 0 {
            Decimal::new(1, scale)
        } else {
            step_of(value)
        };
        Some((value, step))
    }

    fn simple_fraction(&self, denominator: &str) -> Option<Digits> {
        let over: u32 = denominator.parse().ok()?;
        let number: u32 = self.whole.parse().ok()?;
        let known = matches!(over, 2..=12 | 16 | 20 | 32 | 64 | 100);
        (self.decimals.is_none() && known && number < over && !is_date(number, over))
            .then(|| fraction(number, over))
    }
}

/// "9/11", "7/7" and "24/7" are names of days, not shares.
const fn is_date(number: u32, over: u32) -> bool {
    over == 11 || over == 7 || number == over
}

/// `number` parts of `over`. A share in words is coarse: its step is a tenth of the part.
pub(super) fn fraction(number: u32, over: u32) -> Digits {
    let over = Decimal::from(over);
    Digits {
        value: (Decimal::from(number) / over).normalize(),
        step: (Decimal::ONE / (over * Decimal::TEN)).normalize(),
        shape: Shape::Fraction,
    }
}

fn mixed(whole: Decimal, (number, over): (u32, u32)) -> Option<Digits> {
    let part = fraction(number, over);
    Some(Digits {
        value: whole.checked_add(part.value)?,
        ..part
    })
}

fn is_ordinal_ending(rest: &str) -> bool {
    ["st", "nd", "rd", "th"]
        .iter()
        .any(|ending| rest.eq_ignore_ascii_case(ending))
}

/// The fraction of a single character (Unicode "vulgar fractions").
fn vulgar(sign: char) -> Option<(u32, u32)> {
    const SIGNS: [(char, u32, u32); 15] = [
        ('½', 1, 2),
        ('¼', 1, 4),
        ('¾', 3, 4),
        ('⅓', 1, 3),
        ('⅔', 2, 3),
        ('⅕', 1, 5),
        ('⅖', 2, 5),
        ('⅗', 3, 5),
        ('⅘', 4, 5),
        ('⅙', 1, 6),
        ('⅚', 5, 6),
        ('⅛', 1, 8),
        ('⅜', 3, 8),
        ('⅝', 5, 8),
        ('⅞', 7, 8),
    ];
    let found = SIGNS.iter().find(|entry| entry.0 == sign)?;
    Some((found.1, found.2))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(form: &str) -> String {
        match read_digits(form) {
            Some(digits) => format!(
                "{} step {} {:?}",
                digits.value,
                digits.step.normalize(),
                digits.shape
            ),
            None => "unread".to_owned(),
        }
    }

    #[test]
    fn digits_keep_what_they_show() {
        assert_eq!(shown("108"), "108 step 1 Plain");
        assert_eq!(shown("2,350"), "2350 step 10 Marked");
        assert_eq!(shown("3.50"), "3.50 step 0.01 Marked");
        assert_eq!(shown(".500"), "0.500 step 0.001 Marked");
        assert_eq!(shown("-5"), "-5 step 1 Marked");
        assert_eq!(shown("1,00,000"), "100000 step 100000 Marked");
    }

    #[test]
    fn fractions_ordinals_and_decades_are_told_apart() {
        assert_eq!(shown("1/4"), "0.25 step 0.025 Fraction");
        assert_eq!(shown("2½"), "2.5 step 0.05 Fraction");
        assert_eq!(shown("21st"), "21 step 1 Ordinal");
        assert_eq!(shown("1990s"), "1990 step 10 Decade");
    }

    #[test]
    fn a_decimal_comma_has_two_digits_at_most() {
        let value = |form| read_decimal_comma(form).map(|digits| digits.value.to_string());
        assert_eq!(value("19,99").as_deref(), Some("19.99"));
        assert_eq!(value("1,5").as_deref(), Some("1.5"));
        for form in ["1,500", "1,2,3", ",5", "5,", "19.99"] {
            assert_eq!(value(form), None, "{form}");
        }
    }

    #[test]
    fn what_is_not_one_number_stays_unread() {
        for form in [
            "9:20",
            "9/11",
            "24/7",
            "5/12/2018",
            "3D",
            "1,2",
            "12,34,5",
            "",
            "-",
            "99999999999999999999999999999999999999999",
        ] {
            assert_eq!(shown(form), "unread", "{form}");
        }
    }
}
