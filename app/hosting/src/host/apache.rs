//! `.htaccess` of Apache; the directives may also be in a `<Directory>` section.

use super::{CORS_HEADER, IMMUTABLE, ISOLATION_HEADER, REVALIDATE, quote};
use crate::headers::Header;

pub(super) fn header_lines(headers: &[Header]) -> String {
    let line = |(name, value): &Header| format!("Header always set {name} {}\n", quote(value));
    headers.iter().map(line).collect()
}

pub(super) fn config_file(headers: &[Header]) -> String {
    let lines = header_lines(headers);
    let (open, star) = CORS_HEADER;
    let (isolated, all) = ISOLATION_HEADER;
    format!(
        "# Needs mod_headers, and AllowOverride FileInfo for this folder.\n\
         {lines}Header set Cache-Control \"{REVALIDATE}\"\n\
         <FilesMatch \"[-._][0-9a-f]{{16}}[-._]|^embed-[0-9]+\\.[0-9]+\\.[0-9]+\\.js$\">\n  \
         Header set Cache-Control \"{IMMUTABLE}\"\n</FilesMatch>\n\
         <FilesMatch \"^embed.*\\.js$\">\n  Header set {open} \"{star}\"\n</FilesMatch>\n\
         <Files \"index.html\">\n  Header set {isolated} \"{all}\"\n</Files>\n\
         AddType application/wasm .wasm\nAddType application/manifest+json .webmanifest\n\
         <IfModule mod_deflate.c>\n  AddOutputFilterByType DEFLATE text/html text/css text/javascript \
         application/javascript application/json application/wasm image/svg+xml\n</IfModule>\n"
    )
}
