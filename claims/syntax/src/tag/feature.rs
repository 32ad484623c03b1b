//! What the tagger looks at.
//!
//! Takes a word, its neighbours and the two tags before it, gives the rows of the network that they switch on. Words
//! after the current one are seen with the set of tags they may have (their ambiguity class; Giménez & Màrquez 2004).

use crate::weights::{Rows, atom, bucket};

use super::vocabulary::{FINES, WORDS};
use super::word::{Sentence, beginning, ending};

/// Rows that are on for a word.
pub(crate) const ACTIVE: usize = 15;

/// Hidden units of the tagger's network.
pub(crate) const HIDDEN: usize = 64;

/// Rows of a hashed property, of an ending of three letters, of a shape.
const BUCKETS: u32 = 512;
const ENDINGS: u32 = 2048;
const SHAPES: u32 = 128;

/// The rows of the word at `place`, after words with the fine tags `second` (two back) and `before` (one back).
#[inline]
pub(crate) fn tag_rows(
    text: &str,
    sentence: &Sentence,
    place: usize,
    [second, before]: [u32; 2],
) -> Rows<ACTIVE> {
    let at = |offset: isize| sentence.at(place.cast_signed() + offset);
    let (word, next, next2, previous) = (at(0), at(1), at(2), at(-1));
    let mut rows = Rows::default();
    rows.add(WORDS, [word, previous, next], |word| word.number);
    rows.add(FINES, [before, second], |fine| fine);
    rows.add(BUCKETS, [word, next, next2], |word| {
        bucket(word.ambiguity(), BUCKETS)
    });
    rows.add(SHAPES, [word, next, previous], |word| u32::from(word.shape));
    let form = word.span.slice(text).as_bytes();
    let (last3, last2) = (ending::<3>(form), ending::<2>(form));
    let start = beginning::<3>(form);
    rows.add(ENDINGS, [last3], |part| bucket(part, ENDINGS));
    rows.add(BUCKETS, [last2, start], |part| bucket(part, BUCKETS));
    let joined = word
        .ambiguity()
        .wrapping_add(u64::from(before).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    rows.add(ENDINGS, [atom(joined)], |part| bucket(part, ENDINGS));
    rows
}
