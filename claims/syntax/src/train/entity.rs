//! Training the entity tagger.
//!
//! Takes prepared sentences with predicted tags, gives a section of weights.

use crate::entity::feature::{HIDDEN, Runs, entity_rows};
use crate::entity::{TAGS, may_follow, number};
use crate::tag::Sentence;

use super::net::NetTrainer;
use super::{ENTITY_SEED, Material, Order, Schedule};

/// Trains the entity tagger.
pub(crate) fn train_entities(material: Material<'_>, schedule: Schedule) -> Vec<u32> {
    let mut model: Option<NetTrainer<HIDDEN>> = None;
    let (mut sentence, mut runs) = (Sentence::default(), Runs::default());
    let mut order = Order::new(material.treebank, schedule, ENTITY_SEED);
    for epoch in 0..schedule.epochs {
        let mut mistakes = 0;
        for (number, progress) in order.with_progress(epoch, schedule.epochs) {
            let (tokens, tags) = material.observe(number, &mut sentence);
            runs.fill(&sentence, |at| tags[at]);
            let mut history = [0; 2];
            for (place, token) in tokens.iter().enumerate() {
                let gold = self::number(token.entity);
                let allowed = sentence.words()[place].record.entities & may_follow(history[1]);
                let mut chosen = 0;
                if allowed > 1 {
                    let rows =
                        entity_rows(&material.treebank.text, &sentence, &runs, place, history);
                    let new = || NetTrainer::new(rows.total(), TAGS, ENTITY_SEED);
                    let model = model.get_or_insert_with(new);
                    model.set_progress(progress);
                    chosen = model.choose_and_learn(rows.as_array(), allowed, 1 << gold);
                }
                mistakes += u64::from(chosen != gold);
                history = [history[1], chosen];
            }
        }
        eprintln!("entities, round {}: {mistakes} mistakes", epoch + 1);
    }
    model.map(|model| model.pack()).unwrap_or_default()
}
