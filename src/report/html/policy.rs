//! The content security policy: nothing loads, nothing runs but the style and the script of the page itself.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The policy of a page with this style and this script, which it names by their hashes. `more` allows what a
/// page needs beyond that.
pub(crate) fn policy(style: &str, script: &str, more: &str) -> String {
    format!(
        "default-src 'none'; style-src '{}'; script-src '{}'; base-uri 'none'; \
         require-trusted-types-for 'script'; trusted-types 'none'; {more}",
        hash(style),
        hash(script),
    )
}

/// The hash of what stands between two tags, byte for byte.
fn hash(content: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(content)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_that_of_the_standard() {
        // The example of Content Security Policy Level 3, section 8.
        let content = "alert('Hello, world.');";
        assert_eq!(
            hash(content),
            "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng="
        );
    }
}
