//! Turns each vocabulary `data/en/NAME.yaml` into `OUT_DIR/NAME.json` without its examples, so that the program
//! reads at start what is quick to read, while people edit what is easy to read.

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
    let target = out.join(name).with_extension("json");
    fs::write(target, value.to_string()).expect("OUT_DIR can be written");
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
