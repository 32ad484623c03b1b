//! Words beside a name: tagged tokens in, the phrases that say what its bearer is out.
//!
//! "Ann Lee, a senior lawyer with the center", "talk-show host Ann Lee", "Lee is the chief engineer of the port". Read off
//! the tags, so that sentences without a number or a cue have them, too.

use std::ops::Range;

use syntax::{EntityKind, Key, Token, Upos, Xpos, lemma};

use super::NameKind;
use super::lexicon::{KIN, OFFICES, ROLE_NOUNS, TITLES};
use super::role::Phrase;

/// How many tokens a role may have.
const LONGEST: usize = 14;

/// Reads the roles beside the names of one sentence.
pub(crate) struct Reader<'a> {
    pub text: &'a str,
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
        let behind = behind.filter(|phrase| !person || self.names_person(phrase.head));
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
        let opens = |at: usize| self.is_address(at) || self.is_role_noun(at);
        (last >= self.sentence.start && opens(last)).then(|| self.ending_in(last, last + 1))
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
        if !self.modifies(name.start - 1) {
            return None;
        }
        let preposition = nouns.checked_sub(1).filter(|&at| at > from)?;
        let joins = [Key::word("of"), Key::word("in")].contains(&self.tokens[preposition].key);
        let title = preposition - 1;
        (joins && (self.is_title(title) || self.is_head(title)))
            .then(|| self.ending_in(title, name.start))
    }

    /// Whether an office with what it is over stands before a name.
    pub(crate) fn has_office(&self, name: &Range<usize>) -> bool {
        self.office_of(name).is_some()
    }

    /// Whether a word is the head of an office when "of" follows: "*Head* of Government".
    fn is_head(&self, at: usize) -> bool {
        const HEAD: Key = Key::word("head");
        self.tokens[at].key == HEAD
    }

    /// The phrase whose noun is `head`, with what stands before it.
    fn ending_in(&self, head: usize, end: usize) -> Phrase {
        let from = self.sentence.start.max(head.saturating_sub(LONGEST));
        let start = (from..head)
            .rev()
            .take_while(|&at| self.belongs_to(at, head))
            .last()
            .unwrap_or(head);
        // "*-in-*Chief" where the hyphen leads to no word of the phrase.
        let start = start + usize::from(self.tokens[start].xpos == Xpos::Hyph);
        Phrase {
            tokens: start..end,
            head,
        }
    }

    /// Whether a word before a title goes with it: "*acting fire* chief", "*then-*Sen.", but not the verb of "after
    /// *criticizing* Gov. Lee" or the title in "the *candidates* Sen. Lee and ...".
    fn belongs_to(&self, at: usize, head: usize) -> bool {
        let token = &self.tokens[at];
        let joined = self.tokens[at + 1].xpos == Xpos::Hyph && self.is_tight(at + 1);
        match token.xpos {
            Xpos::Vbg | Xpos::Vbn => joined || self.is_adjectival(at),
            Xpos::Nns | Xpos::Nnps if at + 1 == head => !self.is_address(at),
            _ => joined || self.modifies(at),
        }
    }

    /// Whether a participle before a title describes it: a past one has no subject or auxiliary before it, a present one
    /// is of those that offices have, or stands behind an article.
    fn is_adjectival(&self, at: usize) -> bool {
        let before = at
            .checked_sub(1)
            .filter(|&before| before >= self.sentence.start);
        let before = before.map(|before| &self.tokens[before]);
        let opens = before.is_some_and(|before| {
            matches!(
                before.xpos,
                Xpos::Dt | Xpos::PrpPoss | Xpos::Pos | Xpos::Hyph
            )
        });
        let predicates = before.is_some_and(|before| {
            matches!(
                before.upos,
                Upos::Noun | Upos::Propn | Upos::Pron | Upos::Aux | Upos::Part
            )
        });
        let word = self.tokens[at].span.slice(self.text).to_lowercase();
        let past = self.tokens[at].xpos == Xpos::Vbn;
        opens || past && !predicates || OFFICES.others.contains(&word)
    }

    /// Whether a hyphen stands between two words without blanks.
    fn is_tight(&self, at: usize) -> bool {
        at > self.sentence.start
            && at + 1 < self.sentence.end
            && self.tokens[at - 1].span.end == self.tokens[at].span.start
            && self.tokens[at].span.end == self.tokens[at + 1].span.start
    }

    /// "The port's chief engineer, Ann Lee, said": a noun phrase with a title, up to the comma before the name.
    fn introduced(&self, name: &Range<usize>) -> Option<Phrase> {
        let comma = name.start.checked_sub(1)?;
        let is_comma = comma > self.sentence.start && self.tokens[comma].xpos == Xpos::Comma;
        let closes = name.end >= self.sentence.end
            || matches!(self.tokens[name.end].xpos, Xpos::Comma | Xpos::Period)
            || self.tokens[name.end].upos == Upos::Adp;
        if !is_comma || !closes {
            return None;
        }
        let from = self.sentence.start.max(comma.saturating_sub(LONGEST));
        (from..comma)
            .filter(|&start| start == self.sentence.start || !self.modifies(start - 1))
            .filter_map(|start| self.phrase(start))
            .find(|phrase| {
                let title = self.is_title(phrase.head) || self.is_role_noun(phrase.head);
                phrase.tokens.end == comma && title
            })
    }

    /// "Ann Lee, a senior lawyer with the center,", "Ann Lee -- a painter and the paper's editor": up to what ends it.
    fn behind(&self, name: &Range<usize>) -> Option<Phrase> {
        let mark = self.behind_age(name.end);
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

    /// The comma behind an age, where one stands between a name and the rest: "Ann Lee, *45*, a retired nurse".
    fn behind_age(&self, comma: usize) -> usize {
        let is_comma = |at: usize| at < self.sentence.end && self.tokens[at].xpos == Xpos::Comma;
        let age = is_comma(comma) && is_comma(comma + 2) && self.tokens[comma + 1].xpos == Xpos::Cd;
        if age { comma + 2 } else { comma }
    }

    /// "Lee is the chief engineer of the port", but not "To vote for Lee is the answer".
    fn stated(&self, name: &Range<usize>) -> Option<Phrase> {
        let leads = |&at: &usize| self.modifies(at) || self.tokens[at].xpos == Xpos::Dt;
        let words = (self.sentence.start..name.start).rev();
        let first = words.take_while(leads).last().unwrap_or(name.start);
        let governed = first > self.sentence.start && self.tokens[first - 1].upos == Upos::Adp;
        (!governed).then(|| self.predicate(name.end))?
    }

    /// "Ann Lee, who is a regular guest,".
    fn related(&self, name: &Range<usize>) -> Option<Phrase> {
        let comma = self.behind_age(name.end);
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
        let first = self.skip_age(first, end);
        let nouns = (first..end)
            .take_while(|&at| self.modifies(at))
            .filter(|&at| !self.is_participle(at))
            .last()
            .filter(|&head| self.is_plain_noun(head) || self.is_title(head))?;
        let joined = self.second_noun(nouns + 1, end).unwrap_or(nouns);
        let tokens = first..self.complement(joined + 1, end);
        let is_name = (first..=nouns).all(|at| self.is_named(at));
        // "A radio and television *owner*" is what the last noun says.
        let head = if self.names_person(nouns) {
            nouns
        } else {
            joined
        };
        (!is_name).then_some(Phrase { tokens, head })
    }

    /// Where a phrase goes on behind an age: "a *57-year-old* shipping magnate".
    fn skip_age(&self, first: usize, end: usize) -> usize {
        const OLD: Key = Key::word("old");
        const PARTS: usize = 4;
        let old = first + PARTS;
        let compound = old + 1 < end && self.tokens[old].key == OLD;
        let numbered = compound && self.tokens[first].xpos == Xpos::Cd;
        if numbered && self.is_tight(first + 1) {
            old + 1
        } else {
            first
        }
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
                | Xpos::Pos
                | Xpos::Vbg
                | Xpos::Vbn
        ) && !self.is_measured(at)
            || self.tokens[at].xpos == Xpos::Hyph && self.is_tight(at)
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

    /// Whether a common noun says what somebody is, though it is no title: "groundskeeper", "geophysicist".
    fn is_role_noun(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let small = token.span.slice(self.text).starts_with(char::is_lowercase);
        let noun = token.upos == Upos::Noun || token.upos == Upos::Propn && small;
        noun && token.entity.is_none() && ROLE_NOUNS.stands_before(&self.lemma(at))
    }

    /// Whether a noun behind a name can say what somebody is.
    fn names_person(&self, at: usize) -> bool {
        let lemma = self.lemma(at);
        let listed = TITLES.contains_key(&self.tokens[at].key) || KIN.contains(&Key::of(&lemma));
        listed || ROLE_NOUNS.is_person(&lemma)
    }

    fn lemma(&self, at: usize) -> String {
        let token = &self.tokens[at];
        lemma(token.span.slice(self.text), token.xpos).to_lowercase()
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

    #[test]
    fn an_age_does_not_part_a_name_from_its_role() {
        assert_eq!(
            roles("Helen Brandt, 45, a fired groundskeeper, sang."),
            ["fired groundskeeper"]
        );
        assert_eq!(
            roles("He ran against Helen Brandt, a 57-year-old shipping magnate who left."),
            ["shipping magnate"]
        );
    }

    #[test]
    fn a_noun_of_people_is_a_role_though_no_list_has_it() {
        assert_eq!(
            roles("It was hailed by geophysicist Helen Brandt."),
            ["geophysicist"]
        );
        assert_eq!(
            roles("Helen Brandt, a receptionist, sang."),
            ["receptionist"]
        );
        assert_eq!(
            roles("Eight members defied their leader, Helen Brandt of Ohio, to back it."),
            ["leader"]
        );
        assert!(roles("After dinner Helen Brandt sang.").is_empty());
        assert!(roles("Helen Brandt, an hour later, sang.").is_empty());
        assert!(roles("Helen Brandt was the answer.").is_empty());
        assert!(roles("To vote for Helen Brandt is the only choice of the leader.").is_empty());
    }

    #[test]
    fn a_verb_before_a_title_is_no_part_of_it() {
        assert_eq!(
            roles("He spoke after criticizing Ohio Gov. Helen Brandt."),
            ["Ohio Gov."]
        );
        assert_eq!(
            roles("Dan Olsen, who had supported Senator Helen Brandt, sang."),
            ["Senator"]
        );
        assert_eq!(
            roles("The acting fire chief Helen Brandt sang."),
            ["acting fire chief"]
        );
        assert_eq!(
            roles("He met retired general Helen Brandt."),
            ["retired general"]
        );
    }

    #[test]
    fn a_dash_is_no_hyphen_of_a_role() {
        assert_eq!(
            roles("One winner, Ohio - Sen. Helen Brandt said."),
            ["Sen."]
        );
        assert_eq!(
            roles("It was then-Sen. Helen Brandt who sang."),
            ["then-Sen."]
        );
    }
}
