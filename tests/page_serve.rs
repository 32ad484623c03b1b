//! The local page over HTTP: what it saves, what it shows, whom it answers.

#[path = "common/server.rs"]
mod server;

use assert_cmd::Command;
use server::Server;

const HARBOR: &[u8] =
    b"The ferry hit the pier at 9 a.m.\r\n\r\nPolice said 12 people were injured.\r\n";
const NORTHLINE: &[u8] =
    b"---\noutlet: Northline News\ndate: 2025-05-20\n---\n\nPolice said 21 people were injured.\n";

#[test]
fn what_is_submitted_becomes_a_story_folder_and_its_page() {
    let server = Server::start();
    let answer = server.post(&[
        ("story", b"The ferry"),
        ("outlet", b"Harbor Ledger"),
        ("date", b"2025-05-20"),
        ("time", b"09:30"),
        ("text", HARBOR),
        ("outlet", b""),
        ("date", b""),
        ("time", b""),
        ("text", b""),
        ("file/../North line.md", NORTHLINE),
        ("file/", b""),
    ]);
    assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
    assert!(
        answer.contains("location: /stories/the-ferry\r\n"),
        "{answer}"
    );

    let folder = server.story("the-ferry");
    let story = std::fs::read_to_string(folder.join("story.yaml")).unwrap();
    assert_eq!(
        story,
        "story: The ferry\nreports:\n- outlet: Harbor Ledger\n  date: 2025-05-20T09:30\n  path: harbor-ledger.txt\n\
         - path: north-line.md\n"
    );
    assert_eq!(
        std::fs::read(folder.join("north-line.md")).unwrap(),
        NORTHLINE
    );

    let shown = server.get("/stories/the-ferry");
    let (_, shown) = shown.split_once("\r\n\r\n").unwrap();
    let written = Command::cargo_bin("claimdiff")
        .unwrap()
        .arg("compare")
        .arg(&folder)
        .args(["--format", "html"])
        .output()
        .unwrap();
    assert_eq!(
        shown,
        String::from_utf8(written.stdout).unwrap(),
        "one renderer"
    );
    assert!(shown.contains("People injured"));
    assert!(server.get("/").contains("href=\"/stories/the-ferry\""));
}

#[test]
fn what_cannot_be_read_is_said_before_the_rest_is_shown() {
    let server = Server::start();
    server.post(&[
        ("story", b"one"),
        ("outlet", b"A"),
        ("text", HARBOR),
        ("file/b.xyz", b"???"),
    ]);
    let answer = server.get("/stories/one");
    assert!(answer.starts_with("HTTP/1.1 422"), "{answer}");
    assert!(
        answer.contains("b.xyz") && answer.contains("href=\"/stories/one?anyway\""),
        "{answer}"
    );
    assert!(
        server
            .get("/stories/one?anyway")
            .starts_with("HTTP/1.1 200")
    );

    let answer = server.post(&[("story", b"nothing"), ("outlet", b"A"), ("text", b"  ")]);
    assert!(answer.starts_with("HTTP/1.1 422"), "{answer}");
    assert!(!server.story("nothing").exists());
}

#[test]
fn only_pages_of_this_server_are_answered() {
    let server = Server::start();
    let port = server.host.rsplit(':').next().unwrap().to_owned();
    let status = |head: &str| server.ask(head, b"")[9..12].to_owned();
    assert_eq!(
        status(&format!("GET / HTTP/1.1\nHost: localhost:{port}")),
        "200"
    );
    for host in [
        "evil.example".to_owned(),
        format!("evil.example:{port}"),
        "127.0.0.1".to_owned(),
        format!("127.0.0.1.evil.example:{port}"),
    ] {
        assert_eq!(
            status(&format!("GET / HTTP/1.1\nHost: {host}")),
            "403",
            "{host}"
        );
    }
    assert_eq!(status("GET / HTTP/1.0"), "403", "no host at all");

    let form = "Content-Type: multipart/form-data; boundary=edge";
    for origin in ["http://evil.example", "null", "http://localhost:1"] {
        let head = format!(
            "POST /stories HTTP/1.1\nHost: {}\nOrigin: {origin}\n{form}",
            server.host
        );
        assert_eq!(status(&head), "403", "{origin}");
    }
    let head = format!(
        "POST /stories HTTP/1.1\nHost: {}\nSec-Fetch-Site: cross-site\n{form}",
        server.host
    );
    assert_eq!(status(&head), "403");
    assert_eq!(std::fs::read_dir(server.stories()).unwrap().count(), 0);
}

#[test]
fn answers_may_not_be_framed_shared_or_kept() {
    let server = Server::start();
    let answer = server.get("/").to_lowercase();
    for header in [
        "content-security-policy: frame-ancestors 'none'",
        "x-content-type-options: nosniff",
        "cache-control: no-store",
        "cross-origin-resource-policy: same-origin",
    ] {
        assert!(answer.contains(header), "{header}");
    }
    assert!(!answer.contains("access-control-allow"));
}

#[test]
fn names_that_lead_elsewhere_lead_nowhere() {
    let server = Server::start();
    std::fs::write(server.stories().join("../story.yaml"), "reports: []").unwrap();
    for path in [
        "/stories/..",
        "/stories/%2e%2e",
        "/stories/..%2f..",
        "/stories/%00",
        "/stories/nobody",
        "/etc/passwd",
    ] {
        let answer = server.get(path);
        assert!(answer.starts_with("HTTP/1.1 404"), "{path}: {answer}");
    }
}

#[test]
fn a_submission_that_is_too_large_is_refused() {
    let server = Server::start();
    let large = vec![b'x'; (32 << 20) + 1];
    let answer = server.post(&[("story", b"large"), ("outlet", b"A"), ("text", &large)]);
    assert!(
        answer.is_empty() || answer.starts_with("HTTP/1.1 413"),
        "{answer}"
    );
    assert!(!server.story("large").exists());
    assert!(server.get("/").starts_with("HTTP/1.1 200"), "it goes on");
}

#[test]
fn the_configuration_above_a_story_holds_for_its_page() {
    let server = Server::start();
    server.post(&[
        ("story", b"one"),
        ("outlet", b"A"),
        ("text", HARBOR),
        ("file/b.md", NORTHLINE),
    ]);
    let configuration = server.stories().join("claimdiff.yaml");
    let page = || server.get("/stories/one");
    let told = "two digits have changed places";
    assert!(page().contains(told), "{}", page());
    std::fs::write(&configuration, "rules: {number-slip: off}").unwrap();
    assert!(page().contains("People injured") && !page().contains("number-slip"));
    std::fs::write(&configuration, "rules: {number-slop: off}").unwrap();
    let refused = page();
    assert!(refused.starts_with("HTTP/1.1 422"), "{refused}");
    assert!(refused.contains("claimdiff.yaml:1:"), "{refused}");
}
