//! The reference to a model in a link.

use super::LinkError;
use super::bytes::{Reader, Writer};
use super::structure::model_digest;
use crate::{Model, ModelRef};

/// Released models with a one-byte key: key, id, version and digest. Entries are never changed.
const SHIPPED: [(u8, &str, &str, u32); 2] = [
    (1, "standard", "1", 0xFE61_CDB5),
    (2, "standard", "2", 0x1789_2F3F),
];

impl LinkError {
    /// Whether a model with a one-byte key is needed to read the link.
    pub(super) fn names_shipped_model(&self) -> bool {
        let Self::OtherModel { id, version, .. } = self else {
            return false;
        };
        SHIPPED
            .iter()
            .any(|shipped| shipped.1 == id && shipped.2 == version)
    }
}

/// Keys reserved for later versions of the standard model.
const LATER: std::ops::RangeInclusive<u8> = 3..=15;

/// The reference to a model in a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ModelKey {
    model: ModelRef,
    /// The digest of the structure.
    pub(super) digest: u32,
}

impl ModelKey {
    /// Creates the reference to a model.
    pub(super) fn of_model(model: &Model) -> Self {
        Self {
            model: ModelRef::of_model(model),
            digest: model_digest(model),
        }
    }

    fn short(&self) -> Option<u8> {
        SHIPPED.iter().find_map(|&(short, id, version, digest)| {
            let same = self.model.id == id && self.model.version == version;
            (same && self.digest == digest).then_some(short)
        })
    }

    pub(super) fn write(&self, out: &mut Writer) {
        match self.short() {
            Some(short) => out.byte(short),
            None => {
                out.byte(0);
                out.text(&self.model.id);
                out.text(&self.model.version);
                out.bytes(&self.digest.to_be_bytes());
            }
        }
    }

    pub(super) fn read(fields: &mut Reader<'_>) -> Result<Self, LinkError> {
        let short = fields.byte().ok_or(LinkError::Damaged)?;
        if short == 0 {
            return Self::read_name(fields).ok_or(LinkError::Damaged);
        }
        let shipped = SHIPPED.iter().find(|shipped| shipped.0 == short);
        match shipped {
            Some(&(_, id, version, digest)) => Ok(Self {
                model: ModelRef {
                    id: id.to_owned(),
                    version: version.to_owned(),
                },
                digest,
            }),
            None if LATER.contains(&short) => Err(LinkError::OtherModel {
                id: "standard".to_owned(),
                version: short.to_string(),
                changed: false,
            }),
            None => Err(LinkError::Damaged),
        }
    }

    fn read_name(fields: &mut Reader<'_>) -> Option<Self> {
        let which = Self {
            model: ModelRef {
                id: fields.text()?.to_owned(),
                version: fields.text()?.to_owned(),
            },
            digest: u32::from_be_bytes(fields.array()?),
        };
        which.short().is_none().then_some(which)
    }

    /// Returns the index of the model among the known ones.
    pub(super) fn find(self, known: &[&Model]) -> Result<usize, LinkError> {
        let named = |model: &Model| ModelRef::of_model(model) == self.model;
        let same = |model: &&Model| named(model) && model_digest(model) == self.digest;
        if let Some(place) = known.iter().position(same) {
            return Ok(place);
        }
        Err(LinkError::OtherModel {
            changed: known.iter().any(|model| named(model)),
            id: self.model.id,
            version: self.model.version,
        })
    }
}
