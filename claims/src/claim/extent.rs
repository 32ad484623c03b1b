//! Over how wide an area and how long a time something is counted: the words around a number in, the extent out.
//!
//! "61 died *across the country*" and "22 died *in four states*" count over an area; "$139 million *in seven years*" and
//! "$3.2 billion *in the quarter*" over a stretch of time.

use std::ops::Range;
use std::sync::LazyLock;

use rust_decimal::Decimal;
use rustc_hash::FxHashMap;
use serde::Deserialize;
use syntax::{Key, Span, Upos, Xpos};

use super::context::Context;
use super::scope::{LOCATIVE, REACH, is_clause_end, named_place};
use crate::lexicon::{KeyMap, KeySet, Phrases, vocabulary};
use crate::quantity::Dimension;

/// How many words may stand between a preposition and what it leads to: "over *just the past* seven years".
const BETWEEN: usize = 3;

/// What leads to a stretch of time in which something adds up.
const LASTING: [Key; 4] = [
    Key::word("over"),
    Key::word("in"),
    Key::word("within"),
    Key::word("during"),
];

/// What leads to a unit of time as a whole, besides: "for the quarter".
const FOR: Key = Key::word("for");

/// What makes a point in time, or a part of one, of a length before it: "two years *ago*", "the quarter *of* ...".
const ELSEWHERE: [Key; 9] = [
    Key::word("ago"),
    Key::word("later"),
    Key::word("earlier"),
    Key::word("before"),
    Key::word("after"),
    Key::word("from"),
    Key::word("of"),
    Key::word("old"),
    Key::word("ended"),
];

/// A stretch of time over which something is counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Length {
    /// Where it stands, with its preposition: "in seven years".
    pub span: Span,
    /// The least that it lasts, in seconds.
    pub least: Decimal,
    /// The most.
    pub most: Decimal,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Areas {
    wide: Vec<String>,
    reaching: Vec<String>,
    areas: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stretch {
    days: i64,
    words: Vec<String>,
}

static AREAS: LazyLock<Vec<Areas>> = LazyLock::new(|| vocabulary!("areas"));

static WIDE: LazyLock<KeySet> = LazyLock::new(|| {
    let words = AREAS.iter().flat_map(|entry| &entry.wide);
    words.map(|word| Key::of(word)).collect()
});

static REACHING: LazyLock<Phrases<()>> = LazyLock::new(|| {
    let words = AREAS.iter().flat_map(|entry| &entry.reaching);
    Phrases::new(words.map(|word| (word.as_str(), ())))
});

static AREA_NOUNS: LazyLock<KeySet> = LazyLock::new(|| {
    let words = AREAS.iter().flat_map(|entry| &entry.areas);
    words.map(|word| Key::of(word)).collect()
});

static STRETCHES: LazyLock<KeyMap<i64>> = LazyLock::new(|| {
    let entries: Vec<Stretch> = vocabulary!("stretches");
    let words = entries
        .iter()
        .flat_map(|entry| entry.words.iter().map(|word| (Key::of(word), entry.days)));
    words.collect::<FxHashMap<Key, i64>>().into()
});

/// Over what the value is counted: the wide area, if the text names one, "across the state", and the stretch of time over
/// which it adds up, if the text gives its length, "in seven years".
pub(crate) fn of(
    context: &Context<'_>,
    value: &Range<usize>,
    end: usize,
) -> (Option<Span>, Option<Length>) {
    let sentence = &context.sentence(value.start).tokens;
    let last = (end + REACH).min(sentence.end);
    let first = sentence.start.max(value.start.saturating_sub(REACH));
    let leads = |at: usize| {
        area_at(context, at, sentence.end).is_some()
            || length_at(context, at, sentence.end).is_some()
    };
    // The next number, where it is none of an extent, has what is said from there on.
    let is_led = |at: usize| (at.saturating_sub(BETWEEN + 1)..at).any(leads);
    let breaks =
        |at: usize| is_clause_end(context, at) || context.token(at).xpos == Xpos::Cd && !is_led(at);
    let behind = (end..last).take_while(|&at| !breaks(at));
    let before = (first..value.start).rev().take_while(|&at| !breaks(at));
    let (mut area, mut length) = (None, None);
    for at in behind.chain(before) {
        area = area.or_else(|| area_at(context, at, sentence.end));
        length = length.or_else(|| length_at(context, at, sentence.end));
    }
    (area, length)
}

fn area_at(context: &Context<'_>, at: usize, end: usize) -> Option<Span> {
    let token = context.token(at);
    if WIDE.contains_key(&token.key) {
        return Some(token.span);
    }
    let tokens = &context.analysis.tokens[at..end];
    if let Some((count, ())) = REACHING.at(tokens) {
        let place = named_place(context, at + count - 1, end);
        return place
            .map(|place| token.span.cover(place))
            .or_else(|| reached(context, at, at + count, end));
    }
    several(context, at, end)
}

/// "Across *the whole state*".
fn reached(context: &Context<'_>, at: usize, from: usize, end: usize) -> Option<Span> {
    let described = |&next: &usize| {
        matches!(
            context.token(next).upos,
            Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn
        )
    };
    let phrase = from..end.min(from + BETWEEN + 1);
    let last = phrase.take_while(described).last()?;
    let noun = is_area(context, last).then_some(last)?;
    context.span(at..=noun)
}

/// "In *four states*", "in *at least 12 countries*".
fn several(context: &Context<'_>, at: usize, end: usize) -> Option<Span> {
    if !LOCATIVE.contains(&context.token(at).key) {
        return None;
    }
    let phrase = at + 1..end.min(at + 2 + BETWEEN);
    let number = phrase
        .clone()
        .find(|&next| context.token(next).xpos == Xpos::Cd)?;
    let noun = (number + 1..phrase.end).find(|&next| context.token(next).upos == Upos::Noun)?;
    let plural = context.token(noun).xpos == Xpos::Nns;
    (plural && is_area(context, noun)).then(|| context.span(at..=noun))?
}

fn is_area(context: &Context<'_>, noun: usize) -> bool {
    context.is_noun(noun) && AREA_NOUNS.contains_key(&context.lemma(noun).key)
}

fn length_at(context: &Context<'_>, at: usize, end: usize) -> Option<Length> {
    let key = context.token(at).key;
    if key != FOR && !LASTING.contains(&key) {
        return None;
    }
    let phrase = at + 1..end.min(at + 2 + BETWEEN);
    let counted = phrase.clone().find_map(|next| counted(context, at, next));
    counted
        .filter(|_| key != FOR)
        .or_else(|| whole_unit(context, at, phrase))
}

/// "Over *seven years*", "over the *eight-year* span".
fn counted(context: &Context<'_>, at: usize, next: usize) -> Option<Length> {
    let quantity = context
        .quantity_at(next)
        .filter(|quantity| quantity.tokens.start == next)?;
    let duration = quantity.dimension() == Dimension::Duration;
    let after = quantity.tokens.end;
    let elsewhere = context
        .analysis
        .tokens
        .get(after)
        .is_some_and(|token| ELSEWHERE.contains(&token.key));
    if !duration || elsewhere {
        return None;
    }
    let stated = quantity.to_base(quantity.stated);
    Some(Length {
        span: context.span(at..after)?,
        least: stated.low()?,
        most: stated.high()?,
    })
}

/// "In *the quarter*", "for *the full year*".
fn whole_unit(context: &Context<'_>, at: usize, phrase: Range<usize>) -> Option<Length> {
    const SECONDS_OF_DAY: i64 = 86_400;
    const THE: Key = Key::word("the");
    let the = Some(at + 1).filter(|&the| phrase.contains(&the) && context.token(the).key == THE)?;
    let days = |next: usize| {
        STRETCHES
            .get(&context.token(next).key)
            .map(|&days| (next, days))
    };
    let (unit, days) = (the + 1..phrase.end).find_map(days)?;
    let described = (the + 1..unit).all(|next| context.token(next).upos == Upos::Adj);
    let after = context.analysis.tokens.get(unit + 1);
    let elsewhere = after.is_some_and(|token| ELSEWHERE.contains(&token.key));
    if !described || elsewhere || context.is_time(unit) {
        return None;
    }
    let seconds = Decimal::from(days * SECONDS_OF_DAY);
    Some(Length {
        span: context.span(at..=unit)?,
        least: seconds,
        most: seconds,
    })
}

#[cfg(test)]
mod tests {
    use serde_yaml::Value;

    use crate::claim::Claim;
    use crate::lexicon::check_examples;
    use crate::{Document, extract};

    fn first(text: &str) -> Claim {
        let claims = extract(&Document::new(text)).claims;
        let mut numbers = claims
            .into_iter()
            .filter(|claim| claim.value.number().is_some());
        numbers.next().expect("a number")
    }

    fn words(text: &str) -> (Option<&str>, Option<&str>) {
        let scope = first(text).measure.scope;
        let length = scope.length.map(|length| length.span.slice(text));
        (scope.area.map(|area| area.slice(text)), length)
    }

    #[test]
    fn the_vocabularies_keep_their_promises() {
        check_examples("areas", |_, text| words(text).0.is_some());
        check_examples("stretches", |entry: &Value, text| {
            let days = entry["days"].as_i64().unwrap();
            let length = first(text).measure.scope.length;
            length.is_some_and(|length| length.least == (days * 86_400).into())
        });
    }

    #[test]
    fn an_extent_stands_near_its_number() {
        let seven = "The couple earned $139 million in seven years, and paid $43 million in taxes.";
        assert_eq!(words(seven), (None, Some("in seven years")));
        let span = "They earned $141 million over the eight-year span.";
        assert_eq!(words(span), (None, Some("over the eight-year")));
        let states = "The storm killed 22 people in at least four states, officials said.";
        assert_eq!(words(states), (Some("in at least four states"), None));
        let state = "Fires have burned 11,500 acres across the state.";
        assert_eq!(words(state), (Some("across the state"), None));
        let ago = "The firm bought 12 shops in Ohio two years ago.";
        assert_eq!(words(ago), (None, None));
        let other = "The fire burned 40 homes, and 12 people died in four states.";
        assert_eq!(words(other), (None, None));
        let fine = "He paid $400 and was jailed for six months.";
        assert_eq!(words(fine), (None, None));
    }
}
