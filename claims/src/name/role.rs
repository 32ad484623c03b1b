//! Roles: a named person or body in, the words that say what they are out.
//!
//! "Ann Lee, a senior lawyer with the center", "talk-show host Ann Lee", "Lee is the chief engineer of the port": three
//! roles, of which the last noun before "of" or "with" (*lawyer*, *host*, *engineer*) is the head. Read off the tags, so that sentences
//! without a number or a cue have them, too.

use std::ops::Range;

use syntax::{Analysis, EntityKind, Key, Span, Token, Upos, Xpos, lemma};

use super::lexicon::TITLES;
use super::{Entity, Mention, MentionForm, NameKind};

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
        a == b || shortens(a, b) || shortens(b, a)
    }
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

/// The roles of all names, in order of the names.
pub(crate) fn read(
    text: &str,
    analysis: &Analysis,
    mentions: &[Mention],
    entities: &[Entity],
) -> Vec<Role> {
    let named = mentions.iter().enumerate().filter(|(_, mention)| {
        let kind = entities[mention.entity].kind;
        let has_roles = matches!(kind, NameKind::Person | NameKind::Organization);
        mention.form == MentionForm::Name && has_roles
    });
    named
        .flat_map(|(index, mention)| {
            let reader = Reader {
                text,
                tokens: &analysis.tokens,
                sentence: analysis.sentences[analysis.sentence_of(mention.tokens.start)]
                    .tokens
                    .clone(),
                person: entities[mention.entity].kind == NameKind::Person,
            };
            let found = reader.roles(&mention.tokens);
            found.into_iter().map(move |(tokens, head)| Role {
                span: analysis.tokens[tokens.start]
                    .span
                    .cover(analysis.tokens[tokens.end - 1].span),
                mention: index,
                head,
            })
        })
        .collect()
}

struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
    sentence: Range<usize>,
    person: bool,
}

impl Reader<'_> {
    /// The roles beside a name, each with its head.
    fn roles(&self, name: &Range<usize>) -> Vec<(Range<usize>, String)> {
        let before = self.before(name).or_else(|| self.introduced(name));
        let before = before.filter(|_| self.person);
        let behind = self.behind(name).or_else(|| self.stated(name));
        let phrases = [before, behind].into_iter().flatten();
        let lemma = |at: usize| lemma(self.form(at), self.tokens[at].xpos).to_lowercase();
        phrases
            .map(|(phrase, head)| (phrase, lemma(head)))
            .collect()
    }

    fn form(&self, at: usize) -> &str {
        self.tokens[at].span.slice(self.text)
    }

    /// "Talk-show host Ann Lee": nouns and adjectives that end in a title.
    fn before(&self, name: &Range<usize>) -> Option<(Range<usize>, usize)> {
        let last = name.start.checked_sub(1)?;
        if last < self.sentence.start || !(self.is_title(last) || self.is_office(last)) {
            return None;
        }
        let from = self.sentence.start.max(last.saturating_sub(LONGEST));
        let start = (from..=last)
            .rev()
            .take_while(|&at| self.modifies(at) || at == last)
            .last()?;
        Some((start..last + 1, last))
    }

    /// "The port's chief engineer, Ann Lee, said": a noun phrase with a title, up to the comma before the name.
    fn introduced(&self, name: &Range<usize>) -> Option<(Range<usize>, usize)> {
        let comma = name.start.checked_sub(1)?;
        let is_comma = comma > self.sentence.start && self.tokens[comma].xpos == Xpos::Comma;
        let closes = name.end >= self.sentence.end || self.tokens[name.end].xpos == Xpos::Comma;
        if !is_comma || !closes {
            return None;
        }
        let from = self.sentence.start.max(comma.saturating_sub(LONGEST));
        (from..comma)
            .filter(|&start| start == self.sentence.start || !self.modifies(start - 1))
            .filter_map(|start| self.phrase(start))
            .find(|(phrase, head)| phrase.end == comma && self.is_title(*head))
    }

    /// "Ann Lee, a senior lawyer with the center,": up to the mark or relative clause that ends it.
    fn behind(&self, name: &Range<usize>) -> Option<(Range<usize>, usize)> {
        let comma = name.end;
        if comma + 1 >= self.sentence.end || self.tokens[comma].xpos != Xpos::Comma {
            return None;
        }
        let (phrase, head) = self.phrase(comma + 1)?;
        self.is_closed(phrase.end).then_some((phrase, head))
    }

    /// "Lee is the chief engineer of the port".
    fn stated(&self, name: &Range<usize>) -> Option<(Range<usize>, usize)> {
        let verb = name.end;
        let is_copula = verb + 1 < self.sentence.end
            && self.tokens[verb].upos == Upos::Aux
            && COPULAS.contains(&self.tokens[verb].key);
        let opens = is_copula && self.tokens[verb + 1].xpos == Xpos::Dt;
        opens.then(|| self.phrase(verb + 1))?
    }

    /// A noun phrase from `start`, without its article, and its head.
    fn phrase(&self, start: usize) -> Option<(Range<usize>, usize)> {
        let end = self.sentence.end.min(start + LONGEST);
        let first =
            start + usize::from(matches!(self.tokens[start].xpos, Xpos::Dt | Xpos::PrpPoss));
        let nouns = (first..end)
            .take_while(|&at| self.modifies(at))
            .last()
            .filter(|&head| self.is_plain_noun(head) || self.is_title(head))?;
        let joined = self.second_noun(nouns + 1, end).unwrap_or(nouns);
        let phrase = first..self.complement(joined + 1, end);
        let is_name = (first..=nouns).all(|at| self.is_named(at));
        (!is_name).then_some((phrase, nouns))
    }

    /// "CEO *and president*": a second noun, which is a title.
    fn second_noun(&self, and: usize, end: usize) -> Option<usize> {
        let second = and + 1;
        let joined = second < end && self.tokens[and].xpos == Xpos::Cc;
        (joined && self.is_title(second)).then_some(second)
    }

    /// Where "of the port", "with the center" ends, if it stands at `from`.
    fn complement(&self, from: usize, end: usize) -> usize {
        if from >= end || self.tokens[from].xpos != Xpos::In {
            return from;
        }
        let inside = |&at: &usize| {
            self.modifies(at) || matches!(self.tokens[at].xpos, Xpos::Dt | Xpos::In | Xpos::Pos)
        };
        let last = (from..end).take_while(inside).last().unwrap_or(from);
        let ends_in_noun = matches!(self.tokens[last].upos, Upos::Noun | Upos::Propn);
        if ends_in_noun { last + 1 } else { from }
    }

    /// Whether an apposition ends before `at`: at a mark, at "who", at the end.
    fn is_closed(&self, at: usize) -> bool {
        at >= self.sentence.end
            || matches!(
                self.tokens[at].xpos,
                Xpos::Comma | Xpos::Period | Xpos::Wp | Xpos::Wdt | Xpos::Colon | Xpos::CloseQuote
            )
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
        title.is_some_and(|title| title.kind == NameKind::Person && !title.honorific)
    }

    /// A short form that only stands before a name: "Gov.", "Sgt."
    fn is_office(&self, at: usize) -> bool {
        let title = TITLES.get(&self.tokens[at].key);
        title.is_some_and(|title| title.honorific && title.gender.is_none())
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
        assert!(!alike("general", "governor") && !alike("lawyer", "attorney"));
    }

    #[test]
    fn an_apposition_may_come_first() {
        assert_eq!(
            roles("The port's director of public affairs, Helen Brandt, denied it."),
            ["port's director of public affairs"]
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
