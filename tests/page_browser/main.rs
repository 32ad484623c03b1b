//! The page in a real browser, used as an editor uses it.
//!
//! Without Chromium these tests say that they are skipped; with `CI` or `CLAIMDIFF_BROWSER` set they fail then.

mod chromium;
#[path = "../common/server.rs"]
mod server;

use std::path::PathBuf;

use assert_cmd::Command;
use chromium::Tab;
use claimdiff::compare::{Group, Verdict, compare};
use claimdiff::extract::extract;
use claimdiff::input::{self, Defaults};
use serde_json::{Value, json};
use server::Server;
use tempfile::TempDir;

/// How many facts of the example are as asked for.
fn facts(asked: impl Fn(&Group) -> bool) -> usize {
    let story = [PathBuf::from("examples/drone-strikes")];
    let articles = input::read(&story, &Defaults::default()).articles;
    let groups = compare(extract(articles), None).groups;
    groups.iter().filter(|group| asked(group)).count()
}

/// A page in a file, with the browser to open it.
struct Scene {
    tab: Tab,
    file: PathBuf,
    _folder: TempDir,
}

impl Scene {
    /// The page that `compare` writes for `paths`.
    fn of(paths: &[&str]) -> Option<Self> {
        let tab = Tab::open()?;
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("story.html");
        Command::cargo_bin("claimdiff")
            .unwrap()
            .arg("compare")
            .args(paths)
            .args(["--fail-on", "never", "--format", "html", "--output"])
            .arg(&file)
            .assert()
            .success();
        Some(Self {
            tab,
            file,
            _folder: folder,
        })
    }

    /// The page of the example, open at `view` in a window 1280 pixels wide.
    fn example(view: &str) -> Option<Self> {
        let mut scene = Self::of(&["examples/drone-strikes"])?;
        scene.tab.resize(1280, "light");
        scene.tab.show(&scene.file, view);
        Some(scene)
    }

    fn eval(&mut self, expression: &str) -> Value {
        self.tab.eval(expression)
    }

    /// How many rows of the table are shown.
    fn rows(&mut self) -> Value {
        self.eval("document.querySelectorAll('tbody.fact:not([hidden])').length")
    }

    fn hash(&mut self) -> Value {
        self.eval("location.hash")
    }

    /// Nothing was loaded but the page, and nothing went wrong.
    fn assert_quiet(&mut self) {
        assert_eq!(self.tab.complaints(), [""; 0]);
        let asked = self.tab.requests();
        assert!(
            asked.iter().all(|address| address.starts_with("file:")),
            "{asked:?}"
        );
    }
}

#[test]
fn an_editor_filters_opens_a_row_and_goes_to_a_claim() {
    let Some(mut scene) = Scene::example("") else {
        return;
    };
    assert_eq!(
        scene.rows(),
        facts(|group| group.verdict != Verdict::Single),
        "what one report alone says is filtered away"
    );
    scene.tab.picture("page-1280", true);

    for verdict in ["compatible", "agree"] {
        scene.tab.click(&format!("input[value={verdict}]"));
    }
    assert_eq!(scene.rows(), 4);
    assert_eq!(scene.hash(), "#verdict=conflict");

    assert_eq!(
        scene.eval("document.querySelector('#g1 .detail').checkVisibility()"),
        false
    );
    scene.tab.click("#g1 summary");
    assert_eq!(
        scene.eval("document.querySelector('#g1 .detail').checkVisibility()"),
        true
    );
    assert_eq!(
        scene.eval("document.querySelector('#g1 mark.value').textContent"),
        "93"
    );
    scene
        .tab
        .until("location.hash === '#verdict=conflict&open=g1'");

    scene.tab.click("#g1 .evidence li[data-outlet='1'] a");
    assert_eq!(scene.eval("document.activeElement.textContent"), "97");
    assert_eq!(
        scene.eval("document.querySelectorAll('.report .claim.active').length"),
        3
    );
    assert_eq!(
        scene.eval("document.querySelector('#group dl').textContent.includes('Meridian Post')"),
        true
    );
    scene.assert_quiet();
}

#[test]
fn a_claim_brings_the_other_reports_beside_it() {
    let Some(mut scene) = Scene::example("") else {
        return;
    };
    scene.tab.click("#r0 a.claim[data-facts~=g3]");
    let levels = scene.eval(
        "[...document.querySelectorAll('.report')].map((report) =>
            report.querySelector('.active').getBoundingClientRect().top)",
    );
    let levels: Vec<f64> = serde_json::from_value(levels).unwrap();
    // A report that ends sooner cannot be scrolled as far.
    assert!((levels[0] - levels[1]).abs() < 2.0, "{levels:?}");
    assert_eq!(
        scene.eval("document.querySelectorAll('.links path').length"),
        2
    );
    scene.tab.picture("page-claim", false);
    scene.tab.press(&["Escape"]);
    assert_eq!(
        scene.eval("document.querySelectorAll('.active, .links path').length"),
        0
    );
    scene.assert_quiet();
}

#[test]
fn the_address_keeps_the_view() {
    let Some(mut scene) =
        Scene::example("#verdict=conflict,agree&words=changed+places&order=2&open=g3")
    else {
        return;
    };
    assert_eq!(scene.rows(), 1);
    assert_eq!(
        scene.eval("document.querySelector('#g3 details').open"),
        true
    );
    scene.tab.click("button[type=reset]");
    scene.tab.until("location.hash === '#open=g3'");
    assert_eq!(
        scene.rows(),
        facts(|group| group.verdict != Verdict::Single)
    );

    scene.tab.show(&scene.file, "#outlet=1&verdict=single");
    assert_eq!(
        scene.eval(
            "[...document.querySelectorAll('thead th:not([hidden])')].map((one) => one.textContent)"
        ),
        json!(["Verdict", "Fact", "Northline News"])
    );
    scene.tab.show(&scene.file, "#g21");
    assert_eq!(
        scene.eval("document.querySelector('#g21').checkVisibility()"),
        true,
        "a link shows what it links to"
    );
    scene.assert_quiet();
}

#[test]
fn the_keyboard_is_enough() {
    let Some(mut scene) = Scene::example("") else {
        return;
    };
    scene.tab.press(&["/", "k", "o", "v", "a", "l"]);
    scene
        .tab
        .until("document.activeElement.name === 'words' && location.hash === '#words=koval'");
    scene.tab.press(&["Tab", "Tab", "Tab"]);
    scene.tab.press(&["j", "j", "Enter"]);
    assert_eq!(
        scene.eval("document.activeElement.closest('.fact').querySelector('details').open"),
        true
    );
    scene.tab.press(&["k"]);
    assert_eq!(
        scene.eval("document.activeElement.closest('.fact').querySelector('details').open"),
        false
    );
    scene.assert_quiet();
}

#[test]
fn a_row_is_copied_as_text() {
    let Some(mut scene) = Scene::example("#open=g2") else {
        return;
    };
    scene.eval("navigator.clipboard.writeText = async (text) => { window.copied = text; }; 1");
    scene.tab.click("#g2 .copy");
    let text = scene.eval("window.copied");
    let mut lines = text.as_str().unwrap().lines();
    assert_eq!(lines.next(), Some("People injured (conflict)"));
    assert_eq!(lines.next(), Some("Harbor Ledger: 13 (Serhiy Koval)"));
    assert_eq!(
        lines.next(),
        Some("Northline News: 21 (the health ministry)")
    );
    assert!(
        text.as_str()
            .unwrap()
            .contains("Harbor Ledger, line 7: “Two people were killed and 13")
    );
}

#[test]
fn a_phone_shows_everything_without_scrolling_sideways() {
    let Some(mut scene) = Scene::example("") else {
        return;
    };
    scene.tab.resize(390, "light");
    scene.tab.show(&scene.file, "#open=g1,g5");
    assert_eq!(scene.eval("document.scrollingElement.scrollWidth"), 390);
    scene.tab.picture("page-390", true);
    scene.tab.resize(390, "dark");
    scene.tab.picture("page-390-dark", true);
    scene.assert_quiet();
}

#[test]
fn it_can_be_read_without_a_script_and_on_paper() {
    let Some(mut scene) = Scene::example("") else {
        return;
    };
    scene.tab.call(
        "Emulation.setScriptExecutionDisabled",
        json!({"value": true}),
    );
    scene.tab.show(&scene.file, "");
    assert_eq!(scene.rows(), facts(|_| true));
    assert_eq!(
        scene.eval("document.querySelector('#filter').checkVisibility()"),
        false
    );
    scene.tab.click("#g1 summary");
    assert_eq!(
        scene.eval("document.querySelector('#g1 .detail').checkVisibility()"),
        true
    );

    scene.tab.call(
        "Emulation.setScriptExecutionDisabled",
        json!({"value": false}),
    );
    scene.tab.show(&scene.file, "");
    scene
        .tab
        .call("Emulation.setEmulatedMedia", json!({"media": "print"}));
    assert_eq!(
        scene.eval("document.querySelector('#filter').checkVisibility()"),
        false
    );
    assert_eq!(
        scene.eval("document.querySelector('#r2 p:last-child').checkVisibility()"),
        true
    );
    scene.tab.picture("page-print", true);
}

/// What axe-core finds wrong with the page that is open.
fn violations(tab: &mut Tab) -> Value {
    let path = concat!(
        env!("CARGO_TARGET_TMPDIR"),
        "/../axe/node_modules/axe-core/axe.min.js"
    );
    let Ok(axe) = std::fs::read_to_string(path) else {
        chromium::missing("axe-core");
        return json!([]);
    };
    tab.eval(&format!("{axe}; 1"));
    tab.eval(
        "axe.run({ resultTypes: ['violations'] }).then((found) => found.violations
            .map((one) => `${one.impact} ${one.id}: ${one.nodes.map((node) => node.html).slice(0, 3)}`))",
    )
}

#[test]
fn axe_finds_nothing_wrong() {
    let Some(mut scene) = Scene::example("") else {
        return;
    };
    let view = "#verdict=conflict,compatible,agree,single&open=g1,g2,g5&at=g1";
    for (width, scheme) in [(1280, "light"), (1280, "dark"), (390, "light")] {
        scene.tab.resize(width, scheme);
        scene.tab.show(&scene.file, view);
        scene.eval(
            "for (const one of document.querySelectorAll('#findings details')) one.open = true",
        );
        scene.tab.click("#r0 a.claim[data-facts~=g1]");
        assert_eq!(
            violations(&mut scene.tab),
            json!([]),
            "at {width} pixels, {scheme}"
        );
    }
}

#[test]
fn reports_are_pasted_and_dropped_into_the_local_page() {
    let Some(mut tab) = Tab::open() else { return };
    let server = Server::start();
    tab.resize(1280, "light");
    tab.go(&format!("http://{}/", server.host));
    assert_eq!(violations(&mut tab), json!([]));
    tab.click("input[name=story]");
    tab.press(&["f", "e", "r", "r", "y"]);
    tab.click(".box input[name=outlet]");
    tab.press(&["A", "P"]);
    tab.eval(
        "document.querySelector('.box textarea').value = 'Police said 12 people were injured.'; 1",
    );
    for drop in [
        "data.setData('text/plain', 'Police said 21 people were injured.')",
        "data.items.add(new File(['Police said 12 people were injured.'], 'northline.txt'))",
    ] {
        tab.eval(&format!(
            "(() => {{
                const data = new DataTransfer();
                {drop};
                document.querySelector('h1').dispatchEvent(
                    new DragEvent('drop', {{ dataTransfer: data, bubbles: true, cancelable: true }}));
            }})()"
        ));
    }
    assert_eq!(
        tab.eval("document.querySelector('input[type=file]').files[0].name"),
        "northline.txt"
    );
    tab.picture("start-1280", true);
    tab.click("button.main");
    tab.until("document.querySelector('#g1 .badge')?.textContent === 'conflict'");
    assert_eq!(
        tab.eval("document.querySelector('h1').textContent"),
        "Ferry"
    );
    assert_eq!(tab.eval("document.querySelectorAll('.report').length"), 3);
    assert!(server.story("ferry").join("northline.txt").is_file());

    assert_eq!(tab.complaints(), [""; 0]);
    let here = format!("http://{}/", server.host);
    let asked = tab.requests();
    // The icons of the date fields are the browser's own.
    let ours = |address: &String| address.starts_with(&here) || address.starts_with("data:");
    assert!(asked.iter().all(ours), "{asked:?}");
}

#[test]
fn hostile_articles_stay_text() {
    let folder = tempfile::tempdir().unwrap();
    let text = "Police said 12 people were killed. <script>alert(1)</script> <img src=//evil.example/x onerror=alert(2)>\n\n\
                <svg onload=alert(3)> <a href=\"javascript:alert(4)\">14 people were hurt</a> \u{202e}and 7 died.\n\n\
                </p></article></main><style>body { display: none }</style><meta http-equiv=refresh content=\"0;url=//evil.example\">\n";
    let paths = ["<b>one", "two' onmouseover='alert(5)"].map(|name| {
        let path = folder.path().join(format!("{name}.txt"));
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    });
    let Some(mut scene) = Scene::of(&[&paths[0], &paths[1]]) else {
        return;
    };
    scene.tab.show(&scene.file, "");
    assert_eq!(scene.eval("document.querySelectorAll('.report script, img, svg[onload], meta[http-equiv=refresh]').length"), 0);
    assert_eq!(scene.eval("document.querySelectorAll('article').length"), 2);
    assert_eq!(scene.eval("document.body.checkVisibility() && document.body.innerText.includes('onerror=alert(2)')"), true);
    scene.assert_quiet();
}
