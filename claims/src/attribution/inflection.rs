//! Forms of English words: "write/wrote/written" in, "write", "writes", "wrote", "written", "writing" out.

/// All forms of a verb, given as its dictionary form with its past and past participle where they are not regular.
pub(crate) fn verb_forms(word: &str) -> Vec<String> {
    let mut parts = word.split('/');
    let base = parts.next().unwrap_or_default();
    let past: Vec<&str> = parts.collect();
    let mut forms = vec![
        base.to_owned(),
        with_s(base),
        with_ing(base, past.first().copied()),
    ];
    match past[..] {
        [] => forms.push(with_ed(base)),
        _ => forms.extend(past.iter().map(|&form| form.to_owned())),
    }
    forms
}

/// The word with its "s": the plural of a noun, the third person of a verb.
pub(crate) fn with_s(word: &str) -> String {
    match word.strip_suffix('y') {
        Some(stem) if ends_in_consonant(stem) => format!("{stem}ies"),
        _ if ["s", "x", "z", "ch", "sh", "go"]
            .iter()
            .any(|end| word.ends_with(end)) =>
        {
            format!("{word}es")
        }
        _ => format!("{word}s"),
    }
}

fn with_ed(base: &str) -> String {
    match base.strip_suffix('y') {
        Some(stem) if ends_in_consonant(stem) => format!("{stem}ied"),
        _ if base.ends_with('e') => format!("{base}d"),
        _ => format!("{base}ed"),
    }
}

/// The present participle doubles its last letter where the past does: "admit", "admitted", "admitting".
fn with_ing(base: &str, past: Option<&str>) -> String {
    let doubled = past
        .and_then(|past| past.strip_suffix("ed"))
        .filter(|stem| stem.len() == base.len() + 1);
    match (doubled, base.strip_suffix('e')) {
        (Some(stem), _) => format!("{stem}ing"),
        (None, Some(stem)) if !base.ends_with("ee") => format!("{stem}ing"),
        _ => format!("{base}ing"),
    }
}

fn ends_in_consonant(stem: &str) -> bool {
    stem.chars()
        .next_back()
        .is_some_and(|last| !"aeiou".contains(last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_follow_the_spelling_rules() {
        assert_eq!(verb_forms("say/said"), ["say", "says", "saying", "said"]);
        assert_eq!(verb_forms("deny"), ["deny", "denies", "denying", "denied"]);
        assert_eq!(
            verb_forms("admit/admitted"),
            ["admit", "admits", "admitting", "admitted"]
        );
        assert_eq!(
            verb_forms("write/wrote/written"),
            ["write", "writes", "writing", "wrote", "written"]
        );
        assert_eq!(verb_forms("foresee/foresaw/foreseen")[2], "foreseeing");
        assert_eq!(with_s("speech"), "speeches");
    }
}
