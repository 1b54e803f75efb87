//! The QR code of the panel and of the print.

use assay_journeys::{ColorScheme, Journey, Outcome, Visitor, decode_qr_code, run_assay};
use serde_json::json;

use super::{
    assessment, check_rounded, import_and_open_panel, import_result, open_panel, shown_link,
};

#[test]
fn a_phone_reads_the_link_from_the_code_in_the_dark_too() -> Outcome {
    Journey::new()
        .size(390, 844)
        .pixel_ratio(2.0)
        .scheme(ColorScheme::Dark)
        .run(async |visitor| {
            import_and_open_panel(visitor, &assessment("Acme", "")?).await?;
            let link = shown_link(visitor).await?;
            visitor.press("[data-action=save-qr]").await?;
            // The saved picture is shown too and would be decoded as a second code.
            visitor.press("[data-action=dismiss-saved]").await?;
            let into = "document.querySelector('[data-qr]').scrollIntoView({ block: 'center' })";
            visitor.run_script(into, Vec::new()).await?;
            assert_eq!(decode_qr_code(&visitor.screenshot().await?)?, link);
            // A light border, four modules wide.
            let border = "const [ground, dark] = document.querySelectorAll('[data-qr] path');
                const side = document.querySelector('[data-qr]').viewBox.baseVal.width, box = dark.getBBox();
                return [box.x, box.y, side - box.x - box.width, side - box.y - box.height, getComputedStyle(ground).fill]";
            let border = visitor.run_script(border, Vec::new()).await?;
            assert_eq!(border, json!([4, 4, 4, 4, "rgb(255, 255, 255)"]));
            Ok(())
        })
}

#[test]
fn the_code_is_saved_as_a_drawing() -> Outcome {
    Journey::new().run(async |visitor| {
        import_and_open_panel(visitor, &assessment("Acme", "")?).await?;
        let (name, drawing) = visitor.save_file("[data-action=save-qr]").await?;
        assert_eq!(name, "assay-Acme.qr.svg");
        let drawing = String::from_utf8(drawing)?;
        let path = visitor.attribute("[data-qr] path:last-child", "d").await?;
        assert!(
            drawing.starts_with("<svg ") && drawing.contains(&path),
            "{drawing}"
        );
        visitor
            .wait_visible("[data-saved='assay-Acme.qr.svg']")
            .await
    })
}

#[test]
fn the_code_on_the_print_holds_no_more_than_the_print_unless_chosen() -> Outcome {
    Journey::new().pixel_ratio(2.0).run(async |visitor| {
        import_result(visitor, &assessment("Acme", "")?).await?;
        let unchosen = printed_code(visitor).await?;
        open_panel(visitor).await?;
        let chosen = printed_code(visitor).await?;
        assert_eq!(chosen, shown_link(visitor).await?);
        let pages = visitor.print_pdf().await?.page_count();
        assert!((2..=3).contains(&pages), "{pages} pages");
        check_no_answers(&unchosen)
    })
}

/// The link in the QR code of the printed result.
async fn printed_code(visitor: &Visitor) -> Outcome<String> {
    visitor.emulate_print(true).await?;
    visitor.wait_visible(".printed-code [data-qr]").await?;
    let into = "document.querySelector('.printed-code').scrollIntoView({ block: 'center' })";
    visitor.run_script(into, Vec::new()).await?;
    let link = decode_qr_code(&visitor.screenshot().await?)?;
    visitor.emulate_print(false).await?;
    Ok(link)
}

fn check_no_answers(link: &str) -> Outcome {
    let opened = run_assay(&["open", link], "")?;
    assert!(
        opened.contains("assay.scores/1")
            && !opened.contains("\"answers\"")
            && !opened.contains("private"),
        "{opened}"
    );
    Ok(())
}

#[test]
fn the_code_on_the_print_of_a_received_result_holds_no_more_than_the_print() -> Outcome {
    Journey::new().pixel_ratio(2.0).run(async |visitor| {
        import_and_open_panel(visitor, &assessment("Acme", "a private thought")?).await?;
        visitor.press("input[name=include-notes]").await?;
        visitor
            .wait_until(
                "notes are told",
                "return document.querySelector('[data-share-contains]').innerText.includes('1 note')",
            )
            .await?;
        let sent = shown_link(visitor).await?;
        visitor
            .open(sent.strip_prefix(visitor.address()).unwrap())
            .await?;
        visitor.wait_for_page("shared").await?;
        let figures = visitor.figures().await?;
        let code = printed_code(visitor).await?;
        check_no_answers(&code)?;
        let pages = visitor.print_pdf().await?.page_count();
        assert!((2..=3).contains(&pages), "{pages} pages");
        // The code leads to rounded figures, and the print of these to the same code.
        visitor
            .open(code.strip_prefix(visitor.address()).unwrap())
            .await?;
        visitor.wait_for_page("shared").await?;
        check_rounded(visitor, &figures).await?;
        assert_eq!(visitor.confidence().await?, "");
        assert_eq!(printed_code(visitor).await?, code);
        // An example company has no link.
        visitor.go_to_hash("#/example/bank").await?;
        let is_example = "return document.querySelector('main .banner')?.textContent.includes('fictional')";
        visitor.wait_until("the example shows", is_example).await?;
        visitor.confidence().await?;
        visitor.emulate_print(true).await?;
        assert_eq!(visitor.count_visible("[data-qr]").await?, 0);
        visitor.emulate_print(false).await
    })
}
