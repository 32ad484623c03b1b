//! Spellings of names: words in, whether they are likely the same name written otherwise out.

/// How alike the spellings of one word are at least, and where the rest of the name is the same.
pub(super) const NEAREST: f64 = 0.8;
pub(super) const NEAR: f64 = 0.75;

/// Whether two words are likely spellings of one name: long enough, and no further apart than transliterations are.
pub(super) fn same_spelling(a: &str, b: &str, least: f64) -> bool {
    const SHORTEST: usize = 4;
    a.chars().next() == b.chars().next()
        && a.len().min(b.len()) >= SHORTEST
        && strsim::normalized_damerau_levenshtein(a, b) >= least
}

pub(super) fn is_vowel(letter: char) -> bool {
    "aeiouy".contains(letter)
}

/// The consonants of a lower-case word that spellings seldom touch: "drm" of "Durham" and of "Duram".
#[must_use]
pub fn skeleton(word: &str) -> String {
    let letters = word.chars().filter(char::is_ascii_alphabetic);
    let mut consonants: Vec<char> = letters
        .filter(|&letter| !is_vowel(letter) && !"hw".contains(letter))
        .collect();
    consonants.dedup();
    consonants.into_iter().collect()
}

/// The letters of a name that have accents.
pub(super) fn accents(name: &str) -> String {
    let letters = name.chars().flat_map(char::to_lowercase);
    letters
        .filter(|&letter| letter.is_alphabetic() && base(letter).is_some())
        .collect()
}

/// A lower-case name as a desk writes it that drops accents: "gabes" of "gabès".
pub(super) fn without_accents(lower: &str) -> String {
    let mut plain = String::with_capacity(lower.len());
    for letter in lower.chars() {
        match base(letter) {
            Some(letters) => plain.push_str(letters),
            None => plain.push(letter),
        }
    }
    plain
}

/// The plain letters that stand for one with an accent.
const fn base(letter: char) -> Option<&'static str> {
    Some(match letter {
        'à'..='å' | 'ā' | 'ă' | 'ą' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ə' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ĥ' | 'ħ' => "h",
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => "i",
        'ķ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => "o",
        'œ' => "oe",
        'ŕ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => "s",
        'ß' => "ss",
        'ţ' | 'ť' | 'ț' => "t",
        'þ' => "th",
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        _ => return None,
    })
}

/// "Khaled Bensalah" and "Khaled Ben Salah": the same letters in words that are parted otherwise.
pub(super) fn split_otherwise(a: &[String], b: &[String]) -> bool {
    const SHORTEST: usize = 5;
    let letters = a.concat();
    a.len() != b.len() && letters.len() >= SHORTEST && letters == b.concat()
}
