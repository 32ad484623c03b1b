//! YAML with the keys of the JSON schema `claimdiff/1`.

use serde::Serialize;

use super::{Page, Reporter, view};
use crate::compare::{Comparison, Report};

/// YAML.
pub struct Yaml;

impl Reporter<Comparison> for Yaml {
    fn report(&self, comparison: &Comparison, _: &Page) -> String {
        yaml(&view::comparison(comparison))
    }
}

impl Reporter<[Report]> for Yaml {
    fn report(&self, reports: &[Report], _: &Page) -> String {
        yaml(&view::fact_sheet(reports))
    }
}

fn yaml(value: &impl Serialize) -> String {
    serde_yaml::to_string(value).expect("a view has string keys only")
}
