//! Dependency arcs in, the tree they make out: children of each token, and the stretch of tokens below it.
//!
//! In "Russia launched 108 drones" the children of "launched" are "Russia" and "drones", and the stretch of "drones"
//! is "108 drones". Built once for a document, in time linear in its tokens.

use std::ops::Range;

use syntax::{Arc, Relation};

/// Children and stretches of every token of one document.
#[derive(Debug)]
pub(crate) struct Tree<'a> {
    arcs: &'a [Arc],
    /// Where the children of each token start in `children`; one entry more than there are tokens.
    starts: Vec<u32>,
    children: Vec<u32>,
    first: Vec<u32>,
    last: Vec<u32>,
}

impl<'a> Tree<'a> {
    /// The tree of `arcs`; a token that is its own head is a root.
    pub(crate) fn new(arcs: &'a [Arc]) -> Self {
        let (starts, children) = gather_children(arcs);
        let (first, last) = stretch(arcs, &starts);
        Self {
            arcs,
            starts,
            children,
            first,
            last,
        }
    }

    /// Children of `token`, in text order.
    #[inline]
    pub(crate) fn children(&self, token: usize) -> impl DoubleEndedIterator<Item = usize> + '_ {
        let range = self.starts[token] as usize..self.starts[token + 1] as usize;
        self.children[range].iter().map(|&child| child as usize)
    }

    /// Children of `token` in one of the `relations`, in text order.
    #[inline]
    pub(crate) fn related<'s>(
        &'s self,
        token: usize,
        relations: &'s [Relation],
    ) -> impl DoubleEndedIterator<Item = usize> + 's {
        self.children(token)
            .filter(move |&child| relations.contains(&self.arcs[child].relation))
    }

    /// The first child of `token` in one of the `relations`.
    #[inline]
    pub(crate) fn child(&self, token: usize, relations: &[Relation]) -> Option<usize> {
        self.children(token)
            .find(|&child| relations.contains(&self.arcs[child].relation))
    }

    /// Head of `token`; `None` for a root.
    #[inline]
    pub(crate) fn head(&self, token: usize) -> Option<usize> {
        let head = self.arcs[token].head;
        (head != token).then_some(head)
    }

    /// Relation of `token` to its head.
    #[inline]
    pub(crate) fn relation(&self, token: usize) -> Relation {
        self.arcs[token].relation
    }

    /// The tokens from the first to the last one at or below `token`.
    #[inline]
    pub(crate) fn stretch(&self, token: usize) -> Range<usize> {
        self.first[token] as usize..self.last[token] as usize + 1
    }
}

/// Children lists by counting sort: two passes, no list per token.
fn gather_children(arcs: &[Arc]) -> (Vec<u32>, Vec<u32>) {
    let mut starts = vec![0; arcs.len() + 1];
    for (token, arc) in arcs.iter().enumerate() {
        starts[arc.head + 1] += u32::from(arc.head != token);
    }
    for token in 0..arcs.len() {
        starts[token + 1] += starts[token];
    }
    let mut next = starts.clone();
    let mut children = vec![0; starts[arcs.len()] as usize];
    for (token, arc) in arcs.iter().enumerate() {
        if arc.head != token {
            children[next[arc.head] as usize] = token as u32;
            next[arc.head] += 1;
        }
    }
    (starts, children)
}

/// First and last token below each, from the leaves up, so that a long chain costs no more than a flat tree.
fn stretch(arcs: &[Arc], starts: &[u32]) -> (Vec<u32>, Vec<u32>) {
    let mut first: Vec<u32> = (0..arcs.len() as u32).collect();
    let mut last = first.clone();
    let mut waiting: Vec<u32> = starts.windows(2).map(|pair| pair[1] - pair[0]).collect();
    for leaf in 0..arcs.len() {
        let mut token = leaf;
        while waiting[token] == 0 {
            waiting[token] = u32::MAX;
            let head = arcs[token].head;
            if head == token {
                break;
            }
            first[head] = first[head].min(first[token]);
            last[head] = last[head].max(last[token]);
            waiting[head] -= 1;
            token = head;
        }
    }
    (first, last)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arcs(heads: &[usize]) -> Vec<Arc> {
        let arc = |&head| Arc {
            head,
            relation: Relation::Dep,
        };
        heads.iter().map(arc).collect()
    }

    #[test]
    fn children_and_stretches_follow_the_arcs() {
        let arcs = arcs(&[1, 1, 4, 4, 1, 5]);
        let tree = Tree::new(&arcs);
        assert_eq!(tree.children(1).collect::<Vec<_>>(), [0, 4]);
        assert_eq!(tree.stretch(1), 0..5);
        assert_eq!(tree.stretch(4), 2..5);
        assert_eq!((tree.head(5), tree.stretch(5)), (None, 5..6));
    }

    #[test]
    fn a_circle_of_arcs_does_no_harm() {
        let arcs = arcs(&[1, 0, 1]);
        assert_eq!(Tree::new(&arcs).stretch(2), 2..3);
    }
}
