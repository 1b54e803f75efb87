//! The values of attributes, properties and styles.

use leptos::prelude::{Get, RwSignal};

/// The value of an attribute, a property or a style.
pub(crate) enum Value {
    /// No attribute; `false` as a property.
    Absent,
    /// An attribute without a value; `true` as a property.
    Present,
    Text(String),
    /// Evaluated again whenever a signal that it read has changed.
    Dynamic(Box<dyn Fn() -> Value>),
}

/// Can be the value of an attribute.
pub(crate) trait IntoValue {
    fn into_value(self) -> Value;
}

impl IntoValue for Value {
    fn into_value(self) -> Value {
        self
    }
}

impl IntoValue for bool {
    fn into_value(self) -> Value {
        if self { Value::Present } else { Value::Absent }
    }
}

impl IntoValue for &str {
    fn into_value(self) -> Value {
        Value::Text(self.to_owned())
    }
}

impl IntoValue for String {
    fn into_value(self) -> Value {
        Value::Text(self)
    }
}

impl<T: IntoValue> IntoValue for Option<T> {
    fn into_value(self) -> Value {
        self.map_or(Value::Absent, IntoValue::into_value)
    }
}

impl IntoValue for RwSignal<bool> {
    fn into_value(self) -> Value {
        Value::Dynamic(Box::new(move || self.get().into_value()))
    }
}

impl<F: Fn() -> T + 'static, T: IntoValue> IntoValue for F {
    fn into_value(self) -> Value {
        Value::Dynamic(Box::new(move || self().into_value()))
    }
}
