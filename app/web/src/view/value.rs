//! What an attribute can be.

use leptos::prelude::{Get, RwSignal};

/// The value of an attribute, a property or a style.
pub(crate) enum Value {
    /// Not there; `false` as a property.
    No,
    /// There without a value; `true` as a property.
    Yes,
    Text(String),
    /// Looked at anew whenever a signal that it read has changed.
    Live(Box<dyn Fn() -> Value>),
}

/// What can stand behind an attribute's `=`.
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
        if self { Value::Yes } else { Value::No }
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
        self.map_or(Value::No, IntoValue::into_value)
    }
}

impl IntoValue for RwSignal<bool> {
    fn into_value(self) -> Value {
        Value::Live(Box::new(move || self.get().into_value()))
    }
}

impl<F: Fn() -> T + 'static, T: IntoValue> IntoValue for F {
    fn into_value(self) -> Value {
        Value::Live(Box::new(move || self().into_value()))
    }
}
