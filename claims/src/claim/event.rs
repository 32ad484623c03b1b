//! Events: the one that a time is the time of, that a stretch of time is counted from, or that an age is told at.
//!
//! In "the last inspection was in June" it is the *inspection*, in "42 minutes after takeoff" the *takeoff*.

use syntax::{Relation, Upos, Xpos};

use super::Term;
use super::class::{self, Anchoring};
use super::context::Context;
use super::predicate::{CLIMB, is_copula, is_light, led, term};
use crate::name::{MentionForm, NameKind, mention_at, names_person};
use crate::quantity::{Dimension, Quantity};

/// The age told at somebody's death is the last one, as is that of today.
const DEATH: &str = "die";

/// The event that a time is the time of: the verb or noun that governs it, or of which it is said: "the last
/// *inspection* was in June". Nobody's name is an event, nor is another time.
pub(crate) fn event(context: &Context<'_>, phrase: usize) -> Option<usize> {
    let mut from = phrase;
    for _ in 0..CLIMB {
        let head = context.head(from)?;
        let acts = matches!(
            context.relation(head),
            Relation::Nsubj | Relation::Nsubjpass
        );
        let linked = acts && context.relation(from) == Relation::Prep;
        if context.is_noun(head) && (names_one(context, head) || linked && is_person(context, head))
        {
            // "Ana Lopez, who *remained* there until June"
            if context.is_verb(from) && !is_copula(context, from) {
                return Some(from);
            }
        } else if !context.is_time(head) && !is_length(context, head) {
            let led = led(context, head);
            if happens(context, led) {
                return Some(led);
            }
            let subject = context
                .child(head, &[Relation::Nsubj])
                .filter(|&subject| is_copula(context, head) && context.is_noun(subject));
            if subject.is_some() {
                return subject;
            }
        }
        from = head;
    }
    None
}

/// "Was on strike for six *days* last year": whether a noun is the unit of a measure.
fn is_length(context: &Context<'_>, noun: usize) -> bool {
    context.is_noun(noun) && context.is_measure(noun)
}

/// Whether a word can name an event: a noun, or a verb that says something of its own.
fn happens(context: &Context<'_>, word: usize) -> bool {
    let letters = || context.form(word).starts_with(char::is_alphanumeric);
    context.is_noun(word) || context.is_verb(word) && !is_light(context, word) && letters()
}

/// "The *senator* on Thursday said so": whether a word is the name of a person, or one for a single person.
fn is_person(context: &Context<'_>, noun: usize) -> bool {
    let token = context.token(noun);
    let named = mention_at(context.mentions, noun).is_some_and(|mention| {
        let person = context.entities[mention.entity].kind == NameKind::Person;
        mention.form == MentionForm::Name && person
    });
    named || token.xpos == Xpos::Nn && names_person(token.key)
}

/// Whether a noun is the name of somebody or of a place.
fn names_one(context: &Context<'_>, noun: usize) -> bool {
    use syntax::EntityKind::{Fac, Gpe, Loc, Norp, Org, Person};
    let entity = context.token(noun).entity;
    context.token(noun).upos == Upos::Propn
        && entity.is_some_and(|tag| matches!(tag.kind, Person | Org | Gpe | Loc | Norp | Fac))
}

/// The event that a stretch of time is counted from, or an age told at: "42 minutes after *takeoff*", "an hour before
/// it *landed*", "*vanished* at age 14", "14 when she *vanished*".
pub(crate) fn anchor(context: &Context<'_>, quantity: &Quantity) -> Option<Term> {
    let sentence = &context.sentence(quantity.tokens.start).tokens;
    let (first, behind) = (quantity.tokens.start, quantity.tokens.end);
    let leads = |token: usize, anchoring| {
        sentence.contains(&token) && class::anchoring(context.lemma(token).key) == Some(anchoring)
    };
    match quantity.dimension() {
        Dimension::Duration if leads(behind, Anchoring::Stretch) => {
            counted_from(context, behind).map(|event| term(context, event, None))
        }
        Dimension::Age => {
            let article = usize::from(first > sentence.start && is_article(context, first - 1));
            let before = first.wrapping_sub(1 + article);
            let event = if leads(behind, Anchoring::AgeBehind) {
                clause_of(context, behind)
            } else {
                leads(before, Anchoring::AgeBefore)
                    .then(|| event(context, before))
                    .flatten()
            }?;
            let told = term(context, event, class::outcome(&context.lemma(event).form));
            (told.class != class::outcome(DEATH)).then_some(told)
        }
        _ => None,
    }
}

fn is_article(context: &Context<'_>, token: usize) -> bool {
    context.relation(token) == Relation::Det
}

/// The verb of the clause that "when" at `token` opens.
fn clause_of(context: &Context<'_>, token: usize) -> Option<usize> {
    context.head(token).filter(|&verb| context.is_verb(verb))
}

/// What a preposition or conjunction at `found` counts from.
fn counted_from(context: &Context<'_>, found: usize) -> Option<usize> {
    context
        .child(found, &[Relation::Pobj, Relation::Pcomp])
        .or_else(|| {
            context
                .head(found)
                .filter(|_| context.relation(found) == Relation::Mark)
        })
}
