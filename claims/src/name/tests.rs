//! Mentions and their entities on short reports.

use std::fmt::Write;

use insta::assert_snapshot;
use proptest::prelude::*;

use super::*;
use crate::attribution::tests::analyze;

/// One line for each entity: name, kind, roles; then its mentions.
fn shown(text: &str) -> String {
    let (mentions, entities) = read(text, &analyze(text));
    let mut lines = String::new();
    for (number, entity) in entities.iter().enumerate() {
        let roles: Vec<&str> = entity.roles.iter().map(|role| role.slice(text)).collect();
        let own = mentions.iter().filter(|mention| mention.entity == number);
        let own: Vec<&str> = own.map(|mention| mention.span.slice(text)).collect();
        let _ = writeln!(
            lines,
            "{} ({:?}; {}): {}",
            entity.name,
            entity.kind,
            roles.join(", "),
            own.join(" | ")
        );
    }
    lines
}

#[test]
fn a_person_is_one_by_all_names() {
    assert_snapshot!(shown("Kremlin spokesman Dmitry Peskov spoke on Monday. Peskov said he knew nothing. The spokesman left."), @r"
    Kremlin (Organization; ): Kremlin
    Dmitry Peskov (Person; Kremlin spokesman): Dmitry Peskov | Peskov | he | The spokesman
    ");
}

#[test]
fn people_of_one_surname_are_two() {
    assert_snapshot!(shown("Bill Clinton met voters. Hillary Clinton spoke in Ohio. Mrs. Clinton said she was glad."), @r"
    Bill Clinton (Person; ): Bill Clinton
    Hillary Clinton (Person; Mrs.): Hillary Clinton | Clinton | she
    Ohio (Place; ): Ohio
    ");
}

#[test]
fn the_ministry_is_the_one_named_before() {
    assert_snapshot!(shown("Ukraine's Defense Ministry said on Monday that the talks failed. The ministry said it was ready."), @"Ukraine's Defense Ministry (Organization; ): Ukraine's Defense Ministry | The ministry | it");
}

proptest! {
    #[test]
    fn spans_lie_inside_the_text(text in "(\\PC{0,12}|Mr\\. |Ann Lee|, |the mayor |she |\\. |\n\n){0,40}") {
        let (mentions, entities) = read(&text, &analyze(&text));
        for mention in &mentions {
            prop_assert!(text.get(mention.span.range()).is_some_and(|slice| !slice.is_empty()));
            prop_assert!(mention.entity < entities.len());
        }
        prop_assert!(mentions.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
    }
}
