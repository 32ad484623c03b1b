//! Feature hashes: atoms of 64 random bits, combined by addition and one multiplication.
//!
//! Takes what a feature looks at (words, tags, distances), gives the 64 bits that [`super::Table`] finds it by. In
//! "Russia launched 108 drones" the feature "tag on the stack is NNP, next word is *launched*" is
//! `feature(template, tag_atom, word_atom, 0)`.

/// 64 well-mixed bits standing for one property.
pub(crate) type Atom = u64;

/// Spreads a small number over 64 bits (SplitMix64, Steele et al. 2014).
#[inline]
pub(crate) const fn atom(value: u64) -> Atom {
    let mut z = value.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// The hash of `template` filled with up to three atoms; 0 stands for "not used".
///
/// Atoms are rotated by their place, so that (a, b) and (b, a) differ.
#[inline]
pub(crate) const fn feature(template: u64, a: Atom, b: Atom, c: Atom) -> u64 {
    let sum = a
        .wrapping_add(b.rotate_left(21))
        .wrapping_add(c.rotate_left(42))
        .wrapping_add(template.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    (sum ^ (sum >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93)
}
