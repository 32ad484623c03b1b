//! Comparison: groups of claims in, verdicts and findings out.

pub(crate) mod finding;
pub mod fingerprint;
pub(crate) mod group;
mod internal;
pub mod judgement;
mod label;
mod merge;
mod number;
pub(crate) mod question;
mod quote;
mod reading;
pub(crate) mod reason;
mod scope;
mod side;
pub(crate) mod slip;
pub(crate) mod source;
mod standing;
mod statement;
mod sum;
pub(crate) mod time;
mod tolerance;

use claims::claim::Value;
use claims::name::{Mention, MentionForm};
use claims::syntax::Key;
use claims::time::{TimeModifier, Timex, hedge};
use claims::{Document, Extraction, Span};
pub use judgement::Judgement;
pub use reading::Reading;
use rustc_hash::FxHashMap;
pub use standing::{Check, Standing};
pub use tolerance::{Tolerance, Tolerances};

use crate::align::align;
use crate::original::Original;

/// The reports of one event, their claims side by side, and what follows from that. Sorted when built:
/// reporters only format it.
#[derive(Clone, Debug, Default)]
pub struct Comparison {
    /// Name of the story.
    pub story: Option<String>,
    /// The reports, in the order given.
    pub reports: Vec<Report>,
    /// Groups of claims that answer one question: what differs, worst verdict first, what agrees, what is only told in
    /// other words, and what one report alone has ([`Part`]).
    pub groups: Vec<Group>,
    /// What to tell the user, worst first.
    pub findings: Vec<Finding>,
    /// How each claim of a draft stands, by draft and place; empty where no draft is checked.
    pub checks: Vec<Check>,
    /// How much was read and aligned.
    pub coverage: Coverage,
}

/// One report with what was read from it.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// Path as the user gave it, or `-`.
    pub path: String,
    /// Who published it; the file's name where nobody says.
    pub outlet: String,
    /// Title, from metadata or the headline.
    pub title: Option<String>,
    /// What the report is here for.
    pub role: Role,
    /// Its text.
    pub document: Document,
    /// The text as given, where the document holds it with its markup blanked out; spans fit both.
    pub markup: Option<String>,
    /// How the document's text was taken from the file.
    pub original: Original,
    /// Whether nothing is to be told of it: its front matter says `claimdiff: false`, or the configuration.
    pub exempt: bool,
    /// How far its numbers may lie from those of others.
    pub tolerances: Tolerances,
    /// What the desk takes certain words for: from the key of a lemma to that of the word it stands for.
    pub synonyms: FxHashMap<Key, Key>,
    /// Its claims.
    pub extraction: Extraction,
}

/// What a report is here for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// One of the reports compared.
    #[default]
    Report,
    /// The draft under check.
    Draft,
    /// What the draft is checked against.
    Source,
}

/// Kinds of claims that groups hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A number.
    Number,
    /// A time.
    Time,
    /// Quoted words.
    Quote,
    /// Who said it.
    Attribution,
    /// How somebody is called.
    Name,
}

/// What the values of a group are to each other; DESIGN.md's vocabulary. Worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// Same question, scope and time as far as the text shows; the values cannot all hold.
    Conflict,
    /// The count was moving and the reports stand at different moments.
    Update,
    /// The values count different things, and the text shows it.
    Scope,
    /// Not equal, but all can be literally true.
    Compatible,
    /// Same value, same meaning.
    Agree,
    /// Only one report gives it.
    Single,
}

impl Report {
    /// One of its claims.
    #[must_use]
    pub fn claim(&self, index: usize) -> &claims::Claim {
        &self.extraction.claims[index]
    }

    /// Its text as a reader sees it in the file: with the markup of Markdown, without that of HTML. Spans fit it.
    #[must_use]
    pub fn as_given(&self) -> &str {
        self.markup.as_deref().unwrap_or(&self.document.text)
    }

    /// The whole file, into which [`Self::in_file`] points; of a document that is no text, the text read.
    #[must_use]
    pub fn file(&self) -> &str {
        self.original.file().unwrap_or_else(|| self.as_given())
    }

    /// Where a span stands in the file.
    #[must_use]
    pub fn in_file(&self, span: Span) -> Span {
        self.original.span(span)
    }

    /// The words of one of its spans.
    #[must_use]
    pub fn words(&self, span: Span) -> &str {
        span.slice(&self.document.text)
    }

    /// The words of a claim as a reader is shown them: those of a rough time with its hedge, "shortly before 8 p.m."
    #[must_use]
    pub fn stated(&self, claim: &claims::Claim) -> &str {
        self.words(self.with_hedge(claim))
    }

    /// Where a claim stands, with the hedge of a rough time.
    pub(crate) fn with_hedge(&self, claim: &claims::Claim) -> Span {
        match &claim.value {
            Value::Time(timex) => self.hedged(timex),
            _ => claim.span,
        }
    }

    /// Where a time stands, with what is said of it: "since Friday".
    pub(crate) fn hedged(&self, timex: &Timex) -> Span {
        let rough = timex.modifier != TimeModifier::Exact;
        let hedge = rough.then(|| self.hedge(timex.span)).flatten();
        hedge.map_or(timex.span, |hedge| hedge.cover(timex.span))
    }

    /// The words right before a time that say how it is meant, without the "at" in front of them.
    fn hedge(&self, span: Span) -> Option<Span> {
        const AT: Key = Key::word("at");
        let analysis = &self.extraction.analysis;
        let end = self.extraction.token_range(span).start;
        let first = analysis.sentences[analysis.sentence_of(end)].tokens.start;
        let start = end - hedge(&analysis.tokens[first..end]);
        let is_word = |&at: &usize| analysis.tokens[at].key != AT;
        let start = (start..end).find(is_word)?;
        Some(analysis.tokens[start].span)
    }

    /// The pronoun that takes a span and nothing else, as a mention of whom it stands for.
    #[must_use]
    pub fn pronoun(&self, span: Span) -> Option<&Mention> {
        let mention = self.extraction.mention_from(span.start)?;
        let pronoun = mention.form == MentionForm::Pronoun && mention.span == span;
        pronoun.then_some(mention)
    }

    /// Who says a claim, in the report's own words.
    #[must_use]
    pub fn source_of(&self, claim: &claims::Claim) -> Option<&str> {
        let attribution = &self.extraction.attributions[claim.attribution?];
        attribution.source.map(|source| self.words(source))
    }
}

/// A claim of one of the reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClaimId {
    /// The report, as an index into [`Comparison::reports`].
    pub report: usize,
    /// The claim, as an index into [`Extraction::claims`].
    pub claim: usize,
}

/// The claims of one story that answer one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What kind of claims it holds.
    pub kind: Kind,
    /// The question, in words: "drones launched".
    pub question: String,
    /// Its claims, by report and place.
    pub claims: Vec<ClaimId>,
    /// For each report that has claims here, the one that stands for it: the most precise.
    pub values: Vec<ClaimId>,
    /// What the values are to each other.
    pub verdict: Verdict,
    /// Why, in one plain sentence that names the deciding evidence.
    pub reason: String,
    /// The pair of claims that decided, and what did; `None` where only one report gives a value.
    pub decided: Option<Decided>,
}

/// What a group has to say to an editor, most telling first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The reports differ, or give one value more or less exactly.
    Differences,
    /// They agree.
    Agreement,
    /// They name, source or cut one thing otherwise, as reports do: "police" and "officers".
    Wording,
    /// Only one report gives it.
    Single,
}

impl Group {
    /// What it has to say.
    #[must_use]
    pub const fn part(&self) -> Part {
        match (self.verdict, self.kind) {
            (Verdict::Compatible, Kind::Quote | Kind::Attribution | Kind::Name) => Part::Wording,
            (Verdict::Conflict | Verdict::Update | Verdict::Scope | Verdict::Compatible, _) => {
                Part::Differences
            }
            (Verdict::Agree, _) => Part::Agreement,
            (Verdict::Single, _) => Part::Single,
        }
    }

    /// Where it stands among others.
    fn order(&self) -> (Part, Verdict, Kind, &[ClaimId]) {
        (self.part(), self.verdict, self.kind, &self.claims)
    }
}

/// The pair of claims that decided a verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decided {
    /// The earlier of the two, by report.
    pub left: ClaimId,
    /// The later of the two.
    pub right: ClaimId,
    /// What they are to each other.
    pub judgement: judgement::Judgement,
}

/// A place in one of the reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Location {
    /// The report, as an index into [`Comparison::reports`].
    pub report: usize,
    /// Bytes of its file.
    pub span: Span,
}

/// Characters of a fingerprint that are shown and asked for.
pub const SHORT_NAME: usize = 6;

/// Something to tell the user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Which rule found it.
    pub rule: Rule,
    /// How bad it is.
    pub severity: Severity,
    /// One plain sentence, lowercase, without a full stop.
    pub message: String,
    /// Where.
    pub primary: Location,
    /// The other places that take part.
    pub related: Vec<Location>,
    /// The group it rests on, as an index into [`Comparison::groups`].
    pub group: Option<usize>,
    /// Stable name of the finding: rule, measure, values and claim text, no line numbers.
    pub fingerprint: String,
}

impl Finding {
    /// The beginning of its fingerprint, which `explain --finding` takes.
    #[must_use]
    pub fn short_name(&self) -> &str {
        let length = SHORT_NAME.min(self.fingerprint.len());
        &self.fingerprint[..length]
    }
}

/// How bad a finding is. Worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Cannot stand.
    Error,
    /// Look at it.
    Warning,
    /// Good to know.
    Note,
}

/// The rules, by their stable ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// `number-conflict`
    NumberConflict,
    /// `number-misreported`
    NumberMisreported,
    /// `number-slip`
    NumberSlip,
    /// `internal-conflict`
    InternalConflict,
    /// `time-conflict`
    TimeConflict,
    /// `number-sources-differ`
    NumberSourcesDiffer,
    /// `number-update`
    NumberUpdate,
    /// `number-sum`
    NumberSum,
    /// `quote-altered`
    QuoteAltered,
    /// `attribution-conflict`
    AttributionConflict,
    /// `statement-conflict`
    StatementConflict,
    /// `number-scope`
    NumberScope,
    /// `number-far`
    NumberFar,
    /// `name-variant`
    NameVariant,
    /// `unsupported`
    Unsupported,
    /// `unread`
    Unread,
}

/// How much was read and aligned, over all reports.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Numerals of the texts.
    pub numerals: usize,
    /// Those read.
    pub read: usize,
    /// Claims that share a group with a claim of another report.
    pub aligned: usize,
    /// Pairs of claims whose likeness was scored.
    pub pairs: usize,
}

/// Aligns the claims of `reports` and judges what lines up.
#[must_use]
pub fn compare(reports: Vec<Report>, story: Option<String>) -> Comparison {
    let (clusters, pairs) = align(&reports);
    let mut groups: Vec<Group> = clusters
        .into_iter()
        .map(|cluster| group::judge(&reports, cluster))
        .collect();
    let sources = source::groups(&reports, &groups);
    let is_stated = |of_value: &Group| {
        let mut statements = groups
            .iter()
            .filter(|group| group.kind == Kind::Attribution);
        statements.any(|group| of_value.claims.iter().all(|id| group.claims.contains(id)))
    };
    let sources: Vec<Group> = sources
        .into_iter()
        .filter(|group| group.verdict == Verdict::Conflict || !is_stated(group))
        .collect();
    groups.extend(sources);
    groups.sort_by(|a, b| a.order().cmp(&b.order()));
    let findings = finding::collect(&reports, &groups);
    let mut comparison = Comparison {
        story,
        coverage: coverage(&reports, &groups, pairs),
        reports,
        groups,
        findings,
        checks: Vec::new(),
    };
    fingerprint::assign(&mut comparison);
    comparison
}

fn coverage(reports: &[Report], groups: &[Group], pairs: usize) -> Coverage {
    let numerals = reports
        .iter()
        .map(|report| report.extraction.coverage.numerals)
        .sum();
    let unread: usize = reports
        .iter()
        .map(|report| report.extraction.coverage.unread.len())
        .sum();
    let aligned = groups
        .iter()
        .filter(|group| group.verdict != Verdict::Single);
    Coverage {
        numerals,
        read: numerals - unread,
        aligned: aligned.map(|group| group.claims.len()).sum(),
        pairs,
    }
}
