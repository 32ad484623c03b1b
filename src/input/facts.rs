//! The fact sheet: what `extract --format yaml` wrote and a desk edited and signed off.
//!
//! ```yaml
//! reports:
//! - id: 0
//!   outlet: Harbor Ledger
//!   date: 2025-05-20
//! claims:
//! - report: 0
//!   text: |
//!     Russia launched 108 drones, Ukraine's Air Force said.
//!   owner: foreign desk
//!   verdict: confirmed
//! ```
//!
//! Each of its reports becomes an article of the texts of its claims, which stand where they stand in the sheet, so
//! that every span points into the sheet as given. What a desk has withdrawn is left out.

use std::collections::BTreeSet;
use std::ops::Range;

use claims::Document;
use serde::Deserialize;
use serde::de::IgnoredAny;

use super::trouble::position_of;
use super::{Article, Fault, Input, Position, Trouble, date};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sheet {
    #[serde(rename = "schema")]
    _schema: Option<IgnoredAny>,
    reports: Vec<Origin>,
    claims: Vec<Fact>,
    #[serde(rename = "attributions")]
    _attributions: Option<IgnoredAny>,
    #[serde(rename = "coverage")]
    _coverage: Option<IgnoredAny>,
}

/// A report that facts were taken from.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Origin {
    id: usize,
    outlet: Option<String>,
    date: Option<String>,
    title: Option<String>,
    #[serde(rename = "role")]
    _role: Option<IgnoredAny>,
    #[serde(rename = "path")]
    _path: Option<IgnoredAny>,
}

/// One fact: what was extracted, and what the desk says of it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fact {
    report: usize,
    text: String,
    surface: Option<String>,
    verdict: Option<DeskVerdict>,
    as_of: Option<String>,
    #[serde(rename = "note")]
    _note: Option<String>,
    #[serde(rename = "owner")]
    _owner: Option<String>,
    #[serde(rename = "kind")]
    _kind: Option<IgnoredAny>,
    #[serde(rename = "span")]
    _span: Option<IgnoredAny>,
    #[serde(rename = "line")]
    _line: Option<IgnoredAny>,
    #[serde(rename = "column")]
    _column: Option<IgnoredAny>,
    #[serde(rename = "sentence")]
    _sentence: Option<IgnoredAny>,
    #[serde(rename = "value")]
    _value: Option<IgnoredAny>,
    #[serde(rename = "counted")]
    _counted: Option<IgnoredAny>,
    #[serde(rename = "outcome")]
    _outcome: Option<IgnoredAny>,
    #[serde(rename = "scope")]
    _scope: Option<IgnoredAny>,
    #[serde(rename = "about")]
    _about: Option<IgnoredAny>,
    #[serde(rename = "attribution")]
    _attribution: Option<IgnoredAny>,
    #[serde(rename = "polarity")]
    _polarity: Option<IgnoredAny>,
    #[serde(rename = "certainty")]
    _certainty: Option<IgnoredAny>,
}

/// What the desk says of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum DeskVerdict {
    /// Checked and signed off.
    Confirmed,
    /// To be used with care; it still counts as a source.
    Disputed,
    /// Wrong: it supports nothing any more.
    Withdrawn,
}

/// Whether a YAML file is a fact sheet and no story: it lists claims.
pub(super) fn is_sheet(text: &str) -> bool {
    text.lines().any(|line| line.starts_with("claims:"))
}

/// Reads the fact sheet `text` of the file `name` into one article for each report that it draws on.
pub(super) fn read(name: &str, text: &str, input: &mut Input) {
    match parse(name, text) {
        Ok((sheet, places)) => {
            for origin in &sheet.reports {
                match article(name, text, origin, &sheet.claims, &places) {
                    Ok(article) => input.add(article, Vec::new()),
                    Err(trouble) => input.troubles.push(trouble),
                }
            }
        }
        Err(trouble) => input.troubles.push(trouble),
    }
}

/// The sheet, and for each of its facts the bytes of its text.
fn parse(name: &str, text: &str) -> Result<(Sheet, Vec<Range<usize>>), Trouble> {
    let sheet: Sheet = serde_yaml::from_str(text).map_err(|error| Trouble {
        path: name.to_owned(),
        position: Position::of_yaml(&error),
        fault: Fault::yaml(&error),
    })?;
    let places = texts(text);
    let whole = |(fact, place): (&Fact, &Range<usize>)| {
        let words = |text: &str| {
            text.split_whitespace()
                .map(str::to_owned)
                .collect::<Vec<_>>()
        };
        words(&fact.text) == words(&text[place.clone()])
    };
    if places.len() == sheet.claims.len() && sheet.claims.iter().zip(&places).all(whole) {
        Ok((sheet, places))
    } else {
        let fault =
            "a `text` of a fact stands as a block (`text: |`) or on one line without escapes";
        Err(Trouble::of(name, Fault::Yaml(fault.to_owned())))
    }
}

/// One report of the sheet: everything blank but the texts of its facts, each once.
fn article(
    name: &str,
    text: &str,
    origin: &Origin,
    facts: &[Fact],
    places: &[Range<usize>],
) -> Result<Article, Trouble> {
    let mut prose: Vec<u8> = text.bytes().map(blank).collect();
    let own = || {
        let all = facts.iter().zip(places);
        all.filter(|(fact, _)| fact.report == origin.id)
    };
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    for (fact, place) in own() {
        if seen.insert(fact.text.trim()) {
            prose[place.clone()].copy_from_slice(&text.as_bytes()[place.clone()]);
        }
    }
    for (fact, _) in own().filter(|(fact, _)| fact.verdict == Some(DeskVerdict::Withdrawn)) {
        withdraw(fact, own(), text, &mut prose);
    }
    let dates = own().filter_map(|(fact, _)| fact.as_of.as_deref());
    let written = dates.max().or(origin.date.as_deref());
    let published = written.map(date::parse_date).transpose();
    let published = published.map_err(|fault| Trouble {
        path: name.to_owned(),
        position: written.and_then(|written| position_of(text, written)),
        fault,
    })?;
    let prose = String::from_utf8(prose).expect("characters are kept or blanked whole");
    if prose.trim().is_empty() {
        return Err(Trouble::of(name, Fault::Empty));
    }
    Ok(Article {
        path: name.to_owned(),
        outlet: origin.outlet.clone(),
        title: origin.title.clone(),
        document: Document {
            published,
            ..Document::new(prose)
        },
        markup: Some(text.to_owned()),
        ..Article::default()
    })
}

/// Blanks the words of a withdrawn fact wherever its text was kept.
fn withdraw<'a>(
    fact: &Fact,
    facts: impl Iterator<Item = (&'a Fact, &'a Range<usize>)>,
    text: &str,
    prose: &mut [u8],
) {
    let surface = fact.surface.as_deref().unwrap_or(fact.text.trim());
    for (_, place) in facts.filter(|(other, _)| other.text == fact.text) {
        if let Some(at) = text[place.clone()].find(surface) {
            let start = place.start + at;
            let words = &mut prose[start..start + surface.len()];
            words.iter_mut().for_each(|byte| *byte = blank(*byte));
        }
    }
}

const fn blank(byte: u8) -> u8 {
    if byte == b'\n' { byte } else { b' ' }
}

/// Where the texts of the facts stand, in order: the lines of a block, or what follows the key.
fn texts(yaml: &str) -> Vec<Range<usize>> {
    let mut places: Vec<Range<usize>> = Vec::new();
    let mut block: Option<usize> = None;
    let mut keys: Option<usize> = None;
    let mut in_claims = false;
    let mut start = 0;
    for line in yaml.split_inclusive('\n') {
        let end = start + line.len();
        let bare = line.trim_start_matches([' ', '-']);
        let indent = line.len() - bare.len();
        if indent == 0 && !bare.trim().is_empty() {
            in_claims = bare.starts_with("claims:");
        } else if in_claims && keys.is_none() {
            keys = Some(indent);
        }
        let is_key = in_claims && keys == Some(indent);
        let inside = block.is_some_and(|key| indent > key || line.trim().is_empty());
        if let Some(place) = places.last_mut().filter(|_| inside) {
            place.end = end;
        } else if let Some(value) = bare.strip_prefix("text:").filter(|_| is_key) {
            let opens = value.trim_start().starts_with(['|', '>']);
            block = opens.then_some(indent);
            places.push(if opens {
                end..end
            } else {
                scalar(yaml, end - value.len()..end)
            });
        } else {
            block = None;
        }
        start = end;
    }
    places
}

/// The bytes of a scalar on one line, without its quotation marks.
fn scalar(yaml: &str, place: Range<usize>) -> Range<usize> {
    let value = &yaml[place.clone()];
    let start = place.start + (value.len() - value.trim_start().len());
    let end = place.end - (value.len() - value.trim_end().len());
    let words = &yaml[start..end.max(start)];
    let quoted = words.len() > 1
        && ["'", "\""]
            .iter()
            .any(|mark| words.starts_with(mark) && words.ends_with(mark));
    if quoted {
        start + 1..end - 1
    } else {
        start..end.max(start)
    }
}
