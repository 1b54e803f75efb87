//! `_headers`, as Netlify and Cloudflare Pages read it.
//!
//! Both merge the headers of all matching rules, so caching is set per file and no two rules set
//! the same header. Cloudflare limits the number of rules and the length of a line; files beyond
//! the limit are revalidated, which is the default of both hosts.

use std::fmt::Write as _;

use super::{ISOLATED, OPEN, SiteFile, cache_control, is_open, is_page};
use crate::headers::Header;

/// Greatest number of rules that Cloudflare Pages reads.
#[cfg(test)]
pub(super) const MAX_RULES: usize = 100;

/// Longest line in bytes; longer ones are ignored.
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
