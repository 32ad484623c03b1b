//! Runs what a vocabulary's entries promise: each example is read, no counterexample is.

use serde_yaml::Value;

/// Checks `data/en/NAME.yaml`: `reads(entry, sentence)` must hold for every example of every entry and for none of
/// its counterexamples.
///
/// # Panics
/// When an entry has no example, or with the list of the sentences that are read wrongly.
pub(crate) fn check_examples(name: &str, reads: impl Fn(&Value, &str) -> bool) {
    let path = format!("{}/data/en/{name}.yaml", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap();
    let entries: Vec<Value> = serde_yaml::from_str(&text).unwrap();
    let mut wrong = String::new();
    for entry in &entries {
        let examples = sentences(entry, "examples");
        assert!(!examples.is_empty(), "{name}: no example in {entry:?}");
        for sentence in examples.iter().filter(|sentence| !reads(entry, sentence)) {
            wrong += &format!("not read: {sentence}\n");
        }
        let counterexamples = sentences(entry, "counterexamples");
        for sentence in counterexamples
            .iter()
            .filter(|sentence| reads(entry, sentence))
        {
            wrong += &format!("read: {sentence}\n");
        }
    }
    assert!(wrong.is_empty(), "{name}:\n{wrong}");
}

fn sentences(entry: &Value, field: &str) -> Vec<String> {
    match entry.get(field) {
        Some(list) => serde_yaml::from_value(list.clone()).unwrap(),
        None => Vec::new(),
    }
}
