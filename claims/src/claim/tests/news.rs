//! Measures of ordinary sentences of news: outcomes, things counted, periods, denials.

use super::*;

/// What is read of the only number of a sentence that begins with `value`.
fn of(text: &str, value: &str) -> Claim {
    let mut read = numbers(text);
    read.retain(|claim| claim.span.slice(text).ends_with(value));
    assert_eq!(read.len(), 1, "{value} in {text}");
    read.remove(0)
}

fn outcome(text: &str, value: &str) -> Option<String> {
    let outcome = of(text, value).measure.outcome;
    outcome.map(|term| term.class.map_or(term.lemma.to_string(), str::to_owned))
}

/// What is counted, with its modifiers.
fn counted(text: &str, value: &str) -> Option<String> {
    let term = of(text, value).measure.counted?;
    let words = term.modifiers.iter().chain([&term.lemma]);
    let words: Vec<&str> = words.map(|word| word.as_str()).collect();
    Some(words.join(" "))
}

fn period(text: &str, value: &str) -> Option<String> {
    let document = Document::new(text);
    let extraction = crate::extract(&document);
    let at = of(text, value).span;
    let claim = extraction.claims.iter().find(|claim| claim.span == at)?;
    let period = claim.measure.scope.period?;
    Some(extraction.times[period].span.slice(text).to_owned())
}

#[test]
fn deaths_beside_cases_do_not_befall_the_cases() {
    let text = "The county had 250,000 cases and 18,000 deaths";
    assert_eq!(outcome(text, "250,000"), None);
    assert_eq!(outcome(text, "18,000").as_deref(), Some("kill"));
    let text = "The blast left 12 people dead or wounded";
    assert_eq!(outcome(text, "12").as_deref(), Some("kill"));
}

#[test]
fn what_leads_to_a_noun_is_no_outcome() {
    let text = "About 43 percent say they will vote for her, compared with 42 percent who back him";
    assert_eq!(outcome(text, "43 percent").as_deref(), Some("vote"));
    let text = "Given the seven-decade tradition, they may lose";
    assert_eq!(outcome(text, "seven-decade"), None);
    let text = "The club was given 12 tents";
    assert_eq!(outcome(text, "12").as_deref(), Some("give"));
}

#[test]
fn a_participle_may_stand_for_those_numbered() {
    let text = "The number of injured being treated at hospitals stands at 387";
    assert_eq!(outcome(text, "387").as_deref(), Some("injure"));
    let text = "The number of tents stands at 387";
    assert_eq!(outcome(text, "387"), None);
}

#[test]
fn what_is_counted_stands_behind_all_words_of_the_number() {
    assert_eq!(
        counted("The 30-plus officers fled", "30-plus").as_deref(),
        Some("officer")
    );
    assert_eq!(
        counted("A hundred-odd guests came", "hundred-odd").as_deref(),
        Some("guest")
    );
    assert_eq!(
        counted("Half of 1 percent of voters fled", "percent").as_deref(),
        Some("voter")
    );
    assert_eq!(
        counted("It is double the 12 percent of last year", "12 percent"),
        None
    );
    assert_eq!(
        counted("It closed 12 percent of the shops", "12 percent").as_deref(),
        Some("shop")
    );
    assert_eq!(
        counted("Some 40 percent fewer ships passed", "percent").as_deref(),
        Some("ship")
    );
    assert_eq!(
        counted("They shut three co-ops", "three").as_deref(),
        Some("co op")
    );
}

#[test]
fn those_who_are_described_are_not_those_counted_before() {
    assert_eq!(
        counted("He won three finals. Two of those being sought fled", "Two"),
        None
    );
    assert_eq!(
        counted("He won three finals. Two of those in the bus fled", "Two"),
        None
    );
    let read = counted("He met three men. Two of those were spies", "Two");
    assert_eq!(read.as_deref(), Some("man"));
}

#[test]
fn a_year_that_describes_is_a_period_where_no_other_is() {
    let text = "In the 1980s, he paid $8 million for a 1968 Boeing jet";
    assert_eq!(period(text, "$8 million").as_deref(), Some("1980s"));
    let text = "The 2008 attacks killed 166 people";
    assert_eq!(period(text, "166").as_deref(), Some("2008"));
    let text = "The 2008 attacks killed 166 people in May";
    assert_eq!(period(text, "166").as_deref(), Some("May"));
}

#[test]
fn not_one_and_all_but_some_are_denied() {
    let denied = |text: &str, value: &str| of(text, value).polarity == Polarity::Negative;
    assert!(denied("Not one man died", "one"));
    assert!(denied("All but two of the 12 miners survived", "two"));
    assert!(!denied("All but two of the 12 miners survived", "12"));
    assert!(!denied("One man died", "One"));
    assert!(!denied("Nobody but two miners knew", "two"));
}

#[test]
fn somebody_introduced_by_one_is_not_counted() {
    assert_eq!(numbers("They chose one Marco Perez, of Madrid").len(), 0);
    assert_eq!(numbers("One Perez aide fled").len(), 1);
}

#[test]
fn what_a_place_has_seen_is_no_belief() {
    let certainty = |text: &str, value: &str| of(text, value).certainty;
    let seen = certainty("The county has seen 250,000 cases", "250,000");
    assert_eq!(seen, Certainty::Certain);
    let believed = certainty("Economists see growth of 3 percent", "3 percent");
    assert_eq!(believed, Certainty::Possible);
}

#[test]
fn shot_and_killed_is_one_act() {
    assert_eq!(
        outcome("Police shot and killed 12 men", "12").as_deref(),
        Some("kill")
    );
    let text = "Some 957 people have been shot and killed by police";
    assert_eq!(outcome(text, "957").as_deref(), Some("kill"));
    assert_eq!(
        outcome("Twelve men were beaten and robbed", "Twelve").as_deref(),
        Some("beat")
    );
}

#[test]
fn the_noun_may_stand_far_behind_its_owner() {
    let read = counted(
        "It is one of the nation's fastest-growing virus hot spots",
        "one",
    );
    assert!(read.is_some_and(|read| read.ends_with("spot")));
    assert_eq!(
        counted("Oslo has 40 tents. Rome is in the top ten", "ten"),
        None
    );
}

#[test]
fn the_nearest_time_is_counted_from_either_end() {
    let text = "Factories added 424,000 jobs in May after shedding 2.59 million in April";
    assert_eq!(period(text, "2.59 million").as_deref(), Some("April"));
    assert_eq!(
        period("In May he paid $3 and in June $4", "$3").as_deref(),
        Some("May")
    );
}

#[test]
fn the_event_is_told_by_the_verb_that_others_lead_to() {
    let event = |text: &str| events(text).remove(0);
    assert_eq!(
        event("In 2016, Ruiz is going to quit.").as_deref(),
        Some("quit")
    );
    assert_eq!(
        event("They plan to vote on Friday.").as_deref(),
        Some("vote")
    );
    assert_eq!(event("They went to Rome on Friday.").as_deref(), Some("go"));
}

#[test]
fn a_share_of_people_may_have_its_noun_inside() {
    let read = of("Nearly 8 voters in 10 oppose a tax", "voters in 10");
    assert_eq!(
        read.value.number().unwrap().stated.point(),
        Some(rust_decimal::Decimal::new(8, 1))
    );
    assert_eq!(
        counted("Nearly 8 voters in 10 oppose a tax", "in 10").as_deref(),
        Some("voter")
    );
    assert_eq!(numbers("They killed 3 people in 10 raids").len(), 2);
    assert_eq!(numbers("They killed 3 people in 12").len(), 2);
}

#[test]
fn what_is_said_aside_comes_after_what_is_done() {
    let text = "They reviewed two phones and three tablets, which yielded little";
    assert_eq!(outcome(text, "three").as_deref(), Some("review"));
    let text = "They found three tablets that yielded little";
    assert_eq!(outcome(text, "three").as_deref(), Some("yield"));
}

#[test]
fn an_ordinal_may_be_part_of_a_name() {
    assert_eq!(numbers("The court ruled on the Second Amendment").len(), 0);
    assert_eq!(numbers("The second amendment of the bill fell").len(), 1);
}

#[test]
fn a_length_of_time_is_no_event() {
    let event = |text: &str| events(text).remove(0);
    let text = "Teachers went on strike for six days last year.";
    assert_eq!(event(text).as_deref(), Some("go"));
    assert_eq!(
        event("The strike last year failed.").as_deref(),
        Some("fail")
    );
}

#[test]
fn one_before_a_name_may_be_a_pronoun() {
    let text = "Ruiz had a plan, and one Lopez admitted was bad";
    assert_eq!(numbers(text).len(), 0);
    assert_eq!(numbers("One Lopez aide admitted it").len(), 1);
}

#[test]
fn whoever_a_time_stands_beside_is_no_event() {
    let event = |text: &str| events(text).remove(0);
    assert_eq!(event("The senator on Thursday said that he left."), None);
    let text = "Ruiz on Sunday also pointed to his rating.";
    assert_eq!(event(text).as_deref(), Some("point"));
    let text = "The hearing on Sunday was long.";
    assert_eq!(event(text).as_deref(), Some("hearing"));
}

#[test]
fn a_time_is_set_off_by_no_comma_for_what_is_counted() {
    let text = "Of the four orders filed this month, three of them failed";
    assert_ne!(counted(text, "three").as_deref(), Some("month"));
    assert_eq!(
        counted("Crews, three of them, fled", "three").as_deref(),
        Some("crew")
    );
}
