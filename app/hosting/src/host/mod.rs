//! Configuration files of hosts: header lines, and whole files with caching rules.

mod apache;
mod azure;
mod caddy;
mod headers_file;
mod nginx;
#[cfg(test)]
mod tests;
mod vercel;

pub use headers_file::MAX_LINE_BYTES;

use crate::headers::Header;

/// A kind of host.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Host {
    /// Netlify, Cloudflare Pages and other hosts that read `_headers`.
    HeadersFile,
    /// Vercel.
    Vercel,
    /// Azure Static Web Apps.
    Azure,
    /// Apache and what understands its `.htaccess`.
    Apache,
    /// nginx.
    Nginx,
    /// Caddy.
    Caddy,
}

/// A file of the site and whether it may be cached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SiteFile<'a> {
    /// Path from the top of the site; empty for the page itself.
    pub name: &'a str,
    /// Whether the name changes with the content.
    pub hashed: bool,
}

const IMMUTABLE: &str = "public, max-age=31536000, immutable";
const REVALIDATE: &str = "no-cache";

/// Matches names with a content hash and versioned scripts, in a syntax that all hosts share.
const IMMUTABLE_PATTERN: &str = r"([-._][0-9a-f]{16}[-._]|/embed-[0-9]+\.[0-9]+\.[0-9]+\.js$)";

/// The value of `Cache-Control` for a file.
#[must_use]
pub const fn cache_control(hashed: bool) -> &'static str {
    if hashed { IMMUTABLE } else { REVALIDATE }
}

/// Pages of other origins can check the integrity of a script only with CORS.
const CORS_HEADER: (&str, &str) = ("Access-Control-Allow-Origin", "*");

/// Whether a file is loaded by pages of other origins.
fn is_embed_script(name: &str) -> bool {
    name.starts_with("embed") && name.ends_with(".js")
}

/// Lets cross-origin isolated pages embed the app. All files that the page loads are its own, so
/// nothing is blocked. For the page only, since some PDF viewers of browsers fail with this header.
const ISOLATION_HEADER: (&str, &str) = ("Cross-Origin-Embedder-Policy", "require-corp");

/// Whether a path is that of the page itself.
fn is_page(name: &str) -> bool {
    matches!(name, "" | "index.html")
}

impl Host {
    /// All hosts, the most common first.
    pub const ALL: [Self; 6] = [
        Self::HeadersFile,
        Self::Nginx,
        Self::Apache,
        Self::Caddy,
        Self::Vercel,
        Self::Azure,
    ];

    /// Product name of the host.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::HeadersFile => "Netlify, Cloudflare Pages",
            Self::Vercel => "Vercel",
            Self::Azure => "Azure Static Web Apps",
            Self::Apache => "Apache",
            Self::Nginx => "nginx",
            Self::Caddy => "Caddy",
        }
    }

    /// Short name for addresses and form fields.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::HeadersFile => "listed",
            Self::Vercel => "vercel",
            Self::Azure => "azure",
            Self::Apache => "apache",
            Self::Nginx => "nginx",
            Self::Caddy => "caddy",
        }
    }

    /// The file that the host reads, from the top of the built site.
    #[must_use]
    pub const fn file_name(self) -> &'static str {
        match self {
            Self::HeadersFile => "_headers",
            Self::Vercel => "vercel.json",
            Self::Azure => "staticwebapp.config.json",
            Self::Apache => ".htaccess",
            Self::Nginx => "hosting/nginx.conf",
            Self::Caddy => "hosting/Caddyfile",
        }
    }

    /// The part of its file that sets the headers of every file.
    #[must_use]
    pub fn header_lines(self, headers: &[Header]) -> String {
        match self {
            Self::HeadersFile => headers_file::header_lines(headers),
            Self::Vercel => vercel::header_lines(headers),
            Self::Azure => azure::header_lines(headers),
            Self::Apache => apache::header_lines(headers),
            Self::Nginx => nginx::header_lines(headers),
            Self::Caddy => caddy::header_lines(headers),
        }
    }

    /// Its whole file for a site with these files.
    #[must_use]
    pub fn config_file(self, headers: &[Header], names: &[SiteFile<'_>]) -> String {
        match self {
            Self::HeadersFile => headers_file::config_file(headers, names),
            Self::Vercel => vercel::config_file(headers),
            Self::Azure => azure::config_file(headers, names),
            Self::Apache => apache::config_file(headers),
            Self::Nginx => nginx::config_file(headers),
            Self::Caddy => caddy::config_file(headers),
        }
    }
}

/// A value in double quotes, as nginx, Caddy and Apache parse it.
fn quote(value: &str) -> String {
    format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""))
}
