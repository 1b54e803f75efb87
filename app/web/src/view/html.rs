//! A view as HTML. Listeners and properties are the running app's and are left out.

use assay_hosting::escape_html;

use super::element::Parts;
use super::{Node, Value, pieces};

/// Elements that have no end tag.
const VOID: [&str; 3] = ["br", "input", "hr"];

/// The view as HTML, as it is at this moment.
pub(crate) fn to_html(node: &Node) -> String {
    let mut html = String::new();
    write(node, &mut html);
    html
}

fn write(node: &Node, html: &mut String) {
    match node {
        Node::Text(text) => write_text(text, html),
        Node::Element(element) => write_element(&element.0, html),
        Node::Many(nodes) => nodes.iter().for_each(|node| write(node, html)),
        // What stands in a document is no text to write.
        Node::Made(_) => {}
        Node::Live(make) => write(&make(), html),
    }
}

fn write_text(text: &str, html: &mut String) {
    for (whole, piece) in pieces(text) {
        if whole {
            html.push_str("<span class=\"whole\">");
            escape_html(piece, html);
            html.push_str("</span>");
        } else {
            escape_html(piece, html);
        }
    }
}

fn write_element(element: &Parts, html: &mut String) {
    html.push('<');
    html.push_str(element.tag);
    for (name, value) in &element.attributes {
        write_attribute(name, value, html);
    }
    html.push('>');
    if VOID.contains(&element.tag) {
        return;
    }
    element.children.iter().for_each(|child| write(child, html));
    html.push_str("</");
    html.push_str(element.tag);
    html.push('>');
}

fn write_attribute(name: &str, value: &Value, html: &mut String) {
    match value {
        Value::No => {}
        Value::Yes => {
            html.push(' ');
            html.push_str(name);
        }
        Value::Text(text) => {
            html.push(' ');
            html.push_str(name);
            html.push_str("=\"");
            escape_html(text, html);
            html.push('"');
        }
        Value::Live(look) => write_attribute(name, &look(), html),
    }
}

#[cfg(test)]
mod tests {
    use super::to_html;
    use crate::view::{IntoView, view};

    #[test]
    fn texts_and_attributes_never_become_markup() {
        let hostile = "<script>\"&'".to_owned();
        let node = view! { <p title=hostile.clone()>{hostile}<br/></p> };
        assert_eq!(
            to_html(&node.into_any()),
            "<p title=\"&lt;script&gt;&quot;&amp;'\">&lt;script&gt;&quot;&amp;'<br></p>"
        );
    }

    #[test]
    fn false_and_none_leave_an_attribute_out() {
        let absent: Option<String> = None;
        let node = view! { <input checked=true hidden=false name=absent value=move || "x"/> };
        assert_eq!(to_html(&node), "<input checked value=\"x\">");
    }
}
