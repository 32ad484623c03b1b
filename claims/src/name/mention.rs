//! Tokens in, mentions of people, bodies and places out, not yet told apart.
//!
//! In "Kremlin spokesman Dmitry Peskov said he knew" three: the body "Kremlin", the person "Dmitry Peskov" with the role
//! "Kremlin spokesman", and "he".

use std::ops::Range;

use rustc_hash::FxHashSet;
use syntax::{Analysis, EntityKind, EntityTag, Key, Relation, SentenceKind, Token, Xpos};

use super::apposition;
use super::lexicon::{GIVEN, Gender, HOUSES, TITLES, Title};
use super::role::Phrase;
use super::{MentionForm, NameKind};

/// A mention before it is known whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    /// The name alone, or the noun phrase, or the pronoun.
    pub tokens: Range<usize>,
    pub form: MentionForm,
    pub kind: NameKind,
    /// The titles and roles beside the name.
    pub roles: Vec<Phrase>,
    pub gender: Option<Gender>,
    /// Whether it is the subject of its clause.
    pub subject: bool,
    /// Whether it stands beside the subject of its clause: "Ann Lee and her brother, *Tom*, left".
    pub beside_subject: bool,
}

/// How many tokens may stand before the noun of a nominal mention.
const LONGEST: usize = 14;

/// All mentions, in text order.
pub(crate) fn find(text: &str, analysis: &Analysis) -> Vec<Found> {
    let mut found = Vec::new();
    for sentence in &analysis.sentences {
        let reader = Reader {
            text,
            analysis,
            tokens: &analysis.tokens,
            roles: apposition::Reader {
                text,
                tokens: &analysis.tokens,
                sentence: sentence.tokens.clone(),
            },
            start: sentence.tokens.start,
            headline: sentence.kind == SentenceKind::Headline,
        };
        let mut free = sentence.tokens.clone();
        for at in sentence.tokens.clone() {
            if at >= free.start
                && let Some(mention) = reader.at(at, &free)
            {
                free.start = mention.tokens.end;
                found.push(mention);
            }
        }
    }
    shorten_headlines(analysis, &mut found);
    found
}

/// Takes the verb of a headline from the name of somebody whom the text names without it: "Ann Lee *Joins* Party".
fn shorten_headlines(analysis: &Analysis, found: &mut [Found]) {
    const NAMES: usize = 2;
    let key = |mention: &Found, names: usize| {
        let tokens = &analysis.tokens[mention.tokens.start..mention.tokens.start + names];
        tokens.iter().map(|token| token.key).collect::<Vec<Key>>()
    };
    let is_person = |mention: &&Found| mention.kind == NameKind::Person;
    let known: FxHashSet<Vec<Key>> = found
        .iter()
        .filter(is_person)
        .filter(|mention| mention.form == MentionForm::Name && mention.tokens.len() == NAMES)
        .map(|mention| key(mention, NAMES))
        .collect();
    let goes_on = |mention: &Found| {
        let next = analysis.tokens.get(mention.tokens.end);
        next.is_some_and(|next| {
            let sentence = &analysis.sentences[analysis.sentence_of(mention.tokens.start)];
            let joined = sentence.tokens.contains(&mention.tokens.end);
            joined && matches!(next.xpos, Xpos::Nnp | Xpos::Nnps)
        })
    };
    for mention in found {
        let longer = mention.tokens.len() == NAMES + 1 && mention.kind == NameKind::Person;
        if longer && goes_on(mention) && known.contains(&key(mention, NAMES)) {
            mention.tokens.end -= 1;
        }
    }
}

/// Reads one mention of a sentence at a time; `free` is what is left of it.
struct Reader<'a> {
    text: &'a str,
    analysis: &'a Analysis,
    tokens: &'a [Token],
    roles: apposition::Reader<'a>,
    /// First token of the sentence.
    start: usize,
    /// Whether the sentence is a headline, where every word may have a capital.
    headline: bool,
}

impl Reader<'_> {
    fn at(&self, at: usize, free: &Range<usize>) -> Option<Found> {
        let token = &self.tokens[at];
        match token.entity {
            Some(tag) if tag.begins => self.name(at, tag.kind, free),
            Some(_) => None,
            None => self
                .titled(at, free)
                .or_else(|| self.given_apart(at, free))
                .or_else(|| self.untagged(at, free))
                .or_else(|| self.pronoun(at))
                .or_else(|| self.nominal(at, free)),
        }
    }

    /// The tagged name that begins at `at`.
    fn name(&self, at: usize, tagged: EntityKind, free: &Range<usize>) -> Option<Found> {
        const THE: Key = Key::word("the");
        let kind = kind_of(tagged)?;
        let mut range = at..self.tagged_end(at, free);
        while range.len() > 1 && self.follows_name(range.end - 1, kind) {
            range.end -= 1;
        }
        if self.tokens[range.start].key == THE {
            range.start += 1;
        }
        if range.is_empty() {
            return None;
        }
        if let Some(person) = self.nicknamed(&range, free) {
            return Some(self.found(person, NameKind::Person));
        }
        range.end = match kind {
            NameKind::Person => self.whole_person(&range, free),
            NameKind::Organization => self.whole_house(&range, self.numbered(&range, free), free),
            NameKind::Place => self.whole_house(&range, self.whole_place(&range, free), free),
            NameKind::Group | NameKind::Other => range.end,
        };
        if let Some(body) = self.and_sign(&range, kind, free) {
            return Some(body);
        }
        if let Some(body) = self.owned(&range, kind, free) {
            return Some(body);
        }
        match self.behind_title(&range, kind) {
            Some(person) => Some(self.found(person, NameKind::Person)),
            None => Some(self.found(range, kind)),
        }
    }

    /// A person of whose name the tagger has all but the given one: "*Khaled* Ben Salah".
    fn given_apart(&self, at: usize, free: &Range<usize>) -> Option<Found> {
        const PARTICLES: [Key; 12] = [
            Key::word("abu"),
            Key::word("al"),
            Key::word("ben"),
            Key::word("bin"),
            Key::word("da"),
            Key::word("de"),
            Key::word("del"),
            Key::word("di"),
            Key::word("el"),
            Key::word("ibn"),
            Key::word("van"),
            Key::word("von"),
        ];
        let next = at + 1;
        if self.headline || next >= free.end || !PARTICLES.contains(&self.tokens[next].key) {
            return None;
        }
        let begins = |tag: EntityTag| tag.begins && tag.kind == EntityKind::Person;
        let given = self.tokens[at].xpos == Xpos::Nnp && self.title(at).is_none();
        let end = self.tagged_end(next, free);
        let person = self.tokens[next].entity.is_some_and(begins) && end > next + 1;
        (given && person).then(|| self.found(at..end, NameKind::Person))
    }

    /// Whether the tagger took a word for the end of a name that only follows it: "Lee*'s*", of people also "Lee *384*
    /// votes", "Lee *just* said".
    fn follows_name(&self, at: usize, kind: NameKind) -> bool {
        let token = &self.tokens[at];
        let digits = || {
            token
                .span
                .slice(self.text)
                .starts_with(|c: char| c.is_ascii_digit())
        };
        token.xpos == Xpos::Pos
            || (kind == NameKind::Person && (token.xpos == Xpos::Rb || digits()))
    }

    /// Where the tagged name that begins at `at` ends.
    fn tagged_end(&self, at: usize, free: &Range<usize>) -> usize {
        let inside = |&end: &usize| self.tokens[end].entity.is_some_and(|tag| !tag.begins);
        (at + 1..free.end).take_while(inside).last().unwrap_or(at) + 1
    }

    /// Where a person's name ends of which the tagger of entities has but the given name: "Ana *Vega* Solis".
    fn whole_person(&self, name: &Range<usize>, free: &Range<usize>) -> usize {
        let given = GIVEN.contains_key(&self.tokens[name.start].key);
        if name.len() > 1 || !given || self.headline {
            return name.end;
        }
        let surnames = (name.end..free.end).take_while(|&at| self.is_surname(at));
        surnames.last().map_or(name.end, |last| last + 1)
    }

    /// Where a place's name ends that goes on in small letters: "Hallen *am Rand*", "Aix *en Provence*".
    fn whole_place(&self, name: &Range<usize>, free: &Range<usize>) -> usize {
        const MOST: usize = 2;
        const PARTICLES: [Key; 12] = [
            Key::word("am"),
            Key::word("an"),
            Key::word("de"),
            Key::word("del"),
            Key::word("della"),
            Key::word("der"),
            Key::word("en"),
            Key::word("im"),
            Key::word("la"),
            Key::word("sur"),
            Key::word("sul"),
            Key::word("upon"),
        ];
        let is_particle = |&at: &usize| {
            let token = &self.tokens[at];
            PARTICLES.contains(&token.key)
                && token.span.slice(self.text).starts_with(char::is_lowercase)
        };
        let particles = (name.end..free.end).take_while(is_particle).count();
        let last = name.end + particles;
        let goes_on = (1..=MOST).contains(&particles)
            && last < free.end
            && self.tokens[last].xpos == Xpos::Nnp;
        if goes_on { last + 1 } else { name.end }
    }

    /// Where a house's name ends that goes on behind "and": "Alder Bar *and Grill*".
    fn whole_house(&self, name: &Range<usize>, end: usize, free: &Range<usize>) -> usize {
        let last = end + 1;
        let joined = end > name.start
            && last < free.end
            && self.tokens[end].xpos == Xpos::Cc
            && self.tokens[last].xpos == Xpos::Nnp;
        if !joined {
            return end;
        }
        let words = (end - 1..=last).map(|at| self.tokens[at].span.slice(self.text).to_lowercase());
        let words: Vec<String> = words.collect();
        if HOUSES.contains_key(&words.join(" ")) {
            last + 1
        } else {
            end
        }
    }

    /// A name that a nickname parts: "Georg *\"Schorsch\"* Lang".
    fn nicknamed(&self, name: &Range<usize>, free: &Range<usize>) -> Option<Range<usize>> {
        let (open, close) = (name.end, name.end + 2);
        if name.len() > 1 || close + 1 >= free.end {
            return None;
        }
        // A straight mark may be tagged as the other one.
        let is_mark =
            |at: usize| matches!(self.tokens[at].xpos, Xpos::OpenQuote | Xpos::CloseQuote);
        let quoted = is_mark(open) && is_mark(close);
        let nickname = self.tokens[open + 1].span.slice(self.text);
        let surnames = (close + 1..free.end).take_while(|&at| self.is_surname(at));
        let last = surnames.last()?;
        (quoted && nickname.starts_with(char::is_uppercase)).then_some(name.start..last + 1)
    }

    fn is_surname(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let person = |tag: EntityTag| tag.kind == EntityKind::Person;
        token.xpos == Xpos::Nnp && token.entity.is_none_or(person) && self.title(at).is_none()
    }

    /// Where the name of a thing of a body ends that has a number: "Norair *Flight 12*", "Norair *N320*".
    fn numbered(&self, name: &Range<usize>, free: &Range<usize>) -> usize {
        const FLIGHT: Key = Key::word("flight");
        let has_digit = |at: usize| {
            let word = self.tokens[at].span.slice(self.text);
            word.bytes().any(|byte| byte.is_ascii_digit())
                && word.bytes().all(|byte| byte.is_ascii_alphanumeric())
        };
        let flight = name.end < free.end && self.tokens[name.end].key == FLIGHT;
        let at = name.end + usize::from(flight);
        let names = at < free.end
            && has_digit(at)
            && (flight || self.tokens[at].xpos == Xpos::Nnp)
            && self.tokens[at].entity.is_none_or(|tag| tag.begins);
        if names { at + 1 } else { name.end }
    }

    /// The person behind a title that was taken for a part of the name: "Harbor *Mayor* Ann Lee"; what is tagged as
    /// something else is a person when the given name or two names behind the title say so: "Harbor *Mayor* Bodo Lee".
    fn behind_title(&self, name: &Range<usize>, kind: NameKind) -> Option<Range<usize>> {
        let is_title = |&at: &usize| {
            let title = self.title(at);
            title.is_some_and(|title| title.kind == NameKind::Person)
        };
        let person = (name.start..name.end - 1).rfind(is_title)? + 1..name.end;
        let named = |at: usize| self.tokens[at].xpos == Xpos::Nnp && self.title(at).is_none();
        let two_names = person.len() == 2 && person.clone().all(named);
        let is_person = kind == NameKind::Person
            || two_names
            || GIVEN.contains_key(&self.tokens[person.start].key);
        is_person.then_some(person)
    }

    /// A body whose name goes on behind the sign for "and", which joins no two: "Alder Light *& Power*".
    fn and_sign(&self, name: &Range<usize>, kind: NameKind, free: &Range<usize>) -> Option<Found> {
        let (sign, last) = (name.end, name.end + 1);
        let joins = last < free.end
            && self.tokens[sign].span.slice(self.text) == "&"
            && self.tokens[last].xpos == Xpos::Nnp;
        let body = matches!(kind, NameKind::Organization | NameKind::Place);
        if !(joins && body) {
            return None;
        }
        let end = self.tagged_end(last, free);
        Some(self.found(name.start..end, NameKind::Organization))
    }

    /// A body named by the country it belongs to: "Ukraine's Air Force".
    fn owned(&self, place: &Range<usize>, kind: NameKind, free: &Range<usize>) -> Option<Found> {
        let next = place.end + 1;
        if !matches!(kind, NameKind::Place | NameKind::Organization)
            || next >= free.end
            || self.tokens[place.end].xpos != Xpos::Pos
        {
            return None;
        }
        let is_body = |at: usize| {
            let tag = self.tokens[at].entity?;
            (tag.kind == EntityKind::Org).then_some(tag.begins)
        };
        let inside = |&at: &usize| is_body(at) == Some(false);
        let end = (next + 1..free.end)
            .take_while(inside)
            .last()
            .unwrap_or(next)
            + 1;
        is_body(next)?.then(|| self.found(place.start..end, NameKind::Organization))
    }

    /// A name that the tagger missed, behind a title: "Mr. Lee".
    fn titled(&self, at: usize, free: &Range<usize>) -> Option<Found> {
        let title = self
            .title(at)
            .filter(|title| title.kind == NameKind::Person)?;
        let capital = |&next: &usize| {
            let token = &self.tokens[next];
            token.entity.is_none()
                && matches!(token.xpos, Xpos::Nnp | Xpos::Nnps)
                && self.title(next).is_none()
        };
        let is_title = title.honorific || self.tokens[at].xpos == Xpos::Nnp;
        let end = (at + 1..free.end)
            .take_while(capital)
            .last()
            .filter(|_| is_title)?
            + 1;
        let name = at + 1..end;
        let name = self.nicknamed(&name, free).unwrap_or(name);
        Some(self.found(name, NameKind::Person))
    }

    /// A name that the tagger of entities missed; one word alone is one only where the text knows somebody of that name.
    fn untagged(&self, at: usize, free: &Range<usize>) -> Option<Found> {
        let named = |&at: &usize| {
            let token = &self.tokens[at];
            let capital = |letter: char| letter.is_uppercase();
            token.entity.is_none()
                && matches!(token.xpos, Xpos::Nnp | Xpos::Nnps)
                && token.span.slice(self.text).starts_with(capital)
        };
        let last = (at..free.end).take_while(named).last()?;
        let alone = at == self.start || !named(&(at - 1));
        let describes = last == at && self.analysis.arcs[at].relation == Relation::Compound;
        let names = !self.headline && alone && !describes;
        if names && let Some(person) = self.behind_office(at..last + 1) {
            return Some(self.found(person, NameKind::Person));
        }
        names.then(|| self.found(at..last + 1, NameKind::Other))
    }

    /// The person behind what the office is over: "Head of *Government* Nora Vale".
    fn behind_office(&self, name: Range<usize>) -> Option<Range<usize>> {
        const NAMES: usize = 2;
        let person = name.start + 1..name.end;
        let body = self.title(name.start)?.kind == NameKind::Organization;
        let office = body && person.len() == NAMES && self.roles.has_office(&person);
        office.then_some(person)
    }

    fn found(&self, tokens: Range<usize>, kind: NameKind) -> Found {
        let is_person = kind == NameKind::Person;
        let roles = match kind {
            NameKind::Person | NameKind::Organization => self.roles.roles(&tokens, is_person),
            NameKind::Place | NameKind::Group | NameKind::Other => Vec::new(),
        };
        let titles = roles.iter().flat_map(|role| role.tokens.clone());
        let gender = titles.filter_map(|at| self.title(at)?.gender).next();
        let last = tokens.end - 1;
        let subject = self.is_subject(last);
        Found {
            tokens,
            form: MentionForm::Name,
            kind,
            roles,
            gender: gender.filter(|_| is_person),
            subject,
            beside_subject: self.is_beside_subject(last),
        }
    }

    fn title(&self, at: usize) -> Option<Title> {
        TITLES.get(&self.tokens[at].key).copied()
    }

    fn pronoun(&self, at: usize) -> Option<Found> {
        const HE: [Key; 4] = [
            Key::word("he"),
            Key::word("him"),
            Key::word("his"),
            Key::word("himself"),
        ];
        const SHE: [Key; 3] = [Key::word("she"), Key::word("her"), Key::word("herself")];
        const IT: [Key; 1] = [Key::word("it")];
        let key = self.tokens[at].key;
        let subject = self.is_subject(at);
        let (kind, gender) = if HE.contains(&key) {
            (NameKind::Person, Some(Gender::Male))
        } else if SHE.contains(&key) {
            (NameKind::Person, Some(Gender::Female))
        } else if IT.contains(&key) && subject {
            (NameKind::Organization, None)
        } else {
            return None;
        };
        let tokens = at..at + 1;
        Some(Found {
            tokens,
            form: MentionForm::Pronoun,
            kind,
            roles: Vec::new(),
            gender,
            subject,
            beside_subject: false,
        })
    }

    /// "the ministry", "a 75-year-old man": a noun that says what somebody is, with what stands before it.
    fn nominal(&self, at: usize, free: &Range<usize>) -> Option<Found> {
        if !matches!(self.tokens[at].xpos, Xpos::Nn | Xpos::Nns) {
            return None;
        }
        let title = self.title(at).filter(|title| !title.honorific)?;
        let next = self.tokens.get(at + 1).filter(|_| at + 1 < free.end);
        let before_name = next.is_some_and(|next| {
            next.entity
                .is_some_and(|tag| tag.kind == EntityKind::Person)
                || matches!(next.xpos, Xpos::Nnp | Xpos::Nn | Xpos::Nns | Xpos::Hyph)
                || (next.xpos == Xpos::Pos && self.is_title(at + 2))
        });
        let belongs = |&before: &usize| {
            let token = &self.tokens[before];
            let joined = self.tokens[before + 1].xpos == Xpos::Hyph;
            matches!(
                token.xpos,
                Xpos::Nn | Xpos::Jj | Xpos::Nnp | Xpos::Hyph | Xpos::Dt | Xpos::Pos | Xpos::Vbn
            ) || (token.xpos == Xpos::Cd && joined)
        };
        let from = free.start.max(at.saturating_sub(LONGEST));
        let start = (from..at).rev().take_while(belongs).last().unwrap_or(at);
        // The owner is a mention of its own: "Ohio's *governor*".
        let start = start + usize::from(self.tokens[start].xpos == Xpos::Pos);
        (!before_name).then(|| Found {
            tokens: start..at + 1,
            form: MentionForm::Nominal,
            kind: title.kind,
            roles: Vec::new(),
            gender: title.gender,
            subject: self.is_subject(at),
            beside_subject: false,
        })
    }

    /// Whether what an owner stands before is named itself: "the mayor's *office*".
    fn is_title(&self, at: usize) -> bool {
        at < self.tokens.len() && self.title(at).is_some_and(|title| !title.honorific)
    }

    /// Whether a noun is joined to a subject, or apposed to what is.
    fn is_beside_subject(&self, at: usize) -> bool {
        const FARTHEST: usize = 4;
        let beside = |&at: &usize| {
            let relation = self.analysis.arcs[at].relation;
            matches!(relation, Relation::Conj | Relation::Appos)
        };
        let heads = std::iter::successors(Some(at), |at| {
            Some(at)
                .filter(|at| beside(at))
                .and_then(|&at| self.analysis.head(at))
        });
        let top = heads.take(FARTHEST).last().filter(|&top| top != at);
        top.is_some_and(|top| self.is_subject(top))
    }

    fn is_subject(&self, at: usize) -> bool {
        let relation = |at: usize| self.analysis.arcs[at].relation;
        matches!(relation(at), Relation::Nsubj | Relation::Nsubjpass)
    }
}

fn kind_of(tagged: EntityKind) -> Option<NameKind> {
    match tagged {
        EntityKind::Person => Some(NameKind::Person),
        EntityKind::Org => Some(NameKind::Organization),
        EntityKind::Gpe | EntityKind::Loc | EntityKind::Fac => Some(NameKind::Place),
        EntityKind::Norp => Some(NameKind::Group),
        EntityKind::Product
        | EntityKind::Event
        | EntityKind::WorkOfArt
        | EntityKind::Law
        | EntityKind::Language => Some(NameKind::Other),
        EntityKind::Date
        | EntityKind::Time
        | EntityKind::Percent
        | EntityKind::Money
        | EntityKind::Quantity
        | EntityKind::Ordinal
        | EntityKind::Cardinal => None,
    }
}
