//! Files in other encodings, edited by hand, or of another kind.

use assay_journeys::{Journey, Outcome, SiteFolder, Visitor};

const NAME: &str = "明澜医疗";

fn assessment(answers: &str) -> String {
    format!(
        "{{\n \"format\": \"assay.assessment/1\",\n \"profile\": {{\"name\": \"{NAME}\", \"stance\": \"adopt\"}},\n \"answers\": {{{answers}}}\n}}"
    )
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    let units = std::iter::once(0xfeff).chain(text.encode_utf16());
    units.flat_map(bytes).collect()
}

/// The text with its Chinese name encoded as GB18030.
fn gb18030(text: &str) -> Vec<u8> {
    let (before, after) = text.split_once(NAME).unwrap_or((text, ""));
    [
        before.as_bytes(),
        b"\xc3\xf7\xc0\xbd\xd2\xbd\xc1\xc6",
        after.as_bytes(),
    ]
    .concat()
}

async fn imports(visitor: &Visitor, folder: &SiteFolder, name: &str) -> Outcome {
    let script = "document.querySelectorAll('.faults').forEach(list => list.remove())";
    visitor.run_script(script, Vec::new()).await?;
    visitor
        .choose_file("[data-action=import]", &folder.file_path(name))
        .await
}

#[test]
fn an_assessment_keeps_its_letters_whatever_mark_it_has() -> Outcome {
    let folder = SiteFolder::copy_built_site()?;
    let text = assessment("\"data.domain\": 3.0, \"data.labels\": null");
    folder.write("marked.json", &format!("\u{feff}{text}"))?;
    folder.write_bytes("little.json", &utf16(&text, u16::to_le_bytes))?;
    folder.write_bytes("big.json", &utf16(&text, u16::to_be_bytes))?;
    Journey::new().folder(folder.path()).run(async |visitor| {
        for (count, name) in [(1, "marked.json"), (2, "little.json"), (3, "big.json")] {
            visitor.open("?lang=en#/workspace").await?;
            visitor.wait_visible("[data-action=import]").await?;
            imports(visitor, &folder, name).await?;
            let there = format!(
                "return document.querySelectorAll('.assessments tbody tr').length === {count}"
            );
            visitor
                .wait_until("the assessment is listed", &there)
                .await?;
        }
        let list = visitor.text(".assessments").await?;
        assert_eq!(list.matches(NAME).count(), 3, "{list}");
        Ok(())
    })
}

#[test]
fn an_assessment_in_another_encoding_is_refused_with_the_place_and_not_stored() -> Outcome {
    let folder = SiteFolder::copy_built_site()?;
    folder.write_bytes("gb.json", &gb18030(&assessment("\"data.domain\": 3")))?;
    Journey::new().folder(folder.path()).run(async |visitor| {
        for (language, expected) in [("en", "Line 3, column 23"), ("zh-CN", "第 3 行第 23 列")]
        {
            visitor
                .open(&format!("?lang={language}#/workspace"))
                .await?;
            visitor.wait_visible("[data-action=import]").await?;
            imports(visitor, &folder, "gb.json").await?;
            visitor.wait_visible(".faults li").await?;
            let text = visitor.text(".faults").await?;
            assert!(
                text.contains(expected) && text.contains("GB18030"),
                "{text}"
            );
            visitor.wait_for_database().await?;
            visitor.stays_hidden(".assessments tbody tr").await?;
            // The same field accepts the file again after it is saved correctly.
            visitor
                .choose_file("[data-action=open-model]", &folder.file_path("gb.json"))
                .await?;
            visitor.wait_visible(".drop .faults li").await?;
            let text = visitor.text(".drop .faults").await?;
            assert!(text.contains(expected), "{text}");
            for page in ["#/compare", "#/team"] {
                visitor.go_to_hash(page).await?;
                visitor.wait_visible("[data-action=import]").await?;
                imports(visitor, &folder, "gb.json").await?;
                visitor.wait_visible("[data-refused='1'] li").await?;
                let text = visitor.text("[data-refused]").await?;
                assert!(text.contains(expected), "{page}: {text}");
            }
        }
        Ok(())
    })
}

#[test]
fn faults_of_hand_edits_are_described_in_the_language_of_the_page() -> Outcome {
    let folder = SiteFolder::copy_built_site()?;
    let cases = [
        ("wide.json", "\"data.domain\": ３", 29),
        ("comma.json", "\"data.domain\": 3,", 30),
        ("quote.json", "\"data.domain\": “3”", 29),
        ("five.json", "\"data.domain\": 5", 29),
        ("half.json", "\"data.domain\": 3.5", 29),
    ];
    for (name, answers, _) in cases {
        folder.write(name, &assessment(answers))?;
    }
    folder.write("result.json", "{\"format\": \"assay.result/1\"}")?;
    Journey::new().folder(folder.path()).run(async |visitor| {
        for language in ["en", "zh-CN"] {
            visitor
                .open(&format!("?lang={language}#/workspace"))
                .await?;
            visitor.wait_visible("[data-action=import]").await?;
            for (name, _, column) in cases {
                imports(visitor, &folder, name).await?;
                visitor.wait_visible(".faults li").await?;
                let text = visitor.text(".faults").await?;
                let (place, english) = match language {
                    "en" => (format!("ine 4, column {column}"), true),
                    _ => (format!("第 4 行第 {column} 列"), false),
                };
                assert!(text.contains(&place), "{name}: {text}");
                assert!(english || !text.contains(" the "), "{name}: {text}");
            }
            imports(visitor, &folder, "result.json").await?;
            visitor.wait_visible(".faults li").await?;
            let text = visitor.text(".faults").await?;
            let expected = if language == "en" {
                "This is a result"
            } else {
                "这是结果"
            };
            assert!(text.contains(expected), "{text}");
        }
        Ok(())
    })
}

#[test]
fn the_files_of_a_site_are_read_by_their_mark_or_refused_with_the_place() -> Outcome {
    let folder = SiteFolder::copy_built_site()?;
    let config =
        format!("{{\n \"format\": \"assay.config/1\",\n \"brand\": {{\"name\": \"{NAME}\"}}\n}}");
    let model = include_str!("../../../docs/examples/pump-model.json");
    folder.write_bytes("config.json", &utf16(&config, u16::to_le_bytes))?;
    folder.write_bytes("pump.json", &utf16(model, u16::to_be_bytes))?;
    folder.write_bytes("gb.json", &gb18030(&format!("{{\n \"id\": \"{NAME}\"\n}}")))?;
    Journey::new().folder(folder.path()).run(async |visitor| {
        visitor.open("?lang=en&model=pump.json").await?;
        visitor.wait_for_page("start").await?;
        assert_eq!(visitor.text(".bar .mark").await?, NAME);
        visitor.open("?lang=zh-CN&model=gb.json").await?;
        visitor.wait_for_page("error").await?;
        let text = visitor.text("main").await?;
        assert!(text.contains("第 2 行第 9 列"), "{text}");
        folder.write_bytes("config.json", &gb18030(&config))?;
        visitor.open("?lang=en").await?;
        visitor.wait_visible(".config-faults li").await?;
        let text = visitor.text(".config-faults").await?;
        assert!(text.contains("Line 3, column 21"), "{text}");
        assert_ne!(visitor.text(".bar .mark").await?, NAME);
        Ok(())
    })
}
