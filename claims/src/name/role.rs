//! Roles: a named person or body in, the words that say what they are out.
//!
//! "Ann Lee, a senior lawyer with the center", "talk-show host Ann Lee", "Lee is the chief engineer of the port": three
//! roles, of which the last noun before "of" or "with" (*lawyer*, *host*, *engineer*) is the head. Read off the tags, so that sentences
//! without a number or a cue have them, too.

use std::ops::Range;

use syntax::{Key, Span, Token, Upos, Xpos, lemma};

use super::lexicon::{KIN, OFFICES, ONE_ROLE, ROLE_NOUNS, SIDE_ROLES, TITLES};

/// What a person or body is said to be, beside its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// The words, without article: "senior lawyer with the center".
    pub span: Span,
    /// Whose role it is, as an index into the list of mentions.
    pub mention: usize,
    /// The lemma of its head: "lawyer".
    pub head: String,
    /// Whether somebody was it and is it no more: "former governor".
    pub past: bool,
}

impl Role {
    /// Whether two roles have one head: "governor" and "Gov.", "spokesman" and "spokeswoman".
    #[must_use]
    pub fn is_like(&self, other: &Self) -> bool {
        let (a, b) = (stem(&self.head), stem(&other.head));
        let one_role = ONE_ROLE.get(&self.head).zip(ONE_ROLE.get(&other.head));
        a == b || shortens(a, b) || shortens(b, a) || one_role.is_some_and(|(a, b)| a == b)
    }

    /// Whether somebody may be this besides something else: a candidate and a senator, a witness and a driver.
    #[must_use]
    pub fn is_side_role(&self) -> bool {
        SIDE_ROLES.contains(&self.head)
            || KIN.contains(&Key::of(&self.head))
            || ROLE_NOUNS.is_listed(&self.head)
    }
}

/// The words of an office that one person holds at a time, in order: "chief", "fire" and "harbor" of the "Harbor fire
/// chief"; `None` for what several may be, and where no body or place by name tells whose it is.
#[must_use]
pub fn sole_office(text: &str, tokens: &[Token]) -> Option<Vec<String>> {
    let word = |token: &Token| token.span.slice(text).to_lowercase();
    let named = |token: &&Token| token.upos == Upos::Propn;
    let heads = |token: &Token| OFFICES.sole.contains(&word(token));
    let last = tokens.iter().rposition(heads)?;
    let plain = tokens
        .iter()
        .all(|token| !OFFICES.others.contains(&word(token)));
    let whose = tokens
        .iter()
        .enumerate()
        .any(|(at, token)| at != last && named(&token) && !TITLES.contains_key(&token.key));
    let carries = |token: &&Token| matches!(token.upos, Upos::Noun | Upos::Propn | Upos::Adj);
    let mut words: Vec<String> = tokens.iter().filter(carries).map(word).collect();
    words.sort_unstable();
    (plain && whose).then_some(words)
}

/// Whether a head with a dot is short for another: "lt.", "lieutenant".
fn shortens(short: &str, long: &str) -> bool {
    let Some(letters) = short.strip_suffix('.') else {
        return false;
    };
    let mut rest = long.chars();
    letters.chars().next() == long.chars().next()
        && letters
            .chars()
            .all(|letter| rest.any(|other| other == letter))
}

/// A head without the sex of its bearer: "spokes" of a spokesman and a spokeswoman.
fn stem(head: &str) -> &str {
    let endings = ["woman", "person", "man"];
    let stems = endings
        .into_iter()
        .filter_map(|ending| head.strip_suffix(ending));
    stems.min_by_key(|stem| stem.len()).unwrap_or(head)
}

/// A role by its tokens, before it is known whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Phrase {
    /// Its tokens, without article.
    pub tokens: Range<usize>,
    /// The noun that says what somebody is.
    pub head: usize,
}

impl Phrase {
    /// The role that it states of a mention; an honorific states none: "Sister Ann", but not "his sister, Ann".
    pub(crate) fn state(&self, text: &str, tokens: &[Token], mention: usize) -> Option<Role> {
        let head = &tokens[self.head];
        let honorific = TITLES
            .get(&head.key)
            .is_some_and(|title| title.honorific && title.gender.is_some())
            && head.xpos != Xpos::Nn;
        let (first, last) = (&tokens[self.tokens.start], &tokens[self.tokens.end - 1]);
        let word = |token: &Token| token.span.slice(text).to_lowercase();
        let past = || {
            let mut words = tokens[self.tokens.clone()].iter().map(word);
            words.any(|word| OFFICES.past.contains(&word))
        };
        (!honorific).then(|| Role {
            span: first.span.cover(last.span),
            past: past(),
            mention,
            head: lemma(head.span.slice(text), head.xpos).to_lowercase(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_forms_and_the_sexes_are_one_office() {
        let role = |head: &str| Role {
            span: Span::new(0, 1),
            mention: 0,
            head: head.to_owned(),
            past: false,
        };
        let alike = |a: &str, b: &str| role(a).is_like(&role(b)) && role(b).is_like(&role(a));
        assert!(alike("gov.", "governor") && alike("lt.", "lieutenant"));
        assert!(alike("spokesman", "spokeswoman"));
        assert!(!alike("general", "governor") && !alike("lawyer", "lawmaker"));
    }

    #[test]
    fn an_office_of_one_is_told_from_offices_of_many() {
        let office = |role: &str| {
            let analysis = crate::attribution::tests::analyze(role);
            sole_office(role, &analysis.tokens)
        };
        assert_eq!(
            office("Chicago fire chief"),
            office("fire chief of Chicago")
        );
        assert!(office("Chicago fire chief").is_some());
        assert!(office("fire chief").is_none());
        assert!(office("former Chicago fire chief").is_none());
        assert!(office("Chicago firefighter").is_none());
    }
}
