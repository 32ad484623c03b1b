//! Places: where the draft says that something happened in, whether the sources say another place out.
//!
//! "The strike hit Kharkiv" rests on sentences of the sources about the strike; where the best fitting ones have Sumy and
//! none near them has Kharkiv, the draft has confused the two. A place that the sources put beside the other ("Trostyanets,
//! Sumy") only says more or less, and is left alone.

use claims::Span;
use claims::claim::Value;
use claims::name::{Likeness, NameKind, likeness};
use claims::syntax::{Key, Upos};
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::answer::Fault;
use super::desk::Desk;
use super::passage::Passage;
use super::wording::words;
use crate::compare::{ClaimId, Report, Rule, Severity};

/// Fit from which a sentence of a source tells what the draft's does.
const FITS: f32 = 0.52;

/// Fit from which a sentence with the draft's own place may be what it rests on.
const CARRIES: f32 = 0.2;

/// Fit of a sentence that is nearly the draft's, and the share of it from which another with the draft's own place is.
const SAME: f32 = 0.72;
const SHARE: f32 = 0.6;

/// What the fit of a sentence counts that has the draft's place only beside it.
const ASIDE: f32 = 0.7;

/// Claims before and behind a name among which the place of an event is looked for that it names.
const AROUND: usize = 4;

/// Sentences beside one of a source in which it may name the draft's place, too.
const BESIDE: usize = 2;

/// Words between two places that stand side by side: "Trostyanets in Sumy".
const ADJOINING: usize = 3;

/// A named place in a sentence.
#[derive(Clone, Copy)]
struct Named<'a> {
    id: ClaimId,
    name: &'a str,
}

/// The places of the draft that the sources tell otherwise.
pub(super) fn faults(desk: &Desk<'_>) -> Vec<Fault> {
    let analysis = &desk.reports[desk.draft].extraction.analysis;
    let positions = Positions::new(desk);
    let sentences = 0..analysis.sentences.len();
    sentences
        .into_par_iter()
        .flat_map_iter(|sentence| {
            let own = places(desk.draft, &desk.reports[desk.draft], sentence);
            let scenes = own.into_iter().filter(|place| is_scene(desk, *place));
            scenes.filter_map(|place| fault(desk, &positions, place))
        })
        .collect()
}

/// The named places of one sentence.
fn places(index: usize, report: &Report, sentence: usize) -> Vec<Named<'_>> {
    let extraction = &report.extraction;
    let within = extraction.analysis.sentences[sentence].span;
    let claims = &extraction.claims;
    let first = claims.partition_point(|claim| claim.span.start < within.start);
    let inside = claims[first..]
        .iter()
        .enumerate()
        .take_while(|(_, claim)| claim.span.start < within.end);
    let named = inside.filter_map(|(at, claim)| {
        let Value::Name(mention) = claim.value else {
            return None;
        };
        let entity = &extraction.entities[extraction.mentions[mention].entity];
        let id = ClaimId {
            report: index,
            claim: first + at,
        };
        (entity.kind == NameKind::Place).then_some(Named {
            id,
            name: report.words(claim.span),
        })
    });
    named.collect()
}

/// Whether something happens at a place, in the words of the draft; a short form ("La.") may be spelled out in the
/// sources.
fn is_scene(desk: &Desk<'_>, place: Named<'_>) -> bool {
    let claims = &desk.reports[desk.draft].extraction.claims;
    let span = desk.claim(place.id).span;
    let near = place.id.claim.saturating_sub(AROUND)..claims.len().min(place.id.claim + AROUND);
    let mut scenes = claims[near]
        .iter()
        .filter(|claim| matches!(claim.value, Value::Place(_)));
    !place.name.ends_with('.') && scenes.any(|scene| scene.span.overlaps(span))
}

fn fault(desk: &Desk<'_>, positions: &Positions, place: Named<'_>) -> Option<Fault> {
    let claim = desk.claim(place.id);
    let own = keys(desk, place.id);
    if own.is_empty() {
        return None;
    }
    let near = desk.passages.near(desk.draft, claim.sentence, claim.span);
    let carried = near
        .iter()
        .map(|other| carried(desk, place, &own, other))
        .fold(0.0, f32::max);
    let passage = desk.passages.of(desk.draft, claim.sentence);
    let told = near
        .iter()
        .flat_map(|other| places(other.report, &desk.reports[other.report], other.sentence))
        .filter(|other| may_be_instead(desk, positions, place, other));
    let fit = |other: ClaimId| {
        let there = desk.claim(other);
        let theirs = desk.passages.of(other.report, there.sentence);
        desk.passages.fit(passage, claim.span, theirs, there.span)
    };
    let (best, other) = told
        .map(|other| (fit(other.id), other))
        .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.id.cmp(&a.1.id)))?;
    let told = best >= FITS && carried < CARRIES;
    let word_for_word = best >= SAME && carried < SHARE * best;
    (told || word_for_word).then(|| misplaced(desk, place, other))
}

/// The words of a place.
fn keys(desk: &Desk<'_>, id: ClaimId) -> Vec<Key> {
    let tokens = words(&desk.reports[id.report], desk.claim(id).span);
    let named = tokens.iter().filter(|token| token.upos == Upos::Propn);
    named.map(|token| token.key).collect()
}

/// How well a sentence of a source fits that has the draft's place, too, or stands beside one that has it.
fn carried(desk: &Desk<'_>, place: Named<'_>, own: &[Key], other: &Passage) -> f32 {
    let analysis = &desk.reports[other.report].extraction.analysis;
    let first = other.sentence.saturating_sub(BESIDE);
    let last = analysis.sentences.len().min(other.sentence + BESIDE + 1);
    let there = (first..last).filter_map(|sentence| {
        let span = named_in(desk, place, own, other.report, sentence)?;
        Some((sentence, span))
    });
    let there: Vec<_> = there.collect();
    let Some(&nearest) = there
        .iter()
        .min_by_key(|(sentence, _)| sentence.abs_diff(other.sentence))
    else {
        return 0.0;
    };
    let claim = desk.claim(place.id);
    let passage = desk.passages.of(desk.draft, claim.sentence);
    let fit = |span| desk.passages.fit(passage, claim.span, other, span);
    if nearest.0 == other.sentence {
        fit(nearest.1)
    } else {
        let end = analysis.sentences[other.sentence].span.end;
        ASIDE * fit(Span::new(end, end))
    }
}

/// Where a sentence of a source names the draft's place, in whatever form.
fn named_in(
    desk: &Desk<'_>,
    place: Named<'_>,
    own: &[Key],
    report: usize,
    sentence: usize,
) -> Option<Span> {
    let from = &desk.reports[report];
    let analysis = &from.extraction.analysis;
    let tokens = &analysis.tokens[analysis.sentences[sentence].tokens.clone()];
    let holds = |key: &Key| tokens.iter().any(|token| token.key == *key);
    if own.iter().all(holds) {
        let last = tokens.iter().find(|token| Some(&token.key) == own.last());
        return last.map(|token| token.span);
    }
    let named = places(report, from, sentence);
    let same = named
        .iter()
        .find(|other| is_linked(place.name, other.name))?;
    Some(desk.claim(same.id).span)
}

fn is_linked(a: &str, b: &str) -> bool {
    likeness(a, NameKind::Place, b, NameKind::Place) > Likeness::Different
}

/// Whether a source's place can stand where the draft has its own: the sentence of the draft does not name it, and no
/// source has the two side by side.
fn may_be_instead(
    desk: &Desk<'_>,
    positions: &Positions,
    own: Named<'_>,
    other: &Named<'_>,
) -> bool {
    let (ours, theirs) = (keys(desk, own.id), keys(desk, other.id));
    let sentence = desk.tokens_of(own.id);
    let in_draft = theirs
        .iter()
        .any(|key| sentence.iter().any(|token| token.key == *key));
    let (Some(first), Some(second)) = (ours.last(), theirs.last()) else {
        return false;
    };
    !in_draft && !is_linked(own.name, other.name) && !positions.adjoin(desk, *first, *second)
}

/// Where the sources have the last words of the draft's places: each with the numbers of source and token.
struct Positions(FxHashMap<Key, Vec<(usize, usize)>>);

impl Positions {
    fn new(desk: &Desk<'_>) -> Self {
        let draft = &desk.reports[desk.draft];
        let sentences = 0..draft.extraction.analysis.sentences.len();
        let own = sentences.flat_map(|sentence| places(desk.draft, draft, sentence));
        let own = own.filter_map(|place| keys(desk, place.id).last().copied());
        let mut positions: FxHashMap<Key, Vec<_>> = own.map(|key| (key, Vec::new())).collect();
        for &source in &desk.sources {
            let tokens = &desk.reports[source].extraction.analysis.tokens;
            for (at, token) in tokens.iter().enumerate() {
                if let Some(found) = positions.get_mut(&token.key) {
                    found.push((source, at));
                }
            }
        }
        Self(positions)
    }

    /// Whether any source has `other` side by side with the last word `own` of a place of the draft.
    fn adjoin(&self, desk: &Desk<'_>, own: Key, other: Key) -> bool {
        self.0[&own].iter().any(|&(source, at)| {
            let tokens = &desk.reports[source].extraction.analysis.tokens;
            let from = at.saturating_sub(ADJOINING + 1);
            let around = &tokens[from..tokens.len().min(at + ADJOINING + 2)];
            around.iter().any(|token| token.key == other)
        })
    }
}

fn misplaced(desk: &Desk<'_>, own: Named<'_>, other: Named<'_>) -> Fault {
    let outlet = &desk.reports[other.id.report].outlet;
    let mut fault = Fault::new(
        Rule::NameVariant,
        format!(
            "no source has “{}” here; {outlet} has “{}”",
            own.name, other.name
        ),
        vec![desk.location(other.id)],
    );
    fault.span = Some(desk.claim(own.id).span);
    fault.severity = Some(Severity::Warning);
    fault
}
