//! axe-core: what a machine can tell about whether everybody can use a page.

use std::fs;

use serde_json::Value;
use xtask::places::Places;
use xtask::tools;

use crate::{Outcome, Trouble, Visitor};

/// The checker, ready to be put into a page.
#[derive(Debug)]
pub struct Axe(String);

impl Axe {
    /// Installs it where it is missing.
    ///
    /// # Errors
    /// If that fails.
    pub fn ready() -> Outcome<Self> {
        let file = tools::axe(&Places::of_this_checkout())?;
        Ok(Self(fs::read_to_string(file)?))
    }

    /// Everything that it finds on the page that shows.
    ///
    /// # Errors
    /// If it cannot run there.
    pub async fn findings(&self, visitor: &Visitor) -> Outcome<Vec<String>> {
        visitor.script(&self.0, Vec::new()).await?;
        let script = "return axe.run(document, { preload: false, }).then(r => r.passes.length < 5 ? 'too little to say' : r.violations.flatMap(v =>
            v.nodes.map(n => `${v.id}: ${n.target.join(' ')}: ${n.any.concat(n.all, n.none).map(c => c.message).join(', ')}`)))";
        let found = visitor.script(script, Vec::new()).await?;
        match found {
            Value::Array(found) => Ok(found
                .iter()
                .filter_map(Value::as_str)
                .map(str::to_owned)
                .collect()),
            other => Err(Trouble::new(format!("axe answered {other}"))),
        }
    }
}
