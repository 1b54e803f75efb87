//! nginx. An `add_header` in a `location` would hide all those around it, so there is a single list
//! of them, and maps select what depends on the file.

use std::fmt::Write as _;

use super::{ASK_FIRST, IMMUTABLE, ISOLATED, KEPT, OPEN, quoted};
use crate::headers::Header;

pub(super) fn header_lines(headers: &[Header]) -> String {
    let mut out = String::new();
    for (name, value) in headers {
        // Writing to a string cannot fail.
        let _ = writeln!(out, "add_header {name} {} always;", quoted(value));
    }
    out
}

pub(super) fn config_file(headers: &[Header]) -> String {
    let lines = header_lines(headers).replace("add_header", "    add_header");
    let (open, star) = OPEN;
    let (isolated, all) = ISOLATED;
    format!(
        "# A file for /etc/nginx/conf.d. Change root and listen, and add TLS.\n\
         map $uri $assay_caching {{\n    default \"{ASK_FIRST}\";\n    \"~{KEPT}\" \"{IMMUTABLE}\";\n}}\n\
         # A header with an empty value is not sent.\n\
         map $uri $assay_open {{\n    default \"\";\n    \"~/embed[^/]*\\.js$\" \"{star}\";\n}}\n\
         map $uri $assay_isolated {{\n    default \"\";\n    \"~/(index\\.html)?$\" \"{all}\";\n}}\n\
         server {{\n    listen 8080;\n    root /srv/assay;\n    index index.html;\n    charset utf-8;\n\n{lines}    \
         add_header Cache-Control $assay_caching;\n    add_header {open} $assay_open;\n    add_header {isolated} $assay_isolated;\n\n    \
         gzip on;\n    gzip_vary on;\n    gzip_types text/css text/javascript application/javascript application/json \
         application/wasm application/manifest+json image/svg+xml;\n\n    \
         location ~ \\.webmanifest$ {{\n        types {{}}\n        default_type application/manifest+json;\n    }}\n}}\n"
    )
}
