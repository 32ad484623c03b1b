//! The labeller: what a word is to its head.
//!
//! Takes a finished tree, gives relations, word by word from the left, each seen with its head, the other dependents
//! of that head and the relation of the one before it. The tags of the two words allow a few relations only, often
//! one: a `DT` left of an `NN` is its `det`.

use crate::label::{Relation, Xpos};
use crate::tag::FeatureList;
use crate::weights::{Atom, Candidates, Section, SparseModel, Weights, atom};

use super::state::Node;

/// Every relation but that of a root.
pub(crate) const ALL_RELATIONS: Candidates =
    ((1 << Relation::ALL.len()) - 1) & !(1 << Relation::Root as u64);

/// Place in the grid of an arc between two tags.
#[inline]
pub(crate) const fn grid_place(dependent: Xpos, head: Xpos, left: bool) -> usize {
    ((dependent as usize * Xpos::ALL.len() + head as usize) * 2 + left as usize) * 2
}

/// Number of words of the grid.
pub(crate) const GRID: usize = Xpos::ALL.len() * Xpos::ALL.len() * 4;

/// The dependents of each word, in text order, as linked lists.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    /// Head of each word; a root's is itself.
    pub(crate) heads: Vec<u32>,
    first: Vec<u32>,
    last: Vec<u32>,
    next: Vec<u32>,
}

impl Tree {
    /// Takes the heads of a sentence.
    pub(crate) fn fill(&mut self, heads: impl Iterator<Item = u32>) {
        self.heads.clear();
        self.heads.extend(heads);
        let none = self.heads.len() as u32;
        for list in [&mut self.first, &mut self.last, &mut self.next] {
            list.clear();
            list.resize(none as usize + 1, none);
        }
        for word in 0..none {
            let head = self.heads[word as usize];
            if head != word {
                self.append(head as usize, word);
            }
        }
    }

    fn append(&mut self, head: usize, word: u32) {
        let none = self.heads.len() as u32;
        if self.first[head] == none {
            self.first[head] = word;
        } else {
            self.next[self.last[head] as usize] = word;
        }
        self.last[head] = word;
    }
}

/// What has been labelled below one head so far.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Siblings {
    seen: u64,
    latest: u64,
    previous: u32,
}

/// Relations found so far, by head.
#[derive(Debug, Default)]
pub(crate) struct Progress {
    siblings: Vec<Siblings>,
}

impl Progress {
    /// Starts on a sentence of `length` words.
    pub(crate) fn reset(&mut self, length: usize) {
        self.siblings.clear();
        let start = Siblings {
            seen: 0,
            latest: 63,
            previous: length as u32,
        };
        self.siblings.resize(length, start);
    }

    /// Notes that `word` below `head` has this relation.
    pub(crate) fn note(&mut self, word: u32, head: u32, relation: Relation) {
        let siblings = &mut self.siblings[head as usize];
        siblings.seen |= 1 << relation as u64;
        siblings.latest = relation as u64;
        siblings.previous = word;
    }
}

/// View of the labeller in the weights.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Labeller<'w> {
    grid: &'w [u32],
    model: SparseModel<'w>,
}

impl<'w> Labeller<'w> {
    /// Views the labeller of a weights file.
    pub(crate) fn new(weights: Weights<'w>) -> Self {
        let index = weights.section(Section::LabelIndex);
        Self {
            grid: weights.section(Section::LabelGrid),
            model: SparseModel::new(index, weights.section(Section::LabelPool)),
        }
    }

    /// Calls `assign` with the relation of each word.
    pub(crate) fn label(
        &self,
        tree: &Tree,
        nodes: &[Node],
        tag_at: impl Fn(usize) -> Xpos,
        mut assign: impl FnMut(usize, Relation),
    ) {
        let mut progress = Progress::default();
        progress.reset(tree.heads.len());
        let mut list = FeatureList::default();
        for word in 0..tree.heads.len() as u32 {
            let head = tree.heads[word as usize];
            if head == word {
                assign(word as usize, Relation::Root);
                continue;
            }
            let place = grid_place(tag_at(word as usize), tag_at(head as usize), word < head);
            let candidates = candidates(self.grid, place);
            let class = if candidates.is_power_of_two() {
                candidates.trailing_zeros() as usize
            } else {
                list.clear();
                label_features(tree, &progress, nodes, word, &mut list);
                self.model.best(list.as_slice(), candidates)
            };
            let relation = Relation::ALL.get(class).copied().unwrap_or(Relation::Dep);
            progress.note(word, head, relation);
            assign(word as usize, relation);
        }
    }
}

/// The relations that the grid allows at a place; all when it was never seen.
#[inline]
pub(crate) fn candidates(grid: &[u32], place: usize) -> Candidates {
    match grid.get(place..place + 2) {
        Some(&[low, high]) if low | high != 0 => u64::from(low) | u64::from(high) << 32,
        _ => ALL_RELATIONS,
    }
}

/// Adds the features of the arc from `word` to its head.
pub(crate) fn label_features(
    tree: &Tree,
    progress: &Progress,
    nodes: &[Node],
    word: u32,
    list: &mut FeatureList,
) {
    let head = tree.heads[word as usize];
    let node = |word: u32| nodes[word as usize];
    let (d, h) = (node(word), node(head));
    let grand = tree.heads[head as usize];
    let g = if grand == head {
        Node::NONE
    } else {
        node(grand)
    };
    let (first, last) = (
        node(tree.first[word as usize]),
        node(tree.last[word as usize]),
    );
    let next = node(tree.next[word as usize]);
    let siblings = progress.siblings[head as usize];
    let previous = node(siblings.previous);
    let latest = atom(1000 + siblings.latest);
    let seen = atom(siblings.seen ^ 0x0bad_cafe_0000_0000);
    let side = side(word, head);
    let after = node(word + 1);
    let before = if word == 0 {
        Node::NONE
    } else {
        node(word - 1)
    };
    let before_head = if head == 0 {
        Node::NONE
    } else {
        node(head - 1)
    };
    let after_head = node(head + 1);
    list.push(1, d.word, h.tag, side);
    list.push(2, d.word, h.word, 0);
    list.push(3, d.fine, h.word, side);
    list.push(4, d.fine, h.fine, side);
    list.push(5, d.fine, h.fine, latest);
    list.push(6, d.word, latest, h.tag);
    list.push(7, first.fine, d.fine, h.fine);
    list.push(8, last.fine, d.fine, h.fine);
    list.push(9, first.word, d.fine, side);
    list.push(10, last.word, d.fine, side);
    list.push(11, after.fine, d.fine, h.fine);
    list.push(12, before.fine, d.fine, h.fine);
    list.push(13, after_head.fine, d.fine, h.fine);
    list.push(14, g.fine, h.fine, d.fine);
    list.push(15, h.word, latest, d.tag);
    list.push(16, seen, h.fine, d.fine);
    list.push(17, seen, h.word, d.tag);
    list.push(18, next.fine, d.fine, h.fine);
    list.push(19, next.fine, d.tag, h.word);
    list.push(20, previous.fine, d.fine, h.fine);
    list.push(21, previous.word, d.tag, h.tag);
    list.push(22, first.fine, last.fine, d.fine);
    list.push(23, node(tree.first[head as usize]).fine, d.fine, h.fine);
    list.push(24, before_head.fine, d.fine, h.fine);
    list.push(25, first.word, last.word, side);
    list.push(26, d.word, side, 0);
    list.push(27, h.word, side, 0);
    list.push(28, first.fine, d.tag, h.word);
    list.push(29, node(tree.last[head as usize]).fine, d.fine, h.fine);
}

/// The atom of the side that a word stands on, and how far away.
#[inline]
fn side(word: u32, head: u32) -> Atom {
    let apart = u64::from(word.abs_diff(head));
    let class = match apart {
        0..=3 => apart,
        4..=6 => 4,
        _ => 5,
    };
    atom(600 + class + if word < head { 10 } else { 0 })
}
