//! Hosts, and what each of them reads: the lines for headers, and a whole file with caching too.

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
    /// Netlify, Cloudflare Pages and others that read `_headers`.
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

/// A file of the site: its name, and how long a browser may keep it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SiteFile<'a> {
    /// From the top of the site; empty for the page itself.
    pub name: &'a str,
    /// The name changes with the content.
    pub hashed: bool,
}

const IMMUTABLE: &str = "public, max-age=31536000, immutable";
const ASK_FIRST: &str = "no-cache";

/// What names with a hash, and scripts of one version, look like. A pattern that all hosts read alike.
const KEPT: &str = r"([-._][0-9a-f]{16}[-._]|/embed-[0-9]+\.[0-9]+\.[0-9]+\.js$)";

/// How a file may be kept: the value of `Cache-Control`.
#[must_use]
pub const fn cache_control(hashed: bool) -> &'static str {
    if hashed { IMMUTABLE } else { ASK_FIRST }
}

/// Pages of other origins check the hash of a script, for which it must be open to them.
const OPEN: (&str, &str) = ("Access-Control-Allow-Origin", "*");

/// Whether a file is loaded by pages of other origins.
fn is_open(name: &str) -> bool {
    name.starts_with("embed") && name.ends_with(".js")
}

/// Without it no page that is cross-origin isolated may show the app in a frame. All that the page
/// loads is its own, so it gives up nothing. For the page alone: browsers' viewers of PDF files do not
/// all cope with it.
const ISOLATED: (&str, &str) = ("Cross-Origin-Embedder-Policy", "require-corp");

/// Whether a name is that of the page itself.
fn is_page(name: &str) -> bool {
    matches!(name, "" | "index.html")
}

impl Host {
    /// All of them, the most common first.
    pub const ALL: [Self; 6] = [
        Self::HeadersFile,
        Self::Nginx,
        Self::Apache,
        Self::Caddy,
        Self::Vercel,
        Self::Azure,
    ];

    /// Its name, as its makers write it.
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

    /// A short name for addresses and fields.
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

    /// The file that it reads, from the top of the built site.
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

    /// The part of its file that says these headers for every file of the app.
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

/// A value in double quotes, as nginx, Caddy and Apache read it.
fn quoted(value: &str) -> String {
    format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""))
}
