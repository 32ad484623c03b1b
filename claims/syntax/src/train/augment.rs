//! Copies of training sentences as other desks would set them.
//!
//! Takes a sentence, gives the same words and annotation in headline case, in capitals, with straight or curly
//! quotation marks, or without the full stop: the news that the weights are trained on is mostly plain prose, the
//! text to be read is not.

use crate::conllu::Word;
use crate::label::Xpos;

use super::random::Random;

/// A way to set a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dress {
    /// As Headlines Are Set, without a full stop.
    Headline,
    /// IN CAPITALS.
    Capitals,
    /// Straight marks for curly ones, and the other way round.
    Quotes,
}

/// Of a hundred sentences, how many get a copy in each dress.
const SHARES: [(Dress, u64); 3] = [
    (Dress::Headline, 4),
    (Dress::Capitals, 2),
    (Dress::Quotes, 6),
];

/// A changed copy of the sentence, for some sentences.
pub(crate) fn varied(words: &[Word], random: &mut Random) -> Option<Vec<Word>> {
    let mut draw = random.below(100);
    for (dress, share) in SHARES {
        if draw < share {
            return Some(dressed(words, dress)).filter(|copy| copy != words);
        }
        draw -= share;
    }
    None
}

/// The same sentence, set in another way.
#[must_use]
pub fn dressed(words: &[Word], dress: Dress) -> Vec<Word> {
    match dress {
        Dress::Headline => change(without_stop(words), capitalised),
        Dress::Capitals => change(words.to_vec(), |word| word.form.to_uppercase()),
        Dress::Quotes => change(words.to_vec(), other_quotes),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conllu::read_sentences;

    const SAMPLE: &str = "1\tMia\t_\tPROPN\tNNP\t_\t3\tnsubj\t_\t_\n\
        2\tdid\t_\tAUX\tVBD\t_\t3\taux\t_\tSpaceAfter=No\n\
        3\tn't\t_\tPART\tRB\t_\t0\tROOT\t_\t_\n\
        4\tcall\t_\tVERB\tVB\t_\t3\txcomp\t_\t_\n\
        5\tat\t_\tADP\tIN\t_\t4\tprep\t_\t_\n\
        6\tnoon\t_\tNOUN\tNN\t_\t5\tpobj\t_\tSpaceAfter=No\n\
        7\t.\t_\tPUNCT\t.\t_\t3\tpunct\t_\t_\n";

    fn set(dress: Dress) -> String {
        let sentences = read_sentences(SAMPLE.as_bytes()).unwrap();
        let words = dressed(&sentences[0], dress);
        let set = |word: &Word| word.form.clone() + if word.space_after { " " } else { "" };
        words.iter().map(set).collect()
    }

    #[test]
    fn each_dress_keeps_the_words() {
        insta::assert_snapshot!(set(Dress::Headline), @"Mia Didn't Call at Noon");
        insta::assert_snapshot!(set(Dress::Capitals), @"MIA DIDN'T CALL AT NOON.");
        insta::assert_snapshot!(set(Dress::Quotes), @"Mia didn’t call at noon.");
    }
}
