//! Mentions and their entities on short reports.

use std::fmt::Write;

use insta::assert_snapshot;
use proptest::prelude::*;

use super::*;
use crate::attribution::tests::analyze;
use crate::lexicon::check_examples;

/// One line for each entity: name, kind, roles; then its mentions.
fn shown(text: &str) -> String {
    let (mentions, entities, roles) = read(text, &analyze(text));
    let mut lines = String::new();
    for (number, entity) in entities.iter().enumerate() {
        let roles = roles
            .iter()
            .filter(|role| mentions[role.mention].entity == number);
        let roles: Vec<&str> = roles.map(|role| role.span.slice(text)).collect();
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
    Hillary Clinton (Person; ): Hillary Clinton | Clinton | she
    Ohio (Place; ): Ohio
    ");
}

/// The names of the entities that the mentions of these words stand for.
fn meant(text: &str, words: &str) -> Vec<String> {
    let (mentions, entities, _) = read(text, &analyze(text));
    let named = mentions
        .iter()
        .filter(|mention| mention.span.slice(text) == words);
    named
        .map(|mention| entities[mention.entity].name.clone())
        .collect()
}

#[test]
fn a_word_alone_is_a_name_where_somebody_is_called_so() {
    let text = "Morris Kahn paid for it. Kahn, 88, smiled.";
    assert_eq!(meant(text, "Kahn"), ["Morris Kahn"]);
    let (mentions, ..) = read("Tuesdayish came.", &analyze("Tuesdayish came."));
    assert!(mentions.is_empty());
}

#[test]
fn somebody_of_unknown_gender_takes_no_pronoun_from_whom_it_fits() {
    let text = "Judge Marcia Lind said Quillon Hobbs had won. She said it was over.";
    assert_eq!(meant(text, "She"), ["Marcia Lind"]);
    let text = "Judge Marcia Lind spoke. Many weeks went by in which the court heard nobody at all, the jury slept and \
                the street outside filled up with snow. Nobody came, and the guards played cards in the hall, day \
                after day. Then Quillon Hobbs spoke. She said it was over.";
    assert_eq!(meant(text, "She"), ["Quillon Hobbs"]);
}

#[test]
fn it_is_a_body_unless_a_thing_was_told_of_since() {
    assert_eq!(
        meant("Acme Corp. sold a plant. It said the price was fair.", "It"),
        ["Acme Corp."]
    );
    assert_eq!(
        meant(
            "Acme Corp. sold a plant. The price fell. It said that was fair.",
            "It"
        ),
        ["Acme Corp."]
    );
    assert!(meant("Acme Corp. sold a plant. The roof fell. It was old.", "It").is_empty());
    assert!(meant("The boat sailed from Florida. It was old.", "It").is_empty());
    assert_eq!(
        meant(
            "Norway signed the treaty on Monday. It has 5 million people.",
            "It"
        ),
        ["Norway"]
    );
}

#[test]
fn a_business_goes_by_the_first_word_of_its_name() {
    let text = "Delmar Energy closed a plant, the firm said. Delmar shares fell on Monday, and Delmar said so.";
    assert!(
        meant(text, "Delmar")
            .iter()
            .all(|name| name == "Delmar Energy")
    );
    let text = "The Ford Foundation gave money on Monday. Ford said it had sold 300 cars.";
    assert_eq!(meant(text, "Ford"), ["Ford"]);
}

#[test]
fn the_company_is_the_business_that_was_told_of() {
    let company = |text: &str| meant(text, "The company");
    assert_eq!(
        company("Delmar Energy owns a plant. The company said it would reopen."),
        ["Delmar Energy"]
    );
    assert_eq!(
        company(
            "Delmar Energy was fined by the Environmental Protection Agency. The company paid."
        ),
        ["Delmar Energy"]
    );
    assert_eq!(
        company("The Environmental Protection Agency issued a fine. The company paid."),
        ["The company"]
    );
    assert_eq!(
        company("A plant burned, NASA said. The company paid."),
        ["The company"]
    );
}

#[test]
fn a_surname_alone_is_not_that_of_a_relative() {
    let text = "Tom Keller fled on Monday. His brother, Ben Keller, spoke to reporters. Keller was born in Chicago.";
    assert_eq!(meant(text, "Keller"), ["Tom Keller"]);
    let two = "Tom Keller fled on Monday. Police chief Ben Keller spoke to reporters. Keller was born in Chicago.";
    assert_eq!(meant(two, "Keller"), ["Ben Keller"]);
}

#[test]
fn a_title_of_several_words_means_who_bears_it() {
    let text = "Prime Minister Nora Vale met Interior Minister Tom Kolar. The prime minister left.";
    assert_eq!(meant(text, "The prime minister"), ["Nora Vale"]);
    let other = "Prime Minister Nora Vale met voters on Monday. The former minister left.";
    assert_ne!(meant(other, "The former minister"), ["Nora Vale"]);
}

#[test]
fn who_stands_beside_the_subject_is_meant_by_the_other_pronoun() {
    let before = "Mayor Ann Lee left early. Tom Kolar and his wife, Anna Simek, arrived late.";
    assert_eq!(
        meant(&format!("{before} She was tired."), "She"),
        ["Anna Simek"]
    );
    assert_eq!(
        meant(&format!("{before} He was tired."), "He"),
        ["Tom Kolar"]
    );
}

#[test]
fn a_body_goes_by_the_last_word_of_its_name() {
    let text = "The Chicago Tribune reported it on Monday. Nobody had told the Tribune why.";
    assert_eq!(meant(text, "Tribune"), ["Chicago Tribune"]);
}

#[test]
fn a_house_may_be_two_things() {
    let text = "They met at the Golden Lantern Bar and Grill in Chicago.";
    let (mentions, _, _) = read(text, &analyze(text));
    let names: Vec<&str> = mentions
        .iter()
        .map(|mention| mention.span.slice(text))
        .collect();
    assert!(names.contains(&"Golden Lantern Bar and Grill"), "{names:?}");
}

#[test]
fn examples_of_kin_are_read() {
    check_examples("kin", |entry, sentence| {
        let words: Vec<String> = serde_yaml::from_value(entry["words"].clone()).unwrap();
        let (_, _, roles) = read(sentence, &analyze(sentence));
        roles.iter().any(|role| words.contains(&role.head))
    });
}

#[test]
fn examples_of_side_roles_are_read() {
    check_examples("side_roles", |_, role| {
        let sentence = format!("Ann Lee, the {role}, left.");
        let (_, _, roles) = read(&sentence, &analyze(&sentence));
        roles.iter().any(Role::is_side_role)
    });
}

#[test]
fn examples_of_role_nouns_say_what_somebody_is() {
    check_examples("role_nouns", |entry, role| {
        let sentence = format!("Ann Lee, the {role}, left.");
        let (_, _, roles) = read(&sentence, &analyze(&sentence));
        roles.is_empty() == entry.get("things").is_some()
    });
}

#[test]
fn words_for_one_role_are_alike() {
    check_examples("one_role", |entry, role| {
        let sentence = format!("Ann Lee, the {role}, left.");
        let (_, _, roles) = read(&sentence, &analyze(&sentence));
        let mut words = entry["words"].as_sequence().unwrap().iter();
        roles.first().is_some_and(|role| {
            words.all(|word| {
                let head = word.as_str().unwrap().to_owned();
                role.is_like(&Role {
                    head,
                    ..role.clone()
                })
            })
        })
    });
}

#[test]
fn examples_of_offices_are_told_apart() {
    check_examples("offices", |entry, role| {
        let sole = sole_office(role, &analyze(role).tokens).is_some();
        sole == entry.get("words").is_some()
    });
}

#[test]
fn father_and_son_are_two() {
    let text = "Mayor Tom Hale spoke on Monday. His son Tom Hale Jr. was there.";
    let (_, entities, _) = read(text, &analyze(text));
    let people: Vec<&str> = entities
        .iter()
        .filter(|entity| entity.kind == NameKind::Person && entity.name.starts_with("Tom"))
        .map(|entity| entity.name.as_str())
        .collect();
    assert_eq!(people, ["Tom Hale", "Tom Hale Jr."]);
}

#[test]
fn a_son_by_his_given_name_is_not_the_father() {
    let text =
        "Mayor Tom Hale won on Monday. His son Tom Jr. was there. Tom Hale Jr. said he was glad.";
    assert!(!meant(text, "Tom Jr.").contains(&"Tom Hale".to_owned()));
    assert_eq!(meant(text, "Tom Hale"), ["Tom Hale"]);
    let alone = "Robert Dale Jr. spoke on Monday. Dale said he was glad.";
    assert_eq!(meant(alone, "Dale"), ["Robert Dale Jr."]);
    let before = "Mr. Dale spoke on Monday. Robert Dale Jr. said he was glad.";
    assert_eq!(meant(before, "Dale"), ["Robert Dale Jr."]);
}

#[test]
fn whom_a_headline_names_is_the_person_of_the_text() {
    let (text, headline) = (
        "Brandt Backs Plan\n\nMayor Helen Brandt backed the plan. Brandt said so.",
        0,
    );
    let analysis = analyze(text);
    assert_eq!(
        analysis.sentences[headline].kind,
        syntax::SentenceKind::Headline
    );
    let (_, entities, _) = read(text, &analysis);
    let brandts = entities
        .iter()
        .filter(|entity| entity.name.contains("Brandt"));
    assert_eq!(brandts.count(), 1);
    let company =
        "Ford said it sold 300 cars. Its chairman, Bill Ford, smiled. Ford said it was glad.";
    assert!(meant(company, "Ford").contains(&"Ford".to_owned()));
}

#[test]
fn the_verb_of_a_headline_is_no_part_of_a_name() {
    let text =
        "Ann Lee spoke on Monday. An email said, “Speaker Ann Lee Joins Growing List of Critics.”";
    assert!(meant(text, "Ann Lee Joins").is_empty());
    let son = "Tom Hale spoke on Monday. Tom Hale Jr. was there.";
    assert_eq!(meant(son, "Tom Hale Jr."), ["Tom Hale Jr."]);
}

#[test]
fn a_name_goes_on_behind_the_sign_for_and() {
    let text = "The tower belongs to Alder Light & Power, whose lines fell in Chicago.";
    assert_eq!(meant(text, "Alder Light & Power"), ["Alder Light & Power"]);
    let two = "The tower belongs to Alder Light and Birch Power.";
    assert!(meant(two, "Alder Light and Birch Power").is_empty());
}

#[test]
fn who_holds_an_office_is_no_part_of_it() {
    let text = "On Thursday evening, Head of Government Youssef Madani left the town.";
    assert_eq!(meant(text, "Youssef Madani"), ["Youssef Madani"]);
}

#[test]
fn a_given_name_may_stand_before_a_particle() {
    let text = "The group, headed by the Algerian Khaled Ben Salah, had left.";
    assert_eq!(meant(text, "Khaled Ben Salah"), ["Khaled Ben Salah"]);
}

#[test]
fn the_ministry_is_the_one_named_before() {
    assert_snapshot!(shown("Ukraine's Defense Ministry said on Monday that the talks failed. The ministry said it was ready."), @"Ukraine's Defense Ministry (Organization; ): Ukraine's Defense Ministry | The ministry | it");
}

#[test]
fn an_owner_is_no_part_of_whom_it_owns() {
    let found = meant(
        "Ohio's interior minister said the dam held.",
        "interior minister",
    );
    assert_eq!(found, ["interior minister"]);
}

proptest! {
    #[test]
    fn spans_lie_inside_the_text(text in "(\\PC{0,12}|Mr\\. |Ann Lee|, |the mayor |she |\\. |\n\n){0,40}") {
        let (mentions, entities, _) = read(&text, &analyze(&text));
        for mention in &mentions {
            prop_assert!(text.get(mention.span.range()).is_some_and(|slice| !slice.is_empty()));
            prop_assert!(mention.entity < entities.len());
        }
        prop_assert!(mentions.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
    }
}

/// Both names of an example "Michael Lee ... Mike Lee".
fn pair(example: &str) -> (&str, &str) {
    example.split_once(" ... ").unwrap()
}

#[test]
fn every_place_is_one_by_the_names_of_its_examples() {
    check_examples("places", |_, example| {
        let usual = |name: &str| {
            let name = name.to_lowercase();
            let places = &lexicon::PLACES;
            let found = places.usual(&name).or_else(|| places.of_people(&name));
            found
                .or_else(|| places.of_metonym(&name))
                .map(str::to_owned)
        };
        let (a, b) = pair(example);
        usual(a).is_some() && usual(a) == usual(b)
    });
}

#[test]
fn every_given_name_has_the_forms_of_its_examples() {
    check_examples("given_names", |_, example| {
        let (a, b) = pair(example);
        let alike = likeness(a, NameKind::Person, b, NameKind::Person);
        matches!(alike, Likeness::Variant | Likeness::Same)
    });
}

#[test]
fn every_house_is_one_by_the_names_of_its_examples() {
    check_examples("houses", |_, example| {
        let (a, b) = pair(example);
        let body = NameKind::Organization;
        likeness(a, body, b, body).is_one()
    });
}

#[test]
fn a_business_is_one_with_and_without_its_legal_form() {
    check_examples("legal_forms", |_, example| {
        let (a, b) = pair(example);
        likeness::without_legal_form(a) == likeness::without_legal_form(b)
    });
    assert_eq!(
        likeness::without_legal_form("Alder Motor Corp."),
        "Alder Motor"
    );
    assert_eq!(likeness::without_legal_form("Alder Bank"), "Alder Bank");
}

#[test]
fn a_name_is_read_whole_where_only_a_part_of_it_is_tagged() {
    assert_snapshot!(shown("“His mind was clear,” Maria Velde Rivera told reporters. Painter Georg “Schorsch” Lang died."), @r"
    Maria Velde Rivera (Person; ): Maria Velde Rivera
    reporters (Person; ): reporters
    Georg “Schorsch” Lang (Person; Painter): Georg “Schorsch” Lang
    ");
    assert_snapshot!(shown("Crews looked for EgyptAir Flight 804 on Monday."), @r"
    EgyptAir Flight 804 (Organization; ): EgyptAir Flight 804
    ");
}

#[test]
fn every_title_is_read_where_its_examples_say() {
    check_examples("titles", |entry, sentence| {
        let listed = |role: &str| {
            let words: Vec<String> = serde_yaml::from_value(entry["words"].clone()).unwrap();
            let parts = role.split_whitespace();
            parts.into_iter().any(|part| {
                words.iter().any(|word| {
                    word.split_whitespace()
                        .any(|piece| piece.eq_ignore_ascii_case(part))
                })
            })
        };
        let analysis = analyze(sentence);
        let words = |tokens: std::ops::Range<usize>| {
            let tokens = &analysis.tokens[tokens];
            let span = tokens[0].span.cover(tokens[tokens.len() - 1].span);
            span.slice(sentence)
        };
        let found = mention::find(sentence, &analysis);
        found.into_iter().any(|found| {
            let titled = found
                .roles
                .iter()
                .any(|role| listed(words(role.tokens.clone())));
            titled || listed(words(found.tokens))
        })
    });
}
