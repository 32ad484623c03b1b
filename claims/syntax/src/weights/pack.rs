//! Writing weights: from trained numbers to tables, pools and the file.
//!
//! Takes features with their averaged weights, gives the words of the sections that [`super::Table`] and
//! [`super::SparseModel`] view. Weights become 8-bit integers with one scale per model, set by its largest weight.

use super::sparse::LAST;
use super::table::bucket_and_tag;
use super::{HEADER, MAGIC, Section, VERSION, checksum, key_check};

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

/// Scale that maps the largest of `weights` to 127.
fn scale(weights: impl Iterator<Item = f32>) -> f32 {
    let largest = weights.fold(0.0_f32, |largest, weight| largest.max(weight.abs()));
    if largest > 0.0 { 127.0 / largest } else { 1.0 }
}

/// A weight as the model's 8-bit integer.
fn quantise(weight: f32, scale: f32) -> u8 {
    ((weight * scale).round() as i8).cast_unsigned()
}

/// Features of a classifier with their (class, weight) pairs.
pub(crate) type SparseWeights = Vec<(u64, Vec<(u8, f32)>)>;

/// Packs a classifier: its index and its pool.
///
/// # Panics
/// When more weights are left than a pool can address (2^20).
pub(crate) fn pack_sparse(features: &SparseWeights) -> (Vec<u32>, Vec<u32>) {
    let scale = scale(
        features
            .iter()
            .flat_map(|(_, run)| run.iter().map(|&(_, weight)| weight)),
    );
    let mut pool: Vec<[u8; 2]> = vec![[LAST, 0]];
    let mut entries = Vec::with_capacity(features.len());
    for (hash, run) in features {
        let start = pool.len();
        let pairs = run
            .iter()
            .map(|&(class, weight)| [class, quantise(weight, scale)]);
        pool.extend(pairs.filter(|&[_, weight]| weight != 0));
        if pool.len() > start {
            pool.last_mut().expect("a pair was pushed")[0] |= LAST;
            let importance = run
                .iter()
                .fold(0.0_f32, |most, &(_, weight)| most.max(weight.abs()));
            entries.push((*hash, start as u32, importance));
        }
    }
    assert!(
        pool.len() < 1 << 20,
        "a pool holds at most 2^20 weights, this one {}",
        pool.len()
    );
    if pool.len() % 2 == 1 {
        pool.push([LAST, 0]);
    }
    let words = pool.as_chunks::<2>().0.iter();
    let words = words
        .map(|&[[a, b], [c, d]]| u32::from_le_bytes([a, b, c, d]))
        .collect();
    (pack_table::<20>(entries.into_iter()), words)
}

/// Packs the parser's transition weights: two 8-bit weights as the payload of a table.
pub(crate) fn pack_transitions(features: &[(u64, [f32; 2])]) -> Vec<u32> {
    let scale = scale(features.iter().flat_map(|&(_, weights)| weights));
    let entries: Vec<(u64, u32, f32)> = features
        .iter()
        .map(|&(hash, [left, right])| {
            let payload = u32::from(quantise(left, scale)) << 8 | u32::from(quantise(right, scale));
            (hash, payload, left.abs().max(right.abs()))
        })
        .filter(|&(_, payload, _)| payload != 0)
        .collect();
    pack_table::<16>(entries.into_iter())
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
        let word = |number: usize| u32::try_from(number).expect("a weights file is below 16 GB");
        header.extend([word(start), word(section.len())]);
        start += section.len();
    }
    let mut words = header;
    words.extend(sections.iter().flatten());
    words[2] = words.len() as u32;
    words[3] = checksum(&words[HEADER..]);
    words
}
