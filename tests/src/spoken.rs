//! What a screen reader can say on a page: the accessibility tree of Chromium as lines of text.
//!
//! A line has the role, the name in quotes, and what else is announced: the level of a heading,
//! the value of a field, whether it is checked, expanded or invalid, and its description. Nodes
//! that assistive technology ignores are left out, and so is a text that repeats the name of its
//! parent.

use std::collections::HashMap;

use serde_json::{Value, json};

use crate::{Outcome, Visitor};

/// Roles that a person operates and that therefore need a name.
const OPERABLE: [&str; 14] = [
    "button",
    "checkbox",
    "combobox",
    "DisclosureTriangle",
    "link",
    "listbox",
    "menuitem",
    "radio",
    "searchbox",
    "slider",
    "spinbutton",
    "switch",
    "tab",
    "textbox",
];

/// Roles that add nothing to what is said about their content.
const SILENT: [&str; 11] = [
    "emphasis",
    "generic",
    "none",
    "InlineTextBox",
    "LineBreak",
    "LabelText",
    "ListMarker",
    "RootWebArea",
    "rowgroup",
    "ruby",
    "strong",
];

/// Properties that are announced when they are set.
const FLAGS: [&str; 9] = [
    "checked", "disabled", "expanded", "invalid", "modal", "pressed", "readonly", "required",
    "selected",
];

/// The spoken form of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoken {
    /// One line for each node, indented below its parent.
    pub text: String,
    /// Controls without a name.
    pub unnamed: Vec<String>,
}

impl Visitor {
    /// What a screen reader can say on the current page, or in the part of it that is at
    /// `selector`.
    ///
    /// # Errors
    /// If there is no such part, or the browser refuses.
    pub async fn spoken(&self, selector: &str) -> Outcome<Spoken> {
        self.wait_visible(selector).await?;
        let document = self
            .send_devtools("DOM.getDocument", json!({ "depth": 0 }))
            .await?;
        let query = json!({ "nodeId": document.pointer("/root/nodeId"), "selector": selector });
        let found = self.send_devtools("DOM.querySelector", query).await?;
        let wanted = json!({ "nodeId": found.get("nodeId") });
        let part = self.send_devtools("DOM.describeNode", wanted).await?;
        let tree = self
            .send_devtools("Accessibility.getFullAXTree", json!({}))
            .await?;
        let mut spoken = read_tree(&tree, part.pointer("/node/backendNodeId"));
        // The port differs in each run.
        spoken.text = spoken.text.replace(self.address(), "[site]/");
        Ok(spoken)
    }
}

/// Reads an answer of `Accessibility.getFullAXTree`, from the node that stands for the DOM node
/// `part` on.
fn read_tree(tree: &Value, part: Option<&Value>) -> Spoken {
    let nodes = tree.get("nodes").and_then(Value::as_array);
    let nodes: Vec<&Value> = nodes.into_iter().flatten().collect();
    let by_id = nodes
        .iter()
        .filter_map(|node| Some((node.get("nodeId")?.as_str()?, *node)))
        .collect();
    let root = nodes
        .iter()
        .find(|node| part.is_some() && node.get("backendDOMNodeId") == part)
        .or(nodes.first());
    let mut reader = Reader {
        by_id,
        spoken: Spoken {
            text: String::new(),
            unnamed: Vec::new(),
        },
    };
    if let Some(root) = root {
        reader.read(root, 0, "");
    }
    reader.spoken
}

struct Reader<'a> {
    by_id: HashMap<&'a str, &'a Value>,
    spoken: Spoken,
}

impl Reader<'_> {
    /// Adds a node and its children; `above` is the name of the nearest node that was added.
    fn read(&mut self, node: &Value, depth: usize, above: &str) {
        let role = field(node, "role");
        let name = field(node, "name");
        let ignored = node.get("ignored") == Some(&Value::Bool(true));
        let silent = ignored
            || SILENT.contains(&role)
            || (role == "StaticText" && (name.trim().is_empty() || above.contains(name.trim())))
            || (role == "paragraph" && name.is_empty());
        if !silent {
            let line = describe(node, role, name);
            if OPERABLE.contains(&role) && name.trim().is_empty() {
                self.spoken.unnamed.push(line.clone());
            }
            self.spoken.text.push_str(&"  ".repeat(depth));
            self.spoken.text.push_str(&line);
            self.spoken.text.push('\n');
        }
        let (depth, above) = if silent {
            (depth, above)
        } else {
            (depth + 1, name)
        };
        // The list of a closed selection is not said; its value is.
        if role == "combobox" || role == "textbox" {
            return;
        }
        let children = node.get("childIds").and_then(Value::as_array);
        for child in children.into_iter().flatten().filter_map(Value::as_str) {
            if let Some(child) = self.by_id.get(child).copied() {
                self.read(child, depth, above);
            }
        }
    }
}

/// The line of a node: `radio "Level 2" checked`.
fn describe(node: &Value, role: &str, name: &str) -> String {
    if role == "StaticText" {
        return tidy(name);
    }
    let mut line = role.to_owned();
    let property = |wanted: &str| {
        let all = node.get("properties").and_then(Value::as_array)?;
        let found = all
            .iter()
            .find(|property| property.get("name") == Some(&Value::from(wanted)))?;
        found.pointer("/value/value")
    };
    if role == "heading" {
        line += &property("level").map_or_else(String::new, |level| format!(" {level}"));
    }
    if !name.is_empty() {
        line += &format!(" \"{}\"", tidy(name));
    }
    let value = node.pointer("/value/value");
    if let Some(value) = value.filter(|value| value.as_str() != Some("")) {
        let value = value
            .as_str()
            .map_or_else(|| value.to_string(), str::to_owned);
        line += &format!(" = {}", tidy(&value));
    }
    for flag in FLAGS {
        match property(flag) {
            Some(Value::Bool(true)) => line += &format!(" {flag}"),
            Some(Value::Bool(false)) if flag == "expanded" => line += " collapsed",
            Some(Value::String(state)) if state == "true" => line += &format!(" {flag}"),
            _ => {}
        }
    }
    if let Some(Value::String(live)) = property("live").filter(|live| *live != "off") {
        line += &format!(" live={live}");
    }
    let description = field(node, "description");
    if !description.is_empty() {
        line += &format!(" ({})", tidy(description));
    }
    line
}

/// The value of a field of a node, such as its name.
fn field<'a>(node: &'a Value, name: &str) -> &'a str {
    let found = node.get(name).and_then(|field| field.get("value"));
    found.and_then(Value::as_str).unwrap_or_default()
}

/// A text in one line.
fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn node(id: &str, role: &str, name: &str, children: &[&str], properties: &Value) -> Value {
        json!({
            "nodeId": id, "ignored": false, "role": { "value": role }, "name": { "value": name },
            "childIds": children, "properties": properties, "backendDOMNodeId": id.parse::<u32>().ok(),
        })
    }

    #[test]
    fn roles_names_and_states_become_lines() {
        let level = json!([{ "name": "level", "value": { "value": 1 } }]);
        let closed = json!([{ "name": "expanded", "value": { "value": false } }]);
        let tree = json!({ "nodes": [
            node("1", "RootWebArea", "A page", &["2", "4", "5"], &json!([])),
            node("2", "heading", "Result  of\n a company", &["3"], &level),
            node("3", "StaticText", "Result  of\n a company", &[], &json!([])),
            node("4", "button", "", &[], &closed),
            node("5", "generic", "", &["6"], &json!([])),
            node("6", "StaticText", "Plain text", &[], &json!([])),
        ] });
        let spoken = read_tree(&tree, None);
        assert_eq!(
            spoken.text,
            "heading 1 \"Result of a company\"\nbutton collapsed\nPlain text\n"
        );
        assert_eq!(spoken.unnamed, ["button collapsed"]);
        assert_eq!(
            read_tree(&tree, Some(&json!(5))).text,
            "Plain text\n",
            "a part"
        );
        assert_eq!(read_tree(&json!({}), None).text, "", "no tree");
    }
}
