//! Quotations joined to the cues that give them a speaker.
//!
//! In `"We tried. It failed," she said. "We will try again."` the cue "said" has the end of the first quotation for its
//! object; its content becomes all of it and the one behind, which nobody else is given.

use std::ops::Range;

use rustc_hash::FxHashMap;
use syntax::Xpos;

use super::beside;
use super::draft::Draft;
use super::extent::clause_with_quotation;
use super::follow::{follow, follow_statements, last_attributed};
use super::quote::Quotation;
use super::scene::Scene;
use super::surface;

/// How many tokens may stand between a cue and the quotation it introduces: "she told the court on Monday: …".
pub(super) const GAP: usize = 25;

/// How many tokens, marks included, a quotation has that may be a sentence by itself.
const SENTENCE: usize = 5;

/// How many tokens a sentence has that holds a cue and its source alone.
const SHORT: usize = 5;

/// Gives each draft the whole of the quotations it touches, waiting drafts the quotation beside them, and quotations
/// that stand alone the draft before them.
pub(crate) fn join(scene: &Scene, drafts: &mut Vec<Draft>) {
    let mut owners = vec![None; scene.quotations.len()];
    for (number, draft) in drafts.iter_mut().enumerate() {
        if draft.speech && draft.weak {
            replace_weak(scene, draft, number, &mut owners);
        }
    }
    for (number, draft) in drafts.iter_mut().enumerate() {
        add_adjacent(scene, draft);
        complete(scene, draft, number, &mut owners);
        cut(scene, draft);
    }
    for (number, draft) in drafts.iter_mut().enumerate() {
        if draft.speech && draft.content.is_empty() {
            find_beside(scene, draft, number, &mut owners);
        }
    }
    let mut heads = heads(drafts);
    told(scene, drafts, &mut heads, &mut owners);
    introduced(scene, drafts, &mut heads, &mut owners);
    follow(scene, drafts, &mut owners);
    follow_statements(scene, drafts, &mut owners);
}

/// Takes the quotation right before or, after a colon, behind the cue for the content, instead of an object.
fn replace_weak(scene: &Scene, draft: &mut Draft, number: usize, owners: &mut [Option<usize>]) {
    let first = draft
        .source
        .as_ref()
        .map_or(draft.cue.start, |source| source.start.min(draft.cue.start));
    let end = scene.analysis.sentences[draft.sentence].tokens.end;
    let colon = is_colon(scene, end - 1).then_some(end - 1);
    let found = before(scene, first, draft.sentence, owners)
        .or_else(|| behind(scene, colon?, draft.sentence, owners));
    let Some(quotation) = found else { return };
    let tokens = scene.tokens_of(&scene.quotations[quotation]);
    if draft
        .content
        .iter()
        .all(|range| !range.contains(&tokens.start))
    {
        owners[quotation] = Some(number);
        draft.content = vec![tokens];
    }
}

/// The numbers of the drafts by the heads of their cues.
type Heads = FxHashMap<usize, usize>;

fn heads(drafts: &[Draft]) -> Heads {
    let mut heads = Heads::default();
    for (number, draft) in drafts.iter().enumerate() {
        heads.entry(draft.head).or_insert(number);
    }
    heads
}

/// Gives quotations that end in a comma, and no cue has, to the verb whose clause goes on there: `"No," she snapped`.
fn told(scene: &Scene, drafts: &mut Vec<Draft>, heads: &mut Heads, owners: &mut [Option<usize>]) {
    for (number, quotation) in scene.quotations.iter().enumerate() {
        let tokens = scene.tokens_of(quotation);
        if owners[number].is_some() || !is_told(scene, quotation, &tokens) {
            continue;
        }
        let Some((verb, speaker)) = beside::behind(scene, tokens.end) else {
            continue;
        };
        if tokens.len() < SENTENCE && verb > tokens.end {
            continue;
        }
        let sentence = scene.sentence(verb);
        let here = sentence.paragraph == quotation.paragraph;
        let apart = sentence.tokens.start >= tokens.end;
        let goes_on = last_attributed(scene, number, owners)
            .is_some_and(|last| scene.quotations[last].paragraph == quotation.paragraph);
        let speaks_of = |&own: &usize| !drafts[own].speech && !drafts[own].content.is_empty();
        let other = heads.get(&verb).is_some_and(speaks_of);
        if !here || apart && goes_on || other {
            continue;
        }
        let draft = beside::introducing(scene, verb, speaker, tokens);
        owners[number] = Some(give(scene, drafts, heads, draft));
    }
}

/// Gives the quotation of a new draft to the one that has its verb, or adds it where there is none that speaks; its
/// number.
fn give(scene: &Scene, drafts: &mut Vec<Draft>, heads: &mut Heads, draft: Draft) -> usize {
    let own = heads.get(&draft.head).copied();
    if let Some(own) = own.filter(|&own| drafts[own].speech) {
        quote(scene, &mut drafts[own], draft.content);
        return own;
    }
    heads.entry(draft.head).or_insert(drafts.len());
    drafts.push(draft);
    drafts.len() - 1
}

/// Whether a quotation begins its sentence, or what stands there behind a dash, and leaves it open.
fn is_told(scene: &Scene, quotation: &Quotation, tokens: &Range<usize>) -> bool {
    let first = scene.sentence(tokens.start).tokens.start;
    let dash = || is_dash(scene.token(tokens.start - 1).span.slice(scene.text));
    let comma = ends_with(scene, quotation, &[',']);
    first == tokens.start && (comma || ends_with(scene, quotation, &['?', '!'])) || comma && dash()
}

/// Gives quotations that a colon or, where they are whole sentences, a comma introduces and no cue has to the subject
/// of what stands before.
fn introduced(
    scene: &Scene,
    drafts: &mut Vec<Draft>,
    heads: &mut Heads,
    owners: &mut [Option<usize>],
) {
    for (number, quotation) in scene.quotations.iter().enumerate() {
        let tokens = scene.tokens_of(quotation);
        let Some(mark) = tokens
            .start
            .checked_sub(1)
            .filter(|_| owners[number].is_none())
        else {
            continue;
        };
        let comma = scene.token(mark).xpos == Xpos::Comma && is_sentence(scene, quotation, &tokens);
        if !comma && !is_colon(scene, mark) || scene.quotation(mark).is_some() {
            continue;
        }
        let by_parse = beside::introduce(scene, mark, tokens.clone());
        if let Some(mut draft) = by_parse.or_else(|| surface::introduced(scene, mark, tokens)) {
            if draft.source.is_none() {
                surface::share_speaker(scene, &mut draft, drafts);
            }
            owners[number] = Some(give(scene, drafts, heads, draft));
        }
    }
}

/// Gives a draft a quotation, beside those that it has, for what was taken for its content.
fn quote(scene: &Scene, draft: &mut Draft, quotation: Vec<Range<usize>>) {
    draft
        .content
        .retain(|range| scene.quotation(range.start).is_some());
    draft.content.extend(quotation);
    merge(&mut draft.content);
}

/// Whether a quotation reads as a sentence of its own: several words, a verb among them, the first with a capital, a mark
/// at the end.
pub(super) fn is_sentence(scene: &Scene, quotation: &Quotation, tokens: &Range<usize>) -> bool {
    let capital = quotation
        .inner
        .slice(scene.text)
        .starts_with(char::is_uppercase);
    let verb = |at: usize| scene.is_verb(at) || scene.token(at).xpos == Xpos::Md;
    let says = tokens.len() >= SENTENCE && tokens.clone().any(verb);
    capital && says && is_whole(scene, quotation, tokens)
}

/// Takes in the quotation that follows on the last word with no mark between: "called the moment *"a display of panic"*",
/// "what she called *"our plans"*".
fn add_adjacent(scene: &Scene, draft: &mut Draft) {
    let only = |range: &Range<usize>| match range.len() {
        1 => matches!(scene.token(range.start).xpos, Xpos::Wp | Xpos::Wdt),
        _ => false,
    };
    let said_of = draft
        .content
        .last()
        .filter(|last| last.end > draft.cue.start);
    let end = said_of.map_or(draft.cue.end, |last| last.end);
    let named = said_of.is_some() || !draft.content.is_empty() && draft.content.iter().all(only);
    let sentence = &scene.analysis.sentences[draft.sentence].tokens;
    let quotation = (named && sentence.contains(&end))
        .then(|| scene.quotation(end))
        .flatten();
    let Some(quotation) = quotation.filter(|_| scene.quotation(end - 1).is_none()) else {
        return;
    };
    let tokens = scene.tokens_of(&scene.quotations[quotation]);
    match draft.content.last_mut().filter(|last| last.end == end) {
        Some(last) => last.end = tokens.end,
        None => draft.content = vec![tokens],
    }
}

/// Extends the content to the ends of the quotations it overlaps.
fn complete(scene: &Scene, draft: &mut Draft, number: usize, owners: &mut [Option<usize>]) {
    for at in 0..draft.content.len() {
        let range = draft.content[at].clone();
        for place in [range.start, range.end - 1] {
            let Some(quotation) = scene.quotation(place) else {
                continue;
            };
            let whole = scene.tokens_of(&scene.quotations[quotation]);
            let range = &mut draft.content[at];
            *range = range.start.min(whole.start)..range.end.max(whole.end);
        }
        for place in draft.content[at].clone() {
            let Some(quotation) = scene.quotation(place) else {
                continue;
            };
            let alone = scene.tokens_of(&scene.quotations[quotation]) == draft.content[at];
            if draft.speech || alone && scene.quotation(draft.head).is_none() {
                owners[quotation].get_or_insert(number);
            }
        }
    }
    merge(&mut draft.content);
}

/// Ends the content with its quotation where more of the sentence hangs on it, and begins it there behind a colon:
/// `said, "We'll see," when asked`, `She had one word for it: "No," she said`.
fn cut(scene: &Scene, draft: &mut Draft) {
    let [range] = &mut draft.content[..] else {
        return;
    };
    let Some(first) = scene
        .quotation(range.start)
        .or(scene.quotation(range.end - 1))
    else {
        return;
    };
    let quotation = &scene.quotations[first];
    let tokens = scene.tokens_of(quotation);
    let alone = range
        .clone()
        .all(|at| tokens.contains(&at) || scene.quotation(at).is_none());
    let opens = range.start == tokens.start && ends_with(scene, quotation, &[',', '?', '!', '.']);
    let closes = draft.speech && range.end == tokens.end && tokens.start > range.start && {
        let mark = scene.token(tokens.start - 1).span.slice(scene.text);
        (is_dash(mark) || matches!(mark, ":" | "(")) && draft.cue.start >= tokens.end
    };
    let stops = range.start == tokens.start && stops_behind(scene, quotation, &tokens);
    if alone && (opens || closes) || stops {
        *range = tokens;
    }
}

/// Whether what follows a quotation cannot be a part of it: a new sentence, or what stands behind a dash.
fn stops_behind(scene: &Scene, quotation: &Quotation, tokens: &Range<usize>) -> bool {
    let next = scene.analysis.tokens.get(tokens.end);
    let text = next.map_or("", |token| token.span.slice(scene.text));
    let begins =
        ends_with(scene, quotation, &['?', '!', '.']) && text.starts_with(char::is_uppercase);
    begins || is_dash(text)
}

fn is_dash(mark: &str) -> bool {
    matches!(mark, "-" | "–" | "—" | "--")
}

/// Sorts ranges and joins those that overlap or touch.
pub(super) fn merge(ranges: &mut Vec<Range<usize>>) {
    ranges.sort_by_key(|range| (range.start, range.end));
    ranges.dedup_by(|next, kept| {
        let joins = next.start <= kept.end;
        if joins {
            kept.end = kept.end.max(next.end);
        }
        joins
    });
}

/// Looks for the quotation right before or behind a cue that has no content yet.
fn find_beside(scene: &Scene, draft: &mut Draft, number: usize, owners: &mut [Option<usize>]) {
    let source = draft.source.clone().unwrap_or_else(|| draft.cue.clone());
    let first = draft.cue.start.min(source.start);
    let last = draft.cue.end.max(source.end);
    let found = before(scene, first, draft.sentence, owners);
    if let Some(quotation) = found {
        owners[quotation] = Some(number);
        let tokens = scene.tokens_of(&scene.quotations[quotation]);
        draft.content.push(tokens);
    } else if let Some(quotation) = behind(scene, last, draft.sentence, owners) {
        owners[quotation] = Some(number);
        let tokens = scene.tokens_of(&scene.quotations[quotation]);
        let clause = clause_with_quotation(scene, last, &tokens);
        draft.content.push(clause.unwrap_or(tokens));
    }
}

/// The free quotation that ends right before token `first` of a sentence, but for a comma. One that ends a sentence or
/// paragraph of its own goes on with what stands before it.
fn before(scene: &Scene, first: usize, sentence: usize, owners: &[Option<usize>]) -> Option<usize> {
    let near = (first.saturating_sub(2)..first).rev();
    let number = near.clone().find_map(|at| scene.quotation(at))?;
    let quotation = &scene.quotations[number];
    let tokens = scene.tokens_of(quotation);
    let own = &scene.analysis.sentences[sentence];
    let ends = tokens.end <= own.tokens.start
        && own.tokens.len() > SHORT
        && ends_with(scene, quotation, &['.']);
    let only_marks = (tokens.end..first).all(|at| scene.is_punctuation(at));
    let here = quotation.paragraph == own.paragraph && !ends;
    (here && only_marks && owners[number].is_none()).then_some(number)
}

/// The free quotation behind token `last`: in the same sentence, or in the next one after a colon.
fn behind(scene: &Scene, last: usize, sentence: usize, owners: &[Option<usize>]) -> Option<usize> {
    let sentences = &scene.analysis.sentences;
    let end = sentences[sentence].tokens.end;
    let after_colon = end > last && is_colon(scene, end - 1);
    let limit = if after_colon { end + 2 } else { end };
    let limit = limit.min(last + GAP).min(scene.analysis.tokens.len());
    let quotation = (last..limit).find_map(|at| scene.quotation(at))?;
    owners[quotation].is_none().then_some(quotation)
}

fn is_colon(scene: &Scene, at: usize) -> bool {
    scene.token(at).span.slice(scene.text) == ":"
}

/// Whether the quotation ends its sentence.
pub(super) fn is_whole(scene: &Scene, quotation: &Quotation, tokens: &Range<usize>) -> bool {
    let inside = ends_with(scene, quotation, &['.', '?', '!', '…']);
    let next_stops = tokens.end < scene.analysis.tokens.len() && is_stop(scene, tokens.end);
    !quotation.closed || inside || next_stops
}

/// Whether the last of the quoted words is followed by one of `marks`.
pub(super) fn ends_with(scene: &Scene, quotation: &Quotation, marks: &[char]) -> bool {
    let inner = quotation.inner.slice(scene.text);
    inner
        .trim_end_matches([' ', '\'', '’', '"', '”'])
        .ends_with(marks)
}

/// Whether the token ends a sentence.
pub(super) fn is_stop(scene: &Scene, at: usize) -> bool {
    matches!(
        scene.token(at).span.slice(scene.text),
        "." | "?" | "!" | "…"
    )
}

#[cfg(test)]
mod tests {
    use crate::attribution::tests::{analyze, attributed};

    fn said(text: &str) -> Vec<String> {
        attributed(text, &analyze(text))
    }

    #[test]
    fn a_quotation_behind_a_dash_is_all_that_is_said() {
        assert_eq!(
            said(
                "The crowd was small - \"I have seen more people on the pier,\" Lee said - and left early."
            ),
            ["Lee | said | \"I have seen more people on the pier,\""]
        );
    }

    #[test]
    fn a_new_sentence_ends_what_is_asked() {
        assert_eq!(
            said(
                "Keller was asked, \"Would you have told her it is not a good idea?\" He answered, \"I have no idea.\""
            ),
            [
                "- | was asked | \"Would you have told her it is not a good idea?\"",
                "He | answered | \"I have no idea.\""
            ]
        );
    }

    #[test]
    fn one_word_may_be_all_that_a_paper_says() {
        assert_eq!(
            said("The fans were sad. \"Choke!\" blared the front page of the Alder Herald."),
            ["the front page of the Alder Herald | blared | \"Choke!\""]
        );
    }
}
