//! Hash table from features to a few bits, found without a branch.
//!
//! Takes a feature hash, gives its payload or 0. Buckets of four 32-bit entries fill 16 bytes, so a look-up reads
//! one cache line; an entry is the tag of its feature above `PAYLOAD` bits of payload. All four tags are compared
//! at once. What does not fit into its bucket was left out when the table was packed, least important first, so
//! there is no probing.

/// View of a table in the weights; `PAYLOAD` is the number of payload bits.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Table<'w, const PAYLOAD: u32> {
    buckets: &'w [[u32; 4]],
}

impl<'w, const PAYLOAD: u32> Table<'w, PAYLOAD> {
    /// Views a section; words beyond the last whole bucket are ignored.
    pub(crate) fn new(section: &'w [u32]) -> Self {
        Self {
            buckets: section.as_chunks().0,
        }
    }

    /// The payload stored for `hash`; 0 when there is none.
    #[inline]
    pub(crate) fn get(&self, hash: u64) -> u32 {
        let (bucket, tag) = bucket_and_tag::<PAYLOAD>(hash, self.buckets.len());
        let Some(entries) = self.buckets.get(bucket) else {
            return 0;
        };
        let mut found = 0;
        for &entry in entries {
            found |= if (entry ^ tag) >> PAYLOAD == 0 {
                entry
            } else {
                0
            };
        }
        found & ((1 << PAYLOAD) - 1)
    }
}

/// Where a hash lives in a table of `buckets` buckets, and its tag, shifted to its place in an entry.
#[inline]
pub(crate) const fn bucket_and_tag<const PAYLOAD: u32>(hash: u64, buckets: usize) -> (usize, u32) {
    let bucket = ((hash >> 32) * buckets as u64) >> 32;
    let tag = (hash >> 8) as u32 & !((1 << PAYLOAD) - 1);
    (bucket as usize, tag)
}
