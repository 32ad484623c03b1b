//! Quotations of one utterance: the quoted words of all reports in, groups of the same utterance out.
//!
//! Quotations that share a run of words meet in an index; two stand for one utterance when most of the shorter
//! one is found in the longer: not only "a lot of", but the words that tell something.

use claims::Extraction;
use claims::claim::{Claim, Value};
use claims::quantity::Quantity;
use claims::syntax::{Key, SentenceKind, Token, Upos, Xpos};
use rustc_hash::{FxHashMap, FxHashSet};
use similar::{Algorithm, DiffTag, capture_diff_slices};

use super::cluster::Cluster;
use super::union::Sets;
use crate::compare::source::{Speaker, named_speaker, same_speaker};
use crate::compare::{ClaimId, Kind, Report};

/// Words of a run that two quotations must share to be compared.
const RUN: usize = 3;

/// Share of the shorter quotation's runs that must stand in the longer.
const SHARED: f32 = 0.34;

/// Quotations under one run beyond which it is a set phrase.
const CROWDED: usize = 64;

/// Share of the shorter quotation's telling words that must stand in the longer: "a lot of delegates" and "a lot of
/// talk" are two utterances.
const TOLD: f32 = 0.4;

/// The same for a fragment.
const TOLD_SHORT: f32 = 0.7;

/// Words of a quotation that is more than a fragment.
const FRAGMENT: usize = 8;

/// The share asked of quotations of two named people, who said the same words or two things.
const TOLD_BY_TWO: f32 = 0.9;

/// Telling words that it must have then, unless it is the same to the word: two may well find one a very nice person.
const LEAST_BY_TWO: f32 = 4.0;

/// Share of a quotation's words from which another nearly holds it.
const NEARLY: f32 = 0.8;

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
struct Quoted<'a> {
    id: ClaimId,
    runs: FxHashSet<u64>,
    keys: Vec<Key>,
    /// For each word whether it tells something by itself.
    telling: Vec<bool>,
    /// Whether it is the title of a work and no utterance: "A Harbor, Not a Port".
    title: bool,
    /// Who said it, where the report names a person there.
    speaker: Option<Speaker<'a>>,
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

impl<'a> Quoted<'a> {
    /// The quotation of a report, if its words tell it from others.
    fn of(report: &'a Report, id: ClaimId) -> Option<Self> {
        let words = words(report, id.claim);
        let runs = runs(&words);
        (!runs.is_empty()).then(|| Self {
            id,
            runs,
            keys: words.iter().map(|word| word.key).collect(),
            telling: words.iter().map(tells).collect(),
            title: is_title(report, report.claim(id.claim), &words),
            speaker: named_speaker(report, report.claim(id.claim)),
        })
    }
}

/// Whether a quotation is a title: nobody is said to have said it, it has three words or more, and all that tell something
/// begin with a capital, the words of a headline aside.
fn is_title(report: &Report, claim: &Claim, words: &[Token]) -> bool {
    let capital = |word: &Token| report.words(word.span).starts_with(char::is_uppercase);
    let sentence = &report.extraction.analysis.sentences[claim.sentence];
    let mut telling = words.iter().filter(|word| tells(word));
    claim.attribution.is_none()
        && sentence.kind != SentenceKind::Headline
        && words.len() >= RUN
        && words.first().is_some_and(capital)
        && telling.all(capital)
}

/// Whether a word tells something by itself.
const fn tells(word: &Token) -> bool {
    matches!(
        word.upos,
        Upos::Noun | Upos::Propn | Upos::Verb | Upos::Adj | Upos::Num
    )
}

fn quotations(reports: &[Report]) -> Vec<Quoted<'_>> {
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

/// The words of a quotation, without punctuation and the "'s" of owners; a number is one word, known by its value, as
/// "two in three" and "2 in 3" are the same words in the style of two desks.
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
        } else if is_word(report, &token) {
            let key = written_out(token.key);
            words.push(Token { key, ..token });
        }
    }
    words
}

/// Whether a token is a word, no mark and no "'s" of an owner.
fn is_word(report: &Report, token: &Token) -> bool {
    const MARKS: [char; 8] = ['\'', '`', '"', '‘', '’', '“', '”', '―'];
    let mark =
        token.upos == Upos::Punct || report.words(token.span).chars().all(|c| MARKS.contains(&c));
    token.xpos != Xpos::Pos && !mark
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
fn neighbours(at: usize, quoted: &Quoted<'_>, index: &FxHashMap<u64, Vec<usize>>) -> Vec<usize> {
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

/// Whether a quotation holds nearly all words of the other, in their order.
pub(crate) fn nearly_holds(reports: &[Report], whole: ClaimId, part: ClaimId) -> bool {
    let keys = |id: ClaimId| -> Vec<Key> {
        let words = words(&reports[id.report], id.claim);
        words.iter().map(|word| word.key).collect()
    };
    let (whole, part) = (keys(whole), keys(part));
    let changes = capture_diff_slices(Algorithm::Myers, &part, &whole);
    let same = changes.iter().filter(|one| one.tag() == DiffTag::Equal);
    let held: usize = same.map(|one| one.old_range().len()).sum();
    held as f32 >= NEARLY * part.len() as f32
}

fn alike(a: &Quoted<'_>, b: &Quoted<'_>) -> bool {
    if a.title != b.title {
        return false;
    }
    let shortest = a.runs.len().min(b.runs.len()) as f32;
    let shared = a.runs.intersection(&b.runs).count() as f32;
    shared > 0.0 && shared >= SHARED * shortest && tell_one_thing(a, b)
}

/// Whether enough of the shorter quotation's telling words stand in the longer, in their order.
fn tell_one_thing(a: &Quoted<'_>, b: &Quoted<'_>) -> bool {
    let (short, long) = if a.keys.len() <= b.keys.len() {
        (a, b)
    } else {
        (b, a)
    };
    let by_two = a
        .speaker
        .zip(b.speaker)
        .is_some_and(|(a, b)| !same_speaker(a, b));
    let asked = match (by_two, short.keys.len() <= FRAGMENT) {
        (true, _) => TOLD_BY_TWO,
        (false, true) => TOLD_SHORT,
        (false, false) => TOLD,
    };
    let count = |words: &[bool]| words.iter().filter(|&&telling| telling).count() as f32;
    if by_two && count(&short.telling) < LEAST_BY_TWO && short.keys != long.keys {
        return false;
    }
    let changes = capture_diff_slices(Algorithm::Myers, &short.keys, &long.keys);
    let same = changes.iter().filter(|one| one.tag() == DiffTag::Equal);
    let told: f32 = same.map(|one| count(&short.telling[one.old_range()])).sum();
    told >= asked * count(&short.telling)
}

fn gather(quotations: &[Quoted<'_>], sets: &Sets) -> Vec<Cluster> {
    let clusters = sets.gather().into_iter().map(|members| Cluster {
        kind: Kind::Quote,
        claims: members
            .iter()
            .map(|&member| quotations[member].id)
            .collect(),
    });
    clusters.collect()
}
