//! What the entity tagger looks at.
//!
//! Takes a word, its neighbours with their tags, the entity tags before it and the run of capitalised words that it
//! stands in, gives the rows of the network that they switch on. The last word of a run ("... Ministry", "...
//! County") often tells its kind.

use crate::label::Xpos;
use crate::tag::vocabulary::{FINES, WORDS};
use crate::tag::word::{beginning, ending, shape};
use crate::tag::{Sentence, word::Word};
use crate::weights::{Rows, atom, bucket};

/// Rows that are on for a word.
pub(crate) const ACTIVE: usize = 4 + 7 + 4 + 3 + 4 + 3;

/// Hidden units of the network.
pub(crate) const HIDDEN: usize = 64;

/// Rows of a hashed property, of an ending or a beginning, of a shape, of a position or an entity tag.
const BUCKETS: u32 = 512;
const ENDINGS: u32 = 2048;
const SHAPES: u32 = 128;
const NUMBERS: u32 = 64;

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
        let mut start = 0;
        while start < words.len() {
            let mut end = start;
            while capital(start)
                && (capital(end + 1) || (capital(end + 2) && joins(tag_at(end + 1))))
            {
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

/// Whether a word of this tag may stand between the capitalised words of a name.
const fn joins(tag: Xpos) -> bool {
    matches!(tag, Xpos::In | Xpos::Dt | Xpos::Cc | Xpos::Pos | Xpos::Hyph)
}

/// The rows of the word at `place` after the entity tags `history` (two back, one back).
pub(crate) fn entity_rows(
    text: &str,
    sentence: &Sentence,
    runs: &Runs,
    place: usize,
    history: [usize; 2],
) -> Rows<ACTIVE> {
    let here = place.cast_signed();
    let at = |offset: isize| sentence.at(here + offset);
    let [first, last] = runs.of(place);
    let mut rows = Rows::default();
    let words = [at(0), at(-1), at(1), sentence.at(last)];
    rows.add(WORDS, words, |word| word.number);
    let places = [
        here,
        here - 1,
        here + 1,
        here - 2,
        here + 2,
        first - 1,
        last + 1,
    ];
    rows.add(FINES, places, |place| sentence.at(place).fine);
    rows.add(BUCKETS, words, |word| {
        bucket(atom(word.record.entities), BUCKETS)
    });
    let beside = [at(0), at(-1), at(1)];
    rows.add(SHAPES, beside, |word| u32::from(word.shape));
    add_letters(text, at(0), &mut rows);
    let inside = (here - first).min(3) * 4 + (last - first).min(3);
    let [second, before] = history.map(|number| number as u32);
    let numbers = [before, second, inside.cast_unsigned() as u32];
    rows.add(NUMBERS, numbers, |number| number);
    rows
}

/// Adds what the letters of a word tell.
#[inline(always)]
fn add_letters(text: &str, word: &Word, rows: &mut Rows<ACTIVE>) {
    let form = word.span.slice(text).as_bytes();
    rows.add(ENDINGS, [ending::<3>(form)], |part| bucket(part, ENDINGS));
    rows.add(BUCKETS, [ending::<2>(form)], |part| bucket(part, BUCKETS));
    let start = beginning::<3>(form);
    rows.add(ENDINGS, [start, atom(word.key)], |part| {
        bucket(part, ENDINGS)
    });
}
