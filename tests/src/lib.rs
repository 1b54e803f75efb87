//! Support for the browser journeys: a browser, a server and a visitor who
//! does what people do.
//!
//! [`Journey`] sets the scene and cleans up on every path; a [`Visitor`] acts
//! and looks. A journey knows the product only through its documented hooks
//! and addresses, and reads its data files as anybody would; only links in
//! great number are made by the core.

mod axe;
mod browser;
mod bundle;
mod cli;
mod code;
mod companies;
mod driver;
mod firm;
mod gate;
mod journey;
mod links;
mod outage;
mod pdf;
mod relay;
mod site_folder;
mod team;
mod trouble;
mod types;
mod visitor;

pub use axe::Axe;
pub use browser::{Scheme, Setting};
pub use bundle::bundle;
pub use cli::assay;
pub use code::{Picture, code_in};
pub use companies::{Company, Section, company, edge_case, questionnaire};
pub use firm::Firm;
pub use gate::Gate;
pub use journey::{Journey, built_site};
pub use links::{crowd_links, invitation, shipped_link, standard_model};
pub use outage::Outage;
pub use pdf::Pdf;
pub use site_folder::SiteFolder;
pub use team::{answers_of, team_files};
pub use thirtyfour::Key;
pub use trouble::{Outcome, Trouble};
pub use types::types_are_sound;
pub use visitor::{Figures, Path, Place, Visitor};
