//! Speakers: a quotation of the draft, or its indirect speech, and where the sources have it in, whether they give it to
//! the same speaker out.
//!
//! "survived without the other," said the sheriff, where the source goes on "Gibney said". A draft may call a speaker
//! otherwise than its source does ("a state official"), so only a name is held against it: where the source names its
//! speaker, that one must be another; where it does not, the draft's must be named nowhere near.

use claims::Span;
use claims::attribution::{Attribution, Style};
use claims::name::{Entity, NameKind, last_name};
use claims::syntax::{Key, Upos};
use rustc_hash::FxHashMap;

use super::answer::{Answer, Fault};
use super::desk::Desk;
use super::quote::Quoted;
use super::wording::words;
use crate::compare::{ClaimId, Kind, Location, Report, Rule, Standing};

/// Sentences before and behind the words in which their speaker may be named.
const AROUND: usize = 3;

/// Words below which a quotation may be anybody's.
const FEW: usize = 3;

/// Words with a meaning that indirect speech must have to be told from other speech.
const MANY: usize = 5;

/// Share of the words of the longer of two statements that both must have to be one.
const SAME: f32 = 0.7;

/// A speaker that the draft names.
struct Speaker<'a> {
    /// The words of the draft that name it.
    span: Span,
    entity: &'a Entity,
    names: Vec<Key>,
}

/// The answer to who speaks the words of a quotation, where the draft names somebody whom no source gives them to.
pub(super) fn answer(desk: &Desk<'_>, quoted: &Quoted) -> Option<Answer> {
    if words(&desk.reports[desk.draft], desk.claim(quoted.id).span).len() < FEW {
        return None;
    }
    let places = quoted.places.iter().map(|place| Location {
        report: place.report,
        span: place.span,
    });
    judge(
        desk,
        quoted.id,
        desk.claim(quoted.id).attribution?,
        &places.collect::<Vec<_>>(),
    )
}

/// The answers to indirect speech that the sources have nearly word for word, and from somebody else.
pub(super) fn indirect(desk: &Desk<'_>) -> Vec<Answer> {
    let said = said(desk);
    let mut index: FxHashMap<Key, Vec<usize>> = FxHashMap::default();
    for (at, one) in said.iter().enumerate() {
        for &word in &one.words {
            index.entry(word).or_default().push(at);
        }
    }
    let claims = desk.reports[desk.draft].extraction.claims.iter();
    let answers = claims.enumerate().filter_map(|(claim, value)| {
        let attribution = value.value.statement()?;
        let places = same_words(desk, attribution, &said, &index);
        let id = ClaimId {
            report: desk.draft,
            claim,
        };
        judge(desk, id, attribution, &places)
    });
    answers.collect()
}

/// A statement of a source with the words of its content.
struct Said {
    place: Location,
    words: Vec<Key>,
}

/// What the sources of all reports have said.
fn said(desk: &Desk<'_>) -> Vec<Said> {
    let statements = desk.sources.iter().flat_map(|&report| {
        let attributions = desk.reports[report].extraction.attributions.iter();
        attributions.map(move |attribution| (report, attribution))
    });
    let said = statements.filter_map(|(report, attribution)| {
        let span = attribution.content.iter().copied().reduce(Span::cover)?;
        Some(Said {
            place: Location { report, span },
            words: content(&desk.reports[report], attribution),
        })
    });
    said.collect()
}

/// The words of what is said that carry meaning, each once.
fn content(report: &Report, attribution: &Attribution) -> Vec<Key> {
    let spans = attribution.content.iter();
    let tokens = spans.flat_map(|&span| report.extraction.tokens_in(span));
    let carries = |upos: Upos| {
        matches!(
            upos,
            Upos::Noun | Upos::Propn | Upos::Verb | Upos::Adj | Upos::Num
        )
    };
    let mut words: Vec<Key> = tokens
        .filter(|token| carries(token.upos))
        .map(|token| token.key)
        .collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// Where sources have a statement of the draft in nearly the same words.
fn same_words(
    desk: &Desk<'_>,
    attribution: usize,
    said: &[Said],
    index: &FxHashMap<Key, Vec<usize>>,
) -> Vec<Location> {
    let draft = &desk.reports[desk.draft];
    let attribution = &draft.extraction.attributions[attribution];
    let own = content(draft, attribution);
    if attribution.style != Style::Indirect || own.len() < MANY {
        return Vec::new();
    }
    let mut shared: FxHashMap<usize, usize> = FxHashMap::default();
    for at in own.iter().filter_map(|word| index.get(word)).flatten() {
        *shared.entry(*at).or_default() += 1;
    }
    let enough = |of: usize, shared: usize| shared as f32 >= SAME * of as f32;
    let mut places: Vec<(usize, Location)> = shared
        .into_iter()
        .filter(|&(at, shared)| enough(own.len().max(said[at].words.len()), shared))
        .map(|(at, _)| (at, said[at].place))
        .collect();
    places.sort_unstable_by_key(|&(at, _)| at);
    places.into_iter().map(|(_, place)| place).collect()
}

/// The answer to who says what stands at `places` of the sources, where the draft names somebody else.
fn judge(
    desk: &Desk<'_>,
    claim: ClaimId,
    attribution: usize,
    places: &[Location],
) -> Option<Answer> {
    let speaker = speaker(desk, attribution)?;
    let place = places.first()?;
    let given = places.iter().any(|place| may_be(desk, &speaker, place));
    (!given).then(|| Answer {
        claim,
        kind: Kind::Attribution,
        standing: Standing::Contradicted,
        supporters: Vec::new(),
        against: Vec::new(),
        fault: Some(fault(desk, &speaker, place)),
    })
}

/// Whom the draft gives an attribution to, where it names a person or a body.
fn speaker<'a>(desk: &Desk<'a>, attribution: usize) -> Option<Speaker<'a>> {
    let draft = &desk.reports[desk.draft];
    let extraction = &draft.extraction;
    let attribution = &extraction.attributions[attribution];
    let index = attribution.entity?;
    let entity = &extraction.entities[index];
    let source = attribution.source?;
    let mut mentions = extraction.mentions.iter();
    let mention =
        mentions.find(|mention| mention.entity == index && source.contains(mention.span))?;
    let speaks = matches!(entity.kind, NameKind::Person | NameKind::Organization);
    let named = speaks && is_proper(draft, mention.span);
    named.then(|| Speaker {
        span: mention.span,
        entity,
        names: names(draft, mention.span),
    })
}

fn is_proper(report: &Report, span: Span) -> bool {
    words(report, span)
        .iter()
        .any(|token| token.upos == Upos::Propn)
}

fn names(report: &Report, span: Span) -> Vec<Key> {
    let words = words(report, span);
    let proper = words.iter().filter(|token| token.upos == Upos::Propn);
    proper.map(|token| token.key).collect()
}

/// Whether a source may give the words at a place to the draft's speaker.
fn may_be(desk: &Desk<'_>, speaker: &Speaker<'_>, place: &Location) -> bool {
    let source = &desk.reports[place.report];
    let theirs = attribution_at(source, place)
        .and_then(|one| one.entity)
        .map(|entity| &source.extraction.entities[entity]);
    match theirs {
        Some(theirs)
            if theirs.kind == NameKind::Person
                && speaker.entity.kind == NameKind::Person
                && is_name(theirs) =>
        {
            same_surname(&theirs.name, &speaker.entity.name)
        }
        _ => {
            let near = source.extraction.tokens_in(around(source, place));
            near.iter().any(|token| speaker.names.contains(&token.key))
        }
    }
}

/// Whether an entity goes by a proper name: "Ruby Gibney", not "the owner".
fn is_name(entity: &Entity) -> bool {
    entity.name.starts_with(char::is_uppercase) && !entity.name.starts_with("The ")
}

/// Whether two people may be one: their surnames are the same, or nearly so; a misspelt name is told elsewhere.
fn same_surname(a: &str, b: &str) -> bool {
    let last = |name: &str| last_name(name).to_lowercase();
    super::name::same_letters(&last(a), &last(b))
}

/// The sentences around a place.
fn around(source: &Report, place: &Location) -> Span {
    let sentences = &source.extraction.analysis.sentences;
    let first = sentences.partition_point(|sentence| sentence.span.end <= place.span.start);
    let after = sentences.partition_point(|sentence| sentence.span.start < place.span.end);
    let last = (after.max(first + 1) - 1 + AROUND).min(sentences.len() - 1);
    let from = sentences[first.saturating_sub(AROUND)].span;
    from.cover(sentences[last].span)
}

/// The attribution that holds the words at a place, the innermost.
fn attribution_at<'a>(source: &'a Report, place: &Location) -> Option<&'a Attribution> {
    let attributions = source.extraction.attributions.iter();
    let holds = |one: &&Attribution| {
        one.content
            .iter()
            .any(|content| content.overlaps(place.span))
    };
    attributions
        .filter(holds)
        .min_by_key(|one| one.content.iter().map(|span| span.len()).sum::<u32>())
}

fn fault(desk: &Desk<'_>, speaker: &Speaker<'_>, place: &Location) -> Fault {
    let draft = &desk.reports[desk.draft];
    let source = &desk.reports[place.report];
    let who = theirs(source, place)
        .map_or_else(|| "somebody else".to_owned(), |name| format!("“{name}”"));
    let mut fault = Fault::new(
        Rule::AttributionConflict,
        format!(
            "the draft gives these words to “{}”, {} to {who}",
            draft.words(speaker.span),
            source.outlet
        ),
        vec![*place],
    );
    fault.span = Some(speaker.span);
    fault
}

/// Whom a source gives the words at a place to.
fn theirs<'a>(source: &'a Report, place: &Location) -> Option<&'a str> {
    let attribution = attribution_at(source, place)?;
    match attribution
        .entity
        .map(|entity| &source.extraction.entities[entity])
    {
        Some(entity) if is_name(entity) => Some(&entity.name),
        _ => attribution.source.map(|span| source.words(span)),
    }
}
