//! Words of a report made fit for a message: on one line, without control characters, not too long.

/// `text` on one line: runs of blanks become one space, control characters (which could steer the terminal)
/// go away.
pub(crate) fn clean(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        let before = line.len();
        if before > 0 {
            line.push(' ');
        }
        let start = line.len();
        line.extend(word.chars().filter(|character| !character.is_control()));
        if line.len() == start {
            line.truncate(before);
        }
    }
    line
}

/// The first `most` characters of `text`, ending at a word, with an ellipsis where something is left out.
pub(crate) fn shorten(text: &str, most: usize) -> String {
    let Some((cut, _)) = text.char_indices().nth(most) else {
        return text.to_owned();
    };
    let kept = &text[..cut];
    let kept = kept.rfind(' ').map_or(kept, |blank| &kept[..blank]);
    format!("{} …", kept.trim_end_matches([',', ' ']))
}

/// A source without the clause that says more of it: "two officials" of "two officials who asked not to be named".
pub(crate) fn without_clause(source: &str) -> &str {
    const OPENINGS: [&str; 8] = [
        ", who ", ", which ", ", whose ", ", where ", " who ", " whose ", " which ", " where ",
    ];
    let cuts = OPENINGS.iter().filter_map(|opening| source.find(opening));
    cuts.min().map_or(source, |cut| &source[..cut])
}

/// `text` without regard to case, for telling values apart.
pub(crate) fn fold(text: &str) -> String {
    text.to_lowercase()
}

/// `count` and the noun in the number it asks for.
pub(crate) fn plural(count: usize, one: &str, many: &str) -> String {
    let noun = if count == 1 { one } else { many };
    format!("{count} {noun}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_and_line_ends_go_away() {
        assert_eq!(clean("93\r\n of\u{1b}[31m  them"), "93 of[31m them");
        assert_eq!(clean("\u{1b} 93 \u{1} of"), "93 of");
    }

    #[test]
    fn long_text_is_cut_at_a_word() {
        assert_eq!(
            shorten("the crews never rested", 22),
            "the crews never rested"
        );
        assert_eq!(shorten("the crews, never rested", 12), "the crews …");
        assert_eq!(shorten("Übermüdung", 4), "Über …");
    }
}
