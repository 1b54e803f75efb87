//! `_headers`, in the form that Netlify and Cloudflare Pages read: security
//! headers for all, caching by whether a name carries a hash.
//!
//! Both hosts join headers of all rules that match, so caching is said file by
//! file and no two rules give the same header.

use std::fmt::Write as _;
use std::path::Path;

use super::{digest, files_in, policy};
use crate::trouble::Outcome;

/// The file's name; it is not part of the site that visitors see.
pub const NAME: &str = "_headers";

const FOR_EVER: &str = "public, max-age=31536000, immutable";
const ASK_FIRST: &str = "no-cache";

/// Writes the file for the site in `folder` with this page.
///
/// # Errors
/// If the folder cannot be read, or the file not written.
pub fn write(folder: &Path, page: &str) -> Outcome {
    let names = files_in(folder)?;
    super::write(&folder.join(NAME), &text(page, &names))
}

fn text(page: &str, names: &[String]) -> String {
    let mut out = format!(
        "/*\n  Content-Security-Policy: {}\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: no-referrer\n  \
         Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()\n",
        policy::for_header(page),
    );
    rule(&mut out, "", ASK_FIRST);
    for name in names.iter().filter(|name| *name != NAME) {
        rule(
            &mut out,
            name,
            if digest::is_hashed(name) {
                FOR_EVER
            } else {
                ASK_FIRST
            },
        );
    }
    out
}

fn rule(out: &mut String, name: &str, caching: &str) {
    // Writing to a string cannot fail.
    let _ = write!(out, "/{name}\n  Cache-Control: {caching}\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_with_a_hash_are_kept_and_others_asked_for() {
        let names = [
            "index.html".to_owned(),
            "style-0123456789abcdef.css".to_owned(),
        ];
        let text = text("", &names);
        assert!(text.contains("/\n  Cache-Control: no-cache\n"));
        assert!(text.contains("/index.html\n  Cache-Control: no-cache\n"));
        assert!(text.contains(
            "/style-0123456789abcdef.css\n  Cache-Control: public, max-age=31536000, immutable\n"
        ));
        assert!(text.starts_with("/*\n  Content-Security-Policy: default-src 'none';"));
    }
}
