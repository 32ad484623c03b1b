//! What is said of a number: from its phrase up and down the tree, the outcome and the subject out.
//!
//! In "air defenses had destroyed 93 of them" the outcome of 93 is *destroy*; in "a strike that left 12 people
//! dead" that of 12 is *kill*, read off "dead"; "two gunmen killed 14" makes nobody of the two a victim.

use std::ops::Range;

use syntax::{Key, Relation, Upos, Xpos};

use super::Term;
use super::anaphor;
use super::class;
use super::context::Context;
use super::scope;
use crate::name::names_person;
use crate::quantity::Quantity;

/// How many heads to climb from a number to the verb that governs it.
pub(super) const CLIMB: usize = 6;

/// The outcome: a word with a class right beside the phrase, which takes the tokens `phrase`, else the first
/// such word among those said of its `head`, else the verb that governs it.
///
/// What a count stands in, as in "33 dead across six states", suffered nothing.
pub(crate) fn outcome(
    context: &Context<'_>,
    phrase: &Range<usize>,
    head: usize,
    counts: bool,
) -> Option<Term> {
    if counts && is_whole(context, head) {
        return None;
    }
    if let Some(beside) = beside(context, phrase, head) {
        let part = counts && is_of_whole(context, &beside, phrase.end);
        let own = || own_outcome(context, head, &beside);
        return part.then(own).flatten().or(Some(beside));
    }
    if let Some(fate) = counts.then(|| fate_of_whole(context, head)).flatten() {
        return Some(fate);
    }
    let setting = counts && is_setting(context, head);
    let suffered = |term: &Term| term.class.is_some_and(class::befalls);
    let measured = (!counts && context.is_noun(head)).then_some(head);
    let told: Vec<(usize, Option<Term>)> = measured
        .into_iter()
        .chain(said_of(context, head, counts))
        .map(|token| (token, classify(context, token)))
        .filter(|(_, named)| !(setting && named.as_ref().is_some_and(suffered)))
        .collect();
    let classed = told.iter().find_map(|(_, named)| named.clone());
    classed.or_else(|| {
        let mut verbs = told.into_iter().map(|(token, _)| led(context, token));
        let verb = verbs.find(|&token| {
            governs(context, token) && !is_light(context, token)
                || is_measured_event(context, head, token)
        })?;
        Some(term(context, verb, None))
    })
}

/// Whether an outcome is told of those of whom a part is counted: "ten of the *wounded*".
fn is_of_whole(context: &Context<'_>, outcome: &Term, end: usize) -> bool {
    const LONGEST: usize = 3;
    let mut words = end..(end + LONGEST).min(context.sentence(end - 1).tokens.end);
    let of = !words.is_empty() && context.form(end).eq_ignore_ascii_case("of");
    of && words.any(|token| context.token(token).span == outcome.span)
}

/// What the clause tells of the part: "ten of the wounded were in *critical condition*".
fn own_outcome(context: &Context<'_>, head: usize, of_whole: &Term) -> Option<Term> {
    let verb = context
        .head(head)
        .filter(|&verb| context.is_verb(verb) && context.relation(head) != Relation::Dobj)?;
    let complements = [Relation::Acomp, Relation::Attr, Relation::Prep];
    let below = context
        .children(verb)
        .filter(|&child| child > verb && complements.contains(&context.relation(child)));
    let inside = below
        .flat_map(|child| std::iter::once(child).chain(context.child(child, &[Relation::Pobj])));
    let mut told = std::iter::once(verb)
        .chain(inside)
        .filter_map(|token| classify(context, token));
    told.find(|term| term.class.is_some() && term.class != of_whole.class)
}

/// The verb that a verb leads to, or itself: "are expected to *vote*".
pub(super) fn led(context: &Context<'_>, verb: usize) -> usize {
    if !context.is_verb(verb) || !class::is_leading(context.lemma(verb).key) {
        return verb;
    }
    let next = context.child(verb, &[Relation::Xcomp]);
    next.filter(|&next| next > verb && context.is_verb(next))
        .unwrap_or(verb)
}

/// Whether a word is a verb of its own, not one that modifies a noun, "two *masked* men", or leads to one, "*given* the
/// odds", "*compared* with May".
fn governs(context: &Context<'_>, token: usize) -> bool {
    let modifies = matches!(
        context.relation(token),
        Relation::Amod | Relation::Compound | Relation::Nmod | Relation::Prep
    );
    context.is_verb(token) && !modifies
}

/// Whether a noun names an event by how much it is: "paid a *fine* of $2,000", "a *sale* of 300 homes".
fn is_measured_event(context: &Context<'_>, head: usize, noun: usize) -> bool {
    of_what(context, head) == Some(noun)
        && context.token(noun).upos == Upos::Noun
        && class::predicate(&context.lemma(noun).form).is_some()
}

/// Whether a phrase tells where or in what something happened: "in three attacks", "across six states".
pub(super) fn is_setting(context: &Context<'_>, head: usize) -> bool {
    let place = |head: usize| class::is_setting(context.lemma(head).key);
    context.relation(head) == Relation::Pobj && context.head(head).is_some_and(place)
}

/// What became of those among whom a count stands: "four nurses among 24 *dead*", "two were among those *hurt*".
fn fate_of_whole(context: &Context<'_>, head: usize) -> Option<Term> {
    const REACH: usize = 4;
    let leads = |&child: &usize| scope::AMONG.contains(&context.token(child).key);
    let linked = context
        .head(head)
        .filter(|&verb| is_copula(context, verb) && context.relation(head) == Relation::Nsubj);
    let among = std::iter::once(head).chain(linked).find_map(|word| {
        context
            .children(word)
            .filter(|&child| child > head)
            .find(leads)
    })?;
    let end = context.sentence(among).tokens.end.min(among + 1 + REACH);
    (among + 1..end).find_map(|token| classify(context, token))
}

/// What a phrase hangs on by *of*: "*most* of 100 drones", "a *fine* of $2,000".
fn of_what(context: &Context<'_>, head: usize) -> Option<usize> {
    let of = context
        .head(head)
        .filter(|&of| context.form(of).eq_ignore_ascii_case("of"));
    of.filter(|_| context.relation(head) == Relation::Pobj)
        .and_then(|of| context.head(of))
}

/// Whether the text tells only of a part: "they downed most *of 100 drones*", "93 of the 108 were hit".
fn is_whole(context: &Context<'_>, head: usize) -> bool {
    of_what(context, head).is_some_and(|part| {
        matches!(
            context.token(part).xpos,
            Xpos::Cd | Xpos::Dt | Xpos::Pdt | Xpos::Jj | Xpos::Jjr | Xpos::Jjs
        )
    })
}

/// "12 people dead", "killing at least 12", "12 were hurt": words that touch the phrase leave no doubt, and
/// hold where headlines lead a parser astray.
fn beside(context: &Context<'_>, phrase: &Range<usize>, head: usize) -> Option<Term> {
    const REACH: usize = 4;
    let sentence = &context.sentence(phrase.start).tokens;
    let after = phrase.end..sentence.end.min(phrase.end + REACH);
    let before = phrase.start.saturating_sub(REACH).max(sentence.start)..phrase.start;
    let passed = |&token: &usize| is_passed_over(context, token);
    let behind = after.clone().find(|token| !passed(token));
    let ahead = before.rev().find(|token| !passed(token));
    let participle = |token: &usize| {
        matches!(
            context.token(*token).xpos,
            Xpos::Vbn | Xpos::Jj | Xpos::Vbd | Xpos::Rb | Xpos::In
        )
    };
    let active = |token: &usize| context.is_verb(*token) && !is_passive(context, *token);
    let behind = behind
        .filter(participle)
        .filter(|&token| context.child(token, &[Relation::Dobj]).is_none())
        .filter(|&token| !is_said_of_other(context, token, head))
        .and_then(|token| classify(context, token));
    let ahead = || {
        ahead
            .filter(active)
            .and_then(|token| classify(context, token))
    };
    // "Killing 77 people *aboard*" tells what became of them, and only then where they were.
    let suffered = |term: &Term| term.class.is_some_and(class::befalls);
    match behind {
        Some(behind) if suffered(&behind) => Some(behind),
        Some(behind) => ahead().filter(suffered).or(Some(behind)),
        None => ahead(),
    }
}

/// Whether a word behind a phrase is said of one who is only told of with its help: "the man who robbed *three banks*
/// was found dead", "the owner of *six dogs* was arrested".
fn is_said_of_other(context: &Context<'_>, told: usize, phrase: usize) -> bool {
    let verb = if context.is_verb(told) {
        Some(told)
    } else {
        context.head(told).filter(|&head| context.is_verb(head))
    };
    let subject =
        verb.and_then(|verb| context.child(verb, &[Relation::Nsubj, Relation::Nsubjpass]));
    let Some(subject) = subject.filter(|&subject| subject < phrase) else {
        return false;
    };
    let mut from = phrase;
    let mut other = false;
    for _ in 0..CLIMB {
        if from == subject {
            return other;
        }
        let Some(head) = context.head(from) else {
            break;
        };
        other = other || context.is_verb(from) || tells_who_is_meant(context, from, head);
        from = head;
    }
    false
}

/// "The owner *of* six dogs", "a father *with* two sons": a count that hangs on one person tells who that is, and what
/// befalls them befalls nothing in it. The age in "a man of 67" is theirs.
fn tells_who_is_meant(context: &Context<'_>, preposition: usize, head: usize) -> bool {
    let token = context.token(head);
    context.relation(preposition) == Relation::Prep
        && token.xpos == Xpos::Nn
        && names_person(token.key)
}

/// Words between a number and what is said of it: "12 *people were reported* dead", "killing *at least* 12".
fn is_passed_over(context: &Context<'_>, token: usize) -> bool {
    let upos = context.token(token).upos;
    let lemma = context.lemma(token);
    if class::outcome(&lemma.form).is_some() && !is_light(context, token) {
        return false;
    }
    let hedges = upos == Upos::Adp && !class::is_setting(lemma.key);
    hedges
        || matches!(upos, Upos::Aux | Upos::Adv | Upos::Det)
        || matches!(
            context.token(token).xpos,
            Xpos::Jjr | Xpos::Jjs | Xpos::Rbr | Xpos::Rbs
        )
        || (context.is_verb(token) && is_light(context, token))
}

/// Whether a verb form stands in the passive, so that what follows it is not its object.
fn is_passive(context: &Context<'_>, verb: usize) -> bool {
    context.child(verb, &[Relation::Auxpass]).is_some()
}

/// The words said of a phrase, nearest first: what modifies it, what governs it, and what goes with that.
fn said_of(context: &Context<'_>, phrase: usize, counts: bool) -> Vec<usize> {
    let said: Vec<usize> = context
        .children(phrase)
        .filter(|&child| modifies(context, child))
        .flat_map(|child| std::iter::once(child).chain(result(context, child)))
        .collect();
    // "reviewed three phones, which yielded little"
    let (aside, mut said): (Vec<usize>, Vec<usize>) = said
        .into_iter()
        .partition(|&word| is_aside(context, word, phrase));
    let mut from = phrase;
    for _ in 0..CLIMB {
        let Some(head) = context.head(from) else {
            break;
        };
        if ends_change(context, from, head) {
            from = head;
            continue;
        }
        if counts && tells_who_is_meant(context, from, head) {
            break;
        }
        said.push(head);
        said.extend(paired(context, head));
        if context.relation(from) == Relation::Appos {
            said.extend(parts_of(context, head));
        }
        if context.relation(from) == Relation::Relcl {
            break;
        }
        if context.is_verb(head) {
            if is_agent(context, from, head) {
                said.clear();
                said.push(head);
                return said
                    .into_iter()
                    .filter(|&token| does(context, token))
                    .collect();
            }
            said.extend(complements(context, head, from));
            if context.relation(from) == Relation::Prep {
                said.extend(context.child(head, &[Relation::Dobj]));
            }
            let told = matches!(
                context.relation(from),
                Relation::Nsubj | Relation::Nsubjpass
            );
            if told || (!is_light(context, head) && context.relation(from) != Relation::Conj) {
                break;
            }
        }
        from = head;
    }
    said.extend(aside);
    said
}

/// Whether a clause behind a comma says something besides of a noun.
fn is_aside(context: &Context<'_>, clause: usize, noun: usize) -> bool {
    let comma = noun + 1;
    context.relation(clause) == Relation::Relcl && clause > comma && context.form(comma) == ","
}

/// The second of two verbs that tell one act: "shot and *killed*".
fn paired(context: &Context<'_>, verb: usize) -> Option<usize> {
    let second = context.child(verb, &[Relation::Conj])?;
    let alike = context.token(second).xpos == context.token(verb).xpos;
    (context.is_verb(verb) && alike && second == verb + 2).then_some(second)
}

/// What a clause that modifies a noun comes to: "hikers who had gone *missing*".
fn result(context: &Context<'_>, clause: usize) -> Option<usize> {
    context
        .child(clause, &[Relation::Acomp, Relation::Oprd, Relation::Xcomp])
        .filter(|_| context.relation(clause) == Relation::Relcl)
}

/// What a part is a part of: "most of the *dead*".
fn parts_of(context: &Context<'_>, part: usize) -> Option<usize> {
    let of = context.child(part, &[Relation::Prep])?;
    let of = Some(of).filter(|&of| context.form(of).eq_ignore_ascii_case("of"))?;
    context.child(of, &[Relation::Pobj])
}

/// The same where a participle stands for the noun: "the number of *wounded* being treated".
fn clause_of_part(context: &Context<'_>, part: usize) -> Option<usize> {
    let of = context.child(part, &[Relation::Prep])?;
    let of = Some(of).filter(|&of| context.form(of).eq_ignore_ascii_case("of"))?;
    let clause = context.child(of, &[Relation::Pcomp])?;
    let behind = context.child(clause, &[Relation::Nsubj, Relation::Nsubjpass]);
    Some(behind.unwrap_or(clause))
}

/// "The toll in the crash to 39", "in the shooting to 49": a noun that *to* or *from* hangs on is not what moved.
fn ends_change(context: &Context<'_>, preposition: usize, head: usize) -> bool {
    let form = context.form(preposition);
    let end = form.eq_ignore_ascii_case("to") || form.eq_ignore_ascii_case("from");
    let gerund = matches!(context.relation(head), Relation::Pobj | Relation::Acl)
        && context.child(head, &[Relation::Dobj]).is_none();
    end && context.relation(preposition) == Relation::Prep && (context.is_noun(head) || gerund)
}

fn modifies(context: &Context<'_>, child: usize) -> bool {
    match context.relation(child) {
        Relation::Relcl if counts_part(context, child) => false,
        // "250 cases and 18 *deaths*"
        Relation::Conj if context.child(child, &[Relation::Nummod]).is_some() => false,
        Relation::Amod
        | Relation::Acl
        | Relation::Relcl
        | Relation::Compound
        | Relation::Advmod => context.is_content(child),
        Relation::Prep if preposition_class(context, child).is_some() => true,
        _ => class::outcome(&context.lemma(child).form).is_some() && !context.is_verb(child),
    }
}

/// "108 drones, of which 93 *were downed*": what befell those that the clause counts itself.
fn counts_part(context: &Context<'_>, clause: usize) -> bool {
    let subject = context.child(clause, &[Relation::Nsubj, Relation::Nsubjpass]);
    subject.is_some_and(|subject| context.token(subject).xpos == Xpos::Cd)
}

/// The outcome that a preposition names with its noun: "without power", "on board".
fn preposition_class(context: &Context<'_>, preposition: usize) -> Option<&'static str> {
    let object = context.child(preposition, &[Relation::Pobj])?;
    class::outcome_of_pair(context.lemma(preposition).key, context.lemma(object).key)
}

/// What completes a verb besides the phrase itself, nearest first: "left 12 people dead", "the death toll rose to 12".
fn complements(context: &Context<'_>, verb: usize, besides: usize) -> Vec<usize> {
    let completes = |&child: &usize| {
        child != besides
            && matches!(
                context.relation(child),
                Relation::Acomp
                    | Relation::Attr
                    | Relation::Oprd
                    | Relation::Ccomp
                    | Relation::Xcomp
                    | Relation::Nsubj
                    | Relation::Nsubjpass
                    | Relation::Prep
            )
    };
    let mut direct: Vec<usize> = context.children(verb).filter(completes).collect();
    direct.sort_by_key(|child| child.abs_diff(besides));
    direct
        .into_iter()
        .flat_map(|child| completion(context, child))
        .collect()
}

/// A complement with what it holds: "without *power*", "*death* toll", "the number of *injured*".
fn completion(context: &Context<'_>, child: usize) -> impl Iterator<Item = usize> {
    let pair = preposition_class(context, child).map(|_| child);
    let counted = parts_of(context, child).or_else(|| clause_of_part(context, child));
    let fate = counted.and_then(|noun| context.child(noun, &[Relation::Acl, Relation::Amod]));
    let words = [
        Some(child),
        context.child(child, &[Relation::Pobj]),
        context.child(child, &[Relation::Compound]),
        counted,
        fate,
    ];
    let words = words.into_iter().flatten();
    let state = state_behind(context, child);
    let content: Vec<usize> = words.filter(|&token| context.is_content(token)).collect();
    pair.into_iter().chain(state).chain(content)
}

/// The state told behind a place: "in hospital in critical *condition*".
fn state_behind(context: &Context<'_>, preposition: usize) -> Option<usize> {
    let place = context.child(preposition, &[Relation::Pobj])?;
    let behind = context.child(place, &[Relation::Prep])?;
    let state = context.child(behind, &[Relation::Pobj])?;
    described_class(context, state).map(|_| state)
}

/// Whether the phrase does what the verb says to somebody else.
fn is_agent(context: &Context<'_>, phrase: usize, verb: usize) -> bool {
    let relation = context.relation(phrase);
    relation == Relation::Agent
        || (relation == Relation::Nsubj && context.child(verb, &[Relation::Dobj]).is_some())
}

/// Whether the subject of a verb does something that befalls others, or suffers it: "homes *lost* power".
fn does(context: &Context<'_>, verb: usize) -> bool {
    let lemma = context.lemma(verb);
    let object = context.child(verb, &[Relation::Dobj]);
    let suffers = object.is_some_and(|object| class::suffers(lemma.key, context.lemma(object).key));
    suffers || class::outcome(&lemma.form).is_none()
}

/// Verbs that say nothing of their own: be, have, include, leave, reach.
pub(super) fn is_light(context: &Context<'_>, verb: usize) -> bool {
    context.token(verb).upos == Upos::Aux || class::is_light(context.lemma(verb).key)
}

fn classify(context: &Context<'_>, token: usize) -> Option<Term> {
    let lemma = context.lemma(token);
    let with = |relations: &[Relation]| {
        let child = context.child(token, relations)?;
        class::outcome_of_pair(lemma.key, context.lemma(child).key)
    };
    let class = with(&[Relation::Prt])
        .or_else(|| with(&[Relation::Dobj]))
        .or_else(|| with(&[Relation::Nsubjpass, Relation::Nsubj]))
        .or_else(|| described_class(context, state_behind(context, token)?))
        .or_else(|| preposition_class(context, token))
        .or_else(|| described_class(context, token))
        .or_else(|| manner_class(context, token))
        .or_else(|| class::outcome(&lemma.form))
        .or_else(|| class::outcome(context.form(token)))
        .or_else(|| {
            let verb = context.is_verb(token);
            verb.then(|| class::outcome_of_verb(&lemma.form)).flatten()
        })?;
    let term = term(context, token, Some(class));
    Some(match preposition_class(context, token) {
        Some(_) => with_object(context, term, token),
        None => term,
    })
}

/// A preposition's term with its noun, which names the outcome: "without power", not "without".
fn with_object(context: &Context<'_>, term: Term, preposition: usize) -> Term {
    let object = context.child(preposition, &[Relation::Pobj]);
    let span = object.map_or(term.span, |object| {
        term.span.cover(context.token(object).span)
    });
    Term { span, ..term }
}

/// The outcome that a noun names with its adjective, asked of either: "in *critical condition*".
fn described_class(context: &Context<'_>, token: usize) -> Option<&'static str> {
    let describes = context.relation(token) == Relation::Amod;
    let (adjective, noun) = if describes {
        (token, context.head(token)?)
    } else {
        (context.child(token, &[Relation::Amod])?, token)
    };
    class::outcome_of_pair(context.lemma(adjective).key, context.lemma(noun).key)
}

/// The outcome that an adverb gives a verb: "*fatally* shot", but not "killed *aboard*".
fn manner_class(context: &Context<'_>, verb: usize) -> Option<&'static str> {
    let manner = context.child(verb, &[Relation::Advmod])?;
    let class = class::outcome(&context.lemma(manner).form);
    class.filter(|class| class::befalls(class))
}

pub(super) fn term(context: &Context<'_>, token: usize, class: Option<&'static str>) -> Term {
    Term {
        span: context.token(token).span,
        lemma: context.lemma(token).form.clone(),
        class,
        modifiers: Vec::new(),
    }
}

/// Whose value it is: the subject of the verb that governs the phrase, or the noun that the phrase belongs to.
///
/// "Tesla shares surged 13%" says something of shares, "a $43,350 watch" of a watch, "a record high of 15,409"
/// of a high; "97 were destroyed, the army said" says nothing of the army.
pub(crate) fn subject(context: &Context<'_>, phrase: usize, noun: Option<usize>) -> Option<Term> {
    let owner = noun.or_else(|| owner(context, phrase))?;
    let mut subject = term(context, owner, class::noun(&context.lemma(owner).form));
    let modifiers = context.children(owner).filter(|&child| {
        matches!(
            context.relation(child),
            Relation::Compound | Relation::Amod | Relation::Nmod | Relation::Poss
        ) && context.is_content(child)
    });
    subject.modifiers = modifiers
        .map(|child| context.lemma(child).form.clone())
        .collect();
    Some(subject)
}

/// Whom by name a share is for: "43 percent *for Ortiz*", "*Ortiz's* 43 percent", "47 percent *back Renner*".
pub(crate) fn backed(context: &Context<'_>, quantity: &Quantity, head: usize) -> Option<Term> {
    const FOR: Key = Key::word("for");
    let next = Some(quantity.tokens.end).filter(|&next| next < context.sentence(head).tokens.end);
    let preposition = next.filter(|&next| context.token(next).key == FOR);
    let object = preposition
        .and_then(|preposition| context.child(preposition, &[Relation::Pobj]))
        .or_else(|| context.child(head, &[Relation::Poss]))
        // "Renner got 52 percent and *Ortiz* 48".
        .or_else(|| {
            let joined = quantity.tokens.start.checked_sub(1);
            joined.filter(|&name| context.relation(name) == Relation::Conj)
        });
    let verb = context
        .head(head)
        .filter(|_| context.relation(head) == Relation::Nsubj);
    let object = object.or_else(|| context.child(verb?, &[Relation::Dobj]));
    let named = object.filter(|&object| context.token(object).upos == Upos::Propn)?;
    Some(term(context, named, None))
}

fn owner(context: &Context<'_>, phrase: usize) -> Option<usize> {
    let mut from = phrase;
    for _ in 0..CLIMB {
        let head = context.head(from)?;
        if context.is_verb(head) {
            let subject = context.child(head, &[Relation::Nsubj, Relation::Nsubjpass]);
            if let Some(subject) = subject {
                let told = anaphor::resolved(context, antecedent(context, subject, head));
                return told.filter(|_| subject != from);
            }
            match context.relation(head) {
                Relation::Acl | Relation::Relcl => return context.head(head),
                Relation::Ccomp => return None,
                _ => {}
            }
        } else if context.is_noun(head) && !context.is_time(head) && !restates(context, from, head)
        {
            return Some(head);
        }
        from = head;
    }
    None
}

/// Whether a value only gives another one otherwise, and is said of what that is said of: "gained 100 points, or
/// *0.7 percent*".
fn restates(context: &Context<'_>, value: usize, noun: usize) -> bool {
    const OR: Key = Key::word("or");
    let alternative = context
        .child(noun, &[Relation::Cc])
        .is_some_and(|or| context.token(or).key == OR);
    let joined = match context.relation(value) {
        Relation::Conj => alternative,
        relation => relation == Relation::Appos,
    };
    joined && context.child(noun, &[Relation::Nummod]).is_some()
}

/// What a relative pronoun stands for: "the *rate*, which was 4 percent".
pub(crate) fn antecedent(context: &Context<'_>, subject: usize, verb: usize) -> usize {
    let relative = matches!(context.token(subject).xpos, Xpos::Wdt | Xpos::Wp);
    let noun = context
        .head(verb)
        .filter(|_| context.relation(verb) == Relation::Relcl);
    noun.filter(|_| relative).unwrap_or(subject)
}

/// Whether a verb only links its subject with what is said of it: "the inspection *was* in June".
pub(crate) fn is_copula(context: &Context<'_>, verb: usize) -> bool {
    context.token(verb).upos == Upos::Aux
}
