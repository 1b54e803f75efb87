//! Hosts, and what each of them reads: the lines for headers, and a whole file with caching too.

mod apache;
mod azure;
mod caddy;
mod listed;
mod nginx;
#[cfg(test)]
mod tests;
mod vercel;

pub use listed::LONGEST_LINE;

use crate::headers::Header;

/// A kind of host.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Host {
    /// Netlify, Cloudflare Pages and others that read `_headers`.
    Listed,
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
pub struct Name<'a> {
    /// From the top of the site; empty for the page itself.
    pub name: &'a str,
    /// The name changes with the content.
    pub hashed: bool,
}

const FOR_EVER: &str = "public, max-age=31536000, immutable";
const ASK_FIRST: &str = "no-cache";

/// What names with a hash, and scripts of one version, look like. A pattern that all hosts read alike.
const KEPT: &str = r"([-._][0-9a-f]{16}[-._]|/embed-[0-9]+\.[0-9]+\.[0-9]+\.js$)";

/// How a file may be kept: the value of `Cache-Control`.
#[must_use]
pub const fn keeping(hashed: bool) -> &'static str {
    if hashed { FOR_EVER } else { ASK_FIRST }
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
        Self::Listed,
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
            Self::Listed => "Netlify, Cloudflare Pages",
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
            Self::Listed => "listed",
            Self::Vercel => "vercel",
            Self::Azure => "azure",
            Self::Apache => "apache",
            Self::Nginx => "nginx",
            Self::Caddy => "caddy",
        }
    }

    /// The file that it reads, from the top of the built site.
    #[must_use]
    pub const fn file(self) -> &'static str {
        match self {
            Self::Listed => "_headers",
            Self::Vercel => "vercel.json",
            Self::Azure => "staticwebapp.config.json",
            Self::Apache => ".htaccess",
            Self::Nginx => "hosting/nginx.conf",
            Self::Caddy => "hosting/Caddyfile",
        }
    }

    /// The part of its file that says these headers for every file of the app.
    #[must_use]
    pub fn lines(self, headers: &[Header]) -> String {
        match self {
            Self::Listed => listed::lines(headers),
            Self::Vercel => vercel::lines(headers),
            Self::Azure => azure::lines(headers),
            Self::Apache => apache::lines(headers),
            Self::Nginx => nginx::lines(headers),
            Self::Caddy => caddy::lines(headers),
        }
    }

    /// Its whole file for a site with these files.
    #[must_use]
    pub fn whole(self, headers: &[Header], names: &[Name<'_>]) -> String {
        match self {
            Self::Listed => listed::whole(headers, names),
            Self::Vercel => vercel::whole(headers),
            Self::Azure => azure::whole(headers, names),
            Self::Apache => apache::whole(headers),
            Self::Nginx => nginx::whole(headers),
            Self::Caddy => caddy::whole(headers),
        }
    }
}

/// A value in double quotes, as nginx, Caddy and Apache read it.
fn quoted(value: &str) -> String {
    format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""))
}
