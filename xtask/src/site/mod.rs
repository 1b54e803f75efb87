//! A server for the built site: files with the headers that a host sends. `cargo xtask serve`, the
//! journeys and Lighthouse use it.
//!
//! It listens on 127.0.0.1 only. Dropping a [`SiteServer`] closes its open connections, so that a
//! test can end the network connection of a page; libraries such as tiny_http leave them open.

mod brotli_cache;
mod content_type;
mod header_rules;
mod listener;
mod options;
mod path;
mod request;
mod response;

use std::collections::HashMap;
use std::io;
use std::net::{Ipv4Addr, Shutdown, TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crate::error::Outcome;
pub use listener::listen;
pub use options::SiteOptions;
use response::ServedFolder;

/// The time after which an idle connection is closed.
const IDLE_TIMEOUT: Duration = Duration::from_secs(60);

/// A running server; it stops when it is dropped.
#[derive(Debug)]
pub struct SiteServer {
    address: String,
    shared: Arc<Shared>,
    listening: Option<JoinHandle<()>>,
    port: u16,
}

#[derive(Debug)]
struct Shared {
    folder: ServedFolder,
    stopping: AtomicBool,
    next: AtomicU64,
    open: Mutex<HashMap<u64, TcpStream>>,
}

impl SiteServer {
    /// Serves a folder on a port; 0 for any free one.
    ///
    /// # Errors
    /// If the port is in use.
    pub fn start(folder: impl Into<PathBuf>, port: u16) -> io::Result<Self> {
        Self::start_with(SiteOptions {
            port,
            ..SiteOptions::new(folder)
        })
    }

    /// Serves a folder with these options.
    ///
    /// # Errors
    /// If the port is in use.
    pub fn start_with(options: SiteOptions) -> io::Result<Self> {
        let listener = listen(options.port)?;
        let port = listener.local_addr()?.port();
        let folder = ServedFolder::new(options.folder, &options.under, options.quality);
        let address = format!("http://127.0.0.1:{port}{}", folder.under());
        let shared = Arc::new(Shared {
            folder,
            stopping: AtomicBool::new(false),
            next: AtomicU64::new(0),
            open: Mutex::default(),
        });
        let listening = thread::spawn({
            let shared = Arc::clone(&shared);
            move || accept_connections(&listener, &shared)
        });
        Ok(Self {
            address,
            shared,
            listening: Some(listening),
            port,
        })
    }

    /// Compresses every file now, so that it does not happen beside what is measured.
    ///
    /// # Errors
    /// If the folder cannot be read.
    pub fn compress_all(&self) -> Outcome {
        self.shared.folder.compress_all()
    }

    /// The address of the site, with a slash at the end: `http://127.0.0.1:8080/`.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The port on which it listens.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Waits until the server stops, which happens only when the process ends.
    pub fn wait(mut self) {
        if let Some(thread) = self.listening.take() {
            // If the thread panicked, the server has stopped too.
            let _ = thread.join();
        }
    }
}

impl Drop for SiteServer {
    fn drop(&mut self) {
        self.shared.stopping.store(true, Ordering::SeqCst);
        // Wakes the listener, which then sees that it has to stop.
        let _ = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port));
        if let Some(thread) = self.listening.take() {
            let _ = thread.join();
        }
        for connection in self.shared.connections().values() {
            // The connection may be closed already.
            let _ = connection.shutdown(Shutdown::Both);
        }
    }
}

impl Shared {
    fn connections(&self) -> std::sync::MutexGuard<'_, HashMap<u64, TcpStream>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn accept_connections(listener: &TcpListener, shared: &Arc<Shared>) {
    for stream in listener.incoming() {
        if shared.stopping.load(Ordering::SeqCst) {
            return;
        }
        let Ok(stream) = stream else { continue };
        let shared = Arc::clone(shared);
        let number = shared.next.fetch_add(1, Ordering::SeqCst);
        if let Ok(copy) = stream.try_clone() {
            shared.connections().insert(number, copy);
        }
        thread::spawn(move || {
            // A client that closes its connection is no error of the server.
            let _ = serve_connection(stream, &shared);
            shared.connections().remove(&number);
        });
    }
}

/// Serves the requests of a connection until it is closed.
fn serve_connection(mut stream: TcpStream, shared: &Shared) -> io::Result<()> {
    stream.set_read_timeout(Some(IDLE_TIMEOUT))?;
    stream.set_nodelay(true)?;
    let mut waiting = Vec::new();
    while !shared.stopping.load(Ordering::SeqCst) {
        let Some(request) = request::read(&mut stream, &mut waiting)? else {
            break;
        };
        shared
            .folder
            .respond(&request)
            .send(&mut stream, &request)?;
        if request.closes_connection {
            break;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read as _, Write as _};

    fn ask(site: &SiteServer, line: &str, more: &str) -> String {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, site.port())).unwrap();
        write!(
            stream,
            "{line} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n{more}\r\n"
        )
        .unwrap();
        let mut response = Vec::new();
        stream.read_to_end(&mut response).unwrap();
        String::from_utf8_lossy(&response).into_owned()
    }

    fn site(name: &str, under: &str) -> SiteServer {
        let folder = std::env::temp_dir().join(format!("assay-site-{name}-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("texts")).unwrap();
        std::fs::write(folder.join("index.html"), "<p>".repeat(400)).unwrap();
        std::fs::write(folder.join("texts/en.json"), "{}").unwrap();
        std::fs::write(
            folder.join("_headers"),
            "/*\n  X-All: 1\n/texts/*\n  X-Text: 2\n",
        )
        .unwrap();
        SiteServer::start_with(SiteOptions {
            under: under.to_owned(),
            ..SiteOptions::new(folder)
        })
        .unwrap()
    }

    #[test]
    fn the_page_comes_with_its_type_and_headers() {
        let site = site("page", "/");
        let response = ask(&site, "GET /?lang=en", "");
        assert!(response.starts_with("HTTP/1.1 200 OK\r\n"), "{response}");
        assert!(response.contains("Content-Type: text/html; charset=utf-8\r\n"));
        assert!(response.contains("X-All: 1\r\n") && !response.contains("X-Text"));
        assert!(response.contains("Content-Length: 1200\r\n") && response.ends_with("<p><p>"));
        assert!(ask(&site, "GET /texts/en.json", "").contains("X-Text: 2\r\n"));
    }

    #[test]
    fn clients_that_accept_brotli_receive_it() {
        let response = ask(
            &site("brotli", "/"),
            "GET /",
            "Accept-Encoding: gzip, br\r\n",
        );
        assert!(
            response.contains("Content-Encoding: br\r\n")
                && !response.contains("Content-Length: 1200\r\n")
        );
    }

    #[test]
    fn head_has_no_body_and_other_methods_are_refused() {
        let site = site("head", "/");
        let response = ask(&site, "HEAD /", "");
        assert!(response.contains("Content-Length: 1200\r\n") && response.ends_with("\r\n\r\n"));
        assert!(ask(&site, "POST /", "").starts_with("HTTP/1.1 405"));
    }

    #[test]
    fn what_is_not_there_or_outside_is_not_found() {
        let site = site("missing", "/");
        for path in [
            "/none",
            "/../Cargo.toml",
            "/%2e%2e/Cargo.toml",
            "/texts/",
            "/_headers",
            "/texts/..%2fx",
        ] {
            assert!(
                ask(&site, &format!("GET {path}"), "").starts_with("HTTP/1.1 404"),
                "{path}"
            );
        }
    }

    #[test]
    fn under_a_path_only_that_path_is_served() {
        let site = site("under", "sub/path");
        assert!(site.address().ends_with("/sub/path/"));
        assert!(ask(&site, "GET /sub/path/", "").starts_with("HTTP/1.1 200"));
        assert!(ask(&site, "GET /sub/path", "").contains("Location: /sub/path/\r\n"));
        assert!(ask(&site, "GET /", "").starts_with("HTTP/1.1 404"));
    }

    #[test]
    fn a_dropped_site_closes_its_connections() {
        let site = site("dropped", "/");
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, site.port())).unwrap();
        stream
            .write_all(b"HEAD / HTTP/1.1\r\nHost: a\r\n\r\n")
            .unwrap();
        let mut some = [0; 12];
        stream.read_exact(&mut some).unwrap();
        let port = site.port();
        drop(site);
        assert!(stream.read_to_end(&mut Vec::new()).is_ok());
        assert!(TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err());
    }
}
