//! Reasons: a judged group in, one plain sentence that names the deciding evidence out.

use claims::Span;
use claims::quantity::Modifier;

use super::judgement::Cause;
use super::slip::Slip;
use super::{ClaimId, Decided, Group, Report, quote};
use crate::text::{clean, shorten, without_clause};

/// Why the group has its verdict.
#[must_use]
pub fn of(reports: &[Report], group: &Group) -> String {
    match group.decided {
        None => format!("only {} gives it", outlet(reports, group.values[0])),
        Some(decided) => explain(reports, &decided),
    }
}

/// Values and cause of one judgement, in words.
#[must_use]
pub fn explain(reports: &[Report], decided: &Decided) -> String {
    let (left, right) = (value(reports, decided.left), value(reports, decided.right));
    format!("{left} and {right}: {}", because(reports, decided))
}

/// The reason without the values: "two digits have changed places".
#[must_use]
pub fn because(reports: &[Report], decided: &Decided) -> String {
    let (left, right) = (decided.left, decided.right);
    let decisive = decided
        .judgement
        .side
        .map(|side| if side == 0 { left } else { right });
    let who = decisive.map_or("one report", |id| outlet(reports, id));
    let words = |span: Span| decisive.map_or("", |id| reports[id.report].words(span));
    match decided.judgement.cause {
        Cause::SameValue => "the same value".to_owned(),
        Cause::Unread => "one of the two could not be resolved".to_owned(),
        Cause::Hedge(modifier) => format!("{} leaves room for both", hedge(modifier)),
        Cause::Rounding => "one is the other, rounded".to_owned(),
        Cause::CutDown => "one is the other, cut down to its first digits".to_owned(),
        Cause::OneUnitName => "one figure, and one name may mean both units".to_owned(),
        Cause::Converted => "the same value in another unit".to_owned(),
        Cause::Tolerated => "the difference lies within the tolerance".to_owned(),
        Cause::Including(span) => format!("{who} counts more in (“{}”)", words(span)),
        Cause::Excluding(span) => format!("{who} leaves some out (“{}”)", words(span)),
        Cause::Part(span) => format!("{who} counts a part (“{}”)", words(span)),
        Cause::Besides(span) => format!("{who} counts those besides others (“{}”)", words(span)),
        Cause::Narrower(span) => format!("{who} counts only {}", words(span)),
        Cause::Divided(span) => format!("{who} counts in parts (“{}”)", words(span)),
        Cause::Among(span) => format!("{who} gives it among “{}”", words(span)),
        Cause::Area(span) => format!("{who} counts over more (“{}”)", words(span)),
        Cause::Stretch(span) => format!("{who} counts over a longer time (“{}”)", words(span)),
        Cause::Forecast => format!("{who} speaks of what is still to come"),
        Cause::Moving(span) => format!("the count was moving (“{}”)", words(span)),
        Cause::Later => "the count was moving and the reports are of different days".to_owned(),
        Cause::Toll => "the count was moving and one report gives it as a bound".to_owned(),
        Cause::Hourly => {
            "such a count may move within a day, and neither text tells which is later".to_owned()
        }
        Cause::GivesBoth => "the count was moving, and one of them gives both figures".to_owned(),
        Cause::Denied => "one report denies what the other states".to_owned(),
        Cause::Slip(slip) => describe(slip),
        Cause::Differ => "nothing in the texts explains the difference".to_owned(),
        Cause::OtherTime => "both cannot be the time of one event".to_owned(),
        Cause::Within => "one lies within the other".to_owned(),
        Cause::Bound => "one only says until or since when".to_owned(),
        Cause::RoughTime => "one is given only roughly".to_owned(),
        Cause::SameSpeaker => "the reports give it to the same speaker".to_owned(),
        Cause::Unsourced => "one report does not say who said it".to_owned(),
        Cause::OtherSpeaker => "the reports give it to different speakers".to_owned(),
        Cause::UnnamedSpeaker => "a source that is not named may be the other".to_owned(),
        Cause::OtherSpelling => "one name, spelled otherwise".to_owned(),
        Cause::OtherName => "one and the same, called otherwise".to_owned(),
        Cause::OtherSurname => "one office and one given name, but two surnames".to_owned(),
        Cause::OtherRole => "one and the same, titled otherwise".to_owned(),
        Cause::SideRole => "one may well be both".to_owned(),
        Cause::TwoNames => "one speaker may call one thing both".to_owned(),
        Cause::SameRole => "one and the same office".to_owned(),
        Cause::OtherMedium => "one statement may be made in several places".to_owned(),
        Cause::OneOffice => "one office, given to two people".to_owned(),
        Cause::OtherPlace => "one place told otherwise, or two".to_owned(),
        Cause::ShorterName => "one name leaves out a part of the other".to_owned(),
        Cause::SameWords => "the same words".to_owned(),
        Cause::Shortened => "one quotation is a part of the other".to_owned(),
        Cause::OtherPart => "two parts of one utterance".to_owned(),
        Cause::OtherWords => format!(
            "the words differ: {}",
            quote::difference(reports, left, right)
        ),
    }
}

fn hedge(modifier: Modifier) -> &'static str {
    match modifier {
        Modifier::Exact => "the value",
        Modifier::About => "a rough figure",
        Modifier::Nearly => "“nearly”",
        Modifier::JustOver => "“just over”",
        Modifier::JustUnder => "“just under”",
        Modifier::AtLeast => "“at least”",
        Modifier::MoreThan => "“more than”",
        Modifier::AtMost => "“at most”",
        Modifier::LessThan => "“less than”",
        Modifier::UpTo => "“up to”",
        Modifier::Range => "a range",
    }
}

/// A slip in words.
#[must_use]
pub fn describe(slip: Slip) -> String {
    match slip {
        Slip::Magnitude(zeros) => {
            format!("they differ by a factor of 1{}", "0".repeat(zeros as usize))
        }
        Slip::Transposed => "two digits have changed places".to_owned(),
        Slip::Digit => "one digit differs".to_owned(),
    }
}

/// Longest value shown in a message, in characters: quotations are cut there, the sentence has the rest.
const LONGEST_VALUE: usize = 60;

/// Quotation marks, and the comma that stands inside of them; the message has marks of its own.
const MARKS: [char; 7] = ['"', '“', '”', '\'', '‘', '’', ','];

/// "13" in CBN (authorities)
fn value(reports: &[Report], id: ClaimId) -> String {
    let report = &reports[id.report];
    let claim = report.claim(id.claim);
    let words = report.stated(claim).trim_matches(MARKS);
    let words = shorten(&clean(words), LONGEST_VALUE);
    match report.source_of(claim) {
        Some(source) => {
            let source = without_clause(source);
            format!("{} has “{words}” ({source})", report.outlet)
        }
        None => format!("{} has “{words}”", report.outlet),
    }
}

fn outlet(reports: &[Report], id: ClaimId) -> &str {
    &reports[id.report].outlet
}
