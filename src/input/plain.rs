//! Plain text: the whole file is prose, unless it opens with front matter.

use super::{Reader, front_matter};

/// `.txt`, files without an extension, and standard input.
pub(super) const READER: Reader = Reader {
    extensions: &["txt", "text"],
    read: front_matter::read,
};
