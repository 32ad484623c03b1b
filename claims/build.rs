//! Turns each vocabulary `data/en/NAME.yaml` into `OUT_DIR/NAME.rs` without its examples: a constant of the program, which
//! parses nothing at start, while people edit what is easy to read.

use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

use serde_json::Value;

fn main() {
    println!("cargo::rerun-if-changed=data/en");
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    for entry in fs::read_dir("data/en").expect("the vocabularies stand in data/en") {
        let path = entry.expect("data/en can be listed").path();
        if path
            .extension()
            .is_some_and(|extension| extension == "yaml")
        {
            convert(&path, Path::new(&out));
        }
    }
}

fn convert(path: &Path, out: &Path) {
    let text = fs::read_to_string(path).expect("a vocabulary is UTF-8 text");
    let mut value: Value =
        serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    drop_examples(&mut value);
    let name = path.file_stem().expect("a file has a name");
    let target = out.join(name).with_extension("rs");
    let mut code = String::new();
    write_datum(&value, &mut code);
    fs::write(target, code).expect("OUT_DIR can be written");
}

/// Writes a value as an expression of the type `Datum` in `src/lexicon/datum.rs`.
fn write_datum(value: &Value, code: &mut String) {
    let written = match value {
        Value::Null => write!(code, "Datum::Null"),
        Value::Bool(value) => write!(code, "Datum::Bool({value})"),
        Value::Number(number) => match number.as_i64() {
            Some(whole) => write!(code, "Datum::Whole({whole})"),
            None => write!(
                code,
                "Datum::Fraction({:?})",
                number
                    .as_f64()
                    .expect("a number of a vocabulary is a double")
            ),
        },
        Value::String(text) => write!(code, "Datum::Text({text:?})"),
        Value::Array(items) => {
            code.push_str("Datum::List(&[");
            for item in items {
                write_datum(item, code);
                code.push(',');
            }
            write!(code, "])")
        }
        Value::Object(fields) => {
            code.push_str("Datum::Fields(&[");
            for (name, field) in fields {
                write!(code, "({name:?},").expect("a string can be written");
                write_datum(field, code);
                code.push_str("),");
            }
            write!(code, "])")
        }
    };
    written.expect("a string can be written");
}

/// Examples serve readers and tests; the program has no use for them.
fn drop_examples(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(drop_examples),
        Value::Object(map) => {
            map.remove("examples");
            map.remove("counterexamples");
            map.values_mut().for_each(drop_examples);
        }
        _ => {}
    }
}
