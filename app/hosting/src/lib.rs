//! What the owner of a site copies: the line of code that embeds the assessment, and what a host
//! has to send with the app's files. Texts in, texts out; the builder page shows them and the build
//! writes them, so that both say the same.

mod embedding_site;
mod headers;
mod host;
mod origin;
mod shared_origin;
mod skeleton;
mod snippet;

pub use embedding_site::policy_of_embedding_site;
pub use headers::{Header, for_every_file};
pub use host::{Host, LONGEST_LINE, Name, keeping};
pub use origin::{Origin, OriginFault};
pub use shared_origin::shares_its_origin;
pub use skeleton::config_skeleton;
pub use snippet::{Pinned, Snippet};
