//! Comments that speak to claimdiff: a text in, the bytes of each `<!-- claimdiff-… -->` out. The comment is the
//! same in Markdown, HTML and plain text.

use claims::Span;

/// What a comment begins with that is meant for us.
pub(crate) const PREFIX: &str = "claimdiff-";

/// The comments for claimdiff in `text`, in order.
pub(crate) fn comments(text: &str) -> impl Iterator<Item = Span> {
    let mut at = 0;
    let all = std::iter::from_fn(move || {
        let start = at + text[at..].find("<!--")?;
        let inside = start + "<!--".len();
        at = inside + text[inside..].find("-->")? + "-->".len();
        Some(Span::new(start as u32, at as u32))
    });
    all.filter(move |span| {
        let inside = &span.slice(text)["<!--".len()..];
        inside.trim_start().starts_with(PREFIX)
    })
}
