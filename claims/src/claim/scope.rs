//! Limits of what a number counts: the words around it in, places, period, inclusion and movement out.
//!
//! "13 dead including the gunman" counts the gunman in; "the toll rose to 15" was still moving; "93 of them"
//! counts a part.

use std::ops::Range;
use std::sync::LazyLock;

use serde::Deserialize;
use smol_str::SmolStr;
use syntax::{EntityKind, Key, Relation, Span, Upos, Xpos};

use super::context::Context;
use super::{Scope, Word, extent};
use crate::lexicon::{Phrases, vocabulary};
use crate::time::{Granularity, Timex};

/// How far from the number, in tokens, a phrase still limits it.
pub(super) const REACH: usize = 14;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    scope: Limit,
    forms: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Limit {
    Including,
    Excluding,
    Moving,
    Other,
}

static LIMITS: LazyLock<Phrases<Limit>> = LazyLock::new(|| {
    let entries: &'static [Entry] = Vec::leak(vocabulary!("scope"));
    let forms = entries
        .iter()
        .flat_map(|entry| entry.forms.iter().map(|form| (form.as_str(), entry.scope)));
    Phrases::new(forms)
});

/// The limits around a value that takes the tokens `value` and, with what it counts, ends before `end`.
pub(crate) fn of(context: &Context<'_>, value: &Range<usize>, end: usize) -> Scope {
    let sentence = &context.sentence(value.start).tokens;
    let before = value.start.saturating_sub(REACH).max(sentence.start)..value.start;
    let after = end..(end + REACH).min(sentence.end);
    let (area, length) = extent::of(context, value, end);
    let mut scope = Scope {
        place: place(context, sentence, value, end),
        among: among(context, sentence, value),
        places: places(context, sentence, value),
        period: period(context, sentence, value),
        area,
        length,
        ..Scope::default()
    };
    look_behind(context, before, &mut scope);
    look_ahead(context, value.end.min(after.start)..after.end, &mut scope);
    scope
}

/// Before a number, "including" makes it the part: "12 people, including six children".
fn look_behind(context: &Context<'_>, before: Range<usize>, scope: &mut Scope) {
    for start in before.clone() {
        let tokens = &context.analysis.tokens[start..before.end];
        let Some((count, limit)) = LIMITS.at(tokens) else {
            continue;
        };
        if compares(context, start + count..before.end) {
            continue;
        }
        let span = context.span(start..start + count);
        let near = before.end - start <= count + 3;
        match limit {
            Limit::Including if near => scope.subset = span,
            Limit::Moving if !leads_on(context, start..start + count, before.end) => {
                scope.moving = span;
            }
            Limit::Other if near => scope.other = span,
            _ => {}
        }
    }
}

/// Whether what follows a word makes a comparison of it: "far more *than* the 225,000 that were forecast".
fn compares(context: &Context<'_>, mut rest: Range<usize>) -> bool {
    let next = rest.next();
    next.is_some_and(|next| context.form(next).eq_ignore_ascii_case("than"))
}

/// Whether a phrase that ends in "to" leads to another number before `end`: in "spread to 7,500 acres, destroying 14
/// homes" the acres have moved.
fn leads_on(context: &Context<'_>, phrase: Range<usize>, end: usize) -> bool {
    context.form(phrase.end - 1).eq_ignore_ascii_case("to") && has_numeral(context, phrase.end..end)
}

fn has_numeral(context: &Context<'_>, mut tokens: Range<usize>) -> bool {
    tokens.any(|token| context.token(token).xpos == Xpos::Cd)
}

fn look_ahead(context: &Context<'_>, after: Range<usize>, scope: &mut Scope) {
    for start in after.clone() {
        let tokens = &context.analysis.tokens[start..after.end];
        if is_clause_end(context, start) || opens_clause(context, start) {
            break;
        }
        let Some((count, limit)) = LIMITS.at(tokens) else {
            continue;
        };
        let behind = start + count;
        let numeral_follows = has_numeral(context, behind..after.end.min(behind + 3));
        let span = context.span(start..start + count);
        match limit {
            Limit::Including if !numeral_follows && !is_of_others(context, start, after.start) => {
                scope.including = with_object(context, start, count)
            }
            Limit::Excluding => scope.excluding = with_object(context, start, count),
            Limit::Moving => scope.moving = span,
            Limit::Other if start < after.start + 3 => scope.other = span,
            _ => {}
        }
    }
}

/// Whether the word at `start` lists some of what another noun behind the number names: "$95 million was paid by *donors,
/// including* Morris Kahn".
fn is_of_others(context: &Context<'_>, start: usize, end: usize) -> bool {
    let noun = context
        .head(start)
        .filter(|&head| head >= end && context.is_noun(head));
    noun.is_some_and(|noun| matches!(context.token(noun).xpos, Xpos::Nns | Xpos::Nnps))
}

pub(super) fn is_clause_end(context: &Context<'_>, token: usize) -> bool {
    matches!(context.form(token), ";" | ":" | "." | "?" | "!")
}

/// Whether another act begins with "and" at a token: "hurting 12 people *and* causing damage, including fires".
fn opens_clause(context: &Context<'_>, token: usize) -> bool {
    let joins = context.relation(token) == Relation::Cc;
    let verb = (token + 1 < context.analysis.tokens.len()).then_some(token + 1);
    verb.filter(|&verb| joins && context.is_verb(verb))
        .is_some_and(|verb| context.child(verb, &[Relation::Dobj]).is_some())
}

/// The phrase with the words it takes: "including the gunman".
fn with_object(context: &Context<'_>, start: usize, count: usize) -> Option<Span> {
    let end = context.sentence(start).tokens.end;
    let mut last = start + count - 1;
    for token in start + count..end.min(start + count + 5) {
        if context.is_noun(token) {
            last = token;
        } else if last >= start + count || is_clause_end(context, token) {
            break;
        }
    }
    context.span(start..=last)
}

/// Prepositions that say where something is counted.
pub(super) const LOCATIVE: [Key; 9] = [
    Key::word("in"),
    Key::word("at"),
    Key::word("near"),
    Key::word("across"),
    Key::word("around"),
    Key::word("outside"),
    Key::word("inside"),
    Key::word("throughout"),
    Key::word("off"),
];

/// The place that the count is of: the one named behind it before another number comes ("17 dead *in India* and 65 *in
/// Nepal*"), else the one before it that no number before that has, or that at the head of the sentence.
fn place(
    context: &Context<'_>,
    sentence: &Range<usize>,
    value: &Range<usize>,
    end: usize,
) -> Option<Word> {
    let is_number = |&token: &usize| context.token(token).xpos == Xpos::Cd;
    let breaks = |token: &usize| {
        is_clause_end(context, *token) || is_number(token) && !is_circumstance(context, *token)
    };
    let last = (end + REACH).min(sentence.end);
    let first = sentence.clone().find(is_number).unwrap_or(sentence.end);
    // "In India the toll was put at 72, in China at 25": each part of a row begins with its place.
    let led = first == value.start && named_place(context, sentence.start, sentence.end).is_some();
    let closes = |token: &usize| led && context.form(*token) == ",";
    let behind = (end..last).take_while(|token| !breaks(token) && !closes(token));
    let before = (sentence.start..value.start)
        .rev()
        .take_while(|token| !breaks(token))
        .take_while(|_| first >= value.start);
    let at_head = std::iter::once(sentence.start);
    let mut candidates = behind.chain(before).chain(at_head);
    let place = candidates.find_map(|token| named_place(context, token, sentence.end));
    place.map(|span| word(context, span))
}

/// Whether a number tells under which circumstances something happened, so that the place behind it is that of both: "six
/// died when *two* cars drove into the river in Ohio".
fn is_circumstance(context: &Context<'_>, number: usize) -> bool {
    const LONGEST: usize = 6;
    let heads = std::iter::successors(Some(number), |&token| context.head(token));
    heads
        .take(LONGEST)
        .any(|token| context.relation(token) == Relation::Advcl)
}

/// The place that a preposition leads to, where it does not belong to somebody who is cited: "officials in Dallas said".
pub(super) fn named_place(context: &Context<'_>, preposition: usize, end: usize) -> Option<Span> {
    const LONGEST: usize = 5;
    let token = context.token(preposition);
    if !LOCATIVE.contains(&token.key) || context.in_source(token.span) {
        return None;
    }
    let phrase = (preposition + 1..end.min(preposition + 1 + LONGEST)).take_while(|&at| {
        matches!(
            context.token(at).upos,
            Upos::Det | Upos::Adj | Upos::Adv | Upos::Noun | Upos::Propn
        ) || context.token(at).key == Key::word("of")
            || matches!(context.token(at).xpos, Xpos::Hyph | Xpos::Vbg)
    });
    let mut starts = phrase.filter(|&at| is_place(context, at));
    starts
        .next()
        .and_then(|start| whole_name(context, start, end))
}

fn is_place(context: &Context<'_>, token: usize) -> bool {
    let entity = context.token(token).entity;
    let digits = || {
        context
            .form(token)
            .starts_with(|c: char| c.is_ascii_digit())
    };
    entity.is_some_and(|tag| matches!(tag.kind, EntityKind::Gpe | EntityKind::Loc) && tag.begins)
        && !digits()
}

/// The name that begins at a token.
fn whole_name(context: &Context<'_>, start: usize, end: usize) -> Option<Span> {
    let inside = |&token: &usize| context.token(token).entity.is_some_and(|tag| !tag.begins);
    context.span(std::iter::once(start).chain((start + 1..end).take_while(inside)))
}

/// Prepositions that lead to a group.
pub(super) const AMONG: [Key; 2] = [Key::word("among"), Key::word("amongst")];

/// The group that a number is told of: the nearest behind it before another number comes, else the nearest before it.
fn among(context: &Context<'_>, sentence: &Range<usize>, value: &Range<usize>) -> Option<Word> {
    let behind = value.end..sentence.end.min(value.end + REACH);
    let behind = behind
        .take_while(|&token| !is_clause_end(context, token) && !is_other_count(context, token));
    let before = (sentence.start..value.start).rev();
    let before = before.take_while(|&token| !is_clause_end(context, token));
    behind
        .chain(before)
        .find_map(|token| group(context, token, sentence.end))
}

/// Whether a number begins that has what it counts, and is no share beside a share: "59 to *37 percent* among voters".
fn is_other_count(context: &Context<'_>, token: usize) -> bool {
    const SHARE: [Key; 2] = [Key::word("percent"), Key::word("%")];
    let next = context.analysis.tokens.get(token + 1);
    let counts = next.is_some_and(|next| next.upos == Upos::Noun && !SHARE.contains(&next.key));
    context.token(token).xpos == Xpos::Cd && counts
}

/// The group that "among" or "out of" leads to: "among *voters 45 and older*", "out of *542 registered voters*".
fn group(context: &Context<'_>, preposition: usize, end: usize) -> Option<Word> {
    const LONGEST: usize = 7;
    let key = |token: usize| context.token(token).key;
    let out_of = key(preposition) == Key::word("of")
        && preposition
            .checked_sub(1)
            .is_some_and(|out| key(out) == Key::word("out"));
    if !out_of && !AMONG.contains(&key(preposition)) {
        return None;
    }
    let first = preposition + 1;
    let belongs = |&token: &usize| {
        let upos = context.token(token).upos;
        !matches!(
            upos,
            Upos::Punct | Upos::Verb | Upos::Aux | Upos::Adp | Upos::Sconj | Upos::Pron
        )
    };
    let phrase = first..end.min(first + LONGEST);
    let last = phrase.take_while(belongs).last()?;
    let words = Some(first..=last).filter(|words| words.clone().any(|at| context.is_noun(at)))?;
    context.span(words).map(|span| word(context, span))
}

/// The words of a span as one, whatever their case.
fn word(context: &Context<'_>, span: Span) -> Word {
    let lemma: SmolStr = span.slice(context.text).to_lowercase().into();
    let key = Key::of(&lemma);
    Word { span, lemma, key }
}

/// The places named in the sentence, nearest to the value first, three at most.
fn places(context: &Context<'_>, sentence: &Range<usize>, value: &Range<usize>) -> Vec<Span> {
    let is_place = |token: &usize| is_place(context, *token);
    let mut starts: Vec<usize> = sentence.clone().filter(is_place).collect();
    starts.sort_by_key(|start| start.abs_diff(value.start));
    starts.truncate(3);
    let whole = |start: usize| whole_name(context, start, sentence.end);
    starts.into_iter().filter_map(whole).collect()
}

/// The time nearest to the value in its sentence; one that only describes a noun, as in "a *2016* report", where there
/// is no other, and none that tells of the source.
fn period(context: &Context<'_>, sentence: &Range<usize>, value: &Range<usize>) -> Option<usize> {
    let first = context
        .times
        .partition_point(|timex| timex.tokens.start < sentence.start);
    let inside = context.times[first..]
        .iter()
        .take_while(|timex| timex.tokens.start < sentence.end);
    let distance = |timex: &Timex| {
        let describes = describes(context, timex, sentence.end);
        let before = timex.tokens.start < value.start;
        let gap = if before {
            value.start.saturating_sub(timex.tokens.end)
        } else {
            timex.tokens.start.saturating_sub(value.end)
        };
        (describes, gap, !before)
    };
    inside
        .enumerate()
        .filter(|(_, timex)| !context.in_source(timex.span))
        .min_by_key(|(_, timex)| distance(timex))
        .map(|(offset, _)| first + offset)
}

/// Whether a year describes the noun behind it: "a *1968* Boeing", "the *2016* report".
fn describes(context: &Context<'_>, timex: &Timex, end: usize) -> bool {
    let year = timex
        .value
        .is_some_and(|period| period.granularity == Granularity::Year);
    let next = timex.tokens.end;
    let relation = context.relation(timex.tokens.end - 1);
    let modifies = matches!(
        relation,
        Relation::Nummod | Relation::Compound | Relation::Nmod | Relation::Amod
    );
    year && modifies
        && next < end
        && matches!(
            context.token(next).upos,
            Upos::Noun | Upos::Propn | Upos::Adj
        )
}
