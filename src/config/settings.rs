//! The settings in force: what the file and the flags say, each with where it comes from.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

use super::file::{Aliases, FailOn, File, Ignore, Level, Override};
use super::parse::{DimensionName, RuleId, ToleranceText};
use super::{Error, locate};
use crate::compare::{Rule, Tolerances};

/// A value and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sourced<T> {
    /// The value.
    pub value: T,
    /// Where it comes from.
    pub origin: Origin,
}

/// Where a value comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// It is built in.
    Default,
    /// The file, with the line where it is known.
    File(PathBuf, Option<usize>),
    /// This flag.
    Flag(&'static str),
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Default => f.write_str("default"),
            Self::File(path, Some(line)) => write!(f, "{}:{line}", path.display()),
            Self::File(path, None) => write!(f, "{}", path.display()),
            Self::Flag(flag) => f.write_str(flag),
        }
    }
}

/// What the flags say.
#[derive(Clone, Debug, Default)]
pub struct Flags {
    /// `--fail-on`, or `--exit-zero`.
    pub fail_on: Option<(FailOn, &'static str)>,
    /// `--require-reason`.
    pub require_reason: bool,
    /// `--baseline`.
    pub baseline: Option<PathBuf>,
}

/// What is in force.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The file that was read.
    pub file: Option<PathBuf>,
    /// The least severity that makes the exit status 1.
    pub fail_on: Sourced<FailOn>,
    /// Whether a suppression without a reason is not obeyed.
    pub require_reason: Sourced<bool>,
    /// The file of known findings.
    pub baseline: Sourced<Option<PathBuf>>,
    /// How bad the findings of each rule are.
    pub rules: Vec<(Rule, Sourced<Level>)>,
    /// Names and words that mean one thing.
    pub aliases: Sourced<Aliases>,
    pub(super) tolerances: Vec<(DimensionName, Sourced<ToleranceText>)>,
    pub(super) ignore: Sourced<Ignore>,
    pub(super) overrides: Sourced<Vec<Override>>,
    root: PathBuf,
}

impl Settings {
    /// Reads the file at `path`, where there is one, and puts the flags over it.
    ///
    /// # Errors
    /// When the file cannot be read or says what cannot be.
    pub fn read(path: Option<&Path>, flags: Flags) -> Result<Self, Error> {
        let Some(path) = path else {
            return Ok(Self::of(File::default(), |_| Origin::Default, None, flags));
        };
        let text =
            std::fs::read_to_string(path).map_err(|error| Error::new(path, error.to_string()))?;
        let file = parse(path, &text)?;
        let origin = |keys: &[&str]| Origin::File(path.to_owned(), locate::line_of(&text, keys));
        Ok(Self::of(file, origin, Some(path), flags))
    }

    fn of(
        file: File,
        origin: impl Fn(&[&str]) -> Origin,
        path: Option<&Path>,
        flags: Flags,
    ) -> Self {
        let root = path.and_then(Path::parent).unwrap_or(Path::new(""));
        let ignore = file.ignore.unwrap_or_default();
        let rules = rules(&file.rules.unwrap_or_default(), &ignore, &origin);
        let tolerances = file.tolerances.unwrap_or_default().into_iter();
        let set = |keys: &[&str]| origin(keys);
        Self {
            file: path.map(Path::to_owned),
            fail_on: fail_on(&flags, file.fail_on, &set),
            require_reason: match (flags.require_reason, file.require_reason) {
                (true, _) => sourced(true, Origin::Flag("--require-reason")),
                (false, Some(value)) => sourced(value, origin(&["require-reason"])),
                (false, None) => sourced(false, Origin::Default),
            },
            baseline: match (flags.baseline, file.baseline) {
                (Some(path), _) => sourced(Some(path), Origin::Flag("--baseline")),
                (None, Some(path)) => sourced(Some(root.join(path)), origin(&["baseline"])),
                (None, None) => sourced(None, Origin::Default),
            },
            rules,
            aliases: sourced(file.aliases.unwrap_or_default(), origin(&["aliases"])),
            tolerances: tolerances
                .map(|(name, one)| (name, sourced(one, origin(&["tolerances", name.name()]))))
                .collect(),
            ignore: sourced(ignore, origin(&["ignore"])),
            overrides: sourced(file.overrides.unwrap_or_default(), origin(&["overrides"])),
            root: root.to_owned(),
        }
    }

    /// How bad findings of `rule` are in the file at `path`; of what no file or flag sets, nothing.
    #[must_use]
    pub fn level(&self, rule: Rule, path: &str) -> Option<Level> {
        let overrides = self.overrides_of(path);
        let overridden = overrides.filter_map(|one| one.rules.as_ref()?.get(&RuleId(rule)));
        if let Some(&level) = overridden.last() {
            return Some(level);
        }
        let mut rules = self.rules.iter();
        let (_, set) = rules.find(|(one, _)| *one == rule)?;
        (set.origin != Origin::Default).then_some(set.value)
    }

    /// How far values may lie apart in the file at `path`.
    #[must_use]
    pub fn tolerances(&self, path: &str) -> Tolerances {
        let mut tolerances = Tolerances::default();
        for (name, set) in &self.tolerances {
            tolerances.set(name.0, set.value.tolerance);
        }
        for one in self.overrides_of(path) {
            for (name, set) in one.tolerances.iter().flatten() {
                tolerances.set(name.0, set.tolerance);
            }
        }
        tolerances
    }

    /// Whether nothing is told of the file at `path`.
    #[must_use]
    pub fn ignores(&self, path: &str) -> bool {
        self.ignore
            .value
            .paths
            .iter()
            .any(|one| one.means(path, &self.root))
    }

    fn overrides_of(&self, path: &str) -> impl Iterator<Item = &Override> {
        let fits = |one: &&Override| one.paths.iter().any(|glob| glob.means(path, &self.root));
        self.overrides.value.iter().filter(move |one| fits(one))
    }
}

const fn sourced<T>(value: T, origin: Origin) -> Sourced<T> {
    Sourced { value, origin }
}

fn fail_on(
    flags: &Flags,
    file: Option<FailOn>,
    origin: &impl Fn(&[&str]) -> Origin,
) -> Sourced<FailOn> {
    match (flags.fail_on, file) {
        (Some((value, flag)), _) => sourced(value, Origin::Flag(flag)),
        (None, Some(value)) => sourced(value, origin(&["fail-on"])),
        (None, None) => sourced(FailOn::Error, Origin::Default),
    }
}

/// Every rule: as the file sets it, off where it is ignored, or as it is built in.
fn rules(
    set: &BTreeMap<RuleId, Level>,
    ignore: &Ignore,
    origin: &impl Fn(&[&str]) -> Origin,
) -> Vec<(Rule, Sourced<Level>)> {
    Rule::ALL
        .into_iter()
        .map(|rule| {
            let level = if ignore.rules.contains(&RuleId(rule)) {
                sourced(Level::Off, origin(&["ignore", "rules"]))
            } else if let Some(&level) = set.get(&RuleId(rule)) {
                sourced(level, origin(&["rules", rule.id()]))
            } else {
                sourced(Level::default_of(rule), Origin::Default)
            };
            (rule, level)
        })
        .collect()
}

fn parse(path: &Path, text: &str) -> Result<File, Error> {
    let written = text.lines().any(|line| {
        let line = line.trim();
        !line.is_empty() && !line.starts_with('#')
    });
    if !written {
        return Ok(File::default());
    }
    let file: File = serde_yaml::from_str(text).map_err(|error| Error::yaml(path, &error))?;
    let overrides = file.overrides.iter().flatten();
    let all = overrides.filter_map(|one| one.tolerances.as_ref());
    for tolerances in file.tolerances.iter().chain(all) {
        check_dimensions(path, text, tolerances)?;
    }
    Ok(file)
}

/// An amount must measure what it is a tolerance of.
fn check_dimensions(
    path: &Path,
    text: &str,
    tolerances: &BTreeMap<DimensionName, ToleranceText>,
) -> Result<(), Error> {
    for (name, one) in tolerances {
        if one.dimension.is_some_and(|dimension| dimension != name.0) {
            let message = format!("`{}` is no amount of {}", one.written, name.name());
            let line = locate::line_of(text, &["tolerances", name.name()]);
            return Err(Error::at(path, line, message));
        }
    }
    Ok(())
}
