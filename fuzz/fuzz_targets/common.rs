//! Shared by several targets.

use assay_core::Model;

/// Returns the standard model, which is parsed once.
pub fn standard() -> &'static Model {
    static MODEL: std::sync::OnceLock<Model> = std::sync::OnceLock::new();
    MODEL.get_or_init(|| {
        let file = include_str!("../../app/core/models/standard.json");
        Model::parse(file)
            .expect("the standard model is sound")
            .value
    })
}
