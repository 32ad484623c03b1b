//! What words have to do with each other, to rank what may be said of the same thing.
//!
//! Takes keys of words or lemmas; gives how near the words of two phrases are ([`Meaning`]: "Russia launched drones"
//! is nearer to "Moscow fired UAVs" than to "the senator resigned"), and whether one lemma is another's synonym or
//! hypernym ([`related`]: `strike` and `hit`).
//!
//! Neither may decide that two statements agree: "killed 12" and "injured 12" are near, too. They rank candidates.
//!
//! - `vector`: word vectors, distilled by `tools/distill.py`,
//! - `kinship`: synonyms and hypernyms from WordNet, chosen by `tools/kinship.py`,
//! - `file`: how both tables lie in memory and what is checked before they are used.

mod file;
mod kinship;
mod vector;

pub use file::TableError;
pub use kinship::{Headword, Kinship, related};
pub use vector::{Centroid, Meaning};
