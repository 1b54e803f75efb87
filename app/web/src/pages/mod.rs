//! A page a file: what it shows of the state, and what its controls do.

pub(crate) mod about;
pub(crate) mod adding;
pub(crate) mod answers;
pub(crate) mod ask;
mod backup;
pub(crate) mod builder;
pub(crate) mod compare;
pub(crate) mod earlier;
pub(crate) mod fault;
pub(crate) mod invitation;
pub(crate) mod invite;
pub(crate) mod own_model;
pub(crate) mod profile;
pub(crate) mod results;
pub(crate) mod review;
pub(crate) mod section;
pub(crate) mod shared;
pub(crate) mod start;
pub(crate) mod team;
pub(crate) mod unfinished;
pub(crate) mod workspace;
