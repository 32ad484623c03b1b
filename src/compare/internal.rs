//! What a report gets wrong on its own: one report in, its contradictions out.
//!
//! A headline with 3,800 feet over a text with 38,000; "Monday, July 5" in a year where that is a Tuesday;
//! "93 of 108, or 96 percent"; "Ariel Santos" and once "Aerial Santos".

use std::cmp::Reverse;

use claims::claim::{Claim, Value};
use claims::name::{
    Entity, Likeness, MentionForm, NameKind, is_slip_of_surname, last_name, likeness,
};
use claims::quantity::QuantityKind;
use claims::syntax::{Key, Relation, SentenceKind, Span};
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use super::judgement::Cause;
use super::{ClaimId, Group, Kind, Location, Report, Rule, Verdict, group};

/// A contradiction inside one report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The rule it breaks.
    pub rule: Rule,
    /// One plain sentence.
    pub message: String,
    /// Where it stands.
    pub primary: Location,
    /// What it contradicts.
    pub related: Vec<Location>,
}

/// The contradictions of every report, in order.
#[must_use]
pub fn faults(reports: &[Report], groups: &[Group]) -> Vec<Fault> {
    let headlines = groups
        .iter()
        .flat_map(|group| headline_faults(reports, group));
    let alone = reports.iter().enumerate().flat_map(|(index, report)| {
        let names = names(index, report).into_iter();
        names
            .chain(weekdays(index, report))
            .chain(shares(index, report))
    });
    headlines.chain(alone).collect()
}

/// A headline whose value the body of the same report cannot hold.
fn headline_faults(reports: &[Report], group: &Group) -> Vec<Fault> {
    let mut faults = Vec::new();
    if group.kind != Kind::Number {
        return faults;
    }
    for mentions in group.claims.chunk_by(|a, b| a.report == b.report) {
        let (titles, body): (Vec<ClaimId>, Vec<ClaimId>) =
            mentions.iter().partition(|&&id| is_headline(reports, id));
        let (Some(&title), Some(&text)) = (titles.first(), body.first()) else {
            continue;
        };
        let conflicting = body
            .iter()
            .all(|&id| contradicts(reports, title, id) && !was_before(&reports[id.report], id));
        faults.extend(conflicting.then(|| headline_fault(reports, group, title, text)));
    }
    faults
}

fn contradicts(reports: &[Report], a: ClaimId, b: ClaimId) -> bool {
    let judgement = group::judge_pair(reports, Kind::Number, a, b);
    judgement.verdict == Verdict::Conflict || matches!(judgement.cause, Cause::Toll | Cause::Hourly)
}

/// Whether a claim tells of what was so before that of which the report tells: "16 *had* been reported missing".
fn was_before(report: &Report, id: ClaimId) -> bool {
    const HAD: Key = Key::word("had");
    let extraction = &report.extraction;
    let outcome = report.claim(id.claim).measure.outcome.as_ref();
    let analysis = &extraction.analysis;
    let verb = outcome.and_then(|outcome| extraction.token_range(outcome.span).last());
    let governing = verb
        .into_iter()
        .chain(verb.and_then(|verb| analysis.head(verb)));
    let mut helpers = governing.flat_map(|verb| analysis.children(verb));
    helpers
        .any(|child| analysis.relation(child) == Relation::Aux && analysis.tokens[child].key == HAD)
}

fn is_headline(reports: &[Report], id: ClaimId) -> bool {
    let extraction = &reports[id.report].extraction;
    extraction.analysis.sentences[extraction.claims[id.claim].sentence].kind
        == SentenceKind::Headline
}

fn headline_fault(reports: &[Report], group: &Group, title: ClaimId, text: ClaimId) -> Fault {
    let report = &reports[title.report];
    let words = |id: ClaimId| report.words(report.claim(id.claim).span);
    Fault {
        rule: Rule::InternalConflict,
        message: format!(
            "{}: the headline of {} has “{}”, its text “{}”",
            group.question,
            report.outlet,
            words(title),
            words(text)
        ),
        primary: location(report, title),
        related: vec![location(report, text)],
    }
}

fn location(report: &Report, id: ClaimId) -> Location {
    Location {
        report: id.report,
        span: report.claim(id.claim).span,
    }
}

/// A weekday beside a date that falls on another.
fn weekdays(index: usize, report: &Report) -> Vec<Fault> {
    let wrong = report.extraction.times.iter().filter_map(|timex| {
        let weekday = timex.wrong_weekday?;
        let day = timex.value?.start.date();
        Some(Fault {
            rule: Rule::TimeConflict,
            message: format!(
                "{} has “{}”, but {day} is a {:?}",
                report.outlet,
                report.words(timex.span),
                day.weekday()
            ),
            primary: Location {
                report: index,
                span: weekday,
            },
            related: Vec::new(),
        })
    });
    wrong.collect()
}

/// People of whom the report has two spellings: "Ariel Santos" and once "Aerial Santos".
fn names(index: usize, report: &Report) -> Vec<Fault> {
    // A report has a handful of surnames that begin alike; a list of names must not take longer by the square.
    const NEAR: usize = 16;
    let people = people(report);
    let mut known: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    let mut faults = Vec::new();
    for (at, person) in people.iter().enumerate() {
        let surname = last_name(person.name);
        let first: String = surname.to_lowercase().chars().take(2).collect();
        let others = known.entry(first).or_default();
        let slips = others.iter().rev().take(NEAR).map(|&other| &people[other]);
        faults.extend(
            slips
                .filter(|other| is_other_spelling(person.name, other.name))
                .map(|other| spelled_twice(index, report, person, other)),
        );
        others.push(at);
    }
    faults
}

/// A person whom a report names, and where.
struct Person<'a> {
    name: &'a str,
    spans: Vec<Span>,
}

fn people(report: &Report) -> Vec<Person<'_>> {
    let extraction = &report.extraction;
    let mut spans: Vec<Vec<Span>> = vec![Vec::new(); extraction.entities.len()];
    for mention in &extraction.mentions {
        if mention.form == MentionForm::Name {
            spans[mention.entity].push(mention.span);
        }
    }
    let entities = extraction.entities.iter().zip(spans);
    entities
        .filter(|(entity, spans)| may_be_person(entity) && !spans.is_empty())
        .map(|(entity, spans)| Person {
            name: &entity.name,
            spans,
        })
        .collect()
}

/// A surname with a slip is often taken for a name of something else.
fn may_be_person(entity: &Entity) -> bool {
    let unsure = matches!(entity.kind, NameKind::Organization | NameKind::Other);
    entity.kind == NameKind::Person || (unsure && !entity.name.contains(' '))
}

fn is_other_spelling(a: &str, b: &str) -> bool {
    // What a page glued together is longer, or has a figure in it.
    const LONGEST: usize = 16;
    let letters = |name: &str| {
        let mut words = name.split(' ');
        words.all(|word| word.len() <= LONGEST && !word.contains(|c: char| c.is_ascii_digit()))
    };
    let full = |name: &str| name.contains(' ');
    let spelled = || likeness(a, NameKind::Person, b, NameKind::Person) == Likeness::Spelling;
    let slip = || is_slip_of_surname(a, b) || is_slip_of_surname(b, a);
    letters(a) && letters(b) && ((full(a) && full(b) && spelled()) || slip())
}

/// The spelling that is rarer, or comes later, is the one to look at.
fn spelled_twice(index: usize, report: &Report, a: &Person<'_>, b: &Person<'_>) -> Fault {
    let times = |person: &Person<'_>| (person.spans.len(), Reverse(person.spans[0]));
    let (rare, usual) = if times(a) < times(b) { (a, b) } else { (b, a) };
    let place = |person: &Person<'_>| Location {
        report: index,
        span: person.spans[0],
    };
    Fault {
        rule: Rule::NameVariant,
        message: format!(
            "{} has “{}” and “{}”: one name, spelled otherwise, or two people",
            report.outlet, rare.name, usual.name
        ),
        primary: place(rare),
        related: vec![place(usual)],
    }
}

/// "93 of 108, or 96 percent": a share that its own numbers do not give.
fn shares(index: usize, report: &Report) -> Vec<Fault> {
    let claims = &report.extraction.claims;
    let numbers: Vec<&Claim> = claims
        .iter()
        .filter(|claim| matches!(claim.value, Value::Number(_)))
        .collect();
    let triples = numbers.windows(3).filter(|triple| {
        triple[0].sentence == triple[2].sentence && is_part_of(report, triple[0], triple[1])
    });
    let faults = triples.filter_map(|triple| {
        let (part, whole, share) = (exact(triple[0])?, exact(triple[1])?, percent(triple[2])?);
        (!makes(part, whole, share)).then(|| Fault {
            rule: Rule::NumberSum,
            message: format!(
                "{}: “{}” of “{}” is {} percent, not “{}”",
                report.outlet,
                report.words(triple[0].span),
                report.words(triple[1].span),
                (part / whole * Decimal::ONE_HUNDRED)
                    .round_dp(1)
                    .normalize(),
                report.words(triple[2].span)
            ),
            primary: Location {
                report: index,
                span: triple[2].span,
            },
            related: triple[..2]
                .iter()
                .map(|claim| Location {
                    report: index,
                    span: claim.span,
                })
                .collect(),
        })
    });
    faults.collect()
}

/// Whether only "of", "of the" or "out of" stands between the two.
fn is_part_of(report: &Report, part: &Claim, whole: &Claim) -> bool {
    const BETWEEN: [&str; 5] = ["of", "of the", "out of", "of its", "of some"];
    let gap = part.span.end..whole.span.start;
    let text = report
        .document
        .text
        .get(gap.start as usize..gap.end as usize);
    text.is_some_and(|text| BETWEEN.contains(&text.trim().to_lowercase().as_str()))
}

fn exact(claim: &Claim) -> Option<Decimal> {
    let quantity = claim
        .value
        .number()
        .filter(|quantity| quantity.kind == QuantityKind::Count)?;
    quantity
        .value
        .point()
        .filter(|value| *value >= Decimal::TWO)
}

/// A percentage and the weight of its last digit.
fn percent(claim: &Claim) -> Option<(Decimal, Decimal)> {
    let quantity = claim
        .value
        .number()
        .filter(|quantity| quantity.kind == QuantityKind::Percent)?;
    Some((quantity.value.point()?, quantity.step))
}

/// Whether the part is the share of the whole, rounded as the share is.
fn makes(part: Decimal, whole: Decimal, (share, step): (Decimal, Decimal)) -> bool {
    let real = part / whole * Decimal::ONE_HUNDRED;
    (real - share).abs() <= step
}
