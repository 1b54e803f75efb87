//! The five things to do next.

use leptos::prelude::*;

use super::Shown;

pub(super) fn next(shown: &Shown) -> impl IntoView + use<> {
    let _ = shown;
}
