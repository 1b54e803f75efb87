//! Links: what they contain, their passphrase, and why they cannot be opened.

pub(crate) mod link_contents;
pub(crate) mod link_error;
pub(crate) mod link_field;
pub(crate) mod passphrase_form;
pub(crate) mod unsealed_link;
