//! One draft: its claims and those of all sources in, groups, findings and standings out.

use claims::Span;
use claims::syntax::Key;

use super::answer::{self, Answer};
use super::desk::Desk;
use super::wording::{Place, words};
use super::{
    Part, contrary, identifier, name, place, polarity, quote, speaker, title, value, verbatim,
};
use crate::align::Profile;
use crate::compare::{Finding, Report, Rule, finding};

/// Checks the report `draft` of `reports` against all reports whose role is source.
pub(super) fn check(reports: &[Report], profiles: &[Profile], draft: usize) -> Part {
    let desk = Desk::new(reports, profiles, draft);
    let mut part = Part::default();
    // The two that set every sentence of the draft against those of the sources, at once.
    let (answers, denials) = rayon::join(
        || answers(&desk, &mut part.pairs),
        || polarity::faults(&desk),
    );
    for one in answers {
        answer::add(&desk, one, &mut part);
    }
    let places = place::faults(&desk);
    for fault in denials
        .into_iter()
        .chain(contrary::faults(&desk))
        .chain(identifier::faults(&desk))
        .chain(places)
    {
        let finding = answer::finding(&desk, fault, Span::default(), None);
        part.findings.push(finding);
    }
    for fault in verbatim::faults(&desk, &part.findings) {
        let finding = answer::finding(&desk, fault, Span::default(), None);
        part.findings.push(finding);
    }
    part.findings.retain(|one| !speaks_for_itself(&desk, one));
    part.findings.extend(alone(&desk));
    part.findings = once(part.findings);
    part.checks.sort_by_key(|check| check.claim);
    part
}

fn answers(desk: &Desk<'_>, pairs: &mut usize) -> Vec<Answer> {
    let quotations = quote::find(desk);
    let mut answers = value::answers(desk, pairs);
    answers.extend(quotations.iter().map(|one| quote::answer(desk, one)));
    answers.extend(
        quotations
            .iter()
            .filter_map(|one| speaker::answer(desk, one)),
    );
    answers.extend(speaker::indirect(desk));
    answers.extend(name::answers(desk));
    answers.extend(title::answers(desk));
    answers
}

/// Whether all that speaks against a sentence of the draft stands in sources that have the same sentence, word for
/// word: what a source says of one thing is no evidence against what it says itself of another.
fn speaks_for_itself(desk: &Desk<'_>, finding: &Finding) -> bool {
    let draft = &desk.reports[desk.draft];
    let analysis = &draft.extraction.analysis;
    let first = draft.extraction.token_range(finding.primary.span).start;
    if finding.related.is_empty() || first >= analysis.tokens.len() {
        return false;
    }
    let sentence = &analysis.sentences[analysis.sentence_of(first)];
    let same = in_sources(desk, sentence.span);
    let has_it = |report: usize| same.iter().any(|place| place.report == report);
    finding.related.iter().all(|place| has_it(place.report))
}

/// Where sources have the words of the draft in `span` as they are.
fn in_sources(desk: &Desk<'_>, span: Span) -> Vec<Place> {
    let words = words(&desk.reports[desk.draft], span);
    let keys: Vec<Key> = words.iter().map(|word| word.key).collect();
    desk.wording.exact(&keys)
}

/// What the draft gets wrong on its own, where it has not taken it over from a source.
fn alone(desk: &Desk<'_>) -> Vec<Finding> {
    let mut own = finding::of_report(desk.reports, desk.draft);
    own.retain(|one| {
        let taken = desk.sources.iter().any(|&source| {
            let theirs = finding::of_report(desk.reports, source);
            theirs.iter().any(|other| other.rule == one.rule)
        });
        !taken || in_sources(desk, one.primary.span).is_empty()
    });
    own
}

/// Each fault once: of findings on the same words of the draft, or on the same words of a source, the worst.
fn once(mut findings: Vec<Finding>) -> Vec<Finding> {
    findings.sort_by_key(|one| (one.severity, one.rule, one.primary));
    let mut kept: Vec<Finding> = Vec::new();
    for finding in findings {
        match kept.iter_mut().find(|one| same_fault(one, &finding)) {
            Some(one) if beside(one, &finding) => {
                one.primary.span = one.primary.span.cover(finding.primary.span);
            }
            Some(_) => {}
            None => kept.push(finding),
        }
    }
    kept
}

/// How near, in bytes, two findings stand on the same words: "April 16" and "4009" in "April 16, 4009", "one hour" and
/// "60 minutes" in "one hour and 60 minutes".
const BESIDE: u32 = 5;

fn beside(a: &Finding, b: &Finding) -> bool {
    let (first, second) = (a.primary.span, b.primary.span);
    first.start <= second.end + BESIDE && second.start <= first.end + BESIDE
}

fn same_fault(a: &Finding, b: &Finding) -> bool {
    let words = a.primary.span.overlaps(b.primary.span);
    let shown = a.related.first().zip(b.related.first());
    words || shown.is_some_and(|(a, b)| a == b) || (b.rule == Rule::Unsupported && beside(a, b))
}
