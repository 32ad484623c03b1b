//! Names of one person, body or place: the entities of all reports in, groups of those named or titled differently out.
//!
//! Entities whose names begin or end alike meet in an index; "Zelensky" and "Zelenskyy", "Mike Hance" and
//! "Michael Hance" make a group, "Peskov" and "Dmitry Peskov" do not: a surname alone is no other name. What one report
//! calls a senior attorney and the other a spokeswoman makes a group of its own.

use claims::claim::Value;
use claims::name::{
    self, Entity, Likeness, NameKind, Role, is_slip_of_surname, last_name, namesake,
};
use claims::syntax::Key;
use rustc_hash::{FxHashMap, FxHashSet};

use super::cluster::Cluster;
use super::shortened;
use super::union::Sets;
use crate::compare::{ClaimId, Kind, Report};

/// Entities under one entry of the index beyond which it is not followed.
const CROWDED: usize = 64;

/// An entity of one report with the claims that name it: of a person those with more than a surname, if any has.
struct Named<'a> {
    report: usize,
    entity: &'a Entity,
    claims: Vec<ClaimId>,
    /// The claims that say what it is.
    roles: Vec<ClaimId>,
}

/// Groups of entities that the reports name or title differently; `pairs` counts the pairs compared.
pub(crate) fn align(reports: &[Report], pairs: &mut usize) -> Vec<Cluster> {
    let named: Vec<Named<'_>> = reports
        .iter()
        .enumerate()
        .flat_map(|(index, report)| entities(index, report))
        .collect();
    let index = index(&named);
    let namesakes = namesakes(&named);
    let mut sets = Sets::new(named.len());
    for (at, first) in named.iter().enumerate() {
        for other in neighbours(at, first, &index) {
            *pairs += 1;
            let second = &named[other];
            let apart = are_namesakes(&namesakes, first.entity, second.entity);
            let one = || {
                is_one(reports, first, second)
                    || is_slip(&named, first, second)
                    || bears_title(reports, &named, first, second)
            };
            if first.report != second.report && !apart && one() {
                sets.join(at, other);
            }
        }
    }
    let groups = sets.gather().into_iter();
    let groups: Vec<Vec<&Named<'_>>> = groups
        .map(|members| members.iter().map(|&member| &named[member]).collect())
        .collect();
    let names = groups
        .iter()
        .filter(|members| named_otherwise(members))
        .map(|members| cluster(members.iter().flat_map(|member| &member.claims)));
    let titles = groups
        .iter()
        .filter(|members| titled_otherwise(reports, members))
        .map(|members| cluster(members.iter().flat_map(|member| &member.roles)));
    let offices = offices(reports, &named, pairs);
    let shortened = shortened::align(reports, pairs);
    names
        .chain(titles)
        .chain(offices)
        .chain(shortened)
        .collect()
}

/// Groups of two people to whom two reports give one office, which one person holds at a time.
fn offices(reports: &[Report], named: &[Named<'_>], pairs: &mut usize) -> Vec<Cluster> {
    let mut holders: FxHashMap<Vec<String>, Vec<usize>> = FxHashMap::default();
    for (at, one) in named.iter().enumerate() {
        for office in sole_offices(&reports[one.report], one.entity, &one.roles) {
            holders.entry(office).or_default().push(at);
        }
    }
    let mut groups: Vec<Vec<usize>> = holders.into_values().collect();
    groups.sort_unstable();
    groups.dedup();
    groups.retain(|held| {
        *pairs += held.len();
        matches!(held[..], [a, b] if are_two(&named[a], &named[b]) && !are_both_known(named, a, b))
    });
    let claims = |held: Vec<usize>| held.into_iter().flat_map(|at| &named[at].claims);
    groups
        .into_iter()
        .map(|held| cluster(claims(held)))
        .collect()
}

/// Whether one of two reports names the person of the other, too: then the office has changed hands.
fn are_both_known(named: &[Named<'_>], a: usize, b: usize) -> bool {
    let knows = |own: usize, theirs: usize| {
        let mut others = named.iter().filter(|one| one.report == named[own].report);
        others.any(|one| likeness(one.entity, named[theirs].entity).is_some_and(Likeness::is_one))
    };
    knows(a, b) || knows(b, a)
}

/// Whether two reports each name another person, by full names that are no slips for one another.
fn are_two(a: &Named<'_>, b: &Named<'_>) -> bool {
    let apart = likeness(a.entity, b.entity) == Some(Likeness::Different);
    let given = |named: &Named<'_>| given_and_surname(named.entity);
    let surnames = given(a).zip(given(b)).is_some_and(|(a, b)| a.1 != b.1);
    a.report != b.report && apart && surnames && !is_slip_of_name(a.entity, b.entity)
}

/// The offices of a person that one holds at a time.
fn sole_offices(report: &Report, entity: &Entity, roles: &[ClaimId]) -> Vec<Vec<String>> {
    let whole = &report.document.text;
    let office = |id: &ClaimId| {
        let span = report.claim(id.claim).span;
        name::sole_office(whole, report.extraction.tokens_in(span))
    };
    let person = entity.kind == NameKind::Person;
    roles.iter().filter(|_| person).filter_map(office).collect()
}

/// Whether two claims name two people of whom two reports say that they hold one office.
pub(crate) fn hold_one_office(reports: &[Report], a: ClaimId, b: ClaimId) -> bool {
    let of = |id: ClaimId| -> Option<Vec<Vec<String>>> {
        let report = &reports[id.report];
        let extraction = &report.extraction;
        let Value::Name(mention) = report.claim(id.claim).value else {
            return None;
        };
        let entity = extraction.mentions[mention].entity;
        let claims = extraction.claims.iter().enumerate();
        let roles = claims.filter_map(|(claim, value)| match value.value {
            Value::Role(role) => {
                let whose = extraction.mentions[extraction.roles[role].mention].entity;
                (whose == entity).then_some(ClaimId { claim, ..id })
            }
            _ => None,
        });
        let roles: Vec<ClaimId> = roles.collect();
        Some(sole_offices(report, &extraction.entities[entity], &roles))
    };
    let both = of(a).zip(of(b));
    both.is_some_and(|(a, b)| a.iter().any(|office| b.contains(office)))
}

/// The names that a report gives to father and son: "Tom Hale" where it has "Tom B. Hale" or "Hale" and "Tom Hale Jr."
fn namesakes(named: &[Named<'_>]) -> FxHashSet<Key> {
    let sons = named.iter().filter_map(|named| {
        let father = namesake(&named.entity.name)?;
        Some((named, father))
    });
    let has_father = |(son, name): &(&Named<'_>, &str)| {
        let mut others = named.iter().filter(|other| other.report == son.report);
        others.any(|other| {
            other.entity.kind == NameKind::Person
                && namesake(&other.entity.name).is_none()
                && name::likeness(name, NameKind::Person, &other.entity.name, NameKind::Person)
                    .is_one()
        })
    };
    sons.filter(has_father)
        .map(|(_, father)| Key::of(father))
        .collect()
}

/// Whether one of two is the father and the other the son.
fn are_namesakes(names: &FxHashSet<Key>, a: &Entity, b: &Entity) -> bool {
    let shared = |father: &Entity, son: &Entity| {
        let name = namesake(&son.name).map(Key::of);
        namesake(&father.name).is_none() && name.is_some_and(|name| names.contains(&name))
    };
    shared(a, b) || shared(b, a)
}

fn cluster<'a>(claims: impl Iterator<Item = &'a ClaimId>) -> Cluster {
    let mut claims: Vec<ClaimId> = claims.copied().collect();
    claims.sort_unstable();
    Cluster {
        kind: Kind::Name,
        claims,
    }
}

/// Whether two reports say what somebody is in other words: "governor" and "Gov.", "lawyer" and "spokeswoman".
fn titled_otherwise(reports: &[Report], members: &[&Named<'_>]) -> bool {
    let words = |&id: &ClaimId| {
        let report = &reports[id.report];
        let span = report.claim(id.claim).span;
        let keys: Vec<Key> = report
            .extraction
            .tokens_in(span)
            .iter()
            .map(|token| token.key)
            .collect();
        (id.report, keys)
    };
    let mut roles = members.iter().flat_map(|member| &member.roles).map(words);
    let Some((first, said)) = roles.next() else {
        return false;
    };
    let mut several = false;
    let mut differ = false;
    for (report, other) in roles {
        several |= report != first;
        differ |= other != said;
    }
    several && differ
}

/// The role that a claim states.
pub(crate) fn role(report: &Report, claim: usize) -> Option<&Role> {
    match report.claim(claim).value {
        Value::Role(role) => Some(&report.extraction.roles[role]),
        _ => None,
    }
}

/// Whether two full names can be of one thing: by their words, or because one is a slip for the other.
fn is_one(reports: &[Report], a: &Named<'_>, b: &Named<'_>) -> bool {
    likeness(a.entity, b.entity).is_some_and(Likeness::is_one)
        || (holds_one_office(reports, a, b)
            && (is_slip_of_name(a.entity, b.entity)
                || is_slip_of_given_name(a.entity, b.entity)
                || has_one_given_name(a.entity, b.entity)))
}

/// Whether one report calls somebody by a surname alone that is a slip for that of a person whom both name in full.
fn is_slip(named: &[Named<'_>], a: &Named<'_>, b: &Named<'_>) -> bool {
    let slip = |alone: &Named<'_>, full: &Named<'_>| {
        full.entity.kind == NameKind::Person
            && alone.entity.kind != NameKind::Group
            && is_slip_of_surname(&alone.entity.name, &full.entity.name)
            && named.iter().any(|own| {
                own.report == alone.report
                    && likeness(own.entity, full.entity).is_some_and(Likeness::is_one)
            })
    };
    slip(a, b) || slip(b, a)
}

/// Whether one report has somebody by title and surname alone whom the other names in full with that title, and nobody
/// else of the surname: "Governor Hale", "Gov. Robert Hale".
fn bears_title(reports: &[Report], named: &[Named<'_>], a: &Named<'_>, b: &Named<'_>) -> bool {
    let bears = |alone: &Named<'_>, full: &Named<'_>| {
        let of_full = named.iter().filter(|own| own.report == full.report);
        is_surname_of(alone.entity, full.entity)
            && namesake(&full.entity.name).is_none()
            && of_full
                .filter(|own| is_surname_of(alone.entity, own.entity))
                .count()
                == 1
            && holds_one_office(reports, alone, full)
    };
    bears(a, b) || bears(b, a)
}

/// Whether a person goes by the surname alone that the full name of another has.
fn is_surname_of(alone: &Entity, full: &Entity) -> bool {
    let people = alone.kind == NameKind::Person && full.kind == NameKind::Person;
    let surname = !alone.name.contains(' ') && full.name.contains(' ');
    people
        && surname
        && name::likeness(&alone.name, alone.kind, &full.name, full.kind) == Likeness::Shorter
}

/// Whether two people of whom one goes by the given name alone share it: "his wife, Sandra", "his wife, Sandi Lee".
fn has_one_given_name(a: &Entity, b: &Entity) -> bool {
    let given = |entity: &Entity| entity.name.split(' ').next().map(str::to_owned);
    let alone = |entity: &Entity| !entity.name.contains(' ');
    let people = a.kind == NameKind::Person && b.kind == NameKind::Person;
    let (Some(first), Some(second)) = (given(a), given(b)) else {
        return false;
    };
    people
        && (alone(a) || alone(b))
        && name::likeness(&first, NameKind::Person, &second, NameKind::Person).is_one()
}

/// Whether both reports give two entities one title.
fn holds_one_office(reports: &[Report], a: &Named<'_>, b: &Named<'_>) -> bool {
    let (a, b) = (roles_of(reports, a), roles_of(reports, b));
    a.iter().any(|one| b.iter().any(|other| one.is_like(other)))
}

/// Whether two people have one given name and surnames that begin alike and look alike: of one office there is one.
pub(crate) fn is_slip_of_name(a: &Entity, b: &Entity) -> bool {
    const ALIKE: f64 = 0.75;
    let (Some(a), Some(b)) = (given_and_surname(a), given_and_surname(b)) else {
        return false;
    };
    a.0 == b.0
        && a.1.chars().next() == b.1.chars().next()
        && strsim::jaro_winkler(&a.1, &b.1) >= ALIKE
}

/// The given names and the surname of a person with both, in small letters.
fn given_and_surname(entity: &Entity) -> Option<(String, String)> {
    let (given, surname) = entity.name.rsplit_once(' ')?;
    (entity.kind == NameKind::Person).then(|| (given.to_lowercase(), surname.to_lowercase()))
}

/// Whether two people have one surname and given names spelled nearly alike: "Angel Brandt" and "Angela Brandt".
pub(crate) fn is_slip_of_given_name(a: &Entity, b: &Entity) -> bool {
    const ALIKE: f64 = 0.8;
    let pair = given_and_surname(a).zip(given_and_surname(b));
    pair.is_some_and(|(a, b)| {
        a.1 == b.1 && strsim::normalized_damerau_levenshtein(&a.0, &b.0) >= ALIKE
    })
}

fn roles_of<'a>(reports: &'a [Report], named: &Named<'_>) -> Vec<&'a Role> {
    let roles = named.roles.iter();
    roles
        .filter_map(|&id| role(&reports[id.report], id.claim))
        .collect()
}

/// How alike two full names are; `None` where they do not compare.
pub(crate) fn likeness(a: &Entity, b: &Entity) -> Option<Likeness> {
    let kind = common_kind(a.kind, b.kind).filter(|_| !of_place(a, b) && !of_place(b, a))?;
    let full = |entity: &Entity| kind != NameKind::Person || entity.name.contains(' ');
    (full(a) && full(b)).then(|| name::likeness(&a.name, kind, &b.name, kind))
}

/// Whether a body is that of a place: "University of New Hampshire" and "New Hampshire".
fn of_place(body: &Entity, place: &Entity) -> bool {
    let rest = body.name.strip_suffix(place.name.as_str());
    body.kind == NameKind::Organization
        && place.kind == NameKind::Place
        && rest.is_some_and(|rest| rest.ends_with(" of "))
}

/// The kind under which two names compare: what one report uses plainly as a name of a place may have been taken for
/// that of a body in the other, and only people are told apart from both.
fn common_kind(a: NameKind, b: NameKind) -> Option<NameKind> {
    match (a, b) {
        (NameKind::Group, _) | (_, NameKind::Group) => None,
        (NameKind::Other, kind) | (kind, NameKind::Other) => Some(kind),
        (a, b) if a == b => Some(a),
        (NameKind::Person, _) | (_, NameKind::Person) => None,
        _ => Some(NameKind::Organization),
    }
}

/// Whether the entities of a group go by different names; a plural is no other name, nor is "Corp" for "Corp.", nor the
/// surname alone.
fn named_otherwise(members: &[&Named<'_>]) -> bool {
    let stem = |entity: &Entity| {
        let name = entity.name.replace(['’', '‘'], "'").to_lowercase();
        name.replace("'s ", " ")
            .trim_end_matches(['s', '.'])
            .to_owned()
    };
    let alone = |entity: &Entity| {
        let mut others = members.iter().map(|member| member.entity);
        others.any(|full| is_surname_of(entity, full))
    };
    let entities = members.iter().map(|member| member.entity);
    let mut names = entities.filter(|entity| !alone(entity)).map(stem);
    let first = names.next();
    names.any(|name| Some(&name) != first.as_ref())
}

/// The entities of a report that have a name, with the claims that give it.
fn entities(index: usize, report: &Report) -> Vec<Named<'_>> {
    let extraction = &report.extraction;
    let entity = |mention: usize| extraction.mentions[mention].entity;
    let mut claims: FxHashMap<usize, Vec<ClaimId>> = FxHashMap::default();
    let mut roles: FxHashMap<usize, Vec<ClaimId>> = FxHashMap::default();
    for (at, claim) in extraction.claims.iter().enumerate() {
        let id = ClaimId {
            report: index,
            claim: at,
        };
        match claim.value {
            Value::Name(mention) => claims.entry(entity(mention)).or_default().push(id),
            Value::Role(role) => {
                let whose = entity(extraction.roles[role].mention);
                roles.entry(whose).or_default().push(id);
            }
            Value::Number(_)
            | Value::Time(_)
            | Value::Quote
            | Value::Statement(_)
            | Value::Medium(_)
            | Value::Place(_) => {}
        }
    }
    let is_full = |id: &ClaimId| report.words(report.claim(id.claim).span).contains(' ');
    for of_one in claims.values_mut() {
        if of_one.iter().any(is_full) {
            of_one.retain(is_full);
        }
    }
    let entities = extraction.entities.iter().enumerate();
    entities
        .filter_map(|(at, entity)| {
            Some(Named {
                report: index,
                entity,
                claims: claims.remove(&at)?,
                roles: roles.remove(&at).unwrap_or_default(),
            })
        })
        .collect()
}

fn index(named: &[Named<'_>]) -> FxHashMap<Key, Vec<usize>> {
    let mut index: FxHashMap<Key, Vec<usize>> = FxHashMap::default();
    for (at, named) in named.iter().enumerate() {
        for entry in entries(named.entity) {
            index.entry(entry).or_default().push(at);
        }
    }
    index
}

/// The first consonants of each word of a name, which spellings seldom touch: "Dusseldorf", "Duesseldorf" and
/// "Düsseldorf" meet under "dsl"; those of the whole, however it is parted; its first word; and how its last begins.
fn entries(entity: &Entity) -> Vec<Key> {
    let words = entity.name.split([' ', '-']);
    let mut entries: Vec<Key> = words
        .clone()
        .map(skeleton)
        .filter(|skeleton| skeleton.len() > 1)
        .chain(entity.name.split(' ').next().map(str::to_lowercase))
        .chain([beginning(last_name(&entity.name)), skeleton(&entity.name)])
        .map(|entry| Key::of(&entry))
        .collect();
    entries.sort_unstable();
    entries.dedup();
    entries
}

fn beginning(word: &str) -> String {
    const LETTERS: usize = 4;
    word.to_lowercase().chars().take(LETTERS).collect()
}

fn skeleton(word: &str) -> String {
    const CONSONANTS: usize = 3;
    let mut skeleton = name::skeleton(&word.to_lowercase());
    skeleton.truncate(CONSONANTS);
    skeleton
}

/// Later entities that share an entry, in order.
fn neighbours(at: usize, named: &Named<'_>, index: &FxHashMap<Key, Vec<usize>>) -> Vec<usize> {
    let entries = entries(named.entity).into_iter();
    let lists = entries.filter_map(|entry| index.get(&entry));
    let near = lists.filter(|list| list.len() <= CROWDED).flatten();
    let mut found: Vec<usize> = near.copied().filter(|&other| other > at).collect();
    found.sort_unstable();
    found.dedup();
    found
}
