//! Quotations: the quoted words of the draft in, whether a source has them out.
//!
//! Marks and case do not count, and a quotation may be shortened at its ends or where it shows an ellipsis. Any other
//! word is a change: "when their hours are flat" where the source has "their wages".

use claims::Span;
use claims::claim::Value;
use claims::syntax::{Key, Token};

use super::answer::{Answer, Fault};
use super::desk::Desk;
use super::wording::{Place, words};
use crate::compare::{ClaimId, Kind, Location, Rule, Standing};

/// Words below which a quotation that no source has is no utterance of which one could tell.
const FEW: usize = 4;

/// A quotation of the draft with the places that have it.
#[derive(Debug)]
pub(super) struct Quoted {
    /// The draft's claim.
    pub(super) id: ClaimId,
    /// Where sources have it, as it is or nearly so.
    pub(super) places: Vec<Place>,
}

/// The quotations of the draft and where sources have them.
pub(super) fn find(desk: &Desk<'_>) -> Vec<Quoted> {
    let draft = &desk.reports[desk.draft];
    let claims = draft.extraction.claims.iter().enumerate();
    let quotations = claims.filter(|(_, claim)| matches!(claim.value, Value::Quote));
    let found = quotations.map(|(index, claim)| Quoted {
        id: ClaimId {
            report: desk.draft,
            claim: index,
        },
        places: places(desk, claim.span),
    });
    found.collect()
}

fn places(desk: &Desk<'_>, span: Span) -> Vec<Place> {
    let words = words(&desk.reports[desk.draft], span);
    desk.wording.find(&keys(&words))
}

fn keys(words: &[Token]) -> Vec<Key> {
    words.iter().map(|word| word.key).collect()
}

/// The answer to one quotation.
pub(super) fn answer(desk: &Desk<'_>, quoted: &Quoted) -> Answer {
    let draft = &desk.reports[desk.draft];
    let own = words(draft, desk.claim(quoted.id).span);
    let mut answer = Answer {
        claim: quoted.id,
        kind: Kind::Quote,
        standing: Standing::Supported,
        supporters: Vec::new(),
        against: Vec::new(),
        fault: None,
    };
    let claims: Vec<ClaimId> = quoted
        .places
        .iter()
        .filter_map(|place| quotation_at(desk, place))
        .collect();
    match quoted.places.first() {
        None => {
            answer.standing = Standing::Unsupported;
            answer.fault = (own.len() >= FEW).then(unsupported);
        }
        Some(place) if place.changes.is_empty() => answer.supporters = claims,
        Some(place) if own.len() >= FEW => {
            answer.standing = Standing::Contradicted;
            answer.against = claims;
            answer.fault = Some(altered(desk, &own, place));
        }
        Some(_) => answer.standing = Standing::Unsupported,
    }
    answer
}

fn unsupported() -> Fault {
    let message = "no source has these words".to_owned();
    Fault::new(Rule::Unsupported, message, Vec::new())
}

/// The source's quotation at a place.
fn quotation_at(desk: &Desk<'_>, place: &Place) -> Option<ClaimId> {
    let claims = desk.reports[place.report].extraction.claims.iter();
    let index = claims
        .enumerate()
        .find(|(_, claim)| matches!(claim.value, Value::Quote) && claim.span.overlaps(place.span))?
        .0;
    Some(ClaimId {
        report: place.report,
        claim: index,
    })
}

fn altered(desk: &Desk<'_>, own: &[Token], place: &Place) -> Fault {
    let source = &desk.reports[place.report];
    let draft = &desk.reports[desk.draft];
    let shown = place.changes.iter().take(3).map(|change| {
        let ours = span_of(&own[change.own.clone()]).map_or("nothing", |span| draft.words(span));
        let theirs = change.other.map_or("nothing", |span| source.words(span));
        format!("“{ours}” where {} has “{theirs}”", source.outlet)
    });
    let shown: Vec<String> = shown.collect();
    let spans = place
        .changes
        .iter()
        .filter_map(|change| span_of(&own[change.own.clone()]));
    let mut fault = Fault::new(
        Rule::QuoteAltered,
        format!("the quotation has other words: {}", shown.join(", ")),
        vec![Location {
            report: place.report,
            span: place.span,
        }],
    );
    fault.span = spans.reduce(Span::cover);
    fault
}

fn span_of(words: &[Token]) -> Option<Span> {
    words.iter().map(|word| word.span).reduce(Span::cover)
}
