//! Verdicts on statements: one statement as two reports give it in, whether their sources fit out.
//!
//! "The mayor said the bridge was safe" and "The mayor denied that the bridge was safe" are a conflict; "police said"
//! and "the hospital said" of one thing can both be true.

use claims::Span;
use claims::attribution::{Act, Attribution};
use claims::claim::Value;
use claims::syntax::{Key, Relation, Token, Upos, lemma};

use super::judgement::{Cause, Judgement};
use super::{ClaimId, Report, Verdict, source};
use crate::align::{thing_named, words_in_both_statements};
use crate::text::{clean, fold, shorten};

/// Longest statement shown as a question, in characters.
const LONGEST: usize = 70;

/// Judges one statement given by two reports.
#[must_use]
pub fn judge(reports: &[Report], left: ClaimId, right: ClaimId) -> Judgement {
    match reports[left.report].claim(left.claim).value {
        Value::Medium(_) => return judge_media(reports, left, right),
        Value::Quote => return Judgement::new(Verdict::Compatible, Cause::TwoNames),
        _ => {}
    }
    let (Some(a), Some(b)) = (attribution(reports, left), attribution(reports, right)) else {
        return Judgement::new(Verdict::Compatible, Cause::Unread);
    };
    if denies(reports, (left, a), (right, b)) {
        return Judgement::new(Verdict::Conflict, Cause::Denied);
    }
    let speaker = |id: ClaimId| {
        let report = &reports[id.report];
        source::speaker_of(report, attribution(reports, id)?)
    };
    if copied((&reports[left.report], a), (&reports[right.report], b)) {
        return Judgement::new(Verdict::Agree, Cause::SameSpeaker);
    }
    match (speaker(left), speaker(right)) {
        (Some(a), Some(b)) if source::same_speaker(a, b) => {
            Judgement::new(Verdict::Agree, Cause::SameSpeaker)
        }
        (Some(_), Some(_)) => {
            let named = source::names_speaker(&reports[left.report], a)
                && source::names_speaker(&reports[right.report], b);
            Judgement::new(Verdict::Compatible, source::other_speaker(named))
        }
        _ => Judgement::new(Verdict::Compatible, Cause::Unsourced),
    }
}

/// Whether two reports have a statement from one text, source and all: whoever "he" is, he is one.
fn copied(left: (&Report, &Attribution), right: (&Report, &Attribution)) -> bool {
    let words = |(report, attribution): (&Report, &Attribution)| {
        let spans = attribution.content.iter().chain(&attribution.source);
        let words = spans.map(|&span| fold(&clean(report.words(span))));
        words.collect::<Vec<String>>()
    };
    left.1.source.is_some() && words(left) == words(right)
}

/// The question of a group of statements, by the values that stand for its reports: the statement, shortened.
#[must_use]
pub fn question(reports: &[Report], values: &[ClaimId]) -> String {
    let id = values[0];
    if let Value::Medium(of) = reports[id.report].claim(id.claim).value {
        let is_same = |&other: &ClaimId| words_in_both_statements(reports, id, other).len() > 1;
        return where_said(&reports[id.report], of, values[1..].iter().all(is_same));
    }
    if let Some(question) = what_is_called(&reports[id.report], id) {
        return question;
    }
    let content = attribution(reports, id).and_then(|attribution| attribution.content.first());
    let words = content.map_or("", |&span| reports[id.report].words(span));
    format!("who says: {}", shorten(&clean(words), LONGEST))
}

/// "what the mayor called the fire".
fn what_is_called(report: &Report, id: ClaimId) -> Option<String> {
    let claim = report.claim(id.claim);
    let thing = thing_named(report, claim)?;
    let (speaker, _) = source::speaker(report, claim)?;
    let thing = report.words(thing.span);
    Some(shorten(
        &format!("what {speaker} called the {thing}"),
        LONGEST,
    ))
}

/// "where the mayor said: the pier is safe", or of several statements "where the mayor spoke".
fn where_said(report: &Report, attribution: usize, one_statement: bool) -> String {
    let attribution = &report.extraction.attributions[attribution];
    if !one_statement {
        let speaker = source::speaker_of(report, attribution);
        return format!("where {} spoke", speaker.map_or("they", |(name, _)| name));
    }
    let words =
        |span: Option<Span>| span.map_or_else(String::new, |span| clean(report.words(span)));
    let said = words(attribution.content.first().copied());
    let question = format!("where {} said: {said}", words(attribution.source));
    shorten(&question, LONGEST)
}

/// Judges two places where one statement was made.
fn judge_media(reports: &[Report], left: ClaimId, right: ClaimId) -> Judgement {
    let words = |id: ClaimId| {
        let report = &reports[id.report];
        fold(&clean(report.words(report.claim(id.claim).span)))
    };
    if words(left) == words(right) {
        Judgement::new(Verdict::Agree, Cause::SameWords)
    } else {
        Judgement::new(Verdict::Compatible, Cause::OtherMedium)
    }
}

fn attribution(reports: &[Report], id: ClaimId) -> Option<&Attribution> {
    let report = &reports[id.report];
    let index = report.claim(id.claim).value.statement()?;
    report.extraction.attributions.get(index)
}

/// Whether one report has its source deny what the other states: both say the same of something, and one of them not.
fn denies(
    reports: &[Report],
    left: (ClaimId, &Attribution),
    right: (ClaimId, &Attribution),
) -> bool {
    let predicate = |(id, attribution): (ClaimId, &Attribution)| {
        let report: &Report = &reports[id.report];
        let predicate = Predicate::of(report, attribution)?;
        Some((predicate, attribution.act == Act::Denial))
    };
    let Some(((a, a_denies), (b, b_denies))) = predicate(left).zip(predicate(right)) else {
        return false;
    };
    let anybody = |(id, attribution): (ClaimId, &Attribution)| {
        let source = attribution.source;
        source.is_some_and(|source| fold(reports[id.report].words(source)) == "you")
    };
    if anybody(left) || anybody(right) {
        return false;
    }
    let one_is_plain = a.negations == 0 || b.negations == 0;
    let one_object = a.object.zip(b.object).is_none_or(|(a, b)| a == b);
    let one_matter = a.word == b.word && one_object && one_is_plain;
    one_matter && (a.negated != a_denies) != (b.negated != b_denies)
}

/// Words that negate what they stand for.
const NEGATING: [Key; 6] = [
    Key::word("no"),
    Key::word("none"),
    Key::word("nothing"),
    Key::word("nobody"),
    Key::word("neither"),
    Key::word("nor"),
];

/// What a statement says of its subject: *safe* in "that the bridge was not safe".
struct Predicate {
    /// The lemma of the main verb or, where that only links, of what it links to.
    word: Key,
    /// The lemma of its object: *hands* in "has small hands".
    object: Option<Key>,
    /// Whether the main verb is negated.
    negated: bool,
    /// How many words of the statement negate something.
    negations: usize,
}

impl Predicate {
    fn of(report: &Report, attribution: &Attribution) -> Option<Self> {
        let analysis = &report.extraction.analysis;
        let tokens = &analysis.tokens;
        let inside = report.extraction.token_range(*attribution.content.first()?);
        let root = inside.clone().find(|&token| {
            let head = analysis.head(token);
            tokens[token].upos != Upos::Punct && head.is_none_or(|head| !inside.contains(&head))
        })?;
        let child = |of: usize, relations: &[Relation]| {
            let mut children = inside
                .clone()
                .filter(|&token| analysis.head(token) == Some(of));
            children.find(|&token| relations.contains(&analysis.relation(token)))
        };
        let linked = child(root, &[Relation::Acomp, Relation::Attr])
            .or_else(|| child(child(root, &[Relation::Prep])?, &[Relation::Pobj]))
            .filter(|_| tokens[root].upos == Upos::Aux);
        let said = &tokens[linked.unwrap_or(root)];
        let negates = |token: &usize| {
            analysis.relation(*token) == Relation::Neg || NEGATING.contains(&tokens[*token].key)
        };
        let word =
            |token: &Token| Key::of(&lemma(report.words(token.span), token.xpos).to_lowercase());
        let object = child(root, &[Relation::Dobj]);
        Some(Self {
            word: word(said),
            object: object.map(|object| word(&tokens[object])),
            negated: child(root, &[Relation::Neg]).is_some(),
            negations: inside.clone().filter(negates).count(),
        })
    }
}
