//! Feature templates of the entity tagger.
//!
//! Takes a word, its neighbours with their tags, the entity tags before it and the run of capitalised words that it
//! stands in, gives feature hashes: the last word of a run ("... Ministry", "... County") often tells its kind.

use crate::label::Xpos;
use crate::tag::feature::{ending, letters};
use crate::tag::{EDGE, FeatureList, Sentence, Word, atom_of_xpos, word::shape};
use crate::weights::{Atom, atom};

/// First and last word of the run of capitalised words around each word.
#[derive(Debug, Default)]
pub(crate) struct Runs {
    bounds: Vec<[u32; 2]>,
}

impl Runs {
    /// Finds the runs of a sentence: capitalised words, joined over "of", "the" and the like between them.
    pub(crate) fn fill(&mut self, sentence: &Sentence, tag_at: impl Fn(usize) -> Xpos) {
        self.bounds.clear();
        let words = sentence.words();
        let capital = |at: usize| {
            words
                .get(at)
                .is_some_and(|word| word.shape & shape::CAPITAL != 0)
        };
        let joins = |at: usize| {
            matches!(
                tag_at(at),
                Xpos::In | Xpos::Dt | Xpos::Cc | Xpos::Pos | Xpos::Hyph
            )
        };
        let mut start = 0;
        while start < words.len() {
            let mut end = start;
            while capital(start) && (capital(end + 1) || (capital(end + 2) && joins(end + 1))) {
                end += 1;
            }
            self.bounds.resize(end + 1, [start as u32, end as u32]);
            start = end + 1;
        }
    }

    fn of(&self, place: usize) -> [isize; 2] {
        let [first, last] = self.bounds.get(place).copied().unwrap_or_default();
        [first as isize, last as isize]
    }
}

/// What the entity tagger looks at besides the words.
#[derive(Debug)]
pub(crate) struct Context<'a> {
    /// The text.
    pub(crate) text: &'a str,
    /// Its words.
    pub(crate) sentence: &'a Sentence,
    /// Their capitalised runs.
    pub(crate) runs: &'a Runs,
}

/// Adds the features of the word at `place` after the entity tags `history` (two back, one back).
pub(crate) fn entity_features(
    context: &Context<'_>,
    place: usize,
    tag_at: impl Fn(usize) -> Option<Xpos>,
    history: [usize; 2],
    list: &mut FeatureList,
) {
    let here = place.cast_signed();
    let at = |offset: isize| context.sentence.at(here + offset);
    let tag = |offset: isize| {
        place
            .checked_add_signed(offset)
            .and_then(&tag_at)
            .map_or(EDGE.key, atom_of_xpos)
    };
    let (word, next, previous) = (at(0), at(1), at(-1));
    let [second, before] = history.map(|number| atom(2000 + number as u64));
    let (cased, own) = (word.cased(), tag(0));
    list.push(1, cased, before, 0);
    list.push(2, cased, 0, 0);
    list.push(3, before, second, own);
    list.push(4, own, before, tag(1));
    list.push(5, previous.cased(), before, own);
    list.push(6, previous.cased(), cased, 0);
    list.push(7, cased, next.cased(), 0);
    list.push(8, next.cased(), own, before);
    list.push(9, at(2).key, own, before);
    list.push(10, at(-2).key, own, before);
    list.push(11, word.shape_atom(), before, previous.shape_atom());
    list.push(12, word.shape_atom(), next.shape_atom(), before);
    list.push(13, own, tag(1), tag(2));
    list.push(14, tag(-1), own, tag(1));
    list.push(15, tag(-2), tag(-1), own);
    list.push(16, previous.cased(), cased, before);
    list.push(17, cased, next.cased(), before);
    list.push(18, next.key, at(2).key, own);
    list.push(19, at(-2).key, previous.key, own);
    list.push(20, word.key, second, before);
    list.push(21, word.ambiguity(), next.ambiguity(), before);
    list.push(22, atom(word.record.entities), before, own);
    list.push(
        23,
        atom(word.record.entities),
        atom(next.record.entities),
        before,
    );
    list.push(24, previous.key, next.key, own);
    run_features(context, place, own, before, list);
    if word.shape & (shape::CAPITAL | shape::DIGIT) != 0 || word.record.is_unknown() {
        form_features(word.span.slice(context.text), word, before, list);
    }
}

/// Adds what the capitalised run around the word tells.
fn run_features(
    context: &Context<'_>,
    place: usize,
    own: Atom,
    before: Atom,
    list: &mut FeatureList,
) {
    let [first, last] = context.runs.of(place);
    let word = |at: isize| context.sentence.at(at).key;
    let inside = place.cast_signed() - first;
    let position = atom(2100 + (inside.min(3) * 4 + (last - first).min(3)).cast_unsigned() as u64);
    list.push(30, word(last), before, 0);
    list.push(31, word(first), before, 0);
    list.push(32, word(last), word(last + 1), before);
    list.push(33, word(first - 1), own, before);
    list.push(34, word(first - 1), position, before);
    list.push(35, word(last + 1), position, before);
    list.push(36, position, own, before);
    list.push(37, word(first), word(last), before);
}

/// Adds what the letters of a word tell.
fn form_features(form: &str, word: &Word, before: Atom, list: &mut FeatureList) {
    let bytes = form.as_bytes();
    list.push(40, ending(bytes, 2), before, word.shape_atom());
    list.push(41, ending(bytes, 3), before, 0);
    list.push(42, ending(bytes, 4), 0, 0);
    list.push(43, letters(&bytes[..bytes.len().min(3)]), before, 0);
    list.push(
        44,
        letters(&bytes[..bytes.len().min(4)]),
        ending(bytes, 2),
        0,
    );
    list.push(
        45,
        word.shape_atom(),
        atom(2200 + bytes.len().min(6) as u64),
        before,
    );
}
