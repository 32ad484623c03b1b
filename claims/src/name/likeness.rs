//! How alike two names are, within a report and across reports.
//!
//! "Volodymyr Zelensky" and "Zelenskyy" may be one person, "Michael Lee" and "Mike Lee" too; "Raúl Castro" and "Fidel
//! Castro" are two. String similarity judges spelling alone, never whether two different words mean one thing.

use syntax::Key;

use super::NameKind;
use super::given::same_first;
use super::lexicon::{GIVEN, HOUSES, LEGAL_FORMS, PLACES, SORTS, TITLES, same_given};
use super::spelling::{NEAR, NEAREST, accents, same_spelling, split_otherwise, without_accents};

/// What two names have to do with each other, from nothing to everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Likeness {
    /// Two entities.
    Different,
    /// Two entities of which one stands for the other: "the Kremlin" and "Russia".
    Linked,
    /// One entity, spelled otherwise: "Zelensky" and "Zelenskyy", "Kiev" and "Kyiv".
    Spelling,
    /// One entity, called otherwise: "Mike Lee" and "Michael Lee", "FBI" and its full name.
    Variant,
    /// One entity, one of the names leaving out a part: "Peskov" and "Dmitry Peskov".
    Shorter,
    /// One entity, the same name but for case, articles and inflection.
    Same,
}

impl Likeness {
    /// Whether the names can be of one entity.
    #[must_use]
    pub fn is_one(self) -> bool {
        self >= Self::Spelling
    }
}

/// Judges two names of one kind; names of different kinds are told apart, except that a place may stand for a body.
///
/// ```
/// use claims::name::{Likeness, NameKind, likeness};
/// let person = |a, b| likeness(a, NameKind::Person, b, NameKind::Person);
/// assert_eq!(person("Volodymyr Zelensky", "Volodymyr Zelenskyy"), Likeness::Spelling);
/// assert_eq!(person("Mike Lee", "Sen. Michael Lee"), Likeness::Variant);
/// assert_eq!(person("Raúl Castro", "Fidel Castro"), Likeness::Different);
/// let body = |a, b| likeness(a, NameKind::Organization, b, NameKind::Organization);
/// assert_eq!(body("Ukraine's Air Force", "the Ukrainian air force"), Likeness::Same);
/// ```
#[must_use]
pub fn likeness(a: &str, a_kind: NameKind, b: &str, b_kind: NameKind) -> Likeness {
    let a_words = words(a, a_kind);
    if (a, a_kind) == (b, b_kind) && !a_words.is_empty() {
        return Likeness::Same;
    }
    let b_words = words(b, b_kind);
    if a_words.is_empty() || b_words.is_empty() {
        return Likeness::Different;
    }
    if a_words == b_words {
        return if accents(a) == accents(b) {
            Likeness::Same
        } else {
            Likeness::Spelling
        };
    }
    if split_otherwise(&a_words, &b_words) {
        return Likeness::Spelling;
    }
    if one_sort(&a_words, &b_words) {
        return Likeness::Variant;
    }
    if a_kind == NameKind::Person && b_kind == NameKind::Person {
        return persons(&a_words, &b_words);
    }
    if is_metonym(&a_words, &b_words) || is_metonym(&b_words, &a_words) {
        return Likeness::Linked;
    }
    if a_kind == NameKind::Person || b_kind == NameKind::Person {
        return Likeness::Different;
    }
    let places = a_kind == NameKind::Place && b_kind == NameKind::Place;
    if places && (continues(a, b) || continues(b, a)) {
        return Likeness::Shorter;
    }
    if is_of_people(&a_words, &b_words) || is_of_people(&b_words, &a_words) {
        return Likeness::Same;
    }
    bodies(&a_words, &b_words)
}

/// Whether the first names the people of the second: "Kuwaiti" and "Kuwait". The vocabulary has those of other forms.
fn is_of_people(people: &[String], place: &[String]) -> bool {
    const ENDINGS: [&str; 5] = ["i", "n", "an", "ian", "ese"];
    const SHORTEST: usize = 4;
    let ([people], [place]) = (people, place) else {
        return false;
    };
    let ending = people.strip_prefix(place.as_str());
    place.len() >= SHORTEST && ending.is_some_and(|ending| ENDINGS.contains(&ending))
}

/// Whether a name goes on behind the shorter one in small letters: "Hallen" and "Hallen am Rand".
fn continues(long: &str, short: &str) -> bool {
    let rest = long
        .strip_prefix(short)
        .and_then(|rest| rest.strip_prefix(' '));
    rest.is_some_and(|rest| rest.starts_with(char::is_lowercase) && rest.contains(' '))
}

/// The name of a business without the word at its end that tells its legal form: "Alder Motor" of "Alder Motor Corp."
pub(super) fn without_legal_form(name: &str) -> &str {
    let Some((rest, last)) = name.rsplit_once(' ') else {
        return name;
    };
    let form = last.trim_end_matches('.').to_lowercase();
    if LEGAL_FORMS.contains(&form) {
        rest.trim_end_matches(',')
    } else {
        name
    }
}

/// Lower-case words of a name without articles, titles and possessive endings; demonyms and other names of a place
/// become its usual name.
pub(crate) fn words(name: &str, kind: NameKind) -> Vec<String> {
    let name = match kind {
        NameKind::Organization => without_legal_form(name),
        _ => name,
    };
    let lower = name.replace(['’', '‘'], "'").to_lowercase();
    let lower = without_accents(&lower);
    let whole = lower.trim().trim_start_matches("the ");
    if let Some(place) = PLACES.usual(whole) {
        return place.split(' ').map(str::to_owned).collect();
    }
    let bare = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '.');
        word.strip_suffix("'s")
            .or(word.strip_suffix('\''))
            .unwrap_or(word)
            .to_owned()
    };
    let mut words: Vec<String> = lower
        .split([' ', '\n', '\t', '-'])
        .map(bare)
        .filter(|word| !word.is_empty() && word != "the")
        .collect();
    let is_person = kind == NameKind::Person;
    while is_person
        && words.len() > 1
        && TITLES
            .get(&Key::of(&words[0]))
            .is_some_and(|title| title.kind == NameKind::Person)
    {
        words.remove(0);
    }
    for word in &mut words {
        // "Corp." and "Corp", but not the initials of "U.S."
        if let Some(bare) = word
            .strip_suffix('.')
            .filter(|bare| bare.len() > 1 && !bare.contains('.'))
        {
            *word = bare.to_owned();
        }
        if let Some(place) = PLACES.of_people(word).or_else(|| PLACES.usual(word)) {
            *word = place.to_owned();
        }
    }
    words
}

fn is_metonym(a: &[String], b: &[String]) -> bool {
    PLACES
        .of_metonym(&a.join(" "))
        .is_some_and(|place| place == b.join(" "))
}

fn persons(a: &[String], b: &[String]) -> Likeness {
    let (a, b) = (without_suffix(a), without_suffix(b));
    let (Some(a_last), Some(b_last)) = (a.last(), b.last()) else {
        return Likeness::Different;
    };
    if turned_around(a, b) || second_surname(a, b) || second_surname(b, a) {
        return Likeness::Variant;
    }
    if a.len() == 1 && b.len() == 1 && a != b && same_given(Key::of(a_last), Key::of(b_last)) {
        return Likeness::Variant;
    }
    if of_two_initials(a, b) {
        return Likeness::Different;
    }
    let same_last = a_last == b_last;
    let given = match (a.len() > 1, b.len() > 1) {
        (true, true) if goes_by_second(a, b) || goes_by_second(b, a) => Likeness::Shorter,
        (true, true) => same_first(&a[0], &b[0]),
        _ => Likeness::Shorter,
    };
    let same_person = a.len() > 1 && b.len() > 1 && given >= Likeness::Shorter;
    let least = if same_person { NEAR } else { NEAREST };
    if !same_last && !same_spelling(a_last, b_last, least) {
        return Likeness::Different;
    }
    if same_last {
        given
    } else {
        given.min(Likeness::Spelling)
    }
}

/// "Tom H.W. Hale" and "Tom W. Hale": a middle initial tells two people of one name apart.
fn of_two_initials(a: &[String], b: &[String]) -> bool {
    let initial = |name: &[String]| {
        let middle = name.get(1).filter(|_| name.len() > 2)?;
        let is_initial = middle.ends_with('.') || middle.chars().count() == 1;
        middle.chars().next().filter(|_| is_initial)
    };
    initial(a).zip(initial(b)).is_some_and(|(a, b)| a != b)
}

/// "Ann Lee" and "Mary Ann Lee", "Schorsch Lang" and "Georg \"Schorsch\" Lang".
fn goes_by_second(short: &[String], long: &[String]) -> bool {
    long[1..long.len() - 1].contains(&short[0])
}

/// "Ito Ken" and "Ken Ito": which name is the family's is not known everywhere.
fn turned_around(a: &[String], b: &[String]) -> bool {
    matches!((a, b), ([first, last], [other_first, other_last])
        if first == other_last && last == other_first && first != last)
}

/// "Ana Vega Solis" and "Ana Luz Vega": the first of two surnames is the one that is kept.
fn second_surname(a: &[String], b: &[String]) -> bool {
    let before_last = a.len().checked_sub(2).filter(|&at| at > 0);
    before_last.is_some_and(|at| Some(&a[at]) == b.last() && a.first() == b.first())
        && a.last() != b.last()
}

/// The last word of a name, which for most people is the surname.
///
/// ```
/// use claims::name::last_name;
/// assert_eq!(last_name("Sigit Baskoro"), "Baskoro");
/// assert_eq!(last_name("Baskoro"), "Baskoro");
/// ```
#[must_use]
pub fn last_name(name: &str) -> &str {
    name.rsplit_once(' ').map_or(name, |(_, last)| last)
}

/// Whether a surname alone is likely a slip for that of a full name: "Baskor" for "Sigit Baskoro". The plural is that
/// of a family: "the Baskoros".
///
/// ```
/// use claims::name::is_slip_of_surname;
/// assert!(is_slip_of_surname("Baskor", "Sigit Baskoro"));
/// assert!(!is_slip_of_surname("Baskoro", "Sigit Baskoro"));
/// assert!(!is_slip_of_surname("Putin", "Ana Peskov"));
/// ```
#[must_use]
pub fn is_slip_of_surname(alone: &str, full: &str) -> bool {
    const SHORTEST: usize = 5;
    let (alone, full) = (
        words(alone, NameKind::Person),
        words(full, NameKind::Person),
    );
    let ([alone], [_, .., surname]) = (&alone[..], without_suffix(&full)) else {
        return false;
    };
    let family = || {
        alone
            .strip_suffix('s')
            .is_some_and(|one| surname.starts_with(one))
    };
    alone.len().min(surname.len()) >= SHORTEST
        && !full.contains(alone)
        && !family()
        && !GIVEN.contains_key(&Key::of(alone))
        && same_spelling(alone, surname, NEAR)
}

/// The name that a son or grandson shares with those before him: that of "Tom Hale Jr." is "Tom Hale".
#[must_use]
pub fn namesake(name: &str) -> Option<&str> {
    let (first, last) = name.rsplit_once(' ')?;
    let is_suffix = SUFFIXES.contains(&last.to_lowercase().as_str());
    is_suffix.then(|| first.trim_end_matches(','))
}

const SUFFIXES: [&str; 7] = ["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"];

fn without_suffix(words: &[String]) -> &[String] {
    match words.split_last() {
        Some((last, rest)) if SUFFIXES.contains(&last.as_str()) && !rest.is_empty() => rest,
        _ => words,
    }
}

fn bodies(a: &[String], b: &[String]) -> Likeness {
    let (a, b) = (&singular(a)[..], &singular(b)[..]);
    let sorted = |words: &[String]| {
        let mut words: Vec<String> = words
            .iter()
            .filter(|word| *word != "of" && *word != "and")
            .cloned()
            .collect();
        words.sort_unstable();
        words
    };
    let (a_sorted, b_sorted) = (sorted(a), sorted(b));
    if a_sorted == b_sorted {
        Likeness::Same
    } else if is_acronym(a, b) || is_acronym(b, a) {
        Likeness::Variant
    } else if a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same_word(a, b)) {
        Likeness::Spelling
    } else if all_but_one(a, b) || one_house(a, b) {
        Likeness::Variant
    } else if ends_with(a, b) || ends_with(b, a) || leaves_out(a, b) || leaves_out(b, a) {
        Likeness::Shorter
    } else if one_office(a, b) || one_office(b, a) {
        Likeness::Variant
    } else {
        Likeness::Different
    }
}

/// The words with the last without its plural: "Department of Corrections" and "Department of Correction".
fn singular(words: &[String]) -> Vec<String> {
    const SHORTEST: usize = 5;
    let mut words = words.to_vec();
    if let Some(last) = words.last_mut().filter(|last| last.len() > SHORTEST)
        && last.ends_with('s')
        && !last.ends_with("ss")
    {
        last.pop();
    }
    words
}

/// "Alder State Department of Corrections" and "Department of Rehabilitation and Correction": offices of one kind for
/// one thing, of which one is named with where it is.
fn one_office(short: &[String], long: &[String]) -> bool {
    fn split(words: &[String]) -> Option<(&[String], &String, &[String])> {
        let of = words.iter().position(|word| word == "of")?;
        let (kind, place) = words[..of].split_last()?;
        Some((place, kind, &words[of + 1..]))
    }
    let (Some((a_place, kind, field)), Some((b_place, other_kind, fields))) =
        (split(short), split(long))
    else {
        return false;
    };
    let mut rest = fields.iter();
    let is_office = TITLES
        .get(&Key::of(kind))
        .is_some_and(|title| title.kind == NameKind::Organization);
    is_office
        && kind == other_kind
        && (a_place == b_place || a_place.is_empty() || b_place.is_empty())
        && field.len() < fields.len()
        && field.last() == fields.last()
        && field.iter().all(|word| rest.any(|other| other == word))
}

/// Whether two words of a body's name are one: in another spelling, or with other letters about one number, as in
/// "Flight 12" and "Flight NR12".
fn same_word(a: &str, b: &str) -> bool {
    let number = |word: &str| -> String { word.chars().filter(char::is_ascii_digit).collect() };
    let same_number = || {
        let digits = number(a);
        digits.len() > 1 && digits == number(b)
    };
    a == b || same_spelling(a, b, NEAREST) || same_number()
}

/// "Alder Health Medical Center" and "AlderHealth Emergency Department": houses of one sort and one name, which one of
/// the two may go on with.
fn one_house(a: &[String], b: &[String]) -> bool {
    let (Some((a_name, a_sort)), Some((b_name, b_sort))) = (house(a), house(b)) else {
        return false;
    };
    let begins = |long: &[String], short: &[String]| short.len() > 1 && long.starts_with(short);
    a_sort == b_sort
        && (a_name.concat() == b_name.concat() || begins(a_name, b_name) || begins(b_name, a_name))
}

/// "Hurricane Alder" and "Superstorm Alder": one name behind words for one sort of thing.
fn one_sort(a: &[String], b: &[String]) -> bool {
    let same = |(a_sort, a_name): (usize, &[String])| {
        let other = sort(b).filter(|&(b_sort, b_name)| (a_sort, a_name) == (b_sort, b_name));
        other.is_some()
    };
    sort(a).is_some_and(same)
}

/// The number of the sort that a name begins with, and the name behind it.
fn sort(words: &[String]) -> Option<(usize, &[String])> {
    const LONGEST: usize = 2;
    let last = LONGEST.min(words.len().saturating_sub(1));
    (1..=last).rev().find_map(|end| {
        let sort = SORTS.get(&words[..end].join(" "))?;
        Some((*sort, &words[end..]))
    })
}

/// The name of a house without the words for what it is, and the number of its sort.
fn house(words: &[String]) -> Option<(&[String], usize)> {
    const LONGEST: usize = 3;
    let first = words.len().saturating_sub(LONGEST).max(1);
    (first..words.len()).find_map(|at| {
        let sort = HOUSES.get(&words[at..].join(" "))?;
        Some((&words[..at], *sort))
    })
}

/// "Alder County Correctional Facility" and "Alder County Correctional Institute": three words or more and only the
/// last differs.
fn all_but_one(a: &[String], b: &[String]) -> bool {
    const SAME: usize = 3;
    a.len() == b.len() && a.len() > SAME && a[..a.len() - 1] == b[..b.len() - 1]
}

/// Whether `short` is made of the first letters of `long`'s words: "faa", "Federal Aviation Administration".
fn is_acronym(short: &[String], long: &[String]) -> bool {
    let [short] = short else { return false };
    let letters: String = short.chars().filter(|c| c.is_alphanumeric()).collect();
    let small = |word: &&String| !matches!(word.as_str(), "of" | "and" | "for" | "in" | "on");
    let initials: String = long
        .iter()
        .filter(small)
        .filter_map(|word| word.chars().next())
        .collect();
    let all: String = long.iter().filter_map(|word| word.chars().next()).collect();
    letters.len() > 1 && (letters == initials || letters == all)
}

/// Whether the shorter name is the end of the longer one, and more than one word of it. "West Palm Beach" is another
/// place than what it is called after.
fn ends_with(short: &[String], long: &[String]) -> bool {
    const OTHERS: [&str; 4] = ["north", "south", "east", "west"];
    let before = long.len().checked_sub(short.len() + 1);
    let other = before.is_none_or(|before| OTHERS.contains(&long[before].as_str()));
    short.len() > 1 && !other && long.ends_with(short)
}

/// Whether the shorter name leaves out words in the midst of the longer one: "Alaska National Guard", "Alaska Army
/// National Guard".
fn leaves_out(short: &[String], long: &[String]) -> bool {
    const SHORTEST: usize = 3;
    let mut rest = long.iter();
    short.len() >= SHORTEST
        && short.len() < long.len()
        && short.first() == long.first()
        && short.iter().all(|word| rest.any(|other| other == word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(a: &str, b: &str) -> Likeness {
        likeness(a, NameKind::Person, b, NameKind::Person)
    }

    fn body(a: &str, b: &str) -> Likeness {
        likeness(a, NameKind::Organization, b, NameKind::Organization)
    }

    fn place(a: &str, b: &str) -> Likeness {
        likeness(a, NameKind::Place, b, NameKind::Place)
    }

    #[test]
    fn variants_of_one_person_are_one() {
        assert_eq!(person("Zelensky", "Zelenskyy"), Likeness::Spelling);
        assert_eq!(person("Dmitry Peskov", "Peskov"), Likeness::Shorter);
        assert_eq!(person("J. Lee", "John Lee"), Likeness::Shorter);
        assert_eq!(person("Robert F. Lee Jr.", "Bob Lee"), Likeness::Variant);
        assert_eq!(person("President Lee", "Lee"), Likeness::Same);
        assert_eq!(person("Ito Ken", "Ken Ito"), Likeness::Variant);
        assert_eq!(person("Ana Vega Solis", "Ana Luz Vega"), Likeness::Variant);
        assert_eq!(
            person("Henri Bambang Sulistra", "Bambang Soelistra"),
            Likeness::Spelling
        );
        assert_eq!(
            person("Georg “Schorsch” Lang", "Schorsch Lang"),
            Likeness::Shorter
        );
        assert_eq!(person("Sandra", "Sandi"), Likeness::Variant);
        assert_eq!(person("Ariel Santos", "Aerial Santos"), Likeness::Spelling);
        assert_eq!(person("Sara", "Sarah"), Likeness::Variant);
    }

    #[test]
    fn a_name_is_one_with_and_without_accents_and_blanks() {
        assert_eq!(place("Nevès", "Neves"), Likeness::Spelling);
        assert_eq!(place("Nevès", "Nevès"), Likeness::Same);
        assert_eq!(person("Jiří Novák", "Jiri Novak"), Likeness::Spelling);
        assert_eq!(
            person("Khaled Ben Salah", "Khaled Bensalah"),
            Likeness::Spelling
        );
        assert_eq!(
            person("Khaled Ben Salah", "Karim Bensalah"),
            Likeness::Different
        );
        assert_eq!(body("Al-Rabat", "Alrabat"), Likeness::Spelling);
    }

    #[test]
    fn a_pet_name_is_that_of_the_full_one() {
        assert_eq!(person("Maddie Lund", "Madison Lund"), Likeness::Variant);
        assert_eq!(person("Raj Lund", "Rajesh Lund"), Likeness::Variant);
        assert_eq!(person("Maddie Lund", "Madison Olsen"), Likeness::Different);
        assert_eq!(person("Maddie Lund", "Marcus Lund"), Likeness::Different);
        assert_eq!(person("Carl Lund", "Carletta Lund"), Likeness::Different);
        assert_eq!(person("Ella Lund", "Elliott Lund"), Likeness::Different);
    }

    #[test]
    fn a_surname_with_a_slip_is_that_of_the_full_name() {
        assert!(is_slip_of_surname("Baskor", "Sigit Baskoro"));
        assert!(is_slip_of_surname("Klimpl", "Mayor Bodo Klimpel"));
        assert!(!is_slip_of_surname("Sigit", "Sigit Baskoro"));
        assert!(!is_slip_of_surname("Lee", "Ann Leet"));
        assert!(!is_slip_of_surname("Baskoros", "Sigit Baskoro"));
        assert!(!is_slip_of_surname("Ann Baskor", "Sigit Baskoro"));
    }

    #[test]
    fn things_of_one_sort_and_name_are_one() {
        let thing = |a, b| likeness(a, NameKind::Other, b, NameKind::Other);
        assert_eq!(
            thing("Hurricane Alder", "Superstorm Alder"),
            Likeness::Variant
        );
        assert_eq!(
            thing("Tropical Storm Alder", "Hurricane Alder"),
            Likeness::Variant
        );
        assert_eq!(
            thing("Hurricane Alder", "Hurricane Birch"),
            Likeness::Different
        );
        assert_eq!(
            thing("Hurricane Alder", "Operation Alder"),
            Likeness::Different
        );
    }

    #[test]
    fn people_of_one_surname_are_two() {
        assert_eq!(
            person("Bill Clinton", "Hillary Clinton"),
            Likeness::Different
        );
        assert_eq!(person("Putin", "Trump"), Likeness::Different);
        assert_eq!(person("Mark Lee", "Mary Lee"), Likeness::Different);
        assert_eq!(person("Mariana Lee", "Mariano Lee"), Likeness::Different);
        assert_eq!(person("Paul Lee", "Paula Lee"), Likeness::Different);
        assert_eq!(person("Ana Vega Solis", "Rosa Vega"), Likeness::Different);
        assert_eq!(person("Tom H.W. Hale", "Tom W. Hale"), Likeness::Different);
        assert_eq!(person("Tom W. Hale", "Tom Hale"), Likeness::Same);
    }

    #[test]
    fn a_people_is_known_by_its_country() {
        let people = |a: &str, b: &str| likeness(a, NameKind::Group, b, NameKind::Place);
        assert_eq!(people("Kuwaiti", "Kuwait"), Likeness::Same);
        assert_eq!(people("Bhutanese", "Bhutan"), Likeness::Same);
        assert_ne!(place("Chadwick", "Chad"), Likeness::Same);
        assert_ne!(place("Alderi", "Alder Creek"), Likeness::Same);
    }

    #[test]
    fn bodies_and_places_are_known_by_all_their_names() {
        assert_eq!(
            body("the FAA", "Federal Aviation Administration"),
            Likeness::Variant
        );
        assert_eq!(
            body("Department of Justice", "Justice Department"),
            Likeness::Same
        );
        assert_eq!(body("Air Force", "Navy"), Likeness::Different);
        let jail = "Alder County Correctional Facility";
        assert_eq!(
            body(jail, "Alder County Correctional Institute"),
            Likeness::Variant
        );
        assert_eq!(
            body(jail, "Birch County Correctional Facility"),
            Likeness::Different
        );
        let hospital = "Alder Health Medical Center";
        assert_eq!(
            body(hospital, "AlderHealth Emergency Department"),
            Likeness::Variant
        );
        assert_eq!(body(hospital, "Birch Health Hospital"), Likeness::Different);
        assert_eq!(body(hospital, "Alder Health Hotel"), Likeness::Different);
        assert_eq!(
            body("Norair flight 812", "Norair Flight NA812"),
            Likeness::Spelling
        );
        assert_eq!(
            body("Norair Flight 812", "Norair Flight 813"),
            Likeness::Different
        );
        let prisons = "Department of Rehabilitation and Correction";
        assert_eq!(
            body(prisons, "Ohio Department of Corrections"),
            Likeness::Variant
        );
        assert_eq!(
            body(prisons, "Ohio Department of Education"),
            Likeness::Different
        );
        assert_eq!(
            body(
                "Texas Department of Corrections",
                &format!("Ohio {prisons}")
            ),
            Likeness::Different
        );
        assert_eq!(body("AL&P", "Alder Light & Power"), Likeness::Variant);
        assert_eq!(place("West Palm Beach", "Palm Beach"), Likeness::Different);
        assert_eq!(place("Hallen", "Hallen am Rand"), Likeness::Shorter);
        assert_eq!(place("Kiev", "Kyiv"), Likeness::Same);
        assert_eq!(place("the U.S.", "United States"), Likeness::Same);
        assert_eq!(place("Moscow", "Russia"), Likeness::Linked);
        assert_eq!(place("Iran", "Iraq"), Likeness::Different);
    }
}
