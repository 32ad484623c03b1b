//! Quotations of one utterance: the quoted words of all reports in, groups of the same utterance out.
//!
//! Quotations that share a run of words meet in an index; two stand for one utterance when most of the shorter
//! one is found in the longer.

use claims::Extraction;
use claims::claim::Value;
use claims::quantity::Quantity;
use claims::syntax::{Key, Token, Upos};
use rustc_hash::{FxHashMap, FxHashSet};

use super::cluster::Cluster;
use super::union::Sets;
use crate::compare::{ClaimId, Kind, Report};

/// Words of a run that two quotations must share to be compared.
const RUN: usize = 3;

/// Share of the shorter quotation's runs that must stand in the longer.
const SHARED: f32 = 0.34;

/// Quotations under one run beyond which it is a set phrase.
const CROWDED: usize = 64;

/// A quotation as its words.
struct Quoted {
    id: ClaimId,
    runs: FxHashSet<u64>,
}

/// Groups the quotations of one utterance, singles included; `pairs` counts the pairs compared.
pub(crate) fn align(reports: &[Report], pairs: &mut usize) -> Vec<Cluster> {
    let quotations = quotations(reports);
    let mut index: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
    for (at, quoted) in quotations.iter().enumerate() {
        for &run in &quoted.runs {
            index.entry(run).or_default().push(at);
        }
    }
    let mut sets = Sets::new(quotations.len());
    for (at, quoted) in quotations.iter().enumerate() {
        for other in neighbours(at, quoted, &index) {
            *pairs += 1;
            if alike(quoted, &quotations[other]) {
                sets.join(at, other);
            }
        }
    }
    gather(&quotations, &sets)
}

fn quotations(reports: &[Report]) -> Vec<Quoted> {
    let mut quotations = Vec::new();
    for (report, at) in reports.iter().enumerate() {
        for (claim, value) in at.extraction.claims.iter().enumerate() {
            if matches!(value.value, Value::Quote) {
                let runs = runs(&words(at, claim));
                let id = ClaimId { report, claim };
                quotations.extend((!runs.is_empty()).then_some(Quoted { id, runs }));
            }
        }
    }
    quotations
}

/// The words of a quotation, without punctuation; a number is one word, known by its value, as "two in three" and
/// "2 in 3" are the same words in the style of two desks.
pub(crate) fn words(report: &Report, claim: usize) -> Vec<Token> {
    let Extraction {
        analysis,
        quantities,
        ..
    } = &report.extraction;
    let inside = report.extraction.token_range(report.claim(claim).span);
    let first = quantities.partition_point(|quantity| quantity.tokens.start < inside.start);
    let mut numbers = quantities[first..]
        .iter()
        .take_while(|quantity| quantity.tokens.end <= inside.end)
        .peekable();
    let mut words = Vec::new();
    let mut at = inside.start;
    while at < inside.end {
        let token = analysis.tokens[at];
        at += 1;
        let number = numbers.next_if(|number| number.tokens.start < at);
        if let Some(number) = number.filter(|number| number.stated.point().is_some()) {
            words.push(number_word(number, token));
            at = at.max(number.tokens.end);
        } else if token.upos != Upos::Punct {
            words.push(token);
        }
    }
    words
}

/// A number as one word.
fn number_word(number: &Quantity, first: Token) -> Token {
    let bounds = [number.stated.low(), number.stated.high()]
        .map(|bound| bound.map(|bound| bound.normalize().to_string()));
    let code = number.unit.map(|unit| unit.code);
    Token {
        span: number.core,
        key: Key::of(&format!("{:?} {bounds:?} {code:?}", number.kind)),
        ..first
    }
}

/// Hashes of all runs of words; a quotation shorter than a run is one run of its own when it has two words, or is a
/// number.
fn runs(words: &[Token]) -> FxHashSet<u64> {
    let length = words.len().min(RUN);
    let telling = length > 1 || words.iter().any(|word| word.upos == Upos::Num);
    if !telling {
        return FxHashSet::default();
    }
    let hash = |run: &[Token]| {
        run.iter().fold(0, |hash: u64, word| {
            hash.rotate_left(17).wrapping_mul(31) ^ word.key.0
        })
    };
    words.windows(length).map(hash).collect()
}

/// Later quotations that share a run, in order.
fn neighbours(at: usize, quoted: &Quoted, index: &FxHashMap<u64, Vec<usize>>) -> Vec<usize> {
    let entries = quoted.runs.iter().filter_map(|run| index.get(run));
    let near = entries.filter(|entry| entry.len() <= CROWDED);
    let mut found: Vec<usize> = near
        .flatten()
        .copied()
        .filter(|&other| other > at)
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

fn alike(a: &Quoted, b: &Quoted) -> bool {
    share_runs(&a.runs, &b.runs)
}

/// Whether two quotations share enough words to be one utterance by themselves, not only through a third.
pub(crate) fn alike_claims(reports: &[Report], a: ClaimId, b: ClaimId) -> bool {
    let runs_of = |id: ClaimId| runs(&words(&reports[id.report], id.claim));
    share_runs(&runs_of(a), &runs_of(b))
}

fn share_runs(a: &FxHashSet<u64>, b: &FxHashSet<u64>) -> bool {
    let shared = a.intersection(b).count() as f32;
    shared > 0.0 && shared >= SHARED * a.len().min(b.len()) as f32
}

fn gather(quotations: &[Quoted], sets: &Sets) -> Vec<Cluster> {
    let clusters = sets.gather().into_iter().map(|members| Cluster {
        kind: Kind::Quote,
        claims: members
            .iter()
            .map(|&member| quotations[member].id)
            .collect(),
    });
    clusters.collect()
}
