//! A panic of the program.

use assay_journeys::{Journey, Outcome};

#[test]
fn a_failure_of_the_program_shows_a_page_with_the_answers_as_a_file() -> Outcome {
    // The browser reports the provoked failure.
    Journey::new()
        .allowing_message("unreachable")
        .allowing_message("provoked")
        .allowing_message("could not be made")
        .allowing_message("panicked")
        .run(async |visitor| {
            visitor.begin_in_data(&[("data.domain", "3")]).await?;
            let provoke = "const make = Document.prototype.createElement;
            Document.prototype.createElement = function (tag) {
                if (!/^(main|h1|p|a|textarea)$/i.test(tag)) throw new Error('provoked');
                return make.apply(this, arguments);
            };
            location.hash = '#/results'";
            visitor.run_script(provoke, Vec::new()).await?;
            visitor.wait_for_page("error").await?;
            visitor.wait_visible("main [role=alert]").await?;
            visitor.wait_visible("main a[download]").await?;
            let detail = visitor.text("main p.small").await?;
            assert!(
                detail.contains(".wasm:"),
                "the place in the program: {detail}"
            );
            let file = visitor.save_text_file("main a[download]").await?;
            assert!(file.contains("data.domain"), "{file}");
            assert_eq!(visitor.value("main textarea").await?, file, "to be copied");
            visitor.open("#/s/data").await?;
            assert_eq!(
                visitor.shown_answer("data.domain").await?,
                "3",
                "after loading again"
            );
            Ok(())
        })
}
