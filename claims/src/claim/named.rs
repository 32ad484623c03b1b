//! Whom or what a number is said of by name: its phrase in, the words of those nouns out.
//!
//! "The harbor board paid $6 million for two cranes" says the sum of the board; "they have two cranes" says its number
//! of nobody by name.

use syntax::{Relation, Xpos};

use super::context::Context;
use super::counted::Phrase;
use super::predicate;
use crate::name::{NameKind, last_name, mention_at};
use crate::quantity::{Quantity, QuantityKind};

/// How many heads to climb from a number to the clause that says it of somebody.
const CLIMB: usize = 8;
/// How many nouns deep a phrase is followed: "the *price* of *shares* in the *firm*".
const DEEPEST: usize = 2;

/// The content words of the nouns that the sentence says the number of, in text order; those of the number and of
/// what it counts are left out, but a share is said of what it is a share of.
pub(crate) fn named(context: &Context<'_>, quantity: &Quantity, phrase: &Phrase) -> Vec<usize> {
    let share = matches!(
        quantity.kind,
        QuantityKind::Percent | QuantityKind::Fraction | QuantityKind::Multiple
    );
    let counted = phrase.noun.filter(|_| !share);
    let own = quantity.tokens.start..counted.map_or(quantity.tokens.end, |noun| {
        quantity.tokens.end.max(noun + 1)
    });
    let mut words = Vec::new();
    if counted.is_none() {
        collect(context, phrase.head, 1, &mut words);
    }
    climb(context, phrase.head, &mut words);
    let names = |&word: &usize| {
        !own.contains(&word) && context.is_content(word) && !context.is_quantity(word)
    };
    words.retain(names);
    words.sort_unstable();
    words.dedup();
    words
}

/// The person who is by name the subject of the clause that holds a number, as an index into the list of entities.
pub(crate) fn actor(context: &Context<'_>, phrase: usize) -> Option<usize> {
    const SUBJECTS: [Relation; 2] = [Relation::Nsubj, Relation::Nsubjpass];
    let heads = std::iter::successors(Some(phrase), |&from| context.head(from));
    let mut verbs = heads.take(CLIMB).filter(|&head| context.is_verb(head));
    let subject = verbs.find_map(|verb| {
        let subject = context.child(verb, &SUBJECTS)?;
        Some(predicate::antecedent(context, subject, verb))
    })?;
    let mention = mention_at(context.mentions, subject)?;
    let entity = &context.entities[mention.entity];
    let named = last_name(&entity.name).starts_with(char::is_uppercase);
    let person = entity.kind == NameKind::Person && named;
    person.then_some(mention.entity)
}

/// The nouns on the way up from `phrase`, to the subject of the clause.
fn climb(context: &Context<'_>, phrase: usize, words: &mut Vec<usize>) {
    let mut from = phrase;
    for _ in 0..CLIMB {
        let Some(head) = context.head(from) else {
            return;
        };
        if context.is_noun(head) {
            collect(context, head, 0, words);
        } else if context.is_verb(head) && ends_at(context, head, from, words) {
            return;
        }
        from = head;
    }
}

/// Adds what a verb says the number of; whether the clause ends there.
fn ends_at(context: &Context<'_>, verb: usize, from: usize, words: &mut Vec<usize>) -> bool {
    let subjects = [Relation::Nsubj, Relation::Nsubjpass];
    if subjects.contains(&context.relation(from)) {
        return true;
    }
    let object = context.child(verb, &[Relation::Dobj]);
    if let Some(object) = object.filter(|_| context.relation(from) != Relation::Dobj) {
        collect(context, object, 0, words);
    }
    let noun = context.head(verb);
    if let Some(subject) = context.child(verb, &subjects) {
        let relative = matches!(context.token(subject).xpos, Xpos::Wdt | Xpos::Wp)
            && context.relation(verb) == Relation::Relcl;
        collect(
            context,
            noun.filter(|_| relative).unwrap_or(subject),
            0,
            words,
        );
        return true;
    }
    if let Some(noun) = noun.filter(|_| modifies(context, verb)) {
        collect(context, noun, 0, words);
    }
    false
}

/// "A fine *totaling* $6 million": whether a verb describes the noun before it.
fn modifies(context: &Context<'_>, verb: usize) -> bool {
    matches!(context.relation(verb), Relation::Acl | Relation::Relcl)
}

/// A noun with what describes it and what hangs on it by prepositions.
fn collect(context: &Context<'_>, noun: usize, depth: usize, words: &mut Vec<usize>) {
    words.push(noun);
    for child in context.children(noun) {
        match context.relation(child) {
            Relation::Amod | Relation::Compound | Relation::Nmod | Relation::Poss => {
                words.push(child);
                let inner = context.children(child);
                words.extend(inner.filter(|&inner| describes(context, inner)));
            }
            Relation::Prep if depth < DEEPEST => {
                if let Some(object) = context.child(child, &[Relation::Pobj]) {
                    collect(context, object, depth + 1, words);
                }
            }
            _ => {}
        }
    }
}

fn describes(context: &Context<'_>, token: usize) -> bool {
    matches!(
        context.relation(token),
        Relation::Amod | Relation::Compound | Relation::Nmod
    )
}
