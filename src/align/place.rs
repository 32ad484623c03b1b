//! Places of one event: where each report says that something happened in, groups of places told differently out.
//!
//! "The boat was found in a hangar near Tern Bay" and "Rangers found the boat at an airfield" make a group. All places
//! of one event are taken together; two events meet when the words about their places say the same (cosine of words
//! weighted by rarity, and by nearness to the place), more easily when their verbs have one class or stem, and when
//! each is the likest that the other report has.

use claims::claim::Value;
use claims::name::{self, Entity, Likeness, NameKind, last_name};
use claims::syntax::{Analysis, Key, Relation, Token, Upos, Xpos};
use rustc_hash::FxHashMap;

use super::cluster::Cluster;
use super::profile::{Stems, Words, cosine, heaviest, weigh};
use super::story::Events;
use super::union::{Matches, Sets, keep_likest, listed};
use crate::compare::{ClaimId, Kind, Report};

/// Likeness from which two events may be one.
const ALIKE: f32 = 0.36;

/// What verbs of one class or stem add to the likeness.
const ONE_VERB: f32 = 0.2;

/// Words that two sentences must share, the verb among them.
const SHARED: usize = 3;

/// Tokens from a place at which a word about it counts for half.
const HALF_DISTANCE: f32 = 6.0;

/// Words of a sentence that enter the index, rarest first.
const INDEXED: usize = 6;

/// Events under one entry of the index beyond which it is not followed.
const CROWDED: usize = 48;

/// An event with its places and the words of its sentence.
struct Located {
    report: usize,
    /// The claims of its places.
    places: Vec<usize>,
    event: Option<Key>,
    /// The words of the sentence by rarity alone.
    words: Words,
    /// The same, by nearness to the place, too.
    near: Words,
}

/// Groups the places of one event; `pairs` counts the pairs compared.
pub(crate) fn align(reports: &[Report], events: &Events, pairs: &mut usize) -> Vec<Cluster> {
    let located = locate(reports);
    let mut index: FxHashMap<Key, Vec<usize>> = FxHashMap::default();
    for (at, event) in located.iter().enumerate() {
        for (word, _) in heaviest(&event.words, INDEXED) {
            index.entry(word).or_default().push(at);
        }
    }
    let best: Vec<Matches> = located
        .iter()
        .map(|event| best_matches(event, &located, &index, events, pairs))
        .collect();
    let mut sets = Sets::of_mutual(&best, |at| located[at].report);
    join_houses(reports, &located, &mut sets, pairs);
    join_origins(reports, &located, &mut sets, pairs);
    let groups = sets.gather().into_iter().map(|members| {
        let of = |at: usize| {
            let event = &located[at];
            let claims = event.places.iter();
            claims.map(|&claim| ClaimId {
                report: event.report,
                claim,
            })
        };
        let mut claims: Vec<ClaimId> = members.into_iter().flat_map(of).collect();
        claims.sort_unstable();
        claims
    });
    groups
        .filter(|claims| told_otherwise(reports, claims))
        .map(|claims| Cluster {
            kind: Kind::Name,
            claims,
        })
        .collect()
}

/// Joins events whose places are one house by their names: "a Hartley Grand hotel", "a Hartley Grand Express Inn".
fn join_houses(reports: &[Report], located: &[Located], sets: &mut Sets, pairs: &mut usize) {
    let mut index: FxHashMap<Key, Vec<(usize, &str)>> = FxHashMap::default();
    for (at, event) in located.iter().enumerate() {
        for &claim in &event.places {
            let report = &reports[event.report];
            let name = report.words(report.claim(claim).span);
            let Some(first) = name.split(' ').next().filter(|_| is_named(name)) else {
                continue;
            };
            let known = index.entry(Key::of(first)).or_default();
            for &(other, known) in known.iter().take(CROWDED) {
                *pairs += 1;
                let apart = located[other].report != event.report;
                if apart && likeness_of_names(name, known) == Likeness::Variant {
                    sets.join(at, other);
                }
            }
            known.push((at, name));
        }
    }
}

/// Joins the places that one person is said to come from: "born in Alder", "who grew up in Birch".
fn join_origins(reports: &[Report], located: &[Located], sets: &mut Sets, pairs: &mut usize) {
    let mut index: FxHashMap<Key, Vec<(usize, &Entity)>> = FxHashMap::default();
    for (at, event) in located.iter().enumerate() {
        let Some(person) = comes_from(&reports[event.report], event) else {
            continue;
        };
        let surname = Key::of(last_name(&person.name));
        let known = index.entry(surname).or_default();
        for &(other, namesake) in known.iter().take(CROWDED) {
            *pairs += 1;
            let apart = located[other].report != event.report;
            if apart && super::name::likeness(person, namesake).is_some_and(Likeness::is_one) {
                sets.join(at, other);
            }
        }
        known.push((at, person));
    }
}

/// The person whom an event says to come from its place.
fn comes_from<'a>(report: &'a Report, event: &Located) -> Option<&'a Entity> {
    let first = report.claim(*event.places.first()?);
    let Value::Place(verb) = first.value else {
        return None;
    };
    let extraction = &report.extraction;
    let analysis = &extraction.analysis;
    let whole = &report.document.text;
    if !name::is_origin(whole, analysis, verb) {
        return None;
    }
    let subject = subject(analysis, verb)?;
    let mention = extraction.mention_from(analysis.tokens[subject].span.start)?;
    let entity = &extraction.entities[mention.entity];
    let named = mention.tokens.contains(&subject) && entity.kind == NameKind::Person;
    named.then_some(entity)
}

/// The subject of a verb or of the clause it stands in; "who" is the noun before it.
fn subject(analysis: &Analysis, verb: usize) -> Option<usize> {
    const CLIMB: usize = 4;
    let sentence = analysis.sentences[analysis.sentence_of(verb)]
        .tokens
        .clone();
    let verbs = std::iter::successors(Some(verb), |&at| analysis.head(at));
    verbs.take(CLIMB).find_map(|at| {
        let is_subject = |&child: &usize| {
            let subjects = [Relation::Nsubj, Relation::Nsubjpass];
            analysis.head(child) == Some(at) && subjects.contains(&analysis.relation(child))
        };
        let subject = sentence.clone().find(is_subject)?;
        let relative = matches!(analysis.tokens[subject].xpos, Xpos::Wp | Xpos::Wdt);
        if relative {
            analysis.head(at)
        } else {
            Some(subject)
        }
    })
}

fn likeness_of_names(a: &str, b: &str) -> Likeness {
    name::likeness(a, NameKind::Place, b, NameKind::Place)
}

/// Whether a place has a name of two words or more before what it is: not "airport hangar".
fn is_named(place: &str) -> bool {
    let capitals = place
        .split(' ')
        .take_while(|word| word.starts_with(char::is_uppercase));
    capitals.count() > 1
}

/// Whether two reports name a place in other words.
fn told_otherwise(reports: &[Report], claims: &[ClaimId]) -> bool {
    let first = claims[0];
    let several = claims.iter().any(|id| id.report != first.report);
    several && claims.iter().any(|&id| !same(reports, first, id))
}

/// The likest event of each other report, with the likeness of the sentences.
fn best_matches(
    own: &Located,
    located: &[Located],
    index: &FxHashMap<Key, Vec<usize>>,
    events: &Events,
    pairs: &mut usize,
) -> Matches {
    let words = heaviest(&own.words, INDEXED).map(|(word, _)| word);
    let mut best = Matches::default();
    for at in listed(index, words, CROWDED) {
        let other = &located[at];
        if other.report == own.report || !events.is_one(other.report, own.report) {
            continue;
        }
        *pairs += 1;
        let likeness = likeness(own, other);
        if likeness >= ALIKE {
            keep_likest(&mut best, other.report, likeness, at);
        }
    }
    best
}

fn likeness(a: &Located, b: &Located) -> f32 {
    let holds = |word: &Key| b.words.binary_search_by_key(word, |entry| entry.0).is_ok();
    let shared = a.words.iter().filter(|(word, _)| holds(word)).count();
    if shared < SHARED {
        return 0.0;
    }
    let one_verb = a.event.is_some() && a.event == b.event;
    (cosine(&a.words, &b.words) + cosine(&a.near, &b.near)) / 2.0
        + if one_verb { ONE_VERB } else { 0.0 }
}

/// The events of all reports that have a place, the words of their sentences weighted by how few sentences hold them.
fn locate(reports: &[Report]) -> Vec<Located> {
    let stems = Stems::new();
    let concepts: Vec<Vec<Option<Key>>> = reports
        .iter()
        .map(|report| concepts(report, &stems))
        .collect();
    let rarity = Rarity::of(reports, &concepts);
    let events = reports.iter().enumerate().flat_map(|(report, from)| {
        let concepts = &concepts[report];
        let rarity = &rarity;
        let places = places_by_event(from).into_iter();
        places.map(move |(event, places)| {
            let words = surroundings(from, &places, event, concepts);
            let weighed = words.iter().map(|&(word, _)| (word, rarity.of_word(word)));
            let near = words
                .iter()
                .map(|&(word, nearness)| (word, nearness * rarity.of_word(word)));
            Located {
                report,
                event: concepts[event],
                words: weigh(weighed),
                near: weigh(near),
                places,
            }
        })
    });
    events.collect()
}

/// The places of a report by the token of what happened there.
fn places_by_event(report: &Report) -> Vec<(usize, Vec<usize>)> {
    let claims = report.extraction.claims.iter().enumerate();
    let mut places: Vec<(usize, usize)> = claims
        .filter_map(|(claim, value)| match value.value {
            Value::Place(event) => Some((event, claim)),
            _ => None,
        })
        .collect();
    places.sort_unstable();
    let of_one = places.chunk_by(|a, b| a.0 == b.0);
    of_one
        .map(|places| (places[0].0, places.iter().map(|place| place.1).collect()))
        .collect()
}

/// The words of the sentence of an event, its places left out, each with its nearness to them.
fn surroundings(
    report: &Report,
    places: &[usize],
    event: usize,
    concepts: &[Option<Key>],
) -> Vec<(Key, f32)> {
    let extraction = &report.extraction;
    let own: Vec<_> = places
        .iter()
        .map(|&claim| extraction.token_range(extraction.claims[claim].span))
        .collect();
    let sentence = extraction.analysis.sentence_of(event);
    let tokens = extraction.analysis.sentences[sentence].tokens.clone();
    let gap = |at: usize| {
        let gaps = own.iter().map(|place| {
            let behind = at.saturating_sub(place.end - 1);
            behind.max(place.start.saturating_sub(at))
        });
        gaps.min().unwrap_or(0)
    };
    tokens
        .filter(|at| !own.iter().any(|place| place.contains(at)))
        .filter_map(|at| {
            let nearness = 1.0 / (1.0 + gap(at) as f32 / HALF_DISTANCE);
            Some((concepts[at]?, nearness))
        })
        .collect()
}

/// In how many sentences of the story each word stands.
struct Rarity {
    sentences: f32,
    counts: FxHashMap<Key, f32>,
}

impl Rarity {
    fn of(reports: &[Report], concepts: &[Vec<Option<Key>>]) -> Self {
        let mut rarity = Self {
            sentences: 0.0,
            counts: FxHashMap::default(),
        };
        let mut words: Vec<Key> = Vec::new();
        for (report, concepts) in reports.iter().zip(concepts) {
            for sentence in &report.extraction.analysis.sentences {
                rarity.sentences += 1.0;
                words.clear();
                words.extend(concepts[sentence.tokens.clone()].iter().flatten());
                words.sort_unstable();
                words.dedup();
                for &word in &words {
                    *rarity.counts.entry(word).or_default() += 1.0;
                }
            }
        }
        rarity
    }

    fn of_word(&self, word: Key) -> f32 {
        (1.0 + self.sentences / self.counts[&word]).ln()
    }
}

/// What each word of a report that carries meaning counts as.
fn concepts(report: &Report, stems: &Stems) -> Vec<Option<Key>> {
    let carries = |token: &Token| {
        matches!(
            token.upos,
            Upos::Noun | Upos::Propn | Upos::Verb | Upos::Adj | Upos::Num
        )
    };
    let tokens = report.extraction.analysis.tokens.iter();
    tokens
        .map(|token| carries(token).then(|| stems.concept_of(report, token)))
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
