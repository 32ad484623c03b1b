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
    let analysis = analyze(text);
    let found = read(text, &analysis, &[]);
    // What is read where everything is parsed must be read where only some sentences are.
    let by_parse = |one: &Attribution| one.cue.is_some_and(|cue| cue.slice(text) != ":");
    let suggested = may_attribute(&analysis.tokens);
    assert!(suggested || !found.iter().any(by_parse), "{text}");
    found
}

pub(crate) fn media<'t>(text: &'t str, analysis: &Analysis) -> Vec<&'t str> {
    let found = read(text, analysis, &[]);
    found
        .iter()
        .filter_map(|found| Some(found.medium?.slice(text)))
        .collect()
}

/// One line for each attribution: source | cue | content / content.
pub(crate) fn attributed(text: &str, analysis: &Analysis) -> Vec<String> {
    let slice = |span: Option<Span>| span.map_or("-", |span| span.slice(text));
    let line = |found: &Attribution| {
        let content: Vec<&str> = found.content.iter().map(|span| span.slice(text)).collect();
        let (source, cue) = (slice(found.source), slice(found.cue));
        format!("{source} | {cue} | {}", content.join(" / "))
    };
    read(text, analysis, &[]).iter().map(line).collect()
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

/// What a sentence attributes: source | cue | content.
fn said(sentence: &str) -> Vec<String> {
    attributions(sentence);
    attributed(sentence, &analyze(sentence))
}

#[test]
fn an_aside_says_who_says_what_it_stands_in() {
    assert_eq!(
        said("After two dry years, the water board said, the lake will fill by May."),
        ["the water board | said | After two dry years / the lake will fill by May"]
    );
    assert_eq!(
        said("As the Harbor Ledger reported, the ferry will sail on Monday."),
        ["the Harbor Ledger | reported | the ferry will sail on Monday"]
    );
    assert_eq!(
        said("The ferry will sail on Monday, as the mayor pointed out."),
        ["the mayor | pointed out | The ferry will sail on Monday"]
    );
    assert_eq!(
        said("In the mayor's view, the pier is too old."),
        ["the mayor | view | the pier is too old"]
    );
    assert!(said("As the crew looked on, the ferry sank.").is_empty());
    assert!(said("In view of the storm, the pier is closed.").is_empty());
}

#[test]
fn what_the_parse_gives_in_part_is_read_whole() {
    assert_eq!(
        said("The mayor said at noon that the pier would close."),
        ["The mayor | said | that the pier would close"]
    );
    assert_eq!(
        said("The mayor said that the pier would close and that the ferry would stay."),
        ["The mayor | said | that the pier would close and that the ferry would stay"]
    );
    assert_eq!(
        said("The mayor said closing the pier would cost two jobs."),
        ["The mayor | said | closing the pier would cost two jobs"]
    );
    assert_eq!(
        said("The ferry is old and is expected to cost more next year."),
        ["- | is expected | The ferry / to cost more next year"]
    );
    assert_eq!(
        said("Ann Lee, whose boat was in the harbor, said the pier was safe."),
        ["Ann Lee | said | the pier was safe"]
    );
}

#[test]
fn what_completes_an_object_belongs_to_it() {
    assert_eq!(
        said("The bishops called on the army to leave the town."),
        ["The bishops | called on | the army to leave the town"]
    );
    assert_eq!(
        said("The union called for the board to resign."),
        ["The union | called for | the board to resign"]
    );
    assert_eq!(
        said("He referred to the board as a club of friends."),
        ["He | referred to | the board as a club of friends"]
    );
    assert_eq!(
        said("The critic compared the film to a long bus ride."),
        ["The critic | compared | the film to a long bus ride"]
    );
}

#[test]
fn a_source_that_closes_its_sentence_says_all_of_it() {
    assert_eq!(
        said("Two boats sank and a third drifted away, according to the coast guard."),
        ["the coast guard | according to | Two boats sank and a third drifted away"]
    );
}

#[test]
fn who_performs_an_act_is_its_source() {
    assert_eq!(
        said("The mayor made the claim that the pier was safe."),
        ["The mayor | made the claim | that the pier was safe"]
    );
    assert_eq!(
        said("The mayor expressed doubt about the new pier."),
        ["The mayor | expressed doubt about | the new pier"]
    );
    assert_eq!(
        said("The mayor made clear that the pier would close."),
        ["The mayor | made clear | that the pier would close"]
    );
    assert_eq!(
        said("The mayor raised questions about the pier."),
        ["The mayor | raised questions about | the pier"]
    );
    assert_eq!(
        said("The storm raised questions about the pier."),
        ["- | questions about | the pier"]
    );
    assert_eq!(
        said("Ann Lee is a critic of the plan."),
        ["Ann Lee | a critic of | the plan"]
    );
    assert_eq!(
        said("The mayor seemed to blame the board."),
        ["The mayor | seemed to blame | the board"]
    );
    assert!(said("The mayor made a chair for his son.").is_empty());
    assert!(said("The wind made the sky clear before noon.").is_empty());
}

#[test]
fn direct_speech() {
    assert_snapshot!(shown("“The bridge is safe,” said Ann Lee, the chief engineer. “We tested every bolt.”"), @"Ann Lee, the chief engineer | said | “The bridge is safe,” / “We tested every bolt.” | Direct Assertion");
    assert_snapshot!(shown("\"We tried. It failed,\" she said. \"We will try again.\""), @r#"she | said | "We tried. It failed," / "We will try again." | Direct Assertion"#);
    assert_snapshot!(shown("“The bridge,’’ he said. ‘‘It isn’t old.’’"), @"he | said | “The bridge,’’ / ‘‘It isn’t old.’’ | Direct Assertion");
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
fn a_clause_that_the_parse_has_lost_is_read_by_its_words() {
    assert_eq!(
        said(
            "Tom Hale, the harbor secretary, said in a letter late Friday night that the decision applied to two ferries."
        ),
        ["Tom Hale, the harbor secretary | said | that the decision applied to two ferries"]
    );
    assert_eq!(
        said("A new group started by a former clerk has reported spending $2 million on leaflets."),
        ["A new group started by a former clerk | has reported | spending $2 million on leaflets"]
    );
    assert!(said("The clock on the pier says ten past four.").is_empty());
}

#[test]
fn the_subject_behind_the_last_comma_speaks() {
    assert_eq!(
        said("A blast hurt 27 workers, four of them badly, officials said."),
        ["officials | said | A blast hurt 27 workers, four of them badly"]
    );
    assert_eq!(
        said("Ann Lee, the mayor, said the road was closed."),
        ["Ann Lee, the mayor | said | the road was closed"]
    );
}

#[test]
fn a_verb_behind_an_apposition_is_no_participle() {
    assert_eq!(
        said("Darnell Hobbs, 42, of Macon, admitted in January that he took money from inmates."),
        ["Darnell Hobbs, 42, of Macon | admitted | that he took money from inmates"]
    );
    let told = said("The mayor met Ann Lee, 42, of Macon, told in May that her son was safe.");
    assert!(
        !told.iter().any(|line| line.starts_with("Ann Lee")),
        "{told:?}"
    );
}

#[test]
fn an_amount_rejects_nothing() {
    assert_eq!(
        said("The offer was rejected by more than two to one."),
        [""; 0]
    );
    assert_eq!(
        said("The offer was rejected by the union."),
        ["the union | was rejected | The offer"]
    );
}

#[test]
fn the_pronoun_of_a_relative_clause_is_no_source() {
    assert_eq!(
        said("The pier was closed in May, which an inquiry said was wise."),
        ["an inquiry | said | was wise"]
    );
    assert_eq!(
        said("Tom Hale is the guard who said the pier was safe."),
        ["who | said | the pier was safe"]
    );
}

#[test]
fn a_title_that_the_parse_cuts_off_belongs_to_its_name() {
    assert_eq!(
        said("Secretary of the Interior Tom Hale repeated that two ferries would stop."),
        ["Secretary of the Interior Tom Hale | repeated | that two ferries would stop"]
    );
}

#[test]
fn a_quotation_that_follows_on_what_is_named_belongs_to_it() {
    assert_eq!(
        said("The columnist David Hale called the moment \"a display of panic.\""),
        ["The columnist David Hale | called | the moment \"a display of panic.\""]
    );
    assert_eq!(
        said("He was blunt about what she called \"our plans for the pier.\""),
        ["she | called | \"our plans for the pier.\""]
    );
    assert_eq!(
        said("\"I can point to two things only,\" Hale answers."),
        ["Hale | answers | \"I can point to two things only,\""]
    );
}

#[test]
fn a_source_in_brackets_tells_of_the_sentence() {
    assert_eq!(
        said("(As the Harbor Ledger first reported, the ferry will sail on Monday.)"),
        ["the Harbor Ledger | first reported | the ferry will sail on Monday"]
    );
}

#[test]
fn a_source_without_a_verb_is_reason_enough_to_parse() {
    assert_eq!(
        said("The pier was closed, according to the police."),
        ["the police | according to | The pier was closed"]
    );
    assert_eq!(
        said("Most residents oppose the tunnel in a poll by the Harbor Ledger."),
        ["a poll by the Harbor Ledger | in | Most residents oppose the tunnel"]
    );
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
    assert_eq!(
        said("The Harbor Ledger, citing two officials, reported that 300 guards would leave."),
        [
            "two officials | citing | that 300 guards would leave",
            "The Harbor Ledger | reported | that 300 guards would leave"
        ]
    );
    let reason = sources("The council closed two schools, citing the cost of repairs.");
    assert_eq!(reason, ["The council"]);
}
