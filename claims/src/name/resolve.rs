//! Mentions gathered into entities: one pass over the text, each mention compared with a bounded number of earlier ones.
//!
//! "Dmitry Peskov … Peskov … he" become one person, "Bill Clinton" and "Hillary Clinton" two; "the ministry" is the body
//! last named or described with that noun.

use std::ops::Range;

use rustc_hash::FxHashMap;
use syntax::{Analysis, Key, Relation, SentenceKind, Token, Xpos};

use super::lexicon::{GIVEN, Gender, KIN, PLACES, TITLES, Title, same_given};
use super::likeness::namesake;
use super::mention::Found;
use super::{Entity, Mention, MentionForm, NameKind, Role};
use crate::attribution::takes_speech;

/// How many entities of one name are looked at: a report has a handful of people of one surname, never hundreds.
const NAMESAKES: usize = 8;

/// How many tokens back a pronoun or short noun phrase looks: some ten sentences.
const WINDOW: usize = 300;

/// How many tokens back somebody was just named: a sentence or so.
const SENTENCE: usize = 40;

/// How many words the name of a business has that is called by the first: "Delmar Energy", not "New York Stock Exchange".
const LONGEST_BUSINESS: usize = 2;

/// How many words of a title are told later: "the prime minister", "the chief federal prosecutor".
const LONGEST_TITLE: usize = 4;

/// Everything known while the text is read.
pub(crate) struct Resolver<'a> {
    text: &'a str,
    analysis: &'a Analysis,
    pub mentions: Vec<Mention>,
    pub entities: Vec<Entity>,
    pub roles: Vec<Role>,
    traits: Vec<Traits>,
    /// People by surname, and by given name.
    people: FxHashMap<Key, Vec<usize>>,
    /// Bodies, places and groups by the key of their whole name.
    named: FxHashMap<Key, usize>,
    /// The keys of the usual words of names, by the key of what is written and by kind.
    usual: FxHashMap<(Key, NameKind), Key>,
    /// Bodies by the last word of a name of several.
    shortened: FxHashMap<Key, usize>,
    /// Businesses by the first word of a name of several.
    begun: FxHashMap<Key, usize>,
    /// Who was last named or described with a noun.
    described: FxHashMap<Key, usize>,
    /// Whom "he", "she", "it" and "the company" last could stand for: subjects, and anybody.
    subjects: Salience,
    anyone: Salience,
}

/// What an entity is known by besides its name.
#[derive(Clone, Debug, Default)]
struct Traits {
    gender: Option<Gender>,
    /// Keys of a person's name, fullest form.
    name: Vec<Key>,
    /// Whether the name ends as a son's does: "Jr."
    junior: bool,
    /// Whether the text brings the person in as a relative: "his brother, Ben Hale".
    kin: bool,
    /// Whether only a headline has named it so far, in whose words the tagger errs more.
    headline: bool,
    /// Whether a mention was noted before.
    noted: bool,
    /// Token of the last mention.
    seen: usize,
}

/// Which pronouns may mean a person.
#[derive(Clone, Copy, Debug)]
struct Pronouns {
    he: bool,
    she: bool,
}

#[derive(Clone, Debug, Default)]
struct Salience {
    male: Option<usize>,
    female: Option<usize>,
    body: Option<usize>,
    business: Option<usize>,
}

impl<'a> Resolver<'a> {
    pub(crate) fn new(text: &'a str, analysis: &'a Analysis) -> Self {
        Self {
            text,
            analysis,
            mentions: Vec::new(),
            entities: Vec::new(),
            roles: Vec::new(),
            traits: Vec::new(),
            people: FxHashMap::default(),
            named: FxHashMap::default(),
            usual: FxHashMap::default(),
            shortened: FxHashMap::default(),
            begun: FxHashMap::default(),
            described: FxHashMap::default(),
            subjects: Salience::default(),
            anyone: Salience::default(),
        }
    }

    /// Finds the entity of the next mention, or makes one.
    pub(crate) fn add(&mut self, found: &Found) {
        let entity = match found.form {
            MentionForm::Pronoun => self.pronoun(found),
            MentionForm::Nominal => Some(self.nominal(found)),
            MentionForm::Name if found.kind == NameKind::Person => Some(self.person(found)),
            MentionForm::Name if self.is_bare(found) => {
                self.surname(found).or_else(|| self.first_word(found))
            }
            MentionForm::Name => Some(self.thing(found)),
        };
        let Some(entity) = entity else { return };
        self.note(found, entity);
        let tokens = &self.analysis.tokens;
        let (text, mention) = (self.text, self.mentions.len());
        let roles = found.roles.iter();
        self.roles
            .extend(roles.filter_map(|role| role.state(text, tokens, mention)));
        self.mentions.push(Mention {
            span: self.span(found),
            tokens: found.tokens.clone(),
            form: found.form,
            entity,
        });
    }

    /// The person of a name: the same surname and no other given name.
    fn person(&mut self, found: &Found) -> usize {
        let name = self.name_keys(found);
        let junior = namesake(self.span(found).slice(self.text)).is_some();
        // "His son Tom Jr." is not Tom Hale.
        let by_given = junior && name.len() == 1;
        let last = name[name.len() - 1];
        let known = self.people.get(&last).map_or(&[][..], |known| {
            &known[known.len().saturating_sub(NAMESAKES)..]
        });
        let fits = |&&entity: &&usize| {
            let traits = &self.traits[entity];
            let both_full = traits.name.len() > 1 && name.len() > 1;
            same_person(&traits.name, &name)
                && agrees(traits.gender, found.gender)
                && (traits.junior == junior || !both_full && !by_given)
        };
        // A surname alone stays with the one whom the report is about.
        let relative = |entity: usize| name.len() == 1 && self.traits[entity].kin;
        let recent = known
            .iter()
            .filter(fits)
            .max_by_key(|&&entity| (!relative(entity), self.traits[entity].seen))
            .copied();
        match recent {
            Some(entity) => {
                if name.len() > self.traits[entity].name.len() {
                    self.rename(entity, &name, found);
                    self.traits[entity].junior = junior;
                }
                entity
            }
            None => self.first_word(found).unwrap_or_else(|| {
                let of_headline = self.in_headline(last).filter(|_| name.len() > 1);
                let entity = match of_headline {
                    Some(entity) => self.adopt(entity, found, name),
                    None => self.introduce(found, name),
                };
                self.traits[entity].junior = junior;
                entity
            }),
        }
    }

    fn rename(&mut self, entity: usize, name: &[Key], found: &Found) {
        self.entities[entity].name = self.normal_name(found);
        self.traits[entity].name = name.to_vec();
        self.traits[entity].gender = self.traits[entity].gender.or_else(|| given_gender(name));
        self.enter(entity, name);
    }

    /// What a headline alone has named with one word that the tagger did not take for a surname.
    fn in_headline(&self, surname: Key) -> Option<usize> {
        let entity = *self.named.get(&surname)?;
        let kind = matches!(
            self.entities[entity].kind,
            NameKind::Organization | NameKind::Other
        );
        (kind && self.traits[entity].headline && self.entities[entity].named).then_some(entity)
    }

    /// Makes what a headline named the person whose name is found.
    fn adopt(&mut self, entity: usize, found: &Found, name: Vec<Key>) -> usize {
        self.entities[entity].kind = NameKind::Person;
        self.entities[entity].stands_for = None;
        self.traits[entity].kin = self.is_kin(found);
        self.rename(entity, &name, found);
        entity
    }

    fn introduce(&mut self, found: &Found, name: Vec<Key>) -> usize {
        let entity = self.make(found);
        self.traits[entity].gender = found.gender.or_else(|| given_gender(&name));
        self.traits[entity].kin = self.is_kin(found);
        self.enter(entity, &name);
        self.traits[entity].name = name;
        entity
    }

    /// Whether a word beside the name says whose relative it is.
    fn is_kin(&self, found: &Found) -> bool {
        let mut words = found.roles.iter().flat_map(|role| role.tokens.clone());
        words.any(|at| KIN.contains(&self.analysis.tokens[at].key))
    }

    /// Makes a person findable by surname and by given name.
    fn enter(&mut self, entity: usize, name: &[Key]) {
        for key in [name[0], name[name.len() - 1]] {
            let list = self.people.entry(key).or_default();
            if !list.contains(&entity) && list.len() < 4 * NAMESAKES {
                list.push(entity);
            }
        }
    }

    /// The body, place or group of a name; a bare surname that the tagger took for one is the person.
    fn thing(&mut self, found: &Found) -> usize {
        let key = self.usual_key(found);
        if let Some(&entity) = self.named.get(&key) {
            return entity;
        }
        let known = self.surname(found).or_else(|| self.short_form(found));
        if let Some(known) = known.or_else(|| self.first_word(found)) {
            return known;
        }
        let entity = self.make(found);
        self.named.insert(key, entity);
        if found.kind == NameKind::Organization && found.tokens.len() > 1 {
            let last = self.analysis.tokens[found.tokens.end - 1].key;
            self.shortened.insert(last, entity);
            let first = self.analysis.tokens[found.tokens.start].key;
            if self.may_be_business(found) && found.tokens.len() <= LONGEST_BUSINESS {
                self.begun.entry(first).or_insert(entity);
            }
        }
        if let Some(acronym) = acronym(&self.entities[entity].name) {
            self.named.entry(Key::of(&acronym)).or_insert(entity);
        }
        for at in found.tokens.clone() {
            self.describe(at, entity);
        }
        entity
    }

    /// The body of which "the" stands before the last word alone: "the Ledger" after "the Harbor Ledger".
    fn short_form(&self, found: &Found) -> Option<usize> {
        const THE: Key = Key::word("the");
        let alone = found.kind == NameKind::Organization && found.tokens.len() == 1;
        let before = found.tokens.start.checked_sub(1).filter(|_| alone)?;
        let tokens = &self.analysis.tokens;
        let definite = tokens[before].key == THE;
        self.shortened
            .get(&tokens[found.tokens.start].key)
            .filter(|_| definite)
            .copied()
    }

    /// Whether a mention is a single word that nothing but its capital makes a name.
    fn is_bare(&self, found: &Found) -> bool {
        let untagged = self.analysis.tokens[found.tokens.start].entity.is_none();
        found.kind == NameKind::Other && found.tokens.len() == 1 && untagged
    }

    /// The business called by the first word of its name alone, as which the tagger may not know it: "Delmar" after
    /// "Delmar Energy".
    fn first_word(&self, found: &Found) -> Option<usize> {
        let alone = found.kind != NameKind::Place && found.tokens.len() == 1;
        let first = self.analysis.tokens[found.tokens.start].key;
        self.begun.get(&first).filter(|_| alone).copied()
    }

    fn surname(&self, found: &Found) -> Option<usize> {
        let key = self.analysis.tokens[found.tokens.start].key;
        let known = self.people.get(&key).filter(|_| found.tokens.len() == 1)?;
        let named_so = |&&entity: &&usize| self.traits[entity].name.last() == Some(&key);
        known
            .iter()
            .filter(named_so)
            .max_by_key(|&&entity| self.traits[entity].seen)
            .copied()
    }

    /// The entity that "the ministry" means: the one last described so, or else a new one of that description.
    fn nominal(&mut self, found: &Found) -> usize {
        let noun = self.analysis.tokens[found.tokens.end - 1].key;
        let definite =
            self.analysis.tokens[found.tokens.start].xpos == Xpos::Dt && found.tokens.len() > 1;
        let near = |entity: &&usize| found.tokens.start - self.traits[**entity].seen < WINDOW;
        let title = self.phrase(found.tokens.start + 1..found.tokens.end);
        let known = title.and_then(|title| self.described.get(&title));
        if let Some(&entity) = known.filter(near).filter(|_| definite) {
            return entity;
        }
        let generic = definite && is_business(noun) && self.is_singular(found);
        let business = self.subjects.business.or(self.anyone.business);
        let business = business.filter(|business| generic && near(&business));
        let key = self.usual_key(found);
        if let Some(entity) = business.or_else(|| self.named.get(&key).copied()) {
            return entity;
        }
        let entity = self.make(found);
        self.named.insert(key, entity);
        self.described.insert(noun, entity);
        entity
    }

    fn is_singular(&self, found: &Found) -> bool {
        self.analysis.tokens[found.tokens.end - 1].xpos == Xpos::Nn
    }

    /// Whether a body may be what "the company" means: not one whose name says that it is none, nor one of capitals alone.
    fn may_be_business(&self, found: &Found) -> bool {
        let tokens = &self.analysis.tokens[found.tokens.clone()];
        let is_body = |title: &Title| title.kind == NameKind::Organization && !title.business;
        let is_public = |key: &Key| TITLES.get(key).is_some_and(is_body);
        let capitals = |token: &Token| !token.span.slice(self.text).contains(char::is_lowercase);
        let public = tokens.iter().any(|token| is_public(&token.key));
        !public && !tokens.iter().all(capitals)
    }

    fn pronoun(&self, found: &Found) -> Option<usize> {
        let here = found.tokens.start;
        let near = |entity: &usize| here - self.traits[*entity].seen < WINDOW;
        let pick = |salience: &Salience| match (found.kind, found.gender) {
            (NameKind::Person, Some(Gender::Male)) => salience.male,
            (NameKind::Person, Some(Gender::Female)) => salience.female,
            _ => salience.body,
        };
        let subject = pick(&self.subjects).filter(near);
        if found.kind == NameKind::Person {
            return subject.or_else(|| pick(&self.anyone).filter(near));
        }
        // A place does nothing unless it is a subject: "left from Ohio. It ..."
        let is_body = |entity: &usize| self.entities[*entity].kind == NameKind::Organization;
        let body = subject.or_else(|| pick(&self.anyone).filter(near).filter(is_body));
        body.filter(|&body| self.speaks(here) || !self.is_displaced(body, here))
    }

    /// Whether the head of a token says something.
    fn speaks(&self, at: usize) -> bool {
        let verb = self.analysis.head(at);
        verb.is_some_and(|verb| takes_speech(self.analysis.tokens[verb].key))
    }

    /// Whether a thing was the subject of a clause after the body was named: "Ohio has a *dam*. The *dam* broke. *It* ..."
    fn is_displaced(&self, body: usize, here: usize) -> bool {
        let is_thing = |at: usize| {
            let token = &self.analysis.tokens[at];
            let relation = self.analysis.arcs[at].relation;
            matches!(relation, Relation::Nsubj | Relation::Nsubjpass)
                && token.xpos == Xpos::Nn
                && !TITLES.contains_key(&token.key)
        };
        (self.traits[body].seen + 1..here).any(is_thing)
    }

    /// Notes what the mention tells about its entity, for the mentions to come.
    fn note(&mut self, found: &Found, entity: usize) {
        let sentence = self.analysis.sentence_of(found.tokens.start);
        let headline = self.analysis.sentences[sentence].kind == SentenceKind::Headline;
        let traits = &mut self.traits[entity];
        traits.headline = headline && (traits.headline || !traits.noted);
        traits.noted = true;
        self.traits[entity].seen = found.tokens.start;
        if found.form == MentionForm::Pronoun {
            self.traits[entity].gender = self.traits[entity].gender.or(found.gender);
        }
        for role in &found.roles {
            for last in role.tokens.clone() {
                let first = role
                    .tokens
                    .start
                    .max((last + 1).saturating_sub(LONGEST_TITLE));
                for start in first..=last {
                    self.describe_as(start..last + 1, entity);
                }
            }
        }
        let gender = self.traits[entity].gender;
        let kind = self.entities[entity].kind;
        let singular = found.form != MentionForm::Nominal || self.is_singular(found);
        let named = found.form == MentionForm::Name;
        self.entities[entity].named |= named;
        if named && kind == NameKind::Organization && self.may_be_business(found) {
            self.anyone.business = Some(entity);
            if found.subject {
                self.subjects.business = Some(entity);
            }
        }
        let pronouns = self.pronouns(found, gender);
        if singular {
            self.anyone.note(kind, pronouns, entity);
        }
        // Of two people of unknown gender "he" means the first.
        let joined = found.beside_subject && gender.is_some();
        if singular && (found.subject || joined) {
            self.subjects.note(kind, pronouns, entity);
        }
    }

    /// By which pronouns a person may be meant later; one of unknown gender not by that of somebody just named of whom it
    /// is known, as in "Ann Lee said Darnell had won; *she* ...".
    fn pronouns(&self, found: &Found, gender: Option<Gender>) -> Pronouns {
        let just_named = |slot: Option<usize>, gender: Gender| {
            let traits = slot.map(|entity| &self.traits[entity]);
            traits.is_some_and(|traits| {
                traits.gender == Some(gender) && found.tokens.start - traits.seen < SENTENCE
            })
        };
        let fits = |slot, own| gender == Some(own) || gender.is_none() && !just_named(slot, own);
        Pronouns {
            he: fits(self.subjects.male, Gender::Male),
            she: fits(self.subjects.female, Gender::Female),
        }
    }

    /// Lets "the spokesman" stand for whom the token describes.
    fn describe(&mut self, at: usize, entity: usize) {
        self.describe_as(at..at + 1, entity);
    }

    /// Lets "the prime minister" stand for whom the tokens describe, where they end in a title.
    fn describe_as(&mut self, tokens: Range<usize>, entity: usize) {
        let last = self.analysis.tokens[tokens.end - 1].key;
        let titled = TITLES
            .get(&last)
            .is_some_and(|title| !title.honorific && title.kind == self.entities[entity].kind);
        if let Some(phrase) = self.phrase(tokens).filter(|_| titled) {
            self.described.insert(phrase, entity);
        }
    }

    /// The key of several words, of one its own.
    fn phrase(&self, tokens: Range<usize>) -> Option<Key> {
        let keys = self.analysis.tokens[tokens].iter().map(|token| token.key);
        keys.reduce(Key::then)
    }

    fn make(&mut self, found: &Found) -> usize {
        let name = self.normal_name(found);
        let usual = name.to_lowercase();
        self.entities.push(Entity {
            stands_for: PLACES
                .of_metonym(usual.trim_start_matches("the "))
                .map(str::to_owned),
            name,
            kind: found.kind,
            named: found.form == MentionForm::Name,
        });
        self.traits.push(Traits::default());
        self.entities.len() - 1
    }

    fn name_keys(&self, found: &Found) -> Vec<Key> {
        const SUFFIXES: [Key; 4] = [
            Key::word("jr."),
            Key::word("jr"),
            Key::word("sr."),
            Key::word("iii"),
        ];
        let is_mark = |xpos: Xpos| matches!(xpos, Xpos::Comma | Xpos::OpenQuote | Xpos::CloseQuote);
        let words = found
            .tokens
            .clone()
            .filter(|&at| !is_mark(self.analysis.tokens[at].xpos));
        let mut keys: Vec<Key> = words.map(|at| self.analysis.tokens[at].key).collect();
        while keys.len() > 1 && SUFFIXES.contains(&keys[keys.len() - 1]) {
            keys.pop();
        }
        keys
    }

    /// The key of the words of a name as they are compared. A report has the same few names again and again, so each
    /// way of writing one is looked at once.
    fn usual_key(&mut self, found: &Found) -> Key {
        let written = (Key::of(self.span(found).slice(self.text)), found.kind);
        if let Some(&key) = self.usual.get(&written) {
            return key;
        }
        let words = super::words(&self.normal_name(found), found.kind);
        let key = Key::of(&words.join(" "));
        self.usual.insert(written, key);
        key
    }

    /// The name on one line, with single blanks.
    fn normal_name(&self, found: &Found) -> String {
        let written = self.span(found).slice(self.text);
        let mut name = String::with_capacity(written.len());
        for word in written.split_whitespace() {
            if !name.is_empty() {
                name.push(' ');
            }
            name.push_str(word);
        }
        name
    }

    fn span(&self, found: &Found) -> syntax::Span {
        let (first, last) = (
            &self.analysis.tokens[found.tokens.start],
            &self.analysis.tokens[found.tokens.end - 1],
        );
        first.span.cover(last.span)
    }
}

impl Salience {
    fn note(&mut self, kind: NameKind, pronouns: Pronouns, entity: usize) {
        match kind {
            NameKind::Person => {
                self.male = pronouns.he.then_some(entity).or(self.male);
                self.female = pronouns.she.then_some(entity).or(self.female);
            }
            NameKind::Organization | NameKind::Place => self.body = Some(entity),
            NameKind::Group | NameKind::Other => {}
        }
    }
}

fn is_business(noun: Key) -> bool {
    TITLES.get(&noun).is_some_and(|title| title.business)
}

fn agrees(a: Option<Gender>, b: Option<Gender>) -> bool {
    a.is_none() || b.is_none() || a == b
}

fn given_gender(name: &[Key]) -> Option<Gender> {
    GIVEN.get(&name[0]).filter(|_| name.len() > 1)?.gender
}

/// Whether two names can be one person's: one is a part of the other, or the given names are forms of one.
fn same_person(known: &[Key], name: &[Key]) -> bool {
    let (Some(known_last), Some(last)) = (known.last(), name.last()) else {
        return false;
    };
    match (known.len(), name.len()) {
        (_, 1) => known_last == last || known[0] == *last,
        (1, _) => known_last == last,
        _ => known_last == last && (same_given(known[0], name[0]) || goes_by_second(known, name)),
    }
}

/// Whether one name leaves out the first of the other's: "Ann Lee" and "Mary Ann Lee", "Georg \"Schorsch\" Lang" and
/// "Schorsch Lang".
fn goes_by_second(a: &[Key], b: &[Key]) -> bool {
    let within = |short: &[Key], long: &[Key]| long[1..long.len() - 1].contains(&short[0]);
    within(a, b) || within(b, a)
}

/// First letters of a name of several words: what it may be called by later.
fn acronym(name: &str) -> Option<String> {
    let capitals: String = name
        .split([' ', '-'])
        .filter_map(|word| word.chars().next())
        .filter(|c| c.is_uppercase())
        .collect();
    (capitals.chars().count() > 1).then_some(capitals)
}
