//! Markdown: front matter, then prose.

use super::{Reader, front_matter};

/// `.md` files.
pub(super) const READER: Reader = Reader {
    extensions: &["md", "markdown"],
    read: front_matter::read,
};
