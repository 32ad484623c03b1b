//! Where a key stands: a YAML text and a path of keys in, its line out.

/// The line, from 1, of the key that `keys` lead to; where a mapping is written on one line, that line.
pub(super) fn line_of(text: &str, keys: &[&str]) -> Option<usize> {
    let mut from = 0;
    let mut outer = None;
    let mut found = None;
    for key in keys {
        let lines = text.lines().enumerate().skip(from);
        let mut block = lines.take_while(|(_, line)| inside(line, outer));
        let Some((at, line)) = block.find(|(_, line)| key_of(line) == Some(key)) else {
            break;
        };
        found = Some(at + 1);
        outer = Some(indent(line));
        from = at + 1;
    }
    found
}

/// Whether a line belongs to the mapping of a key that stands at `outer` blanks.
fn inside(line: &str, outer: Option<usize>) -> bool {
    let blank = line.trim().is_empty() || line.trim_start().starts_with('#');
    blank || outer.is_none_or(|outer| indent(line) > outer)
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

fn key_of(line: &str) -> Option<&str> {
    let (key, _) = line.trim_start().split_once(':')?;
    Some(key.trim_end().trim_matches(['"', '\'']))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn keys_are_found_in_their_mapping() {
        let text = "# rules:\nfail-on: note\nrules:\n  # far\n  number-far: off\n\noverrides:\n  - rules:\n      \
                    number-sum: off\nignore: {rules: [unread]}\n";
        assert_eq!(line_of(text, &["fail-on"]), Some(2));
        assert_eq!(line_of(text, &["rules", "number-far"]), Some(5));
        assert_eq!(line_of(text, &["rules", "number-sum"]), Some(3));
        assert_eq!(line_of(text, &["ignore", "rules"]), Some(10));
        assert_eq!(line_of(text, &["baseline"]), None);
    }

    proptest! {
        #[test]
        fn the_line_found_holds_the_key(text in "([ab]:|[ \n#x'-]){0,16}") {
            if let Some(line) = line_of(&text, &["a", "b"]) {
                let found = text.lines().nth(line - 1).unwrap();
                prop_assert!(found.contains(':'), "{found}");
            }
        }
    }
}
