//! Tests of the palette: every colour of a page gives a readable frame or a sentence.

use proptest::prelude::*;

use super::{HostColours, PageColourError, PageColours};
use crate::contrast::low_contrasts;
use crate::{Colour, Theme, Token};

fn derive(text: &str) -> PageColours {
    PageColours::derive(&HostColours::parse(text).unwrap()).unwrap()
}

fn colour(palette: &PageColours, name: &str) -> String {
    palette.get(Token::from_name(name).unwrap()).to_css()
}

#[test]
fn readable_colours_are_shown_as_they_are() {
    let light = derive("#ffffff #222222 #0b5fff");
    assert_eq!(light.theme, Theme::Light);
    assert_eq!(light.corrections, []);
    let names = ["paper", "sheet", "ink", "act", "act-ink"];
    assert_eq!(
        names.map(|name| colour(&light, name)),
        ["#ffffff", "#ffffff", "#222222", "#0b5fff", "#ffffff"]
    );
    let dark = derive("#101820 #f0f0f0 #7fc8ff");
    assert_eq!(dark.theme, Theme::Dark);
    assert_eq!(dark.corrections, []);
    assert_eq!(colour(&dark, "act"), "#7fc8ff");
    assert_eq!(colour(&dark, "act-ink"), "#101820");
}

#[test]
fn the_sheet_is_for_screens_and_names_every_token_once() {
    let sheet = derive("#ffffff #222222 #0b5fff").style_sheet();
    insta::assert_snapshot!(sheet);
}

#[test]
fn a_page_without_an_accent_has_assays() {
    let act = Token::from_name("act").unwrap();
    assert_eq!(
        derive("#ffffff #222222").get(act),
        act.default_colour(Theme::Light)
    );
    assert_eq!(
        derive("#111111 #eeeeee").get(act),
        act.default_colour(Theme::Dark)
    );
}

#[test]
fn pale_colours_are_corrected_and_named() {
    let pale = derive("#ffffff #cccccc #ffcc00");
    assert_eq!(
        pale.corrections
            .iter()
            .map(|one| one.role)
            .collect::<Vec<_>>(),
        ["text", "accent"]
    );
    insta::assert_snapshot!(pale.corrections[0].to_string(), @"This page’s text colour #cccccc has too little contrast in the frame (1.6 to 1 with the background; 4.5 is needed); #707070 is shown instead.");
    // Text over a picture: the colour below it is not the one that is seen.
    let same = derive("#ffffff #ffffff");
    assert_eq!(same.theme, Theme::Light);
    assert_eq!(same.corrections.len(), 1);
}

#[test]
fn a_middle_grey_is_refused_with_its_contrast() {
    let host = HostColours::parse("#808080 #000000").unwrap();
    let error = PageColours::derive(&host).unwrap_err();
    let PageColourError::MiddleBackground { paper, best } = error;
    assert_eq!(paper, Colour(128, 128, 128));
    assert!((5.0..6.0).contains(&best), "{best}");
    assert!(
        error
            .to_string()
            .contains("#808080: the best contrast is 5.3 to 1"),
        "{error}"
    );
}

#[test]
fn only_two_or_three_long_colours_are_colours_of_a_page() {
    for text in [
        "",
        "none",
        "#ffffff",
        "#fff #000",
        "#ffffff  #000000",
        " #ffffff #000000",
        "#ffffff #000000 ",
        "#ffffff #000000 #123456 #123456",
        "#ffffff #00000g",
        "rgb(0,0,0) #ffffff",
        "#ffffff,#000000",
    ] {
        assert_eq!(HostColours::parse(text), None, "{text:?}");
    }
    let host = HostColours::parse("#FFffff #000001 #0b5Fff").unwrap();
    assert_eq!(host.act, Some(Colour(0x0b, 0x5f, 0xff)));
}

fn any_colour() -> impl Strategy<Value = Colour> {
    any::<(u8, u8, u8)>().prop_map(|(red, green, blue)| Colour(red, green, blue))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn every_palette_is_readable(
        paper in any_colour(),
        ink in any_colour(),
        act in proptest::option::of(any_colour()),
    ) {
        let host = HostColours { paper, ink, act };
        if let Ok(palette) = PageColours::derive(&host) {
            prop_assert_eq!(low_contrasts(|token| palette.get(token)), []);
            let ink = palette.get(Token::from_name("ink").unwrap());
            prop_assert_eq!(
                palette.theme == Theme::Light,
                ink.luminance() < paper.luminance()
            );
        }
    }

    #[test]
    fn any_text_is_parsed_or_refused(text in "\\PC{0,40}") {
        if let Some(host) = HostColours::parse(&text) {
            prop_assert!(text.len() >= 15);
            prop_assert!(text.to_lowercase().starts_with(&host.paper.to_css()));
        }
    }
}
