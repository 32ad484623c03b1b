//! Names of one person, body or place: the entities of all reports in, groups of those named differently out.
//!
//! Entities whose names begin or end alike meet in an index; "Zelensky" and "Zelenskyy", "Mike Hance" and
//! "Michael Hance" make a group, "Peskov" and "Dmitry Peskov" do not: a surname alone is no other name.

use claims::claim::Value;
use claims::name::{self, Entity, Likeness, NameKind};
use claims::syntax::Key;
use rustc_hash::FxHashMap;

use super::cluster::Cluster;
use super::union::Sets;
use crate::compare::{ClaimId, Kind, Report};

/// Entities under one entry of the index beyond which it is not followed.
const CROWDED: usize = 64;

/// An entity of one report with the claims that name it: of a person those with more than a surname, if any has.
struct Named<'a> {
    report: usize,
    entity: &'a Entity,
    claims: Vec<ClaimId>,
}

/// Groups of entities that the reports name differently; `pairs` counts the pairs compared.
pub(crate) fn align(reports: &[Report], pairs: &mut usize) -> Vec<Cluster> {
    let named: Vec<Named<'_>> = reports
        .iter()
        .enumerate()
        .flat_map(|(index, report)| entities(index, report))
        .collect();
    let index = index(&named);
    let mut sets = Sets::new(named.len());
    for (at, first) in named.iter().enumerate() {
        for other in neighbours(at, first, &index) {
            *pairs += 1;
            if first.report != named[other].report && is_one(first.entity, named[other].entity) {
                sets.join(at, other);
            }
        }
    }
    let groups = sets.gather().into_iter();
    groups
        .filter(|members| named_otherwise(members.iter().map(|&member| named[member].entity)))
        .map(|members| cluster(members.iter().map(|&member| &named[member])))
        .collect()
}

fn cluster<'a>(members: impl Iterator<Item = &'a Named<'a>>) -> Cluster {
    let mut claims: Vec<ClaimId> = members.flat_map(|member| member.claims.clone()).collect();
    claims.sort_unstable();
    Cluster {
        kind: Kind::Name,
        claims,
    }
}

/// Whether two full names can be of one thing.
fn is_one(a: &Entity, b: &Entity) -> bool {
    likeness(a, b).is_some_and(Likeness::is_one)
}

/// How alike two full names are; `None` where they do not compare.
pub(crate) fn likeness(a: &Entity, b: &Entity) -> Option<Likeness> {
    let kind = common_kind(a.kind, b.kind)?;
    let full = |entity: &Entity| kind != NameKind::Person || entity.name.contains(' ');
    (full(a) && full(b)).then(|| name::likeness(&a.name, kind, &b.name, kind))
}

/// The kind under which two names compare: what one report uses plainly as a name of a place may have been taken for
/// that of a body in the other, and only people are told apart from both.
fn common_kind(a: NameKind, b: NameKind) -> Option<NameKind> {
    match (a, b) {
        (NameKind::Group, _) | (_, NameKind::Group) => None,
        (NameKind::Other, NameKind::Other) => None,
        (NameKind::Other, kind) | (kind, NameKind::Other) => Some(kind),
        (a, b) if a == b => Some(a),
        (NameKind::Person, _) | (_, NameKind::Person) => None,
        _ => Some(NameKind::Organization),
    }
}

/// Whether the entities of a group go by different names; a plural is no other name.
fn named_otherwise<'a>(mut entities: impl Iterator<Item = &'a Entity>) -> bool {
    let stem = |entity: &'a Entity| entity.name.trim_end_matches('s').to_lowercase();
    let first = entities.next().map(stem);
    entities.any(|entity| Some(stem(entity)) != first)
}

/// The entities of a report that have a name, with the claims that give it.
fn entities(index: usize, report: &Report) -> Vec<Named<'_>> {
    let extraction = &report.extraction;
    let mut claims: FxHashMap<usize, Vec<ClaimId>> = FxHashMap::default();
    for (at, claim) in extraction.claims.iter().enumerate() {
        if let Value::Name(mention) = claim.value {
            let entity = extraction.mentions[mention].entity;
            let id = ClaimId {
                report: index,
                claim: at,
            };
            claims.entry(entity).or_default().push(id);
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

/// The first word of a name, and the first consonants of its last word, which spellings seldom touch: "Dusseldorf",
/// "Duesseldorf" and "Düsseldorf" meet under "dsl".
fn entries(entity: &Entity) -> impl Iterator<Item = Key> {
    const CONSONANTS: usize = 3;
    let first = entity.name.split(' ').next().map(Key::of);
    let last = entity.name.rsplit(' ').next();
    let skeleton = last.map(|word| {
        let mut letters: Vec<char> = word
            .chars()
            .map(|letter| letter.to_ascii_lowercase())
            .filter(|letter| letter.is_ascii_alphabetic() && !"aeiouy".contains(*letter))
            .collect();
        letters.dedup();
        letters.truncate(CONSONANTS);
        Key::of(&letters.into_iter().collect::<String>())
    });
    first.into_iter().chain(skeleton)
}

/// Later entities that share an entry, in order.
fn neighbours(at: usize, named: &Named<'_>, index: &FxHashMap<Key, Vec<usize>>) -> Vec<usize> {
    let lists = entries(named.entity).filter_map(|entry| index.get(&entry));
    let near = lists.filter(|list| list.len() <= CROWDED).flatten();
    let mut found: Vec<usize> = near.copied().filter(|&other| other > at).collect();
    found.sort_unstable();
    found.dedup();
    found
}
