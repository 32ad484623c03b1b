//! Fingerprints: a finding in, a name out that it keeps while its file is edited elsewhere.
//!
//! It is a fixed hash of the rule, the measure, the values in one notation and, of a draft, the words of the
//! claim. No line, offset, path or order of the reports goes into it: a line put in above, a renamed file and
//! another order leave it as it is, another value does not. "93" against "97" and "ninety-three" against "97"
//! are one finding of a comparison.

use claims::claim::{Claim, Measure, Term, Value};
use claims::quantity::Interval;
use claims::syntax::Key;
use rust_decimal::Decimal;

use super::{Comparison, Finding, Location, Report, Role, number};

/// Gives every finding of `comparison` its fingerprint.
pub fn assign(comparison: &mut Comparison) {
    let reports = &comparison.reports;
    for finding in &mut comparison.findings {
        finding.fingerprint = of(reports, finding);
    }
}

/// The fingerprint of `finding`: 16 hexadecimal digits.
#[must_use]
pub fn of(reports: &[Report], finding: &Finding) -> String {
    let role = reports[finding.primary.report].role;
    let (own, others): (Vec<Location>, Vec<Location>) = match role {
        Role::Draft => (vec![finding.primary], finding.related.clone()),
        Role::Report | Role::Source => {
            let related = finding.related.iter().copied();
            (
                [finding.primary].into_iter().chain(related).collect(),
                vec![],
            )
        }
    };
    let measures = sorted(own.iter().map(|&place| measure(reports, place)));
    let mut parts = vec![finding.rule.id().to_owned()];
    parts.extend(measures.into_iter().next());
    parts.push(sorted(own.iter().map(|&place| value(reports, place))).join(";"));
    if role == Role::Draft {
        parts.push(words(reports, finding.primary));
    }
    parts.push(sorted(others.iter().map(|&place| value(reports, place))).join(";"));
    format!("{:016x}", Key::of(&parts.join("|")).0)
}

/// Each once, in an order that does not depend on theirs.
fn sorted(parts: impl Iterator<Item = String>) -> Vec<String> {
    let mut parts: Vec<String> = parts.collect();
    parts.sort_unstable();
    parts.dedup();
    parts
}

fn claim_at(reports: &[Report], place: Location) -> Option<&Claim> {
    let claims = &reports[place.report].extraction.claims;
    claims.iter().find(|claim| claim.span == place.span)
}

/// The words of a place without case, marks and line breaks.
fn words(reports: &[Report], place: Location) -> String {
    let text = reports[place.report].words(place.span).to_lowercase();
    let words = text.split(|character: char| !character.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

fn measure(reports: &[Report], place: Location) -> String {
    let Some(claim) = claim_at(reports, place) else {
        return String::new();
    };
    let Measure {
        dimension,
        aspect,
        counted,
        outcome,
        subject,
        ..
    } = &claim.measure;
    let terms = [counted, outcome, subject].map(|term| term.as_ref().map_or("", meaning));
    format!("{dimension:?} {aspect:?} {}", terms.join(" "))
}

/// The class of a word, or else its dictionary form.
fn meaning(term: &Term) -> &str {
    term.class.unwrap_or(&term.lemma)
}

/// The value in one notation: numbers in base units, times in ISO 8601, words without marks.
fn value(reports: &[Report], place: Location) -> String {
    let claim = claim_at(reports, place);
    let known = claim.and_then(|claim| match &claim.value {
        Value::Number(_) => number::reading(claim).map(|reading| interval(&reading.stated)),
        Value::Time(timex) => Some(format!("{}/{}", timex.earliest()?, timex.latest()?)),
        Value::Quote
        | Value::Statement(_)
        | Value::Medium(_)
        | Value::Name(_)
        | Value::Role(_)
        | Value::Place(_) => None,
    });
    known.unwrap_or_else(|| words(reports, place))
}

fn interval(interval: &Interval) -> String {
    let bound =
        |value: Option<Decimal>| value.map_or_else(String::new, |one| one.normalize().to_string());
    format!("{}..{}", bound(interval.low()), bound(interval.high()))
}
