//! Ages that are told without a unit, and numbers beside people that are none.

use super::*;

/// The words of the ages read in a text.
fn ages(text: &str) -> String {
    let quantities = quantities(text);
    let age = |quantity: &&Quantity| quantity.kind == QuantityKind::Age;
    let words = quantities.iter().filter(age);
    let words: Vec<&str> = words.map(|age| age.core.slice(text)).collect();
    words.join(" ")
}

#[test]
fn ages_are_told_in_many_ways() {
    assert_eq!(ages("At 26, he was sent to prison."), "26");
    assert_eq!(ages("She was 14 when the war began."), "14");
    assert_eq!(
        ages("Said and Ali Kaya, 34 and 32, remain at large."),
        "34 32"
    );
    assert_eq!(ages("Police held Marten, 29, who lived there."), "29");
    assert_eq!(ages("The over-65s and under-17s ride free."), "65s 17s");
    assert_eq!(ages("Lopez, who, at 68, is the eldest, left."), "68");
    assert_eq!(
        ages("It asked residents between 25 and 64."),
        "between 25 and 64"
    );
    assert_eq!(ages("It asked people between 2 and 5 weeks ago."), "");
    assert_eq!(ages("They scored at 26, and at 40."), "");
    assert_eq!(ages("Of those 65 and over, 40 or more left."), "65");
}

#[test]
fn the_number_of_the_youngest_is_an_age() {
    assert_eq!(
        shown("The youngest patient is 7 and the oldest 84."),
        "7 = 7 {year of age}; 84 = 84 {year of age}"
    );
    assert_eq!(shown("It is the oldest of 12 mills."), "12 = 12");
    assert_eq!(shown("They felled the oldest 84 trees."), "84 = 84");
}

#[test]
fn an_age_stands_beside_a_noun_for_a_person() {
    assert_eq!(ages("The suspect, 22, fled on foot."), "22");
    assert_eq!(ages("A man, 45, and a woman, 39, were hurt."), "45 39");
    assert_eq!(ages("He saw a tall male, about 26, with a bag."), "26");
    assert_eq!(ages("Two boys, 12 and 14, were hurt."), "12 14");
    assert_eq!(ages("Two teenagers, both 16, were hurt."), "16");
    assert_eq!(
        ages("Her daughter, 3, and son, 18 months, slept."),
        "3 18 months"
    );
    assert_eq!(ages("The victim, just 19, was a nurse."), "19");
    assert_eq!(
        ages("Officer Ray Dole, 27 and a three-year veteran, left."),
        "27"
    );
    assert_eq!(ages("Stone, 29, a retired farmer, was at home."), "29");
    assert_eq!(ages("Of the victims, 32, a third of them, were hurt."), "");
    assert_eq!(ages("In all, 32, a record, were held."), "");
    assert_eq!(ages("The team, 32 strong, left."), "");
    assert_eq!(ages("The suspect, 18 miles away, was free."), "");
    assert_eq!(ages("Today, 32, a record, were held."), "");
}

#[test]
fn an_age_stands_behind_of() {
    assert_eq!(ages("It hit a boy of nine and a girl of 11."), "nine 11");
    assert_eq!(ages("She is a retired teacher of 71 who sings."), "71");
    assert_eq!(ages("A boy of about 10 ran off."), "10");
    assert_eq!(ages("The pilot, a Frenchman of 60, is safe."), "60");
    assert_eq!(ages("He is a father of 11."), "");
    assert_eq!(ages("A crew of nine and a team of 12 came."), "");
    assert_eq!(
        ages("He is a man of 30 talents and a woman of one idea."),
        ""
    );
    assert_eq!(
        ages("The captain of 12 boats and a soldier of 20 years met."),
        ""
    );
}

#[test]
fn an_age_is_said_of_a_person() {
    assert_eq!(ages("\"Let him go (he's eight),\" she said."), "eight");
    assert_eq!(ages("My son is nine."), "nine");
    assert_eq!(ages("She's just 13."), "13");
    assert_eq!(ages("I'm 67 and I like it."), "67");
    assert_eq!(ages("The captain is 61 with 30 years at sea."), "61");
    assert_eq!(ages("He was about 30 when it burned."), "30");
    assert_eq!(ages("She was 12 in 2004."), "12");
    assert_eq!(ages("He will be 40 when it ends."), "40");
    assert_eq!(ages("The youngest of the dead was 4."), "4");
    assert_eq!(ages("The captain is 61 miles away."), "");
    assert_eq!(ages("It is 61, with more to come."), "");
    assert_eq!(ages("They were three."), "");
    assert_eq!(ages("He was one of four."), "");
    assert_eq!(ages("He was two and a half miles away."), "");
}

#[test]
fn ages_in_a_list_are_told_once() {
    assert_eq!(
        ages("Three men, aged 21, 25 and 33, were held."),
        "aged 21 25 33"
    );
    assert_eq!(
        ages("The girls, aged five and seven, slept."),
        "aged five seven"
    );
    assert_eq!(ages("A man aged 40 and two women were held."), "aged 40");
}

#[test]
fn an_age_is_told_of_an_age() {
    assert_eq!(
        ages("The victims ranged in age from 19 to 64."),
        "from 19 to 64"
    );
    assert_eq!(ages("It raised the retirement age to 67 from 65."), "67 65");
    assert_eq!(ages("Police gave his age as 36."), "36");
    assert_eq!(ages("Children as young as 6 work there."), "6");
    assert_eq!(
        ages("It takes in babies as young as six months."),
        "six months"
    );
    assert_eq!(ages("In this age, prices rose to 67."), "");
    assert_eq!(ages("The age group fell to 40 members."), "");
    assert_eq!(ages("They work as few as six months."), "");
}

#[test]
fn an_age_is_told_of_a_death() {
    assert_eq!(ages("The singer died on Tuesday at 83."), "83");
    assert_eq!(ages("She died at 91 in her home."), "91");
    assert_eq!(ages("Singer Ann Lee Dead at 62"), "62");
    assert_eq!(ages("The number of dead was put at 72."), "");
    assert_eq!(ages("Of those who died, the toll stood at 72."), "");
    assert_eq!(ages("He died at 83 Oak Street."), "");
    assert_eq!(ages("He died at 11, and she left at 83."), "");
}

#[test]
fn a_decade_of_life_may_be_spelled() {
    let years = |text: &str| shown(text).replace(" {year of age}", "");
    assert_eq!(years("They are in their eighties."), "eighties = 80..89");
    assert_eq!(years("He is in his mid-forties."), "mid-forties = 44..46");
    assert_eq!(years("She left in her late teens."), "late teens = 17..19");
    assert_eq!(
        years("They were in their teens or early 20s."),
        "teens or early 20s = 13..23"
    );
    assert_eq!(
        years("Men in their 20s and 30s ran."),
        "20s and 30s = 20..39"
    );
    assert_eq!(
        years("Two in their 20s and 30 others ran."),
        "Two = 2; 20s = 20..29; 30 = 30"
    );
    assert_eq!(years("It is a band of the sixties."), "");
    assert_eq!(years("Two teens met in the twenties."), "Two = 2");
}
