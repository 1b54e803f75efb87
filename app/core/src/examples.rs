//! Fictional example companies with answers, a name and a description.

use crate::assessment::entries::read_answers;
use crate::json::{Fields, Node};
use crate::problem::Log;
use crate::{Assessment, Depth, Json, Model, Problems, Stance};

/// A fictional company with its answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Example {
    /// Its id, as used in addresses.
    pub id: String,
    /// Stance and answers; the name in the profile is empty.
    pub assessment: Assessment,
    names: Vec<Name>,
}

#[derive(Debug, Clone, PartialEq)]
struct Name {
    language: String,
    name: String,
    about: String,
}

impl Example {
    /// Returns the name in a language, or in the first available language if there is none.
    #[must_use]
    pub fn name(&self, language: &str) -> &str {
        self.in_language(language).map_or(&self.id, |n| &n.name)
    }

    /// Returns a one-sentence description in a language; empty if the example has no texts.
    #[must_use]
    pub fn about(&self, language: &str) -> &str {
        self.in_language(language).map_or("", |n| &n.about)
    }

    fn in_language(&self, language: &str) -> Option<&Name> {
        self.names
            .iter()
            .find(|name| name.language == language)
            .or_else(|| self.names.first())
    }
}

/// Parses a file of examples: a list of `{ id, stance, answers, names: { LANGUAGE: { name, about }
/// } }`.
///
/// # Errors
/// Every problem of the file, with its place.
pub fn parse_examples(model: &Model, text: &str) -> Result<Vec<Example>, Problems> {
    let json = Json::parse(text)?;
    let mut log = Log::default();
    let top = Node::top(&json);
    let mut examples = Vec::new();
    for (index, json) in top.elements(&mut log).unwrap_or(&[]).iter().enumerate() {
        let entry = top.element(index, json);
        if let Some(fields) = entry.fields(&mut log) {
            examples.extend(example(model, &fields, &mut log));
        }
    }
    log.into_result().map(|()| examples)
}

fn example(model: &Model, fields: &Fields<'_, '_>, log: &mut Log) -> Option<Example> {
    let id = fields.required("id", log)?.text(log)?.to_owned();
    let stance = fields
        .required("stance", log)?
        .word(Stance::parse, &Stance::WORDS, log)?;
    let mut assessment = Assessment::new(model, stance, Depth::Full);
    let answers = fields.required("answers", log)?;
    assessment.answers = read_answers(model, &answers, None, log);
    let names = fields.required("names", log)?;
    let names = names.fields(log)?;
    let names = names
        .nodes()
        .filter_map(|(language, node)| name(language, &node, log))
        .collect();
    Some(Example {
        id,
        assessment,
        names,
    })
}

fn name(language: &str, node: &Node<'_, '_>, log: &mut Log) -> Option<Name> {
    let fields = node.fields(log)?;
    Some(Name {
        language: language.to_owned(),
        name: fields.required("name", log)?.text(log)?.to_owned(),
        about: fields.required("about", log)?.text(log)?.to_owned(),
    })
}
