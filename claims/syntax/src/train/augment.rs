//! Copies of training sentences as other desks would set them.
//!
//! Takes a sentence, gives the same words and annotation in headline case, in capitals, with straight or curly
//! quotation marks, or without the full stop: the news that the weights are trained on is mostly plain prose, the
//! text to be read is not.

use crate::conllu::Word;
use crate::label::Xpos;

use super::random::Random;

/// Of a hundred sentences, how many get a copy in headline case, in capitals, with other quotation marks.
const HEADLINES: u64 = 4;
const CAPITALS: u64 = 2;
const QUOTES: u64 = 6;

/// A changed copy of the sentence, for some sentences.
pub(crate) fn varied(words: &[Word], random: &mut Random) -> Option<Vec<Word>> {
    let draw = random.below(100);
    if draw < HEADLINES {
        Some(change(without_stop(words), capitalised))
    } else if draw < HEADLINES + CAPITALS {
        Some(change(words.to_vec(), |word| word.form.to_uppercase()))
    } else if draw < HEADLINES + CAPITALS + QUOTES {
        Some(change(words.to_vec(), other_quotes)).filter(|copy| copy != words)
    } else {
        None
    }
}

fn change(mut words: Vec<Word>, form: impl Fn(&Word) -> String) -> Vec<Word> {
    for word in &mut words {
        word.form = form(word);
    }
    words
}

/// The sentence without its full stop, unless something hangs on that.
fn without_stop(words: &[Word]) -> Vec<Word> {
    let stop = words
        .last()
        .is_some_and(|word| word.xpos == Xpos::Period && word.form == ".");
    let free = words.iter().all(|word| word.head != words.len());
    let kept = if stop && free && words.len() > 1 {
        words.len() - 1
    } else {
        words.len()
    };
    words[..kept].to_vec()
}

/// A word as headlines write it: capitalised, unless it is a short function word.
fn capitalised(word: &Word) -> String {
    let function = matches!(
        word.xpos,
        Xpos::In | Xpos::Dt | Xpos::Cc | Xpos::To | Xpos::Pos | Xpos::Rp
    );
    let attached = word.form.starts_with(['\'', '’']) || word.form == "n't" || word.form == "n’t";
    if (function && word.form.len() < 4) || attached {
        return word.form.clone();
    }
    let mut letters = word.form.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// The word with straight marks made curly and curly ones straight.
fn other_quotes(word: &Word) -> String {
    let opens = word.xpos == Xpos::OpenQuote;
    match word.form.as_str() {
        "\"" => if opens { "“" } else { "”" }.to_owned(),
        "“" | "”" => "\"".to_owned(),
        form if form.contains('’') => form.replace('’', "'"),
        form if form.starts_with('\'') || form == "n't" => form.replace('\'', "’"),
        form => form.to_owned(),
    }
}
