//! The Caddyfile.

use std::fmt::Write as _;

use super::{ASK_FIRST, IMMUTABLE, ISOLATED, KEPT, OPEN, quoted};
use crate::headers::Header;

pub(super) fn header_lines(headers: &[Header]) -> String {
    let mut out = String::from("header {\n");
    for (name, value) in headers {
        // Writing to a string cannot fail.
        let _ = writeln!(out, "\t{name} {}", quoted(value));
    }
    out.push_str("}\n");
    out
}

pub(super) fn config_file(headers: &[Header]) -> String {
    let mut lines = String::new();
    for line in self::header_lines(headers).lines() {
        let _ = writeln!(lines, "\t{line}");
    }
    let (open, star) = OPEN;
    let (isolated, all) = ISOLATED;
    format!(
        "# With a name such as assay.firm.example in the place of :8080 Caddy also sees to TLS.\n\
         :8080 {{\n\troot * /srv/assay\n\tencode zstd gzip\n{lines}\
         \t@kept path_regexp {KEPT}\n\theader @kept Cache-Control \"{IMMUTABLE}\"\n\
         \t@asked not path_regexp {KEPT}\n\theader @asked Cache-Control {ASK_FIRST}\n\
         \t@open path_regexp ^/([^/]*/)*embed[^/]*\\.js$\n\theader @open {open} {star}\n\
         \t@page path_regexp /(index\\.html)?$\n\theader @page {isolated} {all}\n\theader *.webmanifest Content-Type application/manifest+json\n\tfile_server\n}}\n"
    )
}
