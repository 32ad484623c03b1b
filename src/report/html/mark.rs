//! Marks over a text in, runs of it out, each under at most one mark.
//!
//! "Koval said 13 were wounded" with a mark on "Koval said 13" and one on "13" becomes three runs: "Koval said "
//! under the first, "13" under the second, " were wounded" under none. Of marks that overlap the shortest shows,
//! since a link cannot stand inside another.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use claims::Span;

/// A stretch of text with what is to be said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mark<T> {
    /// Bytes of the report.
    pub(super) span: Span,
    /// What it is.
    pub(super) label: T,
}

/// A stretch of text under one mark or none.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Run<'a, T> {
    /// Bytes of the report.
    pub(super) span: Span,
    /// Its mark.
    pub(super) mark: Option<&'a T>,
    /// Whether the mark shows here for the first time.
    pub(super) first: bool,
}

/// Cuts `within` at the marks, which stand in any order. Linear but for sorting.
pub(super) fn runs<T>(within: Span, marks: &[Mark<T>]) -> Vec<Run<'_, T>> {
    let mut seen = vec![false; marks.len()];
    let run = |(span, mark): (Span, Option<usize>)| Run {
        span,
        mark: mark.map(|mark| &marks[mark].label),
        first: mark.is_some_and(|mark| !std::mem::replace(&mut seen[mark], true)),
    };
    stretches(within, marks).into_iter().map(run).collect()
}

/// The stretches of `within` with the shortest mark over each.
fn stretches<T>(within: Span, marks: &[Mark<T>]) -> Vec<(Span, Option<usize>)> {
    let mut active = BTreeSet::new();
    let mut at = within.start;
    let mut stretches: Vec<(Span, Option<usize>)> = Vec::new();
    for edge in edges(within, marks) {
        if edge.at > at {
            let span = Span::new(at, edge.at);
            let shown = active.first().map(|&(_, mark)| mark);
            match stretches.last_mut() {
                Some((last, mark)) if *mark == shown => *last = last.cover(span),
                _ => stretches.push((span, shown)),
            }
            at = edge.at;
        }
        let Some(mark) = edge.mark else { break };
        let key = (length(marks[mark].span), mark);
        if !active.remove(&key) {
            active.insert(key);
        }
    }
    stretches
}

/// A place where a mark begins or ends, or the text does.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Edge {
    at: u32,
    /// `None` at the end of the text, which sorts behind every mark's edge there.
    order: Reverse<bool>,
    mark: Option<usize>,
}

/// Both edges of every mark that shows inside `within`, and its end.
fn edges<T>(within: Span, marks: &[Mark<T>]) -> Vec<Edge> {
    let mut edges: Vec<Edge> = Vec::with_capacity(2 * marks.len() + 1);
    for (index, mark) in marks.iter().enumerate() {
        let start = mark.span.start.max(within.start);
        let end = mark.span.end.min(within.end);
        if start < end {
            edges.extend([start, end].map(|at| edge(at, Some(index))));
        }
    }
    edges.push(edge(within.end, None));
    edges.sort_unstable();
    edges
}

const fn edge(at: u32, mark: Option<usize>) -> Edge {
    Edge {
        at,
        order: Reverse(mark.is_some()),
        mark,
    }
}

const fn length(span: Span) -> u32 {
    span.end - span.start
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str, marks: &[(u32, u32)]) -> String {
        let label = |(index, &(start, end))| Mark {
            span: Span::new(start, end),
            label: index,
        };
        let marks: Vec<Mark<usize>> = marks.iter().enumerate().map(label).collect();
        let shown = |run: &Run<usize>| match run.mark {
            Some(mark) => format!(
                "[{mark}{} {}]",
                if run.first { "" } else { "…" },
                run.span.slice(text)
            ),
            None => run.span.slice(text).to_owned(),
        };
        let whole = Span::new(0, text.len() as u32);
        runs(whole, &marks).iter().map(shown).collect()
    }

    #[test]
    fn the_shortest_of_overlapping_marks_shows() {
        let text = "Koval said 13 were wounded";
        assert_eq!(cut(text, &[]), text);
        assert_eq!(
            cut(text, &[(0, 26), (11, 13)]),
            "[0 Koval said ][1 13][0…  were wounded]"
        );
        assert_eq!(
            cut(text, &[(0, 10), (6, 18)]),
            "[0 Koval said][1  13 were] wounded"
        );
    }

    #[test]
    fn marks_outside_and_empty_marks_do_not_show() {
        let marks = [(0, 5), (8, 8), (9, 30)].map(|(start, end)| Mark {
            span: Span::new(start, end),
            label: (),
        });
        let found: Vec<(u32, u32, bool)> = runs(Span::new(4, 12), &marks)
            .iter()
            .map(|run| (run.span.start, run.span.end, run.mark.is_some()))
            .collect();
        assert_eq!(found, [(4, 5, true), (5, 9, false), (9, 12, true)]);
    }
}
