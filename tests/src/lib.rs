//! Support for the browser journeys: a server, a browser and a visitor who uses it.
//!
//! [`Journey`] sets everything up and cleans up after a failure too; a [`Visitor`] acts and
//! observes. A journey knows the product only through its documented hooks, addresses and files.
//! Only large numbers of links are created by the core.

mod axe;
mod browser;
mod bundle;
mod cli;
mod companies;
mod engines;
mod firm;
mod gate;
mod journey;
mod links;
mod outage;
mod package;
mod pdf;
mod picture;
mod relay;
mod site_folder;
mod spoken;
mod team;
mod types;
mod visitor;

pub use axe::Axe;
pub use browser::{BrowserSettings, ColorScheme};
pub use bundle::bundle_example;
pub use cli::run_assay;
pub use companies::{Company, Section, load_company, load_edge_case, standard_sections};
pub use firm::Firm;
pub use gate::Gate;
pub use journey::{Journey, built_site_folder};
pub use links::{
    crowd_payloads, first_payload, invitation_payload, shipped_payload, standard_model,
};
pub use outage::Outage;
pub use package::Package;
pub use pdf::Pdf;
pub use picture::{Picture, decode_qr_code};
pub use site_folder::SiteFolder;
pub use spoken::Spoken;
pub use team::{assessment_json, write_team_files};
pub use thirtyfour::Key;
pub use types::check_types;
pub use visitor::{Figures, PathFigures, Point, Visitor};
pub use xtask::error::{Error, Outcome};
