//! Drawings on canvases: radar and bars.

use assay_journeys::{ColorScheme, Journey, Outcome, Visitor};

/// For each canvas: width and height in its pixels and in CSS pixels, the number of colours, and
/// its name.
const CANVASES: &str = "return [...document.querySelectorAll('canvas')].map(c => {
    const all = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;
    const colours = new Set(); let dark = 0;
    for (let i = 0; i < all.length; i += 4) if (all[i + 3] > 200) { colours.add(`${all[i]},${all[i+1]},${all[i+2]}`); if (all[i] < 90 && all[i + 1] < 90) dark++; }
    return [c.width / c.clientWidth, c.height / c.clientHeight, colours.size, c.getAttribute('role'), c.getAttribute('aria-label'), dark];
})";

async fn read_canvases(visitor: &Visitor) -> Outcome<Vec<serde_json::Value>> {
    visitor.wait_until("both drawings stand", "return document.querySelectorAll('canvas').length === 2 && [...document.querySelectorAll('canvas')].every(c => c.style.height)").await?;
    Ok(visitor
        .run_script(CANVASES, Vec::new())
        .await?
        .as_array()
        .cloned()
        .unwrap_or_default())
}

#[test]
fn drawings_have_as_many_pixels_as_the_screen_and_a_name() -> Outcome {
    for ratio in [1.0, 2.0, 2.625] {
        Journey::new()
            .pixel_ratio(ratio)
            .size(412, 915)
            .run(async |visitor| {
                visitor.open("#/example/insurer").await?;
                for canvas in read_canvases(visitor).await? {
                    let (across, down) = (canvas[0].as_f64().unwrap(), canvas[1].as_f64().unwrap());
                    assert!(
                        (across - ratio).abs() < 0.02 && (down - ratio).abs() < 0.02,
                        "{canvas} at {ratio}"
                    );
                    assert!(
                        canvas[2].as_u64().unwrap() > 6,
                        "nothing is drawn: {canvas}"
                    );
                    assert_eq!(canvas[3], "img");
                    assert!(
                        canvas[4].as_str().unwrap().contains("Strongest is"),
                        "{canvas}"
                    );
                }
                Ok(())
            })?;
    }
    Ok(())
}

#[test]
fn drawings_follow_the_width_and_the_colours() -> Outcome {
    // The journey reads the canvas, about which the browser warns.
    Journey::new().allowing_message("willReadFrequently").run(async |visitor| {
        visitor.open("#/example/insurer").await?;
        let light = read_canvases(visitor).await?;
        visitor.set_color_scheme(ColorScheme::Dark).await?;
        let before = light[0][5].clone();
        visitor.wait_until("the drawing is made anew in the dark", &format!("const f = () => {{ {CANVASES} }}; return f()[0][5] !== {before}")).await?;
        visitor.resize(500, 900).await?;
        visitor.wait_until("the drawings fit the new width", "return [...document.querySelectorAll('canvas')].every(c => Math.abs(c.width - c.clientWidth) < 2 && c.clientWidth < 500)").await?;
        Ok(())
    })
}

#[test]
fn the_same_figures_are_in_a_table() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/example/bank").await?;
        visitor.press("details.figures summary").await?;
        assert_eq!(visitor.count_visible("tr[data-section-score]").await?, 4);
        Ok(())
    })
}

/// The recommended path depends on some of these answers, on one of them in both directions.
const IN_THE_BALANCE: &str = "#/r/AQACBxwQ0Vszw-XGmHgmPigJkewX28s";

/// For each row of the tornado: the number of marks, their sentences, and whether each mark stands
/// at the end of a bar.
const MARKS: &str = "return [...document.querySelectorAll('.tornado tbody tr')].map(row => {
    const bars = [...row.querySelectorAll('.higher, .lower')].map(b => b.getBoundingClientRect());
    const marks = [...row.querySelectorAll('rect.turn')].map(m => m.getBoundingClientRect());
    const stands = m => bars.some(b => Math.min(Math.abs(b.left - m.x - m.width / 2), Math.abs(b.right - m.x - m.width / 2)) < 1.5 && m.top < b.top && m.bottom > b.bottom);
    return [marks.length, row.querySelectorAll('span.turn').length, marks.every(stands)];
})";

#[test]
fn a_bar_ends_in_a_mark_where_the_recommended_path_would_change() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open(IN_THE_BALANCE).await?;
        visitor.press(".tornado > summary").await?;
        visitor.wait_visible(".tornado tbody tr").await?;
        let rows = visitor.run_script(MARKS, Vec::new()).await?;
        let rows = rows.as_array().unwrap();
        let counts: Vec<u64> = rows.iter().map(|row| row[0].as_u64().unwrap()).collect();
        assert_eq!(counts, [0, 1, 0, 0, 2, 0, 1, 0, 1, 0]);
        for row in rows {
            assert_eq!(row[0], row[1], "a mark without its sentence");
            assert_eq!(row[2], true, "a mark away from the end of its bar: {row}");
        }
        Ok(())
    })
}
