//! The elements of a page and its blocks of text: an HTML file in, what stands in it and where out.
//!
//! `<div><p>Nine&nbsp;people <b>died</b>.</p></div>` gives a root, a `div`, a `p` and one block of the `p`: "Nine people
//! died.", with the pieces of the file that make it up.
//!
//! The tokenizer (html5gum) follows the WHATWG standard and says where each token stands. Of the standard's tree only
//! what a reader of articles needs is built, in one flat list: elements that are not closed hold what follows.

use std::sync::LazyLock;

use claims::Span;
use html5gum::{DefaultEmitter, EndTag, StartTag, Token, Tokenizer};
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use super::block::Block;
use super::metadata::Metadata;

/// The vocabulary of `markup.yaml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Markup {
    blocks: FxHashSet<String>,
    void: FxHashSet<String>,
    left_out: FxHashSet<String>,
    left_out_roles: FxHashSet<String>,
    around: FxHashSet<String>,
    article: FxHashSet<String>,
}

static MARKUP: LazyLock<Markup> = LazyLock::new(|| {
    serde_yaml::from_str(include_str!("markup.yaml")).expect("the vocabulary is tested")
});

/// An HTML file, read.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// Its elements in the order of their start tags; the first holds all others.
    pub(super) elements: Vec<Element>,
    /// Its blocks of text, in order.
    pub(super) blocks: Vec<Block>,
    /// What its head says of it.
    pub(super) metadata: Metadata,
    /// Where its body starts.
    pub(super) body: Option<u32>,
}

/// An element.
#[derive(Debug, Default)]
pub(super) struct Element {
    /// The element around it, as an index; the root's is its own.
    pub(super) parent: usize,
    /// What it is.
    pub(super) name: String,
    /// Whether its text is no part of an article.
    pub(super) left_out: bool,
    /// Whether it says that it is the body of the article.
    pub(super) is_article_body: bool,
}

type Start = StartTag<usize>;

/// What is known while the tokens come.
struct Reader<'a> {
    file: &'a str,
    page: Page,
    /// The open elements, as indices, the root first.
    open: Vec<usize>,
    /// How many elements of a name are open.
    names: FxHashMap<String, usize>,
    /// The block that grows.
    block: Block,
}

/// Reads the elements and blocks of `file`.
pub(super) fn read(file: &str) -> Page {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let mut reader = Reader::new(file);
    for token in Tokenizer::new_with_emitter(file, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => reader.start(&tag),
            Token::EndTag(tag) => reader.end(&tag),
            Token::String(text) => {
                reader.text(Span::new(text.span.start as u32, text.span.end as u32));
            }
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    reader.flush();
    reader.page
}

impl<'a> Reader<'a> {
    fn new(file: &'a str) -> Self {
        Self {
            file,
            page: Page {
                elements: vec![Element::default()],
                ..Page::default()
            },
            open: vec![0],
            names: FxHashMap::default(),
            block: Block::default(),
        }
    }

    fn start(&mut self, tag: &Start) {
        let name = name(&tag.name);
        self.page.metadata.start(tag);
        if name == "br" {
            if self.block.breaks() {
                self.flush();
            }
            return;
        }
        if is_block(&name) {
            self.flush();
            self.close_paragraph(&name);
        }
        if name == "td" || name == "th" {
            self.block.part();
        }
        if name == "body" && self.page.body.is_none() {
            self.page.body = Some(tag.span.start as u32);
        }
        if name == "a" && self.names.get("a").is_some_and(|&count| count > 0) {
            self.close("a");
        }
        if !MARKUP.void.contains(&name) {
            self.open(name, tag);
        }
    }

    /// A paragraph ends where the next block begins, whether its end is marked or not.
    fn close_paragraph(&mut self, next: &str) {
        let open = self.names.get("p").is_some_and(|&count| count > 0);
        if open && next != "html" && next != "body" {
            self.close("p");
        }
    }

    fn open(&mut self, name: String, tag: &Start) {
        let parent = *self.open.last().expect("the root stays open");
        let above = &self.page.elements[parent];
        let element = Element {
            parent,
            left_out: above.left_out || is_left_out(&name, tag),
            is_article_body: attribute(tag, "itemprop").as_deref() == Some("articleBody"),
            name: name.clone(),
        };
        self.open.push(self.page.elements.len());
        self.page.elements.push(element);
        *self.names.entry(name).or_default() += 1;
    }

    fn end(&mut self, tag: &EndTag<usize>) {
        let name = name(&tag.name);
        self.page.metadata.end();
        if is_block(&name) {
            self.flush();
        }
        if self.names.get(&name).is_some_and(|&count| count > 0) {
            self.close(&name);
        }
    }

    /// Closes the innermost open element called `name` and those inside it.
    fn close(&mut self, name: &str) {
        while self.open.len() > 1 {
            let last = self.open.pop().expect("more than the root is open");
            let closed = &self.page.elements[last].name;
            if let Some(count) = self.names.get_mut(closed) {
                *count -= 1;
            }
            if closed == name {
                return;
            }
        }
    }

    fn text(&mut self, span: Span) {
        let within = *self.open.last().expect("the root stays open");
        self.page.metadata.text(span.slice(self.file));
        if self.page.elements[within].left_out {
            return;
        }
        let linked = self.names.get("a").is_some_and(|&count| count > 0);
        if self.block.is_blank() {
            self.block.element = within;
        }
        self.block.add(self.file, span, linked);
    }

    fn flush(&mut self) {
        let block = std::mem::take(&mut self.block);
        if !block.is_blank() {
            self.page.blocks.push(block.trimmed());
        }
    }
}

fn is_block(name: &str) -> bool {
    MARKUP.blocks.contains(name)
}

/// Whether the text of an element is no part of an article.
fn is_left_out(name: &str, tag: &Start) -> bool {
    let attribute = |key| attribute(tag, key);
    let hidden = attribute("hidden").is_some()
        || attribute("aria-hidden").as_deref() == Some("true")
        || attribute("style").is_some_and(|style| {
            let style: String = style.split_whitespace().collect();
            style.contains("display:none")
        });
    let role = attribute("role").is_some_and(|role| MARKUP.left_out_roles.contains(&role));
    let whole = matches!(name, "html" | "body" | "article" | "main");
    hidden || role || MARKUP.left_out.contains(name) || !whole && is_around(tag)
}

/// Whether class and id say that an element stands around the article.
fn is_around(tag: &Start) -> bool {
    let named = [attribute(tag, "class"), attribute(tag, "id")];
    let named = named.iter().flatten().map(|value| value.to_lowercase());
    let named: Vec<String> = named.collect();
    let mut words = named
        .iter()
        .flat_map(|value| value.split(|one: char| !one.is_alphanumeric()));
    let has = |set: &FxHashSet<String>| words.clone().any(|word| set.contains(word));
    let article = has(&MARKUP.article);
    !article && words.any(|word| MARKUP.around.contains(word))
}

/// The value of an attribute.
pub(super) fn attribute(tag: &Start, key: &str) -> Option<String> {
    let value = tag.attributes.get(key.as_bytes())?;
    Some(String::from_utf8_lossy(&value.value).trim().to_owned())
}

fn name(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
