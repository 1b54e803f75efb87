//! `_headers`, in the form that Netlify and Cloudflare Pages read.
//!
//! Both join the headers of all rules that match, so caching is said file by file and no two rules
//! give the same header. Cloudflare reads so many rules and no more, and so much of a line; what
//! falls off the end is what both ask for first by themselves.

use std::fmt::Write as _;

use super::{ISOLATED, OPEN, SiteFile, cache_control, is_open, is_page};
use crate::headers::Header;

/// How many rules Cloudflare Pages reads.
#[cfg(test)]
pub(super) const MAX_RULES: usize = 100;

/// How long a line may be there, in bytes: a longer one is not sent.
pub const MAX_LINE_BYTES: usize = 2000;

pub(super) fn header_lines(headers: &[Header]) -> String {
    let mut out = String::from("/*\n");
    for (name, value) in headers {
        // Writing to a string cannot fail.
        let _ = writeln!(out, "  {name}: {value}");
    }
    out
}

pub(super) fn config_file(headers: &[Header], names: &[SiteFile<'_>]) -> String {
    let mut out = header_lines(headers);
    let mut names: Vec<&SiteFile<'_>> = names.iter().collect();
    names.sort_by_key(|file| !file.hashed && !is_open(file.name) && !is_page(file.name));
    for SiteFile { name, hashed } in names {
        let _ = writeln!(out, "/{name}\n  Cache-Control: {}", cache_control(*hashed));
        if is_open(name) {
            let _ = writeln!(out, "  {}: {}", OPEN.0, OPEN.1);
        }
        if is_page(name) {
            let _ = writeln!(out, "  {}: {}", ISOLATED.0, ISOLATED.1);
        }
    }
    out
}
