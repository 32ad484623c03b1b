//! What "it" stands for where it is no body: a pronoun in, the noun that was last told of out.
//!
//! "The lander separated on Monday. It weighs 585 kg" says the weight of the lander. Bodies and people are
//! [`crate::name`]'s; a guess between several things would do more harm than saying nothing, so that the subject of the
//! sentence before is all that is looked for (the centre of attention, as in Grosz, Joshi and Weinstein 1995).

use syntax::{Key, Relation, Xpos};

use super::context::Context;
use super::predicate::is_copula;
use crate::name::mention_at;

pub(crate) const IT: Key = Key::word("it");
const TAKE: Key = Key::word("take");

/// The noun that a subject stands for: itself, unless it is an "it" that no body is meant by; none where "it" stands for
/// nothing, as in "it took 85 firefighters to put out the fire".
pub(super) fn resolved(context: &Context<'_>, subject: usize) -> Option<usize> {
    if context.token(subject).key != IT || mention_at(context.mentions, subject).is_some() {
        return Some(subject);
    }
    if is_expletive(context, subject) {
        return None;
    }
    let sentence = context.analysis.sentence_of(subject);
    let tokens = |sentence: usize| context.analysis.sentences[sentence].tokens.clone();
    let told_of = |at: &usize| is_told_of(context, *at);
    let thing = |at: &usize| context.token(*at).xpos == Xpos::Nn;
    // Whoever is told of in the same sentence is meant, or nobody known: "the ministry said *it* ..."
    if let Some(near) = (tokens(sentence).start..subject).rfind(told_of) {
        return Some(near).filter(thing).or(Some(subject));
    }
    let before = tokens(sentence.checked_sub(1)?).find(told_of);
    before.filter(thing).or(Some(subject))
}

/// "It took two hours to …", "it is clear that …".
fn is_expletive(context: &Context<'_>, it: usize) -> bool {
    const CLAUSES: [Relation; 4] = [
        Relation::Xcomp,
        Relation::Ccomp,
        Relation::Advcl,
        Relation::Csubj,
    ];
    context.head(it).is_some_and(|verb| {
        let empty = context.lemma(verb).key == TAKE || is_copula(context, verb);
        let clause = context.child(verb, &CLAUSES).filter(|&clause| clause > it);
        empty && clause.is_some()
    })
}

/// Whether a clause is told of the token; a subject that the parse took for all of its sentence is its root.
fn is_told_of(context: &Context<'_>, at: usize) -> bool {
    const TOLD_OF: [Relation; 3] = [Relation::Nsubj, Relation::Nsubjpass, Relation::Root];
    TOLD_OF.contains(&context.relation(at)) && context.is_noun(at)
}

#[cfg(test)]
mod tests {
    use crate::{Document, extract};

    /// The lemma of the subject of the last number of a text.
    fn subject(text: &str) -> Option<String> {
        let claims = extract(&Document::new(text)).claims;
        let number = claims.iter().rfind(|claim| claim.value.number().is_some());
        let subject = number.unwrap().measure.subject.clone();
        subject.map(|term| term.lemma.to_string())
    }

    #[test]
    fn it_is_the_thing_that_was_told_of() {
        let told = |text| subject(text).unwrap();
        assert_eq!(
            told("The lander separated on Monday. It weighs 585 kg."),
            "lander"
        );
        assert_eq!(
            told("The boat sank after it had drifted for 20 miles."),
            "boat"
        );
        assert_eq!(
            told("The craft flew over the sea. It covered 300 miles."),
            "craft"
        );
    }

    #[test]
    fn it_is_nothing_where_it_stands_for_a_clause() {
        let text = "The plant burned. It took nearly six hours to put out the fire.";
        assert_ne!(subject(text).as_deref(), Some("plant"));
    }

    #[test]
    fn it_stays_a_body_that_speaks() {
        let text = "Acme Corp. sold a plant. The price rose. It said it had 300 workers.";
        assert_eq!(subject(text).as_deref(), Some("it"));
        let text = "The date was open. The defense ministry said it had shot down 35 drones.";
        assert_ne!(subject(text).as_deref(), Some("date"));
    }
}
