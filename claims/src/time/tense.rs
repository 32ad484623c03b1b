//! Whether a time without a year, or a weekday, lies before or after the day of writing.
//!
//! News tells what has happened: without a cue it is the past. "The jury will meet on Friday", "the jury, which on Friday
//! will meet" and "an interview to air Friday" look ahead. The nearest verb or cue word decides; words are in
//! `data/en/tense.yaml`.

use std::ops::Range;
use std::sync::LazyLock;

use serde::Deserialize;
use syntax::{Key, SentenceKind, Token, Upos, Xpos};

use crate::lexicon::{Phrases, vocabulary};

const BEING: Key = Key::word("being");
const IF: Key = Key::word("if");
const THAT: Key = Key::word("that");

/// Where a time lies as seen from the day of writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Future,
    /// No word tells.
    Open,
}

/// How far from the time a cue may stand, in tokens; keeps long lists linear.
const REACH: usize = 30;

/// The same for a time that owns what follows it.
const OWNED: usize = 4;

/// A verb so near before the time counts more than one right after it: "to air Friday caused".
const CLOSE: usize = 2;

/// How far before a time the word may stand that opens its clause: "that as early as Friday".
const OPENING: usize = 4;

/// How far before a verb "if" may stand: "if the senator won".
const CONDITION: usize = 3;

/// How far before "would" the words may stand that foretold it, in tokens.
const FORETOLD: usize = 8;

/// The most tokens that a cue has.
const LONGEST_CUE: usize = 3;

/// What a word tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Cue {
    /// Ahead: "scheduled".
    Future,
    /// Ahead before the time it is set for: "set the vote for Friday", but "on Friday set a limit".
    Planned,
    /// Ahead in the present: "opens", "is open", but not "was open".
    Present,
    /// Ahead, unless "have" follows: "could", "could have".
    Would,
    /// Behind: "was".
    Past,
    /// Behind, and an infinitive before the time does not depend on it: "said".
    Speech,
    /// Behind, and so is what "would" follow it: "had predicted".
    Foretold,
    /// Behind: "have" before a participle.
    Perfect,
    /// "to" before a verb.
    Infinitive,
    /// Nothing, though a word in it would tell alone: "than expected".
    Neutral,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    means: Cue,
    forms: Vec<String>,
}

static CUES: LazyLock<Phrases<Cue>> = LazyLock::new(|| {
    let entries: Vec<Entry> = vocabulary!("tense");
    Phrases::new(
        entries
            .iter()
            .flat_map(|entry| entry.forms.iter().map(|form| (form.as_str(), entry.means))),
    )
});

/// The tense of what is said of the time at `time`, in the sentence `sentence`.
///
/// What is said of "Saturday's storm" says nothing of the Saturday, except right beside it.
pub(super) fn tense(
    tokens: &[Token],
    sentence: &Range<usize>,
    kind: SentenceKind,
    time: &Range<usize>,
) -> Tense {
    let close = time.start.saturating_sub(CLOSE).max(sentence.start);
    let reach = if is_owner(tokens, sentence, time.end) {
        OWNED
    } else {
        REACH
    };
    let far = sentence.start.max(time.start.saturating_sub(reach));
    let tense = opened(tokens, sentence, time)
        .or_else(|| before(tokens, sentence.start, close..time.start))
        .or_else(|| beside(tokens, sentence, time))
        .or_else(|| before(tokens, sentence.start, far..time.start))
        .or_else(|| {
            // In "reports Tuesday that a truce may hold" the clause tells nothing of the Tuesday.
            let rest = time.end..sentence.end.min(time.end + reach);
            let clause = tokens.get(time.end).is_some_and(|next| next.key == THAT);
            (!clause).then(|| after(tokens, rest)).flatten()
        })
        .unwrap_or(Tense::Open);
    match (tense, kind) {
        // Headlines tell the past in the present tense.
        (Tense::Open, SentenceKind::Headline) => Tense::Past,
        _ => tense,
    }
}

/// The tense of the clause that "that" opens right before the time: "said that on Friday the jury will meet".
fn opened(tokens: &[Token], sentence: &Range<usize>, time: &Range<usize>) -> Option<Tense> {
    let first = time.start.saturating_sub(OPENING).max(sentence.start);
    let that = |token: &Token| token.key == THAT && token.upos == Upos::Sconj;
    let opens = tokens[first..time.start].iter().any(that);
    let rest = time.end..sentence.end.min(time.end + REACH);
    opens.then(|| after(tokens, rest)).flatten()
}

/// Whether the word is a verb of speech: "said".
pub(super) fn speaks(token: Option<&Token>) -> bool {
    let cue = token.and_then(|token| CUES.at(std::slice::from_ref(token)));
    matches!(cue, Some((_, Cue::Speech)))
}

/// Whether the time that ends before `end` owns what follows: "Saturday's storm".
fn is_owner(tokens: &[Token], sentence: &Range<usize>, end: usize) -> bool {
    end < sentence.end && tokens[end].xpos == Xpos::Pos
}

/// The verb that follows the time at once: "which on Friday will meet".
fn beside(tokens: &[Token], sentence: &Range<usize>, time: &Range<usize>) -> Option<Tense> {
    match told(tokens, sentence.start, time.end)? {
        Told::Tense(tense) if time.end < sentence.end => Some(tense),
        Told::Planned if time.end < sentence.end => Some(Tense::Past),
        _ => None,
    }
}

/// The nearest verb or cue before the time.
fn before(tokens: &[Token], start: usize, place: Range<usize>) -> Option<Tense> {
    let mut infinitive = false;
    for at in place.rev() {
        match told(tokens, start, at) {
            Some(Told::Infinitive) => infinitive = true,
            Some(Told::Speech) if infinitive => return Some(Tense::Future),
            Some(Told::Speech) => return Some(Tense::Past),
            Some(Told::Tense(tense)) => return Some(tense),
            Some(Told::Planned) => return Some(Tense::Future),
            // "filed on Tuesday" is past, "will be filed on Tuesday" is not.
            Some(Told::Participle) if !follows_auxiliary(tokens, start, at) => {
                return Some(Tense::Past);
            }
            Some(Told::Participle) | None => {}
        }
    }
    infinitive.then_some(Tense::Future)
}

/// Whether an auxiliary stands shortly before the participle at `at`: "be filed", "has since been filed".
fn follows_auxiliary(tokens: &[Token], start: usize, at: usize) -> bool {
    const ADVERBS: usize = 2;
    let first = at.saturating_sub(1 + ADVERBS).max(start);
    tokens[first..at]
        .iter()
        .any(|token| token.upos == Upos::Aux)
}

/// The first verb or cue after the time.
fn after(tokens: &[Token], place: Range<usize>) -> Option<Tense> {
    let start = place.start;
    place
        .into_iter()
        .find_map(|at| match told(tokens, start, at)? {
            Told::Tense(tense) => Some(tense),
            // "goods being taxed now"
            Told::Participle if is_under_way(tokens, start, at) => None,
            Told::Speech | Told::Participle | Told::Planned => Some(Tense::Past),
            Told::Infinitive => None,
        })
}

/// "If he *won* on Nov. 8": whether the past tense at `at` is that of a condition.
fn is_supposed(tokens: &[Token], start: usize, at: usize) -> bool {
    let first = at.saturating_sub(CONDITION).max(start);
    tokens[first..at].iter().any(|token| token.key == IF)
}

/// Whether "being" stands right before the participle at `at`.
fn is_under_way(tokens: &[Token], start: usize, at: usize) -> bool {
    at > start && tokens[at - 1].key == BEING
}

/// What one token tells.
enum Told {
    Tense(Tense),
    Planned,
    Speech,
    Infinitive,
    Participle,
}

/// What the token at `at` tells, perhaps with those before it from `start` on.
fn told(tokens: &[Token], start: usize, at: usize) -> Option<Told> {
    let token = tokens.get(at)?;
    let cue = |end: usize| CUES.before(&tokens[start..end], LONGEST_CUE);
    match cue(at + 1) {
        Some((count, Cue::Present)) if matches!(cue(at + 1 - count), Some((_, Cue::Past))) => None,
        // "May" is a month, or a minister.
        Some((_, Cue::Would)) if token.xpos == Xpos::Nnp => None,
        Some((_, Cue::Would)) if is_foretold(tokens, start, at) => Some(Told::Tense(Tense::Past)),
        // "set on fire"
        Some((count, Cue::Planned)) if is_other(&tokens[at + 1 - count..]) => {
            Some(Told::Participle)
        }
        Some((_, cue)) => tell(tokens, at + 1, cue),
        None => match token.xpos {
            Xpos::Vbd if is_supposed(tokens, start, at) => None,
            Xpos::Vbd => Some(Told::Tense(Tense::Past)),
            Xpos::Vbn => Some(Told::Participle),
            Xpos::Md => Some(Told::Tense(Tense::Future)),
            _ => None,
        },
    }
}

/// Whether the words begin with a phrase that tells nothing.
fn is_other(tokens: &[Token]) -> bool {
    matches!(CUES.at(tokens), Some((_, Cue::Neutral)))
}

/// Whether the "would" at `at` was foretold before the time of writing: "analysts had predicted that sales would fall".
fn is_foretold(tokens: &[Token], start: usize, at: usize) -> bool {
    let first = at.saturating_sub(FORETOLD).max(start);
    let cue = |from: usize| CUES.at(&tokens[from..at]);
    (first..at).any(|from| matches!(cue(from), Some((_, Cue::Foretold))))
}

/// Whether "have" before token `at` makes a perfect: "could have lost", "have not yet lost", but "have doses by May".
fn takes_participle(tokens: &[Token], at: usize) -> bool {
    let mut rest = tokens[at.min(tokens.len())..].iter();
    rest.find(|token| token.xpos != Xpos::Rb)
        .is_some_and(|token| matches!(token.xpos, Xpos::Vbn | Xpos::Vbd))
}

/// What a cue that ends before `after` tells.
fn tell(tokens: &[Token], after: usize, cue: Cue) -> Option<Told> {
    let next = tokens.get(after);
    let have = || match CUES.at(&tokens[after..]) {
        Some((count, Cue::Perfect)) => takes_participle(tokens, after + count),
        _ => false,
    };
    match cue {
        Cue::Future | Cue::Present => Some(Told::Tense(Tense::Future)),
        Cue::Would if have() => Some(Told::Tense(Tense::Past)),
        Cue::Would => Some(Told::Tense(Tense::Future)),
        Cue::Perfect if !takes_participle(tokens, after) => None,
        Cue::Past | Cue::Perfect | Cue::Foretold => Some(Told::Tense(Tense::Past)),
        Cue::Planned => Some(Told::Planned),
        Cue::Speech => Some(Told::Speech),
        Cue::Infinitive => next
            .is_some_and(|next| next.xpos == Xpos::Vb)
            .then_some(Told::Infinitive),
        Cue::Neutral => None,
    }
}
