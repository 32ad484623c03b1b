//! What the gate compared: the profiles of two claims that passed it in, one line for each thing compared out.
//!
//! "93 drones were shot down" and "97 destroyed" give "what happened: “shot” and “destroyed”, taken for the same".

use claims::claim::class::{Kinship, noun_kinship, outcome_kinship};
use claims::claim::{Measure, Term};
use claims::quantity::Aspect;

use crate::align::{Label, Profile};
use crate::compare::{ClaimId, Kind, Report};
use crate::text::{clean, fold};

/// What was compared, and what was found: nothing of it keeps the two claims apart.
pub(super) fn compared(
    reports: &[Report],
    a: &Profile,
    b: &Profile,
) -> Vec<(&'static str, String)> {
    let (left, right) = (Side::new(reports, a), Side::new(reports, b));
    let outcomes = a.outcome.class.zip(b.outcome.class);
    let nouns = a.counted.class.zip(b.counted.class);
    let happened = [left.outcome(), right.outcome()];
    let counted = [left.counted(), right.counted()];
    let rows = [
        ("measured", dimension(a)),
        ("currency", a.currency.map(|code| format!("{code} in both"))),
        ("figure", aspect(a, b)),
        (
            "rank",
            a.rank.then(|| "both are places in an order".to_owned()),
        ),
        ("dates", dates(a, b)),
        (
            "what happened",
            relation(happened, outcomes.map(|(a, b)| outcome_kinship(a, b))),
        ),
        (
            "what is counted",
            relation(counted, nouns.map(|(a, b)| noun_kinship(a, b))),
        ),
        (
            "of whom or what",
            relation([left.subject(), right.subject()], None),
        ),
    ];
    let found = rows.into_iter();
    found
        .filter_map(|(what, found)| Some((what, found?)))
        .collect()
}

/// A claim's measure with what alignment makes of its words.
struct Side<'a> {
    report: &'a Report,
    measure: &'a Measure,
    profile: &'a Profile,
}

/// A word of a measure as it stands, and what it counts as.
type Word<'a> = (Option<String>, &'a Label);

impl<'a> Side<'a> {
    fn new(reports: &'a [Report], profile: &'a Profile) -> Self {
        let ClaimId { report, claim } = profile.id;
        Self {
            report: &reports[report],
            measure: &reports[report].claim(claim).measure,
            profile,
        }
    }

    fn outcome(&self) -> Word<'a> {
        (
            self.word(self.measure.outcome.as_ref()),
            &self.profile.outcome,
        )
    }

    fn counted(&self) -> Word<'a> {
        (
            self.word(self.measure.counted.as_ref()),
            &self.profile.counted,
        )
    }

    fn subject(&self) -> Word<'a> {
        (
            self.word(self.measure.subject.as_ref()),
            &self.profile.subject,
        )
    }

    fn word(&self, term: Option<&Term>) -> Option<String> {
        term.map(|term| clean(self.report.words(term.span)))
    }
}

fn dimension(a: &Profile) -> Option<String> {
    let dimension = format!("{:?}", a.dimension?).to_lowercase();
    (a.kind == Kind::Number).then(|| format!("{dimension} in both"))
}

fn aspect(a: &Profile, b: &Profile) -> Option<String> {
    let words = |aspect: Aspect| match aspect {
        Aspect::Level => "how much there is",
        Aspect::Change => "by how much it changed",
        Aspect::Origin => "how much there was before",
    };
    let both = a.aspect.zip(b.aspect)?;
    Some(format!("{}, in both", words(both.0)))
}

/// How two times lie to each other.
fn dates(a: &Profile, b: &Profile) -> Option<String> {
    let (first, second) = a.time.as_ref().zip(b.time.as_ref())?;
    let periods = first.comparable(second);
    let found = match periods {
        None => "one of them could not be resolved, which keeps nothing apart",
        Some((a, b)) if a.overlaps(&b) => "both can be the time of one event",
        Some(_) => {
            "they exclude each other, but one event or a slip of the pen brings them together"
        }
    };
    Some(found.to_owned())
}

/// How two words of a measure are related; `None` where neither claim has one.
fn relation([left, right]: [Word<'_>; 2], kinship: Option<Kinship>) -> Option<String> {
    let same = left.1.same(right.1);
    let (left, right) = match (left.0, right.0) {
        (None, None) => return None,
        (Some(word), None) | (None, Some(word)) => {
            return Some(format!("only one of the two says it: “{word}”"));
        }
        (Some(left), Some(right)) => (left, right),
    };
    if fold(&left) == fold(&right) {
        return Some(format!("“{left}” in both"));
    }
    let found = match kinship {
        _ if same => "taken for the same",
        Some(Kinship::Wider | Kinship::Narrower) => "one takes in the other",
        _ => "not the same, but they do not exclude each other",
    };
    Some(format!("“{left}” and “{right}”: {found}"))
}
