//! Aliases: reports as read and the desk's lists of names, words and units in, the reports with one name for each
//! thing out, so that what is aligned by name, noun, outcome or dimension meets.
//!
//! With `names: [[Harbor Police Department, HPD]]` "HPD said nine were hurt" and "14 were hurt, the Harbor Police
//! Department said" give one source two values.

use claims::claim::class;
use claims::claim::{Claim, Measure, Term, Value, Word};
use claims::name::{Entity, Likeness, NameKind, likeness};
use claims::quantity::{Dimension, Quantity, QuantityKind};
use claims::syntax::{self, Key, Xpos};
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use crate::compare::Report;
use crate::config::{Aliases, UnitAlias};

/// Gives what has an alias in `report` its first name.
pub fn apply(aliases: &Aliases, report: &mut Report) {
    let names = Names(&aliases.names);
    for entity in &mut report.extraction.entities {
        names.rename(entity);
    }
    names.name_sources(report);
    let words = Words::new(&aliases.words);
    report.synonyms = words.synonyms();
    for claim in &mut report.extraction.claims {
        for unit in &aliases.units {
            give_unit(unit, claim);
        }
        words.rename(&mut claim.measure);
    }
}

/// Lists of names, the one to use first.
struct Names<'a>(&'a [Vec<String>]);

impl Names<'_> {
    /// The first name of the list that has `name`.
    fn first(&self, name: &str, kind: NameKind) -> Option<&str> {
        let is_same = |known: &String| likeness(known, kind, name, kind) == Likeness::Same;
        let list = self.0.iter().find(|list| list.iter().any(is_same))?;
        list.first().map(String::as_str)
    }

    fn rename(&self, entity: &mut Entity) {
        if let Some(first) = self.first(&entity.name, entity.kind) {
            first.clone_into(&mut entity.name);
        }
    }

    /// A source that was read as no entity becomes one when it has an alias.
    fn name_sources(&self, report: &mut Report) {
        let text = &report.document.text;
        let extraction = &mut report.extraction;
        for attribution in &mut extraction.attributions {
            let Some(source) = attribution.source.filter(|_| attribution.entity.is_none()) else {
                continue;
            };
            let kind = NameKind::Organization;
            if let Some(first) = self.first(source.slice(text), kind) {
                attribution.entity = Some(extraction.entities.len());
                extraction.entities.push(Entity {
                    name: first.to_owned(),
                    kind,
                    named: false,
                    stands_for: None,
                });
            }
        }
    }
}

/// Lists of words, the one to use first, by the dictionary forms of all of them.
struct Words<'a>(FxHashMap<String, &'a [String]>);

impl<'a> Words<'a> {
    fn new(lists: &'a [Vec<String>]) -> Self {
        let mut words = FxHashMap::default();
        for list in lists {
            for form in list.iter().flat_map(|word| forms(word)) {
                words.entry(form).or_insert(list.as_slice());
            }
        }
        Self(words)
    }

    /// From each of the words to the outcome that the list names, or else to the first.
    fn synonyms(&self) -> FxHashMap<Key, Key> {
        let meant = |list: &[String]| {
            let forms = list.iter().flat_map(|word| forms(word));
            let class = forms.into_iter().find_map(|form| class::outcome(&form));
            class.or(list.first().map(String::as_str)).map(Key::of)
        };
        let words = self.0.iter();
        words
            .filter_map(|(form, list)| Some((Key::of(form), meant(list)?)))
            .collect()
    }

    fn list(&self, lemma: &str) -> Option<&'a [String]> {
        self.0.get(&lemma.to_lowercase()).copied()
    }

    fn rename(&self, measure: &mut Measure) {
        if self.0.is_empty() {
            return;
        }
        if let Some(counted) = &mut measure.counted {
            self.rename_term(counted, class::noun);
        }
        if let Some(outcome) = &mut measure.outcome {
            self.rename_term(outcome, class::outcome);
        }
        if let Some(subject) = &mut measure.subject {
            self.rename_term(subject, class::noun);
        }
        for word in &mut measure.about {
            self.rename_word(word);
        }
    }

    /// The words of a list have one class, if one of them has any.
    fn rename_term(&self, term: &mut Term, class_of: fn(&str) -> Option<&'static str>) {
        for modifier in &mut term.modifiers {
            if let Some(first) = self.list(modifier).and_then(<[String]>::first) {
                *modifier = first.as_str().into();
            }
        }
        let Some(list) = self.list(&term.lemma) else {
            return;
        };
        term.class = list.iter().find_map(|word| class_of(word)).or(term.class);
        if let Some(first) = list.first() {
            term.lemma = first.as_str().into();
        }
    }

    fn rename_word(&self, word: &mut Word) {
        if let Some(first) = self.list(&word.lemma).and_then(<[String]>::first) {
            word.lemma = first.as_str().into();
            word.key = Key::of(first);
        }
    }
}

/// A word as the desk writes it and what may be its dictionary form: "traders" and "trader".
fn forms(word: &str) -> [String; 3] {
    let word = word.trim().to_lowercase();
    let lemma = |tag| syntax::lemma(&word, tag).into_owned();
    [lemma(Xpos::Nns), lemma(Xpos::Vbd), word]
}

/// "12 klicks" counts no klicks: it is a length.
fn give_unit(alias: &UnitAlias, claim: &mut Claim) {
    let Value::Number(quantity) = &mut claim.value else {
        return;
    };
    let counted = claim.measure.counted.as_ref();
    let named =
        counted.is_some_and(|counted| forms(&alias.word).contains(&counted.lemma.to_lowercase()));
    if named && quantity.unit.is_none() && quantity.kind == QuantityKind::Count {
        quantity.unit = Some(alias.unit.unit);
        quantity.kind = kind_of(alias.unit.unit.dimension);
        scale(
            quantity,
            alias.factor.map_or(Decimal::ONE, |factor| factor.0),
        );
        claim.measure.dimension = Some(alias.unit.unit.dimension);
        claim.measure.counted = None;
    }
}

const fn kind_of(dimension: Dimension) -> QuantityKind {
    match dimension {
        Dimension::Money => QuantityKind::Money,
        Dimension::Percent => QuantityKind::Percent,
        Dimension::Duration => QuantityKind::Duration,
        _ => QuantityKind::Measure,
    }
}

fn scale(quantity: &mut Quantity, factor: Decimal) {
    let scaled = |value: Decimal| value.checked_mul(factor).unwrap_or(value);
    quantity.value = quantity.value.map(scaled);
    quantity.stated = quantity.stated.map(scaled);
    quantity.step = scaled(quantity.step);
}
