//! Quotations of one utterance: the quoted words of all reports in, groups of the same utterance out.
//!
//! Quotations that share a run of words meet in an index; two stand for one utterance when most of the shorter
//! one is found in the longer, and they do not begin and end otherwise both.

use claims::Extraction;
use claims::claim::Value;
use claims::quantity::Quantity;
use claims::syntax::{Key, Token, Upos};
use rustc_hash::{FxHashMap, FxHashSet};
use similar::{Algorithm, DiffOp, DiffTag, capture_diff_slices};

use super::cluster::Cluster;
use super::union::Sets;
use crate::compare::{ClaimId, Kind, Report};

/// Words of a run that two quotations must share to be compared.
const RUN: usize = 3;

/// Share of the shorter quotation's runs that must stand in the longer.
const SHARED: f32 = 0.34;

/// Quotations under one run beyond which it is a set phrase.
const CROWDED: usize = 64;

/// Share of the shorter quotation's words that must stand in the longer where both their ends differ: "This city will
/// not be cowed by these men", "The harbor town will not be cowed by threats".
const COVERED: f32 = 0.7;

/// Short forms with the words that they are short for; desks write the one or the other.
const SHORT_FORMS: [(Key, Key); 8] = [
    (Key::word("'m"), Key::word("am")),
    (Key::word("'re"), Key::word("are")),
    (Key::word("'ve"), Key::word("have")),
    (Key::word("'ll"), Key::word("will")),
    (Key::word("n't"), Key::word("not")),
    (Key::word("ca"), Key::word("can")),
    (Key::word("wo"), Key::word("will")),
    (Key::word("&"), Key::word("and")),
];

/// A quotation as its words.
struct Quoted {
    id: ClaimId,
    runs: FxHashSet<u64>,
    keys: Vec<Key>,
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

impl Quoted {
    /// The quotation of a report, if its words tell it from others.
    fn of(report: &Report, id: ClaimId) -> Option<Self> {
        let words = words(report, id.claim);
        let runs = runs(&words);
        let keys = words.iter().map(|word| word.key).collect();
        (!runs.is_empty()).then_some(Self { id, runs, keys })
    }
}

fn quotations(reports: &[Report]) -> Vec<Quoted> {
    let mut quotations = Vec::new();
    for (report, at) in reports.iter().enumerate() {
        for (claim, value) in at.extraction.claims.iter().enumerate() {
            if matches!(value.value, Value::Quote) {
                let id = ClaimId { report, claim };
                quotations.extend(Quoted::of(at, id));
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
            let key = written_out(token.key);
            words.push(Token { key, ..token });
        }
    }
    words
}

/// The word that a short form stands for: "have" for "'ve".
fn written_out(key: Key) -> Key {
    let known = SHORT_FORMS.iter().find(|(short, _)| *short == key);
    known.map_or(key, |(_, full)| *full)
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

/// Whether two quotations share enough words to be one utterance by themselves, not only through a third.
pub(crate) fn alike_claims(reports: &[Report], a: ClaimId, b: ClaimId) -> bool {
    let of = |id: ClaimId| Quoted::of(&reports[id.report], id);
    of(a).zip(of(b)).is_some_and(|(a, b)| alike(&a, &b))
}

fn alike(a: &Quoted, b: &Quoted) -> bool {
    let shortest = a.runs.len().min(b.runs.len()) as f32;
    let shared = a.runs.intersection(&b.runs).count() as f32;
    shared > 0.0 && shared >= SHARED * shortest && !only_crossing(&a.keys, &b.keys)
}

/// Whether two quotations begin and end otherwise and share too little between.
fn only_crossing(a: &[Key], b: &[Key]) -> bool {
    let changes = capture_diff_slices(Algorithm::Myers, a, b);
    let differs =
        |change: Option<&DiffOp>| change.is_some_and(|change| change.tag() == DiffTag::Replace);
    let same = changes.iter().filter(|one| one.tag() == DiffTag::Equal);
    let covered: usize = same.map(|one| one.old_range().len()).sum();
    let enough = COVERED * a.len().min(b.len()) as f32;
    differs(changes.first()) && differs(changes.last()) && (covered as f32) < enough
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
