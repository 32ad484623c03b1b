//! Vocabularies of names: titles and roles, given names, places.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;
use syntax::Key;

use super::NameKind;
use crate::lexicon::{KeyMap, numbered, vocabulary, words};

/// Grammatical gender that a pronoun agrees with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Gender {
    Male,
    Female,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum TitleKind {
    Person,
    Organization,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TitleEntry {
    kind: TitleKind,
    gender: Option<Gender>,
    #[serde(default)]
    honorific: bool,
    #[serde(default)]
    business: bool,
    words: Vec<String>,
}

/// A word that says what somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Title {
    pub kind: NameKind,
    pub gender: Option<Gender>,
    /// Goes with a name and never stands alone: "Mr."
    pub honorific: bool,
    /// Says that a body does business: "company".
    pub business: bool,
}

/// Titles and roles by their forms, singular and plural.
pub(crate) static TITLES: LazyLock<KeyMap<Title>> = LazyLock::new(|| {
    let entries: Vec<TitleEntry> = vocabulary!("titles");
    let mut titles: FxHashMap<Key, Title> = FxHashMap::default();
    let mut plurals = Vec::new();
    for entry in &entries {
        let title = Title {
            kind: match entry.kind {
                TitleKind::Person => NameKind::Person,
                TitleKind::Organization => NameKind::Organization,
            },
            gender: entry.gender,
            honorific: entry.honorific,
            business: entry.business,
        };
        for word in &entry.words {
            titles.entry(Key::of(word)).or_insert(title);
            plurals.push((Key::of(&plural(word)), title));
        }
    }
    // After all words: "Mrs." is not two of "Mr."
    for (word, title) in plurals {
        titles.entry(word).or_insert(title);
    }
    titles.into()
});

fn plural(word: &str) -> String {
    if let Some(short) = word.strip_suffix('.') {
        return format!("{short}s.");
    }
    match word.strip_suffix("man") {
        Some(stem) => format!("{stem}men"),
        None => crate::attribution::with_s(word),
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct GivenEntry {
    gender: Gender,
    names: Vec<Vec<String>>,
}

/// What a given name can stand for.
#[derive(Debug, Default)]
pub(crate) struct Given {
    /// Numbers of the groups of names it belongs to: "Ted" is short for both Edward and Theodore.
    groups: Vec<u32>,
    pub gender: Option<Gender>,
}

/// Given names by their forms.
pub(crate) static GIVEN: LazyLock<FxHashMap<Key, Given>> = LazyLock::new(|| {
    let entries: Vec<GivenEntry> = vocabulary!("given_names");
    let mut names: FxHashMap<Key, Given> = FxHashMap::default();
    let groups = entries
        .iter()
        .flat_map(|entry| entry.names.iter().map(|group| (entry.gender, group)));
    for (number, (gender, group)) in groups.enumerate() {
        for name in group {
            let given = names.entry(Key::of(name)).or_default();
            let first = given.groups.is_empty();
            given.groups.push(number as u32);
            given.gender = if first || given.gender == Some(gender) {
                Some(gender)
            } else {
                None
            };
        }
    }
    names
});

/// Whether two given names are forms of one: "Michael" and "Mike".
pub(crate) fn same_given(a: Key, b: Key) -> bool {
    let shared = |a: &Given, b: &Given| a.groups.iter().any(|group| b.groups.contains(group));
    a == b || matches!((GIVEN.get(&a), GIVEN.get(&b)), (Some(a), Some(b)) if shared(a, b))
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PlaceEntry {
    place: String,
    #[serde(default)]
    variants: Vec<String>,
    #[serde(default)]
    demonyms: Vec<String>,
    #[serde(default)]
    metonyms: Vec<String>,
}

/// Places by their names and by what is called after them, all in lower case.
#[derive(Debug, Default)]
pub(crate) struct Places {
    names: FxHashMap<String, String>,
    demonyms: FxHashMap<String, String>,
    metonyms: FxHashMap<String, String>,
}

/// The places of `data/en/places.yaml`.
pub(crate) static PLACES: LazyLock<Places> = LazyLock::new(|| {
    let entries: Vec<PlaceEntry> = vocabulary!("places");
    let mut places = Places::default();
    for entry in &entries {
        let place = entry.place.to_lowercase();
        let map = |words: &[String]| -> Vec<(String, String)> {
            words
                .iter()
                .map(|word| (word.to_lowercase(), place.clone()))
                .collect()
        };
        places.names.insert(place.clone(), place.clone());
        places.names.extend(map(&entry.variants));
        places.demonyms.extend(map(&entry.demonyms));
        places.metonyms.extend(map(&entry.metonyms));
    }
    places
});

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct HouseEntry {
    words: Vec<String>,
    /// Whether the words stand before the name: "Hurricane Alder".
    #[serde(default)]
    before: bool,
}

/// What a house may be called behind its name, with the number of its sort: hospitals, hotels.
pub(crate) static HOUSES: LazyLock<FxHashMap<String, usize>> = LazyLock::new(|| sorts(false));

/// What a thing may be called before its name, with the number of its sort: storms.
pub(crate) static SORTS: LazyLock<FxHashMap<String, usize>> = LazyLock::new(|| sorts(true));

/// Words that tell the legal form of a business: "Inc."
pub(crate) static LEGAL_FORMS: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| words(vocabulary!("legal_forms")).collect());

fn sorts(before: bool) -> FxHashMap<String, usize> {
    let entries: Vec<HouseEntry> = vocabulary!("houses");
    let entries = entries.into_iter().enumerate();
    let of_sort = |(sort, entry): (usize, HouseEntry)| {
        let words = entry.words.into_iter();
        words.map(move |word| (word, sort))
    };
    let stand = entries.filter(|(_, entry)| entry.before == before);
    stand.flat_map(of_sort).collect()
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct OfficeEntry {
    /// Heads of offices that one person holds at a time.
    #[serde(default)]
    words: Vec<String>,
    /// Words with which an office is another, or is one no more.
    #[serde(default)]
    others: Vec<String>,
    /// Whether somebody has the office no more.
    #[serde(default)]
    past: bool,
}

/// The offices that one person holds at a time, and the words that make another office of one.
#[derive(Debug, Default)]
pub(crate) struct Offices {
    pub sole: FxHashSet<String>,
    pub others: FxHashSet<String>,
    /// Those of the others with which somebody has the office no more.
    pub past: FxHashSet<String>,
}

/// The offices of `data/en/offices.yaml`.
pub(crate) static OFFICES: LazyLock<Offices> = LazyLock::new(|| {
    let entries: Vec<OfficeEntry> = vocabulary!("offices");
    let mut offices = Offices::default();
    for entry in entries {
        offices.sole.extend(entry.words);
        if entry.past {
            offices.past.extend(entry.others.iter().cloned());
        }
        offices.others.extend(entry.others);
    }
    offices
});

/// Words for relatives by their forms, singular and plural.
pub(crate) static KIN: LazyLock<FxHashSet<Key>> = LazyLock::new(|| {
    words(vocabulary!("kin"))
        .flat_map(|word| [Key::of(&word), Key::of(&plural(&word))])
        .collect()
});

/// Heads of roles that somebody has besides others, `data/en/side_roles.yaml`.
pub(crate) static SIDE_ROLES: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| words(vocabulary!("side_roles")).collect());

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RoleNounEntry {
    #[serde(default)]
    words: Vec<String>,
    #[serde(default)]
    endings: Vec<String>,
    /// Whether the endings can be trusted directly before a name.
    #[serde(default)]
    before: bool,
    #[serde(default)]
    things: Vec<String>,
}

/// Nouns that say what somebody is beside a name, by themselves, by their endings or by their last part.
#[derive(Debug, Default)]
pub(crate) struct RoleNouns {
    words: FxHashSet<String>,
    endings: Vec<(String, bool)>,
    things: FxHashSet<String>,
}

/// The nouns of `data/en/role_nouns.yaml`.
pub(crate) static ROLE_NOUNS: LazyLock<RoleNouns> = LazyLock::new(|| {
    let entries: Vec<RoleNounEntry> = vocabulary!("role_nouns");
    let mut nouns = RoleNouns::default();
    for entry in entries {
        nouns.words.extend(entry.words);
        let endings = entry.endings.into_iter();
        nouns
            .endings
            .extend(endings.map(|ending| (ending, entry.before)));
        nouns.things.extend(entry.things);
    }
    nouns
});

impl RoleNouns {
    /// Whether a noun is listed by itself: "boss", which is no office.
    pub(crate) fn is_listed(&self, noun: &str) -> bool {
        self.words.contains(noun)
    }

    /// Whether a noun, by its lemma in small letters, says what somebody is where it stands behind the name.
    pub(crate) fn is_person(&self, noun: &str) -> bool {
        self.stands_before(noun)
            || SIDE_ROLES.contains(noun)
            || ONE_ROLE.contains_key(noun)
            || self.ends_as(noun, |_| true)
    }

    /// The same directly before the name, where more nouns stand that say nothing of it: "after dinner Ann Lee sang".
    pub(crate) fn stands_before(&self, noun: &str) -> bool {
        self.words.contains(noun)
            || self.ends_as(noun, |before| before)
            || (!self.things.contains(noun) && ends_in_title(noun))
    }

    fn ends_as(&self, noun: &str, trusted: impl Fn(bool) -> bool) -> bool {
        const SHORTEST: usize = 3;
        let ends = |(ending, before): &(String, bool)| {
            let stem = noun.strip_suffix(ending.as_str());
            trusted(*before) && stem.is_some_and(|stem| stem.chars().count() >= SHORTEST)
        };
        !self.things.contains(noun) && self.endings.iter().any(ends)
    }
}

/// Whether the last part of a noun is a title or a word for a relative: "schoolteacher", "ex-wife".
fn ends_in_title(noun: &str) -> bool {
    const SHORTEST: usize = 4;
    let parts = noun.char_indices().map(|(at, _)| &noun[at..]);
    let parts = parts.skip(2).filter(|part| part.len() >= SHORTEST);
    parts.map(Key::of).any(|part| {
        let title = TITLES.get(&part);
        let person = |title: &Title| title.kind == NameKind::Person && !title.honorific;
        title.is_some_and(person) || KIN.contains(&part)
    })
}

/// Which heads name one role, by the number of their entry in `data/en/one_role.yaml`.
pub(crate) static ONE_ROLE: LazyLock<FxHashMap<String, usize>> =
    LazyLock::new(|| numbered(vocabulary!("one_role")).collect());

/// Builds the vocabularies of names.
pub(crate) fn prepare() {
    LazyLock::force(&TITLES);
    LazyLock::force(&GIVEN);
    LazyLock::force(&PLACES);
}

impl Places {
    /// The usual name of the place called `name`.
    pub(crate) fn usual(&self, name: &str) -> Option<&str> {
        self.names.get(name).map(String::as_str)
    }

    /// The place that a demonym comes from.
    pub(crate) fn of_people(&self, demonym: &str) -> Option<&str> {
        self.demonyms.get(demonym).map(String::as_str)
    }

    /// The place whose government a house or city stands for.
    pub(crate) fn of_metonym(&self, metonym: &str) -> Option<&str> {
        self.metonyms.get(metonym).map(String::as_str)
    }
}
