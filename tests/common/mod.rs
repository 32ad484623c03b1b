//! What the integration tests share: where snapshots go, and a comparison with one of everything.

#![allow(dead_code, reason = "each test binary uses a part of it")]

pub mod sample;

use std::path::Path;

/// Compares `content` with `snapshots/<folder>/<name>.snap`.
pub fn assert_snapshot(folder: &str, name: &str, content: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("snapshots")
            .join(folder),
    );
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.remove_snapshot_suffix();
    settings.bind(|| insta::assert_snapshot!(name, content));
}
