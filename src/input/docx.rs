//! Word documents (.docx, ISO/IEC 29500): the paragraphs of the main text.
//!
//! `<w:p><w:r><w:t>Nine people </w:t></w:r><w:r><w:t>died.</w:t></w:r></w:p>` is the paragraph "Nine people died.".
//! Insertions are read and deletions are not, as with all changes accepted; footnotes, headers and comments are not
//! read. A document has no lines: spans point into the text read, and its paragraphs, empty ones too, count as lines
//! ([`Original::Paragraphs`]).

use quick_xml::Reader as Xml;
use quick_xml::events::{BytesRef, Event};
use rawzip::{CompressionMethod, ZipArchive, ZipSliceArchive};

use super::{Content, Fault, LARGEST, Read, Reader, Trouble};
use crate::original::Original;

/// `.docx` files.
pub(super) const READER: Reader = Reader {
    extensions: &["docx"],
    read: Read::Bytes(read),
};

/// The part of the archive that holds the main text.
const PART: &str = "word/document.xml";

/// What opens a file of the older Word, or one with a password.
const COMPOUND: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

fn read(path: &str, bytes: &[u8]) -> Result<Content, Trouble> {
    let (text, starts) = document(bytes).map_err(|fault| Trouble::of(path, fault))?;
    Ok(Content {
        prose: Some(text),
        original: Original::Paragraphs(starts),
        ..Content::default()
    })
}

/// The text of a document and where each of its paragraphs starts.
fn document(bytes: &[u8]) -> Result<(String, Vec<u32>), Fault> {
    if bytes.starts_with(&COMPOUND) {
        return Err(Fault::Docx(
            "it is a file of an older Word, or has a password".to_owned(),
        ));
    }
    let xml = part(bytes)?;
    let xml = std::str::from_utf8(&xml)
        .map_err(|error| broken(&format!("is not UTF-8 at byte {}", error.valid_up_to())))?;
    paragraphs(xml)
}

/// Unpacks the part that holds the main text.
fn part(bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    let unzip = |error: rawzip::Error| Fault::Docx(format!("it is no zip archive: {error}"));
    let archive = ZipArchive::from_slice(bytes).map_err(unzip)?;
    let mut entries = archive.entries();
    while let Some(entry) = entries.next_entry().map_err(unzip)? {
        if entry.file_path().as_ref() == PART.as_bytes() {
            let method = entry.compression_method();
            return unpack(&archive, entry.wayfinder(), method);
        }
    }
    Err(Fault::Docx(format!("there is no {PART} in it")))
}

fn unpack(
    archive: &ZipSliceArchive<&[u8]>,
    at: rawzip::ZipArchiveEntryWayfinder,
    method: CompressionMethod,
) -> Result<Vec<u8>, Fault> {
    let entry = archive
        .get_entry(at)
        .map_err(|error| broken(&format!("cannot be unpacked: {error}")))?;
    match method {
        CompressionMethod::STORE => Ok(entry.data().to_vec()),
        CompressionMethod::DEFLATE => {
            let limit = LARGEST as usize;
            miniz_oxide::inflate::decompress_to_vec_with_limit(entry.data(), limit)
                .map_err(|error| broken(&format!("cannot be unpacked: {error}")))
        }
        _ => Err(broken("is packed in a way that Word does not use")),
    }
}

fn broken(what: &str) -> Fault {
    Fault::Docx(format!("{PART} {what}"))
}

/// The text of the main part.
fn paragraphs(xml: &str) -> Result<(String, Vec<u32>), Fault> {
    let mut reader = Xml::from_str(xml);
    let mut body = Body::default();
    loop {
        let event = reader.read_event();
        let event = event.map_err(|error| {
            let at = reader.error_position();
            broken(&format!("is broken at byte {at}: {error}"))
        })?;
        match event {
            Event::Start(tag) => body.start(tag.local_name().as_ref()),
            Event::End(tag) => body.end(tag.local_name().as_ref()),
            Event::Empty(tag) => {
                body.start(tag.local_name().as_ref());
                body.end(tag.local_name().as_ref());
            }
            Event::Text(text) => body.add(&text.decode().unwrap_or_default()),
            Event::CData(text) => body.add(&text.decode().unwrap_or_default()),
            Event::GeneralRef(name) => body.add(&resolve(&name)),
            Event::Eof => break,
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
    Ok((body.text, body.starts))
}

/// The text of a document as it grows.
#[derive(Debug, Default)]
struct Body {
    text: String,
    starts: Vec<u32>,
    /// Elements open whose text is read: `w:t`.
    words: usize,
    /// Elements open in which nothing is read: what Word shows only to older programs.
    left_out: usize,
}

impl Body {
    fn start(&mut self, name: &[u8]) {
        match name {
            b"Fallback" => self.left_out += 1,
            b"t" => self.words += 1,
            b"p" if self.left_out == 0 => {
                self.end_paragraph();
                self.starts.push(self.text.len() as u32);
            }
            b"tab" | b"br" | b"cr" if self.left_out == 0 => self.blank(),
            b"noBreakHyphen" if self.left_out == 0 => self.text.push('-'),
            _ => {}
        }
    }

    fn end(&mut self, name: &[u8]) {
        match name {
            b"Fallback" => self.left_out = self.left_out.saturating_sub(1),
            b"t" => self.words = self.words.saturating_sub(1),
            b"p" if self.left_out == 0 => self.end_paragraph(),
            _ => {}
        }
    }

    fn add(&mut self, words: &str) {
        if self.words == 0 || self.left_out > 0 {
            return;
        }
        let line_end = |one: char| matches!(one, '\n' | '\r');
        self.text.extend(
            words
                .chars()
                .map(|one| if line_end(one) { ' ' } else { one }),
        );
    }

    fn blank(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with([' ', '\n']) {
            self.text.push(' ');
        }
    }

    /// Ends a paragraph that has words with an empty line.
    fn end_paragraph(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push_str("\n\n");
        }
    }
}

/// What an entity of XML stands for; an unknown one stands for nothing.
fn resolve(name: &BytesRef<'_>) -> String {
    if let Ok(Some(character)) = name.resolve_char_ref() {
        return character.to_string();
    }
    let name = name.decode().unwrap_or_default();
    let words = quick_xml::escape::resolve_predefined_entity(&name);
    words.unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A document whose main part is `xml`, not compressed.
    fn zipped(xml: &str) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut archive = rawzip::ZipArchiveWriter::new(&mut bytes);
        let (mut entry, config) = archive
            .new_file(PART)
            .compression_method(CompressionMethod::STORE)
            .start()
            .unwrap();
        let mut writer = config.wrap(&mut entry);
        std::io::Write::write_all(&mut writer, xml.as_bytes()).unwrap();
        let (_, descriptor) = writer.finish().unwrap();
        entry.finish(descriptor).unwrap();
        archive.finish().unwrap();
        bytes
    }

    const XML: &str = "<w:document xmlns:w='w'><w:body><w:p><w:r><w:t>Ferry hits pier</w:t></w:r></w:p><w:p/>\
                       <w:p><w:r><w:t xml:space='preserve'>Nine </w:t></w:r><w:del><w:r><w:delText>ten</w:delText>\
                       </w:r></w:del><w:r><w:t>people &amp; a dog</w:t><w:br/><w:t>died.</w:t></w:r></w:p></w:body></w:document>";

    #[test]
    fn paragraphs_are_read_without_deletions() {
        let (text, starts) = document(&zipped(XML)).unwrap();
        assert_eq!(text, "Ferry hits pier\n\nNine people & a dog died.\n\n");
        assert_eq!(starts, [0, 17, 17]);
    }

    #[test]
    fn faults_are_named() {
        let fault = |bytes: &[u8]| document(bytes).unwrap_err().to_string();
        let faults = [
            fault(b"Nine people died."),
            fault(&COMPOUND),
            fault(&zipped("<w:p><w:t>Nine</w:p>")),
        ];
        insta::assert_snapshot!(faults.join("\n"), @"
        the Word document cannot be read: it is no zip archive: Missing end of central directory
        the Word document cannot be read: it is a file of an older Word, or has a password
        the Word document cannot be read: word/document.xml is broken at byte 14: ill-formed document: expected `</w:t>`, but `</w:p>` was found
        ");
    }

    proptest! {
        #[test]
        fn no_bytes_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200), at in 0usize..400, by: u8) {
            let _ = document(&bytes);
            let mut broken = zipped(XML);
            let at = at % broken.len();
            broken[at] ^= by;
            let _ = document(&broken);
        }

        #[test]
        fn paragraphs_start_inside_the_text(xml in "(<w:p>|</w:p>|<w:p/>|<w:t>|</w:t>|<w:br/>|&amp;|Nine |é|\n){0,24}") {
            if let Ok((text, starts)) = paragraphs(&xml) {
                prop_assert!(starts.iter().all(|&start| text.is_char_boundary(start as usize)));
                prop_assert!(starts.is_sorted());
            }
        }
    }
}
