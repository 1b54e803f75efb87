//! Addresses of the contract, damaged links and round trips.

use super::{Route, decode, percent_encode, question_address};
use assay_core::Depth;

#[test]
fn addresses_of_the_contract_are_understood() {
    assert_eq!(Route::parse(""), Some(Route::Start));
    assert_eq!(Route::parse("#/"), Some(Route::Start));
    assert_eq!(
        Route::parse("#/profile?depth=quick"),
        Some(Route::Profile(Some(Depth::Quick)))
    );
    assert_eq!(
        Route::parse("#/profile?depth=odd"),
        Some(Route::Profile(None))
    );
    assert_eq!(Route::parse("#/results"), Some(Route::Results));
    assert_eq!(Route::parse("#/team"), Some(Route::Team));
    assert_eq!(Route::parse("#/r/AQID"), Some(Route::Shared("AQID".into())));
    assert_eq!(
        Route::parse("#/i/AQID"),
        Some(Route::Invitation("AQID".into()))
    );
    assert_eq!(
        Route::parse("#/compare?add=own:a1"),
        Some(Route::Compare(Some("own:a1".into())))
    );
    assert_eq!(Route::parse("#/nowhere"), Some(Route::Unknown));
    assert_eq!(Route::parse("#/s/"), Some(Route::Unknown));
    assert_eq!(Route::parse("#main"), None);
}

#[test]
fn a_link_that_was_rewritten_leads_to_its_page() {
    let payload = "ASgBB9YTA0FubgAAMJ2pgOT9SDhQdVEH2xsAwYVh0g";
    for hash in [
        format!("#%2Fr%2F{payload}"),
        format!("#%252Fr%252F{payload}"),
        format!("##/r/{payload}"),
        format!("#/R/{payload}"),
        format!("#/{payload}"),
        format!("#{payload}."),
        format!("#r/{payload}"),
    ] {
        assert_eq!(
            Route::from_address(&hash, ""),
            Some(Route::Shared(hash.clone()))
        );
    }
    let invitation = format!("#i/{payload}");
    assert_eq!(
        Route::from_address(&invitation, ""),
        Some(Route::Invitation(invitation.clone()))
    );
    let query = format!("?url=x%23%2Fi%2F{payload}");
    for hash in ["", "#"] {
        let route = Route::from_address(hash, &query);
        assert_eq!(route, Some(Route::Invitation(query.clone())));
    }
    assert_eq!(Route::from_address("#/", &query), Some(Route::Start));
    assert_eq!(
        Route::from_address("#/results", &query),
        Some(Route::Results)
    );
    assert_eq!(Route::from_address("", "?lang=en"), Some(Route::Start));
    assert_eq!(Route::from_address("#main", ""), None);
    assert_eq!(Route::from_address("#/nowhere", ""), Some(Route::Unknown));
}

#[test]
fn the_starter_leaves_what_it_lacks_to_the_full_app() {
    let payload = "ASgBB9YTA0FubgAAMJ2pgOT9SDhQdVEH2xsAwYVh0g";
    for hash in [
        "#/results",
        "#/r/AQID",
        "#%2Fr%2FAQID",
        "##/r/AQID",
        "#r/AQID",
        "#/nowhere",
    ] {
        assert_eq!(Route::parse_starter(hash), Some(Route::Unknown), "{hash}");
    }
    let alone = format!("#{payload}");
    assert_eq!(Route::parse_starter(&alone), Some(Route::Unknown));
    for hash in [
        "",
        "#/",
        "#/profile?depth=quick",
        "#/s/data?q=x",
        "#/review",
        "#main",
    ] {
        assert_eq!(Route::parse_starter(hash), Route::parse(hash), "{hash}");
    }
}

#[test]
fn a_question_of_any_id_survives_its_address() {
    let id = "a/b?c=1&ü 问%";
    let route = Route::parse(&question_address(id, id));
    assert_eq!(
        route,
        Some(Route::Section {
            id: id.into(),
            question: Some(id.into())
        })
    );
}

#[test]
fn broken_escapes_stay_as_they_are() {
    assert_eq!(decode("%zz%4"), "%zz%4");
    assert_eq!(decode("%ff"), "%ff");
    assert_eq!(percent_encode("a b"), "a%20b");
}

#[test]
fn another_question_of_a_section_is_the_same_page() {
    let at = |q: &str| Route::parse(&question_address("data", q)).unwrap();
    assert!(at("x").is_same_page(&at("y")));
    assert!(!at("x").is_same_page(&Route::Review));
}
