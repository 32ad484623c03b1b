//! Numerals: tokens in digits, words or both in, one exact value out.
//!
//! "3.5 million", "a hundred and eight", "half a dozen", "two-thirds" and "hundreds of thousands" are one numeral
//! each; what they count, and how they are qualified, comes later.
//!
//! The grammar of number words is that of Hurford, *The Linguistic Theory of Numerals* (1975): a phrase is a product
//! of a smaller numeral and a magnitude, and a sum of phrases of falling magnitude.

use std::sync::LazyLock;

use rust_decimal::Decimal;
use rustc_hash::FxHashMap;
use syntax::{Key, Xpos};

use super::cue::is_comparison;
use super::digit::{Digits, Shape, fraction, read_digits, starts_digits, step_of};
use super::line::Line;
use super::notation::{names_money, unit_named};
use crate::lexicon::vocabulary;

const A: Key = Key::word("a");
const AN: Key = Key::word("an");
const ANOTHER: Key = Key::word("another");
const AND: Key = Key::word("and");
const OF: Key = Key::word("of");
const OR: Key = Key::word("or");
const PLUS: Key = Key::word("plus");
const THE: Key = Key::word("the");
const COMMA: Key = Key::word(",");

/// A numeral of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Numeral {
    /// First token.
    pub(super) start: usize,
    /// One past the last token.
    pub(super) end: usize,
    /// Smallest and largest value; equal unless the numeral is vague.
    pub(super) low: Decimal,
    pub(super) high: Decimal,
    /// Weight of the last digit shown.
    pub(super) step: Decimal,
    /// What the digits are multiplied by: a million in "3.5 million".
    pub(super) scale: Decimal,
    pub(super) form: NumeralForm,
    /// Whether it is written in bare digits: "370", which may be a name.
    pub(super) bare: bool,
    /// Whether it begins with digits.
    pub(super) digits: bool,
}

/// Forms of numerals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NumeralForm {
    Cardinal,
    /// "dozens", "several", "hundreds of thousands".
    Vague,
    Ordinal,
    Fraction,
    /// "tripled", "tenfold".
    Multiple,
    /// "1990s", "30s".
    Decade,
}

/// Classes of `numerals.yaml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Class {
    Digit,
    Zero,
    Teen,
    Ten,
    Hundred,
    Magnitude,
    Group,
    Abbreviation,
    Letter,
    MoneyLetter,
    Vague,
    VagueArticle,
    VaguePlural,
    VagueOf,
    Ordinal,
    Denominator,
    Part,
    Multiple,
    Twice,
    Double,
    Fold,
    Times,
    Sign,
    SignAfter,
    Point,
}

/// A number word.
#[derive(Clone, Copy, Debug)]
struct Word {
    class: Class,
    low: Decimal,
    high: Decimal,
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    class: Class,
    words: FxHashMap<String, String>,
}

/// The words of any case, and the letters that mean a magnitude only in the case given.
struct Words {
    words: FxHashMap<Key, Word>,
    letters: FxHashMap<String, Word>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let entries: Vec<Entry> = vocabulary!("numerals");
    let mut tables = Words {
        words: FxHashMap::default(),
        letters: FxHashMap::default(),
    };
    for entry in entries {
        for (form, value) in entry.words {
            let word = word_of(entry.class, &value);
            if matches!(entry.class, Class::Letter | Class::MoneyLetter) {
                tables.letters.insert(form, word);
            } else {
                tables.words.insert(Key::of(&form), word);
            }
        }
    }
    tables
});

fn word_of(class: Class, value: &str) -> Word {
    let (low, high) = interval(value);
    Word { class, low, high }
}

/// A value of a vocabulary: "12", "1/2", or both ends of an interval, "3..9".
pub(super) fn interval(value: &str) -> (Decimal, Decimal) {
    let number = |text: &str| match text.split_once('/') {
        Some((number, over)) => decimal(number) / decimal(over),
        None => decimal(text),
    };
    let (low, high) = value.split_once("..").unwrap_or((value, value));
    (number(low), number(high))
}

fn decimal(text: &str) -> Decimal {
    text.parse()
        .expect("a vocabulary gives decimal numbers, as its test checks")
}

fn word(line: Line<'_>, at: usize) -> Option<Word> {
    WORDS.words.get(&line.token(at)?.key).copied()
}

fn word_in(line: Line<'_>, at: usize, classes: &[Class]) -> Option<Word> {
    word(line, at).filter(|word| classes.contains(&word.class))
}

/// A value on its way: the tokens read so far and what they amount to.
#[derive(Clone, Copy)]
struct Part {
    end: usize,
    value: Decimal,
    step: Decimal,
    scale: Decimal,
}

impl Part {
    fn times(self, factor: Decimal, end: usize) -> Option<Self> {
        Some(Self {
            end,
            value: self.value.checked_mul(factor)?,
            step: self.step.checked_mul(factor)?,
            scale: self.scale.checked_mul(factor)?,
        })
    }

    fn plus(self, smaller: Self) -> Option<Self> {
        Some(Self {
            end: smaller.end,
            value: self.value.checked_add(smaller.value)?,
            step: smaller.step,
            scale: self.scale,
        })
    }

    const fn new(end: usize, value: Decimal, step: Decimal) -> Self {
        Self {
            end,
            value,
            step,
            scale: Decimal::ONE,
        }
    }
}

/// The numeral that begins at token `at`. `money` says that a sign of money stands in front, so that "m" is a
/// million and not a metre.
pub(super) fn read_numeral(line: Line<'_>, at: usize, money: bool) -> Option<Numeral> {
    let numeral = read_unsigned(line, at, money)?;
    let signed = numeral
        .start
        .checked_sub(1)
        .filter(|&sign| sign >= line.start);
    let negative = signed.filter(|&sign| {
        word_in(line, sign, &[Class::Sign]).is_some() && !is_difference(line, sign)
    });
    let Some(start) = negative.filter(|_| numeral.form == NumeralForm::Cardinal) else {
        return Some(numeral);
    };
    Some(Numeral {
        start,
        low: -numeral.low,
        high: -numeral.high,
        bare: false,
        ..numeral
    })
}

/// "20 minus 5": the word subtracts.
fn is_difference(line: Line<'_>, sign: usize) -> bool {
    let before = sign.checked_sub(1).filter(|&before| before >= line.start);
    before.is_some_and(|before| {
        counts_as_numeral(line, before) || line.is(before, PLUS) || line.is(before, OR)
    })
}

/// "20 degrees below zero" at the token behind the unit: the token after it.
pub(super) fn below_zero(line: Line<'_>, at: usize) -> Option<usize> {
    let zero = word_in(line, at + 1, &[Class::Zero]);
    (word_in(line, at, &[Class::SignAfter]).is_some() && zero.is_some()).then_some(at + 2)
}

fn read_unsigned(line: Line<'_>, at: usize, money: bool) -> Option<Numeral> {
    if starts_digits(line.form(at)) {
        return in_digits(line, at, money);
    }
    let word = word(line, at)?;
    match word.class {
        Class::Digit if is_pronoun(line, at) => None,
        Class::Digit | Class::Teen | Class::Ten | Class::Zero => in_words(line, at),
        Class::Hundred | Class::Magnitude | Class::Group => from_magnitude(line, at),
        Class::Vague | Class::VagueArticle | Class::VagueOf | Class::VaguePlural => {
            vague(line, at, word)
        }
        Class::Ordinal => ordinal(line, at, word),
        Class::Part => part(line, at, word),
        Class::Multiple | Class::Twice | Class::Double => multiple(line, at, word),
        _ => None,
    }
}

/// "no one", "each one", "one another": a tagger tells, and without tags the neighbours do.
fn is_pronoun(line: Line<'_>, at: usize) -> bool {
    if line.is(at + 1, ANOTHER) {
        return true;
    }
    match line.tag(at) {
        Some(tag) => {
            tag != Xpos::Cd
                && line
                    .token(at)
                    .is_some_and(|token| token.key == Key::word("one"))
        }
        None => false,
    }
}

impl Numeral {
    /// A numeral in words from token `start` to before `end`, with the step of a whole number.
    pub(super) const fn new(
        start: usize,
        end: usize,
        (low, high): (Decimal, Decimal),
        form: NumeralForm,
    ) -> Self {
        Self {
            start,
            end,
            low,
            high,
            step: Decimal::ONE,
            scale: Decimal::ONE,
            form,
            bare: false,
            digits: false,
        }
    }
}

fn numeral(start: usize, part: Part, form: NumeralForm) -> Numeral {
    Numeral {
        step: part.step,
        scale: part.scale,
        ..Numeral::new(start, part.end, (part.value, part.value), form)
    }
}

fn in_digits(line: Line<'_>, at: usize, money: bool) -> Option<Numeral> {
    let digits = read_digits(line.form(at))?;
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
    let grouped = spaced_groups(line, at, &digits, money).unwrap_or(first);
    let whole = mixed(line, grouped).unwrap_or(grouped);
    let scaled = with_smaller(line, scaled_digits(line, whole, money));
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

/// "1 500", "80, 000": groups of three digits behind a blank. Behind comma and blank the numbers could be two, unless
/// the group begins with 0, or a sign of money or a noun shows that they are one.
fn spaced_groups(line: Line<'_>, at: usize, digits: &Digits, money: bool) -> Option<Part> {
    if digits.shape != Shape::Plain || line.form(at).len() > 3 || digits.value.is_zero() {
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

/// "and a half", "and three quarters", of `scale`.
fn and_a_part(line: Line<'_>, whole: Part, scale: Decimal) -> Option<Part> {
    let and = line.past_hyphen(whole.end);
    if !line.is(and, AND) {
        return None;
    }
    let count = line.past_hyphen(and + 1);
    let (number, at) = match word(line, count) {
        Some(word) if word.class == Class::Digit => (word.low, line.past_hyphen(count + 1)),
        _ if line.is(count, A) || line.is(count, AN) => (Decimal::ONE, line.past_hyphen(count + 1)),
        _ => return None,
    };
    let over = word_in(line, at, &[Class::Part, Class::Denominator])?.low;
    let share = number
        .checked_div(over)
        .filter(|share| *share < Decimal::ONE)?;
    let step = scale.checked_div(over)?.checked_div(Decimal::TEN)?;
    whole.plus(Part::new(at + 1, share.checked_mul(scale)?, step))
}

/// "5 million 500,000", "3 million 200 thousand": a smaller number with marks of its own goes on.
fn with_smaller(line: Line<'_>, large: Part) -> Part {
    let digits = read_digits(line.form(large.end))
        .filter(|_| large.scale >= Decimal::ONE_THOUSAND && line.one_blank(large.end));
    let smaller = digits.map(|digits| {
        (
            digits.shape,
            scaled(line, Part::new(large.end + 1, digits.value, digits.step)),
        )
    });
    let rest = smaller.filter(|&(shape, rest)| {
        (shape == Shape::Marked && rest.value >= Decimal::ONE_THOUSAND || rest.scale > Decimal::ONE)
            && rest.value < large.scale
    });
    rest.and_then(|(_, rest)| large.plus(rest)).unwrap_or(large)
}

/// Magnitudes behind digits: "3.5 million", "155K", "£40m".
fn scaled_digits(line: Line<'_>, part: Part, money: bool) -> Part {
    abbreviated(line, part, money).unwrap_or_else(|| scaled(line, part))
}

fn abbreviated(line: Line<'_>, part: Part, money: bool) -> Option<Part> {
    let at = part.end;
    if let Some(word) = word_in(line, at, &[Class::Abbreviation]) {
        return part.times(word.low, at + 1);
    }
    let letter = WORDS
        .letters
        .get(line.form(at))
        .filter(|_| line.touches(at) || money && !line.is_hyphen(at + 1))?;
    let counts = || line.form(at) == "m" && line.is_plural(at + 1);
    let known = letter.class == Class::Letter || money || names_money(line, at + 1) || counts();
    known.then(|| part.times(letter.low, at + 1)).flatten()
}

/// Magnitudes in words behind any number: "3.5 million", "two dozen", "five hundred thousand".
fn scaled(line: Line<'_>, mut part: Part) -> Part {
    while let Some(larger) = scaled_once(line, part) {
        part = larger;
    }
    part
}

fn scaled_once(line: Line<'_>, part: Part) -> Option<Part> {
    let at = line.past_hyphen(part.end);
    let classes = [
        Class::Hundred,
        Class::Magnitude,
        Class::Group,
        Class::VaguePlural,
    ];
    let word = word_in(line, at, &classes)?;
    let exact = word.class != Class::VaguePlural || line.is(at + 1, OF);
    let grows = exact && part.scale < word.low;
    grows.then(|| part.times(word.low, at + 1)).flatten()
}

fn in_words(line: Line<'_>, at: usize) -> Option<Numeral> {
    let whole = cardinal(line, at)?;
    if let Some(found) = ordinal_after(line, at, whole).or_else(|| fraction_of(line, at, whole)) {
        return Some(found);
    }
    Some(counted_or_times(line, at, whole))
}

/// A cardinal in words: phrases of falling magnitude.
fn cardinal(line: Line<'_>, at: usize) -> Option<Part> {
    let first = phrase(line, at)?;
    let mut sum = and_a_part(line, first, first.scale).unwrap_or(first);
    let mut smallest = sum.scale;
    while smallest >= Decimal::ONE_HUNDRED {
        let Some(next) = lower_phrase(line, sum.end, smallest) else {
            break;
        };
        smallest = next.scale;
        sum = sum.plus(next)?;
    }
    let scaled = scaled(line, sum);
    Some(if sum.scale == Decimal::ONE {
        scaled
    } else {
        sum
    })
}

/// A phrase smaller than `limit`: "and eight", "three hundred thousand".
fn lower_phrase(line: Line<'_>, at: usize, limit: Decimal) -> Option<Part> {
    let comma = line.is(at, COMMA);
    let joined = at + usize::from(comma) + usize::from(line.is(at + usize::from(comma), AND));
    let start = if joined == at {
        line.past_hyphen(at)
    } else {
        joined
    };
    let next = phrase(line, start).filter(|next| next.value < limit)?;
    let continues = !comma || next.scale > Decimal::ONE;
    continues.then_some(next)
}

/// One number below a hundred with its magnitudes: "two", "twenty-five", "two hundred", "three hundred thousand".
fn phrase(line: Line<'_>, at: usize) -> Option<Part> {
    let small = below_hundred(line, at)?;
    if let Some(decimal) = decimals(line, small) {
        return Some(scaled(line, decimal));
    }
    let hundred = line.past_hyphen(small.end);
    let Some(word) = word_in(line, hundred, &[Class::Hundred]) else {
        return Some(scaled(line, small));
    };
    let hundreds = small.times(word.low, hundred + 1)?;
    Some(scaled(line, with_rest(line, hundreds)))
}

/// "two hundred" and the rest below a hundred: "and eight", "twenty-five".
fn with_rest(line: Line<'_>, hundreds: Part) -> Part {
    let and = usize::from(line.is(hundreds.end, AND));
    let rest = below_hundred(line, line.past_hyphen(hundreds.end + and));
    let whole = rest
        .filter(|rest| {
            word_in(
                line,
                line.past_hyphen(rest.end),
                &[Class::Hundred, Class::Group],
            )
            .is_none()
        })
        .and_then(|rest| hundreds.plus(rest));
    whole.map_or(hundreds, |whole| Part {
        scale: Decimal::ONE,
        ..whole
    })
}

/// "two point five", "nine point seven five".
fn decimals(line: Line<'_>, whole: Part) -> Option<Part> {
    word_in(line, whole.end, &[Class::Point])?;
    let mut sum = whole;
    let mut at = whole.end + 1;
    let mut step = Decimal::ONE;
    while let Some(digit) = word_in(line, at, &[Class::Digit, Class::Zero]) {
        step = step.checked_div(Decimal::TEN)?;
        at += 1;
        sum = sum.plus(Part::new(at, digit.low.checked_mul(step)?, step))?;
    }
    (step < Decimal::ONE).then_some(sum)
}

fn below_hundred(line: Line<'_>, at: usize) -> Option<Part> {
    let first = word_in(
        line,
        at,
        &[Class::Digit, Class::Zero, Class::Teen, Class::Ten],
    )?;
    let tens = Part::new(at + 1, first.low, step_of(first.low));
    let unit = line.past_hyphen(at + 1);
    let digit = word_in(line, unit, &[Class::Digit]).filter(|_| first.class == Class::Ten);
    digit.map_or(Some(tens), |digit| {
        tens.plus(Part::new(unit + 1, digit.low, Decimal::ONE))
    })
}

/// "a hundred and eight", "a dozen", "million": the article is one.
fn from_magnitude(line: Line<'_>, at: usize) -> Option<Numeral> {
    let word = word(line, at)?;
    let article = at > line.start && line.is(at - 1, A);
    let one = Part::new(at, Decimal::ONE, Decimal::ONE).times(word.low, at + 1)?;
    let first = if word.class == Class::Hundred {
        scaled(line, with_rest(line, one))
    } else {
        scaled(line, one)
    };
    let whole = and_a_part(line, first, first.scale)
        .or_else(|| {
            lower_phrase(line, first.end, first.scale)
                .filter(|_| article && first.scale > Decimal::ONE)
                .and_then(|rest| first.plus(rest))
        })
        .unwrap_or(first);
    let begin = at - usize::from(article);
    let found =
        ordinal_after(line, begin, whole).unwrap_or_else(|| counted_or_times(line, begin, whole));
    Some(found)
}

/// "several hundred", "a few", "a couple of dozen", "dozens", "tens of thousands".
fn vague(line: Line<'_>, at: usize, word: Word) -> Option<Numeral> {
    let article = at > line.start && line.is(at - 1, A);
    let of = line.is(at + 1, OF);
    let scale = vague_scale(line, at + 1, of);
    let counts = match word.class {
        Class::VagueArticle => article,
        Class::VagueOf => of || scale.end > at + 1,
        _ => true,
    };
    let start = at - usize::from(article);
    counts.then(|| vague_numeral(start, word, scale)).flatten()
}

/// What a vague word is multiplied by: "hundred", "of dozen", "of thousands".
fn vague_scale(line: Line<'_>, end: usize, of: bool) -> Part {
    let alone = Part::new(end, Decimal::ONE, Decimal::ONE);
    let after = end + usize::from(of);
    let plural = word_in(line, after, &[Class::VaguePlural]).filter(|_| of);
    if let Some(plural) = plural {
        return alone.times(plural.low, after + 1).unwrap_or(alone);
    }
    let scale = scaled(
        line,
        Part {
            end: after,
            ..alone
        },
    );
    if scale.end > after { scale } else { alone }
}

fn vague_numeral(start: usize, word: Word, scale: Part) -> Option<Numeral> {
    let low = word.low.checked_mul(scale.value)?;
    let high = word.high.checked_mul(scale.value)?;
    let part = Part {
        value: low,
        ..scale
    };
    Some(Numeral {
        high,
        step: low,
        ..numeral(start, part, NumeralForm::Vague)
    })
}

/// "twenty-first", "hundred and first".
fn ordinal_after(line: Line<'_>, start: usize, whole: Part) -> Option<Numeral> {
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

/// "two-thirds", "three quarters", "one-third", "3 fifths", "one half".
fn fraction_of(line: Line<'_>, start: usize, number: Part) -> Option<Numeral> {
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
fn share(
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
    let article = usize::from(line.is(of, A) || line.is(of, AN));
    let end = if article == 0 {
        line.past_hyphen(share.end)
    } else {
        of + article
    };
    let scaled = scaled(line, Part { end, ..share });
    (scaled.end > end).then_some(scaled)
}

/// "half a mile", "half of them", "a quarter of the seats"; not "the second half", "the first quarter".
fn part(line: Line<'_>, at: usize, word: Word) -> Option<Numeral> {
    let half = word.low == Decimal::TWO;
    let before = at.checked_sub(1).filter(|&before| before >= line.start);
    let article = before.filter(|&before| line.is(before, A) || line.is(before, AN));
    let found = share(line, article.unwrap_or(at), at + 1, Decimal::ONE, word.low)?;
    let of = line.is(at + 1, OF);
    let joined = line.is_hyphen(at + 1);
    let measures = joined && unit_named(line, at + 2).is_some();
    let named = before.is_some_and(|before| is_half_of_a_game(line, before));
    let counts = found.form == NumeralForm::Cardinal
        || of
        || measures
        || half && !joined && !line.form(at).ends_with('s');
    (counts && !named).then_some(found)
}

/// "second half", "the first quarter", "other half".
fn is_half_of_a_game(line: Line<'_>, before: usize) -> bool {
    let ordinal = word_in(line, before, &[Class::Ordinal]).is_some();
    ordinal || line.is(before, THE) || line.tag(before) == Some(Xpos::Jj)
}

/// "third", "the 12th"; not "a third of".
fn ordinal(line: Line<'_>, at: usize, word: Word) -> Option<Numeral> {
    let article = at > line.start && line.is(at - 1, A);
    if article && line.is(at + 1, OF) && word.low > Decimal::TWO {
        return share(line, at - 1, at + 1, Decimal::ONE, word.low);
    }
    let rank = !matches!(line.tag(at), Some(Xpos::Nn | Xpos::Rb));
    rank.then(|| {
        numeral(
            at,
            Part::new(at + 1, word.low, Decimal::ONE),
            NumeralForm::Ordinal,
        )
    })
}

/// "tripled", "twice as many", "double its size"; "voted twice" is a count of times.
fn multiple(line: Line<'_>, at: usize, word: Word) -> Option<Numeral> {
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

/// "10-fold", "four times the number" are multiples; the word belongs to the numeral.
fn counted_or_times(line: Line<'_>, start: usize, whole: Part) -> Numeral {
    let at = line.past_hyphen(whole.end);
    let multiple = match word(line, at) {
        Some(word) if word.class == Class::Fold => at > whole.end,
        Some(word) if word.class == Class::Times => is_comparison(line, at + 1),
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

/// Whether the token is a number that a reader would count: digits, or a cardinal word that is no pronoun.
pub(super) fn counts_as_numeral(line: Line<'_>, at: usize) -> bool {
    const CARDINALS: [Class; 7] = [
        Class::Digit,
        Class::Zero,
        Class::Teen,
        Class::Ten,
        Class::Hundred,
        Class::Magnitude,
        Class::Group,
    ];
    starts_digits(line.form(at)) || word_in(line, at, &CARDINALS).is_some() && !is_pronoun(line, at)
}
