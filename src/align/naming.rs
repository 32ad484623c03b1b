//! What speakers call things: quotations in, groups of those in which one speaker calls one thing something else out.
//!
//! "The fire, Lund said, was a 'hateful act'" and "Lund called the fire 'a senseless crime'" make a group: nobody has
//! misquoted him, and yet an editor wants to see both. A quotation and a part of it are the matter of `quote`.

use claims::claim::{Claim, Value};
use claims::name::last_name;
use claims::syntax::{Key, Relation, Token, Upos};
use rustc_hash::FxHashMap;

use super::cluster::Cluster;
use super::profile::Stems;
use crate::compare::source::{Speaker, same_speaker, speaker};
use crate::compare::{ClaimId, Kind, Report};
use crate::text::fold;

/// Words of a quotation beyond which it is more than what something is called.
const LONGEST: usize = 7;

/// A quotation in which somebody calls something what it is in their eyes.
struct Naming<'a> {
    id: ClaimId,
    speaker: Speaker<'a>,
    /// The words that carry a meaning, sorted.
    words: Vec<Key>,
}

impl Naming<'_> {
    /// Whether one says all that the other says.
    fn holds(&self, other: &Self) -> bool {
        let all_in =
            |part: &Self, whole: &Self| part.words.iter().all(|word| whole.words.contains(word));
        all_in(self, other) || all_in(other, self)
    }
}

/// Groups the names that one speaker has for one thing in two reports or more, where they differ.
pub(super) fn align(reports: &[Report]) -> Vec<Cluster> {
    let stems = Stems::new();
    let mut by_thing: FxHashMap<(String, Key), Vec<Naming<'_>>> = FxHashMap::default();
    for (number, report) in reports.iter().enumerate() {
        for (at, claim) in report.extraction.claims.iter().enumerate() {
            let id = ClaimId {
                report: number,
                claim: at,
            };
            let found = thing(report, claim).zip(speaker(report, claim));
            if let Some((thing, speaker)) = found {
                let key = (fold(last_name(speaker.0)), stems.concept_of(report, thing));
                let words = words(report, claim, &stems);
                by_thing
                    .entry(key)
                    .or_default()
                    .push(Naming { id, speaker, words });
            }
        }
    }
    let groups = by_thing.into_values().filter(|names| differ(names));
    let mut clusters: Vec<Cluster> = groups
        .map(|names| Cluster {
            kind: Kind::Attribution,
            claims: names.iter().map(|naming| naming.id).collect(),
        })
        .collect();
    clusters.sort_unstable_by(|a, b| a.claims.cmp(&b.claims));
    clusters
}

/// Whether one speaker calls the thing by names of which none holds another, in two reports.
fn differ(names: &[Naming<'_>]) -> bool {
    let first = &names[0];
    let one_voice = names
        .iter()
        .all(|naming| same_speaker(first.speaker, naming.speaker));
    let others = names
        .iter()
        .filter(|naming| naming.id.report != first.id.report);
    let mut others = others.peekable();
    one_voice && others.peek().is_some() && others.all(|naming| !naming.holds(first))
}

/// What a quotation is the name of, in the eyes of whom it quotes: *fire* in "called the fire 'a crime'" and "the fire
/// was 'a crime'".
pub(crate) fn thing<'a>(report: &'a Report, claim: &Claim) -> Option<&'a Token> {
    let analysis = &report.extraction.analysis;
    let quoted = Some(claim).filter(|claim| matches!(claim.value, Value::Quote))?;
    let inside = report.extraction.token_range(quoted.span);
    let words = analysis.tokens[inside.clone()].iter();
    if words.filter(|token| token.upos != Upos::Punct).count() > LONGEST {
        return None;
    }
    let outside = |&token: &usize| {
        let head = analysis.head(token).filter(|head| !inside.contains(head));
        head.is_some() && analysis.tokens[token].upos != Upos::Punct
    };
    let root = inside.clone().find(outside)?;
    let child = |of: usize, relations: &[Relation]| {
        let mut children = analysis.children(of);
        children.find(|&token| token != root && relations.contains(&analysis.relation(token)))
    };
    let head = analysis.head(root)?;
    let is_as = report
        .words(analysis.tokens[head].span)
        .eq_ignore_ascii_case("as");
    let thing = match analysis.relation(root) {
        Relation::Attr => child(head, &[Relation::Nsubj]),
        Relation::Oprd => child(head, &[Relation::Dobj]),
        Relation::Pobj if is_as => child(analysis.head(head)?, &[Relation::Dobj]),
        _ => None,
    }?;
    let token = &analysis.tokens[thing];
    let named = matches!(token.upos, Upos::Noun | Upos::Propn);
    let is_name = analysis.tokens[root].upos == Upos::Noun;
    (named && is_name && !inside.contains(&thing)).then_some(token)
}

/// The words of a quotation that carry a meaning.
fn words(report: &Report, claim: &Claim, stems: &Stems) -> Vec<Key> {
    let tokens = report.extraction.tokens_in(claim.span).iter();
    let told = tokens.filter(|token| {
        matches!(
            token.upos,
            Upos::Noun | Upos::Propn | Upos::Adj | Upos::Verb
        )
    });
    told.map(|token| stems.concept_of(report, token)).collect()
}
