//! Input: what the user named in, articles with their text, outlet and date out.
//!
//! `examples/drone-strikes` becomes three [`Article`]s: its `story.yaml` names the files, their outlets and
//! dates; each file gives its text, of which the front matter is not read as prose. What cannot be read
//! becomes a [`Trouble`] and takes nothing else down with it.
//!
//! A new format is one file here and one line in `READERS`.

pub(crate) mod comment;
mod date;
mod decode;
mod docx;
mod facts;
mod folder;
mod front_matter;
mod html;
mod markdown;
mod plain;
mod story;
mod trouble;

use std::io::Read as _;
use std::path::{Path, PathBuf};

pub use date::parse_date;
pub use trouble::{Fault, Note, Position, Trouble};

use claims::{Document, Published};

use crate::original::Original;

/// Files larger than this are no news reports: 64 MiB.
pub const LARGEST: u64 = 64 << 20;

/// One report as read, before its claims are.
#[derive(Clone, Debug, Default)]
pub struct Article {
    /// Path as the user gave it, or `-`.
    pub path: String,
    /// Who published it, where the file, the story or the user says.
    pub outlet: Option<String>,
    /// Title, where the metadata has one.
    pub title: Option<String>,
    /// The text, its body and its date.
    pub document: Document,
    /// The text as given, where the document holds it with its markup blanked out.
    pub markup: Option<String>,
    /// How the document's text was taken from the file.
    pub original: Original,
    /// Whether its front matter says `claimdiff: false`.
    pub exempt: bool,
}

/// What the user says of reports that do not say it themselves.
#[derive(Clone, Debug, Default)]
pub struct Defaults {
    /// Outlets, in the order of the reports that do not give theirs.
    pub outlets: Vec<String>,
    /// Date of the reports without one.
    pub date: Option<Published>,
}

/// Everything that was named, read.
#[derive(Debug, Default)]
pub struct Input {
    /// Name of the story, when one story was named.
    pub story: Option<String>,
    /// The articles, in the order given.
    pub articles: Vec<Article>,
    /// What could not be read.
    pub troubles: Vec<Trouble>,
    /// What the user should know about what was read.
    pub notes: Vec<Note>,
}

/// Metadata and body of one file.
#[derive(Debug, Default)]
struct Content {
    outlet: Option<String>,
    title: Option<String>,
    published: Option<Published>,
    exempt: bool,
    /// First byte of the prose.
    start: usize,
    /// The text with its markup blanked out, byte for byte, where it has markup; or as taken from the file.
    prose: Option<String>,
    /// How it was taken from the file.
    original: Original,
    notes: Vec<Note>,
}

/// A format of reports: its file name extensions and how to take metadata and body from a text.
struct Reader {
    extensions: &'static [&'static str],
    read: Read,
}

/// Takes what was read and its path.
enum Read {
    /// For formats that are text in UTF-8.
    Text(fn(&str, &str) -> Result<Content, Trouble>),
    /// For others.
    Bytes(fn(&str, &[u8]) -> Result<Content, Trouble>),
}

/// The formats that are read.
const READERS: &[Reader] = &[plain::READER, markdown::READER, html::READER, docx::READER];

/// Reads everything that `paths` name: reports, story files, folders, `-` for standard input.
#[must_use]
pub fn read(paths: &[PathBuf], defaults: &Defaults) -> Input {
    let mut input = Input::default();
    for path in paths {
        read_named(path, &mut input);
    }
    if paths.len() > 1 {
        input.story = None;
    }
    fill_in(&mut input.articles, defaults);
    input.notes.extend(undated(&input.articles));
    input
}

/// Reads one argument of the command line.
fn read_named(path: &Path, input: &mut Input) {
    if path.is_dir() {
        folder::read(path, input);
    } else if story::is_story(path) {
        story::read(path, input);
    } else {
        match read_report(path) {
            Ok((article, notes)) => input.add(article, notes),
            Err(trouble) => input.troubles.push(trouble),
        }
    }
}

impl Input {
    fn add(&mut self, article: Article, notes: Vec<Note>) {
        self.articles.push(article);
        self.notes.extend(notes);
    }
}

/// Reads one report.
fn read_report(path: &Path) -> Result<(Article, Vec<Note>), Trouble> {
    let name = path.display().to_string();
    let reader = reader_of(path).map_err(|fault| Trouble::of(&name, fault))?;
    let bytes = read_bytes(path).map_err(|fault| Trouble::of(&name, fault))?;
    let (text, content) = match reader.read {
        Read::Bytes(read) => (String::new(), read(&name, &bytes)?),
        Read::Text(read) => {
            let text = decode::decode(bytes).map_err(|(fault, position)| Trouble {
                path: name.clone(),
                position,
                fault,
            })?;
            let content = read(&name, &text)?;
            (text, content)
        }
    };
    let prose = content.prose.as_deref().unwrap_or(&text);
    if prose[content.start..].trim().is_empty() {
        return Err(Trouble::of(&name, Fault::Empty));
    }
    Ok(article(name, text, content))
}

fn article(path: String, text: String, content: Content) -> (Article, Vec<Note>) {
    let (prose, markup) = match content.prose {
        Some(prose) if content.original == Original::Same => (prose, Some(text)),
        Some(prose) => (prose, None),
        None => (text, None),
    };
    let mut document = Document::new(prose);
    document.body.start = u32::try_from(content.start).expect("a body starts inside its text");
    document.published = content.published;
    let article = Article {
        path,
        outlet: content.outlet,
        title: content.title,
        document,
        markup,
        original: content.original,
        exempt: content.exempt,
    };
    (article, content.notes)
}

fn reader_of(path: &Path) -> Result<&'static Reader, Fault> {
    let Some(extension) = path.extension() else {
        return Ok(&READERS[0]);
    };
    let extension = extension.to_string_lossy().to_lowercase();
    READERS
        .iter()
        .find(|reader| reader.extensions.contains(&extension.as_str()))
        .ok_or(Fault::Format(extension))
}

fn is_report(path: &Path) -> bool {
    path.extension().is_some() && reader_of(path).is_ok()
}

fn read_bytes(path: &Path) -> Result<Vec<u8>, Fault> {
    let mut bytes = Vec::new();
    let taken = if path == Path::new("-") {
        std::io::stdin().take(LARGEST + 1).read_to_end(&mut bytes)
    } else {
        std::fs::File::open(path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes))
    };
    match taken {
        Ok(size) if size as u64 > LARGEST => Err(Fault::TooLarge),
        Ok(_) => Ok(bytes),
        Err(error) => Err(Fault::from(error)),
    }
}

/// A missing date is said, not guessed.
fn undated(articles: &[Article]) -> Option<Note> {
    let undated = articles
        .iter()
        .filter(|article| article.document.published.is_none());
    let paths: Vec<String> = undated.map(|article| article.path.clone()).collect();
    (!paths.is_empty()).then_some(Note::NoDate { paths })
}

/// Gives outlets and dates to the articles that have none; the last resort for an outlet is the file's name.
fn fill_in(articles: &mut [Article], defaults: &Defaults) {
    let mut outlets = defaults.outlets.iter();
    for article in articles {
        if article.document.published.is_none() {
            article.document.published = defaults.date;
        }
        if article.outlet.is_none() {
            article.outlet = outlets.next().cloned();
        }
        article.document.outlet.clone_from(&article.outlet);
    }
}
