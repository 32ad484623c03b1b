//! Sentences of every construction, and sentences to leave alone.

use std::fmt::Write;

use insta::assert_snapshot;
use proptest::prelude::*;
use syntax::{Analysis, Analyzer, Span};

use super::*;

pub(crate) fn analyze(text: &str) -> Analysis {
    let mut analysis = syntax::segment(text);
    let analyzer = Analyzer::news();
    analyzer.tag(text, &mut analysis);
    analyzer.entities(text, &mut analysis);
    analyzer.parse(text, &mut analysis, &|_, _| true);
    analysis
}

fn attributions(text: &str) -> Vec<Attribution> {
    read(text, &analyze(text), &[])
}

pub(crate) fn media<'t>(text: &'t str, analysis: &Analysis) -> Vec<&'t str> {
    let found = read(text, analysis, &[]);
    found
        .iter()
        .filter_map(|found| Some(found.medium?.slice(text)))
        .collect()
}

/// One line for each attribution: source | cue | content / content | act.
fn shown(text: &str) -> String {
    let mut lines = String::new();
    for found in attributions(text) {
        let slice = |span: Option<Span>| span.map_or("-", |span| span.slice(text));
        let content: Vec<&str> = found.content.iter().map(|span| span.slice(text)).collect();
        let (source, cue) = (slice(found.source), slice(found.cue));
        let content = content.join(" / ");
        let _ = writeln!(
            lines,
            "{source} | {cue} | {content} | {:?} {:?}",
            found.style, found.act
        );
    }
    lines
}

#[test]
fn examples_of_the_vocabulary_are_read() {
    crate::lexicon::check_examples("cues", |entry, sentence| {
        let act: Act = serde_yaml::from_value(entry["act"].clone()).unwrap();
        attributions(sentence).iter().any(|found| found.act == act)
    });
}

#[test]
fn no_source_holds_a_part_of_what_it_says() {
    let text = "\"I heard a bang,\" passenger Ruth Okafor, 41, said.";
    let source = attributions(text)[0].source.unwrap();
    assert_eq!(source.slice(text), "passenger Ruth Okafor, 41");
}

#[test]
fn indirect_speech() {
    assert_snapshot!(shown("Two schools will close in June, the mayor told the council on Monday."), @"the mayor | told | Two schools will close in June | Indirect Assertion");
    assert_snapshot!(shown("The mayor said that two schools would close."), @"The mayor | said | that two schools would close | Indirect Assertion");
    assert_snapshot!(shown("Two schools, the mayor said, will close."), @"the mayor | said | Two schools / will close | Indirect Assertion");
    assert_snapshot!(shown("Two schools will close, according to a letter from the council."), @"a letter from the council | according to | Two schools will close | Indirect Assertion");
}

#[test]
fn direct_speech() {
    assert_snapshot!(shown("“The bridge is safe,” said Ann Lee, the chief engineer. “We tested every bolt.”"), @"Ann Lee, the chief engineer | said | “The bridge is safe,” / “We tested every bolt.” | Direct Assertion");
    assert_snapshot!(shown("\"We tried. It failed,\" she said. \"We will try again.\""), @r#"she | said | "We tried. It failed," / "We will try again." | Direct Assertion"#);
    assert_snapshot!(shown("''The bridge,'' he said, ''is safe.''"), @"he | said | ''The bridge,'' / ''is safe.'' | Direct Assertion");
    assert_snapshot!(shown("The engineer added: ‘Nobody listened.’"), @"The engineer | added | ‘Nobody listened.’ | Direct Assertion");
}

#[test]
fn whom_it_was_told_is_no_content() {
    assert_snapshot!(shown("“The bridge is safe,” the engineer told the council."), @"the engineer | told | “The bridge is safe,” | Direct Assertion");
    assert_snapshot!(shown("He smiled: “Never.”"), @"He | smiled | “Never.” | Direct Assertion");
}

#[test]
fn a_verb_that_no_list_has_gives_the_quotation_beside_it() {
    assert_snapshot!(shown("“Our town had a plan,” Hannes started."), @"Hannes | started | “Our town had a plan,” | Direct Assertion");
    assert_snapshot!(shown("“The sooner we mend it,” she quipped, “the better off we are.”"), @"she | quipped | “The sooner we mend it,” / “the better off we are.” | Direct Assertion");
    assert_snapshot!(shown("Mr. Smith shot back: “That would be good.”"), @"Mr. Smith | shot | “That would be good.” | Direct Assertion");
    assert_snapshot!(shown("Said Ann Lee, who grew up here, “We were all so proud of him.”"), @"Ann Lee, who grew up here | Said | “We were all so proud of him.” | Direct Assertion");
    assert_snapshot!(shown("As Ann Lee, a lawyer, put it, “The council should keep the bridge.”"), @"Ann Lee, a lawyer | put | “The council should keep the bridge.” | Direct Assertion");
    assert_snapshot!(shown("Ann Lee: “Two weeks ago the bridge was safe.”"), @"Ann Lee | : | “Two weeks ago the bridge was safe.” | Direct Assertion");
}

#[test]
fn a_quotation_goes_on_behind_its_speaker_and_not_before_the_next() {
    assert_snapshot!(shown("“It held,” Lee said. “We tested every bolt.”\n\nThe council praised the engineers."), @r"
    Lee | said | “It held,” / “We tested every bolt.” | Direct Assertion
    The council | praised | the engineers | Indirect Evaluation
    ");
    assert_snapshot!(shown("“It held,” Lee said on “The Hour.” “We tested every bolt.”"), @"Lee | said | “It held,” / “We tested every bolt.” | Direct Assertion");
    assert_snapshot!(shown("“It held,” Lee said in a call on Monday.\n\n“We tested every bolt.”"), @"Lee | said | “It held,” / “We tested every bolt.” | Direct Assertion");
}

#[test]
fn a_quotation_is_cut_where_its_words_end() {
    assert_snapshot!(shown("Lee said, “We will see,” when asked about the bridge."), @"Lee | said | “We will see,” | Direct Assertion");
    assert_snapshot!(shown("The council had one fear: “It will fall,” Lee said."), @"Lee | said | “It will fall,” | Direct Assertion");
}

#[test]
fn titles_in_quotation_marks_are_said_by_nobody() {
    assert_snapshot!(shown("The film “A Bridge Too Long,” which Lee made, ran for years."), @"");
    assert_snapshot!(shown("In a so-called “cliff,” the town lost ten jobs."), @"");
}

#[test]
fn a_quotation_runs_over_paragraphs() {
    assert_snapshot!(shown("“The bridge is safe,” the engineer said. “We tested it.\n\n“Nobody should worry.”"), @r"
    the engineer | said | “The bridge is safe,” / “We tested it.

    “Nobody should worry.” | Direct Assertion
    ");
}

#[test]
fn one_source_cites_another() {
    assert_snapshot!(shown("The agency Tass cited Kremlin spokesman Dmitry Peskov as saying that the talks had failed."), @r"
    The agency Tass | cited | Kremlin spokesman Dmitry Peskov as saying that the talks had failed | Indirect Mention
    Kremlin spokesman Dmitry Peskov | saying | that the talks had failed | Indirect Assertion
    ");
}

#[test]
fn mixed_speech() {
    assert_snapshot!(shown("The engineer called the bridge “a ruin” and said it was “past saving.”"), @r"
    The engineer | called | the bridge “a ruin” | Mixed Mention
    The engineer | said | it was “past saving.” | Mixed Assertion
    ");
}

#[test]
fn words_inside_quotations_are_no_cues() {
    assert_snapshot!(shown("“I think he said it was late,” the witness said."), @"the witness | said | “I think he said it was late,” | Direct Assertion");
}

#[test]
fn sentences_to_leave_alone() {
    assert_snapshot!(shown("The bridge, known to nobody, is closed on Sundays."), @"");
    assert_snapshot!(shown("Said Aouita ran the mile in Rieti."), @"");
}

proptest! {
    #[test]
    fn spans_lie_inside_the_text(text in "(\\PC{0,12}|[\"“”‘’' ]|said|the mayor|, |\\. |\n\n){0,40}") {
        let all = attributions(&text);
        for found in &all {
            prop_assert!(found.parent.is_none_or(|parent| parent < all.len()));
            let spans = found.content.iter().chain(&found.source).chain(&found.cue);
            for span in spans {
                prop_assert!(text.get(span.range()).is_some_and(|slice| !slice.is_empty()));
            }
            prop_assert!(found.content.windows(2).all(|pair| pair[0].end <= pair[1].start));
        }
    }
}

#[test]
fn a_statement_passed_on_has_both_sources() {
    let sources = |text: &str| -> Vec<String> {
        let attributions = attributions(text).into_iter();
        attributions
            .filter_map(|one| one.source)
            .map(|span| span.slice(text).to_owned())
            .collect()
    };
    assert_eq!(
        sources("Two schools will close, the Harbor Ledger reports, citing city officials."),
        ["the Harbor Ledger", "city officials"]
    );
    assert_eq!(
        sources(
            "Police believe two boats left, the Harbor Ledger's Ann Lee reports, citing city officials."
        ),
        ["the Harbor Ledger's Ann Lee", "city officials"]
    );
    assert_eq!(
        sources("Lee said that the pier was safe, according to the Harbor Ledger."),
        ["Lee", "the Harbor Ledger"]
    );
    assert_eq!(
        sources("Tom Lee has been identified as the driver by police officials."),
        ["police officials"]
    );
    let reason = sources("The council closed two schools, citing the cost of repairs.");
    assert_eq!(reason, ["The council"]);
}
