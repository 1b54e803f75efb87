//! The Caddyfile.

use super::{CORS_HEADER, IMMUTABLE, IMMUTABLE_PATTERN, ISOLATION_HEADER, REVALIDATE, quote};
use crate::headers::Header;

pub(super) fn header_lines(headers: &[Header]) -> String {
    let line = |(name, value): &Header| format!("\t{name} {}\n", quote(value));
    let lines: String = headers.iter().map(line).collect();
    format!("header {{\n{lines}}}\n")
}

pub(super) fn config_file(headers: &[Header]) -> String {
    let lines = header_lines(headers);
    let lines: String = lines.lines().map(|line| format!("\t{line}\n")).collect();
    let (open, star) = CORS_HEADER;
    let (isolated, all) = ISOLATION_HEADER;
    format!(
        "# With a name such as assay.firm.example in the place of :8080 Caddy also sees to TLS.\n\
         :8080 {{\n\troot * /srv/assay\n\tencode zstd gzip\n{lines}\
         \t@kept path_regexp {IMMUTABLE_PATTERN}\n\theader @kept Cache-Control \"{IMMUTABLE}\"\n\
         \t@asked not path_regexp {IMMUTABLE_PATTERN}\n\theader @asked Cache-Control {REVALIDATE}\n\
         \t@open path_regexp ^/([^/]*/)*embed[^/]*\\.js$\n\theader @open {open} {star}\n\
         \t@page path_regexp /(index\\.html)?$\n\theader @page {isolated} {all}\n\theader *.webmanifest Content-Type application/manifest+json\n\tfile_server\n}}\n"
    )
}
