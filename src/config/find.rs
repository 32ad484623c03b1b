//! Where the configuration is: a draft in, the nearest `claimdiff.yaml` in its folder or above out.

use std::path::{Path, PathBuf, absolute};

use super::FILE_NAME;

/// The configuration that applies to the file or folder at `from`: as short a path as the user would write.
#[must_use]
pub fn find(from: &Path) -> Option<PathBuf> {
    let start = absolute(from).ok()?;
    let here = std::env::current_dir().ok();
    let found = start
        .ancestors()
        .map(|folder| folder.join(FILE_NAME))
        .find(|path| path.is_file())?;
    let short = here.and_then(|here| Some(found.strip_prefix(here).ok()?.to_owned()));
    Some(short.unwrap_or(found))
}
