//! Patterns of paths: `archive/**` and the path of a report in, whether it is meant out.

use std::path::{Path, absolute};

use glob::{MatchOptions, Pattern};
use serde::de::{Deserialize, Deserializer, Error};
use serde::{Serialize, Serializer};

/// A pattern; its paths are relative to the folder of the configuration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Glob(Pattern);

impl Glob {
    /// Whether the file at `path`, as the user gave it, is meant; `root` is the folder of the configuration.
    pub(super) fn means(&self, path: &str, root: &Path) -> bool {
        let options = MatchOptions {
            require_literal_separator: true,
            ..MatchOptions::new()
        };
        let below = |path: &Path| {
            // A configuration named without its folder stands in this one.
            let root = Path::new(".").join(root);
            let (path, root) = (absolute(path).ok()?, absolute(root).ok()?);
            Some(path.strip_prefix(root).ok()?.to_owned())
        };
        below(Path::new(path)).is_some_and(|path| self.0.matches_path_with(&path, options))
    }
}

impl<'de> Deserialize<'de> for Glob {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = String::deserialize(deserializer)?;
        let pattern = Pattern::new(&written);
        pattern.map(Self).map_err(|error| {
            D::Error::custom(format!("`{written}` is no pattern of paths: {}", error.msg))
        })
    }
}

impl Serialize for Glob {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_are_relative_to_the_folder_of_the_configuration() {
        let means = |pattern: &str, path: &str| {
            Glob(Pattern::new(pattern).unwrap()).means(path, Path::new("/desk"))
        };
        assert!(means("archive/**", "/desk/archive/2024/a.md"));
        assert!(means("*.md", "/desk/a.md"));
        assert!(!means("*.md", "/desk/archive/a.md"));
        assert!(means("**/*.md", "/desk/archive/a.md"));
        assert!(!means("archive/**", "/elsewhere/archive/a.md"));
    }
}
