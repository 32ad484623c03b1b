//! What must hold for any text whatever.

use proptest::prelude::*;
use syntax::{Analysis, Analyzer, segment};

fn analyse(text: &str) -> Analysis {
    let analyzer = Analyzer::news();
    let mut analysis = segment(text);
    analyzer.tag(text, &mut analysis);
    analyzer.parse(text, &mut analysis, &|_, _| true);
    analyzer.entities(text, &mut analysis);
    analysis
}

/// Every parsed sentence is one tree: one root, and every token below it.
fn assert_trees(analysis: &Analysis) {
    for sentence in &analysis.sentences {
        let tokens = sentence.tokens.clone();
        let roots: Vec<usize> = tokens
            .clone()
            .filter(|&token| analysis.head(token).is_none())
            .collect();
        assert_eq!(roots.len(), tokens.len().min(1));
        for token in tokens.clone() {
            assert!(tokens.contains(&analysis.arcs[token].head));
            assert!(analysis.ancestors(token).count() < tokens.len());
            assert!(analysis.is_ancestor(roots[0], token));
        }
    }
}

/// Every token between the ends of a subtree belongs to it, and no entity goes on that has not begun.
fn assert_subtrees_and_entities(analysis: &Analysis) {
    for sentence in &analysis.sentences {
        let mut previous = None;
        for token in sentence.tokens.clone() {
            let subtree = analysis.subtree(token);
            assert!(
                subtree
                    .clone()
                    .all(|below| analysis.is_ancestor(token, below))
            );
            assert!(
                analysis
                    .children(token)
                    .all(|child| subtree.contains(&child))
            );
            let entity = analysis.tokens[token].entity;
            let inside = entity.filter(|entity| !entity.begins);
            assert!(inside.is_none_or(|inside| previous == Some(inside.kind)));
            previous = entity.map(|entity| entity.kind);
        }
    }
}

/// Text as news has it: words, numbers, names and marks in any order.
fn newslike() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "the",
        "Mr.",
        "U.S.",
        "said",
        "killed",
        "“",
        "”",
        "\"",
        "'s",
        "’s",
        ",",
        ".",
        "12",
        "3,400",
        "$5.2",
        "million",
        "percent",
        "Kyiv",
        "KYIV",
        "Tuesday",
        "(",
        ")",
        "--",
        "—",
        "of",
        "and",
        "that",
        "34-year-old",
        "drones",
        "...",
        "\n",
        "\n\n",
        "?",
        "é",
        "日本",
        "of the",
        "at least",
    ]);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_is_analysed(text in "\\PC{0,200}") {
        assert_trees(&analyse(&text));
    }

    #[test]
    fn newslike_text_is_analysed(text in newslike()) {
        let analysis = analyse(&text);
        assert_trees(&analysis);
        assert_subtrees_and_entities(&analysis);
    }

    #[test]
    fn the_same_text_gives_the_same_analysis(text in newslike()) {
        prop_assert_eq!(analyse(&text), analyse(&text));
    }
}
