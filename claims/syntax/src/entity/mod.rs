//! Named entities: people, organisations, places, dates, amounts.
//!
//! Takes the tagged words of a sentence, gives each its place in an entity (begin, inside, outside; kinds of
//! OntoNotes 5). In "Russia launched 108 drones on Tuesday", *Russia* begins a `GPE`, *108* a `CARDINAL`, *Tuesday* a
//! `DATE`. From left to right, as the tagger; the dictionary rules most common words out, so only capitalised words,
//! numbers and the words around them are scored.
//!
//! - `feature` - the templates
//! - `tagger` - begin, inside, outside

pub(crate) mod feature;
pub(crate) mod tagger;

pub(crate) use tagger::EntityTagger;

use crate::label::EntityKind;
use crate::token::EntityTag;

/// Number of entity tags: outside, and begin and inside of each kind.
pub(crate) const TAGS: usize = 1 + 2 * EntityKind::ALL.len();

/// Sizes that weights must have been trained with.
pub(crate) const SIZES: [u32; 2] = [feature::ACTIVE as u32, feature::HIDDEN as u32];

/// The number of an entity tag: 0 outside, odd where an entity begins, even inside of it.
pub(crate) const fn number(tag: Option<EntityTag>) -> usize {
    match tag {
        None => 0,
        Some(EntityTag { kind, begins }) => 2 * kind as usize + if begins { 1 } else { 2 },
    }
}

/// The entity tag of a number.
pub(crate) fn from_number(number: usize) -> Option<EntityTag> {
    let kind = *EntityKind::ALL.get(number.checked_sub(1)? / 2)?;
    Some(EntityTag {
        kind,
        begins: number % 2 == 1,
    })
}

/// The tags that may follow `previous`: no entity goes on that has not begun.
pub(crate) const fn may_follow(previous: usize) -> u64 {
    let begin_or_outside = 1 | 0x5555_5555_5555_5555 << 1;
    let inside = if previous == 0 {
        0
    } else {
        1 << (previous + previous % 2)
    };
    begin_or_outside | inside
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_found_again_by_their_numbers() {
        for tag in (0..TAGS).map(from_number) {
            assert_eq!(from_number(number(tag)), tag);
        }
        assert_eq!(from_number(TAGS), None);
    }

    #[test]
    fn only_the_entity_before_goes_on() {
        let tag = |kind, begins| number(Some(EntityTag { kind, begins }));
        let begun = may_follow(tag(EntityKind::Date, true));
        assert_ne!(begun & 1 << tag(EntityKind::Date, false), 0);
        assert_ne!(begun & 1 << tag(EntityKind::Gpe, true), 0);
        assert_eq!(begun & 1 << tag(EntityKind::Gpe, false), 0);
        assert_eq!(may_follow(0) & 1 << tag(EntityKind::Date, false), 0);
    }
}
