//! What a number counts: the numeral in, the counted noun with its modifiers out.
//!
//! "108 Shahed drones" counts drones of the kind Shahed; "93 of them" counts what was counted last;
//! "killing 12" counts nothing by name.

use std::ops::Range;

use smol_str::SmolStr;
use syntax::{EntityKind, Key, Relation, Upos, Xpos};

use super::class;
use super::context::Context;
use super::{Measure, Term};
use crate::quantity::{Dimension, Quantity, QuantityKind, opens_collective};

/// How many tokens may stand between a numeral and its noun where the sentence was not parsed.
const REACH: usize = 5;

/// How many tokens behind an owner, or in a compound, the noun may stand: "the nation's fastest-growing coal ports".
const OWNED: usize = 8;

/// The token that stands for a number in the sentence: its counted noun, or the numeral itself.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Phrase {
    pub(crate) head: usize,
    /// The counted noun, when there is one.
    pub(crate) noun: Option<usize>,
    /// Whether the number counts a part: "93 of them", "two of the suspects".
    pub(crate) of: Option<usize>,
}

/// Finds what the number counts.
pub(crate) fn find(context: &Context<'_>, quantity: &Quantity) -> Phrase {
    let root = root(context, quantity.tokens.clone());
    let tokens = quantity.tokens.start..past(context, quantity);
    let bare = Phrase {
        head: root,
        noun: None,
        of: None,
    };
    if !counts_things(quantity) {
        return governed(context, root, &tokens).unwrap_or(bare);
    }
    if is_span_of_comparison(context, quantity.tokens.end) {
        return bare;
    }
    let phrase = partitive(context, root, &quantity.tokens)
        .or_else(|| suspended(context, quantity.tokens.end))
        .or_else(|| {
            governed(context, root, &tokens).filter(|phrase| !is_apart(context, quantity, phrase))
        })
        .or_else(|| inside(context, quantity))
        .or_else(|| following(context, &tokens))
        .unwrap_or(bare);
    Phrase {
        of: phrase
            .of
            .or_else(|| of_relative(context, quantity.tokens.start)),
        ..phrase
    }
}

/// "Eight *voters* in 10": the noun between the numbers of a share.
fn inside(context: &Context<'_>, quantity: &Quantity) -> Option<Phrase> {
    let share = quantity.kind == QuantityKind::Fraction;
    let mut tokens = quantity.tokens.clone().filter(|_| share);
    let noun = tokens.find(|&token| context.is_noun(token) && !is_counter(context, token))?;
    let between = noun > quantity.tokens.start && noun + 2 < quantity.tokens.end;
    between.then_some(Phrase {
        head: noun,
        noun: Some(noun),
        of: None,
    })
}

/// The token behind a quantity and what qualifies it there: "officers" of "30-plus officers".
fn past(context: &Context<'_>, quantity: &Quantity) -> usize {
    let sentence = context.sentence(quantity.tokens.start).tokens.end;
    let rest = quantity.tokens.end..sentence;
    let inside = rest.take_while(|&token| context.token(token).span.end <= quantity.span.end);
    quantity.tokens.end + inside.count()
}

/// "They called the 1.8 million 'a concession'": what an article sets off from a count is not counted.
fn is_apart(context: &Context<'_>, quantity: &Quantity, phrase: &Phrase) -> bool {
    let mut between = quantity.tokens.end..phrase.head;
    quantity.kind == QuantityKind::Count
        && between.any(|token| {
            let article = ["a", "an", "the"].contains(&context.form(token));
            article && context.relation(token) == Relation::Det
        })
}

/// "40 people, of whom 12 died": the *of* of the relative before a number.
fn of_relative(context: &Context<'_>, start: usize) -> Option<usize> {
    let first = context.sentence(start).tokens.start;
    let (of, relative) = (start.checked_sub(2)?, start.checked_sub(1)?);
    let is = |token: usize, form: &str| context.form(token).eq_ignore_ascii_case(form);
    let found = of >= first && is(of, "of") && (is(relative, "whom") || is(relative, "which"));
    found.then_some(of)
}

/// Counts, ordinals and fractions are said of things; a sum or a length has its unit instead.
pub(crate) fn counts_things(quantity: &Quantity) -> bool {
    matches!(
        quantity.kind,
        QuantityKind::Count
            | QuantityKind::Ordinal
            | QuantityKind::Fraction
            | QuantityKind::Percent
            | QuantityKind::Multiple
    )
}

/// The token of a phrase whose head lies outside it.
pub(crate) fn root(context: &Context<'_>, tokens: Range<usize>) -> usize {
    let outside = |&token: &usize| {
        context
            .head(token)
            .is_none_or(|head| !tokens.contains(&head))
    };
    let last = tokens.end - 1;
    tokens.clone().rev().find(outside).unwrap_or(last)
}

/// "dozens of people", "93 of them": the noun stands behind *of*, and behind the one that the number itself has: "half of 1
/// percent of voters".
fn partitive(context: &Context<'_>, root: usize, tokens: &Range<usize>) -> Option<Phrase> {
    let of = context
        .children(root)
        .find(|&child| child > root && context.form(child).eq_ignore_ascii_case("of"))?;
    let object = context.child(of, &[Relation::Pobj]);
    let object = object.filter(|&object| !context.is_time(object))?;
    if object > root && tokens.contains(&object) {
        return partitive(context, object, tokens);
    }
    let noun = if context.is_noun(object) {
        let noun = past_names(context, object).unwrap_or(object);
        Some(head_of(context, noun))
    } else {
        set_off(context, root)
    };
    let definite = noun.is_none_or(|noun| {
        context
            .child(noun, &[Relation::Det, Relation::Poss])
            .is_some()
    });
    Some(Phrase {
        head: root,
        noun,
        of: definite.then_some(of),
    })
}

/// "1.1% year-on-year", "2 percent month-over-month": what a share is compared with, and not of.
fn is_span_of_comparison(context: &Context<'_>, at: usize) -> bool {
    let end = context.sentence(at.saturating_sub(1)).tokens.end;
    let form = |token: usize| if token < end { context.form(token) } else { "" };
    let hyphen = usize::from(form(at + 1) == "-");
    let joins = matches!(form(at + 1 + hyphen), "on" | "over");
    let again = form(at + 2 + 2 * hyphen);
    joins && !again.is_empty() && form(at).eq_ignore_ascii_case(again)
}

/// "four-, five- and six-cylinder engines": what the last number of such a list counts, which a hyphen ties to it.
fn suspended(context: &Context<'_>, end: usize) -> Option<Phrase> {
    let sentence = context.sentence(end - 1).tokens.end;
    let touches = |token: usize| {
        let start = context.token(token).span.start;
        token < sentence && context.token(token - 1).span.end == start
    };
    let hyphen = |token: usize| token < sentence && context.form(token) == "-" && touches(token);
    let word = |token: usize| context.form(token).starts_with(char::is_alphanumeric);
    let hangs = hyphen(end) && !(touches(end + 1) && word(end + 1));
    let goes_on = |&token: &usize| {
        matches!(
            context.token(token).xpos,
            Xpos::Cd | Xpos::Hyph | Xpos::Cc | Xpos::Comma
        )
    };
    let list = (end..sentence).take_while(goes_on).count();
    let noun = end + list;
    let tied =
        hangs && noun < sentence && hyphen(noun - 1) && touches(noun) && context.is_noun(noun);
    tied.then_some(Phrase {
        head: noun,
        noun: Some(noun),
        of: None,
    })
}

/// "Fire crews, 300 of them": the noun that a comma sets the number off from.
fn set_off(context: &Context<'_>, number: usize) -> Option<usize> {
    let noun = number.checked_sub(2)?;
    let inside = noun >= context.sentence(number).tokens.start;
    let comma = inside && context.form(number - 1) == ",";
    // "In fact, four of them" counts no facts.
    let many = matches!(context.token(noun).xpos, Xpos::Nns | Xpos::Nnps)
        || context.relation(noun) != Relation::Pobj;
    (comma && many && context.is_noun(noun) && !context.is_time(noun)).then_some(noun)
}

/// The parser's view: the numeral modifies a noun.
fn governed(context: &Context<'_>, root: usize, tokens: &Range<usize>) -> Option<Phrase> {
    let modifies = matches!(
        context.relation(root),
        Relation::Nummod
            | Relation::Amod
            | Relation::Compound
            | Relation::Nmod
            | Relation::Quantmod
            | Relation::Det
            | Relation::Predet
            | Relation::Poss
    );
    let noun = context
        .head(root)
        .filter(|&head| modifies && context.is_noun(head) && !context.is_time(head))
        .filter(|&head| tokens.contains(&head) || !context.is_percent(head))?;
    let noun = past_names(context, noun)
        .or_else(|| past_pair(context, noun, tokens.start))
        .unwrap_or(noun);
    let noun = head_of(context, noun);
    (noun >= tokens.end).then_some(Phrase {
        head: noun,
        noun: Some(noun),
        of: None,
    })
}

/// "three *co*-equal branches", "half the *world*'s kids": the noun that a phrase ends in, where the parser took the
/// beginning of a compound or an owner for it.
fn head_of(context: &Context<'_>, noun: usize) -> usize {
    let end = context.sentence(noun).tokens.end;
    // "two of state oil giant Harbor Petroleum's plants"
    let named = (noun + 1..end.min(noun + 1 + REACH))
        .take_while(|&token| context.token(token).xpos == Xpos::Nnp)
        .count();
    let owner = noun + named;
    let noun = if owner + 1 < end && context.token(owner + 1).xpos == Xpos::Pos {
        owner
    } else {
        noun
    };
    let next = noun + 1;
    let touches = || context.token(next).span.start == context.token(noun).span.end;
    // "her two brothers' deportation" counts brothers.
    let owners = matches!(context.token(noun).xpos, Xpos::Nns | Xpos::Nnps);
    let opens = next < end
        && match context.token(next).xpos {
            Xpos::Pos => !owners,
            xpos => xpos == Xpos::Hyph || context.form(next) == "-",
        }
        && touches();
    if !opens {
        return noun;
    }
    last_noun(context, next + 1..end.min(next + 1 + OWNED)).unwrap_or(noun)
}

/// The last noun of the run of nouns and what describes them.
fn last_noun(context: &Context<'_>, tokens: Range<usize>) -> Option<usize> {
    let run = tokens.take_while(|&token| joins(context, token) || is_counter(context, token));
    run.filter(|&token| context.is_noun(token)).last()
}

/// Numbers inside the phrase that is counted: "four of Virginia's *10* seats", "its *first* moments".
fn is_counter(context: &Context<'_>, token: usize) -> bool {
    context.token(token).xpos == Xpos::Cd
}

/// "1,500 Kia and Hyundai cars", "27 Model S and Model X sedans", "17 Medal of Honor winners": the noun behind the names that describe it, where the
/// parser took the first of them for the noun.
fn past_names(context: &Context<'_>, name: usize) -> Option<usize> {
    if context.token(name).xpos != Xpos::Nnp {
        return None;
    }
    let end = context.sentence(name).tokens.end.min(name + 1 + REACH);
    let of = |token: usize| {
        let next = context.token((token + 1).min(end - 1));
        context.form(token) == "of" && next.xpos == Xpos::Nnp
    };
    // "One American and two Greeks" are counted apart.
    let counts_on = |token: usize| {
        context.token(token).xpos == Xpos::Cc && is_counter(context, (token + 1).min(end - 1))
    };
    let named = |&token: &usize| {
        // "Model X cars", where a name is taken for a noun.
        let capital = || context.form(token).starts_with(char::is_uppercase);
        let part = match context.token(token).xpos {
            Xpos::Nnp | Xpos::Cc | Xpos::Cd => true,
            Xpos::Nn => capital(),
            _ => false,
        };
        (part && !counts_on(token)) || of(token)
    };
    let names = (name + 1..end).take_while(named).count();
    let noun = name + 1 + names;
    (noun < end && context.token(noun).xpos == Xpos::Nns).then_some(noun)
}

/// "40 civil and military *courts*", "2.7m digital and physical *sales*": the plural behind a pair of words that describe
/// it, the first of which the parser took for the noun. "40 staff and students" are counted each.
fn past_pair(context: &Context<'_>, noun: usize, number: usize) -> Option<usize> {
    let end = context.sentence(noun).tokens.end;
    let tag = |token: usize| (token < end).then(|| context.token(token).xpos);
    let single = tag(noun) == Some(Xpos::Nn) && tag(noun + 1) == Some(Xpos::Cc);
    let describes = matches!(tag(noun + 2), Some(Xpos::Jj | Xpos::Nn));
    let pair = single && describes && tag(noun + 3) == Some(Xpos::Nns);
    let one = context.form(number).eq_ignore_ascii_case("one");
    (pair && !one && !opens_collective(&context.analysis.tokens[noun..end])).then_some(noun + 3)
}

/// The tags' view: the last noun of the run that follows, through adjectives.
fn following(context: &Context<'_>, tokens: &Range<usize>) -> Option<Phrase> {
    let end = context.sentence(tokens.start).tokens.end;
    let run = (tokens.end..end.min(tokens.end + REACH)).take_while(|&token| joins(context, token));
    let run: Vec<usize> = run.collect();
    let mut nouns = run.iter().copied().filter(|&token| context.is_noun(token));
    let noun = match nouns.next_back() {
        Some(noun) => {
            let noun = past_pair(context, noun, tokens.start).unwrap_or(noun);
            head_of(context, noun)
        }
        None => *run.last().filter(|&&token| is_people(context, token))?,
    };
    Some(Phrase {
        head: noun,
        noun: Some(noun),
        of: None,
    })
}

/// "One Irish, one Chinese": an adjective that stands for those of a nation.
fn is_people(context: &Context<'_>, token: usize) -> bool {
    let entity = context.token(token).entity;
    entity.is_some_and(|tag| tag.kind == EntityKind::Norp)
}

fn joins(context: &Context<'_>, token: usize) -> bool {
    !context.is_time(token) && !context.is_measure(token) && is_nominal(context, token)
}

fn is_nominal(context: &Context<'_>, token: usize) -> bool {
    matches!(
        context.token(token).upos,
        Upos::Noun | Upos::Propn | Upos::Adj
    ) || matches!(context.token(token).xpos, Xpos::Hyph | Xpos::Vbn)
        || context.relation(token) == Relation::Amod
}

/// The counted noun as a term of the measure.
pub(crate) fn term(context: &Context<'_>, quantity: &Quantity, noun: usize) -> Term {
    let first = past(context, quantity).min(noun);
    let lemma = &context.lemma(noun).form;
    let more = |token: usize| {
        let form = context.form(token);
        ["more", "fewer", "less"]
            .iter()
            .any(|word| form.eq_ignore_ascii_case(word))
    };
    let describes = |token: usize| {
        let word = context.form(token).starts_with(char::is_alphanumeric);
        let content =
            word && context.is_content(token) && !more(token) && !context.is_measure(token);
        // "two new 737 Max jets"
        content || context.is_number_of_name(token)
    };
    let modifiers = (first..noun).filter(|&token| describes(token));
    let span = context.span(modifiers.clone().chain([noun]));
    let modifiers: Vec<SmolStr> = modifiers.map(|token| adjective(context, token)).collect();
    let pair = modifiers
        .last()
        .map(|modifier| format!("{modifier} {lemma}"));
    Term {
        span: span.unwrap_or(context.token(noun).span),
        class: pair
            .as_deref()
            .and_then(class::noun)
            .or_else(|| class::noun(lemma)),
        lemma: lemma.clone(),
        modifiers,
    }
}

/// The dictionary form of a word that describes a noun: a participle is an adjective there, "300 *recorded* songs".
fn adjective(context: &Context<'_>, token: usize) -> SmolStr {
    let participle = matches!(context.token(token).xpos, Xpos::Vbn | Xpos::Vbg);
    if participle {
        context.form(token).to_lowercase().into()
    } else {
        context.lemma(token).form.clone()
    }
}

/// "12 deaths": what is counted is an outcome, so that the things counted are those it befalls.
pub(crate) fn unfold_outcome(measure: &mut Measure) {
    let Some(counted) = &mut measure.counted else {
        return;
    };
    let Some(outcome) = class::outcome(&counted.lemma) else {
        return;
    };
    if counted.class.is_none() {
        measure.outcome = Some(Term {
            class: Some(outcome),
            ..counted.clone()
        });
        counted.class = class::counted_by(outcome);
    }
}

/// "Counted *twice*": what an adverb counts are times.
pub(super) fn times(context: &Context<'_>, quantity: &Quantity) -> Option<Term> {
    const TIMES: [Key; 2] = [Key::word("twice"), Key::word("thrice")];
    let last = context.token(quantity.tokens.end - 1);
    let counts = quantity.kind == QuantityKind::Count && TIMES.contains(&last.key);
    counts.then(|| Term {
        span: last.span,
        lemma: SmolStr::new_static("time"),
        class: None,
        modifiers: Vec::new(),
    })
}

/// "The change would save it $10 million": what befalls people befalls no money.
pub(super) fn spare_money(measure: &mut Measure) {
    let outcome = measure.outcome.as_mut();
    let money = measure.dimension == Some(Dimension::Money);
    if let Some(outcome) = outcome.filter(|_| money) {
        let of_people = |class: &&'static str| class::counted_by(class) == Some("person");
        outcome.class = outcome.class.filter(|class| !of_people(class));
    }
}

/// "9,400 homes without power", "9,400 people without power": one count, whatever it is a count of.
pub(crate) fn pool(measure: &mut Measure) {
    let outcome = measure.outcome.as_ref().and_then(|outcome| outcome.class);
    let pooled = outcome.and_then(class::pooled_by);
    if let (Some(counted), Some(pooled)) = (&mut measure.counted, pooled) {
        counted.class = Some(pooled);
    }
}
