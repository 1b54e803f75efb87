//! When the program itself fails.

use assay_journeys::{Journey, Outcome};

#[test]
fn a_failure_of_the_program_shows_a_page_with_the_answers_as_a_file() -> Outcome {
    // The failure is provoked; browsers then report it.
    Journey::new()
        .allowing("unreachable")
        .allowing("provoked")
        .allowing("could not be made")
        .allowing("panicked")
        .run(async |visitor| {
            visitor.open("#/s/data").await?;
            visitor.answers("data.domain", "3").await?;
            let provoke = "const make = Document.prototype.createElement;
            Document.prototype.createElement = function (tag) {
                if (!/^(main|h1|p|a|textarea)$/i.test(tag)) throw new Error('provoked');
                return make.apply(this, arguments);
            };
            location.hash = '#/results'";
            visitor.script(provoke, Vec::new()).await?;
            visitor.is_on("error").await?;
            visitor.sees("main [role=alert]").await?;
            visitor.sees("main a[download]").await?;
            let file = visitor.saves("main a[download]").await?;
            assert!(file.contains("data.domain"), "{file}");
            assert_eq!(visitor.value("main textarea").await?, file, "to be copied");
            visitor.open("#/s/data").await?;
            assert_eq!(
                visitor.answer("data.domain").await?,
                "3",
                "after loading again"
            );
            Ok(())
        })
}
