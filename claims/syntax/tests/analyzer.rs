//! The shipped weights on sentences whose analysis must hold.

use syntax::{Analysis, Analyzer, segment};

/// Everything known about `text`.
fn analyse(text: &str) -> Analysis {
    let analyzer = Analyzer::news();
    let mut analysis = segment(text);
    analyzer.tag(text, &mut analysis);
    analyzer.parse(text, &mut analysis, &|_, _| true);
    analyzer.entities(text, &mut analysis);
    analysis
}

/// Asserts that arcs, given as "dependent relation head", are in the parse; "-" is the head of a root.
#[track_caller]
fn assert_arcs(text: &str, expected: &[&str]) {
    let analysis = analyse(text);
    let form = |token: usize| analysis.tokens[token].span.slice(text);
    let arc = |token: usize| {
        let head = analysis.head(token).map_or("-", form);
        format!("{} {} {head}", form(token), analysis.relation(token))
    };
    let found: Vec<String> = (0..analysis.tokens.len()).map(arc).collect();
    for arc in expected {
        assert!(
            found.iter().any(|found| found == arc),
            "no {arc:?} in {found:?}"
        );
    }
}

/// The entities as `text/KIND`, in text order.
fn entities(text: &str) -> String {
    let analysis = analyse(text);
    let mut found: Vec<(String, &str)> = Vec::new();
    for token in &analysis.tokens {
        let form = token.span.slice(text);
        match (token.entity, found.last_mut()) {
            (Some(tag), Some((last, _))) if !tag.begins => {
                last.push(' ');
                last.push_str(form);
            }
            (Some(tag), _) => found.push((form.to_owned(), tag.kind.name())),
            (None, _) => {}
        }
    }
    let shown: Vec<String> = found
        .iter()
        .map(|(form, kind)| format!("{form}/{kind}"))
        .collect();
    shown.join(", ")
}

#[test]
fn subject_object_and_number_are_found() {
    assert_arcs(
        "The army fired 40 rockets at the port on Monday.",
        &[
            "army nsubj fired",
            "fired ROOT -",
            "40 nummod rockets",
            "rockets dobj fired",
        ],
    );
}

#[test]
fn who_said_what_is_found() {
    assert_arcs(
        "Two bridges were closed, the mayor said.",
        &[
            "mayor nsubj said",
            "said ROOT -",
            "closed ccomp said",
            "bridges nsubjpass closed",
        ],
    );
}

#[test]
fn people_places_and_dates_are_found() {
    let text = "President Emmanuel Macron flew from Paris to Berlin on Friday to meet 300 officials of the European Union.";
    insta::assert_snapshot!(
        entities(text),
        @"Emmanuel Macron/PERSON, Paris/GPE, Berlin/GPE, Friday/DATE, 300/CARDINAL, the European Union/ORG"
    );
}

#[test]
fn a_parsed_sentence_can_be_walked() {
    let text = "The army fired 40 heavy rockets. Nobody was hurt.";
    let analysis = analyse(text);
    let fired = 2;
    assert_eq!(analysis.head(fired), None);
    assert_eq!(analysis.sentence_of(fired), 0);
    let children: Vec<&str> = analysis
        .children(fired)
        .map(|child| analysis.tokens[child].span.slice(text))
        .collect();
    assert_eq!(children, ["army", "rockets", "."]);
    assert_eq!(analysis.subtree(5), 3..6);
    assert_eq!(analysis.subtree_span(5).slice(text), "40 heavy rockets");
    assert!(analysis.is_ancestor(fired, 3));
    assert!(!analysis.is_ancestor(fired, 8));
}

#[test]
fn sentences_that_are_not_wanted_stay_unparsed() {
    let text = "The army fired 40 rockets. Nobody was hurt.";
    let mut analysis = segment(text);
    Analyzer::news().tag(text, &mut analysis);
    Analyzer::news().parse(text, &mut analysis, &|_, sentence| {
        sentence.tokens.start == 0
    });
    assert!(analysis.sentences[0].parsed);
    assert!(!analysis.sentences[1].parsed);
    assert!(
        analysis.sentences[1]
            .tokens
            .clone()
            .all(|token| analysis.head(token).is_none())
    );
}
