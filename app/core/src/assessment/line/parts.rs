//! Deserializers for the parts of an assessment, without a tree.

use std::cell::Cell;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};

use crate::json::{Json, TreeSeed};
use crate::{Answer, Answers, Level, Model, Stance};

/// Fails, so that the full reader reads the line.
pub(super) fn give_up<T, E: Error>() -> Result<T, E> {
    Err(E::custom("unsure"))
}

/// The keys of an object, to detect repeated ones.
#[derive(Default)]
pub(super) struct Keys<'de> {
    seen: [&'de str; 16],
    count: usize,
}

impl<'de> Keys<'de> {
    pub(super) fn next<A: MapAccess<'de>>(
        &mut self,
        map: &mut A,
    ) -> Result<Option<&'de str>, A::Error> {
        let Some(key) = map.next_key::<&'de str>()? else {
            return Ok(None);
        };
        let (seen, free) = self.seen.split_at_mut(self.count);
        let Some(slot) = free.first_mut().filter(|_| !seen.contains(&key)) else {
            return give_up();
        };
        *slot = key;
        self.count = self.count.saturating_add(1);
        Ok(Some(key))
    }
}

/// Implements a seed that reads an object with its own visitor.
macro_rules! object {
    ($name:ident $(<$($life:lifetime),+>)? -> $value:ty, |$this:ident, $map:ident| $body:block) => {
        impl<'de> DeserializeSeed<'de> for $name $(<$($life),+>)? {
            type Value = $value;

            fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<$value, D::Error> {
                from.deserialize_map(self)
            }
        }

        impl<'de> Visitor<'de> for $name $(<$($life),+>)? {
            type Value = $value;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut $map: A) -> Result<$value, A::Error> {
                let $this = self;
                $body
            }
        }
    };
}

pub(super) use object;

/// The profile. Returns the stance and stores industry and size.
pub(super) struct ProfileSeed<'r> {
    pub(super) industry: &'r mut String,
    pub(super) size: &'r mut String,
}

object!(ProfileSeed<'_> -> Option<Stance>, |this, map| {
    let (mut keys, mut stance) = (Keys::default(), None);
    while let Some(key) = keys.next(&mut map)? {
        match key {
            "stance" => stance = Stance::parse(map.next_value()?),
            "name" => map.next_value_seed(TextSeed)?,
            "industry" => map.next_value_seed(StoredTextSeed(this.industry))?,
            "size" => map.next_value_seed(StoredTextSeed(this.size))?,
            _ => drop(map.next_value_seed(UnknownValueSeed { depth: 2 })?),
        }
    }
    Ok(stance)
});

/// The model reference, which must name the model of the reader.
pub(super) struct ModelSeed<'m>(pub(super) &'m Model);

object!(ModelSeed<'_> -> (), |this, map| {
    let (mut keys, mut id, mut version) = (Keys::default(), false, false);
    while let Some(key) = keys.next(&mut map)? {
        match key {
            "id" => id = map.next_value::<&str>()? == this.0.id(),
            "version" => version = map.next_value::<&str>()? == this.0.version(),
            _ => drop(map.next_value_seed(UnknownValueSeed { depth: 2 })?),
        }
    }
    if id && version { Ok(()) } else { give_up() }
});

/// Strings by question, such as notes. All questions must exist.
pub(super) struct TextsSeed<'m>(pub(super) &'m Model);

object!(TextsSeed<'_> -> (), |this, map| {
    let mut seen = Answers::empty(this.0);
    while let Some(id) = map.next_key::<&str>()? {
        let Some(question) = this.0.find_question(id) else {
            return give_up();
        };
        if seen.get(question).is_some() {
            return give_up();
        }
        seen.set(question, Some(Answer::Unknown));
        map.next_value_seed(TextSeed)?;
    }
    Ok(())
});

/// An answer; `None` for an open one.
pub(super) struct AnswerSeed;

impl<'de> DeserializeSeed<'de> for AnswerSeed {
    type Value = Option<Answer>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Option<Answer>, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for AnswerSeed {
    type Value = Option<Answer>;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("an answer")
    }

    fn visit_unit<E>(self) -> Result<Option<Answer>, E> {
        Ok(None)
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Option<Answer>, E> {
        known(u8::try_from(number).ok().and_then(Level::new))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Option<Answer>, E> {
        known(Level::from_number(number))
    }

    fn visit_str<E: Error>(self, word: &str) -> Result<Option<Answer>, E> {
        match word {
            "unknown" => Ok(Some(Answer::Unknown)),
            "not_applicable" => Ok(Some(Answer::NotApplicable)),
            _ => give_up(),
        }
    }
}

fn known<E: Error>(level: Option<Level>) -> Result<Option<Answer>, E> {
    level.map_or_else(give_up, |level| Ok(Some(Answer::Level(level))))
}

/// A string that is ignored.
pub(super) struct TextSeed;

impl<'de> DeserializeSeed<'de> for TextSeed {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for TextSeed {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a text")
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }
}

/// A string that is stored.
struct StoredTextSeed<'r>(&'r mut String);

impl<'de> DeserializeSeed<'de> for StoredTextSeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for StoredTextSeed<'_> {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a text")
    }

    fn visit_str<E>(self, text: &str) -> Result<(), E> {
        self.0.push_str(text);
        Ok(())
    }
}

/// A value of an unknown field, which must be valid.
pub(super) struct UnknownValueSeed {
    pub(super) depth: usize,
}

impl<'de> DeserializeSeed<'de> for UnknownValueSeed {
    type Value = Json;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Json, D::Error> {
        let too_deep = Cell::new(false);
        let json = TreeSeed::new(self.depth, &too_deep).deserialize(from)?;
        if json.contains_repeated_key() {
            give_up()
        } else {
            Ok(json)
        }
    }
}
