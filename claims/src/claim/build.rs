//! The claims of a document, put together from what the earlier stages read.

use std::ops::Range;

use smol_str::SmolStr;
use syntax::{Key, Relation, Span, Xpos};

use super::class::{Kinship, outcome_kinship};
use super::context::Context;
use super::ellipsis::{complete, points_back};
use super::named::{actor, named};
use super::{
    Claim, Measure, Term, Value, Word, anaphor, certainty, class, counted, event, predicate, scope,
};
use crate::name::{self, MentionForm, NameKind};
use crate::quantity::{Quantity, QuantityKind};
use crate::time::Timex;

/// How many tokens may stand between an age and the person whose it is, and how many where the sentence says it of
/// nobody else.
const BESIDE: usize = 3;
const FURTHEST: usize = 10;
/// How many tokens behind "of" the whole stands: "of the wounded".
const REACH: usize = 2;

/// All claims, in text order.
pub(crate) fn build(context: &Context<'_>) -> Vec<Claim> {
    let numbers = context
        .quantities
        .iter()
        .filter(|quantity| quantity.kind != QuantityKind::Identifier)
        .map(|quantity| number(context, quantity));
    let times = context.times.iter().map(|timex| time(context, timex));
    let quotations = context
        .quotations
        .iter()
        .filter_map(|quotation| quoted(context, quotation.span));
    let statements = (0..context.attributions.len()).filter_map(|index| statement(context, index));
    let media = (0..context.attributions.len()).filter_map(|index| medium(context, index));
    let names = (0..context.mentions.len()).filter_map(|index| name(context, index));
    let roles = (0..context.roles.len()).map(|index| role(context, index));
    let places = name::read_places(context.analysis).into_iter();
    let places =
        places.map(|place| identity(context, place.span, place.event, Value::Place(place.event)));
    // One after another, not as one chain, which hands every claim through all its links.
    let mut claims: Vec<Claim> = Vec::with_capacity(context.mentions.len() * 2);
    claims.extend(numbers);
    claims.extend(times);
    claims.extend(quotations);
    claims.extend(statements);
    claims.extend(media);
    claims.extend(names);
    claims.extend(roles);
    claims.extend(places);
    // By keys noted beforehand: a claim is large, and is moved once this way.
    claims.sort_by_cached_key(|claim| (claim.span, claim.value.rank()));
    complete(context, &mut claims);
    settle_others(&mut claims);
    attribute(context, &mut claims);
    hand_down(context, &mut claims);
    claims
}

fn number(context: &Context<'_>, quantity: &Quantity) -> Claim {
    let phrase = counted::find(context, quantity);
    let noun = phrase.noun;
    let counts = counted::counts_things(quantity);
    let end = noun.map_or(quantity.tokens.end, |noun| {
        quantity.tokens.end.max(noun + 1)
    });
    let words = words_of(context, quantity);
    let mut measure = Measure {
        dimension: Some(quantity.dimension()),
        aspect: Some(quantity.aspect),
        counted: noun
            .filter(|_| counts)
            .map(|noun| counted::term(context, quantity, noun))
            .or_else(|| counted::times(context, quantity)),
        outcome: predicate::outcome(context, &(words.start..end), phrase.head, counts),
        subject: subject(context, quantity, phrase.head, noun.filter(|_| !counts)),
        actor: actor(context, phrase.head),
        anchor: event::anchor(context, quantity),
        scope: scope::of(context, &words, end),
        about: about(context, &quantity.tokens),
        named: named(context, quantity, &phrase)
            .into_iter()
            .map(|word| context.token(word).span)
            .collect(),
    };
    counted::unfold_outcome(&mut measure);
    counted::pool(&mut measure);
    counted::spare_money(&mut measure);
    let part = phrase.of.or_else(|| of_a_row(context, quantity));
    if let Some(part) = part.filter(|&part| !tells_of_part(context, part, &measure)) {
        measure.scope.subset = Some(context.token(part).span);
    }
    let at = phrase.head;
    claim(
        context,
        quantity.span,
        at,
        Value::Number(Box::new(quantity.clone())),
        measure,
    )
}

/// Whether the outcome is that of a part, which then is counted for itself: "ten of the wounded were in *critical
/// condition*".
fn tells_of_part(context: &Context<'_>, part: usize, measure: &Measure) -> bool {
    let of_fate = !points_back(context, context.token(part).span);
    let own = |outcome: &Term| {
        let behind = context
            .token_at(outcome.span.start)
            .is_some_and(|at| at > part + REACH);
        outcome.class.is_some() && behind
    };
    of_fate && measure.outcome.as_ref().is_some_and(own)
}

/// The word by which a count is that of the first or last of more: "the *first* two contests".
fn of_a_row(context: &Context<'_>, quantity: &Quantity) -> Option<usize> {
    const ENDS: [Key; 4] = [
        Key::word("first"),
        Key::word("last"),
        Key::word("final"),
        Key::word("top"),
    ];
    let words = words_of(context, quantity);
    let near = words.start.saturating_sub(1)..quantity.tokens.end;
    let is_end = |&token: &usize| ENDS.contains(&context.token(token).key);
    let leads = |&token: &usize| {
        let next = token + 1;
        quantity.tokens.contains(&next) && context.token(next).xpos == Xpos::Cd
    };
    let mut ends = near.filter(|token| is_end(token) && leads(token));
    ends.next().filter(|_| quantity.kind == QuantityKind::Count)
}

/// The tokens of a quantity with those that hedge or bound it.
fn words_of(context: &Context<'_>, quantity: &Quantity) -> Range<usize> {
    let first = context
        .token_at(quantity.span.start)
        .unwrap_or(quantity.tokens.start);
    first.min(quantity.tokens.start)..quantity.tokens.end
}

/// Whose value a number is: for ages the person, else what the sentence says it of.
fn subject(
    context: &Context<'_>,
    quantity: &Quantity,
    head: usize,
    noun: Option<usize>,
) -> Option<Term> {
    let told = || predicate::subject(context, head, noun);
    if quantity.kind == QuantityKind::Percent {
        return predicate::backed(context, quantity, head).or_else(told);
    }
    if quantity.kind != QuantityKind::Age {
        return told();
    }
    let near = |distance| aged(context, &quantity.tokens, distance);
    near(BESIDE).or_else(|| {
        let told = told();
        let plural = told
            .as_ref()
            .is_some_and(|told| is_plural(context, told.span));
        let linked = context
            .head(head)
            .is_some_and(|verb| predicate::is_copula(context, verb));
        if linked && (plural || told.is_none()) {
            near(FURTHEST).or(told)
        } else {
            told
        }
    })
}

/// Whether the one word of the span is a plural, which has no single age: "Police said Lopez is 32".
fn is_plural(context: &Context<'_>, span: Span) -> bool {
    let token = context
        .token_at(span.start)
        .map(|token| context.token(token).xpos);
    token == Some(Xpos::Nns)
}

/// The person nearest to an age, at most so many tokens away: "Smith, 45,", "45-year-old John Smith".
fn aged(context: &Context<'_>, tokens: &Range<usize>, furthest: usize) -> Option<Term> {
    let sentence = &context.sentence(tokens.start).tokens;
    let first = context
        .mentions
        .partition_point(|mention| mention.tokens.start < sentence.start);
    let nearby = context.mentions[first..]
        .iter()
        .take_while(|mention| mention.tokens.start < sentence.end);
    let named = nearby.filter(|mention| {
        let person = context.entities[mention.entity].kind == NameKind::Person;
        person && mention.form == MentionForm::Name
    });
    let distance = |mention: &name::Mention| {
        if mention.tokens.start >= tokens.end {
            mention.tokens.start - tokens.end
        } else {
            tokens.start.saturating_sub(mention.tokens.end)
        }
    };
    let mention = named
        .filter(|mention| distance(mention) <= furthest)
        .min_by_key(|mention| distance(mention))?;
    let last = mention.tokens.end - 1;
    Some(Term {
        span: mention.span,
        lemma: context.lemma(last).form.clone(),
        class: None,
        modifiers: (mention.tokens.start..last)
            .map(|token| context.lemma(token).form.clone())
            .collect(),
    })
}

/// The words that tell which of several events a noun means: "the *next* hearing".
fn turns(context: &Context<'_>, noun: usize) -> Vec<SmolStr> {
    let words = context.children(noun).filter(|&child| child < noun);
    words
        .map(|child| context.lemma(child))
        .filter(|lemma| class::is_turn(lemma.key))
        .map(|lemma| lemma.form.clone())
        .collect()
}

fn time(context: &Context<'_>, timex: &Timex) -> Claim {
    let phrase = counted::root(context, timex.tokens.clone());
    let told = event::event(context, phrase);
    let term = |token: usize| {
        let lemma = &context.lemma(token).form;
        Term {
            span: context.token(token).span,
            class: class::outcome(lemma),
            lemma: lemma.clone(),
            modifiers: turns(context, token),
        }
    };
    let measure = Measure {
        outcome: told.map(term),
        subject: told.and_then(|event| {
            let relations = [Relation::Nsubj, Relation::Nsubjpass];
            let subject = context.child(event, &relations)?;
            let told = predicate::antecedent(context, subject, event);
            Some(term(anaphor::resolved(context, told)?))
        }),
        scope: scope::of(context, &timex.tokens, timex.tokens.end),
        about: about(context, &timex.tokens),
        ..Measure::default()
    };
    claim(
        context,
        timex.span,
        phrase,
        Value::Time(Box::new(timex.clone())),
        measure,
    )
}

/// The words between quotation marks.
fn quoted(context: &Context<'_>, span: Span) -> Option<Claim> {
    let at = context.token_at(span.start)?;
    let measure = Measure {
        about: about(context, &(at..at + 1)),
        ..Measure::default()
    };
    Some(claim(context, span, at, Value::Quote, measure))
}

/// A reported statement, which stands at its source; a bare cue without content claims nothing.
fn statement(context: &Context<'_>, index: usize) -> Option<Claim> {
    let attribution = &context.attributions[index];
    let content = attribution.content.iter().copied().reduce(Span::cover)?;
    let span = attribution.source.unwrap_or(content);
    let at = context.token_at(span.start)?;
    let measure = Measure {
        about: about(context, &(at..at + 1)),
        ..Measure::default()
    };
    Some(claim(context, span, at, Value::Statement(index), measure))
}

/// Where a statement was made.
fn medium(context: &Context<'_>, index: usize) -> Option<Claim> {
    let span = context.attributions[index].medium?;
    let at = context.token_at(span.start)?;
    Some(identity(context, span, at, Value::Medium(index)))
}

/// A proper name, once for each place where it stands.
fn name(context: &Context<'_>, index: usize) -> Option<Claim> {
    let mention = &context.mentions[index];
    (mention.form == MentionForm::Name).then(|| {
        identity(
            context,
            mention.span,
            mention.tokens.start,
            Value::Name(index),
        )
    })
}

/// What the text says somebody is.
fn role(context: &Context<'_>, index: usize) -> Claim {
    let role = &context.roles[index];
    let at = context.mentions[role.mention].tokens.start;
    identity(context, role.span, at, Value::Role(index))
}

/// A claim of who or what is meant, in the sentence of the token `at`.
fn identity(context: &Context<'_>, span: Span, at: usize, value: Value) -> Claim {
    Claim {
        span,
        sentence: context.analysis.sentence_of(at),
        value,
        measure: Measure::default(),
        attribution: None,
        polarity: Default::default(),
        certainty: Default::default(),
    }
}

fn claim(context: &Context<'_>, span: Span, at: usize, value: Value, measure: Measure) -> Claim {
    let (certainty, polarity) = certainty::judge(context, at);
    Claim {
        span,
        sentence: context.analysis.sentence_of(at),
        value,
        measure,
        attribution: None,
        polarity,
        certainty,
    }
}

/// Gives every claim the innermost attribution whose content holds it: longer contents first, so that the
/// shortest has the last word.
fn attribute(context: &Context<'_>, claims: &mut [Claim]) {
    let mut contents: Vec<(Span, usize)> = context
        .attributions
        .iter()
        .enumerate()
        .flat_map(|(index, attribution)| {
            attribution
                .content
                .iter()
                .map(move |&content| (content, index))
        })
        .collect();
    contents.sort_by_key(|&(content, index)| (std::cmp::Reverse(content.len()), index));
    for (content, index) in contents {
        let first = claims.partition_point(|claim| claim.span.start < content.start);
        let inside = claims[first..]
            .iter_mut()
            .take_while(|claim| claim.span.start < content.end);
        for claim in inside.filter(|claim| content.contains(claim.span)) {
            claim.attribution = Some(index);
        }
    }
}

/// Hands down to each claim what its source's act does to it.
fn hand_down(context: &Context<'_>, claims: &mut [Claim]) {
    for claim in claims {
        if let Some(index) = claim.attribution {
            let act = context.attributions[index].act;
            (claim.certainty, claim.polarity) =
                certainty::inherit(act, claim.certainty, claim.polarity);
        }
    }
}

/// Content words of the sentence, those of the value left out, nearest clause only when it is long.
fn about(context: &Context<'_>, value: &Range<usize>) -> Vec<Word> {
    const REACH: usize = 20;
    let sentence = &context.sentence(value.start).tokens;
    let from = value.start.saturating_sub(REACH).max(sentence.start);
    let to = (value.end + REACH).min(sentence.end);
    let mut words = Vec::with_capacity((to - from) / 2);
    let content = (from..to).filter(|token| !value.contains(token) && context.is_content(*token));
    words.extend(content.filter_map(|token| {
        let lemma = context.lemma(token);
        let light = context.is_verb(token) && class::is_light(lemma.key);
        (!light).then(|| Word {
            span: context.token(token).span,
            key: lemma.key,
            lemma: lemma.form.clone(),
        })
    }));
    words
}

/// "Five were killed and eight others wounded": the eight are others than the killed, but all of the wounded.
fn settle_others(claims: &mut [Claim]) {
    let class = |claim: &Claim| claim.measure.outcome.as_ref()?.class;
    let mut before: Option<(usize, &'static str)> = None;
    for claim in claims
        .iter_mut()
        .filter(|claim| matches!(claim.value, Value::Number(_)))
    {
        let own = class(claim);
        let apart = before.zip(own).is_some_and(|((sentence, other), own)| {
            sentence == claim.sentence && outcome_kinship(own, other) == Kinship::Apart
        });
        if apart {
            claim.measure.scope.other = None;
        }
        before = own.map(|own| (claim.sentence, own)).or(before);
    }
}
