//! Slips of the pen: two numbers in, the mistake that turns one into the other out.
//!
//! $5,687.75 and $5,587.75 differ by one digit, 3,800 and 38,000 by a zero, 93 and 39 by the order of digits.

use rust_decimal::Decimal;

/// A mistake that turns one number into another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    /// A factor of 10, 100, 1,000 …: so many zeros or a misplaced decimal point.
    Magnitude(u32),
    /// Two neighbouring digits changed places.
    Transposed,
    /// One digit of at least four differs.
    Digit,
}

/// The slip between two numbers, if one explains their difference.
#[must_use]
pub fn between(a: Decimal, b: Decimal) -> Option<Slip> {
    let (a, b) = (a.normalize(), b.normalize());
    if a == b || a.is_zero() || b.is_zero() || a.is_sign_negative() != b.is_sign_negative() {
        return None;
    }
    let written = (figures(a), figures(b));
    let scaled = a.scale() == b.scale();
    magnitude(a, b).or_else(|| digits(&written.0, &written.1).filter(|_| scaled))
}

fn magnitude(a: Decimal, b: Decimal) -> Option<Slip> {
    let (small, large) = if a.abs() < b.abs() { (a, b) } else { (b, a) };
    let factors = [(10, 1), (100, 2), (1_000, 3), (1_000_000, 6)];
    let distinct = small.mantissa().unsigned_abs() > 10;
    factors
        .into_iter()
        .find(|&(factor, _)| distinct && small.checked_mul(Decimal::from(factor)) == Some(large))
        .map(|(_, zeros)| Slip::Magnitude(zeros))
}

/// All digits of a number.
fn figures(value: Decimal) -> Vec<u8> {
    let text = value.to_string();
    text.bytes().filter(u8::is_ascii_digit).collect()
}

fn digits(a: &[u8], b: &[u8]) -> Option<Slip> {
    if a.len() != b.len() {
        return None;
    }
    // No slip hits the zeros that both end in: 1,200 and 1,300 are round.
    let both = a.iter().zip(b).rev();
    let zeros = both.take_while(|&(a, b)| [a, b] == [&b'0', &b'0']).count();
    let (a, b) = (&a[..a.len() - zeros], &b[..b.len() - zeros]);
    let differ: Vec<usize> = (0..a.len()).filter(|&at| a[at] != b[at]).collect();
    match differ[..] {
        [at] if a.len() >= 4 && at > 0 && at + 1 < a.len() => Some(Slip::Digit),
        [left, right] if right == left + 1 && a[left] == b[right] && a[right] == b[left] => {
            Some(Slip::Transposed)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slip(a: &str, b: &str) -> Option<Slip> {
        between(a.parse().unwrap(), b.parse().unwrap())
    }

    #[test]
    fn slips_are_told_apart() {
        assert_eq!(slip("3800", "38000"), Some(Slip::Magnitude(1)));
        assert_eq!(slip("93", "39"), Some(Slip::Transposed));
        assert_eq!(slip("804", "840"), Some(Slip::Transposed));
        assert_eq!(slip("41200", "42100"), Some(Slip::Transposed));
        assert_eq!(slip("5687.75", "5587.75"), Some(Slip::Digit));
    }

    #[test]
    fn other_differences_are_no_slips() {
        assert_eq!(slip("12", "15"), None);
        assert_eq!(slip("10", "100"), None);
        assert_eq!(slip("1200", "1300"), None);
        assert_eq!(slip("3.5", "53"), None);
        assert_eq!(slip("108", "108"), None);
    }
}
