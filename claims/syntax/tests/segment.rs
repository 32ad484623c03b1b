//! What holds for the segmentation of any text.

use proptest::prelude::*;
use syntax::{Analysis, Span, segment, segment_range};

/// Characters that tokenisation has rules for, and some that it has none for.
fn odd_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[a-zA-Z]{1,6}",
        "[0-9]{1,5}",
        prop::sample::select(vec![
            " ",
            "  ",
            "\n",
            "\n\n",
            "\r\n",
            "\t",
            ".",
            "..",
            "...",
            "…",
            "!",
            "?",
            ",",
            ";",
            ":",
            "-",
            "--",
            "–",
            "—",
            "'",
            "’",
            "‘",
            "\"",
            "“",
            "”",
            "''",
            "(",
            ")",
            "[",
            "]",
            "$",
            "US$",
            "£",
            "%",
            "°",
            "/",
            "://",
            "www.",
            "@",
            "#",
            "&",
            "+",
            "−",
            "*",
            "_",
            "½",
            "⁄",
            "²",
            "n't",
            "n’t",
            "'s",
            "U.S.",
            "Mr.",
            "No.",
            "a.m.",
            "k",
            "bn",
            "st",
            "é",
            "ÉTÉ",
            "中文",
            "مرحبا",
            "🔥",
            "👩‍🚒",
            "🇺🇦",
            "\u{200b}",
            "\u{feff}",
            "\u{ad}",
            "\u{301}",
            "\0",
            "\u{2028}",
            "\u{a0}",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn is_blank(character: char) -> bool {
    let invisible = matches!(character, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    character.is_whitespace() || invisible
}

fn check(text: &str, range: Span, analysis: &Analysis) {
    let mut at = range.start;
    for token in &analysis.tokens {
        assert!(
            token.span.start >= at && !token.span.is_empty(),
            "tokens overlap in {text:?}"
        );
        assert!(
            text[at as usize..token.span.start as usize]
                .chars()
                .all(is_blank),
            "text without a token in {text:?}"
        );
        assert_eq!(token.key, syntax::Key::of(token.span.slice(text)));
        at = token.span.end;
    }
    assert!(
        text[at as usize..range.end as usize].chars().all(is_blank),
        "text without a token in {text:?}"
    );
    let mut token = 0;
    let mut paragraph = 0;
    for sentence in &analysis.sentences {
        assert_eq!(sentence.tokens.start, token);
        assert!(!sentence.tokens.is_empty());
        assert_eq!(
            sentence.span.start,
            analysis.tokens[sentence.tokens.start].span.start
        );
        assert_eq!(
            sentence.span.end,
            analysis.tokens[sentence.tokens.end - 1].span.end
        );
        assert!(sentence.paragraph >= paragraph);
        token = sentence.tokens.end;
        paragraph = sentence.paragraph;
    }
    assert_eq!(token, analysis.tokens.len());
    assert_eq!(analysis.arcs.len(), analysis.tokens.len());
}

proptest! {
    #[test]
    fn every_character_has_a_token_and_every_token_a_sentence(text in odd_text()) {
        check(&text, Span::new(0, text.len() as u32), &segment(&text));
    }

    #[test]
    fn any_text_is_segmented(text in any::<String>()) {
        check(&text, Span::new(0, text.len() as u32), &segment(&text));
    }

    #[test]
    fn a_range_is_segmented_as_the_text_alone(front in odd_text(), text in odd_text(), back in odd_text()) {
        let whole = format!("{front}{text}{back}");
        let range = Span::new(front.len() as u32, (front.len() + text.len()) as u32);
        let analysis = segment_range(&whole, range);
        check(&whole, range, &analysis);
        let alone = segment(&text);
        prop_assert_eq!(analysis.tokens.len(), alone.tokens.len());
        let shifted = |span: Span| Span::new(span.start - range.start, span.end - range.start);
        for (token, other) in analysis.tokens.iter().zip(&alone.tokens) {
            prop_assert_eq!(shifted(token.span), other.span);
        }
        for (sentence, other) in analysis.sentences.iter().zip(&alone.sentences) {
            prop_assert_eq!(shifted(sentence.span), other.span);
            prop_assert_eq!(sentence.kind, other.kind);
        }
    }
}

/// Texts that make a careless tokeniser or splitter look at the same bytes again and again.
#[test]
fn a_long_text_of_anything_is_segmented_in_one_go() {
    let pieces = [
        "a",
        "1",
        "a-1",
        "-1",
        "a/1",
        "a.",
        "a.b",
        ".",
        "...",
        ". . ",
        "\"",
        "' ",
        "'",
        "“",
        "!",
        "!\" ",
        "(",
        "\n",
        "\r\n",
        "\0",
        "1,",
        "x://",
        "www.a/",
        "://!",
        "é",
        "\u{301}",
        "👩\u{200d}",
        "مرحبا",
        "No. ",
        "U.S.-",
        "\u{200b}",
        "- a\n",
        "By\n",
        "a\nb ",
        "401(k)(",
        "n't",
        "’s",
        "$",
        "+/-",
    ];
    for piece in pieces {
        let text = piece.repeat(30_000 / piece.len());
        check(&text, Span::new(0, text.len() as u32), &segment(&text));
    }
}
