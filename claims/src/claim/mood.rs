//! Whether a word is denied: the tokens of a sentence in, the mood of each out, without a parse.
//!
//! In "the rise did not outpace wages" *outpace* is denied, in "the settlement must still be approved" *approved* is
//! open. A word of denial reaches a few words on, to the end of its clause at most.

use std::sync::LazyLock;

use serde::Deserialize;
use syntax::{Key, Token, Upos, Xpos};

use crate::lexicon::{Phrases, vocabulary};

/// How many tokens behind a word of denial are denied.
const REACH: usize = 5;

/// How many of them are where none is a verb: "not under investigation". With a verb, only what stands before it.
const NEAR: usize = 3;

/// What the words before a word say of its truth.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mood {
    /// Nothing.
    #[default]
    Plain,
    /// That it is not so.
    Denied,
    /// That it is not so yet, or may not be.
    Open,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    mood: Mood,
    forms: Vec<String>,
}

static MOODS: LazyLock<Phrases<Mood>> = LazyLock::new(|| {
    let entries: &'static [Entry] = Vec::leak(vocabulary!("moods"));
    let forms = entries.iter();
    Phrases::new(forms.flat_map(|entry| entry.forms.iter().map(|form| (form.as_str(), entry.mood))))
});

/// The mood of each of the tokens of one sentence.
///
/// ```
/// use claims::claim::mood::{Mood, moods};
/// let analysis = claims::extract(&claims::Document::new("The plan was not approved.")).analysis;
/// assert_eq!(moods(&analysis.tokens)[4], Mood::Denied);
/// ```
#[must_use]
pub fn moods(tokens: &[Token]) -> Vec<Mood> {
    let mut moods = vec![Mood::Plain; tokens.len()];
    let mut at = 0;
    while at < tokens.len() {
        let Some((count, mood)) = MOODS.at(&tokens[at..]) else {
            at += 1;
            continue;
        };
        let first = at + count;
        let last = (first + REACH).min(tokens.len());
        let reach = tokens[first..last].iter().position(ends_clause);
        let clause = first..reach.map_or(last, |count| first + count);
        let compares = tokens[clause.clone()].iter().any(is_comparative);
        let mood = if compares && mood == Mood::Denied {
            Mood::Open
        } else {
            mood
        };
        let verb = tokens[clause.clone()].iter().position(is_verb);
        let alone = first..first + verb.unwrap_or(NEAR);
        for reached in clause {
            if is_verb(&tokens[reached]) || alone.contains(&reached) {
                moods[reached] = mood;
            }
        }
        at = first;
    }
    moods
}

/// "No fire killed more people": more than a denial, since it says that another killed most.
const fn is_comparative(token: &Token) -> bool {
    matches!(token.xpos, Xpos::Jjr | Xpos::Rbr)
}

fn is_verb(token: &Token) -> bool {
    token.upos == Upos::Verb
}

/// Marks, and the conjunctions that begin a clause of its own.
fn ends_clause(token: &Token) -> bool {
    const AND: Key = Key::word("and");
    const BUT: Key = Key::word("but");
    matches!(token.upos, Upos::Punct | Upos::Sconj) || token.key == AND || token.key == BUT
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Moods of the verbs "approve" and "destroy" in a sentence.
    fn verb_mood(sentence: &str) -> Mood {
        let analysis = crate::extract(&crate::Document::new(sentence)).analysis;
        let moods = moods(&analysis.tokens);
        let verb = analysis.tokens.iter().position(|token| {
            let form = token.span.slice(sentence);
            form.starts_with("approve") || form.starts_with("destroy")
        });
        moods[verb.unwrap()]
    }

    #[test]
    fn examples_of_the_vocabulary_are_read() {
        crate::lexicon::check_examples("moods", |entry, sentence| {
            let mood: Mood = serde_yaml::from_value(entry["mood"].clone()).unwrap();
            verb_mood(sentence) == mood
        });
    }
}
