//! Vague numerals: "several hundred", "a few", "dozens", "hundreds of thousands" in, an interval out.

use rust_decimal::Decimal;
use syntax::Key;

use super::super::line::Line;
use super::part::{Part, scaled};
use super::word::{Class, Word, word_in};
use super::{Numeral, NumeralForm, numeral};

const A: Key = Key::word("a");
const OF: Key = Key::word("of");

/// "several hundred", "a few", "a couple of dozen", "dozens", "tens of thousands".
pub(super) fn vague(line: Line<'_>, at: usize, word: Word) -> Option<Numeral> {
    let article = at > line.start && line.is(at - 1, A);
    let of = line.is(at + 1, OF);
    let scale = vague_scale(line, at + 1, of);
    let counts = match word.class {
        Class::VagueArticle => article,
        Class::VagueOf => of || scale.end > at + 1,
        _ => true,
    };
    let start = at - usize::from(article);
    counts.then(|| vague_numeral(start, word, scale)).flatten()
}

/// What a vague word is multiplied by: "hundred", "of dozen", "of thousands".
fn vague_scale(line: Line<'_>, end: usize, of: bool) -> Part {
    let alone = Part::new(end, Decimal::ONE, Decimal::ONE);
    let after = end + usize::from(of);
    let plural = word_in(line, after, &[Class::VaguePlural]).filter(|_| of);
    if let Some(plural) = plural {
        return alone.times(plural.low, after + 1).unwrap_or(alone);
    }
    let scale = scaled(
        line,
        Part {
            end: after,
            ..alone
        },
    );
    if scale.end > after { scale } else { alone }
}

fn vague_numeral(start: usize, word: Word, scale: Part) -> Option<Numeral> {
    let low = word.low.checked_mul(scale.value)?;
    let high = word.high.checked_mul(scale.value)?;
    let part = Part {
        value: low,
        ..scale
    };
    Some(Numeral {
        high,
        step: low,
        ..numeral(start, part, NumeralForm::Vague)
    })
}
