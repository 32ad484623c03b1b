//! Front matter: the YAML block between two `---` lines that may open a file.
//!
//! ```text
//! ---
//! outlet: Coastal Courier
//! date: 2025-05-20
//! ---
//! Russia launched 108 drones …
//! ```
//! gives the outlet, the date, and a body that starts at "Russia".

use serde_yaml::{Mapping, Value};

use super::trouble::position_of_key;
use super::{Content, Fault, Note, Position, Trouble, date};

/// The keys that are read; site generators write others, which are named in a note and left alone.
const KEYS: [&str; 4] = ["outlet", "date", "title", "claimdiff"];

/// Splits `text` into metadata and body.
///
/// # Errors
/// When the front matter is no YAML mapping, or a value in it cannot be read.
pub(super) fn read(path: &str, text: &str) -> Result<Content, Trouble> {
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    let Some((yaml, body)) = split(text, start) else {
        return Ok(Content {
            start,
            ..Content::default()
        });
    };
    let mapping = parse(path, text, yaml)?;
    let field = |key: &str| field(path, text, &mapping, key);
    let published = match field("date")? {
        None => None,
        Some(written) => Some(date::parse_date(&written).map_err(|fault| Trouble {
            path: path.to_owned(),
            position: position_of_key(text, "date"),
            fault,
        })?),
    };
    Ok(Content {
        outlet: field("outlet")?,
        title: field("title")?,
        published,
        exempt: exempt(path, text, &mapping)?,
        start: body,
        notes: unread_keys(path, text, &mapping),
        ..Content::default()
    })
}

/// The bytes of the YAML block that opens `text` at `start`, and where the body after it begins.
fn split(text: &str, start: usize) -> Option<(std::ops::Range<usize>, usize)> {
    let mut lines = text[start..].split_inclusive('\n');
    let first = lines.next().filter(|line| line.trim_end() == "---")?;
    let yaml = start + first.len();
    let mut at = yaml;
    for line in lines {
        let next = at + line.len();
        if line.trim_end() == "---" {
            return Some((yaml..at, next));
        }
        at = next;
    }
    None
}

fn parse(path: &str, text: &str, yaml: std::ops::Range<usize>) -> Result<Mapping, Trouble> {
    let block = &text[yaml.clone()];
    if block.trim().is_empty() {
        return Ok(Mapping::new());
    }
    serde_yaml::from_str(block).map_err(|error| {
        let lines_before = text[..yaml.start].matches('\n').count();
        Trouble {
            path: path.to_owned(),
            position: Position::of_yaml(&error).map(|at| at.down(lines_before)),
            fault: Fault::yaml(&error),
        }
    })
}

fn field(path: &str, text: &str, mapping: &Mapping, key: &str) -> Result<Option<String>, Trouble> {
    match mapping.get(key) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(value)) => Ok(Some(value.trim().to_owned()).filter(|v| !v.is_empty())),
        Some(Value::Number(value)) => Ok(Some(value.to_string())),
        Some(_) => Err(Trouble {
            path: path.to_owned(),
            position: position_of_key(text, key),
            fault: Fault::Yaml(format!("`{key}` must be a plain text value")),
        }),
    }
}

/// Whether the file asks to be left alone.
fn exempt(path: &str, text: &str, mapping: &Mapping) -> Result<bool, Trouble> {
    match mapping.get("claimdiff") {
        None | Some(Value::Bool(true)) => Ok(false),
        Some(Value::Bool(false)) => Ok(true),
        Some(_) => Err(Trouble {
            path: path.to_owned(),
            position: position_of_key(text, "claimdiff"),
            fault: Fault::Yaml(
                "`claimdiff` is false for a file to leave alone, or true".to_owned(),
            ),
        }),
    }
}

fn unread_keys(path: &str, text: &str, mapping: &Mapping) -> Vec<Note> {
    mapping
        .keys()
        .filter_map(Value::as_str)
        .filter(|key| !KEYS.contains(key))
        .map(|key| Note::UnreadKey {
            path: path.to_owned(),
            position: position_of_key(text, key),
            key: key.to_owned(),
        })
        .collect()
}
