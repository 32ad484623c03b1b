//! What the builders of claims look at: the text, its analysis, and short ways to walk the dependency tree.

use std::cell::OnceCell;

use smol_str::{SmolStr, SmolStrBuilder, StrExt};
use syntax::{Analysis, Key, Relation, Sentence, Span, Token, Upos};

use crate::attribution::{Attribution, Quotation};
use crate::name::{Entity, Mention, Role};
use crate::quantity::{Quantity, QuantityKind};
use crate::time::Timex;
use crate::tree::Tree;

/// Everything read from a document before its claims.
#[derive(Debug)]
pub(crate) struct Context<'a> {
    pub(crate) text: &'a str,
    pub(crate) analysis: &'a Analysis,
    pub(crate) tree: &'a Tree<'a>,
    pub(crate) lemmas: Lemmas,
    pub(crate) times: &'a [Timex],
    pub(crate) quantities: &'a [Quantity],
    pub(crate) mentions: &'a [Mention],
    pub(crate) entities: &'a [Entity],
    pub(crate) roles: &'a [Role],
    pub(crate) quotations: &'a [Quotation],
    pub(crate) attributions: &'a [Attribution],
}

/// The dictionary form of a token, in lower case also for names.
#[derive(Clone, Debug)]
pub(crate) struct Lemma {
    pub(crate) form: SmolStr,
    pub(crate) key: Key,
}

/// The lemmas of a document's tokens, each made when it is first asked for: the claims of a sentence ask for the
/// same ones.
#[derive(Debug)]
pub(crate) struct Lemmas(Vec<OnceCell<Lemma>>);

impl Lemmas {
    /// Room for the lemmas of as many tokens.
    pub(crate) fn new(tokens: usize) -> Self {
        Self(vec![OnceCell::new(); tokens])
    }
}

/// The lemma of a token. Nearly all are ASCII and short enough to be held in place.
fn make_lemma(form: &str, token: &Token) -> Lemma {
    let (stem, ending) = syntax::stem_and_ending(form, token.key, token.xpos);
    let form = match (stem.is_ascii(), ending) {
        (true, "") => stem.to_ascii_lowercase_smolstr(),
        (true, ending) => joined(stem, ending).to_ascii_lowercase_smolstr(),
        (false, _) => syntax::lemma(form, token.xpos).to_lowercase().into(),
    };
    Lemma {
        key: Key::of(&form),
        form,
    }
}

fn joined(stem: &str, ending: &str) -> SmolStr {
    let mut both = SmolStrBuilder::new();
    both.push_str(stem);
    both.push_str(ending);
    both.finish()
}

impl<'a> Context<'a> {
    pub(crate) fn token(&self, index: usize) -> &'a Token {
        &self.analysis.tokens[index]
    }

    /// The token that holds a byte, or the next.
    pub(crate) fn token_at(&self, offset: u32) -> Option<usize> {
        let tokens = &self.analysis.tokens;
        let index = tokens.partition_point(|token| token.span.end <= offset);
        (index < tokens.len()).then_some(index)
    }

    pub(crate) fn form(&self, index: usize) -> &'a str {
        self.token(index).span.slice(self.text)
    }

    /// The lemma of a token.
    pub(crate) fn lemma(&self, index: usize) -> &Lemma {
        let make = || make_lemma(self.form(index), self.token(index));
        self.lemmas.0[index].get_or_init(make)
    }

    pub(crate) fn sentence(&self, token: usize) -> &'a Sentence {
        &self.analysis.sentences[self.analysis.sentence_of(token)]
    }

    pub(crate) fn relation(&self, token: usize) -> Relation {
        self.analysis.relation(token)
    }

    pub(crate) fn head(&self, token: usize) -> Option<usize> {
        self.analysis.head(token)
    }

    pub(crate) fn children(&self, token: usize) -> impl Iterator<Item = usize> + 'a {
        self.tree.children(token)
    }

    /// The first child with one of the relations.
    pub(crate) fn child(&self, token: usize, relations: &[Relation]) -> Option<usize> {
        self.tree.child(token, relations)
    }

    pub(crate) fn is_noun(&self, token: usize) -> bool {
        let word = || self.form(token).starts_with(char::is_alphanumeric);
        matches!(self.token(token).upos, Upos::Noun | Upos::Propn) && word()
    }

    pub(crate) fn is_verb(&self, token: usize) -> bool {
        matches!(self.token(token).upos, Upos::Verb | Upos::Aux)
    }

    /// Whether a token is part of a time.
    pub(crate) fn is_time(&self, token: usize) -> bool {
        let after = self
            .times
            .partition_point(|timex| timex.tokens.end <= token);
        let timex = self.times.get(after);
        timex.is_some_and(|timex| timex.tokens.contains(&token))
    }

    /// The number that the token belongs to.
    pub(crate) fn quantity_at(&self, token: usize) -> Option<&'a Quantity> {
        let after = self
            .quantities
            .partition_point(|quantity| quantity.tokens.end <= token);
        let quantity = self.quantities.get(after);
        quantity.filter(|quantity| quantity.tokens.contains(&token))
    }

    /// Whether a span stands in the source of an attribution whose cue is near.
    pub(crate) fn in_source(&self, span: Span) -> bool {
        const NEAR: usize = 3;
        let starts_before = |one: &Attribution| one.cue.is_some_and(|cue| cue.start < span.start);
        let at = self.attributions.partition_point(starts_before);
        let last = self.attributions.len().min(at + NEAR);
        let mut near = self.attributions[at.saturating_sub(NEAR)..last].iter();
        near.any(|one| one.source.is_some_and(|source| source.contains(span)))
    }

    /// Whether the token belongs to a number.
    pub(crate) fn is_quantity(&self, token: usize) -> bool {
        self.quantity_at(token).is_some()
    }

    /// Whether the token belongs to a number that describes nothing by itself: "three-ton" in "five of the three-ton
    /// trucks" and "4.3m" in "half of the 4.3m sales", but not "first" in "two of its first sales".
    pub(crate) fn is_measure(&self, token: usize) -> bool {
        self.quantity_at(token)
            .is_some_and(|quantity| quantity.unit.is_some() || quantity.kind == QuantityKind::Count)
    }

    /// Whether the token belongs to a share: "percent" in "a 48-42 percent margin".
    pub(crate) fn is_percent(&self, token: usize) -> bool {
        self.quantity_at(token)
            .is_some_and(|quantity| quantity.kind == QuantityKind::Percent)
    }

    /// Whether the token is a number that is part of a name: "737" in "two 737 Max jets".
    pub(crate) fn is_number_of_name(&self, token: usize) -> bool {
        self.quantity_at(token)
            .is_some_and(|quantity| quantity.kind == QuantityKind::Identifier)
    }

    /// Whether a word carries meaning of its own: a noun, name, verb or adjective.
    pub(crate) fn is_content(&self, token: usize) -> bool {
        matches!(
            self.token(token).upos,
            Upos::Noun | Upos::Propn | Upos::Verb | Upos::Adj
        )
    }

    /// The span from the first to the last of the tokens.
    pub(crate) fn span(&self, tokens: impl IntoIterator<Item = usize>) -> Option<Span> {
        tokens
            .into_iter()
            .map(|token| self.token(token).span)
            .reduce(Span::cover)
    }
}
