//! Code and configuration that the owner of a site copies: the line that embeds the assessment, and
//! the headers of hosts. Pure functions from texts to texts, used by the page `#/embed` and by the
//! build, so that both have the same output.

mod embedding_site;
mod escapes;
mod headers;
mod host;
mod origin;
mod shared_origin;
mod skeleton;
mod snippet;

pub use embedding_site::embedding_site_policy;
pub use escapes::{escape_html, percent_encode};
pub use headers::{Header, security_headers};
pub use host::{Host, MAX_LINE_BYTES, SiteFile, cache_control};
pub use origin::{Origin, OriginError};
pub use shared_origin::has_shared_origin;
pub use skeleton::config_skeleton;
pub use snippet::{PinnedScript, Snippet};
