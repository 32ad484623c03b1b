//! State of the arc-hybrid transition system: a stack, a buffer, and the arcs drawn so far.
//!
//! Takes transitions, gives heads. The buffer is the rest of the sentence from [`State::front`] on. *Shift* moves
//! its first word onto the stack; *Left* makes the first word of the buffer the head of the stack's top, *Right* the
//! second of the stack the head of its top; both pop the top. A word alone on the stack at the end is the root.

use crate::tag::Sentence;
use crate::weights::Candidates;

/// What the parser does next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Transition {
    /// Move the first word of the buffer onto the stack.
    Shift,
    /// The first word of the buffer is the head of the stack's top.
    Left,
    /// The second word of the stack is the head of its top.
    Right,
}

impl Transition {
    /// Every transition, by number.
    pub(crate) const ALL: [Self; 3] = [Self::Shift, Self::Left, Self::Right];

    /// The transition, when only one is possible.
    #[inline]
    pub(crate) fn only(possible: [bool; 3]) -> Option<Self> {
        let set = set_of(possible);
        set.is_power_of_two()
            .then(|| Self::ALL[set.trailing_zeros() as usize])
    }
}

/// Transitions as a set of classes.
#[inline]
pub(crate) fn set_of(transitions: [bool; 3]) -> Candidates {
    let [shift, left, right] = transitions;
    u64::from(shift) | u64::from(left) << 1 | u64::from(right) << 2
}

/// A word as parser and labeller see it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Node {
    /// Number of the word in the vocabulary.
    pub(crate) word: u32,
    /// Number of the tag, or of word and tag, in the vocabulary.
    pub(crate) fine: u32,
}

impl Node {
    /// No word.
    pub(crate) const NONE: Self = Self { word: 0, fine: 0 };
}

/// The nodes of a tagged sentence.
pub(crate) fn nodes_of(sentence: &Sentence) -> impl Iterator<Item = Node> + '_ {
    sentence.words().iter().map(|word| Node {
        word: word.number,
        fine: word.fine,
    })
}

/// Adds the nodes of a sentence to `nodes`, with four [`Node::NONE`] after the last.
pub(crate) fn add_nodes(nodes: &mut Vec<Node>, sentence: impl Iterator<Item = Node>) {
    nodes.extend(sentence);
    nodes.extend([Node::NONE; 4]);
}

/// What is seen of the dependents that a word has so far: numbers of tags, 0 where there is no such dependent.
///
/// The numbers and not the dependents, which have all of their own by then: looked up once when a dependent comes, and
/// not in each state that sees it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Family {
    /// Outermost left dependent.
    pub(crate) left: u32,
    /// The next one inwards.
    pub(crate) left2: u32,
    /// Outermost right dependent.
    pub(crate) right: u32,
    /// The next one inwards.
    pub(crate) right2: u32,
    /// Outermost right dependent of the outermost right dependent.
    pub(crate) right_of_right: u32,
    /// Number of the word of the outermost right dependent.
    pub(crate) right_word: u32,
    /// How many left dependents.
    pub(crate) lefts: u32,
    /// How many right dependents.
    pub(crate) rights: u32,
}

/// A partly parsed sentence. Words are numbered from 0; the number of words stands for "none".
#[derive(Debug, Default)]
pub(crate) struct State {
    /// Head of each word; the word itself while it has none.
    pub(crate) heads: Vec<u32>,
    families: Vec<Family>,
    stack: Vec<u32>,
    front: u32,
}

/// "None" entries below the stack, so that looking three deep needs no check.
const BOTTOM: usize = 3;

impl State {
    /// Starts on a sentence of `length` words.
    pub(crate) fn reset(&mut self, length: usize) {
        let none = length as u32;
        self.heads.clear();
        self.heads.extend(0..none);
        self.families.clear();
        self.families.resize(length + 1, Family::default());
        self.stack.clear();
        self.stack.resize(BOTTOM, none);
        self.front = 0;
    }

    /// Number that stands for "no word": the number of words.
    #[inline]
    pub(crate) fn none(&self) -> u32 {
        self.heads.len() as u32
    }

    /// The word `depth` places below the top of the stack, or none.
    #[inline]
    pub(crate) fn stack(&self, depth: usize) -> u32 {
        self.stack[self.stack.len() - 1 - depth]
    }

    /// The words on the stack, the top last.
    pub(crate) fn on_stack(&self) -> &[u32] {
        &self.stack[BOTTOM..]
    }

    /// First word of the buffer, or none.
    #[inline]
    pub(crate) fn front(&self) -> u32 {
        self.front
    }

    /// The dependents of `word` so far.
    #[inline]
    pub(crate) fn family(&self, word: u32) -> &Family {
        &self.families[word as usize]
    }

    /// Whether one word is left and the buffer is empty.
    #[inline]
    pub(crate) fn is_final(&self) -> bool {
        self.front == self.none() && self.stack.len() <= BOTTOM + 1
    }

    /// Whether a transition is possible: Shift, Left, Right.
    #[inline]
    pub(crate) fn possible(&self) -> [bool; 3] {
        let depth = self.stack.len() - BOTTOM;
        let more = self.front < self.none();
        [more, more && depth >= 1, depth >= 2]
    }

    /// Does a transition that is possible; `nodes` are those of the sentence.
    #[inline(always)]
    pub(crate) fn apply(&mut self, transition: Transition, nodes: &[Node]) {
        match transition {
            Transition::Shift => {
                self.stack.push(self.front);
                self.front += 1;
            }
            Transition::Left => self.pop_under(self.front, nodes),
            Transition::Right => self.pop_under(self.stack(1), nodes),
        }
    }

    /// Makes `head` the head of the stack's top and pops that.
    #[inline(always)]
    fn pop_under(&mut self, head: u32, nodes: &[Node]) {
        let top = self.stack(0);
        self.stack.pop();
        self.heads[top as usize] = head;
        let node = nodes[top as usize];
        let right_of_top = self.families[top as usize].right;
        let family = &mut self.families[head as usize];
        if top < head {
            family.left2 = family.left;
            family.left = node.fine;
            family.lefts += 1;
        } else {
            family.right2 = family.right;
            family.right = node.fine;
            family.right_of_right = right_of_top;
            family.right_word = node.word;
            family.rights += 1;
        }
    }
}
