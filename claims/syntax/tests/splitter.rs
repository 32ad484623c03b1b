//! Sentence ends in `tests/data`: `¦` stands where a sentence ends inside a text, `====` between two texts.

use std::collections::BTreeSet;

use syntax::segment;

const PLAIN: &str = include_str!("data/plain.txt");
const AWKWARD: &str = include_str!("data/awkward.txt");

/// A text, and the sentences that it has.
fn case(marked: &str) -> (String, BTreeSet<String>) {
    let sentences = marked
        .split('¦')
        .map(|sentence| sentence.trim().to_owned())
        .collect();
    let text = marked
        .replace(" ¦ ", " ")
        .replace("¦ ", "")
        .replace('¦', "");
    (text.trim().to_owned(), sentences)
}

/// Found and expected, found, expected; and what was wrong.
fn score(cases: &str) -> (f64, Vec<String>) {
    let (mut right, mut found, mut expected) = (0, 0, 0);
    let mut faults = Vec::new();
    for marked in cases.split("====\n") {
        let (text, gold) = case(marked);
        let analysis = segment(&text);
        let sentences: BTreeSet<String> = analysis
            .sentences
            .iter()
            .map(|sentence| sentence.span.slice(&text).to_owned())
            .collect();
        right += sentences.intersection(&gold).count();
        found += sentences.len();
        expected += gold.len();
        faults.extend(
            sentences
                .difference(&gold)
                .map(|sentence| format!("wrong: {sentence}")),
        );
    }
    (200.0 * right as f64 / (found + expected) as f64, faults)
}

#[test]
fn plain_news_is_split_right() {
    let (f1, faults) = score(PLAIN);
    assert!(f1 >= 99.0, "F1 {f1:.1}\n{}", faults.join("\n"));
}

#[test]
fn awkward_news_is_split_right() {
    let (f1, faults) = score(AWKWARD);
    assert!(f1 >= 98.0, "F1 {f1:.1}\n{}", faults.join("\n"));
}

/// Each sentence with its paragraph and kind, a line each.
fn outline(text: &str) -> String {
    let line = |sentence: &syntax::Sentence| {
        format!(
            "{} {:?}: {}",
            sentence.paragraph,
            sentence.kind,
            sentence.span.slice(text)
        )
    };
    segment(text)
        .sentences
        .iter()
        .map(line)
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn the_first_line_is_the_headline() {
    let text = "Drones hit port in U.S.\n\nBy Ann Lee\n\nTwo ships sank. Nobody was hurt.\n\nA port in flames\n\nIt burned for days.\n\n\
                Copyright 2019 Harbor News.";
    insta::assert_snapshot!(outline(text), @"
    0 Headline: Drones hit port in U.S.
    1 Fragment: By Ann Lee
    2 Prose: Two ships sank.
    2 Prose: Nobody was hurt.
    3 Fragment: A port in flames
    4 Prose: It burned for days.
    5 Fragment: Copyright 2019 Harbor News.
    ");
}

#[test]
fn an_article_may_begin_with_its_first_sentence() {
    insta::assert_snapshot!(outline("Two ships sank on Monday.\n\nNobody was hurt."), @"
    0 Prose: Two ships sank on Monday.
    1 Prose: Nobody was hurt.
    ");
    insta::assert_snapshot!(outline("By Ann Lee\n\nTwo ships sink in port\n\nNobody was hurt."), @"
    0 Fragment: By Ann Lee
    1 Headline: Two ships sink in port
    2 Prose: Nobody was hurt.
    ");
    insta::assert_snapshot!(outline("By noon the fire was out."), @"0 Prose: By noon the fire was out.");
    insta::assert_snapshot!(outline("Two ships sink in port"), @"0 Fragment: Two ships sink in port");
}

#[test]
fn lines_that_are_no_sentences_are_fragments() {
    let text = "The fire was out by noon.\nPhoto: Ann Lee\nVideo from the scene shows smoke.\n- two dead\n- nine hurt";
    insta::assert_snapshot!(outline(text), @"
    0 Prose: The fire was out by noon.
    1 Fragment: Photo: Ann Lee
    2 Prose: Video from the scene shows smoke.
    3 Fragment: - two dead
    4 Fragment: - nine hurt
    ");
}

#[test]
fn a_line_that_introduces_a_quotation_is_a_sentence() {
    let text =
        "The fire is out.\n\nIn a note to staff, she said:\n\n\"We will rebuild.\"\n\nKey dates:";
    insta::assert_snapshot!(outline(text), @r#"
    0 Prose: The fire is out.
    1 Prose: In a note to staff, she said:
    2 Prose: "We will rebuild."
    3 Fragment: Key dates:
    "#);
}
