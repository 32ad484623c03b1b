//! The shipped weights on sentences whose analysis must hold.

use syntax::{Analysis, Analyzer, segment};

/// Sentences with arcs that must be found, as "dependent relation head"; "-" is the head of a root.
const ARCS: &[(&str, &[&str])] = &[
    (
        "The army fired 40 rockets at the port on Monday.",
        &[
            "army nsubj fired",
            "fired ROOT -",
            "40 nummod rockets",
            "rockets dobj fired",
        ],
    ),
    (
        "Two bridges were closed, the mayor said.",
        &[
            "mayor nsubj said",
            "said ROOT -",
            "closed ccomp said",
            "bridges nsubjpass closed",
        ],
    ),
    (
        "Police said the blast injured 12 people.",
        &[
            "Police nsubj said",
            "injured ccomp said",
            "12 nummod people",
            "people dobj injured",
        ],
    ),
    (
        "At least 14 people were killed and 60 were injured.",
        &[
            "people nsubjpass killed",
            "killed ROOT -",
            "injured conj killed",
        ],
    ),
    (
        "The company, which is based in Oslo, cut 1,200 jobs in March.",
        &[
            "company nsubj cut",
            "based relcl company",
            "1,200 nummod jobs",
            "jobs dobj cut",
        ],
    ),
    (
        "\"We have never seen such a flood,\" said Marta Keller, a farmer.",
        &[
            "said ROOT -",
            "Keller nsubj said",
            "seen ccomp said",
            "farmer appos Keller",
        ],
    ),
    (
        "Air defenses shot down 31 of the 40 drones.",
        &[
            "defenses nsubj shot",
            "31 dobj shot",
            "40 nummod drones",
            "drones pobj of",
        ],
    ),
    (
        "The minister did not resign.",
        &["minister nsubj resign", "did aux resign", "not neg resign"],
    ),
    (
        "Prices rose 4 percent to $18.40.",
        &["Prices nsubj rose", "4 nummod percent", "18.40 pobj to"],
    ),
    (
        "Officials denied that the dam had failed.",
        &[
            "Officials nsubj denied",
            "failed ccomp denied",
            "that mark failed",
        ],
    ),
    (
        "The suspect was arrested by police in Antwerp.",
        &[
            "suspect nsubjpass arrested",
            "by agent arrested",
            "police pobj by",
        ],
    ),
    (
        "According to the governor, 3,000 houses were flooded.",
        &[
            "governor pobj to",
            "houses nsubjpass flooded",
            "3,000 nummod houses",
        ],
    ),
    (
        "She gave the court three letters.",
        &["She nsubj gave", "court dative gave", "letters dobj gave"],
    ),
    (
        "Rebels released the hostages they had taken in June.",
        &[
            "hostages dobj released",
            "they nsubj taken",
            "taken relcl hostages",
        ],
    ),
    (
        "There were long lines outside the station.",
        &["There expl were", "lines attr were"],
    ),
    (
        "The talks lasted nearly two hours.",
        &[
            "talks nsubj lasted",
            "two nummod hours",
            "nearly advmod two",
        ],
    ),
];

/// Sentences with their tags.
const TAGS: &[(&str, &str)] = &[
    (
        "Russia launched 108 drones overnight.",
        "NNP VBD CD NNS RB .",
    ),
    (
        "Police have arrested a 34-year-old man.",
        "NNS VBP VBN DT CD HYPH NN HYPH JJ NN .",
    ),
    (
        "He didn't say who had called.",
        "PRP VBD RB VB WP VBD VBN .",
    ),
    ("Prices may rise in May.", "NNS MD VB IN NNP ."),
    ("The deal is worth $4.5 billion.", "DT NN VBZ JJ $ CD CD ."),
    ("Norway's king will visit Chile.", "NNP POS NN MD VB NNP ."),
];

/// Sentences with their entities.
const ENTITIES: &[(&str, &str)] = &[
    (
        "President Emmanuel Macron flew from Paris to Berlin on Friday to meet 300 officials of the European Union.",
        "Emmanuel Macron/PERSON, Paris/GPE, Berlin/GPE, Friday/DATE, 300/CARDINAL, the European Union/ORG",
    ),
    (
        "Ukraine's Air Force shot down 31 drones.",
        "Ukraine/GPE, Air Force/ORG, 31/CARDINAL",
    ),
    (
        "Japanese exports fell 7 percent in August.",
        "Japanese/NORP, 7 percent/PERCENT, August/DATE",
    ),
    (
        "The fund paid $2.4 billion for the bank.",
        "$2.4 billion/MONEY",
    ),
    ("Nobody was hurt.", ""),
];

fn analyse(text: &str) -> Analysis {
    let analyzer = Analyzer::news();
    let mut analysis = segment(text);
    analyzer.tag(text, &mut analysis);
    analyzer.parse(text, &mut analysis, &|_, _| true);
    analyzer.entities(text, &mut analysis);
    analysis
}

#[test]
fn arcs_hold() {
    let mut missing = Vec::new();
    for (text, expected) in ARCS {
        let analysis = analyse(text);
        let form = |token: usize| analysis.tokens[token].span.slice(text);
        let arc = |token: usize| {
            let head = analysis.head(token).map_or("-", form);
            format!("{} {} {head}", form(token), analysis.relation(token))
        };
        let found: Vec<String> = (0..analysis.tokens.len()).map(arc).collect();
        let absent = expected
            .iter()
            .filter(|&&arc| !found.iter().any(|found| found == arc));
        missing.extend(absent.map(|arc| format!("{arc:?} in {text:?}: {found:?}")));
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn tags_hold() {
    for (text, expected) in TAGS {
        let tags: Vec<&str> = analyse(text)
            .tokens
            .iter()
            .map(|token| token.xpos.name())
            .collect();
        assert_eq!(tags.join(" "), *expected, "{text}");
    }
}

#[test]
fn entities_hold() {
    for (text, expected) in ENTITIES {
        assert_eq!(entities(text), *expected, "{text}");
    }
}

/// The entities as `text/KIND`, in text order.
fn entities(text: &str) -> String {
    let mut found: Vec<(syntax::Span, &str)> = Vec::new();
    for token in &analyse(text).tokens {
        match (token.entity, found.last_mut()) {
            (Some(tag), Some((last, _))) if !tag.begins => *last = last.cover(token.span),
            (Some(tag), _) => found.push((token.span, tag.kind.name())),
            (None, _) => {}
        }
    }
    let shown = found
        .iter()
        .map(|(span, kind)| format!("{}/{kind}", span.slice(text)));
    shown.collect::<Vec<_>>().join(", ")
}

#[test]
fn headlines_and_capitals_are_read_as_well() {
    for text in [
        "Storm Kills 14 People in Norway",
        "STORM KILLS 14 PEOPLE IN NORWAY",
    ] {
        let analysis = analyse(text);
        let tags: Vec<&str> = analysis
            .tokens
            .iter()
            .map(|token| token.xpos.name())
            .collect();
        assert_eq!(tags[1..5], ["VBZ", "CD", "NNS", "IN"], "{text}");
        assert_eq!(analysis.head(0), Some(1), "{text}");
        assert_eq!(analysis.head(3), Some(1), "{text}");
    }
}

#[test]
fn straight_and_curly_quotation_marks_are_read_alike() {
    let straight = analyse("\"They can't leave,\" Keller's lawyer said.");
    let curly = analyse("“They can’t leave,” Keller’s lawyer said.");
    assert_eq!(straight.arcs, curly.arcs);
    let tags = |analysis: &Analysis| -> Vec<_> {
        analysis
            .tokens
            .iter()
            .map(|token| (token.xpos, token.upos))
            .collect()
    };
    assert_eq!(tags(&straight), tags(&curly));
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

#[test]
fn heads_are_the_same_without_relations() {
    let text = "Police said the blast injured 12 people.";
    let labelled = analyse(text);
    let mut heads = segment(text);
    Analyzer::news().tag(text, &mut heads);
    Analyzer::news().parse_heads(text, &mut heads, &|_, _| true);
    for (labelled, bare) in labelled.arcs.iter().zip(&heads.arcs) {
        assert_eq!(labelled.head, bare.head);
        assert_eq!(bare.relation, syntax::Relation::Dep);
    }
}
