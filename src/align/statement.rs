//! Statements: what sources are reported to have said in, groups of those that say the same out.
//!
//! "The pier had been inspected in May, the harbor master said" and "An inspection of the pier took place in May, the
//! council says" make a group:
//! one statement, two sources. Two statements meet when each is the likest that the other report has, and most of
//! what they say is said by both (cosine over the words of the content, each weighted by its rarity in the story), or is
//! near in meaning.

use claims::Span;
use claims::claim::Value;
use claims::name::{MentionForm, last_name};
use claims::syntax::{Centroid, Key, Meaning, Token, Upos};
use rustc_hash::FxHashMap;

use super::cluster::Cluster;
use super::medium::{self, BESIDE};
use super::profile::{Stems, Words, cosine, heaviest, weigh};
use super::story::Events;
use super::union::{Matches, Sets, keep_likest, listed};
use crate::compare::source::{Speaker, same_speaker, speaker_of};
use crate::compare::{ClaimId, Kind, Report};

/// Likeness from which two statements may be one.
const ALIKE: f32 = 0.34;

/// Likeness from which a statement joins others that have a likelier one of its report already.
const SURE: f32 = 0.5;

/// Words that two statements must share; two only where they are rare, for else they are a coincidence of subject.
const SHARED: usize = 3;

/// Rarity that two shared words have together: that of one word is 1 where nothing else in the story holds it.
const RARE: f32 = 1.5;

/// Likeness from which two words are enough: short statements have no more.
const SHORT: f32 = 0.55;

/// Nearness in meaning from which statements of one story are nearer than most, and what all beyond it adds.
const MEANING: (f32, f32) = (0.45, 0.4);

/// Nearness in meaning from which two shared words are enough.
const NEAR: f32 = 0.65;

/// What one speaker adds to the likeness of two statements: one who speaks of one thing twice seldom says two things.
const ONE_VOICE: f32 = 0.08;

/// What each shared word beyond two adds, as far as it is rare, and how much that is at most.
const EVIDENCE: (f32, f32) = (0.04, 0.12);

/// Share of the longer of two contents that both must hold to be one: "Reuters reports that Lee said the pier is safe".
const PASSED_ON: f32 = 0.5;

/// Words of a statement that enter the index, rarest first.
const INDEXED: usize = 8;

/// Statements under one entry of the index beyond which it is not followed.
const CROWDED: usize = 64;

/// What a phrase that both quote adds to the likeness of two statements.
const ECHO: f32 = 0.3;

/// Words of a quotation that is a phrase and no sentence: "a commander-in-chief".
const PHRASE: usize = 4;

/// A statement with the words of its content.
struct Statement<'a> {
    id: ClaimId,
    speaker: Option<Speaker<'a>>,
    words: Words,
    /// What a word weighs that no other statement of the story holds.
    heaviest: f32,
    quoted: Vec<Quoted>,
    /// The numerals in it.
    numerals: Vec<Key>,
    /// The mean of what its words mean.
    meaning: Centroid,
}

/// The words of a quotation in a statement.
struct Quoted {
    words: Vec<Key>,
    /// Whether it is a phrase that calls something by a name of its own.
    phrase: bool,
}

impl Statement<'_> {
    /// Whether both hold numerals, and none that both hold: 17 dead here, 65 there.
    fn counts_otherwise(&self, other: &Self) -> bool {
        let both = !self.numerals.is_empty() && !other.numerals.is_empty();
        both && !self.numerals.iter().any(|one| other.numerals.contains(one))
    }

    /// Whether a phrase that one of the two quotes stands in a quotation of the other, too.
    fn echoes(&self, other: &Self) -> bool {
        let holds = |phrase: &Quoted, one: &Quoted| {
            phrase.words.iter().all(|word| one.words.contains(word))
        };
        let within = |a: &Self, b: &Self| {
            let mut phrases = a.quoted.iter().filter(|quoted| quoted.phrase);
            phrases.any(|phrase| b.quoted.iter().any(|one| holds(phrase, one)))
        };
        within(self, other) || within(other, self)
    }
}

/// Groups the statements that two reports or more give; `pairs` counts the pairs compared.
pub(crate) fn align(reports: &[Report], events: &Events, pairs: &mut usize) -> Vec<Cluster> {
    let statements = statements(reports);
    let index = index(&statements);
    let best: Vec<Matches> = (0..statements.len())
        .map(|at| best_matches(at, &statements, &index, events, pairs))
        .collect();
    let mut sets = Sets::of_mutual(&best, |at| statements[at].id.report);
    join_single(&mut sets, &statements, &best);
    let groups = sets.gather().into_iter();
    let shared: Vec<Vec<ClaimId>> = groups
        .filter(|members| members.len() > 1)
        .map(|members| with_chains(reports, members.iter().map(|&at| statements[at].id)))
        .collect();
    let speakers = statements.iter();
    let speakers = speakers.filter_map(|statement| Some((statement.id, statement.speaker?)));
    let media = medium::align(reports, &shared, speakers);
    shared
        .into_iter()
        .chain(media)
        .map(|claims| Cluster {
            kind: Kind::Attribution,
            claims,
        })
        .collect()
}

/// Joins statements that are alone, though they are like one in a group whose likest is another of their report: what a
/// speaker says again, and what is nearly the same.
fn join_single(sets: &mut Sets, statements: &[Statement<'_>], best: &[Matches]) {
    let groups = sets.gather();
    let groups = groups.iter().filter(|members| members.len() > 1);
    let groups: FxHashMap<usize, &Vec<usize>> = groups
        .flat_map(|members| members.iter().map(move |&member| (member, members)))
        .collect();
    for (at, matches) in best.iter().enumerate() {
        let own = &statements[at];
        let says_it = |other: &usize| {
            let theirs = &statements[*other];
            theirs.id.report == own.id.report && one_voice(own, theirs)
        };
        let belongs = |&&(likeness, other): &&(f32, usize)| {
            let sure = likeness >= SURE && !own.counts_otherwise(&statements[other]);
            let group = groups.get(&other);
            group.is_some_and(|group| sure || group.iter().any(says_it))
        };
        let likest = matches
            .values()
            .filter(belongs)
            .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        if let Some(&(_, other)) = likest.filter(|_| !groups.contains_key(&at)) {
            sets.join(at, other);
        }
    }
}

/// Whether two statements have one speaker.
fn one_voice(a: &Statement<'_>, b: &Statement<'_>) -> bool {
    let speakers = a.speaker.zip(b.speaker);
    speakers.is_some_and(|(a, b)| a.0 == b.0 || same_speaker(a, b))
}

/// Statements with those of the same words: "Reuters reports that Lee said …" besides what Lee said, "he was quoted by
/// Tass" besides both.
fn with_chains(reports: &[Report], statements: impl Iterator<Item = ClaimId>) -> Vec<ClaimId> {
    let mut claims: Vec<ClaimId> = statements
        .flat_map(|id| same_content(reports, id))
        .collect();
    claims.sort_unstable();
    claims.dedup();
    claims
}

/// A statement and those beside it whose contents are for the most part its own.
fn same_content(reports: &[Report], id: ClaimId) -> impl Iterator<Item = ClaimId> {
    let extraction = &reports[id.report].extraction;
    let content = move |claim: usize| {
        let own = extraction.claims[claim].value.statement()?;
        let content = extraction.attributions[own].content.iter().copied();
        content.reduce(Span::cover)
    };
    let own = content(id.claim);
    let is_same = move |claim: usize| {
        own.zip(content(claim)).is_some_and(|(a, b)| {
            let both = a.end.min(b.end).saturating_sub(a.start.max(b.start));
            both as f32 >= PASSED_ON * a.len().max(b.len()) as f32
        })
    };
    let first = id.claim.saturating_sub(BESIDE);
    let last = extraction.claims.len().min(id.claim + BESIDE);
    (first..last)
        .filter(move |&claim| claim == id.claim || is_same(claim))
        .map(move |claim| ClaimId { claim, ..id })
}

/// The likest statement of each other report, with its likeness.
fn best_matches(
    at: usize,
    statements: &[Statement<'_>],
    index: &FxHashMap<Key, Vec<usize>>,
    events: &Events,
    pairs: &mut usize,
) -> Matches {
    let own = &statements[at];
    let mut best = Matches::default();
    for other in listed(index, rarest(own), CROWDED) {
        let theirs = &statements[other];
        let report = theirs.id.report;
        // What nobody is given in either report, "12 people have been charged", leaves nothing to compare.
        let nobody = own.speaker.is_none() && theirs.speaker.is_none();
        if nobody || report == own.id.report || !events.is_one(report, own.id.report) {
            continue;
        }
        *pairs += 1;
        let likeness = likeness(own, theirs);
        if likeness > ALIKE {
            keep_likest(&mut best, report, likeness, other);
        }
    }
    best
}

/// How much of what two statements say both say. A phrase that both quote weighs more than words in common: one voice
/// called the flood "biblical", and so did another.
fn likeness(a: &Statement<'_>, b: &Statement<'_>) -> f32 {
    let holds = |word: &Key| b.words.binary_search_by_key(word, |entry| entry.0).is_ok();
    let shared: Vec<f32> = a
        .words
        .iter()
        .filter(|(word, _)| holds(word))
        .map(|(_, weight)| weight / a.heaviest)
        .collect();
    let evidence: f32 = shared.iter().sum();
    let echoed = a.echoes(b);
    let one_voice = one_voice(a, b);
    let alike = cosine(&a.words, &b.words);
    let nearness = a.meaning.cosine(&b.meaning);
    let telling = one_voice || evidence >= RARE || alike >= SHORT || nearness >= NEAR;
    let enough = shared.len() >= SHARED || (shared.len() + 1 == SHARED && telling);
    if !enough && !echoed {
        return 0.0;
    }
    let (each, most) = EVIDENCE;
    let (usual, share) = MEANING;
    alike
        + share * (nearness - usual).max(0.0)
        + if echoed { ECHO } else { 0.0 }
        + if one_voice { ONE_VOICE } else { 0.0 }
        + (each * (evidence - 2.0)).clamp(0.0, most)
}

/// The statements of all reports, each word weighted by how few statements hold it.
fn statements(reports: &[Report]) -> Vec<Statement<'_>> {
    let stems = Stems::new();
    let mut statements: Vec<(ClaimId, Vec<Key>, Vec<Quoted>)> = Vec::new();
    for (report, from) in reports.iter().enumerate() {
        let quotations = quotations(from);
        for (claim, value) in from.extraction.claims.iter().enumerate() {
            if let Value::Statement(attribution) = value.value {
                let id = ClaimId { report, claim };
                let quoted = quoted(from, attribution, &quotations, &stems);
                statements.push((id, content(from, attribution, &stems), quoted));
            }
        }
    }
    let mut counts: FxHashMap<Key, f32> = FxHashMap::default();
    for word in statements.iter().flat_map(|(_, words, _)| words) {
        *counts.entry(*word).or_default() += 1.0;
    }
    let all = statements.len() as f32;
    let weight = |word: Key| (word, (1.0 + all / counts[&word]).ln());
    let speaker = |id: ClaimId| {
        let extraction = &reports[id.report].extraction;
        let own = extraction.claims[id.claim].value.statement()?;
        speaker_of(&reports[id.report], &extraction.attributions[own])
    };
    let meaning = |id: ClaimId| {
        let report = &reports[id.report];
        let statement = report.claim(id.claim).value.statement();
        let keys: Vec<Key> = statement
            .into_iter()
            .flat_map(|own| meant(report, own))
            .map(|token| token.key)
            .collect();
        Meaning::news().centroid(&keys)
    };
    let numerals = |id: ClaimId| {
        let report = &reports[id.report];
        let statement = report.claim(id.claim).value.statement();
        let tokens = statement.into_iter().flat_map(|own| meant(report, own));
        tokens
            .filter(|token| token.upos == Upos::Num)
            .map(|token| token.key)
            .collect()
    };
    let weighted = statements.into_iter().map(|(id, words, quoted)| Statement {
        id,
        numerals: numerals(id),
        meaning: meaning(id),
        speaker: speaker(id),
        heaviest: (1.0 + all).ln(),
        words: weigh(words.into_iter().map(weight)),
        quoted,
    });
    weighted.collect()
}

/// What a statement says: the words of its content that carry meaning, each once, with whom its pronouns mean and what
/// its cue does ("identified", "called"; "said" is too frequent to weigh).
fn content(report: &Report, attribution: usize, stems: &Stems) -> Vec<Key> {
    let own = &report.extraction.attributions[attribution];
    let cue = own.cue.into_iter();
    let cue = cue
        .flat_map(|span| report.extraction.tokens_in(span))
        .filter(|token| matches!(token.upos, Upos::Verb | Upos::Noun));
    let referents = own.content.iter();
    let referents = referents.flat_map(|&span| referents_in(report, span));
    let mut words: Vec<Key> = meant(report, attribution)
        .chain(cue)
        .map(|token| stems.concept_of(report, token))
        .chain(referents.map(|surname| stems.concept(&surname.to_lowercase())))
        .collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// The last names of those whom a span speaks of by pronouns and nouns.
fn referents_in(report: &Report, span: Span) -> impl Iterator<Item = &str> {
    let extraction = &report.extraction;
    let first = extraction
        .mentions
        .partition_point(|mention| mention.span.start < span.start);
    let mentions = extraction.mentions[first..].iter();
    mentions
        .take_while(move |mention| mention.span.end <= span.end)
        .filter(|mention| mention.form != MentionForm::Name)
        .map(|mention| last_name(&extraction.entities[mention.entity].name))
}

/// The quotations of a report, in text order.
fn quotations(report: &Report) -> Vec<Span> {
    let claims = report.extraction.claims.iter();
    claims
        .filter(|claim| matches!(claim.value, Value::Quote))
        .map(|claim| claim.span)
        .collect()
}

/// Whether a quotation is too short to be anybody's sentence.
pub(crate) fn is_phrase(report: &Report, quotation: Span) -> bool {
    let tokens = report.extraction.tokens_in(quotation).iter();
    tokens.filter(|token| token.upos != Upos::Punct).count() <= PHRASE
}

/// The quotations in a statement's content that hold words with a meaning.
fn quoted(report: &Report, attribution: usize, all: &[Span], stems: &Stems) -> Vec<Quoted> {
    let quotation = |token: &Token| {
        let before = all.partition_point(|quotation| quotation.start <= token.span.start);
        let at = before.checked_sub(1)?;
        all[at].contains(token.span).then_some(at)
    };
    let words: Vec<(usize, &Token)> = meant(report, attribution)
        .filter_map(|token| Some((quotation(token)?, token)))
        .collect();
    let names = |token: &Token| matches!(token.upos, Upos::Noun | Upos::Adj);
    words
        .chunk_by(|a, b| a.0 == b.0)
        .map(|of_one| Quoted {
            words: of_one
                .iter()
                .map(|(_, token)| stems.concept_of(report, token))
                .collect(),
            phrase: is_phrase(report, all[of_one[0].0])
                && of_one.iter().any(|(_, token)| names(token)),
        })
        .collect()
}

/// The words of a statement's content that carry meaning, as they stand.
fn meant(report: &Report, attribution: usize) -> impl Iterator<Item = &Token> {
    let spans = &report.extraction.attributions[attribution].content;
    let tokens = spans
        .iter()
        .flat_map(|&span| report.extraction.tokens_in(span));
    tokens.filter(|token| {
        matches!(
            token.upos,
            Upos::Noun | Upos::Propn | Upos::Verb | Upos::Adj | Upos::Adv | Upos::Num
        )
    })
}

/// What both of two statements say, in the words of the first, by their claims or those of where they were made; empty
/// where one of the claims is neither.
pub(crate) fn shared_words(reports: &[Report], a: ClaimId, b: ClaimId) -> Vec<&str> {
    let stems = Stems::new();
    let statement = |id: ClaimId| {
        let report = &reports[id.report];
        match report.claim(id.claim).value {
            Value::Statement(own) | Value::Medium(own) => Some((report, own)),
            _ => None,
        }
    };
    let Some(((first, left), (second, right))) = statement(a).zip(statement(b)) else {
        return Vec::new();
    };
    let mut wanted = content(second, right, &stems);
    let shared = meant(first, left).filter(|token| {
        let concept = stems.concept_of(first, token);
        let before = wanted.len();
        wanted.retain(|other| *other != concept);
        wanted.len() < before
    });
    shared.map(|token| first.words(token.span)).collect()
}

fn index(statements: &[Statement<'_>]) -> FxHashMap<Key, Vec<usize>> {
    let mut index: FxHashMap<Key, Vec<usize>> = FxHashMap::default();
    for (at, statement) in statements.iter().enumerate() {
        for word in rarest(statement) {
            index.entry(word).or_default().push(at);
        }
    }
    index
}

/// The rarest words of a statement that others hold, too.
fn rarest(statement: &Statement<'_>) -> impl Iterator<Item = Key> + use<> {
    let alone = statement.heaviest - f32::EPSILON;
    let words = statement.words.iter().filter(|word| word.1 < alone);
    heaviest(&words.copied().collect(), INDEXED).map(|(word, _)| word)
}
