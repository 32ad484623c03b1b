//! Converts the vocabularies in `data/en` to sorted tables of keys, so that nothing is parsed when the program starts.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use key::Key;
use serde::Deserialize;
use serde::de::DeserializeOwned;

#[path = "src/key.rs"]
#[allow(dead_code)]
mod key;

/// One class of `abbreviation.yaml`. The examples are read by a test.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Abbreviations {
    class: String,
    forms: Vec<String>,
    #[serde(default, rename = "examples")]
    _examples: Vec<String>,
    #[serde(default, rename = "counterexamples")]
    _counterexamples: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    contraction: BTreeMap<String, u8>,
    elision: Vec<String>,
    prefix: Vec<String>,
    speech: Vec<String>,
}

/// `unit.yaml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Units {
    magnitude: Vec<String>,
    unit: Vec<String>,
    money: Vec<String>,
    sum: Vec<String>,
}

/// `line.yaml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Lines {
    unfinished: Vec<String>,
    always: Vec<String>,
}

impl Lines {
    /// Form, and 1 where the line is no sentence even with a full stop.
    fn openers(self) -> Vec<(String, u8)> {
        let always = self.always.into_iter().map(|form| (form, 1));
        plain(self.unfinished).into_iter().chain(always).collect()
    }
}

/// Order of the classes, as `segment::vocabulary::Abbreviation` has it.
const CLASSES: [&str; 4] = ["title", "number", "month", "other"];

fn main() {
    println!("cargo::rerun-if-changed=data/en");
    println!("cargo::rerun-if-changed=data/lemma.tsv");
    println!("cargo::rerun-if-changed=src/key.rs");
    let mut tables = String::new();
    let words: Words = read("word.yaml");
    write_table(&mut tables, "ABBREVIATIONS", abbreviations());
    write_table(
        &mut tables,
        "CONTRACTIONS",
        words.contraction.into_iter().collect(),
    );
    write_table(&mut tables, "ELISIONS", plain(words.elision));
    write_table(&mut tables, "PREFIXES", plain(words.prefix));
    write_table(&mut tables, "OPENERS", plain(groups("opener.yaml")));
    write_table(&mut tables, "SPEECH", plain(words.speech));
    let lines: Lines = read("line.yaml");
    write_table(&mut tables, "LINE_OPENERS", lines.openers());
    let units: Units = read("unit.yaml");
    write_forms(
        &mut tables,
        "GLUED_UNITS",
        [units.magnitude.clone(), units.unit].concat(),
    );
    write_forms(&mut tables, "GLUED_MONEY", units.money);
    write_forms(&mut tables, "MONEY_OF_SUMS", units.sum);
    write_forms(&mut tables, "MAGNITUDES", units.magnitude);
    let target = PathBuf::from(env::var_os("OUT_DIR").expect("cargo names the output folder"));
    fs::write(target.join("vocabulary.rs"), tables).expect("the output folder is writable");
    fs::write(target.join("lemma.rs"), lemma_rules()).expect("the output folder is writable");
}

/// The rules of `lemma.tsv`, sorted by the key of tag and pattern, where to look for a key, and the endings that they add.
fn lemma_rules() -> String {
    let text = fs::read_to_string("data/lemma.tsv").expect("the lemma rules are readable");
    let rules: Vec<[&str; 4]> = text
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| {
            let fields: Vec<&str> = line.split('\t').collect();
            fields
                .try_into()
                .unwrap_or_else(|_| panic!("lemma.tsv: four fields expected: {line}"))
        })
        .collect();
    let endings: Vec<&str> = rules
        .iter()
        .map(|rule| rule[3])
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    let mut table: Vec<(u64, u8, u8)> = rules
        .iter()
        .map(|rule| lemma_rule(rule, &endings))
        .collect();
    table.sort_unstable();
    let starts = bucket_starts(&table);
    format!(
        "pub static RULES: [(u64, u8, u8); {}] = {table:?};\npub static STARTS: [u16; {}] = {starts:?};\n\
         pub static ENDINGS: [&str; {}] = {endings:?};\n",
        table.len(),
        starts.len(),
        endings.len()
    )
}

/// Where the rules begin whose keys begin with the same ten bits, and where the last end.
fn bucket_starts(table: &[(u64, u8, u8)]) -> Vec<u16> {
    let start = |bucket: u64| table.partition_point(|rule| rule.0 >> 54 < bucket);
    (0..=1 << 10)
        .map(|bucket| u16::try_from(start(bucket)).expect("there are fewer than 65,536 rules"))
        .collect()
}

/// Key, bytes cut (255 for the whole word) and number of the ending added.
fn lemma_rule(&[tag, pattern, cut, add]: &[&str; 4], endings: &[&str]) -> (u64, u8, u8) {
    let tag = Key::of(tag);
    let key = match pattern.strip_prefix('-') {
        Some(suffix) => tag.then(Key::of(suffix)),
        None => Key::of(pattern).then(tag),
    };
    let cut: u8 = cut
        .parse()
        .unwrap_or_else(|_| panic!("lemma.tsv: {cut:?} is no number"));
    let replaces_word = !pattern.starts_with('-') && usize::from(cut) == pattern.len();
    let cut = if replaces_word { u8::MAX } else { cut };
    let ending = endings
        .binary_search(&add)
        .expect("the ending is among all endings");
    (
        key.0,
        cut,
        u8::try_from(ending).expect("there are fewer than 256 endings"),
    )
}

fn read<T: DeserializeOwned>(name: &str) -> T {
    let path = Path::new("data/en").join(name);
    let text =
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Form and class; the high bit says that the form must be written with a capital.
fn abbreviations() -> Vec<(String, u8)> {
    let classes: Vec<Abbreviations> = read("abbreviation.yaml");
    let entry = |class: u8, form: String| {
        let capital = u8::from(form.starts_with(char::is_uppercase)) << 7;
        (form, class | capital)
    };
    classes
        .into_iter()
        .flat_map(|group| {
            let class = CLASSES.iter().position(|&name| name == group.class);
            let class = class
                .unwrap_or_else(|| panic!("abbreviation.yaml: unknown class {}", group.class))
                as u8;
            group.forms.into_iter().map(move |form| entry(class, form))
        })
        .collect()
}

fn groups(name: &str) -> Vec<String> {
    read::<BTreeMap<String, Vec<String>>>(name)
        .into_values()
        .flatten()
        .collect()
}

fn plain(forms: Vec<String>) -> Vec<(String, u8)> {
    forms.into_iter().map(|form| (form, 0)).collect()
}

fn write_table(tables: &mut String, name: &str, forms: Vec<(String, u8)>) {
    let mut sorted = BTreeMap::new();
    for (form, value) in forms {
        let known = sorted.insert(Key::of(&form).0, value);
        assert!(known.is_none(), "{name} has {form:?} twice");
    }
    let entries: Vec<(u64, u8)> = sorted.into_iter().collect();
    writeln!(
        tables,
        "pub static {name}: [(u64, u8); {}] = {entries:?};",
        entries.len()
    )
    .expect("a string takes it");
}

fn write_forms(tables: &mut String, name: &str, mut forms: Vec<String>) {
    forms.sort_unstable();
    assert!(
        forms.windows(2).all(|pair| pair[0] != pair[1]),
        "{name} has a form twice"
    );
    writeln!(
        tables,
        "pub static {name}: [&str; {}] = {forms:?};",
        forms.len()
    )
    .expect("a string takes it");
}
