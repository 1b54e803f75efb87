//! The pages of the app.
//!
//! | address | page | module |
//! | --- | --- | --- |
//! | `#/` | start | [`start`] |
//! | `#/profile` | company, stance and depth | [`profile`] |
//! | `#/s/SECTION` | questions of a section | [`section`] |
//! | `#/ask` | ask what matters | [`ask`] |
//! | `#/review` | open questions | [`review`] |
//! | `#/results` | the reader's result | [`results`] |
//! | `#/r/PAYLOAD` | a result from a link; a fictional company | [`shared_result`] |
//! | `#/examples` | all fictional companies | [`examples`] |
//! | `#/compare` | results side by side | [`compare`] |
//! | `#/team` | answers of several people | [`team`] |
//! | `#/invite` | create an invitation | [`new_invitation`] |
//! | `#/i/PAYLOAD` | a received invitation | [`received_invitation`] |
//! | `#/workspace` | assessments, imports, backup | [`workspace`] |
//! | `#/embed` | embed code for site owners | [`embed_code`] |
//! | `#/about` | method, storage, deletion | [`about`] |
//! | any other | error pages | [`error`] |
//!
//! A page is a function `NAME_page` that returns a view. Other functions that return a view are
//! named after what they show; a closure in a view is rebuilt when a signal that it reads changes,
//! which comments call *reactive*. A folder's `mod.rs` composes the page from the other files. What
//! several pages show is in [`crate::parts`].

pub(crate) mod about;
pub(crate) mod ask;
pub(crate) mod compare;
pub(crate) mod embed_code;
pub(crate) mod error;
pub(crate) mod examples;
pub(crate) mod new_invitation;
pub(crate) mod profile;
pub(crate) mod received_invitation;
pub(crate) mod results;
pub(crate) mod review;
pub(crate) mod section;
pub(crate) mod shared_result;
pub(crate) mod start;
pub(crate) mod team;
pub(crate) mod workspace;
