//! `_headers`, as Netlify and Cloudflare Pages read it.
//!
//! Both merge the headers of all matching rules, so caching is set per file and no two rules set
//! the same header. Cloudflare limits the number of rules and the length of a line; files beyond
//! the limit are revalidated, which is the default of both hosts.

use super::{CORS_HEADER, ISOLATION_HEADER, SiteFile, cache_control, is_embed_script, is_page};
use crate::headers::Header;

/// Greatest number of rules that Cloudflare Pages reads.
#[cfg(test)]
pub(super) const MAX_RULES: usize = 100;

/// Longest line in bytes; longer ones are ignored.
pub const MAX_LINE_BYTES: usize = 2000;

pub(super) fn header_lines(headers: &[Header]) -> String {
    let line = |(name, value): &Header| format!("  {name}: {value}\n");
    let lines: String = headers.iter().map(line).collect();
    format!("/*\n{lines}")
}

pub(super) fn config_file(headers: &[Header], names: &[SiteFile<'_>]) -> String {
    let mut files: Vec<&SiteFile<'_>> = names.iter().collect();
    files.sort_by_key(|file| !file.hashed && !is_embed_script(file.name) && !is_page(file.name));
    let rules: String = files.into_iter().map(rule).collect();
    format!("{}{rules}", header_lines(headers))
}

fn rule(file: &SiteFile<'_>) -> String {
    let caching = ("Cache-Control", cache_control(file.hashed));
    let cors = Some(CORS_HEADER).filter(|_| is_embed_script(file.name));
    let isolation = Some(ISOLATION_HEADER).filter(|_| is_page(file.name));
    let headers = [Some(caching), cors, isolation].into_iter().flatten();
    let lines: String = headers
        .map(|(name, value)| format!("  {name}: {value}\n"))
        .collect();
    format!("/{}\n{lines}", file.name)
}
