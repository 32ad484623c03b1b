//! The article of a page: its elements and blocks in, the blocks that are the article out.
//!
//! Of a page with a menu, five paragraphs in one `div` and three links to other stories, the five paragraphs, with the
//! heading above them.
//!
//! As in Mozilla's Readability, the article is where most of the running text stands: sentences that are no links, outside
//! of what element names, roles and classes mark as something else. A page that says where its article is
//! (`itemprop="articleBody"`, `<article>`, `<main>`) is believed if there is text.

use super::block::Block;
use super::page::{Element, Page};

/// The share of the page's running text that an element called so must hold to be believed.
const MOST: f64 = 0.5;

/// The share of the text around it that an element must hold to be the article alone.
const NEARLY_ALL: f64 = 0.8;

/// The blocks of the article, in order.
pub(super) fn article(page: &Page) -> Vec<&Block> {
    let mass = masses(page);
    if mass[0] == 0 {
        let words = page.blocks.iter().filter(|block| !block.is_linked());
        return words.collect();
    }
    let root = root(page, &mass);
    let within = elements_within(&page.elements, root);
    let inside = |block: &Block| within[block.element];
    let first = page
        .blocks
        .iter()
        .position(|block| inside(block) && block.is_prose());
    let title = first.and_then(|first| title(page, first));
    let blocks = page.blocks.iter().enumerate();
    let chosen = blocks.filter(|&(at, block)| {
        Some(at) == title || inside(block) && (block.is_prose() || heads(page, at))
    });
    chosen.map(|(_, block)| block).collect()
}

/// How many bytes of running text each element holds.
fn masses(page: &Page) -> Vec<usize> {
    let mut masses = vec![0; page.elements.len()];
    for block in page.blocks.iter().filter(|block| block.is_prose()) {
        masses[block.element] += block.text.len();
    }
    for at in (1..masses.len()).rev() {
        masses[page.elements[at].parent] += masses[at];
    }
    masses
}

/// The element that holds the article.
fn root(page: &Page, mass: &[usize]) -> usize {
    let largest = |is_one: &dyn Fn(&Element) -> bool| {
        let elements = page.elements.iter().enumerate();
        elements
            .filter(|(at, element)| is_one(element) && mass[*at] > 0)
            .max_by_key(|(at, _)| (mass[*at], std::cmp::Reverse(*at)))
            .map(|(at, _)| at)
    };
    let most = |at: &usize| mass[*at] as f64 >= MOST * mass[0] as f64;
    largest(&|element| element.is_article_body)
        .or_else(|| largest(&|element| element.name == "article").filter(most))
        .or_else(|| largest(&|element| element.name == "main").filter(most))
        .unwrap_or_else(|| densest(page, mass))
}

/// The innermost element that holds nearly all that the elements around it hold.
fn densest(page: &Page, mass: &[usize]) -> usize {
    let mut heaviest = vec![0; page.elements.len()];
    for at in 1..page.elements.len() {
        let best = &mut heaviest[page.elements[at].parent];
        if *best == 0 || mass[at] > mass[*best] {
            *best = at;
        }
    }
    let mut root = 0;
    loop {
        let inner = heaviest[root];
        if inner == 0 || (mass[inner] as f64) < NEARLY_ALL * mass[root] as f64 {
            return root;
        }
        if page.elements[inner].name == "p" {
            return root;
        }
        root = inner;
    }
}

/// Of each element, whether it is `root` or inside it.
fn elements_within(elements: &[Element], root: usize) -> Vec<bool> {
    let mut within = vec![false; elements.len()];
    for at in root..elements.len() {
        within[at] = at == root || within[elements[at].parent];
    }
    within
}

/// The heading of the page that stands last above its article.
fn title(page: &Page, first: usize) -> Option<usize> {
    let mut above = page.blocks[..first].iter();
    above.rposition(|block| is_called(page, block, "h1"))
}

/// Whether a block is a heading with running text below it.
fn heads(page: &Page, at: usize) -> bool {
    let is_heading = |block: &Block| {
        ["h1", "h2", "h3", "h4", "h5", "h6"]
            .iter()
            .any(|name| is_called(page, block, name))
    };
    let block = &page.blocks[at];
    let next = page.blocks.get(at + 1);
    is_heading(block) && !block.is_linked() && next.is_some_and(Block::is_prose)
}

/// Whether a block stands in an element of this name, or in one inside it that no other block begins in.
fn is_called(page: &Page, block: &Block, name: &str) -> bool {
    let element = &page.elements[block.element];
    element.name == name || page.elements[element.parent].name == name
}
