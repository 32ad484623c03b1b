//! What the vocabularies of measures promise: their examples as claims of whole sentences.

use serde_yaml::Value as Yaml;

mod news;

use super::*;
use crate::Document;
use crate::lexicon::check_examples;

/// The claims of a sentence that have a number.
fn numbers(sentence: &str) -> Vec<Claim> {
    let text = format!("{sentence}.");
    let mut claims = crate::extract(&Document::new(text)).claims;
    claims.retain(|claim| matches!(claim.value, Value::Number(_)));
    claims
}

fn any(sentence: &str, test: impl Fn(&Claim) -> bool) -> bool {
    numbers(sentence).iter().any(test)
}

fn class_of(term: Option<&Term>) -> Option<&'static str> {
    term.and_then(|term| term.class)
}

#[test]
fn every_outcome_is_read_where_its_examples_say() {
    check_examples("outcomes", |entry, sentence| {
        let class = entry["class"].as_str();
        any(sentence, |claim| {
            class_of(claim.measure.outcome.as_ref()) == class
        })
    });
}

#[test]
fn every_thing_counted_is_read_where_its_examples_say() {
    check_examples("nouns", |entry, sentence| {
        let class = entry["class"].as_str();
        any(sentence, |claim| {
            class_of(claim.measure.counted.as_ref()) == class
        })
    });
}

#[test]
fn every_leading_verb_leaves_the_outcome_to_the_next() {
    check_examples("leading-verbs", |_, sentence| {
        any(sentence, |claim| {
            let outcome = claim.measure.outcome.as_ref();
            outcome.is_some_and(|term| term.lemma == "vote")
        })
    });
}

#[test]
fn every_light_verb_leaves_the_outcome_to_others() {
    check_examples("light-verbs", |entry, sentence| {
        let listed = |lemma: &str| words(entry).iter().any(|word| word == lemma);
        let outcome = |claim: &Claim| claim.measure.outcome.clone();
        let light = |claim: &Claim| outcome(claim).is_some_and(|term| listed(&term.lemma));
        has_verb(sentence, &listed) && !any(sentence, light)
    });
}

fn words(entry: &Yaml) -> Vec<String> {
    serde_yaml::from_value(entry["words"].clone()).unwrap()
}

fn has_verb(sentence: &str, listed: &dyn Fn(&str) -> bool) -> bool {
    let analysis = crate::extract(&Document::new(sentence)).analysis;
    analysis
        .tokens
        .iter()
        .any(|token| listed(&syntax::lemma(token.span.slice(sentence), token.xpos)))
}

#[test]
fn every_plain_verb_is_told_from_others() {
    check_examples("plain_verbs", |_, sentence| {
        let analysis = crate::extract(&Document::new(sentence)).analysis;
        let mut verbs = analysis
            .tokens
            .iter()
            .filter(|token| token.upos == syntax::Upos::Verb);
        let first = verbs
            .next()
            .map(|token| syntax::lemma(token.span.slice(sentence), token.xpos));
        first.is_some_and(|lemma| class::is_plain(syntax::Key::of(&lemma)))
    });
}

#[test]
fn no_setting_takes_an_outcome() {
    check_examples("settings", |_, sentence| {
        any(sentence, |claim| claim.measure.outcome.is_none())
    });
}

#[test]
fn every_anchor_is_read_where_its_examples_say() {
    check_examples("anchors", |_, sentence| {
        any(sentence, |claim| claim.measure.anchor.is_some())
    });
}

#[test]
fn homes_and_customers_without_power_are_one_count() {
    let counted = |sentence| class_of(numbers(sentence)[0].measure.counted.as_ref());
    let homes = counted("The storm left 9,400 homes without power");
    assert_eq!(homes, counted("Some 9,400 customers lost power"));
    assert_ne!(homes, counted("The fire destroyed 9,400 homes"));
}

#[test]
fn every_scope_is_read_where_its_examples_say() {
    check_examples("scope", |entry, sentence| {
        any(sentence, |claim| {
            let scope = &claim.measure.scope;
            let read = match entry["scope"].as_str().unwrap() {
                "including" => scope.including,
                "excluding" => scope.excluding,
                "moving" => scope.moving,
                "other" => scope.other,
                name => panic!("no such scope: {name}"),
            };
            read.is_some()
        })
    });
}

#[test]
fn every_certainty_is_read_where_its_examples_say() {
    check_examples("certainty", |entry, sentence| {
        let certainty: Certainty = serde_yaml::from_value(entry["certainty"].clone()).unwrap();
        any(sentence, |claim| claim.certainty == certainty)
    });
}

#[test]
fn every_word_of_a_rate_is_known_where_its_examples_say() {
    check_examples("rates", |_, sentence| {
        let analysis = crate::extract(&Document::new(sentence)).analysis;
        let mut tokens = analysis.tokens.iter();
        tokens.any(|token| class::makes_rate(token.key))
    });
}

#[test]
fn every_word_of_publishing_is_known_where_its_examples_say() {
    check_examples("publishing", |_, sentence| {
        let analysis = crate::extract(&Document::new(sentence)).analysis;
        let lemma = |token: &syntax::Token| syntax::lemma(token.span.slice(sentence), token.xpos);
        analysis
            .tokens
            .iter()
            .any(|token| class::is_publishing(&lemma(token).to_lowercase()))
    });
}

#[test]
fn every_turn_is_read_where_its_examples_say() {
    check_examples("turns", |_, sentence| {
        let claims = crate::extract(&Document::new(sentence)).claims;
        let times = claims
            .iter()
            .filter(|claim| matches!(claim.value, Value::Time(_)));
        let terms = |claim: &Claim| {
            let Measure {
                outcome, subject, ..
            } = claim.measure.clone();
            outcome.into_iter().chain(subject)
        };
        times.flat_map(terms).any(|term| !term.modifiers.is_empty())
    });
}

#[test]
fn an_age_belongs_to_the_person_of_whom_it_is_said() {
    let owner = |sentence| {
        let subject = numbers(sentence).remove(0).measure.subject;
        subject.map(|subject| subject.lemma.to_string())
    };
    assert_eq!(
        owner("Police said Maria Lopez vanished in 2002 and is 32").as_deref(),
        Some("lopez")
    );
    assert_eq!(
        owner("Maria Lopez, now 32, is a nurse").as_deref(),
        Some("lopez")
    );
    assert_eq!(
        owner("A 6-year-old was found in the home of Maria Lopez"),
        None
    );
}

/// What became of what each number of a sentence counts, and a dash where nothing did.
fn outcomes(sentence: &str) -> String {
    let claims = numbers(sentence);
    let outcome = |claim: &Claim| {
        let outcome = claim.measure.outcome.as_ref();
        outcome
            .map_or("-", |term| term.class.unwrap_or(&term.lemma))
            .to_owned()
    };
    claims.iter().map(outcome).collect::<Vec<_>>().join(" ")
}

#[test]
fn what_befalls_somebody_befalls_nothing_that_only_tells_who_they_are() {
    assert_eq!(
        outcomes("The man who robbed three banks was found dead"),
        "rob"
    );
    assert_eq!(
        outcomes("A woman accused of stealing 12 cars was killed"),
        "steal"
    );
    assert_eq!(
        outcomes("The founder of five companies was injured in a fall"),
        "-"
    );
    assert_eq!(outcomes("A suspect with two guns was arrested"), "-");
    assert_eq!(outcomes("The bodies of 12 people were found"), "kill");
    assert_eq!(outcomes("A group of 12 people was killed"), "kill");
    assert_eq!(
        outcomes("The owners of 12 homes were evacuated"),
        "evacuate"
    );
}

#[test]
fn those_among_the_dead_are_dead() {
    assert_eq!(
        outcomes("Four nurses among 24 dead in mill fire"),
        "kill kill"
    );
    assert_eq!(
        outcomes("Two children were among the 12 killed"),
        "kill kill"
    );
    assert_eq!(outcomes("Two children were among the guests"), "-");
}

#[test]
fn an_outcome_is_read_through_what_a_clause_comes_to_and_what_a_sum_measures() {
    assert_eq!(
        outcomes("Three hikers who had gone missing in May were found"),
        "miss"
    );
    assert_eq!(outcomes("Three hikers who had gone home were found"), "go");
    assert_eq!(outcomes("The mill paid a fine of $2,000"), "fine");
    assert_eq!(
        outcomes("The judge gave her a 15-year sentence"),
        "sentence"
    );
    assert_eq!(outcomes("The judge gave her a 15-year lease"), "give");
}

/// The lemmas of what the numbers of a sentence count.
fn counted(sentence: &str) -> String {
    let claims = numbers(sentence);
    let counted = claims.iter().filter_map(|claim| {
        let term = claim.measure.counted.as_ref()?;
        let mut words: Vec<&str> = term.modifiers.iter().map(|word| &**word).collect();
        words.push(&term.lemma);
        Some(words.join(" "))
    });
    counted.collect::<Vec<_>>().join("; ")
}

#[test]
fn what_is_counted_is_the_noun_that_the_phrase_ends_in() {
    assert_eq!(
        counted("The charter names three co-equal branches"),
        "co equal branch"
    );
    assert_eq!(
        counted("The party holds four of Ohio's 16 seats")
            .split("; ")
            .next(),
        Some("ohio seat")
    );
    assert_eq!(counted("The album has 300 recorded songs"), "recorded song");
    assert_eq!(
        counted("The line bought two new 737 Max jets"),
        "new 737 max jet"
    );
    assert_eq!(counted("Police met two passers-by"), "passer");
    assert_eq!(
        counted("The raid hit two of Lake Petroleum's plants"),
        "lake petroleum plant"
    );
    assert_eq!(counted("In fact, four of them spoke"), "");
    assert_eq!(counted("She told of her two brothers' arrest"), "brother");
    assert_eq!(counted("It fell with 37 no votes"), "vote");
    assert_eq!(
        counted("He sold dozens of Ford and Opel vans after crashes"),
        "ford opel van"
    );
    assert_eq!(
        counted("The plant has four-, five- and six-cylinder engines"),
        "cylinder; cylinder; cylinder"
    );
    assert_eq!(
        counted("It made 2.7m combined digital and physical sales"),
        "combined digital physical sale"
    );
    assert_eq!(counted("It grew 1.1% year-on-year"), "");
    assert_eq!(counted("It has 40 staff and former students"), "staff");
}

#[test]
fn a_part_of_the_injured_is_no_part_of_what_was_counted_before() {
    let text =
        |part: &str| format!("It took 90 firefighters six hours. Two of {part} are in hospital");
    assert_eq!(counted(&text("the injured")), "firefighter");
    assert_eq!(counted(&text("them")), "firefighter; firefighter");
}

#[test]
fn a_number_is_said_of_what_the_sentence_names() {
    let named = |sentence: &str| {
        let claims = numbers(sentence);
        let text = format!("{sentence}.");
        let words = claims[0].measure.named.iter().map(|word| word.slice(&text));
        words.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(
        named("The harbor board paid $6 million for the crane"),
        "harbor board"
    );
    assert_eq!(named("Shares of the dairy rose 3 percent"), "Shares dairy");
    assert_eq!(named("They bought two cranes"), "");
    assert_eq!(named("There are two cranes"), "");
}

#[test]
fn a_count_is_of_the_place_that_stands_beside_it() {
    let places = |text: &str| -> Vec<String> {
        let extraction = crate::extract(&Document::new(text));
        let numbers = extraction.claims.iter();
        numbers
            .filter(|claim| claim.value.number().is_some())
            .map(|claim| {
                let place = claim.measure.scope.place.as_ref();
                place.map_or("-".to_owned(), |place| place.lemma.to_string())
            })
            .collect()
    };
    assert_eq!(
        places(
            "The flood drowned 14 people in the Tulsa area, nine in Kansas and six in northern Iowa."
        ),
        ["tulsa", "kansas", "iowa"]
    );
    assert_eq!(places("In Ohio, 11 people were killed."), ["ohio"]);
    assert_eq!(
        places("Six people died in Kansas, while two were killed by a fire in neighboring Iowa."),
        ["kansas", "iowa"]
    );
    assert_eq!(
        places("Six people died when two cars drove into a river in Iowa, and three in Kansas."),
        ["iowa", "iowa", "kansas"]
    );
    assert_eq!(
        places("Six people died in Kansas on Monday, and two were hurt."),
        ["kansas", "-"]
    );
    assert_eq!(
        places("The quake killed 12 people, officials in Ohio said."),
        ["-"]
    );
    assert_eq!(places("The mayor of Chicago sold two boats."), ["-"]);
}

/// The events of the times of a text.
fn events(text: &str) -> Vec<Option<String>> {
    let claims = crate::extract(&Document::new(text)).claims;
    let times = claims
        .into_iter()
        .filter(|claim| matches!(claim.value, Value::Time(_)));
    let lemma = |claim: Claim| claim.measure.outcome.map(|term| term.lemma.to_string());
    times.map(lemma).collect()
}

#[test]
fn no_name_and_no_other_time_is_an_event() {
    let is = |text: &str, expected: &[Option<&str>]| {
        let read = events(text);
        let read: Vec<Option<&str>> = read.iter().map(Option::as_deref).collect();
        assert_eq!(read, expected, "{text}");
    };
    is(
        "Mrs. Keller, who remained in the race against Bruno Oban until June despite his lead, bowed out.",
        &[Some("remain")],
    );
    is(
        "White voters favored Mr. Ortega in 2008, and Juan Perry in 2004, by a mile.",
        &[Some("favor"), Some("favor")],
    );
    is("They meet on Mondays and Thursdays.", &[Some("meet"); 2]);
    is("They are up again this year ― a fact that helps.", &[None]);
    is("Johnson's Tuesday speech drew crowds.", &[Some("speech")]);
}
