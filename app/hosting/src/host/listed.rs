//! `_headers`, in the form that Netlify and Cloudflare Pages read.
//!
//! Both join the headers of all rules that match, so caching is said file by file and no two rules
//! give the same header.

use std::fmt::Write as _;

use super::{Name, OPEN, is_open, keeping};
use crate::headers::Header;

pub(super) fn lines(headers: &[Header]) -> String {
    let mut out = String::from("/*\n");
    for (name, value) in headers {
        // Writing to a string cannot fail.
        let _ = writeln!(out, "  {name}: {value}");
    }
    out
}

pub(super) fn whole(headers: &[Header], names: &[Name<'_>]) -> String {
    let mut out = lines(headers);
    for Name { name, hashed } in names {
        let _ = writeln!(out, "/{name}\n  Cache-Control: {}", keeping(*hashed));
        if is_open(name) {
            let _ = writeln!(out, "  {}: {}", OPEN.0, OPEN.1);
        }
    }
    out
}
