//! The folder of stories: submissions in, story folders as `claimdiff compare` reads them out.

use std::io;
use std::path::{Component, Path, PathBuf};

use serde::Serialize;

use super::submission::{Submission, Submitted};

/// Longest name of a folder or file made here, in characters.
const LONGEST: usize = 60;

/// What makes a folder a story.
const STORY: &str = "story.yaml";

/// A folder of stories.
#[derive(Clone, Debug)]
pub(super) struct Store {
    folder: PathBuf,
}

#[derive(Serialize)]
struct Story<'a> {
    story: &'a str,
    reports: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    #[serde(skip_serializing_if = "str::is_empty")]
    outlet: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    date: &'a str,
    path: String,
}

impl Store {
    /// The stories of `folder`, which is made where it is missing.
    ///
    /// # Errors
    /// When it cannot be made.
    pub(super) fn open(folder: PathBuf) -> io::Result<Self> {
        std::fs::create_dir_all(&folder)?;
        Ok(Self { folder })
    }

    /// The names of the stories, in alphabetical order.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub(super) fn names(&self) -> io::Result<Vec<String>> {
        let mut names = Vec::new();
        for entry in std::fs::read_dir(&self.folder)? {
            let entry = entry?;
            let name = entry.file_name().into_string().ok();
            names.extend(name.filter(|_| entry.path().join(STORY).is_file()));
        }
        names.sort();
        Ok(names)
    }

    /// The folder of a story; nothing where there is none of that name, or the name leads elsewhere.
    pub(super) fn folder(&self, name: &str) -> Option<PathBuf> {
        let mut components = Path::new(name).components();
        let itself = components.next() == Some(Component::Normal(name.as_ref()));
        let folder = self.folder.join(name);
        let inside = itself && components.next().is_none();
        (inside && folder.join(STORY).is_file()).then_some(folder)
    }

    /// Saves a submission and gives its name. What is there already stays.
    ///
    /// # Errors
    /// When something cannot be written.
    pub(super) fn save(&self, submission: &Submission) -> io::Result<String> {
        let (name, folder) = self.make_folder(&slug(&submission.story, "story"))?;
        let mut names = Vec::new();
        for report in &submission.reports {
            let name = free_name(report, &names);
            std::fs::write(folder.join(&name), &report.content)?;
            names.push(name);
        }
        let reports = submission.reports.iter().zip(names);
        let story = Story {
            story: match submission.story.as_str() {
                "" => &name,
                story => story,
            },
            reports: reports.map(|(report, path)| entry(report, path)).collect(),
        };
        let text = serde_yaml::to_string(&story).map_err(io::Error::other)?;
        // Last, since it is what makes the folder a story.
        std::fs::write(folder.join(STORY), text)?;
        Ok(name)
    }

    /// Makes a folder called `name`, or `name-2` where that is taken.
    fn make_folder(&self, name: &str) -> io::Result<(String, PathBuf)> {
        for candidate in numbered(name) {
            let folder = self.folder.join(&candidate);
            match std::fs::create_dir(&folder) {
                Ok(()) => return Ok((candidate, folder)),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
        unreachable!("the numbers do not end")
    }
}

fn entry(report: &Submitted, path: String) -> Entry<'_> {
    Entry {
        outlet: &report.outlet,
        date: &report.date,
        path,
    }
}

/// A file name for `report` that is not yet in `taken`: that of its file, or its outlet.
fn free_name(report: &Submitted, taken: &[String]) -> String {
    let file = Path::new(&report.file);
    let part =
        |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
    let (stem, extension) = if report.file.is_empty() {
        (report.outlet.clone(), "txt".to_owned())
    } else {
        (part(file.file_stem()), part(file.extension()))
    };
    let extension = match slug(&extension, "").as_str() {
        "" => String::new(),
        extension => format!(".{extension}"),
    };
    let names = numbered(&slug(&stem, "report")).map(|name| name + &extension);
    let mut free = names.filter(|name| name != STORY && !taken.contains(name));
    free.next().expect("the numbers do not end")
}

/// `name`, `name-2`, `name-3` …
fn numbered(name: &str) -> impl Iterator<Item = String> + use<> {
    let name = name.to_owned();
    (1u64..).map(move |number| match number {
        1 => name.clone(),
        _ => format!("{name}-{number}"),
    })
}

/// `text` as a name that is safe on every file system: small letters, digits and hyphens; `otherwise` where
/// nothing is left.
fn slug(text: &str, otherwise: &str) -> String {
    let mut name = String::new();
    for character in text.to_lowercase().chars() {
        if character.is_alphanumeric() {
            name.push(character);
        } else if !name.ends_with('-') && !name.is_empty() {
            name.push('-');
        }
    }
    let name: String = name.chars().take(LONGEST).collect();
    match name.trim_end_matches('-') {
        "" => otherwise.to_owned(),
        name => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_safe() {
        assert_eq!(
            slug("A night of drone strikes!", "story"),
            "a-night-of-drone-strikes"
        );
        assert_eq!(slug("../../etc/passwd", "story"), "etc-passwd");
        assert_eq!(slug("…", "story"), "story");
        assert_eq!(slug("Ünïcode 日本", "story"), "ünïcode-日本");
        assert_eq!(slug(&"x".repeat(500), "story").len(), LONGEST);
    }

    #[test]
    fn no_report_takes_the_name_of_another_or_of_the_story() {
        let report = |file: &str, outlet: &str| Submitted {
            file: file.to_owned(),
            outlet: outlet.to_owned(),
            ..Submitted::default()
        };
        let taken = ["ap.txt".to_owned()];
        assert_eq!(free_name(&report("", "AP"), &taken), "ap-2.txt");
        assert_eq!(
            free_name(&report("../AP wire.MD", ""), &taken),
            "ap-wire.md"
        );
        assert_eq!(free_name(&report("story.yaml", ""), &taken), "story-2.yaml");
        assert_eq!(free_name(&report("", ""), &taken), "report.txt");
    }

    #[test]
    fn a_name_leads_into_the_folder_only() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path().join("stories")).unwrap();
        let submission = Submission {
            story: "One".to_owned(),
            ..Submission::default()
        };
        assert_eq!(store.save(&submission).unwrap(), "one");
        assert_eq!(store.save(&submission).unwrap(), "one-2");
        assert_eq!(store.names().unwrap(), ["one", "one-2"]);
        std::fs::write(folder.path().join(STORY), "").unwrap();
        for name in ["..", ".", "", "one/../..", "/", "one/", "three", "\0"] {
            assert!(store.folder(name).is_none(), "{name:?}");
        }
        assert!(store.folder("one").is_some());
    }
}
