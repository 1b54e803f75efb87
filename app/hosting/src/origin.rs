//! Origins of other sites, as in `allowed_origins` and `frame-ancestors`.

use std::fmt;

/// `https://host` or `https://host:port`; `http:` for localhost only. It contains no character that
/// could end a header, a quotation or a directive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin(String);

/// Why a text is not an origin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OriginError {
    /// Does not begin with `https://`, or with `http://` for localhost.
    #[error("an origin begins with https:// (http:// only for localhost and 127.0.0.1)")]
    Scheme,
    /// Has a path, query or user after or before the host.
    #[error("an origin ends with the host or the port, without a path")]
    Path,
    /// The host is missing, or has characters other than letters, digits, dots and hyphens.
    #[error("the host is a name such as www.firm.example, without * and in its ASCII form")]
    Host,
    /// The port is not a number from 1 to 65535.
    #[error("a port is a number from 1 to 65535")]
    Port,
}

impl Origin {
    /// Parses an origin; one trailing slash is ignored, and letters become lower case.
    ///
    /// # Errors
    /// The part that is wrong.
    pub fn parse(text: &str) -> Result<Self, OriginError> {
        let text = text.trim().to_ascii_lowercase();
        let (scheme, rest) = text.split_once("://").ok_or(OriginError::Scheme)?;
        let place = rest.strip_suffix('/').unwrap_or(rest);
        if place.contains(['/', '?', '#', '@']) {
            return Err(OriginError::Path);
        }
        let (host, port) = match place.split_once(':') {
            Some((host, port)) => (host, Some(port)),
            None => (place, None),
        };
        if !is_host(host) {
            return Err(OriginError::Host);
        }
        if port.is_some_and(|port| !is_port(port)) {
            return Err(OriginError::Port);
        }
        let here = matches!(host, "localhost" | "127.0.0.1");
        if !(scheme == "https" || (scheme == "http" && here)) {
            return Err(OriginError::Scheme);
        }
        // Browsers omit the default port, and origins are compared byte by byte.
        let usual = if scheme == "https" { "443" } else { "80" };
        Ok(Self(match port.filter(|port| *port != usual) {
            Some(port) => format!("{scheme}://{host}:{port}"),
            None => format!("{scheme}://{host}"),
        }))
    }

    /// The origin as browsers serialize it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn is_host(host: &str) -> bool {
    let sound = |label: &str| {
        let plain = label
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'-');
        !label.is_empty() && plain && !label.starts_with('-') && !label.ends_with('-')
    };
    host.len() <= 253 && host.split('.').all(sound)
}

fn is_port(port: &str) -> bool {
    let digits = port.bytes().all(|byte| byte.is_ascii_digit());
    digits && !port.starts_with('0') && port.parse::<u16>().is_ok()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::{Origin, OriginError};
    use proptest::prelude::*;

    #[test]
    fn an_origin_is_written_as_browsers_do() {
        for (given, kept) in [
            ("https://firm.example", "https://firm.example"),
            (" HTTPS://Firm.Example/ ", "https://firm.example"),
            ("https://firm.example:443", "https://firm.example"),
            ("https://firm.example:8443", "https://firm.example:8443"),
            ("http://127.0.0.1:5173", "http://127.0.0.1:5173"),
            ("http://localhost", "http://localhost"),
            ("https://xn--fiq228c.example", "https://xn--fiq228c.example"),
        ] {
            assert_eq!(Origin::parse(given).unwrap().as_str(), kept, "{given}");
        }
    }

    #[test]
    fn a_text_that_is_no_origin_is_refused_with_the_reason() {
        for (given, fault) in [
            ("", OriginError::Scheme),
            ("firm.example", OriginError::Scheme),
            ("http://firm.example", OriginError::Scheme),
            ("javascript://firm.example", OriginError::Scheme),
            ("https://firm.example/path", OriginError::Path),
            ("https://firm.example//", OriginError::Path),
            ("https://user@firm.example", OriginError::Path),
            ("https://*.firm.example", OriginError::Host),
            ("https://", OriginError::Host),
            ("https://firm..example", OriginError::Host),
            ("https://firm.example; script-src *", OriginError::Host),
            ("https://北光.example", OriginError::Host),
            ("https://firm.example:", OriginError::Port),
            ("https://firm.example:0", OriginError::Port),
            ("https://firm.example:65536", OriginError::Port),
        ] {
            assert_eq!(Origin::parse(given), Err(fault), "{given}");
        }
    }

    proptest! {
        #[test]
        fn no_origin_can_break_out_of_a_header(text in "(https://|http://)?[ -~\\n]{0,30}") {
            if let Ok(origin) = Origin::parse(&text) {
                prop_assert!(origin.as_str().bytes().all(|b| b.is_ascii_alphanumeric() || b":/.-".contains(&b)));
                prop_assert_eq!(Origin::parse(origin.as_str()), Ok(origin.clone()));
            }
        }
    }
}
