//! Names: those of the draft in, whether the sources spell them so out.
//!
//! A name that stands in a source as it is is right. One that no source has is wrong when the sources know somebody
//! of that surname by another first name ("Don Fraijo", "Dan Fraijo"), or a name that is spelled nearly so ("Simmons",
//! "Simons").

use claims::claim::Value;
use claims::name::{Mention, NameKind};
use claims::syntax::{Key, Token, Upos};
use rustc_hash::{FxHashMap, FxHashSet};

use super::answer::{Answer, Fault};
use super::desk::Desk;
use super::wording::words;
use crate::compare::{ClaimId, Kind, Location, Rule, Severity, Standing};

/// Letters from which a word is long enough to be another word misspelt.
const LONG: usize = 4;

/// Likeness of two spellings of one name.
const ALIKE: f64 = 0.72;

/// The names of the sources.
#[derive(Debug)]
struct Known {
    /// All words of the sources, whether or not of names.
    words: FxHashSet<Key>,
    /// The names, each once.
    names: Vec<Name>,
}

/// A name with its words.
#[derive(Debug)]
struct Name {
    id: ClaimId,
    kind: NameKind,
    words: Vec<(Key, String)>,
}

/// The answers to the names of the draft, each name once.
pub(super) fn answers(desk: &Desk<'_>) -> Vec<Answer> {
    let known = known(desk);
    let mut seen: FxHashSet<Vec<Key>> = FxHashSet::default();
    let own = names(desk, desk.draft);
    let fresh = own
        .into_iter()
        .filter(|name| seen.insert(name.words.iter().map(|word| word.0).collect()));
    fresh.map(|name| answer(desk, &known, &name)).collect()
}

fn known(desk: &Desk<'_>) -> Known {
    let mut all = FxHashSet::default();
    let mut names_of: FxHashMap<Vec<Key>, Name> = FxHashMap::default();
    for &source in &desk.sources {
        all.extend(
            desk.reports[source]
                .extraction
                .analysis
                .tokens
                .iter()
                .map(|token| token.key),
        );
        for name in names(desk, source) {
            let keys = name.words.iter().map(|word| word.0).collect();
            names_of.entry(keys).or_insert(name);
        }
    }
    let mut names: Vec<Name> = names_of.into_values().collect();
    names.sort_by_key(|name| name.id);
    Known { words: all, names }
}

fn names(desk: &Desk<'_>, report: usize) -> Vec<Name> {
    let from = &desk.reports[report];
    let extraction = &from.extraction;
    let claims = extraction.claims.iter().enumerate();
    let names = claims.filter_map(|(index, claim)| {
        let Value::Name(mention) = claim.value else {
            return None;
        };
        let mention: &Mention = &extraction.mentions[mention];
        let tokens = words(from, mention.span);
        let named = tokens.iter().filter(|token| token.upos == Upos::Propn);
        let word = |token: &Token| (token.key, from.words(token.span).to_lowercase());
        Some(Name {
            id: ClaimId {
                report,
                claim: index,
            },
            kind: extraction.entities[mention.entity].kind,
            words: named.map(word).collect(),
        })
    });
    names.filter(|name| !name.words.is_empty()).collect()
}

fn answer(desk: &Desk<'_>, known: &Known, name: &Name) -> Answer {
    let mut answer = Answer {
        claim: name.id,
        kind: Kind::Name,
        standing: Standing::Supported,
        supporters: Vec::new(),
        against: Vec::new(),
        fault: None,
    };
    let keys: Vec<Key> = name.words.iter().map(|word| word.0).collect();
    let whole = words(&desk.reports[desk.draft], desk.claim(name.id).span);
    let whole: Vec<Key> = whole.iter().map(|token| token.key).collect();
    let carried = [&whole, &keys]
        .into_iter()
        .any(|keys| !desk.wording.exact(keys).is_empty());
    if carried {
        answer.supporters = known
            .names
            .iter()
            .filter(|other| other.words.iter().any(|word| keys.contains(&word.0)))
            .map(|other| other.id)
            .take(1)
            .collect();
        return answer;
    }
    match other_name(known, name) {
        Some(other) => {
            answer.standing = Standing::Contradicted;
            answer.against = vec![other.id];
            answer.fault = Some(misnamed(desk, name, other));
        }
        None => answer.standing = Standing::Unsupported,
    }
    answer
}

/// The name that the draft's may have been meant for.
fn other_name<'a>(known: &'a Known, name: &Name) -> Option<&'a Name> {
    let by_first = known
        .names
        .iter()
        .find(|other| other_first(known, name, other));
    by_first.or_else(|| {
        known
            .names
            .iter()
            .find(|other| misspelt(known, name, other))
    })
}

/// One surname, and a first name that no source has.
fn other_first(known: &Known, name: &Name, other: &Name) -> bool {
    let person = name.kind == NameKind::Person && other.kind == NameKind::Person;
    let (Some((first, _)), Some((last, _))) = (name.words.first(), name.words.last()) else {
        return false;
    };
    let surname = other.words.len() > 1 && other.words.last().map(|word| word.0) == Some(*last);
    person && name.words.len() > 1 && surname && !known.words.contains(first)
}

/// A word that no source has, spelled nearly as a name of the sources is, and no word between them that differs more.
fn misspelt(known: &Known, name: &Name, other: &Name) -> bool {
    let strange: Vec<&str> = name
        .words
        .iter()
        .filter(|word| !known.words.contains(&word.0))
        .map(|word| word.1.as_str())
        .collect();
    let alike = |strange: &str| {
        let mut words = other.words.iter();
        words.any(|word| strange.len() >= LONG && same_letters(strange, &word.1))
    };
    !strange.is_empty() && strange.iter().all(|word| alike(word))
}

/// Whether two words are likely spellings of one name.
pub(super) fn same_letters(a: &str, b: &str) -> bool {
    a.chars().next() == b.chars().next() && strsim::normalized_damerau_levenshtein(a, b) >= ALIKE
}

fn misnamed(desk: &Desk<'_>, name: &Name, other: &Name) -> Fault {
    let words = |id: ClaimId| desk.reports[id.report].words(desk.claim(id).span);
    let outlet = &desk.reports[other.id.report].outlet;
    let mut fault = Fault::new(
        Rule::NameVariant,
        format!(
            "no source has the name “{}”; {outlet} has “{}”",
            words(name.id),
            words(other.id)
        ),
        vec![Location {
            report: other.id.report,
            span: desk.claim(other.id).span,
        }],
    );
    fault.severity = Some(Severity::Warning);
    fault
}
