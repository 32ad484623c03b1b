//! The labeller: what a word is to its head.
//!
//! Takes a finished tree, gives relations, word by word from the left, each seen with its head, the other dependents
//! of that head and the relation of the one before it. The tags of the two words allow a few relations only, often
//! one: a `DT` left of an `NN` is its `det`.
//!
//! What the tree alone tells is summed for all words first: no decision is waited for then, so the rows of rare words
//! come from memory side by side.

use fearless_simd::dispatch;

use crate::label::{Relation, Xpos};
use crate::tag::vocabulary::{FINES, WORDS};

use crate::weights::{Candidates, Net, Rows, Section, Sums, Weights};

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
    previous: Vec<u32>,
}

impl Tree {
    /// Takes the heads of a sentence.
    pub(crate) fn fill(&mut self, heads: impl Iterator<Item = u32>) {
        self.heads.clear();
        self.heads.extend(heads);
        let none = self.heads.len() as u32;
        for list in [
            &mut self.first,
            &mut self.last,
            &mut self.next,
            &mut self.previous,
        ] {
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
            self.previous[word as usize] = self.last[head];
        }
        self.last[head] = word;
    }
}

/// What has been labelled below one head so far.
#[derive(Clone, Copy, Debug)]
struct Siblings {
    /// Relations of the latest dependent and of the one before.
    latest: [u32; 2],
    /// Whether there is a subject (1) and an object or predicate (2).
    core: u32,
}

/// Stands for "no relation yet".
const UNLABELLED: u32 = 63;

/// Relations found so far.
#[derive(Debug, Default)]
pub(crate) struct Progress {
    siblings: Vec<Siblings>,
    relations: Vec<u32>,
}

impl Progress {
    /// Starts on a tree, of which only the roots are labelled.
    pub(crate) fn reset(&mut self, tree: &Tree) {
        let none = tree.heads.len() as u32;
        let start = Siblings {
            latest: [UNLABELLED; 2],
            core: 0,
        };
        self.siblings.clear();
        self.siblings.resize(none as usize, start);
        let roots = (0..none).zip(&tree.heads).map(|(word, &head)| word == head);
        self.relations.clear();
        self.relations.extend(roots.map(|root| {
            if root {
                Relation::Root as u32
            } else {
                UNLABELLED
            }
        }));
    }

    /// Notes that `word` below `head` has this relation.
    pub(crate) fn note(&mut self, word: u32, head: u32, relation: Relation) {
        let siblings = &mut self.siblings[head as usize];
        siblings.latest = [relation as u32, siblings.latest[0]];
        siblings.core |= core_role(relation);
        self.relations[word as usize] = relation as u32;
    }
}

/// 1 for a subject, 2 for an object or predicate, 0 for the rest.
const fn core_role(relation: Relation) -> u32 {
    match relation {
        Relation::Nsubj
        | Relation::Nsubjpass
        | Relation::Csubj
        | Relation::Csubjpass
        | Relation::Expl => 1,
        Relation::Dobj | Relation::Attr | Relation::Acomp | Relation::Ccomp | Relation::Xcomp => 2,
        _ => 0,
    }
}

/// View of the labeller in the weights.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Labeller<'w> {
    grid: &'w [u32],
    net: Net<'w, HIDDEN>,
}

impl<'w> Labeller<'w> {
    /// Views the labeller of a weights file.
    pub(crate) fn new(weights: Weights<'w>) -> Self {
        Self {
            grid: weights.section(Section::LabelGrid),
            net: Net::new(weights.section(Section::LabelNet), Relation::ALL.len()),
        }
    }

    /// Calls `assign` with the relation of each word.
    pub(crate) fn label(
        &self,
        work: &mut LabelWork,
        nodes: &[Node],
        tag_at: impl Fn(usize) -> Xpos,
        mut assign: impl FnMut(usize, Relation),
    ) {
        dispatch!(self.net.level(), _ => {
            self.look_ahead(work, nodes, &tag_at);
            self.choose(work, &mut assign);
        });
    }

    /// Finds what each word may be to its head, and sums the rows of those that leave a choice.
    #[inline(always)]
    fn look_ahead(&self, work: &mut LabelWork, nodes: &[Node], tag_at: &impl Fn(usize) -> Xpos) {
        let tree = &work.tree;
        work.allowed.clear();
        work.sums.clear();
        for word in 0..tree.heads.len() as u32 {
            let head = tree.heads[word as usize];
            let place = grid_place(tag_at(word as usize), tag_at(head as usize), word < head);
            let allowed = if head == word {
                1 << Relation::Root as u64
            } else {
                candidates(self.grid, place)
            };
            work.allowed.push(allowed);
            if !allowed.is_power_of_two() {
                let rows = tree_rows(tree, nodes, word);
                work.sums.push(self.net.sums(rows.as_array()));
            }
        }
    }

    /// Chooses the relations from the left.
    #[inline(always)]
    fn choose(&self, work: &mut LabelWork, assign: &mut impl FnMut(usize, Relation)) {
        let progress = &mut work.progress;
        progress.reset(&work.tree);
        let mut sums = work.sums.iter();
        for (word, &allowed) in work.allowed.iter().enumerate() {
            let head = work.tree.heads[word];
            let mut class = allowed.trailing_zeros() as usize;
            if !allowed.is_power_of_two()
                && let Some(&ahead) = sums.next()
            {
                let mut hidden = ahead;
                self.net
                    .add_rows(&mut hidden, &progress_rows(progress, head));
                hidden.cut();
                class = self.net.highest_of(&hidden, allowed);
            }
            let relation = Relation::ALL.get(class).copied().unwrap_or(Relation::Dep);
            if head != word as u32 {
                progress.note(word as u32, head, relation);
            }
            assign(word, relation);
        }
    }
}

/// A tree, and memory that labelling it takes.
#[derive(Debug, Default)]
pub(crate) struct LabelWork {
    /// The tree to label.
    pub(crate) tree: Tree,
    progress: Progress,
    /// What each word may be to its head.
    allowed: Vec<Candidates>,
    /// For each word that leaves a choice, the sum of the rows that the tree switches on.
    sums: Vec<Sums<HIDDEN>>,
}

/// The relations that the grid allows at a place; all when it was never seen.
#[inline]
pub(crate) fn candidates(grid: &[u32], place: usize) -> Candidates {
    match grid.get(place..place + 2) {
        Some(&[low, high]) if low | high != 0 => u64::from(low) | u64::from(high) << 32,
        _ => ALL_RELATIONS,
    }
}

/// Values of a relation, distance or count.
const NUMBERS: u32 = 64;

/// Rows that are on for an arc by the tree alone, and by the relations found so far.
const BY_TREE: usize = 4 + 14 + 1;
const BY_PROGRESS: usize = 4;

/// Rows that are on for an arc.
pub(crate) const ACTIVE: usize = BY_TREE + BY_PROGRESS;

/// Hidden units of the labeller's network.
pub(crate) const HIDDEN: usize = 64;

/// Number of the first row that is looked at for a number.
const FIRST_NUMBER: u32 = 4 * WORDS + 14 * FINES;

/// Rows of the labeller's network.
pub(crate) const ROWS: u32 = FIRST_NUMBER + 5 * NUMBERS;

/// All rows that the arc from `word` to its head switches on.
pub(crate) fn label_rows(
    tree: &Tree,
    progress: &Progress,
    nodes: &[Node],
    word: u32,
) -> [u32; ACTIVE] {
    let by_tree = tree_rows(tree, nodes, word);
    let by_progress = progress_rows(progress, tree.heads[word as usize]);
    let mut rows = by_tree.as_array().iter().chain(&by_progress);
    std::array::from_fn(|_| rows.next().copied().unwrap_or_default())
}

/// The rows that the relations found so far switch on for a dependent of `head`.
#[inline(always)]
fn progress_rows(progress: &Progress, head: u32) -> [u32; BY_PROGRESS] {
    let siblings = progress.siblings[head as usize];
    let [latest, second] = siblings.latest;
    let above = progress.relations[head as usize];
    [
        FIRST_NUMBER + latest,
        FIRST_NUMBER + NUMBERS + second,
        FIRST_NUMBER + 2 * NUMBERS + siblings.core,
        FIRST_NUMBER + 4 * NUMBERS + above,
    ]
}

/// The rows that the tree switches on for the arc from `word` to its head.
#[inline(always)]
fn tree_rows(tree: &Tree, nodes: &[Node], word: u32) -> Rows<BY_TREE> {
    let head = tree.heads[word as usize];
    let node = |word: u32| nodes[word as usize];
    let before = |word: u32| {
        if word == 0 {
            Node::NONE
        } else {
            node(word - 1)
        }
    };
    let (d, h) = (node(word), node(head));
    let grand = tree.heads[head as usize];
    let g = if grand == head {
        Node::NONE
    } else {
        node(grand)
    };
    let (first, last) = (tree.first[word as usize], tree.last[word as usize]);
    let mut rows = Rows::default();
    let words = [d, h, node(first), node(last)];
    rows.add(WORDS, words, |node| node.word);
    let fines = [
        d,
        h,
        g,
        node(first),
        node(last),
        node(tree.previous[word as usize]),
        node(tree.next[word as usize]),
        before(word),
        node(word + 1),
        before(head),
        node(head + 1),
        node(tree.first[head as usize]),
        node(tree.last[head as usize]),
        node(tree.next[first as usize]),
    ];
    rows.add(FINES, fines, |node| node.fine);
    rows.skip(NUMBERS, 3);
    rows.add(NUMBERS, [side(word, head)], |number| number);
    rows
}

/// The side that a word stands on, and how far away.
#[inline]
fn side(word: u32, head: u32) -> u32 {
    let apart = match word.abs_diff(head) {
        apart @ 0..=3 => apart,
        4..=6 => 4,
        7..=12 => 5,
        _ => 6,
    };
    apart + if word < head { 8 } else { 0 }
}
