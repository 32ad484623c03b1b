//! Quotations joined to the cues that give them a speaker.
//!
//! In `"We tried. It failed," she said. "We will try again."` the cue "said" has the end of the first quotation for its
//! object; its content becomes all of it and the one behind, which nobody else is given.

use std::ops::Range;

use super::draft::Draft;
use super::scene::Scene;

/// How many tokens may stand between a cue and the quotation it introduces: "she told the court on Monday: …".
const GAP: usize = 25;

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
        complete(scene, draft, number, &mut owners);
    }
    for (number, draft) in drafts.iter_mut().enumerate() {
        if draft.speech && draft.content.is_empty() {
            find_beside(scene, draft, number, &mut owners);
        }
    }
    introduced(scene, drafts, &mut owners);
    follow(scene, drafts, &mut owners);
}

/// Takes the quotation right before or, after a colon, behind the cue for the content, instead of an object.
fn replace_weak(scene: &Scene, draft: &mut Draft, number: usize, owners: &mut [Option<usize>]) {
    let first = draft
        .source
        .as_ref()
        .map_or(draft.cue.start, |source| source.start.min(draft.cue.start));
    let end = scene.analysis.sentences[draft.sentence].tokens.end;
    let colon = is_colon(scene, end - 1).then_some(end - 1);
    let found =
        before(scene, first, owners).or_else(|| behind(scene, colon?, draft.sentence, owners));
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

/// Gives quotations that a colon introduces and no cue has to the subject before the colon.
fn introduced(scene: &Scene, drafts: &mut Vec<Draft>, owners: &mut [Option<usize>]) {
    for (number, quotation) in scene.quotations.iter().enumerate() {
        let tokens = scene.tokens_of(quotation);
        let colon = tokens
            .start
            .checked_sub(1)
            .filter(|&before| is_colon(scene, before));
        let (Some(colon), None) = (colon, owners[number]) else {
            continue;
        };
        let sentences = &scene.analysis.sentences;
        let sentence = sentences.partition_point(|sentence| sentence.tokens.end <= colon);
        if let Some(draft) = super::verb::introduce(scene, colon, tokens, sentence) {
            owners[number] = Some(drafts.len());
            drafts.push(draft);
        }
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
            if let Some(quotation) = scene.quotation(place).filter(|_| draft.speech) {
                owners[quotation].get_or_insert(number);
            }
        }
    }
    merge(&mut draft.content);
}

/// Sorts ranges and joins those that overlap or touch.
fn merge(ranges: &mut Vec<Range<usize>>) {
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
    let found =
        before(scene, first, owners).or_else(|| behind(scene, last, draft.sentence, owners));
    if let Some(quotation) = found {
        owners[quotation] = Some(number);
        draft
            .content
            .push(scene.tokens_of(&scene.quotations[quotation]));
    }
}

/// The free quotation that ends right before token `first`, but for a comma.
fn before(scene: &Scene, first: usize, owners: &[Option<usize>]) -> Option<usize> {
    let near = (first.saturating_sub(2)..first).rev();
    let quotation = near.clone().find_map(|at| scene.quotation(at))?;
    let between = scene.tokens_of(&scene.quotations[quotation]).end..first;
    let only_marks = between.into_iter().all(|at| scene.is_punctuation(at));
    (only_marks && owners[quotation].is_none()).then_some(quotation)
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

/// Gives quotations that stand alone behind an attributed one, or go on behind its cue, to its speaker.
fn follow(scene: &Scene, drafts: &mut [Draft], owners: &mut [Option<usize>]) {
    for quotation in 1..scene.quotations.len() {
        if owners[quotation].is_some() {
            continue;
        }
        let Some(owner) = owners[quotation - 1] else {
            continue;
        };
        let draft = &mut drafts[owner];
        if goes_on(scene, quotation, draft) {
            owners[quotation] = Some(owner);
            draft
                .content
                .push(scene.tokens_of(&scene.quotations[quotation]));
            merge(&mut draft.content);
        }
    }
}

/// Whether the quotation goes on with what the draft has: `"No," she said, "not yet. Never."`, `"No," she said. "Never."`,
/// or in the next paragraph.
fn goes_on(scene: &Scene, quotation: usize, draft: &Draft) -> bool {
    let this = &scene.quotations[quotation];
    let previous = &scene.quotations[quotation - 1];
    let tokens = scene.tokens_of(this);
    let ended = [&draft.cue]
        .into_iter()
        .chain(&draft.content)
        .chain(&draft.source)
        .map(|range| range.end)
        .max();
    let between = ended.unwrap_or(0)..tokens.start;
    if between.len() > GAP {
        return false;
    }
    let stops = between.clone().filter(|&at| is_stop(scene, at)).count();
    let bare = between.clone().all(|at| scene.is_punctuation(at));
    let begins = between.is_empty() || is_stop(scene, tokens.start - 1);
    match this.paragraph - previous.paragraph {
        0 if bare => stops > 0 || draft.cue.start > scene.tokens_of(previous).start,
        0 => stops == 1 && begins && is_whole(scene, this, &tokens),
        1 => this.continues || bare && is_whole(scene, this, &tokens),
        _ => false,
    }
}

/// Whether the quotation ends its sentence.
fn is_whole(scene: &Scene, quotation: &super::quote::Quotation, tokens: &Range<usize>) -> bool {
    let inside = quotation
        .inner
        .slice(scene.text)
        .trim_end_matches([' ', '\'', '’', '"', '”'])
        .ends_with(['.', '?', '!', '…']);
    let next_stops = tokens.end < scene.analysis.tokens.len() && is_stop(scene, tokens.end);
    !quotation.closed || inside || next_stops
}

/// Whether the token ends a sentence.
fn is_stop(scene: &Scene, at: usize) -> bool {
    matches!(
        scene.token(at).span.slice(scene.text),
        "." | "?" | "!" | "…"
    )
}
