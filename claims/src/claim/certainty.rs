//! How sure a statement is and whether it is denied: the verbs above a value in, certainty and polarity out.
//!
//! "12 people may have died" is possible, "prices will reach $4" is in the future, "did not destroy 93" is
//! denied; what a source denies or alleges hands that down to the claims inside.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use serde::Deserialize;
use syntax::{Key, Relation, Xpos};

use super::context::Context;
use super::{Certainty, Polarity};
use crate::attribution::Act;
use crate::lexicon::vocabulary;

/// How many heads above a value still colour it.
const CLIMB: usize = 6;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    certainty: Certainty,
    words: Vec<String>,
}

static WORDS: LazyLock<FxHashMap<Key, Certainty>> = LazyLock::new(|| {
    let entries: Vec<Entry> = vocabulary!("certainty");
    let pairs = entries.iter().flat_map(|entry| {
        let certainty = entry.certainty;
        entry
            .words
            .iter()
            .map(move |word| (Key::of(word), certainty))
    });
    pairs.collect()
});

/// Certainty and polarity of the statement that the value at `phrase` stands in.
pub(crate) fn judge(context: &Context<'_>, phrase: usize) -> (Certainty, Polarity) {
    let mut certainty = Certainty::Certain;
    let mut polarity = Polarity::Positive;
    let mut from = Some(phrase);
    if is_excepted(context, phrase) {
        polarity = Polarity::Negative;
    }
    let mut deniable = !is_definite(context, phrase);
    for _ in 0..CLIMB {
        let Some(token) = from else { break };
        deniable &= token == phrase || !context.is_noun(token);
        certainty = certainty.max(word_certainty(context, token));
        if is_arranged(context, token) {
            certainty = certainty.max(Certainty::Future);
        }
        for child in context.children(token) {
            match context.relation(child) {
                Relation::Neg if deniable && context.is_verb(token) => {
                    polarity = Polarity::Negative;
                }
                Relation::Aux | Relation::Advmod | Relation::Amod => {
                    certainty = certainty.max(word_certainty(context, child));
                }
                _ => {}
            }
        }
        from = context
            .head(token)
            .filter(|_| !ends_statement(context, token));
    }
    (certainty, polarity)
}

/// Whether a clause tells what is arranged: "4,000 nurses *are to return*", by either verb.
fn is_arranged(context: &Context<'_>, token: usize) -> bool {
    const BE: Key = Key::word("be");
    const TO: Key = Key::word("to");
    let is_be = |&verb: &usize| context.is_verb(verb) && context.lemma(verb).key == BE;
    let led = |&verb: &usize| {
        context
            .children(verb)
            .any(|child| context.token(child).key == TO)
    };
    let below = Some(token).filter(is_be);
    let below = below.and_then(|be| context.child(be, &[Relation::Xcomp]));
    let own = Some(token).filter(|&verb| context.relation(verb) == Relation::Xcomp);
    let own = own.filter(|&verb| context.head(verb).as_ref().is_some_and(is_be));
    below.or(own).as_ref().is_some_and(led)
}

/// "*Not one* of the bills passed", "*all but two* survived": what is said is not so of as many.
fn is_excepted(context: &Context<'_>, number: usize) -> bool {
    let first = context.sentence(number).tokens.start;
    let numeral = |token: usize| context.token(token).xpos == Xpos::Cd;
    let counter = context.child(number, &[Relation::Nummod]).unwrap_or(number);
    let is =
        |back: usize, key: Key| counter >= first + back && context.token(counter - back).key == key;
    numeral(counter) && (is(0, ONE) && is(1, NOT) || is(1, BUT) && is(2, ALL))
}

const ALL: Key = Key::word("all");
const BUT: Key = Key::word("but");
const NOT: Key = Key::word("not");
const ONE: Key = Key::word("one");

/// Whether the text takes the thing for known: who has not found "the two others" does not deny that there are two.
fn is_definite(context: &Context<'_>, phrase: usize) -> bool {
    let determiner = context.child(phrase, &[Relation::Det, Relation::Poss]);
    determiner.is_some_and(|token| {
        context.relation(token) == Relation::Poss
            || matches!(context.lemma(token).key, THE | THESE | THOSE)
    })
}

const THE: Key = Key::word("the");
const THESE: Key = Key::word("these");
const THOSE: Key = Key::word("those");

/// Whether the statement ends at this verb: what stands above it says something of its own.
fn ends_statement(context: &Context<'_>, token: usize) -> bool {
    matches!(
        context.relation(token),
        Relation::Ccomp | Relation::Advcl | Relation::Relcl | Relation::Parataxis | Relation::Conj
    )
}

fn word_certainty(context: &Context<'_>, token: usize) -> Certainty {
    let direct = WORDS.get(&context.token(token).key);
    let found = direct.or_else(|| {
        context
            .is_verb(token)
            .then(|| WORDS.get(&context.lemma(token).key))
            .flatten()
    });
    found.copied().unwrap_or_default()
}

/// What the act of the source does to the statement it gives.
pub(crate) fn inherit(act: Act, certainty: Certainty, polarity: Polarity) -> (Certainty, Polarity) {
    match act {
        Act::Assertion | Act::Evaluation | Act::Mention => (certainty, polarity),
        Act::Denial => (certainty, polarity.flipped()),
        Act::Belief | Act::Allegation | Act::Question => {
            (certainty.max(Certainty::Possible), polarity)
        }
        Act::Intention | Act::Directive => (certainty.max(Certainty::Future), polarity),
    }
}
