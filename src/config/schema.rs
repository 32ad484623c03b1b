//! The JSON schema of the configuration, for editors that complete and check YAML.

use schemars::{SchemaGenerator, generate::SchemaSettings};
use serde_json::{Map, Value, json};

use super::file::{File, Level};
use super::parse::DIMENSIONS;
use crate::report::RulePage;

/// The schema (JSON Schema 2020-12), pretty-printed.
#[must_use]
pub fn schema() -> String {
    let generator = SchemaGenerator::new(SchemaSettings::draft2020_12());
    let schema = generator.into_root_schema_for::<File>();
    let mut text = serde_json::to_string_pretty(&schema).expect("a schema has string keys");
    text.push('\n');
    text
}

/// The rules as properties, each with what it finds.
pub(super) fn rules() -> Value {
    let levels = [Level::Error, Level::Warning, Level::Note, Level::Off];
    let pages = RulePage::all().into_iter();
    let properties = pages.map(|page| {
        let property = json!({"description": page.finds, "default": page.severity, "enum": levels});
        (page.rule, property)
    });
    Value::Object(properties.collect())
}

/// The dimensions as properties.
pub(super) fn dimensions() -> Value {
    let property = json!({
        "description": "a share such as 1%, or an amount such as 5 km",
        "type": ["string", "number"],
    });
    let names = DIMENSIONS.iter().map(|(name, _)| (*name).to_owned());
    let properties: Map<String, Value> = names.map(|name| (name, property.clone())).collect();
    Value::Object(properties)
}
