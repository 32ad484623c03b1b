//! Numbers that are names: "Route 1", "Flight 370", "Section 427" of the draft in, whether a source has another out.

use claims::Span;
use claims::quantity::QuantityKind;
use claims::syntax::Key;

use super::answer::Fault;
use super::desk::Desk;
use super::wording::words;
use crate::compare::{Location, Report, Rule, Severity};

/// A number with the word before it, which it belongs to.
struct Identifier {
    span: Span,
    word: Key,
    keys: Vec<Key>,
}

/// The identifiers of the draft that no source has, where a source has the same word with another number.
pub(super) fn faults(desk: &Desk<'_>) -> Vec<Fault> {
    let own = identifiers(&desk.reports[desk.draft]);
    let unknown = own
        .iter()
        .filter(|one| desk.wording.exact(&one.keys).is_empty());
    unknown.filter_map(|one| fault(desk, one)).collect()
}

fn identifiers(report: &Report) -> Vec<Identifier> {
    let quantities = report.extraction.quantities.iter();
    let named = quantities.filter(|one| one.kind == QuantityKind::Identifier);
    let tokens = &report.extraction.analysis.tokens;
    let identifiers = named.filter_map(|one| {
        let start = one.tokens.start.checked_sub(1)?;
        let span = tokens[start].span.cover(one.core);
        let words = words(report, span);
        Some(Identifier {
            span,
            word: words.first()?.key,
            keys: words.iter().map(|token| token.key).collect(),
        })
    });
    identifiers.collect()
}

fn fault(desk: &Desk<'_>, own: &Identifier) -> Option<Fault> {
    let of_source = |&source: &usize| {
        let others = identifiers(&desk.reports[source]).into_iter();
        let mut same = others.filter(|other| other.word == own.word);
        same.next().map(|other| (source, other.span))
    };
    let (report, span) = desk.sources.iter().find_map(of_source)?;
    let source = &desk.reports[report];
    let draft = desk.reports[desk.draft].words(own.span);
    let message = format!(
        "no source has “{draft}”; {} has “{}”",
        source.outlet,
        source.words(span)
    );
    let mut fault = Fault::new(Rule::NameVariant, message, vec![Location { report, span }]);
    fault.severity = Some(Severity::Warning);
    fault.span = Some(own.span);
    Some(fault)
}
