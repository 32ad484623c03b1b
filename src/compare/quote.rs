//! Verdicts on quotations: one utterance in two reports in, how its words differ out.
//!
//! Marks, case and ellipses do not count; a shortened quotation is compatible; other words are a conflict, and
//! the reason shows which.

use claims::syntax::Token;
use similar::{DiffTag, capture_diff_slices};

use super::judgement::{Cause, Judgement};
use super::{ClaimId, Report, Verdict};

/// Judges two quotations of one utterance.
#[must_use]
pub fn judge(reports: &[Report], left: ClaimId, right: ClaimId) -> Judgement {
    let (a, b) = (words(reports, left), words(reports, right));
    let keys = |words: &[Token]| words.iter().map(|token| token.key).collect::<Vec<_>>();
    let (a, b) = (keys(&a), keys(&b));
    if a == b {
        Judgement::new(Verdict::Agree, Cause::SameWords)
    } else if holds(&a, &b) || holds(&b, &a) {
        Judgement::new(Verdict::Compatible, Cause::Shortened)
    } else if only_ends_differ(&a, &b) {
        Judgement::new(Verdict::Compatible, Cause::OtherPart)
    } else {
        Judgement::new(Verdict::Conflict, Cause::OtherWords)
    }
}

fn words(reports: &[Report], id: ClaimId) -> Vec<Token> {
    crate::align::quoted_words(&reports[id.report], id.claim)
}

/// Whether `part` stands in `whole` word for word.
fn holds<T: PartialEq>(whole: &[T], part: &[T]) -> bool {
    part.len() <= whole.len() && whole.windows(part.len().max(1)).any(|run| run == part)
}

/// Two cuts of one utterance: the words they share are one run at the end of one and the start of the other.
fn only_ends_differ<T: PartialEq>(a: &[T], b: &[T]) -> bool {
    const SHARED: usize = 3;
    let meets = |a: &[T], b: &[T]| {
        (SHARED..=a.len().min(b.len())).any(|count| a[a.len() - count..] == b[..count])
    };
    meets(a, b) || meets(b, a)
}

/// The words that differ, as an editor marks them: `[shouldn't] have used {should have used}`.
#[must_use]
pub fn difference(reports: &[Report], left: ClaimId, right: ClaimId) -> String {
    let (first, second) = (&reports[left.report], &reports[right.report]);
    let (a, b) = (words(reports, left), words(reports, right));
    let keys = |words: &[Token]| words.iter().map(|token| token.key).collect::<Vec<_>>();
    let show = |report: &Report, words: &[Token]| {
        let words: Vec<&str> = words.iter().map(|token| report.words(token.span)).collect();
        if words.is_empty() {
            "nothing".to_owned()
        } else {
            format!("“{}”", words.join(" "))
        }
    };
    let changes = capture_diff_slices(similar::Algorithm::Myers, &keys(&a), &keys(&b));
    let last = changes.len().saturating_sub(1);
    let inner = changes.iter().enumerate().filter(|(at, change)| {
        let end = *at == 0 || *at == last;
        change.tag() == DiffTag::Replace || (!end && change.tag() != DiffTag::Equal)
    });
    let shown = inner.map(|(_, change)| {
        format!(
            "{} against {}",
            show(first, &a[change.old_range()]),
            show(second, &b[change.new_range()])
        )
    });
    shown.take(3).collect::<Vec<_>>().join(", ")
}
