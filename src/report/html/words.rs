//! Words of a report made fit for the page.
//!
//! The template escapes markup; what is left are characters that steer how a browser orders text: "\u{202e}93"
//! would show as "39", and with it everything behind it on the line.

/// Stands where a character was that must not act.
const SHOWN: char = '\u{fffd}';

/// `text` with every character that overrides the direction of writing, or cannot stand in a page, replaced by
/// one that can be seen. Marks that only belong to right-to-left words stay.
pub(super) fn plain(text: &str) -> String {
    text.chars()
        .map(|character| if acts(character) { SHOWN } else { character })
        .collect()
}

/// `text` with a capital at its start, as a heading has it.
pub(super) fn capitalized(text: &str) -> String {
    let mut characters = text.chars();
    let first = characters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(characters).collect()
}

const fn acts(character: char) -> bool {
    let blank = matches!(character, '\n' | '\t' | '\r');
    let direction = matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let control = matches!(character, '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}');
    direction || control && !blank
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_begin_with_a_capital() {
        assert_eq!(capitalized("people injured"), "People injured");
        assert_eq!(capitalized("åland ferries"), "Åland ferries");
        assert_eq!(capitalized(""), "");
    }

    #[test]
    fn overrides_are_seen_and_do_not_act() {
        assert_eq!(
            plain("a \u{202e}93\u{202c} b\0"),
            "a \u{fffd}93\u{fffd} b\u{fffd}"
        );
        assert_eq!(plain("שלום\u{200f} and\n<b>"), "שלום\u{200f} and\n<b>");
    }
}
