//! Names: entity-tagged tokens in, mentions gathered into entities out.
//!
//! "Kremlin spokesman Dmitry Peskov", then "Peskov", then "he": three mentions of one entity, a person with
//! the role "Kremlin spokesman".
//!
//! `mention` finds them, `resolve` tells them apart inside a report, [`likeness`] compares names of different reports.

mod apposition;
mod given;
mod lexicon;
mod likeness;
mod mention;
mod place;
mod resolve;
mod role;
mod spelling;
#[cfg(test)]
mod tests;

use std::ops::Range;

use syntax::{Analysis, Span};

pub(crate) use lexicon::prepare;
pub(crate) use likeness::words;
pub use likeness::{Likeness, is_slip_of_surname, last_name, likeness, namesake};
pub(crate) use place::read as read_places;
pub use place::{is_origin, is_site};
pub use role::{Role, sole_office};
pub use spelling::skeleton;

/// Whether a word says what somebody or some body is: "officials", "ministry".
pub(crate) fn is_title(word: syntax::Key) -> bool {
    lexicon::TITLES.contains_key(&word)
}

/// Whether a word says what somebody is: "owner", "mother".
pub(crate) fn names_person(word: syntax::Key) -> bool {
    let title = lexicon::TITLES.get(&word);
    title.is_some_and(|title| title.kind == NameKind::Person)
}

/// One mention of a person, organisation or place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The name without title or role; for a pronoun or a noun phrase ("the spokesman"), that.
    pub span: Span,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What the mention looks like.
    pub form: MentionForm,
    /// Which entity it stands for, as an index into the list of entities.
    pub entity: usize,
}

/// The mention that a token belongs to, among mentions in text order.
pub(crate) fn mention_at(mentions: &[Mention], token: usize) -> Option<&Mention> {
    let next = mentions.partition_point(|mention| mention.tokens.end <= token);
    let mention = mentions.get(next);
    mention.filter(|mention| mention.tokens.contains(&token))
}

/// Forms of mentions, most informative first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MentionForm {
    /// A proper name: "Dmitry Peskov", "Peskov".
    Name,
    /// A noun phrase: "the spokesman", "the ministry".
    Nominal,
    /// A pronoun: "he".
    Pronoun,
}

/// A person, body or place of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// Fullest name (or noun phrase) the text gives.
    pub name: String,
    /// What it is.
    pub kind: NameKind,
    /// Whether the text names it; otherwise `name` is a noun phrase: "officials".
    pub named: bool,
    /// The country whose government it stands for, where it is a metonym: "the Kremlin" for Russia.
    pub stands_for: Option<String>,
}

/// Kinds of entities.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameKind {
    /// A person.
    Person,
    /// A body: company, agency, party, army.
    Organization,
    /// A country, city, building, river.
    Place,
    /// A nationality, religious or political group.
    Group,
    /// Anything else that has a name.
    Other,
}

/// The mentions of a document in text order, the entities behind them in order of their first mention, and what the
/// text says that these are, in order of the mentions.
///
/// Needs tags and entities; parsed sentences resolve pronouns better.
#[must_use]
pub fn read(text: &str, analysis: &Analysis) -> (Vec<Mention>, Vec<Entity>, Vec<Role>) {
    let mut resolver = resolve::Resolver::new(text, analysis);
    for found in mention::find(text, analysis) {
        resolver.add(&found);
    }
    (resolver.mentions, resolver.entities, resolver.roles)
}
