//! Exchanged values: a number of the draft and the source's claim that has it in, another number of the same sentence that
//! the draft's words belong to out.
//!
//! "The deal sets aside $175 million for refunds" rests on "… $300 million for refunds, $175 million to states": the sum
//! is there, but the words that stand with it in the draft stand with another one. So a number may be right and what it
//! is said of wrong, though the outcome is no word of the vocabulary.
//!
//! The words of a number are those between the last comma or conjunction before it and the last one before the next
//! number. Where a later number has no verb of its own, what opens the sentence is said of all of them.

use claims::Span;
use claims::claim::{Measure, Term, Value};
use claims::syntax::{Token, Upos};

use super::desk::Desk;
use super::passage::{Passage, Word};
use crate::compare::ClaimId;

/// Likeness of two words that say the same.
const ONE: f32 = 0.9;

/// Rarity, from 0 to 1 each, that several words must have together to tell one number from another.
const MUCH: f32 = 1.0;

/// How much more of the draft's words, by rarity, may stand with neither number.
const UNHEARD: f32 = 2.0;

/// The same for one word, where the two numbers count the same and the same became of it.
const SOME: f32 = 0.5;

/// A number of a source that the draft's words belong to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Exchange {
    /// The source's claim with the draft's value.
    pub(super) carrier: ClaimId,
    /// The source's claim with the draft's words.
    pub(super) sibling: ClaimId,
    /// The words of the draft that stand with the sibling.
    pub(super) words: Span,
}

/// The number whose words the draft has with another one: of `own`, which `carriers` have the value of, against its
/// neighbours there and `others`.
pub(super) fn find(
    desk: &Desk<'_>,
    own: ClaimId,
    carriers: &[ClaimId],
    others: &[ClaimId],
) -> Option<Exchange> {
    let here = Zones::of(desk, own).zone(own)?;
    let words: Vec<&Word> = here.words(desk, own).collect();
    let carriers: Vec<(Zones, Zone)> = carriers
        .iter()
        .filter_map(|&carrier| {
            let zones = Zones::of(desk, carrier);
            zones.zone(carrier).map(|zone| (zones, zone))
        })
        .collect();
    let first = carriers.first()?.1.claim;
    let siblings = carriers
        .iter()
        .flat_map(|(zones, own)| zones.zones.iter().filter(|zone| zone.claim != own.claim));
    let others = others
        .iter()
        .filter_map(|&other| Zones::of(desk, other).zone(other));
    let rivals: Vec<Zone> = siblings.copied().chain(others).collect();
    rivals.into_iter().find_map(|rival| {
        let span = stolen(desk, own, &words, &carriers, &rival)?;
        Some(Exchange {
            carrier: first,
            sibling: rival.claim,
            words: span,
        })
    })
}

/// The words of the draft that stand with `rival` and with none of `carriers`.
fn stolen(
    desk: &Desk<'_>,
    own: ClaimId,
    words: &[&Word],
    carriers: &[(Zones, Zone)],
    rival: &Zone,
) -> Option<Span> {
    if carriers.iter().any(|(_, zone)| zone.claim == rival.claim)
        || !comparable(desk, own, rival.claim)
    {
        return None;
    }
    let mut moved: Vec<&Word> = shared(desk, words, rival);
    let mut kept = false;
    for (zones, carrier) in carriers {
        let (mine, other) = if zones.zone(rival.claim).is_some() {
            zones.apart(carrier, rival)
        } else {
            (*carrier, *rival)
        };
        let theirs = shared(desk, words, &other);
        let with = shared(desk, words, carrier);
        moved.retain(|word| holds(&theirs, word) && !holds(&with, word));
        kept |= shared(desk, words, &mine)
            .iter()
            .any(|word| !holds(&theirs, word));
    }
    let deed = same_deed(desk, own, rival.claim, &moved);
    let near = carriers
        .iter()
        .any(|(zones, _)| zones.zone(rival.claim).is_some());
    let fits = !kept
        && (near || same_frame(desk, own, rival.claim))
        && mostly(desk, words, &moved)
        && says_much(desk, own, rival.claim, &moved);
    deed.or_else(|| cover(&moved).filter(|_| fits))
}

fn holds(words: &[&Word], word: &Word) -> bool {
    words.iter().any(|one| one.span == word.span)
}

/// Whether two numbers measure the same thing in the same unit, and are not the same.
fn comparable(desk: &Desk<'_>, own: ClaimId, other: ClaimId) -> bool {
    let (Value::Number(a), Value::Number(b)) = (&desk.claim(own).value, &desk.claim(other).value)
    else {
        return false;
    };
    a.dimension() == b.dimension() && a.stated != b.stated
}

/// Those of `words` that stand with a number of a source.
fn shared<'a>(desk: &Desk<'_>, words: &[&'a Word], zone: &Zone) -> Vec<&'a Word> {
    let others: Vec<&Word> = zone.words(desk, zone.claim).collect();
    let stands = |word: &Word| {
        others
            .iter()
            .any(|other| desk.passages.alike(word, other) >= ONE)
    };
    words.iter().filter(|word| stands(word)).copied().collect()
}

/// Whether `moved` says enough of all that the draft says of its number.
fn mostly(desk: &Desk<'_>, words: &[&Word], moved: &[&Word]) -> bool {
    let rarity = |words: &mut dyn Iterator<Item = &&Word>| {
        words.map(|word| desk.passages.rarity(word)).sum::<f32>()
    };
    let rest = rarity(&mut words.iter().filter(|word| !holds(moved, word)));
    rest <= UNHEARD * rarity(&mut moved.iter())
}

/// Whether words are too many and too rare to stand there by chance; where the two numbers count the same and the same
/// became of it, one is enough.
fn says_much(desk: &Desk<'_>, own: ClaimId, rival: ClaimId, words: &[&Word]) -> bool {
    let rarities = words.iter().map(|word| desk.passages.rarity(word));
    let rarity = rarities.sum::<f32>();
    let names = words
        .iter()
        .all(|word| matches!(word.upos, Upos::Noun | Upos::Propn));
    words.len() > 1 && rarity >= MUCH || rarity >= SOME && names && same_frame(desk, own, rival)
}

/// Whether two numbers count the same and the same became of it.
fn same_frame(desk: &Desk<'_>, own: ClaimId, rival: ClaimId) -> bool {
    let (own, rival) = (&desk.claim(own).measure, &desk.claim(rival).measure);
    let same = |a: &Option<Term>, b: &Option<Term>| match (a, b) {
        (Some(a), Some(b)) => a.lemma == b.lemma || a.class.is_some() && a.class == b.class,
        _ => false,
    };
    same(&own.outcome, &rival.outcome)
        && (same(&own.counted, &rival.counted) || own.counted.is_none())
}

fn cover(words: &[&Word]) -> Option<Span> {
    words.iter().map(|word| word.span).reduce(Span::cover)
}

/// The draft's word for what became of those counted, where the source says it of the sibling and not of the carrier.
fn same_deed(desk: &Desk<'_>, own: ClaimId, sibling: ClaimId, moved: &[&Word]) -> Option<Span> {
    let (own, sibling) = (&desk.claim(own).measure, &desk.claim(sibling).measure);
    let (deed, other) = own.outcome.as_ref().zip(sibling.outcome.as_ref())?;
    let same = deed.class.is_some() && deed.class == other.class;
    let counted = |measure: &Measure| measure.counted.as_ref().map(|term| term.lemma.clone());
    let fits = counted(sibling).is_none_or(|one| counted(own) == Some(one));
    let has_moved = moved.iter().any(|word| word.span.overlaps(deed.span));
    (same && fits && has_moved).then_some(deed.span)
}

/// A number and the words that are said of it alone.
#[derive(Clone, Copy, Debug)]
struct Zone {
    claim: ClaimId,
    /// The number.
    value: Span,
    /// Its words, the number among them.
    span: Span,
    /// Whether a verb is among them.
    has_verb: bool,
}

/// The numbers of one sentence.
struct Zones {
    zones: Vec<Zone>,
}

impl Zones {
    /// The numbers of the sentence that a claim stands in.
    fn of(desk: &Desk<'_>, id: ClaimId) -> Self {
        let report = &desk.reports[id.report];
        let sentence = desk.claim(id).sentence;
        let claims = report.extraction.claims.iter().enumerate();
        let numbers = claims.filter(|(_, claim)| {
            claim.sentence == sentence && matches!(claim.value, Value::Number(_))
        });
        let mut numbers: Vec<(ClaimId, Span)> = numbers
            .map(|(claim, from)| (ClaimId { claim, ..id }, from.span))
            .collect();
        numbers.sort_by_key(|number| number.1);
        let tokens = desk.tokens_of(id);
        let mut zones: Vec<Zone> = Vec::new();
        let first = tokens.first().map_or(0, |token| token.span.start);
        let end = tokens.last().map_or(0, |token| token.span.end);
        for (claim, value) in numbers {
            let before = zones.last().map_or(first, |last| last.value.end);
            let separator = zones
                .last()
                .and_then(|_| separator(tokens, Span::new(before, value.start.max(before))));
            let start = separator.unwrap_or(before);
            if let Some(last) = zones.last_mut() {
                last.span.end = start;
            }
            zones.push(Zone {
                claim,
                value,
                span: Span::new(start, end.max(start)),
                has_verb: false,
            });
        }
        for zone in &mut zones {
            zone.has_verb = tokens.iter().any(|token| {
                zone.span.contains(token.span) && matches!(token.upos, Upos::Verb | Upos::Aux)
            });
        }
        Self { zones }
    }

    fn zone(&self, id: ClaimId) -> Option<Zone> {
        self.zones.iter().find(|zone| zone.claim == id).copied()
    }

    /// The words of each of two numbers that are not said of both.
    fn apart(&self, a: &Zone, b: &Zone) -> (Zone, Zone) {
        let first = self.zones[0].claim;
        let cut = |zone: &Zone, other: &Zone| {
            let mut zone = *zone;
            if zone.claim == first && !other.has_verb {
                zone.span.start = zone.value.start;
            }
            zone
        };
        (cut(a, b), cut(b, a))
    }
}

impl Zone {
    /// The words that carry what is said of it.
    fn words<'a>(
        &self,
        desk: &'a Desk<'_>,
        id: ClaimId,
    ) -> impl Iterator<Item = &'a Word> + use<'a> {
        let passage: &Passage = desk.passages.of(id.report, desk.claim(id).sentence);
        let zone = *self;
        passage.words.iter().filter(move |word| {
            let content = matches!(word.upos, Upos::Noun | Upos::Propn | Upos::Verb | Upos::Adj);
            content && zone.span.contains(word.span) && !zone.value.overlaps(word.span)
        })
    }
}

/// Where the last comma or conjunction of `span` stands.
fn separator(tokens: &[Token], span: Span) -> Option<u32> {
    let inside = tokens.iter().filter(|token| span.contains(token.span));
    let mut parts = inside.filter(|token| is_separator(token));
    parts.next_back().map(|token| token.span.start)
}

fn is_separator(token: &Token) -> bool {
    let comma = token.upos == Upos::Punct && token.span.len() == 1;
    comma || matches!(token.upos, Upos::Cconj)
}
