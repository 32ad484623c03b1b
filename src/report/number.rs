//! Numbers in words and digits: "nearly two hours" is read as "nearly 2 hour".

use claims::quantity::{Direction, Modifier, Quantity};
use rust_decimal::Decimal;

/// The shortest decimal notation: 2, not 2.00.
pub(super) fn decimal(value: Decimal) -> String {
    value.normalize().to_string()
}

/// The direction as the schema names it.
pub(super) const fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::Up => "up",
        Direction::Down => "down",
    }
}

/// The modifier as the schema names it.
pub(super) const fn modifier(modifier: Modifier) -> &'static str {
    match modifier {
        Modifier::Exact => "exact",
        Modifier::About => "about",
        Modifier::Nearly => "nearly",
        Modifier::JustOver => "just over",
        Modifier::JustUnder => "just under",
        Modifier::AtLeast => "at least",
        Modifier::MoreThan => "more than",
        Modifier::AtMost => "at most",
        Modifier::LessThan => "less than",
        Modifier::UpTo => "up to",
        Modifier::Range => "range",
    }
}

/// How a number was read: modifier, value or bounds, unit; a change with its direction.
pub(super) fn reading(quantity: &Quantity) -> String {
    let (low, high) = (quantity.stated.low(), quantity.stated.high());
    let value = match (low, high) {
        (Some(low), Some(high)) if low != high => format!("{} to {}", grouped(low), grouped(high)),
        (Some(value), _) | (None, Some(value)) => grouped(value),
        (None, None) => "any number".to_owned(),
    };
    let modifier = match quantity.modifier {
        Modifier::Exact | Modifier::Range => None,
        other => Some(modifier(other)),
    };
    let unit = quantity.unit_name();
    let words = [
        quantity.direction.map(direction),
        modifier,
        Some(value.as_str()),
        unit.as_deref(),
    ];
    words.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// The decimal notation with commas between thousands: 1,234,567.89.
fn grouped(value: Decimal) -> String {
    let text = decimal(value);
    let whole = text.find('.').unwrap_or(text.len());
    let digits_after = |at: usize| whole - at;
    let mut grouped = String::new();
    for (at, character) in text.char_indices() {
        let follows_digit = grouped.ends_with(|last: char| last.is_ascii_digit());
        if at < whole && follows_digit && digits_after(at) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(character);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        let read = |text: &str| grouped(text.parse().unwrap());
        assert_eq!(read("6200"), "6,200");
        assert_eq!(read("-123"), "-123");
        assert_eq!(read("1234567.8900"), "1,234,567.89");
        assert_eq!(read("0.00012"), "0.00012");
    }
}
