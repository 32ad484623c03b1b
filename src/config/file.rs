//! The configuration file as it may be written; [`super::Settings`] is what it means.

use std::collections::BTreeMap;
use std::path::PathBuf;

use clap::ValueEnum;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::glob::Glob;
use crate::compare::finding::severity;
use crate::compare::{Rule, Severity};

use super::parse::{DimensionName, RuleId, ToleranceText, UnitName};

/// The configuration of claimdiff.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
#[schemars(title = "claimdiff.yaml")]
pub(super) struct File {
    /// Exit with status 1 when there is a finding this bad or worse.
    pub(super) fail_on: Option<FailOn>,
    /// Whether a suppression without a reason is not obeyed.
    pub(super) require_reason: Option<bool>,
    /// The file of known findings, relative to this one.
    pub(super) baseline: Option<PathBuf>,
    /// How bad the findings of a rule are.
    #[schemars(with = "Option<BTreeMap<String, Level>>", extend("properties" = super::schema::rules(), "additionalProperties" = false))]
    pub(super) rules: Option<BTreeMap<RuleId, Level>>,
    /// How far two values may lie apart and still agree, by what they measure: a share such as 1%, or an amount
    /// such as 5 km.
    #[schemars(with = "Option<BTreeMap<String, ToleranceText>>", extend("properties" = super::schema::dimensions(), "additionalProperties" = false))]
    pub(super) tolerances: Option<BTreeMap<DimensionName, ToleranceText>>,
    /// Names and words that mean one thing.
    pub(super) aliases: Option<Aliases>,
    /// What is left alone.
    pub(super) ignore: Option<Ignore>,
    /// Other settings for some files; the last that fits counts.
    pub(super) overrides: Option<Vec<Override>>,
}

/// Names and words that mean one thing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Aliases {
    /// Lists of names of one person, body or place; the first is the one shown.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<Vec<String>>,
    /// Lists of words for one thing counted or one outcome.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<Vec<String>>,
    /// Words for units.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<UnitAlias>,
}

/// A word for a unit.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct UnitAlias {
    /// The word: klick.
    pub word: String,
    /// The unit that it stands for: km, or kilometer.
    #[schemars(with = "String")]
    pub unit: UnitName,
    /// How many of the unit one is, such as 1600 for the rai in square metres.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<f64>")]
    pub factor: Option<super::parse::Factor>,
}

/// What is left alone.
#[derive(Clone, Debug, Default, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(super) struct Ignore {
    /// Files of which nothing is told, such as `archive/**`, relative to this file.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(with = "Vec<String>")]
    pub(super) paths: Vec<Glob>,
    /// Rules that are off.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(with = "Vec<String>")]
    pub(super) rules: Vec<RuleId>,
}

/// Other settings for some files.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Override {
    /// The files, such as `sports/**`, relative to this file.
    #[schemars(with = "Vec<String>")]
    pub(super) paths: Vec<Glob>,
    /// How bad the findings of a rule are there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<BTreeMap<String, Level>>", extend("properties" = super::schema::rules(), "additionalProperties" = false))]
    pub(super) rules: Option<BTreeMap<RuleId, Level>>,
    /// How far two values may lie apart there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<BTreeMap<String, ToleranceText>>", extend("properties" = super::schema::dimensions(), "additionalProperties" = false))]
    pub(super) tolerances: Option<BTreeMap<DimensionName, ToleranceText>>,
}

/// How bad the findings of a rule are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Cannot stand.
    Error,
    /// Look at it.
    Warning,
    /// Good to know.
    Note,
    /// Not told.
    Off,
}

impl Level {
    /// How bad the findings of a rule are unless something else is said.
    #[must_use]
    pub const fn default_of(rule: Rule) -> Self {
        match (rule, severity(rule)) {
            (Rule::Unread, _) => Self::Off,
            (_, Severity::Error) => Self::Error,
            (_, Severity::Warning) => Self::Warning,
            (_, Severity::Note) => Self::Note,
        }
    }
}

/// The least severity that makes the exit status 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FailOn {
    /// Values that cannot all be right.
    Error,
    /// What an editor should look at.
    Warning,
    /// Anything found.
    Note,
    /// Nothing: always 0, unless there is trouble.
    Never,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::RulePage;

    #[test]
    fn the_pages_of_the_rules_say_the_default() {
        for (rule, page) in Rule::ALL.into_iter().zip(RulePage::all()) {
            let level = serde_yaml::to_string(&Level::default_of(rule)).unwrap();
            assert_eq!(level.trim(), page.severity, "{}", page.rule);
        }
    }
}
