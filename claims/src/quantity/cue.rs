//! Words that tell what sort a nearby number is, from `data/en/number_cues.yaml`.
//!
//! "won 3-1" is a score because of "won"; "ranging from 10 to 15" a range because of "ranging"; "she turned 40" an
//! age because of "turned" and "she".

use std::sync::LazyLock;

use syntax::{EntityKind, Key, Token, Xpos};

use super::line::Line;
use crate::lexicon::{Phrases, vocabulary};
use crate::name;

#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Class {
    Score,
    Range,
    Age,
    Person,
    Bearer,
    Lasting,
    Afterwards,
    Comparison,
    Becoming,
    Margin,
    Idiom,
    Quake,
    People,
    Extent,
    Collective,
    Topic,
    Service,
    Elder,
    Threshold,
    Regime,
    Stature,
    Spell,
    SamplingError,
    Rate,
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    class: Class,
    forms: Vec<String>,
}

struct Cues {
    score: Phrases<()>,
    range: Phrases<()>,
    age: Phrases<()>,
    person: Phrases<()>,
    bearer: Phrases<()>,
    lasting: Phrases<()>,
    afterwards: Phrases<()>,
    comparison: Phrases<()>,
    becoming: Phrases<()>,
    margin: Phrases<()>,
    idiom: Phrases<()>,
    quake: Phrases<()>,
    people: Phrases<()>,
    extent: Phrases<()>,
    collective: Phrases<()>,
    topic: Phrases<()>,
    service: Phrases<()>,
    elder: Phrases<()>,
    threshold: Phrases<()>,
    regime: Phrases<()>,
    stature: Phrases<()>,
    spell: Phrases<()>,
    sampling_error: Phrases<()>,
    rate: Phrases<()>,
}

static CUES: LazyLock<Cues> = LazyLock::new(|| {
    let entries: Vec<Entry> = vocabulary!("number_cues");
    let of = |class| {
        let members = entries.iter().filter(|entry| entry.class == class);
        Phrases::new(
            members
                .flat_map(|entry| &entry.forms)
                .map(|form| (form.as_str(), ())),
        )
    };
    Cues {
        score: of(Class::Score),
        range: of(Class::Range),
        age: of(Class::Age),
        person: of(Class::Person),
        bearer: of(Class::Bearer),
        lasting: of(Class::Lasting),
        afterwards: of(Class::Afterwards),
        comparison: of(Class::Comparison),
        becoming: of(Class::Becoming),
        margin: of(Class::Margin),
        idiom: of(Class::Idiom),
        quake: of(Class::Quake),
        people: of(Class::People),
        extent: of(Class::Extent),
        collective: of(Class::Collective),
        topic: of(Class::Topic),
        service: of(Class::Service),
        elder: of(Class::Elder),
        threshold: of(Class::Threshold),
        regime: of(Class::Regime),
        stature: of(Class::Stature),
        spell: of(Class::Spell),
        sampling_error: of(Class::SamplingError),
        rate: of(Class::Rate),
    }
});

const AND: Key = Key::word("and");
const COMMA: Key = Key::word(",");
/// How far before "and is" the person may stand whose age is told.
const CLAUSE: usize = 8;

/// The longest cue of an age, in tokens.
const LONGEST_AGE_CUE: usize = 3;

/// Whether a word tells that a pair of numbers after it is a score or vote.
pub(super) fn is_score_cue(line: Line<'_>, at: usize) -> bool {
    CUES.score.at(line.after(at)).is_some()
}

/// Whether a word tells that "from 10 to 15" is a range.
pub(super) fn is_range_cue(line: Line<'_>, at: usize) -> bool {
    CUES.range.at(line.after(at)).is_some()
}

/// Whether the words before token `at` say that somebody is so many years old: "she turned", "who was".
pub(super) fn is_age_of_person(line: Line<'_>, at: usize) -> bool {
    let Some((count, ())) = CUES.age.before(line.before(at), LONGEST_AGE_CUE) else {
        return false;
    };
    let subject = at - count;
    let before = subject
        .checked_sub(1)
        .filter(|&before| before >= line.start);
    let who = CUES.person.at(line.after(subject)).is_some();
    who || before.is_some_and(|before| {
        // "Lopez left in 2002 and is 32"
        let goes_on = line.is(before, AND) && {
            let first = before.saturating_sub(CLAUSE).max(line.start);
            (first..before).any(|at| is_person_cue(line, at))
        };
        goes_on || is_person_cue(line, before)
    })
}

/// Whether a person begins at token `at`: "he", or a name that the tagger took for one.
pub(super) fn is_person_cue(line: Line<'_>, at: usize) -> bool {
    let entity = line.token(at).and_then(|token| token.entity);
    CUES.person.at(line.after(at)).is_some()
        || entity.is_some_and(|tag| tag.kind == EntityKind::Person)
        || line.tag(at) == Some(Xpos::Nn) && names_person(line, at)
}

/// Whether the noun at token `at` says what somebody is, or what several are: "suspect", "boys".
pub(super) fn names_person(line: Line<'_>, at: usize) -> bool {
    let titled = line
        .token(at)
        .is_some_and(|token| name::names_person(token.key));
    let tokens = line.after(at);
    titled
        || CUES.bearer.at(tokens).is_some()
        || CUES.person.at(tokens).is_some()
        || are_people(line, at)
}

/// Whether a number behind "of" and the noun at token `at` is the age of the one it names: "a *boy* of nine".
pub(super) fn is_bearer(line: Line<'_>, at: usize) -> bool {
    let entity = line.token(at).and_then(|token| token.entity);
    let of_nation = entity.is_some_and(|tag| tag.kind == EntityKind::Norp);
    of_nation || CUES.bearer.at(line.after(at)).is_some()
}

/// Whether the word makes "a year" before it a time and no rate.
pub(super) fn is_afterwards(line: Line<'_>, at: usize) -> bool {
    CUES.afterwards.at(line.after(at)).is_some()
}

/// Whether the word goes on from a factor to what it is a factor of: "as many", "its size", "higher".
pub(super) fn is_comparison(line: Line<'_>, at: usize) -> bool {
    let comparative = matches!(line.tag(at), Some(Xpos::Jjr | Xpos::Rbr));
    comparative || CUES.comparison.at(line.after(at)).is_some()
}

/// Whether the word tells that "from 38 to 56" after it is a change, without saying in which direction.
pub(super) fn is_becoming(line: Line<'_>, at: usize) -> bool {
    CUES.becoming.at(line.after(at)).is_some()
}

/// Whether the word tells that "by 12" before it is how far two sides lie apart: "votes".
pub(super) fn is_margin(line: Line<'_>, at: usize) -> bool {
    CUES.margin.at(line.after(at)).is_some()
}

/// The token after the phrase at token `at` that has a number word and counts nothing: "at one point".
pub(super) fn idiom(line: Line<'_>, at: usize) -> Option<usize> {
    CUES.idiom.at(line.after(at)).map(|(count, ())| at + count)
}

/// "Backed by *one Ana Lopez*", "a plan, and *one* Lopez backed": the token after a "one" before somebody's name that counts
/// nobody.
pub(super) fn certain_one(line: Line<'_>, at: usize) -> Option<usize> {
    const ONE: Key = Key::word("one");
    let begins = |token: &Token| {
        token
            .entity
            .is_some_and(|tag| tag.kind == EntityKind::Person && tag.begins)
    };
    let name = line.is(at, ONE) && line.token(at + 1).is_some_and(begins);
    let behind = |back: usize| line.tag(at + back);
    let full = || behind(2) == Some(Xpos::Nnp) && !matches!(behind(3), Some(Xpos::Nn | Xpos::Nns));
    let acts = || matches!(behind(2), Some(Xpos::Vbd | Xpos::Vbz | Xpos::Md));
    (name && behind(1) == Some(Xpos::Nnp) && (full() || acts())).then_some(at + 1)
}

/// "*Two*, disrupt their plans.", "*One*, I think so.": the token after a number that only counts what is said.
pub(super) fn enumerator(line: Line<'_>, at: usize) -> Option<usize> {
    let quote = !line.is_word(line.start);
    let opens = at == line.start || at == line.start + 1 && quote;
    let comma = opens && line.tag(at) == Some(Xpos::Cd) && line.is(at + 1, COMMA);
    let speaks = matches!(
        line.tag(at + 2),
        Some(Xpos::Prp | Xpos::Vb | Xpos::Vbp | Xpos::Md | Xpos::Ex | Xpos::Wrb)
    );
    (comma && line.is_word(at) && speaks).then_some(at + 1)
}

/// The first words of the phrases that have a number word and count nothing.
pub(super) fn idioms() -> impl Iterator<Item = Key> {
    CUES.idiom.first_keys()
}

/// Whether the word names a quake, so that a decimal before it is a magnitude: "a 6.2 quake".
pub(super) fn is_quake(line: Line<'_>, at: usize) -> bool {
    CUES.quake.at(line.after(at)).is_some()
}

/// Whether the word at token `at` is one for people, whom a bound behind it bounds by their age.
pub(super) fn are_people(line: Line<'_>, at: usize) -> bool {
    CUES.people.at(line.after(at)).is_some()
}

/// Whether the word is a singular that is counted like a plural: "40 police".
pub(super) fn is_collective(line: Line<'_>, at: usize) -> bool {
    opens_collective(line.after(at))
}

/// Whether the first token is a singular that is counted like a plural.
pub(crate) fn opens_collective(tokens: &[Token]) -> bool {
    CUES.collective.at(tokens).is_some()
}

/// Whether the word says in which direction a length is measured: "30m high".
pub(super) fn is_extent(line: Line<'_>, at: usize) -> bool {
    CUES.extent.at(line.after(line.past_hyphen(at))).is_some()
}

/// Whether the word tells that "over two hours" after it is a bound.
pub(super) fn is_lasting_cue(line: Line<'_>, at: usize) -> bool {
    // "phased *in* over five years"
    CUES.lasting.at(line.after(at)).is_some() && line.tag(at) != Some(Xpos::Rp)
}

/// Whether what follows "about" behind the word is a topic and no rough number: "testified about 11 cases".
pub(super) fn is_topic_cue(line: Line<'_>, at: usize) -> bool {
    CUES.topic.at(line.after(at)).is_some()
}

/// Whether those who follow "under" behind the word are superiors and no bound: "served under three presidents".
pub(super) fn is_service_cue(line: Line<'_>, at: usize) -> bool {
    CUES.service.at(line.after(at)).is_some()
}

/// Whether the word in a bound says that it is one of ages: "older than 50".
pub(super) fn is_elder(line: Line<'_>, at: usize) -> bool {
    CUES.elder.at(line.after(at)).is_some()
}

/// Whether the last word of a bound makes a level of what it bounds behind a word of change: "fell *below* 2 percent".
pub(super) fn is_threshold(line: Line<'_>, at: usize) -> bool {
    CUES.threshold.at(line.after(at)).is_some()
}

/// Whether people act under what the word names, so that "under" before its number bounds nothing: "under two *laws*".
pub(super) fn is_regime(line: Line<'_>, at: usize) -> bool {
    CUES.regime.at(line.after(at)).is_some()
}

/// Whether the word before "than" compares no lengths of time: "*higher* than two years ago".
pub(super) fn is_stature(line: Line<'_>, at: usize) -> bool {
    CUES.stature.at(line.after(at)).is_some()
}

/// Whether the word counted behind "over" lasts, so that "over" means during: "over five *terms*".
pub(super) fn is_spell(line: Line<'_>, at: usize) -> bool {
    CUES.spell.at(line.after(at)).is_some()
}

/// Whether the points of a sentence are those of a poll's error: "a *margin of error* of 3 points".
pub(super) fn is_sampling_error(line: Line<'_>, at: usize) -> bool {
    CUES.sampling_error.at(line.after(at)).is_some()
}

/// Whether the parts of a point in a sentence are those of a rate in percent: "cut its key *rate* by a quarter point".
pub(super) fn is_rate(line: Line<'_>, at: usize) -> bool {
    CUES.rate.at(line.after(at)).is_some()
}
