//! The pieces that pages are made of.

pub(crate) mod canvas;
pub(crate) mod certificate;
pub(crate) mod copied;
pub(crate) mod dialog;
pub(crate) mod fold;
pub(crate) mod header;
pub(crate) mod lasting;
pub(crate) mod link_contents;
pub(crate) mod listing;
pub(crate) mod meter;
pub(crate) mod notices;
pub(crate) mod passphrase;
pub(crate) mod saved;
pub(crate) mod streaks;
pub(crate) mod unread;
