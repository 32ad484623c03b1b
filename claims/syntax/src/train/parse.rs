//! Training the parser and the labeller.
//!
//! Takes a treebank and predicted tags, gives trained perceptrons. The parser explores: after the first round it
//! follows its own choice nine times of ten, and the dynamic oracle says what is best from there.

use crate::conllu::Treebank;
use crate::label::{Relation, Xpos};
use crate::parse::label::{
    self, ALL_RELATIONS, GRID, Progress, Tree, candidates, grid_place, label_rows,
};
use crate::parse::transition::{HIDDEN, ROWS, empty_row, transition_rows};
use crate::parse::{Node, State, Transition, add_nodes, nodes_of, set_of};
use crate::tag::Sentence;

use super::net::NetTrainer;
use super::oracle::Gold;
use super::random::Random;
use super::{Material, Order, PARSE_SEED, Schedule};

/// Of how many of its own choices the parser follows one less.
const EXPLORE: u64 = 10;

/// A sentence of the treebank made ready.
#[derive(Default)]
struct Prepared {
    sentence: Sentence,
    nodes: Vec<Node>,
}

impl Prepared {
    fn fill(&mut self, material: Material<'_>, number: usize) {
        material.observe(number, &mut self.sentence);
        self.nodes.clear();
        add_nodes(&mut self.nodes, nodes_of(&self.sentence));
    }
}

/// Gold heads of a sentence, numbered within it.
fn heads(treebank: &Treebank, number: usize) -> impl Iterator<Item = u32> + '_ {
    let place = treebank.analysis.sentences[number].tokens.clone();
    let arcs = &treebank.analysis.arcs[place.clone()];
    arcs.iter().map(move |arc| (arc.head - place.start) as u32)
}

/// Trains the parser.
pub(crate) fn train_parser(material: Material<'_>, schedule: Schedule) -> Vec<u32> {
    let mut model = NetTrainer::<HIDDEN>::new(ROWS as usize, 3, PARSE_SEED);
    let (mut prepared, mut state, mut gold) =
        (Prepared::default(), State::default(), Gold::default());
    let mut order = Order::new(material.treebank, schedule, PARSE_SEED);
    let mut random = Random::new(PARSE_SEED);
    for epoch in 0..schedule.epochs {
        let mut mistakes = 0_u64;
        for (number, progress) in order.with_progress(epoch, schedule.epochs) {
            model.set_progress(progress);
            prepared.fill(material, number);
            gold.fill(heads(material.treebank, number));
            mistakes += learn_heads(&mut model, &prepared.nodes, &gold, &mut state, || {
                epoch > 0 && random.below(EXPLORE) > 0
            });
        }
        eprintln!("parser, round {}: {mistakes} mistakes", epoch + 1);
    }
    model.pack_against(empty_row)
}

fn learn_heads(
    model: &mut NetTrainer<HIDDEN>,
    nodes: &[Node],
    gold: &Gold,
    state: &mut State,
    mut follow: impl FnMut() -> bool,
) -> u64 {
    let mut mistakes = 0;
    state.reset(gold.heads.len());
    while !state.is_final() {
        let possible = state.possible();
        if let Some(only) = Transition::only(possible) {
            state.apply(only, nodes);
            continue;
        }
        let rows = transition_rows(state, nodes);
        let hidden = model.hidden(&rows);
        let scores = model.scores(&hidden, set_of(possible));
        let costs = gold.costs(state);
        let least = costs.into_iter().min().unwrap_or(0);
        let right = costs.map(|cost| cost == least);
        let chosen = best_transition(&scores, possible);
        let best = best_transition(&scores, right);
        model.learn(&rows, &hidden, &scores, set_of(right));
        let wrong = !right[chosen as usize];
        mistakes += u64::from(wrong);
        state.apply(if wrong && !follow() { best } else { chosen }, nodes);
    }
    mistakes
}

fn best_transition(scores: &[f32; 64], among: [bool; 3]) -> Transition {
    let all = Transition::ALL.into_iter();
    let best = all.filter(|&transition| among[transition as usize]);
    let best = best.max_by(|&a, &b| scores[a as usize].total_cmp(&scores[b as usize]));
    best.unwrap_or(Transition::Shift)
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
pub(crate) fn train_labeller(material: Material<'_>, grid: &[u32], schedule: Schedule) -> Vec<u32> {
    let Material { treebank, tags, .. } = material;
    let classes = Relation::ALL.len();
    let mut model = NetTrainer::<{ label::HIDDEN }>::new(label::ROWS as usize, classes, PARSE_SEED);
    let mut prepared = Prepared::default();
    let mut order = Order::new(treebank, schedule, PARSE_SEED);
    let mut tree = Tree::default();
    for epoch in 0..schedule.epochs {
        let mut mistakes = 0;
        for (number, progress) in order.with_progress(epoch, schedule.epochs) {
            model.set_progress(progress);
            let place = treebank.analysis.sentences[number].tokens.clone();
            prepared.fill(material, number);
            tree.fill(heads(treebank, number));
            let gold = |word: u32| treebank.analysis.arcs[place.start + word as usize].relation;
            let sentence = (&tree, &prepared.nodes[..], &tags[place.clone()]);
            mistakes += learn_relations(&mut model, grid, sentence, gold);
        }
        eprintln!("labeller, round {}: {mistakes} mistakes", epoch + 1);
    }
    model.pack()
}

fn learn_relations(
    model: &mut NetTrainer<{ label::HIDDEN }>,
    grid: &[u32],
    (tree, nodes, tags): (&Tree, &[Node], &[Xpos]),
    gold: impl Fn(u32) -> Relation,
) -> u64 {
    let mut mistakes = 0;
    let mut progress = Progress::default();
    progress.reset(tree);
    for word in 0..tree.heads.len() as u32 {
        let head = tree.heads[word as usize];
        if head == word {
            continue;
        }
        let place = grid_place(tags[word as usize], tags[head as usize], word < head);
        let allowed = candidates(grid, place);
        let mut chosen = allowed.trailing_zeros() as usize;
        if !allowed.is_power_of_two() {
            let rows = label_rows(tree, &progress, nodes, word);
            chosen = model.choose_and_learn(&rows, allowed, 1 << gold(word) as u64);
        }
        mistakes += u64::from(chosen != gold(word) as usize);
        progress.note(word, head, Relation::ALL[chosen]);
    }
    mistakes
}
