//! A folder: its story file, or else its reports, by name.

use std::path::{Path, PathBuf};

use super::{Fault, Input, Trouble, is_report, read_named, story};

/// Reads the story or the reports of `folder`; folders inside it and hidden files are left alone.
pub(super) fn read(folder: &Path, input: &mut Input) {
    let name = folder.display().to_string();
    match named_files(folder) {
        Ok(files) if files.is_empty() => input.troubles.push(Trouble::of(&name, Fault::NoReports)),
        Ok(files) => files.iter().for_each(|file| read_named(file, input)),
        Err(error) => input.troubles.push(Trouble::of(&name, Fault::from(error))),
    }
}

fn named_files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    if let Some(story) = story::FILE_NAMES
        .iter()
        .map(|name| folder.join(name))
        .find(|path| path.is_file())
    {
        return Ok(vec![story]);
    }
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_file() && is_report(&path) && !is_hidden(&path) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn is_hidden(path: &Path) -> bool {
    path.file_name()
        .is_some_and(|name| name.as_encoded_bytes().starts_with(b"."))
}
