//! Files of a team that answered the same questionnaire.

use serde_json::{Value, json};

use crate::{Outcome, SiteFolder, standard_sections};

/// An assessment with answers to some sections: level `base` and, for every third question, one
/// more.
///
/// # Errors
/// If the questionnaire cannot be read.
pub fn assessment_json(name: &str, sections: &[&str], base: u8) -> Outcome<Value> {
    let mut answers = serde_json::Map::new();
    for section in standard_sections()? {
        if sections.contains(&section.id.as_str()) {
            for (place, question) in section.questions.into_iter().enumerate() {
                let level = base + u8::from(place % 3 == 0);
                answers.insert(question, json!(level.min(4)));
            }
        }
    }
    Ok(json!({
        "format": "assay.assessment/1", "model": { "id": "standard", "version": "2" },
        "profile": { "name": name, "stance": "provide" }, "answers": answers,
    }))
}

/// Writes the complete assessments of five people, Ann to Eve, and returns their paths as a file
/// field takes them. Eve's levels are far above those of the others.
///
/// # Errors
/// If they cannot be written.
pub fn write_team_files(folder: &SiteFolder) -> Outcome<String> {
    const ALL: [&str; 4] = ["data", "algorithms", "compute", "strategy"];
    let people = [("Ann", 1), ("Bo", 1), ("Chen", 2), ("Dana", 1), ("Eve", 4)];
    let mut files = Vec::new();
    for (name, base) in people {
        let mut file = assessment_json(name, &ALL, base)?;
        if let Some(answers) = file.get_mut("answers").filter(|_| name == "Bo") {
            answers["data.labels"] = json!("unknown");
            answers["data.domain"] = json!(4);
        }
        let at = format!("{name}.json");
        folder.write(&at, &file.to_string())?;
        files.push(folder.path().join(at).to_string_lossy().into_owned());
    }
    Ok(files.join("\n"))
}
