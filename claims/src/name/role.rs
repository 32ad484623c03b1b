//! Roles: a named person or body in, the words that say what they are out.
//!
//! "Ann Lee, a senior lawyer with the center", "talk-show host Ann Lee", "Lee is the chief engineer of the port": three
//! roles, of which the last noun before "of" or "with" (*lawyer*, *host*, *engineer*) is the head. Read off the tags, so that sentences
//! without a number or a cue have them, too.

use std::ops::Range;

use syntax::{EntityKind, Key, Span, Token, Upos, Xpos, lemma};

use super::NameKind;
use super::lexicon::{KIN, OFFICES, ONE_ROLE, SIDE_ROLES, TITLES};

/// What a person or body is said to be, beside its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// The words, without article: "senior lawyer with the center".
    pub span: Span,
    /// Whose role it is, as an index into the list of mentions.
    pub mention: usize,
    /// The lemma of its head: "lawyer".
    pub head: String,
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
        SIDE_ROLES.contains(&self.head) || KIN.contains(&Key::of(&self.head))
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

/// How many tokens a role may have.
const LONGEST: usize = 14;

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
        (!honorific).then(|| Role {
            span: first.span.cover(last.span),
            mention,
            head: lemma(head.span.slice(text), head.xpos).to_lowercase(),
        })
    }
}

/// Reads the roles beside the names of one sentence.
pub(crate) struct Reader<'a> {
    pub tokens: &'a [Token],
    pub sentence: Range<usize>,
}

impl Reader<'_> {
    /// What the words beside a name say that it is: before it only of a person, behind it of anybody.
    pub(crate) fn roles(&self, name: &Range<usize>, person: bool) -> Vec<Phrase> {
        let described = self.with_adjectives(name);
        let before = || {
            self.before(name)
                .or_else(|| self.shared(name))
                .or_else(|| self.office_of(name))
                .or_else(|| self.introduced(&described))
        };
        let before = person.then(before).flatten();
        let apart = before.as_ref().and_then(|title| {
            let beside = title.tokens.end == name.start;
            beside.then(|| self.introduced(&(title.tokens.start..name.end)))?
        });
        let behind = self
            .behind(name)
            .or_else(|| self.stated(name))
            .or_else(|| self.related(name));
        [apart, before, behind].into_iter().flatten().collect()
    }

    /// A name with the adjectives before it: "*98-year-old* Ann Lee".
    fn with_adjectives(&self, name: &Range<usize>) -> Range<usize> {
        let joined = |at: usize| {
            at > self.sentence.start
                && self.tokens[at].xpos == Xpos::Nn
                && self.tokens[at - 1].xpos == Xpos::Hyph
        };
        let adjective =
            |at: usize| matches!(self.tokens[at].xpos, Xpos::Jj | Xpos::Cd | Xpos::Hyph);
        let words = (self.sentence.start..name.start).rev();
        let first = words.take_while(|&at| adjective(at) || joined(at)).last();
        first.unwrap_or(name.start)..name.end
    }

    /// "Talk-show host Ann Lee": nouns and adjectives that end in a title.
    fn before(&self, name: &Range<usize>) -> Option<Phrase> {
        let last = name.start.checked_sub(1)?;
        (last >= self.sentence.start && self.is_address(last))
            .then(|| self.ending_in(last, last + 1))
    }

    /// "Senators Ann Lee and *Tom Keller*": a title in the plural before the first of several names.
    fn shared(&self, name: &Range<usize>) -> Option<Phrase> {
        let joint = name.start.checked_sub(1)?;
        let joins = |at: usize| matches!(self.tokens[at].xpos, Xpos::Cc | Xpos::Comma);
        if joint < self.sentence.start || !joins(joint) {
            return None;
        }
        let from = self.sentence.start.max(joint.saturating_sub(LONGEST));
        let named =
            |&at: &usize| joins(at) || (self.tokens[at].xpos == Xpos::Nnp && !self.is_address(at));
        let first = (from..joint).rev().take_while(named).last()?;
        let title = first.checked_sub(1).filter(|&at| at >= from)?;
        let plural = matches!(self.tokens[title].xpos, Xpos::Nns | Xpos::Nnps | Xpos::Vbz);
        (plural && !joins(first) && self.is_address(title))
            .then(|| self.ending_in(title, title + 1))
    }

    /// "*Secretary of State* Ann Lee", "*Special Agent in Charge* Tom Lee": a title with what it is over.
    fn office_of(&self, name: &Range<usize>) -> Option<Phrase> {
        let from = self.sentence.start.max(name.start.saturating_sub(LONGEST));
        let inside =
            |&at: &usize| self.modifies(at) || matches!(self.tokens[at].xpos, Xpos::Dt | Xpos::Cc);
        let nouns = (from..name.start).rev().take_while(inside).last()?;
        if !(nouns..name.start).any(|at| self.modifies(at)) {
            return None;
        }
        let preposition = nouns.checked_sub(1).filter(|&at| at > from)?;
        let joins = [Key::word("of"), Key::word("in")].contains(&self.tokens[preposition].key);
        let title = preposition - 1;
        (joins && self.is_title(title)).then(|| self.ending_in(title, name.start))
    }

    /// The phrase whose noun is `head`, with what stands before it.
    fn ending_in(&self, head: usize, end: usize) -> Phrase {
        let from = self.sentence.start.max(head.saturating_sub(LONGEST));
        let start = (from..head)
            .rev()
            .take_while(|&at| self.modifies(at) && self.tokens[at].key != INCLUDING)
            .last()
            .unwrap_or(head);
        Phrase {
            tokens: start..end,
            head,
        }
    }

    /// "The port's chief engineer, Ann Lee, said": a noun phrase with a title, up to the comma before the name.
    fn introduced(&self, name: &Range<usize>) -> Option<Phrase> {
        let comma = name.start.checked_sub(1)?;
        let is_comma = comma > self.sentence.start && self.tokens[comma].xpos == Xpos::Comma;
        let closes = name.end >= self.sentence.end
            || matches!(self.tokens[name.end].xpos, Xpos::Comma | Xpos::Period);
        if !is_comma || !closes {
            return None;
        }
        let from = self.sentence.start.max(comma.saturating_sub(LONGEST));
        (from..comma)
            .filter(|&start| start == self.sentence.start || !self.modifies(start - 1))
            .filter_map(|start| self.phrase(start))
            .find(|phrase| phrase.tokens.end == comma && self.is_title(phrase.head))
    }

    /// "Ann Lee, a senior lawyer with the center,", "Ann Lee -- a painter and the paper's editor": up to what ends it.
    fn behind(&self, name: &Range<usize>) -> Option<Phrase> {
        let mark = name.end;
        if mark + 1 >= self.sentence.end
            || !matches!(self.tokens[mark].xpos, Xpos::Comma | Xpos::Colon)
        {
            return None;
        }
        let phrase = self.phrase(mark + 1)?;
        let is_bare = phrase.tokens.start == mark + 1;
        let opens = !is_bare || self.tokens[mark].xpos == Xpos::Comma;
        (opens && self.is_closed(&phrase, is_bare)).then_some(phrase)
    }

    /// "Lee is the chief engineer of the port".
    fn stated(&self, name: &Range<usize>) -> Option<Phrase> {
        self.predicate(name.end)
    }

    /// "Ann Lee, who is a regular guest,".
    fn related(&self, name: &Range<usize>) -> Option<Phrase> {
        let comma = name.end;
        let relates = comma + 1 < self.sentence.end
            && self.tokens[comma].xpos == Xpos::Comma
            && self.tokens[comma + 1].xpos == Xpos::Wp;
        relates.then(|| self.predicate(comma + 2))?
    }

    /// What "is the …" at `verb` says of its subject.
    fn predicate(&self, verb: usize) -> Option<Phrase> {
        let is_copula = verb + 1 < self.sentence.end
            && self.tokens[verb].upos == Upos::Aux
            && COPULAS.contains(&self.tokens[verb].key);
        let opens = is_copula && self.tokens[verb + 1].xpos == Xpos::Dt;
        opens.then(|| self.phrase(verb + 1))?
    }

    /// A noun phrase from `start`, without its article, and its head.
    fn phrase(&self, start: usize) -> Option<Phrase> {
        let end = self.sentence.end.min(start + LONGEST);
        let first =
            start + usize::from(matches!(self.tokens[start].xpos, Xpos::Dt | Xpos::PrpPoss));
        let nouns = (first..end)
            .take_while(|&at| self.modifies(at))
            .filter(|&at| !self.is_participle(at))
            .last()
            .filter(|&head| self.is_plain_noun(head) || self.is_title(head))?;
        let joined = self.second_noun(nouns + 1, end).unwrap_or(nouns);
        let tokens = first..self.complement(joined + 1, end);
        let is_name = (first..=nouns).all(|at| self.is_named(at));
        (!is_name).then_some(Phrase {
            tokens,
            head: nouns,
        })
    }

    /// "CEO *and president*", "painter *and the paper's editor*": a second noun, which is a title.
    fn second_noun(&self, and: usize, end: usize) -> Option<usize> {
        let joined = and + 1 < end && self.tokens[and].xpos == Xpos::Cc;
        let first = and + 1 + usize::from(joined && self.tokens[and + 1].xpos == Xpos::Dt);
        let run = (first..end).take_while(|&at| joined && self.modifies(at));
        run.last().filter(|&last| self.is_title(last))
    }

    /// Where "of the port", "with the center" ends, if it stands at `from`.
    fn complement(&self, from: usize, end: usize) -> usize {
        if from >= end || self.tokens[from].xpos != Xpos::In {
            return from;
        }
        let joins =
            |at: usize| self.tokens[at].xpos == Xpos::Cc && at + 1 < end && self.modifies(at + 1);
        let inside = |&at: &usize| {
            self.modifies(at)
                || matches!(self.tokens[at].xpos, Xpos::Dt | Xpos::In | Xpos::Pos)
                || joins(at)
        };
        let last = (from..end).take_while(inside).last().unwrap_or(from);
        let ends_in_noun = matches!(self.tokens[last].upos, Upos::Noun | Upos::Propn);
        if ends_in_noun { last + 1 } else { from }
    }

    /// Whether an apposition ends where its phrase does: at a mark, at "who", at the end; with an article also before
    /// a participle or preposition, and without the comma that should close it where it says whose office it is.
    fn is_closed(&self, phrase: &Phrase, bare: bool) -> bool {
        let at = phrase.tokens.end;
        if at >= self.sentence.end {
            return true;
        }
        match self.tokens[at].xpos {
            Xpos::Comma | Xpos::Period | Xpos::Wp | Xpos::Wdt | Xpos::Colon | Xpos::CloseQuote => {
                true
            }
            Xpos::Vbn | Xpos::Vbg | Xpos::In => !bare,
            Xpos::Vbd | Xpos::Vbz => {
                phrase.head + 1 < at
                    && self.is_title(phrase.head)
                    && self.tokens[phrase.head].xpos != Xpos::Nns
            }
            _ => false,
        }
    }

    fn is_participle(&self, at: usize) -> bool {
        matches!(self.tokens[at].xpos, Xpos::Vbn | Xpos::Vbg)
    }

    fn modifies(&self, at: usize) -> bool {
        matches!(
            self.tokens[at].xpos,
            Xpos::Nn
                | Xpos::Nns
                | Xpos::Nnp
                | Xpos::Nnps
                | Xpos::Jj
                | Xpos::Jjs
                | Xpos::Hyph
                | Xpos::Pos
                | Xpos::Vbg
                | Xpos::Vbn
        ) && !self.is_measured(at)
    }

    /// A noun that is no name and no part of a time or an amount.
    fn is_plain_noun(&self, at: usize) -> bool {
        self.tokens[at].xpos == Xpos::Nn && self.tokens[at].entity.is_none()
    }

    fn is_title(&self, at: usize) -> bool {
        let title = TITLES.get(&self.tokens[at].key);
        let plain = self.tokens[at].xpos == Xpos::Nn;
        title.is_some_and(|title| title.kind == NameKind::Person && (!title.honorific || plain))
    }

    /// A title of any sort, also one that only stands before a name: "Gov.", "Mr."
    fn is_address(&self, at: usize) -> bool {
        let title = TITLES.get(&self.tokens[at].key);
        title.is_some_and(|title| title.kind == NameKind::Person)
    }

    fn is_named(&self, at: usize) -> bool {
        self.tokens[at].entity.is_some() && !self.is_title(at)
    }

    fn is_measured(&self, at: usize) -> bool {
        let tag = self.tokens[at].entity;
        tag.is_some_and(|tag| {
            matches!(
                tag.kind,
                EntityKind::Date | EntityKind::Time | EntityKind::Money
            )
        })
    }
}

/// What the tagger takes for a word before a noun: "including senators Ann Lee and Tom Keller".
const INCLUDING: Key = Key::word("including");

const COPULAS: [Key; 2] = [Key::word("is"), Key::word("was")];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Document;

    fn roles(sentence: &str) -> Vec<String> {
        let extraction = crate::extract(&Document::new(sentence));
        let roles = extraction.roles.iter();
        roles
            .map(|role| role.span.slice(sentence).to_owned())
            .collect()
    }

    #[test]
    fn a_role_stands_before_the_name_behind_it_or_is_said_of_it() {
        assert_eq!(
            roles("Talk-show host Helen Brandt opened the fair."),
            ["Talk-show host"]
        );
        assert_eq!(
            roles("Helen Brandt, a senior lawyer with the Harbor Center, sued the city."),
            ["senior lawyer with the Harbor Center"]
        );
        assert_eq!(
            roles("Helen Brandt was the chief engineer of the port."),
            ["chief engineer of the port"]
        );
    }

    #[test]
    fn short_forms_and_the_sexes_are_one_office() {
        let role = |head: &str| Role {
            span: Span::new(0, 1),
            mention: 0,
            head: head.to_owned(),
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

    #[test]
    fn an_apposition_may_come_first() {
        assert_eq!(
            roles("The port's director of public affairs, Helen Brandt, denied it."),
            ["port's director of public affairs"]
        );
        assert_eq!(
            roles("A police officer, Sgt. Helen Brandt, denied it."),
            ["police officer", "Sgt."]
        );
        assert_eq!(roles("On Friday, Sgt. Helen Brandt denied it."), ["Sgt."]);
        assert_eq!(
            roles("He met his sister, 98-year-old Helen Brandt."),
            ["sister"]
        );
    }

    #[test]
    fn a_title_may_be_over_something_or_stand_for_several() {
        assert_eq!(
            roles("Secretary of State Helen Brandt spoke."),
            ["Secretary of State"]
        );
        assert_eq!(
            roles("Council members Helen Brandt and Tom Keller voted."),
            ["Council members", "Council members"]
        );
        assert_eq!(
            roles("Helen Brandt, who is a regular guest, laughed."),
            ["regular guest"]
        );
        assert_eq!(
            roles("Helen Brandt, director of arts and public affairs, laughed."),
            ["director of arts and public affairs"]
        );
    }

    #[test]
    fn what_only_stands_beside_a_name_is_no_role() {
        assert!(roles("On Friday night Helen Brandt sang.").is_empty());
        assert!(roles("For Helen Brandt, the paper said, it was over.").is_empty());
        assert!(roles("Helen Brandt, 45, sang.").is_empty());
        assert!(roles("Helen Brandt, Tom Keller and Mary Olsen sang.").is_empty());
    }
}
