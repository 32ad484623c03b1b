//! The stage itself: sentences in, quantities in text order out.
//!
//! "adding that air defenses had destroyed 93 of them" gives one quantity, an exact count of 93.

use std::ops::{Bound, Range};
use std::sync::LazyLock;

use rust_decimal::Decimal;
use rustc_hash::FxHashSet;
use syntax::{Analysis, Key, Span, Token, Xpos};

use super::age::{is_age_too, read_age};
use super::amount::{Amount, Shape, read_amount};
use super::change::read_change;
use super::cue::{certain_one, enumerator, idiom, idioms};
use super::digit::starts_digits;
use super::grade::{ends_in_digit, read_grade};
use super::identifier::{is_identifier, is_inside_counted, lists_on, read_name};
use super::length::{lengths, read_length};
use super::line::Line;
use super::modifier::{modifier_after, modifier_at, modifier_before};
use super::numeral::{NumeralForm, counts_as_numeral, number_words};
use super::pair::join_pairs;
use super::point::tell_points;
use super::shared::{give_unit, share_percent, take_unit};
use super::unit::Dimension;
use super::zero::{read_zero, zeros};
use super::{Aspect, Interval, Modifier, Quantity, QuantityKind};
use crate::Coverage;
use crate::lexicon::KeySet;
use crate::time::Timex;

const AND: Key = Key::word("and");
const BY: Key = Key::word("by");
const COMMA: Key = Key::word(",");
const OF: Key = Key::word("of");
const OPEN: Key = Key::word("(");
const OR: Key = Key::word("or");
const PLUS: Key = Key::word("plus");
const THE: Key = Key::word("the");
const TO: Key = Key::word("to");

/// How many tokens may stand between two changes that one verb tells.
const ELLIPSIS: usize = 12;
/// How many words the thing counted may have between a change and the same in percent.
const COUNTED: usize = 3;
/// Bare numbers of four digits between these are years rather than counts.
const FIRST_YEAR: u32 = 1800;
const LAST_YEAR: u32 = 2049;
/// What a number of four digits without a comma is a multiple of where a plural makes it a count: "2000 people", but
/// "the 1988 results".
const ROUND: u32 = 50;

/// Reads the quantities of a text, in text order. Tokens inside a time of `taken` are left alone, but for lengths of
/// time: "two days" is read in "two days earlier".
///
/// `taken` is in text order.
#[must_use]
pub fn read(text: &str, analysis: &Analysis, taken: &[Timex]) -> Vec<Quantity> {
    let mut quantities = Vec::new();
    let mut amounts = Vec::new();
    for sentence in &analysis.sentences {
        let tokens = &analysis.tokens[..sentence.tokens.end];
        let line = Line::new(text, tokens, sentence.tokens.start);
        amounts.clear();
        collect(line, taken, &mut amounts);
        join_pairs(line, &mut amounts);
        read_sentence(line, &amounts, &mut quantities);
    }
    name_alike(text, &analysis.tokens, &mut quantities);
    quantities
}

/// "THOUSAND OAKS, Calif." and "Thousand Oaks fire spreads" where running text has "near Thousand Oaks": a number word
/// that opens a name once opens it wherever a capital begins it.
fn name_alike(text: &str, tokens: &[Token], quantities: &mut [Quantity]) {
    let worded = |quantity: &Quantity| {
        let [first, last] = [quantity.tokens.start, quantity.tokens.end - 1];
        let capital = quantity.span.slice(text).starts_with(char::is_uppercase);
        let next = tokens.get(first + 1).filter(|_| first == last && capital)?;
        Some((tokens[first].key, next.key))
    };
    let is_name = |quantity: &&Quantity| quantity.kind == QuantityKind::Identifier;
    let names: FxHashSet<(Key, Key)> = quantities
        .iter()
        .filter(is_name)
        .filter_map(worded)
        .collect();
    if names.is_empty() {
        return;
    }
    for quantity in quantities.iter_mut() {
        if worded(quantity).is_some_and(|words| names.contains(&words)) {
            quantity.kind = QuantityKind::Identifier;
        }
    }
}

fn read_sentence(line: Line<'_>, amounts: &[Amount], quantities: &mut Vec<Quantity>) {
    let first = quantities.len();
    for amount in amounts {
        let mut amount = *amount;
        share_percent(line, &quantities[first..], &mut amount);
        if let Some(mut quantity) = quantity(line, amount) {
            if let Some(last) = quantities[first..].last_mut() {
                give_unit(line, last, &quantity);
                repeat(line, last, &mut quantity);
                take_unit(line, last, &mut quantity);
                let listed = last.kind == QuantityKind::Identifier && lists_on(line, last, &amount);
                if listed || is_inside_counted(line, last, &amount) {
                    quantity.kind = QuantityKind::Identifier;
                }
                if last.kind == QuantityKind::Age && is_age_too(line, last, &amount) {
                    quantity.kind = QuantityKind::Age;
                    quantity.unit = last.unit;
                }
            }
            quantities.push(quantity);
        }
    }
    tell_points(line, &mut quantities[first..]);
}

/// How many numerals a text has, and which of them stand neither in a quantity nor in a time.
#[must_use]
pub fn coverage(
    text: &str,
    analysis: &Analysis,
    taken: &[Timex],
    quantities: &[Quantity],
) -> Coverage {
    let mut coverage = Coverage::default();
    let times = taken.iter().map(|timex| timex.span);
    let mut read: Vec<Span> = times
        .chain(quantities.iter().map(|quantity| quantity.span))
        .collect();
    read.sort_unstable();
    for sentence in &analysis.sentences {
        let line = Line::new(
            text,
            &analysis.tokens[..sentence.tokens.end],
            sentence.tokens.start,
        );
        let mut at = line.start;
        while at < line.end() {
            let opens = may_begin(line, at);
            if opens && let Some(end) = counts_nothing(line, at) {
                at = end;
                continue;
            }
            if opens && counts_as_numeral(line, at) {
                let span = analysis.tokens[at].span;
                coverage.numerals += 1;
                if !is_covered(&read, span) {
                    coverage.unread.push(span);
                }
            }
            at += 1;
        }
    }
    coverage
}

/// Whether one of the sorted spans covers `span`. Spans overlap at most one by one, so that a look at the few that
/// begin last before it is enough.
fn is_covered(sorted: &[Span], span: Span) -> bool {
    const OVERLAPPING: usize = 4;
    let after = sorted.partition_point(|read| read.start <= span.start);
    sorted[after.saturating_sub(OVERLAPPING)..after]
        .iter()
        .any(|read| read.contains(span))
}

fn collect(line: Line<'_>, taken: &[Timex], amounts: &mut Vec<Amount>) {
    let mut at = line.start;
    while at < line.end() {
        if !may_begin(line, at) {
            at += 1;
            continue;
        }
        if let Some(end) = counts_nothing(line, at) {
            at = end;
            continue;
        }
        let amount = read_amount(line, at)
            .or_else(|| read_zero(line, at))
            .or_else(|| read_length(line, at))
            .or_else(|| read_grade(line, at))
            .or_else(|| read_name(line, at));
        match amount.filter(|amount| is_free(line, amount, taken) && !is_year(line, amount)) {
            Some(amount) => {
                at = amount.end.max(at + 1);
                amounts.push(amount);
            }
            None => at += 1,
        }
    }
}

/// The token after a phrase at `at` that has a number word and counts nothing.
fn counts_nothing(line: Line<'_>, at: usize) -> Option<usize> {
    idiom(line, at)
        .or_else(|| certain_one(line, at))
        .or_else(|| enumerator(line, at))
}

/// The words with which a number, or a phrase that is none, may begin.
static OPENERS: LazyLock<KeySet> = LazyLock::new(|| {
    number_words()
        .chain(idioms())
        .chain(zeros())
        .chain(lengths())
        .collect()
});

/// Whether a number may begin at the token: most tokens of a text begin none, and one look-up says so for all rules.
fn may_begin(line: Line<'_>, at: usize) -> bool {
    let opens = |token: &Token| OPENERS.contains_key(&token.key);
    // Most tokens are of letters alone: their ends say so, without a look at the form.
    let letters = |token: &Token| {
        let end = |at: u32| line.text.as_bytes()[at as usize];
        let span = token.span;
        end(span.start).is_ascii_alphabetic() && end(span.end - 1).is_ascii_alphabetic()
    };
    let digits = || {
        let form = line.form(at);
        starts_digits(form) || ends_in_digit(form)
    };
    line.token(at)
        .is_some_and(|token| opens(token) || !letters(token) && digits())
}

/// Whether no time has taken the numeral, or has taken it as a length of time.
fn is_free(line: Line<'_>, amount: &Amount, taken: &[Timex]) -> bool {
    let numeral = amount.numeral.start..amount.numeral.end;
    let after = taken.partition_point(|timex| timex.tokens.end <= numeral.start);
    let timex = taken
        .get(after)
        .filter(|timex| timex.tokens.start < numeral.end);
    let length = amount
        .unit
        .is_some_and(|unit| unit.dimension == Dimension::Duration);
    timex.is_none_or(|timex| {
        // "the past week *and a half*"
        let longer = line.is(timex.tokens.end, AND) && amount.end > timex.tokens.end;
        let ends = longer || amount.end <= timex.tokens.end;
        let inside = timex.tokens.start <= numeral.start && ends;
        let length = length || leads_to_length(line, amount);
        length && amount.numeral.form != NumeralForm::Ordinal && inside
    })
}

/// Whether a number is the smaller one of a length: "two or three years".
fn leads_to_length(line: Line<'_>, amount: &Amount) -> bool {
    let joint = amount.end;
    let joined = line.is(joint, OR) || line.is(joint, TO) || line.is_hyphen(joint);
    let length = |unit: super::Unit| unit.dimension == Dimension::Duration;
    joined && read_amount(line, joint + 1).is_some_and(|next| next.unit.is_some_and(length))
}

/// Whether a bare number is a year that no time has taken: "the 1995 proposal", "in 2016".
fn is_year(line: Line<'_>, amount: &Amount) -> bool {
    let years = Decimal::from(FIRST_YEAR)..=Decimal::from(LAST_YEAR);
    let numeral = &amount.numeral;
    let round = (numeral.low % Decimal::from(ROUND)).is_zero();
    let bounded = || {
        let bound = modifier_before(line, amount.start, false);
        // "A talk about 2019", "not before 2019": a preposition may bound a number or stand before a year.
        bound.is_some_and(|(first, _)| {
            round || line.tag(first) != Some(Xpos::In) || names_thing(line, amount.end)
        })
    };
    let counts = round && line.is_plural(amount.end) || bounded();
    numeral.bare
        && amount.unit.is_none()
        && amount.per.is_none()
        && years.contains(&numeral.low)
        && !counts
}

/// Whether a noun or what describes one stands at the token: "over 2019 homes".
fn names_thing(line: Line<'_>, at: usize) -> bool {
    let tag = line.tag(at);
    line.is_plural(at)
        || matches!(
            tag,
            Some(Xpos::Nn | Xpos::Nnp | Xpos::Jj | Xpos::Vbn | Xpos::Hyph)
        )
        || line.is(at, OF)
}

fn quantity(line: Line<'_>, mut amount: Amount) -> Option<Quantity> {
    read_age(line, &mut amount);
    let kind = kind(line, &amount)?;
    let (first, last, modifier) = modified(line, &amount, kind);
    let (aspect, direction) = read_change(line, &amount, first);
    let stated = Interval::between(amount.numeral.low, amount.numeral.high);
    Some(Quantity {
        span: line.span(first, last),
        core: line.span(amount.start, amount.end),
        tokens: amount.start..amount.end,
        kind,
        value: bounded(stated, modifier),
        stated,
        modifier,
        step: amount.numeral.step,
        unit: amount.unit,
        per: amount.per,
        aspect,
        direction,
    })
}

/// Hands on what a value says to the same value told again: "fell 190 points, or 0.6 percent" fell by either, and
/// "more than 7.5 million crowns ($1.1 million)" is more than either.
fn repeat(line: Line<'_>, first: &Quantity, second: &mut Quantity) {
    let (from, to) = (first.tokens.end, line.first_of(second.span));
    // "by 35% (95% of them men)" tells of something else.
    let joined = is_restatement(line, past_counted(line, first), to)
        && (second.unit != first.unit || first.unit.is_none());
    let goes_on = || first.direction.is_some() && goes_on(line, first, second, from..to);
    if second.aspect != Aspect::Level || !joined && !goes_on() {
        return;
    }
    (second.aspect, second.direction) = (first.aspect, first.direction);
    // "fewer than half (44 percent)" tells the number itself.
    let converted = first.modifier != Modifier::Range
        && first.unit.is_some()
        && first.dimension() == second.dimension()
        && second.modifier == Modifier::Exact;
    if converted && line.is(to - 1, OPEN) {
        second.modifier = first.modifier;
        second.value = bounded(second.stated, first.modifier);
    }
}

/// "rose 24 points, 0.3 percent," and "rose 0.3 percent in June and 2 percent in July": whether a change is told again,
/// or of something else by the same verb. "20 percent of" is a share.
fn goes_on(line: Line<'_>, first: &Quantity, second: &Quantity, between: Range<usize>) -> bool {
    let last = between.end.saturating_sub(1);
    let comma = line.is(last, COMMA);
    // "cut oil by 5 percent and coal by 3 percent"
    let by = line.is(last, BY) && between.clone().any(|at| line.is(at, AND));
    let and = line.is(last, AND) || by;
    let told_again = comma && between.len() == 1 && second.kind == QuantityKind::Percent;
    let verb = |at: usize| {
        line.tag(at).is_none_or(|tag| {
            matches!(
                tag,
                Xpos::Vb | Xpos::Vbd | Xpos::Vbg | Xpos::Vbn | Xpos::Vbp | Xpos::Vbz | Xpos::Md
            )
        })
    };
    let shares_verb = and
        && (second.unit.is_some() || second.kind == QuantityKind::Fraction)
        && (second.unit, second.kind) == (first.unit, first.kind)
        && between.len() <= ELLIPSIS
        && !between.clone().any(verb);
    (told_again || shares_verb) && !line.is(second.tokens.end, OF)
}

/// Behind the nouns that a bare count in a change counts: "rose by 600 *jobs*, or 2 percent".
fn past_counted(line: Line<'_>, first: &Quantity) -> usize {
    let end = first.tokens.end;
    if first.unit.is_some() || first.direction.is_none() {
        return end;
    }
    let nouns = (end..line.end().min(end + COUNTED))
        .take_while(|&at| matches!(line.tag(at), Some(Xpos::Nn | Xpos::Nns | Xpos::Jj)));
    end + nouns.count()
}

/// Whether "(", "or" or ", or" joins the two.
fn is_restatement(line: Line<'_>, start: usize, to: usize) -> bool {
    let comma = usize::from(line.is(start, COMMA));
    let joined = start + comma + 1 == to;
    joined && (line.is(to - 1, OR) || comma == 0 && line.is(to - 1, OPEN))
}

/// The sort of quantity; `None` for decades that are no ages, which are times.
fn kind(line: Line<'_>, amount: &Amount) -> Option<QuantityKind> {
    if amount.shape == Shape::Score {
        return Some(QuantityKind::Score);
    }
    if is_identifier(line, amount) {
        return Some(QuantityKind::Identifier);
    }
    match (amount.numeral.form, amount.unit) {
        (NumeralForm::Ordinal, _) => Some(QuantityKind::Ordinal),
        (NumeralForm::Multiple, _) => Some(QuantityKind::Multiple),
        (_, Some(unit)) if unit.is_point() => Some(QuantityKind::Count),
        (_, Some(unit)) => Some(kind_of(unit.dimension)),
        (NumeralForm::Decade, None) => None,
        (NumeralForm::Fraction, None) => Some(QuantityKind::Fraction),
        (NumeralForm::Cardinal | NumeralForm::Vague, None) => Some(QuantityKind::Count),
    }
}

const fn kind_of(dimension: Dimension) -> QuantityKind {
    match dimension {
        Dimension::Count => QuantityKind::Count,
        Dimension::Money => QuantityKind::Money,
        Dimension::Percent => QuantityKind::Percent,
        Dimension::Point => QuantityKind::Point,
        Dimension::Duration => QuantityKind::Duration,
        Dimension::Age => QuantityKind::Age,
        _ => QuantityKind::Measure,
    }
}

/// First and last token with the modifier, and the modifier.
fn modified(line: Line<'_>, amount: &Amount, kind: QuantityKind) -> (usize, usize, Modifier) {
    let plain = (amount.start, amount.end, Modifier::Exact);
    if matches!(
        kind,
        QuantityKind::Identifier | QuantityKind::Score | QuantityKind::Ordinal
    ) {
        return plain;
    }
    // "under *the age of* 5"
    let aged = amount.start < amount.numeral.start
        && kind == QuantityKind::Age
        && amount.start > line.start
        && line.is(amount.start - 1, THE);
    let start = amount.start - usize::from(aged);
    let before = modifier_before(line, start, kind == QuantityKind::Duration);
    let inside = || {
        let found = modifier_at(line, amount.numeral.end);
        let found = found.filter(|&(next, _)| next < amount.end);
        found.map(|(_, modifier)| (amount.end, modifier))
    };
    let after = modifier_after(line, amount.end)
        .or_else(inside)
        .filter(|&(last, _)| before.is_none() && !adds(line, amount, last));
    let (first, last, modifier) = match (before, after) {
        (Some((first, modifier)), _) => (first, amount.end, modifier),
        (None, Some((last, modifier))) => (amount.start, last, modifier),
        (None, None) => plain,
    };
    let several = amount.numeral.low != amount.numeral.high;
    (
        first,
        last,
        if several { Modifier::Range } else { modifier },
    )
}

/// "5 percent *plus* inflation", "$40 *plus* fees": what stands behind the word is added to a measure.
fn adds(line: Line<'_>, amount: &Amount, last: usize) -> bool {
    let plus = last == amount.end + 1 && line.is(amount.end, PLUS);
    plus && amount.unit.is_some() && line.is_word(last)
}

/// What the modifier leaves of the number as the writer bounded it; hedges leave the number.
fn bounded(stated: Interval, modifier: Modifier) -> Interval {
    let (low, high) = (stated.lower, stated.upper);
    match modifier {
        Modifier::Exact
        | Modifier::About
        | Modifier::Nearly
        | Modifier::JustOver
        | Modifier::JustUnder
        | Modifier::Range => stated,
        Modifier::AtLeast => Interval {
            lower: low,
            upper: Bound::Unbounded,
        },
        Modifier::MoreThan => Interval {
            lower: excluded(low),
            upper: Bound::Unbounded,
        },
        Modifier::AtMost | Modifier::UpTo => Interval {
            lower: Bound::Unbounded,
            upper: high,
        },
        Modifier::LessThan => Interval {
            lower: Bound::Unbounded,
            upper: excluded(high),
        },
    }
}

fn excluded(bound: Bound<Decimal>) -> Bound<Decimal> {
    match bound {
        Bound::Included(value) | Bound::Excluded(value) => Bound::Excluded(value),
        Bound::Unbounded => Bound::Unbounded,
    }
}
