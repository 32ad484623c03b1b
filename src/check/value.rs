//! Numbers and times: a value of the draft in, the sources' values that carry it or speak against it out.
//!
//! "The average annual premium reached $15,475": no source has the sum, and where the words around it stand in a
//! source, they stand around $15,745, which the draft gives nowhere else. So the draft is wrong, and how: two digits
//! have changed places. A value that a source carries in a fitting sentence is right, unless another fits far better.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::answer::{Answer, Fault};
use super::candidate::{Candidate, is_slight, other_unit};
use super::desk::Desk;
use super::exchange::{self, Exchange};
use super::{follow, message};
use crate::align::{Profile, Shut};
use crate::compare::{ClaimId, Judgement, Kind, Role, Rule, Standing, Verdict};

/// How much more evidence another value must have than the one that carries a claim to speak against it.
const OVERRULES: f32 = 0.1;

/// Evidence from which a source has another value for what others carry.
const DISPUTES: f32 = 0.8;

/// Strength from which a number of the draft is surely that of a source, whatever it is said of.
const KNOWN: f32 = 0.65;

/// Other numbers of sources whose words are set against those of the draft.
const NEAREST: usize = 6;

/// A value of the draft with what the sources have beside it, best fit first.
#[derive(Debug)]
struct Case {
    id: ClaimId,
    kind: Kind,
    candidates: Vec<Candidate>,
}

/// The sources' claims that some claim of the draft has as they are: how well that fits, and which claim.
type Claimed = FxHashMap<ClaimId, (f32, ClaimId)>;

/// The answers to all numbers and times of the draft; `pairs` counts the pairs compared.
pub(super) fn answers(desk: &Desk<'_>, pairs: &mut usize) -> Vec<Answer> {
    let (own, others): (Vec<&Profile>, Vec<&Profile>) = desk
        .profiles
        .iter()
        .filter(|profile| is_part(desk, profile))
        .partition(|profile| profile.id.report == desk.draft);
    let cases = own.par_iter().map(|one| case(desk, one, &others));
    let cases: Vec<Case> = cases.collect();
    let counts = cases.iter().map(|case| case.candidates.len());
    *pairs += counts.sum::<usize>();
    let claimed = claimed(&cases);
    let answers = cases.iter().map(|case| case.answer(desk, &claimed));
    answers.collect()
}

fn is_part(desk: &Desk<'_>, profile: &Profile) -> bool {
    let report = profile.id.report;
    report == desk.draft || desk.reports[report].role == Role::Source
}

fn case(desk: &Desk<'_>, own: &Profile, others: &[&Profile]) -> Case {
    let claim = desk.claim(own.id);
    let near = desk.passages.near(desk.draft, claim.sentence, claim.span);
    let is_near = |other: &Profile| {
        let sentence = desk.claim(other.id).sentence;
        let mut near = near.iter();
        near.any(|passage| passage.report == other.id.report && passage.sentence == sentence)
    };
    let same = |other: &Profile| own.value_key.is_some() && own.value_key == other.value_key;
    let mut candidates: Vec<Candidate> = others
        .iter()
        .filter(|other| other.kind == own.kind && (same(other) || is_near(other)))
        .map(|other| Candidate::new(desk, own, other))
        .collect();
    candidates.sort_by(|a, b| b.fit.total_cmp(&a.fit).then(a.id.cmp(&b.id)));
    Case {
        id: own.id,
        kind: own.kind,
        candidates,
    }
}

fn claimed(cases: &[Case]) -> Claimed {
    let mut claimed = Claimed::default();
    for case in cases {
        for one in case.candidates.iter().filter(|one| one.carries()) {
            let best = claimed.entry(one.id).or_insert((one.fit, case.id));
            if one.fit > best.0 {
                *best = (one.fit, case.id);
            }
        }
    }
    claimed
}

impl Case {
    fn answer(&self, desk: &Desk<'_>, claimed: &Claimed) -> Answer {
        let mut supporters = self.supporters();
        let rivals = self.rivals(claimed);
        let strength = supporters.first().map_or(0.0, |best| best.strength());
        let overruled = rivals.iter().any(|one| {
            // A moving count at another moment is no reason to doubt the one that a source carries.
            one.judgement.verdict == Verdict::Conflict && one.evidence >= strength + OVERRULES
        });
        if overruled {
            supporters.clear();
        }
        let mut answer = self.blank(&supporters, &rivals);
        if let Some(exchange) = self.exchange(desk, &supporters) {
            answer.standing = Standing::Contradicted;
            answer.supporters.clear();
            answer.against = vec![exchange.sibling];
            answer.fault = Some(exchanged(desk, self.id, &exchange));
        } else if let Some(shares) = follow::points(desk, self.id) {
            answer.standing = Standing::Contradicted;
            answer.supporters.clear();
            answer.fault = Some(points(desk, self.id, &shares));
            answer.against = shares;
        } else if !supporters.is_empty() {
            self.later(desk, &supporters, &rivals, &mut answer);
        } else if let Some(best) = rivals.first() {
            answer.standing = Standing::Contradicted;
            answer.fault = self.contradiction(desk, best, &rivals);
        } else if let Some(swapped) = self.candidates.iter().find(|one| one.has_other_outcome()) {
            answer.standing = Standing::Contradicted;
            answer.against = vec![swapped.id];
            answer.fault = Some(self.swap(desk, swapped));
        } else {
            self.unsupported(desk, &mut answer);
        }
        answer
    }

    /// The number that the words of the draft's belong to, where no source has them with it.
    fn exchange(&self, desk: &Desk<'_>, supporters: &[&Candidate]) -> Option<Exchange> {
        let known = supporters.first().map_or(0.0, |best| best.strength());
        if self.kind != Kind::Number || known < KNOWN {
            return None;
        }
        let ids =
            |all: &mut dyn Iterator<Item = &Candidate>| all.map(|one| one.id).collect::<Vec<_>>();
        let carriers = ids(&mut supporters.iter().copied());
        let open = |one: &&Candidate| matches!(one.shut, None | Some(Shut::Event));
        let others = self.candidates.iter().filter(open).take(NEAREST);
        exchange::find(desk, self.id, &carriers, &ids(&mut others.into_iter()))
    }

    /// The values that carry the draft's, strongest first.
    fn supporters(&self) -> Vec<&Candidate> {
        let mut chosen: Vec<&Candidate> =
            self.candidates.iter().filter(|one| one.carries()).collect();
        chosen.sort_by(|a, b| b.strength().total_cmp(&a.strength()).then(a.id.cmp(&b.id)));
        chosen
    }

    /// The values that speak against the draft's and that no other claim of the draft has, most evident first.
    fn rivals(&self, claimed: &Claimed) -> Vec<&Candidate> {
        let speaking = self.candidates.iter().filter(|one| one.speaks_against());
        let mut chosen: Vec<&Candidate> =
            speaking.filter(|one| self.is_free(one, claimed)).collect();
        chosen.sort_by(|a, b| b.evidence.total_cmp(&a.evidence).then(a.id.cmp(&b.id)));
        chosen
    }

    /// Whether no other claim of the draft fits a source's claim better and has its value.
    fn is_free(&self, one: &Candidate, claimed: &Claimed) -> bool {
        let other = claimed.get(&one.id).filter(|(_, by)| *by != self.id);
        other.is_none_or(|(fit, _)| *fit < one.fit)
    }

    fn blank(&self, supporters: &[&Candidate], rivals: &[&Candidate]) -> Answer {
        Answer {
            claim: self.id,
            kind: self.kind,
            standing: Standing::Supported,
            supporters: supporters.iter().map(|one| one.id).collect(),
            against: rivals.iter().map(|one| one.id).collect(),
            fault: None,
        }
    }

    /// What sources have that speak against a value which others carry: a later count, or simply another one.
    fn later(
        &self,
        desk: &Desk<'_>,
        supporters: &[&Candidate],
        rivals: &[&Candidate],
        answer: &mut Answer,
    ) {
        let reports = |all: &[&Candidate]| all.iter().map(|one| one.id.report).collect::<Vec<_>>();
        let carrying = reports(supporters);
        let other: Vec<&Candidate> = rivals
            .iter()
            .filter(|one| one.evidence >= DISPUTES && !carrying.contains(&one.id.report))
            .copied()
            .collect();
        answer.against = other.iter().map(|one| one.id).collect();
        let Some(best) = other.first() else {
            return;
        };
        let dates =
            |all: &[&Candidate]| all.iter().filter_map(|one| desk.date(one.id.report)).max();
        let newer = dates(supporters)
            .zip(dates(&other))
            .is_some_and(|(own, other)| own < other);
        if best.judgement.verdict == Verdict::Update && newer {
            answer.standing = Standing::Stale;
            answer.fault = Some(Fault::new(
                Rule::NumberUpdate,
                message::stale(desk, self.id, &answer.against),
                desk.locations(&answer.against),
            ));
        } else if best.judgement.verdict == Verdict::Conflict {
            answer.standing = Standing::Disputed;
            answer.fault = self.dispute(desk, answer);
        }
    }

    /// Sources that disagree are told where the draft takes a side without saying whose.
    fn dispute(&self, desk: &Desk<'_>, answer: &Answer) -> Option<Fault> {
        let claim = desk.claim(self.id);
        let attributed = desk.reports[desk.draft].source_of(claim).is_some();
        (!attributed && self.kind == Kind::Number).then(|| {
            let message = message::disputed(desk, self.id, &answer.supporters, &answer.against);
            Fault::new(
                Rule::NumberSourcesDiffer,
                message,
                desk.locations(&answer.against),
            )
        })
    }

    fn contradiction(
        &self,
        desk: &Desk<'_>,
        best: &Candidate,
        rivals: &[&Candidate],
    ) -> Option<Fault> {
        let judgement = Judgement {
            verdict: Verdict::Conflict,
            ..best.judgement
        };
        let rule = match desk.rule(self.kind, self.id, best.id, judgement)? {
            Rule::NumberConflict | Rule::NumberMisreported | Rule::NumberSourcesDiffer
                if other_unit(desk, self.id, best.id) =>
            {
                Rule::NumberSlip
            }
            rule => rule,
        };
        let against: Vec<ClaimId> = rivals.iter().map(|one| one.id).collect();
        let message = message::contradicted(desk, self.id, best);
        Some(Fault::new(rule, message, desk.locations(&against)))
    }

    fn swap(&self, desk: &Desk<'_>, swapped: &Candidate) -> Fault {
        let message = message::swapped(desk, self.id, swapped.id);
        Fault::new(Rule::NumberSlip, message, vec![desk.location(swapped.id)])
    }

    /// A value that no source has: one that follows from two of theirs is right, another is told.
    fn unsupported(&self, desk: &Desk<'_>, answer: &mut Answer) {
        if let Some(parts) = follow::parts(desk, self.id) {
            answer.supporters = parts;
            return;
        }
        answer.standing = Standing::Unsupported;
        let worth = self.kind == Kind::Number && !is_slight(desk.claim(self.id));
        answer.fault = worth.then(|| {
            Fault::new(
                Rule::Unsupported,
                message::unsupported(desk, self.id),
                Vec::new(),
            )
        });
    }
}

/// A number that stands with the words of another one.
fn exchanged(desk: &Desk<'_>, own: ClaimId, exchange: &Exchange) -> Fault {
    let message = message::exchanged(desk, own, exchange);
    let places = [exchange.sibling, exchange.carrier];
    Fault::new(Rule::NumberSlip, message, desk.locations(&places))
}

/// Percent that should be percentage points.
fn points(desk: &Desk<'_>, own: ClaimId, shares: &[ClaimId]) -> Fault {
    let message = message::points(desk, own, shares);
    Fault::new(Rule::NumberSlip, message, desk.locations(shares))
}
