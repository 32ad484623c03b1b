//! Verdicts on two reports of one sentence or two, with the words that name what decided.

mod common;

use claimdiff::compare::{Group, Kind, Verdict, compare};
use claimdiff::extract::extract;
use common::article;
use common::pair::{judged, numbers, shared};

#[test]
fn a_figure_cut_down_to_its_first_digits_is_compatible() {
    let exact = "The couple paid $43,885,310 in federal taxes, the records show.";
    assert_eq!(
        numbers(exact, "The couple paid $43 million in federal taxes."),
        "couple paid: compatible (one is the other, cut down to its first digits)"
    );
    let other = numbers(exact, "The couple paid $42 million in federal taxes.");
    assert!(other.contains("conflict"), "{other}");
    let toll = numbers(
        "The blast killed 129 people at the market.",
        "The blast killed 120 people at the market.",
    );
    assert!(!toll.contains("cut down"), "{toll}");
}

#[test]
fn whoever_is_counted_in_makes_another_figure() {
    assert_eq!(
        numbers(
            "13 dead including gunman in shooting at bar\n\nA gunman killed 12 people at the bar, the sheriff said.",
            "A gunman killed 12 people at the bar, the sheriff said.",
        ),
        "people killed: scope (left counts more in (“including gunman”))"
    );
    assert_eq!(
        numbers(
            "As many as 15 others were injured in the rush to the doors.",
            "As many as 16 people were injured in the rush to the doors.",
        ),
        "people injured: scope (left counts those besides others (“others”))"
    );
    let same = numbers(
        "A gunman killed 12 people, including a deputy, at the bar.",
        "A gunman killed 12 people at the bar.",
    );
    assert!(same.contains("agree"), "{same}");
}

#[test]
fn a_round_floor_has_not_moved_on() {
    let compatible = numbers(
        "The quake injured more than 100 people in the valley on Sunday, officials said.",
        "The quake injured at least 172 people in the valley on Sunday, officials said.",
    );
    assert!(compatible.contains("compatible"), "{compatible}");
    let moved = numbers(
        "The quake injured at least 16 people in the valley on Sunday, officials said.",
        "The quake injured at least 19 people in the valley on Sunday, officials said.",
    );
    assert!(moved.contains("update"), "{moved}");
}

#[test]
fn states_of_the_injured_are_told_apart() {
    let critical = "Seven people were in critical condition at the harbor hospital.";
    let same = numbers(
        critical,
        "Seven people remained in critical condition at the harbor hospital.",
    );
    assert!(
        same.starts_with("people in critical condition: agree"),
        "{same}"
    );
    let apart = "Seven people were in stable condition at the harbor hospital.";
    assert!(shared(Kind::Number, critical, apart).is_empty());
}

#[test]
fn those_of_a_nation_are_counted_by_its_name() {
    let list = "The wounded include one Irish, three Chinese, one Pole and two Greeks, she said.";
    let groups = shared(Kind::Number, list, list);
    assert!(
        groups.iter().all(|group| group.verdict == Verdict::Agree),
        "{groups:?}"
    );
    let one = numbers(
        "The wounded include one Irish, she said.",
        "The wounded include one Irish, the mayor said.",
    );
    assert!(one.starts_with("Irish"), "{one}");
    let apart = shared(
        Kind::Number,
        "The wounded include one Irish, she said.",
        "The wounded include one Chinese, she said.",
    );
    assert!(apart.is_empty(), "{apart:?}");
}

#[test]
fn ellipses_and_short_forms_change_no_words() {
    let quotes = |left: &str, right: &str| judged(Kind::Quote, left, right);
    let whole = "“Today we meet as usual, as those before us have done, and we are not afraid of any man,” Mayor Ann Lee said.";
    let cut = quotes(
        whole,
        "“Today we meet as usual … and we are not afraid of any man,” Mayor Ann Lee said.",
    );
    assert!(
        cut.ends_with("compatible (one quotation is a part of the other)"),
        "{cut}"
    );
    let hidden = quotes(
        whole,
        "“Today we meet as usual and we are not afraid of any man,” Mayor Ann Lee said.",
    );
    assert!(hidden.contains("conflict"), "{hidden}");
    let short = quotes(
        "“We've kept the harbor & the pier, and we can't close them,” Mayor Ann Lee said.",
        "“We have kept the harbor and the pier, and we can not close them,” Mayor Ann Lee said.",
    );
    assert!(short.contains("agree"), "{short}");
    let turned = quotes(
        "“We spent money that shouldn't have been spent,” Mayor Ann Lee said.",
        "“We spent money that should have been spent,” Mayor Ann Lee said.",
    );
    assert!(turned.contains("conflict"), "{turned}");
}

#[test]
fn a_turn_of_phrase_is_no_utterance() {
    let quotes = shared(
        Kind::Quote,
        "“This city will not be cowed by these men,” Mayor Ann Lee said.",
        "“We know that the danger to the harbor town is real, but people here should not and will not be cowed by threats,” Mayor Ann Lee said.",
    );
    assert!(quotes.is_empty(), "{quotes:?}");
}

#[test]
fn set_phrases_and_other_speakers_make_another_utterance() {
    let shared = |left: &str, right: &str| shared(Kind::Quote, left, right).len();
    let lot = "The mayor said she had “a lot of delegates” behind her in the harbor.";
    assert_eq!(
        shared(
            lot,
            "“There has been a lot of talk in the harbor about one of our people,” the mayor said."
        ),
        0
    );
    assert_eq!(
        shared(
            lot,
            "“I have a lot of delegates behind me,” the mayor said."
        ),
        1
    );
    let support =
        "“I strongly support the harbor plan and strongly endorse the tunnel,” Tom Reed said.";
    let other = "“I fully support and endorse the tunnel beneath the old harbor,” Ann Lee said.";
    assert_eq!(shared(support, other), 0);
    assert_eq!(shared(support, &support.replace("Tom Reed", "Ann Lee")), 1);
    let nice = "“He was a very kind neighbor,” Tom Reed said.";
    let other = "“He would not harm a bird. He's a very kind neighbor,” Ann Lee said.";
    assert_eq!(shared(nice, other), 0);
    assert_eq!(shared(nice, &nice.replace("Tom Reed", "Ann Lee")), 1);
}

#[test]
fn owners_of_one_name_are_written_two_ways() {
    let quote = judged(
        Kind::Quote,
        "“He is the gang's best recruiter in town,” Mayor Ann Lee said.",
        "“He is the gang' best recruiter in town,” Mayor Ann Lee said.",
    );
    assert!(quote.contains("agree"), "{quote}");
}

#[test]
fn shares_of_two_groups_are_two_answers() {
    let all = "Ann Lee leads Tom Reed among all voters, 49 percent to 41 percent, the poll found.";
    let young =
        "Those younger than 30 like the mayor best: 59 percent of them would vote for her again.";
    assert!(shared(Kind::Number, all, young).is_empty());
    let rate = numbers(
        "The unemployment rate in Alder County fell to 4.9 percent in June, the state said.",
        "The unemployment rate in Alder County fell to 4.7 percent in June, the state said.",
    );
    assert!(rate.contains("conflict"), "{rate}");
}

#[test]
fn a_report_that_gives_both_figures_shows_that_the_count_has_moved() {
    let later = "Fifty people were injured at the harbor market, the police said on Friday.\n\nThe crash on Wednesday left 40 people injured at the harbor market.";
    let earlier = "The crash on Wednesday left around 40 people injured at the harbor market.";
    let moved = numbers(later, earlier);
    assert!(
        moved.ends_with("update (the count was moving, and one of them gives both figures)"),
        "{moved}"
    );
    let other = numbers(
        "Fifty people were injured at the harbor market, the police said on Wednesday.",
        earlier,
    );
    assert!(
        other.contains("neither text tells which is later"),
        "{other}"
    );
}

#[test]
fn what_another_act_includes_counts_nobody_in() {
    let bound = numbers(
        "The quake hurt at least 19 people and caused great damage in the valley, including fires.",
        "The quake hurt 16 people in the valley, officials said.",
    );
    assert!(!bound.contains("counts more in"), "{bound}");
    let among = numbers(
        "The quake hurt at least 19 people in the valley, including the mayor's driver.",
        "The quake hurt 16 people in the valley, officials said.",
    );
    assert!(among.contains("scope"), "{among}");
}

#[test]
fn a_further_sum_is_whole_in_itself() {
    let taxes = numbers(
        "The couple paid an additional $13.6 million in state taxes, the records show.",
        "The couple paid $13,625,777 in state taxes, the records show.",
    );
    assert!(taxes.contains("compatible"), "{taxes}");
}

#[test]
fn rough_clock_times_of_one_event_meet() {
    let times = |right: &str| {
        let left = "A strong tremor struck just before 3:30 a.m. near the harbor town, and people ran into the streets.";
        shared(Kind::Time, left, right)
            .first()
            .map(|group| group.verdict)
    };
    let right = "The earthquake struck around 3:20 a.m. near the harbor town, and people ran out of their houses.";
    assert_eq!(times(right), Some(Verdict::Compatible));
    let later = right.replace("around 3:20 a.m.", "around 9:20 p.m.");
    assert_ne!(times(&later), Some(Verdict::Compatible));
}

#[test]
fn places_that_one_report_counts_apart_are_two_questions() {
    let left = "The storm killed eight people in Mill County and five in Norland, officials said.";
    let right = "In Norland, five people were killed by the storm. Six people died in Mill County, \
                 officials said.";
    let groups = shared(Kind::Number, left, right);
    let mut reasons: Vec<&str> = groups.iter().map(|group| group.reason.as_str()).collect();
    reasons.sort_unstable();
    assert_eq!(reasons.len(), 2, "{reasons:?}");
    assert!(
        reasons
            .iter()
            .any(|reason| reason.contains("“eight”") && reason.contains("“Six”"))
    );
    assert!(
        reasons
            .iter()
            .any(|reason| reason.contains("the same value"))
    );
}

#[test]
fn what_is_quoted_besides_is_held_against_the_long_quotation() {
    let long = "“The harbor opens as on any morning, and it will open next year. Nobody here has given up, and our \
                love of this town will never waver in a bad winter,” Ann Mayle said.";
    let altered = "“Nobody here has given up,” Ann Mayle said. She told the crowd: “Our love of this town will never \
                   wither in a bad winter.”";
    let judged = judged(Kind::Quote, long, altered);
    assert!(
        judged.ends_with("conflict (“waver” against “wither”)"),
        "{judged}"
    );
    let cut = altered.replace("wither", "waver");
    assert!(
        shared(Kind::Quote, long, &cut)[0]
            .reason
            .contains("a part of the other")
    );
}

#[test]
fn the_title_of_a_work_is_no_utterance() {
    let book = "She went to Chicago with her book “A Harbor, Not a Port”, which sold well.";
    let said =
        "“His stance on the docks shows that he is for a harbor, not a port,” Ann Mayle said.";
    assert!(shared(Kind::Quote, book, said).is_empty());
    let quoted = "Ann Mayle said she was for “a harbor, not a port”.";
    assert_eq!(shared(Kind::Quote, quoted, said).len(), 1);
    let other = "Her book “A Harbor, Not a Port” sold well on Monday.";
    assert_eq!(shared(Kind::Quote, book, other).len(), 1);
}

#[test]
fn what_two_people_raised_is_two_sums() {
    let left = "Ann Keller raised $5.7 million in February, her campaign said.";
    let other = "Tom Hale raised $8.2 million in February, his campaign said.";
    let same = "Ms. Ann Keller raised $8.2 million in February, her campaign said.";
    assert!(shared(Kind::Number, left, other).is_empty());
    assert_eq!(shared(Kind::Number, left, same).len(), 1);
}

#[test]
fn rough_times_of_one_event_in_other_words_meet() {
    let left = "The blaze broke out about 2:15 a.m. at the Brandt mill, Fire Chief Dan Rowe said.";
    let right = "The fire started around 2:30 a.m. at the Brandt mill, Fire Chief Dan Rowe said.";
    let groups = shared(Kind::Time, left, right);
    assert_eq!(groups.len(), 1);
    assert_eq!(groups[0].verdict, Verdict::Compatible);
    let exact = "The fire started at 4:30 a.m. at the Brandt mill, Fire Chief Dan Rowe said.";
    let at = left.replace("about 2:15", "at 2:15");
    assert!(shared(Kind::Time, &at, exact).is_empty());
}

#[test]
fn a_rough_time_may_lie_on_either_side() {
    let times = |left: &str, right: &str| {
        let told = |time: &str| format!("The guard was shot {time} outside the gate, police said.");
        judged(Kind::Time, &told(left), &told(right))
    };
    let rough = "when guard shot: compatible (one is given only roughly)";
    assert_eq!(times("just before 8 p.m.", "around 8 p.m."), rough);
    assert_eq!(times("a little past 8 p.m.", "at 8 p.m."), rough);
    let same = "when guard shot: agree (the same value)";
    assert_eq!(times("shortly before 8 p.m.", "just before 8 p.m."), same);
}

#[test]
fn parts_that_make_up_a_whole_explain_the_difference() {
    assert_eq!(
        numbers(
            "Four officers were shot in two states on Sunday.",
            "One officer was killed and three officers were hurt in shootings on Sunday.",
        ),
        "officers injured: scope (right counts in parts (“One officer was killed and three officers”))"
    );
    let other_fate = numbers(
        "Five people died in the mill fire on Sunday.",
        "Three people died in the mill fire on Sunday and two were hurt.",
    );
    assert!(other_fate.contains("neither text tells"), "{other_fate}");
    let no_sum = numbers(
        "Five officers were shot in two states on Sunday.",
        "One officer was killed and three officers were hurt in shootings on Sunday.",
    );
    assert!(!no_sum.contains("parts"), "{no_sum}");
}

#[test]
fn the_next_of_several_is_another_event() {
    let next = "Reed pleaded not guilty on Monday. His next hearing is on May 4 in Alder.";
    let today = "Reed pleaded not guilty on Monday. His hearing is on April 2 in Alder.";
    let conflicts = |left, right| {
        let groups = shared(Kind::Time, left, right);
        groups
            .iter()
            .filter(|group| group.verdict == Verdict::Conflict)
            .count()
    };
    assert_eq!(conflicts(next, today), 0);
    let other = "Reed pleaded not guilty on Monday. His next hearing is on April 2 in Alder.";
    assert_eq!(conflicts(next, other), 1);
}

#[test]
fn by_how_much_a_count_moved_is_no_count_that_moves() {
    let told = numbers(
        "The gains of July were revised up by 45,000 jobs.",
        "The gains of July were revised up by 7,000 jobs.",
    );
    assert!(told.contains("conflict"), "{told}");
}

#[test]
fn the_share_of_one_group_is_not_that_of_all() {
    let all = "Lee leads Ito 49 percent to 41 percent, the poll found.";
    let told = numbers(
        all,
        "Lee leads Ito, 59 percent to 28 percent, among voters 45 and older, the poll found.",
    );
    assert_eq!(
        told,
        "Lee leads: scope (right gives it among “voters 45 and older”)"
    );
    let same = numbers(
        "Among women, Lee leads Ito 49 percent to 41 percent, the poll found.",
        "Lee leads Ito, 52 percent to 41 percent, among women, the poll found.",
    );
    assert!(same.contains("conflict"), "{same}");
}

#[test]
fn the_first_of_more_are_a_part() {
    let told = numbers(
        "Reed lost the first two contests in the valley.",
        "Reed lost five contests in the valley.",
    );
    assert!(told.contains("scope (left counts a part"), "{told}");
}

#[test]
fn two_digits_that_changed_places_are_told() {
    assert_eq!(
        numbers(
            "Union president Dan Reed said that starting pay is $41,200 a year.",
            "Teachers start at $42,100, union president Dan Reed said in a statement.",
        ),
        "Union president Dan Reed: conflict (two digits have changed places)"
    );
    assert_eq!(
        numbers(
            "The survey of 804 adults was made in May.",
            "The college asked 840 adults in a survey in May."
        ),
        "people: conflict (two digits have changed places)"
    );
    let other = shared(
        Kind::Number,
        "Union president Dan Reed said that starting pay is $41,200 a year.",
        "Union president Dan Reed said that the hall cost $43,700 in a statement.",
    );
    assert!(other.is_empty(), "{other:?}");
}

#[test]
fn a_copy_of_a_report_tells_of_a_change_alike() {
    let report = "The blast killed 50 people, the mayor said. The toll was later revised to 49 people killed in the blast.";
    let told = shared(Kind::Number, report, report);
    let agree = |group: &Group| group.verdict == Verdict::Agree;
    assert!(!told.is_empty() && told.iter().all(agree), "{told:?}");
    let first = "The blast killed 50 people, the mayor said.";
    assert!(numbers(first, report).contains("update"));
}

#[test]
fn a_rounded_value_is_evidence_of_one_question() {
    let left = "Nearly 3,100 teachers walked off the job Monday, shutting 42 schools, the district said. The union \
        wants a 9 percent raise over two years. The district has offered 5.5 percent, Superintendent Carla \
        Voss said at a news conference. \"Our kids are paying the price,\" Voss said. She said the district \
        faces a $38 million shortfall. Union president Dan Reed told the Gazette that starting pay is \
        $41,200 a year, the lowest in the state. He said talks would resume Wednesday at 10 a.m.";
    let right = "More than 3,000 teachers went on strike in Norfield on Monday, closing all 42 of the city's public \
        schools. The union is seeking raises of 9% over three years, while the district offers 5.5%, said \
        Superintendent Carla Voss, who warned of a $38.4 million budget gap. \"Our children are paying the \
        price for this,\" she told reporters. Teachers start at $42,100, union president Dan Reed said in a \
        statement. Negotiations are to resume on Tuesday morning, according to the district.";
    let gap = |right: &str| {
        let groups = shared(Kind::Number, left, right);
        let told = groups.iter().map(|group| group.reason.clone());
        told.filter(|reason| reason.contains("$38 million"))
            .collect::<Vec<_>>()
    };
    let rounded = gap(right);
    assert!(
        rounded.len() == 1 && rounded[0].ends_with("one is the other, rounded"),
        "{rounded:?}"
    );
    let other = gap(&right.replace("38.4", "36.4"));
    assert!(other.is_empty(), "{other:?}");
}

#[test]
fn a_rough_figure_is_not_rounded_besides() {
    assert_eq!(
        numbers(
            "The tornado stayed on the ground for 40 minutes.",
            "The tornado stayed on the ground for about 50 minutes.",
        ),
        "tornado stayed: conflict (nothing in the texts explains the difference)"
    );
    let near = numbers(
        "The tornado stayed on the ground for 48 minutes.",
        "The tornado stayed on the ground for about 50 minutes.",
    );
    assert!(near.contains("compatible (a rough figure"), "{near}");
    let under = numbers(
        "The tornado stayed on the ground for 40 minutes.",
        "The tornado stayed on the ground for just under 50 minutes.",
    );
    assert!(under.contains("conflict"), "{under}");
}

#[test]
fn a_half_is_rounded_up() {
    let sentenced =
        |years: &str| format!("A judge sentenced the deputy to {years} in prison on Friday.");
    let half = "12 and a half years";
    let down = numbers(&sentenced("12 years"), &sentenced(half));
    assert!(down.contains("conflict"), "{down}");
    let up = numbers(&sentenced("13 years"), &sentenced(half));
    assert!(
        up.contains("compatible (one is the other, rounded)"),
        "{up}"
    );
}

#[test]
fn what_is_arranged_is_still_to_come() {
    let told = numbers(
        "Some 4,800 nurses will return to work next week.",
        "About 4,000 nurses are to return to work next week.",
    );
    assert!(told.contains("conflict"), "{told}");
    let done = numbers(
        "Some 4,800 nurses are to return to work.",
        "About 4,000 nurses have returned to work.",
    );
    assert!(done.contains("still to come"), "{done}");
}

#[test]
fn a_sum_told_with_what_it_was_for_is_no_other_sum() {
    let about = "Allina spent about $104 million on the strike, including pay for replacements.";
    let open = numbers("Allina spent more than $100 million on the strike.", about);
    assert!(open.contains("compatible"), "{open}");
    let other = numbers("Allina spent $80 million on the strike.", about);
    assert!(other.contains("counts more in"), "{other}");
    let donors = numbers(
        "The $95 million mission was paid for by donors, including a banker from Lodz.",
        "The $81 million mission was paid for by donors.",
    );
    assert!(!donors.contains("counts more in"), "{donors}");
}

#[test]
fn a_source_without_a_name_may_be_the_other() {
    let said = |source: &str| {
        format!("A blast tore through a refinery and hurt 27 workers, {source} said.")
    };
    let who = |left: &str, right: &str| judged(Kind::Attribution, &said(left), &said(right));
    let unnamed = who("officials", "Sheriff Ron Matherne");
    assert!(
        unnamed.ends_with("(a source that is not named may be the other)"),
        "{unnamed}"
    );
    let two = who("Mayor Ann Lee", "Sheriff Ron Matherne");
    assert!(
        two.ends_with("(the reports give it to different speakers)"),
        "{two}"
    );
}

#[test]
fn what_nobody_is_given_is_no_question_of_who_said_it() {
    let charged = "A dozen people have been charged in the case at the county jail.";
    assert!(shared(Kind::Attribution, charged, charged).is_empty());
}

#[test]
fn the_shares_of_two_candidates_meet_each_their_own() {
    let left = "Renner drew 47 percent of likely voters to 42 percent for Ortiz in the poll.";
    let right = "The Republican is backed by 47 percent, compared with 43 percent for Democrat Lena Ortiz, in the poll.";
    let told = shared(Kind::Number, left, right);
    let reason = |value: &str| {
        let mut groups = told.iter().filter(|group| group.reason.contains(value));
        groups
            .next()
            .map(|group| group.reason.clone())
            .unwrap_or_default()
    };
    assert!(reason("42 percent").contains("43 percent"), "{told:?}");
    assert!(!reason("47 percent").contains("43 percent"), "{told:?}");
}

#[test]
fn times_are_no_things() {
    let told = shared(
        Kind::Number,
        "Officials said some victims of the storm had been counted twice.",
        "Two victims of the storm had been counted, officials said.",
    );
    assert!(told.is_empty(), "{told:?}");
    let same = numbers(
        "Some victims of the storm had been counted twice.",
        "Some victims of the storm had been counted two times.",
    );
    assert!(same.contains("agree"), "{same}");
}

#[test]
fn times_are_those_of_one_act() {
    let fired = "Pistor fired four shots through the bathroom door.";
    let times = "Pistor fired four times through the bathroom door.";
    let one = numbers(fired, times);
    assert!(one.contains("agree"), "{one}");
    let hit = "Ms. Stenkamp was hit three times through the bathroom door.";
    let two = shared(Kind::Number, hit, times);
    assert!(two.is_empty(), "{two:?}");
}

#[test]
fn one_share_may_be_told_as_a_level_and_as_a_change() {
    let told = numbers(
        "The contract gives the nurses raises of 2.5 percent.",
        "The contract brings the nurses 2.5 percent more pay.",
    );
    assert!(told.contains("agree"), "{told}");
    let fell = shared(
        Kind::Number,
        "Unemployment fell 2 percent in the county in May.",
        "Unemployment in the county was 4 percent in May.",
    );
    assert!(fell.is_empty(), "{fell:?}");
}

#[test]
fn of_those_are_the_people_and_not_the_states_they_are_in() {
    assert_eq!(
        numbers(
            "The outbreak has made 32 people sick in 11 states. Of those, 13 were taken to the hospital.",
            "Thirteen people were taken to the hospital.",
        ),
        "people hospitalized: agree (the same value)"
    );
}

#[test]
fn money_that_is_saved_is_no_rescue() {
    assert_eq!(
        numbers(
            "The change would save the hospital $10 million a year.",
            "The change will save the hospital $12 million a year.",
        ),
        "change save: conflict (nothing in the texts explains the difference)"
    );
}

#[test]
fn two_announcements_of_two_days_are_two() {
    let declared = "House Speaker Paul Rennick on Thursday declared that he cannot support the nominee of his party.";
    let announced = "House Speaker Paul Rennick on Friday announced that he will meet the nominee of his party.";
    let told = shared(Kind::Time, declared, announced);
    assert!(
        told.iter().all(|group| group.verdict != Verdict::Conflict),
        "{told:?}"
    );
    let again = announced
        .replace("announced", "declared")
        .replace("will meet", "cannot support");
    let told = shared(Kind::Time, declared, &again);
    assert!(
        told.iter().any(|group| group.verdict == Verdict::Conflict),
        "{told:?}"
    );
}

#[test]
fn a_share_of_the_vote_is_no_part_of_it() {
    let left = "With all precincts in, Handley had 52.1 percent of the vote to Oster's 47.9 percent, a margin of about 9,700 votes out of 259,000 cast.";
    let right = "Handley got 51.9 percent of the vote and Oster 48.1 percent, with 99 percent of precincts counted.";
    let told = shared(Kind::Number, left, right);
    let differ = |a: &str, b: &str| {
        let group = told.iter().find(|group| group.reason.contains(a));
        group.is_some_and(|group| group.reason.contains(b) && group.verdict == Verdict::Conflict)
    };
    assert!(differ("52.1", "51.9") && differ("47.9", "48.1"), "{told:?}");
}

#[test]
fn those_in_critical_condition_are_not_all_the_wounded() {
    let told = shared(
        Kind::Number,
        "A man wounded 14 people at the plant. Ten of the wounded were in critical condition.",
        "Sixteen people were wounded at the plant. Nine of the injured were listed in critical condition.",
    );
    let reasons: Vec<&str> = told.iter().map(|group| group.reason.as_str()).collect();
    assert_eq!(told.len(), 2, "{reasons:?}");
    assert!(
        reasons
            .iter()
            .any(|reason| reason.contains("“14”") && reason.contains("“Sixteen”")),
        "{reasons:?}"
    );
    assert!(
        reasons
            .iter()
            .any(|reason| reason.contains("“Ten”") && reason.contains("“Nine”")),
        "{reasons:?}"
    );
}

#[test]
fn who_was_killed_aboard_is_no_count_of_those_on_board() {
    let told = shared(
        Kind::Number,
        "The plane hit a mountain, killing 77 people aboard.",
        "There were 78 people on board the plane when it hit the mountain.",
    );
    assert!(told.is_empty(), "{told:?}");
}

#[test]
fn the_sixth_to_die_makes_six_dead() {
    let told = numbers(
        "Death toll in the Carr fire rises to 6.",
        "The Carr fire has killed a sixth person, the sheriff said.",
    );
    assert_eq!(told, "people killed: agree (the same value)");
    let other = shared(
        Kind::Number,
        "The fire is the sixth of the year in the county.",
        "The fire has destroyed six homes in the county.",
    );
    assert!(other.is_empty(), "{other:?}");
}

#[test]
fn what_had_been_before_contradicts_no_headline() {
    let report = |body: &str| format!("Death toll in blaze rises; 7 still missing\n\n{body}");
    let found = |body: &str| {
        let other = "Seven people are still missing in the blaze, the sheriff said.";
        let articles = vec![
            article("left.txt", report(body)),
            article("right.txt", other),
        ];
        let comparison = compare(extract(articles), None);
        let rules = comparison.findings.iter().map(|finding| finding.rule);
        rules
            .filter(|rule| *rule == claimdiff::compare::Rule::InternalConflict)
            .count()
    };
    assert_eq!(
        found(
            "Sixteen people had been reported missing in the blaze; nine of them were found safe."
        ),
        0
    );
    assert_eq!(
        found("Sixteen people are still missing in the blaze, the sheriff said."),
        1
    );
}

#[test]
fn more_than_a_forecast_is_no_count_besides() {
    let told = numbers(
        "The economy created 321,000 jobs last month, far more than the 225,000 that economists had forecast.",
        "Economists had forecast 250,000 jobs last month.",
    );
    assert!(!told.contains("besides others"), "{told}");
}

#[test]
fn them_are_those_of_whom_the_sentence_tells() {
    let told = numbers(
        "Officials said 12,000 firefighters were battling 17 fires. About 3,400 of them were on the Carr fire.",
        "More than 3,300 firefighters were on the Carr fire.",
    );
    assert!(told.starts_with("firefighters"), "{told}");
    let children = numbers(
        "Two gunmen killed 14 people at the market. Three of them were children.",
        "Three of the people killed at the market were children.",
    );
    assert!(!children.contains("gunmen"), "{children}");
}

#[test]
fn an_hour_takes_its_day_from_the_other_report() {
    let late = "Gov. Pat Ruiz declared a state of emergency late Monday.";
    let told = |left: &str, right: &str| {
        let groups = shared(Kind::Time, left, right);
        groups
            .iter()
            .map(|group| group.verdict)
            .max_by_key(|verdict| *verdict == Verdict::Conflict)
    };
    let hour = "A man is on life support on Tuesday. Gov. Pat Ruiz declared the state of emergency at about 11 p.m.";
    assert_eq!(told(late, hour), Some(Verdict::Agree));
    let day = "Gov. Pat Ruiz declared a state of emergency at about 11 p.m. on Saturday.";
    assert_ne!(told(late, day), Some(Verdict::Agree));
}

#[test]
fn injuries_are_people_injured() {
    let said = |injuries: &str| {
        format!("The company knows of eight crashes and {injuries} injuries tied to the switch.")
    };
    assert_eq!(
        shared(Kind::Number, &said("six"), &said("nine"))
            .iter()
            .map(|group| (group.question.as_str(), group.verdict))
            .collect::<Vec<_>>(),
        [
            ("people injured", Verdict::Update),
            ("crashes", Verdict::Agree)
        ]
    );
}

#[test]
fn tons_may_be_metric() {
    let flown =
        |tons: &str| format!("India has flown in {tons} of relief goods for the survivors.");
    let one = numbers(&flown("43 tons"), &flown("43 tonnes"));
    assert!(one.contains("compatible"), "{one}");
    let two = numbers(&flown("43 tons"), &flown("53 tonnes"));
    assert!(two.contains("conflict"), "{two}");
}

#[test]
fn each_part_of_a_row_has_the_place_before_it() {
    let left = "In Norway the number of dead was put at 72, in Sweden at 25.";
    let right = "Another 61 people died in Norway and 20 in Sweden.";
    let told = shared(Kind::Number, left, right);
    let mixed = |a: &str, b: &str| {
        told.iter()
            .any(|group| group.reason.contains(a) && group.reason.contains(b))
    };
    assert!(!mixed("“72”", "“20”") && !mixed("“25”", "61”"), "{told:?}");
}

#[test]
fn the_dead_of_long_ago_are_not_those_of_the_news() {
    let left = "The earthquake killed more than 3,800 people in Nepal, police said.";
    let right = "The earthquake killed 3,700 people in Nepal. Nobody there had felt the like since 8,500 villagers died in a landslide in 1934.";
    let told = shared(Kind::Number, left, right);
    assert!(told.iter().all(|group| group.claims.len() == 2), "{told:?}");
    assert!(
        told.iter().any(|group| group.reason.contains("3,700")),
        "{told:?}"
    );
}

#[test]
fn history_does_not_move() {
    let old = |toll: &str| {
        format!("Nobody had felt the like since a quake killed {toll} villagers in 1934.")
    };
    let told = numbers(&old("8,500"), &old("more than 10,000"));
    assert!(told.contains("conflict"), "{told}");
    let new = |toll: &str| format!("The quake killed {toll} villagers on Monday.");
    let told = numbers(&new("8,500"), &new("more than 10,000"));
    assert!(told.contains("update"), "{told}");
}

#[test]
fn a_score_is_no_count() {
    let told = shared(
        Kind::Number,
        "Clinton leads Sanders in delegates, 1,428 to 1,153.",
        "Clinton told 1,300 delegates that she leads Sanders.",
    );
    assert!(told.is_empty(), "{told:?}");
    let score = numbers(
        "Clinton leads Sanders in delegates, 1,428 to 1,153.",
        "Clinton leads Sanders in delegates, 1,482 to 1,153.",
    );
    assert!(score.contains("conflict"), "{score}");
}

#[test]
fn decades_of_a_life_tell_two_people_apart() {
    let man = |age: &str| format!("Officers are looking for a man in his {age} who fled the shop.");
    assert!(shared(Kind::Number, &man("late teens"), &man("20s")).is_empty());
    assert_eq!(shared(Kind::Number, &man("20s"), &man("20s")).len(), 1);
}
