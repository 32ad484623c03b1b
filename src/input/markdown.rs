//! Markdown: front matter, then prose with its markup blanked out.
//!
//! "Russia sent **108** [drones](https://example.org/2025/05)" is read as
//! "Russia sent   108    drones                             ": what is left stands where it stood, so every
//! span still points into the file as given, and the address is no number.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::{Content, Read, Reader, Trouble, front_matter};

/// `.md` files.
pub(super) const READER: Reader = Reader {
    extensions: &["md", "markdown"],
    read: Read::Text(read),
};

fn read(path: &str, text: &str) -> Result<Content, Trouble> {
    let content = front_matter::read(path, text)?;
    let prose = prose(text, content.start);
    Ok(Content {
        prose: Some(prose).filter(|prose| prose != text),
        ..content
    })
}

/// `text` with the markup after byte `start` replaced by blanks, byte for byte; line ends stay.
fn prose(text: &str, start: usize) -> String {
    let body = &text[start..];
    let blank = |byte: u8| if byte == b'\n' { byte } else { b' ' };
    let mut bytes: Vec<u8> = body.bytes().map(blank).collect();
    let mut hidden = 0;
    for (event, range) in Parser::new_ext(body, Options::ENABLE_TABLES).into_offset_iter() {
        match event {
            Event::Start(tag) => hidden += usize::from(hides(&tag)),
            Event::End(TagEnd::Image | TagEnd::CodeBlock) => hidden -= 1,
            Event::Text(words) if hidden == 0 => keep(words.as_bytes(), &mut bytes[range]),
            Event::Code(_) if hidden == 0 => keep_code(&body[range.clone()], &mut bytes[range]),
            _ => {}
        }
    }
    let blanked = String::from_utf8(bytes).expect("characters are kept or blanked whole");
    text[..start].to_owned() + &blanked
}

/// Whether what stands inside is no prose.
const fn hides(tag: &Tag) -> bool {
    matches!(tag, Tag::Image { .. } | Tag::CodeBlock(_))
}

/// Puts `words` back where they stood. An entity (`&amp;`) is longer than what it stands for: blanks fill up.
fn keep(words: &[u8], place: &mut [u8]) {
    if words.len() <= place.len() && !place.contains(&b'\n') {
        place[..words.len()].copy_from_slice(words);
    }
}

/// Puts `code` back without its backticks.
fn keep_code(code: &str, place: &mut [u8]) {
    let kept = code.bytes().zip(place).filter(|(byte, _)| *byte != b'`');
    kept.for_each(|(byte, blank)| *blank = byte);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn markup_is_blanked_in_place() {
        let text = "# Title\n\n**108** [drones](http://a.b/2025) and `93` *of* them\n\n- 1\n";
        let expected = "  Title\n\n  108    drones                   and  93   of  them\n\n  1\n";
        assert_eq!(prose(text, 0), expected);
    }

    #[test]
    fn code_images_and_comments_go_away() {
        let text = "```\nx = 1\n```\n![12 boats](b.png) <!-- 3 --> Nine &amp; ten\n";
        assert_eq!(
            prose(text, 0).split_whitespace().collect::<Vec<_>>(),
            ["Nine", "&", "ten"]
        );
    }

    proptest! {
        #[test]
        fn offsets_stay(text in "([a-z*_#>`\\[\\]()!&;é1 \n|-]){0,60}") {
            let prose = prose(&text, 0);
            prop_assert_eq!(prose.len(), text.len());
            prop_assert_eq!(prose.matches('\n').count(), text.matches('\n').count());
        }
    }
}
