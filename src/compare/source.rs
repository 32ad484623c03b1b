//! Who says so: a claim in, its speaker out; and groups of statements given to different speakers.
//!
//! "12, police said" and "12, the hospital said" make a group of kind attribution beside that of the number: both
//! may have said it. One quotation given to two speakers cannot be right twice.

use claims::Claim;
use claims::attribution::Attribution;
use claims::claim::Value;
use claims::name::{Entity, Likeness, NameKind, Role, is_slip_of_surname, last_name, likeness};
use claims::syntax::Upos;

use rustc_hash::FxHashMap;

use super::judgement::{Cause, Judgement};
use super::{ClaimId, Decided, Group, Kind, Report, Verdict, reason, statement};
use crate::align::{
    hold_one_office, is_phrase, is_slip_of_given_name, is_slip_of_name, role, same_place,
};
use crate::text::fold;

/// A speaker by name and kind.
pub type Speaker<'a> = (&'a str, NameKind);

/// Who is given a claim, by the fullest name the report has for them.
#[must_use]
pub fn speaker<'a>(report: &'a Report, claim: &Claim) -> Option<Speaker<'a>> {
    speaker_of(report, &report.extraction.attributions[claim.attribution?])
}

/// The source of an attribution, by the fullest name the report has for it.
#[must_use]
pub fn speaker_of<'a>(report: &'a Report, attribution: &Attribution) -> Option<Speaker<'a>> {
    let entity = attribution
        .entity
        .map(|entity| &report.extraction.entities[entity]);
    entity.map_or_else(
        || {
            attribution
                .source
                .map(|source| (report.words(source), NameKind::Other))
        },
        |entity| Some((entity.name.as_str(), entity.kind)),
    )
}

/// Whether the report names the source of an attribution anywhere; "officials" and "the company" may be anybody, and "he"
/// another than the one it was taken for.
#[must_use]
pub fn names_speaker(report: &Report, attribution: &Attribution) -> bool {
    attribution.entity.map_or_else(
        || has_name(report, attribution),
        |entity| report.extraction.entities[entity].named && !is_pronoun(report, attribution),
    )
}

/// Whether the source of an attribution is a pronoun.
fn is_pronoun(report: &Report, attribution: &Attribution) -> bool {
    let tokens = attribution
        .source
        .map(|source| report.extraction.tokens_in(source));
    tokens.is_some_and(|tokens| matches!(tokens, [token] if token.upos == Upos::Pron))
}

/// Why a statement given to two speakers is no contradiction, by whether both are named.
#[must_use]
pub const fn other_speaker(both_named: bool) -> Cause {
    if both_named {
        Cause::OtherSpeaker
    } else {
        Cause::UnnamedSpeaker
    }
}

/// Whether two speakers can be one.
#[must_use]
pub fn same_speaker(a: Speaker<'_>, b: Speaker<'_>) -> bool {
    let kind = |own: NameKind, other: NameKind| match (own, other) {
        (NameKind::Other, NameKind::Person) => other,
        _ => own,
    };
    likeness(a.0, kind(a.1, b.1), b.0, kind(b.1, a.1)).is_one()
}

/// For every group whose values are given to different speakers, a group of those statements.
#[must_use]
pub fn groups(reports: &[Report], groups: &[Group]) -> Vec<Group> {
    let statements: Vec<Statements> = reports.iter().map(statements).collect();
    groups
        .iter()
        .filter_map(|group| of_group(reports, &statements, group))
        .collect()
}

/// The claim that stands for each attribution of a report.
type Statements = FxHashMap<usize, usize>;

fn statements(report: &Report) -> Statements {
    let claims = report.extraction.claims.iter().enumerate();
    claims
        .filter_map(|(at, claim)| Some((claim.value.statement()?, at)))
        .collect()
}

fn of_group(reports: &[Report], statements: &[Statements], group: &Group) -> Option<Group> {
    if !matches!(group.kind, Kind::Number | Kind::Quote) || group.values.len() < 2 {
        return None;
    }
    let spoken: Vec<Spoken<'_>> = group
        .values
        .iter()
        .filter_map(|&id| {
            let report = &reports[id.report];
            let claim = report.claim(id.claim);
            let attribution = claim.attribution?;
            let statement = *statements[id.report].get(&attribution)?;
            let attribution = &report.extraction.attributions[attribution];
            let id = ClaimId {
                report: id.report,
                claim: statement,
            };
            Some(Spoken {
                id,
                speaker: speaker(report, claim)?,
                named: is_named(report, claim),
                known: names_speaker(report, attribution),
            })
        })
        .collect();
    let (verdict, left, right) = differing(is_sentence(reports, group), &spoken)?;
    let mut both = spoken
        .iter()
        .filter(|one| one.id == left || one.id == right);
    let cause = other_speaker(both.all(|one| one.known));
    let mut judged = Group {
        kind: Kind::Attribution,
        question: match group.kind {
            Kind::Quote => statement::question(reports, &[spoken[0].id]),
            _ => format!("who says: {}", group.question),
        },
        claims: spoken.iter().map(|one| one.id).collect(),
        values: spoken.iter().map(|one| one.id).collect(),
        verdict,
        reason: String::new(),
        decided: Some(Decided {
            left,
            right,
            judgement: Judgement::new(verdict, cause),
        }),
    };
    judged.reason = reason::of(reports, &judged);
    Some(judged)
}

/// A statement with the one who makes it.
struct Spoken<'a> {
    id: ClaimId,
    speaker: Speaker<'a>,
    /// Whether the text names the speaker there: whom "he" means may be misread.
    named: bool,
    /// Whether the report names the speaker anywhere.
    known: bool,
}

/// The person who says a claim, where the text names them there.
#[must_use]
pub fn named_speaker<'a>(report: &'a Report, claim: &Claim) -> Option<Speaker<'a>> {
    let speaker = speaker(report, claim).filter(|speaker| speaker.1 == NameKind::Person);
    speaker.filter(|_| is_named(report, claim))
}

fn is_named(report: &Report, claim: &Claim) -> bool {
    let attribution = claim
        .attribution
        .map(|index| &report.extraction.attributions[index]);
    attribution.is_some_and(|attribution| has_name(report, attribution))
}

/// Whether a name stands in the source of an attribution.
fn has_name(report: &Report, attribution: &Attribution) -> bool {
    let names = |span| {
        let tokens = report.extraction.tokens_in(span);
        tokens.iter().any(|token| token.upos == Upos::Propn)
    };
    attribution.source.is_some_and(names)
}

/// Whether all say whole sentences in one's words: a short phrase may be anybody's.
fn is_sentence(reports: &[Report], group: &Group) -> bool {
    let mut quotations = group.values.iter().map(|&id| {
        let report = &reports[id.report];
        (report, report.claim(id.claim).span)
    });
    group.kind == Kind::Quote && !quotations.any(|(report, span)| is_phrase(report, span))
}

/// The worst pair of different speakers, if there is one.
fn differing(sentence: bool, spoken: &[Spoken<'_>]) -> Option<(Verdict, ClaimId, ClaimId)> {
    let pairs = spoken
        .iter()
        .enumerate()
        .flat_map(|(at, left)| spoken[at + 1..].iter().map(move |right| (left, right)));
    pairs
        .filter(|(left, right)| !same_speaker(left.speaker, right.speaker))
        .map(|(left, right)| (verdict(sentence, left, right), left.id, right.id))
        .min()
}

/// Several may have given one number; the sentence of one named person is not another's, unless the two bear one
/// surname, by which either may be meant.
fn verdict(sentence: bool, a: &Spoken<'_>, b: &Spoken<'_>) -> Verdict {
    let is_person = |one: &Spoken<'_>| one.named && one.known && one.speaker.1 == NameKind::Person;
    let surname = |one: &Spoken<'_>| fold(last_name(one.speaker.0));
    if sentence && is_person(a) && is_person(b) && surname(a) != surname(b) {
        Verdict::Conflict
    } else {
        Verdict::Compatible
    }
}

/// Judges two names of one entity, or what two reports say it is.
#[must_use]
pub fn judge_names(reports: &[Report], left: ClaimId, right: ClaimId) -> Judgement {
    let role_of = |id: ClaimId| role(&reports[id.report], id.claim);
    if let Some(roles) = role_of(left).zip(role_of(right)) {
        let words = |id: ClaimId| {
            let report = &reports[id.report];
            report.words(report.claim(id.claim).span)
        };
        return judge_roles(roles, (words(left), words(right)));
    }
    if let Value::Place(_) = reports[left.report].claim(left.claim).value {
        return judge_places(reports, left, right);
    }
    let entity = |id: ClaimId| {
        let extraction = &reports[id.report].extraction;
        match extraction.claims[id.claim].value {
            Value::Name(mention) => Some(&extraction.entities[extraction.mentions[mention].entity]),
            _ => None,
        }
    };
    let Some((a, b)) = entity(left).zip(entity(right)) else {
        return Judgement::new(Verdict::Compatible, Cause::ShorterName);
    };
    let slip = |a: &Entity, b: &Entity| {
        is_slip_of_surname(&a.name, &b.name)
            || is_slip_of_surname(&b.name, &a.name)
            || is_slip_of_given_name(a, b)
    };
    match likeness(&a.name, a.kind, &b.name, b.kind) {
        Likeness::Different if is_slip_of_name(a, b) => {
            Judgement::new(Verdict::Conflict, Cause::OtherSurname)
        }
        Likeness::Different if slip(a, b) => {
            Judgement::new(Verdict::Compatible, Cause::OtherSpelling)
        }
        Likeness::Different if hold_one_office(reports, left, right) => {
            Judgement::new(Verdict::Conflict, Cause::OneOffice)
        }
        Likeness::Spelling => Judgement::new(Verdict::Compatible, Cause::OtherSpelling),
        Likeness::Variant => Judgement::new(Verdict::Compatible, Cause::OtherName),
        _ => Judgement::new(Verdict::Compatible, Cause::ShorterName),
    }
}

/// One place may be told more or less closely.
fn judge_places(reports: &[Report], left: ClaimId, right: ClaimId) -> Judgement {
    if same_place(reports, left, right) {
        Judgement::new(Verdict::Agree, Cause::SameWords)
    } else {
        Judgement::new(Verdict::Compatible, Cause::OtherPlace)
    }
}

/// Somebody may be called by several offices at once, and by one no more.
fn judge_roles((left, right): (&Role, &Role), words: (&str, &str)) -> Judgement {
    let short_of = |short: &str, long: &str| {
        let long = fold(long);
        fold(short)
            .split(' ')
            .all(|word| long.split(' ').any(|other| other == word))
    };
    if left.is_like(right) || short_of(words.0, words.1) || short_of(words.1, words.0) {
        Judgement::new(Verdict::Agree, Cause::SameRole)
    } else if left.is_side_role() || right.is_side_role() || left.past != right.past {
        Judgement::new(Verdict::Compatible, Cause::SideRole)
    } else {
        Judgement::new(Verdict::Compatible, Cause::OtherRole)
    }
}
