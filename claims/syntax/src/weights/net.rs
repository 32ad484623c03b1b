//! A small neural network over sparse features: one row of weights per feature, one hidden layer.
//!
//! Takes the numbers of the rows that a decision switches on, gives the hidden layer and from it scores of classes
//! (Chen & Manning 2014, with the first layer multiplied out beforehand). All numbers are 8- and 16-bit integers, so
//! scores are the same on every machine; sums over rows go 64 units at a time, which stay in registers. The compiler
//! makes one version of the sums for each width of registers, and the widest that the machine has is called.

use std::hint::black_box;

use bytemuck::cast_slice;
use fearless_simd::{Level, dispatch};

/// Set of classes as bits.
pub(crate) type Candidates = u64;

/// Units whose sums are kept in registers together.
const BLOCK: usize = 64;

/// Rows that are added up as 8-bit numbers before the sum is widened: four weights of at most 31 fit.
const GROUP: usize = 4;

/// Largest weight of a row.
const LARGEST: f32 = 31.0;

/// Words of a network's sections before the rows: bias, then the weights of each class.
const fn head_words(hidden: usize, classes: usize) -> usize {
    (classes + 1) * hidden / 2
}

/// Sums of rows, one for each hidden unit.
///
/// Added up by index, as everything here: iterators over arrays were left unvectorised.
#[derive(Clone, Copy, Debug)]
#[repr(align(64))]
pub(crate) struct Sums<const H: usize>(pub(crate) [i16; H]);

impl<const H: usize> Sums<H> {
    /// Adds a row.
    #[inline(always)]
    pub(crate) fn add(&mut self, row: &[i8; H]) {
        let sums = &mut self.0;
        for unit in 0..H {
            sums[unit] = sums[unit].wrapping_add(i16::from(row[unit]));
        }
    }

    /// Adds two rows.
    #[inline(always)]
    pub(crate) fn add_pair(&mut self, one: &[i8; H], other: &[i8; H]) {
        // Summed in memory of its own: with the rows read and the sums written in one loop, the compiler checks each
        // time whether they overlap, and keeps the sums in memory.
        let mut both = [0_i8; H];
        for unit in 0..H {
            both[unit] = one[unit].wrapping_add(other[unit]);
        }
        self.add(&both);
    }

    /// Makes sums below zero zero.
    #[inline(always)]
    pub(crate) fn cut(&mut self) {
        for sum in &mut self.0 {
            *sum = (*sum).max(0);
        }
    }
}

/// View of a network with `H` hidden units, a multiple of 64.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Net<'w, const H: usize> {
    rows: &'w [[i8; H]],
    bias: &'w [i16],
    classes: &'w [[i16; H]],
    level: Level,
}

impl<'w, const H: usize> Net<'w, H> {
    /// Views the section of a network of this many classes; one that is too short gives an empty network.
    pub(crate) fn new(section: &'w [u32], classes: usize) -> Self {
        let (head, rows) = section
            .split_at_checked(head_words(H, classes))
            .unwrap_or_default();
        let (bias, outputs) = cast_slice(head).split_at_checked(H).unwrap_or_default();
        Self {
            rows: cast_slice(rows).as_chunks().0,
            bias,
            classes: outputs.as_chunks().0,
            level: Level::new(),
        }
    }

    /// What the hidden units have once these rows are on.
    #[inline(always)]
    pub(crate) fn sums<const N: usize>(&self, rows: &[u32; N]) -> Sums<H> {
        let mut sums = Sums(self.bias());
        self.add_rows(&mut sums, rows);
        sums
    }

    /// Switches rows on.
    #[inline(always)]
    pub(crate) fn add_rows<const N: usize>(&self, sums: &mut Sums<H>, rows: &[u32; N]) {
        let mut found = [const { &[0; H] }; N];
        for place in 0..N {
            found[place] = self.row(rows[place]);
        }
        let (groups, rest) = found.as_chunks::<GROUP>();
        for (block, units) in sums.0.as_chunks_mut::<BLOCK>().0.iter_mut().enumerate() {
            for group in groups {
                add(units, &sum_of_group(group, block));
            }
            for row in rest {
                add(units, part(row, block));
            }
        }
    }

    /// The widest registers that the machine has.
    #[inline]
    pub(crate) fn level(&self) -> Level {
        self.level
    }

    /// What the hidden units have before any row is on.
    #[inline(always)]
    pub(crate) fn bias(&self) -> [i16; H] {
        self.bias.first_chunk().copied().unwrap_or([0; H])
    }

    /// A row; zeros when there is no such row.
    #[inline(always)]
    pub(crate) fn row(&self, row: u32) -> &'w [i8; H] {
        self.rows.get(row as usize).unwrap_or(const { &[0; H] })
    }

    /// The weights of a class; zeros when there is no such class.
    #[inline(always)]
    pub(crate) fn class(&self, class: usize) -> &'w [i16; H] {
        self.classes.get(class).unwrap_or(const { &[0; H] })
    }
}

/// The score that weights give a hidden layer.
#[inline(always)]
pub(crate) fn product<const H: usize>(hidden: &[i16; H], weights: &[i16; H]) -> i32 {
    let mut score = 0_i32;
    for unit in 0..H {
        score = score.wrapping_add(i32::from(hidden[unit]) * i32::from(weights[unit]));
    }
    score
}

/// A block of a row.
#[inline(always)]
fn part<const H: usize>(row: &[i8; H], block: usize) -> &[i8; BLOCK] {
    &row.as_chunks().0[block]
}

/// The sum of a block of four rows.
#[inline(always)]
fn sum_of_group<const H: usize>([a, b, c, d]: &[&[i8; H]; GROUP], block: usize) -> [i8; BLOCK] {
    let (a, b, c, d) = (
        part(a, block),
        part(b, block),
        part(c, block),
        part(d, block),
    );
    let mut sums = [0_i8; BLOCK];
    for unit in 0..BLOCK {
        let (left, right) = (a[unit].wrapping_add(b[unit]), c[unit].wrapping_add(d[unit]));
        sums[unit] = left.wrapping_add(right);
    }
    sums
}

/// Adds 8-bit numbers to sums.
#[inline(always)]
fn add(sums: &mut [i16; BLOCK], bytes: &[i8; BLOCK]) {
    for unit in 0..BLOCK {
        sums[unit] = sums[unit].wrapping_add(i16::from(bytes[unit]));
    }
}

impl<const H: usize> Net<'_, H> {
    /// The highest-scoring of `candidates` for a decision that switches these rows on; the lowest class on a tie.
    pub(crate) fn best<const N: usize>(&self, rows: &[u32; N], candidates: Candidates) -> usize {
        dispatch!(self.level, _ => self.highest(rows, candidates))
    }

    #[inline(always)]
    fn highest<const N: usize>(&self, rows: &[u32; N], candidates: Candidates) -> usize {
        let mut sums = self.sums(rows);
        sums.cut();
        self.highest_of(&sums, candidates)
    }

    /// The highest-scoring of `candidates` for a hidden layer; the lowest class on a tie.
    #[inline(always)]
    pub(crate) fn highest_of(&self, hidden: &Sums<H>, candidates: Candidates) -> usize {
        let mut best = (i32::MIN, 0);
        let mut rest = candidates;
        while rest != 0 {
            let class = rest.trailing_zeros() as usize;
            // Not known to be the same each time, or the compiler widens all units ahead of the loop, for nothing.
            let score = product(black_box(&hidden.0), self.class(class));
            best = if score > best.0 { (score, class) } else { best };
            rest &= rest - 1;
        }
        best.1
    }
}

/// The rows that a decision switches on, one for each thing looked at.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rows<const N: usize> {
    rows: [u32; N],
    used: usize,
    total: u32,
}

impl<const N: usize> Default for Rows<N> {
    #[inline(always)]
    fn default() -> Self {
        Self {
            rows: [0; N],
            used: 0,
            total: 0,
        }
    }
}

impl<const N: usize> Rows<N> {
    /// Switches on the number of each of these things, which have numbers below `size`.
    ///
    /// All at once, so that the compiler knows each row's place: counting row by row took as long as the network. The
    /// rows of one number lie side by side: a word is looked at from several places one after another, and what lies
    /// behind the row that is read is fetched into the cache along with it.
    #[inline(always)]
    pub(crate) fn add<T: Copy, const M: usize>(
        &mut self,
        size: u32,
        things: [T; M],
        number: impl Fn(T) -> u32,
    ) {
        if let Some(rows) = self.rows.get_mut(self.used..self.used + M) {
            for place in 0..M {
                let number = number(things[place]);
                debug_assert!(number < size, "{number} is not below {size}");
                rows[place] = self.total + number * M as u32 + place as u32;
            }
        }
        self.used += M;
        self.total += size * M as u32;
    }

    /// Passes over rows that are switched on later.
    #[inline(always)]
    pub(crate) fn skip(&mut self, size: u32, things: u32) {
        self.total += size * things;
    }

    /// The rows, once everything has been looked at.
    #[inline]
    pub(crate) fn as_array(&self) -> &[u32; N] {
        debug_assert_eq!(self.used, N, "every row is given");
        &self.rows
    }

    /// Number of rows that the network has.
    pub(crate) fn total(&self) -> usize {
        self.total as usize
    }
}

/// The bucket of a hash, of `buckets`.
#[inline]
pub(crate) const fn bucket(hash: u64, buckets: u32) -> u32 {
    (((hash >> 32) * buckets as u64) >> 32) as u32
}

/// Largest value that training may give the weight of a row; it becomes the largest 8-bit weight.
pub(crate) const ROW_LIMIT: f32 = 0.8;

/// What 1.0 becomes in the weights of a class.
const CLASS_SCALE: f32 = 256.0;

/// Packs a trained network into its section. `base` may name for a row another one: then the row holds what it changes
/// against that, which itself counts as always on and holds zeros.
pub(crate) fn pack_net<const H: usize>(
    rows: &[[f32; H]],
    bias: &[f32; H],
    classes: &[[f32; H]],
    base: impl Fn(u32) -> Option<u32>,
) -> Vec<u32> {
    let scale = LARGEST / ROW_LIMIT;
    let rows: Vec<[i8; H]> = rows
        .iter()
        .map(|row| row.map(|weight| (weight * scale).round() as i8))
        .collect();
    let bias = bias.map(|weight| (weight * scale).round() as i16);
    let (bias, rows) = against_bases(bias, &rows, base);
    let classes = classes.as_flattened().iter();
    let classes = classes.map(|weight| (weight * CLASS_SCALE).round() as i16);
    let head: Vec<i16> = bias.into_iter().chain(classes).collect();
    let mut words: Vec<u32> = Vec::with_capacity(head.len() / 2 + rows.len() * H / 4);
    words.extend(head.as_chunks().0.iter().map(|&[low, high]| {
        u32::from(low.cast_unsigned()) | u32::from(high.cast_unsigned()) << 16
    }));
    let rows = rows.as_flattened().as_chunks().0.iter();
    words.extend(rows.map(|&bytes: &[i8; 4]| u32::from_le_bytes(bytes.map(i8::cast_unsigned))));
    words
}

/// Takes from each row its base, and adds each base to the bias.
fn against_bases<const H: usize>(
    mut bias: [i16; H],
    rows: &[[i8; H]],
    base: impl Fn(u32) -> Option<u32>,
) -> ([i16; H], Vec<[i8; H]>) {
    let mut changes = rows.to_vec();
    for (number, change) in changes.iter_mut().enumerate() {
        let Some(base) = base(number as u32) else {
            continue;
        };
        let empty = &rows[base as usize];
        for unit in 0..H {
            change[unit] -= empty[unit];
            bias[unit] += if base as usize == number {
                i16::from(empty[unit])
            } else {
                0
            };
        }
    }
    (bias, changes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_against_a_base_and_rows_as_they_are_give_the_same_sums() {
        let rows: Vec<[f32; 64]> = (0..4)
            .map(|row| std::array::from_fn(|unit| (row * unit) as f32 / 256.0 - 0.3))
            .collect();
        let classes = [[0.5; 64]];
        let pack = |base: &dyn Fn(u32) -> Option<u32>| pack_net(&rows, &[0.1; 64], &classes, base);
        let plain = pack(&|_| None);
        let against = pack(&|row| (row >= 2).then_some(2));
        let sums = |section: &[u32], rows| Net::<64>::new(section, 1).sums::<2>(&rows).0;
        assert_eq!(Net::<64>::new(&against, 1).row(2), &[0; 64]);
        for rows in [[0, 2], [1, 3]] {
            assert_eq!(sums(&against, rows), sums(&plain, rows));
        }
    }
}
