//! Extraction over several articles: articles in, reports with their claims out, in the same order.

use claims::Extraction;
use claims::syntax::SentenceKind;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::compare::{Report, Role, Tolerances};
use crate::input::Article;

/// Reads the claims of every article, in parallel on the threads of the current pool.
#[must_use]
pub fn extract(articles: Vec<Article>) -> Vec<Report> {
    extract_each(articles, |_, report| report)
}

/// Reads the claims of every article and makes of each report, with the article's number, what is asked for, in
/// parallel on the threads of the current pool.
pub(crate) fn extract_each<T: Send>(
    articles: Vec<Article>,
    then: impl Fn(usize, Report) -> T + Sync,
) -> Vec<T> {
    let numbered = articles.into_par_iter().enumerate();
    let each = |(number, article)| then(number, extract_one(article));
    let read = || numbered.map(each).collect();
    // The vocabularies that the first articles need later are built while these are cut into words and tagged.
    rayon::join(claims::prepare, read).1
}

fn extract_one(article: Article) -> Report {
    let extraction = claims::extract(&article.document);
    let title = article
        .title
        .or_else(|| headline(&extraction, &article.document.text));
    Report {
        outlet: article.outlet.unwrap_or_else(|| file_stem(&article.path)),
        path: article.path,
        title,
        role: Role::Report,
        document: article.document,
        markup: article.markup,
        original: article.original,
        exempt: article.exempt,
        tolerances: Tolerances::default(),
        synonyms: FxHashMap::default(),
        extraction,
    }
}

/// The article's first headline, on one line.
fn headline(extraction: &Extraction, text: &str) -> Option<String> {
    let sentences = &extraction.analysis.sentences;
    let headline = sentences
        .iter()
        .find(|sentence| sentence.kind == SentenceKind::Headline)?;
    let words: Vec<&str> = headline.span.slice(text).split_whitespace().collect();
    Some(words.join(" "))
}

fn file_stem(path: &str) -> String {
    if path == "-" {
        return "standard input".to_owned();
    }
    let stem = std::path::Path::new(path).file_stem();
    stem.map_or_else(
        || path.to_owned(),
        |stem| stem.to_string_lossy().into_owned(),
    )
}
