//! The response headers of every file of the app.

use crate::Origin;

/// Name and value of a header.
pub type Header = (&'static str, String);

/// The headers of every file. `policy` is the policy of the page's meta element; the header adds
/// `frame-ancestors`: the app itself and the sites of `allowed`.
#[must_use]
pub fn security_headers(policy: &str, allowed: &[Origin]) -> Vec<Header> {
    vec![
        (
            "Content-Security-Policy",
            add_frame_ancestors(policy, allowed),
        ),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Referrer-Policy", "no-referrer".to_owned()),
        // Without `includeSubDomains`, since subdomains may use plain http.
        ("Strict-Transport-Security", "max-age=31536000".to_owned()),
        // No other site gets a reference to the app's window.
        ("Cross-Origin-Opener-Policy", "same-origin".to_owned()),
        // Cross-origin isolated sites may embed the app; all its files are public.
        ("Cross-Origin-Resource-Policy", "cross-origin".to_owned()),
        (
            "Permissions-Policy",
            "camera=(), geolocation=(), microphone=(), payment=(), usb=()".to_owned(),
        ),
    ]
}

/// The policy with `frame-ancestors` at its end, replacing any that it had.
fn add_frame_ancestors(policy: &str, allowed: &[Origin]) -> String {
    let others = policy
        .split(';')
        .map(str::trim)
        .filter(|directive| !directive.is_empty() && !directive.starts_with("frame-ancestors"));
    let mut ancestors = "frame-ancestors 'self'".to_owned();
    for origin in allowed {
        ancestors.push(' ');
        ancestors.push_str(origin.as_str());
    }
    let mut directives: Vec<&str> = others.collect();
    directives.push(&ancestors);
    directives.join("; ")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::add_frame_ancestors;
    use crate::Origin;

    #[test]
    fn only_the_app_itself_and_the_allowed_sites_may_frame_it() {
        let firm = Origin::parse("https://firm.example").unwrap();
        assert_eq!(
            add_frame_ancestors("default-src 'none'", &[]),
            "default-src 'none'; frame-ancestors 'self'"
        );
        assert_eq!(
            add_frame_ancestors("default-src 'none'; frame-ancestors *;", &[firm]),
            "default-src 'none'; frame-ancestors 'self' https://firm.example"
        );
    }
}
