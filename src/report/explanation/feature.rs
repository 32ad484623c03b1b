//! The features of likeness in words an editor understands: a feature in, what it says of two claims out.

use crate::align::Feature;

/// What a feature that gave something says of the two claims.
pub(super) const fn words(feature: Feature) -> &'static str {
    match feature {
        Feature::Bias => "what speaks against any two claims before they are looked at",
        Feature::SameValue => "the same value, which two claims seldom share by chance",
        Feature::OnlyThere => "the reports give this value for little else",
        Feature::Overlap => "both values can hold",
        Feature::Apart => "how far the values lie apart",
        Feature::Rounded => "one value is the other, rounded",
        Feature::Slip => "the values differ as by a slip of the pen",
        Feature::Close => "values hardly as near to each other by chance",
        Feature::Near => "likeness of the words next to the values",
        Feature::Sentence => "likeness of the sentences",
        Feature::Both => "alike both next to the values and in the whole sentences",
        Feature::SameOutcome => "the same happened",
        Feature::SameCounted => "the same is counted",
        Feature::OtherCounted => "something else is counted",
        Feature::Narrower => "one counts a part of what the other counts",
        Feature::SameSubject => "they are said of one name",
        Feature::SameRate => "they are counted per the same",
        Feature::OtherSort => "what is counted is told apart by the words before it",
        Feature::OneCounted => "only one says what it counts, and the values differ",
        Feature::OtherShare => "they are different shares, of which there is one for every group",
        Feature::SharedOthers => "the sentences share other values",
        Feature::Distance => "how far apart they stand in their reports",
        Feature::OtherSubject => "they are said of different names",
        Feature::Headline => "it stands in a headline",
        Feature::Top => "both stand at the top of their reports",
        Feature::HeadlineAndTop => "one is a headline, the other stands at the top",
        Feature::OtherEvent => "by their dates, they tell of different events",
        Feature::SamePlace => "both sentences name one place",
        Feature::OtherPlace => "the sentences name different places",
        Feature::OtherActor => "the values are told of two people",
        Feature::CountedElsewhere => "a report counts in the two places apart",
    }
}
