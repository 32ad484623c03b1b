//! Nouns, adjectives and adverbs as cues, and sources named by a preposition.
//!
//! "The claim that the bridge is safe" has the cue "The claim"; "their refusal to pay" besides the source "their";
//! "according to the mayor", "in a poll" name a source without any verb.

use std::ops::Range;

use syntax::{Key, Relation, Xpos};

use super::Act;
use super::cue::{ACCORDING, CUES, Frame, IN, Part, Sense, is_poll, is_view};
use super::draft::{Draft, without};
use super::scene::Scene;
use super::source::{phrase, subject};
use super::verb::cue_start;

/// The attribution that the noun at `noun` makes, if it makes one.
pub(crate) fn read_noun(scene: &Scene, noun: usize, sentence: usize) -> Option<Draft> {
    if !matches!(scene.token(noun).xpos, Xpos::Nn | Xpos::Nns) || scene.quotation(noun).is_some() {
        return None;
    }
    let senses = CUES.senses(scene.key(noun), Part::Noun);
    if is_medium(scene, noun) {
        return None;
    }
    let (sense, content, cue_end) = senses
        .iter()
        .find_map(|&sense| complement(scene, noun, sense))?;
    let verb = light_verb(scene, noun);
    let owner = scene
        .tree
        .child(noun, &[Relation::Poss])
        .filter(|_| verb.is_none());
    let start = owner.map_or(scene.tree.stretch(noun).start, |owner| {
        scene.tree.stretch(owner).end
    });
    let start = verb.map_or(skip_case(scene, start).min(noun), |verb| {
        cue_start(scene, verb)
    });
    let maker = verb.and_then(|verb| Some(phrase(scene, subject(scene, verb)?, verb)));
    let is = predicated(scene, noun).filter(|_| owner.is_none());
    let maker = maker.or_else(|| Some(phrase(scene, is?, noun)));
    let speaker = owner.or_else(|| subject(scene, verb?)).or(is);
    Some(Draft {
        head: noun,
        cue: start..cue_end,
        speaker,
        source: owner
            .map(|owner| without_case(scene, phrase(scene, owner, noun)))
            .or(maker),
        content: vec![scene.trim(content)]
            .into_iter()
            .filter(|range| !range.is_empty())
            .collect(),
        act: sense.act,
        sentence,
        speech: false,
        weak: false,
    })
}

/// The verb that only says that somebody performs the act which the noun names: "*made* the claim that", "*expressed*
/// doubt about".
fn light_verb(scene: &Scene, noun: usize) -> Option<usize> {
    let verb = scene.tree.head(noun).filter(|&verb| verb < noun)?;
    let object = scene.tree.relation(noun) == Relation::Dobj;
    let active = subject(scene, verb).is_some_and(|subject| subject < verb);
    let own = object && active && super::cue::is_light(scene.key(verb));
    let raised = || {
        let speaker = subject(scene, verb);
        speaker.is_some_and(|speaker| is_somebody(scene, speaker))
    };
    (own && (!is_raise(scene.key(verb)) || raised())).then_some(verb)
}

/// Whom a noun is said of that names somebody by what he holds of something: "*Ann Lee* is a critic of the plan".
fn predicated(scene: &Scene, noun: usize) -> Option<usize> {
    let copula = scene
        .tree
        .head(noun)
        .filter(|_| scene.tree.relation(noun) == Relation::Attr)?;
    let speaker = subject(scene, copula).filter(|&speaker| speaker < copula)?;
    let person = scene.token(noun).xpos == Xpos::Nn && crate::name::is_title(scene.key(noun));
    person.then_some(speaker)
}

/// Whether the object of a verb names an act of its own: in "expressed doubt about the plan" the doubt is the act.
pub(super) fn names_act(scene: &Scene, verb: usize) -> bool {
    let object = scene.tree.child(verb, &[Relation::Dobj]);
    let is_act = |&noun: &usize| {
        let senses = CUES.senses(scene.key(noun), Part::Noun);
        light_verb(scene, noun).is_some()
            && senses
                .iter()
                .any(|&sense| complement(scene, noun, sense).is_some())
    };
    object.filter(is_act).is_some()
}

fn complement(scene: &Scene, noun: usize, sense: Sense) -> Option<(Sense, Range<usize>, usize)> {
    match sense.frame {
        Frame::Clause => that_clause(scene, noun).map(|content| (sense, content, noun + 1)),
        Frame::Infinitive => infinitive(scene, noun).map(|content| (sense, content, noun + 1)),
        Frame::Preposition => after_preposition(scene, noun, sense),
        Frame::Object | Frame::Urge | Frame::Raising => None,
    }
}

/// Whether the noun says where a verb's content was said: "said in a statement that …".
fn is_medium(scene: &Scene, noun: usize) -> bool {
    let preposition = scene
        .tree
        .head(noun)
        .filter(|_| scene.tree.relation(noun) == Relation::Pobj);
    let verb = preposition.and_then(|preposition| scene.tree.head(preposition));
    verb.is_some_and(|verb| {
        CUES.senses(scene.key(verb), Part::Verb)
            .iter()
            .any(|sense| sense.frame == Frame::Clause)
    }) && super::medium::is_medium(scene.key(noun))
}

/// The clause with "that" right behind the noun, wherever the parse hangs it; no relative clause, in which "that" is the
/// subject or an object is missing.
pub(crate) fn that_clause(scene: &Scene, noun: usize) -> Option<Range<usize>> {
    const THAT: Key = Key::word("that");
    let that = noun + 1;
    if that >= scene.analysis.tokens.len() || scene.key(that) != THAT {
        return None;
    }
    let clause = scene.tree.head(that)?;
    let mut subjects = scene.tree.related(
        clause,
        &[Relation::Nsubj, Relation::Nsubjpass, Relation::Expl],
    );
    let complete =
        scene.tree.relation(that) == Relation::Mark || scene.token(that).xpos == Xpos::In;
    let range = scene.tree.stretch(clause);
    (range.start == that && complete && subjects.any(|subject| subject > that)).then_some(range)
}

fn infinitive(scene: &Scene, noun: usize) -> Option<Range<usize>> {
    const DEEDS: &[Relation] = &[Relation::Acl, Relation::Xcomp, Relation::Relcl];
    let with_to = |deed: usize| {
        scene
            .tree
            .related(deed, &[Relation::Aux])
            .any(|aux| scene.token(aux).xpos == Xpos::To)
    };
    let deed = scene
        .tree
        .related(noun, DEEDS)
        .find(|&deed| with_to(deed))?;
    Some(scene.tree.stretch(deed))
}

fn after_preposition(
    scene: &Scene,
    head: usize,
    sense: Sense,
) -> Option<(Sense, Range<usize>, usize)> {
    let takes = |&prep: &usize| CUES.takes(sense, scene.key(prep));
    let prep = scene
        .tree
        .related(head, &[Relation::Prep])
        .filter(|&prep| prep > head)
        .find(takes)
        .or_else(|| behind_object(scene, head).filter(takes))?;
    let object = scene.tree.child(prep, &[Relation::Pobj, Relation::Pcomp])?;
    let cue_end = if prep == head + 1 { prep + 1 } else { head + 1 };
    Some((sense, scene.tree.stretch(object), cue_end))
}

/// The preposition right behind what somebody performs, where the parse has hung it on the verb: "expressed dismay *at*".
fn behind_object(scene: &Scene, noun: usize) -> Option<usize> {
    let verb = light_verb(scene, noun)?;
    let mut prepositions = scene.tree.related(verb, &[Relation::Prep]);
    prepositions.find(|&prep| prep == noun + 1)
}

fn skip_case(scene: &Scene, at: usize) -> usize {
    if at < scene.analysis.tokens.len() && scene.token(at).xpos == Xpos::Pos {
        at + 1
    } else {
        at
    }
}

/// An owner without its "'s".
pub(crate) fn without_case(scene: &Scene, range: Range<usize>) -> Range<usize> {
    let last = range.end - 1;
    if last > range.start && scene.token(last).xpos == Xpos::Pos {
        range.start..last
    } else {
        range
    }
}

/// The attribution that a predicate adjective makes: "she was sure that …", "they are eager to …".
pub(crate) fn read_adjective(scene: &Scene, adjective: usize, sentence: usize) -> Option<Draft> {
    let copula = scene
        .tree
        .head(adjective)
        .filter(|&verb| !is_make(scene.key(verb)))
        .filter(|_| scene.tree.relation(adjective) == Relation::Acomp);
    let Some(copula) = copula else {
        return made_clear(scene, adjective, sentence);
    };
    let senses = CUES.senses(scene.key(adjective), Part::Adjective);
    if senses.is_empty() || scene.quotation(adjective).is_some() {
        return None;
    }
    let (sense, content, cue_end) = senses
        .iter()
        .find_map(|&sense| predicate(scene, adjective, copula, sense))?;
    let speaker = subject(scene, copula).filter(|_| sense.frame != Frame::Raising);
    let source = speaker.map(|head| phrase(scene, head, copula));
    let cue = copula_start(scene, copula)..cue_end;
    Some(Draft {
        head: copula,
        content: without(content, std::slice::from_ref(&cue))
            .into_iter()
            .map(|range| scene.trim(range))
            .filter(|range| !range.is_empty())
            .collect(),
        cue,
        speaker,
        source,
        act: sense.act,
        sentence,
        speech: false,
        weak: false,
    })
}

/// "The mayor made (it) clear that the pier was safe": what is made clear, and by whom.
fn made_clear(scene: &Scene, adjective: usize, sentence: usize) -> Option<Draft> {
    const CLEAR: Key = Key::word("clear");
    const RESULTS: [Relation; 3] = [Relation::Oprd, Relation::Acomp, Relation::Ccomp];
    let result = scene.key(adjective) == CLEAR && RESULTS.contains(&scene.tree.relation(adjective));
    let verb = scene
        .tree
        .head(adjective)
        .filter(|&verb| result && is_make(scene.key(verb)))?;
    let clauses = [Relation::Ccomp, Relation::Advcl];
    let clause = |head: usize| {
        let mut behind = scene.tree.related(head, &clauses);
        behind.find(|&clause| clause > adjective)
    };
    let clause = clause(adjective).or_else(|| clause(verb))?;
    let speaker = subject(scene, verb).filter(|&speaker| speaker < verb)?;
    Some(Draft {
        head: verb,
        cue: cue_start(scene, verb)..adjective + 1,
        speaker: Some(speaker),
        source: Some(phrase(scene, speaker, verb)),
        content: vec![scene.trim(scene.tree.stretch(clause))],
        act: Act::Assertion,
        sentence,
        speech: false,
        weak: false,
    })
}

/// "raise": what raises doubt need not be somebody who doubts.
fn is_raise(word: Key) -> bool {
    const FORMS: [Key; 4] = [
        Key::word("raise"),
        Key::word("raises"),
        Key::word("raised"),
        Key::word("raising"),
    ];
    FORMS.contains(&word)
}

fn is_make(word: Key) -> bool {
    const FORMS: [Key; 4] = [
        Key::word("make"),
        Key::word("makes"),
        Key::word("made"),
        Key::word("making"),
    ];
    FORMS.contains(&word)
}

fn predicate(
    scene: &Scene,
    adjective: usize,
    copula: usize,
    sense: Sense,
) -> Option<(Sense, Range<usize>, usize)> {
    let clause = |head: usize| {
        let clause = scene
            .tree
            .related(head, &[Relation::Ccomp, Relation::Advcl])
            .find(|&clause| clause > adjective)?;
        Some((sense, scene.tree.stretch(clause), adjective + 1))
    };
    match sense.frame {
        Frame::Clause => clause(adjective),
        Frame::Raising => clause(adjective).or_else(|| clause(copula)),
        Frame::Infinitive => {
            let deed = scene.tree.child(adjective, &[Relation::Xcomp])?;
            Some((sense, scene.tree.stretch(deed), adjective + 1))
        }
        Frame::Preposition => after_preposition(scene, adjective, sense),
        Frame::Object | Frame::Urge => None,
    }
}

/// The copula with its auxiliaries and adverbs: "has long been".
fn copula_start(scene: &Scene, copula: usize) -> usize {
    const LEFT: &[Relation] = &[Relation::Aux, Relation::Neg, Relation::Advmod];
    let mut start = copula;
    while start > 0
        && scene.tree.head(start - 1) == Some(copula)
        && LEFT.contains(&scene.tree.relation(start - 1))
    {
        start -= 1;
    }
    start
}

/// "reportedly", "allegedly": the clause around it, said by nobody in particular.
pub(crate) fn read_adverb(scene: &Scene, adverb: usize, sentence: usize) -> Option<Draft> {
    let sense = *CUES.senses(scene.key(adverb), Part::Adverb).first()?;
    if scene.quotation(adverb).is_some() {
        return None;
    }
    let clause = clause_of(scene, scene.tree.head(adverb)?);
    let cue = adverb..adverb + 1;
    let content = without(scene.tree.stretch(clause), std::slice::from_ref(&cue));
    Some(Draft {
        head: adverb,
        cue,
        speaker: None,
        source: None,
        content: content
            .into_iter()
            .map(|range| scene.trim(range))
            .filter(|range| !range.is_empty())
            .collect(),
        act: sense.act,
        sentence,
        speech: false,
        weak: false,
    })
}

/// "according to the mayor": the source behind it, the clause around it.
pub(crate) fn read_according(scene: &Scene, according: usize, sentence: usize) -> Option<Draft> {
    const TO: Key = Key::word("to");
    let next = according + 1;
    if !is_according(scene, according)
        || next >= scene.analysis.tokens.len()
        || scene.key(next) != TO
        || scene.quotation(according).is_some()
    {
        return None;
    }
    let source = scene.tree.child(next, &[Relation::Pobj, Relation::Pcomp])?;
    let own = clause_of(scene, scene.tree.head(according)?);
    let clause = closing(scene, own, source).unwrap_or(own);
    around(scene, clause, according..next + 1, source, sentence)
}

pub(crate) fn is_according(scene: &Scene, at: usize) -> bool {
    scene.key(at) == ACCORDING
}

/// "The bridge is closed, the paper reports, *citing the mayor*": the source behind it, what stands before it.
pub(crate) fn read_citing(scene: &Scene, citing: usize, sentence: usize) -> Option<Draft> {
    let start = scene.analysis.sentences[sentence].tokens.start;
    let comma = citing.checked_sub(1).filter(|&comma| comma > start)?;
    if !is_citing(scene, citing)
        || scene.token(comma).xpos != Xpos::Comma
        || scene.quotation(citing).is_some()
    {
        return None;
    }
    let objects = [Relation::Dobj, Relation::Pobj];
    let source = scene.tree.child(citing, &objects)?;
    if !is_somebody(scene, source) {
        return None;
    }
    let passing = reporting(scene, start..comma);
    let before = start..passing.unwrap_or(comma);
    let content = if before.clone().any(|at| scene.is_verb(at)) {
        before
    } else {
        passed_on(scene, citing)?
    };
    let words = phrase(scene, source, citing);
    let cue = citing..citing + 1;
    Some(aside(scene, cue, (source, words), vec![content], sentence))
}

/// What is said by whoever cites, where their name alone stands before: "The paper, citing the mayor, says *the bridge is
/// closed*".
fn passed_on(scene: &Scene, citing: usize) -> Option<Range<usize>> {
    const HIGHEST: usize = 4;
    let heads = std::iter::successors(scene.tree.head(citing), |&at| scene.tree.head(at));
    let verb = heads.take(HIGHEST).find(|&at| scene.is_verb(at))?;
    let clause = scene.tree.child(verb, &[Relation::Ccomp])?;
    Some(scene.tree.stretch(clause)).filter(|clause| clause.start > citing)
}

/// Ends what others say before the aside that tells whom it is passed on from: "Police believe *he fled*, the paper
/// reports, citing the mayor".
pub(crate) fn end_before_citing(scene: &Scene, drafts: &mut [Draft]) {
    let citing = drafts.iter().filter(|draft| is_citing(scene, draft.head));
    let asides: Vec<(usize, Range<usize>)> = citing
        .filter_map(|draft| Some((draft.sentence, draft.content.first()?.end..draft.cue.end)))
        .filter(|(_, aside)| !aside.is_empty())
        .collect();
    for (sentence, aside) in asides {
        let in_sentence = drafts.partition_point(|draft| draft.sentence < sentence);
        let own = drafts[in_sentence..]
            .iter_mut()
            .take_while(|draft| draft.sentence == sentence);
        for range in own.flat_map(|draft| &mut draft.content) {
            if range.start < aside.start && range.end >= aside.end {
                range.end = aside.start;
            }
        }
    }
}

fn is_citing(scene: &Scene, at: usize) -> bool {
    const CITING: Key = Key::word("citing");
    scene.key(at) == CITING && scene.token(at).xpos == Xpos::Vbg
}

fn is_somebody(scene: &Scene, noun: usize) -> bool {
    let token = scene.token(noun);
    token.upos == syntax::Upos::Propn || token.xpos == Xpos::Prp || crate::name::is_title(token.key)
}

/// Where an aside starts that says who passes the statement on, at the end of `words`: ", *the paper reports*".
fn reporting(scene: &Scene, words: Range<usize>) -> Option<usize> {
    let comma = words
        .clone()
        .rev()
        .find(|&at| scene.token(at).xpos == Xpos::Comma)?;
    let says = |at: usize| {
        let senses = CUES.senses(scene.key(at), Part::Verb);
        senses.iter().any(|sense| sense.frame == Frame::Clause)
    };
    (comma > words.start && says(words.end - 1)).then_some(comma)
}

/// "in a poll": the evidence behind the preposition is the source.
pub(crate) fn read_evidence(scene: &Scene, preposition: usize, sentence: usize) -> Option<Draft> {
    if scene.key(preposition) != IN || scene.quotation(preposition).is_some() {
        return None;
    }
    let source = scene.tree.child(preposition, &[Relation::Pobj])?;
    if is_poll(scene.key(source)) {
        return by_preposition(scene, preposition..preposition + 1, source, sentence);
    }
    opinion(scene, preposition, source, sentence)
}

/// "in the mayor's view": the owner is the source.
fn opinion(scene: &Scene, preposition: usize, view: usize, sentence: usize) -> Option<Draft> {
    let owner = scene.tree.child(view, &[Relation::Poss]);
    let owner = owner.filter(|_| is_view(scene.key(view)))?;
    let clause = clause_of(scene, scene.tree.head(preposition)?);
    let apart = preposition..scene.tree.stretch(view).end;
    let content = without(scene.tree.stretch(clause), &[apart]);
    let words = without_case(scene, phrase(scene, owner, view));
    let draft = aside(scene, view..view + 1, (owner, words), content, sentence);
    Some(Draft {
        act: Act::Belief,
        ..draft
    })
}

/// The first of the clauses that "and" or "while" joins, where the source closes the sentence: "Two fell *and one sank,
/// according to the mayor*".
fn closing(scene: &Scene, clause: usize, source: usize) -> Option<usize> {
    const WHILE: Key = Key::word("while");
    let sentence = &scene.sentence(clause).tokens;
    let closes = (scene.tree.stretch(source).end..sentence.end).all(|at| scene.is_punctuation(at));
    let head = scene.tree.head(clause).filter(|_| closes)?;
    let contrasts = || {
        let mark = scene.tree.child(clause, &[Relation::Mark]);
        mark.is_some_and(|mark| scene.key(mark) == WHILE)
    };
    let joined = match scene.tree.relation(clause) {
        Relation::Conj => scene.is_verb(clause),
        Relation::Advcl => contrasts(),
        _ => false,
    };
    joined.then(|| {
        let first = clause_of(scene, head);
        closing(scene, first, source).unwrap_or(first)
    })
}

fn by_preposition(
    scene: &Scene,
    cue: Range<usize>,
    source: usize,
    sentence: usize,
) -> Option<Draft> {
    let clause = clause_of(scene, scene.tree.head(cue.start)?);
    around(scene, clause, cue, source, sentence)
}

/// The clause around a source that a preposition names, as what it says.
fn around(
    scene: &Scene,
    clause: usize,
    cue: Range<usize>,
    source: usize,
    sentence: usize,
) -> Option<Draft> {
    let phrase_range = scene.tree.stretch(source);
    let behind = cue.start..phrase_range.end.max(cue.end);
    let content = without(scene.tree.stretch(clause), &[behind]);
    let source = (source, phrase_range);
    Some(aside(scene, cue, source, content, sentence))
}

/// An assertion whose source an aside tells: the head of the source with its phrase, and what is said around it.
fn aside(
    scene: &Scene,
    cue: Range<usize>,
    (speaker, words): (usize, Range<usize>),
    content: Vec<Range<usize>>,
    sentence: usize,
) -> Draft {
    let said = |range: &Range<usize>| !range.is_empty();
    let content = content.into_iter().map(|range| scene.trim(range));
    Draft {
        head: cue.start,
        cue,
        speaker: Some(speaker),
        source: Some(scene.trim(words)).filter(said),
        content: content.filter(said).collect(),
        act: Act::Assertion,
        sentence,
        speech: false,
        weak: false,
    }
}

/// Head of the clause that `at` belongs to.
fn clause_of(scene: &Scene, mut at: usize) -> usize {
    const CLAUSES: &[Relation] = &[
        Relation::Root,
        Relation::Ccomp,
        Relation::Advcl,
        Relation::Parataxis,
        Relation::Relcl,
    ];
    while let Some(head) = scene.tree.head(at) {
        let conjoined = scene.tree.relation(at) == Relation::Conj && scene.is_verb(at);
        if CLAUSES.contains(&scene.tree.relation(at)) || conjoined {
            break;
        }
        at = head;
    }
    at
}
