//! Suppressions: the directives of a report in, the bytes they cover and the rules they silence out.

use claims::Span;

use super::directive::{self, Act, Directive};
use super::remark::Remark;
use crate::compare::{Report, Rule};
use crate::input::comment::comments;
use crate::original::Original;

/// One rule, or all, silenced over some bytes.
#[derive(Debug)]
pub(super) struct Suppression {
    /// The rule; `None` for all.
    rule: Option<Rule>,
    /// The bytes.
    covers: Span,
    /// The comment; `None` where the front matter says so.
    comment: Option<Span>,
    /// Whether it has silenced anything.
    used: bool,
}

/// The suppressions of one report.
#[derive(Debug, Default)]
pub(super) struct Suppressions {
    all: Vec<Suppression>,
}

impl Suppressions {
    /// Reads those of `report`; what cannot be obeyed becomes a remark.
    pub(super) fn read(report: &Report, require_reason: bool, remarks: &mut Vec<Remark>) -> Self {
        let text = report.file();
        let mut found = Self::default();
        if report.exempt {
            let whole = Span::new(0, text.len() as u32);
            found.add(&[], whole, None);
        }
        let mut open: Vec<Directive> = Vec::new();
        for read in directive::read(text) {
            match read {
                Err(flaw) => remarks.push(Remark::at(report, flaw.span, flaw.message)),
                Ok(directive) => {
                    if lacks_reason(&directive) && require_reason {
                        let message =
                            "this suppression has no reason and is not obeyed; put one behind --";
                        remarks.push(Remark::at(report, directive.span, message));
                    } else {
                        found.obey(directive, &mut open, report, remarks);
                    }
                }
            }
        }
        for directive in open {
            let message = "this region has no end; put <!-- claimdiff-ignore-end --> behind it";
            remarks.push(Remark::at(report, directive.span, message));
            let rest = Span::new(directive.span.end, text.len() as u32);
            found.add(&directive.rules, rest, Some(directive.span));
        }
        found
    }

    fn obey(
        &mut self,
        directive: Directive,
        open: &mut Vec<Directive>,
        report: &Report,
        remarks: &mut Vec<Remark>,
    ) {
        match directive.act {
            Act::Begin => open.push(directive),
            Act::NextLine => {
                let line = next_line(report, directive.span.end);
                self.add(&directive.rules, line, Some(directive.span));
            }
            Act::End => {
                let ends =
                    |one: &Directive| directive.rules.is_empty() || one.rules == directive.rules;
                match open.iter().rposition(ends) {
                    Some(at) => {
                        let begin = open.remove(at);
                        let region = Span::new(begin.span.end, directive.span.start);
                        self.add(&begin.rules, region, Some(begin.span));
                    }
                    None => remarks.push(Remark::at(
                        report,
                        directive.span,
                        "nothing begins that ends here",
                    )),
                }
            }
        }
    }

    fn add(&mut self, rules: &[Rule], covers: Span, comment: Option<Span>) {
        let suppression = |rule| Suppression {
            rule,
            covers,
            comment,
            used: false,
        };
        if rules.is_empty() {
            self.all.push(suppression(None));
        }
        self.all
            .extend(rules.iter().map(|&rule| suppression(Some(rule))));
    }

    /// Whether a finding of `rule` at byte `at` of the file is silenced.
    pub(super) fn silence(&mut self, rule: Rule, at: u32) -> bool {
        let mut silenced = false;
        for one in &mut self.all {
            let covers = one.covers.start <= at && at < one.covers.end;
            if covers && one.rule.is_none_or(|only| only == rule) {
                one.used = true;
                silenced = true;
            }
        }
        silenced
    }

    /// The comments that silenced nothing.
    pub(super) fn unused<'a>(&'a self, report: &'a Report) -> impl Iterator<Item = Remark> + 'a {
        let unused = self.all.iter().filter(|one| !one.used);
        unused.filter_map(|one| {
            let what = one.rule.map_or("nothing", |_| "no finding");
            let of = one
                .rule
                .map_or_else(String::new, |rule| format!(" of {}", rule.id()));
            let message = format!("there is {what}{of} here to suppress; take the comment away");
            Some(Remark::at(report, one.comment?, message))
        })
    }
}

fn lacks_reason(directive: &Directive) -> bool {
    directive.act != Act::End && directive.reason.is_none()
}

/// The next line behind byte `at` of the file; in HTML, whose lines mean nothing, the next paragraph.
fn next_line(report: &Report, at: u32) -> Span {
    match &report.original {
        Original::Pieces(pieces) => {
            let text = &report.document.text;
            let start = pieces.text_at(at).unwrap_or(text.len() as u32);
            let rest = &text[start as usize..];
            let length = rest.find("\n\n").unwrap_or(rest.len()) as u32;
            report.in_file(Span::new(start, start + length))
        }
        Original::Same | Original::Paragraphs(_) => next_line_of(report.file(), at),
    }
}

/// The next line behind byte `at` that holds more than blanks and comments of claimdiff.
fn next_line_of(text: &str, at: u32) -> Span {
    let at = at as usize;
    let mut start = text[at..].find('\n').map_or(text.len(), |end| at + end + 1);
    for line in text[start..].split_inclusive('\n') {
        let end = start + line.len();
        let comments: u32 = comments(line).map(Span::len).sum();
        if line.trim().len() > comments as usize {
            return Span::new(start as u32, end as u32);
        }
        start = end;
    }
    Span::new(text.len() as u32, text.len() as u32)
}

#[cfg(test)]
mod tests {
    use claims::Document;
    use proptest::prelude::*;

    use super::*;

    fn report(text: &str) -> Report {
        Report {
            path: "draft.md".to_owned(),
            document: Document::new(text),
            ..Report::default()
        }
    }

    fn silences(text: &str, rule: Rule, words: &str) -> bool {
        let report = report(text);
        let mut suppressions = Suppressions::read(&report, false, &mut Vec::new());
        suppressions.silence(rule, text.find(words).unwrap() as u32)
    }

    #[test]
    fn the_next_line_with_text_is_covered_and_no_other() {
        let text = "<!-- claimdiff-ignore-next-line number-conflict -- x -->\n\n<!-- claimdiff-ignore-next-line \
                    quote-altered -->\nNine people.\nTen people.\n";
        assert!(silences(text, Rule::NumberConflict, "Nine"));
        assert!(silences(text, Rule::QuoteAltered, "Nine"));
        assert!(!silences(text, Rule::NumberSlip, "Nine"));
        assert!(!silences(text, Rule::NumberConflict, "Ten"));
    }

    #[test]
    fn regions_nest() {
        let text = "a <!-- claimdiff-ignore-begin number-slip -->b <!-- claimdiff-ignore-begin -->c \
                    <!-- claimdiff-ignore-end -->d <!-- claimdiff-ignore-end number-slip -->e";
        for (words, slip, other) in [
            ("a ", false, false),
            ("b ", true, false),
            ("c ", true, true),
            ("d ", true, false),
        ] {
            assert_eq!(silences(text, Rule::NumberSlip, words), slip, "{words}");
            assert_eq!(silences(text, Rule::NumberSum, words), other, "{words}");
        }
    }

    #[test]
    fn faults_and_unused_ones_are_remarked() {
        let report = report(
            "<!-- claimdiff-ignore-end -->\n<!-- claimdiff-ignore-next-line number-slip -->\nNine.\n\
             <!-- claimdiff-ignore-begin -- why -->\nTen.\n",
        );
        let mut remarks = Vec::new();
        let suppressions = Suppressions::read(&report, true, &mut remarks);
        remarks.extend(suppressions.unused(&report));
        let remarks: Vec<String> = remarks.iter().map(ToString::to_string).collect();
        let expected = [
            "draft.md:1:1: nothing begins that ends here",
            "draft.md:2:1: this suppression has no reason and is not obeyed; put one behind --",
            "draft.md:4:1: this region has no end; put <!-- claimdiff-ignore-end --> behind it",
            "draft.md:4:1: there is nothing here to suppress; take the comment away",
        ];
        assert_eq!(remarks, expected);
    }

    proptest! {
        #[test]
        fn suppressions_of_any_text_stay_inside_it(
            text in "(<!-- claimdiff-(ignore-begin|ignore-end|ignore-next-line)( number-slip)? -->|Nine\\.|[ \né]){0,12}",
        ) {
            let mut remarks = Vec::new();
            let found = Suppressions::read(&report(&text), false, &mut remarks);
            for one in &found.all {
                prop_assert!(text.get(one.covers.range()).is_some(), "{one:?}");
            }
        }
    }
}
