//! Configuration: `claimdiff.yaml` and flags in, the settings in force with the origin of each out.
//!
//! ```yaml
//! fail-on: warning
//! rules:
//!   number-far: off
//! tolerances:
//!   money: 1%
//! ```
//! in the folder of a draft or above it makes warnings fail, drops the notes of far values, and lets 100 and 101
//! million dollars agree. An unknown key is an error with its line and column.

mod file;
mod find;
mod glob;
mod locate;
mod parse;
mod schema;
mod settings;
mod show;

use crate::alias;
use crate::compare::Report;
pub use crate::error::Error;
pub use file::{Aliases, FailOn, Level, UnitAlias};
pub use find::find;
pub use schema::schema;
pub use settings::{Flags, Origin, Settings, Sourced};

/// The name of the file.
pub const FILE_NAME: &str = "claimdiff.yaml";

/// A commented file to begin with.
pub const TEMPLATE: &str = include_str!("template.yaml");

/// Makes the reports what the settings say: how far their values may lie apart, what their words stand for, whether
/// anything is told of them.
pub fn prepare(settings: &Settings, reports: &mut [Report]) {
    for report in reports {
        report.tolerances = settings.tolerances(&report.path);
        report.exempt |= settings.ignores(&report.path);
        alias::apply(&settings.aliases.value, report);
    }
}
