//! Verdicts on quotations: one utterance in two reports in, how its words differ out.
//!
//! Marks, case and ellipses do not count; a shortened quotation is compatible; other words are a conflict, and
//! the reason shows which.

use claims::Span;
use claims::syntax::{Key, Token};
use similar::{Algorithm, DiffOp, DiffTag, capture_diff_slices};

use super::judgement::{Cause, Judgement};
use super::{ClaimId, Report, Verdict};

/// Judges two quotations of one utterance.
#[must_use]
pub fn judge(reports: &[Report], left: ClaimId, right: ClaimId) -> Judgement {
    let (a, b) = (Words::of(reports, left), Words::of(reports, right));
    if a.keys == b.keys {
        return Judgement::new(Verdict::Agree, Cause::SameWords);
    }
    if holds(&a.keys, &b.keys) || holds(&b.keys, &a.keys) {
        return Judgement::new(Verdict::Compatible, Cause::Shortened);
    }
    let changes = a.changes(&b);
    let same = changes.iter().filter(|one| one.tag() == DiffTag::Equal);
    let longest = same.map(|one| one.old_range().len()).max();
    let told = changes.iter().filter(|one| one.tag() != DiffTag::Equal);
    let cut = told.clone().all(|one| a.cuts(one, &b));
    if cut && longest >= Some(SHARED) {
        let first = told.clone().next().map(|one| one.tag());
        let one_way = told.clone().all(|one| Some(one.tag()) == first);
        let cause = if one_way {
            Cause::Shortened
        } else {
            Cause::OtherPart
        };
        Judgement::new(Verdict::Compatible, cause)
    } else {
        Judgement::new(Verdict::Conflict, Cause::OtherWords)
    }
}

/// Words that two cuts of one utterance share in a row.
const SHARED: usize = 3;

/// The words of a quotation, and where it says that some are left out.
struct Words {
    tokens: Vec<Token>,
    keys: Vec<Key>,
    /// For each word and for the end, whether an ellipsis stands before it.
    left_out: Vec<bool>,
}

impl Words {
    fn of(reports: &[Report], id: ClaimId) -> Self {
        let report = &reports[id.report];
        let words = crate::align::quoted_words(report, id.claim);
        let span = report.claim(id.claim).span;
        let starts = words.iter().map(|word| word.span.start);
        let ends = words.iter().map(|word| word.span.end);
        let gaps = std::iter::once(span.start)
            .chain(ends)
            .zip(starts.chain([span.end]));
        let left_out = gaps.map(|(start, end)| {
            // A number may reach back over what stands before its first token.
            has_ellipsis(report.words(Span::new(start.min(end), end)))
        });
        let left_out = left_out.collect();
        Self {
            keys: words.iter().map(|word| word.key).collect(),
            left_out,
            tokens: words,
        }
    }

    fn changes(&self, other: &Self) -> Vec<DiffOp> {
        capture_diff_slices(Algorithm::Myers, &self.keys, &other.keys)
    }

    /// Whether a change only leaves words out: at an end, or where an ellipsis says so.
    fn cuts(&self, change: &DiffOp, other: &Self) -> bool {
        let (old, new) = (change.old_range(), change.new_range());
        let at_end = (old.start == 0 && new.start == 0)
            || (old.end == self.keys.len() && new.end == other.keys.len());
        match change.tag() {
            DiffTag::Equal => true,
            DiffTag::Insert => at_end || self.left_out[old.start],
            DiffTag::Delete => at_end || other.left_out[new.start],
            DiffTag::Replace => false,
        }
    }
}

/// Whether the marks between two words leave something out.
fn has_ellipsis(marks: &str) -> bool {
    marks.contains('…') || marks.contains("...") || marks.contains(". . .")
}

/// Whether `part` stands in `whole` word for word.
fn holds<T: PartialEq>(whole: &[T], part: &[T]) -> bool {
    part.len() <= whole.len() && whole.windows(part.len().max(1)).any(|run| run == part)
}

/// The words that differ, as an editor marks them: `[shouldn't] have used {should have used}`.
#[must_use]
pub fn difference(reports: &[Report], left: ClaimId, right: ClaimId) -> String {
    let (first, second) = (&reports[left.report], &reports[right.report]);
    let show = |report: &Report, words: &[Token]| {
        let words: Vec<&str> = words.iter().map(|token| report.words(token.span)).collect();
        if words.is_empty() {
            "nothing".to_owned()
        } else {
            format!("“{}”", words.join(" "))
        }
    };
    let (a, b) = (Words::of(reports, left), Words::of(reports, right));
    let changes = a.changes(&b);
    let inner = changes.iter().filter(|change| !a.cuts(change, &b));
    let shown = inner.map(|change| {
        format!(
            "{} against {}",
            show(first, &a.tokens[change.old_range()]),
            show(second, &b.tokens[change.new_range()])
        )
    });
    shown.take(3).collect::<Vec<_>>().join(", ")
}
