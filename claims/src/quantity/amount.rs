//! Amounts: a numeral in, the numeral with its unit and what it is per out.
//!
//! "$3.19 a gallon" is 3.19 dollars per gallon; "half an hour" is 0.5 hours; "40 per 100,000 people" is
//! a bare 40 per 100,000.

use rust_decimal::Decimal;
use syntax::{Key, Xpos};

use super::Per;
use super::cue::{is_afterwards, is_quake};
use super::digit::starts_digits;
use super::line::{Line, is_dash};
use super::modifier::{modifier_at, modifier_before};
use super::notation::{
    currency_named, foot_mark, money_before, names_money, symbol, unit_after, unit_before,
    unit_behind_attribute, unit_named,
};
use super::numeral::{Numeral, NumeralForm, below_zero, counts_as_numeral, read_numeral};
use super::unit::{Dimension, Unit};

const A: Key = Key::word("a");
const AND: Key = Key::word("and");
const OF: Key = Key::word("of");
const ONE: Key = Key::word("one");
const OR: Key = Key::word("or");
const PER: Key = Key::word("per");
const SLASH: Key = Key::word("/");
const SECOND: Key = Key::word("second");
/// The only unit that is counted, and stands behind an article as a time does: "12 points a game".
const GAME: &str = "{game}";
const YEAR: &str = "a";
const YEAR_OF_AGE: &str = "{year of age}";

/// How many nouns may stand between a bare count and "per": "40 road deaths per 100,000 people".
const NOUNS_BEFORE_PER: usize = 3;

/// A numeral with its unit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Amount {
    /// First token, the sign of money included.
    pub(super) start: usize,
    /// One past the last token, unit and rate included.
    pub(super) end: usize,
    pub(super) numeral: Numeral,
    pub(super) unit: Option<Unit>,
    /// Whether the unit stands in front of the numeral.
    pub(super) prefixed: bool,
    pub(super) per: Option<Per>,
    pub(super) shape: Shape,
}

/// What two numerals make together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// One numeral, or one value in several units ("6 feet 2 inches").
    Single,
    /// "10 to 15".
    Range,
    /// "3-1".
    Score,
    /// "one in five".
    Ratio,
    /// "555-0143".
    Identifier,
}

/// The amount whose numeral begins at token `at`.
pub(super) fn read_amount(line: Line<'_>, at: usize) -> Option<Amount> {
    // Most tokens begin no numeral: what stands before them is not looked at.
    let money = starts_digits(line.form(at)) && follows_money(line, at);
    let numeral = read_numeral(line, at, money)?;
    let prefix = unit_before(line, numeral.start);
    let suffix = suffix(line, &numeral, money);
    let named = || {
        let bare = suffix.is_none() && numeral.digits && numeral.form == NumeralForm::Cardinal;
        let alone = numeral.scale > Decimal::ONE || !line.is_word(numeral.end);
        (bare && alone)
            .then(|| money_before(line, numeral.start))
            .flatten()
    };
    let prefix = prefix.or_else(named);
    // "the age of 5 years" is an age and no length of time.
    let aged = prefix.filter(|(_, unit)| unit.code == YEAR_OF_AGE && in_years(suffix));
    let unit = aged.or(suffix).or(prefix).map(|(_, unit)| unit);
    let start = prefix.map_or(numeral.start, |(first, _)| first);
    let end = suffix.map_or(numeral.end, |(end, _)| end);
    let mut amount = Amount {
        start,
        end,
        unit,
        prefixed: suffix.is_none() && prefix.is_some(),
        ..Amount::bare(numeral)
    };
    if let Some(first) = alternative_to(line, &amount) {
        return Some(one_or(line, first, amount));
    }
    amount.add_scale(line);
    amount.add_rate(line);
    amount.add_sign(line);
    amount.add_magnitude(line);
    Some(amount)
}

/// The article of "a decade or two", where nothing follows that the number counts.
fn alternative_to(line: Line<'_>, amount: &Amount) -> Option<usize> {
    let article = amount.start.checked_sub(3).filter(|&at| at >= line.start)?;
    let noun = matches!(line.tag(article + 1), Some(Xpos::Nn));
    let counts = matches!(
        line.tag(amount.end),
        Some(Xpos::Nn | Xpos::Nns | Xpos::Nnp | Xpos::Jj | Xpos::Vbn | Xpos::Hyph)
    );
    let alone = amount.unit.is_none() && !amount.numeral.digits && !counts;
    let few = amount.numeral.low > Decimal::ONE && amount.numeral.low < Decimal::TEN;
    let alternative = line.is_article(article) && noun && line.is(article + 2, OR);
    let bounded = || modifier_before(line, article, true).is_some();
    (alternative && alone && few && !bounded()).then_some(article)
}

/// "A decade or two" as one to two decades.
fn one_or(line: Line<'_>, article: usize, amount: Amount) -> Amount {
    Amount {
        start: article,
        unit: unit_named(line, article + 1).map(|(_, unit)| unit),
        numeral: Numeral {
            start: article,
            low: Decimal::ONE,
            ..amount.numeral
        },
        shape: Shape::Range,
        ..amount
    }
}

fn in_years(suffix: Option<(usize, Unit)>) -> bool {
    suffix.is_some_and(|(_, unit)| unit.code == YEAR)
}

/// Whether a sign or the name of a currency stands before token `at`.
fn follows_money(line: Line<'_>, at: usize) -> bool {
    let sign = unit_before(line, at);
    sign.is_some_and(|(_, unit)| unit.dimension == Dimension::Money)
        || money_before(line, at).is_some()
}

/// The unit behind a numeral, with the token after it. After a sign of money only the name of a currency counts:
/// "$5 million Canadian dollars".
fn suffix(line: Line<'_>, numeral: &Numeral, money: bool) -> Option<(usize, Unit)> {
    if !matches!(
        numeral.form,
        NumeralForm::Cardinal | NumeralForm::Vague | NumeralForm::Fraction
    ) {
        return None;
    }
    let from = unit_start(line, numeral);
    let millions = numeral.scale >= Decimal::from(1_000_000);
    let signs = numeral.digits && from == numeral.end;
    let foot = || signs.then(|| foot_mark(line, from)).flatten();
    let attribute = || {
        (!money && from == numeral.end)
            .then(|| unit_behind_attribute(line, from))
            .flatten()
    };
    let bracketed = || signs.then(|| bracketed(line, from)).flatten();
    let (end, unit) = unit_after(line, from, numeral.start, signs, millions)
        .or_else(foot)
        .or_else(bracketed)
        .or_else(attribute)?;
    let is_rank = line.is(end - 1, SECOND) && end == from + 1 && !numeral.digits;
    let fits = if money {
        unit.dimension == Dimension::Money
    } else {
        unit.dimension != Dimension::Count
    };
    (fits && !is_rank).then_some((end, unit))
}

/// "20 (kg)", "20 [kg]": a sign of a unit that brackets hold alone.
fn bracketed(line: Line<'_>, at: usize) -> Option<(usize, Unit)> {
    let close = match line.form(at) {
        "(" => ")",
        "[" => "]",
        "{" => "}",
        "<" => ">",
        _ => return None,
    };
    let (end, unit) = symbol(line, at + 1)?;
    let measures = unit.dimension != Dimension::Money;
    (measures && line.form(end) == close).then_some((end + 1, unit))
}

/// "half an hour", "a third of a mile", "dozens of miles": the unit stands behind article and "of".
fn unit_start(line: Line<'_>, numeral: &Numeral) -> usize {
    let end = numeral.end;
    match numeral.form {
        NumeralForm::Fraction => {
            let of = end + usize::from(line.is(end, OF));
            // "half of 1 percent"
            let one = of > end && (line.is(of, ONE) || line.form(of) == "1");
            let percent = one && names_percent(line, of + 1);
            if line.is_article(of) || percent {
                of + 1
            } else {
                end
            }
        }
        NumeralForm::Vague if line.is(end, OF) => end + 1,
        // "five or more years", "40-odd miles"
        NumeralForm::Cardinal if let Some((next, _)) = modifier_at(line, end) => next,
        NumeralForm::Cardinal if line.is(end, OF) && names_money(line, end + 1) => end + 1,
        // "0.14 of a cent"
        NumeralForm::Cardinal if line.is(end, OF) && line.is(end + 1, A) && is_part(numeral) => {
            end + 2
        }
        _ => end,
    }
}

/// Whether "percent" or its sign stands at a token.
fn names_percent(line: Line<'_>, at: usize) -> bool {
    let found = unit_after(line, at, at, false, false);
    found.is_some_and(|(_, unit)| unit.dimension == Dimension::Percent)
}

fn is_part(numeral: &Numeral) -> bool {
    numeral.low < Decimal::ONE && numeral.low > Decimal::ZERO
}

impl Amount {
    /// A numeral by itself.
    pub(super) const fn bare(numeral: Numeral) -> Self {
        Self {
            start: numeral.start,
            end: numeral.end,
            numeral,
            unit: None,
            prefixed: false,
            per: None,
            shape: Shape::Single,
        }
    }

    /// "75 USD million": the magnitude behind the code of a currency.
    fn add_scale(&mut self, line: Line<'_>) {
        let money = self.unit.is_some_and(|unit| {
            unit.dimension == Dimension::Money && line.form(self.end - 1) == unit.code
        });
        if let Some(numeral) = self.numeral.scaled_at(line, self.end).filter(|_| money) {
            self.numeral = numeral;
            self.end += 1;
        }
    }

    /// "20 degrees below zero", "a low of - 20 degrees".
    fn add_sign(&mut self, line: Line<'_>) {
        let temperature = self
            .unit
            .filter(|unit| matches!(unit.dimension, Dimension::Temperature | Dimension::Angle));
        if temperature.is_none() {
            return;
        }
        if let Some(end) = below_zero(line, self.end) {
            self.end = end;
            self.negate();
        } else if follows_minus(line, self.start) {
            self.start -= 1;
            self.negate();
        }
    }

    fn negate(&mut self) {
        self.numeral.low = -self.numeral.low;
        self.numeral.high = -self.numeral.high;
    }

    /// "a 6.2 earthquake": decimals count no quakes.
    fn add_magnitude(&mut self, line: Line<'_>) {
        let decimal = !self.numeral.low.fract().is_zero() && self.numeral.digits;
        if self.unit.is_none() && decimal && is_quake(line, self.end) {
            self.unit = Unit::from_code("{magnitude}");
        }
    }

    /// Reads what the amount is per, directly behind it or, for a bare count, behind the noun counted.
    fn add_rate(&mut self, line: Line<'_>) {
        let united = self
            .unit
            .is_some_and(|unit| !matches!(unit.dimension, Dimension::Age | Dimension::Temperature));
        if united {
            let behind = self.end + usize::from(is_more(line, self.end));
            if let Some(per) = rate(line, behind) {
                self.end = per.token + 1;
                self.per = Some(per);
            } else if line.is(self.end, OF) {
                self.per = rate_behind_substance(line, self.end + 1);
            }
        } else if self.unit.is_none() && self.numeral.form == NumeralForm::Cardinal {
            let nouns = (0..=NOUNS_BEFORE_PER)
                .take_while(|&next| next == 0 || line.is_word(self.end + next - 1));
            self.per = nouns
                .map(|next| self.end + next)
                .find(|&at| line.is(at, PER) || opens_rate(line, self.end, at))
                .and_then(|at| rate(line, at));
        }
    }
}

/// Whether a minus stands apart before token `at`: no dash of the sentence follows a preposition or a verb that wants
/// an object.
fn follows_minus(line: Line<'_>, at: usize) -> bool {
    let minus = at >= line.start + 2 && is_dash(line.form(at - 1)) && !line.touches(at);
    let wanting = || {
        matches!(
            line.tag(at - 2),
            Some(Xpos::In | Xpos::To | Xpos::Vb | Xpos::Vbg)
        )
    };
    minus && wanting()
}

/// "$300 *more* a year".
fn is_more(line: Line<'_>, at: usize) -> bool {
    line.tag(at) == Some(Xpos::Jjr) && rate(line, at + 1).is_some()
}

/// "15 messages a day", "12 points a game": the article behind the things counted, before a time; "at a rate of 70 a
/// day" counts nothing there, and says no more.
fn opens_rate(line: Line<'_>, number: usize, at: usize) -> bool {
    let Some((end, unit)) = unit_named(line, at + 1).filter(|_| line.is_article(at)) else {
        return false;
    };
    let timed = unit.dimension == Dimension::Duration || unit.code == GAME;
    let counted = if at == number {
        !line.is_word(end)
    } else {
        line.is_plural(at - 1)
    };
    timed && counted
}

/// "2.4 billion gallons of jet fuel a year": what flows stands between the unit and the time.
fn rate_behind_substance(line: Line<'_>, from: usize) -> Option<Per> {
    let words = (1..=NOUNS_BEFORE_PER).take_while(|&next| line.is_word(from + next - 1));
    let mut rates = words.filter_map(|next| rate(line, from + next));
    rates.next().filter(|per| {
        per.unit
            .is_some_and(|unit| unit.dimension == Dimension::Duration)
    })
}

/// "a year and a half", "a month or two": a length of time and no rate.
fn is_longer(line: Line<'_>, end: usize) -> bool {
    let joined = line.is(end, AND) || line.is(end, OR);
    joined && (line.is(end + 1, A) || counts_as_numeral(line, end + 1))
}

/// "a gallon", "per gallon", "/gallon", "-a-share", "per 100,000 people" at token `at`.
fn rate(line: Line<'_>, at: usize) -> Option<Per> {
    let first = line.past_hyphen(at);
    let article = line.is_article(first);
    let slash = line.is(first, SLASH) && line.touches(first);
    if !(article || slash || line.is(first, PER)) {
        return None;
    }
    let next = line.past_hyphen(first + 1);
    let exchanged = || {
        line.is(first, PER)
            .then(|| currency_named(line, next))
            .flatten()
    };
    let sign = || slash.then(|| symbol(line, next)).flatten();
    let named = unit_named(line, next).filter(|_| !(article && line.is(next, SECOND)));
    if let Some((end, unit)) = named.or_else(exchanged).or_else(sign) {
        if article && (is_afterwards(line, end) || is_longer(line, end)) {
            return None;
        }
        return Some(Per {
            number: Decimal::ONE,
            unit: Some(unit),
            token: end - 1,
        });
    }
    let number = read_numeral(line, next, false).filter(|_| !article)?;
    let counted = number.form == NumeralForm::Cardinal && number.step == number.low;
    counted.then_some(Per {
        number: number.low,
        unit: None,
        token: number.end - 1,
    })
}
