//! Paragraphs of an article.
//!
//! Takes a span of the text, gives its [`Block`]s: `"Drones hit port\n\nRussia launched 108 drones,\nKyiv said.\n"` has
//! two, a line that may be a headline and a paragraph wrapped over two lines.
//!
//! An empty line always ends a paragraph. Any other line end does so unless the text is wrapped there. Two signs show
//! a wrapped line: the next one goes on in lower case, or, in a text where lines have been seen to do that, the next
//! word would not have fitted on the line. So one paragraph per line works as well as lines filled to 72 characters,
//! and a heading above a paragraph stays a line of its own.

use super::character::{char_at, is_blank};
use crate::span::Span;

/// A paragraph: text that sentences do not reach beyond.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Block {
    /// Where it stands, without surrounding blanks.
    pub(super) span: Span,
    /// Whether it is one line.
    pub(super) is_line: bool,
    /// Whether an empty line, or nothing, stands behind it.
    pub(super) before_empty: bool,
}

/// A line that is not blank, without surrounding blanks.
#[derive(Clone, Copy)]
struct Line {
    span: Span,
    /// Number of characters.
    width: u32,
    after_empty: bool,
}

/// Lines wider than this are paragraphs, not wrapped lines.
const WIDEST_WRAP: u32 = 140;

/// The paragraphs of `text[span]`.
pub(super) fn blocks(text: &str, span: Span) -> Vec<Block> {
    let lines = lines(text, span);
    let width = wrap_width(text, &lines);
    let mut blocks: Vec<Block> = Vec::new();
    for (at, &line) in lines.iter().enumerate() {
        let before_empty = lines.get(at + 1).is_none_or(|next| next.after_empty);
        let before = at.checked_sub(1).map(|before| lines[before]);
        match (before, blocks.last_mut()) {
            (Some(before), Some(block)) if goes_on(text, before, line, width) => {
                block.span.end = line.span.end;
                block.is_line = false;
                block.before_empty = before_empty;
            }
            _ => blocks.push(Block {
                span: line.span,
                is_line: true,
                before_empty,
            }),
        }
    }
    blocks
}

/// The lines of `text[span]` that are not blank.
fn lines(text: &str, span: Span) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut after_empty = true;
    let mut start = span.start as usize;
    let end = span.end as usize;
    while start < end {
        let (stop, next) = line_end(text, start, end);
        let trimmed = trim(text, start, stop);
        if trimmed.is_empty() {
            // The "\n" of "\r\n" makes no empty line.
            after_empty |=
                stop > start || !text[..start].ends_with('\r') || !text[start..].starts_with('\n');
        } else {
            let width = text[trimmed.range()].chars().count() as u32;
            lines.push(Line {
                span: trimmed,
                width,
                after_empty,
            });
            after_empty = false;
        }
        start = next;
    }
    lines
}

/// Where the line from `start` ends, and where the next one starts.
fn line_end(text: &str, start: usize, end: usize) -> (usize, usize) {
    let bytes = &text.as_bytes()[..end];
    let mut at = start;
    while let Some(found) = bytes[at..]
        .iter()
        .position(|byte| matches!(byte, b'\n' | b'\r' | 0xE2))
    {
        at += found;
        match bytes[at] {
            0xE2 if !bytes[at..].starts_with("\u{2028}".as_bytes())
                && !bytes[at..].starts_with("\u{2029}".as_bytes()) =>
            {
                at += 3
            }
            0xE2 => return (at, at + 3),
            _ => return (at, at + 1),
        }
    }
    (end, end)
}

/// `start..end` without the blanks on both sides.
fn trim(text: &str, start: usize, end: usize) -> Span {
    let line = text[start..end].trim_end_matches(is_blank);
    let trimmed = line.trim_start_matches(is_blank);
    let end = start + line.len();
    Span::new((end - trimmed.len()) as u32, end as u32)
}

/// The width that lines are wrapped to, when there are lines that go on in lower case.
fn wrap_width(text: &str, lines: &[Line]) -> Option<u32> {
    let pairs = lines
        .windows(2)
        .filter(|pair| !pair[1].after_empty && pair[0].width <= WIDEST_WRAP);
    let wrapped: Vec<u32> = pairs
        .filter(|pair| begins_lower(text, pair[1]))
        .map(|pair| pair[0].width)
        .collect();
    if wrapped.len() >= 2 {
        wrapped.into_iter().max()
    } else {
        None
    }
}

/// Whether `line` belongs to the paragraph of the line `before` it.
fn goes_on(text: &str, before: Line, line: Line, width: Option<u32>) -> bool {
    if line.after_empty || has_bullet(text, line) {
        return false;
    }
    is_full(text, before, line, width) || begins_lower(text, line) && !ends_sentence(text, before)
}

fn begins_lower(text: &str, line: Line) -> bool {
    char_at(text, line.span.start as usize).is_lowercase()
}

fn ends_sentence(text: &str, line: Line) -> bool {
    line.span
        .slice(text)
        .trim_end_matches(['"', '”', '\'', '’', ')', ']'])
        .ends_with(['.', '!', '?', '…'])
}

fn first_word_width(text: &str, line: Line) -> u32 {
    let word = line.span.slice(text).chars().take(WIDEST_WRAP as usize);
    word.take_while(|character| !character.is_whitespace())
        .count() as u32
}

/// Whether the first word of `line` would not have fitted on the line `before` it.
fn is_full(text: &str, before: Line, line: Line, width: Option<u32>) -> bool {
    let wanted = before.width + 1 + first_word_width(text, line);
    before.width <= WIDEST_WRAP && width.is_some_and(|width| wanted > width)
}

/// Whether the line begins with the sign of an item: "•", "- ", "* ".
fn has_bullet(text: &str, line: Line) -> bool {
    let form = line.span.slice(text);
    let dash = form.strip_prefix(['-', '*', '–', '·']);
    form.starts_with(['•', '●', '▪', '■', '◦', '‣', '►', '▶', '➤'])
        || dash.is_some_and(|rest| rest.starts_with(is_blank))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraphs(text: &str) -> Vec<&str> {
        let span = Span::new(0, text.len() as u32);
        blocks(text, span)
            .into_iter()
            .map(|block| block.span.slice(text))
            .collect()
    }

    #[test]
    fn empty_lines_end_paragraphs() {
        assert_eq!(
            paragraphs("Port hit\r\n\r\n \r\nTwo ships sank.\r\n"),
            ["Port hit", "Two ships sank."]
        );
        assert_eq!(paragraphs("\n\n"), Vec::<&str>::new());
    }

    #[test]
    fn a_line_may_be_a_paragraph() {
        let text = "Port hit by drones\nTwo ships sank.\nNobody was hurt, the mayor said.";
        assert_eq!(paragraphs(text).len(), 3);
    }

    #[test]
    fn wrapped_lines_are_one_paragraph() {
        let text = "Two ships sank in the port of\nOdesa after a drone hit a pier\nand set fire to a store, the mayor\nof the city said on Tuesday.\nNobody was hurt.\n\nBy Ann Lee";
        assert_eq!(paragraphs(text).len(), 2);
    }

    #[test]
    fn a_carriage_return_and_a_line_separator_end_lines() {
        assert_eq!(paragraphs("One.\rTwo.\u{2028}Three.").len(), 3);
    }

    #[test]
    fn items_of_a_list_are_lines() {
        let text = "What we know\n• two dead\n• nine hurt\n- one missing\n1. the road is shut";
        assert_eq!(paragraphs(text).len(), 5);
    }
}
