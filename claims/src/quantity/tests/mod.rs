//! What the stage reads in whole sentences, and what it leaves alone.

use serde_yaml::Value;

use super::*;
use crate::lexicon::check_examples;

mod age;
mod qualifier;
mod shape;
mod shared;

fn quantities(text: &str) -> Vec<Quantity> {
    let mut analysis = syntax::segment(text);
    syntax::Analyzer::news().tag(text, &mut analysis);
    read(text, &analysis, &[])
}

fn field<'a>(entry: &'a Value, name: &str) -> &'a str {
    entry[name].as_str().unwrap()
}

#[test]
fn every_unit_is_read_where_its_examples_say() {
    check_examples("units", |entry, sentence| {
        let code = field(entry, "code");
        quantities(sentence).iter().any(|quantity| {
            let per = quantity.per.and_then(|per| per.unit);
            let named = quantity.kind == QuantityKind::Identifier;
            !named && quantity.unit.is_some_and(|unit| unit.code == code)
                || per.is_some_and(|unit| unit.code == code && unit.dimension == Dimension::Count)
        })
    });
}

#[test]
fn every_modifier_is_read_where_its_examples_say() {
    check_examples("modifiers", |entry, sentence| {
        let modifier: Modifier = serde_yaml::from_value(entry["modifier"].clone()).unwrap();
        quantities(sentence).iter().any(|quantity| {
            quantity.modifier == modifier
                && (modifier != Modifier::Exact || quantity.span.len() > quantity.core.len())
        })
    });
}

#[test]
fn every_change_is_read_where_its_examples_say() {
    check_examples("changes", |entry, sentence| {
        let direction: Direction = serde_yaml::from_value(entry["direction"].clone()).unwrap();
        quantities(sentence)
            .iter()
            .any(|quantity| quantity.direction == Some(direction))
    });
}

#[test]
fn every_name_is_told_from_a_count_where_its_examples_say() {
    check_examples("identifiers", |_, sentence| {
        quantities(sentence)
            .iter()
            .any(|quantity| quantity.kind == QuantityKind::Identifier)
    });
}

#[test]
fn every_length_is_read_where_its_examples_say() {
    check_examples("lengths", |_, sentence| {
        quantities(sentence)
            .iter()
            .any(|quantity| quantity.kind == QuantityKind::Duration)
    });
}

#[test]
fn every_zero_is_read_where_its_examples_say() {
    check_examples("zeros", |_, sentence| {
        quantities(sentence)
            .iter()
            .any(|quantity| quantity.value == Interval::exact(Decimal::ZERO))
    });
}

#[test]
fn every_cue_decides_where_its_examples_say() {
    check_examples("number_cues", |entry, sentence| {
        let class = field(entry, "class");
        quantities(sentence).iter().any(|quantity| match class {
            "score" => quantity.kind == QuantityKind::Score,
            "range" => quantity.modifier == Modifier::Range,
            "becoming" => quantity.aspect == Aspect::Origin,
            "margin" => quantity.aspect == Aspect::Change,
            "threshold" => quantity.aspect == Aspect::Level,
            "comparison" => quantity.kind == QuantityKind::Multiple,
            "afterwards" => quantity.per.is_none(),
            "lasting" => quantity.modifier == Modifier::MoreThan,
            "idiom" => quantities(sentence).len() == 1,
            "quake" | "extent" => quantity.kind == QuantityKind::Measure,
            "sampling-error" | "rate" => quantity.kind == QuantityKind::Point,
            "collective" => quantity.kind == QuantityKind::Count,
            "topic" | "service" | "regime" | "stature" | "spell" => {
                quantity.modifier == Modifier::Exact
            }
            _ => quantity.kind == QuantityKind::Age,
        })
    });
}

#[test]
fn every_numeral_is_read_where_its_examples_say() {
    check_examples("numerals", |entry, sentence| {
        let class = field(entry, "class");
        let word = |form: &str| {
            entry["words"].as_mapping().unwrap().keys().any(|key| {
                let key = key.as_str().unwrap();
                form.split(|letter: char| !letter.is_alphabetic())
                    .any(|part| part == key)
            })
        };
        quantities(sentence).iter().any(|quantity| {
            let fits = match class {
                "ordinal" => quantity.kind == QuantityKind::Ordinal,
                "sign" | "sign-after" => quantity.stated.low() < Some(Decimal::ZERO),
                "multiple" | "double" | "fold" | "times" => quantity.kind == QuantityKind::Multiple,
                _ => true,
            };
            fits && (class == "sign-after" || word(quantity.core.slice(sentence)))
        })
    });
}

/// Each quantity of a text as "words = value unit".
fn shown(text: &str) -> String {
    let line = |quantity: &Quantity| {
        let number = |value: Decimal| value.normalize().to_string();
        let value = match (quantity.stated.low(), quantity.stated.high()) {
            (Some(low), Some(high)) if low != high => format!("{}..{}", number(low), number(high)),
            (low, _) => low.map_or_else(String::new, number),
        };
        let unit = quantity.unit_code().unwrap_or_default();
        let words = quantity.core.slice(text);
        format!("{words} = {value} {unit}").trim_end().to_owned()
    };
    let named = |quantity: &&Quantity| quantity.kind != QuantityKind::Identifier;
    let quantities = quantities(text);
    let lines: Vec<String> = quantities.iter().filter(named).map(line).collect();
    lines.join("; ")
}

#[test]
fn small_coins_add_to_the_money_before_them() {
    assert_eq!(
        shown("A ticket costs ten euros and 50 cents."),
        "ten euros and 50 cents = 10.5 EUR"
    );
    assert_eq!(
        shown("The loaf was 2 pounds and 40 pence."),
        "2 pounds and 40 pence = 2.4 GBP"
    );
    assert_eq!(
        shown("The fare is three dollars fifty."),
        "three dollars fifty = 3.5 USD"
    );
    assert_eq!(
        shown("Oil rose to $58, 20 cents more than on Monday."),
        "$58 = 58 USD; 20 cents = 20 USX"
    );
    assert_eq!(
        shown("They had ten dollars 50 days ago."),
        "ten dollars = 10 USD; 50 days = 50 d"
    );
}

#[test]
fn currencies_are_named_before_and_behind_the_sum() {
    assert_eq!(
        shown("They paid rupees 500 crore."),
        "rupees 500 crore = 5000000000 {rupee}"
    );
    assert_eq!(
        shown("They paid 500 Kyrgyz soms."),
        "500 Kyrgyz soms = 500 KGS"
    );
    assert_eq!(shown("They paid in dollars 20 men brought."), "20 = 20");
}

#[test]
fn magnitudes_are_read_however_they_are_written() {
    assert_eq!(shown("It cost 4.5 m euros."), "4.5 m euros = 4500000 EUR");
    assert_eq!(shown("It cost 40 mln. yen."), "40 mln. yen = 40000000 JPY");
    assert_eq!(shown("It cost €19,99."), "€19,99 = 19.99 EUR");
    assert_eq!(
        shown("It cost 10,5 million euros."),
        "10,5 million euros = 10500000 EUR"
    );
    assert_eq!(
        shown("It cost 2 billion and 300 million rupees."),
        "2 billion and 300 million rupees = 2300000000 {rupee}"
    );
    assert_eq!(
        shown("It cost between 2 billion and 300 million yen."),
        "2 billion = 2000000000 JPY; 300 million yen = 300000000 JPY"
    );
    assert_eq!(
        shown("They paid 75 USD million."),
        "75 USD million = 75000000 USD"
    );
    assert_eq!(
        shown("They paid 75 USD millions saw."),
        "75 USD = 75 USD; millions = 1000000..10000000"
    );
    assert_eq!(shown("The dash of 100 m was won by her."), "100 m = 100 m");
}

#[test]
fn lengths_and_times_may_be_described() {
    assert_eq!(shown("They need three more days."), "three more days = 3 d");
    assert_eq!(
        shown("The team gave up 210 rushing yards."),
        "210 rushing yards = 210 [yd_i]"
    );
    assert_eq!(shown("The thief took two gold bars."), "two = 2");
}

#[test]
fn things_are_counted_per_time() {
    let per = |text: &str| {
        let quantity = quantities(text)[0].clone();
        quantity.per.and_then(|per| per.unit).map(|unit| unit.name)
    };
    assert_eq!(per("She gets 15 messages a day."), Some("day"));
    assert_eq!(per("He scores 20 points a game."), Some("game"));
    assert_eq!(per("They came at a rate of 70 a day."), Some("day"));
    assert_eq!(per("She was 70 a day before."), None);
    assert_eq!(per("It hit 20 homes a day later."), None);
    assert_eq!(per("They sent 20 men a mile ahead."), None);
}

#[test]
fn a_number_inside_a_time_has_no_unit_behind_the_time() {
    let text = "Israel began it on Nov. 14 following months of rockets.";
    let mut analysis = syntax::segment(text);
    syntax::Analyzer::news().tag(text, &mut analysis);
    let times = crate::time::read(text, &analysis, None);
    let read = read(text, &analysis, &times);
    assert!(
        read.iter()
            .all(|quantity| quantity.stated.low() != Some(14.into()))
    );
}

#[test]
fn letters_inside_a_ratio_are_no_units() {
    assert_eq!(
        shown("A 1-in-3 chance is left."),
        "1-in-3 = 0.3333333333333333333333333333"
    );
}

#[test]
fn a_share_may_be_one_of_every_few() {
    assert_eq!(
        shown("Nearly 1 of every 20 pupils smoke."),
        "1 of every 20 = 0.05"
    );
    assert_eq!(
        shown("One out of every five left."),
        "One out of every five = 0.2"
    );
    assert_eq!(shown("Two of every team left."), "Two = 2");
}

#[test]
fn names_go_on_in_lists() {
    assert_eq!(shown("Crews shut Highway 50 and 61."), "");
    assert_eq!(shown("Crews shut Highway 50 and 61 homes."), "61 = 61");
}

#[test]
fn a_level_has_the_unit_of_its_change() {
    assert_eq!(
        shown("The index rose 64 points to 4,577."),
        "64 points = 64 {point}; 4,577 = 4577 {point}"
    );
    assert_eq!(
        shown("He went down from 208 pounds to 193."),
        "208 pounds = 208 [lb_av]; 193 = 193 [lb_av]"
    );
    assert_eq!(
        shown("Aid fell from $10 million to 8 trucks."),
        "$10 million = 10000000 USD; 8 = 8"
    );
    assert_eq!(
        shown("It fell from 21 mpg combined to 19."),
        "21 mpg = 21 [mi_i]/[gal_us]; 19 = 19 [mi_i]/[gal_us]"
    );
    assert_eq!(
        shown("The index (16,369.03 up 58.06 points) closed."),
        "16,369.03 = 16369.03 {point}; 58.06 points = 58.06 {point}"
    );
    assert_eq!(
        shown("It jumped from a 50-year low of 3.5% to 4.4%."),
        "50-year = 50 a; 3.5% = 3.5 %; 4.4% = 4.4 %"
    );
    assert_eq!(
        shown("Pupils from homes with a share of 3.5% to 4.4% came."),
        "3.5% to 4.4% = 3.5..4.4 %"
    );
    assert_eq!(
        shown("With 30 men left, 58 points were lost."),
        "30 = 30; 58 points = 58 {point}"
    );
}

#[test]
fn what_two_numbers_share_is_given_to_both() {
    assert_eq!(
        shown("She led by 58 to 40 percent."),
        "58 = 58 %; 40 percent = 40 %"
    );
    assert_eq!(
        shown("It needs several hundred or even 1,000 tons."),
        "several hundred = 300..900 [ston_av]; 1,000 tons = 1000 [ston_av]"
    );
    assert_eq!(
        shown("They paid for 10 and even 20 years."),
        "10 = 10 a; 20 years = 20 a"
    );
    assert_eq!(
        shown("Adults between the ages of 65 and 84 gained."),
        "ages of 65 and 84 = 65..84 {year of age}"
    );
}

#[test]
fn words_may_stand_between_number_and_unit() {
    assert_eq!(
        shown("It took five or more years."),
        "five or more years = 5 a"
    );
    assert_eq!(
        shown("It took a year and a half."),
        "a year and a half = 1.5 a"
    );
    assert_eq!(
        shown("It will grow over the next year and a half."),
        "year and a half = 1.5 a"
    );
    assert_eq!(shown("He has a year and a dog."), "");
}

#[test]
fn millions_are_told_from_metres() {
    assert_eq!(
        shown("The film had 2.7m digital and physical sales."),
        "2.7m = 2700000"
    );
    assert_eq!(shown("She ran the 400m hurdles."), "400m = 400 m");
    assert_eq!(shown("They built 30m high walls."), "30m = 30 m");
    assert_eq!(shown("He has fans, 13m of them young."), "13m = 13000000");
}

#[test]
fn numbers_in_names_count_nothing() {
    for name in [
        "He lives at 9 E. 71st Street.",
        "The ID.3 model sold well.",
        "A Boeing 737 jet landed.",
        "The fire began near Thousand Oaks on a hill.",
        "Both families stayed at the Four Seasons.",
        "She spoke for 350.org on the day.",
        "Courts freed the Birmingham Six after a long fight.",
    ] {
        assert_eq!(shown(name), "", "{name}");
    }
    assert_eq!(shown("The car with tag 116 GC7 fled."), "");
    assert_eq!(shown("Doctors treated 40 H1N1 cases."), "40 = 40");
    assert_eq!(shown("It bought two new 737 jets."), "two = 2");
    assert_eq!(shown("In Iraq 5 U.S. soldiers died."), "5 = 5");
    assert_eq!(shown("The bank fired 12 Wall Street traders."), "12 = 12");
    let town = "THOUSAND OAKS, Calif. (AP) - Rain fell near Thousand Oaks on the hill.";
    assert_eq!(shown(town), "");
    let report = "Four Israelis left. They slept at the Four Seasons with four Americans.";
    assert_eq!(shown(report), "Four = 4; four = 4");
    assert_eq!(shown("Two Americans were among them."), "Two = 2");
    assert_eq!(
        shown("Storm in Ohio Kills Six, Hurts 12"),
        "Six = 6; 12 = 12"
    );
    assert_eq!(shown("He met 22 Avenue traders."), "22 = 22");
    assert_eq!(shown("Four Senators Sold Stock"), "Four = 4");
}

#[test]
fn one_unit_of_time_may_be_a_length() {
    assert_eq!(
        shown("They were up there an hour and 41 minutes."),
        "an hour and 41 minutes = 101 min"
    );
    assert_eq!(shown("They waited for an hour or more."), "an hour = 1 h");
    assert_eq!(shown("It ended a week-long strike."), "week = 1 wk");
    assert_eq!(
        shown("They waited for a day or two."),
        "a day or two = 1..2 d"
    );
    assert_eq!(shown("She left for a day trip."), "");
    assert_eq!(shown("It stopped for a second."), "");
    assert_eq!(shown("It was a long week and a hard one."), "");
}

#[test]
fn a_unit_in_capitals_is_no_title() {
    assert_eq!(shown("All were off in 75 SECONDS."), "75 SECONDS = 75 s");
    assert_eq!(shown("He talked with 60 Minutes."), "");
}

#[test]
fn lists_share_the_unit_at_their_end() {
    assert_eq!(
        shown("It may take three, six, 12 or 18 months."),
        "three = 3 mo; six = 6 mo; 12 or 18 months = 12..18 mo"
    );
    assert_eq!(
        shown("The camp takes 6- and 7-year-olds."),
        "6 = 6 {year of age}; 7-year-olds = 7 {year of age}"
    );
    assert_eq!(
        shown("The 18- to-24-year-olds lag."),
        "18- to-24-year-olds = 18..24 {year of age}"
    );
    assert_eq!(
        shown("It has 5 wells, 12 or 18 miles apart."),
        "5 = 5; 12 or 18 miles = 12..18 [mi_i]"
    );
}

#[test]
fn a_sign_may_stand_before_a_slash_or_the_full_stop() {
    assert_eq!(
        shown("They measured 1.3 A/cm2 there."),
        "1.3 A/cm2 = 1.3 A/cm2"
    );
    assert_eq!(shown("Shares closed at 125.8 p."), "125.8 p. = 125.8 GBX");
    assert_eq!(shown("They bought 13 A levels."), "13 = 13");
    assert_eq!(
        shown("Filers need a 1095-A to get a 15A fuse."),
        "15A = 15 A"
    );
}

#[test]
fn powers_of_ten_are_read() {
    assert_eq!(
        shown("The moon weighs 1.5 x 10^6 kg."),
        "1.5 x 10^6 kg = 1500000 kg"
    );
    assert_eq!(
        shown("It weighs 2.5×10−5 grams or 6 × 10⁻⁴ grams."),
        "2.5×10−5 grams = 0.000025 g; 6 × 10⁻⁴ grams = 0.0006 g"
    );
    assert_eq!(
        shown("The plot is 6 x 10 feet."),
        "6 = 6 [ft_i]; 10 feet = 10 [ft_i]"
    );
    assert_eq!(
        shown("The sum is 5 x 10^99 grams."),
        "5 = 5; 10 = 10; 99 grams = 99 g"
    );
}

#[test]
fn a_hyphen_may_be_left_out_of_a_range() {
    assert_eq!(
        shown("It is 200,000 to-260,000 years old."),
        "200,000 to-260,000 years old = 200000..260000 {year of age}"
    );
}

#[test]
fn a_unit_may_stand_in_brackets() {
    assert_eq!(shown("Load: 20 (kg)"), "20 (kg) = 20 kg");
    assert_eq!(shown("Load: 20 [kg]"), "20 [kg] = 20 kg");
    assert_eq!(shown("It shut 20 (m) sites."), "20 (m) = 20 m");
    assert_eq!(
        shown("It covers 20 (12 kg bags too)."),
        "20 = 20; 12 kg = 12 kg"
    );
}

#[test]
fn a_minus_may_stand_apart() {
    assert_eq!(
        shown("It fell to - 20 degrees Celsius."),
        "- 20 degrees Celsius = -20 Cel"
    );
    assert_eq!(
        shown("The night was cold - 20 degrees Celsius."),
        "20 degrees Celsius = 20 Cel"
    );
}

#[test]
fn codes_count_nothing() {
    for text in [
        "Part 24703L202 is out.",
        "Write to Springfield, IL 62704 C Wing.",
        "The share per 100,000 people rose.",
        "Call 1-800 for help.",
        "(9) Why were they sent there?",
        "She told \"60 Minutes\" so.",
        "He was interviewed by 60 Minutes last year.",
        "Agent 007 is back.",
    ] {
        assert_eq!(shown(text), "", "{text}");
    }
    assert_eq!(shown("Fire Rages in 60 Minutes"), "60 Minutes = 60 min");
    assert_eq!(
        shown("He is 5ft10in and drank 2l of it."),
        "5ft10in = 70 [in_i]; 2l = 2 L"
    );
}

#[test]
fn a_rate_may_stand_behind_more() {
    let text = "It costs $290 more per year.";
    assert_eq!(
        quantities(text)[0].unit_name().as_deref(),
        Some("dollar per year")
    );
    let text = "It costs $290 more than a year of tuition.";
    assert_eq!(quantities(text)[0].unit_name().as_deref(), Some("dollar"));
}

#[test]
fn one_or_two_of_a_thing_are_a_range() {
    assert_eq!(
        shown("It will take a decade or two to mend."),
        "a decade or two = 1..2 {decade}"
    );
    assert_eq!(
        shown("They may lose a seat or two."),
        "a seat or two = 1..2"
    );
    assert_eq!(shown("Bring a chair or two stools."), "two = 2");
}

#[test]
fn one_may_be_anybody() {
    for text in [
        "They lost a loved one.",
        "If one were to look, it would show.",
        "It is hard when one has doubts.",
    ] {
        assert_eq!(shown(text), "", "{text}");
    }
    assert_eq!(shown("It shut every one of its shops."), "");
    assert_eq!(shown("In the crash one was killed."), "one = 1");
    assert_eq!(shown("She has one brother."), "one = 1");
}
