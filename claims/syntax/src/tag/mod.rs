//! Parts of speech, by a dictionary and a small network.
//!
//! Takes the tokens of a sentence, gives each its Penn Treebank tag and its universal part of speech. In "Russia
//! launched 108 drones" the dictionary knows "108" to be `CD` and "drones" to be `NNS`, so nothing is scored for
//! them; "launched" may be `VBD` or `VBN`, and the network decides, from the words around it and the tags before it.
//!
//! - `word` - what is looked at in a word, computed once for each token
//! - `lexicon` - which tags and entity tags a word may have
//! - `vocabulary` - words and tags by number
//! - `feature` - what the tagger looks at
//! - `tagger` - Penn Treebank tags
//! - `upos` - universal parts of speech, from tag and word

pub(crate) mod feature;
pub(crate) mod lexicon;
pub(crate) mod tagger;
pub(crate) mod upos;
pub(crate) mod vocabulary;
pub(crate) mod word;

pub(crate) use lexicon::{Lexicon, Record};
pub(crate) use tagger::Tagger;
pub(crate) use upos::UposModel;
pub(crate) use vocabulary::Vocabulary;
pub(crate) use word::Sentence;

/// Sizes that weights must have been trained with.
pub(crate) const SIZES: [u32; 6] = [
    vocabulary::WORDS,
    vocabulary::FINES,
    feature::ACTIVE as u32,
    feature::HIDDEN as u32,
    upos::ACTIVE as u32,
    upos::HIDDEN as u32,
];
