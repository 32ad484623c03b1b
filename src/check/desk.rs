//! The desk: a draft among its sources, with what every question put to them needs.

use claims::Claim;
use claims::claim::class::outcome;
use claims::syntax::Token;
use jiff::civil::DateTime;

use super::passage::{Passage, Passages, Word};
use super::stance::Stance;
use super::tree::Trees;
use super::word::lemmas;
use super::wording::Wording;
use crate::align::Profile;
use crate::compare::{ClaimId, Decided, Judgement, Kind, Location, Report, Role, Rule, finding};

/// A draft among its sources, ready to be asked.
#[derive(Debug)]
pub(super) struct Desk<'a> {
    /// All reports.
    pub(super) reports: &'a [Report],
    /// The draft, as an index into `reports`.
    pub(super) draft: usize,
    /// The sources, as indices into `reports`.
    pub(super) sources: Vec<usize>,
    /// The sentences of draft and sources.
    pub(super) passages: Passages,
    /// The parses of their sentences.
    trees: Trees,
    /// The words of the sources.
    pub(super) wording: Wording,
    /// What alignment looks at in the claims of all reports.
    pub(super) profiles: &'a [Profile],
}

impl<'a> Desk<'a> {
    /// Lays out the report `draft` of `reports` and all reports whose role is source.
    pub(super) fn new(reports: &'a [Report], profiles: &'a [Profile], draft: usize) -> Self {
        let sources: Vec<usize> = (0..reports.len())
            .filter(|&one| reports[one].role == Role::Source)
            .collect();
        Self {
            reports,
            draft,
            passages: Passages::new(reports, draft, &sources),
            trees: Trees::default(),
            wording: Wording::new(reports, &sources),
            sources,
            profiles,
        }
    }

    /// One of the claims.
    pub(super) fn claim(&self, id: ClaimId) -> &'a Claim {
        self.reports[id.report].claim(id.claim)
    }

    /// The words of a claim.
    pub(super) fn words(&self, id: ClaimId) -> &'a str {
        self.reports[id.report].words(self.claim(id).span)
    }

    /// The tokens of the sentence that a claim stands in.
    pub(super) fn tokens_of(&self, id: ClaimId) -> &'a [Token] {
        let analysis = &self.reports[id.report].extraction.analysis;
        &analysis.tokens[analysis.sentences[self.claim(id).sentence].tokens.clone()]
    }

    /// Where a claim stands.
    pub(super) fn location(&self, id: ClaimId) -> Location {
        Location {
            report: id.report,
            span: self.claim(id).span,
        }
    }

    /// Where claims stand.
    pub(super) fn locations(&self, ids: &[ClaimId]) -> Vec<Location> {
        ids.iter().map(|&id| self.location(id)).collect()
    }

    /// When a report was published.
    pub(super) fn date(&self, report: usize) -> Option<DateTime> {
        self.reports[report]
            .document
            .published
            .map(|published| published.at)
    }

    /// How well what stands around two claims says the same, 0 to 1.
    pub(super) fn fit(&self, own: ClaimId, other: ClaimId) -> f32 {
        let (here, there) = (self.claim(own), self.claim(other));
        let passage = |id: ClaimId, claim: &Claim| self.passages.of(id.report, claim.sentence);
        let (own, other) = (passage(own, here), passage(other, there));
        self.passages.fit(own, here.span, other, there.span)
    }

    /// What a sentence says of one of its words; `None` where it neither states nor denies it.
    pub(super) fn stance(&self, passage: &Passage, word: &Word) -> Option<Stance> {
        let tree = self
            .trees
            .of(self.reports, passage.report, passage.sentence);
        Stance::of(&tree, word.span, self.is_deed(passage, word))
    }

    /// Whether a word says what became of somebody or something: "injured", "arrest".
    pub(super) fn is_deed(&self, passage: &Passage, word: &Word) -> bool {
        let lemmas = lemmas(self.reports[passage.report].words(word.span));
        lemmas.iter().any(|lemma| outcome(lemma).is_some())
    }

    /// The rule that a judgement on two claims falls under.
    pub(super) fn rule(
        &self,
        kind: Kind,
        left: ClaimId,
        right: ClaimId,
        judgement: Judgement,
    ) -> Option<Rule> {
        let decided = Decided {
            left,
            right,
            judgement,
        };
        finding::rule(self.reports, kind, &decided)
    }
}
