//! Numerals: tokens in digits, words or both in, one exact value out.
//!
//! "3.5 million", "a hundred and eight", "half a dozen", "two-thirds" and "hundreds of thousands" are one numeral
//! each; what they count, and how they are qualified, comes later.
//!
//! The grammar of number words is that of Hurford, *The Linguistic Theory of Numerals* (1975): a phrase is a product
//! of a smaller numeral and a magnitude, and a sum of phrases of falling magnitude.

mod figure;
mod multiple;
mod part;
mod rank;
mod share;
mod spelled;
mod vague;
mod word;

use figure::in_digits;
use multiple::{factor, multiple};
use part::{Part, and_a_part};
use rank::ordinal;
use rust_decimal::Decimal;
use spelled::{from_magnitude, in_words};
use syntax::{Key, Xpos};
use vague::vague;
use word::{Class, Word, word, word_in};
pub(super) use word::{interval, number_words};

use super::digit::starts_digits;
use super::line::Line;

const ANOTHER: Key = Key::word("another");
const EACH: Key = Key::word("each");
const EVERY: Key = Key::word("every");
const OF: Key = Key::word("of");
const ONE: Key = Key::word("one");
const ONLY: Key = Key::word("only");
const OR: Key = Key::word("or");
const PLUS: Key = Key::word("plus");
const THEM: Key = Key::word("them");
const THE: Key = Key::word("the");
const WERE: Key = Key::word("were");

/// A numeral of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Numeral {
    /// First token.
    pub(super) start: usize,
    /// One past the last token.
    pub(super) end: usize,
    /// Smallest and largest value; equal unless the numeral is vague.
    pub(super) low: Decimal,
    pub(super) high: Decimal,
    /// Weight of the last digit shown.
    pub(super) step: Decimal,
    /// What the digits are multiplied by: a million in "3.5 million".
    pub(super) scale: Decimal,
    pub(super) form: NumeralForm,
    /// Whether it is written in bare digits: "370", which may be a name.
    pub(super) bare: bool,
    /// Whether it begins with digits.
    pub(super) digits: bool,
}

/// Forms of numerals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NumeralForm {
    Cardinal,
    /// "dozens", "several", "hundreds of thousands".
    Vague,
    Ordinal,
    Fraction,
    /// "tripled", "tenfold".
    Multiple,
    /// "1990s", "30s".
    Decade,
}

/// The numeral that begins at token `at`. `money` says that a sign of money stands in front, so that "m" is a
/// million and not a metre.
pub(super) fn read_numeral(line: Line<'_>, at: usize, money: bool) -> Option<Numeral> {
    let numeral = read_unsigned(line, at, money)?;
    let hyphen = numeral.start > line.start && line.is_hyphen(numeral.start - 1);
    let signed = numeral
        .start
        .checked_sub(1 + usize::from(hyphen))
        .filter(|&sign| sign >= line.start);
    let negative = signed.filter(|&sign| {
        word_in(line, sign, &[Class::Sign]).is_some() && !is_difference(line, sign)
    });
    let Some(start) = negative.filter(|_| numeral.form == NumeralForm::Cardinal) else {
        return Some(numeral);
    };
    Some(Numeral {
        start,
        low: -numeral.low,
        high: -numeral.high,
        bare: false,
        ..numeral
    })
}

/// "20 minus 5": the word subtracts.
fn is_difference(line: Line<'_>, sign: usize) -> bool {
    let before = sign.checked_sub(1).filter(|&before| before >= line.start);
    before.is_some_and(|before| {
        counts_as_numeral(line, before) || line.is(before, PLUS) || line.is(before, OR)
    })
}

/// "20 degrees below zero" at the token behind the unit: the token after it.
pub(super) fn below_zero(line: Line<'_>, at: usize) -> Option<usize> {
    let zero = word_in(line, at + 1, &[Class::Zero]);
    (word_in(line, at, &[Class::SignAfter]).is_some() && zero.is_some()).then_some(at + 2)
}

/// One and what "and a half" at token `at` adds to it, the weight of its last digit, and the token behind it.
pub(super) fn with_a_part(line: Line<'_>, at: usize) -> Option<(Decimal, Decimal, usize)> {
    let one = Part::new(at, Decimal::ONE, Decimal::ONE);
    let whole = and_a_part(line, one, Decimal::ONE)?;
    Some((whole.value, whole.step, whole.end))
}

fn read_unsigned(line: Line<'_>, at: usize, money: bool) -> Option<Numeral> {
    if starts_digits(line.form(at)) {
        return in_digits(line, at, money).or_else(|| factor(line, at));
    }
    let word = word(line, at)?;
    match word.class {
        Class::Digit if is_pronoun(line, at) => None,
        Class::Digit | Class::Teen | Class::Ten | Class::Zero => in_words(line, at),
        Class::Hundred | Class::Magnitude | Class::Group => from_magnitude(line, at),
        Class::Vague | Class::VagueArticle | Class::VagueOf | Class::VaguePlural => {
            vague(line, at, word)
        }
        Class::Ordinal => ordinal(line, at, word),
        Class::Part => share::part(line, at, word),
        Class::Decade => decade(line, at, word),
        Class::Multiple | Class::Twice | Class::Double => multiple(line, at, word),
        _ => None,
    }
}

/// "His forties", "their early twenties": a decade of somebody's life, and no decade of a century.
fn decade(line: Line<'_>, at: usize, word: Word) -> Option<Numeral> {
    /// "mid-to-late"
    const DESCRIBED: usize = 6;
    let first = at.saturating_sub(DESCRIBED).max(line.start);
    let owned = (first..at).any(|at| line.tag(at) == Some(Xpos::PrpPoss));
    owned.then(|| Numeral::new(at, at + 1, (word.low, word.high), NumeralForm::Decade))
}

/// "no one", "each one", "one another", "the old one": a tagger tells, and without tags the neighbours do.
fn is_pronoun(line: Line<'_>, at: usize) -> bool {
    if line.is(at + 1, ANOTHER) {
        return true;
    }
    // "every one of them"
    let all = at > line.start && [EACH, EVERY].iter().any(|&key| line.is(at - 1, key));
    line.is(at, ONE) && all && line.is(at + 1, OF) || is_anyone(line, at)
}

/// "no one", "if one were to", "a loved one".
fn is_anyone(line: Line<'_>, at: usize) -> bool {
    line.is(at, ONE)
        && line.tag(at).is_some_and(|tag| {
            // "an insult, and *one* he hurled"
            let described = match line.tag(at + 1) {
                Some(Xpos::Prp) => !line.is(at + 1, THEM),
                // "one's home"
                tag => tag == Some(Xpos::Pos),
            };
            tag != Xpos::Cd || described || stands_for_noun(line, at) || is_anybody(line, at)
        })
}

/// "If one were to look", "when one thinks of it": whoever it may be.
fn is_anybody(line: Line<'_>, at: usize) -> bool {
    let opens = at > line.start && matches!(line.tag(at - 1), Some(Xpos::In | Xpos::Wrb));
    let acts = matches!(line.tag(at + 1), Some(Xpos::Md | Xpos::Vbz | Xpos::Vbp));
    opens && (acts || line.is(at + 1, WERE))
}

/// "the same one": what is described before it and names nothing behind it.
fn stands_for_noun(line: Line<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).filter(|&before| before >= line.start);
    let described = before.is_some_and(|before| {
        let adjective = line.tag(before) == Some(Xpos::Jj) && !line.is(before, ONLY);
        // "a loved one"
        let participle = before > line.start
            && line.tag(before) == Some(Xpos::Vbn)
            && line.is_article(before - 1);
        adjective || participle || line.is(before, THE)
    });
    let names = matches!(
        line.tag(at + 1),
        Some(Xpos::Nn | Xpos::Nns | Xpos::Nnp | Xpos::Nnps | Xpos::Jj | Xpos::Hyph)
    );
    described && !names
}

impl Numeral {
    /// The numeral with the magnitude at token `at`.
    pub(super) fn scaled_at(self, line: Line<'_>, at: usize) -> Option<Self> {
        let scale = word_in(line, at, &[Class::Magnitude, Class::Abbreviation])?.low;
        Some(Self {
            low: self.low.checked_mul(scale)?,
            high: self.high.checked_mul(scale)?,
            step: self.step.checked_mul(scale)?,
            scale: self.scale.checked_mul(scale)?,
            bare: false,
            ..self
        })
    }

    /// A numeral in words from token `start` to before `end`, with the step of a whole number.
    pub(super) const fn new(
        start: usize,
        end: usize,
        (low, high): (Decimal, Decimal),
        form: NumeralForm,
    ) -> Self {
        Self {
            start,
            end,
            low,
            high,
            step: Decimal::ONE,
            scale: Decimal::ONE,
            form,
            bare: false,
            digits: false,
        }
    }
}

fn numeral(start: usize, part: Part, form: NumeralForm) -> Numeral {
    Numeral {
        step: part.step,
        scale: part.scale,
        ..Numeral::new(start, part.end, (part.value, part.value), form)
    }
}

/// Whether the token is a number that a reader would count: digits, or a cardinal word that is no pronoun.
pub(super) fn counts_as_numeral(line: Line<'_>, at: usize) -> bool {
    const CARDINALS: [Class; 7] = [
        Class::Digit,
        Class::Zero,
        Class::Teen,
        Class::Ten,
        Class::Hundred,
        Class::Magnitude,
        Class::Group,
    ];
    starts_digits(line.form(at)) || word_in(line, at, &CARDINALS).is_some() && !is_pronoun(line, at)
}
