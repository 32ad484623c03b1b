//! Verbs as cues: the verb in, source, cue and content out, as the parse gives them.
//!
//! "Two schools will close, the mayor told the council" has the cue "told", the source "the mayor" and the content "Two
//! schools will close"; "the council" is whom it was told to.

use std::ops::Range;

use syntax::{Key, Relation, Xpos};

use super::Act;
use super::cue::{CUES, Frame, Part, Sense};
use super::draft::{Draft, without};
use super::extent::{
    behind_adjunct, behind_second_subject, completed, deed_for, is_that, missing_object,
    rest_of_sentence, whole_clause, with_to,
};
use super::medium::behind_preposition;
use super::noun::{names_act, that_clause};
use super::object::{name_given, object};
use super::scene::Scene;
use super::source::{agent, behind_complement, is_finite, phrase, subject};
use super::speaker::{before_apposition, speaker};

/// What the construction at a verb gives: which sense, where its content is, how far the cue goes.
struct Reading {
    sense: Sense,
    content: Vec<Range<usize>>,
    cue_end: usize,
}

impl Reading {
    fn new(sense: Sense, content: Range<usize>, cue_end: usize) -> Self {
        Self {
            sense,
            content: vec![content],
            cue_end,
        }
    }
}

/// The attribution that the verb at `verb` makes, if it makes one.
pub(crate) fn read(scene: &Scene, verb: usize, sentence: usize) -> Option<Draft> {
    let senses = senses(scene, verb);
    if senses.is_empty() || scene.quotation(verb).is_some() {
        return None;
    }
    let passive = is_passive(scene, verb) && behind_second_subject(scene, verb).is_none();
    let source = if passive {
        agent(scene, verb)
    } else {
        speaker(scene, verb, of_frame(senses, Frame::Clause).is_some())
    };
    let reading = if passive {
        read_passive(scene, verb, senses)
    } else {
        read_active(scene, verb, senses)
    };
    let speech = !passive && of_frame(senses, Frame::Clause).is_some();
    let cue = cue_start(scene, verb)
        ..reading
            .as_ref()
            .map_or_else(|| particle_end(scene, verb), |r| r.cue_end);
    let raising = reading
        .as_ref()
        .is_some_and(|reading| reading.sense.frame == Frame::Raising);
    let weak = reading
        .as_ref()
        .is_some_and(|reading| reading.sense.frame != Frame::Clause);
    let speaker = source.filter(|_| !raising);
    let source = speaker.map(|head| phrase(scene, head, verb));
    if !passive && !raising && source.is_none() {
        return None;
    }
    let (act, content) = match reading {
        Some(reading) => (reading.sense.act, reading.content),
        None if speech => (first_act(senses), Vec::new()),
        None => return None,
    };
    let mut holes: Vec<Range<usize>> = vec![cue.clone()];
    holes.extend(source.clone());
    let content = content
        .into_iter()
        .flat_map(|range| without(range, &holes))
        .map(|range| scene.trim(range))
        .filter(|range| !range.is_empty())
        .collect();
    Some(Draft {
        head: verb,
        cue,
        speaker,
        source,
        content,
        act,
        sentence,
        speech,
        weak,
    })
}

/// The verb senses of the token.
fn senses(scene: &Scene, verb: usize) -> &'static [Sense] {
    let in_name = scene.token(verb).entity.is_some();
    let before_noun = matches!(
        scene.tree.relation(verb),
        Relation::Amod | Relation::Compound
    );
    if !scene.is_verb(verb) || in_name || before_noun {
        return &[];
    }
    CUES.senses(scene.key(verb), Part::Verb)
}

fn first_act(senses: &[Sense]) -> Act {
    let clause = senses.iter().find(|sense| sense.frame == Frame::Clause);
    clause
        .or(senses.first())
        .map_or(Act::Assertion, |sense| sense.act)
}

fn of_frame(senses: &[Sense], frame: Frame) -> Option<Sense> {
    senses.iter().copied().find(|sense| sense.frame == frame)
}

/// A participle without "have" and without subject is passive like one with "be": "asked whether she knew, he left".
fn is_passive(scene: &Scene, verb: usize) -> bool {
    scene.has(verb, &[Relation::Auxpass, Relation::Nsubjpass])
        || scene.token(verb).xpos == Xpos::Vbn
            && !scene.has(verb, &[Relation::Aux, Relation::Nsubj])
            && matches!(scene.tree.relation(verb), Relation::Acl | Relation::Advcl)
            && !is_main_verb(scene, verb)
}

/// Whether a form that may be a past tense is the verb of its sentence, for which the parse took it behind an
/// apposition: "Ann Lee, 42, of Harbor, *admitted* that she had left."
fn is_main_verb(scene: &Scene, verb: usize) -> bool {
    let noun = scene
        .tree
        .head(verb)
        .filter(|&noun| scene.tree.head(noun).is_none());
    let apposed =
        |noun| scene.has(noun, &[Relation::Appos]) && scene.tree.relation(verb) == Relation::Acl;
    let before = cue_start(scene, verb).checked_sub(1);
    let comma = before.is_some_and(|at| scene.token(at).xpos == Xpos::Comma);
    comma && noun.is_some_and(apposed) && scene.has(verb, &[Relation::Ccomp])
}

/// All before the source, where "…, Ann Lee said" closes a sentence and the parse has joined it to what it reports.
fn before_source(scene: &Scene, verb: usize) -> Option<Range<usize>> {
    if scene.tree.relation(verb) != Relation::Conj {
        return None;
    }
    let name = before_apposition(scene, verb)?;
    let source = phrase(scene, name, verb);
    let sentence = &scene.sentence(verb).tokens;
    let comma = source.start.checked_sub(1)?;
    let follows = comma > sentence.start && scene.token(comma).xpos == Xpos::Comma;
    let closes = !(verb + 1..sentence.end).any(|at| scene.is_verb(at));
    (follows && closes).then_some(sentence.start..comma)
}

fn read_active(scene: &Scene, verb: usize, senses: &[Sense]) -> Option<Reading> {
    let after = particle_end(scene, verb);
    let reading = |frame: Frame, content: Option<Range<usize>>| {
        let sense = of_frame(senses, frame)?;
        Some(Reading::new(sense, content?, after))
    };
    clause_reading(scene, verb, senses)
        .or_else(|| aside_reading(scene, verb, senses))
        .or_else(|| reading(Frame::Urge, urged(scene, verb)))
        .or_else(|| raised(scene, verb, after, of_frame(senses, Frame::Raising)?))
        .or_else(|| reading(Frame::Infinitive, infinitive(scene, verb)))
        .or_else(|| reading(Frame::Object, object_said(scene, verb, senses)))
        .or_else(|| preposition(scene, verb, senses))
        .or_else(|| reading(Frame::Object, missing_object(scene, verb)))
}

/// The object, where it is something to say: not in "claimed 24 lives".
fn object_said(scene: &Scene, verb: usize, senses: &[Sense]) -> Option<Range<usize>> {
    let sense = of_frame(senses, Frame::Object)?;
    let Some(head) = scene.tree.child(verb, &[Relation::Dobj]) else {
        return name_given(scene, verb);
    };
    let other = CUES.means_other(sense, scene.key(head)) || names_act(scene, verb);
    object(scene, verb, sense).filter(|_| !other)
}

/// The clause that is the verb's object: what is said, or, where it has no finite verb, what is urged.
fn clause_reading(scene: &Scene, verb: usize, senses: &[Sense]) -> Option<Reading> {
    let cue_end = particle_end(scene, verb);
    let mut clauses = scene.tree.related(verb, &[Relation::Ccomp]);
    let first = scene.tree.child(verb, &[Relation::Ccomp]);
    let first = first.filter(|&clause| clause > verb || !is_cut_off(scene, clause, verb));
    let Some(clause) = clauses.find(|&clause| clause > verb).or(first) else {
        let content = behind_second_subject(scene, verb)
            .or_else(|| behind_medium(scene, verb))
            .or_else(|| behind_adjunct(scene, verb))
            .or_else(|| gerund_clause(scene, verb, senses))
            .or_else(|| before_source(scene, verb))
            .or_else(|| unattached(scene, verb, senses))?;
        return Some(Reading::new(
            of_frame(senses, Frame::Clause)?,
            content,
            cue_end,
        ));
    };
    let order = if with_to(scene, clause) {
        [Frame::Urge, Frame::Clause]
    } else {
        [Frame::Clause, Frame::Urge]
    };
    let sense = order.iter().find_map(|&frame| of_frame(senses, frame))?;
    Some(Reading::new(
        sense,
        whole_clause(scene, verb, clause),
        cue_end,
    ))
}

/// Whether a clause before a verb ends with a colon or semicolon, so that the verb begins anew: "They were sad: Lee called it
/// a shame".
fn is_cut_off(scene: &Scene, clause: usize, verb: usize) -> bool {
    let mark = |at: usize| matches!(scene.token(at).span.slice(scene.text), ":" | ";");
    (clause..verb).any(|at| mark(at) && scene.quotation(at).is_none())
}

/// A clause that begins with a gerund, which the parse seldom makes out: "said *raising the fare would be wrong*".
fn gerund_clause(scene: &Scene, verb: usize, senses: &[Sense]) -> Option<Range<usize>> {
    let gerund = verb + 1;
    let says = of_frame(senses, Frame::Clause).is_some_and(|sense| sense.act == Act::Assertion);
    let fits = says
        && scene.tree.child(verb, &[Relation::Xcomp]) == Some(gerund)
        && scene.token(gerund).xpos == Xpos::Vbg
        && is_finite(scene, verb);
    fits.then(|| gerund..scene.tree.stretch(verb).end)
}

/// What follows a verb that has nothing else to say, where the parse has lost the clause; behind whom it is told to, a
/// clause with "that".
fn unattached(scene: &Scene, verb: usize, senses: &[Sense]) -> Option<Range<usize>> {
    const TAKEN: &[Relation] = &[Relation::Xcomp, Relation::Acomp];
    let says = of_frame(senses, Frame::Clause).is_some_and(|sense| sense.act == Act::Assertion);
    let after = particle_end(scene, verb);
    let open = says && is_finite(scene, verb) && !scene.has(verb, TAKEN);
    let clause = rest_of_sentence(scene, after).filter(|_| open)?;
    let governs =
        |at: usize| scene.is_verb(at) || !CUES.senses(scene.key(at), Part::Noun).is_empty();
    let told = || is_that(scene, clause.start) && !(after..clause.start).any(governs);
    (!scene.has(verb, &[Relation::Dobj]) || told()).then_some(clause)
}

/// "said in a statement [that …]": the parse often hangs the clause on the medium.
fn behind_medium(scene: &Scene, verb: usize) -> Option<Range<usize>> {
    that_clause(scene, behind_preposition(scene, verb)?)
}

fn aside_reading(scene: &Scene, verb: usize, senses: &[Sense]) -> Option<Reading> {
    let sense = of_frame(senses, Frame::Clause)?;
    let content = around(scene, verb)?;
    let cue_end = particle_end(scene, verb);
    Some(Reading {
        sense,
        content,
        cue_end,
    })
}

fn read_passive(scene: &Scene, verb: usize, senses: &[Sense]) -> Option<Reading> {
    let after = particle_end(scene, verb);
    if let Some(clause) = clause_reading(scene, verb, senses) {
        return Some(clause);
    }
    let sense = senses
        .iter()
        .copied()
        .find(|sense| passive_takes(scene, verb, *sense))?;
    let patient = match scene.tree.child(verb, &[Relation::Nsubjpass]) {
        Some(subject) => scene.tree.stretch(subject),
        None if scene.tree.relation(verb) == Relation::Acl => head_phrase(scene, verb)?,
        None => scene.tree.stretch(shared_patient(scene, verb)?),
    };
    let mut content = vec![patient];
    content.extend(complement(scene, verb));
    Some(Reading {
        sense,
        content,
        cue_end: after,
    })
}

/// The subject that a passive has in common with the verb it is joined to: "*The pier* fell and is expected to cost".
fn shared_patient(scene: &Scene, verb: usize) -> Option<usize> {
    let joined =
        scene.tree.relation(verb) == Relation::Conj && scene.has(verb, &[Relation::Auxpass]);
    subject(scene, verb).filter(|&subject| joined && subject < verb)
}

/// Which senses a passive can have: without its agent only those whose source goes without saying.
fn passive_takes(scene: &Scene, verb: usize, sense: Sense) -> bool {
    let has_agent = agent(scene, verb).is_some();
    let has_infinitive = infinitive(scene, verb).is_some();
    let reduced = scene.tree.relation(verb) == Relation::Acl && complement(scene, verb).is_none();
    match sense.frame {
        Frame::Object => {
            let patient = scene.tree.child(verb, &[Relation::Nsubjpass]);
            if patient.is_some_and(|patient| CUES.means_other(sense, scene.key(patient))) {
                return false;
            }
            let goes_without = matches!(sense.act, Act::Assertion | Act::Belief | Act::Allegation);
            has_agent || goes_without && !reduced
        }
        Frame::Clause | Frame::Urge | Frame::Infinitive => has_infinitive,
        Frame::Raising | Frame::Preposition => false,
    }
}

/// The noun phrase that a participle stands after: "a plan backed by the union".
fn head_phrase(scene: &Scene, verb: usize) -> Option<Range<usize>> {
    let head = scene.tree.head(verb)?;
    let start = scene.tree.stretch(head).start;
    let end = cue_start(scene, verb).max(head + 1);
    (start < verb).then_some(start..end)
}

/// What completes a passive: "is expected [to win]", "was accused [of fraud]", "is known [as Moses]".
fn complement(scene: &Scene, verb: usize) -> Option<Range<usize>> {
    const COMPLEMENTS: &[Relation] = &[Relation::Xcomp, Relation::Oprd, Relation::Prep];
    const WORDS: [Key; 3] = [Key::word("as"), Key::word("of"), Key::word("with")];
    let fits = |&child: &usize| {
        child > verb
            && (scene.tree.relation(child) != Relation::Prep || WORDS.contains(&scene.key(child)))
    };
    let child = scene.tree.related(verb, COMPLEMENTS).find(fits)?;
    let whole = scene.tree.stretch(child);
    let by = behind_complement(scene, verb).filter(|by| whole.contains(by));
    Some(whole.start..by.unwrap_or(whole.end))
}

/// The clause that "he said" stands in as an aside: "The road, he said, is closed".
fn around(scene: &Scene, verb: usize) -> Option<Vec<Range<usize>>> {
    let head = scene.tree.head(verb).filter(|_| is_aside(scene, verb))?;
    let own = scene.tree.stretch(verb);
    let subject = scene.tree.child(verb, &[Relation::Nsubj]);
    let opening = subject.map_or(own.start, |subject| scene.tree.stretch(subject).start);
    let before_comma = opening > own.start && scene.token(opening - 1).xpos == Xpos::Comma;
    let aside = if before_comma { opening } else { own.start }..own.end;
    let clause = scene.tree.stretch(head);
    Some(without(clause, &[aside]))
}

/// Whether a clause only tells who says what it stands in, by commas, also with "as": "The road, as he said, is closed".
fn is_aside(scene: &Scene, verb: usize) -> bool {
    const AS: Key = Key::word("as");
    if scene.tree.relation(verb) == Relation::Parataxis {
        return true;
    }
    let own = scene.tree.stretch(verb);
    let sentence = &scene.sentence(verb).tokens;
    let opens = own.start == sentence.start || scene.is_punctuation(own.start - 1);
    let last = scene.is_punctuation(own.end - 1) || own.end >= sentence.end;
    let closes = last || scene.is_punctuation(own.end);
    let mark = scene.tree.child(verb, &[Relation::Mark, Relation::Advmod]);
    let with_as = mark.is_none_or(|mark| scene.key(mark) == AS);
    let tells = scene.has_tense(verb) && scene.tree.relation(verb) == Relation::Advcl;
    let whole = !scene.has(verb, &[Relation::Dobj, Relation::Xcomp, Relation::Acomp]);
    tells && opens && closes && with_as && whole
}

/// Someone and what they are to do.
fn urged(scene: &Scene, verb: usize) -> Option<Range<usize>> {
    let someone = scene
        .tree
        .child(verb, &[Relation::Dobj, Relation::Dative])?;
    let someone = scene.tree.stretch(someone);
    let end = infinitive(scene, verb).map(|deed| deed.end);
    let end =
        end.or_else(|| Some(completed(scene, verb, &someone)).filter(|&end| end > someone.end))?;
    (someone.start < end).then_some(someone.start..end)
}

fn infinitive(scene: &Scene, verb: usize) -> Option<Range<usize>> {
    let deed = scene.tree.child(verb, &[Relation::Xcomp])?;
    (with_to(scene, deed) && deed > verb).then(|| scene.tree.stretch(deed))
}

/// Whether what seems so is that somebody says something: in "he seemed to blame the board" the cue is "blame".
fn tells_itself(scene: &Scene, verb: usize) -> bool {
    let Some(told) = scene.tree.child(verb, &[Relation::Xcomp]) else {
        return false;
    };
    let tells = |sense: &Sense| !matches!(sense.act, Act::Belief | Act::Intention | Act::Mention);
    let told_by = subject(scene, told).is_some();
    told_by
        && senses(scene, told).iter().any(tells)
        && read_active(scene, told, senses(scene, told)).is_some()
}

/// "The truce [seems] to hold": the content is the subject and what is said of it.
fn raised(scene: &Scene, verb: usize, cue_end: usize, sense: Sense) -> Option<Reading> {
    if tells_itself(scene, verb) {
        return None;
    }
    const LIKE: Key = Key::word("like");
    let subject = subject(scene, verb)?;
    let clauses = [Relation::Ccomp, Relation::Advcl];
    let clause = scene.tree.child(verb, &clauses).filter(|&at| at > verb);
    if let Some(clause) = clause.filter(|_| scene.key(subject) == Key::word("it")) {
        return Some(Reading::new(sense, scene.tree.stretch(clause), cue_end));
    }
    let is_like = |&child: &usize| scene.key(child) == LIKE && child == verb + 1;
    let predicate = scene
        .tree
        .child(verb, &[Relation::Xcomp, Relation::Oprd, Relation::Acomp])
        .or_else(|| scene.tree.related(verb, &[Relation::Prep]).find(is_like))?;
    let content = vec![scene.tree.stretch(subject), scene.tree.stretch(predicate)];
    Some(Reading {
        sense,
        content,
        cue_end,
    })
}

/// What follows the preposition that the verb takes: "called for [talks]".
fn preposition(scene: &Scene, verb: usize, senses: &[Sense]) -> Option<Reading> {
    let takes = |mark: usize| {
        let of = |sense: &&Sense| {
            sense.frame == Frame::Preposition && CUES.takes(**sense, scene.key(mark))
        };
        senses.iter().find(of).copied()
    };
    if let Some((mark, deed)) = deed_for(scene, verb)
        && let Some(sense) = takes(mark)
    {
        return Some(Reading::new(sense, deed, mark + 1));
    }
    scene
        .tree
        .related(verb, &[Relation::Prep])
        .filter(|&prep| prep > verb)
        .find_map(|prep| {
            let takes = |sense: &&Sense| {
                sense.frame == Frame::Preposition && CUES.takes(**sense, scene.key(prep))
            };
            let sense = senses.iter().find(takes)?;
            let content = scene
                .tree
                .child(prep, &[Relation::Pobj, Relation::Pcomp, Relation::Prep])?;
            let end = if prep <= particle_end(scene, verb) {
                prep + 1
            } else {
                particle_end(scene, verb)
            };
            let content = scene.tree.stretch(content);
            let whole = content.start..completed(scene, verb, &content);
            Some(Reading::new(*sense, whole, end))
        })
}

/// Where the cue ends: behind its particle, "pointed out".
pub(super) fn particle_end(scene: &Scene, verb: usize) -> usize {
    let particle = scene
        .tree
        .child(verb, &[Relation::Prt])
        .filter(|&particle| particle == verb + 1);
    particle.unwrap_or(verb) + 1
}

/// Where the cue starts: at its auxiliaries, negation and adverbs ("has never said"), or those of the verb it completes
/// ("began to say").
pub(super) fn cue_start(scene: &Scene, verb: usize) -> usize {
    const LEFT: &[Relation] = &[
        Relation::Aux,
        Relation::Auxpass,
        Relation::Neg,
        Relation::Advmod,
    ];
    let mut start = verb;
    while start > 0
        && scene.tree.head(start - 1) == Some(verb)
        && LEFT.contains(&scene.tree.relation(start - 1))
    {
        start -= 1;
    }
    let governor = scene
        .tree
        .head(verb)
        .filter(|_| scene.tree.relation(verb) == Relation::Xcomp);
    match governor {
        Some(head) if head + 1 != start => start,
        Some(head) if scene.tree.relation(head) == Relation::Acomp => predicate_start(scene, head),
        Some(head) if scene.is_verb(head) && only_seems(senses(scene, head)) => {
            cue_start(scene, head)
        }
        _ => start,
    }
}

/// Whether a verb has no sense of its own but that something seems so: "[seemed] to blame".
fn only_seems(senses: &[Sense]) -> bool {
    senses.iter().all(|sense| sense.frame == Frame::Raising)
}

/// Where the predicate starts that a verb completes: "[was quick] to say".
fn predicate_start(scene: &Scene, adjective: usize) -> usize {
    match scene.tree.head(adjective) {
        Some(copula) if scene.tree.stretch(adjective).start == copula + 1 => {
            cue_start(scene, copula)
        }
        _ => adjective + 1,
    }
}
