//! Changed lines: a file and a revision in, the lines of the file as it stands that differ out.
//!
//! Asks the program `git`. A branch is compared from where it parted; a file that git does not know is new.

use std::ffi::OsStr;
use std::ops::RangeInclusive;
use std::path::Path;
use std::process::{Command, Output};

use super::Error;
use super::touched::Lines;

/// The lines of `path` that have changed since `revision`.
///
/// # Errors
/// When there is no git, no repository, or no such revision.
pub(super) fn changed_lines(path: &Path, revision: &str) -> Result<Lines, Error> {
    let Some(name) = path.file_name().filter(|_| path != Path::new("-")) else {
        return Err(Error::new(path, "has no history for --changed-since"));
    };
    let git = Git::beside(path);
    let commit = git.commit(revision)?;
    let base = git.base(&commit)?.unwrap_or(commit);
    let known = git.run(&["ls-files", "--error-unmatch", "--"], &[name])?;
    if !known.status.success() {
        return Ok(Lines::All);
    }
    let options = [
        "diff",
        "--unified=0",
        "--no-color",
        "--no-ext-diff",
        "--no-textconv",
        &base,
        "--",
    ];
    let diff = git.run(&options, &[name])?;
    if !diff.status.success() {
        let said = String::from_utf8_lossy(&diff.stderr);
        return Err(Error::new(
            path,
            format!("git diff failed: {}", said.trim()),
        ));
    }
    Ok(Lines::Ranges(hunks(&String::from_utf8_lossy(&diff.stdout))))
}

/// The program, run in the folder of a file.
struct Git<'a> {
    path: &'a Path,
    folder: &'a Path,
}

impl<'a> Git<'a> {
    fn beside(path: &'a Path) -> Self {
        let parent = path.parent().filter(|parent| *parent != Path::new(""));
        Self {
            path,
            folder: parent.unwrap_or(Path::new(".")),
        }
    }

    /// Runs one command. A hook's variables name another repository, perhaps by a path that does not hold here.
    fn run(&self, arguments: &[&str], names: &[&OsStr]) -> Result<Output, Error> {
        let mut command = Command::new("git");
        command
            .arg("--literal-pathspecs")
            .args(arguments)
            .args(names);
        command.current_dir(self.folder);
        for variable in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"] {
            command.env_remove(variable);
        }
        command.output().map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => Error::new(
                self.path,
                "--changed-since asks git, and git is not installed; --lines says the lines without it",
            ),
            _ => Error::new(self.path, format!("git cannot be run: {error}")),
        })
    }

    fn commit(&self, revision: &str) -> Result<String, Error> {
        let name = format!("{revision}^{{commit}}");
        let arguments = [
            "rev-parse",
            "--verify",
            "--quiet",
            "--end-of-options",
            &name,
        ];
        let found = self.run(&arguments, &[])?;
        if found.status.success() {
            return Ok(line(&found));
        }
        let inside = self.run(&["rev-parse", "--is-inside-work-tree"], &[])?;
        let message = if inside.status.success() {
            format!(
                "there is no revision `{revision}` for --changed-since; in a shallow clone, fetch it first"
            )
        } else {
            "is in no git repository, which --changed-since needs".to_owned()
        };
        Err(Error::new(self.path, message))
    }

    /// Where the branch parted from `commit`; none in a shallow clone, or of a history of its own.
    fn base(&self, commit: &str) -> Result<Option<String>, Error> {
        let found = self.run(&["merge-base", commit, "HEAD"], &[])?;
        Ok(found.status.success().then(|| line(&found)))
    }
}

fn line(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

/// The lines of the new file that the hunks of a diff without context name: `@@ -3,2 +3,4 @@` gives 3 to 6. What was
/// only taken away touches the lines on both sides of the gap.
fn hunks(diff: &str) -> Vec<RangeInclusive<u32>> {
    let headers = diff.lines().filter_map(|line| line.strip_prefix("@@ "));
    headers
        .filter_map(|header| {
            let added = header.split(' ').find_map(|part| part.strip_prefix('+'))?;
            let (first, count) = added.split_once(',').unwrap_or((added, "1"));
            let (first, count): (u32, u32) = (first.parse().ok()?, count.parse().ok()?);
            Some(match count {
                0 => first..=first + 1,
                _ => first..=first + count - 1,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hunks_give_the_lines_of_the_new_file() {
        let diff = "--- a/draft.md\n+++ b/draft.md\n@@ -3,2 +3,4 @@ Nine people\n-a\n+@@ -1 +1 @@\n@@ -9 +11 @@\n\
                    @@ -20,3 +21,0 @@\n";
        assert_eq!(hunks(diff), [3..=6, 11..=11, 21..=22]);
    }
}
