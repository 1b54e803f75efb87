//! A server in front of another one, which may respond itself or hold requests.

use std::io::{self, Read as _, Write as _};
use std::net::{Ipv4Addr, TcpStream};
use std::sync::Arc;
use std::thread;

use crate::Outcome;

/// The head of a request, and the connection on which its body follows.
pub(crate) struct RelayedRequest<'a> {
    pub(crate) head: &'a str,
    pub(crate) client: &'a mut TcpStream,
}

impl RelayedRequest<'_> {
    /// The request line: method, path and version.
    pub(crate) fn first_line(&self) -> &str {
        self.head.lines().next().unwrap_or_default()
    }

    /// Reads the body with the length that the head states.
    pub(crate) fn read_body(&mut self) -> io::Result<String> {
        let length = self.head.lines().find_map(|line| {
            let (name, value) = line.split_once(':')?;
            let is_length = name.eq_ignore_ascii_case("content-length");
            is_length.then(|| value.trim().parse::<usize>().ok())?
        });
        let mut body = vec![0; length.unwrap_or_default()];
        self.client.read_exact(&mut body)?;
        Ok(String::from_utf8_lossy(&body).into_owned())
    }

    /// Responds with a status and without a body.
    pub(crate) fn respond(&mut self, status: &str) -> io::Result<()> {
        let answer = format!("HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        self.client.write_all(answer.as_bytes())
    }
}

/// Starts a relay to the port `behind` and returns its address. `first` receives every request and
/// returns whether it has responded. The relay ends with the test process.
pub(crate) fn start_relay<F>(behind: u16, first: F) -> Outcome<String>
where
    F: Fn(&mut RelayedRequest<'_>) -> io::Result<bool> + Send + Sync + 'static,
{
    let listener = xtask::site::listen(0)?;
    let address = format!("http://127.0.0.1:{}/", listener.local_addr()?.port());
    let first = Arc::new(first);
    thread::spawn(move || {
        for visitor in listener.incoming().flatten() {
            let first = Arc::clone(&first);
            // A client that closes its connection is no error.
            thread::spawn(move || drop(relay_request(visitor, behind, &*first)));
        }
    });
    Ok(address)
}

/// Relays one request and its response, then closes the connection.
fn relay_request(
    mut visitor: TcpStream,
    behind: u16,
    first: &dyn Fn(&mut RelayedRequest<'_>) -> io::Result<bool>,
) -> io::Result<()> {
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") {
        visitor.read_exact(&mut byte)?;
        head.extend_from_slice(&byte);
    }
    let text =
        String::from_utf8_lossy(&head).replace("Connection: keep-alive", "Connection: close");
    let mut asked = RelayedRequest {
        head: &text,
        client: &mut visitor,
    };
    if first(&mut asked)? {
        return Ok(());
    }
    let mut site = TcpStream::connect((Ipv4Addr::LOCALHOST, behind))?;
    site.write_all(text.as_bytes())?;
    io::copy(&mut site, &mut visitor)?;
    Ok(())
}
