//! What must hold for any numeral and any text.

use proptest::prelude::*;

use super::*;

const ONES: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 10] = [
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];
const MAGNITUDES: [(u64, &str); 4] = [
    (1_000_000_000_000, "trillion"),
    (1_000_000_000, "billion"),
    (1_000_000, "million"),
    (1000, "thousand"),
];
const HEDGES: [(&str, Modifier); 8] = [
    ("", Modifier::Exact),
    ("about ", Modifier::About),
    ("nearly ", Modifier::Nearly),
    ("just over ", Modifier::JustOver),
    ("at least ", Modifier::AtLeast),
    ("more than ", Modifier::MoreThan),
    ("no more than ", Modifier::AtMost),
    ("up to ", Modifier::UpTo),
];

/// A number below a thousand in English words, with or without "and".
fn below_thousand(number: u64, and: bool) -> String {
    let (hundreds, rest) = (number / 100, number % 100);
    let small = match rest {
        0..20 => ONES[rest as usize].to_owned(),
        _ if rest % 10 == 0 => TENS[rest as usize / 10].to_owned(),
        _ => format!("{}-{}", TENS[rest as usize / 10], ONES[rest as usize % 10]),
    };
    match (hundreds, rest) {
        (0, _) => small,
        (_, 0) => format!("{} hundred", ONES[hundreds as usize]),
        _ => format!(
            "{} hundred {}{small}",
            ONES[hundreds as usize],
            if and { "and " } else { "" }
        ),
    }
}

fn in_words(number: u64, and: bool) -> String {
    let mut rest = number;
    let mut words = Vec::new();
    for (value, name) in MAGNITUDES {
        if rest >= value {
            words.push(format!("{} {name}", below_thousand(rest / value, and)));
            rest %= value;
        }
    }
    if rest > 0 || words.is_empty() {
        words.push(below_thousand(rest, and));
    }
    words.join(" ")
}

fn with_commas(number: u64) -> String {
    let digits = number.to_string();
    let groups: Vec<&str> = digits
        .as_bytes()
        .rchunks(3)
        .rev()
        .map(|group| std::str::from_utf8(group).unwrap())
        .collect();
    groups.join(",")
}

/// Numbers of all sizes below 10^15, round and sharp.
fn numbers() -> impl Strategy<Value = u64> {
    (0u32..15, 1u64..1000).prop_flat_map(|(zeros, digits)| {
        let size = 10u64.pow(zeros);
        prop_oneof![Just(digits * size % 1_000_000_000_000_000), 0..size * 10]
    })
}

fn only(text: &str) -> Quantity {
    let analysis = syntax::segment(text);
    let quantities = read(text, &analysis, &[]);
    assert_eq!(quantities.len(), 1, "{text}: {quantities:?}");
    quantities[0].clone()
}

fn check(written: &str, number: Decimal, (hedge, modifier): (&str, Modifier)) {
    let text = format!("They counted {hedge}{written} drones there.");
    let quantity = only(&text);
    assert_eq!(quantity.stated, Interval::exact(number), "{text}");
    assert_eq!(quantity.modifier, modifier, "{text}");
    assert_eq!(quantity.span.slice(&text), format!("{hedge}{written}"));
    assert!(quantity.open().overlaps(&quantity.rounded()));
}

fn hedges() -> impl Strategy<Value = (&'static str, Modifier)> {
    prop::sample::select(&HEDGES)
}

proptest! {
    #[test]
    fn a_number_in_words_is_read_back(number in numbers(), and: bool, hedge in hedges()) {
        check(&in_words(number, and), number.into(), hedge);
    }

    #[test]
    fn a_number_in_digits_is_read_back(number in numbers(), hedge in hedges()) {
        check(&with_commas(number), number.into(), hedge);
    }

    #[test]
    fn a_number_in_digits_and_words_is_read_back(digits in 1i64..9999, scale in 0u32..3, (value, name) in prop::sample::select(&MAGNITUDES), hedge in hedges()) {
        let mantissa = Decimal::new(digits, scale);
        check(&format!("{mantissa} {name}"), mantissa * Decimal::from(value), hedge);
    }

    #[test]
    fn a_sum_of_money_is_read_back(digits in 1i64..9999, (sign, code) in prop::sample::select(&[("$", "USD"), ("£", "GBP"), ("A$", "AUD"), ("HK$", "HKD"), ("€", "EUR")])) {
        let text = format!("They paid {sign}{digits} million for it.");
        let quantity = only(&text);
        prop_assert_eq!(quantity.unit.map(|unit| unit.code), Some(code));
        prop_assert_eq!(quantity.stated, Interval::exact(Decimal::from(digits) * Decimal::from(1_000_000)));
    }

    #[test]
    fn a_sum_with_small_coins_is_read_back(whole in 1i64..10_000, small in 1i64..100, joint in prop::sample::select(&[" and ", " ", " & "]), (large, coin, code) in prop::sample::select(&[("dollars", "cents", "USD"), ("euros", "cents", "EUR"), ("pounds", "pence", "GBP"), ("Swiss francs", "centimes", "CHF"), ("rupees", "paise", "{rupee}")])) {
        let quantity = only(&format!("They paid {whole} {large}{joint}{small} {coin} for it."));
        prop_assert_eq!(quantity.unit.map(|unit| unit.code), Some(code));
        prop_assert_eq!(quantity.stated, Interval::exact(Decimal::from(whole) + Decimal::new(small, 2)));
    }

    #[test]
    fn a_range_is_read_back(low in 2u64..100_000, more in 1u64..100_000, joint in prop::sample::select(&[" to ", " and "])) {
        let (first, second) = (with_commas(low), with_commas(low + more));
        let between = if joint == " and " { "between " } else { "" };
        let quantity = only(&format!("They saw {between}{first}{joint}{second} drones."));
        prop_assert_eq!(quantity.stated, Interval::between(low.into(), (low + more).into()));
        prop_assert_eq!(quantity.modifier, Modifier::Range);
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "\\PC{0,80}") {
        everything_holds(&text);
    }

    #[test]
    fn no_text_of_numbers_makes_the_reader_panic(words in prop::collection::vec(prop::sample::select(&WORDS), 0..14), gap in prop::sample::select(&[" ", "", "-"])) {
        everything_holds(&words.join(gap));
    }
}

/// Pieces that numbers are made of, and what stands around them.
const WORDS: [&str; 60] = [
    "1",
    "12",
    "300",
    "1,000",
    "3.5",
    "½",
    "1/2",
    "-5",
    "21st",
    "1990s",
    "99999999999999999999999999",
    "0",
    "one",
    "two",
    "twenty",
    "hundred",
    "thousand",
    "million",
    "trillion",
    "dozen",
    "dozens",
    "several",
    "few",
    "half",
    "third",
    "thirds",
    "quarter",
    "and",
    "a",
    "an",
    "of",
    "or",
    "to",
    "from",
    "between",
    "by",
    "in",
    "out",
    "$",
    "£",
    "US$",
    "%",
    "percent",
    "points",
    "miles",
    "feet",
    "inches",
    "year",
    "old",
    "per",
    "minus",
    "below",
    "zero",
    "no",
    "casualties",
    "rose",
    "fell",
    ",",
    "(",
    ")",
];

fn everything_holds(text: &str) {
    let analysis = syntax::segment(text);
    let quantities = read(text, &analysis, &[]);
    for quantity in &quantities {
        assert!(quantity.span.contains(quantity.core), "{text:?}");
        assert!(!quantity.core.slice(text).is_empty(), "{text:?}");
        let _ = (
            quantity.to_base(quantity.open()),
            quantity.to_base(quantity.rounded()),
        );
    }
    assert!(
        quantities.is_sorted_by_key(|quantity| quantity.core.start),
        "{text:?}"
    );
    let coverage = coverage(text, &analysis, &[], &quantities);
    assert!(coverage.unread.len() <= coverage.numerals);
}
