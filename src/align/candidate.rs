//! Candidates: profiles in, the pairs worth scoring out.
//!
//! Claims that share a value, a rare word or the class of what they count meet in an index; a claim is paired
//! with those it shares most with, at most [`MOST`] of them, so that the pairs grow with the claims.

use claims::quantity::Dimension;
use claims::syntax::Key;
use rust_decimal::prelude::ToPrimitive;
use rustc_hash::FxHashMap;

use super::profile::{Profile, heaviest};
use super::score::{QUARTER_OF_AN_HOUR, TENTH};

/// Candidates for one claim.
pub const MOST: usize = 48;

/// Claims under one entry of the index beyond which it says too little to be worth following.
const CROWDED: usize = 600;

/// What one report gives in miles and pounds and another in kilometres and tonnes.
const CONVERTED: [Dimension; 7] = [
    Dimension::Length,
    Dimension::Area,
    Dimension::Volume,
    Dimension::Mass,
    Dimension::Speed,
    Dimension::Pressure,
    Dimension::Temperature,
];

/// Words of a claim that enter the index, heaviest first.
const WORDS: usize = 10;

/// Pairs of profiles, as indices with the smaller first, sorted.
#[must_use]
pub fn pairs(profiles: &[Profile]) -> Vec<(usize, usize)> {
    let entries: Vec<Vec<(u64, f32)>> = profiles.iter().map(entries).collect();
    let index = build(&entries);
    let mut pairs = Vec::new();
    let mut shares: FxHashMap<usize, f32> = FxHashMap::default();
    for (at, own) in entries.iter().enumerate() {
        shares.clear();
        for (entry, weight) in own {
            let others = &index[entry];
            if others.len() <= CROWDED {
                for &other in others.iter().filter(|&&other| other != at) {
                    *shares.entry(other).or_default() += weight;
                }
            }
        }
        let mut ranked: Vec<(usize, f32)> = shares
            .iter()
            .map(|(&other, &share)| (other, share))
            .collect();
        if ranked.len() > MOST {
            // Which they are matters, not their order.
            ranked.select_nth_unstable_by(MOST, |a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
            ranked.truncate(MOST);
        }
        pairs.extend(
            ranked
                .iter()
                .map(|&(other, _)| (at.min(other), at.max(other))),
        );
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

fn build(entries: &[Vec<(u64, f32)>]) -> FxHashMap<u64, Vec<usize>> {
    let mut index: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
    for (at, own) in entries.iter().enumerate() {
        for &(entry, _) in own {
            index.entry(entry).or_default().push(at);
        }
    }
    index
}

/// Where a profile stands in the index: by value, by words, by what it counts, by names in its
/// subject; each within its dimension.
fn entries(profile: &Profile) -> Vec<(u64, f32)> {
    let base = mix(
        profile.kind as u64,
        profile
            .dimension
            .map_or(0, |dimension| dimension as u64 + 1),
    );
    let mut entries: Vec<(u64, f32)> = heaviest(&profile.near, WORDS)
        .map(|(key, weight)| (mix(base, key.0), weight))
        .collect();
    let labels = [&profile.outcome, &profile.counted, &profile.subject];
    for (place, label) in labels.into_iter().enumerate() {
        let name = label.class.map(Key::of).or(label.lemma);
        entries.extend(name.map(|key| (mix(mix(base, place as u64 + 11), key.0), 1.5)));
    }
    let names = profile.names.iter();
    entries.extend(names.map(|name| (mix(mix(base, 14), name.0), 1.5)));
    entries.extend(profile.value_key.map(|value| (mix(base, value), 3.0)));
    let steps = step(profile).into_iter().flat_map(|step| [step, step + 1]);
    entries.extend(steps.map(|step| (mix(mix(base, 15), step as u64), 1.5)));
    if let Some(minute) = minute(profile) {
        let quarter = minute / u64::from(QUARTER_OF_AN_HOUR);
        let quarters = [quarter, quarter + 1].map(|rung| (mix(mix(base, 17), rung), 1.5));
        entries.extend(quarters);
        entries.push((mix(mix(base, 16), minute), 3.0));
    }
    entries.sort_by_key(|entry| entry.0);
    entries.dedup_by_key(|entry| entry.0);
    entries
}

/// Where a measure stands on a ladder with a rung every ten percent: measures on one rung or two that touch are worth a
/// look, be they in miles or in kilometres. Of money, time and what is counted too much lies near by chance.
fn step(profile: &Profile) -> Option<i64> {
    let converted = profile
        .dimension
        .is_some_and(|dimension| CONVERTED.contains(&dimension));
    let value = profile
        .number
        .as_ref()
        .filter(|_| converted)?
        .middle()?
        .to_f64()?;
    (value > 0.0).then(|| (value.log10() / TENTH).floor() as i64)
}

/// The time of the clock, with a day or without: "7 a.m." and "7:00 am on Thursday" are worth a look, and so is "7:10".
fn minute(profile: &Profile) -> Option<u64> {
    let clock = profile.time.as_ref()?.clock?;
    Some(u64::from(clock.minute))
}

const fn mix(a: u64, b: u64) -> u64 {
    (a ^ b.rotate_left(23)).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}
