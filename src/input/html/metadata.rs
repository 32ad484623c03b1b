//! What a page says of itself: `<meta>`, JSON-LD (schema.org), `<title>` and `<time>` in, outlet, title and date out.
//!
//! `<meta property="og:site_name" content="Harbor Ledger">` names the outlet where the JSON-LD names no publisher.

use claims::Published;
use html5gum::StartTag;
use serde_json::Value;

use super::page::attribute;
use crate::input::date::parse_date;

/// The names of `<meta>` that give the date, the surest first.
const DATES: [&str; 7] = [
    "article:published_time",
    "datepublished",
    "parsely-pub-date",
    "dc.date.issued",
    "dc.date",
    "date",
    "pubdate",
];

/// The names of `<meta>` that give the title, and the outlet.
const TITLES: [&str; 3] = ["og:title", "twitter:title", "headline"];
const OUTLETS: [&str; 2] = ["og:site_name", "application-name"];

/// What is known of a page.
#[derive(Debug, Default)]
pub(super) struct Metadata {
    /// Names and contents of its `<meta>`, in order.
    pairs: Vec<(String, String)>,
    /// The article's object in the JSON-LD.
    article: Option<Value>,
    /// Text of its `<title>`.
    title: Option<String>,
    /// The element whose text is waited for.
    awaited: Option<Awaited>,
}

#[derive(Clone, Copy, Debug)]
enum Awaited {
    Title,
    Json,
}

/// The date of a page: what was read, or what was written and could not be.
pub(super) type Dated = Result<Published, String>;

impl Metadata {
    /// Takes note of a start tag.
    pub(super) fn start(&mut self, tag: &StartTag<usize>) {
        self.awaited = None;
        match &tag.name[..] {
            b"meta" => {
                let keys = ["property", "name", "itemprop"];
                let key = keys.iter().find_map(|key| attribute(tag, key));
                let pair = key.zip(attribute(tag, "content"));
                self.pairs
                    .extend(pair.map(|(key, content)| (key.to_lowercase(), content)));
            }
            b"time" => {
                let published = attribute(tag, "itemprop").as_deref() == Some("datePublished");
                if published || attribute(tag, "pubdate").is_some() {
                    let written = attribute(tag, "datetime");
                    let pair = written.map(|written| ("datepublished".to_owned(), written));
                    self.pairs.extend(pair);
                }
            }
            b"title" if self.title.is_none() => self.awaited = Some(Awaited::Title),
            b"script" => {
                let kind = attribute(tag, "type");
                let json = kind.is_some_and(|kind| kind.starts_with("application/ld+json"));
                self.awaited = json.then_some(Awaited::Json);
            }
            _ => {}
        }
    }

    /// Takes note of an end tag.
    pub(super) fn end(&mut self) {
        self.awaited = None;
    }

    /// Takes note of text as the file has it.
    pub(super) fn text(&mut self, text: &str) {
        match self.awaited {
            Some(Awaited::Title) => self.title = Some(plain(text)),
            Some(Awaited::Json) if self.article.is_none() => {
                // JSON that cannot be read says nothing; the page may say the same elsewhere.
                let value: Option<Value> = serde_json::from_str(text.trim()).ok();
                self.article = value.and_then(article);
            }
            Some(Awaited::Json) | None => {}
        }
    }

    /// Who published it.
    pub(super) fn outlet(&self) -> Option<String> {
        let publisher = self.said(&["publisher", "name"]).map(plain_owned);
        publisher.or_else(|| self.first(&OUTLETS))
    }

    /// Its title.
    pub(super) fn title(&self) -> Option<String> {
        let headline = self.said(&["headline"]).map(plain_owned);
        headline
            .or_else(|| self.first(&TITLES))
            .or_else(|| self.title.clone())
            .filter(|title| !title.is_empty())
    }

    /// When it was published.
    pub(super) fn date(&self) -> Option<Dated> {
        let said = self.said(&["datePublished"]).map(str::to_owned);
        let of = |name: &&str| self.of(name);
        let written: Vec<String> = said
            .into_iter()
            .chain(DATES.iter().filter_map(of))
            .collect();
        let read = written.iter().find_map(|one| parse_date(one).ok());
        read.map(Ok).or_else(|| written.into_iter().next().map(Err))
    }

    /// Whether it asks to be left alone: `<meta name="claimdiff" content="false">`.
    pub(super) fn is_exempt(&self) -> bool {
        self.of("claimdiff").as_deref() == Some("false")
    }

    fn first(&self, names: &[&str]) -> Option<String> {
        names.iter().find_map(|name| self.of(name))
    }

    fn of(&self, name: &str) -> Option<String> {
        let mut pairs = self.pairs.iter();
        let (_, content) = pairs.find(|(key, content)| key == name && !content.is_empty())?;
        Some(content.clone())
    }

    /// A text of the JSON-LD; of a list, its first.
    fn said(&self, path: &[&str]) -> Option<&str> {
        let mut value = self.article.as_ref()?;
        for key in path {
            value = only(value).get(key)?;
        }
        only(value).as_str().filter(|text| !text.trim().is_empty())
    }
}

fn only(value: &Value) -> &Value {
    match value {
        Value::Array(all) => all.first().unwrap_or(value),
        _ => value,
    }
}

/// The object that describes the article: alone, in a list, or in a graph.
fn article(value: Value) -> Option<Value> {
    match value {
        Value::Array(all) => all.into_iter().find_map(article),
        Value::Object(mut object) => {
            let is_article = match object.get("@type") {
                Some(Value::String(kind)) => is_article(kind),
                Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).any(is_article),
                _ => false,
            };
            if is_article {
                return Some(Value::Object(object));
            }
            object.remove("@graph").and_then(article)
        }
        _ => None,
    }
}

/// NewsArticle, ReportageNewsArticle, BlogPosting, LiveBlogPosting …
fn is_article(kind: &str) -> bool {
    kind.ends_with("Article") || kind.ends_with("Posting")
}

/// Text with its references resolved, on one line.
fn plain(text: &str) -> String {
    let mut block = super::block::Block::default();
    block.add(text, claims::Span::new(0, text.len() as u32), false);
    block.text.trim().to_owned()
}

fn plain_owned(text: &str) -> String {
    plain(text)
}
