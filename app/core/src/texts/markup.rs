//! Detects markup in texts, which are displayed verbatim.

use super::Texts;
use crate::problem::Log;
use crate::syntax::Place;
use crate::{Model, PathId, ProblemKind};

/// Reports the first text with markup, and their number.
pub(super) fn report_markup(texts: &Texts, model: &Model, top: &Place<'_>, log: &mut Log) {
    let mut first: Option<(String, String)> = None;
    let mut count: usize = 0;
    each(texts, model, top, &mut |place, text| {
        if let Some(found) = markup(text) {
            count = count.saturating_add(1);
            first.get_or_insert_with(|| (place.to_string(), found.to_owned()));
        }
    });
    if let Some((place, found)) = first {
        log.report_at(|| place, ProblemKind::Markup { found, count });
    }
}

/// Calls `see` for every text with its place.
fn each(texts: &Texts, model: &Model, top: &Place<'_>, see: &mut dyn FnMut(Place<'_>, &str)) {
    let mut fields = |part: &str, id: &str, texts: &[(&str, &str)]| {
        let part = top.key(part);
        let entry = part.key(id);
        for (field, text) in texts {
            see(entry.key(field), text);
        }
    };
    for (section, text) in model.sections().iter().zip(&texts.sections) {
        let own = [
            ("title", text.title.as_str()),
            ("intro", text.intro.as_str()),
        ];
        fields("sections", &section.id, &own);
    }
    for (question, text) in model.questions().iter().zip(&texts.questions) {
        let own = [("text", text.text.as_str()), ("help", text.help.as_str())];
        fields("questions", &question.id, &own);
        let levels = text
            .levels
            .each_ref()
            .map(|level| ("levels", level.as_str()));
        fields("questions", &question.id, &levels);
    }
    for (id, text) in PathId::ALL.iter().zip(&texts.paths) {
        let own = [
            ("title", text.title.as_str()),
            ("summary", text.summary.as_str()),
        ];
        fields("paths", id.as_str(), &own);
    }
    for (action, text) in model.actions().iter().zip(&texts.actions) {
        let own = [
            ("title", text.title.as_str()),
            ("why", text.why.as_str()),
            ("done", text.done.as_str()),
        ];
        fields("actions", &action.id, &own);
    }
}

/// Returns the first markup in a text: an HTML tag or entity, a Markdown link or emphasis.
fn markup(text: &str) -> Option<&str> {
    tag(text)
        .or_else(|| entity(text))
        .or_else(|| link(text))
        .or_else(|| stressed(text))
}

/// `<a href="…">`, `</em>`
fn tag(text: &str) -> Option<&str> {
    text.match_indices('<').find_map(|(at, _)| {
        let rest = text.get(at..)?;
        let name = rest.strip_prefix("</").or(rest.strip_prefix('<'))?;
        let end = rest.find('>')?;
        name.starts_with(|letter: char| letter.is_ascii_alphabetic())
            .then(|| rest.get(..=end))?
    })
}

/// `&nbsp;`, `&#160;`
fn entity(text: &str) -> Option<&str> {
    text.match_indices('&').find_map(|(at, _)| {
        let rest = text.get(at..)?;
        let end = rest.find(';')?;
        let name = rest.get(1..end)?;
        let sound = name.len() > 1 && {
            let mut letters = name.trim_start_matches('#').bytes();
            letters.all(|byte| byte.is_ascii_alphanumeric())
        };
        sound.then(|| rest.get(..=end))?
    })
}

/// `[the guide](https://…)`
fn link(text: &str) -> Option<&str> {
    text.match_indices("](").find_map(|(middle, _)| {
        let start = text.get(..middle)?.rfind('[')?;
        let end = text.get(middle..)?.find(')')?;
        text.get(start..=middle.saturating_add(end))
    })
}

/// `**all**`
fn stressed(text: &str) -> Option<&str> {
    text.match_indices("**").find_map(|(at, _)| {
        let inside = text.get(at.saturating_add(2)..)?;
        let end = inside.find("**").filter(|end| *end > 0)?;
        text.get(at..at.saturating_add(end).saturating_add(4))
    })
}

#[cfg(test)]
mod tests {
    use super::markup;

    #[test]
    fn markup_is_found_and_ordinary_signs_are_none() {
        for (text, found) in [
            ("See <a href=\"x\">it</a>", "<a href=\"x\">"),
            ("a</em>", "</em>"),
            ("one&nbsp;two", "&nbsp;"),
            ("a &#160; b", "&#160;"),
            (
                "see [the guide](https://firm.example/a)",
                "[the guide](https://firm.example/a)",
            ),
            ("**all** of it", "**all**"),
        ] {
            assert_eq!(markup(text), Some(found), "{text}");
        }
        for text in [
            "a < b > c",
            "R&D; and Q&A",
            "fewer than <5 of them",
            "[1] and (2)",
            "2 ** 3",
            "质量 < 5 & 成本 > 3",
        ] {
            assert_eq!(markup(text), None, "{text}");
        }
    }
}
