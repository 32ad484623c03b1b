//! The gate: two profiles in, whether their measures can be one out.
//!
//! No likeness opens what is shut here: killed and injured, euros and dollars, a level and its change, the ages
//! of two people.

use claims::claim::class::{Kinship, are_opposites, noun_kinship, outcome_kinship};
use claims::quantity::{Dimension, Modifier};
use claims::syntax::Key;
use claims::time::Period;

use super::profile::{Label, Profile};
use super::score::{is_long, minutes_apart, slip};
use crate::compare::Kind;
use crate::compare::time::roughly;

/// What shuts the gate between two claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shut {
    /// One is a number, the other a time.
    Kind,
    /// Dollars and people, kilometers and hours.
    Dimension,
    /// Two currencies.
    Currency,
    /// A sum and a rate, or two rates: a million, a million a week. What is left out may be what the other says, so
    /// one value passes.
    Rate,
    /// A level and a change of it; one value of what is measured passes, and a long one of what is counted.
    Aspect,
    /// Killed and injured; what happened to people of whom an age is told does not matter to it.
    Outcome,
    /// Soldiers and children, Canadians and Kuwaitis; one long value passes, which may count buildings here and homes
    /// there.
    Counted,
    /// Two stretches of time from two events: "42 minutes after takeoff", "half an hour after contact was lost"; an age
    /// at an event and one of today.
    Anchor,
    /// The ages of two people, the strengths of a quake and of its aftershock.
    Subject,
    /// A rank and a count, or two ranks of nothing named by both: "the first to speak", "a second place".
    Rank,
    /// "Counted twice" and two of something, a score of "6-3" and six.
    Multiple,
    /// "Every Tuesday" and one Tuesday.
    Repeated,
    /// Two times of two events.
    Event,
    /// The time at which a report was written, not that of what it reports; two times that can be one pass, as the
    /// news may be that something was published.
    Publishing,
    /// One report with a value for each of two sorts: 93 Shahed drones, 35 Ukrainian drones.
    Sorts,
    /// One sentence with two values: "108 drones, 93 of them destroyed".
    Sentence,
}

/// What keeps two claims from answering one question, if anything does.
#[must_use]
pub fn shut(a: &Profile, b: &Profile) -> Option<Shut> {
    if a.kind != b.kind {
        return Some(Shut::Kind);
    }
    if a.id.report == b.id.report && a.value_key != b.value_key {
        if a.place == b.place && !is_restated(a, b) {
            return Some(Shut::Sentence);
        }
        if named_apart(&a.counted, &b.counted) {
            return Some(Shut::Sorts);
        }
    }
    if a.kind == Kind::Time {
        return times(a, b);
    }
    let checks = [
        (a.dimension != b.dimension, Shut::Dimension),
        (a.currency != b.currency, Shut::Currency),
        (a.rank != b.rank || ranks_differ(a, b), Shut::Rank),
        (multiples_differ(a, b), Shut::Multiple),
        (a.rate != b.rate && other_rate(a, b), Shut::Rate),
        (aspects_differ(a, b), Shut::Aspect),
        (
            a.dimension != Some(Dimension::Age) && outcomes_differ(&a.outcome, &b.outcome),
            Shut::Outcome,
        ),
        (
            nouns_differ(&a.counted, &b.counted) && !share_long_value(a, b),
            Shut::Counted,
        ),
        (names_differ(a, b), Shut::Counted),
        (anchors_differ(a, b), Shut::Anchor),
        (
            ages_of_two(a, b) || decades_differ(a, b) || strengths_of_two(a, b),
            Shut::Subject,
        ),
    ];
    checks
        .into_iter()
        .find_map(|(differ, shut)| differ.then_some(shut))
}

/// Whether modifiers tell two counted nouns apart.
pub(super) fn named_apart(a: &Label, b: &Label) -> bool {
    let both = !a.modifiers.is_empty() && !b.modifiers.is_empty();
    both && a
        .modifiers
        .iter()
        .all(|modifier| !b.modifiers.contains(modifier))
}

/// What keeps two times apart: when they cannot both hold, nothing but one event brings them together.
fn times(a: &Profile, b: &Profile) -> Option<Shut> {
    let times = a.time.as_ref().zip(b.time.as_ref());
    let differ = times.is_some_and(|(a, b)| {
        let periods = a.comparable(b);
        // "About 2:15" and "around 2:30" may be one moment.
        periods.is_some_and(|(first, second)| {
            let near = roughly(a, b, &first, &second) || few_minutes(&first, &second);
            !first.overlaps(&second) && !near
        })
    });
    let checks = [
        (a.repeated != b.repeated, Shut::Repeated),
        ((a.publishing || b.publishing) && differ, Shut::Publishing),
        (
            differ && !one_event(&a.outcome, &b.outcome) && slip(a, b).is_none(),
            Shut::Event,
        ),
        (differ && turns_differ(a, b), Shut::Event),
    ];
    checks
        .into_iter()
        .find_map(|(differ, shut)| differ.then_some(shut))
}

/// Whether two times of the clock lie so near that one event may be told with both: "touched down at 3:22" and "came to
/// a halt at 3:24".
fn few_minutes(a: &Period, b: &Period) -> bool {
    const FEW: f64 = 10.0;
    minutes_apart(a, b).is_some_and(|minutes| minutes <= FEW)
}

/// Whether two outcomes can be one event; who "declared" on Thursday and "announced" on Friday has spoken twice.
fn one_event(a: &Label, b: &Label) -> bool {
    const ANNOUNCE: Option<&str> = Some("announce");
    a.same(b) && (a.same_word(b) || a.event != ANNOUNCE)
}

/// Whether two values of which one is a rate can be no slip of each other: the same "a year" may be left out.
fn other_rate(a: &Profile, b: &Profile) -> bool {
    a.value_key != b.value_key && slip(a, b).is_none()
}

/// "The next hearing" is not the hearing of this morning.
fn turns_differ(a: &Profile, b: &Profile) -> bool {
    let turns = |profile: &Profile| {
        let mut turns = [&profile.outcome.modifiers[..], &profile.subject.modifiers].concat();
        turns.sort_unstable();
        turns
    };
    turns(a) != turns(b)
}

/// "Younger than 25" names a group of people and nobody's age, and another group than "older than 25".
fn limits_ages(a: &Profile, b: &Profile) -> bool {
    let ages = [a, b].map(|profile| profile.dimension == Some(Dimension::Age));
    let side = |profile: &Profile| {
        let number = profile.number.as_ref();
        number.map_or(Modifier::Exact.side(), |number| number.modifier.side())
    };
    let exact = Modifier::Exact.side();
    let (left, right) = (side(a), side(b));
    let bounded = left != exact || right != exact;
    ages == [true, true] && bounded && (left != right || a.value_key != b.value_key)
}

/// How many times something was, and how many there were of something else: "counted twice", "two schools"; "fired four
/// times" and "fired four shots" are one count, "fired four times" and "hit three times" are not.
fn multiples_differ(a: &Profile, b: &Profile) -> bool {
    const TIME: Key = Key::word("time");
    let times = |profile: &Profile| profile.counted.lemma == Some(TIME);
    let things = |profile: &Profile| profile.counted.lemma.is_some() && !times(profile);
    let one_act = a.outcome.same(&b.outcome);
    let apart = times(a) && things(b) || things(a) && times(b);
    let of_two_acts = times(a) && times(b) && !one_act && a.value_key != b.value_key;
    let other_form = a.form != b.form && !times(a) && !times(b);
    apart && !(one_act && a.value_key == b.value_key) || of_two_acts || other_form
}

/// Two ranks are told of one thing only where both say of what: "the third suspect", "the fourth suspect".
fn ranks_differ(a: &Profile, b: &Profile) -> bool {
    let ranks = a.rank && b.rank && a.value_key != b.value_key;
    ranks && !a.counted.same(&b.counted)
}

/// A level and a change of it; of what is measured one value passes, which a report may tell either way: "wages rise 2
/// percent", "a contract with 2 percent". So does a count of three digits: "added 50,200 jobs", "grew by 50,200".
fn aspects_differ(a: &Profile, b: &Profile) -> bool {
    let measured = a.dimension != Some(Dimension::Count) && a.value_key == b.value_key;
    let aspects = a.aspect.zip(b.aspect);
    aspects.is_some_and(|(a, b)| a != b) && !measured && !share_long_value(a, b)
}

/// Whether both give one number of three digits or more, which two questions hardly have in common.
fn share_long_value(a: &Profile, b: &Profile) -> bool {
    let point = a.number.as_ref().and_then(|number| number.stated.point());
    a.value_key == b.value_key && point.is_some_and(is_long)
}

fn outcomes_differ(a: &Label, b: &Label) -> bool {
    let classes = a.class.zip(b.class);
    let events = a.event.zip(b.event);
    classes.is_some_and(|(a, b)| outcome_kinship(a, b) == Kinship::Apart)
        || events.is_some_and(|(a, b)| are_opposites(a, b))
}

fn nouns_differ(a: &Label, b: &Label) -> bool {
    let classes = a.class.zip(b.class);
    classes.is_some_and(|(a, b)| noun_kinship(a, b) == Kinship::Apart)
}

/// Whether each counts those of another name; a headline may write every noun as a name.
fn names_differ(a: &Profile, b: &Profile) -> bool {
    let named = |profile: &Profile| profile.counts_named && !profile.headline;
    named(a) && named(b) && !a.counted.same(&b.counted)
}

fn anchors_differ(a: &Profile, b: &Profile) -> bool {
    let known = [a, b].map(|profile| profile.anchor.lemma.is_some());
    // An age told at an event long past is not that of today.
    let ages = a.dimension == Some(Dimension::Age) && known[0] != known[1];
    let told = known == [true, true] && !a.anchor.same(&b.anchor);
    a.value_key != b.value_key && (told || ages)
}

/// Bytes between a value and the same in another unit: "7,500 acres (3,035 hectares)".
const BESIDE: u32 = 2;

/// Whether one of two values of a sentence gives the other in another unit.
pub(super) fn is_restated(a: &Profile, b: &Profile) -> bool {
    let (first, second) = if a.span < b.span { (a, b) } else { (b, a) };
    let beside = a.id.report == b.id.report
        && second.span.start.saturating_sub(first.span.end) <= BESIDE
        && second.span.start > first.span.end;
    let values = a.number.as_ref().zip(b.number.as_ref());
    beside
        && a.unit != b.unit
        && a.dimension == b.dimension
        && values.is_some_and(|(a, b)| a.agrees_rounded(b))
}

/// Whether the strengths of two sorts of shocks are told: of a quake and of an aftershock.
fn strengths_of_two(a: &Profile, b: &Profile) -> bool {
    let magnitude = Some(Dimension::Magnitude);
    a.dimension == magnitude && b.dimension == magnitude && nouns_differ(&a.subject, &b.subject)
}

/// Ages of which one is told only by its decade, and that cannot both hold: "a man in his late teens" and "a man in his
/// 20s" are two men.
fn decades_differ(a: &Profile, b: &Profile) -> bool {
    let ages = a.number.as_ref().zip(b.number.as_ref());
    let ages = ages.filter(|_| a.dimension == Some(Dimension::Age));
    ages.is_some_and(|(a, b)| {
        let decade = a.modifier == Modifier::Range || b.modifier == Modifier::Range;
        decade && !a.can_both_hold(b)
    })
}

/// Ages belong to people: two names without a word in common, two people; and two ages of nobody in particular
/// ("those younger than 25", "adults of 25 to 64") say who is meant, not how old somebody is.
fn ages_of_two(a: &Profile, b: &Profile) -> bool {
    let ages = a.dimension == Some(Dimension::Age) && !a.subject.shares_a_word(&b.subject);
    let brackets = a.value_key != b.value_key && !a.named && !b.named;
    ages && ((a.named && b.named) || brackets) || limits_ages(a, b)
}
