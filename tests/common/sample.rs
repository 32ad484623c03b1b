//! A small comparison, written by hand, that holds every verdict and what is hard to print.

use claimdiff::compare::{
    ClaimId, Comparison, Coverage, Finding, Group, Kind, Location, Report, Role, Rule, Severity,
    Tolerances, Verdict,
};
use claimdiff::input::parse_date;
use claimdiff::original::Original;
use claims::attribution::{Act, Attribution, Style};
use claims::claim::{Certainty, Claim, Measure, Polarity, Scope, Term, Value};
use claims::quantity::{Aspect, Direction, Modifier, Quantity, QuantityKind};
use claims::syntax::{Sentence, SentenceKind};
use claims::time::{Anchor, Granularity, Period, TimeModifier, Timex, TimexKind};
use claims::{Document, Extraction, Interval, Span};
use jiff::civil::date;

const TEXTS: [(&str, &str, &str); 4] = [
    (
        "Harbor Ledger",
        "2025-05-20T07:30",
        "Drones hit a depot\n\nAir defenses destroyed 93 of 108 drones, the Air Force said. \
         Two people died, the mayor said. The call took nearly two hours on Monday.\n\
         \"The night was long,\" the mayor said. More than 90 were shot down.\n",
    ),
    (
        "Northline News",
        "2025-05-20",
        "The Air Force said 97 drones were destroyed out of 108. Four people have died by now, \
         the mayor told TASS. The call took 1 hour and 50 minutes on May 19.\n\
         \"The night was so long,\" the mayor said.\n",
    ),
    (
        "日本新聞 e\u{301}dition",
        "2025-05-20",
        "In all 112 drones and missiles came, 93 were destroyed. The call on Monday was short.\n",
    ),
    (
        "Northline News",
        "2025-05-21",
        "Power failed in 6,000 homes.\n",
    ),
];

/// The comparison. `reports` of them are given, of at most four.
pub fn comparison(reports: usize) -> Comparison {
    let mut sample = Sample {
        reports: TEXTS.iter().take(reports).enumerate().map(report).collect(),
        groups: Vec::new(),
        findings: Vec::new(),
    };
    sample.fill();
    Comparison {
        story: Some("a night of drone strikes".to_owned()),
        reports: sample.reports,
        groups: sample.groups,
        findings: sample.findings,
        checks: Vec::new(),
        coverage: Coverage {
            numerals: 14,
            read: 13,
            aligned: 12,
            pairs: 20,
        },
    }
}

struct Sample {
    reports: Vec<Report>,
    groups: Vec<Group>,
    findings: Vec<Finding>,
}

/// A value in words, with its source, in report 0, 1, ….
type Mention<'a> = (usize, &'a str, Option<&'a str>);

impl Sample {
    fn fill(&mut self) {
        let air_force = Some("the Air Force");
        let mayor = Some("the mayor");
        self.group(
            (Kind::Number, "drones destroyed", Verdict::Conflict),
            "the Air Force is given as saying 93 and 97",
            &[
                (0, "93", air_force),
                (0, "More than 90", None),
                (1, "97", air_force),
                (2, "93", None),
            ],
            Some((Rule::NumberMisreported, Severity::Error)),
        );
        self.group(
            (Kind::Number, "people killed", Verdict::Update),
            "the later report says `by now`: the toll rose from 2 to 4",
            &[(0, "Two", mayor), (1, "Four", mayor)],
            Some((Rule::NumberUpdate, Severity::Warning)),
        );
        self.group(
            (Kind::Number, "drones launched", Verdict::Scope),
            "112 counts drones and missiles, 108 drones alone",
            &[
                (0, "108", air_force),
                (1, "108", air_force),
                (2, "112", None),
            ],
            Some((Rule::NumberScope, Severity::Note)),
        );
        self.group(
            (Kind::Number, "length of call", Verdict::Compatible),
            "110 minutes are nearly two hours",
            &[
                (0, "nearly two hours", None),
                (1, "1 hour and 50 minutes", None),
            ],
            None,
        );
        self.group(
            (Kind::Quote, "the mayor on the night", Verdict::Conflict),
            "the words differ: `so` was added",
            &[
                (0, "The night was long,", mayor),
                (1, "The night was so long,", mayor),
            ],
            Some((Rule::QuoteAltered, Severity::Warning)),
        );
        self.group(
            (Kind::Time, "day of call", Verdict::Agree),
            "Monday is May 19",
            &[
                (0, "Monday", None),
                (1, "May 19", None),
                (2, "Monday", None),
            ],
            None,
        );
        self.group(
            (Kind::Number, "homes without power", Verdict::Single),
            "one report gives it",
            &[(3, "6,000", None)],
            None,
        );
        self.groups.sort_by_key(|group| group.verdict);
        self.findings.sort_by_key(|finding| finding.severity);
        let question = |finding: &Finding| finding.fingerprint.clone();
        for finding in &mut self.findings {
            let name = question(finding);
            finding.group = self
                .groups
                .iter()
                .position(|group| name.ends_with(&group.question));
        }
    }

    fn group(
        &mut self,
        (kind, question, verdict): (Kind, &str, Verdict),
        reason: &str,
        mentions: &[Mention],
        finding: Option<(Rule, Severity)>,
    ) {
        let mut claims = Vec::new();
        for mention in mentions {
            if let Some(report) = self.reports.get_mut(mention.0) {
                claims.push(claim(report, kind, mention));
            }
        }
        if claims.is_empty() {
            return;
        }
        let mut values = claims.clone();
        values.dedup_by_key(|id| id.report);
        if let Some((rule, severity)) = finding {
            let place = |id: &ClaimId| Location {
                report: id.report,
                span: self.reports[id.report].extraction.claims[id.claim].span,
            };
            self.findings.push(Finding {
                rule,
                severity,
                message: reason.to_owned(),
                primary: place(&values[0]),
                related: values[1..].iter().map(place).collect(),
                group: None,
                fingerprint: format!("{} {question}", rule.id()),
            });
        }
        self.groups.push(Group {
            kind,
            question: question.to_owned(),
            claims,
            values,
            verdict,
            reason: reason.to_owned(),
            decided: None,
        });
    }
}

fn report((index, &(outlet, date, text)): (usize, &(&str, &str, &str))) -> Report {
    let mut document = Document::new(text);
    document.published = Some(parse_date(date).unwrap());
    let mut extraction = Extraction::default();
    extraction.analysis.sentences = sentences(text);
    Report {
        path: format!("report-{index}.txt"),
        outlet: outlet.to_owned(),
        title: (index == 0).then(|| "Drones hit a depot".to_owned()),
        role: Role::Report,
        document,
        markup: None,
        original: Original::default(),
        exempt: false,
        tolerances: Tolerances::default(),
        synonyms: Default::default(),
        extraction,
    }
}

/// Sentences end at a full stop before a blank, which is enough for these texts.
fn sentences(text: &str) -> Vec<Sentence> {
    let mut start = 0;
    let mut sentences = Vec::new();
    for part in text
        .split_inclusive(". ")
        .flat_map(|part| part.split_inclusive('\n'))
    {
        let words = part.trim();
        let at = start + part.len() - part.trim_start().len();
        start += part.len();
        if !words.is_empty() {
            sentences.push(Sentence {
                span: Span::new(at as u32, (at + words.len()) as u32),
                tokens: 0..0,
                paragraph: 0,
                kind: SentenceKind::Prose,
                parsed: false,
            });
        }
    }
    sentences
}

fn claim(report: &mut Report, kind: Kind, &(index, words, source): &Mention) -> ClaimId {
    let text = report.document.text.clone();
    let span = find(&text, words);
    let extraction = &mut report.extraction;
    let attribution = source.map(|source| {
        extraction
            .attributions
            .push(attribution(&text, source, span));
        extraction.attributions.len() - 1
    });
    let sentences = &extraction.analysis.sentences;
    let sentence = sentences
        .iter()
        .position(|one| one.span.overlaps(span))
        .unwrap();
    extraction.claims.push(Claim {
        span,
        sentence,
        value: match kind {
            Kind::Time => Value::Time(Box::new(timex(span))),
            Kind::Quote => Value::Quote,
            Kind::Number | Kind::Attribution | Kind::Name => {
                Value::Number(Box::new(quantity(span, words)))
            }
        },
        measure: measure(&text),
        attribution,
        polarity: Polarity::Positive,
        certainty: Certainty::Certain,
    });
    ClaimId {
        report: index,
        claim: extraction.claims.len() - 1,
    }
}

fn find(text: &str, words: &str) -> Span {
    let start = text
        .find(words)
        .unwrap_or_else(|| panic!("no {words:?} in {text:?}"));
    Span::new(start as u32, (start + words.len()) as u32)
}

fn attribution(text: &str, source: &str, content: Span) -> Attribution {
    Attribution {
        source: text.find(source).map(|_| find(text, source)),
        entity: None,
        cue: text.find("said").map(|_| find(text, "said")),
        content: vec![content],
        style: Style::Indirect,
        act: Act::Assertion,
        medium: None,
        parent: None,
    }
}

fn measure(text: &str) -> Measure {
    let counted = text.find("drones").map(|_| Term {
        span: find(text, "drones"),
        lemma: "drone".into(),
        class: Some("drone"),
        modifiers: Vec::new(),
    });
    Measure {
        counted,
        scope: Scope::default(),
        ..Measure::default()
    }
}

fn quantity(span: Span, words: &str) -> Quantity {
    let digits: String = words.chars().filter(char::is_ascii_digit).collect();
    let value = digits.parse().unwrap_or(2.into());
    let bounded = words.starts_with("More");
    Quantity {
        span,
        core: span,
        tokens: 0..0,
        kind: QuantityKind::Count,
        value: if bounded {
            Interval::more_than(value)
        } else {
            Interval::exact(value)
        },
        stated: Interval::exact(value),
        modifier: if bounded {
            Modifier::MoreThan
        } else {
            Modifier::Exact
        },
        step: 1.into(),
        unit: None,
        per: None,
        aspect: Aspect::Level,
        direction: bounded.then_some(Direction::Up),
    }
}

fn timex(span: Span) -> Timex {
    Timex {
        span,
        tokens: 0..0,
        kind: TimexKind::Date,
        value: Some(Period {
            start: date(2025, 5, 19).at(0, 0, 0, 0),
            end: date(2025, 5, 20).at(0, 0, 0, 0),
            granularity: Granularity::Day,
            offset: None,
        }),
        anchor: Anchor::Publication,
        modifier: TimeModifier::Exact,
        clock: None,
        has_day: true,
        wrong_weekday: None,
    }
}
