//! Words of a draft that say the contrary of what its sources have in their place.

mod common;

use common::contradictions;

const SOURCE: &str = "Harbor blaze\n\nPolice arrested three brothers from Alder on Monday, the sheriff said.\n\nShares of the shipyard Norwatt rose nearly 9 percent on the news of the sale.\n\nThe fire injured a street sweeper near the old market.";

/// What is told of contrary words in a draft that rests on the source.
fn told(draft: &str) -> Vec<String> {
    contradictions(draft, SOURCE)
}

#[test]
fn a_contrary_word_in_the_words_of_a_source_is_told() {
    assert_eq!(
        told(
            "Harbor blaze\n\nPolice charged three brothers from Alder on Monday, the sheriff said."
        ),
        ["the draft has “charged” where source has “arrested”"]
    );
    assert_eq!(
        told(
            "Harbor blaze\n\nShares of the shipyard Norwatt fell nearly 9 percent on the news of the sale."
        ),
        ["the draft has “fell” where source has “rose”"]
    );
    assert_eq!(
        told("Harbor blaze\n\nThe fire killed a street sweeper near the old market."),
        ["the draft has “killed” where source has “injured”"]
    );
}

#[test]
fn other_words_for_the_same_and_other_things_are_left_alone() {
    for draft in [
        "Harbor blaze\n\nPolice detained three brothers from Alder on Monday, the sheriff said.",
        "Harbor blaze\n\nShares of the shipyard Norwatt climbed nearly 9 percent on the news of the sale.",
        "Harbor blaze\n\nThe fire hurt a street sweeper near the old market.",
        "Harbor blaze\n\nThe owner of the old market spoke at the fire of a murdered street sweeper.",
        "Harbor blaze\n\nA judge charged the mayor's driver with theft in June.",
        SOURCE,
    ] {
        assert_eq!(told(draft), [""; 0], "{draft}");
    }
}

#[test]
fn general_verbs_deny_nothing() {
    assert_eq!(
        told(
            "Harbor blaze\n\nThe sheriff did not say on Monday why three brothers from Alder left."
        ),
        [""; 0]
    );
    assert_eq!(
        told(
            "Harbor blaze\n\nPolice have not arrested three brothers from Alder, the sheriff said on Monday."
        ),
        ["the draft denies “arrested”, source states it"]
    );
}
