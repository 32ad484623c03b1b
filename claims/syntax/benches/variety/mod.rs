//! News of many words for the benches, drawn from a small grammar: a text that repeats itself keeps all weights that it
//! needs close at hand, and makes every stage look faster than it is.

use std::collections::HashMap;

const GRAMMAR: &str = include_str!("grammar.txt");

/// Sentences of a paragraph, paragraphs of an article.
const SENTENCES: usize = 3;
const PARAGRAPHS: usize = 9;

/// The grammar: the fillers of each slot.
struct Grammar(HashMap<&'static str, Vec<&'static str>>);

/// As many articles of some 4 KB, always the same ones.
pub fn articles(count: usize) -> Vec<String> {
    let lines = GRAMMAR.lines().filter(|line| !line.starts_with('#'));
    let slots = lines.filter_map(|line| line.split_once(": "));
    let grammar = Grammar(
        slots
            .map(|(slot, fillers)| (slot, fillers.split('|').collect()))
            .collect(),
    );
    let mut state = 2018;
    (0..count).map(|_| grammar.article(&mut state)).collect()
}

impl Grammar {
    fn article(&self, state: &mut u64) -> String {
        let mut text = self.fill("[body] and the [adjective] [thing] of [place]\n", state);
        for _ in 0..PARAGRAPHS {
            text.push('\n');
            for _ in 0..SENTENCES {
                text.push_str(&capitalised(&self.fill("[article]", state)));
                text.push(' ');
            }
            text.push('\n');
        }
        text
    }

    /// Puts one of its fillers into each slot of a phrase.
    fn fill(&self, phrase: &str, state: &mut u64) -> String {
        let Some((before, rest)) = phrase.split_once('[') else {
            return phrase.to_owned();
        };
        let (slot, after) = rest.split_once(']').expect("a slot ends");
        let fillers = &self.0[slot];
        let filler = fillers[random(state) % fillers.len()];
        [before, &self.fill(filler, state), &self.fill(after, state)].concat()
    }
}

fn capitalised(sentence: &str) -> String {
    let first = sentence.chars().next().unwrap_or_default();
    first.to_uppercase().to_string() + &sentence[first.len_utf8()..]
}

/// The next of a row of pseudorandom numbers (Knuth's MMIX).
fn random(state: &mut u64) -> usize {
    *state = state
        .wrapping_mul(6_364_136_223_846_793_005)
        .wrapping_add(1_442_695_040_888_963_407);
    (*state >> 33) as usize
}
