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
    let text = without_keep_alive(&String::from_utf8_lossy(&head));
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

/// The head of a request after which the server closes the connection: only one request is relayed,
/// and the client would send the next ones on the same connection.
fn without_keep_alive(head: &str) -> String {
    let is_connection = |line: &&str| {
        let name = line.split(':').next().unwrap_or_default();
        name.eq_ignore_ascii_case("connection")
    };
    let mut lines: Vec<&str> = head.trim_end().split("\r\n").collect();
    lines.retain(|line| !is_connection(line));
    lines.extend(["Connection: close", "", ""]);
    lines.join("\r\n")
}

#[cfg(test)]
mod tests {
    use super::without_keep_alive;

    #[test]
    fn a_relayed_request_closes_its_connection_however_the_client_writes_the_header() {
        let closing = "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
        for header in [
            "Connection: keep-alive\r\n",
            "connection: Keep-Alive\r\n",
            "",
        ] {
            let head = format!("GET / HTTP/1.1\r\n{header}Host: a\r\n\r\n");
            assert_eq!(without_keep_alive(&head), closing, "{header}");
        }
    }
}
