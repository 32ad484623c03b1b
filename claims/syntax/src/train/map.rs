//! The hash map that training keeps its weights in.
//!
//! Takes feature hashes, gives what is learned about each. Open addressing with linear probing over hashes that are
//! random already: several times faster than the standard map, and its order never shows.

/// A map from feature hashes to rows of weights.
#[derive(Debug)]
pub(crate) struct FeatureMap<R> {
    slots: Vec<(u64, R)>,
    used: usize,
}

impl<R: Default> FeatureMap<R> {
    /// An empty map with room for `1 << bits` features before it grows.
    pub(crate) fn with_bits(bits: u32) -> Self {
        Self {
            slots: empty(1 << bits),
            used: 0,
        }
    }

    /// The row of `hash`.
    #[inline]
    pub(crate) fn get(&self, hash: u64) -> Option<&R> {
        let mut at = self.home(hash);
        loop {
            let (key, row) = &self.slots[at];
            if *key == hash {
                return Some(row);
            }
            if *key == 0 {
                return None;
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
    }

    /// The row of `hash`, made when it is not there.
    pub(crate) fn entry(&mut self, hash: u64) -> &mut R {
        if self.used * 3 > self.slots.len() * 2 {
            self.grow();
        }
        let at = self.find(hash);
        if self.slots[at].0 == 0 {
            self.slots[at].0 = hash;
            self.used += 1;
        }
        &mut self.slots[at].1
    }

    /// The features and their rows, ordered by hash.
    pub(crate) fn into_sorted(self) -> Vec<(u64, R)> {
        let mut rows: Vec<(u64, R)> = self
            .slots
            .into_iter()
            .filter(|(key, _)| *key != 0)
            .collect();
        rows.sort_unstable_by_key(|(key, _)| *key);
        rows
    }

    #[inline]
    fn home(&self, hash: u64) -> usize {
        (hash >> 20) as usize & (self.slots.len() - 1)
    }

    fn find(&self, hash: u64) -> usize {
        let mut at = self.home(hash);
        while self.slots[at].0 != 0 && self.slots[at].0 != hash {
            at = (at + 1) & (self.slots.len() - 1);
        }
        at
    }

    fn grow(&mut self) {
        let larger = empty(self.slots.len() * 2);
        for (key, row) in std::mem::replace(&mut self.slots, larger) {
            if key != 0 {
                let at = self.find(key);
                self.slots[at] = (key, row);
            }
        }
    }
}

fn empty<R: Default>(slots: usize) -> Vec<(u64, R)> {
    std::iter::repeat_with(Default::default)
        .take(slots)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_found_again_after_growing() {
        let mut map = FeatureMap::<u64>::with_bits(2);
        for number in 1..1000_u64 {
            *map.entry(number.wrapping_mul(0x9e37_79b9_7f4a_7c15)) = number;
        }
        for number in 1..1000_u64 {
            assert_eq!(
                map.get(number.wrapping_mul(0x9e37_79b9_7f4a_7c15)),
                Some(&number)
            );
        }
        assert_eq!(map.get(5), None);
        assert_eq!(map.into_sorted().len(), 999);
    }
}
