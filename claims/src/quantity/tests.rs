//! What the stage reads in whole sentences, and what it leaves alone.

use serde_yaml::Value;

use super::*;
use crate::lexicon::check_examples;

fn quantities(text: &str) -> Vec<Quantity> {
    let mut analysis = syntax::segment(text);
    syntax::Analyzer::news().tag(text, &mut analysis);
    read(text, &analysis, &[])
}

fn field<'a>(entry: &'a Value, name: &str) -> &'a str {
    entry[name].as_str().unwrap()
}

#[test]
fn every_unit_is_read_where_its_examples_say() {
    check_examples("units", |entry, sentence| {
        let code = field(entry, "code");
        quantities(sentence).iter().any(|quantity| {
            let per = quantity.per.and_then(|per| per.unit);
            let named = quantity.kind == QuantityKind::Identifier;
            !named && quantity.unit.is_some_and(|unit| unit.code == code)
                || per.is_some_and(|unit| unit.code == code && unit.dimension == Dimension::Count)
        })
    });
}

#[test]
fn every_modifier_is_read_where_its_examples_say() {
    check_examples("modifiers", |entry, sentence| {
        let modifier: Modifier = serde_yaml::from_value(entry["modifier"].clone()).unwrap();
        quantities(sentence).iter().any(|quantity| {
            quantity.modifier == modifier
                && (modifier != Modifier::Exact || quantity.span.len() > quantity.core.len())
        })
    });
}

#[test]
fn every_change_is_read_where_its_examples_say() {
    check_examples("changes", |entry, sentence| {
        let direction: Direction = serde_yaml::from_value(entry["direction"].clone()).unwrap();
        quantities(sentence)
            .iter()
            .any(|quantity| quantity.direction == Some(direction))
    });
}

#[test]
fn every_name_is_told_from_a_count_where_its_examples_say() {
    check_examples("identifiers", |_, sentence| {
        quantities(sentence)
            .iter()
            .any(|quantity| quantity.kind == QuantityKind::Identifier)
    });
}

#[test]
fn every_length_is_read_where_its_examples_say() {
    check_examples("lengths", |_, sentence| {
        quantities(sentence)
            .iter()
            .any(|quantity| quantity.kind == QuantityKind::Duration)
    });
}

#[test]
fn every_zero_is_read_where_its_examples_say() {
    check_examples("zeros", |_, sentence| {
        quantities(sentence)
            .iter()
            .any(|quantity| quantity.value == Interval::exact(Decimal::ZERO))
    });
}

#[test]
fn every_cue_decides_where_its_examples_say() {
    check_examples("number_cues", |entry, sentence| {
        let class = field(entry, "class");
        quantities(sentence).iter().any(|quantity| match class {
            "score" => quantity.kind == QuantityKind::Score,
            "range" => quantity.modifier == Modifier::Range,
            "becoming" => quantity.aspect == Aspect::Origin,
            "margin" => quantity.aspect == Aspect::Change,
            "comparison" => quantity.kind == QuantityKind::Multiple,
            "afterwards" => quantity.per.is_none(),
            "lasting" => quantity.modifier == Modifier::MoreThan,
            _ => quantity.kind == QuantityKind::Age,
        })
    });
}

#[test]
fn every_numeral_is_read_where_its_examples_say() {
    check_examples("numerals", |entry, sentence| {
        let class = field(entry, "class");
        let word = |form: &str| {
            entry["words"].as_mapping().unwrap().keys().any(|key| {
                let key = key.as_str().unwrap();
                form.split(|letter: char| !letter.is_alphabetic())
                    .any(|part| part == key)
            })
        };
        quantities(sentence).iter().any(|quantity| {
            let fits = match class {
                "ordinal" => quantity.kind == QuantityKind::Ordinal,
                "sign" | "sign-after" => quantity.stated.low() < Some(Decimal::ZERO),
                "multiple" | "double" | "fold" | "times" => quantity.kind == QuantityKind::Multiple,
                _ => true,
            };
            fits && (class == "sign-after" || word(quantity.core.slice(sentence)))
        })
    });
}
