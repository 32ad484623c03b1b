//! Titles: what the draft says that somebody is in, whether a source says so out.
//!
//! "Defense Minister Lee" is held against every sentence of the sources that names Lee: it is wrong where they give him
//! a title ("Prime Minister Lee") and the draft has a word for it that none of these sentences has, instead of one that
//! they have. A title that only says more, or less, is left alone.

use claims::claim::Value;
use claims::name::{Entity, NameKind, Role, last_name};
use claims::syntax::{Key, Upos};
use rustc_hash::{FxHashMap, FxHashSet};

use super::answer::{Answer, Fault};
use super::desk::Desk;
use crate::align::role;
use crate::compare::{ClaimId, Kind, Location, Report, Rule, Standing};

/// What the sources say of the people of one surname.
#[derive(Default)]
struct Known {
    /// The claims of what they are.
    titles: Vec<ClaimId>,
    /// The words of all sentences that name them.
    words: FxHashSet<Key>,
}

/// The answers to the titles of the draft that no source carries.
pub(super) fn answers(desk: &Desk<'_>) -> Vec<Answer> {
    let draft = &desk.reports[desk.draft];
    let own: Vec<(ClaimId, Key)> = titles(desk.draft, draft).collect();
    let known = known(desk, own.iter().map(|(_, surname)| *surname).collect());
    let answers = own
        .into_iter()
        .filter_map(|(id, surname)| answer(desk, known.get(&surname)?, id));
    answers.collect()
}

/// The titles that a report gives to people, with their surnames.
fn titles(index: usize, report: &Report) -> impl Iterator<Item = (ClaimId, Key)> + '_ {
    let claims = report.extraction.claims.iter().enumerate();
    claims.filter_map(move |(claim, value)| {
        let Value::Role(role) = value.value else {
            return None;
        };
        let mention = &report.extraction.mentions[report.extraction.roles[role].mention];
        let entity = &report.extraction.entities[mention.entity];
        let id = ClaimId {
            report: index,
            claim,
        };
        Some((id, surname(entity)?))
    })
}

fn surname(entity: &Entity) -> Option<Key> {
    let person = entity.kind == NameKind::Person;
    person.then(|| Key::of(last_name(&entity.name)))
}

/// What the sources say of those whom the draft gives a title.
fn known(desk: &Desk<'_>, surnames: FxHashSet<Key>) -> FxHashMap<Key, Known> {
    let mut known: FxHashMap<Key, Known> = FxHashMap::default();
    for &source in &desk.sources {
        let report = &desk.reports[source];
        for (id, surname) in titles(source, report) {
            known.entry(surname).or_default().titles.push(id);
        }
        let analysis = &report.extraction.analysis;
        for sentence in &analysis.sentences {
            let tokens = &analysis.tokens[sentence.tokens.clone()];
            for named in tokens.iter().filter(|token| surnames.contains(&token.key)) {
                let words = &mut known.entry(named.key).or_default().words;
                words.extend(tokens.iter().map(|token| token.key));
            }
        }
    }
    known
}

fn answer(desk: &Desk<'_>, known: &Known, id: ClaimId) -> Option<Answer> {
    let own = words(desk, id);
    let strange = own.iter().any(|word| !known.words.contains(word));
    let theirs = known.titles.iter().find(|&&other| {
        let lacks = words(desk, other).iter().any(|word| !own.contains(word));
        lacks && may_be_instead(desk, id, other)
    });
    let other = *theirs.filter(|_| strange && !carried(desk, known, id))?;
    Some(Answer {
        claim: id,
        kind: Kind::Name,
        standing: Standing::Contradicted,
        supporters: Vec::new(),
        against: vec![other],
        fault: Some(fault(desk, id, other)),
    })
}

/// Whether a source gives the title in fewer words: "Danish Prime Minister" for "Prime Minister".
fn carried(desk: &Desk<'_>, known: &Known, id: ClaimId) -> bool {
    let own = words(desk, id);
    known.titles.iter().any(|&other| {
        let theirs = words(desk, other);
        let within = |a: &[Key], b: &[Key]| a.iter().all(|word| b.contains(word));
        within(&theirs, &own) || within(&own, &theirs)
    })
}

/// Whether one title is said in place of another: both stand before the name and have one head, "Prime Minister" and
/// "Defense Minister".
fn may_be_instead(desk: &Desk<'_>, own: ClaimId, other: ClaimId) -> bool {
    let role_of = |id: ClaimId| -> Option<&Role> { role(&desk.reports[id.report], id.claim) };
    role_of(own)
        .zip(role_of(other))
        .is_some_and(|(own, other)| own.is_like(other))
}

/// The nouns and adjectives of a title.
fn words(desk: &Desk<'_>, id: ClaimId) -> Vec<Key> {
    let report = &desk.reports[id.report];
    let tokens = report.extraction.tokens_in(desk.claim(id).span);
    let named = |upos: Upos| matches!(upos, Upos::Noun | Upos::Propn | Upos::Adj);
    tokens
        .iter()
        .filter(|token| named(token.upos))
        .map(|token| token.key)
        .collect()
}

fn fault(desk: &Desk<'_>, own: ClaimId, other: ClaimId) -> Fault {
    let outlet = &desk.reports[other.report].outlet;
    Fault::new(
        Rule::NameVariant,
        format!(
            "no source has the title “{}”; {outlet} has “{}”",
            desk.words(own),
            desk.words(other)
        ),
        vec![Location {
            report: other.report,
            span: desk.claim(other).span,
        }],
    )
}
