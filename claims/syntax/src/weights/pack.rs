//! Writing weights: from trained numbers to tables, pools and the file.
//!
//! Takes features with their averaged weights, gives the words of the sections that [`super::Table`] and
//! [`super::SparseModel`] view. Weights become 8-bit integers with one scale per model, set by its largest weight.

use super::table::bucket_and_tag;
use super::{HEADER, MAGIC, SECTION_ALIGNMENT, Section, VERSION, checksum, key_check};

/// Share of the entries of a table that are in use when nothing is left out.
const LOAD: f64 = 0.72;

/// One entry on its way into a table.
struct Entry {
    bucket: usize,
    tag: u32,
    payload: u32,
    importance: f32,
}

/// Packs features and payloads into a table, leaving the least important of a crowded bucket out.
pub(crate) fn pack_table<const PAYLOAD: u32>(
    features: impl ExactSizeIterator<Item = (u64, u32, f32)>,
) -> Vec<u32> {
    let buckets = ((features.len() as f64 / LOAD / 4.0).ceil() as usize).max(1);
    let mut entries: Vec<Entry> = features
        .map(|(hash, payload, importance)| {
            let (bucket, tag) = bucket_and_tag::<PAYLOAD>(hash, buckets);
            Entry {
                bucket,
                tag,
                payload,
                importance,
            }
        })
        .collect();
    entries.sort_by(|a, b| {
        let by_importance = b.importance.total_cmp(&a.importance);
        a.bucket
            .cmp(&b.bucket)
            .then(by_importance)
            .then(a.tag.cmp(&b.tag))
    });
    entries.dedup_by_key(|entry| (entry.bucket, entry.tag));
    let mut words = vec![0; buckets * 4];
    for bucket in entries.chunk_by(|a, b| a.bucket == b.bucket) {
        for (slot, entry) in bucket.iter().take(4).enumerate() {
            words[entry.bucket * 4 + slot] = entry.tag | entry.payload;
        }
    }
    words
}

/// The words of a weights file with these sections, given in the order of [`Section::ALL`].
///
/// # Panics
/// When the file would have 2^32 words or more.
#[must_use]
pub fn write_weights(sections: &[Vec<u32>; Section::ALL.len()]) -> Vec<u32> {
    let mut header = vec![u32::from_le_bytes(MAGIC), VERSION, 0, 0, key_check()];
    let mut start = HEADER;
    for section in sections {
        start = start.next_multiple_of(SECTION_ALIGNMENT);
        let word = |number: usize| u32::try_from(number).expect("a weights file is below 16 GB");
        header.extend([word(start), word(section.len())]);
        start += section.len();
    }
    let mut words = header;
    for section in sections {
        words.resize(words.len().next_multiple_of(SECTION_ALIGNMENT), 0);
        words.extend(section);
    }
    words[2] = words.len() as u32;
    words[3] = checksum(&words[HEADER..]);
    words
}
