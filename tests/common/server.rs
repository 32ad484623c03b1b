//! `claimdiff serve` as a process, with a folder of its own.

#![allow(dead_code, reason = "each test binary uses a part of it")]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// A server that ends when this is dropped.
pub struct Server {
    process: Child,
    folder: tempfile::TempDir,
    /// Where it listens: `127.0.0.1:40123`.
    pub host: String,
}

impl Server {
    /// Starts a server on a free port.
    pub fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut process = Command::new(env!("CARGO_BIN_EXE_claimdiff"))
            .arg("serve")
            .arg(folder.path().join("stories"))
            .args(["--port", "0"])
            .stdin(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        let mut lines = BufReader::new(process.stderr.take().unwrap());
        lines.read_line(&mut line).unwrap();
        std::thread::spawn(move || lines.lines().for_each(drop));
        let address = line.split_once("http://").expect("it says where").1;
        let host = address.split('/').next().unwrap().to_owned();
        Self {
            process,
            folder,
            host,
        }
    }

    /// The folder of its stories.
    pub fn stories(&self) -> PathBuf {
        self.folder.path().join("stories")
    }

    /// A story's folder.
    pub fn story(&self, name: &str) -> PathBuf {
        self.stories().join(Path::new(name))
    }

    /// Sends a request, whose headers go without `Host` unless given, and gives the whole answer.
    pub fn ask(&self, head: &str, body: &[u8]) -> String {
        let mut stream = TcpStream::connect(&self.host).unwrap();
        stream
            .set_read_timeout(Some(Duration::from_secs(60)))
            .unwrap();
        let head = head.replace('\n', "\r\n");
        let length = body.len();
        let head = format!("{head}\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n");
        stream.write_all(head.as_bytes()).unwrap();
        // A server that refuses a large body closes the connection before it has read all of it.
        stream.write_all(body).ok();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).ok();
        String::from_utf8_lossy(&answer).into_owned()
    }

    /// Asks for a page as a browser does.
    pub fn get(&self, path: &str) -> String {
        self.ask(&format!("GET {path} HTTP/1.1\nHost: {}", self.host), b"")
    }

    /// Sends a form as the start page does: fields by name, files as `name/file name`.
    pub fn post(&self, fields: &[(&str, &[u8])]) -> String {
        let mut body = Vec::new();
        for (name, value) in fields {
            let (name, file) = name.split_once('/').unwrap_or((name, ""));
            let file = if file.is_empty() {
                String::new()
            } else {
                format!("; filename=\"{file}\"")
            };
            let head =
                format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n");
            body.extend_from_slice(head.as_bytes());
            body.extend_from_slice(value);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(b"--edge--\r\n");
        let host = &self.host;
        let head = format!(
            "POST /stories HTTP/1.1\nHost: {host}\nOrigin: http://{host}\n\
             Content-Type: multipart/form-data; boundary=edge"
        );
        self.ask(&head, &body)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself.
        self.process.kill().ok();
        self.process.wait().ok();
    }
}
