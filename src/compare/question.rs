//! The question a group answers, in words: its measure in, "drones launched" out.

use claims::claim::{Claim, Measure, Term, Value};
use claims::quantity::QuantityKind;
use claims::syntax::{Relation, Token, Upos, Xpos};

use super::source::speaker;
use super::{ClaimId, Report};
use crate::align::person;

/// Names the question by the measure of one of its claims.
#[must_use]
pub fn of(reports: &[Report], id: ClaimId) -> String {
    let report = &reports[id.report];
    let claim = report.claim(id.claim);
    let measure = &claim.measure;
    let named = match &claim.value {
        Value::Number(quantity) => number(report, measure, quantity.kind),
        Value::Time(_) => event(report, measure),
        Value::Name(mention) => Some(format!("name of {}", entity(report, *mention))),
        Value::Role(role) => {
            let mention = report.extraction.roles[*role].mention;
            Some(format!("what {} is", entity(report, mention)))
        }
        Value::Place(event) => Some(place(report, *event)),
        Value::Quote => words_of(report, claim),
        Value::Statement(_) | Value::Medium(_) => None,
    };
    named.unwrap_or_else(|| surroundings(report, measure))
}

fn number(report: &Report, measure: &Measure, kind: QuantityKind) -> Option<String> {
    let outcome = measure.outcome.as_ref();
    match kind {
        QuantityKind::Age => measure
            .subject
            .as_ref()
            .map(|subject| format!("age of {}", whose(report, subject))),
        QuantityKind::Count
        | QuantityKind::Ordinal
        | QuantityKind::Fraction
        | QuantityKind::Percent
            if measure.counted.is_some() =>
        {
            let counted = measure.counted.as_ref()?;
            let noun = named_or_class(report, counted);
            let outcome =
                outcome.filter(|outcome| outcome.span != counted.span || counted.class.is_some());
            Some(match outcome {
                Some(outcome) => counted_and_said(report, noun, counted, outcome),
                None => noun,
            })
        }
        QuantityKind::Count if befallen(outcome).is_some() => {
            let noun = befallen(outcome)?;
            Some(join(noun, outcome.map(|term| said(report, term))))
        }
        _ => {
            let subject = measure
                .subject
                .as_ref()
                .map(|term| with_modifiers(report, term));
            match (subject, outcome) {
                (Some(subject), outcome) => {
                    let own = measure.subject.as_ref().map(|subject| &subject.lemma);
                    let outcome = outcome.filter(|outcome| own != Some(&outcome.lemma));
                    Some(join(subject, outcome.map(|term| said(report, term))))
                }
                (None, Some(outcome)) => Some(said(report, outcome)),
                (None, None) => None,
            }
        }
    }
}

/// A counted noun with what is said of it, in an order that reads: "calls answered", "answering calls", "people
/// requiring hospital treatment".
fn counted_and_said(report: &Report, noun: String, counted: &Term, outcome: &Term) -> String {
    let tokens = &report.extraction.analysis.tokens;
    let at = tokens.partition_point(|token| token.span.end <= outcome.span.start);
    let verb = outcome.class.is_none() && tokens[at].upos == Upos::Verb;
    let done = matches!(tokens[at].xpos, Xpos::Vbd | Xpos::Vbn);
    if verb && outcome.span.start > counted.span.start {
        format!("{noun} {}", with_next_words(report, outcome))
    } else if verb && !done {
        format!("{} {noun}", report.words(outcome.span))
    } else {
        format!("{noun} {}", said(report, outcome))
    }
}

/// Those whom an outcome befalls, where the text does not name them: people for "the toll rose to 12".
fn befallen(outcome: Option<&Term>) -> Option<String> {
    let class = claims::claim::class::counted_by(outcome?.class?)?;
    Some(plural(class))
}

fn plural(class: &str) -> String {
    match class {
        "person" => "people".to_owned(),
        _ => format!("{class}s"),
    }
}

fn entity(report: &Report, mention: usize) -> &str {
    let extraction = &report.extraction;
    &extraction.entities[extraction.mentions[mention].entity].name
}

/// Whose age it is, by the fullest name of the report: "He" is "Owen Reed".
fn whose<'a>(report: &'a Report, subject: &Term) -> &'a str {
    let person = person(report, subject);
    person.map_or_else(|| report.words(subject.span), |entity| &entity.name)
}

/// "where the boat was found", as far as the parse tells who or what it is about.
fn place(report: &Report, event: usize) -> String {
    let analysis = &report.extraction.analysis;
    let mut sentence = analysis.sentences[analysis.sentence_of(event)]
        .tokens
        .clone();
    let is_subject = |&at: &usize| {
        analysis.head(at) == Some(event)
            && matches!(analysis.relation(at), Relation::Nsubj | Relation::Nsubjpass)
    };
    let subject = sentence.find(is_subject);
    let words = |at: usize| report.words(analysis.tokens[at].span);
    match subject {
        Some(subject) => format!("where {} {}", words(subject), words(event)),
        None => format!("where: {}", words(event)),
    }
}

fn event(report: &Report, measure: &Measure) -> Option<String> {
    let outcome = measure.outcome.as_ref()?;
    Some(match &measure.subject {
        Some(subject) => {
            let event = with_next_words(report, outcome);
            format!("when {} {event}", with_modifiers(report, subject))
        }
        None => format!("when: {}", with_next_words(report, outcome)),
    })
}

/// A verb with the words behind it, up to the next mark or time: "letting up"; nouns stand alone.
fn with_next_words<'a>(report: &'a Report, term: &Term) -> &'a str {
    const LONGEST: usize = 3;
    let extraction = &report.extraction;
    let tokens = &extraction.analysis.tokens;
    let at = tokens.partition_point(|token| token.span.end <= term.span.start);
    if tokens[at].upos != Upos::Verb {
        return report.words(term.span);
    }
    let sentence = extraction.analysis.sentence_of(at);
    let end = extraction.analysis.sentences[sentence].tokens.end;
    let time = time_behind(report, sentence, term.span.end);
    let goes_on = |token: &&Token| {
        let word = report.words(token.span).starts_with(char::is_alphabetic);
        word && time.is_none_or(|time| token.span.start < time)
    };
    let open = |token: &&Token| matches!(token.xpos, Xpos::Dt | Xpos::In | Xpos::To | Xpos::Cc);
    let next = tokens[at + 1..end.min(at + LONGEST)]
        .iter()
        .take_while(goes_on);
    let last = next.filter(|token| !open(token)).last();
    report.words(last.map_or(term.span, |last| term.span.cover(last.span)))
}

/// The outcome by its class, which reads as a participle, or as it stands.
fn said(report: &Report, term: &Term) -> String {
    term.class
        .and_then(|class| claims::claim::class::participle(class, &term.lemma))
        .map_or_else(|| report.words(term.span).to_owned(), str::to_owned)
}

fn named_or_class(report: &Report, term: &Term) -> String {
    match term.class {
        Some(class @ "person") => plural(class),
        _ => report.words(term.span).to_owned(),
    }
}

/// Where the next time of a sentence begins behind a byte, with what is said of it: "shortly before 8 p.m."
fn time_behind(report: &Report, sentence: usize, offset: u32) -> Option<u32> {
    let claims = &report.extraction.claims;
    let first = claims.partition_point(|claim| claim.span.start < offset);
    let mut behind = claims[first..]
        .iter()
        .take_while(|claim| claim.sentence == sentence);
    let time = behind.find(|claim| matches!(claim.value, Value::Time(_)))?;
    Some(report.with_hedge(time).start)
}

/// Whom or what a pronoun stands for.
fn meant<'a>(report: &'a Report, term: &Term) -> Option<&'a str> {
    let mention = report.pronoun(term.span)?;
    Some(&report.extraction.entities[mention.entity].name)
}

/// A term with the names, nouns and adjectives right before it, as they stand: "President Ann Lee".
fn with_modifiers(report: &Report, term: &Term) -> String {
    const LONGEST: usize = 4;
    if let Some(name) = meant(report, term) {
        return name.to_owned();
    }
    let tokens = &report.extraction.analysis.tokens;
    let last = tokens.partition_point(|token| token.span.end < term.span.end);
    if tokens[last].upos == Upos::Pron {
        return report.words(term.span).to_owned();
    }
    let first = report.extraction.analysis.sentences[report.extraction.analysis.sentence_of(last)]
        .tokens
        .start;
    let belongs = |&at: &usize| matches!(tokens[at].upos, Upos::Noun | Upos::Propn | Upos::Adj);
    let from = first.max((last + 1).saturating_sub(LONGEST));
    let start = (from..last)
        .rev()
        .take_while(belongs)
        .last()
        .unwrap_or(last);
    let phrase = tokens[start].span.cover(term.span);
    report
        .words(phrase)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// Whose words a quotation is.
fn words_of(report: &Report, claim: &Claim) -> Option<String> {
    let (speaker, _) = speaker(report, claim)?;
    Some(format!("words of {speaker}"))
}

fn join(noun: String, outcome: Option<String>) -> String {
    match outcome {
        Some(outcome) => format!("{noun} {outcome}"),
        None => noun,
    }
}

/// Without a measure, the words nearest to the value.
fn surroundings(report: &Report, measure: &Measure) -> String {
    let words: Vec<&str> = measure
        .about
        .iter()
        .take(4)
        .map(|word| report.words(word.span))
        .collect();
    words.join(" ")
}
