//! What is wrong with a template, and where.

use assay_locale::Messages;

/// A fault of a template.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{self:?}")]
pub enum TemplateFault {
    /// The file is no presentation (.pptx or .potx).
    NotAPresentation,
    /// It holds macros.
    HasMacros,
    /// It is larger than what is read.
    TooLarge,
    /// A part cannot be read.
    Damaged {
        /// Name of the part in the package.
        part: String,
    },
    /// No slide has a field.
    NoFields,
    /// There is no field of this name.
    UnknownField {
        /// Name of the part in the package.
        part: String,
        /// The text between the braces.
        name: String,
    },
    /// A chart or table is not the only text of a shape on a slide.
    NotAlone {
        /// Name of the part in the package.
        part: String,
        /// The text between the braces.
        name: String,
    },
    /// The shape of a chart or table has no place, and its layout has none for it.
    NoPlace {
        /// Name of the part in the package.
        part: String,
        /// The text between the braces.
        name: String,
    },
}

/// Describes a fault: the part, what is wrong, and what to do.
#[must_use]
pub fn describe_template_fault(messages: &Messages, fault: &TemplateFault) -> String {
    match fault {
        TemplateFault::NotAPresentation => messages.template_not_a_presentation().to_owned(),
        TemplateFault::HasMacros => messages.template_macros().to_owned(),
        TemplateFault::TooLarge => messages.template_too_large().to_owned(),
        TemplateFault::Damaged { part } => messages.template_damaged(part),
        TemplateFault::NoFields => messages.template_no_fields("{{company}}"),
        TemplateFault::UnknownField { part, name } => {
            messages.template_unknown_field(part, &braced(name))
        }
        TemplateFault::NotAlone { part, name } => messages.template_not_alone(part, &braced(name)),
        TemplateFault::NoPlace { part, name } => messages.template_no_place(part, &braced(name)),
    }
}

fn braced(name: &str) -> String {
    format!("{{{{{name}}}}}")
}
