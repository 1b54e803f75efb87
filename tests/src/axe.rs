//! axe-core: what a machine can tell about whether everybody can use a page.

use std::fs;

use serde_json::Value;
use xtask::checkout::Checkout;
use xtask::tools;

use crate::{Error, Outcome, Visitor};

/// The checker, ready to be put into a page.
#[derive(Debug)]
pub struct Axe(String);

impl Axe {
    /// Installs it where it is missing.
    ///
    /// # Errors
    /// If that fails.
    pub fn load() -> Outcome<Self> {
        let file = tools::ensure_axe(&Checkout::current())?;
        Ok(Self(fs::read_to_string(file)?))
    }

    /// Everything that it finds on the page that shows.
    ///
    /// # Errors
    /// If it cannot run there.
    pub async fn find_violations(&self, visitor: &Visitor) -> Outcome<Vec<String>> {
        visitor.run_script(&self.0, Vec::new()).await?;
        let script = "return axe.run(document, { preload: false, }).then(r => r.passes.length < 5 ? 'too little to say' : r.violations.flatMap(v =>
            v.nodes.map(n => `${v.id}: ${n.target.join(' ')}: ${n.any.concat(n.all, n.none).map(c => c.message).join(', ')}`)))";
        let found = visitor.run_script(script, Vec::new()).await?;
        match found {
            Value::Array(found) => Ok(found
                .iter()
                .filter_map(Value::as_str)
                .map(str::to_owned)
                .collect()),
            other => Err(Error::new(format!("axe answered {other}"))),
        }
    }
}
