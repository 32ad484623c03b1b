//! Wording: the words of the draft in, the place of the sources that has them out, word for word or nearly so.
//!
//! "feels really big to workers when their hours are flat" is found where a source has "their wages": runs of words
//! that both share lead to the place, and the words on both sides are laid against each other.

use std::ops::Range;

use claims::Span;
use claims::syntax::{Key, Token, Upos};
use rustc_hash::FxHashMap;
use similar::{Algorithm, DiffTag, capture_diff_slices};

use crate::compare::Report;

/// Words of a run that leads to a place.
const RUN: usize = 2;

/// Places of one run beyond which it is too common to lead anywhere.
const CROWDED: usize = 40;

/// Share of the words that must be found for a place to have them altered.
const SHARED: f32 = 0.6;

/// Places that are laid against the words.
const MOST: usize = 4;

/// The words of all sources.
#[derive(Debug)]
pub(super) struct Wording {
    texts: Vec<Text>,
    runs: FxHashMap<Key, Vec<(usize, usize)>>,
}

/// The words of one source, without punctuation.
#[derive(Debug)]
struct Text {
    report: usize,
    words: Vec<Key>,
    spans: Vec<Span>,
}

/// Where a source has the words.
#[derive(Clone, Debug)]
pub(super) struct Place {
    /// The source.
    pub(super) report: usize,
    /// Its words there.
    pub(super) span: Span,
    /// Where the words differ: those of the draft, those of the source. None when they do not.
    pub(super) changes: Vec<Change>,
    /// How many of the words are there.
    shared: usize,
}

/// Words that differ, as ranges of the words of the draft and spans of the source.
#[derive(Clone, Debug)]
pub(super) struct Change {
    /// The draft's words, as a range of those looked for.
    pub(super) own: Range<usize>,
    /// The source's words; `None` where it has none there.
    pub(super) other: Option<Span>,
}

/// The words of `span`, without punctuation.
pub(super) fn words(report: &Report, span: Span) -> Vec<Token> {
    let inside = report.extraction.tokens_in(span).iter();
    inside.filter(|token| is_word(token)).copied().collect()
}

fn is_word(token: &Token) -> bool {
    token.upos != Upos::Punct
}

/// A word of a source that stands between the words that one of the draft stands between.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit {
    /// The source.
    pub(super) report: usize,
    /// The word.
    pub(super) word: Key,
    /// Where it stands.
    pub(super) span: Span,
}

impl Wording {
    /// The words of `sources` among `reports`.
    pub(super) fn new(reports: &[Report], sources: &[usize]) -> Self {
        let texts: Vec<Text> = sources
            .iter()
            .map(|&source| text(reports, source))
            .collect();
        let mut runs: FxHashMap<Key, Vec<(usize, usize)>> = FxHashMap::default();
        for (at, text) in texts.iter().enumerate() {
            for (start, run) in text.words.windows(RUN).enumerate() {
                runs.entry(run[0].then(run[1]))
                    .or_default()
                    .push((at, start));
            }
        }
        Self { texts, runs }
    }

    /// The places that have `words`: all that have them as they are, or else the one that has most of them.
    pub(super) fn find(&self, words: &[Key]) -> Vec<Place> {
        let exact = self.exact(words);
        if !exact.is_empty() {
            return exact;
        }
        let near = self
            .starts(words)
            .into_iter()
            .filter_map(|(text, start)| self.lay(words, text, start));
        let best = near.min_by_key(|place| {
            (
                std::cmp::Reverse(place.shared),
                place.changes.len(),
                place.report,
                place.span,
            )
        });
        best.into_iter().collect()
    }

    /// The places that have `words` as they are.
    pub(super) fn exact(&self, words: &[Key]) -> Vec<Place> {
        let Some((first, rest)) = words.split_first() else {
            return Vec::new();
        };
        let hit = |&(text, start): &(usize, usize)| {
            self.texts[text].words[start..]
                .starts_with(words)
                .then(|| self.place(text, start..start + words.len()))
        };
        match rest.first() {
            Some(second) => {
                let starts = self.runs.get(&first.then(*second));
                starts.into_iter().flatten().filter_map(hit).collect()
            }
            None => self.single(*first),
        }
    }

    /// What sources have between the words around `words[at]`, three on each side, of which one may differ.
    pub(super) fn in_place(&self, words: &[Token], at: usize) -> Vec<Hit> {
        const EACH: usize = 3;
        let before = &words[at.saturating_sub(EACH)..at];
        let after = &words[at + 1..words.len().min(at + 1 + EACH)];
        let pair = |pair: &[Token]| self.runs.get(&pair[0].key.then(pair[1].key));
        let left = before
            .len()
            .checked_sub(RUN)
            .and_then(|start| pair(&before[start..]));
        let right = (after.len() >= RUN).then(|| pair(&after[..RUN])).flatten();
        let left = left
            .into_iter()
            .flatten()
            .map(|&(text, start)| (text, start + RUN));
        let right = right
            .into_iter()
            .flatten()
            .filter_map(|&(text, start)| Some((text, start.checked_sub(1)?)));
        let mut places: Vec<(usize, usize)> = left.chain(right).collect();
        places.sort_unstable();
        places.dedup();
        let fits = |&(text, place): &(usize, usize)| {
            let there = &self.texts[text].words;
            let own = before
                .iter()
                .rev()
                .zip(there[..place].iter().rev())
                .chain(after.iter().zip(there.get(place + 1..).unwrap_or_default()));
            let shared = own.filter(|(own, other)| own.key == **other).count();
            place < there.len() && shared + 1 >= before.len() + after.len()
        };
        let hit = |(text, place): (usize, usize)| Hit {
            report: self.texts[text].report,
            word: self.texts[text].words[place],
            span: self.texts[text].spans[place],
        };
        places.into_iter().filter(fits).map(hit).collect()
    }

    fn single(&self, word: Key) -> Vec<Place> {
        let of_text = |(at, text): (usize, &Text)| {
            let start = text.words.iter().position(|&other| other == word)?;
            Some(self.place(at, start..start + 1))
        };
        self.texts.iter().enumerate().filter_map(of_text).collect()
    }

    fn place(&self, text: usize, range: Range<usize>) -> Place {
        let from = &self.texts[text];
        Place {
            report: from.report,
            span: from.spans[range.start].cover(from.spans[range.end - 1]),
            changes: Vec::new(),
            shared: range.len(),
        }
    }

    /// Where `words` may begin in the texts, by the runs they share: the places with most of them.
    fn starts(&self, words: &[Key]) -> Vec<(usize, usize)> {
        let mut votes: FxHashMap<(usize, usize), usize> = FxHashMap::default();
        for (offset, run) in words.windows(RUN).enumerate() {
            let places = self.runs.get(&run[0].then(run[1]));
            for &(text, at) in places
                .into_iter()
                .flatten()
                .filter(|_| places.is_some_and(|all| all.len() <= CROWDED))
            {
                *votes.entry((text, at.saturating_sub(offset))).or_default() += 1;
            }
        }
        let mut ranked: Vec<((usize, usize), usize)> = votes.into_iter().collect();
        ranked.sort_by_key(|&(start, votes)| (std::cmp::Reverse(votes), start));
        ranked
            .into_iter()
            .take(MOST)
            .map(|(start, _)| start)
            .collect()
    }

    /// Lays `words` against those of a text from about `start` on.
    fn lay(&self, words: &[Key], text: usize, start: usize) -> Option<Place> {
        const SLACK: usize = 3;
        let from = &self.texts[text];
        let first = start.saturating_sub(SLACK);
        let last = (start + words.len() + SLACK).min(from.words.len());
        let window = &from.words[first..last];
        let diff = capture_diff_slices(Algorithm::Myers, words, window);
        let shared: usize = diff
            .iter()
            .filter(|op| op.tag() == DiffTag::Equal)
            .map(|op| op.old_range().len())
            .sum();
        if (shared as f32) < SHARED * words.len() as f32 {
            return None;
        }
        let equal: Vec<Range<usize>> = diff
            .iter()
            .filter(|op| op.tag() == DiffTag::Equal)
            .map(|op| op.new_range())
            .collect();
        let (begin, end) = (equal.first()?.start, equal.last()?.end);
        let span = |range: Range<usize>| {
            let inside = range.start.max(begin)..range.end.min(end);
            (!inside.is_empty())
                .then(|| from.spans[first + inside.start].cover(from.spans[first + inside.end - 1]))
        };
        let changes = diff
            .iter()
            .filter(|op| op.tag() != DiffTag::Equal)
            .map(|op| Change {
                own: op.old_range(),
                other: span(op.new_range()),
            });
        Some(Place {
            report: from.report,
            span: from.spans[first + begin].cover(from.spans[first + end - 1]),
            changes: changes
                .filter(|change| !change.own.is_empty() || change.other.is_some())
                .collect(),
            shared,
        })
    }
}

fn text(reports: &[Report], report: usize) -> Text {
    let tokens = &reports[report].extraction.analysis.tokens;
    let words: Vec<&Token> = tokens.iter().filter(|token| is_word(token)).collect();
    Text {
        report,
        words: words.iter().map(|token| token.key).collect(),
        spans: words.iter().map(|token| token.span).collect(),
    }
}
