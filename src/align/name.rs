//! Names of one person, body or place: the entities of all reports in, groups of those named differently out.
//!
//! Entities whose names begin or end alike meet in an index; "Zelensky" and "Zelenskyy", "Mike Hance" and
//! "Michael Hance" make a group, "Peskov" and "Dmitry Peskov" do not: a surname alone is no other name.

use claims::claim::Value;
use claims::name::{Entity, NameKind, likeness};
use claims::syntax::Key;
use rustc_hash::{FxHashMap, FxHashSet};

use super::cluster::Cluster;
use super::union::Sets;
use crate::compare::{ClaimId, Kind, Report};

/// Entities under one entry of the index beyond which it is not followed.
const CROWDED: usize = 64;

/// An entity of one report with the claims that name it, each name once.
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
    let full = |entity: &Entity| entity.kind != NameKind::Person || entity.name.contains(' ');
    let comparable = a.kind == b.kind && is_unique(a.kind) && full(a) && full(b);
    comparable && likeness(&a.name, a.kind, &b.name, b.kind).is_one()
}

/// Whether the entities of a group go by different names; a plural is no other name.
fn named_otherwise<'a>(mut entities: impl Iterator<Item = &'a Entity>) -> bool {
    let stem = |entity: &'a Entity| entity.name.trim_end_matches('s').to_lowercase();
    let first = entities.next().map(stem);
    entities.any(|entity| Some(stem(entity)) != first)
}

/// Whether a name of this kind is of one thing: parties and nationalities have many members.
const fn is_unique(kind: NameKind) -> bool {
    match kind {
        NameKind::Person | NameKind::Organization | NameKind::Place => true,
        NameKind::Group | NameKind::Other => false,
    }
}

/// The entities of a report that have a name, with the first claim for each form of it.
fn entities(index: usize, report: &Report) -> Vec<Named<'_>> {
    let extraction = &report.extraction;
    let mut claims: FxHashMap<usize, Vec<ClaimId>> = FxHashMap::default();
    let mut seen: FxHashSet<(usize, &str)> = FxHashSet::default();
    for (at, claim) in extraction.claims.iter().enumerate() {
        if let Value::Name(mention) = claim.value {
            let entity = extraction.mentions[mention].entity;
            if seen.insert((entity, report.words(claim.span))) {
                let id = ClaimId {
                    report: index,
                    claim: at,
                };
                claims.entry(entity).or_default().push(id);
            }
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

/// The first word of a name, and how its last word begins.
fn entries(entity: &Entity) -> impl Iterator<Item = Key> {
    const BEGINNING: usize = 3;
    let first = entity.name.split(' ').next().map(Key::of);
    let last = entity.name.rsplit(' ').next();
    let beginning = last.map(|word| Key::of(&word.chars().take(BEGINNING).collect::<String>()));
    first.into_iter().chain(beginning)
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
