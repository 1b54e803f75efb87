//! Reads the head of an HTTP/1.1 request, which is all that a server of files needs.

use std::io::{self, Read};

/// The maximum size of a head in bytes.
const MAX_HEAD_BYTES: usize = 32 * 1024;

/// The head of a request.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Request {
    pub(super) method: String,
    /// The path as it was sent, without the query.
    pub(super) path: String,
    pub(super) accepts_brotli: bool,
    /// The connection is closed after the response.
    pub(super) closes_connection: bool,
}

/// Reads the next request; `waiting` contains the bytes that followed the previous one. `None` at
/// the end of the connection.
pub(super) fn read(stream: &mut impl Read, waiting: &mut Vec<u8>) -> io::Result<Option<Request>> {
    let mut piece = [0; 4096];
    loop {
        if let Some(end) = waiting.windows(4).position(|bytes| bytes == b"\r\n\r\n") {
            let head: Vec<u8> = waiting.drain(..end + 4).collect();
            return Ok(Some(parse_head(&String::from_utf8_lossy(&head))));
        }
        let count = stream.read(&mut piece)?;
        if count == 0 || waiting.len() > MAX_HEAD_BYTES {
            return Ok(None);
        }
        waiting.extend_from_slice(piece.get(..count).unwrap_or_default());
    }
}

fn parse_head(head: &str) -> Request {
    let mut lines = head.lines();
    let mut words = lines.next().unwrap_or_default().split(' ');
    let method = words.next().unwrap_or_default().to_owned();
    let target = words.next().unwrap_or_default();
    let path = target
        .split(['?', '#'])
        .next()
        .unwrap_or_default()
        .to_owned();
    let mut request = Request {
        method,
        path,
        ..Request::default()
    };
    for (name, value) in lines.filter_map(|line| line.split_once(':')) {
        let value = value.trim().to_ascii_lowercase();
        match name.to_ascii_lowercase().as_str() {
            "accept-encoding" => {
                request.accepts_brotli = value.split(',').any(|one| one.trim() == "br")
            }
            "connection" => request.closes_connection |= value == "close",
            // A body is not read, so what follows it could not be parsed.
            "content-length" | "transfer-encoding" => request.closes_connection |= value != "0",
            _ => {}
        }
    }
    request
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_requests_in_one_piece_are_read_one_by_one() {
        let sent = b"GET /a?b=1 HTTP/1.1\r\nAccept-Encoding: gzip, br\r\n\r\nHEAD / HTTP/1.1\r\nConnection: close\r\n\r\n";
        let (mut stream, mut waiting) = (sent.as_slice(), Vec::new());
        let first = read(&mut stream, &mut waiting).unwrap().unwrap();
        assert_eq!((first.method.as_str(), first.path.as_str()), ("GET", "/a"));
        assert!(first.accepts_brotli && !first.closes_connection);
        let second = read(&mut stream, &mut waiting).unwrap().unwrap();
        assert!(second.method == "HEAD" && second.closes_connection);
        assert_eq!(read(&mut stream, &mut waiting).unwrap(), None);
    }
}
