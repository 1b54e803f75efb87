//! Fills the fields of a presentation of the owner.
//!
//! A field is a name in braces, `{{company}}`, in a text. The package stays as it is but for the
//! parts with fields, in which only the bytes of their texts change.

mod fault;
mod fields;
mod parts;
mod place;
mod slide;
mod text;
mod xml;

pub use fault::{TemplateFault, describe_template_fault};
pub use parts::MAX_TEMPLATE_SIZE;

use crate::Error;
use crate::content::ReportContent;
use parts::{TYPES, TemplateParts, text_parts, with_types};
use slide::Filler;

/// Fills a template (.pptx or .potx): a presentation with fields such as `{{company}}`.
///
/// A field in a text becomes a text. A list that is the only text of its paragraph becomes a
/// paragraph per entry. A chart or table is the only text of a shape on a slide, whose place it
/// takes. At most 64 MiB of template and 64 MiB of unpacked XML are read.
///
/// # Errors
/// [`Error::Template`] with every fault that was found, at most 50; [`Error::Package`] if the package
/// could not be written.
pub fn fill_pptx(content: &ReportContent, template: &[u8]) -> Result<Vec<u8>, Error> {
    let mut parts = TemplateParts::open(template)?;
    if !parts.contains(TYPES) {
        return Err(TemplateFault::NotAPresentation.into());
    }
    let types = parts.read(TYPES)?;
    let texts = text_parts(&xml::parse(TYPES, &types)?)?;
    let mut filler = Filler::new(content);
    for (part, kind) in &texts {
        filler.fill(&mut parts, part, *kind)?;
    }
    let (mut changed, package) = filler.finish()?;
    let added = package.into_parts();
    changed.insert(TYPES.to_owned(), with_types(&types, &added)?);
    parts.write(&changed, &added)
}
