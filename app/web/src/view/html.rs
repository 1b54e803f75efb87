//! Writes a view as HTML, without its listeners and properties, which only a built view has.

use assay_hosting::escape_html;

use super::element::{ElementKind, Parts};
use super::{Node, Value, split_at_measure};

/// Returns the view as HTML, with the present values of its dynamic parts.
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
        // Neither is text.
        Node::Existing(_) | Node::Kept(_) => {}
        Node::Dynamic(build) => write(&build(), html),
    }
}

fn write_text(text: &str, html: &mut String) {
    for (is_measure, piece) in split_at_measure(text) {
        if is_measure {
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
    if element.kind == ElementKind::Void {
        return;
    }
    element.children.iter().for_each(|child| write(child, html));
    html.push_str("</");
    html.push_str(element.tag);
    html.push('>');
}

fn write_attribute(name: &str, value: &Value, html: &mut String) {
    match value {
        Value::Absent => {}
        Value::Present => {
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
        Value::Dynamic(evaluate) => write_attribute(name, &evaluate(), html),
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
