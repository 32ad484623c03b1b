//! Training the entity tagger.
//!
//! Takes a treebank and predicted tags, gives a trained perceptron.

use crate::conllu::Treebank;
use crate::entity::feature::{Context, Runs, entity_features};
use crate::entity::{self, may_follow};
use crate::label::Xpos;
use crate::tag::{FeatureList, Lexicon, Sentence};

use super::perceptron::{Perceptron, Schedule};
use super::{ENTITY_SEED, Order};

/// Trains the entity tagger.
pub(crate) fn train_entities(
    treebank: &Treebank,
    tags: &[Xpos],
    lexicon: &Lexicon<'_>,
    schedule: Schedule,
) -> Perceptron {
    let mut model = Perceptron::new(schedule);
    let (mut sentence, mut runs) = (Sentence::default(), Runs::default());
    let mut order = Order::new(treebank, schedule, ENTITY_SEED);
    for _ in 0..schedule.epochs {
        for number in order.shuffled() {
            let place = treebank.analysis.sentences[number].tokens.clone();
            let (tokens, tags) = (&treebank.analysis.tokens[place.clone()], &tags[place]);
            sentence.observe(&treebank.text, tokens, lexicon);
            runs.fill(&sentence, |at| tags.get(at).copied().unwrap_or(Xpos::Nn));
            let context = Context {
                text: &treebank.text,
                sentence: &sentence,
                runs: &runs,
            };
            let gold = |at: usize| entity::number(tokens[at].entity);
            learn_entities(&mut model, &context, tags, gold);
        }
    }
    model
}

fn learn_entities(
    model: &mut Perceptron,
    context: &Context<'_>,
    tags: &[Xpos],
    gold: impl Fn(usize) -> usize,
) {
    let mut list = FeatureList::default();
    let mut history = [0; 2];
    for (place, word) in context.sentence.words().iter().enumerate() {
        let allowed = word.record.entities & may_follow(history[1]);
        let mut chosen = 0;
        if allowed > 1 {
            list.clear();
            entity_features(
                context,
                place,
                |at| tags.get(at).copied(),
                history,
                &mut list,
            );
            chosen = model.best(list.as_slice(), allowed);
            if allowed & 1 << gold(place) != 0 {
                model.learn(list.as_slice(), gold(place), chosen);
            }
        }
        history = [history[1], chosen];
    }
}
