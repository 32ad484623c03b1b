//! Training the parser and the labeller.
//!
//! Takes a treebank and predicted tags, gives trained perceptrons. The parser explores: after the first round it
//! follows its own choice nine times of ten, and the dynamic oracle says what is best from there.

use crate::conllu::Treebank;
use crate::label::{Relation, Xpos};
use crate::parse::label::{
    ALL_RELATIONS, GRID, Progress, Tree, candidates, grid_place, label_features,
};
use crate::parse::parser::best;
use crate::parse::transition::transition_features;
use crate::parse::{Node, State, Transition, fill_nodes};
use crate::tag::{FeatureList, Lexicon, Sentence};

use super::oracle::Gold;
use super::perceptron::{Perceptron, Schedule, TransitionPerceptron};
use super::random::Random;
use super::{Order, PARSE_SEED};

/// Of how many of its own choices the parser follows one less.
const EXPLORE: u64 = 10;

/// A sentence of the treebank made ready.
#[derive(Default)]
struct Prepared {
    sentence: Sentence,
    nodes: Vec<Node>,
}

impl Prepared {
    fn fill(&mut self, treebank: &Treebank, number: usize, tags: &[Xpos], lexicon: &Lexicon<'_>) {
        let place = treebank.analysis.sentences[number].tokens.clone();
        let tokens = &treebank.analysis.tokens[place.clone()];
        self.sentence.observe(&treebank.text, tokens, lexicon);
        fill_nodes(&mut self.nodes, &self.sentence, tags[place].iter().copied());
    }
}

/// Gold heads of a sentence, numbered within it.
fn heads(treebank: &Treebank, number: usize) -> impl Iterator<Item = u32> + '_ {
    let place = treebank.analysis.sentences[number].tokens.clone();
    let arcs = &treebank.analysis.arcs[place.clone()];
    arcs.iter().map(move |arc| (arc.head - place.start) as u32)
}

/// Trains the parser.
pub(crate) fn train_parser(
    treebank: &Treebank,
    tags: &[Xpos],
    lexicon: &Lexicon<'_>,
    schedule: Schedule,
) -> TransitionPerceptron {
    let mut model = TransitionPerceptron::new(schedule);
    let (mut prepared, mut state, mut gold) = Default::default();
    let mut order = Order::new(treebank, schedule, PARSE_SEED);
    let mut random = Random::new(PARSE_SEED);
    for epoch in 0..schedule.epochs {
        let mut mistakes = 0_u64;
        for number in order.shuffled() {
            Prepared::fill(&mut prepared, treebank, number, tags, lexicon);
            Gold::fill(&mut gold, heads(treebank, number));
            mistakes += learn_heads(&mut model, &prepared.nodes, &gold, &mut state, |_| {
                epoch > 0 && random.below(EXPLORE) > 0
            });
        }
        eprintln!("parser, round {}: {mistakes} mistakes", epoch + 1);
    }
    model
}

fn learn_heads(
    model: &mut TransitionPerceptron,
    nodes: &[Node],
    gold: &Gold,
    state: &mut State,
    mut follow: impl FnMut(Transition) -> bool,
) -> u64 {
    let mut mistakes = 0;
    state.reset(gold.heads.len());
    while !state.is_final() {
        let possible = state.possible();
        if possible == [true, false, false] {
            state.apply(Transition::Shift);
            continue;
        }
        let features = transition_features(state, nodes);
        let scores = model.scores(&features);
        let costs = gold.costs(state);
        let least = costs.into_iter().min().unwrap_or(0);
        let chosen = best(scores, possible);
        let right = best(scores, costs.map(|cost| cost == least));
        let wrong = costs[chosen as usize] > least;
        model.learn(
            &features,
            right as usize,
            if wrong { chosen } else { right } as usize,
        );
        mistakes += u64::from(wrong);
        state.apply(if wrong && !follow(chosen) {
            right
        } else {
            chosen
        });
    }
    mistakes
}

/// The relations seen between each pair of tags, for the labeller.
pub(crate) fn build_label_grid(treebank: &Treebank, tags: &[Xpos]) -> Vec<u32> {
    let mut counts = vec![[0_u32; 64]; GRID / 2];
    for (word, arc) in treebank.analysis.arcs.iter().enumerate() {
        if arc.head != word {
            let place = grid_place(tags[word], tags[arc.head], word < arc.head);
            counts[place / 2][arc.relation as usize] += 1;
        }
    }
    counts.iter().flat_map(allowed_relations).collect()
}

/// The relations that make up one in a thousand of those seen, if enough were seen to tell.
fn allowed_relations(counts: &[u32; 64]) -> [u32; 2] {
    let all: u32 = counts.iter().sum();
    if all < 20 {
        return [0; 2];
    }
    let enough = (0..64).filter(|&relation| counts[relation] * 1000 >= all && counts[relation] > 0);
    let set = enough.fold(0_u64, |set, relation| set | 1 << relation) & ALL_RELATIONS;
    [set as u32, (set >> 32) as u32]
}

/// Trains the labeller on gold trees.
pub(crate) fn train_labeller(
    treebank: &Treebank,
    tags: &[Xpos],
    lexicon: &Lexicon<'_>,
    grid: &[u32],
    schedule: Schedule,
) -> Perceptron {
    let mut model = Perceptron::new(schedule);
    let mut prepared = Prepared::default();
    let mut order = Order::new(treebank, schedule, PARSE_SEED);
    let mut tree = Tree::default();
    for _ in 0..schedule.epochs {
        for number in order.shuffled() {
            let place = treebank.analysis.sentences[number].tokens.clone();
            prepared.fill(treebank, number, tags, lexicon);
            tree.fill(heads(treebank, number));
            let gold = |word: u32| treebank.analysis.arcs[place.start + word as usize].relation;
            let sentence = (&tree, &prepared.nodes[..], &tags[place.clone()]);
            learn_relations(&mut model, grid, sentence, gold);
        }
    }
    model
}

fn learn_relations(
    model: &mut Perceptron,
    grid: &[u32],
    (tree, nodes, tags): (&Tree, &[Node], &[Xpos]),
    gold: impl Fn(u32) -> Relation,
) {
    let mut progress = Progress::default();
    progress.reset(tree.heads.len());
    let mut list = FeatureList::default();
    for word in 0..tree.heads.len() as u32 {
        let head = tree.heads[word as usize];
        if head == word {
            continue;
        }
        let place = grid_place(tags[word as usize], tags[head as usize], word < head);
        let allowed = candidates(grid, place);
        let mut chosen = allowed.trailing_zeros() as usize;
        if !allowed.is_power_of_two() {
            list.clear();
            label_features(tree, &progress, nodes, word, &mut list);
            chosen = model.best(list.as_slice(), allowed);
            if allowed & 1 << gold(word) as u64 != 0 {
                model.learn(list.as_slice(), gold(word) as usize, chosen);
            }
        }
        progress.note(word, head, Relation::ALL[chosen]);
    }
}
