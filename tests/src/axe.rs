//! axe-core, an automatic check of accessibility.

use std::fs;

use serde_json::Value;
use xtask::checkout::Checkout;
use xtask::tools;

use crate::{Error, Outcome, Visitor};

/// The script of axe-core.
#[derive(Debug)]
pub struct Axe(String);

impl Axe {
    /// Loads the script; installs it if it is missing.
    ///
    /// # Errors
    /// If it cannot be installed or read.
    pub fn load() -> Outcome<Self> {
        let file = tools::ensure_axe(&Checkout::current())?;
        Ok(Self(fs::read_to_string(file)?))
    }

    /// The violations on the current page. Two rules that axe leaves off are on: targets of at least
    /// 24 px, and names that contain the visible label, which voice control needs.
    ///
    /// # Errors
    /// If the script cannot run there.
    pub async fn find_violations(&self, visitor: &Visitor) -> Outcome<Vec<String>> {
        visitor.run_script(&self.0, Vec::new()).await?;
        let script = "return axe.run(document, { preload: false, rules: { 'target-size': { enabled: true }, 'label-content-name-mismatch': { enabled: true } } }).then(r => r.passes.length < 5 ? 'too little to say' : r.violations.flatMap(v =>
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
