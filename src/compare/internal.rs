//! What a report gets wrong on its own: one report in, its contradictions out.
//!
//! A headline with 3,800 feet over a text with 38,000; "Monday, July 5" in a year where that is a Tuesday;
//! "93 of 108, or 96 percent".

use claims::claim::{Claim, Value};
use claims::quantity::QuantityKind;
use claims::syntax::SentenceKind;
use rust_decimal::Decimal;

use super::judgement::Cause;
use super::{ClaimId, Group, Kind, Location, Report, Rule, Verdict, group};

/// A contradiction inside one report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The rule it breaks.
    pub rule: Rule,
    /// One plain sentence.
    pub message: String,
    /// Where it stands.
    pub primary: Location,
    /// What it contradicts.
    pub related: Vec<Location>,
}

/// The contradictions of every report, in order.
#[must_use]
pub fn faults(reports: &[Report], groups: &[Group]) -> Vec<Fault> {
    let headlines = groups
        .iter()
        .flat_map(|group| headline_faults(reports, group));
    let alone = reports.iter().enumerate().flat_map(|(index, report)| {
        let weekdays = weekdays(index, report);
        weekdays.into_iter().chain(shares(index, report))
    });
    headlines.chain(alone).collect()
}

/// A headline whose value the body of the same report cannot hold.
fn headline_faults(reports: &[Report], group: &Group) -> Vec<Fault> {
    let mut faults = Vec::new();
    if group.kind != Kind::Number {
        return faults;
    }
    for mentions in group.claims.chunk_by(|a, b| a.report == b.report) {
        let (titles, body): (Vec<ClaimId>, Vec<ClaimId>) =
            mentions.iter().partition(|&&id| is_headline(reports, id));
        let (Some(&title), Some(&text)) = (titles.first(), body.first()) else {
            continue;
        };
        let conflicting = body.iter().all(|&id| contradicts(reports, title, id));
        faults.extend(conflicting.then(|| headline_fault(reports, group, title, text)));
    }
    faults
}

fn contradicts(reports: &[Report], a: ClaimId, b: ClaimId) -> bool {
    let judgement = group::judge_pair(reports, Kind::Number, a, b);
    judgement.verdict == Verdict::Conflict
        || (judgement.verdict == Verdict::Update && judgement.cause == Cause::Toll)
}

fn is_headline(reports: &[Report], id: ClaimId) -> bool {
    let extraction = &reports[id.report].extraction;
    extraction.analysis.sentences[extraction.claims[id.claim].sentence].kind
        == SentenceKind::Headline
}

fn headline_fault(reports: &[Report], group: &Group, title: ClaimId, text: ClaimId) -> Fault {
    let report = &reports[title.report];
    let words = |id: ClaimId| report.words(report.claim(id.claim).span);
    Fault {
        rule: Rule::InternalConflict,
        message: format!(
            "{}: the headline of {} has “{}”, its text “{}”",
            group.question,
            report.outlet,
            words(title),
            words(text)
        ),
        primary: location(report, title),
        related: vec![location(report, text)],
    }
}

fn location(report: &Report, id: ClaimId) -> Location {
    Location {
        report: id.report,
        span: report.claim(id.claim).span,
    }
}

/// A weekday beside a date that falls on another.
fn weekdays(index: usize, report: &Report) -> Vec<Fault> {
    let wrong = report.extraction.times.iter().filter_map(|timex| {
        let weekday = timex.wrong_weekday?;
        let day = timex.value?.start.date();
        Some(Fault {
            rule: Rule::TimeConflict,
            message: format!(
                "{} has “{}”, but {day} is a {:?}",
                report.outlet,
                report.words(timex.span),
                day.weekday()
            ),
            primary: Location {
                report: index,
                span: weekday,
            },
            related: Vec::new(),
        })
    });
    wrong.collect()
}

/// "93 of 108, or 96 percent": a share that its own numbers do not give.
fn shares(index: usize, report: &Report) -> Vec<Fault> {
    let claims = &report.extraction.claims;
    let numbers: Vec<&Claim> = claims
        .iter()
        .filter(|claim| matches!(claim.value, Value::Number(_)))
        .collect();
    let triples = numbers.windows(3).filter(|triple| {
        triple[0].sentence == triple[2].sentence && is_part_of(report, triple[0], triple[1])
    });
    let faults = triples.filter_map(|triple| {
        let (part, whole, share) = (exact(triple[0])?, exact(triple[1])?, percent(triple[2])?);
        (!makes(part, whole, share)).then(|| Fault {
            rule: Rule::NumberSum,
            message: format!(
                "{}: “{}” of “{}” is {} percent, not “{}”",
                report.outlet,
                report.words(triple[0].span),
                report.words(triple[1].span),
                (part / whole * Decimal::ONE_HUNDRED)
                    .round_dp(1)
                    .normalize(),
                report.words(triple[2].span)
            ),
            primary: Location {
                report: index,
                span: triple[2].span,
            },
            related: triple[..2]
                .iter()
                .map(|claim| Location {
                    report: index,
                    span: claim.span,
                })
                .collect(),
        })
    });
    faults.collect()
}

/// Whether only "of", "of the" or "out of" stands between the two.
fn is_part_of(report: &Report, part: &Claim, whole: &Claim) -> bool {
    const BETWEEN: [&str; 5] = ["of", "of the", "out of", "of its", "of some"];
    let gap = part.span.end..whole.span.start;
    let text = report
        .document
        .text
        .get(gap.start as usize..gap.end as usize);
    text.is_some_and(|text| BETWEEN.contains(&text.trim().to_lowercase().as_str()))
}

fn exact(claim: &Claim) -> Option<Decimal> {
    let quantity = claim
        .value
        .number()
        .filter(|quantity| quantity.kind == QuantityKind::Count)?;
    quantity
        .value
        .point()
        .filter(|value| *value >= Decimal::TWO)
}

/// A percentage and the weight of its last digit.
fn percent(claim: &Claim) -> Option<(Decimal, Decimal)> {
    let quantity = claim
        .value
        .number()
        .filter(|quantity| quantity.kind == QuantityKind::Percent)?;
    Some((quantity.value.point()?, quantity.step))
}

/// Whether the part is the share of the whole, rounded as the share is.
fn makes(part: Decimal, whole: Decimal, (share, step): (Decimal, Decimal)) -> bool {
    let real = part / whole * Decimal::ONE_HUNDRED;
    (real - share).abs() <= step
}
