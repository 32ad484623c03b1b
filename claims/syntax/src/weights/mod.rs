//! The weights file: how a trained model lies in memory, and what is checked before it is used.
//!
//! Takes the bytes of a weights file, gives views of its sections without copying or parsing: the file is an
//! array of little-endian 32-bit words, so start-up is a pointer cast and a look at the header.
//!
//! ```text
//! word 0      magic "CDSX"
//! word 1      version of the layout and of the features
//! word 2      length of the file in words
//! word 3      checksum of everything after the header
//! word 4      check of the word keys and network sizes that the weights were trained with
//! words 5..   start and length of each section, in words; a section starts on a multiple of 32 words
//! ```
//!
//! The version counts changes of the layout *and* of the features, since weights fit one set of features only.

mod hash;
mod net;
mod pack;
mod table;

pub(crate) use hash::{Atom, atom, feature};
pub(crate) use net::{Candidates, Net, ROW_LIMIT, Rows, Sums, bucket, pack_net, product};
pub(crate) use pack::pack_table;
pub use pack::write_weights;
pub(crate) use table::Table;

use crate::key::Key;

/// First word of every weights file, as bytes.
pub const MAGIC: [u8; 4] = *b"CDSX";

/// Version of the layout and of the features that this program reads.
pub const VERSION: u32 = 3;

/// Word whose key is written into the header: weights trained with other keys would match no word.
const KEY_CHECK: &str = "Shahed";

/// The parts of a weights file, in the order of their numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Section {
    /// Word and case to record number.
    Lexicon,
    /// Records: which tags and entity tags a word may have.
    Records,
    /// Words and tags that the networks know by number.
    Vocabulary,
    /// Tagger: its network.
    TagNet,
    /// Universal parts of speech: defaults, then exceptions by tag and word.
    UposDefault,
    /// Parts of speech that a tag and word may have.
    UposWords,
    /// Part-of-speech choice: its network.
    UposNet,
    /// Parser: the network that chooses transitions.
    ParserNet,
    /// Labeller: relations that a pair of tags may have.
    LabelGrid,
    /// Labeller: the network that chooses relations.
    LabelNet,
    /// Entities: the network.
    EntityNet,
}

impl Section {
    /// Every section, in file order.
    pub const ALL: [Self; 11] = [
        Self::Lexicon,
        Self::Records,
        Self::Vocabulary,
        Self::TagNet,
        Self::UposDefault,
        Self::UposWords,
        Self::UposNet,
        Self::ParserNet,
        Self::LabelGrid,
        Self::LabelNet,
        Self::EntityNet,
    ];
}

/// Sections start on multiples of this many words, so that no row of a network lies across two cache lines, or pairs of
/// them, which are fetched together.
pub(crate) const SECTION_ALIGNMENT: usize = 32;

/// Words before the first section.
const HEADER: usize = 5 + 2 * Section::ALL.len();

/// Why bytes are not a usable weights file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum WeightsError {
    /// The bytes do not start on a multiple of four, or are not whole words.
    #[error("weights are not aligned 32-bit words ({0} bytes)")]
    Alignment(usize),
    /// Too short to hold even a header.
    #[error("weights are cut short: {0} bytes, less than the header")]
    NoHeader(usize),
    /// Not a weights file, or one for another byte order.
    #[error("not a weights file: it starts with {0:02x?}, not with {MAGIC:02x?}")]
    Magic([u8; 4]),
    /// Written by another version of the trainer.
    #[error("weights have version {0}, this program reads version {VERSION}: retrain them")]
    Version(u32),
    /// The file is longer or shorter than its header says.
    #[error("weights are damaged: {found} words where the header says {expected}")]
    Length {
        /// Words that the header announces.
        expected: usize,
        /// Words that are there.
        found: usize,
    },
    /// A section lies outside the file or has an impossible length.
    #[error("weights are damaged: section {0:?} has impossible bounds")]
    Section(Section),
    /// Words were hashed differently, or the networks had other sizes, when the weights were trained.
    #[error("weights were trained with other word keys or network sizes: retrain them")]
    Keys,
    /// The contents do not match the checksum.
    #[error("weights are damaged: checksum {found:08x} where the header says {expected:08x}")]
    Checksum {
        /// Checksum in the header.
        expected: u32,
        /// Checksum of the contents.
        found: u32,
    },
}

/// A weights file in memory: checked header, sections on demand.
#[derive(Clone, Copy, Debug)]
pub struct Weights<'w> {
    words: &'w [u32],
}

impl<'w> Weights<'w> {
    /// Views `bytes` as a weights file.
    ///
    /// Checks magic, version, length, keys and section bounds, which takes no time worth measuring; the checksum
    /// is left to [`Weights::verify`].
    ///
    /// # Errors
    /// When the bytes are no weights file of this version, or are cut short or misaligned.
    pub fn from_bytes(bytes: &'w [u8]) -> Result<Self, WeightsError> {
        let words =
            bytemuck::try_cast_slice(bytes).map_err(|_| WeightsError::Alignment(bytes.len()))?;
        Self::from_words(words)
    }

    /// Views `words` as a weights file.
    ///
    /// # Errors
    /// As [`Weights::from_bytes`].
    pub fn from_words(words: &'w [u32]) -> Result<Self, WeightsError> {
        let &[magic, version, length, _, key, ..] = words else {
            return Err(WeightsError::NoHeader(words.len() * 4));
        };
        if magic != u32::from_le_bytes(MAGIC) {
            return Err(WeightsError::Magic(magic.to_le_bytes()));
        }
        if version != VERSION {
            return Err(WeightsError::Version(version));
        }
        if words.len() < HEADER {
            return Err(WeightsError::NoHeader(words.len() * 4));
        }
        if length as usize != words.len() {
            let (expected, found) = (length as usize, words.len());
            return Err(WeightsError::Length { expected, found });
        }
        if key != key_check() {
            return Err(WeightsError::Keys);
        }
        let weights = Self { words };
        for section in Section::ALL {
            weights.check_bounds(section)?;
        }
        Ok(weights)
    }

    fn check_bounds(&self, section: Section) -> Result<(), WeightsError> {
        let (start, length) = self.bounds(section);
        let end = start.checked_add(length);
        let inside = start >= HEADER && end.is_some_and(|end| end <= self.words.len());
        if inside {
            Ok(())
        } else {
            Err(WeightsError::Section(section))
        }
    }

    fn bounds(&self, section: Section) -> (usize, usize) {
        let at = 5 + 2 * section as usize;
        (self.words[at] as usize, self.words[at + 1] as usize)
    }

    /// Compares the contents with the checksum in the header.
    ///
    /// # Errors
    /// [`WeightsError::Checksum`] when they differ.
    pub fn verify(&self) -> Result<(), WeightsError> {
        let (expected, found) = (self.words[3], checksum(&self.words[HEADER..]));
        if expected == found {
            Ok(())
        } else {
            Err(WeightsError::Checksum { expected, found })
        }
    }

    /// The words of one section.
    #[must_use]
    pub fn section(&self, section: Section) -> &'w [u32] {
        let (start, length) = self.bounds(section);
        &self.words[start..start + length]
    }
}

/// What the header carries of the fixed word's key and of the sizes of the networks.
fn key_check() -> u32 {
    let sizes = crate::tag::SIZES
        .into_iter()
        .chain(crate::parse::SIZES)
        .chain(crate::entity::SIZES);
    let sizes: Vec<u32> = sizes.collect();
    (Key::of(KEY_CHECK).0 >> 16) as u32 ^ checksum(&sizes)
}

/// FNV-1a over whole words.
fn checksum(words: &[u32]) -> u32 {
    words.iter().fold(0x811c_9dc5, |sum, &word| {
        (sum ^ word).wrapping_mul(0x0100_0193)
    })
}
