//! Why claims stand side by side: a group in, what its alignment rests on out.
//!
//! Of numbers and times, what the gate compared and what each feature of likeness gave; of quotations the run of
//! words they share, of names and statements what they have in common.

use claims::Span;
use claims::claim::Value;
use claims::name::Likeness;
use claims::syntax::Token;

use super::super::rule::fill;
use super::{Naming, feature, measure};
use crate::align::{
    JOIN, Profile, name_likeness, pair_score, profiles, quoted_words, score,
    words_in_both_statements,
};
use crate::compare::{ClaimId, Group, Report};
use crate::text::clean;

/// Columns of what was found of a thing compared.
const SECOND_WIDTH: usize = 70;

/// Why the claims of a group were aligned, one paragraph or row each.
pub(super) fn why(group: &Group, naming: &Naming<'_>) -> Vec<String> {
    let Some(decided) = group.decided else {
        return Vec::new();
    };
    let (left, right) = (decided.left, decided.right);
    let mut lines = vec![format!(
        "{} and {}",
        naming.claim(left),
        naming.claim(right)
    )];
    let reports = naming.reports;
    match reports[left.report].claim(left.claim).value {
        Value::Number(_) | Value::Time(_) => lines.extend(values(group, left, right, naming)),
        Value::Quote => lines.push(quotations(reports, left, right)),
        Value::Name(_) => lines.push(names(reports, left, right)),
        Value::Place(_) => lines.push("Both say where one thing happened.".to_owned()),
        Value::Role(_) => lines.push("Both say what one and the same is.".to_owned()),
        Value::Statement(_) => lines.push(statements(reports, left, right)),
        Value::Medium(_) => lines.push("Both say where one statement was made.".to_owned()),
    }
    lines
}

fn values(group: &Group, left: ClaimId, right: ClaimId, naming: &Naming<'_>) -> Vec<String> {
    let profiles = profiles(naming.reports);
    let of = |id: ClaimId| profiles.iter().find(|profile| profile.id == id);
    let Some((a, b)) = of(left).zip(of(right)) else {
        return Vec::new();
    };
    let mut lines = vec![
        String::new(),
        "Nothing that was compared keeps them apart:".to_owned(),
    ];
    let compared = measure::compared(naming.reports, a, b);
    lines.extend(compared.iter().flat_map(|(what, found)| row(what, found)));
    lines.extend(likeness(a, b));
    let group: Vec<&Profile> = group.claims.iter().filter_map(|&id| of(id)).collect();
    lines.extend(others(&group, [left, right], naming));
    lines
}

/// One row of two columns; what does not fit stands below, in the second.
fn row(what: &str, found: &str) -> Vec<String> {
    let lines = fill(found, SECOND_WIDTH).into_iter();
    let cells = std::iter::once(what).chain(std::iter::repeat(""));
    let rows = cells.zip(lines);
    rows.map(|(what, line)| format!("  {what:<16} {line}"))
        .collect()
}

/// What each feature gave, greatest first, and the sum.
fn likeness(a: &Profile, b: &Profile) -> Vec<String> {
    let score = score(a, b);
    let mut parts: Vec<_> = score.parts(a.kind).collect();
    parts.sort_by(|a, b| b.1.total_cmp(&a.1));
    let heading = "How likely it is that they answer one question (points for and against):";
    let mut lines = vec![String::new(), heading.to_owned()];
    let rows = parts.into_iter();
    lines.extend(rows.map(|(feature, part)| format!("  {part:+.2}  {}", feature::words(feature))));
    lines.push(format!(
        "  {:+.2}  in all: {}",
        score.total,
        outcome(score.total)
    ));
    lines
}

const fn outcome(total: f32) -> &'static str {
    if total >= JOIN {
        "enough, as it is not below 0"
    } else {
        "too little by itself; claims that are like both bring them together"
    }
}

/// The other claims of the group, each with the one it is most like.
fn others(group: &[&Profile], decided: [ClaimId; 2], naming: &Naming<'_>) -> Vec<String> {
    let rest = group
        .iter()
        .filter(|profile| !decided.contains(&profile.id));
    let rows = rest.filter_map(|one| {
        let others = group.iter().filter(|other| other.id != one.id);
        let scored = others.map(|other| (pair_score(one, other), other.id));
        let (total, nearest) = scored.max_by(|a, b| a.0.total_cmp(&b.0))?;
        let (one, nearest) = (naming.claim(one.id), naming.claim(nearest));
        Some(format!("  {total:+.2}  {one}, most like {nearest}"))
    });
    let rows: Vec<String> = rows.collect();
    if rows.is_empty() {
        return rows;
    }
    let heading = "The other claims, each with the one it is most like:";
    let mut lines = vec![String::new(), heading.to_owned()];
    lines.extend(rows);
    lines
}

fn quotations(reports: &[Report], left: ClaimId, right: ClaimId) -> String {
    let words = |id: ClaimId| quoted_words(&reports[id.report], id.claim);
    match longest_run(&words(left), &words(right)) {
        Some(run) => {
            let run = clean(reports[left.report].words(run));
            format!(
                "Quotations are of one utterance when they share runs of words. Both have “{run}”."
            )
        }
        None => "Each shares a run of words with other quotations of this utterance.".to_owned(),
    }
}

/// The longest run of words that stands in both, where it stands in the first.
fn longest_run(a: &[Token], b: &[Token]) -> Option<Span> {
    let mut best = 0..0;
    let mut before = vec![0; b.len() + 1];
    for (at, word) in a.iter().enumerate() {
        let mut lengths = vec![0; b.len() + 1];
        for (other, _) in b
            .iter()
            .enumerate()
            .filter(|(_, other)| other.key == word.key)
        {
            lengths[other + 1] = before[other] + 1;
            if lengths[other + 1] > best.len() {
                best = at + 1 - lengths[other + 1]..at + 1;
            }
        }
        before = lengths;
    }
    let run = &a[best];
    Some(run.first()?.span.cover(run.last()?.span))
}

fn names(reports: &[Report], left: ClaimId, right: ClaimId) -> String {
    let entity = |id: ClaimId| {
        let extraction = &reports[id.report].extraction;
        match extraction.claims[id.claim].value {
            Value::Name(mention) => Some(&extraction.entities[extraction.mentions[mention].entity]),
            _ => None,
        }
    };
    let likeness = entity(left)
        .zip(entity(right))
        .and_then(|(a, b)| name_likeness(a, b));
    let found = match likeness {
        Some(Likeness::Same) => "They are one name but for case, articles and endings.",
        Some(Likeness::Spelling) => "They sound alike: one name in two spellings.",
        Some(Likeness::Variant) => "They are two known forms of one name.",
        Some(Likeness::Shorter) => "One is the other without a part of it.",
        Some(Likeness::Linked | Likeness::Different) | None => {
            "Each is like another name that the reports give."
        }
    };
    found.to_owned()
}

fn statements(reports: &[Report], left: ClaimId, right: ClaimId) -> String {
    let shared: Vec<String> = words_in_both_statements(reports, left, right)
        .into_iter()
        .map(|word| format!("“{}”", clean(word)))
        .collect();
    if shared.is_empty() {
        return "Each is like another statement that the reports give.".to_owned();
    }
    let shared = shared.join(", ");
    format!(
        "No other statements of the two reports are more alike. Both say, in these or like words: {shared}."
    )
}
