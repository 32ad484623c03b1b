//! Where things were said: groups of one statement and the speakers of all statements in, groups of the media that the
//! reports name differently out.
//!
//! "Barry Lund told Reuters" and "Barry Lund said in a statement" make a group, whether he said one thing or two.

use claims::claim::Value;
use claims::name::last_name;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::compare::source::{Speaker, same_speaker};
use crate::compare::{ClaimId, Report};
use crate::text::fold;

/// Claims before and behind a statement among which others of its content are looked for.
pub(super) const BESIDE: usize = 40;

/// The media of each statement that several reports have, and of the speakers besides; `statements` are groups of one
/// statement, `speakers` all statements with theirs.
pub(super) fn align<'a>(
    reports: &[Report],
    statements: &[Vec<ClaimId>],
    speakers: impl Iterator<Item = (ClaimId, Speaker<'a>)>,
) -> Vec<Vec<ClaimId>> {
    let media = statements.iter();
    let mut media: Vec<Vec<ClaimId>> = media
        .filter_map(|claims| of_statement(reports, claims))
        .collect();
    let told = media.iter().flatten().copied().collect();
    media.extend(of_speakers(reports, speakers, &told));
    media
}

/// Where the statements of a group were made, if two reports say so and not in the same words.
fn of_statement(reports: &[Report], statements: &[ClaimId]) -> Option<Vec<ClaimId>> {
    let media = statements.iter().filter_map(|&id| medium(reports, id));
    Some(media.collect()).filter(|media: &Vec<ClaimId>| differ(reports, media))
}

/// The claim that tells where a statement was made.
fn medium(reports: &[Report], id: ClaimId) -> Option<ClaimId> {
    let extraction = &reports[id.report].extraction;
    let own = extraction.claims[id.claim].value.statement()?;
    let first = id.claim.saturating_sub(BESIDE);
    let last = extraction.claims.len().min(id.claim + BESIDE);
    let is_medium =
        |&claim: &usize| matches!(extraction.claims[claim].value, Value::Medium(of) if of == own);
    let claim = (first..last).find(is_medium)?;
    Some(ClaimId { claim, ..id })
}

/// Whether claims of two reports are told in different words.
fn differ(reports: &[Report], claims: &[ClaimId]) -> bool {
    claims.first().is_some_and(|&first| {
        let others = claims.iter();
        others.clone().any(|id| id.report != first.report)
            && others
                .clone()
                .any(|&id| words(reports, id) != words(reports, first))
    })
}

/// The words of a claim, whatever their case.
fn words(reports: &[Report], id: ClaimId) -> String {
    let report = &reports[id.report];
    fold(report.words(report.claim(id.claim).span))
}

/// Where those spoke who speak in one place alone in each report, if the reports name different ones: "told Reuters" here,
/// "said in a statement" there. `told` are those told with a statement already.
fn of_speakers<'a>(
    reports: &[Report],
    speakers: impl Iterator<Item = (ClaimId, Speaker<'a>)>,
    told: &FxHashSet<ClaimId>,
) -> Vec<Vec<ClaimId>> {
    let mut by_name: FxHashMap<String, Vec<(Speaker<'a>, ClaimId)>> = FxHashMap::default();
    for (statement, speaker) in speakers {
        if let Some(place) = medium(reports, statement) {
            let surname = fold(last_name(speaker.0));
            by_name.entry(surname).or_default().push((speaker, place));
        }
    }
    let mut groups: Vec<Vec<ClaimId>> = by_name
        .into_values()
        .filter(|places| {
            let first = places[0].0;
            places
                .iter()
                .all(|&(speaker, _)| same_speaker(first, speaker))
        })
        .map(|places| places.into_iter().map(|(_, place)| place).collect())
        .filter(|places: &Vec<ClaimId>| differ(reports, places))
        .filter(|places| {
            let mut of_reports = places.chunk_by(|a, b| a.report == b.report);
            of_reports.all(|of_one| {
                let first = words(reports, of_one[0]);
                of_one.iter().all(|&place| words(reports, place) == first)
            })
        })
        .filter(|places| !told.contains(&places[0]))
        .collect();
    groups.sort_unstable();
    groups
}
