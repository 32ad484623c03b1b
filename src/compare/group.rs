//! From clusters to judged groups: the claims of one question in, their verdict out.
//!
//! Each report speaks with its most precise claim (Williams and Power 2009: precision grows from the first
//! mention to the later ones); the worst judgement between two reports is the group's.

use std::cmp::Reverse;

use claims::claim::{Claim, Term, Value};
use claims::quantity::{Modifier, QuantityKind};
use claims::syntax::SentenceKind;

use super::judgement::{Cause, Judgement};
use super::reading::Reading;
use super::side::Side;
use super::{
    ClaimId, Decided, Group, Kind, Report, Verdict, number, question, quote, reason, source,
    statement, sum, time,
};
use crate::align::{Cluster, person, quotation_nearly_holds as nearly_holds, quotations_alike};
use crate::text::fold;

/// Judges the claims of one question.
#[must_use]
pub fn judge(reports: &[Report], cluster: Cluster) -> Group {
    let values = values(reports, &cluster.claims);
    let decided = decide(reports, &cluster, &values);
    let verdict = decided.map_or(Verdict::Single, |decided| decided.judgement.verdict);
    let mut group = Group {
        kind: cluster.kind,
        question: match cluster.kind {
            Kind::Attribution => statement::question(reports, &values),
            _ => question::of(reports, telling(reports, &values)),
        },
        claims: cluster.claims,
        values,
        verdict,
        reason: String::new(),
        decided,
    };
    group.reason = reason::of(reports, &group);
    group
}

/// For each report, the claim that stands for it.
fn values(reports: &[Report], claims: &[ClaimId]) -> Vec<ClaimId> {
    let mut values: Vec<ClaimId> = Vec::new();
    for chunk in claims.chunk_by(|a, b| a.report == b.report) {
        let best = chunk.iter().min_by_key(|&&id| {
            let claim = reports[id.report].claim(id.claim);
            let repeated = chunk
                .iter()
                .filter(|&&other| same_value(reports, id, other))
                .count();
            (
                vagueness(claim),
                passes_on(reports, id),
                Reverse(repeated),
                headline(reports, id),
                id,
            )
        });
        values.extend(best.copied());
    }
    values
}

/// The claim whose words tell best what is asked: of numbers one with a known outcome, of ages one of a person with a
/// name, of names a full one, of times one with a subject, and no headline.
fn telling(reports: &[Report], values: &[ClaimId]) -> ClaimId {
    let missing = |&&id: &&ClaimId| {
        let report = &reports[id.report];
        let claim = report.claim(id.claim);
        let (outcome, subject) = (&claim.measure.outcome, &claim.measure.subject);
        let named = |subject: &Term| person(report, subject).is_some();
        let known = match &claim.value {
            Value::Time(_) => outcome.is_some() && subject.is_some(),
            Value::Number(quantity) if quantity.kind == QuantityKind::Age => {
                subject.as_ref().is_some_and(named)
            }
            Value::Name(mention) => in_full(report, *mention),
            Value::Role(role) => in_full(report, report.extraction.roles[*role].mention),
            _ => outcome
                .as_ref()
                .is_some_and(|outcome| outcome.class.is_some()),
        };
        (!known, headline(reports, id))
    };
    values
        .iter()
        .min_by_key(missing)
        .copied()
        .unwrap_or(values[0])
}

/// Whether a report names whom a mention means by more than one word.
fn in_full(report: &Report, mention: usize) -> bool {
    let extraction = &report.extraction;
    let entity = &extraction.entities[extraction.mentions[mention].entity];
    entity.name.contains(' ')
}

/// How little a value says: exact before hedged, hedged before bounded, bounded before vague.
fn vagueness(claim: &Claim) -> u32 {
    match &claim.value {
        Value::Number(quantity) => match quantity.modifier {
            Modifier::Exact => 0,
            Modifier::About | Modifier::Nearly | Modifier::JustOver | Modifier::JustUnder => 1,
            Modifier::AtLeast
            | Modifier::MoreThan
            | Modifier::AtMost
            | Modifier::LessThan
            | Modifier::UpTo => 2,
            Modifier::Range => 3,
        },
        Value::Time(timex) => timex.value.map_or(99, |period| period.granularity as u32),
        Value::Quote
        | Value::Statement(_)
        | Value::Medium(_)
        | Value::Name(_)
        | Value::Role(_)
        | Value::Place(_) => 0,
    }
}

/// Whether a statement passes on what somebody else has said: the one who said it stands for the report.
fn passes_on(reports: &[Report], id: ClaimId) -> bool {
    let extraction = &reports[id.report].extraction;
    let Some(own) = extraction.claims[id.claim].value.statement() else {
        return false;
    };
    let attributions = &extraction.attributions;
    attributions.iter().any(|one| one.parent == Some(own))
}

fn same_value(reports: &[Report], a: ClaimId, b: ClaimId) -> bool {
    let reading = |id: ClaimId| number::reading(reports[id.report].claim(id.claim));
    match (reading(a), reading(b)) {
        (Some(a), Some(b)) => Reading::same(&a, &b),
        _ => a == b,
    }
}

fn headline(reports: &[Report], id: ClaimId) -> bool {
    let extraction = &reports[id.report].extraction;
    let sentence = extraction.claims[id.claim].sentence;
    extraction.analysis.sentences[sentence].kind == SentenceKind::Headline
}

/// The worst judgement between two reports; what one of them left unread speaks only where there is no other.
fn decide(reports: &[Report], cluster: &Cluster, values: &[ClaimId]) -> Option<Decided> {
    let pairs = values
        .iter()
        .enumerate()
        .flat_map(|(at, &left)| values[at + 1..].iter().map(move |&right| (left, right)));
    let judged = pairs.filter_map(|(left, right)| match cluster.kind {
        Kind::Quote => decide_quotations(reports, cluster, left.report, right.report),
        _ => Some(decide_values(reports, cluster, left, right)),
    });
    let mut worst: Vec<Decided> = judged.collect();
    let unread = |decided: &Decided| decided.judgement.cause == Cause::Unread;
    worst.sort_by_key(|decided| {
        let Judgement { verdict, .. } = decided.judgement;
        (unread(decided), verdict, decided.left, decided.right)
    });
    // Worst first, so that the claims of third reports are read for few pairs.
    let told = |decided: &Decided| !both_given(reports, cluster, decided);
    let worst = worst.into_iter().find(told)?;
    Some(come_back(reports, values, &worst).unwrap_or(worst))
}

/// A conflict, where a count that no report says to have moved is given by a later one as it was by an earlier one: 13
/// injured in the morning, 21 at noon and 13 on the next day.
fn come_back(reports: &[Report], values: &[ClaimId], decided: &Decided) -> Option<Decided> {
    let guessed = matches!(
        decided.judgement.cause,
        Cause::Later | Cause::Toll | Cause::Hourly
    );
    let update = decided.judgement.verdict == Verdict::Update && guessed;
    let before = |one: ClaimId, other: ClaimId| {
        let published = |id: ClaimId| reports[id.report].document.published;
        let both = published(one).zip(published(other));
        both.is_some_and(|(one, other)| one.is_before(&other))
    };
    let (left, right) = (decided.left, decided.right);
    let sides = [(left, right), (right, left)];
    let (earlier, middle) = sides
        .into_iter()
        .filter(|_| update)
        .find_map(|(value, middle)| {
            let same = values
                .iter()
                .copied()
                .filter(|&id| same_value(reports, value, id));
            let comes_back = same.clone().any(|id| before(middle, id));
            let mut earlier = same.filter(|&id| before(id, middle));
            earlier
                .next()
                .filter(|_| comes_back)
                .map(|earlier| (earlier, middle))
        })?;
    Some(Decided {
        left: earlier.min(middle),
        right: earlier.max(middle),
        judgement: Judgement::new(Verdict::Conflict, Cause::Differ),
    })
}

/// Whether a third report gives both of two conflicting values: then they answer two questions that it tells apart.
fn both_given(reports: &[Report], cluster: &Cluster, decided: &Decided) -> bool {
    let conflict = decided.judgement.verdict == Verdict::Conflict;
    if !conflict || cluster.kind != Kind::Number {
        return false;
    }
    let (left, right) = (decided.left, decided.right);
    cluster
        .claims
        .chunk_by(|a, b| a.report == b.report)
        .any(|claims| {
            let third = ![left.report, right.report].contains(&claims[0].report);
            let gives = |value: ClaimId| claims.iter().any(|&id| same_value(reports, value, id));
            third && gives(left) && gives(right)
        })
}

/// The judgement on the values that stand for two reports; where these differ, a value that both reports give
/// after all shows that the others answer narrower questions or are said besides, and where they do not, a report may
/// say that the count has moved since, "the toll was revised to 49", or whom another figure counts in: "13 dead,
/// including the gunman".
fn decide_values(reports: &[Report], cluster: &Cluster, left: ClaimId, right: ClaimId) -> Decided {
    let first = judged(reports, cluster.kind, left, right);
    let all = pairs_between(cluster, left.report, right.report)
        .map(|(left, right)| judged(reports, cluster.kind, left, right));
    let Judgement { verdict, cause, .. } = first.judgement;
    let besides = matches!(
        cause,
        Cause::OtherRole
            | Cause::SideRole
            | Cause::OtherPlace
            | Cause::OtherMedium
            | Cause::OtherSpeaker
            | Cause::UnnamedSpeaker
    );
    let differ = matches!(verdict, Verdict::Conflict | Verdict::Scope)
        || cause == Cause::Hourly
        || (verdict == Verdict::Compatible && besides);
    let may_have_moved =
        cluster.kind == Kind::Number && matches!(verdict, Verdict::Agree | Verdict::Compatible);
    let other = if differ {
        let all: Vec<Decided> = all.collect();
        let agreed = all
            .iter()
            .find(|one| one.judgement.verdict == Verdict::Agree);
        agreed.copied().or_else(|| moved(reports, first, &all))
    } else if may_have_moved {
        let all: Vec<Decided> = all
            .filter(|one| !both_give_both(reports, cluster, one))
            .collect();
        let with = |told: fn(Cause) -> bool| all.iter().find(|one| told(one.judgement.cause));
        let moving = with(|cause| matches!(cause, Cause::Moving(_)));
        let counts = || with(|cause| matches!(cause, Cause::Including(_) | Cause::Excluding(_)));
        moving.or_else(counts).copied()
    } else {
        None
    };
    other.unwrap_or(first)
}

/// Whether each of two reports gives the other's value, too: they tell of one change alike.
fn both_give_both(reports: &[Report], cluster: &Cluster, decided: &Decided) -> bool {
    let gives = |report: usize, value: ClaimId| {
        let claims = claims_of(cluster, report).iter();
        claims.copied().any(|id| same_value(reports, value, id))
    };
    let (left, right) = (decided.left, decided.right);
    gives(right.report, left) && gives(left.report, right)
}

/// A conflict on a moving count of which one report gives the other's figure, too, as an earlier one.
fn moved(reports: &[Report], first: Decided, all: &[Decided]) -> Option<Decided> {
    let claim = |id: ClaimId| reports[id.report].claim(id.claim);
    let judgement = first.judgement;
    let conflict = judgement.verdict == Verdict::Conflict || judgement.cause == Cause::Hourly;
    let moves = conflict && number::may_have_moved(claim(first.left), claim(first.right));
    let both = |one: &Decided| {
        (one.left == first.left || one.right == first.right)
            && number::state_one_figure(claim(one.left), claim(one.right))
    };
    (moves && all.iter().any(both)).then(|| Decided {
        judgement: Judgement::new(Verdict::Update, Cause::GivesBoth),
        ..first
    })
}

/// The worst judgement on an utterance of which both reports quote something: each quotation is held against the one
/// that comes closest to it.
fn decide_quotations(
    reports: &[Report],
    cluster: &Cluster,
    left: usize,
    right: usize,
) -> Option<Decided> {
    let mut judged: Vec<Decided> = pairs_between(cluster, left, right)
        .filter(|&(left, right)| quotations_alike(reports, left, right))
        .map(|(left, right)| judged(reports, Kind::Quote, left, right))
        .collect();
    let of_left = worst_of_closest(&judged, |decided| decided.left);
    // What the right one quotes besides, cut out of the left one's words but for one or two of them.
    judged.retain(|decided| nearly_holds(reports, decided.left, decided.right));
    judged.sort_by_key(|decided| (decided.right, decided.left));
    let of_right = worst_of_closest(&judged, |decided| decided.right);
    let both = of_left.into_iter().chain(of_right);
    both.min_by_key(|decided| (decided.judgement.verdict, decided.left, decided.right))
}

/// The worst judgement on a quotation and the one that comes closest to it; `judged` is sorted by the quotation.
fn worst_of_closest(judged: &[Decided], quotation: fn(&Decided) -> ClaimId) -> Option<Decided> {
    let closest = judged
        .chunk_by(|a, b| quotation(a) == quotation(b))
        .filter_map(|of_one| {
            let key = |decided: &&Decided| {
                let place = (decided.left, decided.right);
                (decided.judgement.verdict, Reverse(place))
            };
            of_one.iter().max_by_key(key).copied()
        });
    closest.min_by_key(|decided| (decided.judgement.verdict, decided.left, decided.right))
}

/// Every claim of the one report with every claim of the other.
fn pairs_between(
    cluster: &Cluster,
    left: usize,
    right: usize,
) -> impl Iterator<Item = (ClaimId, ClaimId)> + '_ {
    let (left, right) = (claims_of(cluster, left), claims_of(cluster, right));
    let with_all = move |first| right.iter().map(move |&second| (first, second));
    left.iter().copied().flat_map(with_all)
}

/// The claims that a report has in a cluster, where they stand by report.
fn claims_of(cluster: &Cluster, report: usize) -> &[ClaimId] {
    let first = cluster.claims.partition_point(|id| id.report < report);
    let rest = &cluster.claims[first..];
    &rest[..rest.partition_point(|id| id.report == report)]
}

fn judged(reports: &[Report], kind: Kind, left: ClaimId, right: ClaimId) -> Decided {
    Decided {
        left,
        right,
        judgement: judge_pair(reports, kind, left, right),
    }
}

/// Judges two claims of one question.
pub(crate) fn judge_pair(
    reports: &[Report],
    kind: Kind,
    left: ClaimId,
    right: ClaimId,
) -> Judgement {
    match kind {
        Kind::Quote => quote::judge(reports, left, right),
        Kind::Time if same_unresolved(reports, left, right) => {
            Judgement::new(Verdict::Agree, Cause::SameValue)
        }
        Kind::Time => time::judge(&Side::of(reports, left), &Side::of(reports, right)),
        Kind::Name => source::judge_names(reports, left, right),
        Kind::Attribution => statement::judge(reports, left, right),
        Kind::Number => {
            let judgement = number::judge(&Side::of(reports, left), &Side::of(reports, right));
            let differ = matches!(judgement.cause, Cause::Differ | Cause::Hourly);
            let divided = differ.then(|| sum::judge(reports, left, right)).flatten();
            divided.unwrap_or(judgement)
        }
    }
}

/// Whether two times that neither report lets resolve are told in the same words: "ten days after".
fn same_unresolved(reports: &[Report], left: ClaimId, right: ClaimId) -> bool {
    let [left, right] = [left, right].map(|id| {
        let report = &reports[id.report];
        let claim = report.claim(id.claim);
        let unresolved = matches!(&claim.value, Value::Time(timex) if timex.value.is_none());
        unresolved.then(|| fold(report.words(claim.span)))
    });
    left.is_some() && left == right
}
