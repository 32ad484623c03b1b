//! The story file: which reports tell one event.
//!
//! ```yaml
//! story: a night of drone strikes
//! reports:
//!   - outlet: Coastal Courier
//!     date: 2025-05-20
//!     path: coastal-courier.txt
//! ```

use std::path::Path;

use serde::Deserialize;

use super::trouble::position_of;
use super::{
    Article, Fault, Input, Position, Trouble, date, decode, facts, read_bytes, read_report,
};

/// The names that a folder's story file may have.
pub(super) const FILE_NAMES: [&str; 2] = ["story.yaml", "story.yml"];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Story {
    story: Option<String>,
    reports: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    outlet: Option<String>,
    date: Option<String>,
    title: Option<String>,
    path: String,
}

/// Whether `path` is read as a story file or a fact sheet.
pub(super) fn is_story(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| extension == "yaml" || extension == "yml")
}

/// Reads the story file at `path` and the reports it names, which stand relative to its folder; a fact sheet is
/// read as such.
pub(super) fn read(path: &Path, input: &mut Input) {
    let name = path.display().to_string();
    let text = match read_text(path, &name) {
        Ok(text) if facts::is_sheet(&text) => return facts::read(&name, &text, input),
        Ok(text) => text,
        Err(trouble) => return input.troubles.push(trouble),
    };
    let story = match parse(&text, &name) {
        Ok(story) => story,
        Err(trouble) => return input.troubles.push(trouble),
    };
    if story.reports.is_empty() {
        input.troubles.push(Trouble::of(&name, Fault::NoReports));
    }
    input.story = story.story;
    let folder = path.parent().unwrap_or_else(|| Path::new(""));
    for entry in story.reports {
        match read_report(&folder.join(&entry.path)) {
            Ok((mut article, notes)) => {
                input
                    .troubles
                    .extend(override_metadata(&mut article, entry, &name, &text));
                input.add(article, notes);
            }
            Err(trouble) => input
                .troubles
                .push(trouble.named_in(&name, position_of(&text, &entry.path))),
        }
    }
}

fn read_text(path: &Path, name: &str) -> Result<String, Trouble> {
    let bytes = read_bytes(path).map_err(|fault| Trouble::of(name, fault))?;
    decode::decode(bytes).map_err(|(fault, position)| Trouble {
        path: name.to_owned(),
        position,
        fault,
    })
}

fn parse(text: &str, name: &str) -> Result<Story, Trouble> {
    if text.trim().is_empty() {
        return Err(Trouble::of(name, Fault::NoReports));
    }
    serde_yaml::from_str(text).map_err(|error| Trouble {
        path: name.to_owned(),
        position: Position::of_yaml(&error),
        fault: Fault::yaml(&error),
    })
}

/// Puts what the story says of a report over what the report says of itself; a date that cannot be read is
/// trouble, but the report stays.
fn override_metadata(
    article: &mut Article,
    entry: Entry,
    name: &str,
    text: &str,
) -> Option<Trouble> {
    article.outlet = entry.outlet.or(article.outlet.take());
    article.title = entry.title.or(article.title.take());
    let written = entry.date?;
    match date::parse_date(&written) {
        Ok(published) => {
            article.document.published = Some(published);
            None
        }
        Err(fault) => Some(Trouble {
            path: name.to_owned(),
            position: position_of(text, &written),
            fault,
        }),
    }
}
