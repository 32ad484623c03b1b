//! Comments that speak to claimdiff: a text in, its directives out, each with its bytes.
//!
//! ```text
//! <!-- claimdiff-ignore-next-line number-conflict -- the coroner confirmed 15 -->
//! <!-- claimdiff-ignore-begin quote-altered -- translated -->
//! …
//! <!-- claimdiff-ignore-end -->
//! ```
//! The comment is the same in Markdown, HTML and plain text. Without a rule it speaks of all.

use claims::Span;

use crate::compare::Rule;
use crate::input::comment::{PREFIX, comments};

/// What a comment says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Directive {
    /// What to do.
    pub(super) act: Act,
    /// The rules it speaks of; empty for all.
    pub(super) rules: Vec<Rule>,
    /// Why, behind the double hyphen.
    pub(super) reason: Option<String>,
    /// The comment.
    pub(super) span: Span,
}

/// What a directive asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Act {
    /// Leave the next line with text alone.
    NextLine,
    /// Leave everything alone up to the end.
    Begin,
    /// The end.
    End,
}

/// A comment that cannot be obeyed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Flaw {
    /// The comment.
    pub(super) span: Span,
    /// What is wrong with it.
    pub(super) message: String,
}

/// The directives of `text`, in order.
pub(super) fn read(text: &str) -> Vec<Result<Directive, Flaw>> {
    comments(text)
        .filter_map(|span| {
            let comment = span.slice(text);
            let inside = comment["<!--".len()..comment.len() - "-->".len()].trim();
            let said = inside.strip_prefix(PREFIX)?;
            Some(parse(said, span))
        })
        .collect()
}

fn parse(said: &str, span: Span) -> Result<Directive, Flaw> {
    let flaw = |message: String| Flaw { span, message };
    let (head, reason) = match said.split_once("--") {
        Some((head, reason)) => (
            head,
            Some(reason.trim()).filter(|reason| !reason.is_empty()),
        ),
        None => (said, None),
    };
    let mut words = head
        .split([' ', '\t', '\r', '\n', ','])
        .filter(|word| !word.is_empty());
    let name = words.next().unwrap_or_default();
    let act = match name {
        "ignore-next-line" => Act::NextLine,
        "ignore-begin" => Act::Begin,
        "ignore-end" => Act::End,
        _ => {
            return Err(flaw(format!(
                "`{PREFIX}{name}` is not known; there are {PREFIX}ignore-next-line, {PREFIX}ignore-begin and \
                 {PREFIX}ignore-end"
            )));
        }
    };
    let rules = words.map(|word| Rule::from_id(word).ok_or_else(|| flaw(Rule::unknown(word))));
    Ok(Directive {
        act,
        rules: rules.collect::<Result<_, _>>()?,
        reason: reason.map(str::to_owned),
        span,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn one(text: &str) -> Result<Directive, String> {
        let mut all = read(text);
        assert_eq!(all.len(), 1, "{text}");
        all.remove(0).map_err(|flaw| flaw.message)
    }

    #[test]
    fn rules_and_reason_are_read() {
        let text =
            "<!-- claimdiff-ignore-next-line number-conflict, quote-altered -- AP has 15 -->";
        let directive = one(text).unwrap();
        assert_eq!(directive.act, Act::NextLine);
        assert_eq!(directive.rules, [Rule::NumberConflict, Rule::QuoteAltered]);
        assert_eq!(directive.reason.as_deref(), Some("AP has 15"));
        let bare = one("x <!--claimdiff-ignore-begin--> y").unwrap();
        assert_eq!(
            (bare.act, bare.rules, bare.reason),
            (Act::Begin, vec![], None)
        );
    }

    #[test]
    fn what_cannot_be_obeyed_is_said() {
        assert_eq!(
            one("<!-- claimdiff-ignore-next-line number-conflit -->").unwrap_err(),
            "there is no rule `number-conflit`; did you mean number-conflict?"
        );
        assert!(
            one("<!-- claimdiff-ignore -->")
                .unwrap_err()
                .contains("is not known")
        );
    }

    #[test]
    fn other_comments_are_left_alone() {
        assert!(
            read("<!-- editor: check 12 --> <!-- see claimdiff-ignore-end --> <!-- open")
                .is_empty()
        );
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in "(<!--|-->|claimdiff-|ignore-begin|ignore-end|ignore-next-line|number-slip|--|[ \né,x<>-]){0,24}") {
            let mut end = 0;
            for read in read(&text) {
                let span = read.map_or_else(|flaw| flaw.span, |directive| directive.span);
                prop_assert!(end <= span.start && span.slice(&text).ends_with("-->"));
                end = span.end;
            }
        }
    }
}
