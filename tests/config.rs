//! The configuration: where it is found, what it changes, what it refuses, how it is shown.

mod common;

use std::fs;

use common::program::{claimdiff, run_with};
use tempfile::TempDir;

const DRAFT: &[u8] = b"---\ndate: 2025-05-20\n---\nQuiet\n\nThe storm killed 112 people, the police said.\n\nThe road \
                       was closed for 12 klicks, the Wharf Guard said.\n";
const WIRE: &[u8] = b"---\ndate: 2025-05-20\n---\nStorm\n\nThe storm killed 113 people, the police said.\n\nThe road \
                      was closed for 15 kilometers, the Harbor Police Department said.\n";

/// Exit status, output and messages of a check of a draft in a folder of its own, under `config`.
fn check(config: &str, arguments: &[&str]) -> (i32, String, String) {
    let files = [
        ("claimdiff.yaml", config.as_bytes()),
        ("copy/draft.md", DRAFT),
        ("wire.txt", WIRE),
    ];
    let mut all = vec![
        "check",
        "copy/draft.md",
        "--against",
        "wire.txt",
        "--format",
        "csv",
    ];
    all.extend(arguments);
    run_with(&files, &all)
}

/// Severity, rule and value of each finding.
fn findings(csv: &str) -> Vec<String> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let records = reader.records().map(Result::unwrap);
    records
        .map(|record| [&record[0], &record[1], &record[8]].join(" "))
        .collect()
}

fn found(config: &str) -> Vec<String> {
    let (_, stdout, stderr) = check(config, &[]);
    assert!(!stderr.contains("claimdiff:"), "{stderr}");
    let mut found = findings(&stdout);
    found.retain(|one| !one.starts_with("note unsupported"));
    found
}

#[test]
fn severities_are_set_and_rules_turned_off() {
    let plain = found("");
    assert_eq!(plain, ["error number-misreported 112"]);
    assert_eq!(
        found("rules: {number-misreported: note}"),
        ["note number-misreported 112"]
    );
    assert_eq!(found("rules: {number-misreported: off}"), [""; 0]);
    assert_eq!(found("ignore: {rules: [number-misreported]}"), [""; 0]);
    assert_eq!(found("ignore: {paths: [copy/**]}"), [""; 0]);
    assert_eq!(found("ignore: {paths: ['*.md']}"), plain);
    let elsewhere = "overrides: [{paths: [sports/*], rules: {number-misreported: off}}]";
    assert_eq!(found(elsewhere), plain);
    let here = "rules: {number-misreported: off}\noverrides:\n- paths: [copy/*]\n  rules: {number-misreported: warning}";
    assert_eq!(found(here), ["warning number-misreported 112"]);
}

#[test]
fn a_rule_that_is_off_can_be_turned_on() {
    let files: [(&str, &[u8]); 3] = [
        ("claimdiff.yaml", b"rules: {unread: warning}"),
        ("a.md", b"The score was 3:4:5/6.\n"),
        ("b.md", b"The bill passed.\n"),
    ];
    let (_, stdout, _) = run_with(&files, &["compare", "a.md", "b.md", "--format", "csv"]);
    let found = findings(&stdout);
    assert!(
        found.iter().any(|one| one.starts_with("warning unread ")),
        "{found:?}"
    );
}

#[test]
fn the_exit_status_follows_the_file_and_the_flag_goes_first() {
    assert_eq!(check("fail-on: error", &[]).0, 1);
    assert_eq!(check("fail-on: never", &[]).0, 0);
    assert_eq!(check("fail-on: never", &["--fail-on", "note"]).0, 1);
    assert_eq!(check("fail-on: never", &["--no-config"]).0, 1);
}

#[test]
fn values_within_the_tolerance_agree() {
    assert_eq!(found("tolerances: {count: 1}"), [""; 0]);
    assert_eq!(found("tolerances: {count: 2%}"), [""; 0]);
    assert_eq!(
        found("tolerances: {count: 0.5%}"),
        ["error number-misreported 112"]
    );
    assert_eq!(
        found("tolerances: {length: 50%}"),
        ["error number-misreported 112"]
    );
    let here = "overrides: [{paths: [copy/*], tolerances: {count: 5}}]";
    assert_eq!(found(here), [""; 0]);
}

#[test]
fn aliases_bring_names_and_units_together() {
    let units = "aliases: {units: [{word: klick, unit: km}]}";
    assert_eq!(
        found(units),
        [
            "error number-misreported 112",
            "warning number-sources-differ 12"
        ]
    );
    let both = "aliases:\n  names: [[Harbor Police Department, Wharf Guard]]\n  units: [{word: klicks, unit: kilometers}]";
    assert_eq!(
        found(both),
        [
            "error number-misreported 112",
            "error number-misreported 12"
        ]
    );
    let factor = "aliases: {units: [{word: klick, unit: m, factor: 1250}]}";
    assert_eq!(found(factor), ["error number-misreported 112"]);
}

#[test]
fn aliases_bring_words_together() {
    let report = |words: &str| format!("---\ndate: 2025-05-20\n---\nFair\n\n{words}.\n");
    let (one, other) = (
        report("The city lost 40 larches in the storm"),
        report("Some of the older trees went: 55 conifers"),
    );
    let run = |config: &str| {
        let files = [
            ("claimdiff.yaml", config.as_bytes()),
            ("a.md", one.as_bytes()),
            ("b.md", other.as_bytes()),
        ];
        findings(&run_with(&files, &["compare", "a.md", "b.md", "--format", "csv"]).1)
    };
    assert_eq!(run(""), [""; 0]);
    assert_eq!(
        run("aliases: {words: [[larches, conifer]]}"),
        ["error number-conflict 40"]
    );
}

#[test]
fn what_cannot_be_is_refused_with_its_place() {
    let wrong = [
        "fail_on: error",
        "require-reason: true\nfailon: error",
        "rules:\n  number-conflit: off",
        "rules:\n  number-conflict: loud",
        "tolerances:\n  money: much",
        "tolerances:\n  lenght: 1%",
        "tolerances:\n  count: 1\n  money: 5 km",
        "aliases:\n  units:\n    - word: klick\n      unit: parsnip",
        "aliases:\n  units:\n    - word: klick\n      unit: km\n      factor: 0",
        "ignore:\n  paths: ['a[']",
        "overrides:\n  - path: a",
        "require-reason: maybe",
        "rules: [number-sum]",
        ": :",
    ];
    let mut messages = String::new();
    for config in wrong {
        let (status, stdout, stderr) = check(config, &[]);
        assert_eq!((status, stdout.as_str()), (2, ""), "{config}: {stderr}");
        messages += &stderr;
    }
    common::assert_snapshot("cli", "config-faults", &messages);
}

#[test]
fn the_settings_are_shown_with_their_origin() {
    let config = b"fail-on: warning\nbaseline: known.yaml\nrules:\n  # far\n  number-far: off\ntolerances:\n  length: 1 km\n\
                   aliases:\n  names:\n    - [Kyiv, Kiev]\nignore:\n  rules: [number-sum]\noverrides:\n  - paths: [a/*]\n    \
                   rules: {unread: note}\n";
    let files: [(&str, &[u8]); 1] = [("claimdiff.yaml", config)];
    let (status, shown, _) = run_with(&files, &["config", "--require-reason"]);
    assert_eq!(status, 0);
    common::assert_snapshot("cli", "config", &shown);
    let (_, again, stderr) = run_with(
        &[("claimdiff.yaml", shown.as_bytes())],
        &["config", "--fail-on", "note"],
    );
    assert!(again.starts_with("fail-on: note"), "{again}{stderr}");
    let (_, defaults, _) = run_with(&[], &["config"]);
    assert!(
        defaults
            .lines()
            .all(|line| line == "rules:" || line.ends_with("# default")),
        "{defaults}"
    );
}

#[test]
fn the_nearest_file_above_counts() {
    let files: [(&str, &[u8]); 3] = [
        ("claimdiff.yaml", b"fail-on: note"),
        ("desk/claimdiff.yaml", b"fail-on: never"),
        ("desk/copy/draft.md", DRAFT),
    ];
    let (_, shown, _) = run_with(&files, &["config", "desk/copy/draft.md"]);
    assert!(shown.starts_with("fail-on: never "), "{shown}");
    assert!(
        shown
            .lines()
            .next()
            .unwrap()
            .ends_with("# desk/claimdiff.yaml:1"),
        "{shown}"
    );
}

#[test]
fn init_writes_a_file_that_changes_nothing_until_it_is_edited() {
    let folder = TempDir::new().unwrap();
    let init = || claimdiff(folder.path()).arg("init").output().unwrap();
    assert_eq!(init().status.code(), Some(0));
    let path = folder.path().join("claimdiff.yaml");
    let written = fs::read_to_string(&path).unwrap();
    let shown = claimdiff(folder.path()).arg("config").output().unwrap();
    let shown = String::from_utf8(shown.stdout).unwrap();
    assert!(
        shown
            .lines()
            .all(|line| line == "rules:" || line.ends_with("# default")),
        "{shown}"
    );
    let again = init();
    assert_eq!(again.status.code(), Some(2));
    assert_eq!(fs::read_to_string(&path).unwrap(), written);
    let uncommented: String = written
        .lines()
        .filter_map(|line| line.strip_prefix("# "))
        .filter(|line| {
            line.starts_with(' ') || line.split(':').next().is_some_and(|key| !key.contains(' '))
        })
        .map(|line| format!("{line}\n"))
        .collect();
    fs::write(&path, &uncommented).unwrap();
    let output = claimdiff(folder.path()).arg("config").output().unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(0), "{stderr}{uncommented}");
    assert!(
        String::from_utf8(output.stdout)
            .unwrap()
            .contains("overrides:")
    );
}

#[test]
fn the_schema_takes_what_the_program_takes() {
    let (status, schema, _) = run_with(&[], &["config", "--schema"]);
    assert_eq!(status, 0);
    let schema = serde_json::from_str(&schema).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let valid = |config: &str| {
        let value: serde_json::Value = serde_yaml::from_str(config).unwrap();
        validator.is_valid(&value)
    };
    for right in [
        "fail-on: warning\nrules: {number-far: off, unread: note}",
        "tolerances: {money: 1%, count: 3}",
        "aliases: {names: [[Kyiv, Kiev]], units: [{word: rai, unit: m2, factor: 1600}]}",
        "ignore: {paths: [archive/**], rules: [number-sum]}",
        "overrides: [{paths: [a/*], rules: {number-sum: off}}]",
    ] {
        assert!(valid(right), "{right}");
    }
    for wrong in [
        "fail_on: warning",
        "fail-on: loud",
        "rules: {number-conflit: off}",
        "rules: {number-conflict: loud}",
        "tolerances: {lenght: 1%}",
        "aliases: {units: [{word: rai}]}",
        "overrides: [{rules: {number-sum: off}}]",
    ] {
        assert!(!valid(wrong), "{wrong}");
    }
}

#[test]
fn a_baseline_of_the_configuration_stands_beside_it() {
    let folder = TempDir::new().unwrap();
    let root = folder.path();
    fs::create_dir(root.join("copy")).unwrap();
    fs::write(root.join("claimdiff.yaml"), "baseline: known.yaml").unwrap();
    fs::write(root.join("copy/draft.md"), DRAFT).unwrap();
    fs::write(root.join("wire.txt"), WIRE).unwrap();
    let run = |arguments: &[&str]| {
        let output = claimdiff(&root.join("copy"))
            .args(["check", "draft.md", "--against", "../wire.txt"])
            .args(arguments)
            .output()
            .unwrap();
        output.status.code().unwrap()
    };
    assert_eq!(run(&[]), 1, "it may have yet to be written");
    assert_eq!(run(&["--write-baseline"]), 0);
    assert!(root.join("known.yaml").is_file());
    assert_eq!(run(&[]), 0);
    assert_eq!(run(&["--no-config", "--write-baseline"]), 2);
    assert_eq!(run(&["--no-config"]), 1);
}

#[test]
fn extract_reads_with_the_aliases() {
    let files: [(&str, &[u8]); 2] = [
        (
            "claimdiff.yaml",
            b"aliases: {units: [{word: klick, unit: km, factor: 2}]}",
        ),
        (
            "a.md",
            b"---\ndate: 2025-05-20\n---\nThe road was closed for 12 klicks.\n",
        ),
    ];
    let value = |arguments: &[&str]| {
        let arguments = [&["extract", "a.md", "--format", "json"], arguments].concat();
        let (_, stdout, stderr) = run_with(&files, &arguments);
        let json: serde_json::Value = serde_json::from_str(&stdout).expect(&stderr);
        let value = &json["claims"][0]["value"];
        (value["lower"].clone(), value["unit"]["code"].clone())
    };
    assert_eq!(value(&[]), ("24".into(), "km".into()));
    assert_eq!(
        value(&["--no-config"]),
        ("12".into(), serde_json::Value::Null)
    );
}

#[test]
fn aliases_bring_the_words_of_a_draft_and_its_sources_together() {
    let text = |words: &str| format!("---\ndate: 2025-05-20\n---\nFair\n\n{words}\n");
    let draft = text("Winds tore off 40 shingles at the church.");
    let wire = text("Some 55 slates were lifted at the hall.");
    let run = |config: &str| {
        let files = [
            ("claimdiff.yaml", config.as_bytes()),
            ("a.md", draft.as_bytes()),
            ("b.md", wire.as_bytes()),
        ];
        let arguments = ["check", "a.md", "--against", "b.md", "--format", "csv"];
        findings(&run_with(&files, &arguments).1)
    };
    assert_eq!(run(""), ["note unsupported 40"]);
    let alias = "aliases: {words: [[shingles, slates], [tear, lift]]}";
    assert_eq!(run(alias), ["error number-conflict 40"]);
}

#[test]
fn each_draft_has_the_configuration_of_its_own_folder() {
    let files = [
        (
            "lax/claimdiff.yaml",
            &b"rules: {number-misreported: note}"[..],
        ),
        ("lax/draft.md", DRAFT),
        ("strict/claimdiff.yaml", b"tolerances: {count: 1}"),
        ("strict/draft.md", DRAFT),
        ("draft.md", DRAFT),
        ("wire.txt", WIRE),
    ];
    let check = |drafts: &[&str]| {
        let mut arguments = vec!["check"];
        arguments.extend(drafts);
        arguments.extend(["--against", "wire.txt", "--format", "csv"]);
        let (status, stdout, _) = run_with(&files, &arguments);
        let mut reader = csv::Reader::from_reader(stdout.as_bytes());
        let records = reader.records().map(Result::unwrap);
        let misreported = records.filter(|record| &record[1] == "number-misreported");
        let found = misreported.map(|record| format!("{} {}", &record[0], &record[3]));
        (status, found.collect::<Vec<_>>())
    };
    let (status, found) = check(&["lax/draft.md", "draft.md", "strict/draft.md"]);
    assert_eq!(
        (status, found),
        (
            1,
            vec!["error draft.md".to_owned(), "note lax/draft.md".to_owned()]
        )
    );
    let (status, found) = check(&["lax/draft.md", "strict/draft.md"]);
    assert_eq!((status, found), (0, vec!["note lax/draft.md".to_owned()]));
}
