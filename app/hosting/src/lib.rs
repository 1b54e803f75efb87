//! What the owner of a site copies: the line of code that embeds the assessment, and what a host
//! has to send with the app's files. Texts in, texts out; the builder page shows them and the build
//! writes them, so that both say the same.

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
