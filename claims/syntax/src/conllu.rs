//! Reading annotated text: CoNLL-U in, text and gold [`Analysis`] out.
//!
//! Takes lines such as `3⇥drones⇥drone⇥NOUN⇥NNS⇥_⇥2⇥dobj⇥_⇥NER=O`, gives a [`Treebank`]: the sentences joined to one
//! text again (a blank after each form unless `SpaceAfter=No`), with the annotation as an analysis of that text.
//! Entities stand in MISC as `NER=B-GPE`; relations are ClearNLP's. Lines that start with `#` are comments.
//! Format: <https://universaldependencies.org/format.html>.

use std::io::{self, BufRead, Write};
use std::str::FromStr;

use crate::key::Key;
use crate::label::{EntityKind, Relation, Upos, Xpos};
use crate::span::Span;
use crate::token::{Analysis, Arc, EntityTag, Sentence, SentenceKind, Token};

/// Text with its gold annotation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Treebank {
    /// The sentences, one after the other.
    pub text: String,
    /// Their annotation; every sentence is parsed.
    pub analysis: Analysis,
    paragraphs: u32,
}

/// Why a CoNLL-U file cannot be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ConlluError {
    /// The file cannot be read at all.
    #[error("cannot read CoNLL-U")]
    Io(#[from] io::Error),
    /// A line is not what the format asks for.
    #[error("line {line}: {problem}")]
    Line {
        /// Number of the line, counted from 1.
        line: usize,
        /// What is wrong with it.
        problem: String,
    },
}

/// One annotated word, as a line of CoNLL-U gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The word as written.
    pub form: String,
    /// Universal part of speech.
    pub upos: Upos,
    /// Penn Treebank part of speech.
    pub xpos: Xpos,
    /// Number of the head within the sentence, counted from 1; 0 for the root.
    pub head: usize,
    /// Relation to the head.
    pub relation: Relation,
    /// Named entity.
    pub entity: Option<EntityTag>,
    /// Whether a blank follows.
    pub space_after: bool,
}

/// Reads the sentences of a CoNLL-U file.
///
/// # Errors
/// When the file cannot be read, or a line has too few columns, an unknown label or a head outside the sentence.
pub fn read_sentences(input: impl BufRead) -> Result<Vec<Vec<Word>>, ConlluError> {
    let mut sentences = Vec::new();
    let mut sentence = Vec::new();
    for (number, line) in input.lines().enumerate() {
        let line = line?;
        let at = |problem| ConlluError::Line {
            line: number + 1,
            problem,
        };
        if line.trim().is_empty() {
            close(&mut sentence, &mut sentences).map_err(at)?;
        } else if !line.starts_with('#') {
            sentence.extend(read_word(&line).map_err(at)?);
        }
    }
    let problem = close(&mut sentence, &mut sentences);
    problem.map_err(|problem| ConlluError::Line { line: 0, problem })?;
    Ok(sentences)
}

fn close(sentence: &mut Vec<Word>, sentences: &mut Vec<Vec<Word>>) -> Result<(), String> {
    let length = sentence.len();
    if let Some(word) = sentence.iter().find(|word| word.head > length) {
        return Err(format!(
            "head {} of {:?} lies outside the sentence",
            word.head, word.form
        ));
    }
    if length > 0 {
        sentences.push(std::mem::take(sentence));
    }
    Ok(())
}

/// The word of a line; none for a multiword token or an empty node, whose number is not plain.
fn read_word(line: &str) -> Result<Option<Word>, String> {
    let columns: Vec<&str> = line.split('\t').collect();
    let &[number, form, _, upos, xpos, _, head, relation, _, misc] = &columns[..] else {
        return Err(format!("{} columns where CoNLL-U has 10", columns.len()));
    };
    if number.contains(['-', '.']) {
        return Ok(None);
    }
    Ok(Some(Word {
        form: form.to_owned(),
        upos: label(upos)?,
        xpos: label(xpos)?,
        head: head
            .parse()
            .map_err(|_| format!("head {head:?} is no number"))?,
        relation: label(if relation == "root" { "ROOT" } else { relation })?,
        entity: entity(misc)?,
        space_after: !misc.split('|').any(|part| part == "SpaceAfter=No"),
    }))
}

fn label<L: FromStr<Err: ToString>>(name: &str) -> Result<L, String> {
    name.parse().map_err(|unknown: L::Err| unknown.to_string())
}

fn entity(misc: &str) -> Result<Option<EntityTag>, String> {
    let Some(tag) = misc.split('|').find_map(|part| part.strip_prefix("NER=")) else {
        return Ok(None);
    };
    let Some((place, kind)) = tag.split_once('-') else {
        return Ok(None);
    };
    Ok(Some(EntityTag {
        kind: label::<EntityKind>(kind)?,
        begins: place == "B",
    }))
}

impl Treebank {
    /// Reads a CoNLL-U file, each sentence as a paragraph.
    ///
    /// # Errors
    /// As [`read_sentences`].
    pub fn read(input: impl BufRead) -> Result<Self, ConlluError> {
        let mut treebank = Self::default();
        for sentence in read_sentences(input)? {
            treebank.push_paragraph(&sentence);
        }
        Ok(treebank)
    }

    /// Adds a sentence that begins a new paragraph.
    ///
    /// # Panics
    /// When the text would pass 4 GB.
    pub fn push_paragraph(&mut self, words: &[Word]) {
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        self.paragraphs += 1;
        self.add(words);
    }

    /// Adds a sentence to the last paragraph.
    ///
    /// # Panics
    /// When the text would pass 4 GB.
    pub fn push(&mut self, words: &[Word]) {
        if !self.text.is_empty() {
            self.text.push(' ');
        }
        self.add(words);
    }

    fn add(&mut self, words: &[Word]) {
        let first = self.analysis.tokens.len();
        let start = self.text.len();
        for (place, word) in words.iter().enumerate() {
            self.push_word(word, first, first + place);
        }
        let end = self.text.trim_end().len().max(start);
        self.text.truncate(end);
        self.analysis.sentences.push(Sentence {
            span: Span::new(offset(start), offset(end)),
            tokens: first..first + words.len(),
            paragraph: self.paragraphs.saturating_sub(1),
            kind: SentenceKind::Prose,
            parsed: true,
        });
    }

    fn push_word(&mut self, word: &Word, first: usize, at: usize) {
        let start = offset(self.text.len());
        self.text.push_str(&word.form);
        let span = Span::new(start, offset(self.text.len()));
        if word.space_after {
            self.text.push(' ');
        }
        let Word {
            upos,
            xpos,
            entity,
            relation,
            ..
        } = *word;
        self.analysis.tokens.push(Token {
            span,
            key: Key::of(&word.form),
            upos,
            xpos,
            entity,
        });
        let head = if word.head == 0 {
            at
        } else {
            first + word.head - 1
        };
        self.analysis.arcs.push(Arc { head, relation });
    }
}

/// Writes an analysis as CoNLL-U, without lemmas; a sentence that was not parsed has only roots.
///
/// # Errors
/// When `out` cannot be written.
///
/// # Panics
/// When `analysis` is not of `text`.
pub fn write_analysis(text: &str, analysis: &Analysis, out: &mut impl Write) -> io::Result<()> {
    for sentence in &analysis.sentences {
        for token in sentence.tokens.clone() {
            write_token(text, analysis, sentence.tokens.start, token, out)?;
        }
        writeln!(out)?;
    }
    Ok(())
}

fn write_token(
    text: &str,
    analysis: &Analysis,
    first: usize,
    at: usize,
    out: &mut impl Write,
) -> io::Result<()> {
    let Token {
        span,
        upos,
        xpos,
        entity,
        ..
    } = analysis.tokens[at];
    let head = analysis.head(at).map_or(0, |head| head - first + 1);
    let relation = analysis.relation(at);
    let next = analysis.tokens.get(at + 1);
    let attached = next.is_some_and(|next| next.span.start == span.end);
    let place = |tag: EntityTag| if tag.begins { 'B' } else { 'I' };
    let entity = entity.map(|tag| format!("NER={}-{}", place(tag), tag.kind));
    let space = attached.then(|| "SpaceAfter=No".to_owned());
    let misc: Vec<String> = entity.into_iter().chain(space).collect();
    let misc = if misc.is_empty() {
        "_".to_owned()
    } else {
        misc.join("|")
    };
    let (number, form) = (at - first + 1, span.slice(text));
    writeln!(
        out,
        "{number}\t{form}\t_\t{upos}\t{xpos}\t_\t{head}\t{relation}\t_\t{misc}"
    )
}

fn offset(length: usize) -> u32 {
    u32::try_from(length).expect("a treebank is below 4 GB")
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAMPLE: &str = "# a comment\n\
        1\tHelsinki\tHelsinki\tPROPN\tNNP\t_\t2\tnsubj\t_\tNER=B-GPE\n\
        2\twaited\twait\tVERB\tVBD\t_\t0\tROOT\t_\tSpaceAfter=No\n\
        3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n";

    #[test]
    fn sentences_are_joined_to_a_text_with_their_annotation() {
        let treebank = Treebank::read(SAMPLE.as_bytes()).unwrap();
        assert_eq!(treebank.text, "Helsinki waited.");
        let Analysis {
            tokens,
            arcs,
            sentences,
        } = treebank.analysis;
        assert_eq!(tokens[1].span.slice(&treebank.text), "waited");
        assert_eq!(
            tokens[0].entity,
            Some(EntityTag {
                kind: EntityKind::Gpe,
                begins: true
            })
        );
        assert_eq!(
            arcs[0],
            Arc {
                head: 1,
                relation: Relation::Nsubj
            }
        );
        assert_eq!(
            arcs[1],
            Arc {
                head: 1,
                relation: Relation::Root
            }
        );
        assert_eq!(sentences[0].span, Span::new(0, 16));
    }

    #[test]
    fn what_is_written_is_read_again() {
        let treebank = Treebank::read(SAMPLE.as_bytes()).unwrap();
        let mut written = Vec::new();
        write_analysis(&treebank.text, &treebank.analysis, &mut written).unwrap();
        assert_eq!(Treebank::read(&written[..]).unwrap(), treebank);
    }

    #[test]
    fn a_bad_line_is_named() {
        let short = read_sentences("1\tHelsinki\n".as_bytes()).unwrap_err();
        insta::assert_snapshot!(short, @"line 1: 2 columns where CoNLL-U has 10");
        let label = SAMPLE.replace("nsubj", "subject");
        let unknown = read_sentences(label.as_bytes()).unwrap_err();
        insta::assert_snapshot!(unknown, @r#"line 2: unknown label "subject""#);
        let head = SAMPLE.replace("\t2\tpunct", "\t9\tpunct");
        let outside = read_sentences(head.as_bytes()).unwrap_err();
        insta::assert_snapshot!(outside, @r#"line 5: head 9 of "." lies outside the sentence"#);
    }
}
