//! Attributions while they are put together: token ranges, quotations not yet joined.

use std::ops::Range;

use super::Act;

/// What one cue gives by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Draft {
    /// Head of the cue: the verb, noun or preposition.
    pub head: usize,
    /// Tokens of the cue.
    pub cue: Range<usize>,
    /// Head of the source's noun phrase.
    pub speaker: Option<usize>,
    /// Tokens of the source.
    pub source: Option<Range<usize>>,
    /// Tokens of the content, in text order; empty while it waits for a quotation.
    pub content: Vec<Range<usize>>,
    pub act: Act,
    /// Its sentence.
    pub sentence: usize,
    /// Whether a quotation may be its content.
    pub speech: bool,
    /// Whether the content is no clause, so that a quotation beside the cue has a better claim: in `"No," she told the
    /// court` the court is not what she told.
    pub weak: bool,
}

/// `range` without the parts that `holes` cover; the holes need not be sorted.
pub(crate) fn without(range: Range<usize>, holes: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut pieces = vec![range];
    for hole in holes {
        pieces = pieces
            .into_iter()
            .flat_map(|piece| {
                let before = piece.start..hole.start.min(piece.end);
                let after = hole.end.max(piece.start)..piece.end;
                [before, after]
            })
            .filter(|piece| !piece.is_empty())
            .collect();
    }
    pieces
}
