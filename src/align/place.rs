//! Places of one event: where each report says that something happened in, groups of places told differently out.
//!
//! "The boat was found in a hangar near Tern Bay" and "Rangers found the boat at an airfield" make a group. Two claims
//! meet when one thing happened, by the class or stem of the verb, when the rest of their sentences says the same (cosine of
//! words weighted by rarity), and when each is the likest that the other report has.

use claims::claim::Value;
use claims::syntax::{Key, Token, Upos, lemma};
use rustc_hash::FxHashMap;

use super::cluster::Cluster;
use super::profile::{Stems, Words, cosine, weigh};
use super::story::Events;
use super::union::{Matches, Sets};
use crate::compare::{ClaimId, Kind, Report};

/// Cosine of the sentences from which two events may be one.
const ALIKE: f32 = 0.22;

/// Words that two sentences must share besides the event.
const SHARED: usize = 2;

/// Places of one event beyond which its verb says nothing: "was", "went".
const CROWDED: usize = 48;

/// A place with its event and the words of its sentence.
struct Located {
    id: ClaimId,
    event: Key,
    words: Words,
}

/// Groups the places of one event; `pairs` counts the pairs compared.
pub(crate) fn align(reports: &[Report], events: &Events, pairs: &mut usize) -> Vec<Cluster> {
    let places = places(reports);
    let mut index: FxHashMap<Key, Vec<usize>> = FxHashMap::default();
    for (at, place) in places.iter().enumerate() {
        index.entry(place.event).or_default().push(at);
    }
    let best: Vec<Matches> = places
        .iter()
        .map(|place| {
            let others = &index[&place.event];
            let others: &[usize] = if others.len() > CROWDED { &[] } else { others };
            best_matches(place, &places, others, events, pairs)
        })
        .collect();
    let sets = Sets::of_mutual(&best, |at| places[at].id.report);
    let groups = sets.gather().into_iter().map(|members| {
        let claims: Vec<ClaimId> = members.iter().map(|&at| places[at].id).collect();
        claims
    });
    groups
        .filter(|claims| claims.iter().any(|&id| !same(reports, claims[0], id)))
        .map(|claims| Cluster {
            kind: Kind::Name,
            claims,
        })
        .collect()
}

/// The likest place of each other report, with the likeness of the sentences.
fn best_matches(
    own: &Located,
    places: &[Located],
    others: &[usize],
    events: &Events,
    pairs: &mut usize,
) -> Matches {
    let mut best = Matches::default();
    for &at in others {
        let other = &places[at];
        if other.id.report == own.id.report || !events.is_one(other.id.report, own.id.report) {
            continue;
        }
        *pairs += 1;
        let likeness = likeness(own, other);
        if likeness >= ALIKE {
            let entry = best.entry(other.id.report).or_insert((likeness, at));
            if likeness > entry.0 {
                *entry = (likeness, at);
            }
        }
    }
    best
}

fn likeness(a: &Located, b: &Located) -> f32 {
    let holds = |word: &Key| b.words.binary_search_by_key(word, |entry| entry.0).is_ok();
    let shared = a.words.iter().filter(|(word, _)| holds(word)).count();
    if shared < SHARED + 1 {
        return 0.0;
    }
    cosine(&a.words, &b.words)
}

/// The places of all reports, each with the words of its sentence weighted by how few sentences hold them.
fn places(reports: &[Report]) -> Vec<Located> {
    let stems = Stems::new();
    let mut counts: FxHashMap<Key, f32> = FxHashMap::default();
    let mut sentences = 0.0;
    let concepts: Vec<Vec<Option<Key>>> = reports
        .iter()
        .map(|report| concepts(report, &stems))
        .collect();
    for (report, concepts) in reports.iter().zip(&concepts) {
        for sentence in &report.extraction.analysis.sentences {
            sentences += 1.0;
            let mut words: Vec<Key> = concepts[sentence.tokens.clone()]
                .iter()
                .flatten()
                .copied()
                .collect();
            words.sort_unstable();
            words.dedup();
            for word in words {
                *counts.entry(word).or_default() += 1.0;
            }
        }
    }
    let mut places = Vec::new();
    for (report, from) in reports.iter().enumerate() {
        for (claim, value) in from.extraction.claims.iter().enumerate() {
            let Value::Place(event) = value.value else {
                continue;
            };
            let own = from.extraction.token_range(value.span);
            let sentence = from.extraction.analysis.sentences[value.sentence]
                .tokens
                .clone();
            let words = sentence
                .filter(|at| !own.contains(at))
                .filter_map(|at| concepts[report][at]);
            places.extend(concepts[report][event].map(|event| Located {
                id: ClaimId { report, claim },
                event,
                words: weigh(words.map(|word| (word, (1.0 + sentences / counts[&word]).ln()))),
            }));
        }
    }
    places
}

/// What each word of a report that carries meaning counts as.
fn concepts(report: &Report, stems: &Stems) -> Vec<Option<Key>> {
    let carries = |token: &Token| {
        matches!(
            token.upos,
            Upos::Noun | Upos::Propn | Upos::Verb | Upos::Adj | Upos::Num
        )
    };
    let concept = |token: &Token| {
        let lemma = lemma(report.words(token.span), token.xpos).to_lowercase();
        stems.concept(&lemma)
    };
    let tokens = report.extraction.analysis.tokens.iter();
    tokens
        .map(|token| carries(token).then(|| concept(token)))
        .collect()
}

/// Whether two claims name one place in the same words.
pub(crate) fn same(reports: &[Report], a: ClaimId, b: ClaimId) -> bool {
    let words = |id: ClaimId| {
        let report = &reports[id.report];
        let tokens = report
            .extraction
            .tokens_in(report.claim(id.claim).span)
            .iter();
        tokens.map(|token| token.key).collect::<Vec<_>>()
    };
    words(a) == words(b)
}
