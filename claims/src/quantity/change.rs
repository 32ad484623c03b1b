//! Change: an amount and the words around it in, its part in a change and the direction out.
//!
//! In "sales rose 3 percent to 7 million, up from 6.8 million" the 3 percent are the change, upward; the 7 million
//! the level after it, and the 6.8 million the level before.

use std::sync::LazyLock;

use syntax::{Key, Xpos};

use super::amount::Amount;
use super::cue::{is_becoming, is_margin, is_threshold};
use super::digit::starts_digits;
use super::line::Line;
use super::modifier::modifier_before;
use super::numeral::NumeralForm;
use super::unit::{Dimension, Unit};
use super::{Aspect, Direction};
use crate::lexicon::{Phrases, vocabulary};

const BY: Key = Key::word("by");
const AT: Key = Key::word("at");
const COMPARED: Key = Key::word("compared");
const IN: Key = Key::word("in");
const PACE: Key = Key::word("pace");
const PREVIOUS: Key = Key::word("previous");
const RATE: Key = Key::word("rate");
const FROM: Key = Key::word("from");
const LAST: Key = Key::word("last");
const OF: Key = Key::word("of");
const THE: Key = Key::word("the");
const TO: Key = Key::word("to");
const WITH: Key = Key::word("with");

/// The longest word of change, in tokens.
const LONGEST: usize = 2;
/// How far before "to" and "from" the word of change may stand: "cut its growth forecast for the year to 2 percent".
const REACH: usize = 8;
/// How many tokens the amount of a change before "from" may have, its number included: "1.9 percentage points".
const AMOUNT: usize = 3;
/// How far before "from" the "to" of the level may stand: "to 168,000 jobs, from".
const LEVEL: usize = 5;
/// How many tokens what changes may have: "cut its annual costs by".
const OBJECT: usize = 5;
/// How many tokens may describe the noun of a change: "a 5 percent year-on-year rise".
const ADJECTIVES: usize = 5;
/// How many tokens may describe an amount, its article included: "a better-than-expected".
const DESCRIPTION: usize = 7;
/// How many adverbs may stand between the word of change and the amount: "rose sharply by".
const ADVERBS: usize = 2;

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    direction: Direction,
    before: Vec<String>,
    after: Vec<String>,
    #[serde(default)]
    fewer: Vec<String>,
    relative: Vec<String>,
    #[serde(default)]
    shares: Vec<String>,
    #[serde(default)]
    measured: Vec<String>,
    #[serde(default)]
    other: Vec<String>,
    of: Vec<String>,
}

/// Which amounts behind a word of change it changes something by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Amounts {
    Any,
    /// Shares, points, money and weights: "lost 190 points", not "lost 3 soldiers".
    Relative,
    /// What has a unit, shares, and whatever stands behind "by": "dropped 3 degrees", not "dropped 3 bombs".
    Measured,
    /// Shares and points, and whatever stands behind "by": "raised pay 3 percent", not "raised $3 million".
    Shares,
    /// None: "made up 3 percent".
    None,
}

/// A direction, and the amounts that are told in it.
type Sense = (Direction, Amounts);

struct Changes {
    before: Phrases<Sense>,
    after: Phrases<Direction>,
    fewer: Phrases<Direction>,
    of: Phrases<Direction>,
}

static CHANGES: LazyLock<Changes> = LazyLock::new(|| {
    let entries: Vec<Entry> = vocabulary!("changes");
    let before = entries.iter().flat_map(|entry| {
        let sense = |amounts| move |form| (String::as_str(form), (entry.direction, amounts));
        let any = entry.before.iter().map(sense(Amounts::Any));
        let relative = entry.relative.iter().map(sense(Amounts::Relative));
        let shares = entry.shares.iter().map(sense(Amounts::Shares));
        let measured = entry.measured.iter().map(sense(Amounts::Measured));
        let other = entry.other.iter().map(sense(Amounts::None));
        any.chain(relative)
            .chain(shares)
            .chain(measured)
            .chain(other)
    });
    let after = entries
        .iter()
        .flat_map(|entry| forms(&entry.after, entry.direction));
    let fewer = entries
        .iter()
        .flat_map(|entry| forms(&entry.fewer, entry.direction));
    let of = entries
        .iter()
        .flat_map(|entry| forms(&entry.of, entry.direction));
    Changes {
        before: Phrases::new(before),
        after: Phrases::new(after),
        fewer: Phrases::new(fewer),
        of: Phrases::new(of),
    }
});

fn forms(forms: &[String], direction: Direction) -> impl Iterator<Item = (&str, Direction)> {
    forms.iter().map(move |form| (form.as_str(), direction))
}

/// The part that an amount plays in a change. `start` is its first token, modifier included.
pub(super) fn read_change(
    line: Line<'_>,
    amount: &Amount,
    start: usize,
) -> (Aspect, Option<Direction>) {
    let before = start.checked_sub(1).filter(|&before| before >= line.start);
    let Some(before) = before else {
        return after_noun(line, amount);
    };
    let article = line.is(before, THE) && before > line.start;
    let preposition = before - usize::from(article);
    if line.is(preposition, FROM) {
        let changed = word_before(line, preposition).is_some()
            || change_within(line, preposition)
            || follows_amount_of_change(line, preposition)
            || follows_level(line, preposition);
        let origin = changed || line.is(amount.end, TO);
        return (
            if origin {
                Aspect::Origin
            } else {
                Aspect::Level
            },
            None,
        );
    }
    if is_compared(line, amount, preposition) {
        return (Aspect::Origin, None);
    }
    if line.is(preposition, TO) && change_within(line, preposition) {
        return (Aspect::Level, None);
    }
    let described = description(line, start).unwrap_or(start);
    let by = described > line.start && line.is(described - 1, BY);
    let verb = described - usize::from(by);
    let told = word_before(line, verb)
        .filter(|&(_, amounts)| amounts.hold(amount, by) && !is_of_matter(line, amount));
    let direction = told
        .map(|(direction, _)| direction)
        .or_else(|| change_of(line, amount, before))
        .or_else(|| change_by(line, amount, before))
        .or_else(|| change_at(line, amount, before));
    match direction {
        Some(direction) if crosses(line, amount, start, direction) => (Aspect::Level, None),
        Some(direction) => (Aspect::Change, Some(direction)),
        None if line.is(before, BY) && is_margin(line, amount.numeral.end) => {
            (Aspect::Change, None)
        }
        None => match direction_of_sign(line, amount, before) {
            Some(direction) => (Aspect::Level, Some(direction)),
            None => after_noun(line, amount),
        },
    }
}

/// "Fell below 2 percent", "rose above 40": the bound is the level that was crossed on the way.
fn crosses(line: Line<'_>, amount: &Amount, start: usize, direction: Direction) -> bool {
    let side = match direction {
        Direction::Up => 1,
        Direction::Down => -1,
    };
    let bound = modifier_before(line, amount.start, false);
    let bounded = bound.is_some_and(|(_, modifier)| modifier.side() == side);
    start < amount.start && bounded && is_threshold(line, amount.start - 1)
}

/// "460 cars were stolen, compared with 63 last year": the level that a count is held against, of the same thing. What
/// has a noun or a unit of its own is a count by itself: "compared with 63 vans".
fn is_compared(line: Line<'_>, amount: &Amount, preposition: usize) -> bool {
    let compared = preposition > line.start
        && line.is(preposition - 1, COMPARED)
        && (line.is(preposition, TO) || line.is(preposition, WITH));
    let own = matches!(
        line.tag(amount.end),
        Some(Xpos::Nn | Xpos::Nns | Xpos::Nnp | Xpos::Nnps | Xpos::Jj | Xpos::Hyph)
    );
    let last = line.tag(amount.end) == Some(Xpos::Jj) && is_time_step(line, amount.end);
    compared && amount.unit.is_none() && (!own || last) && !line.is(amount.end, OF)
}

/// "63 *last* year", "63 the year before".
fn is_time_step(line: Line<'_>, at: usize) -> bool {
    line.is(at, LAST) || line.is(at, PREVIOUS)
}

impl Amounts {
    /// Whether the word tells a change of anything.
    fn change_anything(self) -> bool {
        matches!(self, Self::Any | Self::Shares | Self::Measured)
    }

    /// Whether the amount is one of them.
    fn hold(self, amount: &Amount, by: bool) -> bool {
        match self {
            Self::Any => true,
            Self::Relative => is_relative(amount),
            Self::Measured => {
                by || amount.unit.is_some() || amount.numeral.form == NumeralForm::Fraction
            }
            Self::Shares => by || is_share(amount),
            Self::None => false,
        }
    }
}

/// "FTSE -0.6%", "+7 points": the sign of a share or of points tells which way they go, if not that it lies below zero,
/// as in "a rating of -11 points" and "is -11 points".
fn direction_of_sign(line: Line<'_>, amount: &Amount, before: usize) -> Option<Direction> {
    let stands = matches!(
        line.tag(before),
        Some(Xpos::In | Xpos::To | Xpos::Vbz | Xpos::Vbd | Xpos::Vbp | Xpos::Vb)
    );
    let form = line.form(amount.numeral.start);
    let up = form.starts_with('+');
    let signed = up || form.starts_with(['-', '\u{2212}']);
    let direction = if up { Direction::Up } else { Direction::Down };
    (signed && !stands && is_share(amount)).then_some(direction)
}

/// "Up 1.9% from 95,200": a share, and before it a word of change, go before "from".
fn follows_amount_of_change(line: Line<'_>, from: usize) -> bool {
    let first = from.saturating_sub(AMOUNT).max(line.start);
    let number = (first..from).rev().find(|&at| starts_digits(line.form(at)));
    number.is_some_and(|at| word_before(line, at).is_some_and(|sense| sense.1 != Amounts::None))
}

/// "Revised to 168,000, from 130,000": a level goes before, whatever the verb.
fn follows_level(line: Line<'_>, from: usize) -> bool {
    let first = from.saturating_sub(LEVEL).max(line.start);
    (first..from).any(|at| line.is(at, TO) && line.tag(at + 1) == Some(Xpos::Cd))
}

/// "The storm dropped 4 inches of rain": so much of a thing fell, and no length changed.
fn is_of_matter(line: Line<'_>, amount: &Amount) -> bool {
    let measures = [Dimension::Length, Dimension::Volume];
    line.is(amount.end, OF)
        && amount
            .unit
            .is_some_and(|unit| measures.contains(&unit.dimension))
}

/// The article of what describes an amount that begins at `start`: "rose a better-than-expected 10.2 percent".
fn description(line: Line<'_>, start: usize) -> Option<usize> {
    let first = start.saturating_sub(DESCRIPTION).max(line.start);
    let article = (first..start).rev().find(|&at| !describes(line, at))?;
    let opens = line.is_article(article);
    (opens && article + 1 < start).then_some(article)
}

fn describes(line: Line<'_>, at: usize) -> bool {
    let joined = line.is_hyphen(at) || line.is_hyphen(at + 1) || line.is_hyphen(at.wrapping_sub(1));
    joined
        || matches!(
            line.tag(at),
            Some(Xpos::Jj | Xpos::Jjr | Xpos::Jjs | Xpos::Rb | Xpos::Vbn)
        )
}

/// "an increase of 5 percent", "an increase in pay of 5 percent"; a drop of 40 feet is a fall.
fn change_of(line: Line<'_>, amount: &Amount, of: usize) -> Option<Direction> {
    if !line.is(of, OF) {
        return None;
    }
    let direct = CHANGES.of.before(line.before(of), 1);
    if !is_relative(amount) {
        // "an increase of 600 jobs", but "the fall of three cities"
        let counted = amount.unit.is_none() && amount.numeral.form == NumeralForm::Cardinal;
        let one = of >= line.start + 2 && is_one_change(line, of - 2);
        return direct
            .filter(|_| counted && one)
            .map(|(_, direction)| direction);
    }
    let first = of.saturating_sub(OBJECT).max(line.start);
    let inside = || {
        (first..of).find_map(|at| {
            let found = CHANGES.of.at(line.after(at))?;
            line.is(at + found.0, IN).then_some(found)
        })
    };
    direct.or_else(inside).map(|(_, direction)| direction)
}

/// Whether an article or adjective before the noun of a change makes one change of it: "*an* increase of".
fn is_one_change(line: Line<'_>, at: usize) -> bool {
    line.is_article(at) || line.tag(at) == Some(Xpos::Jj) && line.is_article(at.wrapping_sub(1))
}

/// "grew at 2 percent", "grew at an annual rate of 2 percent", "contracted at a 2 percent rate".
fn change_at(line: Line<'_>, amount: &Amount, before: usize) -> Option<Direction> {
    let percent = amount
        .unit
        .is_some_and(|unit| unit.dimension == Dimension::Percent);
    let first = before.saturating_sub(OBJECT).max(line.start);
    let rate = |at: usize| {
        line.is_article(at)
            || [OF, RATE, PACE].iter().any(|&key| line.is(at, key))
            || line.tag(at) == Some(Xpos::Jj)
    };
    let at = (first..=before).rev().find(|&at| !rate(at))?;
    let told = (percent && line.is(at, AT)).then(|| word_before(line, at));
    told.flatten()
        .filter(|&(_, amounts)| amounts.change_anything())
        .map(|(direction, _)| direction)
}

/// "cut its costs by $5 million": what changes stands between the word of change and "by". Counts need a verb: "cut the
/// staff by 50 jobs", but "a rise in thefts by 50 men".
fn change_by(line: Line<'_>, amount: &Amount, by: usize) -> Option<Direction> {
    if !line.is(by, BY) {
        return None;
    }
    let share = amount.numeral.form == NumeralForm::Fraction;
    let first = by.saturating_sub(OBJECT).max(line.start);
    let mut before = (first..by).rev();
    let (direction, _) = before.find_map(|at| {
        let (_, sense) = CHANGES.before.at(line.after(at))?;
        let counts = amount.unit.is_some() || share || is_finite(line, at);
        (sense.1.change_anything() && counts).then_some(sense)
    })?;
    Some(direction)
}

fn is_finite(line: Line<'_>, at: usize) -> bool {
    matches!(
        line.tag(at),
        Some(Xpos::Vb | Xpos::Vbd | Xpos::Vbp | Xpos::Vbz)
    )
}

/// Whether a word of change stands directly before token `at`.
pub(super) fn follows_change(line: Line<'_>, at: usize) -> bool {
    word_before(line, at).is_some()
}

/// Whether a word that changes something by such an amount stands directly before it.
pub(super) fn is_changed_by(line: Line<'_>, amount: &Amount) -> bool {
    let sense = word_before(line, amount.start);
    sense.is_some_and(|(_, amounts)| amounts.hold(amount, false))
}

/// Whether "from" in front of token `at` tells of a change: a word of change or of becoming stands before it.
pub(super) fn changes_before(line: Line<'_>, at: usize) -> bool {
    let first = at.saturating_sub(REACH).max(line.start);
    let becoming = (first..at).any(|at| is_becoming(line, at));
    becoming
        || change_within(line, at)
        || follows_change(line, at.saturating_sub(1).max(line.start))
}

/// The word of change that ends before `end`, adverbs skipped.
fn word_before(line: Line<'_>, end: usize) -> Option<Sense> {
    (0..=ADVERBS)
        .take_while(|&skipped| skipped == 0 || is_adverb(line, end.wrapping_sub(skipped)))
        .find_map(|skipped| {
            let end = end.checked_sub(skipped).filter(|&end| end > line.start)?;
            CHANGES
                .before
                .before(line.before(end), LONGEST)
                .map(|(_, sense)| sense)
        })
}

fn is_adverb(line: Line<'_>, at: usize) -> bool {
    line.tag(at) == Some(Xpos::Rb) || line.form(at).ends_with("ly")
}

fn change_within(line: Line<'_>, end: usize) -> bool {
    let first = end.saturating_sub(REACH).max(line.start);
    (first..end).any(|at| {
        CHANGES
            .before
            .at(line.after(at))
            .is_some_and(|(_, (_, amounts))| amounts.change_anything())
    })
}

/// "a 3 percent rise", "3 percent higher": only shares, points and money are told this way.
fn after_noun(line: Line<'_>, amount: &Amount) -> (Aspect, Option<Direction>) {
    let from = line.past_hyphen(amount.end);
    let described = |&skipped: &usize| {
        // "50 percent—a 4-point increase" tells of 4 points.
        let begins = |at: usize| line.is_article(at) || starts_digits(line.form(at));
        if skipped > 0 && begins(from + skipped - 1) {
            return false;
        }
        skipped == 0 || line.tag(from + skipped - 1) == Some(Xpos::Jj) || {
            let hyphened = from + skipped - 1;
            line.is_hyphen(hyphened) || line.is_hyphen(hyphened + 1) || line.is_hyphen(hyphened - 1)
        }
    };
    if let Some((_, direction)) = CHANGES.fewer.at(line.after(from))
        && amount.unit.is_none()
        && amount.numeral.form == NumeralForm::Cardinal
    {
        return (Aspect::Change, Some(direction));
    }
    let mut places = (0..=ADJECTIVES).take_while(described);
    let direction = places
        .find_map(|skipped| CHANGES.after.at(line.after(from + skipped)))
        .filter(|_| changes_as_noun(amount));
    match direction {
        Some((_, direction)) => (Aspect::Change, Some(direction)),
        None => (Aspect::Level, None),
    }
}

/// Whether "a 3-degree rise" tells a change: a 40-foot drop is a fall, and a 10-year decline lasts ten years.
fn changes_as_noun(amount: &Amount) -> bool {
    let unlike = [Dimension::Length, Dimension::Duration, Dimension::Age];
    let measured =
        |unit: Unit| unit.dimension != Dimension::Other && !unlike.contains(&unit.dimension);
    is_relative(amount) || amount.unit.is_some_and(measured)
}

/// Whether an amount is a share, points, money or a weight.
fn is_relative(amount: &Amount) -> bool {
    let weighed = |unit: Unit| matches!(unit.dimension, Dimension::Money | Dimension::Mass);
    is_share(amount) || amount.unit.is_some_and(weighed)
}

/// Whether an amount is a share or points.
fn is_share(amount: &Amount) -> bool {
    amount.unit.is_some_and(|unit| {
        unit.is_point() || matches!(unit.dimension, Dimension::Percent | Dimension::Point)
    })
}
