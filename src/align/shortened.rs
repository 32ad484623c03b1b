//! Things by their short names: the names of all reports in, groups of one thing by its whole and its short name out.
//!
//! "The Alder Memorial Bridge" and "the Alder bridge" make a group where the report with the short name knows nothing
//! else of the name Alder.

use claims::Extraction;
use claims::claim::Value;
use claims::name::{self, Mention, MentionForm};
use claims::syntax::{Key, Xpos};
use rustc_hash::FxHashMap;

use super::cluster::Cluster;
use crate::compare::{ClaimId, Kind, Report};

/// Words that a whole name has at least: the first, one that the short name leaves out, and what the thing is.
const WHOLE: usize = 3;

/// The first word of a name and the noun for what bears it.
type Thing = (Key, Key);

/// Where the names of one thing stand.
#[derive(Default)]
struct Names {
    whole: Vec<ClaimId>,
    short: Vec<ClaimId>,
}

/// Groups of things that reports call by their whole name and by a short one; `pairs` counts the pairs compared.
pub(super) fn align(reports: &[Report], pairs: &mut usize) -> Vec<Cluster> {
    let mut things: FxHashMap<Thing, Names> = FxHashMap::default();
    for (index, report) in reports.iter().enumerate() {
        let claims = report.extraction.claims.iter().enumerate();
        for (claim, value) in claims {
            let Value::Name(mention) = value.value else {
                continue;
            };
            let id = ClaimId {
                report: index,
                claim,
            };
            let mention = &report.extraction.mentions[mention];
            if let Some(thing) = whole(report, mention) {
                things.entry(thing).or_default().whole.push(id);
            } else if let Some(thing) = short(report, mention) {
                things.entry(thing).or_default().short.push(id);
            }
        }
    }
    let mut clusters: Vec<Cluster> = things.into_values().filter_map(cluster).collect();
    clusters.sort_unstable_by(|a, b| a.claims.cmp(&b.claims));
    *pairs += clusters.len();
    clusters
}

/// The names of one thing, where a report has the short one alone.
fn cluster(names: Names) -> Option<Cluster> {
    let Names { whole, mut short } = names;
    short.retain(|id| whole.iter().all(|other| other.report != id.report));
    let mut claims = whole;
    if claims.is_empty() || short.is_empty() {
        return None;
    }
    claims.extend(short);
    claims.sort_unstable();
    Some(Cluster {
        kind: Kind::Name,
        claims,
    })
}

/// What a name ends in that says what bears it: "Alder Memorial *Bridge*".
fn whole(report: &Report, mention: &Mention) -> Option<Thing> {
    let tokens = &report.extraction.analysis.tokens[mention.tokens.clone()];
    let (first, last) = (tokens.first()?.key, tokens.last()?.key);
    (tokens.len() >= WHOLE && name::is_site(last)).then_some((first, last))
}

/// The common noun behind a name of one word that stands nowhere but before it: "the Alder *bridge*".
fn short(report: &Report, mention: &Mention) -> Option<Thing> {
    let extraction = &report.extraction;
    let noun = site_behind(extraction, mention).filter(|_| mention.tokens.len() == 1)?;
    let own = extraction.mentions.iter();
    let mut own =
        own.filter(|other| other.entity == mention.entity && other.form == MentionForm::Name);
    own.all(|other| site_behind(extraction, other) == Some(noun))
        .then(|| (extraction.analysis.tokens[mention.tokens.start].key, noun))
}

/// The noun of a site right behind a name, in small letters.
fn site_behind(extraction: &Extraction, mention: &Mention) -> Option<Key> {
    let next = extraction.analysis.tokens.get(mention.tokens.end)?;
    (next.xpos == Xpos::Nn && next.entity.is_none() && name::is_site(next.key)).then_some(next.key)
}
