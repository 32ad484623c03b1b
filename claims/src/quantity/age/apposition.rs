//! Ages set beside a person: "Ana Lopez, 45, of Leeds", "the suspect, 22, fled", "a boy of nine".

use rust_decimal::Decimal;
use syntax::{EntityKind, Key, Xpos};

use super::super::cue::{is_bearer, names_person};
use super::super::digit::starts_digits;
use super::super::line::Line;
use super::super::modifier::modifier_before;
use super::{AND, AT, COMMA, OF, ends_clause};

const OPEN: Key = Key::word("(");
const CLOSE: Key = Key::word(")");
const BOTH: Key = Key::word("both");
/// Words that may stand between the comma and the age.
const DATING: [Key; 6] = [
    Key::word("now"),
    Key::word("then"),
    Key::word("just"),
    Key::word("only"),
    Key::word("also"),
    Key::word("still"),
];
/// How many words a description behind the age may have before the word for a person: "a retired roofer".
const DESCRIBED: usize = 4;

/// ", 45,", ", now 45," or "(45)" behind a person; ", 12 and 14," or ", both 16," behind several.
pub(super) fn is_apposition(line: Line<'_>, number: usize, end: usize) -> bool {
    let start = past_modifier(line, number);
    if start < line.start + 2 {
        return false;
    }
    let dated = DATING.iter().any(|&key| line.is(start - 1, key));
    let both = line.is(start - 1, BOTH);
    let start = start - usize::from((dated || both) && start > line.start + 1);
    let named = start >= line.start + 2;
    let several = both || is_paired(line, end);
    let person = || {
        is_person(line, start - 2)
            || acts(line, start - 2, end)
            || opens_as_person(line, start - 2, end)
            || is_noun_of_person(line, start - 2, several)
    };
    let goes_on = || line.is(end, AND) && line.is_article(end + 1);
    let commas = || line.is(start - 1, COMMA) && (ends_clause(line, end) || several || goes_on());
    let brackets = || line.is(start - 1, OPEN) && line.is(end, CLOSE);
    named && (commas() || brackets()) && person()
}

/// The first token of what qualifies the number at token `number`, or the number.
pub(super) fn past_modifier(line: Line<'_>, number: usize) -> usize {
    modifier_before(line, number, false).map_or(number, |(first, _)| first)
}

/// "*12* and 14,": whether a second age follows before the comma.
fn is_paired(line: Line<'_>, end: usize) -> bool {
    line.is(end, AND) && starts_digits(line.form(end + 1)) && line.is(end + 2, COMMA)
}

/// "The *suspect*, 22,", and "the *boys*, 12 and 14,".
fn is_noun_of_person(line: Line<'_>, at: usize, several: bool) -> bool {
    let number = if several { Xpos::Nns } else { Xpos::Nn };
    line.tag(at) == Some(number) && names_person(line, at)
}

/// "*Bright*, 29, a roofer, said": a name that opens the sentence, which the tagger may take for any word, is one where
/// what follows the age is said of a person.
fn opens_as_person(line: Line<'_>, at: usize, end: usize) -> bool {
    let opens = at == line.start && line.is_capitalized(at) && line.is(end, COMMA);
    let word = matches!(
        line.tag(at),
        Some(Xpos::Nn | Xpos::Jj | Xpos::Nnp | Xpos::Vb | Xpos::Vbg | Xpos::Nns)
    );
    let described = || {
        let words = end + 2..=end + 1 + DESCRIBED;
        let mut run = words.take_while(|&at| line.is_word(at));
        line.is_article(end + 1) && run.any(|at| names_person(line, at))
    };
    opens && word && line.token(at).is_some_and(|token| token.entity.is_none()) && described()
}

/// Whether the name at token `at` does something behind "29," at `end`, so that it is no place: "Marten, 29, lived".
fn acts(line: Line<'_>, at: usize, end: usize) -> bool {
    let verb = matches!(
        line.tag(end + 1),
        Some(Xpos::Vbd | Xpos::Vbz | Xpos::Vbg | Xpos::Md | Xpos::Wp)
    );
    matches!(line.tag(at), Some(Xpos::Nnp)) && line.is(end, COMMA) && verb
}

fn is_person(line: Line<'_>, at: usize) -> bool {
    let token = line.token(at);
    match token.and_then(|token| token.entity) {
        Some(tag) => !matches!(
            tag.kind,
            EntityKind::Gpe
                | EntityKind::Loc
                | EntityKind::Date
                | EntityKind::Time
                | EntityKind::Fac
                | EntityKind::Cardinal
                | EntityKind::Percent
                | EntityKind::Money
                | EntityKind::Quantity
        ),
        None => {
            matches!(line.tag(at), Some(Xpos::Nnp))
                || line.tag(at).is_none() && line.is_capitalized(at)
        }
    }
}

/// "A boy of nine", "a retired schoolteacher of about 71"; not "a man of 30 talents", "a father of two".
pub(super) fn is_of_person(line: Line<'_>, number: usize, end: usize) -> bool {
    let first = past_modifier(line, number);
    let of = first.saturating_sub(1);
    let bearer = of > line.start
        && line.is(of, OF)
        && matches!(line.tag(of - 1), Some(Xpos::Nn | Xpos::Nnp))
        && is_bearer(line, of - 1);
    let counts = matches!(
        line.tag(end),
        Some(
            Xpos::Nn
                | Xpos::Nns
                | Xpos::Nnp
                | Xpos::Nnps
                | Xpos::Jj
                | Xpos::Jjr
                | Xpos::Hyph
                | Xpos::Cd
        )
    ) || line.is(end, OF);
    bearer && !counts
}

/// "died on Tuesday at 83", "dead at 62": no hour has such a number. "The dead were put at 72" are counted.
pub(super) fn is_age_at_death(line: Line<'_>, number: usize, end: usize, low: Decimal) -> bool {
    const DEAD: Key = Key::word("dead");
    const DIES: [Key; 3] = [Key::word("died"), Key::word("dies"), Key::word("die")];
    const FARTHEST: usize = 6;
    const LAST_HOUR: Decimal = Decimal::from_parts(24, 0, 0, false, 0);
    let at = number - 1;
    let dies = || {
        let clause = (at.saturating_sub(FARTHEST).max(line.start)..at).rev();
        let mut words = clause.take_while(|&word| line.is_word(word));
        let verb = words.find(|&word| {
            let tag = line.tag(word);
            matches!(
                tag,
                Some(Xpos::Vb | Xpos::Vbd | Xpos::Vbn | Xpos::Vbp | Xpos::Vbz)
            )
        });
        verb.is_some_and(|verb| DIES.iter().any(|&key| line.is(verb, key)))
    };
    let dead = || at > line.start && line.is(at - 1, DEAD);
    let address = line.is_capitalized(end) || line.is_plural(end);
    low > LAST_HOUR && line.is(at, AT) && !address && (dead() || dies())
}
