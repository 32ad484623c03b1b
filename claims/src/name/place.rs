//! Places of events: tagged tokens in, where the text says that something happened out.
//!
//! "Rangers found the boat *in an abandoned hangar* near Tern Bay" gives two: "abandoned hangar" and "Tern Bay", both of
//! *found*. Read off the tags, so that sentences without a number or a cue have them, too.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;
use serde::Deserialize;
use syntax::{Analysis, EntityKind, Key, Relation, Span, Token, Upos, Xpos};

use crate::attribution::{verb_forms, with_s};
use crate::lexicon::{vocabulary, words};

/// Where something happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The words, without preposition and article: "abandoned hangar".
    pub span: Span,
    /// The token of what happened there: *found*.
    pub event: usize,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    /// Nouns of places.
    #[serde(default)]
    words: Vec<String>,
    /// Verbs whose object is the place: "*searched* his office".
    #[serde(default)]
    verbs: Vec<String>,
}

static ENTRIES: LazyLock<Vec<Entry>> = LazyLock::new(|| vocabulary!("sites"));

/// What can be the place of an event, by the forms of its noun.
static SITES: LazyLock<FxHashSet<Key>> = LazyLock::new(|| {
    let words = ENTRIES.iter().flat_map(|entry| &entry.words);
    words
        .flat_map(|word| [Key::of(word), Key::of(&with_s(word))])
        .collect()
});

/// The verbs whose object is the place, by their forms.
static ENTERING: LazyLock<FxHashSet<Key>> = LazyLock::new(|| {
    let verbs = ENTRIES.iter().flat_map(|entry| &entry.verbs);
    let forms = verbs.flat_map(|verb| verb_forms(verb));
    forms.map(|form| Key::of(&form)).collect()
});

/// The words that say where somebody comes from.
static ORIGINS: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| words(vocabulary!("origins")).collect());

/// Whether a word says what a place is: "bridge", "hospital".
#[must_use]
pub fn is_site(word: Key) -> bool {
    SITES.contains(&word)
}

/// Whether what happened in a place says that somebody comes from there: "*born* in Chicago"; "raised money in Chicago"
/// does not.
#[must_use]
pub fn is_origin(text: &str, analysis: &Analysis, event: usize) -> bool {
    let word = |at: usize| analysis.tokens[at].span.slice(text).to_lowercase();
    let next = Some(event + 1).filter(|&next| next < analysis.tokens.len());
    let known = ORIGINS.contains(&word(event))
        || next.is_some_and(|next| ORIGINS.contains(&format!("{} {}", word(event), word(next))));
    let object = next.is_some_and(|next| {
        analysis.head(next) == Some(event) && analysis.relation(next) == Relation::Dobj
    });
    known && !object
}

/// How many tokens may stand between an event and its place.
const FARTHEST: usize = 14;

/// How many tokens a place may have.
const LONGEST: usize = 8;

/// The places of all events, in text order.
pub(crate) fn read(analysis: &Analysis) -> Vec<Place> {
    let sentences = analysis.sentences.iter();
    sentences
        .flat_map(|sentence| {
            let reader = Reader {
                tokens: &analysis.tokens,
                sentence: sentence.tokens.clone(),
            };
            let tokens = sentence.tokens.clone();
            tokens.filter_map(move |at| reader.place(at))
        })
        .collect()
}

struct Reader<'a> {
    tokens: &'a [Token],
    sentence: Range<usize>,
}

impl Reader<'_> {
    /// The place behind the preposition or verb at `at`, if there is one.
    fn place(&self, at: usize) -> Option<Place> {
        let event = match self.tokens[at].upos {
            Upos::Adp => self.event(at).filter(|_| self.leads_to_place(at)),
            Upos::Verb => Some(at).filter(|_| ENTERING.contains(&self.tokens[at].key)),
            _ => None,
        }?;
        let words = self.noun_phrase(at + 1)?;
        let span = self.tokens[words.start].span;
        Some(Place {
            span: span.cover(self.tokens[words.end - 1].span),
            event,
        })
    }

    fn leads_to_place(&self, at: usize) -> bool {
        const PREPOSITIONS: [Key; 14] = [
            Key::word("in"),
            Key::word("at"),
            Key::word("near"),
            Key::word("from"),
            Key::word("inside"),
            Key::word("outside"),
            Key::word("into"),
            Key::word("off"),
            Key::word("on"),
            Key::word("to"),
            Key::word("through"),
            Key::word("across"),
            Key::word("over"),
            Key::word("along"),
        ];
        PREPOSITIONS.contains(&self.tokens[at].key)
    }

    /// A place name, or a phrase whose noun is a site.
    fn noun_phrase(&self, start: usize) -> Option<Range<usize>> {
        let end = self.sentence.end.min(start + LONGEST);
        let opens = |&at: &usize| matches!(self.tokens[at].xpos, Xpos::Dt | Xpos::PrpPoss);
        let first = start + usize::from(start < end && opens(&start));
        let belongs = |&at: &usize| {
            matches!(self.tokens[at].upos, Upos::Noun | Upos::Propn | Upos::Adj)
                || matches!(self.tokens[at].xpos, Xpos::Hyph | Xpos::Pos | Xpos::Vbn)
        };
        let last = (first..end).take_while(belongs).last()?;
        self.is_site(last).then_some(first..last + 1)
    }

    fn is_site(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let named = token.entity.is_some_and(|tag| {
            matches!(
                tag.kind,
                EntityKind::Gpe | EntityKind::Loc | EntityKind::Fac
            )
        });
        let noun = matches!(token.upos, Upos::Noun | Upos::Propn);
        noun && (named || SITES.contains(&token.key))
    }

    /// The verb nearest before a place, or where there is none, as in "In Tern Bay, a bridge fell", the first behind it.
    fn event(&self, preposition: usize) -> Option<usize> {
        let from = self
            .sentence
            .start
            .max(preposition.saturating_sub(FARTHEST));
        let is_event = |&at: &usize| self.tokens[at].upos == Upos::Verb;
        let before = (from..preposition).rev().find(is_event);
        let until = self.sentence.end.min(preposition + 2 * FARTHEST);
        before.or_else(|| (preposition..until).find(is_event))
    }
}

#[cfg(test)]
mod tests {
    use crate::attribution::tests::analyze;

    fn places(sentence: &str) -> Vec<String> {
        let analysis = analyze(sentence);
        let places = super::read(&analysis);
        let show = |place: &super::Place| {
            let event = analysis.tokens[place.event].span.slice(sentence);
            format!("{event}: {}", place.span.slice(sentence))
        };
        places.iter().map(show).collect()
    }

    #[test]
    fn an_event_has_its_place_behind_it_or_before_it() {
        assert_eq!(
            places("Rangers found the boat in an abandoned hangar on Tuesday."),
            ["found: abandoned hangar"]
        );
        assert_eq!(places("In Chicago, a bridge fell."), ["fell: Chicago"]);
        assert_eq!(
            places("A gauge near Chicago recorded the rain."),
            ["recorded: Chicago"]
        );
        assert_eq!(places("Rangers searched his office."), ["searched: office"]);
    }

    #[test]
    fn what_is_no_place_is_left_alone() {
        assert!(places("She believed in the plan.").is_empty());
        assert!(places("The talks ended in failure on Friday.").is_empty());
    }

    #[test]
    fn examples_of_origins_are_read() {
        crate::lexicon::check_examples("origins", |_, sentence| {
            let analysis = analyze(sentence);
            let places = super::read(&analysis);
            let comes = |place: &super::Place| super::is_origin(sentence, &analysis, place.event);
            places.iter().any(comes)
        });
    }

    #[test]
    fn examples_of_the_vocabulary_are_read() {
        crate::lexicon::check_examples("sites", |entry, sentence| {
            let list = |field: &str| -> Vec<String> {
                let words = entry.get(field).cloned().unwrap_or_default();
                serde_yaml::from_value(words).unwrap_or_default()
            };
            let (words, verbs) = (list("words"), list("verbs"));
            let verbs: Vec<String> = verbs
                .iter()
                .flat_map(|verb| super::verb_forms(verb))
                .collect();
            places(sentence).iter().any(|place| {
                let event = place.split(':').next().unwrap_or_default();
                words.iter().any(|word| place.ends_with(word))
                    || verbs.iter().any(|verb| verb == event)
            })
        });
    }
}
