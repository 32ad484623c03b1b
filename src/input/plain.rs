//! Plain text: the whole file is prose, unless it opens with front matter. Comments that speak to claimdiff are
//! blanked out, since a number in their reason is no claim.

use super::comment::comments;
use super::{Content, Read, Reader, Trouble, front_matter};

/// `.txt`, files without an extension, and standard input.
pub(super) const READER: Reader = Reader {
    extensions: &["txt", "text"],
    read: Read::Text(read),
};

fn read(path: &str, text: &str) -> Result<Content, Trouble> {
    let content = front_matter::read(path, text)?;
    let prose = without_comments(text);
    Ok(Content { prose, ..content })
}

/// `text` with those comments replaced by blanks, byte for byte; nothing where there are none.
fn without_comments(text: &str) -> Option<String> {
    let mut comments = comments(text).peekable();
    comments.peek()?;
    let mut prose = String::with_capacity(text.len());
    for span in comments {
        prose.push_str(&text[prose.len()..span.start as usize]);
        let blank = |byte: u8| if byte == b'\n' { '\n' } else { ' ' };
        prose.extend(span.slice(text).bytes().map(blank));
    }
    prose.push_str(&text[prose.len()..]);
    Some(prose)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_blanked_in_place() {
        let text = "Nine.\n<!-- claimdiff-ignore-next-line -- 15 é\nx -->Ten <!-- 3 -->";
        let prose = without_comments(text).unwrap();
        assert_eq!(prose.len(), text.len());
        assert_eq!(prose.matches('\n').count(), text.matches('\n').count());
        let words: Vec<&str> = prose.split_whitespace().collect();
        assert_eq!(words, ["Nine.", "Ten", "<!--", "3", "-->"]);
        assert_eq!(without_comments("Nine. <!-- 3 -->"), None);
    }
}
