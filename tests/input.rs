//! What the formats of input promise: pages and Word documents are read by every command, and told by their own places.

mod common;

use std::io::Write;

use common::program::run_with;
use serde_json::Value;

const SOURCE: &str = "---\noutlet: Harbor Ledger\ndate: 2025-05-20\n---\nFerry hits pier\n\n\
                      Nineteen people were hurt, the city's fire brigade said. The ferry carried 140 passengers.\n";

const PAGE: &str = "<!DOCTYPE html>\n<html><head><meta property='article:published_time' content='2025-05-20'></head>\n\
                    <body><nav><a href='/'>5 stories</a></nav><article><h1>Ferry hits pier</h1>\n\
                    <p>Nine people were hurt, the city&#8217;s <b>fire</b> brigade said.\n\
                    The ferry carried <i>410</i> passengers.</p></article></body></html>\n";

/// A Word document with these paragraphs.
fn docx(paragraphs: &[&str]) -> Vec<u8> {
    let paragraphs = paragraphs
        .iter()
        .map(|text| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"));
    let xml = format!(
        "<w:document xmlns:w=\"w\"><w:body>{}</w:body></w:document>",
        paragraphs.collect::<String>()
    );
    let mut bytes = Vec::new();
    let mut archive = rawzip::ZipArchiveWriter::new(&mut bytes);
    let file = archive
        .new_file("word/document.xml")
        .compression_method(rawzip::CompressionMethod::DEFLATE);
    let (mut entry, config) = file.start().unwrap();
    let packed = miniz_oxide::deflate::compress_to_vec(xml.as_bytes(), 6);
    let mut writer = config.wrap(Vec::new());
    writer.write_all(xml.as_bytes()).unwrap();
    let (_, descriptor) = writer.finish().unwrap();
    entry.write_all(&packed).unwrap();
    entry.finish(descriptor).unwrap();
    archive.finish().unwrap();
    bytes
}

/// Exit status, standard output and standard error of a check of the draft against the source.
fn check(name: &str, draft: &[u8], format: &str) -> (i32, String, String) {
    let files = [("source.txt", SOURCE.as_bytes()), (name, draft)];
    run_with(
        &files,
        &["check", name, "--against", "source.txt", "--format", format],
    )
}

#[test]
fn findings_in_a_page_stand_where_its_file_has_them() {
    let (_, checked, _) = check("draft.html", PAGE.as_bytes(), "json");
    let json: Value = serde_json::from_str(&checked).unwrap();
    let findings = json["findings"].as_array().unwrap().iter();
    let words = findings.map(|finding| {
        let at = |end: &str| finding["span"][end].as_u64().unwrap() as usize;
        &PAGE[at("start")..at("end")]
    });
    let mut words: Vec<&str> = words.collect();
    words.sort_unstable();
    assert_eq!(words, ["410", "Nine"]);
    let (_, github, _) = check("draft.html", PAGE.as_bytes(), "github");
    assert!(
        github.contains("file=draft.html,line=5,endLine=5,col=22,endColumn=24"),
        "{github}"
    );
}

#[test]
fn a_comment_in_a_page_suppresses_the_next_paragraph() {
    let comment = "<!-- claimdiff-ignore-next-line -- counted again --><p>Nine";
    let page = PAGE.replace("<p>Nine", comment);
    let (status, checked, said) = check("draft.html", page.as_bytes(), "text");
    assert_eq!(status, 0, "{checked}");
    assert!(said.contains("2 suppressed by a comment"), "{said}");
}

#[test]
fn paragraphs_of_a_word_document_are_its_lines() {
    let draft = docx(&[
        "Ferry hits pier",
        "",
        "Nine people were hurt, the city's fire brigade said.",
    ]);
    let (_, checked, _) = check("draft.docx", &draft, "github");
    assert!(checked.contains("file=draft.docx,line=3,"), "{checked}");
}

#[test]
fn every_format_is_compared_with_every_other() {
    let draft = docx(&[
        "Ferry hits pier",
        "Nineteen people were hurt, the fire brigade said.",
    ]);
    let files = [
        ("a.txt", SOURCE.as_bytes()),
        ("b.html", PAGE.as_bytes()),
        ("c.docx", &draft),
    ];
    let (_, compared, _) = run_with(&files, &["compare", ".", "--format", "json"]);
    let json: Value = serde_json::from_str(&compared).unwrap();
    assert_eq!(json["reports"].as_array().unwrap().len(), 3);
    let groups = json["groups"].as_array().unwrap();
    let injured = groups
        .iter()
        .find(|group| group["question"] == "people injured");
    assert_eq!(
        injured.unwrap()["claims"].as_array().unwrap().len(),
        3,
        "{groups:?}"
    );
}

#[test]
fn broken_files_are_told_and_the_others_are_read() {
    let files = [
        ("empty.html", &b"<html>\n<body><nav>Home</nav></body>"[..]),
        (
            "latin.html",
            b"<p>\nIn Gen\xe8ve nine people were hurt.</p>",
        ),
        ("broken.docx", b"PK\x03\x04 no archive"),
        ("good.html", PAGE.as_bytes()),
    ];
    let names = [
        "extract",
        "empty.html",
        "latin.html",
        "broken.docx",
        "good.html",
    ];
    let (status, extracted, said) = run_with(&files, &names);
    assert_eq!(status, 2);
    assert!(extracted.contains("410"), "{extracted}");
    common::assert_snapshot("cli", "broken-formats", &said);
}
