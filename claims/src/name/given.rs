//! Given names: two of them in, whether they are forms of one out.

use syntax::Key;

use super::lexicon::{GIVEN, same_given};
use super::likeness::Likeness;
use super::spelling::{NEAREST, is_vowel, same_spelling, skeleton};

/// What two given names of people of one surname have to do with each other.
pub(super) fn same_first(a: &str, b: &str) -> Likeness {
    let initial = |short: &str, long: &str| {
        let letters = short.trim_end_matches('.');
        letters.chars().count() == 1 && long.starts_with(letters)
    };
    if a == b {
        Likeness::Same
    } else if initial(a, b) || initial(b, a) {
        Likeness::Shorter
    } else if same_given(Key::of(a), Key::of(b)) || is_pet_name(a, b) || is_pet_name(b, a) {
        Likeness::Variant
    } else if !of_two_genders(a, b) && (same_spelling(a, b, NEAREST) || same_sound(a, b)) {
        Likeness::Spelling
    } else {
        Likeness::Different
    }
}

/// Whether a given name is short for another that no list need have: "Maddie" for "Madison", "Raj" for "Rajesh". Of two
/// that are listed it is known.
fn is_pet_name(pet: &str, full: &str) -> bool {
    const STEM: usize = 3;
    const CLIPPED: usize = 4;
    let known = |name: &str| GIVEN.contains_key(&Key::of(name));
    if known(pet) && known(full) || of_two_genders(pet, full) || is_feminine(full, pet) {
        return false;
    }
    let longer = |stem: &str, by: usize| {
        stem.len() >= STEM && full.len() >= stem.len() + by && full.starts_with(stem)
    };
    let ending = ["ie", "ey", "y", "i"].iter();
    let stem = ending.filter_map(|ending| pet.strip_suffix(ending)).next();
    let single = |stem: &str| {
        let mut letters = stem.chars().rev();
        let doubled = letters.next() == letters.next();
        let last = stem.len() - usize::from(doubled && stem.is_ascii());
        longer(&stem[..last], if doubled { 2 } else { STEM })
    };
    let clipped = pet.len() <= CLIPPED && !pet.ends_with(is_vowel) && longer(pet, STEM);
    clipped || stem.is_some_and(single)
}

/// "Paul" and "Paulette": whether the longer name is that of a woman after the shorter.
fn is_feminine(long: &str, short: &str) -> bool {
    const ENDINGS: [&str; 6] = ["ette", "etta", "ina", "ine", "elle", "ella"];
    let ending = long.strip_prefix(short);
    ending.is_some_and(|ending| ENDINGS.contains(&ending))
}

/// "Eric" and "Erica", "Mariano" and "Mariana": near as their letters are, a man and a woman.
fn of_two_genders(a: &str, b: &str) -> bool {
    let gender = |name: &str| GIVEN.get(&Key::of(name))?.gender;
    let known = gender(a).zip(gender(b)).is_some_and(|(a, b)| a != b);
    let feminine = |man: &str, woman: &str| {
        let stem = woman.strip_suffix('a');
        stem.is_some_and(|stem| stem == man || man.strip_suffix('o') == Some(stem))
    };
    known || feminine(a, b) || feminine(b, a)
}

/// Whether one of two given names is none that is known and has the consonants of the other: "Aerial" and "Ariel".
fn same_sound(a: &str, b: &str) -> bool {
    const ALIKE: f64 = 0.6;
    let known = |name: &str| GIVEN.contains_key(&Key::of(name));
    !(known(a) && known(b)) && skeleton(a) == skeleton(b) && same_spelling(a, b, ALIKE)
}
