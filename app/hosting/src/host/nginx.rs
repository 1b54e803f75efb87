//! nginx. An `add_header` in a `location` would hide all those around it, so there is a single list
//! of them, and maps select what depends on the file.

use super::{CORS_HEADER, IMMUTABLE, IMMUTABLE_PATTERN, ISOLATION_HEADER, REVALIDATE, quote};
use crate::headers::Header;

pub(super) fn header_lines(headers: &[Header]) -> String {
    let line = |(name, value): &Header| format!("add_header {name} {} always;\n", quote(value));
    headers.iter().map(line).collect()
}

pub(super) fn config_file(headers: &[Header]) -> String {
    let lines = header_lines(headers).replace("add_header", "    add_header");
    let (open, star) = CORS_HEADER;
    let (isolated, all) = ISOLATION_HEADER;
    format!(
        "# A file for /etc/nginx/conf.d. Change root and listen, and add TLS.\n\
         map $uri $assay_caching {{\n    default \"{REVALIDATE}\";\n    \"~{IMMUTABLE_PATTERN}\" \"{IMMUTABLE}\";\n}}\n\
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
