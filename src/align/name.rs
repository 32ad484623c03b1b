//! Names of one person, body or place: the entities of all reports in, groups of those named differently out.
//!
//! Entities whose names begin or end alike meet in an index; "Zelensky" and "Zelenskyy", "Mike Hance" and
//! "Michael Hance" make a group, "Peskov" and "Dmitry Peskov" do not: a surname alone is no other name.

use claims::claim::Value;
use claims::name::{Entity, Likeness, NameKind, likeness};
use claims::syntax::Key;
use rustc_hash::{FxHashMap, FxHashSet};

use super::cluster::Cluster;
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
    let mut grouped: FxHashSet<usize> = FxHashSet::default();
    let mut clusters = Vec::new();
    for (at, first) in named.iter().enumerate() {
        if grouped.contains(&at) {
            continue;
        }
        let mut members = vec![at];
        for other in neighbours(at, first, &index) {
            *pairs += 1;
            let new = members
                .iter()
                .all(|&member| named[member].report != named[other].report);
            if new
                && !grouped.contains(&other)
                && otherwise_named(first.entity, named[other].entity)
            {
                members.push(other);
            }
        }
        if members.len() > 1 {
            let claims = members
                .iter()
                .flat_map(|&member| named[member].claims.clone());
            clusters.push(Cluster {
                kind: Kind::Name,
                claims: claims.collect(),
            });
            grouped.extend(members);
        }
    }
    clusters
}

/// Whether two entities are one under two full names.
fn otherwise_named(a: &Entity, b: &Entity) -> bool {
    let full = |entity: &Entity| entity.kind != NameKind::Person || entity.name.contains(' ');
    let alike = likeness(&a.name, a.kind, &b.name, b.kind);
    let differ = matches!(
        alike,
        Likeness::Spelling | Likeness::Variant | Likeness::Shorter
    );
    a.kind == b.kind && full(a) && full(b) && differ
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
