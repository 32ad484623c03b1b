//! HTML: the article of a page and what the page says of itself.
//!
//! ```text
//! <meta property="og:site_name" content="Harbor Ledger"> … <p>Nine people <b>died</b> on&nbsp;Monday.</p>
//! ```
//! gives the outlet and "Nine people died on Monday.". The text is put together from pieces of the file, and every span is
//! told in the file ([`Original::Pieces`]).
//!
//! Own code on a tokenizer, because no extractor of articles for Rust says where in the file the text stood.

mod article;
mod block;
mod metadata;
mod page;

use claims::Span;

use super::{Content, Fault, Note, Position, Read, Reader, Trouble};
use crate::original::{Original, Piece, Pieces};
use block::Block;

/// `.html` files.
pub(super) const READER: Reader = Reader {
    extensions: &["html", "htm", "xhtml"],
    read: Read::Text(read),
};

fn read(path: &str, file: &str) -> Result<Content, Trouble> {
    let page = page::read(file);
    let blocks = article::article(&page);
    let position = page
        .body
        .map(|body| Position::end_of(&file[..body as usize]));
    if blocks.is_empty() {
        return Err(Trouble {
            path: path.to_owned(),
            position,
            fault: Fault::NoArticle,
        });
    }
    let (text, pieces) = joined(file, &blocks);
    let (published, note) = match page.metadata.date() {
        Some(Ok(published)) => (Some(published), None),
        Some(Err(written)) => (None, Some(unread_date(path, file, written))),
        None => (None, None),
    };
    Ok(Content {
        outlet: page.metadata.outlet(),
        title: page.metadata.title(),
        published,
        exempt: page.metadata.is_exempt(),
        prose: Some(text),
        original: Original::Pieces(pieces),
        notes: note.into_iter().collect(),
        ..Content::default()
    })
}

/// The blocks as one text, with an empty line between them.
fn joined(file: &str, blocks: &[&Block]) -> (String, Pieces) {
    let mut text = String::new();
    let mut pieces = Pieces::of(file.to_owned());
    for block in blocks {
        let start = text.len() as u32;
        text.push_str(&block.text);
        for piece in &block.pieces {
            let shifted = Span::new(piece.text.start + start, piece.text.end + start);
            pieces.push(Piece {
                text: shifted,
                ..*piece
            });
        }
        let end = block.pieces.last().map_or(0, |piece| piece.file.end);
        text.push_str("\n\n");
        let between = Span::new(text.len() as u32 - 2, text.len() as u32);
        pieces.push(Piece {
            text: between,
            file: Span::new(end, end),
        });
    }
    (text, pieces)
}

fn unread_date(path: &str, file: &str, written: String) -> Note {
    Note::UnreadDate {
        path: path.to_owned(),
        position: super::trouble::position_of(file, &written),
        written,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const PAGE: &str = r#"<!DOCTYPE html>
<html><head><title>Ferry hits pier &#8211; Harbor Ledger</title>
<meta property="og:site_name" content="Harbor Ledger">
<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"}, {"@type": ["NewsArticle"],
 "headline": "Ferry hits pier &amp; sinks", "datePublished": "2025-05-20T07:30:00+02:00"}]}</script></head>
<body class="has-sidebar"><nav><ul><li><a href="/">Home, where 12 stories are.</a></li></ul></nav>
<header><h1>Ferry hits <em>pier</em></h1><p class="byline">By Ann Reed, who has covered the harbor for 9 years.</p></header>
<div id="story"><p>Nine&nbsp;people were hurt, the city&#8217;s fire
 brigade said.<p>The ferry carried <b>140</b> passengers.<br><br>It left at 8:15 a.m.
<div class="share"><a href="x">Share this with 3 friends, it is easy.</a></div>
<figure><img src=1.jpg><figcaption>One of 4 pictures of the pier.</figcaption></figure>
<h2>What comes next</h2><p>A tug is on its way.</p><ul><li><a href="y">Read on: 7 more stories.</a></li></ul></div>
<section id="comments"><p>I saw 20 people there myself, it was an awful thing to see, really.</p></section>
<footer><p>Copyright 2025, all rights reserved.</p></footer><script>var n = "99 bottles of beer.";</script></body></html>"#;

    fn pieces(content: &Content) -> &Pieces {
        match &content.original {
            Original::Pieces(pieces) => pieces,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_article_is_taken_from_the_page() {
        let content = read("page.html", PAGE).unwrap();
        insta::assert_snapshot!(content.prose.as_deref().unwrap().trim_end().replace('\u{a0}', " "), @r"
        Ferry hits pier

        Nine people were hurt, the city’s fire brigade said.

        The ferry carried 140 passengers.

        It left at 8:15 a.m.

        What comes next

        A tug is on its way.
        ");
        assert_eq!(content.outlet.as_deref(), Some("Harbor Ledger"));
        assert_eq!(content.title.as_deref(), Some("Ferry hits pier & sinks"));
        let published = content.published.unwrap();
        assert_eq!(published.at.to_string(), "2025-05-20T07:30:00");
    }

    #[test]
    fn words_stand_where_the_file_has_them() {
        let content = read("page.html", PAGE).unwrap();
        let text = content.prose.as_deref().unwrap();
        let in_file = |words: &str| {
            let at = text.find(words).unwrap() as u32;
            let span = Span::new(at, at + words.len() as u32);
            let span = content.original.span(span);
            span.slice(&pieces(&content).file).to_owned()
        };
        assert_eq!(in_file("140"), "140");
        assert_eq!(
            in_file("carried 140 passengers"),
            "carried <b>140</b> passengers"
        );
        assert_eq!(
            in_file("city’s fire brigade"),
            "city&#8217;s fire\n brigade"
        );
    }

    #[test]
    fn a_page_says_of_itself_what_it_can() {
        let read = |head: &str| {
            let page = format!("{head}<p>Nine people were hurt, the brigade said.");
            let content = read("page.html", &page).unwrap();
            let notes: Vec<String> = content.notes.iter().map(ToString::to_string).collect();
            let date = content.published.map(|one| one.at.date().to_string());
            format!(
                "{:?} {:?} {:?} {:?} {notes:?}",
                content.outlet, content.title, date, content.exempt
            )
        };
        let heads = [
            "<title>Ferry\n hits pier</title><meta name=date content='20 May'>",
            "<meta property='article:published_time' content='2025-05-20'><meta name=claimdiff content=false>",
            "<script type=application/ld+json>{broken</script><time itemprop=datePublished datetime=2025-05-21>May</time>",
        ];
        let read: Vec<String> = heads.into_iter().map(read).collect();
        insta::assert_snapshot!(read.join("\n"), @r#"
        None Some("Ferry hits pier") None false ["page.html:2:44: the date `20 May` is not read; --date gives one"]
        None None Some("2025-05-20") true []
        None None Some("2025-05-21") false []
        "#);
    }

    #[test]
    fn a_page_without_text_is_told_with_its_place() {
        for page in [
            "<html>\n <body></body>",
            "<html>\n <body><script>let a = 'Nine people.'</script>",
        ] {
            let trouble = read("page.html", page).unwrap_err();
            assert_eq!(
                trouble.to_string(),
                "page.html:2:2: there is no article on this page; save the page once its text shows, or save the text as .txt"
            );
        }
    }

    #[test]
    fn deep_and_unclosed_elements_are_read() {
        let deep = "<div><a><i>".repeat(20_000)
            + "<p></a>Nine people were hurt, the brigade said."
            + &"</b></div>".repeat(40_000);
        let content = read("page.html", &deep).unwrap();
        assert_eq!(
            content.prose.unwrap().trim_end(),
            "Nine people were hurt, the brigade said."
        );
    }

    proptest! {
        #[test]
        fn every_word_stands_in_the_file(page in "(<p>|</p>|<div>|</div>|<b>|</a>|<a href=x>|<br>|<td>|<script>|</script>|<h1>|<!-- x -->|&amp;|&#8217;|&copy2|&#x;|&|<|>|\"|Nine people were hurt\\.|é|1,000|\r\n|\t| |\u{0}|\u{ad}){0,40}") {
            if let Ok(content) = read("page.html", &page) {
                let text = content.prose.as_deref().unwrap();
                let mut last = 0;
                for (at, one) in text.char_indices() {
                    let span = content.original.span(Span::new(at as u32, (at + one.len_utf8()) as u32));
                    prop_assert!(last <= span.start && span.start <= span.end, "{at} {span:?}");
                    let given = span.slice(&page);
                    prop_assert!(given.starts_with(one) || given.starts_with('&') || one.is_whitespace(), "{one:?} {given:?}");
                    last = span.start;
                }
            }
        }
    }
}
