//! Responses to requests for files.

use std::fmt::Write as _;
use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::Arc;

use super::brotli_cache::compress_once;
use super::header_rules::HeaderRules;
use super::request::Request;
use super::{content_type, path};
use crate::error::Outcome;
use crate::finish::{headers, list_files};

/// The folder that is served.
#[derive(Debug)]
pub(super) struct ServedFolder {
    folder: PathBuf,
    under: String,
    /// The quality of brotli, 0 to 11.
    quality: u32,
}

/// A response that is not sent yet.
#[derive(Debug)]
pub(super) struct Response {
    status: &'static str,
    headers: Vec<(String, String)>,
    body: Arc<Vec<u8>>,
}

impl ServedFolder {
    pub(super) fn new(folder: PathBuf, under: &str, quality: u32) -> Self {
        let inner = under.trim_matches('/');
        let under = if inner.is_empty() {
            "/".to_owned()
        } else {
            format!("/{inner}/")
        };
        Self {
            folder,
            under,
            quality,
        }
    }

    pub(super) fn under(&self) -> &str {
        &self.under
    }

    /// Compresses every file.
    ///
    /// # Errors
    /// If the folder cannot be read.
    pub(super) fn compress_all(&self) -> Outcome {
        for name in list_files(&self.folder)? {
            drop(self.file(&name, &name, true));
        }
        Ok(())
    }

    pub(super) fn respond(&self, request: &Request) -> Response {
        if !matches!(request.method.as_str(), "GET" | "HEAD") {
            return Response::short("405 Method Not Allowed").with("Allow", "GET, HEAD");
        }
        if format!("{}/", request.path) == self.under {
            return Response::short("301 Moved Permanently").with("Location", &self.under);
        }
        let inside = request.path.strip_prefix(self.under.trim_end_matches('/'));
        let name = inside
            .and_then(path::file_name)
            .filter(|name| !headers::is_host_file(name));
        inside
            .zip(name)
            .and_then(|(inside, name)| self.file(inside, &name, request.accepts_brotli))
            .unwrap_or_else(|| Response::short("404 Not Found"))
    }

    /// The response with a file and its headers. `None` if the file does not exist or is, through a
    /// link, outside of the folder.
    fn file(&self, address: &str, name: &str, takes_brotli: bool) -> Option<Response> {
        let file = self.folder.join(name).canonicalize().ok()?;
        if !file.starts_with(self.folder.canonicalize().ok()?) || !file.is_file() {
            return None;
        }
        let content = fs::read(&file).ok()?;
        let (kind, worth) = content_type::of(name);
        let mut answer = Response::short("200 OK").with("Content-Type", kind);
        let rules = fs::read_to_string(self.folder.join(headers::HEADERS_FILE)).unwrap_or_default();
        for (name, value) in HeaderRules::read(&rules).of(address) {
            answer = answer.without(name).with(name, value);
        }
        if !worth {
            answer.body = Arc::new(content);
            return Some(answer);
        }
        answer = answer.with("Vary", "Accept-Encoding");
        if !takes_brotli {
            answer.body = Arc::new(content);
            return Some(answer);
        }
        answer.body = compress_once(&content, self.quality);
        Some(answer.with("Content-Encoding", "br"))
    }
}

impl Response {
    fn short(status: &'static str) -> Self {
        Self {
            status,
            headers: Vec::new(),
            body: Arc::default(),
        }
    }

    fn with(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    fn without(mut self, name: &str) -> Self {
        self.headers
            .retain(|(other, _)| !other.eq_ignore_ascii_case(name));
        self
    }

    pub(super) fn send(&self, stream: &mut impl Write, request: &Request) -> io::Result<()> {
        let mut head = format!(
            "HTTP/1.1 {}\r\nContent-Length: {}\r\n",
            self.status,
            self.body.len()
        );
        for (name, value) in &self.headers {
            // Writing to a string cannot fail.
            let _ = write!(head, "{name}: {value}\r\n");
        }
        head += if request.closes_connection {
            "Connection: close\r\n\r\n"
        } else {
            "\r\n"
        };
        let mut bytes = head.into_bytes();
        if request.method != "HEAD" {
            bytes.extend_from_slice(&self.body);
        }
        // A single write: otherwise the second part could wait for the acknowledgement of the
        // first.
        stream.write_all(&bytes)
    }
}
