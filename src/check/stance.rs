//! Stance: a word of a sentence in, whether the sentence says that it is so, and in which clause, out.
//!
//! In "the mayor did not get the help that he needed" *get* is denied and *needed* is not, though it stands behind the
//! "not"; in "the suicide watch went on" nothing is said of *suicide*; in "the names will be released" *released* is
//! still to come, which no report of yesterday can deny. Rests on the parse: a clause is a verb and what depends on it.

use claims::Span;
use claims::claim::mood::{Mood, moods};
use claims::syntax::{Analysis, Key, Relation, Token, Upos, Xpos};

/// Heads to climb from a word to the verb of its clause.
const CLIMB: usize = 5;

/// Of which world a clause tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum World {
    /// What is or was.
    Told,
    /// What will be.
    Future,
    /// What may be, would be, is wanted or asked.
    Imagined,
}

/// What a sentence says of one of its words.
#[derive(Clone, Debug)]
pub(super) struct Stance {
    /// Whether it is so.
    pub(super) mood: Mood,
    /// The words of the clause, to whatever depth: what is denied is denied of all of them together.
    pub(super) terms: Vec<Span>,
    world: World,
}

impl Stance {
    /// That of the word at `span` in a parsed sentence; `None` where it neither states nor denies it.
    pub(super) fn of(sentence: &Analysis, span: Span, is_deed: bool) -> Option<Self> {
        let tokens = &sentence.tokens;
        let word = tokens.iter().position(|token| token.span == span)?;
        let predicate = predicate(sentence, word, is_deed)?;
        let clause = Clause::of(sentence, predicate);
        let mood = clause.mood(word);
        if mood == Mood::Denied && is_given(sentence, word, predicate) {
            return None;
        }
        let asks = tokens.last().is_some_and(|last| last.key == Key::word("?"));
        Some(Self {
            mood,
            terms: clause.terms(word).collect(),
            world: if asks {
                World::Imagined
            } else {
                clause.world()
            },
        })
    }

    /// Whether one denies what the other states, or the first has done what the other has still to do.
    pub(super) fn is_opposed_by(&self, other: &Self) -> bool {
        match (self.mood, other.mood) {
            (Mood::Plain, Mood::Denied) | (Mood::Denied, Mood::Plain) => self.world == other.world,
            (Mood::Plain, Mood::Open) => self.world == World::Told,
            _ => false,
        }
    }
}

/// A verb with what depends on it.
#[derive(Clone, Copy, Debug)]
struct Clause<'a> {
    analysis: &'a Analysis,
    /// The verb that states, below the verbs that it completes.
    predicate: usize,
    /// The verb at the top: "failed" in "failed to agree".
    head: usize,
}

impl<'a> Clause<'a> {
    /// The clause of a predicate: with the verbs that it completes, as in "were *unable* to *agree*".
    fn of(analysis: &'a Analysis, predicate: usize) -> Self {
        let above = |&at: &usize| {
            let completes = matches!(analysis.relation(at), Relation::Xcomp | Relation::Acomp);
            analysis.head(at).filter(|_| completes)
        };
        let chain = std::iter::successors(Some(predicate), above);
        Self {
            analysis,
            predicate,
            head: chain.take(CLIMB).last().unwrap_or(predicate),
        }
    }

    /// Whether what stands at `word` is so, by the words of the clause alone: what a relative clause inside it denies
    /// is another matter.
    fn mood(&self, word: usize) -> Mood {
        let analysis = self.analysis;
        if is_ruled_out(analysis, word) {
            return Mood::Denied;
        }
        let is_mark = |token: usize| analysis.tokens[token].upos == Upos::Punct;
        let outer: Vec<usize> = analysis
            .subtree(self.head)
            .filter(|&token| token == word || is_mark(token) || self.holds(token))
            .collect();
        let tokens: Vec<Token> = outer.iter().map(|&token| analysis.tokens[token]).collect();
        let of_words = moods(&tokens);
        let mood = |token: usize| {
            let at = outer.iter().position(|&one| one == token);
            at.map_or(Mood::Plain, |at| of_words[at])
        };
        let verb = mood(self.predicate);
        let own = mood(word);
        if own != Mood::Plain {
            own
        } else if verb != Mood::Plain {
            verb
        } else if self.has_denial(self.predicate) || self.has_denial(word) {
            Mood::Denied
        } else {
            Mood::Plain
        }
    }

    /// What a denial of `word` speaks of: the words of the clause; where the word is a noun with a "no", not the verb nor
    /// the nouns beside it, of which each is denied by itself.
    fn terms(&self, word: usize) -> impl Iterator<Item = Span> + '_ {
        let analysis = self.analysis;
        let ruled_out = is_ruled_out(analysis, word);
        let beside = move |token: usize| {
            let mut path = std::iter::once(token).chain(analysis.ancestors(token));
            let is_conjunct = |at: usize| {
                analysis.relation(at) == Relation::Conj && analysis.head(at) == Some(word)
            };
            token == self.predicate || path.any(is_conjunct)
        };
        let kept = move |token: &usize| {
            let is_word = analysis.tokens[*token].upos != Upos::Det;
            is_word && !self.is_aside(*token) && !(ruled_out && beside(*token))
        };
        let terms = analysis.subtree(self.head).filter(kept);
        terms.map(|token| analysis.tokens[token].span)
    }

    /// Whether a token belongs to the clause and to none inside it.
    fn holds(&self, token: usize) -> bool {
        !self.leads_out(token, |at| {
            is_clause(self.analysis.relation(at)) || self.stands_beside(at)
        })
    }

    /// Whether a token lies in an aside: what it says is not denied with the clause.
    fn is_aside(&self, token: usize) -> bool {
        self.leads_out(token, |at| self.stands_beside(at))
    }

    /// Whether one of the heads between a token and the top of the clause opens another one.
    fn leads_out(&self, token: usize, opens: impl Fn(usize) -> bool) -> bool {
        let path = std::iter::once(token).chain(self.analysis.ancestors(token));
        let mut below = path.take_while(|&at| at != self.head);
        below.any(|at| opens(at) && !self.analysis.is_ancestor(at, self.predicate))
    }

    /// Whether a token opens a clause beside this one or an aside.
    fn stands_beside(&self, token: usize) -> bool {
        let is_verb = matches!(self.analysis.tokens[token].upos, Upos::Verb | Upos::Aux);
        match self.analysis.relation(token) {
            Relation::Advcl | Relation::Appos | Relation::Parataxis => true,
            Relation::Conj => is_verb,
            _ => self.is_set_off(token),
        }
    }

    /// Whether what hangs on the predicate stands behind a comma: "was closed, a blow to the fishermen".
    fn is_set_off(&self, token: usize) -> bool {
        let hangs = token > self.predicate && self.analysis.head(token) == Some(self.predicate);
        let first = self.analysis.subtree(token).start;
        let before = self.analysis.tokens[..first].last().filter(|_| hangs);
        before.is_some_and(|before| before.key == Key::word(","))
    }

    /// Whether "not" or the like hangs on a verb: "was not, the sheriff said on Monday, aware".
    fn has_denial(&self, verb: usize) -> bool {
        let mut below = self.analysis.children(verb);
        below.any(|child| self.analysis.relation(child) == Relation::Neg)
    }

    /// Of which world it tells.
    fn world(&self) -> World {
        const WILL: [Key; 3] = [Key::word("will"), Key::word("'ll"), Key::word("wo")];
        let verbs = [self.predicate, self.head];
        let below = || verbs.iter().flat_map(|&verb| self.analysis.children(verb));
        let modal = below().find(|&child| self.analysis.tokens[child].xpos == Xpos::Md);
        let conditional = below().any(|child| self.is_condition(child));
        let refused = self.mood(self.predicate) == Mood::Denied
            && !verbs.iter().any(|&verb| self.has_denial(verb));
        let wanted = self.predicate != self.head && !refused;
        match modal {
            _ if conditional || self.is_condition(self.head) || self.hangs_on_doubt() => {
                World::Imagined
            }
            Some(modal) if WILL.contains(&self.analysis.tokens[modal].key) => World::Future,
            Some(_) => World::Imagined,
            None if wanted => World::Imagined,
            None => World::Told,
        }
    }

    /// Whether a clause begins with "if" or "whether".
    fn is_condition(&self, verb: usize) -> bool {
        const IF: [Key; 3] = [Key::word("if"), Key::word("unless"), Key::word("whether")];
        let marked = |mark: usize| IF.contains(&self.analysis.tokens[mark].key);
        is_clause(self.analysis.relation(verb)) && self.analysis.children(verb).any(marked)
    }

    /// Whether the clause completes one that denies: "the alarms do not mean that a fire broke out".
    fn hangs_on_doubt(&self) -> bool {
        let completes = self.analysis.relation(self.head) == Relation::Ccomp;
        let above = self.analysis.head(self.head).filter(|_| completes);
        above.is_some_and(|above| self.has_denial(above))
    }
}

/// The word that states another: itself, the verb that links to it, or the one that says what became of it. A noun that
/// only takes part in what is said, as "harbor" in "the harbor was closed", is not stated.
fn predicate(analysis: &Analysis, word: usize, is_deed: bool) -> Option<usize> {
    let token = &analysis.tokens[word];
    let relation = analysis.relation(word);
    let modifies = matches!(
        relation,
        Relation::Amod | Relation::Compound | Relation::Nmod
    );
    if modifies && !is_only_verb(analysis, word) {
        return None;
    }
    if token.upos == Upos::Verb || is_clause(relation) {
        return Some(word);
    }
    let Some(head) = analysis.head(word) else {
        return Some(word);
    };
    if is_deed || is_ruled_out(analysis, word) {
        let mut above = analysis.ancestors(word).take(CLIMB);
        return above.find(|&at| matches!(analysis.tokens[at].upos, Upos::Verb | Upos::Aux));
    }
    let linked = match relation {
        Relation::Attr | Relation::Acomp | Relation::Oprd => Some(head),
        Relation::Pobj => analysis.head(head),
        Relation::Conj => return predicate(analysis, head, is_deed),
        _ => None,
    };
    linked.filter(|&verb| relation != Relation::Pobj || analysis.tokens[verb].upos == Upos::Aux)
}

/// Whether a sentence has no other verb, so that one which the parse takes for an adjective is its own: "The rise easily
/// outpaced raises".
fn is_only_verb(analysis: &Analysis, word: usize) -> bool {
    let is_verb = |token: &Token| matches!(token.upos, Upos::Verb | Upos::Aux);
    let verbs = analysis.tokens.iter().filter(|token| is_verb(token));
    is_verb(&analysis.tokens[word]) && verbs.count() == 1
}

/// Whether a noun has a "no" or "without" of its own.
fn is_ruled_out(analysis: &Analysis, word: usize) -> bool {
    let is = |token: usize, form: &str| analysis.tokens[token].key == Key::of(form);
    analysis.children(word).any(|child| is(child, "no"))
        || analysis.head(word).is_some_and(|head| is(head, "without"))
}

/// Whether a noun takes part in what is said without being said: "they have not tied him to the killing of twelve".
fn is_given(analysis: &Analysis, word: usize, predicate: usize) -> bool {
    const ANY: Key = Key::word("any");
    let is_noun = matches!(analysis.tokens[word].upos, Upos::Noun | Upos::Propn);
    let links = analysis.tokens[predicate].upos == Upos::Aux;
    let takes_part = match analysis.relation(word) {
        Relation::Nsubj | Relation::Nsubjpass | Relation::Dobj => true,
        Relation::Pobj => !links,
        _ => false,
    };
    let any = analysis
        .children(word)
        .any(|child| analysis.tokens[child].key == ANY);
    is_noun && takes_part && !any && !is_ruled_out(analysis, word)
}

const fn is_clause(relation: Relation) -> bool {
    matches!(
        relation,
        Relation::Relcl
            | Relation::Acl
            | Relation::Advcl
            | Relation::Ccomp
            | Relation::Parataxis
            | Relation::Csubj
            | Relation::Pcomp
    )
}
