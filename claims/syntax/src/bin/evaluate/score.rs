//! Comparing a found analysis with the gold one, by the spans of the tokens.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt::Write as _;

use syntax::{Analysis, EntityKind, Relation, Span, Upos};

/// How many there are in gold, were found, and agree.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Score {
    gold: usize,
    found: usize,
    both: usize,
}

impl Score {
    fn percent(part: usize, whole: usize) -> f64 {
        100.0 * part as f64 / whole.max(1) as f64
    }

    fn f1(self) -> f64 {
        Self::percent(2 * self.both, self.gold + self.found)
    }
}

/// How right an analysis is; on gold tokens F1 is accuracy.
#[derive(Debug)]
pub(crate) struct Scores {
    columns: [Score; 6],
    entities: BTreeMap<&'static str, Score>,
}

/// What is compared of a token: its tags, and its arc unless it is punctuation.
struct Item {
    xpos: &'static str,
    upos: Upos,
    head: Option<Span>,
    relation: Relation,
}

fn items(analysis: &Analysis) -> HashMap<Span, Item> {
    let tokens = analysis.tokens.iter().enumerate();
    let item = |(at, token): (usize, &syntax::Token)| {
        let head = analysis.head(at).map(|head| analysis.tokens[head].span);
        let (xpos, relation) = (token.xpos.name(), analysis.relation(at));
        (
            token.span,
            Item {
                xpos,
                upos: token.upos,
                head,
                relation,
            },
        )
    };
    tokens.map(item).collect()
}

/// An entity: kind, and span from its first to its last token.
fn entities(analysis: &Analysis) -> HashSet<(EntityKind, Span)> {
    let mut entities: Vec<(EntityKind, Span)> = Vec::new();
    let mut inside = false;
    for token in &analysis.tokens {
        match (token.entity, entities.last_mut()) {
            (Some(tag), Some(last)) if inside && !tag.begins && last.0 == tag.kind => {
                last.1 = last.1.cover(token.span);
            }
            (Some(tag), _) => entities.push((tag.kind, token.span)),
            (None, _) => {}
        }
        inside = token.entity.is_some();
    }
    entities.into_iter().collect()
}

impl Scores {
    /// Names of what [`Scores::line`] prints.
    pub(crate) const HEADER: &str =
        "                  sentences   tokens     XPOS     UPOS      UAS      LAS entities";

    /// Compares two analyses of one text.
    pub(crate) fn of(gold: &Analysis, found: &Analysis) -> Self {
        let spans = |analysis: &Analysis| -> HashSet<Span> {
            analysis
                .sentences
                .iter()
                .map(|sentence| sentence.span)
                .collect()
        };
        let (gold_spans, found_spans) = (spans(gold), spans(found));
        let sentences = Score {
            gold: gold_spans.len(),
            found: found_spans.len(),
            both: gold_spans.intersection(&found_spans).count(),
        };
        let (gold_items, found_items) = (items(gold), items(found));
        let count = |agree: &dyn Fn(&Item, &Item) -> bool, words: bool| {
            let counts = |item: &&Item| !words || item.upos != Upos::Punct;
            let pairs = gold_items.iter().filter(|(_, item)| counts(item));
            let agreeing = pairs.filter(|(span, gold)| {
                found_items
                    .get(span)
                    .is_some_and(|found| agree(gold, found))
            });
            let both = agreeing.count();
            let gold = gold_items.values().filter(counts).count();
            let missing = gold_items.len() - gold;
            Score {
                gold,
                found: found_items.len().saturating_sub(missing),
                both,
            }
        };
        let columns = [
            sentences,
            count(&|_, _| true, false),
            count(&|gold, found| gold.xpos == found.xpos, false),
            count(&|gold, found| gold.upos == found.upos, false),
            count(&|gold, found| gold.head == found.head, true),
            count(
                &|gold, found| (gold.head, gold.relation) == (found.head, found.relation),
                true,
            ),
        ];
        Self {
            columns,
            entities: score_entities(gold, found),
        }
    }

    /// One line of the table.
    pub(crate) fn line(&self, name: &str) -> String {
        let mut line = format!("{name:<18}");
        let all = self.entities.get("all").copied().unwrap_or_default();
        for score in self.columns.iter().chain([&all]) {
            let _ = write!(line, "{:>9.2}", score.f1());
        }
        line
    }

    /// Precision and recall by kind of entity.
    pub(crate) fn entity_table(&self) -> String {
        let mut table = format!(
            "{:<14}{:>8}{:>8}{:>8}{:>8}\n",
            "entities", "gold", "P", "R", "F1"
        );
        for (kind, score) in &self.entities {
            let precision = Score::percent(score.both, score.found);
            let recall = Score::percent(score.both, score.gold);
            let (gold, f1) = (score.gold, score.f1());
            let _ = writeln!(
                table,
                "{kind:<14}{gold:>8}{precision:>8.1}{recall:>8.1}{f1:>8.1}"
            );
        }
        table
    }
}

fn score_entities(gold: &Analysis, found: &Analysis) -> BTreeMap<&'static str, Score> {
    let (gold, found) = (entities(gold), entities(found));
    let mut scores: BTreeMap<&str, Score> = BTreeMap::new();
    let mut count = |kind: EntityKind, add: &dyn Fn(&mut Score)| {
        add(scores.entry(kind.name()).or_default());
        add(scores.entry("all").or_default());
    };
    gold.iter()
        .for_each(|entity| count(entity.0, &|score| score.gold += 1));
    found
        .iter()
        .for_each(|entity| count(entity.0, &|score| score.found += 1));
    gold.intersection(&found)
        .for_each(|entity| count(entity.0, &|score| score.both += 1));
    scores
}
