//! Headless Chromium over its DevTools protocol: one browser with one tab, commands in, answers and events out.
//!
//! The protocol is JSON over a web socket (chromedevtools.github.io/devtools-protocol); the few commands that
//! the tests need are written out here instead of generated for all of it, which takes a minute to compile.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::{Value, json};
use tungstenite::stream::MaybeTlsStream;
use tungstenite::{Message, WebSocket};

/// Longer than anything here takes: a browser that hangs fails its test instead of stopping all of them.
const PATIENCE: Duration = Duration::from_secs(60);

const NAMES: [&str; 5] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
];

/// No sandbox (CI runs as root), and none of the browser's own errands on the network.
const FLAGS: [&str; 12] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--no-default-browser-check",
    "--hide-scrollbars",
    "--remote-debugging-port=0",
];

/// A browser with one tab; it ends when this is dropped.
pub struct Tab {
    process: Child,
    socket: WebSocket<MaybeTlsStream<TcpStream>>,
    session: Option<String>,
    sent: u64,
    events: Vec<Value>,
    _profile: tempfile::TempDir,
}

/// Says that something is not done for want of `what`; where `CI` or `CLAIMDIFF_BROWSER` is set, that is a failure.
pub fn missing(what: &str) {
    let demanded = ["CI", "CLAIMDIFF_BROWSER"].map(std::env::var_os);
    let message = format!("no {what}: .ci/browser installs it");
    assert!(demanded.iter().all(Option::is_none), "{message}");
    // Past the capture of the test harness, which hides what a passing test prints.
    let message = format!("SKIPPED, {message}\n");
    std::io::stderr().write_all(message.as_bytes()).unwrap();
}

impl Tab {
    /// Opens a browser; none where there is none to open.
    pub fn open() -> Option<Self> {
        let program = program();
        if program.is_none() {
            missing("Chromium");
        }
        program.as_deref().map(Self::start)
    }

    fn start(program: &Path) -> Self {
        let profile = tempfile::tempdir().unwrap();
        let mut process = Command::new(program)
            .args(FLAGS)
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(process.stderr.take().unwrap()).lines();
        let address = lines
            .find_map(|line| {
                Some(
                    line.ok()?
                        .strip_prefix("DevTools listening on ")?
                        .to_owned(),
                )
            })
            .expect("the browser says where it listens");
        // What it says from now on is read away, so that it never waits for a reader.
        std::thread::spawn(move || lines.for_each(drop));
        let (socket, _) = tungstenite::connect(&address).unwrap();
        if let MaybeTlsStream::Plain(stream) = socket.get_ref() {
            stream.set_read_timeout(Some(PATIENCE)).unwrap();
        }
        let mut tab = Self {
            process,
            socket,
            session: None,
            sent: 0,
            events: Vec::new(),
            _profile: profile,
        };
        tab.attach();
        tab
    }

    fn attach(&mut self) {
        let target = self.call("Target.createTarget", json!({"url": "about:blank"}));
        let session = self.call(
            "Target.attachToTarget",
            json!({"targetId": target["targetId"], "flatten": true}),
        );
        self.session = Some(session["sessionId"].as_str().unwrap().to_owned());
        for domain in ["Page", "Runtime", "Log", "Network"] {
            self.call(&format!("{domain}.enable"), json!({}));
        }
    }

    /// Sends a command and gives its result.
    pub fn call(&mut self, method: &str, params: Value) -> Value {
        let answer = self.ask(method, params);
        assert!(answer["error"].is_null(), "{method}: {}", answer["error"]);
        answer["result"].clone()
    }

    /// Sends a command and gives its answer, good or bad.
    fn ask(&mut self, method: &str, params: Value) -> Value {
        self.sent += 1;
        let mut command = json!({"id": self.sent, "method": method, "params": params});
        if let Some(session) = &self.session {
            command["sessionId"] = json!(session);
        }
        let command = Message::text(command.to_string());
        self.socket.send(command).unwrap();
        loop {
            let message = self.receive();
            if message["id"] == json!(self.sent) {
                return message;
            }
            self.events.push(message);
        }
    }

    fn receive(&mut self) -> Value {
        loop {
            let message = self.socket.read().expect("the browser answers in time");
            if let Message::Text(text) = message {
                return serde_json::from_str(&text).unwrap();
            }
        }
    }

    /// Waits for the next event called `method`, unless it came already.
    fn wait(&mut self, method: &str) {
        while !self.events.iter().any(|event| event["method"] == method) {
            let message = self.receive();
            self.events.push(message);
        }
    }

    /// Goes to `address` and waits until the page is loaded.
    pub fn go(&mut self, address: &str) {
        self.events
            .retain(|event| event["method"] != "Page.loadEventFired");
        self.call("Page.navigate", json!({"url": address}));
        self.wait("Page.loadEventFired");
    }

    /// Shows `page` as a file.
    pub fn show(&mut self, file: &Path, view: &str) {
        // A change of the part behind the # alone would load nothing.
        self.go("about:blank");
        self.go(&format!("file://{}{view}", file.display()));
    }

    /// The value of an expression in the page.
    pub fn eval(&mut self, expression: &str) -> Value {
        let answer = self.call(
            "Runtime.evaluate",
            json!({
                "expression": expression, "returnByValue": true, "awaitPromise": true, "userGesture": true,
            }),
        );
        assert!(
            answer["exceptionDetails"].is_null(),
            "{expression}: {answer}"
        );
        answer["result"]["value"].clone()
    }

    /// Waits until an expression is true, on whatever page is then open.
    pub fn until(&mut self, expression: &str) {
        for _ in 0..1000 {
            // While another page opens there is nothing that could answer.
            let answer = self.ask(
                "Runtime.evaluate",
                json!({"expression": expression, "returnByValue": true}),
            );
            if answer["result"]["result"]["value"] == true {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        panic!("never: {expression}");
    }

    /// Clicks where the first element that `selector` finds stands, as a mouse does.
    pub fn click(&mut self, selector: &str) {
        let place = self.eval(&format!(
            "(() => {{
                const one = document.querySelector({selector:?});
                one.scrollIntoView({{ block: 'center', behavior: 'instant' }});
                const box = one.getClientRects()[0];
                return [box.x + Math.min(box.width / 2, 12), box.y + box.height / 2];
            }})()"
        ));
        for kind in ["mousePressed", "mouseReleased"] {
            self.call(
                "Input.dispatchMouseEvent",
                json!({"type": kind, "x": place[0], "y": place[1], "button": "left", "clickCount": 1}),
            );
        }
    }

    /// Presses keys, one after the other: characters, or `Enter`, `Escape`, `Tab`.
    pub fn press(&mut self, keys: &[&str]) {
        for key in keys {
            let code = match *key {
                "Enter" => (13, "\r"),
                "Escape" => (27, ""),
                "Tab" => (9, ""),
                character => (0, character),
            };
            for kind in ["keyDown", "keyUp"] {
                let text = if kind == "keyDown" { code.1 } else { "" };
                self.call(
                    "Input.dispatchKeyEvent",
                    json!({"type": kind, "key": key, "text": text, "windowsVirtualKeyCode": code.0}),
                );
            }
        }
    }

    /// Makes the window `width` pixels wide, in light or dark.
    pub fn resize(&mut self, width: u32, scheme: &str) {
        self.call(
            "Emulation.setDeviceMetricsOverride",
            json!({"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600}),
        );
        self.call(
            "Emulation.setEmulatedMedia",
            json!({"features": [
                {"name": "prefers-color-scheme", "value": scheme},
                {"name": "prefers-reduced-motion", "value": "reduce"},
            ]}),
        );
    }

    /// A picture of the window, or of the whole page, kept below the target folder for people to look at.
    pub fn picture(&mut self, name: &str, whole: bool) {
        let answer = self.call(
            "Page.captureScreenshot",
            json!({"format": "png", "captureBeyondViewport": whole}),
        );
        let data = answer["data"].as_str().unwrap();
        let bytes =
            base64::Engine::decode(&base64::engine::general_purpose::STANDARD, data).unwrap();
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.png"));
        std::fs::write(&path, bytes).unwrap();
    }

    /// What the page complained about: errors and warnings on the console, exceptions, blocked loads.
    pub fn complaints(&mut self) -> Vec<String> {
        self.eval("1");
        let complaints = self
            .events
            .iter()
            .filter(|event| match event["method"].as_str() {
                Some("Runtime.exceptionThrown" | "Page.javascriptDialogOpening") => true,
                Some("Runtime.consoleAPICalled") => event["params"]["type"] != "log",
                Some("Log.entryAdded") => event["params"]["entry"]["level"] != "verbose",
                _ => false,
            });
        complaints.map(ToString::to_string).collect()
    }

    /// The addresses that were asked for.
    pub fn requests(&mut self) -> Vec<String> {
        self.eval("1");
        let asked = self
            .events
            .iter()
            .filter(|event| event["method"] == "Network.requestWillBeSent");
        asked
            .map(|event| {
                event["params"]["request"]["url"]
                    .as_str()
                    .unwrap()
                    .to_owned()
            })
            .collect()
    }
}

impl Drop for Tab {
    fn drop(&mut self) {
        // It may have ended by itself.
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

fn program() -> Option<PathBuf> {
    if let Some(named) = std::env::var_os("CHROMIUM") {
        return Some(named.into());
    }
    let folders: Vec<PathBuf> = std::env::split_paths(&std::env::var_os("PATH")?).collect();
    let programs = NAMES
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    programs.into_iter().find(|program| program.is_file())
}
