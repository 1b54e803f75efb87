//! `.htaccess` of Apache; the directives may also be in a `<Directory>` section.

use std::fmt::Write as _;

use super::{ASK_FIRST, IMMUTABLE, ISOLATED, OPEN, quoted};
use crate::headers::Header;

pub(super) fn header_lines(headers: &[Header]) -> String {
    let mut out = String::new();
    for (name, value) in headers {
        // Writing to a string cannot fail.
        let _ = writeln!(out, "Header always set {name} {}", quoted(value));
    }
    out
}

pub(super) fn config_file(headers: &[Header]) -> String {
    let lines = header_lines(headers);
    let (open, star) = OPEN;
    let (isolated, all) = ISOLATED;
    format!(
        "# Needs mod_headers, and AllowOverride FileInfo for this folder.\n\
         {lines}Header set Cache-Control \"{ASK_FIRST}\"\n\
         <FilesMatch \"[-._][0-9a-f]{{16}}[-._]|^embed-[0-9]+\\.[0-9]+\\.[0-9]+\\.js$\">\n  \
         Header set Cache-Control \"{IMMUTABLE}\"\n</FilesMatch>\n\
         <FilesMatch \"^embed.*\\.js$\">\n  Header set {open} \"{star}\"\n</FilesMatch>\n\
         <Files \"index.html\">\n  Header set {isolated} \"{all}\"\n</Files>\n\
         AddType application/wasm .wasm\nAddType application/manifest+json .webmanifest\n\
         <IfModule mod_deflate.c>\n  AddOutputFilterByType DEFLATE text/html text/css text/javascript \
         application/javascript application/json application/wasm image/svg+xml\n</IfModule>\n"
    )
}
